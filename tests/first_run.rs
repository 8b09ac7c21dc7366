//! The first run on a machine on which nothing was done yet.

#![cfg(test)]

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::support::{Bench, Child};

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777
}

/// Returns the names in a directory with their modes.
fn found(directory: &Path) -> Vec<(String, u32)> {
    let entries = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap());
    let mut found: Vec<_> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), mode(&entry.path()))).collect();
    found.sort();
    found
}

#[test]
fn the_first_command_makes_the_store_its_admin_and_his_project_and_prints_nothing_but_the_secret() {
    let bench = Bench::new();
    bench.run("create deploy --scope read_registry").is(
        0,
        "deploy…\n",
        "made the store ~/.local/share/tokctl/store.db with you, `op`, as its admin, and the project `op/default`\n\
         made deploy token 1 `deploy-token-1` for the project op/default\n  \
           username  gitlab+deploy-token-1\n  \
           scopes    read_registry\n  \
           expires   never\n\
         its secret was shown once, and nothing can show it again; `tokctl revoke 1` takes it back\nnext: printf %s \"$TOKEN\" | docker login --username gitlab+deploy-token-1 --password-stdin HOST\n",
    );
    bench.run("create deploy --scope read_registry").is(
        0,
        "deploy…\n",
        "made deploy token 2 `deploy-token-2` for the project op/default\n  \
           username  gitlab+deploy-token-2\n  \
           scopes    read_registry\n  \
           expires   never\n\
         its secret was shown once, and nothing can show it again; `tokctl revoke 2` takes it back\nnext: printf %s \"$TOKEN\" | docker login --username gitlab+deploy-token-2 --password-stdin HOST\n",
    );
    bench.run("list").is(
        0,
        "ID  KIND    NAME            STATE   WHERE       SCOPES         EXPIRES\n \
          1  deploy  deploy-token-1  active  op/default  read_registry  never\n \
          2  deploy  deploy-token-2  active  op/default  read_registry  never\n",
        "",
    );
}

#[test]
fn the_store_is_private_from_the_first_run_on() {
    let bench = Bench::new();
    bench.process("create deploy -s read_registry").piped(b"").code(0).secret();
    assert_eq!(mode(&bench.data()), 0o700);
    let files = found(&bench.data());
    assert!(files.iter().any(|(name, _)| name == "store.db"), "{files:?}");
    assert!(files.iter().all(|(_, mode)| *mode == 0o600), "{files:?}");
}

#[test]
fn the_secret_is_in_no_file_of_the_store_in_no_coding() {
    let bench = Bench::new();
    let secret = bench.process("create deploy -s read_registry --name ci").piped(b"").code(0).secret();
    bench.process("verify").piped(secret.expose()).code(0);
    let bytes = secret.expose();
    let hex = bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    });
    let payload = &bytes[5..25];
    let mut codings = vec![payload.to_vec(), hex.clone().into_bytes(), hex.to_uppercase().into_bytes()];
    // A coding of three bytes to four begins at each of three places; the ends may mix with what stands beside.
    for start in 0..3 {
        codings.push(base64(&bytes[start..])[..24].to_vec());
    }
    let mut looked = 0;
    for (name, _) in found(&bench.data()) {
        let content = fs::read(bench.data().join(&name)).unwrap();
        looked += content.len();
        for coding in &codings {
            assert!(!content.windows(coding.len()).any(|window| window == coding), "the secret is in {name}");
        }
    }
    assert!(looked > 4096, "the store is somewhere else");
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sixes = |chunk: &[u8]| {
        let bits = chunk.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|shift| LETTERS[bits >> shift & 63])
    };
    bytes.chunks_exact(3).flat_map(sixes).collect()
}

#[test]
fn reading_on_a_fresh_machine_finds_nothing_and_makes_nothing() {
    let bench = Bench::new();
    let hint = "there are no tokens yet; `tokctl create deploy --scope read_registry` makes the first\n";
    bench.run("list").is(0, "", hint);
    bench.run("list --expired --json").is(0, "{\"version\":1,\"tokens\":[]}\n", "");
    bench.run("list --count").is(0, "0\n", "");
    bench.run("list -q").is(0, "", "");
    bench.run("user list --json").is(0, "{\"version\":1,\"users\":[]}\n", "");
    bench.run("log list -q").is(0, "", "");
    bench.run("revoke --expired --yes").is(0, "", "no token matches, so none was revoked\n");
    bench.run("show 1").code(3).stdout("").says("error: there is no token `1`");
    bench.run("revoke 1 --yes").code(3).stdout("").says("error: there is no token `1`");
    bench.run("store path").is(0, "~/.local/share/tokctl/store.db\n", "");
    assert!(!bench.path(".local").exists());
}

#[test]
fn a_store_that_is_named_and_not_there_is_no_empty_one() {
    let mut bench = Bench::new();
    bench.run("list --store ~/x.db").is(
        7,
        "",
        "error: there is no store at `~/x.db`\nhint: `tokctl --store '~/x.db' store init` makes it\n",
    );
    bench.environment.store = Some(bench.path("y.db").into());
    bench.run("list").is(
        7,
        "",
        "error: there is no store at `~/y.db`\n  `TOKCTL_STORE` names it\nhint: `tokctl store init` makes it\n",
    );
    assert!(!bench.path("x.db").exists() && !bench.path("y.db").exists());
}

#[test]
fn the_store_can_be_made_by_itself_once_and_anywhere() {
    let bench = Bench::new();
    bench.run("store init").is(
        0,
        "",
        "made the store ~/.local/share/tokctl/store.db with you, `op`, as its admin, and the project `op/default`\n",
    );
    bench.run("store init").is(0, "", "the store ~/.local/share/tokctl/store.db is there already\n");
    bench.run("--store ~/other.db store init").code(0).says("made the store ~/other.db");
    bench.ok("create deploy -s read_registry --store ~/other.db");
    bench.run("list -q").is(0, "", "");
    bench.run("list -q --store ~/other.db").is(0, "1\n", "");
}

#[test]
fn whoami_tells_who_acts_before_and_after_the_first_run() {
    let mut bench = Bench::new();
    let uid = nix::unistd::Uid::current();
    let identity = |user: &str| {
        format!(
            "{{\"version\":1,\"identities\":[\n{{{user},\"login\":\"op\",\"uid\":{uid},\
             \"store\":\"~/.local/share/tokctl/store.db\"}}\n]}}\n"
        )
    };
    bench
        .run("whoami --json")
        .code(0)
        .stdout(&identity("\"username\":null,\"admin\":null"))
        .stderr("there is no store yet; the first command that writes makes it, with you as its admin\n");
    bench.all(&["store init", "user add ann"]);
    bench.run("whoami --json").is(0, &identity("\"username\":\"op\",\"admin\":true"), "");
    bench.run("whoami --as ann --json").is(0, &identity("\"username\":\"ann\",\"admin\":false"), "");
    bench.login = "bob".into();
    bench.run("whoami").is(
        4,
        "",
        "error: this store knows no user `bob`\n  who acts is the user named after the login\n\
         hint: an admin of the store adds them with `tokctl user add bob`\n",
    );
}

#[test]
fn the_person_is_the_one_of_the_kernel_and_not_of_the_environment() {
    let bench = Bench::new();
    let told = bench.process("whoami --json").env("USER", "mallory").env("LOGNAME", "mallory").piped(b"");
    let json = told.code(0).json();
    assert_eq!(json["identities"][0]["uid"], nix::unistd::Uid::current().as_raw());
    assert_ne!(json["identities"][0]["login"], "mallory");
}

#[test]
fn a_shell_script_gets_the_secret_and_nothing_else() {
    let bench = Bench::new();
    let script = "TOKEN=$(tokctl create deploy -s read_registry 2>/dev/null); printf %s \"$TOKEN\" | tokctl verify";
    Child::script(bench.home(), script).piped(b"").is(0, "", "allowed\n");
}

#[test]
fn without_a_whole_path_for_the_store_there_is_none() {
    let bench = Bench::new();
    let nowhere = "error: there is no place for the store\n  no home directory is known\n\
                   hint: name a file with `--store PATH` or the variable TOKCTL_STORE\n";
    let adrift = |line: &str| bench.process(line).env("HOME", "elsewhere");
    adrift("whoami").piped(b"").is(2, "", nowhere);
    adrift("store init").env("XDG_DATA_HOME", "data").piped(b"").is(2, "", nowhere);
    assert_eq!(found(bench.home()), []);
    // One that is no whole path is passed over.
    let told = bench.process("store init").env("XDG_DATA_HOME", "data").piped(b"");
    told.code(0);
    assert!(bench.path(".local/share/tokctl/store.db").exists());
    let data = bench.path("data");
    bench.process("store init").env("XDG_DATA_HOME", data.to_str().unwrap()).piped(b"").code(0);
    assert!(data.join("tokctl/store.db").exists());
}
