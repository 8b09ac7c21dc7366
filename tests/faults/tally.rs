//! How much a test has broken, counted: a line for each test in the file that `TOKCTL_FAULTS_TALLY` names, once it is over.
//!
//! A line tells the test, its faults, the commands that it ran, and how often a store was asked whether all is well.

use std::cell::RefCell;
use std::fs::File;
use std::io::Write as _;
use std::thread;

use super::bench::variable;

/// What is counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// Kills, calls that failed, disks that were left, files that were damaged.
    pub(super) faults: usize,
    /// Processes of tokctl.
    runs: usize,
    /// Stores that were looked through.
    checks: usize,
}

/// The tally of one thread, which is written down when the thread ends: a test has one of its own.
struct Kept(Tally);

impl Drop for Kept {
    fn drop(&mut self) {
        let Tally { faults, runs, checks } = self.0;
        let Some(path) = variable("TOKCTL_FAULTS_TALLY") else { return };
        if runs > 0
            && let Ok(mut file) = File::options().append(true).create(true).open(path)
        {
            let name = thread::current().name().unwrap_or("?").to_owned();
            // One write: other tests end at the same time. Nothing can be reported from here.
            file.write_all(format!("{name} {faults} {runs} {checks}\n").as_bytes()).ok();
        }
    }
}

thread_local! {
    static TALLY: RefCell<Kept> = const { RefCell::new(Kept(Tally { faults: 0, runs: 0, checks: 0 })) };
}

fn count(of: impl Fn(&mut Tally)) {
    // A thread that is ending has no tally any more.
    TALLY.try_with(|tally| of(&mut tally.borrow_mut().0)).ok();
}

/// Counts faults.
pub(super) fn faults(number: usize) {
    count(|tally| tally.faults += number);
}

/// Counts a process.
pub(super) fn run() {
    count(|tally| tally.runs += 1);
}

/// Counts a store that was looked through.
pub(super) fn check() {
    count(|tally| tally.checks += 1);
}

/// Does something on threads of its own, so many as there are processors, which are counted with the test that starts them;
/// each takes the next of so many pieces of work.
pub(super) fn at_once(pieces: usize, work: impl Fn(usize) + Sync) {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let name = thread::current().name().unwrap_or("?").to_owned();
    let threads = thread::available_parallelism().map_or(1, usize::from).min(4);
    let serve = || {
        loop {
            let piece = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            if piece >= pieces {
                break;
            }
            work(piece);
        }
    };
    thread::scope(|scope| {
        let start = || thread::Builder::new().name(name.clone()).spawn_scoped(scope, serve).unwrap();
        let started: Vec<_> = (0..threads).map(|_| start()).collect();
        // Whoever starts them looks on, and fails as they do.
        for thread in started {
            if let Err(panic) = thread.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
}
