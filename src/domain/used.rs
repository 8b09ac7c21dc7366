//! What a token was used for so far, as far as it was noted: which accesses, and whether all of them in one project.
//!
//! Noted best effort, so that it says what is needed at the least, and never that nothing more is.

use super::access::{Access, AccessSet};
use super::id::ProjectId;

/// Says in which project a token was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UsedIn {
    /// No use was noted.
    #[default]
    Nowhere,
    /// All uses noted were in this one project.
    One(ProjectId),
    /// The uses noted were in several projects, or some were in none.
    Several,
}

/// Holds what a token was used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// What was opened with it.
    pub accesses: AccessSet,
    /// Where.
    pub place: UsedIn,
}

impl Used {
    /// Reads what the store keeps: the bits of the accesses; no project, 0 for several or none, or a project's number.
    #[must_use]
    pub fn from_store(bits: u16, project: Option<i64>) -> Option<Self> {
        let place = match project {
            None => UsedIn::Nowhere,
            Some(0) => UsedIn::Several,
            Some(id) => UsedIn::One(ProjectId(id)),
        };
        Some(Self { accesses: AccessSet::from_bits(bits)?, place })
    }

    /// Returns the project as the store keeps it.
    #[must_use]
    pub const fn stored_project(self) -> Option<i64> {
        match self.place {
            UsedIn::Nowhere => None,
            UsedIn::Several => Some(0),
            UsedIn::One(id) => Some(id.0),
        }
    }

    /// Returns what it is after one more use.
    #[must_use]
    pub fn and(self, access: Access, project: Option<ProjectId>) -> Self {
        let place = match (self.place, project) {
            (UsedIn::Nowhere, Some(id)) => UsedIn::One(id),
            (UsedIn::One(one), Some(id)) if one == id => UsedIn::One(one),
            _ => UsedIn::Several,
        };
        Self { accesses: self.accesses.with(access), place }
    }

    /// Says whether one more use is of another sort than all before it, so that there is something to note.
    #[must_use]
    pub fn would_learn(self, access: Access, project: Option<ProjectId>) -> bool {
        self.and(access, project) != self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Uses<'u> = &'u [(Access, Option<ProjectId>)];

    #[test]
    fn uses_add_up_and_a_second_project_makes_several() {
        let (one, two) = (Some(ProjectId(1)), Some(ProjectId(2)));
        let (read, write) = (Access::RepositoryRead, Access::RepositoryWrite);
        let cases: &[(Uses<'_>, &str, UsedIn)] = &[
            (&[], "", UsedIn::Nowhere),
            (&[(read, one)], "repository:read", UsedIn::One(ProjectId(1))),
            (&[(read, one), (read, one)], "repository:read", UsedIn::One(ProjectId(1))),
            (&[(read, one), (write, one)], "repository:read repository:write", UsedIn::One(ProjectId(1))),
            (&[(read, one), (read, two)], "repository:read", UsedIn::Several),
            (&[(read, one), (read, two), (read, one)], "repository:read", UsedIn::Several),
            (&[(Access::ApiRead, None)], "api:read", UsedIn::Several),
            (&[(read, one), (Access::ApiRead, None)], "api:read repository:read", UsedIn::Several),
        ];
        for (uses, accesses, place) in cases {
            let used = uses.iter().fold(Used::default(), |used, (access, project)| used.and(*access, *project));
            assert_eq!((used.accesses.words().join(" ").as_str(), used.place), (*accesses, *place), "{uses:?}");
            for (access, project) in *uses {
                assert!(!used.would_learn(*access, *project) || matches!(place, UsedIn::One(_)), "{uses:?}");
            }
            assert_eq!(Used::from_store(used.accesses.bits(), used.stored_project()), Some(used));
        }
        assert_eq!(Used::from_store(1 << 15, None), None);
        let noted = Used::default().and(read, one);
        for (access, project, learns) in [(read, one, false), (write, one, true), (read, two, true), (read, None, true)]
        {
            assert_eq!(noted.would_learn(access, project), learns, "{access} {project:?}");
        }
    }
}
