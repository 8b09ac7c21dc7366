//! Standard output that is closed, full, unread or not for writing: no token comes alive, and that is said.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;

use nix::fcntl::OFlag;
use nix::sys::signal::{Signal, kill};
use nix::sys::stat::Mode;
use nix::unistd::{Pid, mkfifo};

use super::bench::{Bench, CREATE, Run, until_it_waits};
use super::ledger::{Ledger, fingerprints};
use super::mounted::Mounted;

const LINE: &str = "tokctl create deploy --scope read_registry";

/// Makes a pipe with a name.
fn fifo(bench: &Bench) -> PathBuf {
    let path = bench.home().join("pipe");
    mkfifo(&path, Mode::S_IRUSR | Mode::S_IWUSR).unwrap();
    path
}

#[test]
fn a_sink_that_takes_nothing_is_refused_before_anything_is_made() {
    let cases = [
        (format!("{LINE} >&-"), "standard output is closed"),
        (format!("{LINE} >/dev/full"), "`/dev/full`"),
        (format!("{LINE} 1</dev/null"), "not open for writing"),
        (format!("{LINE} 1<>/dev/null"), "standard output is closed"),
        (format!("{LINE} --json >&-"), "standard output is closed"),
        // Opened both ways first, so that opening it for writing does not wait; then the only reader goes.
        (format!("exec 3<>pipe 4>pipe 3>&-; {LINE} >&4"), "nobody reads standard output"),
    ];
    for had_store in [false, true] {
        for (script, words) in &cases {
            let bench = if had_store { Bench::founded() } else { Bench::new() };
            fifo(&bench);
            let run = bench.shell(script);
            run.must_be(8).must_say(&[words, "no token was made", "--to FILE"]);
            assert!(fingerprints(&bench).is_empty(), "{script}");
        }
    }
}

#[test]
fn a_rotation_into_a_sink_that_takes_nothing_leaves_the_old_secret_alive() {
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    ledger.enter(bench.run(&CREATE).must_be(0));
    fifo(&bench);
    for script in ["tokctl rotate 1 >&-", "tokctl rotate 1 >/dev/full", "exec 3<>pipe 4>pipe 3>&-; tokctl rotate 1 >&4"]
    {
        bench.shell(script).must_be(8);
    }
    assert_eq!(ledger.must_hold(&bench, "rotated into nothing"), 1);
}

#[test]
fn the_null_device_opened_for_writing_is_the_users_own_choice() {
    let bench = Bench::founded();
    bench.shell(&format!("{LINE} >/dev/null")).must_be(0).must_say(&["warning: ", "thrown away"]);
    assert_eq!(fingerprints(&bench).len(), 1);
}

#[test]
fn a_socket_takes_the_secret_and_one_whose_other_end_is_gone_does_not() {
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    let (ours, theirs) = UnixStream::pair().unwrap();
    let output = bench.tokctl(&CREATE).stdout(OwnedFd::from(theirs)).output().unwrap();
    let mut run = Run::of(output);
    (&ours).read_to_end(&mut run.out).unwrap();
    ledger.enter(run.must_be(0));
    // In the shell's own process: here another test's child could have a copy of the other end for a moment.
    let script = "import os, socket, sys\na, b = socket.socketpair()\nos.dup2(b.fileno(), 1)\na.close(); b.close()\n\
                  os.execv(sys.argv[1], sys.argv[1:])";
    if super::bench::has("python3") {
        let mut python = bench.program("python3");
        let output = python.args(["-c", script, super::bench::TOKCTL]).args(CREATE).output().unwrap();
        Run::of(output).must_be(8).must_say(&["nobody reads standard output"]);
    }
    ledger.must_hold(&bench, "sockets");
}

#[test]
fn a_full_pipe_is_waited_for_while_others_write() {
    let bench = Bench::founded();
    let path = fifo(&bench);
    let mut options = OpenOptions::new();
    let mut both = options.read(true).write(true).custom_flags(OFlag::O_NONBLOCK.bits()).open(&path).unwrap();
    let mut filled = 0;
    while let Ok(count) = both.write(&[b'x'; 4096]) {
        filled += count;
    }
    let out = || OpenOptions::new().write(true).open(&path).unwrap();
    let mut ledger = Ledger::default();
    let waiting = bench.tokctl(&CREATE).stdout(out()).spawn().unwrap();
    until_it_waits(&waiting);
    // Another waits too, and is interrupted; nothing is left of it.
    let interrupted = bench.tokctl(&CREATE).stdout(out()).spawn().unwrap();
    until_it_waits(&interrupted);
    kill(Pid::from_raw(i32::try_from(interrupted.id()).unwrap()), Signal::SIGINT).unwrap();
    let ended = interrupted.wait_with_output().unwrap().status;
    assert!(ended.signal() == Some(2) || ended.code() == Some(130), "{ended}");
    for _ in 0..5 {
        ledger.enter(bench.run(&CREATE).must_be(0));
    }
    assert_eq!(ledger.must_agree(&bench, "while one waits"), 5);
    let mut taken = vec![0; filled];
    both.read_exact(&mut taken).unwrap();
    let mut run = Run::of(waiting.wait_with_output().unwrap());
    let mut buffer = [0; 4096];
    let count = both.read(&mut buffer).unwrap();
    run.out.extend_from_slice(&buffer[..count]);
    ledger.enter(run.must_be(0));
    assert_eq!(ledger.must_hold(&bench, "after the wait"), 6);
}

#[test]
fn a_file_with_room_for_a_part_of_the_secret_ends_with_a_dead_fragment() {
    let bench = Bench::founded();
    let limit = 2 << 20;
    // The shell's unit are 512 bytes.
    for (free, dead) in [(0, "took 0 of 46"), (20, "took 20 of 46"), (45, "took 45 of 46")] {
        let out = File::create(bench.home().join("out")).unwrap();
        out.set_len(limit - free).unwrap();
        let run = bench.shell(&format!("ulimit -f {}; {LINE} >>out", limit / 512));
        run.must_be(8).must_say(&["no token came alive", dead]);
        assert_eq!(out.metadata().unwrap().size(), limit);
        assert!(fingerprints(&bench).is_empty());
    }
    let mut ledger = Ledger::default();
    File::create(bench.home().join("out")).unwrap().set_len(limit - 46).unwrap();
    let run = bench.shell(&format!("ulimit -f {}; {LINE} >>out", limit / 512));
    let bytes = fs::read(bench.home().join("out")).unwrap();
    ledger.enter_bytes(run.must_be(0), &bytes[usize::try_from(limit).unwrap() - 46..]);
    ledger.must_hold(&bench, "a file with just enough room");
}

#[test]
fn a_limit_on_the_size_of_files_is_a_store_that_cannot_be_written() {
    let bench = Bench::founded();
    bench.run(&CREATE).must_be(0);
    for units in [0, 8, 40] {
        bench.shell(&format!("ulimit -f {units}; {LINE}")).must_be(7);
        assert_eq!(fingerprints(&bench).len(), 1, "{units}");
    }
    let bench = Bench::new();
    for units in [0, 8, 100, 300] {
        bench.shell(&format!("ulimit -f {units}; {LINE}")).must_be(7);
    }
    let mut ledger = Ledger::default();
    ledger.enter(bench.run(&CREATE).must_be(0));
    ledger.must_hold(&bench, "after the limit");
}

#[test]
fn a_redirected_file_on_a_full_disk_makes_no_token() {
    let Some(disk) = Mounted::of_size("64k") else { return };
    let bench = Bench::founded();
    disk.fill();
    let out = disk.path().join("out");
    for arguments in [&CREATE[..], &[&CREATE[..], &["--json"]].concat()] {
        let run = Run::of(bench.tokctl(arguments).stdout(File::create(&out).unwrap()).output().unwrap());
        run.must_be(8).must_say(&["no token came alive", "No space left"]);
    }
    let to = disk.path().join("to");
    bench.run(&[&CREATE[..], &["--to", to.to_str().unwrap()]].concat()).must_be(8);
    assert!(!to.exists(), "the file stayed");
    assert!(fingerprints(&bench).is_empty());
}
