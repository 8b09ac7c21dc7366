//! Users, places and members on sheets.

use super::{Column, Sheet, Value};
use crate::domain::place::{Group, Project};
use crate::domain::user::User;
use crate::ops::whoami::Identity;
use crate::store::Member;

/// The sheet of users.
pub const USERS: Sheet = Sheet {
    name: "users",
    columns: &[
        Column::number("id", "ID"),
        Column::text("username", "USERNAME"),
        Column::text("name", "NAME"),
        Column::text("kind", "KIND"),
        Column::text("admin", "ADMIN"),
        Column::text("blocked", "BLOCKED"),
    ],
};

/// Returns a user's row of [`USERS`].
#[must_use]
pub fn user(user: &User) -> Vec<Value<'_>> {
    vec![
        user.id.0.into(),
        user.username.as_str().into(),
        user.name.as_str().into(),
        user.kind.word().into(),
        user.admin.into(),
        user.blocked.into(),
    ]
}

/// The sheet of groups.
pub const GROUPS: Sheet = Sheet {
    name: "groups",
    columns: &[Column::number("id", "ID"), Column::text("path", "PATH"), Column::number("parent", "PARENT").hidden()],
};

/// Returns a group's row of [`GROUPS`].
#[must_use]
pub fn group(group: &Group) -> Vec<Value<'_>> {
    vec![group.id.0.into(), group.path.as_str().into(), group.parent.map(|id| id.0).into()]
}

/// The sheet of projects.
pub const PROJECTS: Sheet = Sheet {
    name: "projects",
    columns: &[Column::number("id", "ID"), Column::text("path", "PATH"), Column::text("visibility", "VISIBILITY")],
};

/// Returns a project's row of [`PROJECTS`].
#[must_use]
pub fn project(project: &Project) -> Vec<Value<'_>> {
    vec![project.id.0.into(), project.path.as_str().into(), project.visibility.word().into()]
}

/// The sheet of members.
pub const MEMBERS: Sheet = Sheet {
    name: "members",
    columns: &[
        Column::number("id", "ID"),
        Column::text("username", "USERNAME"),
        Column::text("kind", "KIND"),
        Column::text("role", "ROLE"),
        Column::text("of", "OF"),
        Column::text("direct", "DIRECT"),
    ],
};

/// Returns a member's row of [`MEMBERS`].
#[must_use]
pub fn member(member: &Member) -> Vec<Value<'_>> {
    vec![
        member.user.0.into(),
        member.username.as_str().into(),
        member.kind.word().into(),
        member.role.word().into(),
        member.path.as_str().into(),
        member.direct.into(),
    ]
}

/// The sheet of `whoami`.
pub const IDENTITY: Sheet = Sheet {
    name: "identities",
    columns: &[
        Column::text("username", "USERNAME"),
        Column::text("admin", "ADMIN"),
        Column::text("login", "LOGIN"),
        Column::number("uid", "UID"),
        Column::text("store", "STORE"),
    ],
};

/// Returns the row of [`IDENTITY`].
#[must_use]
pub fn identity<'a>(identity: &'a Identity, store: &'a str) -> Vec<Value<'a>> {
    let user = identity.user.as_ref();
    vec![
        user.map(|user| user.username.as_str()).into(),
        user.map(|user| user.admin).into(),
        identity.login.as_str().into(),
        i64::from(identity.uid).into(),
        store.into(),
    ]
}
