//! Reading a line from a terminal that does not show it, and leaving the terminal as it was, whatever is typed.
//!
//! A terminal that merely does not echo would keep an interrupt from the program until the line has ended, or leave the
//! person without echo where the interrupt ends it. So keys are read one by one, and those that end a program are obeyed
//! when the terminal is itself again.

use std::fs::File;
use std::io::{self, Read as _};

use nix::sys::signal::{Signal, raise};
use nix::sys::termios::{LocalFlags, SetArg, SpecialCharacterIndices, Termios, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

use super::secret_input::MOST;

/// A terminal that shows nothing of what is typed, until this is dropped.
struct Hidden<'t> {
    terminal: &'t File,
    before: Termios,
}

impl<'t> Hidden<'t> {
    fn begin(terminal: &'t File) -> io::Result<Self> {
        let before = tcgetattr(terminal)?;
        let mut hidden = before.clone();
        hidden.local_flags &= !(LocalFlags::ECHO | LocalFlags::ICANON | LocalFlags::ISIG | LocalFlags::IEXTEN);
        hidden.control_chars[SpecialCharacterIndices::VMIN as usize] = 1;
        hidden.control_chars[SpecialCharacterIndices::VTIME as usize] = 0;
        // What was typed before the question is no answer to it.
        tcsetattr(terminal, SetArg::TCSAFLUSH, &hidden)?;
        Ok(Self { terminal, before })
    }
}

impl Drop for Hidden<'_> {
    fn drop(&mut self) {
        // What is left of a long paste must not be taken for the next command.
        tcsetattr(self.terminal, SetArg::TCSAFLUSH, &self.before).ok();
    }
}

/// What a key means here.
enum Key {
    Enter,
    End,
    Signal(Signal),
    Back,
    Clear,
    Byte(u8),
    Nothing,
}

impl Key {
    /// As terminals send them, whatever keys `stty` has put in their places.
    const fn of(byte: u8) -> Self {
        match byte {
            b'\r' | b'\n' => Self::Enter,
            0x03 => Self::Signal(Signal::SIGINT),
            0x1c => Self::Signal(Signal::SIGQUIT),
            0x04 => Self::End,
            0x08 | 0x7f => Self::Back,
            0x15 => Self::Clear,
            byte if byte < b' ' => Self::Nothing,
            byte => Self::Byte(byte),
        }
    }
}

/// Reads a line that is not shown; `None` where the terminal is gone, or its end is typed in place of an answer.
///
/// An interrupt ends the program here, as it does everywhere else.
///
/// # Errors
/// Those of the terminal.
pub(super) fn read(terminal: &File) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
    let hidden = Hidden::begin(terminal)?;
    // As long as it can become, since growing would leave copies behind; what is longer is no secret.
    let mut line = Zeroizing::new(Vec::with_capacity(MOST + 1));
    let mut key = Zeroizing::new([0]);
    loop {
        match (&mut &*terminal).read(&mut *key) {
            Ok(0) => return Ok(None),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
        match Key::of(key[0]) {
            Key::Enter => return Ok(Some(line)),
            Key::End if line.is_empty() => return Ok(None),
            Key::Signal(signal) => {
                drop((line, hidden));
                raise(signal)?;
                return Ok(None);
            }
            Key::Back => drop(line.pop()),
            Key::Clear => line.clear(),
            Key::Byte(byte) if line.len() <= MOST => line.push(byte),
            Key::Byte(_) | Key::End | Key::Nothing => {}
        }
    }
}
