//! Listings into a pipe: all of it comes, and a reader that has enough is no failure.

#![cfg(test)]

use crate::support::{Bench, Child};

/// More rows than a pipe holds.
fn many() -> Bench {
    let mut bench = Bench::new();
    bench.as_myself().ok("store init");
    let note = "x".repeat(1000);
    for _ in 0..70 {
        bench.ok(&format!("create deploy -s read_registry -q --note {note}"));
    }
    bench
}

#[test]
fn a_reader_that_goes_away_is_no_failure_and_one_that_stays_gets_all() {
    let bench = many();
    for format in ["csv", "json", "jsonl"] {
        let (reader, writer) = crate::support::pipe();
        drop(reader);
        bench.process(&format!("list --format {format}")).stdout_to(writer).run(b"").is(0, "", "");
        let script = format!("tokctl list --format {format} | head -c 100 >/dev/null");
        Child::script(bench.home(), &script).piped(b"").is(0, "", "");
    }
    for line in ["log list --json", "list --all", "scopes", "whoami", "store path", "list --count"] {
        let (reader, writer) = crate::support::pipe();
        drop(reader);
        bench.process(line).stdout_to(writer).run(b"").is(0, "", "");
    }
    assert_eq!(bench.process("list --json").piped(b"").code(0).json()["tokens"].as_array().unwrap().len(), 70);
    assert_eq!(bench.process("list").piped(b"").code(0).out().lines().count(), 71);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_a_listing_is_a_failure() {
    let mut bench = Bench::new();
    bench.as_myself().ok("create deploy -s read_registry");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let told = bench.process("list").stdout_to(full).run(b"");
    told.code(10).says("error: what was found could not be written");
}

#[cfg(target_os = "linux")]
#[test]
fn a_listing_into_a_closed_standard_output_is_a_failure_and_one_into_nothing_is_none() {
    let mut bench = Bench::new();
    bench.as_myself().ok("create deploy -s read_registry");
    let closed = "error: what was found could not be written\n  standard output is closed\n";
    for line in ["list", "audit -q", "log head", "list --count", "whoami", "help times", "list --help", "--version"] {
        Child::script(bench.home(), &format!("tokctl {line} >&-")).piped(b"").is(10, "", closed);
        Child::script(bench.home(), &format!("tokctl {line} >/dev/null")).piped(b"").is(0, "", "");
        Child::script(bench.home(), &format!("tokctl {line} >/dev/full")).piped(b"").code(10);
    }
    // Who has nothing to write loses nothing.
    for line in ["list --revoked -q", "user add ann -q", "revoke 1 --yes -q"] {
        Child::script(bench.home(), &format!("tokctl {line} >&-")).piped(b"").is(0, "", "");
    }
}
