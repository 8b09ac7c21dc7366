//! The terminal while somebody is asked: keys are not shown by the terminal and send no signal, so that the one which ends the
//! program is seen at the question, and the terminal is given back as it was before the program ends of it.

use std::fs::File;
use std::io::{self, Read as _};

use console::Term;
use nix::sys::signal::{SigSet, Signal, raise};
use nix::sys::termios::{LocalFlags, SetArg, SpecialCharacterIndices, Termios, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

/// The character of the interrupt: Ctrl-C.
const INTERRUPT: u8 = 3;

/// The longest line that is typed unseen, as long as a terminal takes one.
const LONGEST: usize = 4096;

/// Asks a question that reads key by key.
pub(super) fn asked<T>(terminal: &File, question: impl FnOnce() -> T) -> T {
    let silent = |settings: &mut Termios| {
        settings.local_flags.remove(LocalFlags::ISIG | LocalFlags::ECHO | LocalFlags::ICANON);
    };
    held(terminal, silent, question)
}

/// Asks, and reads a line that is not shown. The terminal lets it be edited, and ends it at a return or at the interrupt.
pub(super) fn unseen(terminal: &File, ask: impl FnOnce() -> io::Result<()>) -> io::Result<Zeroizing<Vec<u8>>> {
    let unseen = |settings: &mut Termios| {
        settings.local_flags.remove(LocalFlags::ISIG | LocalFlags::ECHO);
        settings.control_chars[SpecialCharacterIndices::VEOL as usize] = INTERRUPT;
    };
    held(terminal, unseen, || {
        // Only now, since who reads the question may begin to type.
        ask()?;
        // As long as it can become, since growing would leave copies behind.
        let mut line = Zeroizing::new(vec![0; LONGEST]);
        let count = { terminal }.read(&mut line)?;
        line.truncate(count);
        if line.pop_if(|last| *last == INTERRUPT).is_some() {
            // The signal waits until the terminal is given back.
            raise(Signal::SIGINT)?;
            return Err(io::ErrorKind::Interrupted.into());
        }
        line.pop_if(|last| *last == b'\n');
        Ok(line)
    })
}

/// Changes the settings of a terminal for a while. An interrupt that came meanwhile ends the program when they are back.
fn held<T>(terminal: &File, change: impl FnOnce(&mut Termios), question: impl FnOnce() -> T) -> T {
    let mut interrupt = SigSet::empty();
    interrupt.add(Signal::SIGINT);
    let is_held = interrupt.thread_block().is_ok();
    let before = tcgetattr(terminal).ok();
    if let Some(mut settings) = before.clone() {
        change(&mut settings);
        tcsetattr(terminal, SetArg::TCSADRAIN, &settings).ok();
    }
    let answer = question();
    if let Some(before) = before {
        tcsetattr(terminal, SetArg::TCSADRAIN, &before).ok();
    }
    Term::stderr().show_cursor().ok();
    if is_held {
        interrupt.thread_unblock().ok();
    }
    answer
}
