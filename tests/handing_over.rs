//! Handing over: to standard output, as JSON, or into a file of one's own.

#![cfg(test)]

use std::fs;
use std::os::unix::fs::{MetadataExt as _, symlink};

use crate::support::{Bench, Child, Kept};

fn in_file(bench: &Bench, name: &str) -> Kept {
    let bytes = fs::read(bench.path(name)).unwrap();
    bytes.strip_suffix(b"\n").and_then(Kept::parse).expect("one secret and one line end")
}

#[test]
fn a_record_in_json_holds_the_secret_first() {
    let bench = Bench::founded();
    let told = bench.run("create deploy -s read_registry --name ci --json");
    told.code(0).stdout(
        "{\"version\":1,\"tokens\":[{\"secret\":\"deploy…\",\"id\":1,\"kind\":\"deploy\",\"name\":\"ci\",\
         \"state\":\"active\",\"boundary\":\"project\",\"where\":\"op/default\",\"scopes\":[\"read_registry\"],\
         \"expires_at\":null,\"username\":\"gitlab+deploy-token-1\",\"holder\":null,\
         \"created_at\":\"2026-06-15T12:00:00Z\",\"created_by\":\"op\",\"note\":null,\"fingerprint\":\"fp:…\",\
         \"revoked_at\":null,\"revoked_why\":null,\"rotated_at\":null,\"predecessor\":null,\"runner\":null,\"job\":null,\
         \"used_at\":null,\"used_from\":null,\"uses\":0,\"alarms\":0,\"suspended_until\":null,\"holder_blocked\":false,\"renewable\":false}]}\n",
    );
    bench.verdict(&told.secret_in_json(), "", "allow");
    let emitted = bench.ok("create deploy -s read_registry --emit json");
    bench.verdict(&emitted.secret_in_json(), "", "allow");
    let rotated = bench.ok("rotate 1 --json");
    assert_eq!(rotated.json()["tokens"][0]["predecessor"], 1);
    bench.verdict(&rotated.secret_in_json(), "", "allow");
    bench.ok("create deploy -s read_registry --json --emit secret").secret();
}

#[test]
fn a_new_file_gets_the_secret_and_is_ones_own() {
    let bench = Bench::founded();
    bench.run("create deploy -s read_registry --to ~/secret").is(
        0,
        "",
        "made deploy token 1 `deploy-token-1` for the project op/default\n  \
           username  gitlab+deploy-token-1\n  \
           scopes    read_registry\n  \
           expires   never\n\
         its secret is in ~/secret, and nothing can show it again; `tokctl revoke 1` takes it back\n\
         next: docker login --username gitlab+deploy-token-1 --password-stdin HOST <~/secret\n",
    );
    assert_eq!(fs::metadata(bench.path("secret")).unwrap().mode() & 0o7777, 0o600);
    bench.verdict(&in_file(&bench, "secret"), "", "allow");
    let told = bench.ok("create deploy -s read_registry --to ~/second --json");
    let record = told.json();
    assert_eq!(record["tokens"][0]["id"], 2);
    assert!(record["tokens"][0].get("secret").is_none(), "{told}");
    bench.verdict(&in_file(&bench, "second"), "", "allow");
    bench.ok("create deploy -s read_registry --to ~/third --emit json").stdout("");
    let third: serde_json::Value = serde_json::from_slice(&fs::read(bench.path("third")).unwrap()).unwrap();
    assert_eq!(third["tokens"][0]["id"], 3);
}

#[test]
fn an_existing_file_is_refused_and_what_it_holds_is_said() {
    let bench = Bench::founded();
    bench.ok("create deploy -s read_registry --to ~/secret");
    let held = in_file(&bench, "secret").text();
    let refused = "create deploy -s read_registry --to ~/secret";
    bench.run(refused).code(5).stdout("").says("it holds the live secret of token 1\n");
    bench.ok("revoke 1 --yes");
    bench.run(refused).code(5).stdout("").says("it holds a dead secret of token 1\n");
    assert_eq!(in_file(&bench, "secret").text(), held);
    fs::write(bench.path("other"), "mine").unwrap();
    symlink("nowhere", bench.path("link")).unwrap();
    bench.refuses(
        5,
        &[
            ("create deploy -s read_registry --to ~/other", "error: "),
            ("create deploy -s read_registry --to ~/link", "error: "),
        ],
    );
    bench.refuses(2, &[("create deploy -s read_registry --to ~/no/such", "error: ")]);
    assert_eq!(fs::read(bench.path("other")).unwrap(), b"mine");
    bench.run("list -q").is(0, "", "");
}

#[test]
fn a_refused_grant_leaves_no_file_behind() {
    let bench = Bench::after(&["create deploy -s read_registry --name ci"]);
    bench.run("create deploy -s read_registry --name ci --to ~/secret").code(5);
    bench.run("create deploy -s read_registry --project no/where --to ~/secret").code(3);
    assert!(!bench.path("secret").exists());
}

#[test]
fn the_same_grant_is_made_only_once() {
    let mut bench = Bench::founded();
    let line = "create deploy -s read_registry --name ci --if-not-exists --to ~/secret";
    bench.ok(line).says("made deploy token 1 `ci`");
    bench.run(line).is(0, "", "nothing to do: ~/secret holds the live secret of token 1\n");
    bench.run(&format!("{line} -q")).is(0, "", "");
    let others = [
        "create deploy -s write_registry --name ci --if-not-exists --to ~/secret",
        "create deploy -s read_registry --name cd --if-not-exists --to ~/secret",
        "create deploy -s read_registry --name ci --username x --if-not-exists --to ~/secret",
        "create personal -s read_registry --name ci --if-not-exists --to ~/secret",
    ];
    for other in others {
        bench.run(other).is(
            5,
            "",
            "error: ~/secret is there, and does not hold the live secret of just this grant\n  \
             it holds the live secret of token 1\nhint: name another file, or move that one away\n",
        );
    }
    // Alive, but its secret is not in the file that is named.
    bench.run("create deploy -s read_registry --name ci --if-not-exists --to ~/second").code(5).stdout("");
    bench.ok("revoke 1 --yes");
    bench.run(line).code(5).stdout("").says("it holds a dead secret of token 1\n");
    fs::write(bench.path("text"), "no secret").unwrap();
    bench.run("create deploy -s read_registry --if-not-exists --to ~/text").code(5).stdout("");
    bench.run("create deploy -s read_registry --if-not-exists").code(2).stdout("").says("--to");
    bench.later(1).run("list --all -q").is(0, "1\n", "");
}

#[test]
fn the_same_grant_never_lives_longer_than_was_asked_for() {
    let mut bench = Bench::founded();
    let line = |expires: &str, file: &str| {
        bench.run(&format!("create deploy -s read_registry --name {file} {expires} --if-not-exists --to ~/{file}"))
    };
    line("--expires 2027-01-31", "dated").code(0);
    line("", "endless").code(0);
    for (expires, dated, endless) in [
        ("--expires 2027-01-31", 0, 5),
        ("--expires 2028-01-31", 0, 5),
        ("--expires never", 5, 0),
        ("", 5, 0),
        ("--expires 2027-01-30", 5, 5),
        ("--expires 2020-01-01", 2, 2),
    ] {
        line(expires, "dated").code(dated).stdout("");
        line(expires, "endless").code(endless).stdout("");
    }
    // A script that asks for the same life every night finds what it made the night before.
    let nightly = "create deploy -s read_registry --name nightly --expires 30d --if-not-exists --to ~/nightly";
    bench.ok(nightly);
    bench.later(86_400).ok(nightly).says("nothing to do");
}

#[test]
fn what_is_said_of_a_path_neither_obeys_it_nor_fails_as_typed() {
    let bench = Bench::founded();
    let strange =
        "create deploy -s read_registry --to '~/e\u{1b}]0;x\u{7}'".replace('~', bench.home().to_str().unwrap());
    let told = bench.ok(&strange);
    told.says("e\\u{1b}]0;x\\u{7}, and nothing can show it again");
    assert!(!told.err().contains("next: "), "{told}");
    let bench = Bench::new();
    let script = "cd \"$HOME\"; tokctl create deploy -s read_registry --emit env --to vars 2>said; grep '^next: ' said; \
                  tokctl create deploy -s read_registry --to=-dash --host http://localhost:5599 2>said; grep '^next: ' said";
    Child::script(bench.home(), script).piped(b"").is(
        0,
        "next: . ./vars\nnext: docker login --username gitlab+deploy-token-2 --password-stdin localhost:5599 <./-dash\n",
        "",
    );
}
