//! Restoring: a backup takes the place of the store, and what was taken away since stays away.

#![cfg(test)]

use std::fs;

use serde_json::Value;

use crate::support::{Bench, Kept};

/// Makes a store with one of many things, backs it up, and lets them end in every way.
struct Story {
    bench: Bench,
    secrets: Vec<(&'static str, Kept)>,
}

impl Story {
    fn told() -> Self {
        let mut bench = Bench::after(&["user add ann", "user add bob", "user add eve", "project add grp/app"]);
        bench.ok("member add ann --project grp/app --role maintainer");
        let deploy = |name: &str| format!("create deploy --project grp/app -s read_registry -q --name {name}");
        let mut secrets = Vec::new();
        for name in ["stays", "revoked", "rotated", "overlapping", "suspended", "shortened", "ending"] {
            let expires = if name == "ending" { " --expires 2d" } else { "" };
            secrets.push((name, bench.secret(&format!("{}{expires}", deploy(name)))));
        }
        secrets.push(("of a bot", bench.secret("create project-access --project grp/app -s api -q --name bot")));
        for user in ["ann", "bob", "eve"] {
            secrets.push((user, bench.secret(&format!("create personal --user {user} -s api -q --name own"))));
        }
        secrets.push(("of a job", bench.secret("job start --project grp/app -q --life 5d")));
        bench.ok("store backup ~/b.db -q");
        bench.later(60);
        bench.all(&[
            "revoke revoked --project grp/app --yes -q --reason lost",
            "rotate rotated --project grp/app -q --to ~/1",
            "rotate overlapping --project grp/app -q --overlap 1d --to ~/2",
            "suspend suspended --project grp/app -q",
            "shorten shortened --project grp/app --expires 1d -q",
            "revoke bot --project grp/app --yes -q",
            "user block bob -q",
            "user delete eve --yes -q",
            "job end 1 -q",
            "member remove ann --project grp/app -q",
            "policy set max-life 90d -q",
        ]);
        Self { bench, secrets }
    }

    /// Asserts what each secret is answered, in the order in which they were made.
    fn verdicts(&self, verdicts: [&str; 12]) {
        for ((name, secret), verdict) in self.secrets.iter().zip(verdicts) {
            let told = self.bench.verify(secret, "--json");
            let json = told.json();
            let found = &json["verdicts"][0];
            let word = found["reason"].as_str().or_else(|| found["verdict"].as_str()).unwrap_or("nothing");
            assert_eq!(word, verdict, "{name}: {told}");
        }
    }
}

const AFTER: [&str; 12] = [
    "allow",
    "revoked",
    "rotated_out",
    "allow",
    "suspended",
    "allow",
    "allow",
    "revoked",
    "allow",
    "holder_blocked",
    "revoked",
    "revoked",
];

#[test]
fn what_was_taken_away_since_the_backup_stays_away() {
    let mut story = Story::told();
    story.verdicts(AFTER);
    let told = story.bench.ok("store restore ~/b.db --yes");
    told.stdout("");
    for words in [
        "the backup holds 12 tokens, 5 users and ",
        "revoked since, and so it stays: deploy token 2 `revoked` for the project grp/app\n",
        "revoked since, and so it stays: deploy token 3 `rotated`",
        "revoked since, and so it stays: project-access token 8 `bot`",
        "revoked since, and so it stays: job token 12",
        "stopped, ended or used since, and so it stays: deploy token 4 `overlapping`",
        "stopped, ended or used since, and so it stays: deploy token 5 `suspended`",
        "stopped, ended or used since, and so it stays: deploy token 6 `shortened`",
        "left since with its token: 1 bot user\n",
        "ended since, and over: 1 job\n",
        "made since, and gone: 2 live tokens, whose secrets open nothing any more\n",
        "ended or changed since, and back as before: 1 membership\n",
        "blocked or deleted since, and blocked: bob, eve\n",
        "stricter since, and so it stays: the policy `max-life` is 90d\n",
        "the store that was there is kept: ~/.local/share/tokctl/store.db.replaced-20260615T120100Z\n",
        "restored ~/.local/share/tokctl/store.db from ~/b.db\n",
    ] {
        told.says(words);
    }
    assert!(!told.err().contains("warning"), "{told}");
    // She is back, and can do nothing.
    let mut verdicts = AFTER;
    verdicts[10] = "revoked";
    story.verdicts(verdicts);
    let bench = &mut story.bench;
    let old = Kept::parse(&fs::read(bench.path("1")).unwrap()[..45]).unwrap();
    bench.verdict(&old, "", "unknown");
    assert_eq!(bench.ok("show 2 --json").json()["tokens"][0]["revoked_why"], "lost");
    bench.ok("store check").says("nothing is wrong");
    bench.later(86_400 * 3);
    let mut later = verdicts;
    (later[3], later[5], later[6]) = ("rotated_out", "expired", "expired");
    story.verdicts(later);
}

#[test]
fn a_rehearsal_says_the_same_and_changes_nothing() {
    let story = Story::told();
    let bench = &story.bench;
    let before = fs::read_dir(bench.data()).unwrap().count();
    let events = bench.ok("log list -q").ids();
    let told = bench.ok("store restore ~/b.db --dry-run");
    told.says("revoked since, and so it stays: deploy token 2").says("nothing was restored\n");
    let json = bench.ok("store restore ~/b.db --dry-run --json").json();
    let plan = &json["restorations"][0];
    assert_eq!(plan["revoked"], serde_json::json!([2, 3, 8, 11, 12]));
    assert_eq!(plan["limited"], serde_json::json!([4, 5, 6]));
    assert_eq!(
        (&plan["replaced"], &plan["relation"], &plan["kept"]),
        (&"sound".into(), &"continued".into(), &Value::Null)
    );
    assert_eq!(bench.ok("log list -q").ids(), events);
    assert_eq!(fs::read_dir(bench.data()).unwrap().count(), before);
    story.verdicts(AFTER);
    bench
        .refuses(2, &[("store restore ~/b.db", "a restore replaces the whole store, and nobody is there to be asked")]);
    story.verdicts(AFTER);
}

#[test]
fn a_refresh_secret_that_was_used_since_is_seen_as_used() {
    let bench = Bench::after(&["app add web --scope api"]);
    let first = bench.ok("create oauth --app web --user op -q").pair();
    bench.ok("store backup ~/b.db -q");
    bench.run_with(&bench.words("app refresh -q"), first.refresh.expose()).code(0).pair();
    bench.ok("store restore ~/b.db --yes").says("used since, and spent: 1 refresh secret");
    bench.run_with(&bench.words("app refresh -q"), first.refresh.expose()).code(1);
    bench.verify(&first.access, "").code(1);
}

#[test]
fn keys_and_runners_do_not_get_back_what_they_lost() {
    let bench = Bench::after(&["project add grp/a", "project add grp/b"]);
    fs::write(bench.path("key.pub"), crate::keys::ONE).unwrap();
    bench.ok("create deploy-key --key ~/key.pub --project grp/a --write -q");
    bench.ok("deploy-key enable 1 --project grp/b --write -q");
    let registration = bench.secret("create runner-registration --project grp/a -q --uses 2");
    for name in ["one", "two"] {
        bench
            .run_with(
                &bench.words(&format!("runner register --description {name} -q --to ~/{name}")),
                registration.expose(),
            )
            .code(0);
        if name == "one" {
            bench.ok("store backup ~/b.db -q");
        }
    }
    bench.all(&[
        "deploy-key disable 1 --project grp/a -q",
        "deploy-key enable 1 --project grp/b -q",
        "runner delete 1 --yes -q",
    ]);
    let told = bench.ok("store restore ~/b.db --yes");
    told.says("taken out of a project since, or from pushing there: 2 deploy keys").says("so it stays: 1 runner");
    let keys = bench.ok("deploy-key list --project grp/b --json").json();
    let key = &keys["tokens"][0];
    assert_eq!((&key["read_only"], &key["read_write"]), (&serde_json::json!(["grp/b"]), &serde_json::json!([])));
    assert_eq!(bench.ok("deploy-key list --project grp/a -q").ids(), Vec::<i64>::new());
    assert_eq!(bench.ok("runner list -q").ids(), Vec::<i64>::new());
    // Its uses were used up, by a runner that is gone.
    bench.run_with(&bench.words("runner register -q --to ~/three"), registration.expose()).code(1);
}

#[test]
fn numbers_are_never_given_twice() {
    let bench = Bench::after(&["create deploy -s read_registry -q --to ~/1", "store backup ~/b.db -q"]);
    bench.all(&["create deploy -s read_registry -q --to ~/2", "user add ann -q", "store restore ~/b.db --yes -q"]);
    bench.all(&["create deploy -s read_registry -q --to ~/3", "user add bob -q"]);
    assert_eq!(bench.ok("list -q").ids(), [1, 3]);
    let users = bench.ok("user list --json").json();
    assert_eq!(users["users"][1]["id"], 3);
    let lost = Kept::parse(&fs::read(bench.path("2")).unwrap()[..45]).unwrap();
    bench.verdict(&lost, "", "unknown");
}

#[test]
fn somebody_who_can_manage_the_store_is_left() {
    let bench = Bench::after(&["user add ann --admin", "store backup ~/b.db -q", "user add eve --admin"]);
    bench.all(&["user admin ann off --as eve -q", "user block op --as eve -q"]);
    bench.run("store restore ~/b.db --yes").code(4).says("the user `op` is blocked");
    let mut bench = bench;
    bench.login = "eve".into();
    let told = bench.ok("store restore ~/b.db --yes");
    told.says("back as an admin, since nobody else would be one: op, ann\n");
    told.says("warning: the backup knows no user of your login who can act\n");
    bench.login = "op".into();
    bench.ok("user list");
    bench.ok("store check");
}

#[test]
fn the_trail_tells_what_was_put_in_the_place_of_what() {
    let bench = Bench::after(&["create deploy -s read_registry -q --to ~/1", "store backup ~/b.db -q"]);
    bench.all(&["revoke 1 --yes -q"]);
    let head = bench.ok("store info --json").json()["stores"][0]["head"].as_str().unwrap().to_owned();
    bench.ok("store restore ~/b.db --yes -q");
    assert_eq!(bench.actions(2), ["token.revoke deploy-token-1", "store.restore ~/b.db"]);
    let events = bench.ok("log list --limit 1 --json").json();
    let after = &events["events"][0]["after"];
    assert_eq!(after["replaced_head"], format!("5 {head}"));
    assert!(after["backup_head"].as_str().unwrap().starts_with("3 "), "{after}");
    assert_eq!(after["revoked"], 1);
}

#[test]
fn time_does_not_run_backwards() {
    let mut bench =
        Bench::after(&["create deploy -s read_registry -q --expires 2d --to ~/1", "store backup ~/b.db -q"]);
    bench.later(3 * 86_400).ok("user add ann -q");
    // The clock is set back, so that only the store that is replaced knows how late it is.
    bench.later(-3 * 86_400).ok("store restore ~/b.db --yes -q");
    let secret = Kept::parse(&fs::read(bench.path("1")).unwrap()[..45]).unwrap();
    bench.verdict(&secret, "", "expired");
}

#[test]
fn restoring_is_for_admins_of_the_store_that_is_there() {
    let bench = Bench::after(&["user add ann", "store backup ~/b.db -q"]);
    for line in ["store restore ~/b.db --yes --as ann", "store restore ~/b.db --dry-run --as ann"] {
        bench.run(line).is(4, "", "error: only an admin may restore the store\n");
    }
    let mut stranger = bench;
    stranger.login = "eve".into();
    stranger.run("store restore ~/b.db --yes").code(4).says("this store knows no user `eve`");
}

#[test]
fn on_a_terminal_it_is_asked_for() {
    let mut bench = Bench::new();
    bench.as_myself();
    bench.all(&["create deploy -s read_registry -q --to ~/1", "store backup ~/b.db -q", "revoke 1 --yes -q"]);
    let (code, shown) = bench.process("store restore b.db").on_terminal("n");
    assert_eq!(code, 130, "{shown}");
    assert!(shown.contains("revoked since, and so it stays: deploy token 1") && shown.contains("nothing was restored"));
    let (code, shown) = bench.process("store restore b.db").on_terminal("y");
    assert_eq!(code, 0, "{shown}");
    assert!(shown.contains("restored "), "{shown}");
    assert_eq!(bench.actions(1), ["store.restore ~/b.db"]);
}
