//! What is known of one token when it is judged.

use crate::domain::alarm::{Alarm, Sort};
use crate::domain::decision::Holder;
use crate::domain::expiry::{Life, is_over};
use crate::domain::place::Visibility;
use crate::domain::role::Role;
use crate::domain::ssh_key::Algorithm;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;

/// Says how it is with the maker of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// There, and still one who could end the token.
    Fine,
    /// No user any more.
    Gone,
    /// Blocked.
    Blocked,
    /// There, with no role any more by which the token could be ended.
    Powerless,
}

/// What is kept of a deploy key's public half, and what the key may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyFacts {
    /// Its type.
    pub algorithm: Algorithm,
    /// Its length in bits.
    pub bits: u32,
    /// Whether there is a project that it may push to.
    pub pushes: bool,
}

/// The one project in which a token was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its path.
    pub path: String,
    /// Who sees it without being a member.
    pub visibility: Visibility,
    /// The role that the token's user has there now.
    pub role: Option<Role>,
}

/// Everything that a rule may look at.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The token.
    pub token: &'a Token,
    /// The present.
    pub now: Timestamp,
    /// Whether it may still come to open something: it is active or suspended, or can be renewed.
    pub lives: bool,
    /// Since when its uses can have been seen: its making, or that of the token whose place it took.
    pub known_since: Timestamp,
    /// The last use that was noted.
    pub used_at: Option<Timestamp>,
    /// The user it acts as.
    pub holder: Holder,
    /// The user's name, living or departed.
    pub holder_name: Option<&'a str>,
    /// How it is with its maker.
    pub maker: Maker,
    /// The maker's name, living or departed.
    pub maker_name: &'a str,
    /// The path of the project or group in which it is valid.
    pub path: Option<&'a str>,
    /// What only a deploy key has.
    pub key: Option<KeyFacts>,
    /// What was seen of it and should not have been.
    pub alarms: &'a [Alarm],
    /// Where all its uses were, if in one project that whoever asks may see.
    pub used_in: Option<Place>,
}

impl Facts<'_> {
    /// Says whether a life that began at an instant is over; one without an end never is.
    pub(super) fn is_over(&self, since: Timestamp, life: Life) -> bool {
        is_over(life.end_from(since).ok().flatten(), self.now)
    }

    /// Says whether its uses could be seen for so long that they tell something, and whether there were any.
    pub(super) fn has_shown_its_uses(&self, long: Life) -> bool {
        self.lives && !self.token.used.accesses.is_empty() && self.is_over(self.known_since, long)
    }

    /// Returns the alarms of a sort.
    pub(super) fn alarms_of(&self, sort: Sort) -> impl Iterator<Item = &Alarm> {
        self.alarms.iter().filter(move |alarm| alarm.what == sort.word())
    }
}

/// What a rule has to say of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What is so, as a clause about the token: `it has no end`.
    pub words: String,
    /// What helps, with the command.
    pub hint: String,
}

impl Remark {
    pub(super) fn new(words: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { words: words.into(), hint: hint.into() }
    }
}

/// Returns a count of times in words.
pub(super) fn times(count: u32) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}
