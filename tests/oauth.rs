//! Applications, and the pairs of secrets that users give them.

#![cfg(test)]

use crate::support::{Bench, Pair};

/// The application `ci` of `op`, which asks for three scopes; `ann` and `bob` beside `op`, `ann` a Developer of `grp/app`.
fn bench() -> Bench {
    Bench::after(&[
        "user add ann",
        "user add bob",
        "project add grp/app",
        "member add ann --project grp/app --role developer",
        "app add ci --scope read_api,read_repository,profile",
    ])
}

fn pair(bench: &Bench, line: &str) -> Pair {
    bench.ok(line).pair()
}

#[test]
fn an_application_is_added_listed_shown_and_renamed() {
    let bench = bench();
    bench.run("app add board --scope api --owner ann").is(
        0,
        "",
        "added the application 2 `board` of `ann`; `tokctl create oauth --app 2` gives it a token\n",
    );
    bench.run("app list").is(
        0,
        "ID  NAME   SCOPES                            OWNER\n \
         1  ci     read_api read_repository profile  op\n \
         2  board  api                               ann\n",
        "",
    );
    let json = bench.ok("app rename board panel --json").json();
    assert_eq!((&json["apps"][0]["name"], &json["apps"][0]["id"]), (&"panel".into(), &2.into()));
    assert_eq!(bench.ok("app show panel --json").json()["apps"][0]["owner"], "ann");
    assert_eq!(bench.ok("app show 2 --json").json()["apps"][0]["created_at"], "2026-06-15T12:00:00Z");
    bench.run("app list -q").is(0, "1\n2\n", "");
}

#[test]
fn names_of_applications_are_plain_and_never_alike() {
    let bench = bench();
    bench.refuses(2, &[("app add 12 --scope api", "error: this name cannot be used"), ("app add x", "--scope")]);
    bench.refuses(
        2,
        &[("app add x --scope read_registry", "cannot carry the scope"), ("app rename ci 7", "cannot be used")],
    );
    bench.refuses(
        5,
        &[
            ("app add ci --scope api", "error: an application is called `ci` already"),
            ("app add CI --scope api", "error: an application is called `ci` already"),
        ],
    );
    bench.all(&["app rename ci CI", "app add ci2 --scope api"]);
    bench.refuses(5, &[("app rename ci2 ci", "error: an application is called `CI` already")]);
    bench.refuses(3, &[("app show ci3", "error: there is no application `ci3`")]);
    bench
        .refuses(3, &[("app show 9", "error: there is no application `9`"), ("app delete no --yes", "no application")]);
    bench.all(&["app delete CI --yes", "app add ci --scope api"]);
}

#[test]
fn everybody_sees_an_application_and_its_owner_alone_changes_it() {
    let bench = bench();
    bench.ok("app add mine --scope read_user --as ann");
    bench.refuses(
        4,
        &[
            ("app add x --scope api --owner ann --as bob", "error: `bob` may add no application for `ann`"),
            ("app rename mine yours --as bob", "error: `bob` may not change the application `mine`"),
            ("app delete mine --yes --as bob", "error: `bob` may not change the application `mine`"),
            ("app delete ci --yes --as ann", "error: `ann` may not change the application `ci`"),
        ],
    );
    assert_eq!(bench.ok("app list --as bob -q").ids(), [1, 2]);
    bench.all(&["app rename mine hers --as ann", "app delete hers --yes"]);
}

#[test]
fn a_pair_is_two_lines_access_then_refresh() {
    let bench = bench();
    let told = bench.ok("create oauth --app ci");
    told.stderr(
        "made oauth token 1 `oauth-token-1` for the user op\n  scopes    read_repository read_api profile\n  \
         expires   2026-06-15T14:00:00Z\nits access secret and its refresh secret were shown once, and nothing can show \
         them again; `tokctl revoke 1` ends both\n"
            .replace("read_repository read_api", "read_api read_repository")
            .as_str(),
    );
    let pair = told.pair();
    bench.verdict(&pair.access, "--access repository:read --project grp/app", "allow");
    bench.verdict(&pair.access, "--access registry:read --project grp/app", "kind");
    bench.verdict(&pair.access, "--access repository:write --project grp/app", "scope");
    bench.verdict(&pair.refresh, "", "refresh_secret");
    let shown = &bench.ok("show 1 --json").json()["tokens"][0];
    assert_eq!((&shown["app"], &shown["refresh_secret"]), (&"ci".into(), &"unspent".into()));
    assert_eq!((&shown["holder"], &shown["boundary"]), (&"op".into(), &"user".into()));
}

#[test]
fn a_pair_goes_into_json_and_into_a_file_whole() {
    let bench = bench();
    let told = bench.ok("create oauth --app ci --json --name laptop --note why");
    let json = &told.json()["tokens"][0];
    assert_eq!((&json["secret"], &json["refresh_secret"]), (&"oauth…".into(), &"oauth…".into()));
    assert_eq!((&json["name"], &json["note"]), (&"laptop".into(), &"why".into()));
    bench.ok("create oauth --app 1 --to ~/pair").stdout("");
    let file = std::fs::read(bench.path("pair")).unwrap();
    let pair = Pair::parse(&file).unwrap();
    bench.verdict(&pair.access, "", "allow");
    bench.run("create oauth --app ci --to ~/pair").code(5).says("it holds the live secret of token 2");
    bench.run("create oauth --app ci --dry-run").code(0).stdout("").says("nothing was made");
    assert_eq!(bench.ok("list -q").ids(), [1, 2]);
}

#[test]
fn scopes_lie_within_the_application_and_the_user() {
    let bench = bench();
    bench.ok("app add root --scope sudo,api");
    bench.ok("create oauth --app ci --scope profile --name narrow");
    assert_eq!(bench.ok("show narrow --user op --json").json()["tokens"][0]["scopes"], serde_json::json!(["profile"]));
    bench
        .refuses(2, &[("create oauth --app ci --scope api", "error: the application `ci` does not ask for all these")]);
    bench.refuses(
        2,
        &[("create oauth --app ci --scope read_registry", "does not ask for all these"), ("create oauth", "--app")],
    );
    bench.refuses(4, &[("create oauth --app root -s sudo --as ann", "error: the scope `sudo` is for admins only")]);
    bench.refuses(5, &[("create oauth --app ci --name narrow", "error: a live oauth token is called `narrow`")]);
    bench.all(&["create oauth --app root", "create oauth --app root --scope api --as ann"]);
}

#[test]
fn the_user_consents_or_an_admin_for_him() {
    let bench = bench();
    bench.all(&["create oauth --app ci --as ann", "create oauth --app ci --user ann"]);
    bench.refuses(4, &[("create oauth --app ci --user ann --as bob", "error: `bob` may not make")]);
    bench
        .refuses(3, &[("create oauth --app cj", "no application `cj`"), ("create oauth --app ci --user x", "no user")]);
    bench.refuses(2, &[("create oauth --app ci --expires 30d", "unexpected argument")]);
    assert_eq!(bench.ok("list -q --as ann").ids(), [1, 2]);
    bench.run("list -q --as bob").is(0, "", "");
    bench.run("show 1 --as bob").code(3);
    bench.run("revoke 1 --yes --as bob").code(3);
    bench.run("revoke 1 --yes --as ann").is(
        0,
        "",
        "revoked: oauth token 1 `oauth-token-1` for the user ann, access and refresh\n",
    );
}

#[test]
fn the_access_secret_is_dead_after_two_hours_to_the_second() {
    let mut bench = bench();
    let pair = pair(&bench, "create oauth --app ci");
    bench.later(7199).verdict(&pair.access, "", "allow");
    bench.later(1).verdict(&pair.access, "", "expired");
}

#[test]
fn a_pair_that_can_be_renewed_is_no_garbage() {
    let mut bench = bench();
    bench.ok("create oauth --app ci --name laptop --to ~/pair");
    bench.ok("create deploy -s read_registry --expires 1d");
    bench.run("list --expiring 1d -q").is(0, "2\n", "");
    bench.later(2 * 86_400);
    bench.run("list -q").is(0, "1\n", "");
    bench.run("list --expired -q").is(0, "2\n", "");
    assert_eq!(bench.ok("list --json").json()["tokens"][0]["state"], "expired");
    bench.run("create oauth --app ci --name laptop").code(5).says("end that one with `tokctl revoke 1`");
    bench.ok("revoke --expired --yes");
    assert_eq!(bench.ok("show laptop --user op --json").json()["tokens"][0]["refresh_secret"], "unspent");
    bench.ok("app refresh --secret-file ~/pair");
    bench.run("list -q").is(0, "3\n", "");
    bench.ok("revoke 3 --yes");
    assert_eq!(bench.ok("show 3 --json").json()["tokens"][0]["refresh_secret"], "dead");
    bench.run("list -q").is(0, "", "");
}

#[test]
fn a_deleted_application_takes_all_its_tokens_along() {
    let mut bench = bench();
    let first = pair(&bench, "create oauth --app ci --as ann");
    bench.later(7200);
    let second = pair(&bench, "create oauth --app ci");
    bench.ok("app add other --scope api");
    let third = pair(&bench, "create oauth --app other");
    bench.run("app delete ci").is(
        2,
        "",
        "error: deleting cannot be undone, and nobody is there to be asked\n  the application `ci` would be deleted, and 2 \
         tokens of it revoked\nhint: add `--yes`, or look first with `--dry-run`\n",
    );
    let lines = |gone: &str, ended: &str| {
        format!(
            "{gone}: the application 1 `ci`\n\
             {ended} with it: oauth token 1 `oauth-token-1` for the user ann, access and refresh\n\
             {ended} with it: oauth token 2 `oauth-token-2` for the user op, access and refresh\n"
        )
    };
    bench.run("app delete ci --dry-run").is(0, "", &lines("would be deleted", "would be revoked"));
    bench.verdict(&second.access, "", "allow");
    bench.run("app delete ci --yes").is(0, "", &lines("deleted", "revoked"));
    for pair in [&first, &second] {
        bench.verdict(&pair.access, "", "revoked");
        bench.run_with(&["app", "refresh"], pair.refresh.expose()).code(1).stdout("");
    }
    bench.verdict(&third.access, "", "allow");
    let shown = &bench.ok("show 1 --json").json()["tokens"][0];
    assert_eq!((&shown["app"], &shown["revoked_why"]), (&"ci".into(), &"its application `ci` was deleted".into()));
    let actions: Vec<String> = bench.ok("log list --limit 3 --json").json()["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["action"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(actions, ["token.revoke", "token.revoke", "app.delete"]);
}

#[test]
fn who_is_no_admin_leaves_sudo_out_unless_he_names_it() {
    let bench = bench();
    bench.all(&["app add boss --scope api,sudo", "app add only --scope sudo"]);
    let told = bench.ok("create oauth --app boss --as ann");
    told.says("left out: the scope `sudo`, which is for admins only, and `ann` is none\n").says("  scopes    api\n");
    bench.ok("create oauth --app boss").says("  scopes    api sudo\n");
    bench.refuses(
        4,
        &[
            ("create oauth --app boss -s sudo --as ann", "the scope `sudo` is for admins only"),
            ("create oauth --app only --as ann", "the scope `sudo` is for admins only"),
        ],
    );
}
