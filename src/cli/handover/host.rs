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
    if named.is_some() || !form.names_host() {
        return Ok(named.cloned());
    }
    let environment = &desk.world.environment;
    let of_ci = match form {
        Emit::DockerConfig => ("CI_REGISTRY", &environment.ci_registry),
        _ => ("CI_SERVER_URL", &environment.ci_server),
    };
    for (name, value) in [("TOKCTL_HOST", &environment.host), of_ci] {
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
    desk.note("for localhost, since no host is named; `--host HOST` names another");
    Ok(None)
}
