//! Which tokens are valid in a project, as SQL: the twin of the boundary and of the role that a verdict asks for.

use super::then::Tables;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::kind::{ActsAs, Kind};
use crate::domain::role::Role;
use crate::domain::time::Timestamp;

/// What is known of a project in which tokens are to be valid.
#[derive(Clone, Debug)]
pub struct Reach {
    /// The project.
    pub project: ProjectId,
    /// The groups it lies in.
    pub groups: Vec<GroupId>,
    /// The user in whose place it lies.
    pub owner: Option<UserId>,
    /// The least role that a token's user needs there; `None`: any user will do.
    pub least: Option<Role>,
}

impl Reach {
    /// Returns the condition on `tokens`, as everything is or was; `own` is the one for those whose boundary is the project
    /// itself.
    pub(super) fn condition(&self, own: &str, past: Option<Timestamp>) -> String {
        let groups = list(self.groups.iter().map(|id| id.0));
        let of_users = list(Kind::all().filter(|kind| kind.acts_as() == ActsAs::User).map(|kind| kind as i64));
        let key = Kind::DeployKey as u8;
        format!(
            "({own} OR tokens.group_id IN ({groups}) \
             OR (tokens.project_id IS NULL AND tokens.group_id IS NULL AND tokens.kind NOT IN ({of_users}, {key})) \
             OR (tokens.project_id IS NULL AND tokens.group_id IS NULL AND tokens.kind IN ({of_users}) \
                 AND tokens.user_id IN ({})))",
            self.users(&Tables::of(past))
        )
    }

    /// The users who have the role.
    fn users(&self, tables: &Tables) -> String {
        let Tables { users, members, .. } = tables;
        let Some(least) = self.least else { return format!("SELECT id FROM {users}") };
        let (project, level) = (self.project, least as u8);
        let groups = list(self.groups.iter().map(|id| id.0));
        let owner = list(self.owner.iter().map(|id| id.0));
        format!(
            "SELECT id FROM {users} WHERE admin = 1 OR id IN ({owner}) \
             UNION SELECT user_id FROM {members} \
             WHERE (project_id = {project} OR group_id IN ({groups})) AND role >= {level}"
        )
    }
}

/// Lists numbers for `IN`; an empty list, which not every engine takes, as one that nothing is in.
pub(super) fn list(numbers: impl Iterator<Item = i64>) -> String {
    let numbers = numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(", ");
    if numbers.is_empty() { "NULL".into() } else { numbers }
}
