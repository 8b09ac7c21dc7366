//! The report: what is counted, as people and programs read it.

#![cfg(test)]

use serde_json::{Value, json};

use crate::support::{Bench, Child};

/// A few tokens of several kinds, states and ages.
fn bench() -> Bench {
    let mut bench = Bench::after(&[
        "user add ann",
        "project add grp/app",
        "member add ann --project grp/app --role maintainer",
        "create deploy --project grp/app -s read_registry --name images --expires 2026-08-04 --to ~/1",
        "create deploy --project grp/app -s read_repository --name clone --expires 2026-08-04 --to ~/2",
        "create personal --user ann -s api --name laptop --expires 2027-06-30 --to ~/3",
        "create deploy --group grp -s write_registry --name push --to ~/4",
        "create personal -s api,sudo --name mine --expires 2028-01-01 --to ~/5",
        "suspend 2",
    ]);
    bench.at("2026-07-01T09:00:00Z").all(&[
        "create deploy --project grp/app -s read_registry --name brief --expires 1d --to ~/6",
        "create deploy --project grp/app -s read_registry --name gone --to ~/7",
        "revoke 7 --yes",
    ]);
    bench.at("2026-07-10T09:00:00Z");
    bench
}

const SHOWN: &str = "\
7 tokens (4 active, 1 suspended, 1 expired, 1 revoked) on 2026-07-10T09:00:00Z
store: ~/.local/share/tokctl/store.db

Kinds
KIND      ACTIVE  SUSPENDED  RENEWABLE  EXPIRED  REVOKED  ALL
personal       2          0          0        0        0    2
deploy         2          1          0        1        1    5

Boundaries
BOUNDARY  ACTIVE  SUSPENDED  RENEWABLE  EXPIRED  REVOKED  ALL
group          1          0          0        0        0    1
user           2          0          0        0        0    2
project        1          1          0        1        1    4

Places with the most live tokens
WHERE    BOUNDARY  LIVE
grp/app  project      2
ann      user         1
grp      group        1
op       user         1

Ends in this month and the next twelve
MONTH    ENDS                            1...5....10...15...20...25...30
2026-07     0  -                         ...............................
2026-08     2  ########################  ...2...........................
2026-09     0  -                         ..............................
2026-10     0  -                         ...............................
2026-11     0  -                         ..............................
2026-12     0  -                         ...............................
2027-01     0  -                         ...............................
2027-02     0  -                         ............................
2027-03     0  -                         ...............................
2027-04     0  -                         ..............................
2027-05     0  -                         ...............................
2027-06     1  ############              .............................1
2027-07     0  -                         ...............................
(1 later, 1 never)

Ending next
ID  KIND      NAME    WHERE    EXPIRES
 1  deploy    images  grp/app  2026-08-04
 2  deploy    clone   grp/app  2026-08-04
 3  personal  laptop  ann      2027-06-30
 5  personal  mine    op       2028-01-01

Age of live tokens
MADE              LIVE
under 7 days         0  -
under 30 days        5  ########################
under 90 days        0  -
under a year         0  -
under 2 years        0  -
2 years and more     0  -

Last use of live tokens
LAST USED            LIVE
in the last day         0  -
in the last 7 days      0  -
in the last 30 days     0  -
in the last 90 days     0  -
longer ago              0  -
no use known            5  ########################
(uses are noted best effort, and roughly)

Widest grants
ID  KIND      NAME    WHERE    REACHES            OPENS                                                                                EXPIRES
 5  personal  mine    op       what an admin may  api:read/write repository:read/write registry:read/write/delete packages:read/write  2028-01-01
 3  personal  laptop  ann      what its user may  api:read/write repository:read/write registry:read/write/delete packages:read/write  2027-06-30
 4  deploy    push    grp      a group            registry:write                                                                       never
 1  deploy    images  grp/app  one project        registry:read                                                                        2026-08-04
 2  deploy    clone   grp/app  one project        repository:read                                                                      2026-08-04

Newest alarms
no alarm
";

#[test]
fn a_report_is_plain_where_there_is_no_terminal() {
    let bench = bench();
    bench.run("report").is(0, SHOWN, "");
    bench.run("report -q").is(0, SHOWN, "");
    bench.run("report --format table").is(0, SHOWN, "");
    assert!(bench.ok("report --color always").out().contains("\u{1b}[1mKinds\u{1b}[0m"));
}

#[test]
fn a_report_fits_into_eighty_columns_of_a_terminal() {
    let home = Bench::new();
    let script = "tokctl create personal -s api --name laptop --expires 40d --to 1 -q; \
        tokctl create deploy -s read_registry --name 'a longer name than most' --expires 40d --to 2 -q; \
        stty rows 40 cols 80; tokctl report";
    let (code, shown) = Child::script(home.home(), script).on_terminal("");
    assert_eq!(code, 0, "{shown}");
    let lines: Vec<&str> = shown.lines().map(str::trim_end).collect();
    assert!(lines.iter().all(|line| console::measure_text_width(line) <= 80), "{shown}");
    assert!(lines.iter().any(|line| line.contains("  2  ████████████████████████")), "{shown}");
}

#[test]
fn a_report_for_programs_has_each_section_as_an_array() {
    let bench = bench();
    let document = bench.ok("report --json").json();
    assert_eq!(document["version"], 1);
    assert_eq!(document["reports"].as_array().unwrap().len(), 1);
    let report = &document["reports"][0];
    assert_eq!(report["at"], "2026-07-10T09:00:00Z");
    assert_eq!(report["states"], json!({"active": 4, "suspended": 1, "renewable": 0, "expired": 1, "revoked": 1}));
    let personal =
        json!({"kind": "personal", "active": 2, "suspended": 0, "renewable": 0, "expired": 0, "revoked": 0, "all": 2});
    assert_eq!(report["kinds"][0], personal);
    assert_eq!(report["months"][1], json!({"month": "2026-08", "ends": 2, "days": {"2026-08-04": 2}}));
    assert_eq!((&report["later"], &report["never"]), (&json!(1), &json!(1)));
    assert_eq!(report["next"][2]["expires_at"], "2027-06-30T00:00:00Z");
    assert_eq!(report["ages"][1], json!({"made": "under 30 days", "live": 5}));
    assert_eq!(report["uses"][5], json!({"used": "no use known", "live": 5}));
    assert_eq!(report["widest"][2]["opens"], json!(["registry:write"]));
    assert_eq!(report["alarms"], json!([]));
    let line = bench.ok("report --format jsonl").out();
    assert_eq!(line.lines().count(), 1);
    assert_eq!(&serde_json::from_str::<Value>(&line).unwrap(), report);
}

#[test]
fn uses_and_alarms_are_told_as_they_were_noted() {
    let mut bench = Bench::after(&["create runner --project op/default --to ~/1"]);
    let runner = crate::support::Kept::parse(std::fs::read(bench.path("1")).unwrap().trim_ascii_end()).unwrap();
    for machine in ["s_1", "s_2"] {
        bench.verdict(&runner, &format!("--system-id {machine}"), "allow");
    }
    crate::atomic::open(&bench).execute_batch("UPDATE tokens SET used_at = created_at").unwrap();
    bench.later(8 * 86_400);
    let report = bench.ok("report --json").json()["reports"][0].clone();
    assert_eq!(report["uses"][2], json!({"used": "in the last 30 days", "live": 1}));
    let alarm = json!({
        "id": 1, "kind": "runner", "name": "runner-token-1", "state": "active", "alarm": "clone", "detail": "s_2",
        "times": 1, "last_at": "2026-06-15T12:00:00Z",
    });
    assert_eq!(report["alarms"], json!([alarm]));
    assert_eq!((&report["later"], &report["never"]), (&json!(0), &json!(0)), "a runner's token has no date");
}

#[test]
fn a_report_is_narrowed_and_shows_nobody_more_than_they_may_see() {
    let bench = bench();
    let of = |options: &str| bench.ok(&format!("report {options}")).out().lines().next().unwrap().to_owned();
    assert_eq!(of("--kind personal"), "2 tokens of kind personal (2 active) on 2026-07-10T09:00:00Z");
    assert_eq!(
        of("--project grp/app --kind deploy,job"),
        "4 tokens of kind deploy, job in the project `grp/app` (1 active, 1 suspended, 1 expired, 1 revoked) on 2026-07-10T09:00:00Z"
    );
    assert_eq!(of("--group grp"), "1 token of the group `grp` (1 active) on 2026-07-10T09:00:00Z");
    assert_eq!(of("--user ann"), "1 token of the user `ann` (1 active) on 2026-07-10T09:00:00Z");
    assert_eq!(
        of("--as ann"),
        "5 tokens (2 active, 1 suspended, 1 expired, 1 revoked) on 2026-07-10T09:00:00Z, as `ann` may see them"
    );
    bench.run("report --project grp/none").code(3).stdout("");
    // Of a token that one may only know to be there, its end and its making are not told.
    bench.ok("create impersonation --user ann -s api --expires 2026-08-20 --to ~/8");
    let report = bench.ok("report --as ann --json").json()["reports"][0].clone();
    assert_eq!(
        report["kinds"][1],
        json!({"kind": "impersonation", "active": 1, "suspended": 0, "renewable": 0, "expired": 0, "revoked": 0, "all": 1})
    );
    assert_eq!(report["months"][1]["days"], json!({"2026-08-04": 2}));
    assert!(report["widest"].as_array().unwrap().iter().all(|grant| grant["kind"] != "impersonation"));
    let live: u64 = report["ages"].as_array().unwrap().iter().map(|age| age["live"].as_u64().unwrap()).sum();
    assert_eq!(live, 3);
}

#[test]
fn an_empty_report_is_whole() {
    let bench = Bench::new();
    let hint = "there are no tokens yet; `tokctl create deploy --scope read_registry` makes the first\n";
    let told = bench.run("report");
    told.code(0).stderr(hint);
    assert!(
        told.out().starts_with(
            "0 tokens on 2026-06-15T12:00:00Z\nstore: ~/.local/share/tokctl/store.db\n\nKinds\nno token\n"
        ),
        "{told}"
    );
    assert_eq!(bench.ok("report --json").json()["reports"][0]["viewer"], Value::Null);
    assert!(!bench.data().exists());
    bench.run("report --store ~/none.db").code(7).stdout("");
}

#[test]
fn a_report_is_no_list() {
    let bench = bench();
    bench
        .run("report --format csv")
        .code(2)
        .stdout("")
        .says("hint: `tokctl report --json` is for programs; `tokctl list --format csv` lists");
    bench.run("report --format ids").code(2).stdout("").says("error: a report is no list, and is not written as ids");
    bench.run("report --html - --json").code(2).stdout("");
    bench.run("report --ics --format table").code(2).stdout("").says("error: `--ics` is a form of its own");
    bench.run("report --ics ~/x --html ~/y").code(2).stdout("");
}

#[test]
fn a_report_takes_the_place_of_an_earlier_one_and_of_nothing_else() {
    let bench = bench();
    bench.ok("report --html ~/report.html");
    bench.ok("create deploy -s read_registry --name later --to ~/8");
    bench.ok("report --html ~/report.html");
    let page = std::fs::read_to_string(bench.path("report.html")).unwrap();
    assert!(page.contains("later") && page.contains("/store.db</bdi>"), "{page}");
    bench.ok("report --ics ~/ends.ics");
    bench.ok("report --ics ~/ends.ics");
    std::fs::write(bench.path("mine"), "mine").unwrap();
    std::os::unix::fs::symlink(bench.path("report.html"), bench.path("link")).unwrap();
    for line in
        ["report --html ~/mine", "report --html ~/ends.ics", "report --ics ~/report.html", "report --html ~/link"]
    {
        bench.run(line).code(5).stdout("").says("is already there\n  only a file that was written by the same command");
    }
    assert_eq!(std::fs::read(bench.path("mine")).unwrap(), b"mine");
    let names = std::fs::read_dir(bench.home()).unwrap().count();
    bench.ok("report --html ~/report.html");
    assert_eq!(std::fs::read_dir(bench.home()).unwrap().count(), names, "nothing stays beside it");
}

#[test]
fn a_page_without_its_looks_still_parts_days_from_numbers() {
    let page = bench().ok("report --html -").out();
    assert!(page.contains("4 <sup>2</sup>") && page.contains("2026-08</text> <rect"), "{page}");
}
