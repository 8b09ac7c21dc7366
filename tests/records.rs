//! Records: added, listed and shown, as far as one may.

#![cfg(test)]

use crate::support::Bench;

fn bench() -> Bench {
    Bench::after(&[
        "user add ann",
        "user add eve",
        "project add grp/app",
        "project add grp/open --visibility public",
        "member add ann --project grp/app --role developer",
        "create project-access --project grp/app -s api -q --to ~/bot",
    ])
}

#[test]
fn the_seven_kinds_are_added_listed_and_shown() {
    let bench = bench();
    let kinds = ["issue", "merge-request", "note", "award-emoji", "abuse-report", "snippet", "review"];
    for kind in kinds {
        bench.ok(&format!("record add {kind} --project grp/app --author ann --title 'about it'"));
    }
    bench.run("record list --project grp/app --kind note").is(
        0,
        "ID  KIND  PROJECT  REFERENCE  TITLE     AUTHOR  FORMERLY BY  ASSIGNEE\n \
         3  note  grp/app  note-3     about it  ann     -            -\n",
        "",
    );
    bench.run("record list --author ann -q").is(0, "1\n2\n3\n4\n5\n6\n7\n", "");
    bench.run("record list --author eve").is(0, "", "no record matches\n");
    let told = bench.run(
        "record add issue --project grp/app --author project_2_bot --editor ann --assignee ann --reference '#100' \
         --title 'It broke' --json",
    );
    let record = &told.json()["records"][0];
    assert_eq!((&record["reference"], &record["author"]), (&"#100".into(), &"project_2_bot".into()));
    assert_eq!((&record["editor"], &record["assignee"]), (&"ann".into(), &"ann".into()));
    assert_eq!(bench.ok("record show 8 --json").json()["records"][0], *record);
    bench.run("record show 99").code(3).says("there is no record `99`");
}

#[test]
fn only_snippets_are_without_a_project() {
    let bench = bench();
    bench.run("record add snippet --title mine --as ann").is(0, "", "added the snippet 1 by `ann`\n");
    bench.refuses(
        2,
        &[
            ("record add issue --title x", "a record of the kind issue is of a project"),
            ("record add issue --project grp/app --title ''", "a record needs a title"),
            ("record add poem --title x", "invalid value"),
        ],
    );
    bench.run("record list -q --as ann").is(0, "1\n", "");
    bench.run("record list -q --as eve").is(0, "", "");
    bench.run("record show 1 --as eve").code(3);
}

#[test]
fn who_authors_what_is_said_by_admins_and_must_be_possible() {
    let bench = bench();
    bench.all(&["user add joe", "user block joe"]);
    bench.ok("record add issue --project grp/open --title x --as eve");
    bench.refuses(
        4,
        &[
            ("record add issue --project grp/app --author op --title x --as ann", "only an admin may say"),
            ("record add issue --project grp/open --author project_2_bot --title x", "in its own project only"),
            ("record add issue --project grp/open --author joe --title x", "they are blocked"),
            ("record add issue --project grp/app --title x --as project_2_bot", "changes nothing"),
        ],
    );
    bench.refuses(3, &[("record add issue --project grp/app --title x --as eve", "there is no project `grp/app`")]);
    bench.ok("record add issue --project grp/app --title x");
    bench.run("record list -q --as eve").is(0, "1\n", "");
}
