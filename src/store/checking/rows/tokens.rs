//! What must hold of tokens: their kinds, scopes, boundaries, users and names.

use super::{REVOKE, Rule};
use crate::domain::defect::Sort;
use crate::domain::kind::{ActsAs, Kind};
use crate::domain::role::Role;
use crate::domain::user::UserKind;
use crate::store::reach::list;
use crate::store::refresh::RENEWABLE;
use crate::store::selection::IS_OVER;

fn numbers(kinds: impl Fn(Kind) -> bool) -> String {
    list(Kind::all().filter(|kind| kinds(*kind)).map(|kind| kind as i64))
}

/// What a token of its kind cannot be.
pub(super) fn shapes() -> [Rule; 5] {
    let known = numbers(|_| true);
    let as_user = numbers(|kind| kind.acts_as() == ActsAs::User);
    let in_project = numbers(|kind| matches!(kind, Kind::ProjectAccess | Kind::Job));
    let nowhere = numbers(|kind| matches!(kind, Kind::Personal | Kind::Oauth | Kind::Impersonation | Kind::DeployKey));
    let excess = |kind: Kind| format!("(kind = {} AND scopes & {} <> 0)", kind as u8, !i64::from(kind.scopes().bits()));
    let conditions = Kind::all().map(excess).collect::<Vec<_>>().join(" OR ");
    let kinds = known;
    let place = Kind::Deploy as u8;
    [
        Rule {
            sort: Sort::Token,
            about: "token",
            sql: format!("SELECT id FROM tokens WHERE kind NOT IN ({kinds}) ORDER BY id"),
            bound: 0,
            what: "is of a kind that this tokctl does not know",
            mend: "use the tokctl that made it, or put a backup in its place: `tokctl store restore FILE`",
        },
        Rule {
            sort: Sort::Token,
            about: "token",
            sql: format!("SELECT id FROM tokens WHERE revoked_at IS NULL AND ({conditions}) ORDER BY id"),
            bound: 0,
            what: "carries scopes that no token of its kind can carry",
            mend: REVOKE,
        },
        Rule {
            sort: Sort::Token,
            about: "token",
            sql: {
                let kinds = in_project;
                format!(
                    "SELECT id FROM tokens WHERE revoked_at IS NULL AND project_id IS NULL \
                     AND (kind IN ({kinds}) OR (kind = {place} AND group_id IS NULL)) ORDER BY id"
                )
            },
            bound: 0,
            what: "has no boundary, and one of its kind has",
            mend: REVOKE,
        },
        Rule {
            sort: Sort::Token,
            about: "token",
            sql: {
                let kinds = nowhere;
                format!(
                    "SELECT id FROM tokens WHERE revoked_at IS NULL AND kind IN ({kinds}) \
                     AND (project_id IS NOT NULL OR group_id IS NOT NULL) ORDER BY id"
                )
            },
            bound: 0,
            what: "has a boundary, and one of its kind has none",
            mend: REVOKE,
        },
        Rule {
            sort: Sort::Token,
            about: "token",
            sql: {
                let kinds = as_user;
                format!(
                    "SELECT id FROM tokens WHERE revoked_at IS NULL \
                     AND (kind IN ({kinds})) <> (user_id IS NOT NULL) ORDER BY id"
                )
            },
            bound: 0,
            what: "has a user, and one of its kind has none, or the other way round",
            mend: REVOKE,
        },
    ]
}

/// What a live token needs.
pub(super) fn places() -> [Rule; 3] {
    let live = format!("tokens.revoked_at IS NULL AND NOT {IS_OVER}");
    let condition = live;
    let conditions = format!("tokens.revoked_at IS NULL AND (NOT {IS_OVER} OR {RENEWABLE})");
    let bot = UserKind::Bot as u8;
    [
        Rule {
            sort: Sort::Orphan,
            about: "token",
            sql: format!(
                "SELECT id FROM tokens WHERE {condition} \
                 AND ((project_id IS NOT NULL AND project_id NOT IN (SELECT id FROM projects)) \
                   OR (group_id IS NOT NULL AND group_id NOT IN (SELECT id FROM groups))) ORDER BY id"
            ),
            bound: 1,
            what: "is live, and its project or group is gone",
            mend: REVOKE,
        },
        Rule {
            sort: Sort::Orphan,
            about: "token",
            sql: format!(
                "SELECT id FROM tokens WHERE {conditions} \
                 AND user_id IS NOT NULL AND user_id NOT IN (SELECT id FROM users) ORDER BY id"
            ),
            bound: 1,
            what: "is live, and its user is gone",
            mend: REVOKE,
        },
        Rule {
            sort: Sort::Bot,
            about: "token",
            sql: {
                let (kinds, own) = (Kind::ProjectAccess as u8, bot);
                let level = Role::Maintainer as u8;
                format!(
                    "SELECT id FROM tokens WHERE {condition} AND kind = {kinds} AND (\
                       user_id NOT IN (SELECT id FROM users WHERE kind = {own}) \
                       OR (SELECT count(*) FROM members WHERE members.user_id = tokens.user_id) <> 1 \
                       OR NOT EXISTS (SELECT 1 FROM members WHERE members.user_id = tokens.user_id \
                          AND members.project_id = tokens.project_id AND members.role = {level})) ORDER BY id"
                )
            },
            bound: 1,
            what: "acts as somebody who is no bot user, or is not Maintainer of the token's project alone",
            mend: REVOKE,
        },
    ]
}

/// Two live tokens of a kind have one name in one boundary. Each is looked for by the index of its boundary, so that
/// nothing is sorted.
pub(super) fn names() -> [Rule; 3] {
    let rule = |column: &str, condition: &str| Rule {
        sort: Sort::Name,
        about: "token",
        sql: {
            let conditions = format!("tokens.rotated_at IS NULL AND tokens.revoked_at IS NULL AND NOT {IS_OVER}");
            let clause = IS_OVER.replace("tokens.", "other.");
            format!(
                "SELECT tokens.id FROM tokens WHERE tokens.{column} IS NOT NULL {condition} AND {conditions} \
                 AND EXISTS (SELECT 1 FROM tokens AS other WHERE other.{column} = tokens.{column} \
                   AND other.kind = tokens.kind AND other.name = tokens.name AND other.revoked_at IS NULL \
                   AND other.id < tokens.id AND other.rotated_at IS NULL AND NOT {clause}) ORDER BY tokens.id"
            )
        },
        bound: 2,
        what: "has the name of another live token of its kind and boundary",
        mend: "`tokctl revoke {} --yes` ends it, or its namesake",
    };
    let nowhere = "AND tokens.project_id IS NULL AND tokens.group_id IS NULL";
    [rule("project_id", ""), rule("group_id", ""), rule("user_id", nowhere)]
}
