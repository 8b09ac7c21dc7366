//! Impersonation tokens: made by admins, and what the user sees of them.

#![cfg(test)]

use serde_json::Value;

use crate::support::Bench;

fn bench() -> Bench {
    Bench::after(&[
        "user add ann",
        "user add eve",
        "user add root --admin",
        "project add grp/app",
        "member add ann --project grp/app --role developer",
    ])
}

const CREATE: &str =
    "create impersonation --user ann -s api --name hidden --note secret --expires 30d -q --to ~/secret";

#[test]
fn an_impersonation_token_acts_as_its_user_and_the_trail_has_both() {
    let bench = bench();
    let secret = bench.secret("create impersonation --user ann -s api --as root -q");
    bench.verdict(&secret, "--access repository:write --project grp/app", "allow");
    bench.verdict(&secret, "--access registry:delete --project grp/app", "role");
    let json = bench.ok("log list --json --limit 1").json();
    let event = &json["events"][0];
    assert_eq!((&event["actor"], &event["operator"]), (&"root".into(), &"op".into()));
    let after = &event["after"];
    assert_eq!((&after["user"], &after["user_id"]), (&"ann".into(), &2.into()));
    bench.ok("policy set impersonation off");
    bench.verdict(&secret, "--access repository:write --project grp/app", "policy");
    bench.refuses(4, &[("create impersonation --user ann -s api", "policy `impersonation`"), ("rotate 1", "is off")]);
}

#[test]
fn only_admins_make_them_and_not_of_everybody() {
    let bench = bench();
    bench.all(&["user add joe", "user block joe"]);
    bench.refuses(
        4,
        &[
            ("create impersonation --user ann -s api --as eve", "only an admin may"),
            ("create impersonation --user ann -s api --as ann", "only an admin may"),
            ("create impersonation --user root -s api", "is an admin and cannot be impersonated"),
            ("create impersonation --user joe -s api", "is blocked"),
            ("create impersonation --user ann -s sudo", "for admins only"),
        ],
    );
    bench.refuses(2, &[("create impersonation -s api", "no user is named")]);
    bench.refuses(3, &[("create impersonation --user nobody -s api", "there is no user `nobody`")]);
    bench.run("list --all --count").is(0, "0\n", "");
}

#[test]
fn the_user_sees_that_it_exists_and_no_more() {
    let bench = bench();
    bench.ok(CREATE);
    let listed = bench.ok("list --json --as ann").json();
    let shown = bench.ok("show 1 --json --as ann").json();
    for token in [&listed["tokens"][0], &shown["tokens"][0]] {
        let told: Vec<(&str, &Value)> =
            token.as_object().unwrap().iter().map(|(key, value)| (key.as_str(), value)).collect();
        for (key, value) in told {
            let expected: Value = match key {
                "id" => 1.into(),
                "kind" => "impersonation".into(),
                "state" => "active".into(),
                "boundary" => "user".into(),
                "where" => "ann".into(),
                _ => Value::Null,
            };
            assert_eq!(*value, expected, "{key}");
        }
    }
    bench.run("list --as ann").is(
        0,
        "ID  KIND           NAME  STATE   WHERE  SCOPES  EXPIRES\n 1  impersonation  -     active  ann    -       -\n",
        "",
    );
    bench.run("list -q --as eve").is(0, "", "");
    bench.run("show 1 --as eve").code(3).says("there is no token `1`");
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["name"], "hidden");
}

#[test]
fn no_filter_and_no_order_tells_the_user_what_is_hidden() {
    let bench = bench();
    bench.all(&[CREATE, "create personal --as ann -s read_api --name a --expires 10d -q --to ~/a"]);
    for options in
        ["", "--kind impersonation,personal", "--user ann", "--all", "--sort name", "--sort expires", "--sort used"]
    {
        let ids = bench.ok(&format!("list -q --as ann {options}")).ids();
        assert!(ids.contains(&1) && ids.contains(&2), "{options}");
    }
    for options in [
        "--name hid*",
        "--note secret",
        "--scope api",
        "--access api:write",
        "--created-by op",
        "--expiring 40d",
        "--never-used",
        "--created-after 2026-01-01",
        "--created-before 2027-01-01",
    ] {
        assert!(bench.ok(&format!("list -q {options}")).ids().contains(&1), "{options}");
        assert!(!bench.ok(&format!("list -q --as ann {options}")).ids().contains(&1), "{options}");
        let count = bench.ok(&format!("list --count --as ann {options}")).out();
        assert_eq!(count.trim(), bench.ok(&format!("list -q --as ann {options}")).ids().len().to_string());
    }
    bench.run("show hidden --user ann --as ann").code(3).says("there is no live token `hidden` there");
}

#[test]
fn the_user_can_do_nothing_to_it() {
    let bench = bench();
    bench.ok(CREATE);
    bench.refuses(
        4,
        &[
            ("revoke 1 --yes --as ann", "`ann` may not end impersonation tokens there"),
            ("rotate 1 --as ann", "`ann` may not make or bring back impersonation tokens there"),
        ],
    );
    bench.ok("rotate 1 --as root -q --to ~/new");
    bench.ok("revoke 2 --yes");
    let told = &bench.ok("list --revoked --json --as ann").json()["tokens"][0];
    assert_eq!((&told["state"], &told["revoked_at"]), (&"revoked".into(), &Value::Null));
}

#[test]
fn who_revokes_all_his_own_leaves_those_out_that_others_made_to_act_as_him() {
    let bench = bench();
    bench.all(&[CREATE, "create personal -s api --as ann --to ~/own"]);
    let out = "left out: 1 impersonation token is an admin's to revoke\n";
    bench.run("revoke --user ann --yes --as ann").code(0).says(out).says("revoked: personal token 2 `");
    bench.run("revoke --user ann --yes --as ann").is(0, "", &format!("{out}no token matches, so none was revoked\n"));
    assert_eq!(bench.ok("list --user ann -q").ids(), [1]);
}
