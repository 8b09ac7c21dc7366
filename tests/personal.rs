//! Personal tokens: they act as their user, with the roles he has now.

#![cfg(test)]

use crate::support::Bench;

fn bench() -> Bench {
    Bench::after(&[
        "user add ann",
        "user add bob",
        "project add grp/app",
        "member add ann --project grp/app --role developer",
    ])
}

#[test]
fn one_makes_ones_own_and_an_admin_makes_them_for_others() {
    let bench = bench();
    bench.run("create personal -s read_api --as ann").is(
        0,
        "personal…\n",
        "made personal token 1 `personal-token-1` for the user ann\n  \
           scopes    read_api\n  \
           expires   never\n\
         its secret was shown once, and nothing can show it again; `tokctl revoke 1` takes it back\n\
         next: printf 'header = \"PRIVATE-TOKEN: %s\"\\n' \"$TOKEN\" | curl --config - https://HOST/api/v4/user\n",
    );
    bench.ok("create pat -s read_api --user ann").says("made personal token 2 `personal-token-2` for the user ann\n");
    bench.ok("create personal -s api --user ann --as ann --name x");
    bench.run("create personal -s api --user bob --as ann").is(
        4,
        "",
        "error: `ann` may not make or bring back personal tokens there\n  only that user may, or an admin\n",
    );
    bench.refuses(
        3,
        &[("create personal -s api --user bobb", "error: there is no user `bobb`\nhint: did you mean `bob`")],
    );
    let tokens = bench.ok("list --json").json();
    let found: Vec<_> =
        tokens["tokens"].as_array().unwrap().iter().map(|token| (&token["holder"], &token["created_by"])).collect();
    assert_eq!(found, [(&"ann".into(), &"ann".into()), (&"ann".into(), &"op".into()), (&"ann".into(), &"ann".into())]);
}

#[test]
fn sudo_is_for_admins_only() {
    let bench = bench();
    bench.ok("create personal -s sudo,api");
    let refused = "error: the scope `sudo` is for admins only\n  `ann` is no admin\n";
    bench.run("create personal -s sudo --as ann").is(4, "", refused);
    bench.run("create personal -s sudo --user ann").is(4, "", refused);
}

#[test]
fn a_personal_token_has_no_boundary_to_choose_and_no_username() {
    let bench = bench();
    bench.refuses(
        2,
        &[
            ("create personal -s api --project grp/app", "unexpected argument '--project'"),
            ("create personal -s api --username ann", "unexpected argument '--username'"),
            (
                "create personal -s read_package_registry",
                "error: a personal token cannot carry the scope `read_package_registry`",
            ),
            ("create personal", "error: no scope is named"),
        ],
    );
    let secret = bench.secret("create personal -s read_registry --as ann");
    // It takes any username where a protocol carries one, and travels by HTTP only.
    bench.verdict(&secret, "--username whatever --access registry:read --project grp/app", "allow");
    bench.verdict(&secret, "--via ssh", "transport");
}

#[test]
fn it_opens_what_its_scopes_and_its_users_role_both_allow() {
    let bench = bench();
    let secret = bench.secret("create personal -s read_repository,write_registry --as ann");
    for (access, verdict) in [
        ("repository:read", "allow"),
        ("registry:write", "allow"),
        ("registry:read", "scope"),
        ("repository:write", "scope"),
        ("registry:delete", "scope"),
        ("api:read", "scope"),
        ("runner:jobs", "kind"),
    ] {
        bench.verdict(&secret, &format!("--access {access} --project grp/app"), verdict);
    }
    bench.verdict(&secret, "--access repository:read --project op/default", "role");
    bench.verdict(&secret, "--access repository:read --project grp/nowhere", "no_project");
}

/// What a role opens in a private project with a token that carries `api`.
#[test]
fn each_role_opens_what_the_table_of_roles_says() {
    let bench = bench();
    let secret = bench.secret("create personal -s api --user bob");
    let accesses = [
        ("api:read", "guest"),
        ("api:write", "developer"),
        ("repository:read", "reporter"),
        ("repository:write", "developer"),
        ("registry:read", "reporter"),
        ("registry:write", "developer"),
        ("registry:delete", "maintainer"),
        ("packages:read", "reporter"),
        ("packages:write", "developer"),
    ];
    let roles = ["none", "guest", "reporter", "developer", "maintainer", "owner"];
    for (rank, role) in roles.iter().enumerate() {
        if rank > 0 {
            bench.ok(&format!("member add bob --project grp/app --role {role} -q"));
        }
        for (access, least) in accesses {
            let enough = rank >= roles.iter().position(|role| *role == least).unwrap();
            let verdict = if enough { "allow" } else { "role" };
            bench.verdict(&secret, &format!("--access {access} --project grp/app"), verdict);
        }
    }
}

#[test]
fn what_everybody_sees_a_stranger_reads_and_does_not_write() {
    let bench = bench();
    bench.all(&["project add grp/open --visibility public", "project add grp/inside --visibility internal"]);
    let secret = bench.secret("create personal -s api --user bob");
    for project in ["grp/open", "grp/inside"] {
        for (access, verdict) in [
            ("api:read", "allow"),
            ("repository:read", "allow"),
            ("registry:read", "allow"),
            ("packages:read", "allow"),
            ("api:write", "role"),
            ("repository:write", "role"),
            ("registry:delete", "role"),
        ] {
            bench.verdict(&secret, &format!("--access {access} --project {project}"), verdict);
        }
    }
}

#[test]
fn a_demoted_members_token_loses_what_he_lost_at_once() {
    let bench = bench();
    let secret = bench.secret("create personal -s api --as ann");
    let write = "--access repository:write --project grp/app";
    let read = "--access repository:read --project grp/app";
    bench.verdict(&secret, write, "allow");
    bench.ok("member add ann --project grp/app --role reporter");
    bench.verdict(&secret, write, "role");
    bench.verdict(&secret, read, "allow");
    bench.ok("member remove ann --project grp/app");
    bench.verdict(&secret, read, "role");
    bench.ok("member add ann --group grp --role owner");
    bench.verdict(&secret, write, "allow");
}

#[test]
fn nobody_sees_or_ends_the_tokens_of_others_but_an_admin() {
    let bench = bench();
    let secret = bench.secret("create personal -s api --as ann --name mine");
    bench.run("list --as bob -q").is(0, "", "");
    bench.run("list --as ann -q").is(0, "1\n", "");
    bench.refuses(
        3,
        &[
            ("show 1 --as bob", "error: there is no token `1`"),
            ("revoke 1 --yes --as bob", "error: there is no token `1`"),
            ("rotate 1 --as bob", "error: there is no token `1`"),
        ],
    );
    bench.verdict(&secret, "", "allow");
    bench.ok("revoke 1 --yes");
    bench.verdict(&secret, "", "revoked");
}
