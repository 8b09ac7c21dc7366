//! The report as a page of HTML: it stands by itself, holds no secret, and is looked at in a real browser.

#![cfg(test)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::Value;

use crate::faults::has;
use crate::support::{Bench, Child};

/// Looks at the page through the browser's own door for debugging.
const LOOK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/look.py");

/// Names that mean something to a browser, or turn text round, or are long; by their ends.
const NAMES: [(&str, &str); 8] = [
    ("zebra", "2026-09-01"),
    ("<script>document.title='owned'</script>", "2026-07-01"),
    ("\" onmouseover=\"alert(1)", "never"),
    ("<img src=x onerror=alert(1)>", "2027-01-31"),
    ("שלום <b>עולם</b>", "2026-08-01"),
    ("&lt;b&gt; &amp; ${x} {{x}}", "2026-12-24"),
    ("]]> --> </style></title>", "2028-02-29"),
    (
        "a-name-without-a-blank-that-is-so-long-that-no-column-of-any-table-would-ever-be-as-wide-as-it-is-itself",
        "2026-07-02",
    ),
];

fn bench() -> Bench {
    let bench = Bench::after(&["project add grp/app"]);
    for (at, (name, end)) in NAMES.iter().enumerate() {
        let to = bench.path(&at.to_string()).display().to_string();
        let scopes = "read_registry,write_registry";
        let words =
            ["create", "deploy", "--project", "grp/app", "-s", scopes, "--name", name, "--expires", end, "--to", &to];
        bench.run_with(&words, b"").code(0);
    }
    bench.ok("suspend 1");
    bench
}

#[test]
fn a_page_goes_to_a_new_file_of_ones_own_or_to_standard_output() {
    let bench = bench();
    bench.run("report --html ~/report.html").is(0, "", "wrote the report to `~/report.html`\n");
    let file = bench.path("report.html");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o7777, 0o600);
    let page = fs::read_to_string(&file).unwrap();
    assert_eq!(bench.ok("report --html -").out(), page.replace(&bench.home().display().to_string(), "~"));
    fs::write(bench.path("mine.html"), "<html>").unwrap();
    bench.run("report --html ~/mine.html").is(
        5,
        "",
        "error: `~/mine.html` is already there\n  only a file that was written by the same command before is replaced\n\
         hint: name a new file, or `-` for standard output\n",
    );
    std::os::unix::fs::symlink(bench.path("nowhere"), bench.path("link.html")).unwrap();
    bench.run("report --html ~/link.html").code(5).stdout("");
    bench.run("report --ics ~/link.html").code(5).stdout("");
    assert!(!bench.path("nowhere").exists());
    bench.run("report --html ~/none/x.html").code(2).stdout("").says("error: cannot make `~/none/x.html`");
    bench.run("report --html ~/new.html --project grp/none").code(3).stdout("");
    bench.run("report --ics ~/new.html --project grp/none").code(3).stdout("");
    assert!(!bench.path("new.html").exists(), "what failed leaves no file");
    bench.run("report --html /dev/full").code(5).stdout("");
}

#[test]
fn a_page_loads_nothing_and_holds_no_secret() {
    let bench = bench();
    let page = bench.ok("report --html -").out();
    for word in ["http:", "https:", "url(", "@import", "<link", "<iframe", "<img", "onerror=alert(1)>", "<b>"] {
        assert!(!page.contains(word), "{word} is in it");
    }
    assert_eq!(page.matches("<script>").count(), 1);
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-";
    assert!(page.contains(policy));
    for at in 0..NAMES.len() {
        let secret = fs::read_to_string(bench.path(&at.to_string())).unwrap();
        assert!(!page.contains(&secret[5..25]), "a secret is in it");
    }
}

fn look(bench: &Bench) -> Option<Value> {
    if !has("chromium") || !has("python3") {
        return None;
    }
    bench.ok("report --html ~/report.html");
    let told = Child::script(bench.home(), &format!("python3 '{LOOK}' report.html")).piped(b"");
    told.code(0);
    Some(told.json())
}

/// Numbers of tokens in the order of their names, as a person expects it, and of their ends.
#[test]
fn a_page_is_right_in_a_browser() {
    let bench = bench();
    let Some(seen) = look(&bench) else { return };
    assert_eq!(seen["errors"], serde_json::json!([]), "the browser complains");
    let requests = seen["requests"].as_array().unwrap();
    assert_eq!(requests.len(), 1, "{requests:?}");
    assert_eq!(seen["scripts"], 1);
    assert_eq!(seen["strange"], 0, "a name became markup");
    assert_eq!(seen["sideways"], 0, "the page is wider than its window");
    let names: Vec<&str> = seen["names"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(names, NAMES.map(|(name, _)| name));
    let text = seen["text"].as_str().unwrap();
    for words in ["8 tokens (7 active, 1 suspended)", "August 2026", "1 later, 1 never", "It holds no secret"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn tables_sort_by_keys_alone() {
    let bench = bench();
    let Some(seen) = look(&bench) else { return };
    assert_eq!(seen["reached"], serde_json::json!([true, true, true]), "a heading is not reached by Tab");
    let ends = [2, 8, 5, 1, 6, 4, 7, 3];
    let reversed: Vec<i32> = ends.iter().rev().copied().collect();
    let expected = serde_json::json!([["ascending", ends], ["descending", reversed]]);
    assert_eq!(seen["sorted"]["Expires"], expected);
    assert_eq!(
        seen["sorted"]["ID"],
        serde_json::json!([["ascending", [1, 2, 3, 4, 5, 6, 7, 8]], ["descending", [8, 7, 6, 5, 4, 3, 2, 1]]])
    );
    let by_name = &seen["sorted"]["Name"][0][1];
    let place = |id: i32| by_name.as_array().unwrap().iter().position(|found| *found == id).unwrap();
    assert!(place(8) < place(1), "{by_name}");
}

#[test]
fn ink_stands_off_paper_in_light_and_dark_and_in_print() {
    let bench = bench();
    let Some(seen) = look(&bench) else { return };
    for (mode, inks) in seen["contrast"].as_object().unwrap() {
        for (ink, ratio) in inks.as_object().unwrap() {
            // Source: WCAG 2.2, 1.4.3: 4.5 to 1 at the least.
            assert!(ratio.as_f64().is_some_and(|ratio| ratio >= 4.5), "{mode} {ink}: {ratio}");
        }
    }
    let paper = &seen["paper"];
    assert_eq!(paper["screen light"], "rgb(255, 255, 255)");
    assert_ne!(paper["screen dark"], paper["screen light"]);
    assert_eq!(paper["print dark"], paper["screen light"], "paper is white, whatever the screen");
    assert!(seen["pages"].as_u64().unwrap() > 10_000, "nothing was printed");
}
