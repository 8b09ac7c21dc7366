//! `rotate --to FILE --replace`: the new secret in the place of the old one, and what was interrupted is finished.

#![cfg(test)]

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

use crate::support::{Bench, Kept};

fn in_file(bench: &Bench, name: &str) -> Kept {
    let bytes = fs::read(bench.path(name)).unwrap();
    bytes.strip_suffix(b"\n").and_then(Kept::parse).expect("one secret and one line end")
}

/// A store with one token, whose secret is in the file `ci`.
fn bench() -> Bench {
    Bench::after(&["create deploy -s read_registry --name ci --to ~/ci"])
}

const ROTATE: &str = "rotate 1 --to ~/ci --replace";

#[test]
fn the_file_holds_the_new_secret_and_the_old_one_is_dead() {
    let bench = bench();
    let old = in_file(&bench, "ci");
    bench.ok(ROTATE).stdout("").says("its secret is in ~/ci, and nothing can show it again; token 1 is dead\n");
    bench.verdict(&old, "", "rotated_out");
    bench.verdict(&in_file(&bench, "ci"), "", "allow");
    assert_eq!(fs::metadata(bench.path("ci")).unwrap().mode() & 0o7777, 0o600);
    assert!(!bench.path("ci.new").exists());
    // By name the one that lives is meant, so a script can do it every week.
    bench.ok("rotate ci --project op/default --to ~/ci --replace").says("token 2 is dead\n");
    assert_eq!(bench.ok("rotate 3 --to ~/ci --replace --json").json()["tokens"][0]["id"], 4);
    bench.verdict(&in_file(&bench, "ci"), "", "allow");
}

#[test]
fn every_form_is_recognised_and_replaced() {
    for form in
        ["secret", "json", "env", "docker-config", "netrc", "git-credential", "k8s-secret --host reg.example.com"]
    {
        let bench = Bench::founded();
        bench.ok(&format!("create deploy -s read_registry --to ~/out --emit {form}"));
        bench.ok(&format!("rotate 1 --to ~/out --replace --emit {form}")).stdout("");
        bench.ok(&format!("rotate 2 --to ~/out --replace --emit {form}")).says("token 2 is dead\n");
    }
}

#[test]
fn the_form_and_the_host_stay_those_of_the_file() {
    let hosted = " --host http://reg.example.com";
    for form in ["secret", "json", "env", "docker-config", "netrc", "git-credential", "k8s-secret"] {
        let bench = Bench::founded();
        let host = if matches!(form, "secret" | "json" | "env") { "" } else { hosted };
        bench.ok(&format!("create deploy -s read_registry --to ~/out --emit {form}{host}"));
        let shape = || {
            let text = fs::read_to_string(bench.path("out")).unwrap();
            (text.lines().count(), text.contains("reg.example.com"), text.contains("protocol=http\n"))
        };
        let before = shape();
        let told = bench.ok("rotate 1 --to ~/out --replace");
        if form != "secret" {
            told.says(&format!("as {form}"));
            told.says(", like what ~/out holds\n");
        }
        assert_eq!(shape(), before, "{form}");
        assert_eq!(before.1, !host.is_empty(), "{form}");
        bench.ok("rotate 2 --to ~/out --replace --emit secret");
        bench.verdict(&in_file(&bench, "out"), "", "allow");
    }
    let bench = Bench::founded();
    bench.ok("create runner --to ~/config.toml --emit runner-toml --host git.example.com");
    bench.ok("rotate 1 --to ~/config.toml --replace").says("as runner-toml for git.example.com");
    assert!(fs::read_to_string(bench.path("config.toml")).unwrap().contains("\"https://git.example.com\""));
}

#[test]
fn a_file_that_holds_more_than_one_hand_over_is_not_replaced() {
    let bench = bench();
    bench.ok("create deploy -s read_registry --name other --to ~/other");
    let (ci, other) = (fs::read(bench.path("ci")).unwrap(), fs::read(bench.path("other")).unwrap());
    for (name, text) in [("both", [ci.as_slice(), &other].concat()), ("other", [other.as_slice(), &ci].concat())] {
        fs::write(bench.path(name), &text).unwrap();
        bench
            .run(&format!("rotate 1 --to ~/{name} --replace"))
            .code(5)
            .says("it is token 2, and token 1 is to be rotated");
        assert_eq!(fs::read(bench.path(name)).unwrap(), text);
    }
    bench.ok("create deploy -s read_registry --name c --to ~/config --emit docker-config --host a.example.com");
    let config = fs::read_to_string(bench.path("config")).unwrap();
    let notes = [String::from_utf8(ci).unwrap(), "# mine\n".into()].concat();
    let more = config.replace("\"auths\":{", "\"auths\":{\"b.example.com\":{},");
    let set = config.replace("{\"auths\"", "{\"credsStore\":\"pass\",\"auths\"");
    for (id, text) in [(1, &notes), (3, &more), (3, &set)] {
        fs::write(bench.path("more"), text).unwrap();
        for dry in ["", " --dry-run"] {
            let told = bench.run(&format!("rotate {id} --to ~/more --replace{dry}"));
            told.code(5).says("`~/more` holds more than one secret as tokctl writes it");
        }
        assert_eq!(&fs::read_to_string(bench.path("more")).unwrap(), text);
    }
}

#[test]
fn what_a_finished_rotation_does_not_do_is_said() {
    let bench = bench();
    bench.ok("rotate 1 --to ~/ci.new");
    fs::set_permissions(bench.path("ci.new"), fs::Permissions::from_mode(0o644)).unwrap();
    let asked = format!("{ROTATE} --expires 30d --overlap 1h");
    let told = bench.ok(&format!("{asked} --dry-run"));
    told.says("would finish the rotation that was interrupted");
    assert!(bench.path("ci.new").exists());
    let told = bench.ok(&asked);
    told.says("`--expires` was not applied to it: `tokctl shorten 2 --expires '30d'` gives");
    told.says("`--overlap` was not applied to it");
    assert_eq!(fs::metadata(bench.path("ci")).unwrap().mode() & 0o7777, 0o600);
}

#[test]
fn a_file_that_is_not_there_yet_is_made() {
    let bench = bench();
    bench.ok("rotate 1 --to ~/fresh --replace");
    bench.verdict(&in_file(&bench, "fresh"), "", "allow");
}

#[test]
fn what_holds_anything_else_is_not_replaced() {
    let bench = bench();
    bench.ok("create deploy -s read_registry --name other --to ~/other");
    fs::write(bench.path("notes"), "dear diary\n").unwrap();
    symlink(bench.path("ci"), bench.path("link")).unwrap();
    fs::create_dir(bench.path("directory")).unwrap();
    bench.refuses(
        5,
        &[
            ("rotate 1 --to ~/notes --replace", "holds no secret of this store, so it is not replaced"),
            ("rotate 1 --to ~/notes --replace --dry-run", "holds no secret of this store, so it is not replaced"),
            ("rotate 1 --to ~/link --replace", "is no regular file"),
            ("rotate 1 --to ~/directory --replace", "is no regular file"),
            ("rotate 1 --to ~/other --replace", "holds the live secret of another token, so it is not replaced"),
        ],
    );
    bench.refuses(2, &[("rotate 1 --replace", "--to <FILE>")]);
    assert_eq!(fs::read_to_string(bench.path("notes")).unwrap(), "dear diary\n");
    bench.verdict(&in_file(&bench, "ci"), "", "allow");
    // A dead secret is worth nothing to anybody.
    bench.ok("revoke 2 --yes");
    bench.ok("rotate 1 --to ~/other --replace");
}

#[test]
fn a_rehearsal_leaves_both_files_alone() {
    let bench = bench();
    let before = fs::read(bench.path("ci")).unwrap();
    bench.ok("rotate 1 --to ~/ci --replace --dry-run").says("nothing was changed\n");
    assert_eq!(fs::read(bench.path("ci")).unwrap(), before);
    assert!(!bench.path("ci.new").exists());
}

#[test]
fn a_rotation_that_was_killed_behind_its_commit_is_finished_by_the_next() {
    for again in [ROTATE, "rotate ci --project op/default --to ~/ci --replace", "rotate 2 --to ~/ci --replace"] {
        let bench = bench();
        // What a killed one leaves: the new secret alive and beside the file, the old one in it.
        bench.ok("rotate 1 --to ~/ci.new");
        bench.run(again).is(
            0,
            "",
            "finished the rotation that was interrupted: ~/ci holds the live secret of token 2, in the place of token 1's\n",
        );
        bench.verdict(&in_file(&bench, "ci"), "", "allow");
        assert!(!bench.path("ci.new").exists());
        assert_eq!(bench.ok("list -q").ids(), [2]);
    }
}

#[test]
fn a_rotation_that_was_killed_before_its_commit_is_done_anew() {
    let elsewhere = bench();
    for left in [fs::read(elsewhere.path("ci")).unwrap(), Vec::new()] {
        let bench = bench();
        fs::write(bench.path("ci.new"), left).unwrap();
        bench.ok(ROTATE).says("token 1 is dead\n");
        bench.verdict(&in_file(&bench, "ci"), "", "allow");
        assert!(!bench.path("ci.new").exists());
    }
}

#[test]
fn what_else_lies_beside_the_file_is_left_alone() {
    let bench = bench();
    fs::write(bench.path("ci.new"), "dear diary\n").unwrap();
    bench.run(ROTATE).code(5).says("`~/ci.new` is in the way\n");
    assert_eq!(fs::read_to_string(bench.path("ci.new")).unwrap(), "dear diary\n");
    fs::remove_file(bench.path("ci.new")).unwrap();
    bench.ok("create deploy -s read_registry --name other --to ~/ci.new");
    bench.run(ROTATE).code(5).says("it holds the live secret of token 2\n");
    bench.verdict(&in_file(&bench, "ci"), "", "allow");
}

#[test]
fn of_two_at_once_one_wins() {
    for _ in 0..10 {
        let mut bench = Bench::new();
        bench.process("create deploy -s read_registry --name ci --to ci").run(b"").code(0);
        bench.as_myself();
        let (one, other) = std::thread::scope(|scope| {
            let run = || bench.process(ROTATE).piped(b"");
            let (one, other) = (scope.spawn(run), scope.spawn(run));
            (one.join().unwrap(), other.join().unwrap())
        });
        let codes = [&one, &other].map(super::support::Told::exit);
        assert!(codes.contains(&0), "{one}{other}");
        assert!(codes.contains(&5) || codes.contains(&8), "{one}{other}");
        bench.verdict(&in_file(&bench, "ci"), "", "allow");
        assert!(!bench.path("ci.new").exists());
        assert_eq!(bench.ok("list -q").ids().len(), 1);
    }
}
