//! How far something long has come, shown on standard error to whoever waits in front of it.
//!
//! A thread of its own draws. So what is waited for is not slowed down by being looked at, it is shown where it cannot say
//! how far it is, and whatever ends within half a second shows nothing at all.

mod board;
mod interrupt;

use std::cell::Cell;
use std::io::IsTerminal as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use board::{Amount, Board, Screen};

use super::exec;
use super::globals::{Color, Globals};
use super::process::hold_signals_back;
use super::world::World;
use crate::domain::progress::Step;

/// How standard error is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    /// Whether what a command puts out comes to a terminal too: nothing is drawn between its rows.
    pub(super) is_shared: bool,
    /// Whether there may be colour.
    pub(super) colour: bool,
    /// Whether an interrupt ends the program, and not a command that it runs.
    pub(super) ends_at_interrupt: bool,
}

impl View {
    /// Returns how a command is looked at, where a person waits in front of standard error: on a terminal that can take a
    /// line back, and not asked to be quiet.
    pub(super) fn of(world: &World<'_>, globals: &Globals, command: &str) -> Option<Self> {
        let environment = &world.environment;
        let is_seen = !globals.quiet && !environment.ci && !environment.dumb && world.stderr.is_terminal();
        is_seen.then(|| Self {
            is_shared: world.stdout.is_terminal(),
            colour: globals.color != Color::Never && !environment.no_color,
            // What `exec` runs hears signals in its own way.
            ends_at_interrupt: command.split(' ').next() != Some(exec::ENTRY.name),
        })
    }
}

/// Returns what is told how far something has come; `None`: nobody looks.
pub(super) fn watch(view: Option<View>) -> Box<dyn Fn(Step)> {
    match view {
        None => Box::new(|_| ()),
        Some(view) => {
            let teller = Teller::new(view);
            Box::new(move |step| teller.tell(step))
        }
    }
}

/// What the thread that works shares with the one that draws.
struct Shared {
    board: Mutex<Board>,
    wake: Condvar,
    done: AtomicU64,
}

impl Shared {
    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Draws whenever it is time.
    fn draw(&self) {
        let mut board = self.board();
        loop {
            board = match board.look(Instant::now(), self.done.load(Ordering::Relaxed)) {
                None => self.wake.wait(board).unwrap_or_else(PoisonError::into_inner),
                Some(next) => self.wake.wait_timeout(board, next).unwrap_or_else(PoisonError::into_inner).0,
            };
        }
    }
}

/// The side of the thread that works.
struct Teller {
    shared: Arc<Shared>,
    view: View,
    /// How many operations are under way, one in the other.
    depth: Cell<u32>,
    /// What was told last, so that counting on needs no lock.
    told: Cell<Option<(&'static str, Amount)>>,
    is_drawn: Cell<bool>,
}

impl Teller {
    fn new(view: View) -> Self {
        let board = Board::new(Screen::stderr(view));
        let shared = Shared { board: Mutex::new(board), wake: Condvar::new(), done: AtomicU64::new(0) };
        let (told, depth, is_drawn) = (Cell::new(None), Cell::new(0), Cell::new(false));
        Self { shared: Arc::new(shared), view, depth, told, is_drawn }
    }

    fn tell(&self, step: Step) {
        match step {
            Step::Begins(doing) => self.begin(doing),
            Step::Now(doing) => self.doing(doing, Amount::Unknown, 0),
            Step::At(doing, done, None) => self.doing(doing, Amount::Counted, done),
            Step::At(doing, done, Some(total)) => self.doing(doing, Amount::Of(total), done),
            Step::Bytes(doing, done, total) => self.doing(doing, Amount::Bytes(total), done),
            Step::Row => self.hush(true),
            Step::Out => self.hush(false),
            Step::Over => self.end(),
        }
    }

    fn begin(&self, doing: &'static str) {
        let depth = self.depth.get();
        self.depth.set(depth + 1);
        if depth == 0 {
            self.shared.board().begin(Instant::now());
        }
        self.doing(doing, Amount::Unknown, 0);
        if !self.is_drawn.replace(true) {
            let shared = Arc::clone(&self.shared);
            let draw = move || {
                hold_signals_back();
                shared.draw();
            };
            // Where there is no thread to be had, nothing is shown.
            thread::Builder::new().name("progress".to_owned()).spawn(draw).ok();
        }
    }

    fn doing(&self, doing: &'static str, amount: Amount, done: u64) {
        self.shared.done.store(done, Ordering::Relaxed);
        if self.told.replace(Some((doing, amount))) != Some((doing, amount)) {
            self.shared.board().doing(doing, amount);
            self.shared.wake.notify_one();
        }
    }

    /// Lets somebody else write to the terminal: until something else is done, or to the end.
    fn hush(&self, to_the_end: bool) {
        if self.view.is_shared && (!to_the_end || !self.shared.board().is_mute()) {
            self.told.set(None);
            self.shared.board().hush(to_the_end);
        }
    }

    fn end(&self) {
        let left = self.depth.get().saturating_sub(1);
        self.depth.set(left);
        if left == 0 {
            self.told.set(None);
            self.shared.board().end();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;
    use crate::cli::world::{Account, Environment};

    fn globals(quiet: bool) -> Globals {
        Globals {
            store: None,
            acting_as: None,
            format: None,
            json: false,
            quiet,
            color: Color::Auto,
            no_input: true,
            allow_network_fs: false,
        }
    }

    /// Returns how a command is looked at whose two streams go to a terminal or a file.
    fn view(command: &str, quiet: bool, environment: Environment, terminals: [bool; 2]) -> Option<View> {
        let pair = nix::pty::openpty(None, None).unwrap();
        let terminal = File::from(pair.slave);
        let stream =
            |is_terminal| if is_terminal { terminal.try_clone().unwrap() } else { tempfile::tempfile().unwrap() };
        let world = World {
            arguments: Vec::new(),
            environment,
            account: Account { uid: 0, login: "op".into(), host: "bench".into() },
            clock: &|| crate::domain::time::Timestamp::MIN,
            stdin: stream(false),
            stdout: stream(terminals[0]),
            stderr: stream(terminals[1]),
        };
        View::of(&world, &globals(quiet), command)
    }

    #[test]
    fn only_a_person_in_front_of_standard_error_is_shown_anything() {
        let plain = Environment::default;
        assert!(
            view("list", false, plain(), [true, true]).is_some_and(|view| view.is_shared && view.ends_at_interrupt)
        );
        assert!(view("list", false, plain(), [false, true]).is_some_and(|view| !view.is_shared && view.colour));
        assert!(view("list", false, plain(), [true, false]).is_none(), "standard error is a file");
        assert!(view("list", true, plain(), [true, true]).is_none(), "asked to be quiet");
        assert!(view("list", false, Environment { ci: true, ..plain() }, [true, true]).is_none());
        assert!(view("list", false, Environment { dumb: true, ..plain() }, [true, true]).is_none());
        let grey = view("list", false, Environment { no_color: true, ..plain() }, [true, true]);
        assert!(grey.is_some_and(|view| !view.colour));
        let lent = view("exec deploy", false, plain(), [true, true]);
        assert!(lent.is_some_and(|view| !view.ends_at_interrupt), "its command is told of interrupts");
    }

    #[test]
    fn nobody_draws_before_something_is_under_way_nor_once_it_is_over() {
        let view = View { is_shared: true, colour: false, ends_at_interrupt: false };
        let teller = Teller::new(view);
        teller.tell(Step::Begins("waiting"));
        teller.tell(Step::Begins("reading"));
        teller.tell(Step::Over);
        teller.tell(Step::At("listing", 1, None));
        teller.tell(Step::Row);
        assert!(teller.shared.board().is_mute(), "its rows come to the same terminal");
        teller.tell(Step::At("listing", 2, None));
        assert_eq!(teller.shared.done.load(Ordering::Relaxed), 2);
        assert!(teller.shared.board().look(Instant::now(), 2).is_none());
        teller.tell(Step::Over);
        assert!(teller.shared.board().look(Instant::now(), 0).is_none());
    }
}
