//! Deploy keys: how they are added and named, and what they open.

#![cfg(test)]

use crate::support::{Bench, Told};

/// Three keys of OpenSSH's making, and their fingerprints as it gives them. The first is of GitLab's docs.
pub(crate) const ONE: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILkYXU2fVeO4/0rDCSsswP5iIX2+B6tv15YT3KObgyDl";
pub(crate) const ONE_SHOWN: &str = "SHA256:Ojq2LZW43BFK/AMP81jBkDGn9YpPWYRNcViKBB44LPU";
pub(crate) const TWO: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGKF2p517IRaQM9Ocnlfp5l3jcQaXsx0azT58AQyQLJz";
const THREE: &str = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBN4YazSFle/T2swJd3YguHR0sqFPe0oXXUY8+z10hnf6rZZeK62SVzi7BVR8KW1Ju4rY5skCUgkmPSgzkJnkblw=";

pub(crate) const READ: &str = "--access repository:read";

/// Projects in two groups, and key 1, which pulls from `grp/app`. `mia` maintains all of `grp`, `ann` only `grp/app`, `bob`
/// only `grp/lib`; `dan` is a developer of both.
pub(crate) fn bench() -> Bench {
    let bench = Bench::after(&[
        "project add grp/app",
        "project add grp/lib",
        "project add other/open --visibility public",
        "user add mia",
        "member add mia --group grp --role maintainer",
        "user add ann",
        "member add ann --project grp/app --role maintainer",
        "user add bob",
        "member add bob --project grp/lib --role maintainer",
        "user add dan",
        "member add dan --group grp --role developer",
    ]);
    add(&bench, ONE, "--project grp/app --name one").is(0, "1\n", "");
    bench
}

/// Adds a key from standard input, without words.
pub(crate) fn add(bench: &Bench, key: &str, options: &str) -> Told {
    bench.run_with(&bench.words(&format!("create deploy-key --key - -q {options}")), key.as_bytes())
}

/// Presents a public key, and asserts the verdict: `allow`, or the reason of the denial.
pub(crate) fn verdict(bench: &Bench, key: &str, options: &str, verdict: &str) {
    let told = bench.run_with(&bench.words(&format!("verify --json {options}")), key.as_bytes());
    let json = told.json();
    let found = &json["verdicts"][0];
    assert_eq!(found["reason"].as_str().or(found["verdict"].as_str()), Some(verdict), "{told}");
    told.code(i32::from(verdict != "allow"));
}

#[test]
fn a_key_is_added_with_no_more_than_a_file() {
    let bench = Bench::new();
    std::fs::write(bench.path("id.pub"), format!("{ONE} ann@host\n")).unwrap();
    bench.run("create deploy-key --key ~/id.pub").is(
        0,
        "1\n",
        &format!(
            "made the store ~/.local/share/tokctl/store.db with you, `op`, as its admin, and the project `op/default`\n\
             added deploy key 1 `ann@host` for op/default\n  key      ssh-ed25519 {ONE_SHOWN}, 256 bits\n  \
             reads    op/default\n  expires  never\n`tokctl revoke 1` takes it back\n"
        ),
    );
    bench.run("show 1").is(
        0,
        &format!(
            "id:               1\nkind:             deploy-key\nname:             ann@host\nstate:            active\n\
             boundary:         projects\nwhere:            op/default\n\
             read-only in:     op/default\nread-write in:    -\nscopes:           -\n\
             opens:            repository:read\nfingerprint:      fp:…\n\
             ssh fingerprint:  {ONE_SHOWN}\nalgorithm:        ssh-ed25519\nbits:             256\n\n\
             created:          2026-06-15T12:00:00Z\ncreated by:       op\nexpires:          never\n\n\
             uses noted:       0\nlast used:        never\n\n\
             trail:            2026-06-15T12:00:00Z  token.create by op\n                  \
                               `tokctl log list --token 1` tells all of it\n"
        ),
        "",
    );
    bench.run_with(&["verify"], ONE.as_bytes()).is(0, "", "allowed\n");
}

#[test]
fn the_record_of_a_new_key_says_what_it_is() {
    let bench = bench();
    let record = add(&bench, TWO, "--project grp/lib --write --json --note 'the mirror' --expires 30d").json();
    let key = &record["tokens"][0];
    for (name, value) in [
        ("id", "2"),
        ("kind", "\"deploy-key\""),
        ("name", "\"deploy-key-2\""),
        ("state", "\"active\""),
        ("where", "\"grp/lib\""),
        ("algorithm", "\"ssh-ed25519\""),
        ("bits", "256"),
        ("ssh_fingerprint", "\"SHA256:fMf3TBcLClEkd7FDCzqTTCDMLlqbeEKWr/RPNxsRQ94\""),
        ("read_only", "[]"),
        ("read_write", "[\"grp/lib\"]"),
        ("expires_at", "\"2026-07-15T00:00:00Z\""),
        ("note", "\"the mirror\""),
    ] {
        assert_eq!(key[name].to_string(), value, "{name}");
    }
    let dry = add(&bench, THREE, "--project grp/lib -n");
    dry.is(0, "", "");
    bench.run("list -q").is(0, "1\n2\n", "");
}

#[test]
fn a_key_is_named_after_its_comment_where_that_is_a_name_that_is_free() {
    let bench = bench();
    let cases = [(format!("{TWO} one"), "", "deploy-key-2"), (format!("{THREE} two words"), "--name mine", "mine")];
    for (key, options, name) in cases {
        let told = add(&bench, &key, &format!("--project grp/app --json {options}"));
        assert_eq!(told.json()["tokens"][0]["name"], name);
    }
    bench.ok("revoke 2 3 --yes");
    for (at, comment) in [(1, "12"), (2, "a\u{202e}b"), (3, "-x"), (4, "glpat-x")] {
        let bench = Bench::founded();
        let told = add(&bench, &format!("{TWO} {comment}"), "--json");
        assert_eq!(told.json()["tokens"][0]["name"], "deploy-key-1", "{at}");
    }
    let bench = Bench::founded();
    let told = add(&bench, &format!("{TWO} two words"), "--json");
    assert_eq!(told.json()["tokens"][0]["name"], "two words");
}

#[test]
fn a_name_is_one_live_keys_only_in_a_project() {
    let bench = bench();
    add(&bench, TWO, "--project grp/app --name one").is(
        5,
        "",
        "error: a live deploy key is called `one` there already\n  it is token 1\nhint: `tokctl show 1` tells more of it\n",
    );
    add(&bench, TWO, "--project grp/lib --name one").code(0);
    bench.run("deploy-key enable 2 --project grp/app").code(5).says("a live deploy key is called `one` there already");
    bench.run("show one --project grp/app -q").is(0, "1\n", "");
    bench.run("show one --project grp/lib -q").is(0, "2\n", "");
    bench.ok("revoke one --project grp/app --yes");
    bench.ok("deploy-key enable 2 --project grp/app");
    bench.run("show one --project grp/app -q").is(0, "2\n", "");
}

#[test]
fn a_key_is_in_the_store_once_dead_or_alive() {
    let bench = bench();
    add(&bench, &format!("{ONE} another comment"), "--project grp/lib --write").is(
        5,
        "",
        "error: this key is in the store already: it is deploy key 1\n\
         hint: `tokctl deploy-key enable 1 --project grp/lib --write` enables it there\n",
    );
    add(&bench, ONE, "--project grp/app").code(5).says("it is enabled in `grp/app`, with just this access");
    add(&bench, ONE, "--project grp/app --write")
        .code(5)
        .says("`tokctl deploy-key enable 1 --project grp/app --write`");
    // Who does not see that key learns that it is there, and no id.
    let told = add(&bench, ONE, "--project grp/lib --as bob");
    told.code(5).says("is taken already").says("projects that you do not maintain");
    assert!(!told.err().contains("deploy key 1"), "{told}");
    bench.ok("revoke 1 --yes");
    let dead = "error: this key was deploy key 1, which is revoked\n  a dead key is not taken again\n\
                hint: make another key pair, for example with `ssh-keygen -t ed25519`, and add that\n";
    add(&bench, ONE, "--project grp/lib").is(5, "", dead);
    bench.run("deploy-key enable 1 --project grp/lib").is(5, "", dead);
}

#[test]
fn an_expired_key_is_not_taken_again_either() {
    let mut bench = bench();
    add(&bench, TWO, "--project grp/app --expires 2026-06-20").code(0);
    bench.at("2026-06-19T23:59:59Z");
    verdict(&bench, TWO, &format!("{READ} --project grp/app"), "allow");
    bench.at("2026-06-20");
    verdict(&bench, TWO, &format!("{READ} --project grp/app"), "expired");
    add(&bench, TWO, "--project grp/app").code(5).says("this key was deploy key 2, which is expired");
    bench.run("deploy-key enable 2 --project grp/lib").code(5).says("which is expired");
}

#[test]
fn a_key_opens_the_repositories_it_is_enabled_in_and_nothing_else() {
    let bench = bench();
    bench.ok("deploy-key enable 1 --project grp/lib --write");
    let cases = [
        ("", "allow"),
        ("--via ssh", "allow"),
        ("--via http", "transport"),
        ("--access repository:read --project grp/app", "allow"),
        ("--access repository:read --project grp/app --via ssh --username git", "allow"),
        ("--access repository:write --project grp/app", "read_only_key"),
        ("--access repository:read --project grp/lib", "allow"),
        ("--access repository:write --project grp/lib", "allow"),
        ("--access repository:write --project grp/lib --via http", "transport"),
        ("--access repository:read --project other/open", "boundary"),
        ("--access repository:write --project other/open", "boundary"),
        ("--access repository:read --project grp/nowhere", "no_project"),
        ("--access registry:read --project grp/app", "kind"),
        ("--access packages:read --project grp/app", "kind"),
        ("--access api:read --project grp/app", "kind"),
        ("--access runner:jobs", "kind"),
        ("--project grp/app", "allow"),
        ("--project other/open", "boundary"),
    ];
    for (options, expected) in cases {
        verdict(&bench, &format!("{ONE} whoever\n"), options, expected);
    }
    for key in [TWO, THREE] {
        verdict(&bench, key, &format!("{READ} --project grp/app"), "unknown");
    }
    for text in
        ["ssh-ed25519", "ssh-ed25519 AAAA", &ONE[..ONE.len() - 1], &format!("restrict {ONE}"), &format!("{ONE}\n{TWO}")]
    {
        verdict(&bench, text, "", "malformed");
    }
    bench.ok("suspend 1");
    verdict(&bench, ONE, &format!("{READ} --project grp/lib"), "suspended");
    bench.ok("resume 1");
    verdict(&bench, ONE, &format!("{READ} --project grp/lib"), "allow");
    bench.ok("revoke 1 --yes");
    verdict(&bench, ONE, &format!("{READ} --project grp/lib"), "revoked");
    verdict(&bench, ONE, &format!("{READ} --project grp/app"), "revoked");
}

#[test]
fn commands_that_make_no_sense_of_a_key_are_refused() {
    let bench = bench();
    bench.ok("create deploy --project grp/app -s read_repository");
    bench.refuses(
        2,
        &[
            ("deploy-key enable 2 --project grp/app", "token `2` is no deploy key"),
            ("deploy-key enable one --project grp/app", "invalid value"),
            ("deploy-key enable 0 --project grp/app", "invalid value"),
            ("deploy-key enable 1", "--project"),
            ("rotate 1", "deploy-key tokens do not rotate"),
            ("create deploy-key --project grp/app", "--key"),
            ("create deploy-key --key ~/nothing", "cannot read `~/nothing`"),
            ("create deploy-key --key 'ssh-ed25519 AAAA'", "`--key` takes a file"),
            ("create deploy-key --key ~/nothing --scope read_repository", "--scope"),
        ],
    );
    bench.refuses(3, &[("deploy-key enable 9 --project grp/app", "there is no token `9`")]);
    Bench::new().run("deploy-key disable 1 --project grp/app").code(3).says("there is no token `1`");
}

#[test]
fn the_policies_about_ends_are_about_keys_too() {
    let bench = bench();
    bench.ok("policy set require-expiry on");
    add(&bench, TWO, "--project grp/app").code(4).says("the policy `require-expiry` is on");
    bench.ok("policy set max-life 30d");
    add(&bench, TWO, "--project grp/app --expires 31d").code(4).says("the policy `max-life` demands an earlier end");
    add(&bench, TWO, "--project grp/app --expires 30d").code(0);
}
