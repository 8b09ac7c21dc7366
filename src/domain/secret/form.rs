//! The forms of secrets, as one table: which prefix, kind letter and random part each has.
//!
//! Knows how a secret begins and what its letter says; reading and minting a whole one is its parent's part.

use crate::domain::kind::Kind;
use crate::domain::place::Boundary;

/// The characters of the random part, base 58: none of `0`, `O`, `I` and `l`, which look like others.
pub(super) const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Marks a random character in the picture of a payload.
pub(super) const RANDOM: u8 = b'?';

// Scanners' older rules end after exactly 20 characters: the hyphen is the word boundary that they want there.
const SHORT: &[u8] = b"????????????????????-??????";
// The rules for OAuth want 64 characters in a row.
const LONG: &[u8] = &[RANDOM; 64];

/// The length of what follows the payload: `.1`, the letter, `.`, two digits of length, seven of checksum.
const TAIL: usize = 13;

/// Names what a secret's prefix and kind letter say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A personal token.
    Personal,
    /// An impersonation token.
    Impersonation,
    /// A project access token.
    ProjectAccess,
    /// A deploy token of a project.
    DeployProject,
    /// A deploy token of a group.
    DeployGroup,
    /// A runner's own token.
    Runner,
    /// A token that registers runners.
    RunnerRegistration,
    /// A job's token.
    Job,
    /// The access half of an OAuth pair.
    OauthAccess,
    /// The refresh half of an OAuth pair.
    OauthRefresh,
}

/// Holds one row of the table of forms.
struct Row {
    form: Form,
    kind: Kind,
    /// GitLab's prefix, which every secret scanner knows.
    prefix: &'static str,
    /// What a minted secret has between prefix and payload: GitLab writes a job's partition there, in hex.
    partition: &'static str,
    letter: u8,
    /// A picture of what stands before the first dot.
    payload: &'static [u8],
}

/// The ten rows, in the order of [`Form`].
#[rustfmt::skip]
const TABLE: [Row; 10] = [
    Row { form: Form::Personal,           kind: Kind::Personal,           prefix: "glpat-",    partition: "",    letter: b'p', payload: SHORT },
    Row { form: Form::Impersonation,      kind: Kind::Impersonation,      prefix: "glpat-",    partition: "",    letter: b'i', payload: SHORT },
    Row { form: Form::ProjectAccess,      kind: Kind::ProjectAccess,      prefix: "glpat-",    partition: "",    letter: b'j', payload: SHORT },
    Row { form: Form::DeployProject,      kind: Kind::Deploy,             prefix: "gldt-",     partition: "",    letter: b'd', payload: SHORT },
    Row { form: Form::DeployGroup,        kind: Kind::Deploy,             prefix: "gldt-",     partition: "",    letter: b'g', payload: SHORT },
    Row { form: Form::Runner,             kind: Kind::Runner,             prefix: "glrt-",     partition: "",    letter: b'a', payload: SHORT },
    Row { form: Form::RunnerRegistration, kind: Kind::RunnerRegistration, prefix: "GR1348941", partition: "",    letter: b'r', payload: SHORT },
    Row { form: Form::Job,                kind: Kind::Job,                prefix: "glcbt-",    partition: "64_", letter: b'c', payload: SHORT },
    Row { form: Form::OauthAccess,        kind: Kind::Oauth,              prefix: "gloas-",    partition: "",    letter: b'o', payload: LONG  },
    Row { form: Form::OauthRefresh,       kind: Kind::Oauth,              prefix: "gloas-",    partition: "",    letter: b'f', payload: LONG  },
];

impl Form {
    /// Every form, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.form)
    }

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// Returns the kind of credential that has secrets of the form.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.row().kind
    }

    /// Returns the form of the first secret of a token of a kind in a boundary; a deploy key has none.
    #[must_use]
    pub fn first(kind: Kind, boundary: Boundary) -> Option<Self> {
        match (kind, boundary) {
            (Kind::Deploy, Boundary::Group(_)) => Some(Self::DeployGroup),
            _ => Self::all().find(|form| form.kind() == kind),
        }
    }

    /// Returns the length of the longest freshly minted secret of a kind, in bytes.
    #[must_use]
    pub fn longest(kind: Kind) -> usize {
        Self::all().filter(|form| form.kind() == kind).map(Self::length).max().unwrap_or_default()
    }

    /// Returns the length of the shortest freshly minted secret of a kind, in bytes.
    #[must_use]
    pub fn shortest(kind: Kind) -> usize {
        Self::all().filter(|form| form.kind() == kind).map(Self::length).min().unwrap_or_default()
    }

    /// Returns the length of a freshly minted secret, in bytes.
    #[must_use]
    pub fn length(self) -> usize {
        let row = self.row();
        row.prefix.len() + row.partition.len() + row.payload.len() + TAIL
    }

    /// Returns what a minted secret begins with, in two parts.
    pub(super) fn head(self) -> [&'static str; 2] {
        [self.row().prefix, self.row().partition]
    }

    /// Returns the picture of the payload.
    pub(super) fn payload(self) -> &'static [u8] {
        self.row().payload
    }

    /// Returns the letter that tells the form from others of its prefix.
    pub(super) fn letter(self) -> u8 {
        self.row().letter
    }

    /// Finds the form of a prefix and a letter that fit each other.
    pub(super) fn of(prefix: &str, letter: u8) -> Option<Self> {
        TABLE.iter().find(|row| row.prefix == prefix && row.letter == letter).map(|row| row.form)
    }
}

/// Splits a text after the prefix that it begins with, a job's partition included.
pub(super) fn split_prefix(text: &[u8]) -> Option<(&'static str, &[u8])> {
    TABLE.iter().find_map(|row| {
        let rest = text.strip_prefix(row.prefix.as_bytes())?;
        let rest = if row.partition.is_empty() { rest } else { after_partition(rest)? };
        Some((row.prefix, rest))
    })
}

/// Cuts off one to five hex digits and the underscore after them.
fn after_partition(text: &[u8]) -> Option<&[u8]> {
    let digits = text.iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')).count();
    if (1..=5).contains(&digits) { text[digits..].strip_prefix(b"_") } else { None }
}

/// Cuts off an instance's own prefix: one to twelve of `a-z0-9` and a hyphen. No secret of ours is minted with one.
pub(super) fn after_instance(text: &[u8]) -> Option<&[u8]> {
    let name = text.iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'z')).count();
    if (1..=12).contains(&name) { text[name..].strip_prefix(b"-") } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_at_its_form() {
        for (at, form) in Form::all().enumerate() {
            assert_eq!(form as usize, at);
            assert_eq!(Form::of(form.head()[0], form.letter()), Some(form));
        }
    }

    /// Beside its own, a group's deploy tokens and what refreshes a pair have a form that is not the first of its kind.
    #[test]
    fn the_first_secret_of_a_token_has_the_form_of_its_kind_and_boundary() {
        use crate::domain::id::{GroupId, ProjectId};
        for form in Form::all().filter(|form| !matches!(form, Form::DeployGroup | Form::OauthRefresh)) {
            assert_eq!(Form::first(form.kind(), Boundary::Project(ProjectId(1))), Some(form));
            assert!(Form::longest(form.kind()) >= form.length());
        }
        assert_eq!(Form::first(Kind::Deploy, Boundary::Group(GroupId(1))), Some(Form::DeployGroup));
        assert_eq!(Form::first(Kind::DeployKey, Boundary::Projects), None);
    }

    #[test]
    fn all_secrets_of_a_kind_have_one_length() {
        for kind in Kind::all() {
            let length = Form::all().find(|form| form.kind() == kind).map_or(0, Form::length);
            assert_eq!((Form::shortest(kind), Form::longest(kind)), (length, length), "{kind}");
        }
        assert_eq!([Kind::Personal, Kind::Deploy, Kind::Oauth].map(Form::shortest), [46, 45, 83]);
    }

    #[test]
    fn every_kind_but_the_deploy_key_has_secrets() {
        for kind in Kind::all() {
            assert_eq!(Form::all().any(|form| form.kind() == kind), kind != Kind::DeployKey, "{kind}");
        }
    }

    #[test]
    fn a_job_prefix_has_one_to_five_lower_case_hex_digits() {
        let read = ["6_", "64_", "fffff_"].map(|partition| (partition, true));
        let refused = ["", "_", "64", "64-", "6G_", "AB_", "123456_"].map(|partition| (partition, false));
        for (partition, reads) in read.into_iter().chain(refused) {
            assert_eq!(split_prefix(format!("glcbt-{partition}").as_bytes()).is_some(), reads, "{partition}");
        }
    }

    #[test]
    fn an_instance_prefix_is_one_short_lower_case_word() {
        for (text, rest) in [
            ("acme-x", Some("x")),
            ("a-", Some("")),
            ("0123456789ab-x", Some("x")),
            ("0123456789abc-x", None),
            ("-x", None),
            ("Acme-x", None),
            ("acme_x", None),
            ("acme", None),
        ] {
            assert_eq!(after_instance(text.as_bytes()), rest.map(str::as_bytes), "{text}");
        }
    }
}
