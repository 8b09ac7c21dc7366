//! A buffer for what holds a secret: wiped when dropped, and when it grows, so that no copy stays behind.

use base64ct::{Base64, Encoding as _};
use zeroize::Zeroizing;

use crate::domain::secret::Secret;

/// Returns the bytes of a secret, for a place that takes nothing but them.
pub(crate) fn plain(secret: &Secret) -> Zeroizing<Vec<u8>> {
    let mut bytes = Bytes::with_capacity(secret.expose().len());
    bytes.secret(secret);
    bytes.finish()
}

/// Collects what is handed over.
pub(super) struct Bytes(Zeroizing<Vec<u8>>);

impl Bytes {
    /// Makes room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self(Zeroizing::new(Vec::with_capacity(bytes)))
    }

    /// Adds a text.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.raw(text.as_bytes())
    }

    /// Adds a secret as it is: letters, digits, `.`, `-` and `_`, which need no quoting anywhere.
    pub(super) fn secret(&mut self, secret: &Secret) -> &mut Self {
        self.raw(secret.expose())
    }

    /// Adds `username:secret` in base64, as HTTP Basic has it (RFC 7617).
    pub(super) fn basic(&mut self, username: &str, secret: &Secret) -> &mut Self {
        let mut plain = Self::with_capacity(username.len() + 1 + secret.expose().len());
        plain.text(username).text(":").secret(secret);
        let mut encoded = Zeroizing::new(vec![0; Base64::encoded_len(&plain.0)]);
        // The room is as long as it takes, which is the only thing that can be wrong.
        if let Ok(text) = Base64::encode(&plain.0, &mut encoded) {
            self.raw(text.as_bytes());
        }
        self
    }

    /// Returns what was collected.
    pub(super) fn finish(self) -> Zeroizing<Vec<u8>> {
        self.0
    }

    fn raw(&mut self, bytes: &[u8]) -> &mut Self {
        if self.0.capacity() - self.0.len() < bytes.len() {
            let mut larger = Vec::with_capacity((self.0.len() + bytes.len()) * 2);
            larger.extend_from_slice(&self.0);
            self.0 = Zeroizing::new(larger);
        }
        self.0.extend_from_slice(bytes);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_grows_without_losing_anything() {
        let mut bytes = Bytes::with_capacity(1);
        for _ in 0..100 {
            bytes.text("abc");
        }
        assert_eq!(*bytes.finish(), "abc".repeat(100).as_bytes());
    }
}
