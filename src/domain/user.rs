//! Users: people, bot users and the Ghost User.

use super::error::{Error, Result};
use super::id::{ProjectId, UserId};

/// Says what a user is. It comes from a column of the store, never from their name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum UserKind {
    /// A person.
    Human = 1,
    /// The user made for one project access token.
    Bot = 2,
    /// The one user that inherits the records of deleted users.
    Ghost = 3,
}

impl UserKind {
    /// Returns the word for this sort of user.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Bot => "bot",
            Self::Ghost => "ghost",
        }
    }

    /// Reads the number that the store keeps.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        [Self::Human, Self::Bot, Self::Ghost].into_iter().find(|kind| i64::from(*kind as u8) == number)
    }
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The user's number.
    pub id: UserId,
    /// What they are.
    pub kind: UserKind,
    /// The name they are called by on the command line.
    pub username: String,
    /// The name they are shown by.
    pub name: String,
    /// Whether they may do everything.
    pub admin: bool,
    /// Whether everything of theirs is stopped.
    pub blocked: bool,
}

impl User {
    /// Says whether the user may act at all: people who are not blocked. Bots act through their token only, the ghost never.
    #[must_use]
    pub fn can_act(&self) -> bool {
        self.kind == UserKind::Human && !self.blocked
    }

    /// Checks that the user is one who is blocked, renamed, deleted, made an admin or given roles by hand: a person.
    ///
    /// # Errors
    /// [`Code::Refused`](super::error::Code::Refused) for bot users and the Ghost User, whatever they are called.
    pub fn check_by_hand(&self, what: &str) -> Result<()> {
        let why = match self.kind {
            UserKind::Human => return Ok(()),
            UserKind::Bot => "a bot user comes, stays and goes with its project access token",
            UserKind::Ghost => "the Ghost User stays as it is",
        };
        let error = Error::refused(format!("`{}` cannot be {what} by hand", self.username)).because(why);
        Err(if self.kind == UserKind::Bot {
            error.hint(format!(
                "`tokctl list --all --user {}` shows the token; revoking it deletes the bot",
                self.username
            ))
        } else {
            error
        })
    }

    /// Checks that the user can be given a token of their own.
    ///
    /// # Errors
    /// [`Code::Refused`](super::error::Code::Refused) for whoever cannot act.
    pub fn check_can_hold(&self) -> Result<()> {
        if self.kind != UserKind::Human {
            return Err(Error::refused(format!("`{}` can be given no token", self.username))
                .because("bot users have the one token they were made for, the Ghost User has none"));
        }
        if self.blocked {
            return Err(Error::refused(format!("`{}` is blocked and can be given no token", self.username)));
        }
        Ok(())
    }

    /// Checks that an admin may make a token that acts as the user. Source: the contract, "Impersonation".
    ///
    /// # Errors
    /// [`Code::Refused`](super::error::Code::Refused) for whoever cannot act, and for admins.
    pub fn check_impersonable(&self) -> Result<()> {
        self.check_can_hold()?;
        if self.admin {
            return Err(Error::refused(format!("`{}` is an admin and cannot be impersonated", self.username)));
        }
        Ok(())
    }
}

/// Returns the usernames of a project's bot users: `project_7_bot`, `project_7_bot1` and so on. The first free one is taken.
///
/// Source: GitLab 13.0 docs, "Project bot users".
pub fn bot_usernames(project: ProjectId) -> impl Iterator<Item = String> {
    let further = (1_u64..).map(move |number| format!("project_{project}_bot{number}"));
    std::iter::once(format!("project_{project}_bot")).chain(further)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::name::is_reserved;

    /// What a user is; whether they can be edited by hand, hold a token of their own, be impersonated.
    #[test]
    fn what_can_be_done_to_a_user_hangs_on_what_he_is_and_never_on_his_name() {
        let cases: &[(UserKind, bool, bool, [bool; 3])] = &[
            (UserKind::Human, false, false, [true, true, true]),
            (UserKind::Human, true, false, [true, true, false]),
            (UserKind::Human, false, true, [true, false, false]),
            (UserKind::Human, true, true, [true, false, false]),
            (UserKind::Bot, false, false, [false, false, false]),
            (UserKind::Ghost, false, false, [false, false, false]),
        ];
        for &(kind, admin, blocked, expected) in cases {
            for username in ["ann", "ghost", "project_1_bot"] {
                let user = User { id: UserId(1), kind, username: username.into(), name: "x".into(), admin, blocked };
                let found = [user.check_by_hand("deleted"), user.check_can_hold(), user.check_impersonable()];
                assert_eq!(found.map(|check| check.is_ok()), expected, "{user:?}");
                assert_eq!(user.can_act(), kind == UserKind::Human && !blocked, "{user:?}");
                // Only of a bot can it be said what to do instead.
                let hint = user.check_by_hand("deleted").err().and_then(|error| error.hint);
                assert_eq!(hint.is_some(), kind == UserKind::Bot, "{user:?}");
            }
        }
    }

    #[test]
    fn bots_are_numbered_and_their_names_are_reserved() {
        let names: Vec<String> = bot_usernames(ProjectId(7)).take(3).collect();
        assert_eq!(names, ["project_7_bot", "project_7_bot1", "project_7_bot2"]);
        assert!(names.iter().all(|name| is_reserved(name)));
    }
}
