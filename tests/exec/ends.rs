//! The end of the token: by the ordinary operation, with its reason, and loud where it fails.

use std::fs;

use super::{DEPLOY, Site};
use crate::support::{Child, Kept};

#[test]
fn a_token_is_alive_for_its_command_and_dead_behind_it() {
    let site = Site::new();
    let script = "printf %s $TOKCTL_TOKEN | \"$TOKCTL\" verify --access registry:read --project grp/app; \
                  printf %s $TOKCTL_TOKEN >token";
    let told = site.script(DEPLOY, script).env("TOKCTL", env!("CARGO_BIN_EXE_tokctl")).piped(b"");
    told.is(0, "", "allowed\n");
    let secret = Kept::parse(&fs::read(site.bench.path("token")).unwrap()).unwrap();
    assert!(!site.is_alive(&secret));
    site.nothing_is_left();
}

#[test]
fn the_trail_tells_the_words_of_tokctl_and_how_the_command_ended_and_nothing_of_the_command() {
    let site = Site::new();
    site.tokctl(&format!("{DEPLOY} --name ci -- sh -c 'exit 3' some-argument")).piped(b"").is(3, "", "");
    let events: serde_json::Value = serde_json::from_str(&site.ok("log list --json --limit 2")).unwrap();
    for (at, action) in [(0, "token.create"), (1, "token.revoke")] {
        assert_eq!(events["events"][at]["action"], action);
        assert_eq!(events["events"][at]["command"], "exec deploy");
    }
    assert_eq!(events["events"][1]["reason"], "its command ended: exit 3");
    assert!(!events.to_string().contains("some-argument"), "{events}");
    // Silent on success, but for what a first command makes and what a variable chose.
    site.tokctl("exec deploy -s read_registry -- true").env("CI_PROJECT_PATH", "grp/app").piped(b"").is(
        0,
        "",
        "CI_PROJECT_PATH names the project `grp/app`\n",
    );
}

#[test]
fn a_token_that_the_command_has_ended_itself_is_no_failure() {
    let site = Site::new();
    let script = "\"$TOKCTL\" revoke $TOKCTL_TOKEN_ID --yes --reason early";
    let told = site.script(DEPLOY, script).env("TOKCTL", env!("CARGO_BIN_EXE_tokctl")).piped(b"");
    told.code(0).says("revoked: deploy token 1");
    site.nothing_is_left();
}

#[test]
fn a_token_that_cannot_be_revoked_is_said_loudly() {
    let site = Site::new();
    let told = site.script(DEPLOY, "chmod 644 .local/share/tokctl/store.db").piped(b"");
    let error = told.err();
    told.code(125).stdout("");
    assert!(error.starts_with("error: token 1 could not be revoked: take it for alive\n"), "{error}");
    assert!(error.contains("; it ends by itself at 20"), "{error}");
    assert!(error.contains("\nhint: chmod 600 '") && error.ends_with("; then `tokctl revoke 1 --yes`\n"), "{error}");
    Child::script(site.bench.home(), "chmod 600 .local/share/tokctl/store.db").piped(b"").code(0);
    assert_eq!(site.ok("list -q"), "1\n");
    site.ok("revoke 1 --yes");
    site.nothing_is_left();
    // Of a job it is the job that is to be ended.
    let told = site.script("exec job --project grp/app", "chmod 644 .local/share/tokctl/store.db; exit 4").piped(b"");
    told.code(125).says("; then `tokctl job end 1 --outcome failed`\n");
    Child::script(site.bench.home(), "chmod 600 .local/share/tokctl/store.db").piped(b"").code(0);
    site.ok("job end 1 --outcome failed");
    site.nothing_is_left();
}

#[test]
fn who_may_not_revoke_any_more_is_told() {
    let site = Site::new();
    for line in ["user add ann", "member add ann --project grp/app --role maintainer"] {
        site.ok(&format!("{line} -q"));
    }
    let script = "\"$TOKCTL\" member remove ann --project grp/app -q";
    let told =
        site.script(&format!("{DEPLOY} --as ann"), script).env("TOKCTL", env!("CARGO_BIN_EXE_tokctl")).piped(b"");
    told.code(125).says("error: token 1 could not be revoked: take it for alive\n  there is no token `1`");
    assert_eq!(site.ok("list -q"), "1\n");
}

#[test]
fn policies_about_ends_are_kept_by_its_short_life() {
    let site = Site::new();
    for line in ["policy set require-expiry on", "policy set max-life 1d"] {
        site.ok(&format!("{line} -q"));
    }
    site.tokctl(&format!("{DEPLOY} --life 24h -- true")).piped(b"").is(0, "", "");
    site.ok("policy set impersonation off -q");
    site.ok("user add ann -q");
    site.tokctl("exec impersonation --user ann -s read_api -- true")
        .piped(b"")
        .code(125)
        .says("policy `impersonation`");
    site.nothing_is_left();
}

#[test]
fn every_kind_that_makes_sense_is_lent_and_ended() {
    let site = Site::new();
    for line in ["user add ann", "member add ann --project grp/app --role developer", "group add team"] {
        site.ok(&format!("{line} -q"));
    }
    for (kind, username) in [
        ("deploy --group team -s read_registry", "gitlab+deploy-token-1"),
        ("deploy --project grp/app -s read_registry --username puller", "puller"),
        ("personal -s read_api --user ann", "ann"),
        ("pat -s read_api --user ann --name once --note why", "ann"),
        ("impersonation -s read_api --user ann", "ann"),
        ("project-access --project grp/app -s api", "project_2_bot"),
        ("runner-registration --instance --uses 1", ""),
    ] {
        let script = "echo $TOKCTL_USERNAME; printf %s $TOKCTL_TOKEN | \"$TOKCTL\" verify -q";
        let told = site.script(&format!("exec {kind}"), script).env("TOKCTL", env!("CARGO_BIN_EXE_tokctl")).piped(b"");
        told.is(0, &format!("{username}\n"), "");
        site.nothing_is_left();
    }
    // The bot user has left with its token.
    assert_eq!(site.ok("user list -q"), "1\n2\n");
}
