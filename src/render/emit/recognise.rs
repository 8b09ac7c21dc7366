//! Which form a file was written in: for whoever is to put a new secret in its place and lose nothing else of it.
//!
//! Strict on purpose: what holds anything beside one hand-over is none of the forms.

use base64ct::{Base64, Encoding as _};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::Emit;
use super::env;
use crate::domain::host::Host;
use crate::domain::secret::Secret;

/// How a hand-over was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The form.
    pub form: Emit,
    /// The host that it names.
    pub host: Option<Host>,
}

/// Recognises what one of the forms writes for one token, and nothing else.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Option<Written> {
    let text = std::str::from_utf8(bytes).ok()?;
    let lines: Vec<&str> = text.lines().collect();
    let plain = |form| Written { form, host: None };
    let of_host = |form| move |host| Written { form, host: Some(host) };
    (is_secret(&lines).then(|| plain(Emit::Secret)))
        .or_else(|| is_env(&lines).then(|| plain(Emit::Env)))
        .or_else(|| is_record(text).then(|| plain(Emit::Json)))
        .or_else(|| docker_config(text).map(of_host(Emit::DockerConfig)))
        .or_else(|| netrc(&lines).map(of_host(Emit::Netrc)))
        .or_else(|| git_credential(&lines).map(of_host(Emit::GitCredential)))
        .or_else(|| runner_toml(&lines).map(of_host(Emit::RunnerToml)))
        .or_else(|| k8s_secret(&lines))
}

fn is_whole(text: &str) -> bool {
    Secret::parse(text.as_bytes()).is_ok()
}

/// One secret, or the two of a pair.
fn is_secret(lines: &[&str]) -> bool {
    (1..=2).contains(&lines.len()) && lines.iter().all(|line| is_whole(line))
}

fn is_env(lines: &[&str]) -> bool {
    let mut names = Vec::new();
    for line in lines {
        let Some((name, value)) = line.strip_prefix("export ").and_then(|line| line.split_once('=')) else {
            return false;
        };
        let Some(inner) = value.strip_prefix('\'').and_then(|value| value.strip_suffix('\'')) else { return false };
        if !env::WRITTEN.contains(&name) || names.contains(&name) || inner.replace(r"'\''", "").contains('\'') {
            return false;
        }
        names.push(name);
    }
    names.contains(&"TOKCTL_TOKEN") || names.contains(&"CI_JOB_TOKEN")
}

fn is_record(text: &str) -> bool {
    let Ok(Value::Object(document)) = serde_json::from_str(text) else { return false };
    let tokens = document.get("tokens").and_then(Value::as_array);
    let is_one = tokens.is_some_and(|tokens| tokens.len() == 1 && tokens[0].get("secret").is_some());
    is_one && document.len() == 2 && document.contains_key("version")
}

/// Returns the host of a `config.json` with one registry and no setting.
fn docker_config(text: &str) -> Option<Host> {
    let document: Map<String, Value> = serde_json::from_str(text).ok()?;
    let auths = only(&document).filter(|(key, _)| *key == "auths")?.1.as_object()?;
    let (host, entry) = only(auths)?;
    let auth = only(entry.as_object()?).filter(|(key, _)| *key == "auth")?.1.as_str()?;
    let mut room = Zeroizing::new(vec![0; auth.len()]);
    let basic = Base64::decode(auth, &mut room).ok()?;
    let colon = basic.iter().position(|byte| *byte == b':')?;
    Secret::parse(&basic[colon + 1..]).ok()?;
    Host::parse(host).ok()
}

fn only(map: &Map<String, Value>) -> Option<(&str, &Value)> {
    map.iter().next().filter(|_| map.len() == 1).map(|(key, value)| (key.as_str(), value))
}

fn netrc(lines: &[&str]) -> Option<Host> {
    let [line] = lines else { return None };
    let words: Vec<&str> = line.split(' ').collect();
    let ["machine", name, "login", _, "password", secret] = words.as_slice() else { return None };
    let address = format!("[{name}]");
    let host = if name.contains(':') { address.as_str() } else { name };
    is_whole(secret).then(|| Host::parse(host).ok()).flatten()
}

fn git_credential(lines: &[&str]) -> Option<Host> {
    let [scheme, host, username, secret] = lines else { return None };
    username.strip_prefix("username=")?;
    let host = format!("{}://{}", scheme.strip_prefix("protocol=")?, host.strip_prefix("host=")?);
    is_whole(secret.strip_prefix("password=")?).then(|| Host::parse(&host).ok()).flatten()
}

fn runner_toml(lines: &[&str]) -> Option<Host> {
    let (["[[runners]]", name, url], rest) = lines.split_at_checked(3)? else { return None };
    quoted(name, "  name = ")?;
    let secret = match rest {
        [secret, "  executor = \"shell\""] => secret,
        [id, secret, "  executor = \"shell\""] => {
            id.strip_prefix("  id = ")?.parse::<i64>().ok()?;
            secret
        }
        _ => return None,
    };
    is_whole(quoted(secret, "  token = ")?).then(|| Host::parse(quoted(url, "  url = ")?).ok()).flatten()
}

fn k8s_secret(lines: &[&str]) -> Option<Written> {
    let (head, rest) = lines.split_at_checked(7)?;
    let ["apiVersion: v1", "kind: Secret", "metadata:", name, "  annotations:", id, token] = head else { return None };
    name.strip_prefix("  name: tokctl-")?;
    quoted(id, "    tokctl/id: ")?;
    quoted(token, "    tokctl/name: ")?;
    let [kind, "stringData:", data @ ..] = rest else { return None };
    let host = match (*kind, data) {
        ("type: kubernetes.io/dockerconfigjson", [document]) => {
            let document = document.strip_prefix("  .dockerconfigjson: '")?.strip_suffix('\'')?;
            Some(docker_config(document)?)
        }
        ("type: kubernetes.io/basic-auth", [username, secret, rest @ ..]) => {
            quoted(username, "  username: ")?;
            (is_whole(quoted(secret, "  password: ")?) && is_refresh(rest)).then_some(None)?
        }
        ("type: Opaque", [secret, rest @ ..]) => {
            (is_whole(quoted(secret, "  token: ")?) && is_refresh(rest)).then_some(None)?
        }
        _ => return None,
    };
    Some(Written { form: Emit::K8sSecret, host })
}

/// Nothing, or the refresh secret of a pair.
fn is_refresh(lines: &[&str]) -> bool {
    match lines {
        [] => true,
        [line] => quoted(line, "  refresh_token: ").is_some_and(is_whole),
        _ => false,
    }
}

/// Returns what stands between double quotes behind a beginning.
fn quoted<'t>(line: &'t str, begin: &str) -> Option<&'t str> {
    line.strip_prefix(begin)?.strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests;
