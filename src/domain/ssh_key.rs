//! Deploy keys' public halves: one line as OpenSSH writes it, read strictly.
//!
//! The line is read by the `ssh-key` crate; here is what tokctl takes of what that reads. What is no key is told apart,
//! so that whoever handed it over knows what to do. Nothing of the input is ever in an error.

use ssh_key::public::{KeyData, RsaPublicKey};

use super::digest::Digest;
use super::error::{Error, Result};
use super::policy::{Policies, Policy, demands};

/// The longest input that is read, in bytes. The line of the longest key that OpenSSH takes has a fifth of them.
pub const MOST: usize = 16 * 1024;

/// The longest RSA key that OpenSSH takes, in bits.
const LONGEST_RSA: u32 = 16_384;

/// What stands in every private half: in PEM's and OpenSSH's armour, in `PuTTY`'s, and OpenSSH's own without its armour.
const PRIVATE: [&[u8]; 6] = [
    b"PRIVATE KEY-",
    b"PRIVATE KEY -",
    b"PuTTY-User-Key-File",
    b"Private-Lines:",
    b"openssh-key-v1\0",
    b"b3BlbnNzaC1rZXktdjE",
];

/// Names a type of key that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// RSA.
    Rsa,
    /// ECDSA on the curve P-256.
    EcdsaP256,
    /// ECDSA on the curve P-384.
    EcdsaP384,
    /// ECDSA on the curve P-521.
    EcdsaP521,
    /// Ed25519.
    Ed25519,
    /// ECDSA on the curve P-256, the private half in a security key.
    SkEcdsaP256,
    /// Ed25519, the private half in a security key.
    SkEd25519,
}

impl Algorithm {
    /// Every type that is taken.
    pub const ALL: [Self; 7] = [
        Self::Rsa,
        Self::EcdsaP256,
        Self::EcdsaP384,
        Self::EcdsaP521,
        Self::Ed25519,
        Self::SkEcdsaP256,
        Self::SkEd25519,
    ];

    /// Returns the type as OpenSSH names it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rsa => "ssh-rsa",
            Self::EcdsaP256 => "ecdsa-sha2-nistp256",
            Self::EcdsaP384 => "ecdsa-sha2-nistp384",
            Self::EcdsaP521 => "ecdsa-sha2-nistp521",
            Self::Ed25519 => "ssh-ed25519",
            Self::SkEcdsaP256 => "sk-ecdsa-sha2-nistp256@openssh.com",
            Self::SkEd25519 => "sk-ssh-ed25519@openssh.com",
        }
    }

    /// Reads OpenSSH's name of a type.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.word() == text)
    }
}

/// Holds the public half of a deploy key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// Its type.
    pub algorithm: Algorithm,
    /// Its length in bits; for curves the curve's.
    pub bits: u32,
    /// What stood behind it in its line.
    pub comment: Option<String>,
    /// The SHA-256 of its encoding, by which OpenSSH and the store know it.
    pub digest: Digest,
    line: String,
}

/// Says what is wrong with a text that is no key that tokctl takes. Never holds any of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A private half is in it.
    Private,
    /// There is nothing in it.
    Empty,
    /// It is longer than any key.
    Long,
    /// There is more than one line, or more than one key in the line.
    Several,
    /// It has control characters in it, or is no text at all.
    Unprintable,
    /// It is a public key in another format.
    Format,
    /// Options stand before the key, as in `authorized_keys`.
    Options,
    /// It is a certificate.
    Certificate,
    /// It is of a type that is not taken.
    Type,
    /// It is damaged, or no key at all.
    Malformed,
}

impl PublicKey {
    /// Reads a key: one line, blanks and line ends around it left out.
    ///
    /// # Errors
    /// The [`Flaw`] that was found first; a private half is looked for before all else.
    pub fn parse(input: &[u8]) -> std::result::Result<Self, Flaw> {
        if PRIVATE.iter().any(|mark| input.windows(mark.len()).any(|window| window == *mark)) {
            return Err(Flaw::Private);
        }
        if input.len() > MOST {
            return Err(Flaw::Long);
        }
        let text = str::from_utf8(input).map_err(|_| Flaw::Unprintable)?.trim_matches([' ', '\r', '\n']);
        if text.is_empty() {
            return Err(Flaw::Empty);
        } else if text.starts_with("----") {
            return Err(Flaw::Format);
        } else if text.contains(['\r', '\n']) {
            return Err(Flaw::Several);
        } else if text.contains(char::is_control) {
            return Err(Flaw::Unprintable);
        }
        let (word, rest) = text.split_once(' ').ok_or(Flaw::Malformed)?;
        let algorithm = Algorithm::parse(word).ok_or_else(|| no_type(word, rest))?;
        let rest = rest.trim_start_matches(' ');
        let (encoded, comment) = rest.split_once(' ').unwrap_or((rest, ""));
        if holds_key(comment) {
            return Err(Flaw::Several);
        }
        let key = ssh_key::PublicKey::from_openssh(&format!("{word} {encoded}")).map_err(|_| Flaw::Malformed)?;
        let bits = bits(key.key_data()).ok_or(Flaw::Malformed)?;
        let comment = Some(comment.trim_matches(' ').to_owned()).filter(|comment| !comment.is_empty());
        let digest = Digest::of(&key.to_bytes().map_err(|_| Flaw::Malformed)?);
        let line = key.to_openssh().map_err(|_| Flaw::Malformed)?;
        Ok(Self { algorithm, bits, comment, digest, line })
    }

    /// Returns the key in its one form: type and base64, written anew, no comment.
    #[must_use]
    pub fn canonical(&self) -> &str {
        &self.line
    }

    /// Checks that the key is strong enough to be added.
    ///
    /// # Errors
    /// [`Code::Refused`](super::error::Code::Refused) for an RSA key that is shorter than the policy demands, which is
    /// 2048 bits at the least.
    pub fn check_strength(&self, policies: &Policies) -> Result<()> {
        let least = policies.min_rsa_bits;
        if self.algorithm != Algorithm::Rsa || self.bits >= least {
            return Ok(());
        }
        Err(demands(Policy::MinRsaBits, &least.to_string())
            .because(format!("this RSA key has {} bits", self.bits))
            .hint("`ssh-keygen -t ed25519` makes a key pair that is short and strong"))
    }
}

/// Returns a key's fingerprint as OpenSSH shows it: `SHA256:` and the digest in base64.
#[must_use]
pub fn fingerprint(digest: &Digest) -> String {
    ssh_key::Fingerprint::Sha256(*digest.as_bytes()).to_string()
}

/// Finds out why a line does not begin with a type that is taken.
fn no_type(word: &str, rest: &str) -> Flaw {
    if is_certificate(word) {
        Flaw::Certificate
    } else if is_refused(word) {
        Flaw::Type
    } else if rest.split(' ').any(|word| Algorithm::parse(word).is_some() || is_certificate(word) || is_refused(word)) {
        Flaw::Options
    } else {
        Flaw::Malformed
    }
}

fn is_certificate(word: &str) -> bool {
    word.ends_with("-cert-v01@openssh.com")
}

/// Says whether a word is a type that OpenSSH knows, or knew, and tokctl does not take.
fn is_refused(word: &str) -> bool {
    word == "ssh-dss" || word == "ssh-dsa" || word.starts_with("ssh-xmss") || word.starts_with("webauthn-sk-")
}

/// Says whether another key stands in what looked like a comment.
fn holds_key(comment: &str) -> bool {
    let mut words = comment.split(' ').filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let is_type = Algorithm::parse(word).is_some() || is_certificate(word) || is_refused(word);
        // The length of the type's name, in four bytes, comes first in every encoding.
        if is_type && words.peek().is_some_and(|next| next.starts_with("AAAA")) {
            return true;
        }
    }
    false
}

/// Returns a key's length; `None` where no key can be like this.
fn bits(key: &KeyData) -> Option<u32> {
    // OpenSSH takes whole points only: compressed they are no key of its.
    let is_whole = |point: &[u8]| point.first() == Some(&4);
    match key {
        KeyData::Rsa(rsa) => rsa_bits(rsa),
        KeyData::Ecdsa(point) => is_whole(point.as_sec1_bytes()).then(|| match point.curve() {
            ssh_key::EcdsaCurve::NistP256 => 256,
            ssh_key::EcdsaCurve::NistP384 => 384,
            ssh_key::EcdsaCurve::NistP521 => 521,
        }),
        KeyData::SkEcdsaSha2NistP256(key) => is_whole(key.ec_point().as_bytes()).then_some(256),
        KeyData::Ed25519(_) | KeyData::SkEd25519(_) => Some(256),
        _ => None,
    }
}

/// Returns the length of an RSA key. With an even exponent there is no such key, and with the exponent 1 everybody could
/// sign in its name.
fn rsa_bits(key: &RsaPublicKey) -> Option<u32> {
    let (modulus, exponent) = (key.n.as_positive_bytes()?, key.e.as_positive_bytes()?);
    let is_exponent = exponent.last()? % 2 == 1 && exponent != [1];
    let bits = u32::try_from(modulus.len()).ok()?.checked_mul(8)?.checked_sub(modulus.first()?.leading_zeros())?;
    (is_exponent && modulus.last()? % 2 == 1 && bits <= LONGEST_RSA).then_some(bits)
}

impl From<Flaw> for Error {
    fn from(flaw: Flaw) -> Self {
        const ONE_LINE: &str = "a key is one line: type, base64, and a comment if you like";
        let no_key = |why: &str| Self::usage("this is no public key that can be added").because(why);
        match flaw {
            Flaw::Private => Self::usage("this is a PRIVATE key, so nothing was done with it")
                .because("a deploy key's private half stays with its owner: who has it, has what the key opens")
                .hint("hand over the public half: the file beside it that ends in `.pub`, or what `ssh-keygen -y -f FILE` prints"),
            Flaw::Empty => no_key("there is nothing in it").hint(ONE_LINE),
            Flaw::Long => no_key(&format!("it has more than {MOST} bytes")).hint(ONE_LINE),
            Flaw::Several => no_key("there is more than one line or key in it").hint("add keys one by one"),
            Flaw::Unprintable => no_key("there are control characters in it, or it is no text").hint(ONE_LINE),
            Flaw::Format => no_key("it is not in OpenSSH's format").hint("`ssh-keygen -i -f FILE` turns other formats into it"),
            Flaw::Options => no_key("options stand before the key").hint("leave them out: the line begins with the key's type"),
            Flaw::Certificate => no_key("it is a certificate").hint("hand over the public key that it certifies"),
            Flaw::Type => no_key("keys of its type are not taken").hint("`ssh-keygen -t ed25519` makes a key pair that is short and strong"),
            Flaw::Malformed => no_key("it is damaged, or no key at all").hint(ONE_LINE),
        }
    }
}

#[cfg(test)]
mod tests;
