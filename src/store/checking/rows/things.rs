//! What must hold of jobs, runners, bot users and deploy keys.

use super::{REVOKE, Rule};
use crate::domain::defect::Sort;
use crate::domain::kind::Kind;
use crate::domain::user::UserKind;
use crate::store::checking::RESTORE;
use crate::store::selection::IS_OVER;

/// What jobs, runners, bots and keys need.
pub(super) fn all() -> [Rule; 7] {
    let own = UserKind::Bot as u8;
    let kinds = Kind::DeployKey as u8;
    let condition = format!("tokens.revoked_at IS NULL AND NOT {IS_OVER}");
    [
        Rule {
            sort: Sort::Bot,
            about: "user",
            sql: format!(
                "SELECT id FROM users WHERE kind = {own} \
                 AND id NOT IN (SELECT user_id FROM tokens WHERE user_id IS NOT NULL AND revoked_at IS NULL) ORDER BY id"
            ),
            bound: 0,
            what: "is a bot user without a token",
            mend: "`tokctl store sweep` lets it go",
        },
        Rule {
            sort: Sort::Sweep,
            about: "user",
            sql: format!(
                "SELECT id FROM users WHERE kind = {own} AND id IN (\
                   SELECT tokens.user_id FROM tokens WHERE tokens.revoked_at IS NULL AND {IS_OVER}) \
                 AND NOT EXISTS (SELECT 1 FROM tokens WHERE tokens.user_id = users.id AND {condition}) ORDER BY id"
            ),
            bound: 2,
            what: "is a bot user whose token expired more than a day ago",
            mend: "`tokctl store sweep` lets it go",
        },
        Rule {
            sort: Sort::Job,
            about: "job",
            sql: "SELECT id FROM jobs WHERE ended_at IS NULL AND NOT EXISTS (\
                  SELECT 1 FROM tokens WHERE tokens.job_id = jobs.id AND tokens.revoked_at IS NULL) ORDER BY id"
                .to_owned(),
            bound: 0,
            what: "has not ended, and its token is revoked or gone",
            mend: "`tokctl job end {}` ends it",
        },
        Rule {
            sort: Sort::Job,
            about: "token",
            sql: format!(
                "SELECT tokens.id FROM tokens LEFT JOIN jobs ON jobs.id = tokens.job_id WHERE {condition} \
                 AND tokens.job_id IS NOT NULL AND (jobs.id IS NULL OR jobs.ended_at IS NOT NULL) ORDER BY tokens.id"
            ),
            bound: 1,
            what: "is live, and its job has ended or is gone",
            mend: REVOKE,
        },
        Rule {
            sort: Sort::Runner,
            about: "token",
            sql: format!(
                "SELECT tokens.id FROM tokens LEFT JOIN runners ON runners.id = tokens.runner_id WHERE {condition} \
                 AND tokens.runner_id IS NOT NULL AND (runners.id IS NULL OR runners.removed_at IS NOT NULL) \
                 ORDER BY tokens.id"
            ),
            bound: 1,
            what: "is live, and its runner was removed or is gone",
            mend: REVOKE,
        },
        Rule {
            sort: Sort::Key,
            about: "token",
            sql: format!(
                "SELECT id FROM tokens WHERE {condition} AND kind = {kinds} \
                 AND id NOT IN (SELECT token_id FROM deploy_key_projects) ORDER BY id"
            ),
            bound: 1,
            what: "is a live deploy key that is enabled in no project",
            mend: REVOKE,
        },
        Rule {
            sort: Sort::Key,
            about: "token",
            sql: format!(
                "SELECT id FROM tokens WHERE (kind = {kinds}) <> (id IN (SELECT token_id FROM deploy_keys)) ORDER BY id"
            ),
            bound: 0,
            what: "is a deploy key of which no public half is kept, or is none and has one",
            mend: RESTORE,
        },
    ]
}
