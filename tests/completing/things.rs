//! What the store has to offer, as far as one may see it.

use super::{asked, bench, offered, offers};
use crate::support::Bench;

#[test]
fn things_of_the_store_are_offered_with_what_they_are() {
    let bench = bench();
    asked(&bench, "show ").stdout(
        "values\n6\tdeploy of-grp, grp\n5\timpersonation watched, ann\n4\tpersonal laptop, ann\n3\tdeploy hidden, far/away\n\
         2\tdeploy cd, grp/sub/lib\n1\tdeploy ci, grp/sub/lib\n",
    );
    asked(&bench, "user show ").stdout("values\nann\tAnn Lee, user\nbob\tuser\nop\tadmin\n");
    asked(&bench, "policy set max").stdout(
        "values\nmax-life\tnone: how long dated tokens live at most, checked when they are made: a life in days and up, or none\n",
    );
    offers(
        &bench,
        &[
            ("list --project grp/s", "grp/site grp/sub/lib"),
            ("list --project GRP", ""),
            ("list --group ", "far grp grp/sub"),
            ("project transfer grp/app --to f", "far"),
            ("create oauth --app ", "dashboard"),
            ("create personal --user b", "bob"),
            ("--as a", "ann"),
            ("revoke 1 ", "6 5 4 3 2"),
            ("show --project grp/sub/lib ", "cd ci"),
            ("show --project grp/sub/lib c", "cd ci"),
            ("show --user ann ", "laptop watched"),
            ("show --group grp ", "of-grp"),
            ("show --project no/such ", &offered(&bench, "show --project x --").join(" ")),
            ("user unblock b", ""),
            ("group add ", &offered(&bench, "group add --").join(" ")),
        ],
    );
}

#[test]
fn a_token_is_offered_where_the_command_can_be_meant_for_it() {
    let bench = bench();
    bench.ok("suspend 1");
    bench.ok("revoke 2 --yes");
    offers(
        &bench,
        &[
            ("resume ", "1"),
            ("suspend ", "6 5 4 3"),
            ("show ", "6 5 4 3 1"),
            ("rotate --project grp/sub/lib ", "ci"),
            ("deploy-key enable ", &offered(&bench, "deploy-key enable --").join(" ")),
        ],
    );
}

#[test]
fn nobody_is_offered_what_he_may_not_see() {
    let bench = bench();
    offers(
        &bench,
        &[
            ("show --as ann ", "5 4 2 1"),
            // Of a token that acts as her and is not hers she knows that it is there.
            ("revoke --as ann ", "4 2 1"),
            ("show --as ann --user ann ", "laptop"),
            ("list --as ann --project ", "grp/site grp/sub/lib"),
            ("list --as ann --group ", "grp grp/sub"),
            ("show --as ann --project far/away h", ""),
            ("list --as bob --project ", "grp/site"),
            ("show --as bob --pr", "--project"),
        ],
    );
    assert!(!asked(&bench, "show --as ann ").out().contains("watched"));
    for who in ["ann", "bob", "op"] {
        for (listing, question) in [("project list", "project show "), ("group list", "group show ")] {
            let csv = bench.ok(&format!("{listing} --as {who} --format csv")).out();
            let listed: Vec<&str> = csv.lines().skip(1).map(|line| line.split(',').nth(1).unwrap()).collect();
            let found = offered(&bench, &format!("--as {who} {question}"));
            let options = found.first().is_some_and(|first| first.starts_with("--"));
            assert_eq!(if options { Vec::new() } else { found }, listed, "{who}: {listing}");
        }
    }
    // Who is no admin acts as nobody else, and a stranger as nobody at all.
    let mut stranger = bench;
    stranger.login = "ann".into();
    offers(&stranger, &[("show --as op --project g", "")]);
    stranger.login = "mallory".into();
    offers(&stranger, &[("list --project g", ""), ("create dep", "deploy deploy-key")]);
}

#[test]
fn the_filters_of_the_trail_are_offered_what_it_can_tell_of() {
    let bench = Bench::after(&["create deploy -s read_registry --name dead --to ~/1", "revoke 1 --yes"]);
    offers(
        &bench,
        &[
            (
                "log list --action token.re",
                "token.refresh token.replaced token.resume token.revoke token.revoke_selected",
            ),
            ("log list --object us", "user"),
            ("log list --token ", "1"),
            ("log show ", "4 3 2 1"),
            ("log show 3", "3"),
            ("help ev", "events"),
            ("audit --format s", "sarif"),
            ("list --format ", "table json jsonl csv ids"),
        ],
    );
    assert!(asked(&bench, "log show 4").out().contains("token.revoke dead"));
    bench.ok("user add ann");
    offers(&bench, &[("log show --as ann 4", ""), ("log list --as ann --token ", "")]);
}

#[test]
fn ids_are_offered_by_their_digits_and_no_more_than_some_hundred() {
    let bench = Bench::founded();
    let insert = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1300) \
        INSERT INTO tokens (id, kind, name, digest, scopes, project_id, created_at, created_by) \
        SELECT i, 5, 'token-' || i, randomblob(32), 32, 1, 0, 1 FROM n";
    crate::atomic::open(&bench).execute(insert, []).unwrap();
    let all = offered(&bench, "show ");
    assert_eq!((all.len(), all[0].as_str()), (200, "1300"));
    let beginning = offered(&bench, "show 12");
    assert_eq!(beginning.len(), 1 + 10 + 100);
    assert!(beginning.iter().all(|id| id.starts_with("12")), "{beginning:?}");
    offers(
        &bench,
        &[
            ("show 130", "130 1300"),
            ("show 0", ""),
            ("show x", ""),
            ("show --project op/default token-130", "token-130 token-1300"),
        ],
    );
}

#[test]
fn jobs_and_runners_are_offered_by_their_ids() {
    let bench = Bench::after(&["project add grp/app", "user add ann"]);
    for line in [
        "create runner --instance --description 'in the cellar' -q",
        "job start --project grp/app -q",
        "job start --project grp/app -q",
    ] {
        bench.ok(line);
    }
    bench.ok("job end 1");
    asked(&bench, "runner pause ").stdout("values\n1\tin the cellar\n");
    asked(&bench, "job end ").stdout("values\n2\trunning, op in grp/app\n");
    asked(&bench, "job show ").stdout("values\n2\trunning, op in grp/app\n1\tsuccess, op in grp/app\n");
    offers(&bench, &[("runner pause --as ann 1", ""), ("job show --as ann 1", "")]);
}
