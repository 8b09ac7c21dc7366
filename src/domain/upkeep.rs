//! Who may change groups and projects themselves: one table of the work and the sort of place.
//!
//! Source: GitLab 13 docs, "Permissions": renaming and visibility of a project are a Maintainer's, all else an Owner's.

use super::role::Role;

/// Sorts places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A group with everything in it.
    Group,
    /// A project.
    Project,
}

impl Sort {
    /// Returns the sort's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Project => "project",
        }
    }
}

/// Sorts what is done to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Giving it another name where it lies.
    Rename,
    /// Saying who sees it without being a member.
    Visibility,
    /// Moving it elsewhere.
    Transfer,
    /// Deleting it with everything in it.
    Delete,
}

impl Work {
    /// Returns what is done, as a verb.
    #[must_use]
    pub const fn verb(self) -> &'static str {
        match self {
            Self::Rename => "rename",
            Self::Visibility => "change the visibility of",
            Self::Transfer => "transfer",
            Self::Delete => "delete",
        }
    }
}

/// Returns the lowest role in a place that may do something to it; an admin may always.
#[must_use]
pub const fn least_role(sort: Sort, work: Work) -> Role {
    match (sort, work) {
        (Sort::Project, Work::Rename | Work::Visibility) => Role::Maintainer,
        (Sort::Project, Work::Transfer | Work::Delete) | (Sort::Group, _) => Role::Owner,
    }
}

/// Returns the lowest role in a group that may put a place of this sort into it, new or from elsewhere.
#[must_use]
pub const fn least_role_to_receive(sort: Sort) -> Role {
    match sort {
        Sort::Project => Role::Maintainer,
        Sort::Group => Role::Owner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_role_is_the_one_of_the_contract() {
        let cases = [
            (Work::Rename, Role::Owner, Role::Maintainer),
            (Work::Visibility, Role::Owner, Role::Maintainer),
            (Work::Transfer, Role::Owner, Role::Owner),
            (Work::Delete, Role::Owner, Role::Owner),
        ];
        for (work, of_group, of_project) in cases {
            assert_eq!(least_role(Sort::Group, work), of_group, "{work:?}");
            assert_eq!(least_role(Sort::Project, work), of_project, "{work:?}");
        }
        assert_eq!(least_role_to_receive(Sort::Group), Role::Owner);
        assert_eq!(least_role_to_receive(Sort::Project), Role::Maintainer);
    }
}
