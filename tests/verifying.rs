//! Verifying: the exit code is the answer, and a stranger learns nothing else.

#![cfg(test)]

use crate::support::{Bench, Kept};

const READ: &str = "--access registry:read --project grp/app";

/// Two projects, and a deploy token of the first with the number 3.
fn with_token() -> (Bench, Kept) {
    let bench = Bench::after(&["project add grp/app", "project add grp/other"]);
    bench.all(&["create deploy -s read_registry", "create deploy -s read_registry"]);
    let secret = bench.secret("create deploy --project grp/app --scope read_registry --name ci");
    (bench, secret)
}

#[test]
fn a_deploy_token_opens_what_it_was_made_for_and_nothing_else() {
    let (bench, secret) = with_token();
    bench.verify(&secret, READ).is(0, "", "allowed\n");
    bench.verify(&secret, &format!("{READ} --username gitlab+deploy-token-3")).is(0, "", "allowed\n");
    let denied = [
        "--access registry:write --project grp/app",
        "--access registry:delete --project grp/app",
        "--access repository:read --project grp/app",
        "--access api:read --project grp/app",
        "--access packages:read --project grp/app",
        "--access registry:read --project grp/other",
        "--access registry:read --project op/default",
        "--access registry:read --project grp/nowhere",
        "--access registry:read --project grp/app --username gitlab+deploy-token-4",
        "--access registry:read --project grp/app --username GITLAB+deploy-token-3",
        "--access registry:read --project grp/app --username ''",
        "--access registry:read --project grp/app --via ssh",
    ];
    for options in denied {
        bench.verify(&secret, options).is(1, "", "denied\n");
    }
    bench.ok("revoke 3 --yes");
    bench.verify(&secret, READ).is(1, "", "denied\n");
}

#[test]
fn whoever_may_know_is_told_the_reason() {
    let (bench, secret) = with_token();
    let cases = [
        ("", "allow"),
        ("--project grp/app", "allow"),
        ("--username gitlab+deploy-token-3", "allow"),
        (READ, "allow"),
        ("--access registry:write --project grp/app", "scope"),
        ("--access api:read --project grp/app", "kind"),
        ("--access runner:jobs", "kind"),
        ("--access registry:read --project grp/other", "boundary"),
        ("--access registry:read --project grp/nowhere", "no_project"),
        ("--project grp/other", "boundary"),
        ("--username ann", "username"),
        ("--via ssh", "transport"),
        ("--via http", "allow"),
    ];
    for (options, verdict) in cases {
        bench.verdict(&secret, options, verdict);
    }
    bench.verify(&secret, &format!("{READ} --explain")).is(
        0,
        "verdict:   allow\n\
         id:        3\n\
         kind:      deploy\n\
         name:      ci\n\
         state:     active\n\
         boundary:  project\n\
         where:     grp/app\n\
         scopes:    read_registry\n\
         expires:   never\n\
         username:  gitlab+deploy-token-3\n",
        "allowed\n",
    );
    bench.ok("revoke 3 --yes");
    bench.verdict(&secret, READ, "revoked");
}

#[test]
fn a_changed_character_is_denied_without_opening_the_store() {
    let (mut bench, secret) = with_token();
    let text = secret.text();
    // Where no store is, only what does not need one gets an answer.
    bench.environment.store = Some(bench.path("nowhere.db").into());
    bench.verify(&secret, READ).code(7).stdout("").says("error: there is no store at `~/nowhere.db`");
    for at in [0, 5, 12, 24, text.len() - 1] {
        let mut changed = text.clone().into_bytes();
        changed[at] = if changed[at] == b'z' { b'y' } else { b'z' };
        bench.run_with(&bench.words(&format!("verify {READ}")), &changed).is(1, "", "denied\n");
    }
    let bad = [&text[1..], &text[..text.len() - 1], "x", "glpat-", "\n\n", &format!("{text} "), &format!("{text}\r\n")];
    for input in bad {
        bench.run_with(&["verify"], input.as_bytes()).is(1, "", "denied\n");
    }
    bench.run_with(&["verify", "--json"], b"x").code(1).stderr("denied\n").stdout(
        "{\"version\":1,\"verdicts\":[\n{\"verdict\":\"deny\",\"reason\":\"malformed\",\"explanation\":\"it has not the \
         form of a tokctl secret: a typing error, or cut off\",\"id\":null,\"kind\":null,\"name\":null,\"state\":null,\
         \"boundary\":null,\"where\":null,\"scopes\":null,\"expires_at\":null,\"username\":null,\"holder\":null,\"job\":null,\"suspended_until\":null}\n]}\n",
    );
}

#[test]
fn no_store_is_no_verdict_at_the_default_place_either() {
    let (bench, secret) = with_token();
    let fresh = Bench::new();
    fresh.verify(&secret, "").is(
        7,
        "",
        "error: there is no store at `~/.local/share/tokctl/store.db`\nhint: `tokctl store init` makes it\n",
    );
    let other = Bench::founded();
    other.verdict(&secret, "", "unknown");
    drop(bench);
}

#[test]
fn questions_that_make_no_sense_are_no_verdict() {
    let (bench, secret) = with_token();
    let cases = [
        (
            "--access registry:read",
            "error: `registry:read` is asked of a project, and none is named\nhint: add `--project PATH`\n",
        ),
        ("--access packages:write", "error: `packages:write` is asked of a project"),
        ("--access registry:reed", "did you mean `registry:read`?"),
        ("--access registry", "invalid value"),
        ("--via carrier-pigeon", "invalid value"),
    ];
    for (options, words) in cases {
        bench.verify(&secret, options).code(2).stdout("").says(words);
    }
    bench.run_with(&["verify"], b"").code(2).stdout("").says("error: standard input holds no secret");
    bench.run_with(&["verify"], b"\n").code(2).stdout("").says("error: standard input holds no secret");
    bench.run_with(&["verify"], &[b'x'; 5000]).code(2).stdout("").says("holds more than the 4096 bytes of any secret");
}

#[test]
fn a_secret_comes_in_by_a_private_file_too() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::founded();
    bench.ok("create deploy -s read_registry --to ~/secret");
    bench.run("verify --secret-file ~/secret").is(0, "", "allowed\n");
    std::fs::set_permissions(bench.path("secret"), std::fs::Permissions::from_mode(0o640)).unwrap();
    bench.run("verify --secret-file ~/secret").code(2).says("error: `~/secret` is open to other users");
    bench.run("verify --secret-file ~/nothing").code(2).says("error: cannot open `~/nothing`");
}

#[test]
fn quiet_says_nothing_and_the_exit_code_tells() {
    let (bench, secret) = with_token();
    bench.verify(&secret, &format!("-q {READ}")).is(0, "", "");
    bench.verify(&secret, "-q --access registry:write --project grp/app").is(1, "", "");
}
