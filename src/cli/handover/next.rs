//! What to type next with a secret that was just handed over: never one with the secret in an argument or a URL.

use std::path::Path;

use super::Handing;
use crate::cli::desk::Desk;
use crate::domain::access::{Access, AccessSet};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::render::emit::{Emit, basic_username, shell, word};
use crate::render::escape;
use crate::store::Listed;

/// Returns lines that work as they stand, but for `HOST` where no host is known, and `$TOKEN` where the secret went to
/// standard output.
pub(super) fn lines(desk: &Desk<'_>, handing: &Handing, listed: &Listed) -> Vec<String> {
    let Ok(form) = handing.form(desk) else { return Vec::new() };
    let file = handing.to.as_deref();
    if file.is_some_and(|file| file.display().to_string() != escape::line(&file.display().to_string())) {
        // No line that could be read would name the file.
        return Vec::new();
    }
    let (host, url) = match &handing.host {
        Some(host) => (host.authority(), host.to_string()),
        None => ("HOST", "https://HOST".to_owned()),
    };
    match form {
        Emit::Secret => of_secret(file, (host, &url), listed),
        Emit::Env => file.map(|file| format!(". {}", path(file))).into_iter().collect(),
        Emit::DockerConfig => in_file(file, |file| {
            let plain = if url.starts_with("http://") { " --tls-verify=false" } else { "" };
            format!("skopeo list-tags{plain} --authfile {file} docker://{host}/{}", place(listed, "PROJECT"))
        }),
        Emit::Netrc => in_file(file, |file| format!("curl --netrc-file {file} {url}/")),
        Emit::GitCredential => in_file(file, |file| clone(&url, listed, &format!("cat {file}"))),
        Emit::K8sSecret => in_file(file, |file| format!("kubectl apply --filename {file}")),
        Emit::RunnerToml => in_file(file, |file| format!("gitlab-runner run --config {file}")),
        Emit::Json => Vec::new(),
    }
}

fn in_file(file: Option<&Path>, line: impl Fn(&str) -> String) -> Vec<String> {
    file.map(|file| line(&path(file))).into_iter().collect()
}

/// What a bare secret is good for, by what it opens.
fn of_secret(file: Option<&Path>, (host, url): (&str, &str), listed: &Listed) -> Vec<String> {
    let token = &listed.token;
    match token.kind {
        Kind::RunnerRegistration => {
            let from = file.map_or_else(|| " <SECRET_FILE".to_owned(), |file| format!(" --secret-file {}", path(file)));
            return vec![format!("tokctl runner register{from} --to ./runner.secret")];
        }
        Kind::Runner => {
            let from = file.map_or_else(|| "SECRET_FILE".to_owned(), path);
            return vec![format!(
                "tokctl job start --runner-secret-file {from} --project {}",
                place(listed, "PROJECT")
            )];
        }
        // An application knows what its pair is for.
        Kind::Job | Kind::DeployKey | Kind::Oauth => return Vec::new(),
        _ => {}
    }
    let opens = opens(listed);
    let Some(username) = basic_username(listed) else { return Vec::new() };
    let secret = file.map_or_else(|| "$TOKEN".to_owned(), |file| format!("$(cat {})", path(file)));
    if opens.contains(Access::ApiRead) {
        let header = format!("printf 'header = \"PRIVATE-TOKEN: %s\"\\n' \"{secret}\"");
        return vec![format!("{header} | curl --config - {url}/api/v4/user")];
    }
    let mut lines = Vec::new();
    if opens.contains(Access::RegistryRead) || opens.contains(Access::RegistryWrite) {
        let login = format!("docker login --username {} --password-stdin {host}", word(&username));
        lines.push(match file {
            Some(file) => format!("{login} <{}", path(file)),
            None => format!("printf %s \"$TOKEN\" | {login}"),
        });
    }
    if opens.contains(Access::RepositoryRead) {
        // The shell that git starts for a helper reads the secret, so it never stands in an argument.
        let helper = format!("echo username={}; echo password={secret}", word(&username));
        let passed_on = if file.is_none() { "TOKEN=$TOKEN " } else { "" };
        lines.push(format!("{passed_on}{}", clone(url, listed, &helper)));
    }
    lines
}

/// Clones with a credential helper that is this shell command.
fn clone(url: &str, listed: &Listed, helper: &str) -> String {
    let helper = shell(&format!("!f() {{ {helper}; }}; f"));
    format!("git -c credential.helper= -c credential.helper={helper} clone {url}/{}.git", place(listed, "PROJECT"))
}

/// What the token opens, by kind and scopes.
fn opens(listed: &Listed) -> AccessSet {
    let token = &listed.token;
    if token.kind.scopes().is_empty() { token.kind.opens() } else { token.kind.opens().and(token.scopes.opens()) }
}

/// The path of the token's project, or what stands for one.
fn place(listed: &Listed, other: &str) -> String {
    match (listed.token.boundary, &listed.path) {
        (Boundary::Project(_), Some(path)) => escape::line(path).into_owned(),
        (Boundary::Group(_), Some(path)) => format!("{}/{other}", escape::line(path)),
        _ => other.to_owned(),
    }
}

/// A path as a word of the shell, which is no option of any command, nor looked for along `PATH` by `.`.
fn path(path: &Path) -> String {
    let text = path.display().to_string();
    if text.contains('/') { word(&text) } else { word(&format!("./{text}")) }
}
