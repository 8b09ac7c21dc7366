//! Lines for a POSIX shell: variables that are set and passed on to what it starts.

use super::quote::shell;
use super::{Bytes, basic_username};
use crate::domain::kind::Kind;
use crate::domain::secret::Secret;
use crate::ops::mint::{Further, Minted};

/// Every variable that is written for some token.
pub(super) const WRITTEN: [&str; 17] = [
    "TOKCTL_TOKEN_ID",
    "TOKCTL_TOKEN_NAME",
    "TOKCTL_TOKEN_EXPIRES_AT",
    "TOKCTL_USERNAME",
    "TOKCTL_TOKEN",
    "TOKCTL_REFRESH_TOKEN",
    "CI",
    "CI_JOB_ID",
    "CI_JOB_TOKEN",
    "CI_PROJECT_ID",
    "CI_PROJECT_NAME",
    "CI_PROJECT_NAMESPACE",
    "CI_PROJECT_PATH",
    "GITLAB_USER_ID",
    "GITLAB_USER_LOGIN",
    "CI_DEPLOY_USER",
    "CI_DEPLOY_PASSWORD",
];

/// A variable, and its value: a text, or a secret.
pub(crate) enum Variable<'m> {
    /// One that anybody may read.
    Plain(&'static str, String),
    /// One that holds a secret.
    Secret(&'static str, &'m Secret),
}

/// Returns the variables of what was minted. A job's are those that GitLab's runners set.
///
/// Source: GitLab docs, "Predefined CI/CD variables".
pub(crate) fn variables(minted: &Minted) -> Vec<Variable<'_>> {
    use Variable::{Plain, Secret};
    let listed = &minted.listed;
    let token = &listed.token;
    let mut variables = vec![
        Plain("TOKCTL_TOKEN_ID", token.id.to_string()),
        Plain("TOKCTL_TOKEN_NAME", token.name.clone()),
        Plain("TOKCTL_TOKEN_EXPIRES_AT", token.expires_at.map_or_else(|| "never".into(), |end| end.to_string())),
    ];
    if token.kind == Kind::Job {
        variables.extend(of_job(minted));
        return variables;
    }
    variables.extend(basic_username(listed).map(|username| Plain("TOKCTL_USERNAME", username)));
    variables.push(Secret("TOKCTL_TOKEN", &minted.secret));
    if let Some(Further::Refresh(refresh)) = &minted.further {
        variables.push(Secret("TOKCTL_REFRESH_TOKEN", refresh));
    }
    variables
}

/// Returns the variables that are not set for every token of a kind. What stands there already is another token's.
pub(crate) fn names(kind: Kind) -> &'static [&'static str] {
    const OF_ALL: [&str; 3] = ["TOKCTL_TOKEN", "TOKCTL_REFRESH_TOKEN", "TOKCTL_USERNAME"];
    const OF_JOBS: [&str; 6] =
        [OF_ALL[0], OF_ALL[1], OF_ALL[2], "CI_JOB_TOKEN", "CI_DEPLOY_USER", "CI_DEPLOY_PASSWORD"];
    if kind == Kind::Job { &OF_JOBS } else { &OF_ALL }
}

fn of_job(minted: &Minted) -> Vec<Variable<'_>> {
    use Variable::{Plain, Secret};
    let listed = &minted.listed;
    let token = &listed.token;
    let path = listed.path.clone().unwrap_or_default();
    let (namespace, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let mut variables = vec![
        Plain("CI", "true".into()),
        Plain("CI_JOB_ID", number(token.of.job().map(|id| id.0))),
        Secret("CI_JOB_TOKEN", &minted.secret),
        Plain("CI_PROJECT_ID", number(token.boundary.project().map(|id| id.0))),
        Plain("CI_PROJECT_NAME", name.to_owned()),
        Plain("CI_PROJECT_NAMESPACE", namespace.to_owned()),
        Plain("CI_PROJECT_PATH", path.clone()),
        Plain("GITLAB_USER_ID", number(token.holder.map(|id| id.0))),
        Plain("GITLAB_USER_LOGIN", listed.holder.clone().unwrap_or_default()),
    ];
    if let Some(Further::Deploy { username, secret }) = &minted.further {
        variables.push(Plain("CI_DEPLOY_USER", username.clone()));
        variables.push(Secret("CI_DEPLOY_PASSWORD", secret));
    }
    variables
}

/// Writes the lines.
pub(super) fn write(bytes: &mut Bytes, minted: &Minted) {
    for variable in variables(minted) {
        match variable {
            Variable::Plain(name, value) => bytes.text("export ").text(name).text("=").text(&shell(&value)),
            Variable::Secret(name, secret) => bytes.text("export ").text(name).text("='").secret(secret).text("'"),
        };
        bytes.text("\n");
    }
}
