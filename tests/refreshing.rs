//! Refreshing: once, whole or not at all, and never wider.

#![cfg(test)]

use std::fs::OpenOptions;
use std::thread;

use crate::support::{Bench, Kept, Pair, Told};

fn bench() -> Bench {
    Bench::after(&["user add ann", "app add ci --scope read_api,sudo,profile"])
}

fn refresh(bench: &Bench, secret: &Kept) -> Told {
    bench.run_with(&["app", "refresh"], secret.expose())
}

const DENIED: &str =
    "error: denied\nhint: a refresh secret works once; `tokctl create oauth --app APP` makes a new pair\n";

fn denied(told: &Told) {
    told.is(1, "", DENIED);
}

fn actions(bench: &Bench, newest: usize) -> Vec<String> {
    let json = bench.ok(&format!("log list --limit {newest} --json")).json();
    json["events"].as_array().unwrap().iter().map(|event| event["action"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_refresh_secret_gives_the_next_pair_and_ends_the_old_one() {
    let mut bench = bench();
    let first = bench.ok("create oauth --app ci --scope read_api --name laptop").pair();
    bench.later(3600);
    let told = refresh(&bench, &first.refresh);
    told.code(0).stderr(
        "made oauth token 2 `laptop` for the user op\n  scopes    read_api\n  expires   2026-06-15T15:00:00Z\nits access \
         secret and its refresh secret were shown once, and nothing can show them again; the pair of token 1 is dead\n",
    );
    let second = told.pair();
    bench.verdict(&first.access, "", "rotated_out");
    bench.verdict(&second.access, "", "allow");
    let old = &bench.ok("show 1 --json").json()["tokens"][0];
    assert_eq!((&old["refresh_secret"], &old["successor"]), (&"spent".into(), &2.into()));
    assert_eq!((&old["state"], &old["revoked_why"]), (&"revoked".into(), &"refreshed".into()));
    let new = &bench.ok("show 2 --json").json()["tokens"][0];
    assert_eq!((&new["refresh_secret"], &new["app"]), (&"unspent".into(), &"ci".into()));
    assert_eq!(actions(&bench, 2), ["token.refresh", "token.replaced"]);
    bench.later(90 * 86_400).verdict(&second.access, "", "expired");
    refresh(&bench, &second.refresh).code(0);
}

#[test]
fn a_second_use_ends_the_whole_family() {
    let bench = bench();
    let first = bench.ok("create oauth --app ci").pair();
    let other = bench.ok("create oauth --app ci").pair();
    let second = refresh(&bench, &first.refresh).pair();
    let third = refresh(&bench, &second.refresh).pair();
    denied(&refresh(&bench, &second.refresh));
    bench.verdict(&third.access, "", "revoked");
    denied(&refresh(&bench, &third.refresh));
    bench.verdict(&other.access, "", "allow");
    assert_eq!(actions(&bench, 2), ["token.revoke", "alarm.refresh_reuse"]);
    let shown = &bench.ok("show 4 --json").json()["tokens"][0];
    assert_eq!(shown["revoked_why"], "the spent refresh secret of token 3 was used again");
    let events = bench.ok("log list --json").json()["events"].as_array().unwrap().len();
    // What is dead is counted, and no event more is written of it.
    for _ in 0..3 {
        denied(&refresh(&bench, &second.refresh));
    }
    assert_eq!(bench.ok("log list --json").json()["events"].as_array().unwrap().len(), events);
    denied(&refresh(&bench, &first.refresh));
    assert_eq!(actions(&bench, 1), ["alarm.refresh_reuse"]);
}

#[test]
fn what_opens_nothing_is_denied_in_one_word() {
    let bench = bench();
    let revoked = bench.ok("create oauth --app ci --scope profile").pair();
    let access = bench.ok("create oauth --app ci --scope profile").pair().access;
    bench.ok("revoke 1 --yes");
    denied(&refresh(&bench, &revoked.refresh));
    denied(&refresh(&bench, &access));
    bench.verdict(&access, "", "allow");
    let text = revoked.refresh.text();
    let other = Bench::after(&["app add ci --scope profile"]).ok("create oauth --app ci").pair().refresh;
    for input in [&text[1..], &text[..text.len() - 1], "x", &format!("{text} "), &other.text()] {
        denied(&bench.run_with(&["app", "refresh"], input.as_bytes()));
    }
    bench.run("app refresh").code(2).says("holds no secret");
    let told = bench.run_with(&["app", "refresh", "--json"], b"x");
    assert_eq!(told.code(1).stdout("").json_error()["error"]["code"], "denied");
    assert_eq!(actions(&bench, 1), ["token.revoke"]);
}

#[test]
fn scopes_never_widen_and_sudo_is_for_admins() {
    let bench = bench();
    let narrow = bench.ok("create oauth --app ci --scope profile").pair();
    refresh(&bench, &narrow.refresh).code(0);
    assert_eq!(bench.ok("show 2 --json").json()["tokens"][0]["scopes"], serde_json::json!(["profile"]));
}

#[test]
fn a_user_who_is_blocked_or_no_admin_any_more_or_gone_gives_no_more_than_he_may() {
    let bench = bench();
    bench.ok("user admin ann on");
    let pair = bench.ok("create oauth --app ci --user ann").pair();
    bench.ok("user block ann");
    denied(&refresh(&bench, &pair.refresh));
    bench.verdict(&pair.access, "", "holder_blocked");
    bench.all(&["user unblock ann", "user admin ann off"]);
    let pair = refresh(&bench, &pair.refresh).pair();
    assert_eq!(bench.ok("show 2 --json").json()["tokens"][0]["scopes"], serde_json::json!(["read_api", "profile"]));
    bench.ok("user delete ann --yes");
    denied(&refresh(&bench, &pair.refresh));
    bench.verdict(&pair.access, "", "revoked");
}

#[test]
fn a_user_who_leaves_takes_his_applications_along_and_pairs_that_could_be_renewed() {
    let mut bench = bench();
    bench.ok("app add hers --scope profile --owner ann");
    let mine = bench.ok("create oauth --app hers").pair();
    let hers = bench.ok("create oauth --app ci --scope profile --user ann").pair();
    bench.later(3 * 3600).ok("user delete ann --yes");
    denied(&refresh(&bench, &mine.refresh));
    denied(&refresh(&bench, &hers.refresh));
    bench.run("list -q").is(0, "", "");
    bench.ok("app list -q").stdout("1\n");
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["app"], "hers");
}

#[test]
fn the_secret_is_the_authority_and_the_trail_says_who_called() {
    let mut bench = bench();
    let pair = bench.ok("create oauth --app ci --scope profile --as ann").pair();
    // An account that the store does not know refreshes for its user.
    bench.login = "nobody-here".into();
    let pair = refresh(&bench, &pair.refresh).pair();
    bench.run("list").code(4);
    bench.run_with(&["app", "refresh", "--as", "op"], pair.refresh.expose()).code(4).stdout("");
    bench.login = "op".into();
    let event = &bench.ok("log list --limit 2 --json").json()["events"][0];
    assert_eq!((&event["actor"], &event["command"]), (&"ann".into(), &"app refresh".into()));
    refresh(&bench, &pair.refresh).code(0);
    assert_eq!(bench.ok("log list --limit 2 --json").json()["events"][0]["actor"], "op");
}

#[test]
fn a_delivery_that_fails_leaves_the_old_pair_as_it_was() {
    let bench = bench();
    let first = bench.ok("create oauth --app ci --scope profile").pair();
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    bench.process("app refresh").stdout_to(full).run(first.refresh.expose()).code(8);
    bench.run_with(&bench.words("app refresh --to ~/nowhere/pair"), first.refresh.expose()).code(2);
    std::fs::write(bench.path("taken"), b"x").unwrap();
    bench.run_with(&bench.words("app refresh --to ~/taken"), first.refresh.expose()).code(5).stdout("");
    bench.run_with(&["app", "refresh", "--dry-run"], first.refresh.expose()).is(
        0,
        "",
        "would make the next pair of oauth token 1 `oauth-token-1` for the user op\nnothing was changed\n",
    );
    bench.verdict(&first.access, "", "allow");
    assert_eq!(bench.ok("list --all -q").ids(), [1]);
    refresh(&bench, &first.refresh).code(0);
}

#[test]
fn a_suspended_pair_is_not_refreshed_and_comes_back_though_its_access_half_is_over() {
    let mut bench = bench();
    let pair = bench.ok("create oauth --app ci --scope profile").pair();
    bench.later(3 * 3600).ok("suspend 1");
    denied(&refresh(&bench, &pair.refresh));
    bench.ok("list --suspended -q").stdout("1\n");
    bench.later(3 * 3600).ok("resume 1");
    bench.run("resume 1").code(5);
    refresh(&bench, &pair.refresh).code(0);
    bench.run("suspend 1").code(5).says("error: token `1` is revoked, and that is for ever");
}

#[test]
fn a_file_that_holds_a_pair_is_refreshed_into_another() {
    let bench = bench();
    bench.ok("create oauth --app ci --to ~/pair");
    bench.ok("app refresh --secret-file ~/pair --to ~/pair.new").stdout("");
    let new = Pair::parse(&std::fs::read(bench.path("pair.new")).unwrap()).unwrap();
    bench.verdict(&new.access, "", "allow");
    let json = bench.ok("app refresh --secret-file ~/pair.new --json").json();
    assert_eq!((&json["tokens"][0]["id"], &json["tokens"][0]["predecessor"]), (&3.into(), &2.into()));
    assert_eq!(json["tokens"][0]["refresh_secret"], "oauth…");
}

#[test]
fn of_two_who_refresh_at_once_one_wins_and_the_other_ends_both() {
    let bench = bench();
    let first = bench.ok("create oauth --app ci --scope profile").pair();
    let told: Vec<Told> = thread::scope(|scope| {
        let both = [0, 1].map(|_| scope.spawn(|| refresh_alone(&bench, &first.refresh)));
        both.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let (won, lost): (Vec<&Told>, Vec<&Told>) = told.iter().partition(|told| !told.out().is_empty());
    assert_eq!((won.len(), lost.len()), (1, 1));
    denied(lost[0]);
    bench.verdict(&won[0].code(0).pair().access, "", "revoked");
    bench.ok("list -q").stdout("");
}

/// Refreshes in a process of its own.
fn refresh_alone(bench: &Bench, secret: &Kept) -> Told {
    bench.process("app refresh").piped(secret.expose())
}

#[test]
fn no_store_is_no_denial() {
    let bench = bench();
    let pair = bench.ok("create oauth --app ci").pair();
    refresh(&Bench::new(), &pair.refresh).code(7).stdout("");
}
