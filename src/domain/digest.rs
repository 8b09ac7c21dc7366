//! Digests: all that the store keeps of a secret.
//!
//! A secret carries 152 random bits or more, so neither salt nor a slow hash would make a guess harder.

use std::fmt;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// Holds the SHA-256 of a whole secret. Two of them are compared in constant time.
#[derive(Clone, Copy)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Computes the digest of a secret's bytes.
    #[must_use]
    pub fn of(secret: &[u8]) -> Self {
        Self(Sha256::digest(secret).into())
    }

    /// Takes a digest as the store keeps it.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns the digest as the store keeps it.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns what lists show: `fp:` and the first ten hex digits. It tells tokens apart and opens nothing.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let [one, two, three, four, five, ..] = self.0;
        format!("fp:{one:02x}{two:02x}{three:02x}{four:02x}{five:02x}")
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl Eq for Digest {}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fingerprint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of FIPS 180-2, appendix B.1: the three letters `abc`.
    #[test]
    fn a_digest_is_the_sha_256_of_the_whole() {
        let digest = Digest::of(b"abc");
        assert_eq!(digest.as_bytes()[..6], [0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01]);
        assert_eq!(digest.fingerprint(), "fp:ba7816bf8f");
        assert_eq!(format!("{digest:?}"), "fp:ba7816bf8f");
    }

    #[test]
    fn digests_are_equal_only_in_every_bit() {
        let digest = Digest::of(b"abc");
        assert_eq!(digest, Digest::from_bytes(*digest.as_bytes()));
        for at in 0..32 {
            let mut bytes = *digest.as_bytes();
            bytes[at] ^= 1;
            assert_ne!(digest, Digest::from_bytes(bytes), "byte {at}");
        }
    }
}
