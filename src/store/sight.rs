//! What somebody who is no admin may see of tokens, as SQL made from the table of permissions.

use rusqlite::types::Value;

use super::reach::list;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Need, glimpsed_by_holder, need};
use crate::domain::place::Boundary;
use crate::domain::role::Role;

/// Returns a condition on `tokens`, and what is bound in it. With `glimpses` it lets through those too of which the user
/// may know that they are there, and no more.
pub(super) fn of(user: UserId, glimpses: bool) -> (String, Vec<Value>) {
    let user = Value::Integer(user.0);
    let seen_with = |wanted: Need, boundary: Boundary| {
        Kind::all().filter(move |kind| need(*kind, boundary, Deed::See) == wanted).map(|kind| kind as i64)
    };
    let own = list(seen_with(Need::Holder, Boundary::User(UserId(0))));
    let mut alternatives = vec![format!("(tokens.kind IN ({own}) AND tokens.user_id = ?)")];
    let mut bound = vec![user.clone()];
    if glimpses {
        alternatives.push(format!("(tokens.kind IN ({}) AND tokens.user_id = ?)", veiled()));
        bound.push(user.clone());
    }
    for role in Role::ALL {
        for (column, boundary) in
            [("project_id", Boundary::Project(ProjectId(0))), ("group_id", Boundary::Group(GroupId(0)))]
        {
            if seen_with(Need::Role(role), boundary).next().is_none() {
                continue;
            }
            let (kinds, level) = (list(seen_with(Need::Role(role), boundary)), role as u8);
            alternatives.push(format!(
                "(tokens.kind IN ({kinds}) AND tokens.{column} IN ({PLACES} \
                 SELECT {column} FROM places WHERE {column} IS NOT NULL AND role >= {level}))"
            ));
            bound.extend([user.clone(), user.clone()]);
        }
    }
    let kinds = list(seen_with(Need::Role(Role::Maintainer), Boundary::Projects));
    let level = Role::Maintainer as u8;
    alternatives.push(format!(
        "(tokens.kind IN ({kinds}) AND tokens.id IN (SELECT token_id FROM deploy_key_projects WHERE project_id IN ({PLACES} \
         SELECT project_id FROM places WHERE project_id IS NOT NULL AND role >= {level})))"
    ));
    bound.extend([user.clone(), user]);
    (format!("({})", alternatives.join(" OR ")), bound)
}

/// The kinds of which their users may know that they are there, and no more.
pub(super) fn veiled() -> String {
    list(Kind::all().filter(|kind| glimpsed_by_holder(*kind)).map(|kind| kind as i64))
}

/// The groups and projects in which a user has a role, down the tree. The user is bound twice.
pub(super) const PLACES: &str = "WITH RECURSIVE mine (group_id, project_id, role) AS (\
       SELECT group_id, project_id, role FROM members WHERE user_id = ? \
       UNION SELECT groups.id, NULL, mine.role FROM groups JOIN mine ON groups.parent_id = mine.group_id), \
    places (group_id, project_id, role) AS (\
       SELECT group_id, project_id, role FROM mine \
       UNION SELECT NULL, projects.id, mine.role FROM projects JOIN mine ON projects.group_id = mine.group_id \
       UNION SELECT NULL, projects.id, 50 FROM projects WHERE projects.owner_id = ?)";

/// The groups that a user may see: those in which they have a role, down the tree, and those above any place of theirs. The
/// user is bound twice.
pub(super) const GROUPS: &str = "WITH RECURSIVE down (id) AS (\
       SELECT group_id FROM members WHERE user_id = ? AND group_id IS NOT NULL \
       UNION SELECT groups.id FROM groups JOIN down ON groups.parent_id = down.id), \
    up (id) AS (\
       SELECT coalesce(members.group_id, projects.group_id) FROM members \
       LEFT JOIN projects ON projects.id = members.project_id WHERE members.user_id = ? \
       UNION SELECT groups.parent_id FROM groups JOIN up ON groups.id = up.id) \
    SELECT id FROM down UNION SELECT id FROM up WHERE id IS NOT NULL";
