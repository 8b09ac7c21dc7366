//! Real clients, with what `exec` gives them and nothing else: they present a secret that is alive, and dead behind them.

use super::Site;
use crate::faults::has;
use crate::support::Peer;

/// Runs a client against a server on loopback, and asks for the verdict on what it presented, while it is there and behind it.
fn presents(options: &str, client: &str, access: &str) {
    let (site, peer) = (Site::new(), Peer::start());
    let script = format!("set -e; {{ {client}; }} >/dev/null; echo done; read go").replace("HOST", &peer.host());
    let options = format!("exec {}", options.replace("HOST", &peer.host()));
    let mut running = site.script(&options, &script).env("GIT_TERMINAL_PROMPT", "0").start();
    let line = running.line();
    assert_eq!(line, "done", "{}", running.end());
    let login = peer.login().expect("the client presented nothing");
    let verdict = || {
        let line = format!("verify -q --access {access} --project grp/app --username {}", login.username);
        site.tokctl(&line).piped(login.secret.expose()).exit()
    };
    assert_eq!(verdict(), 0);
    running.say("go");
    running.end().code(0);
    assert_eq!(verdict(), 1);
    site.nothing_is_left();
}

#[test]
fn skopeo_reads_a_registry() {
    if has("skopeo") {
        let client = "skopeo list-tags --tls-verify=false docker://HOST/grp/app";
        presents("deploy --project grp/app -s read_registry --emit docker-config --host HOST", client, "registry:read");
    }
}

#[test]
fn git_takes_its_credentials_by_itself_and_no_other_helper_is_asked() {
    if has("git") {
        // A helper of the user's own would give another secret, and has to be left out for this host.
        let client = "git config --global credential.helper '!echo username=other; echo password=wrong; :'; \
                      git ls-remote http://HOST/grp/app.git";
        presents(
            "deploy --project grp/app -s read_repository --emit git-credential --host http://HOST",
            client,
            "repository:read",
        );
        presents("personal -s read_repository --emit git-credential --host http://HOST", client, "repository:read");
    }
}

#[test]
fn curl_reads_the_netrc() {
    if has("curl") {
        let client = "curl -sS --fail --netrc-file \"$NETRC\" http://HOST/packages";
        presents("deploy --project grp/app -s read_package_registry --emit netrc --host HOST", client, "packages:read");
        presents("job --project grp/app --emit netrc --host HOST", client, "packages:read");
    }
}

#[test]
fn a_client_takes_it_from_the_environment() {
    if has("curl") {
        let client = "printf 'user = \"%s:%s\"\\n' $TOKCTL_USERNAME $TOKCTL_TOKEN | curl -sS --fail --config - http://HOST/packages";
        presents("deploy --project grp/app -s read_package_registry", client, "packages:read");
    }
}
