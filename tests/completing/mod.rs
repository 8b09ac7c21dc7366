//! What a shell is offered at a press of the tab key: from the command line, and from the store as far as one may see it.

#![cfg(test)]

mod shells;
mod silence;
mod things;
mod words;

use crate::support::{Bench, Told};

/// Asks as zsh does. The last word, which may be empty, is the one at the cursor.
fn asked(bench: &Bench, line: &str) -> Told {
    let (before, typed) = line.rsplit_once(' ').unwrap_or(("", line));
    let before = bench.words(before);
    let before = before.iter().map(String::as_str);
    let typed = format!("={typed}");
    let words: Vec<&str> = ["__complete", "zsh", &typed, "tokctl"].into_iter().chain(before).collect();
    let told = bench.run_with(&words, b"");
    told.code(0).stderr("");
    told
}

/// Returns the values that are offered.
fn offered(bench: &Bench, line: &str) -> Vec<String> {
    let out = asked(bench, line).out();
    let mut lines = out.lines();
    assert_eq!(lines.next(), Some("values"), "{line}");
    lines.map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

fn offers(bench: &Bench, cases: &[(&str, &str)]) {
    for (line, values) in cases {
        assert_eq!(offered(bench, line).join(" "), *values, "{line}");
    }
}

/// A store with people of different sight. `op` is its admin.
fn bench() -> Bench {
    let bench = Bench::after(&[
        "user add ann --name 'Ann Lee'",
        "user add bob",
        "project add grp/app",
        "project add grp/sub/lib",
        "project add grp/site --visibility public",
        "project add far/away",
        "member add ann --project grp/sub/lib --role maintainer",
        "app add dashboard -s read_api",
    ]);
    for line in [
        "create deploy --project grp/sub/lib -s read_registry --name ci -q",
        "create deploy --project grp/sub/lib -s read_registry --name cd -q",
        "create deploy --project far/away -s read_registry --name hidden -q",
        "create personal --user ann -s read_api --name laptop -q",
        "create impersonation --user ann -s read_api --name watched -q",
        "create deploy --group grp -s read_registry --name of-grp -q",
    ] {
        bench.ok(line);
    }
    bench
}
