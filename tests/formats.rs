//! The formats of a listing: none, one and three tokens in each.

#![cfg(test)]

use serde_json::json;

use crate::support::Bench;

const KEYS: &str = "id,kind,name,state,boundary,where,scopes,expires_at,username,holder,created_at,created_by,note,\
                    fingerprint,revoked_at,revoked_why,rotated_at,predecessor,runner,job,\
                    used_at,used_from,uses,alarms,suspended_until,holder_blocked,renewable";

const FIRST_JSON: &str = "{\"id\":1,\"kind\":\"deploy\",\"name\":\"ci\",\"state\":\"active\",\"boundary\":\"project\",\
    \"where\":\"op/default\",\"scopes\":[\"read_repository\",\"read_registry\"],\
    \"expires_at\":\"2027-01-31T00:00:00Z\",\"username\":\"robot\",\"holder\":null,\
    \"created_at\":\"2026-06-15T12:00:00Z\",\"created_by\":\"op\",\"note\":\"for the night, \\\"build\\\"\",\
    \"fingerprint\":\"fp:…\",\"revoked_at\":null,\"revoked_why\":null,\"rotated_at\":null,\"predecessor\":null,\"runner\":null,\"job\":null,\
    \"used_at\":null,\"used_from\":null,\"uses\":0,\"alarms\":0,\"suspended_until\":null,\"holder_blocked\":false,\"renewable\":false}";

const FIRST_CSV: &str = "1,deploy,ci,active,project,op/default,read_repository read_registry,2027-01-31T00:00:00Z,robot,,\
    2026-06-15T12:00:00Z,op,\"for the night, \"\"build\"\"\",fp:…,,,,,,,,,0,0,,false,false\r\n";

fn with_one() -> Bench {
    Bench::after(&["create deploy -s read_registry,read_repository --name ci --expires 2027-01-31 --username robot \
         --note 'for the night, \"build\"'"])
}

fn with_three() -> Bench {
    let mut bench = with_one();
    bench.later(60).all(&[
        "create personal -s api --name '=1+1'",
        "group add grp",
        "create deploy --group grp -s write_registry",
        "rotate 3 --overlap 1d",
    ]);
    bench.ok("revoke 2 --yes --reason lost");
    bench
}

#[test]
fn nothing_is_well_formed_in_every_format() {
    let bench = Bench::founded();
    let hint = "no token matches\n";
    bench.run("list").is(0, "", hint);
    bench.run("list --format table").is(0, "", hint);
    bench.run("list --json").is(0, "{\"version\":1,\"tokens\":[]}\n", "");
    bench.run("list --format jsonl").is(0, "", "");
    bench.run("list --format csv").is(0, &format!("{KEYS}\r\n"), "");
    bench.run("list --format ids").is(0, "", "");
    bench.run("list -q").is(0, "", "");
}

#[test]
fn one_token_in_every_format() {
    let bench = with_one();
    let table = "ID  KIND    NAME  STATE   WHERE       SCOPES                         EXPIRES\n \
                  1  deploy  ci    active  op/default  read_repository read_registry  2027-01-31\n";
    bench.run("list").is(0, table, "");
    bench.run("list --json").is(0, &format!("{{\"version\":1,\"tokens\":[\n{FIRST_JSON}\n]}}\n"), "");
    bench.run("list --format jsonl").is(0, &format!("{FIRST_JSON}\n"), "");
    bench.run("list --format csv").is(0, &format!("{KEYS}\r\n{FIRST_CSV}"), "");
    bench.run("list --format ids").is(0, "1\n", "");
}

#[test]
fn three_tokens_in_every_format() {
    let bench = with_three();
    bench.run("list --all").is(
        0,
        "ID  KIND      NAME            STATE    WHERE       SCOPES                         EXPIRES\n \
          1  deploy    ci              active   op/default  read_repository read_registry  2027-01-31\n \
          2  personal  =1+1            revoked  op          api                            never\n \
          3  deploy    deploy-token-3  active   grp         write_registry                 2026-06-16T12:01:00Z\n \
          4  deploy    deploy-token-3  active   grp         write_registry                 never\n",
        "",
    );
    bench.run("list --all --format ids").is(0, "1\n2\n3\n4\n", "");
    let all = bench.ok("list --all --json").json();
    let lines: Vec<serde_json::Value> =
        bench.ok("list --all --format jsonl").out().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(all["tokens"], serde_json::Value::Array(lines));
    let csv = bench.ok("list --all --format csv").out();
    let rows: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[0], KEYS);
    assert_eq!(
        rows[2],
        "2,personal,'=1+1,revoked,user,op,api,,,op,2026-06-15T12:01:00Z,op,,fp:…,2026-06-15T12:01:00Z,lost,,,,,,,0,0,,false,false"
    );
    assert_eq!(
        rows[3],
        "3,deploy,deploy-token-3,active,group,grp,write_registry,2026-06-16T12:01:00Z,gitlab+deploy-token-3,,\
         2026-06-15T12:01:00Z,op,,fp:…,,,2026-06-15T12:01:00Z,,,,,,0,0,,false,false"
    );
    assert_eq!(
        rows[4],
        "4,deploy,deploy-token-3,active,group,grp,write_registry,,gitlab+deploy-token-3,,\
         2026-06-15T12:01:00Z,op,,fp:…,,,,3,,,,,0,0,,false,false"
    );
}

#[test]
fn an_unknown_format_is_refused_with_the_near_one() {
    let bench = Bench::founded();
    bench.run("list --format jsno").code(2).stdout("").says("did you mean `json`?");
    bench.run("list --format json --json").code(2).stdout("");
    bench.run("create deploy -s read_registry --format csv").is(
        2,
        "",
        "error: a secret is not handed over as csv\nhint: the forms are those of `--emit`, as in `--emit secret` or `--emit json`\n",
    );
}

#[test]
fn columns_are_chosen_by_their_json_names_and_the_id_is_always_there() {
    let bench = with_one();
    bench.run("list --columns name,username").is(0, "ID  NAME  USERNAME\n 1  ci    robot\n", "");
    bench.run("list --columns username,id").is(0, "USERNAME  ID\nrobot      1\n", "");
    bench.run("list --columns name,name --json").is(
        0,
        "{\"version\":1,\"tokens\":[\n{\"id\":1,\"name\":\"ci\"}\n]}\n",
        "",
    );
    bench.run("list --columns fingerprint --format csv").is(0, "id,fingerprint\r\n1,fp:…\r\n", "");
    bench.run("list --columns secret").code(2).stdout("").says("error: there is no column `secret`\n  there are id,");
}

#[test]
fn a_count_is_a_number_or_an_object() {
    let bench = with_three();
    bench.run("list --count").is(0, "3\n", "");
    bench.run("list --count -q").is(0, "3\n", "");
    bench.run("list --count --all --json").is(0, "{\"version\":1,\"count\":4}\n", "");
    bench.run("list --count --revoked --fail-if-any").is(6, "1\n", "");
    bench.run("list --count --expired --fail-if-any").is(0, "0\n", "");
    bench.run("list --count --limit 2").code(2).stdout("");
}

#[test]
fn colour_is_never_where_nobody_asked_for_it() {
    let mut bench = with_one();
    assert!(!bench.ok("list").out().contains('\u{1b}'));
    assert!(bench.ok("list --color always").out().contains('\u{1b}'));
    bench.environment.force_color = true;
    assert!(bench.ok("list").out().contains('\u{1b}'));
    assert!(!bench.ok("list --color never").out().contains('\u{1b}'));
    bench.environment.no_color = true;
    assert!(!bench.ok("list").out().contains('\u{1b}'));
    assert!(!bench.ok("list --json --color always").out().contains('\u{1b}'));
}

/// What changes something prints the thing as it is since, where a format is asked for, and nothing otherwise.
#[test]
fn whatever_changes_something_answers_in_the_format_that_was_asked_for() {
    let bench = Bench::after(&["user add ann", "project add grp/app", "create runner --project grp/app --to ~/secret"]);
    let steps = [
        ("member add ann --project grp/app --role guest", "members", "role", json!("guest")),
        ("member remove ann --project grp/app", "tokens", "", json!(null)),
        ("user block ann", "users", "blocked", json!(true)),
        ("user block ann", "users", "blocked", json!(true)),
        ("user unblock ann", "users", "blocked", json!(false)),
        ("user admin ann on", "users", "admin", json!(true)),
        ("user rename ann bob", "users", "username", json!("bob")),
        ("policy set max-life 90d", "policies", "value", json!("90d")),
        ("runner pause 1", "runners", "status", json!("paused")),
        ("runner resume 1", "runners", "where", json!("grp/app")),
        ("runner rename 1 builder", "runners", "description", json!("builder")),
        ("store sweep", "bots", "", json!(null)),
    ];
    for (line, things, key, value) in steps {
        let told = bench.ok(&format!("{line} --json")).json();
        assert_eq!(told["version"], 1, "{line}");
        if key.is_empty() {
            assert_eq!(told[things], json!([]), "{line}");
        } else {
            assert_eq!(told[things][0][key], value, "{line}");
        }
    }
    for line in ["user block bob", "policy set max-life 80d", "runner pause 1", "store init", "store sweep"] {
        assert_eq!(bench.ok(line).out(), "", "{line}");
    }
    let path = bench.ok("store path").out();
    for line in ["store path --json", "store init --json"] {
        assert_eq!(bench.ok(line).json(), json!({"version": 1, "stores": [{"path": path.trim_end()}]}), "{line}");
    }
    assert_eq!(bench.ok("store path -q").out(), path);
}
