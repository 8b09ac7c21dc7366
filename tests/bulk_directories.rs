//! `--to-dir DIR`: each of many secrets in a new file of its own, named by the token's id and nothing that anybody typed.

#![cfg(test)]

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

use crate::bulk_creating::{all_of, open, secrets};
use crate::support::Bench;

fn files(bench: &Bench, directory: &str) -> Vec<String> {
    let name = |file: std::io::Result<fs::DirEntry>| file.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<String> = fs::read_dir(bench.path(directory)).unwrap().map(name).collect();
    names.sort();
    names
}

#[test]
fn each_secret_is_in_a_file_that_its_id_names() {
    let bench = Bench::founded();
    let line = "create deploy -s read_registry --number 3 --name '../../x $(id)' --to-dir ~/new";
    bench.run(line).is(
        0,
        "",
        "made 3 deploy tokens, 1 to 3 for the project op/default\n  \
           names     ../../x $(id)-1 to ../../x $(id)-3\n  \
           scopes    read_registry\n  \
           expires   never\n\
         their secrets are in ~/new, each in its own file, token-1 to token-3, and nothing can show them again; \
         `tokctl revoke $(seq 1 3)` takes them back\n",
    );
    assert_eq!(files(&bench, "new"), ["token-1", "token-2", "token-3"]);
    assert_eq!(fs::metadata(bench.path("new")).unwrap().mode() & 0o7777, 0o700);
    for id in 1..=3 {
        let path = bench.path(&format!("new/token-{id}"));
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o600);
        open(&bench, &secrets(&fs::read(path).unwrap()), id..=id);
    }
    // More of them, into a directory that is there.
    let told = bench.ok("create deploy -s read_registry --number 20 --to-dir ~/new --json");
    assert_eq!(told.json()["tokens"].as_array().unwrap().len(), 20);
    assert!(!String::from_utf8_lossy(&told.raw()).contains("gldt"));
    assert_eq!(files(&bench, "new").len(), 23);
    bench.run("create deploy -s read_registry --number 2 --to-dir ~/ids --format ids -q").is(0, "24\n25\n", "");
    bench.ok("create deploy -s read_registry --name single --to-dir ~/new").says(
        "made deploy token 26 `single` for the project op/default\n  \
           username  gitlab+deploy-token-26\n  \
           scopes    read_registry\n  \
           expires   never\n\
         its secret is in ~/new/token-26, and nothing can show it again; `tokctl revoke 26` takes it back\n",
    );
}

#[test]
fn every_form_goes_apart() {
    for form in ["secret", "json", "env", "docker-config", "netrc", "git-credential", "k8s-secret"] {
        let bench = Bench::founded();
        let line = format!("create deploy -s read_registry --number 2 --emit {form} --to-dir ~/d");
        bench.ok(&line).stdout("");
        assert_eq!(files(&bench, "d"), ["token-1", "token-2"]);
        // Only a file that holds the live secret of just this token is replaced.
        bench.ok(&format!("rotate 1 --to ~/d/token-1 --replace --emit {form}"));
        bench.ok(&format!("rotate 2 --to ~/d/token-2 --replace --emit {form}"));
    }
}

#[test]
fn a_name_that_is_there_is_refused_and_nothing_is_made() {
    let bench = Bench::founded();
    fs::create_dir(bench.path("d")).unwrap();
    fs::write(bench.path("d/token-2"), "mine").unwrap();
    let before = all_of(&bench);
    for more in ["", "--dry-run"] {
        bench.run(&format!("create deploy -s read_registry --number 3 --to-dir ~/d {more}")).is(
            5,
            "",
            "error: `~/d/token-2` is already there, so no token was made\n  \
               `--to-dir` makes new files and never writes into one that is there\n\
             hint: name another directory, or move that file away\n",
        );
    }
    assert_eq!(all_of(&bench), before);
    assert_eq!(files(&bench, "d"), ["token-2"]);
    assert_eq!(fs::read_to_string(bench.path("d/token-2")).unwrap(), "mine");
    bench.ok("create deploy -s read_registry --number 3 --to-dir ~/e --dry-run");
    assert!(!bench.path("e").exists());
}

#[test]
fn a_directory_that_is_not_ones_own_is_refused() {
    let bench = Bench::founded();
    fs::create_dir(bench.path("open")).unwrap();
    fs::set_permissions(bench.path("open"), fs::Permissions::from_mode(0o777)).unwrap();
    fs::write(bench.path("file"), "").unwrap();
    let line = "create deploy -s read_registry --number 2 --to-dir";
    bench.run(&format!("{line} ~/open")).is(
        8,
        "",
        "error: others can write the directory `~/open`, so no token was made\n\
         hint: `chmod o-w ~/open` ends that, or name another one\n",
    );
    bench.run(&format!("{line} ~/file")).code(2).says("is not a directory, so no token was made");
    bench.run(&format!("{line} ~/no/such")).is(
        2,
        "",
        "error: there is no directory `~/no`, so no token was made\nhint: `mkdir -p -m 700 ~/no/such` makes it\n",
    );
    fs::set_permissions(bench.path("open"), fs::Permissions::from_mode(0o770)).unwrap();
    bench
        .ok(&format!("{line} ~/open -q"))
        .stderr("warning: a group can write the directory, and take files out of it\n");
    bench.run("list -q").is(0, "1\n2\n", "");
}

#[test]
fn a_batch_that_is_refused_leaves_neither_file_nor_directory() {
    let bench = Bench::after(&["create deploy -s read_registry --name ci-2 -q --to ~/0"]);
    bench.run("create deploy -s read_registry --number 3 --name ci --to-dir ~/d").code(5);
    bench.run("create deploy -s read_registry --number 3 --project no/where --to-dir ~/d").code(3);
    bench.run("create deploy -s read_repository --number 3 --emit docker-config --to-dir ~/d").code(2);
    assert!(!bench.path("d").exists());
    fs::create_dir(bench.path("d")).unwrap();
    bench.run("create deploy -s read_registry --number 3 --name ci --to-dir ~/d").code(5);
    assert!(files(&bench, "d").is_empty());
}
