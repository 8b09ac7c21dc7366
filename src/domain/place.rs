//! Where things are and where tokens are valid: projects, groups, and boundaries.

use std::fmt;

use super::id::{GroupId, ProjectId, UserId};

/// Says who may see a project without being its member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Visibility {
    /// Members only.
    Private = 0,
    /// Everybody who is signed in.
    Internal = 10,
    /// Everybody.
    Public = 20,
}

impl Visibility {
    /// The three, narrowest first.
    pub const ALL: [Self; 3] = [Self::Private, Self::Internal, Self::Public];

    /// Returns the visibility as it is typed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Internal => "internal",
            Self::Public => "public",
        }
    }

    /// Reads a visibility's word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.word() == text)
    }

    /// Reads the number that the store keeps.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| i64::from(*visibility as u8) == number)
    }
}

impl fmt::Display for Visibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Says where a token is valid. Names are never the key: a renamed group keeps its tokens, a new one of its name gets none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Boundary {
    /// Everywhere.
    Instance,
    /// One group with its subgroups.
    Group(GroupId),
    /// One project.
    Project(ProjectId),
    /// What its user may.
    User(UserId),
    /// The projects that a deploy key is enabled in.
    Projects,
}

impl Boundary {
    /// Returns the word for this sort of boundary.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Instance => "instance",
            Self::Group(_) => "group",
            Self::Project(_) => "project",
            Self::User(_) => "user",
            Self::Projects => "projects",
        }
    }

    /// Returns the project's id, where the boundary is a project.
    #[must_use]
    pub const fn project(self) -> Option<ProjectId> {
        if let Self::Project(id) = self { Some(id) } else { None }
    }

    /// Returns the group's id, where the boundary is a group.
    #[must_use]
    pub const fn group(self) -> Option<GroupId> {
        if let Self::Group(id) = self { Some(id) } else { None }
    }

    /// Returns the user's id, where the boundary is a user.
    #[must_use]
    pub const fn user(self) -> Option<UserId> {
        if let Self::User(id) = self { Some(id) } else { None }
    }
}

/// A group: a place for projects and further groups, whose members have their roles in everything below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The group's number.
    pub id: GroupId,
    /// The group above it.
    pub parent: Option<GroupId>,
    /// The path with its parents': `grp/sub`.
    pub path: String,
}

/// Says where a project lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// In a group.
    Group(GroupId),
    /// In a user's own place: the user is its owner, and it goes with them.
    User(UserId),
}

impl Home {
    /// Returns the number of the group, where it is one.
    #[must_use]
    pub const fn group(self) -> Option<i64> {
        if let Self::Group(id) = self { Some(id.0) } else { None }
    }

    /// Returns the number of the owner, where it is a user's own place.
    #[must_use]
    pub const fn owner(self) -> Option<i64> {
        if let Self::User(id) = self { Some(id.0) } else { None }
    }
}

/// A project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// The project's number.
    pub id: ProjectId,
    /// Where it lies.
    pub home: Home,
    /// The path with its group's or its owner's: `grp/app`.
    pub path: String,
    /// Who sees it without being a member.
    pub visibility: Visibility,
}

/// Returns the path above a path: `grp` of `grp/app`; `None` at the top.
#[must_use]
pub fn parent_of(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(parent, _)| parent)
}

/// Returns the last part of a path: `app` of `grp/app`.
#[must_use]
pub fn name_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// Returns the path of a thing of this name below another path, or at the top.
#[must_use]
pub fn path_below(parent: Option<&str>, name: &str) -> String {
    parent.map_or_else(|| name.to_owned(), |parent| format!("{parent}/{name}"))
}

/// Returns the path that a thing has once a path above it, or its own, has become another; `None`: it lies elsewhere.
#[must_use]
pub fn moved_along(path: &str, from: &str, to: &str) -> Option<String> {
    let rest = path.strip_prefix(from)?;
    (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_have_a_parent_and_a_name() {
        for (path, parent, name) in [("a", None, "a"), ("a/b", Some("a"), "b"), ("a/b/c", Some("a/b"), "c")] {
            assert_eq!((parent_of(path), name_of(path)), (parent, name));
            assert_eq!(path_below(parent, name), path);
        }
    }

    #[test]
    fn what_lies_below_a_path_moves_along_with_it() {
        let cases = [
            ("a", "a", "b", Some("b")),
            ("a/x/y", "a", "b/c", Some("b/c/x/y")),
            ("a/x/y", "a/x", "z", Some("z/y")),
            ("ab", "a", "b", None),
            ("ab/x", "a", "b", None),
            ("x/a", "a", "b", None),
        ];
        for (path, from, to, moved) in cases {
            assert_eq!(moved_along(path, from, to).as_deref(), moved, "{path} {from} {to}");
        }
    }
}
