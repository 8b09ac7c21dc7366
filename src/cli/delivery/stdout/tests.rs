use std::fs;
use std::io::{PipeReader, Read, Seek};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::thread::{self, JoinHandle};

use nix::pty::{OpenptyResult, openpty};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::termios::{FlowArg, tcflow};

use super::*;
use crate::domain::error::Code;
use crate::testing::{again, is_again, unforked};

const SECRET: &[u8] = b"glpat-0123456789\n";

fn sink(out: impl Into<OwnedFd>) -> StdoutSink {
    StdoutSink::new(&File::from(out.into())).unwrap()
}

fn piped() -> (PipeReader, StdoutSink) {
    let (reader, writer) = io::pipe().unwrap();
    (reader, sink(writer))
}

fn open(path: &str, how: &mut OpenOptions) -> StdoutSink {
    sink(how.open(path).unwrap())
}

/// Fills a pipe to the last byte, as another writer of it would.
fn fill(sink: &mut StdoutSink) {
    while sink.hand_over(&[b'x'; AT_ONCE]).unwrap() == HandOver::Delivered {}
}

/// Waits in a thread of its own and hands over as soon as that is over.
fn waiting(mut sink: StdoutSink) -> JoinHandle<Result<HandOver>> {
    thread::spawn(move || sink.wait().and_then(|()| sink.hand_over(SECRET)))
}

fn assert_nothing_made(error: &Error, what: &str) {
    assert_eq!(error.code, Code::Delivery);
    assert_eq!(error.what, format!("{what}, so no token was made"));
    let hint = error.hint.as_deref().unwrap();
    assert!(hint.contains("`--to FILE`") && hint.contains("`--dry-run`"));
}

#[test]
fn a_pipe_gets_the_secret_whole() {
    let (mut reader, mut sink) = piped();
    assert_eq!(sink.check(SECRET.len()).unwrap(), None);
    assert_eq!(sink.withdraw(), None);
    assert_eq!(sink.hand_over(SECRET).unwrap(), HandOver::Delivered);
    assert_eq!(sink.withdraw().unwrap(), "the secret on standard output is dead");
    drop(sink);
    let mut read = Vec::new();
    reader.read_to_end(&mut read).unwrap();
    assert_eq!(read, SECRET);
}

#[test]
fn a_pipe_without_reader_is_refused_before_during_and_while_waiting() {
    let _alone = unforked();
    let (reader, mut sink) = piped();
    drop(reader);
    for error in [sink.check(1).unwrap_err(), sink.hand_over(SECRET).unwrap_err(), sink.wait().unwrap_err()] {
        assert_nothing_made(&error, "nobody reads standard output");
    }
    assert_eq!(sink.withdraw(), None);
}

#[test]
fn a_full_pipe_is_not_ready_and_waiting_ends_when_it_is_drained() {
    let (mut reader, mut sink) = piped();
    fill(&mut sink);
    assert_eq!(sink.check(1).unwrap(), None, "a slow reader is a reader");
    assert_eq!(sink.hand_over(SECRET).unwrap(), HandOver::NotReady);
    let end = waiting(sink);
    reader.read_exact(&mut [0; AT_ONCE]).unwrap();
    assert_eq!(end.join().unwrap().unwrap(), HandOver::Delivered);
}

#[test]
fn waiting_ends_when_the_reader_goes_away() {
    let _alone = unforked();
    let (reader, mut sink) = piped();
    fill(&mut sink);
    let end = waiting(sink);
    drop(reader);
    assert_nothing_made(&end.join().unwrap().unwrap_err(), "nobody reads standard output");
}

#[cfg(target_os = "linux")]
#[test]
fn another_writer_of_the_pipe_is_not_waited_for_and_keeps_its_own_flags() {
    if is_again() {
        // A careful process may look into itself no less for being closed to others.
        crate::cli::process::guard().unwrap();
        let (_reader, writer) = io::pipe().unwrap();
        let given = File::from(OwnedFd::from(writer));
        let mut sink = StdoutSink::new(&given).unwrap();
        let flags = OFlag::from_bits_retain(fcntl(&given, FcntlArg::F_GETFL).unwrap());
        assert!(!flags.contains(OFlag::O_NONBLOCK));
        // Room as poll tells it can be gone by the time of the write: the write itself must not wait either.
        fill(&mut sink);
        assert_eq!(sink.out.write(SECRET).unwrap_err().kind(), ErrorKind::WouldBlock);
        return;
    }
    let test = "cli::delivery::stdout::tests::another_writer_of_the_pipe_is_not_waited_for_and_keeps_its_own_flags";
    let output = again(test, "");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn more_than_a_pipe_takes_at_once_is_refused_as_put() {
    let (_reader, mut sink) = piped();
    assert_eq!(sink.check(AT_ONCE).unwrap(), None);
    for error in [sink.check(AT_ONCE + 1).unwrap_err(), sink.hand_over(&[0; AT_ONCE + 1]).unwrap_err()] {
        assert_eq!(error.code, Code::Usage);
        assert!(error.what.ends_with("so no token was made"));
        assert!(error.hint.unwrap().starts_with("`--to FILE`"));
    }
    let regular = sink_of_file(&tempfile::tempfile().unwrap());
    assert_eq!(regular.check(1 << 20).unwrap(), None);
}

fn sink_of_file(file: &File) -> StdoutSink {
    StdoutSink::new(file).unwrap()
}

#[test]
fn a_socket_is_served_until_its_peer_goes() {
    let _alone = unforked();
    let (ours, mut peer) = UnixStream::pair().unwrap();
    let mut sink = sink(OwnedFd::from(ours));
    assert_eq!(sink.hand_over(SECRET).unwrap(), HandOver::Delivered);
    let mut read = [0; SECRET.len()];
    peer.read_exact(&mut read).unwrap();
    assert_eq!(read, SECRET);
    drop(peer);
    assert_nothing_made(&sink.check(1).unwrap_err(), "nobody reads standard output");
}

#[test]
fn dev_null_is_allowed_to_whoever_chose_it_and_means_closed_to_whoever_did_not() {
    let mut chosen = open("/dev/null", OpenOptions::new().write(true));
    assert!(chosen.check(1).unwrap().unwrap().contains("thrown away"));
    assert_eq!(chosen.hand_over(SECRET).unwrap(), HandOver::Delivered);
    let closed = open("/dev/null", OpenOptions::new().read(true).write(true));
    assert_nothing_made(&closed.check(1).unwrap_err(), "standard output is closed");
}

#[test]
fn a_closed_standard_output_is_known_in_a_real_process() {
    if is_again() {
        let given = io::stdout().as_fd().try_clone_to_owned().unwrap();
        assert_nothing_made(&sink(given).check(1).unwrap_err(), "standard output is closed");
        return;
    }
    let test = "cli::delivery::stdout::tests::a_closed_standard_output_is_known_in_a_real_process";
    let output = again(test, ">&-");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn dev_full_and_what_is_only_read_are_refused() {
    let mut full = open("/dev/full", OpenOptions::new().write(true));
    assert_nothing_made(&full.check(1).unwrap_err(), "standard output is `/dev/full`, which takes nothing");
    assert_eq!(full.hand_over(SECRET).unwrap_err().code, Code::Delivery);
    let (reader, _writer) = io::pipe().unwrap();
    for sink in [open("/dev/null", OpenOptions::new().read(true)), sink(reader)] {
        assert_nothing_made(&sink.check(1).unwrap_err(), "standard output is not open for writing");
    }
    let both = OpenOptions::new().read(true).write(true).open("/dev/null").unwrap();
    let closed = crate::cli::process::unless_closed(both).unwrap();
    assert_nothing_made(&sink(closed).check(1).unwrap_err(), "standard output is closed");
}

#[test]
fn a_redirected_file_is_written_where_it_stands() {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(b"before\n").unwrap();
    let mut sink = sink_of_file(&file);
    assert_eq!(sink.hand_over(&[SECRET, &[b'x'; 5000]].concat()).unwrap(), HandOver::Delivered);
    let mut read = Vec::new();
    file.rewind().unwrap();
    file.read_to_end(&mut read).unwrap();
    assert_eq!(read, [b"before\n", SECRET, &[b'x'; 5000]].concat());
}

#[test]
fn a_fragment_is_told_and_told_dead() {
    if is_again() {
        crate::cli::process::guard().unwrap();
        let (_, hard) = getrlimit(Resource::RLIMIT_FSIZE).unwrap();
        setrlimit(Resource::RLIMIT_FSIZE, 5, hard).unwrap();
        let error = sink_of_file(&tempfile::tempfile().unwrap()).hand_over(SECRET).unwrap_err();
        assert_eq!(error.code, Code::Delivery);
        assert!(error.what.contains("no token came alive and nothing needs revoking"));
        let why = error.why.unwrap();
        assert!(why.starts_with("standard output took 5 of 17 bytes: File too large"), "{why}");
        assert!(why.ends_with("that fragment is dead"), "{why}");
        return;
    }
    let output = again("cli::delivery::stdout::tests::a_fragment_is_told_and_told_dead", "");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_stopped_terminal_is_not_ready_until_it_goes_on_and_a_gone_one_is_no_reader() {
    let _alone = unforked();
    let OpenptyResult { master, slave } = openpty(None, None).unwrap();
    let mut running = sink(slave.try_clone().unwrap());
    assert_eq!(running.hand_over(SECRET).unwrap(), HandOver::Delivered);
    let mut read = [0; SECRET.len() + 1];
    let mut master = File::from(master);
    master.read_exact(&mut read).unwrap();
    assert_eq!(&read, b"glpat-0123456789\r\n");

    tcflow(&slave, FlowArg::TCOOFF).unwrap();
    assert_eq!(running.check(1).unwrap(), None);
    assert_eq!(running.hand_over(SECRET).unwrap(), HandOver::NotReady);
    let end = waiting(running);
    tcflow(&slave, FlowArg::TCOON).unwrap();
    assert_eq!(end.join().unwrap().unwrap(), HandOver::Delivered);

    let gone = sink(slave);
    drop(master);
    assert_nothing_made(&gone.check(1).unwrap_err(), "nobody reads standard output");
}

#[test]
fn a_named_fifo_is_a_pipe() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("fifo");
    nix::unistd::mkfifo(&path, nix::sys::stat::Mode::S_IRWXU).unwrap();
    let reading = thread::spawn({
        let path = path.clone();
        move || fs::read(path).unwrap()
    });
    let mut sink = sink(OpenOptions::new().write(true).open(&path).unwrap());
    assert_eq!(sink.check(SECRET.len()).unwrap(), None);
    assert_eq!(sink.hand_over(SECRET).unwrap(), HandOver::Delivered);
    drop(sink);
    assert_eq!(reading.join().unwrap(), SECRET);
}
