//! The command that makes a token in the place of another: of its kind, in its boundary, for its user.

use super::facts::Facts;
use crate::domain::kind::{ActsAs, Kind};
use crate::domain::place::Boundary;
use crate::domain::scope::ScopeSet;
use crate::domain::token::Belonging;

/// Returns a command that works as it is typed, but for what only whoever types it can know.
pub(super) fn command(facts: &Facts<'_>, scopes: ScopeSet) -> String {
    let token = facts.token;
    let mut command = format!("tokctl create {}", token.kind);
    let mut add = |flag: &str, value: &str| {
        command.push_str(flag);
        command.push_str(value);
    };
    match (token.of, token.boundary, facts.path) {
        (Belonging::App(app), ..) => add(" --app ", &app.to_string()),
        (_, Boundary::Project(_), Some(path)) => add(" --project ", path),
        (_, Boundary::Group(_), Some(path)) => add(" --group ", path),
        (_, Boundary::Instance, _) => add(" --instance", ""),
        _ => {}
    }
    // The bot of a project access token comes with it.
    if token.kind.acts_as() == ActsAs::User && token.kind != Kind::ProjectAccess {
        add(" --user ", facts.holder_name.unwrap_or("USER"));
    }
    if token.kind == Kind::DeployKey {
        add(" --key FILE", "");
    }
    if !scopes.is_empty() {
        add(" --scope ", &scopes.words().join(","));
    }
    command
}
