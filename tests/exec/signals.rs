//! Signals: passed on to the command, which ends by them or not, and the token with it.

use std::fs;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::{DEPLOY, Site};
use crate::faults::has;
use crate::support::{Child, Kept, Running, until};

/// A command that notes the signals that come to it, says when it is ready, and ends when told to.
const NOTES: &str = "for name in HUP INT QUIT TERM USR1 USR2; do trap \"echo $name >>noted\" $name; done\n\
                     echo ready $$; until read line; do :; done; exit 7";

/// Waits until the command says that it is ready, and returns its number.
fn ready(running: &mut Running) -> Pid {
    let line = running.line();
    Pid::from_raw(line.strip_prefix("ready ").unwrap_or_else(|| panic!("{line}")).parse().unwrap())
}

fn noted(site: &Site) -> String {
    fs::read_to_string(site.bench.path("noted")).unwrap_or_default()
}

#[test]
fn a_signal_is_passed_on_and_what_the_command_makes_of_it_is_its_own() {
    for (signal, name) in [
        (Signal::SIGHUP, "HUP"),
        (Signal::SIGINT, "INT"),
        (Signal::SIGQUIT, "QUIT"),
        (Signal::SIGTERM, "TERM"),
        (Signal::SIGUSR1, "USR1"),
        (Signal::SIGUSR2, "USR2"),
    ] {
        let site = Site::new();
        let mut running = site.script(DEPLOY, NOTES).start();
        ready(&mut running);
        running.signal(signal);
        until(name, || noted(&site) == format!("{name}\n"));
        // It goes on, and ends as it likes.
        running.say("enough");
        running.end().is(7, "", "");
        site.nothing_is_left();
    }
}

#[test]
fn a_command_that_ends_by_a_signal_takes_its_token_along() {
    let ending = [Signal::SIGHUP, Signal::SIGINT, Signal::SIGQUIT, Signal::SIGTERM, Signal::SIGUSR1];
    // A limit of time, an alarm that was set before, a descriptor that was to signal.
    let rare = [Signal::SIGXCPU, Signal::SIGALRM, Signal::SIGVTALRM, Signal::SIGPROF, Signal::SIGIO];
    for signal in ending.into_iter().chain(rare) {
        let site = Site::new();
        let mut running = site.script(DEPLOY, "echo ready $$; exec sleep 1000").start();
        ready(&mut running);
        running.signal(signal);
        running.end().is(128 + signal as i32, "", "");
        site.nothing_is_left();
    }
}

#[test]
fn a_command_that_is_killed_takes_its_token_along() {
    for signal in [Signal::SIGKILL, Signal::SIGSEGV] {
        let site = Site::new();
        let mut running = site.script(DEPLOY, "echo ready $$; exec sleep 1000").start();
        let command = ready(&mut running);
        kill(command, signal).unwrap();
        running.end().is(128 + signal as i32, "", "");
        site.nothing_is_left();
        let events = site.ok("log list --json");
        assert!(events.contains(&format!("its command ended: signal {}", signal as i32)), "{events}");
    }
}

#[test]
fn what_is_ignored_from_the_start_stays_ignored() {
    let site = Site::new();
    let script = format!("trap '' HUP; exec $TOKCTL {DEPLOY} -- sh -c 'echo ready $$; read line; echo alive'");
    let mut running = Child::script(site.bench.home(), &script).start();
    let command = ready(&mut running);
    running.signal(Signal::SIGHUP);
    kill(command, Signal::SIGHUP).unwrap();
    running.say("go on");
    running.end().is(0, "alive\n", "");
    site.nothing_is_left();
}

#[cfg(target_os = "linux")]
#[test]
fn who_starts_tokctl_deaf_gets_a_deaf_command_and_no_hang() {
    if !has("python3") {
        return;
    }
    let site = Site::new();
    let deaf = "import os, signal, sys; \
                signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD, signal.SIGUSR1]); os.execv(sys.argv[1], sys.argv[1:])";
    // Bits 9 and 16: SIGUSR1 and SIGCHLD.
    let script = format!("python3 -c '{deaf}' $TOKCTL {DEPLOY} -- grep SigBlk /proc/self/status");
    Child::script(site.bench.home(), &script).piped(b"").is(0, "SigBlk:\t0000000000010200\n", "");
    site.nothing_is_left();
}

#[cfg(target_os = "linux")]
#[test]
fn the_command_has_its_own_signals_and_limits() {
    let site = Site::new();
    // The C library keeps the last signals for itself.
    let script =
        "grep -E '^Sig(Blk|Ign)' /proc/self/status | sed 's/.*\\(.......\\)$/\\1/'; ulimit -S -c; ulimit -H -c";
    let plainly = Child::script(site.bench.home(), script).piped(b"").out();
    site.script(DEPLOY, script).piped(b"").is(0, &plainly, "");
    let limited = "ulimit -S -c 100; grep -c . /proc/self/status >/dev/null; ";
    let script = format!("{limited} $TOKCTL {DEPLOY} -- sh -c 'ulimit -S -c'");
    Child::script(site.bench.home(), &script).piped(b"").is(0, "100\n", "");
}

#[cfg(target_os = "linux")]
#[test]
fn the_command_gets_no_other_file_than_the_three() {
    let site = Site::new();
    // Whatever the test itself has open goes to the one without tokctl too.
    let script = "ls /proc/self/fd | wc -l";
    let plainly = Child::script(site.bench.home(), script).piped(b"").out();
    site.script(DEPLOY, script).piped(b"").is(0, &plainly, "");
    // Nor has tokctl the store open meanwhile.
    let script = "ls -l /proc/$PPID/fd 2>/dev/null | grep -c store.db";
    site.script(DEPLOY, script).piped(b"").is(1, "0\n", "");
}

#[test]
fn when_tokctl_is_killed_its_hard_end_stands() {
    let mut site = Site::new();
    let options = "exec deploy --project grp/app -s read_registry --life 10m";
    let mut running = site.script(options, "printf %s $TOKCTL_TOKEN >token; echo ready $$; exec sleep 1000").start();
    let command = ready(&mut running);
    running.signal(Signal::SIGKILL);
    // The command still has the streams.
    kill(command, Signal::SIGKILL).unwrap();
    running.end().is(-9, "", "");
    let secret = Kept::parse(&fs::read(site.bench.path("token")).unwrap()).unwrap();
    assert!(site.is_alive(&secret));
    let list: serde_json::Value = serde_json::from_str(&site.ok("list --json")).unwrap();
    let token = &list["tokens"][0];
    let instant = |field: &str| tokctl::domain::expiry::parse_instant(token[field].as_str().unwrap()).unwrap();
    assert_eq!(instant("expires_at").since(instant("created_at")), 600);
    site.bench.as_myself().now = instant("expires_at").plus(-1).unwrap();
    site.bench.verdict(&secret, "--access registry:read --project grp/app", "allow");
    site.bench.later(1).verdict(&secret, "--access registry:read --project grp/app", "expired");
}
