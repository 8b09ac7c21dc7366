//! Tokens that nobody uses: found, sorted, counted and taken away.

#![cfg(test)]

use nix::unistd::Uid;
use tokctl::domain::expiry::parse_life;
use tokctl::domain::id::TokenId;
use tokctl::ops::list::Filter;
use tokctl::ops::revoke::{Fate, Target};
use tokctl::ops::{Authority, Caller};
use tokctl::store::place::{Origin, Place};

use crate::support::Bench;

const TOLD: &str = "uses are noted since 2026-06-15T12:00:00Z, where the store could be written at once; what looks \
                    unused may have been used all the same\n";

/// Six tokens of which the first was never used, the second at once, and the third after ten days. The fourth was made
/// after ten days and used then, the fifth never, and the last is dead.
fn forest() -> Bench {
    let mut bench = Bench::after(&["project add grp/app", "create deploy -s read_registry --name never --to ~/1"]);
    let [second, third] = ["second", "third"].map(|name| {
        bench.secret(&format!("create deploy --project grp/app -s read_registry --expires 1y --name {name}"))
    });
    bench.verdict(&second, "", "allow");
    bench.at("2026-06-25T12:00:00Z").verdict(&third, "", "allow");
    let fourth = bench.secret("create personal -s api");
    bench.verdict(&fourth, "", "allow");
    bench.all(&["create personal -s api --to ~/5", "create personal -s api --to ~/6", "revoke 6 --yes"]);
    bench
}

#[test]
fn what_was_not_used_for_so_long_is_found_and_counted() {
    let mut bench = forest();
    let cases: [(&str, &str, &[i64]); 19] = [
        ("2026-06-25T12:00:00Z", "--unused 10d", &[1, 2]),
        ("2026-06-25T12:00:00Z", "--unused 11d", &[]),
        ("2026-07-05T11:59:59Z", "--unused 10d", &[1, 2]),
        ("2026-07-05T12:00:00Z", "--unused 10d", &[1, 2, 3, 4, 5]),
        ("2026-07-05T12:00:00Z", "--unused 20d", &[1, 2]),
        ("2026-07-15T12:00:00Z", "--unused 1mo", &[1, 2]),
        ("2026-07-15T11:59:59Z", "--unused 1mo", &[]),
        ("2026-07-05T12:00:00Z", "--unused 999y", &[]),
        ("2026-07-05T12:00:00Z", "--never-used", &[1, 5]),
        ("2026-07-05T12:00:00Z", "--never-used --unused 11d", &[1]),
        ("2026-07-05T12:00:00Z", "--never-used --kind personal", &[5]),
        ("2026-07-05T12:00:00Z", "--unused 10d --project grp/app", &[2, 3]),
        ("2026-07-05T12:00:00Z", "--unused 20d --expiring 1y", &[2]),
        ("2026-07-05T12:00:00Z", "--never-used --all", &[1, 5, 6]),
        ("2026-07-05T12:00:00Z", "--never-used --revoked", &[6]),
        ("2026-07-05T12:00:00Z", "--never-used --name n*", &[1]),
        ("2026-07-05T12:00:00Z", "--unused 10d --limit 2", &[1, 2]),
        ("2027-07-05T12:00:00Z", "--unused 90d", &[1, 4, 5]),
        ("2027-07-05T12:00:00Z", "--unused 90d --expired", &[2, 3]),
    ];
    for (now, filter, ids) in cases {
        let told = bench.at(now).ok(&format!("list --format ids {filter}"));
        assert_eq!(told.ids(), ids, "{now}: {told}");
        told.stderr(TOLD);
        if !filter.contains("--limit") {
            bench.run(&format!("list --count {filter}")).is(0, &format!("{}\n", ids.len()), TOLD);
        }
    }
}

#[test]
fn the_longest_unused_come_first() {
    let mut bench = forest();
    bench.at("2026-07-05");
    assert_eq!(bench.ok("list -q --sort used").ids(), [1, 5, 2, 3, 4]);
    assert_eq!(bench.ok("list -q --sort used --limit 1 --kind personal").ids(), [5]);
    bench.run("list -q --sort used --fail-if-any --unused 19d").is(6, "1\n2\n", "");
}

#[test]
fn what_is_selected_is_what_is_revoked() {
    let mut bench = forest();
    bench.at("2026-07-05T12:00:00Z");
    bench.run("revoke --unused 20d").code(2).stdout("").says("2 tokens would be revoked");
    let told = bench.run("revoke --unused 20d --dry-run --format ids");
    told.is(
        0,
        "1\n2\n",
        &format!(
            "{TOLD}would be revoked: deploy token 1 `never` for the project op/default\n\
             would be revoked: deploy token 2 `second` for the project grp/app\n"
        ),
    );
    bench.run("list --count --unused 20d -q").is(0, "2\n", "");
    bench.run("revoke --unused 20d --yes -q --format ids").is(0, "1\n2\n", "");
    bench.run("list --unused 20d").is(0, "", &format!("{TOLD}no token matches\n"));
    bench.ok("revoke --never-used --yes").says("revoked: personal token 5 `personal-token-5` for the user op\n");
    bench.run("revoke --unused 20d --yes").is(0, "", &format!("{TOLD}no token matches, so none was revoked\n"));
    assert_eq!(bench.ok("list -q").ids(), [3, 4]);
}

#[test]
fn a_use_in_time_keeps_a_token() {
    let mut bench = Bench::founded();
    let [busy, idle] = [(); 2].map(|()| bench.secret("create deploy -s read_registry"));
    drop(idle);
    bench.later(90 * 86_400).verdict(&busy, "", "allow");
    bench.run("revoke --unused 90d --yes --format ids -q").is(0, "2\n", "");
    bench.verdict(&busy, "", "allow");
}

#[test]
fn who_confirms_does_not_revoke_what_was_used_meanwhile() {
    let mut bench = Bench::founded();
    let [used, idle] = [(); 2].map(|()| bench.secret("create deploy -s read_registry"));
    drop(idle);
    bench.later(90 * 86_400);
    let filter = Filter { unused: parse_life("90d").ok(), ..Filter::default() };
    let caller = Caller {
        login: bench.login.clone(),
        uid: Uid::current().as_raw(),
        host: "bench".into(),
        command: "revoke".into(),
        acting_as: None,
    };
    let place = Place::new(&bench.data().join("store.db"), Origin::Option).unwrap();
    let clock = || bench.now;
    let authority = Authority::new(place, false, caller, &clock);
    let plan = authority.rehearse_revoke(&Target::Selected(Box::new(filter.clone())), None).unwrap();
    let chosen: Vec<TokenId> = plan.iter().filter_map(Fate::chosen).collect();
    assert_eq!(chosen, [TokenId(1), TokenId(2)]);
    bench.verdict(&used, "", "allow");
    let fates = authority.revoke_confirmed(&chosen, &filter, None).unwrap();
    assert!(matches!(&fates[..], [Fate::Used(used), Fate::Revoked(idle)]
        if used.token.id == TokenId(1) && idle.token.id == TokenId(2)));
    assert_eq!(bench.ok("list -q").ids(), [1]);
}

#[test]
fn on_a_terminal_the_warning_comes_before_the_question() {
    let bench = Bench::new();
    bench.process("create deploy -s read_registry -q").piped(b"").code(0);
    let (code, shown) = bench.process("revoke --never-used").on_terminal("y");
    assert_eq!(code, 0, "{shown}");
    let [warning, question, done] =
        ["may have been used all the same", "Revoke 1 token for ever?", "revoked: deploy token 1"]
            .map(|words| shown.find(words).unwrap_or_else(|| panic!("no `{words}` in: {shown}")));
    assert!(warning < question && question < done, "{shown}");
}

#[test]
fn lengths_of_time_have_an_end() {
    let bench = Bench::founded();
    for life in ["90", "0d", "-1d", "'90 d'", "''", "2026-06-15"] {
        bench.run(&format!("list --unused={life}")).code(2).stdout("").says("lengths of time are written `90s`");
    }
    bench.run("list --unused never").code(2).stdout("").says("`--never-used` selects what was never used");
    bench.run("list --unused").code(2).stdout("");
}

#[test]
fn without_a_store_nothing_is_said_of_uses() {
    let bench = Bench::new();
    let none = "there are no tokens yet; `tokctl create deploy --scope read_registry` makes the first\n";
    bench.run("list --never-used").is(0, "", none);
    bench.run("list --unused 90d --count").is(0, "0\n", "");
}

#[test]
fn who_only_glimpses_a_token_learns_nothing_of_its_uses() {
    let mut bench = Bench::after(&["user add ann"]);
    let secret = bench.secret("create impersonation --user ann -s api");
    bench.ok("create impersonation --user ann -s api --to ~/2");
    bench.ok("create personal --as ann -s api --to ~/3");
    let look = |bench: &Bench| {
        let options = [
            "",
            "--never-used",
            "--unused 1d",
            "--never-used --count",
            "--unused 1d --count",
            "--sort used",
            "--json",
            "--all --columns alarms,uses,used_at,used_from",
            "--never-used --unused 1d --all",
            "--limit 1 --sort used",
        ];
        let seen = options.map(|options| {
            let told = bench.ok(&format!("list --as ann {options}"));
            (told.out(), told.err())
        });
        (seen, [1, 2].map(|id| bench.ok(&format!("show {id} --as ann")).out()))
    };
    bench.later(86_400);
    let before = look(&bench);
    bench.verdict(&secret, "--from 192.0.2.7", "allow");
    bench.verdict(&secret, "--via ssh", "transport");
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["used_from"], "192.0.2.7");
    assert!(look(&bench) == before, "ann learns of the use");
    assert_eq!(bench.ok("list -q --as ann --never-used").ids(), [3]);
    bench.ok("rotate 1 --to ~/next");
    let before = look(&bench);
    bench.verdict(&secret, "", "rotated_out");
    bench.ok("list").says("there are alarms about token 4");
    assert!(look(&bench) == before, "ann learns of the alarm");
    let told = "left out: 1 impersonation token";
    assert!(!bench.run("revoke --never-used --yes --as ann").err().contains(told), "she learns by revoking");
}
