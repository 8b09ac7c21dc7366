//! Exit codes: the command's own, and what is said where there is none.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::{DEPLOY, Site};

#[test]
fn the_exit_code_is_the_commands() {
    let site = Site::new();
    for code in [0, 1, 2, 3, 124, 125, 126, 127, 130, 255] {
        site.script(DEPLOY, &format!("exit {code}")).piped(b"").is(code, "", "");
    }
    for signal in [1, 2, 9, 11, 15] {
        site.script(DEPLOY, &format!("kill -{signal} $$")).piped(b"").is(128 + signal, "", "");
    }
    site.nothing_is_left();
    assert_eq!(site.made(), 15);
}

#[test]
fn nothing_is_made_for_a_command_that_cannot_be_run() {
    let site = Site::new();
    fs::write(site.bench.path("plain"), "").unwrap();
    fs::create_dir(site.bench.path("directory")).unwrap();
    for (command, code, error) in [
        ("no-such-command", 127, "error: there is no command `no-such-command`, so no token was made\n"),
        ("./none", 127, "error: there is no command `./none`, so no token was made\n"),
        ("./plain", 126, "error: `./plain` cannot be executed, so no token was made\n  ./plain: Permission denied\n"),
        (
            "./directory",
            126,
            "error: `./directory` cannot be executed, so no token was made\n  ./directory: it is no file\n",
        ),
        ("''", 127, "error: there is no command ``, so no token was made\n"),
    ] {
        site.tokctl(&format!("{DEPLOY} -- {command}")).piped(b"").is(code, "", error);
    }
    assert_eq!(site.made(), 0);
}

#[test]
fn a_command_that_the_kernel_does_not_start_leaves_nothing_alive() {
    let site = Site::new();
    let file = |name: &str, text: &str| {
        fs::write(site.bench.path(name), text).unwrap();
        fs::set_permissions(site.bench.path(name), fs::Permissions::from_mode(0o755)).unwrap();
    };
    file("lost", "#!/no/such/interpreter\n");
    site.tokctl(&format!("{DEPLOY} -- ./lost")).piped(b"").is(
        127,
        "",
        "error: `./lost` could not be started, and its token is revoked\n  \
         what its first line names may not be there: No such file or directory (os error 2)\n",
    );
    site.nothing_is_left();
    assert_eq!(site.made(), 1);
    // Without a first line it is the shell's, as it is for a shell.
    file("bare", "echo $1; exit 7\n");
    site.tokctl(&format!("{DEPLOY} -- ./bare word")).piped(b"").is(7, "word\n", "");
    site.nothing_is_left();
}

#[test]
fn what_fails_before_the_command_has_a_code_of_its_own() {
    let site = Site::new();
    let cases = [
        ("exec deploy --project grp/app -- true", "error: no scope is named"),
        ("exec deploy -s api -- true", "cannot carry the scope `api`"),
        ("exec deploy -s read_registry --project grp/none -- true", "error: there is no project `grp/none`"),
        ("exec deploy -s read_registry --as nobody -- true", "error: there is no user `nobody`"),
        ("exec deploy -s read_registry --life 5s -- true", "error: `5s` is no life for the token of one command"),
        ("exec deploy -s read_registry --life 25h -- true", "at most"),
        ("exec deploy -s read_registry --life never -- true", "error: `never` is no life for the token of one command"),
        ("exec deploy -s read_registry --nonsense -- true", "error: unexpected argument '--nonsense' found"),
        ("exec deploy -s read_registry true", "hint: `--` goes before the command"),
        ("exec deploy -s read_registry", "hint: `--` goes before the command"),
        ("exec nonsense -- true", "error: unrecognized subcommand 'nonsense'"),
        ("--store ./none/ exec deploy -s read_registry -- true", "error: `--store` names a directory"),
        ("exec deploy -s read_registry --emit runner-toml -- true", "error: `--emit runner-toml` is not for a command"),
        (
            "exec deploy -s read_registry --emit k8s-secret -- true",
            "hint: `tokctl create deploy --emit k8s-secret --to FILE` makes a token that stays",
        ),
        ("exec deploy -s read_repository --emit docker-config -- true", "for a registry, and these scopes open none"),
        ("exec runner-registration --emit netrc -- true", "`--emit netrc` is not for runner-registration tokens"),
        ("exec job --emit docker-config -- true", "`--emit docker-config` is not for job tokens"),
        ("exec job --project grp/none -- true", "error: there is no project `grp/none`"),
        ("exec impersonation -s api -- true", "hint: add `--user USER`"),
    ];
    for (line, words) in cases {
        site.tokctl(line).piped(b"").code(125).stdout("").says(words);
    }
    for kind in ["oauth", "deploy-key", "runner"] {
        let told = site.tokctl(&format!("exec {kind} -- true")).piped(b"");
        told.code(125).says(&format!("error: there is no `exec {kind}`"));
    }
    let told = site.tokctl("exec deploy -s read_registry --project grp/none --json -- true").piped(b"");
    assert_eq!(told.code(125).json_error()["error"]["code"], "not_found");
    // Help is no failure, and what has `exec` among its values is no `exec`.
    site.tokctl("exec --help").piped(b"").code(0);
    site.tokctl("exec deploy --help").piped(b"").code(0);
    site.tokctl("create deploy --name exec --nonsense").piped(b"").code(2);
    site.tokctl("--as exec create deploy --nonsense").piped(b"").code(2);
    assert_eq!(site.made(), 0);
}

#[test]
fn a_secret_among_the_words_of_the_command_is_refused_like_any() {
    let site = Site::new();
    let secret = site.tokctl("create deploy --project grp/app -s read_registry -q").piped(b"").secret().text();
    let told = site.tokctl(&format!("{DEPLOY} -- printf {secret}")).piped(b"");
    told.code(125).stdout("").says("error: one of the arguments begins like a secret, so nothing was done");
    assert!(!String::from_utf8_lossy(&told.raw()).contains(&secret));
    assert_eq!(site.made(), 1);
}
