//! Where secrets come from: the kernel alone, each for itself, whoever else is asking at that instant.

use std::collections::BTreeSet;
use std::fs;

use super::bench::{Bench, CREATE, TOKCTL, has, secrets};
use super::ledger::listed;
use super::state::copy;

/// So many bits are drawn for each.
const BITS: usize = 152;

#[test]
fn every_secret_is_drawn_from_the_kernel_by_itself() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let log = bench.home().join("trace");
    let mut strace = bench.program("strace");
    strace.args(["-f", "-qq", "-e", "trace=getrandom,openat", "-o"]).arg(&log).arg(TOKCTL).args(CREATE);
    super::bench::Run::of(strace.args(["--number", "50", "--to", "out"]).output().unwrap()).must_be(0);
    let trace = fs::read_to_string(log).unwrap();
    assert!(!trace.contains("/dev/random"), "the device of the kernel was read, which may wait");
    let drawn = |line: &&str| {
        let bytes = line.rsplit("= ").next().and_then(|count| count.parse::<usize>().ok());
        line.contains("getrandom(") && bytes.is_some_and(|bytes| bytes * 8 >= BITS)
    };
    assert!(trace.lines().filter(drawn).count() >= 50, "{} draws for 50 secrets", trace.lines().filter(drawn).count());
    let made = secrets(&fs::read(bench.home().join("out")).unwrap());
    assert_eq!(made.iter().collect::<BTreeSet<_>>().len(), 50);
}

#[test]
fn ten_thousand_secrets_are_ten_thousand() {
    let bench = Bench::founded();
    bench.run(&[&CREATE[..], &["--number", "10000", "--to", "out", "-q"]].concat()).must_be(0);
    let made = secrets(&fs::read(bench.home().join("out")).unwrap());
    let drawn: BTreeSet<&str> = made.iter().map(|secret| &secret[5..25]).collect();
    assert_eq!((made.len(), drawn.len()), (10_000, 10_000));
}

#[test]
fn copies_of_one_machine_that_go_on_at_the_same_instant_draw_different_secrets() {
    let bench = Bench::founded();
    let homes: Vec<Bench> = (0..32).map(|_| copy(&bench)).collect();
    let started: Vec<_> = homes.iter().map(|home| home.tokctl(&CREATE).spawn().unwrap()).collect();
    let outputs = started.into_iter().map(|child| child.wait_with_output().unwrap().stdout);
    let made: BTreeSet<String> = outputs.flat_map(|out| secrets(&out)).collect();
    assert_eq!(made.len(), 32);
}

#[test]
fn two_fresh_stores_have_no_secret_and_no_name_of_their_own_in_common_and_nothing_in_them_opens_anything() {
    let homes = [Bench::founded(), Bench::founded()];
    let id = |bench: &Bench| {
        let sql = "SELECT value FROM settings WHERE name = 'store-id'";
        super::ledger::opened(bench).query_row(sql, [], |row| row.get::<_, String>(0)).unwrap()
    };
    assert_ne!(id(&homes[0]), id(&homes[1]));
    for bench in &homes {
        assert!(listed(bench, &["list", "--all", "--json"], "tokens").is_empty());
        assert!(super::state::alive(bench).is_empty());
    }
    let made = homes.each_ref().map(|bench| {
        let lines = [
            "create deploy -s read_registry",
            "create personal -s api",
            "create runner-registration",
            "create runner",
            "job start",
        ];
        let out: Vec<u8> =
            lines.iter().flat_map(|line| bench.run(&line.split(' ').collect::<Vec<_>>()).out.clone()).collect();
        secrets(&out).into_iter().collect::<BTreeSet<_>>()
    });
    assert!(made[0].len() == 5 && made[0].is_disjoint(&made[1]));
    for secret in &made[0] {
        homes[1].verify(secret.as_bytes()).must_be(1);
    }
}

/// A reader of a pipe that others write into too gets each record whole.
#[test]
fn what_is_handed_over_to_a_pipe_is_one_write() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let forms = ["secret", "json", "env", "docker-config", "netrc", "k8s-secret"];
    for form in forms {
        let log = bench.home().join("trace");
        let mut strace = bench.program("strace");
        strace.args(["-f", "-qq", "-s", "10", "-e", "trace=write,writev", "-o"]).arg(&log).arg(TOKCTL).args(CREATE);
        let run = super::bench::Run::of(strace.args(["--emit", form]).output().unwrap());
        run.must_be(0);
        let trace = fs::read_to_string(&log).unwrap();
        let whole = format!("= {}", run.out.len());
        let writes: Vec<&str> = trace.lines().filter(|line| line.ends_with(&whole)).collect();
        assert_eq!(writes.len(), 1, "{form}: {} bytes: {trace}", run.out.len());
        assert!(run.out.len() <= 4096 && run.out.ends_with(b"\n"), "{form}");
    }
}
