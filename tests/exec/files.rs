//! Private files: made for one command, named by the variables that their readers look at, and gone behind it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::Site;

const EXEC: &str = "exec deploy --project grp/app -s read_registry,read_repository";

#[test]
fn each_form_has_its_file_and_its_variable() {
    let site = Site::new();
    let secret = "gldt-*";
    for (form, variable, name, holds) in [
        ("secret", "TOKCTL_TOKEN_FILE", "token", "[masked]\n"),
        ("netrc", "NETRC", "netrc", "machine h login gitlab+deploy-token-2 password [masked]\n"),
        (
            "git-credential",
            "TOKCTL_CREDENTIAL_FILE",
            "credential",
            "protocol=https\nhost=h:8443\nusername=gitlab+deploy-token-3\npassword=[masked]\n",
        ),
    ] {
        let script = format!(
            "cat ${variable}; stat -c '%a' ${variable} $(dirname ${variable}); test ${variable} = $(dirname ${variable})/{name}; \
             test -z \"${{TOKCTL_TOKEN-}}\"; ! env | grep {secret}"
        );
        let told = site.script(&format!("{EXEC} --emit {form} --host h:8443"), &format!("set -e; {script}")).piped(b"");
        told.is(0, &format!("{holds}600\n700\n"), "");
        site.nothing_is_left();
    }
    let script = "set -e; test $DOCKER_CONFIG/config.json = $REGISTRY_AUTH_FILE; cat $REGISTRY_AUTH_FILE; echo more >$DOCKER_CONFIG/more";
    let told = site.script(&format!("{EXEC} --emit docker-config --host h:8443"), script).piped(b"");
    told.code(0).stderr("");
    assert!(told.out().starts_with("{\"auths\":{\"h:8443\":{\"auth\":\"") && told.out().contains("[masked]"), "{told}");
    let told = site.script(&format!("{EXEC} --emit json"), "cat $TOKCTL_TOKEN_FILE").piped(b"");
    assert_eq!(told.code(0).json()["tokens"][0]["secret"], "[masked]");
    site.nothing_is_left();
}

#[test]
fn what_is_no_secret_is_always_in_the_environment_and_what_another_token_left_is_not() {
    let site = Site::new();
    let script = "env | grep -E '^(TOKCTL_|CI_JOB_TOKEN|CI_DEPLOY)' | grep -v EXPIRES_AT | sort";
    for (form, seen) in [
        (
            "env",
            "TOKCTL_TOKEN=[masked]\nTOKCTL_TOKEN_ID=1\nTOKCTL_TOKEN_NAME=it's \"so\"\nTOKCTL_USERNAME=gitlab+deploy-token-1\n",
        ),
        ("netrc -q", "TOKCTL_TOKEN_ID=2\nTOKCTL_TOKEN_NAME=it's \"so\"\nTOKCTL_USERNAME=gitlab+deploy-token-2\n"),
    ] {
        fs::write(site.bench.path("script"), script).unwrap();
        let mut words = site.bench.words(&format!("{EXEC} --emit {form} --name"));
        words.extend(["it's \"so\"", "--", "sh", "script"].map(str::to_owned));
        let mut child = site.bench.process_with(&words).env("TMPDIR", site.temporary().to_str().unwrap());
        for name in
            ["TOKCTL_TOKEN", "TOKCTL_TOKEN_FILE", "TOKCTL_USERNAME", "TOKCTL_REFRESH_TOKEN", "TOKCTL_CREDENTIAL_FILE"]
        {
            child = child.env(name, "of another");
        }
        child.piped(b"").is(0, seen, "");
    }
    let mut child = site.script("exec job --project grp/app", script);
    for name in ["CI_JOB_TOKEN", "CI_DEPLOY_USER", "CI_DEPLOY_PASSWORD"] {
        child = child.env(name, "of another");
    }
    child.piped(b"").is(0, "CI_JOB_TOKEN=[masked]\nTOKCTL_TOKEN_ID=3\nTOKCTL_TOKEN_NAME=job-token-3\n", "");
}

#[test]
fn settings_that_git_has_already_stay_and_a_count_that_is_none_is_refused() {
    let site = Site::new();
    let options = &format!("{EXEC} --emit git-credential --host http://h:8080");
    let script = "git config --get-all x.y; git config --get-urlmatch credential.helper http://h:8080 | cut -c 1-4; echo $GIT_CONFIG_COUNT";
    let with = |count: &str| site.script(options, script).env("GIT_CONFIG_COUNT", count);
    with("1").env("GIT_CONFIG_KEY_0", "x.y").env("GIT_CONFIG_VALUE_0", "z").piped(b"").is(0, "z\n!f()\n3\n", "");
    with("").piped(b"").is(0, "!f()\n2\n", "");
    let made = site.made();
    for count in ["many", "-1", "99999999999999999999"] {
        with(count).piped(b"").code(125).says("error: the variable GIT_CONFIG_COUNT holds no number");
    }
    assert_eq!(site.made(), made);
}

#[test]
fn the_session_has_its_own_place_for_the_file_and_an_unsafe_one_is_refused() {
    let site = Site::new();
    let session = site.bench.path("session");
    fs::create_dir(&session).unwrap();
    let set_mode = |path: &std::path::Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set_mode(&session, 0o700);
    let exec = || {
        let child = site.script(&format!("{EXEC} --emit secret"), "dirname $(dirname $TOKCTL_TOKEN_FILE)");
        child.env("XDG_RUNTIME_DIR", session.to_str().unwrap())
    };
    exec().piped(b"").is(0, "~/session\n", "");
    set_mode(&session, 0o777);
    exec().piped(b"").is(0, "~/tmp\n", "");
    set_mode(&site.temporary(), 0o777);
    let made = site.made();
    exec().piped(b"").is(
        125,
        "",
        "error: there is no safe place for the secret's file, so no token was made\n  ~/tmp can be written by others\n\
         hint: let the variable TMPDIR name a directory of your own\n",
    );
    assert_eq!(site.made(), made);
    set_mode(&site.temporary(), 0o1777);
    exec().piped(b"").is(0, "~/tmp\n", "");
    // A umask that takes everything takes nothing from the file's owner, and gives nothing to anybody.
    let script = "umask 0777; exec \"$0\" \"$@\"";
    let words = site.bench.words(&format!("{EXEC} --emit secret -- cat /proc/self/status"));
    let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let told =
        crate::support::Child::script(site.bench.home(), &format!("sh -c '{script}' $TOKCTL {}", words.join(" ")));
    told.env("TMPDIR", site.temporary().to_str().unwrap()).piped(b"").code(0);
    site.nothing_is_left();
}
