//! The filters and orders of `log list`.

#![cfg(test)]

use crate::support::Bench;

/// A trail of three days.
fn bench() -> Bench {
    let mut bench =
        Bench::after(&["user add ann --admin", "user add bob", "project add grp/sub/app", "project add far/away"]);
    bench.at("2026-06-16T12:00:00Z").all(&[
        "create deploy --project grp/sub/app -s read_registry --name ci --expires 90d --to ~/1",
        "create deploy --group grp -s read_registry --name wide --to ~/2",
        "create personal --user bob -s api --name mine --to ~/3 --as ann",
        "rotate 1 --to ~/4 --overlap 1d",
    ]);
    bench.at("2026-06-17T12:00:00Z").all(&[
        "rotate 4 --to ~/5",
        "revoke 2 --yes --reason 'spring cleaning' --as ann",
        "user rename ann anna",
        "project delete far/away --yes",
        "user delete bob --yes",
    ]);
    bench
}

/// Returns the actions and names of the events that a command lists.
fn told(bench: &Bench, options: &str) -> Vec<String> {
    let json = bench.ok(&format!("log list --json {options}")).json();
    let text = |event: &serde_json::Value, key: &str| event[key].as_str().unwrap().to_owned();
    let events = json["events"].as_array().unwrap();
    events.iter().map(|event| format!("{} {}", text(event, "action"), text(event, "name"))).collect()
}

#[test]
fn events_are_selected_by_time() {
    let bench = bench();
    let days = |options: &str| -> Vec<String> {
        let out = bench.ok(&format!("log list --columns at --format csv {options}")).out();
        let mut days: Vec<String> = out.lines().skip(1).map(|line| line[line.len() - 12..][..2].to_owned()).collect();
        days.dedup();
        days
    };
    let cases: [(&str, &[&str]); 12] = [
        ("", &["15", "16", "17"]),
        ("--since 2026-06-16", &["16", "17"]),
        ("--until 2026-06-16", &["15"]),
        ("--since 2026-06-16 --until 2026-06-17", &["16"]),
        ("--since 2026-06-16T12:00:00Z", &["16", "17"]),
        ("--since 2026-06-16T12:00:01Z", &["17"]),
        ("--until 2026-06-16T12:00:00Z", &["15"]),
        ("--until 2026-06-16T14:00:01+02:00", &["15", "16"]),
        ("--since 24h", &["16", "17"]),
        ("--since 23h", &["17"]),
        ("--until 1d", &["15"]),
        ("--since 2026-06-17T12:00:01Z", &[]),
    ];
    for (options, expected) in cases {
        assert_eq!(days(options), expected, "{options}");
    }
    bench.run("log list --since 2026-06-17 --until 2026-06-16").is(
        2,
        "",
        "error: 2026-06-17T00:00:00Z is later than 2026-06-16T00:00:00Z, so nothing lies between them\n\
         hint: `--since` is the earlier of the two moments, `--until` the later one\n",
    );
    bench.run("log list --count --since 1h --until 2h").code(2);
    assert_eq!(days("--since 1970-01-01 --until 9999-12-31"), ["15", "16", "17"]);
}

#[test]
fn events_are_selected_by_who_acted() {
    let bench = bench();
    // Ann is called anna since, and acted under her old name.
    let hers = ["token.create mine", "token.revoke wide"];
    assert_eq!(told(&bench, "--actor ann"), hers);
    assert_eq!(told(&bench, "--actor anna"), hers);
    let all = told(&bench, "").len();
    assert_eq!(told(&bench, "--actor op").len(), all, "also in another's place");
    assert_eq!(told(&bench, "--actor bob"), [""; 0], "who is gone may have done nothing");
    bench.run("log list --actor nobody").is(
        3,
        "",
        "error: nobody called `nobody` is in the store or in the trail\nhint: `tokctl user list` shows who there is\n",
    );
    bench.run("log list --actor anne").code(3).says("did you mean `anna`?");
}

#[test]
fn events_are_selected_by_what_was_done() {
    let bench = bench();
    let cases: [(&str, &[&str]); 6] = [
        ("alarm.*", &[]),
        ("token.revoke", &["token.revoke wide", "token.revoke mine"]),
        ("token.ro*", &["token.rotate ci", "token.rotate ci"]),
        ("*.delete", &["project.delete far/away", "user.delete bob"]),
        ("*.delete,user.rename", &["user.rename anna", "project.delete far/away", "user.delete bob"]),
        ("user.rename --action project.delete", &["user.rename anna", "project.delete far/away"]),
    ];
    for (actions, expected) in cases {
        assert_eq!(told(&bench, &format!("--action {actions}")), expected, "{actions}");
        assert_eq!(bench.ok(&format!("log list --count --action {actions}")).out(), format!("{}\n", expected.len()));
    }
    bench.run("log list --action '[a'").code(2).says("invalid value");
    for (action, near) in [("token.crate", "token.create"), ("'TOKEN.*'", "token.*"), ("token", "token.*")] {
        let told = bench.run(&format!("log list --action {action}"));
        let action = action.trim_matches('\'');
        told.code(2).stdout("").says(&format!("the trail knows no action `{action}`\nhint: did you mean `{near}`"));
    }
    bench.run("log list --count --action 'token.*,zz.*'").code(2).says("`tokctl help events` lists what the trail");
}

#[test]
fn events_are_selected_by_what_it_was_done_to() {
    let bench = bench();
    assert_eq!(told(&bench, "--object user:3"), ["user.add bob", "user.delete bob"]);
    assert_eq!(told(&bench, "--object project").len(), 4);
    bench.run("log list --object usr:2").is(
        2,
        "",
        "error: the trail knows no sort of things `usr`\nhint: did you mean `user`?\n",
    );
    assert_eq!(told(&bench, "--object token:2"), ["token.create wide", "token.revoke wide"]);
    bench.refuses(
        2,
        &[
            ("log list --object Token", "a sort of things is a word in lower case"),
            ("log list --object token:x", "an id is a number"),
            ("log list --object :3", "a sort of things is a word"),
            ("log list --object ''", "a sort of things is a word"),
            ("log list --token ci", "an id is a number"),
            ("log list --token 1 --object user", "cannot be used with"),
        ],
    );
}

/// A token that was rotated twice: its life is that of all three, whichever is named.
#[test]
fn one_life_is_told_through_every_rotation() {
    let bench = bench();
    let life = ["token.create ci", "token.rotate ci", "token.replaced ci", "token.rotate ci", "token.replaced ci"];
    for id in [1, 4, 5] {
        assert_eq!(told(&bench, &format!("--token {id}")), life, "{id}");
        assert_eq!(bench.ok(&format!("log list --count --token {id}")).out(), "5\n");
    }
    assert_eq!(told(&bench, "--object token:4"), ["token.rotate ci", "token.replaced ci"]);
    assert_eq!(told(&bench, "--token 4 --since 2026-06-17"), life[3..]);
    assert_eq!(told(&bench, "--token 4 --until 2026-06-17 --action token.r*"), life[1..3]);
    bench.run("log list --token 99").code(3).stdout("").says("error: there is no token `99`");
}

#[test]
fn the_family_of_a_pair_is_one_life() {
    let bench = Bench::after(&["app add dash --scope read_api", "create oauth --app dash --to ~/pair"]);
    bench.ok("app refresh --secret-file ~/pair --to ~/next");
    bench.run("app refresh --secret-file ~/pair --to ~/never").code(1);
    let life = [
        "token.create dash",
        "token.refresh dash",
        "token.replaced dash",
        "token.revoke dash",
        "alarm.refresh_reuse dash",
    ];
    let found = told(&bench, "--token 2");
    let actions: Vec<&str> = found.iter().filter_map(|told| told.split(' ').next()).collect();
    assert_eq!(actions, life.map(|told| told.split(' ').next().unwrap()), "{found:?}");
}

#[test]
fn events_are_selected_by_where_they_happened_also_where_that_is_gone() {
    let bench = bench();
    let of_app = [
        "project.add grp/sub/app",
        "token.create ci",
        "token.rotate ci",
        "token.replaced ci",
        "token.rotate ci",
        "token.replaced ci",
    ];
    assert_eq!(told(&bench, "--project grp/sub/app"), of_app);
    assert_eq!(told(&bench, "--group grp/sub"), [&["group.add grp/sub"][..], &of_app].concat());
    let of_group = told(&bench, "--group grp");
    assert_eq!(of_group.len(), 2 + 1 + of_app.len() + 2, "{of_group:?}");
    assert!(
        ["group.add grp", "member.add op", "token.revoke wide"]
            .iter()
            .all(|told| of_group.contains(&(*told).to_owned()))
    );
    assert_eq!(told(&bench, "--project far/away"), ["project.add far/away", "project.delete far/away"]);
    assert_eq!(
        told(&bench, "--group far"),
        ["group.add far", "member.add op", "project.add far/away", "project.delete far/away"]
    );
    bench.all(&["group rename grp all", "group delete all --yes"]);
    // What is gone is found by the path that it had last.
    assert_eq!(told(&bench, "--project all/sub/app --action token.*").len(), 6, "with the end of the last token");
    assert_eq!(told(&bench, "--group all --object token").len(), 8);
    bench.refuses(
        3,
        &[
            ("log list --project grp/sub/app", "error: there is no project `grp/sub/app`"),
            ("log list --project far/awa", "error: there is no project `far/awa`"),
            ("log list --group grp", "error: there is no group `grp`"),
        ],
    );
    bench.refuses(2, &[("log list --project a/b --group a", "cannot be used with"), ("log list --group ''", "")]);
}

#[test]
fn the_newest_of_those_that_are_meant_come_in_either_direction() {
    let bench = bench();
    let users = ["user.add op", "user.add ann", "user.add bob", "user.rename anna", "user.delete bob"];
    for (options, expected) in [("", &users[..]), ("--limit 2", &users[3..]), ("--limit 9", &users[..])] {
        let forth = told(&bench, &format!("--action user.* {options}"));
        let mut back = told(&bench, &format!("--action user.* --reverse {options}"));
        assert_eq!(forth, expected, "{options}");
        back.reverse();
        assert_eq!(back, expected, "{options}");
    }
    bench.run("log list --limit 1 -r -q --object project").is(
        0,
        &format!("{}\n", bench.ok("log list -q --object project").ids()[3]),
        "",
    );
    bench.run("log list --object runner --limit 3").is(0, "", "no event matches\n");
    bench.refuses(
        2,
        &[("log list --limit 0", ""), ("log list --count --limit 2", ""), ("log list --count --reverse", "")],
    );
    bench.run("log list --count --json --object project").is(0, "{\"version\":1,\"count\":4}\n", "");
}

#[test]
fn columns_are_chosen_and_the_number_is_always_there() {
    let bench = Bench::founded();
    bench.run("log list --columns action,command --format csv").is(
        0,
        "sequence,action,command\r\n1,user.add,store init\r\n2,project.add,store init\r\n",
        "",
    );
    bench.run("log list --columns secret").code(2).says("error: there is no column `secret`\n  there are sequence,");
}
