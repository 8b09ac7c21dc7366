//! A process that is given little: few descriptors, little memory, small files, streams that are closed, and no network.

use std::fs;

use super::bench::{Bench, CREATE, has, secrets, times};
use super::ledger::Ledger;

#[test]
fn no_command_opens_a_socket_or_starts_a_process() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let lines = [
        "create deploy --scope read_registry --to secret",
        "list --json",
        "show 1",
        "verify --secret-file secret",
        "rotate 1 --to secret --replace",
        "log list",
        "scopes",
        "whoami",
        "user add ann",
        "store sweep",
        "revoke 2 --yes",
        "--help",
    ];
    for line in lines {
        let log = bench.home().join("trace");
        let mut strace = bench.program("strace");
        strace.args(["-f", "-qq", "-e", "trace=%network,execve,fork,vfork,clone,clone3", "-o"]).arg(&log);
        let run = super::bench::Run::of(strace.arg(super::bench::TOKCTL).args(line.split(' ')).output().unwrap());
        run.must_be(0);
        let trace = fs::read_to_string(&log).unwrap();
        let calls: Vec<&str> = trace.lines().filter(|line| !line.contains("+++")).collect();
        assert!(calls.len() == 1 && calls[0].contains("execve("), "{line}: {calls:#?}");
    }
}

#[test]
fn streams_that_are_closed_at_the_start_are_nobodys_files() {
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    let line = "tokctl create deploy --scope read_registry";
    for closed in ["<&-", "2>&-", "<&- 2>&-"] {
        ledger.enter(bench.shell(&format!("{line} {closed}")).must_be(0));
    }
    bench.shell(&format!("{line} <&- >&- 2>&-")).must_be(8);
    bench.shell("tokctl verify <&-").must_be(2);
    // With nowhere to say anything, the exit code still tells.
    bench.shell("tokctl show 99 >&- 2>&-").must_be(3);
    ledger.must_hold(&bench, "closed streams");
}

#[test]
fn with_few_descriptors_little_memory_or_small_files_a_command_does_all_or_says_that_it_did_not() {
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    ledger.enter(bench.run(&CREATE).must_be(0));
    let mut limits: Vec<String> = (3..16).map(|count| format!("ulimit -n {count}")).collect();
    limits.extend((0..times(12)).map(|step| format!("ulimit -f {}", step * 40)));
    limits.extend((1..=times(12)).map(|step| format!("ulimit -v {}", step * 4_000)));
    let (mut done, mut failed) = (0, 0);
    for limit in limits {
        let run = bench
            .program("sh")
            .args(["-c", &format!("{limit}; exec \"$0\" \"$@\"")])
            .arg(super::bench::TOKCTL)
            .args(CREATE)
            .output();
        let output = run.unwrap();
        let code = output.status.code();
        // Where not even the program can be loaded, or memory cannot be had, the process ends as such processes do.
        let is_honest = matches!(code, Some(0 | 1 | 2 | 7..=10 | 126 | 127)) || limit.starts_with("ulimit -v");
        assert!(is_honest, "{limit}: {code:?}, {}", String::from_utf8_lossy(&output.stderr));
        for secret in secrets(&output.stdout) {
            if code == Some(0) { ledger.promise(&secret) } else { ledger.receive(secret) }
        }
        if code == Some(0) {
            done += 1;
        } else {
            failed += 1;
        }
        ledger.must_agree(&bench, &limit);
    }
    assert!(done > 3 && failed > 3, "{done} done, {failed} failed");
    ledger.must_hold(&bench, "limits");
}

#[test]
fn nothing_of_a_secret_stands_where_other_processes_look() {
    let bench = Bench::founded();
    fs::write(bench.home().join("in"), "").unwrap();
    bench.run(&["create", "deploy", "--scope", "read_registry", "--to", "secret"]).must_be(0);
    let secret = fs::read_to_string(bench.home().join("secret")).unwrap();
    // It waits for its standard input, with the store's secret in hand or on its way.
    let mut child = bench.tokctl(&["verify"]).stdin(std::process::Stdio::piped()).spawn().unwrap();
    super::bench::until_it_waits(&child);
    let proc = |name: &str| fs::read(format!("/proc/{}/{name}", child.id())).unwrap_or_default();
    for name in ["cmdline", "environ"] {
        assert!(!String::from_utf8_lossy(&proc(name)).contains(&secret.trim()[..20]), "it stands in {name}");
    }
    let status = String::from_utf8(proc("limits")).unwrap();
    let core = status.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert!(core.split_whitespace().nth(4) == Some("0"), "{core}");
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), secret.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
}
