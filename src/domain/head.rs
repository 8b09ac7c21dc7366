//! Heads of the trail: an event's place in the chain and its hash, in the one line that is kept elsewhere.

use std::fmt;

use super::error::{Error, Result};
use super::id::Sequence;

/// The hash of an event, or the 32 zero bytes before the first.
pub type Hash = [u8; 32];

/// An event's place in the chain, and its hash: whoever keeps it elsewhere can tell later whether the trail up to it is
/// what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The place.
    pub sequence: Sequence,
    /// The hash.
    pub hash: Hash,
}

impl Head {
    /// What the first event follows.
    pub const BEFORE_ALL: Self = Self { sequence: Sequence(0), hash: [0; 32] };

    /// Reads a number and 64 hex digits, with blanks between them.
    ///
    /// # Errors
    /// [`Code::Usage`](super::error::Code::Usage) for anything else.
    pub fn parse(line: &str) -> Result<Self> {
        let mut words = line.split_ascii_whitespace();
        let head = match (words.next(), words.next(), words.next()) {
            (Some(sequence), Some(hash), None) => Self::of(sequence, hash),
            _ => None,
        };
        head.ok_or_else(|| {
            Error::usage("that is no head of a trail")
                .because("a head is the number of an event and 64 hex digits, as `tokctl log head` prints it")
        })
    }

    fn of(sequence: &str, hash: &str) -> Option<Self> {
        if !sequence.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Some(Self { sequence: Sequence(sequence.parse().ok()?), hash: unhex(hash)? })
    }
}

/// Writes what [`Head::parse`] reads.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.sequence, hex(&self.hash))
    }
}

/// Returns a hash in hex digits.
#[must_use]
pub fn hex(hash: &Hash) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn unhex(text: &str) -> Option<Hash> {
    let mut hash = [0; 32];
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_is_written() {
        let hash = std::array::from_fn(|at| u8::try_from(at * 8).unwrap());
        let head = Head { sequence: Sequence(17), hash };
        let line = head.to_string();
        assert_eq!(line, "17 0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8");
        assert_eq!(Head::parse(&line).unwrap(), head);
        assert_eq!(Head::parse(&format!("  {}\t\r", line.to_uppercase())).unwrap(), head);
        for wrong in [
            String::new(),
            "17".to_owned(),
            line[..line.len() - 1].to_owned(),
            format!("{line}0"),
            format!("{line} x"),
            format!("-{line}"),
            format!("+{line}"),
            line.replace('f', "g"),
            line.replace("17 ", "99999999999999999999 "),
        ] {
            assert!(Head::parse(&wrong).is_err(), "{wrong}");
        }
    }
}
