//! The rules, as one table. Help, the rules file, SARIF and the tests read it here.

use std::fmt;

use super::facts::{Facts, Remark};
use super::setting::{Setting, Threshold};
use super::severity::Severity;
use super::{ends, grants, people, seen, uses};
use crate::domain::error::Error;
use crate::domain::expiry::parse_life;
use crate::domain::name::near;

/// Names a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A runner's secret came from a second machine.
    CloneAlarm,
    /// A secret is still presented whose place another has taken.
    RotatedOut,
    /// A refresh secret was used a second time.
    RefreshReuse,
    /// The maker is gone, or has no say any more.
    CreatorGone,
    /// The user it acts as is gone.
    HolderGone,
    /// The user it acts as is blocked.
    HolderBlocked,
    /// No end.
    NoExpiry,
    /// A life that is too long.
    LongLife,
    /// Scopes beyond what it was used for.
    WideScopes,
    /// Valid in a group, and used in one project.
    GroupWide,
    /// A short key.
    WeakKey,
    /// Not used any more.
    Unused,
    /// Not used yet.
    NeverUsed,
    /// A user with a higher role than its uses need.
    RoleAboveNeed,
    /// Expired, and not revoked.
    Expired,
    /// A name that says nothing.
    GenericName,
}

/// What a rule is measured by where nothing else is said, and the word for it in a rules file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Measure {
    /// By nothing.
    Nothing,
    /// By a life.
    Life(&'static str, &'static str),
    /// By a number of bits, and the range it is in.
    Bits(&'static str, u32, [u32; 2]),
    /// By a list of names.
    Names(&'static str, &'static [&'static str]),
}

/// The function that judges by a rule.
pub(super) type Judge = fn(&Facts<'_>, &Setting) -> Option<Remark>;

/// Says of a rule how it is called, how bad what it finds is, by what it measures, what it finds, and what to do then.
pub(super) struct Row {
    rule: Rule,
    id: &'static str,
    pub(super) severity: Severity,
    pub(super) measure: Measure,
    pub(super) judge: Judge,
    about: &'static str,
    help: &'static str,
}

use Measure::{Bits, Life, Names, Nothing};
use Severity::{Critical, High, Low, Medium};

/// Names that say nothing, whatever digits follow them.
const GENERIC: &[&str] = &[
    "access",
    "asdf",
    "auth",
    "default",
    "demo",
    "example",
    "foo",
    "key",
    "mytoken",
    "new",
    "newtoken",
    "pat",
    "secret",
    "temp",
    "temporary",
    "test",
    "testing",
    "testtoken",
    "tmp",
    "todo",
    "token",
    "xxx",
];

/// One row a rule, those that ask for the quickest answer first.
#[rustfmt::skip]
const TABLE: [Row; 16] = [
    Row { rule: Rule::CloneAlarm,    id: "clone-alarm",     severity: Critical, measure: Nothing,               judge: seen::clone_alarm,
          about: "a runner's secret was presented by a second machine",
          help:  "find out which machine is the runner, then give it a new secret with `tokctl rotate`" },
    Row { rule: Rule::RotatedOut,    id: "rotated-out",     severity: High,     measure: Life("within", "30d"), judge: seen::rotated_out,
          about: "a secret is still presented though another has taken its place",
          help:  "find who still has the old secret; whoever should have one needs the new one" },
    Row { rule: Rule::RefreshReuse,  id: "refresh-reuse",   severity: High,     measure: Life("within", "30d"), judge: seen::refresh_reuse,
          about: "a refresh secret was used a second time, so that two parties have it",
          help:  "the family of pairs is dead already; find out where the secret got away" },
    Row { rule: Rule::CreatorGone,   id: "creator-gone",    severity: High,     measure: Nothing,               judge: people::creator_gone,
          about: "whoever made it is gone, blocked or without a say over it, and may still have its secret",
          help:  "give it a new secret with `tokctl rotate`, or end it with `tokctl revoke`" },
    Row { rule: Rule::HolderGone,    id: "holder-gone",     severity: High,     measure: Nothing,               judge: people::holder_gone,
          about: "the user it acts as is gone",
          help:  "end it with `tokctl revoke`" },
    Row { rule: Rule::HolderBlocked, id: "holder-blocked",  severity: Medium,   measure: Nothing,               judge: people::holder_blocked,
          about: "the user it acts as is blocked, and it works again as soon as they are not",
          help:  "end it with `tokctl revoke`, unless they come back" },
    Row { rule: Rule::NoExpiry,      id: "no-expiry",       severity: Medium,   measure: Nothing,               judge: ends::no_expiry,
          about: "it has no end",
          help:  "give it one with `tokctl shorten`; the policy `require-expiry` demands one of new tokens" },
    Row { rule: Rule::LongLife,      id: "long-life",       severity: Medium,   measure: Life("max", "1y"),     judge: ends::long_life,
          about: "it lives longer than is wanted: the policy `max-life`, or a year where that is not set",
          help:  "give it an earlier end with `tokctl shorten`" },
    Row { rule: Rule::WideScopes,    id: "wide-scopes",     severity: Medium,   measure: Life("after", "30d"),  judge: grants::wide_scopes,
          about: "it opens more than all its uses so far needed",
          help:  "make a narrower one with `tokctl create`, then end this one" },
    Row { rule: Rule::GroupWide,     id: "group-wide",      severity: Medium,   measure: Life("after", "30d"),  judge: grants::group_wide,
          about: "it is valid in a whole group, and all its uses so far were in one project",
          help:  "make one for the project with `tokctl create`, then end this one" },
    Row { rule: Rule::WeakKey,       id: "weak-key",        severity: Medium,   measure: Bits("rsa-bits", 3072, [2048, 16_384]), judge: grants::weak_key,
          about: "it is an RSA key with fewer bits than are wanted",
          help:  "add a stronger one with `tokctl create deploy-key`, then end this one" },
    Row { rule: Rule::Unused,        id: "unused",          severity: Medium,   measure: Life("after", "90d"),  judge: uses::unused,
          about: "its last use is long ago",
          help:  "stop it with `tokctl suspend` and see whether anybody misses it" },
    Row { rule: Rule::NeverUsed,     id: "never-used",      severity: Low,      measure: Life("after", "30d"),  judge: uses::never_used,
          about: "it was made a while ago, and no use of it is known",
          help:  "end it with `tokctl revoke`, or stop it with `tokctl suspend`" },
    Row { rule: Rule::RoleAboveNeed, id: "role-above-need", severity: Low,      measure: Life("after", "30d"),  judge: grants::role_above_need,
          about: "it acts as a user with a higher role than its uses so far needed, where a token without a role would do",
          help:  "make a deploy token for the project with `tokctl create deploy`, then end this one" },
    Row { rule: Rule::Expired,       id: "expired",         severity: Low,      measure: Nothing,               judge: ends::expired,
          about: "its end has come, and it was not revoked",
          help:  "put it away with `tokctl revoke`, or `tokctl revoke --expired` for all of them" },
    Row { rule: Rule::GenericName,   id: "generic-name",    severity: Low,      measure: Names("names", GENERIC), judge: grants::generic_name,
          about: "its name does not say what it is for",
          help:  "make another with `tokctl create --name`, then end this one; names stay as they are" },
];

impl Rule {
    /// Every rule, in the order in which tables name them.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.rule)
    }

    pub(super) fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// Returns the rule's id, as it is typed.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// Returns what the rule finds, as a clause about a token.
    #[must_use]
    pub fn about(self) -> &'static str {
        self.row().about
    }

    /// Returns what to do about what it finds.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.row().help
    }

    /// Returns how the rule is set where nobody said anything else.
    pub(super) fn untuned(self) -> Setting {
        let threshold = match self.row().measure {
            Nothing => Threshold::None,
            // What the table says is a life: a test reads all of it.
            Life(_, text) => parse_life(text).map_or(Threshold::None, |life| Threshold::Life(life, text.into())),
            Bits(_, bits, _) => Threshold::Bits(bits),
            Names(_, names) => Threshold::Names(names.iter().map(|name| (*name).to_owned()).collect()),
        };
        Setting { enabled: true, severity: self.row().severity, threshold, is_tuned: false }
    }

    /// Returns the key of a rules file that says what the rule is measured by.
    #[must_use]
    pub fn measured_by(self) -> Option<&'static str> {
        match self.row().measure {
            Nothing => None,
            Life(word, _) | Bits(word, ..) | Names(word, _) => Some(word),
        }
    }

    /// Returns the keys that a rules file may set of the rule.
    #[must_use]
    pub fn keys(self) -> Vec<&'static str> {
        ["enabled", "severity"].into_iter().chain(self.measured_by()).collect()
    }

    /// The error for an id that is no rule's.
    #[must_use]
    pub fn unknown(id: &str) -> Error {
        let error = Error::usage(format!("there is no rule `{id}`"));
        match near(id, Self::all().map(Self::id)).first() {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None => error.hint("`tokctl audit --list-rules` shows the rules there are"),
        }
    }

    /// Reads a rule's id.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::all().find(|rule| rule.id() == text)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
