//! The model: a list of facts and one function, which know nothing of the program.

#![cfg(test)]

use crate::support::Kept;

#[derive(Clone, Copy)]
pub(super) enum Of {
    Project(usize),
    Group(usize),
    User(usize),
}

/// What the model knows of a token.
pub(super) struct Fact {
    pub(super) secret: Kept,
    pub(super) of: Of,
    /// The day on which it is dead.
    pub(super) end: Option<i64>,
    pub(super) suspended: bool,
    pub(super) revoked: bool,
    pub(super) rotated: bool,
    pub(super) predecessor: Option<usize>,
}

/// The world as the model sees it.
pub(super) struct Model {
    pub(super) day: i64,
    pub(super) tokens: Vec<Fact>,
    /// The group in which each project lies.
    pub(super) homes: [usize; 3],
    /// The role of each user in each group, by its place among [`ROLES`].
    pub(super) roles: [[Option<usize>; 3]; 2],
    pub(super) blocked: [bool; 2],
}

impl Model {
    pub(super) fn is_alive(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        !token.revoked && token.end.is_none_or(|end| self.day < end)
    }

    /// Changes a token, and its predecessor while that lives on in an overlap.
    pub(super) fn change(&mut self, at: usize, change: impl Fn(&mut Fact)) {
        let before = self.tokens[at].predecessor.filter(|before| self.is_alive(*before));
        [Some(at), before].into_iter().flatten().for_each(|one| change(&mut self.tokens[one]));
    }

    /// Says whether what took a token's place is stopped.
    pub(super) fn is_stopped_by_its_successor(&self, at: usize) -> bool {
        let successor = self.tokens.iter().position(|token| token.predecessor == Some(at));
        successor.is_some_and(|after| self.is_alive(after) && self.tokens[after].suspended)
    }

    /// Nobody takes a new secret for a user who is blocked.
    pub(super) fn is_of_a_blocked_user(&self, at: usize) -> bool {
        matches!(self.tokens[at].of, Of::User(user) if self.blocked[user])
    }

    /// The groups that a group lies in, itself included: `grp/sub` is the only one that lies in another.
    pub(super) fn above(group: usize) -> &'static [usize] {
        [&[0][..], &[1, 0], &[2]][group]
    }

    /// May this token read the registry of this project?
    pub(super) fn opens(&self, at: usize, project: usize) -> bool {
        let home = Self::above(self.homes[project]);
        let token = &self.tokens[at];
        let reaches = match token.of {
            Of::Project(own) => own == project,
            Of::Group(group) => home.contains(&group),
            Of::User(user) => {
                let role = home.iter().filter_map(|group| self.roles[user][*group]).max();
                !self.blocked[user] && role >= Some(1)
            }
        };
        self.is_alive(at) && !token.suspended && reaches
    }
}
