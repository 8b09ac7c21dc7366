//! What the command line itself has to offer.

use super::{asked, bench, offered, offers};
use crate::support::Bench;

#[test]
fn words_of_the_command_line_are_offered() {
    let bench = Bench::new();
    offers(
        &bench,
        &[
            ("cr", "create"),
            ("create dep", "deploy deploy-key"),
            ("create deploy --if", "--if-not-exists"),
            ("create deploy --scope write_p", "write_package_registry"),
            ("create deploy --scope read_registry,write_r", "read_registry,write_registry"),
            ("create deploy -swrite_r", "-swrite_registry"),
            ("create deploy --scope=write_r", "--scope=write_registry"),
            ("create pat --scope sud", "sudo"),
            ("member add ann --role own", "owner"),
            ("list --format js", "json jsonl"),
            ("list --access registry:", "registry:read registry:write registry:delete"),
            ("list --columns id,na", "id,name"),
            ("list --kind deploy,deploy-", "deploy,deploy-key"),
            ("--as nobody li", "list"),
            ("-q --format=csv li", "list"),
            ("create deploy --project grp/app --gr", ""),
            ("create deploy --scope read_registry -s read_re", "read_repository"),
            ("list --json --js", ""),
            ("policy set require-expiry o", "on off"),
            ("help exit", "exit-codes"),
            ("help create dep", "deploy deploy-key"),
            ("verify --access registry:read <token --exp", "--explain"),
            ("create deploy --name ", ""),
            ("create deploy -- --sc", ""),
            ("nonsense ", &offered(&bench, "").join(" ")),
            ("user add --name 'a b' --adm", "--admin"),
        ],
    );
    assert!(!bench.data().exists(), "a question makes no store");
}

#[test]
fn a_path_is_left_to_the_shell() {
    let bench = Bench::new();
    for (line, head) in [
        ("create deploy --to ", ""),
        ("create deploy --to=./x", "--to="),
        ("--store ~/", ""),
        ("create deploy-key --key ", ""),
        ("record import ", ""),
        ("verify --secret-file ./t", ""),
    ] {
        asked(&bench, line).stdout(&format!("files\n{head}\n"));
    }
}

#[test]
fn what_is_no_question_gets_no_answer() {
    let bench = bench();
    for words in [
        &["__complete"][..],
        &["__complete", "tcsh", "="],
        &["__complete", "zsh"],
        &["__complete", "zsh", "x"],
        &["__complete", "bash", "="],
    ] {
        bench.run_with(words, b"").is(0, "", "");
    }
    bench.run_with(&["__complete", "zsh", "="], b"").code(0);
    bench.run("help __complete").code(2);
}
