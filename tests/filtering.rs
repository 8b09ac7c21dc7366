//! The filters and orders of `list`.

#![cfg(test)]

use crate::support::Bench;

const B: &str = "2026-06-15T13:00:00Z";

/// Nine tokens of two kinds in a tree of groups, the last two dead.
fn forest() -> Bench {
    let mut bench = Bench::after(&[
        "user add ann",
        "group add grp/sub",
        "group add grp/sibling",
        "project add grp/app",
        "project add grp/sub/deep",
        "member add ann --group grp --role owner",
        "create deploy --project grp/app -s read_registry --name alpha",
        "create deploy --project grp/sub/deep -s read_registry,write_registry --name beta_1 --expires 30d",
        "create deploy --group grp -s read_repository --name be%ta --note 'for the nightly build'",
        "create deploy --group grp/sub -s write_package_registry --name Gamma --expires 7d",
    ]);
    bench.at(B).all(&[
        "create deploy --group grp/sibling -s read_registry --name delta --as ann",
        "create personal -s api --name mine",
        "create personal -s read_api,read_user --name hers --user ann",
        "create deploy -s read_registry --name gone",
        "create deploy -s read_registry --name away",
        "revoke 8 9 --yes",
    ]);
    bench
}

#[test]
fn every_filter_selects_what_it_says() {
    let bench = forest();
    let cases: [(&str, &[i64]); 42] = [
        ("", &[1, 2, 3, 4, 5, 6, 7]),
        ("--all", &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ("--revoked", &[8, 9]),
        ("--expired", &[]),
        ("--expiring 10d", &[4]),
        ("--kind deploy", &[1, 2, 3, 4, 5]),
        ("--kind personal", &[6, 7]),
        ("--kind pat", &[6, 7]),
        ("--kind personal,deploy", &[1, 2, 3, 4, 5, 6, 7]),
        ("--kind job", &[]),
        ("--scope read_registry", &[1, 2, 5]),
        ("--scope read_registry --scope write_registry", &[2]),
        ("--scope read_registry,write_registry", &[2]),
        ("--access registry:read", &[1, 2, 5, 6, 7]),
        ("--access registry:write", &[2, 6]),
        ("--access registry:delete", &[6]),
        ("--access repository:read", &[3, 6, 7]),
        ("--access repository:write", &[6]),
        ("--access packages:write", &[4, 6]),
        ("--access packages:read", &[6, 7]),
        ("--access api:read", &[6, 7]),
        ("--access runner:jobs", &[]),
        ("--project grp/app", &[1]),
        ("--group grp", &[3]),
        ("--group grp/sub", &[4]),
        ("--valid-in grp/app", &[1, 3, 6, 7]),
        ("--valid-in grp/sub/deep", &[2, 3, 4, 6, 7]),
        ("--valid-in op/default --all", &[6, 8, 9]),
        ("--user op", &[6]),
        ("--user ann", &[7]),
        ("--created-by ann", &[5]),
        ("--created-before 2026-06-15T13:00:00Z", &[1, 2, 3, 4]),
        ("--created-after 2026-06-15T13:00:00Z", &[5, 6, 7]),
        ("--created-after 2026-06-15 --created-before 2026-06-16", &[1, 2, 3, 4, 5, 6, 7]),
        ("--created-after 2026-06-15T14:00:00+01:00", &[5, 6, 7]),
        ("--name alpha", &[1]),
        ("--name 'beta_1'", &[2]),
        ("--name '*ta*'", &[2, 3, 5]),
        ("--name 'be%*'", &[3]),
        ("--name 'b?ta_?'", &[2]),
        ("--note nightly", &[3]),
        ("--kind deploy --access registry:read --valid-in grp/sub/deep --name 'b*'", &[2]),
    ];
    for (filter, ids) in cases {
        let told = bench.ok(&format!("list -q {filter}"));
        assert_eq!(told.ids(), ids, "{told}");
        assert_eq!(bench.ok(&format!("list --count {filter}")).out(), format!("{}\n", ids.len()), "{filter}");
    }
}

#[test]
fn percent_and_underscore_are_themselves_in_a_name() {
    let bench = forest();
    for (glob, ids) in
        [("'%'", ""), ("'_____'", ""), ("'be%ta'", "3\n"), ("'be_ta'", ""), ("'beta_1'", "2\n"), ("'beta%'", "")]
    {
        bench.run(&format!("list -q --name {glob}")).is(0, ids, "");
    }
    bench.run("list --name '[a'").code(2).stdout("");
}

#[test]
fn filters_that_name_nothing_that_is_there_are_not_found() {
    let bench = forest();
    bench.refuses(
        3,
        &[
            ("list --project grp/ap", "error: there is no project `grp/ap`\nhint: did you mean `grp/app`"),
            ("list --project GRP/App", "error: there is no project `GRP/App`\nhint: did you mean `grp/app`"),
            ("list --valid-in nowhere/x", "error: there is no project `nowhere/x`"),
            ("list --group gpr", "error: there is no group `gpr`\nhint: did you mean `grp`"),
            ("list --user an", "error: there is no user `an`\nhint: did you mean `ann`?"),
            ("list --created-by bob", "error: there is no user `bob`"),
        ],
    );
    bench.refuses(
        2,
        &[
            ("list --scope read_registri", "did you mean `read_registry`?"),
            ("list --kind deplo", "did you mean `deploy`?"),
            ("list --access registry:pull", "registry:"),
            ("list --created-before yesterday", "invalid value"),
            ("list --all --revoked", "cannot be used with"),
            ("list --expiring 7d --suspended", "cannot be used with"),
            ("list --sort age", "invalid value"),
            ("list --limit 0", "invalid value"),
        ],
    );
}

#[test]
fn listings_are_sorted_and_cut_off() {
    let mut bench = forest();
    bench.at(B).later(60).ok("create deploy --project grp/app -s read_registry --name alpha2");
    let cases: [(&str, &[i64]); 8] = [
        ("--sort id", &[1, 2, 3, 4, 5, 6, 7, 10]),
        ("--sort name", &[4, 1, 10, 3, 2, 5, 7, 6]),
        ("--sort kind", &[6, 7, 1, 2, 3, 4, 5, 10]),
        ("--sort expires", &[4, 2, 1, 3, 5, 6, 7, 10]),
        ("--sort newest", &[10, 7, 6, 5, 4, 3, 2, 1]),
        ("--sort newest --limit 2", &[10, 7]),
        ("--limit 1", &[1]),
        ("--limit 100", &[1, 2, 3, 4, 5, 6, 7, 10]),
    ];
    for (options, ids) in cases {
        let told = bench.ok(&format!("list -q {options}"));
        assert_eq!(told.ids(), ids, "{told}");
    }
}

#[test]
fn finding_any_can_be_a_failure() {
    let bench = forest();
    bench.run("list -q --revoked --fail-if-any").is(6, "8\n9\n", "");
    bench.run("list --expired --fail-if-any --json").is(0, "{\"version\":1,\"tokens\":[]}\n", "");
    bench.run("list --count --kind personal --fail-if-any").is(6, "2\n", "");
}

#[test]
fn everybody_lists_what_he_may_see_and_counts_the_same() {
    let bench = forest();
    bench.all(&["user add bob", "member add bob --project grp/app --role maintainer", "user add eve"]);
    for (user, ids) in [("ann", &[1, 2, 3, 4, 5, 7][..]), ("bob", &[1]), ("eve", &[])] {
        let told = bench.ok(&format!("list -q --as {user}"));
        assert_eq!(told.ids(), ids, "{told}");
        bench.run(&format!("list --count --as {user}")).is(0, &format!("{}\n", ids.len()), "");
    }
    bench.run("list --valid-in grp/app -q --as eve").code(3).stdout("").says("error: there is no project `grp/app`");
    bench.run("list --group grp/sibling -q --as bob").code(3).stdout("").says("error: there is no group `grp/sibling`");
}

#[test]
fn what_a_policy_lets_a_kind_open_is_found_by_it() {
    let bench = Bench::after(&["job start --project op/default --to ~/secret"]);
    assert_eq!(bench.ok("list --access repository:read -q").out(), "");
    bench.ok("policy set job-token-pull on");
    assert_eq!(bench.ok("list --access repository:read -q").ids(), [1]);
}

#[test]
fn nothing_is_selected_by_an_empty_name() {
    let bench = Bench::founded();
    for line in
        ["list --project ''", "list --group ''", "list --user ''", "show ci --project ''", "job start --project ''"]
    {
        bench.run(line).code(2).stdout("");
    }
}
