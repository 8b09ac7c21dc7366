//! Which host a secret is for: named, taken from the environment, or this machine.

use crate::cli::desk::Desk;
use crate::domain::error::{Error, Result};
use crate::domain::host::Host;
use crate::render::emit::Emit;

/// Finds the host for a form that names one, and says where it comes from if it was not named. `None`: the form does
/// without, or it is this machine.
///
/// # Errors
/// `Usage` for a variable that holds no host.
pub(in crate::cli) fn chosen(desk: &Desk<'_>, named: Option<&Host>, form: Emit) -> Result<Option<Host>> {
    // A manifest names a registry only where one is asked for, which no variable of CI does.
    let may_name = form == Emit::K8sSecret;
    if named.is_some() || !(form.names_host() || may_name) {
        return Ok(named.cloned());
    }
    let environment = &desk.world.environment;
    let of_ci = match form {
        Emit::DockerConfig => ("CI_REGISTRY", &environment.ci_registry),
        _ => ("CI_SERVER_URL", &environment.ci_server),
    };
    let variables = [("TOKCTL_HOST", &environment.host), of_ci];
    for (name, value) in variables.into_iter().take(if may_name { 1 } else { 2 }) {
        let Some(value) = value.as_ref().filter(|value| !value.is_empty()) else { continue };
        let text = value.to_string_lossy();
        let host = Host::parse(&text).map_err(|error| {
            Error::usage(format!("the variable {name} holds no host"))
                .because(error.what)
                .hint("name one with `--host HOST`")
        })?;
        desk.note(&format!("for {}, as {name} says", host.authority()));
        return Ok(Some(host));
    }
    if may_name {
        return Ok(None);
    }
    desk.note("for localhost, since no host is named; `--host HOST` names another");
    Ok(None)
}
