//! Asking before somebody leaves, and a bar while many records move: on a terminal, with a real process.

#![cfg(test)]

use crate::support::Bench;

/// A store of this very account, with a bot that wrote something. The default project has the number 1.
fn bench() -> Bench {
    let bench = Bench::new();
    for line in [
        "user add ann",
        "project add grp/app",
        "create project-access --project grp/app -s api -q --to bot",
        "create project-access --project grp/app -s api -q --to other",
        "create deploy --project grp/app -s read_registry -q --to deploy",
        "record add issue --project grp/app --author project_2_bot --title x --assignee project_2_bot",
        "record add note --project grp/app --author ann --title y",
    ] {
        bench.process(line).piped(b"").code(0);
    }
    bench
}

fn answered(bench: &Bench, line: &str, answer: &str) -> (i32, String) {
    let (code, shown) = bench.process(line).on_terminal(answer);
    // The terminal is not as wide as what is said is long.
    (code, shown.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_bots_name_has_to_be_typed_before_its_token_is_revoked() {
    let bench = bench();
    let line = "revoke 1";
    for answer in ["", "y", "yes", "project_2_bot1", "1"] {
        let (code, shown) = answered(&bench, line, answer);
        assert_eq!(code, 130, "{shown}");
        let asked =
            "and the bot user `project_2_bot` of the project grp/app; 1 issue to the Ghost User; 1 assignment emptied";
        assert!(shown.contains(asked) && shown.contains("Type its name to revoke 1 token"), "{shown}");
        assert!(shown.contains("nothing was revoked"), "{shown}");
    }
    bench.process("user show project_2_bot").piped(b"").code(0);
    let (code, shown) = answered(&bench, line, "project_2_bot");
    assert_eq!(code, 0, "{shown}");
    assert!(shown.contains("left with it: the bot user `project_2_bot`"), "{shown}");
    bench.process("user show project_2_bot").piped(b"").code(3);
}

#[test]
fn a_token_without_a_bot_and_several_bots_are_asked_for_otherwise() {
    let bench = bench();
    let (code, shown) = answered(&bench, "revoke 3", "y");
    assert!(code == 0 && shown.contains("Revoke 1 token for ever?"), "{shown}");
    let (code, shown) = answered(&bench, "revoke 1 2", "project_2_bot");
    assert!(code == 130 && shown.contains("2 bot users leave for good. Type their number"), "{shown}");
    let (code, shown) = answered(&bench, "revoke 1 2", "2");
    assert!(code == 0 && shown.contains("left with it: the bot user `project_2_bot1`"), "{shown}");
}

#[test]
fn a_users_name_has_to_be_typed_before_he_is_deleted() {
    let bench = bench();
    let (code, shown) = answered(&bench, "user delete ann", "y");
    assert!(
        code == 130 && shown.contains("to the Ghost User: 1 note") && shown.contains("nothing was deleted"),
        "{shown}"
    );
    let (code, shown) = answered(&bench, "user delete ann", "ann");
    assert!(code == 0 && shown.contains("gone:"), "{shown}");
    bench.process("user show ann").piped(b"").code(3);
}
