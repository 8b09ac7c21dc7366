//! `create KIND --from FILE`: a token for each row of CSV or JSON Lines, all of them or none.

#![cfg(test)]

use std::fs;

use crate::bulk_creating::{all_of, open, secrets};
use crate::support::{Bench, Told};

fn bench() -> Bench {
    Bench::after(&["project add grp/app", "user add ann", "user add bob"])
}

fn create(bench: &Bench, options: &str, input: &str) -> Told {
    bench.run_with(&bench.words(&format!("create {options}")), input.as_bytes())
}

/// Of every live token what a row can say.
fn tokens(bench: &Bench) -> Vec<String> {
    let json = bench.ok("list --json").json();
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fields = ["name", "where", "scopes", "expires_at", "note"];
    let row = |token: &serde_json::Value| fields.map(|field| text(&token[field])).join(" ");
    json["tokens"].as_array().unwrap().iter().map(row).collect()
}

const CSV: &str = "note,name,scopes,expires,project,group\r\n\
    first,a,\"read_registry,write_registry\",2027-01-31,grp/app,\r\n\
    ,b,read_registry write_registry,,,grp\n\n\"x, y\",c,,never,,\n";

const JSONL: &str = r#"{"name":"a","note":"first","scopes":["read_registry","write_registry"],"expires":"2027-01-31","project":"grp/app"}

{"group":"grp","name":"b","scopes":"read_registry,write_registry","project":null,"note":""}
{"note":"x, y","expires":"never","name":"c"}
"#;

const EXPECTED: [&str; 3] = [
    r#"a grp/app ["read_registry","write_registry"] 2027-01-31T00:00:00Z first"#,
    r#"b grp ["read_registry","write_registry"] 2026-07-15T00:00:00Z null"#,
    r#"c op/default ["read_repository"] null x, y"#,
];

#[test]
fn csv_and_json_lines_say_the_same_from_a_file_and_from_standard_input() {
    for (name, text) in [("rows.csv", CSV), ("rows.jsonl", JSONL), ("csv", CSV), ("lines", JSONL)] {
        let bench = bench();
        fs::write(bench.path(name), text).unwrap();
        let told = bench.ok(&format!("create deploy --from ~/{name} -s read_repository --expires 30d"));
        told.says(
            "made 3 deploy tokens, 1 to 3 in 3 places\n  names     a to c\n  scopes    differ\n  expires   differ\n",
        );
        open(&bench, &secrets(&told.stdout_bytes()), 1..=3);
        assert_eq!(tokens(&bench), EXPECTED, "{name}");
        bench.ok("revoke --kind deploy --yes -q");
        create(&bench, "deploy --from - -s read_repository --expires 30d -q", text).code(0);
        assert_eq!(tokens(&bench), EXPECTED, "{name}");
        let event = &bench.ok("log list --limit 1 --json").json()["events"][0];
        assert_eq!(
            (&event["action"], &event["after"]["from"]),
            (&"token.create_many".into(), &"standard input".into())
        );
    }
}

#[test]
fn what_a_row_does_not_say_the_options_do() {
    let bench = bench();
    create(&bench, "deploy --from - -s read_registry --project grp/app --note n", "name\na\nb\n").code(0);
    create(&bench, "deploy --from - -s read_registry --group grp --name ci", "note\nx\ny\n").code(0);
    create(&bench, "personal --from - -s read_api", "user,name\nann,laptop\n,mine\nbob,laptop\n").code(0);
    assert_eq!(
        tokens(&bench),
        [
            r#"a grp/app ["read_registry"] null n"#,
            r#"b grp/app ["read_registry"] null n"#,
            r#"ci-1 grp ["read_registry"] null x"#,
            r#"ci-2 grp ["read_registry"] null y"#,
            r#"laptop ann ["read_api"] null null"#,
            r#"mine op ["read_api"] null null"#,
            r#"laptop bob ["read_api"] null null"#,
        ]
    );
    create(&bench, "runner-registration --from - --instance --uses 5", "{\"use_limit\":2}\n{\"name\":\"r\"}\n").code(0);
    let limit = |id: u32| bench.ok(&format!("show {id} --json")).json()["tokens"][0]["use_limit"].clone();
    assert_eq!((limit(8), limit(9)), (2.into(), 5.into()));
    create(&bench, "impersonation --from - -s api", "user\nann\nbob\n").code(0);
    create(&bench, "impersonation --from - -s api", "user,name\nann,x\n,y\n")
        .code(2)
        .says("error: line 3: no user is named, and an impersonation token acts as somebody\n");
    create(&bench, "project-access --from - -s api --project grp/app", "name\none\ntwo\n").code(0);
    assert_eq!(bench.ok("user list --json").json()["users"].as_array().unwrap().len(), 5);
}

#[test]
fn what_list_writes_is_made_once_more_in_another_store() {
    let from = bench();
    from.all(&[
        "create deploy -s read_registry,write_registry --name a --project grp/app --expires 2027-01-31 --note n -q --to ~/1",
        "create deploy -s read_repository --name b --group grp --username robot -q --to ~/2",
        "create deploy -s read_repository --name gone -q --to ~/3",
        "revoke 3 --yes",
        "create personal --user ann -s api --name c -q --to ~/4",
    ]);
    for format in ["jsonl", "csv"] {
        let to = bench();
        for kind in ["deploy", "personal"] {
            let listed = from.ok(&format!("list --kind {kind} --format {format}")).out();
            create(&to, &format!("{kind} --from -"), &listed).code(0);
            let all = from.ok(&format!("list --all --format {format}")).out();
            create(&to, &format!("{kind} --from -"), &all).code(2);
        }
        assert_eq!(tokens(&to), tokens(&from), "{format}");
        assert_eq!(to.ok("show 1 --json").json()["tokens"][0]["username"], "gitlab+deploy-token-1");
        assert_eq!(to.ok("show 2 --json").json()["tokens"][0]["username"], "robot");
    }
    let all = from.ok("list --all --kind deploy --format jsonl").out();
    create(&bench(), "deploy --from -", &all)
        .code(2)
        .says("error: line 3: its state is `revoked`, and what is made here is active\n");
    create(&bench(), "deploy --from -", "{\"boundary\":\"user\",\"where\":\"ann\",\"scopes\":[\"read_registry\"]}")
        .code(2)
        .says("error: line 1: deploy tokens have no `user`\n");
}

#[test]
fn whatever_is_wrong_in_any_row_is_said_with_its_line_and_nothing_is_made() {
    let bench = bench();
    bench.ok("create deploy -s read_registry --project grp/app --name taken -q --to ~/0");
    let before = all_of(&bench);
    let header =
        "name,note,scopes,expires,project,group,user,username,use_limit,kind,state,boundary,where,expires_at\n";
    let good = "fine,,read_registry,,grp/app,,,,,,,,,\n";
    let cases: &[(i32, &str, &str)] = &[
        (5, "fine,,read_registry,,grp/app,,,,,,,,,", "line 3: line 2 makes a deploy token called `fine` there already"),
        (5, "taken,,read_registry,,grp/app,,,,,,,,,", "line 3: a live deploy token is called `taken` there already"),
        (2, "7,,read_registry,,grp/app,,,,,,,,,", "line 3: this name cannot be used"),
        (2, "x,\"two\nlines\",read_registry,,grp/app,,,,,,,,,", "line 3: this text cannot be used"),
        (2, "x,,,,grp/app,,,,,,,,,", "line 3: no scope is named"),
        (2, "x,,read_everything,,grp/app,,,,,,,,,", "line 3: `read_everything` is no scope"),
        (2, "x,,api,,grp/app,,,,,,,,,", "line 3: a deploy token cannot carry the scope `api`"),
        (2, "x,,read_registry,soon,grp/app,,,,,,,,,", "line 3: `soon` is no end"),
        (2, "x,,read_registry,2026-06-15,grp/app,,,,,,,,,", "line 3: `2026-06-15` is over already"),
        (2, "x,,read_registry,30d,grp/app,,,,,,,,,2027-01-31", "line 3: it has both `expires` and `expires_at`"),
        (2, "x,,read_registry,,grp/app,,,,,,,,,2027-01-31T01:00:00Z", "line 3: `2027-01-31T01:00:00Z` is no end"),
        (3, "x,,read_registry,,grp/none,,,,,,,,,", "line 3: there is no project `grp/none`"),
        (2, "x,,read_registry,,grp/app,grp,,,,,,,,", "line 3: it names two places"),
        (2, "x,,read_registry,,,,ann,,,,,,,", "line 3: deploy tokens have no `user`"),
        (2, "x,,read_registry,,grp/app,,,a b,,,,,,", "line 3: this username cannot be used"),
        (2, "x,,read_registry,,grp/app,,,,3,,,,,", "line 3: deploy tokens have no `use_limit`"),
        (
            2,
            "x,,read_registry,,grp/app,,,,,personal,,,,",
            "line 3: its kind is `personal`, and deploy tokens are made here",
        ),
        (2, "x,,read_registry,,,,,,,,,project,,", "line 3: `boundary` and `where` do not go together"),
        (2, "x,,read_registry", "line 3: it has 3 cells, and there are 14 columns"),
    ];
    for (code, row, words) in cases {
        create(&bench, "deploy --to ~/out --from -", &format!("{header}{good}{row}\n"))
            .code(*code)
            .stdout("")
            .says(words);
    }
    let lines: &[(i32, &str, &str)] = &[
        (2, r#"{"name":"x","name":"y"}"#, "line 2: the field `name` stands there twice"),
        (2, r#"{"id":1,"id":2}"#, "line 2: the field `id` stands there twice"),
        (2, r#"{"colour":"red"}"#, "line 2: `colour` is no field"),
        (2, r#"{"secret":"x"}"#, "line 2: `secret` is no field"),
        (2, r#"{"name":7}"#, "line 2: `name` is neither a text nor null"),
        (2, r#"{"scopes":[1]}"#, "line 2: `scopes` is neither a text, nor texts in brackets, nor null"),
        (2, r#"{"use_limit":[]}"#, "line 2: `use_limit` is neither a number nor null"),
        (2, r#"["a"]"#, "line 2: this is no JSON object"),
    ];
    for (code, line, words) in lines {
        let input = format!("{{\"user\":null,\"group\":\"grp\",\"name\":\"fine\"}}\n{line}\n");
        create(&bench, "deploy -s read_registry --to ~/out --from -", &input).code(*code).stdout("").says(words);
    }
    assert_eq!(all_of(&bench), before);
    assert!(!bench.path("out").exists());
}

#[test]
fn who_may_not_make_one_of_them_makes_none() {
    let bench = bench();
    bench.all(&["project add ann/tools", "member add ann --project grp/app --role developer"]);
    let before = all_of(&bench);
    create(&bench, "deploy -s read_registry --from - --as ann", "project\nann/tools\ngrp/app\n")
        .code(4)
        .stdout("")
        .says("error: line 3: `ann` may not make or bring back deploy tokens there\n");
    assert_eq!(all_of(&bench), before);
}

#[test]
fn a_file_without_a_row_or_that_cannot_be_read_makes_nothing() {
    let bench = bench();
    for text in ["", "\n\n", "name\n", "name,scopes\n\n"] {
        create(&bench, "deploy -s read_registry --from -", text)
            .code(2)
            .stdout("")
            .says("error: there is no row in standard input, so no token was made\n");
    }
    create(&bench, "deploy -s read_registry --from -", "ann\nbob\n").code(2).says("line 1: `ann` is no column");
    create(&bench, "deploy -s read_registry --from -", "name,name\n")
        .code(2)
        .says("line 1: the column `name` stands there twice");
    bench.run("create deploy -s read_registry --from ~/none.csv").code(2).says("cannot read `~/none.csv`");
    bench.run("create deploy -s read_registry --from ~").code(2).says("is a directory");
    bench.run("list --all -q").is(0, "", "");
}

#[test]
fn a_secret_among_the_rows_is_refused_and_not_repeated() {
    let bench = bench();
    let secret = bench.secret("create deploy -s read_registry").text();
    for text in [
        format!("name,note\nx,{secret}\n"),
        format!("name\n{secret}\n"),
        format!("{secret}\nx\n"),
        format!("{{\"note\":\"{secret}\"}}"),
        format!("{{\"{secret}\":1}}"),
        format!("{{\"scopes\":[\"{secret}\"]}}"),
        format!("{{\"kind\":\"{secret}\"}}"),
    ] {
        let told = create(&bench, "deploy -s read_registry --from -", &text);
        told.code(2).stdout("").says("secret");
        assert!(!String::from_utf8_lossy(&told.raw()).contains(&secret), "{told}");
    }
    assert_eq!(bench.ok("list --all -q").ids(), [1]);
}

#[test]
fn the_same_rows_are_made_only_once() {
    let bench = bench();
    let rows = "name,expires\na,30d\nb,never\n";
    let line = "deploy -s read_registry --from - --to ~/out --if-not-exists";
    create(&bench, line, rows).code(0);
    create(&bench, line, rows).is(0, "", "nothing to do: ~/out holds the live secrets of these 2 tokens\n");
    create(&bench, line, "name,expires\nb,never\na,30d\n").code(5).says("it holds the live secret of token 1\n");
    create(&bench, line, "name\na\n").code(5);
    assert_eq!(bench.ok("list -q").ids(), [1, 2]);
}

#[test]
fn ten_thousand_rows_are_all_or_none() {
    let bench = bench();
    let row = |number: u32| format!("laptop-{number},{}\n", if number.is_multiple_of(2) { "ann" } else { "bob" });
    let rows: String = (1..=10_000).map(row).collect();
    let text = format!("name,user\n{rows}laptop-9999,bob\n");
    create(&bench, "personal -s read_api --from - --to ~/out", &text)
        .code(5)
        .says("line 10002: line 10000 makes a personal token called `laptop-9999` there already\n");
    assert!(!bench.path("out").exists());
    create(&bench, "personal -s read_api --from - --to ~/out", &format!("name,user\n{rows}"))
        .code(0)
        .says("in 2 places");
    let kept = secrets(&fs::read(bench.path("out")).unwrap());
    assert_eq!((kept.len(), bench.ok("list --count").out().as_str()), (10_000, "10000\n"));
    open(&bench, &kept[4_999..5_001], 5_000..=5_001);
    assert_eq!(bench.ok("show 5001 --json").json()["tokens"][0]["name"], "laptop-5001");
}
