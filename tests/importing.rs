//! Records imported from CSV and JSON Lines: checked line by line, all of them or none.

#![cfg(test)]

use std::fmt::Write as _;
use std::fs;

use crate::support::{Bench, Child};

const HEADER: &str = "kind,project,reference,title,author,editor,assignee,created_at\n";

fn bench() -> Bench {
    Bench::after(&[
        "user add ann",
        "user add joe",
        "project add grp/app",
        "project add grp/open --visibility public",
        "create project-access --project grp/app -s api -q --to ~/bot",
        "user block joe",
    ])
}

fn import(bench: &Bench, options: &str, input: &str) -> crate::support::Told {
    bench.run_with(&bench.words(&format!("record import {options}")), input.as_bytes())
}

/// Everything of a record but its number.
fn records(bench: &Bench) -> Vec<String> {
    let json = bench.ok("record list --json").json();
    let fields = ["kind", "project", "reference", "title", "author", "editor", "assignee", "created_at"];
    let row =
        |record: &serde_json::Value| fields.map(|field| record[field].as_str().unwrap_or("-").to_owned()).join(" ");
    json["records"].as_array().unwrap().iter().map(row).collect()
}

const EXPECTED: [&str; 3] = [
    "issue grp/app #7 It, broke ann project_2_bot ann 2026-01-31T12:00:00Z",
    "note grp/app note-2 second project_2_bot - - 2026-01-31T00:00:00Z",
    "snippet - $3 mine op - - 2026-06-15T12:00:00Z",
];

const CSV: &str = "issue,grp/app,#7,\"It, broke\",ann,project_2_bot,ann,2026-01-31T12:00:00Z\r\n\
    note,grp/app,,second,project_2_bot,,,2026-01-31\n\nsnippet,,,mine,,,,\n";

const JSONL: &str = r##"{"kind":"issue","project":"grp/app","reference":"#7","title":"It, broke","author":"ann","editor":"project_2_bot","assignee":"ann","created_at":"2026-01-31T13:00:00+01:00"}
{"title":"second","kind":"note","project":"grp/app","author":"project_2_bot","editor":null,"created_at":"2026-01-31"}

{"kind":"snippet","title":"mine","project":""}
"##;

#[test]
fn csv_and_json_lines_say_the_same_from_a_file_and_from_standard_input() {
    let csv = format!("{HEADER}{CSV}");
    let told = "imported 1 issue, 1 note, 1 snippet\n";
    for (name, text) in [("rows.csv", csv.as_str()), ("rows.jsonl", JSONL), ("rows", &csv), ("lines", JSONL)] {
        let bench = bench();
        fs::write(bench.path(name), text).unwrap();
        bench.run(&format!("record import ~/{name}")).is(0, "", told);
        assert_eq!(records(&bench), EXPECTED, "{name}");
        for options in ["", "-", "-q"] {
            import(&bench, options, text).is(0, "", if options == "-q" { "" } else { told });
        }
        import(&bench, "--json", text).code(0).stdout("{\"version\":1,\"imported\":3}\n");
        assert_eq!(records(&bench).len(), 15, "{name}");
    }
    let bench = bench();
    import(&bench, "--from csv", &format!("\u{feff}{csv}")).code(0);
    import(&bench, "--from jsonl", &format!("\u{feff}{JSONL}")).code(0);
    import(&bench, "--from jsonl", "").is(0, "", "imported no records\n");
    assert_eq!(records(&bench).len(), 6);
}

#[test]
fn the_columns_come_in_any_order_and_each_once() {
    let bench = bench();
    let shuffled = "title,created_at,kind,assignee,editor,author,reference,project\nmine,,snippet,,,,,\n";
    import(&bench, "", shuffled).code(0);
    let cases = [
        ("", "line 1: the column `kind` is missing"),
        ("kind,title\nissue,x\n", "line 1: the column `project` is missing"),
        ("kind,project,reference,title,author,editor,assignee,created_at,id\n", "line 1: `id` is no column"),
        ("kind,kind\n", "line 1: the column `kind` stands there twice"),
        ("Kind,project\n", "line 1: `Kind` is no column"),
    ];
    for (text, words) in cases {
        import(&bench, "", text).code(2).stdout("").says(words);
    }
    assert_eq!(records(&bench).len(), 1);
}

#[test]
fn whatever_is_wrong_in_any_line_is_said_with_the_line_and_nothing_is_imported() {
    let bench = bench();
    let trail = bench.ok("log list --json").out();
    let good = "note,grp/app,,fine,ann,,,\n";
    let cases: &[(i32, &str, &str)] = &[
        (2, "poem,grp/app,,x,ann,,,", "line 3: `poem` is no kind of record"),
        (2, ",grp/app,,x,ann,,,", "line 3: `kind` is empty"),
        (2, "issue,grp/app,,,ann,,,", "line 3: `title` is empty"),
        (2, "issue,grp/app,,   ,ann,,,", "line 3: a record needs a title"),
        (2, "issue,,,x,ann,,,", "line 3: a record of the kind issue is of a project"),
        (2, "issue,grp/app,,x,ann,,,yesterday", "line 3: `yesterday`"),
        (2, "issue,grp/app,,x,ann,,,2026-06-15T12:00:01Z", "line 3: 2026-06-15T12:00:01Z is yet to come"),
        (2, "issue,grp/app,,x", "line 3: it has 4 cells, and there are 8 columns"),
        (2, "issue,grp/app,,\"two\nlines\",ann,,,", "line 3: this text cannot be used"),
        (3, "issue,grp/none,,x,ann,,,", "line 3: there is no project `grp/none`"),
        (3, "issue,grp/app,,x,eve,,,", "line 3: there is no user `eve`"),
        (4, "issue,grp/app,,x,joe,,,", "line 3: `joe` can have no such record"),
        (4, "issue,grp/open,,x,project_2_bot,,,", "line 3: `project_2_bot` can have no such record"),
        (2, "\"issue,grp/app,,x,ann,,,", "line 3: it has 1 cells"),
    ];
    for (code, row, words) in cases {
        import(&bench, "", &format!("{HEADER}{good}{row}\n")).code(*code).stdout("").says(words);
    }
    let lines: &[(i32, &str, &str)] = &[
        (2, "{\"kind\":\"issue\",\"colour\":\"red\"}", "line 3: `colour` is no field"),
        (2, "{\"kind\":7}", "line 3: `kind` is neither a text nor null"),
        (2, "{\"title\":\"x\",\"kind\":\"note\",\"title\":\"y\"}", "line 3: the field `title` stands there twice"),
        (2, "[1]", "line 3: this is no JSON object"),
        (2, "{\"kind\":", "line 3: this is no JSON object"),
        (3, "{\"kind\":\"issue\",\"project\":\"grp/no\",\"title\":\"x\"}", "line 3: there is no project"),
    ];
    for (code, line, words) in lines {
        let fine = "{\"kind\":\"note\",\"project\":\"grp/app\",\"title\":\"fine\"}\n\n";
        import(&bench, "--from jsonl", &format!("{fine}{line}\n")).code(*code).stdout("").says(words);
    }
    let latin = [HEADER.as_bytes(), b"note,grp/app,,\xe9,ann,,,\n"].concat();
    bench.run_with(&["record", "import"], &latin).code(2).says("line 2: it is not UTF-8");
    bench.run("record import ~/none.csv").code(2).says("cannot read `~/none.csv`");
    bench.run("record import ~").code(2).says("is a directory");
    assert!(records(&bench).is_empty());
    assert_eq!(bench.ok("log list --json").out(), trail);
}

#[test]
fn a_row_without_an_end_is_not_read_into_memory() {
    let bench = bench();
    let endless = "x".repeat(3 << 20);
    import(&bench, "", &format!("{HEADER}note,grp/app,,\"{endless}")).code(2).says("line 2: it cannot be read");
    import(&bench, "--from jsonl", &format!("{{\"title\":\"{endless}")).code(2).says("line 1: it cannot be read");
    import(&bench, "--from csv", &endless).code(2).says("line 1: it cannot be read");
    import(&bench, "--from jsonl", &"\n".repeat(3 << 20)).is(0, "", "imported no records\n");
}

#[test]
fn a_secret_among_the_rows_is_refused_and_not_repeated() {
    let bench = bench();
    let secret = bench.secret("create deploy --project grp/app -s read_registry").text();
    for row in [format!("issue,grp/app,,x,{secret},,,"), format!("{secret},grp/app,,x,ann,,,")] {
        let told = import(&bench, "", &format!("{HEADER}{row}\n"));
        told.code(2).says("line 2: there is a secret in `");
        assert!(!String::from_utf8_lossy(&told.raw()).contains(&secret));
    }
    for text in [format!("{secret}\n"), format!("{{\"{secret}\":1}}")] {
        let told = import(&bench, "", &text);
        told.code(2).says("line 1: what begins like a secret is no");
        assert!(!String::from_utf8_lossy(&told.raw()).contains(&secret));
    }
}

#[test]
fn each_record_has_its_event_and_the_import_one_more() {
    let bench = bench();
    fs::write(bench.path("rows.csv"), format!("{HEADER}{CSV}")).unwrap();
    let before = bench.ok("log list --json").json()["events"].as_array().unwrap().len();
    bench.run("record import ~/rows.csv --dry-run").is(0, "", "would import 1 issue, 1 note, 1 snippet\n");
    assert!(records(&bench).is_empty());
    bench.ok("record import ~/rows.csv");
    let json = bench.ok("log list --json").json();
    let events = &json["events"].as_array().unwrap()[before..];
    let told: Vec<String> = events
        .iter()
        .map(|it| format!("{} {}", it["action"].as_str().unwrap(), it["name"].as_str().unwrap()))
        .collect();
    assert_eq!(told, ["record.add It, broke", "record.add second", "record.add mine", "record.import ~/rows.csv"]);
    assert_eq!(events[3]["after"].to_string(), r#"{"kinds":{"issue":1,"note":1,"snippet":1},"records":3}"#);
}

#[test]
fn who_is_no_admin_imports_his_own_only() {
    let bench = bench();
    let row = |author: &str| format!("{HEADER}issue,grp/open,,x,{author},,,\n");
    import(&bench, "--as ann", &row("")).code(0);
    import(&bench, "--as ann", &row("ann")).code(0);
    import(&bench, "--as ann", &row("op")).code(4).says("line 2: `ann` may not add records of others");
    import(&bench, "--as ann", &row("ann").replace("grp/open", "grp/app")).code(3).says("line 2: there is no project");
    assert_eq!(records(&bench).len(), 2);
}

/// Whoever writes slowly into a pipe keeps nobody from the store.
#[test]
fn a_slow_writer_does_not_lock_the_store() {
    let bench = Bench::new();
    let script = "(printf '%s\\n' kind,project,reference,title,author,editor,assignee,created_at; \
                  tokctl project add grp/new; echo issue,grp/new,,x,,,,) | tokctl record import";
    let told = Child::script(bench.home(), script).piped(b"");
    told.code(0).says("imported 1 issue\n");
}

#[test]
fn ten_thousand_rows_are_imported_in_one_go() {
    let bench = bench();
    let mut text = HEADER.to_owned();
    for number in 0..10_000 {
        writeln!(text, "issue,grp/app,,number {number},ann,,,").unwrap();
    }
    import(&bench, "", &text).is(0, "", "imported 10000 issues\n");
    import(&bench, "", &format!("{text}issue,grp/app,,last,eve,,,\n"))
        .code(3)
        .says("line 10002: there is no user `eve`");
    bench.run("record list -q --author ann --kind issue").code(0);
    assert_eq!(records(&bench).len(), 10_000);
    let events = bench.ok("log list --json").json()["events"].as_array().unwrap().len();
    assert!((10_001..10_020).contains(&events), "{events}");
}
