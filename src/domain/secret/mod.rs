//! Secrets: how one is minted, read back and told from other text. A secret leaves its box by [`Secret::expose`] only.
//!
//! A secret is GitLab's prefix, a random payload, and a tail of version, kind letter, payload length and CRC-32:
//! GitLab's prefix and layout make scanners find it, the checksum shows a typo without asking the store. The checksum
//! proves nothing: anybody can compute it. Knows no store, and has no randomness of its own.

mod finding;
mod form;
mod recognise;
#[cfg(test)]
mod tests;

use std::fmt;

use zeroize::{Zeroize as _, ZeroizeOnDrop, Zeroizing};

use super::digest::Digest;
pub use finding::{first_secret, secrets_in};
pub use form::Form;
use form::{ALPHABET, RANDOM};
pub use recognise::looks_like_secret;

const VERSION: u8 = b'1';
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const CHECKSUM: usize = 7;

/// Owns the bytes of one secret. It cannot be copied, printed or compared, and is wiped when dropped.
///
/// None of these is a program:
///
/// ```compile_fail
/// fn printed(secret: &tokctl::domain::secret::Secret) -> String {
///     format!("{secret}")
/// }
/// ```
///
/// ```compile_fail
/// fn written(secret: &tokctl::domain::secret::Secret) -> String {
///     serde_json::to_string(secret).unwrap()
/// }
/// ```
///
/// ```compile_fail
/// fn copied(secret: &tokctl::domain::secret::Secret) -> tokctl::domain::secret::Secret {
///     secret.clone()
/// }
/// ```
///
/// ```compile_fail
/// fn compared(one: &tokctl::domain::secret::Secret, other: &tokctl::domain::secret::Secret) -> bool {
///     one == other
/// }
/// ```
///
/// This is one, which shows that the others fail for what they are about; it prints nothing of the secret:
///
/// ```
/// fn told(secret: &tokctl::domain::secret::Secret) -> String {
///     format!("{secret:?}")
/// }
/// ```
pub struct Secret(Box<[u8]>);

/// Says what is wrong with a text that is no secret of ours. Never holds any of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It begins with no prefix that tokctl mints.
    #[error("the secret does not begin like one of tokctl's")]
    Prefix,
    /// It is GitLab's own, or of a later tokctl.
    #[error("the secret is of a version that this tokctl does not know")]
    Version,
    /// The kind letter is unknown, or belongs to another prefix.
    #[error("the secret's kind letter does not fit its prefix")]
    Letter,
    /// A part is too short or too long.
    #[error("the secret is cut short, or has something too many")]
    Length,
    /// The payload has a character, or a hyphen, where none can be.
    #[error("the secret has a character that cannot stand there")]
    Alphabet,
    /// The checksum is not that of the rest.
    #[error("the secret's checksum does not fit: a typo, or damage on the way")]
    Checksum,
}

impl Secret {
    /// Mints a secret. `fill` fills a buffer from the operating system's generator; it may be called more than once.
    ///
    /// # Errors
    ///
    /// Fails as `fill` does.
    pub fn mint<E>(form: Form, fill: &mut dyn FnMut(&mut [u8]) -> Result<(), E>) -> Result<Self, E> {
        // Built where it stays: a buffer that grows would leave pieces of the secret behind.
        let mut secret = Self(vec![0; form.length()].into_boxed_slice());
        let [prefix, partition] = form.head();
        let rest = write(&mut secret.0, prefix.as_bytes());
        let rest = write(rest, partition.as_bytes());
        let (payload, tail) = rest.split_at_mut(form.payload().len());
        payload.copy_from_slice(form.payload());
        draw(payload, fill)?;
        let rest = write(tail, &[b'.', VERSION, form.letter(), b'.']);
        let (length, checksum) = rest.split_at_mut(2);
        write_base36(length, form.payload().len());
        let covered = form.length() - checksum.len();
        let (covered, checksum) = secret.0.split_at_mut(covered);
        write_base36(checksum, crc32fast::hash(covered) as usize);
        Ok(secret)
    }

    /// Reads a secret, exactly: not even a line break may follow. The bytes are copied, wiping the original is the
    /// caller's part.
    ///
    /// # Errors
    ///
    /// Fails with what is wrong, found without the store. Only the store can say whether a good one was ever minted.
    pub fn parse(bytes: &[u8]) -> Result<(Self, Form), Malformed> {
        let form = match (shape(bytes), form::after_instance(bytes).map(shape)) {
            (Ok(form), _) | (Err(_), Some(Ok(form))) => form,
            (Err(Malformed::Prefix), Some(Err(other))) => return Err(other),
            (Err(error), _) => return Err(error),
        };
        // The checksum covers the instance prefix too.
        let (covered, checksum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(Malformed::Length)?;
        if read_base36(checksum) == Some(u64::from(crc32fast::hash(covered))) {
            Ok((Self(Box::from(bytes)), form))
        } else {
            Err(Malformed::Checksum)
        }
    }

    /// Shows the bytes. Whoever calls it must not keep, print or format them but for the one who asked for the secret.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// Computes the digest by which the store knows the secret.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.0)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for Secret {}

/// Checks all but the checksum of a text without instance prefix.
fn shape(text: &[u8]) -> Result<Form, Malformed> {
    let (prefix, rest) = form::split_prefix(text).ok_or(Malformed::Prefix)?;
    let dot = rest.iter().position(|byte| *byte == b'.').ok_or(Malformed::Length)?;
    let (payload, tail) = rest.split_at(dot);
    // The version comes first: another one may have another layout.
    if tail.get(1).is_some_and(|version| *version != VERSION) {
        return Err(Malformed::Version);
    }
    let [b'.', VERSION, letter, b'.', length @ .., _, _, _, _, _, _, _] = tail else { return Err(Malformed::Length) };
    let form = Form::of(prefix, *letter).ok_or(Malformed::Letter)?;
    let picture = form.payload();
    if length.len() != 2 || read_base36(length) != Some(picture.len() as u64) || payload.len() != picture.len() {
        return Err(Malformed::Length);
    }
    let fits = |(byte, place): (&u8, &u8)| if *place == RANDOM { ALPHABET.contains(byte) } else { byte == place };
    if payload.iter().zip(picture).all(fits) { Ok(form) } else { Err(Malformed::Alphabet) }
}

/// Writes the bytes at the beginning of a room that has place for them, and returns what is left of it.
fn write<'a>(room: &'a mut [u8], bytes: &[u8]) -> &'a mut [u8] {
    let (here, rest) = room.split_at_mut(bytes.len());
    here.copy_from_slice(bytes);
    rest
}

/// Puts a random character wherever the picture asks for one, every character as likely as any other.
fn draw<E>(picture: &mut [u8], fill: &mut dyn FnMut(&mut [u8]) -> Result<(), E>) -> Result<(), E> {
    // Bytes from 232, four times 58, up are thrown away: they would make the first characters likelier.
    const FAIR: u8 = 232;
    let mut raw = Zeroizing::new([0; 64]);
    let mut places = picture.iter_mut().filter(|byte| **byte == RANDOM).peekable();
    while places.peek().is_some() {
        fill(raw.as_mut_slice())?;
        // The places stand second in the zip, so that none is lost when the raw bytes run out.
        for (byte, place) in raw.iter().filter(|byte| **byte < FAIR).zip(places.by_ref()) {
            *place = ALPHABET[usize::from(*byte) % ALPHABET.len()];
        }
    }
    Ok(())
}

/// Writes a number in base 36 over the whole room, zeros first.
fn write_base36(room: &mut [u8], mut number: usize) {
    for place in room.iter_mut().rev() {
        *place = DIGITS[number % DIGITS.len()];
        number /= DIGITS.len();
    }
}

/// Reads a number in base 36, lower case only.
fn read_base36(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0_u64, |number, digit| {
        let value = DIGITS.iter().position(|other| other == digit)?;
        number.checked_mul(DIGITS.len() as u64)?.checked_add(value as u64)
    })
}
