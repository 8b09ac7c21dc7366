//! Records: what users author, and what of it moves to the Ghost User when they leave.

use std::fmt;

use super::id::{ProjectId, RecordId, UserId};
use super::time::Timestamp;

/// Says what sort of thing a record is. The number is what the store keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum RecordKind {
    /// An issue.
    Issue = 1,
    /// A merge request.
    MergeRequest = 2,
    /// A comment.
    Note = 3,
    /// An emoji on something.
    AwardEmoji = 4,
    /// A report of abuse.
    AbuseReport = 5,
    /// A snippet; without a project it is its author's own.
    Snippet = 6,
    /// A review of a merge request.
    Review = 7,
}

impl RecordKind {
    /// The seven kinds, in the order of their numbers.
    pub const ALL: [Self; 7] =
        [Self::Issue, Self::MergeRequest, Self::Note, Self::AwardEmoji, Self::AbuseReport, Self::Snippet, Self::Review];

    /// Returns the kind as it is typed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::MergeRequest => "merge-request",
            Self::Note => "note",
            Self::AwardEmoji => "award-emoji",
            Self::AbuseReport => "abuse-report",
            Self::Snippet => "snippet",
            Self::Review => "review",
        }
    }

    /// Returns what one of the kind, or any other number of them, is called in a sentence.
    #[must_use]
    pub const fn noun(self, count: u64) -> &'static str {
        match (self, count) {
            (Self::Issue, 1) => "issue",
            (Self::Issue, _) => "issues",
            (Self::MergeRequest, 1) => "merge request",
            (Self::MergeRequest, _) => "merge requests",
            (Self::Note, 1) => "note",
            (Self::Note, _) => "notes",
            (Self::AwardEmoji, _) => "award emoji",
            (Self::AbuseReport, 1) => "abuse report",
            (Self::AbuseReport, _) => "abuse reports",
            (Self::Snippet, 1) => "snippet",
            (Self::Snippet, _) => "snippets",
            (Self::Review, 1) => "review",
            (Self::Review, _) => "reviews",
        }
    }

    /// Says whether a record of the kind can be without a project. Source: GitLab 13 docs, "Personal snippets".
    #[must_use]
    pub const fn can_be_personal(self) -> bool {
        matches!(self, Self::Snippet)
    }

    /// Returns what a record is referred to by, where it was given nothing else: `#7`, `!7`, `note-7`.
    #[must_use]
    pub fn reference(self, id: RecordId) -> String {
        match self {
            Self::Issue => format!("#{id}"),
            Self::MergeRequest => format!("!{id}"),
            Self::Snippet => format!("${id}"),
            _ => format!("{}-{id}", self.word()),
        }
    }

    /// Reads a kind's word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == text)
    }

    /// Reads the number that the store keeps.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| i64::from(*kind as u8) == number)
    }
}

impl fmt::Display for RecordKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A thing that a user authored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The record's number.
    pub id: RecordId,
    /// What it is.
    pub kind: RecordKind,
    /// Where it is; `None`: a personal snippet.
    pub project: Option<ProjectId>,
    /// What it is referred to by.
    pub reference: String,
    /// What it says of itself.
    pub title: String,
    /// Who authored it; the Ghost User, where whoever did is gone.
    pub author: UserId,
    /// Who edited it last.
    pub editor: Option<UserId>,
    /// Who is to see to it.
    pub assignee: Option<UserId>,
    /// Who had authored what is the Ghost User's now.
    pub former_author: Option<UserId>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Counts records by their kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([u64; 7]);

impl Tally {
    /// Counts so many more of a kind.
    pub fn add(&mut self, kind: RecordKind, count: u64) {
        self.0[kind as usize - 1] += count;
    }

    /// Counts what another tally counted.
    pub fn add_all(&mut self, other: Self) {
        other.kinds().for_each(|(kind, count)| self.add(kind, count));
    }

    /// Returns how many there are of all kinds.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Returns the kinds of which there are any, with their numbers.
    pub fn kinds(self) -> impl Iterator<Item = (RecordKind, u64)> {
        RecordKind::ALL.into_iter().zip(self.0).filter(|(_, count)| *count > 0)
    }
}

/// Writes the counts as a sentence needs them: `3 issues, 1 note`; `no records` for none.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.kinds().map(|(kind, count)| format!("{count} {}", kind.noun(count))).collect();
        f.write_str(if parts.is_empty() { "no records" } else { "" })?;
        f.write_str(&parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seven_kinds_keep_their_words_and_numbers() {
        for (at, kind) in RecordKind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, at + 1);
            assert_eq!(RecordKind::parse(kind.word()), Some(kind));
            assert_eq!(RecordKind::from_number(i64::from(kind as u8)), Some(kind));
            assert_eq!(kind.can_be_personal(), kind == RecordKind::Snippet);
        }
        assert_eq!(RecordKind::from_number(8), None);
    }

    #[test]
    fn a_tally_reads_like_a_sentence() {
        let mut tally = Tally::default();
        assert_eq!(tally.to_string(), "no records");
        for (kind, count) in [(RecordKind::Note, 1), (RecordKind::Issue, 2), (RecordKind::AwardEmoji, 3)] {
            tally.add(kind, count);
        }
        assert_eq!(tally.to_string(), "2 issues, 1 note, 3 award emoji");
        let mut twice = tally;
        twice.add_all(tally);
        assert_eq!((tally.total(), twice.total()), (6, 12));
    }

    #[test]
    fn a_reference_is_made_of_the_number() {
        let words: Vec<String> = RecordKind::ALL.iter().map(|kind| kind.reference(RecordId(7))).collect();
        assert_eq!(words, ["#7", "!7", "note-7", "award-emoji-7", "abuse-report-7", "$7", "review-7"]);
    }
}
