//! What a command told: both streams and its exit code, never a secret where a person could read it.

use std::fmt;
use std::path::Path;

use serde_json::Value;
use tokctl::domain::secret::Secret;

use super::redacted;

/// What a command told.
pub(crate) struct Told {
    line: String,
    home: String,
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    code: i32,
}

/// Keeps a secret that a command printed.
pub(crate) struct Kept(Secret);

impl Kept {
    /// Reads a secret in the form in which commands print it, without its line end.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        Secret::parse(bytes).ok().map(|(secret, _)| Self(secret))
    }

    pub(crate) fn expose(&self) -> &[u8] {
        self.0.expose()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.expose().to_vec()).unwrap()
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&redacted(&self.text()))
    }
}

/// Keeps both secrets of an OAuth pair.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) access: Kept,
    pub(crate) refresh: Kept,
}

impl Pair {
    /// Reads the two lines of a pair as commands hand them over, each with its line end.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let lines = bytes.strip_suffix(b"\n")?;
        let end = lines.iter().position(|byte| *byte == b'\n')?;
        Some(Self { access: Kept::parse(&lines[..end])?, refresh: Kept::parse(&lines[end + 1..])? })
    }
}

impl Told {
    pub(super) fn new(line: &str, home: &Path, stdout: Vec<u8>, stderr: Vec<u8>, code: i32) -> Self {
        Self { line: line.to_owned(), home: home.display().to_string(), stdout, stderr, code }
    }

    fn shown(&self, bytes: &[u8]) -> String {
        redacted(&String::from_utf8_lossy(bytes)).replace(&self.home, "~")
    }

    /// Returns standard output, without secrets and with `~` for the home directory.
    pub(crate) fn out(&self) -> String {
        self.shown(&self.stdout)
    }

    /// Returns standard error in the same way.
    pub(crate) fn err(&self) -> String {
        self.shown(&self.stderr)
    }

    /// Returns standard output as it came, for the secrets in it.
    pub(crate) fn stdout_bytes(&self) -> Vec<u8> {
        self.stdout.clone()
    }

    /// Returns both streams as they came, to look for what must not be in them.
    pub(crate) fn raw(&self) -> Vec<u8> {
        [self.stdout.as_slice(), &self.stderr].concat()
    }

    /// Asserts the exit code.
    #[track_caller]
    pub(crate) fn code(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{self}");
        self
    }

    /// Returns the exit code.
    pub(crate) fn exit(&self) -> i32 {
        self.code
    }

    /// Says whether it ended with an exit code.
    pub(crate) fn has_code(&self, code: i32) -> bool {
        self.code == code
    }

    /// Asserts the whole of standard output.
    #[track_caller]
    pub(crate) fn stdout(&self, text: &str) -> &Self {
        assert_eq!(self.out(), text, "{self}");
        self
    }

    /// Asserts the whole of standard error.
    #[track_caller]
    pub(crate) fn stderr(&self, text: &str) -> &Self {
        assert_eq!(self.err(), text, "{self}");
        self
    }

    /// Asserts everything.
    #[track_caller]
    pub(crate) fn is(&self, code: i32, stdout: &str, stderr: &str) -> &Self {
        self.code(code).stdout(stdout).stderr(stderr)
    }

    /// Asserts that these words are in standard error.
    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        assert!(self.err().contains(words), "no `{words}` in: {self}");
        self
    }

    /// Asserts that these words are in standard output.
    #[track_caller]
    pub(crate) fn prints(&self, words: &str) -> &Self {
        assert!(self.out().contains(words), "no `{words}` in: {self}");
        self
    }

    /// Returns the ids on standard output, one a line.
    pub(crate) fn ids(&self) -> Vec<i64> {
        self.out().lines().map(|line| line.parse().unwrap()).collect()
    }

    /// Returns the JSON on standard output.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out()).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// Returns the JSON on standard error.
    #[track_caller]
    pub(crate) fn json_error(&self) -> Value {
        serde_json::from_str(&self.err()).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// Returns the secret that is, with one line end, all of standard output.
    #[track_caller]
    pub(crate) fn secret(&self) -> Kept {
        let secret = self.stdout.strip_suffix(b"\n").and_then(Kept::parse);
        secret.unwrap_or_else(|| panic!("not one secret on standard output: {self}"))
    }

    /// Returns the two secrets that are, with their line ends, all of standard output.
    #[track_caller]
    pub(crate) fn pair(&self) -> Pair {
        Pair::parse(&self.stdout).unwrap_or_else(|| panic!("not a pair on standard output: {self}"))
    }

    /// Returns the secret that stands somewhere in the JSON on standard output.
    #[track_caller]
    pub(crate) fn secret_in_json(&self) -> Kept {
        self.kept_in_json("secret")
    }

    /// Returns the password that a job was given of a deploy token, from the JSON on standard output.
    #[track_caller]
    pub(crate) fn password_in_json(&self) -> Kept {
        self.kept_in_json("deploy_password")
    }

    #[track_caller]
    fn kept_in_json(&self, key: &str) -> Kept {
        let json: Value = serde_json::from_slice(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self}"));
        let secret = json["tokens"][0][key].as_str().and_then(|secret| Kept::parse(secret.as_bytes()));
        secret.unwrap_or_else(|| panic!("no `{key}` in the JSON: {self}"))
    }
}

impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_string())
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = redacted(&self.line).replace(&self.home, "~");
        let Self { code, .. } = self;
        write!(f, "\n$ tokctl {line}\nexit {code}\n--- stdout\n{}--- stderr\n{}---", self.out(), self.err())
    }
}
