//! What is missing is asked for, at a terminal and nowhere else; the one who is asked can leave, and nothing has happened.

#![cfg(test)]

use crate::support::{Bench, Terminal};

/// A store of this very account.
fn bench() -> Bench {
    let bench = Bench::new();
    for line in ["user add ann", "user add bob", "project add grp/app", "app add dashboard -s read_api"] {
        bench.process(line).piped(b"").code(0);
    }
    bench
}

fn with_tokens() -> Bench {
    let bench = bench();
    for name in ["one", "two", "three"] {
        let line = format!("create deploy --project grp/app -s read_registry -q --to {name} --name {name}");
        bench.process(&line).piped(b"").code(0);
    }
    bench
}

/// Answers question after question; each is waited for. Returns what was shown.
fn answered(bench: &Bench, line: &str, answers: &[(&str, &str)]) -> String {
    let mut terminal = Terminal::tokctl(bench.home(), line);
    for (question, keys) in answers {
        terminal.until(question).keys(keys);
    }
    terminal.end().1
}

fn field(bench: &Bench, line: &str, name: &str) -> String {
    bench.process(&format!("{line} --json")).piped(b"").json()["tokens"][0][name].to_string()
}

const ENTER: &str = "\r";
const DOWN: &str = "\u{1b}[B";

#[test]
fn create_asks_for_the_kind_the_scopes_and_the_end() {
    let bench = bench();
    let shown = answered(
        &bench,
        "create",
        &[("Which kind of token?", ENTER), ("Which scopes?", " \u{1b}[B \r"), ("When does it end?", "2099-01-31\r")],
    );
    // What each is for stands beside it.
    assert!(shown.contains("A deploy token, for machines") && shown.contains("clone and pull"), "{shown}");
    assert!(shown.contains("[0]"), "{shown}");
    assert_eq!(field(&bench, "show 1", "kind"), "\"deploy\"");
}

#[test]
fn what_is_offered_is_taken_by_a_mere_enter_and_opens_least() {
    let bench = bench();
    let asked = [("Which scopes?", ENTER), ("When does it end?", ENTER)];
    let shown = answered(&bench, "create deploy --to ./x", &asked);
    assert!(shown.contains("(90d)") && shown.contains("[0]"), "{shown}");
    assert_eq!(field(&bench, "show 1", "scopes"), "[\"read_repository\"]");
    assert_ne!(field(&bench, "show 1", "expires_at"), "null");
    for kind in ["personal", "project-access", "impersonation --user ann"] {
        answered(&bench, &format!("create {kind} -q --to ./{}", &kind[..3]), &asked);
    }
    for id in [2, 3, 4] {
        assert_eq!(field(&bench, &format!("show {id}"), "scopes"), "[\"read_repository\"]");
    }
    bench.process("policy set max-life 7d").piped(b"").code(0);
    let shown = answered(&bench, "create deploy --to ./y", &asked);
    assert!(shown.contains("(7d)") && shown.contains("[0]"), "{shown}");
}

#[test]
fn nothing_is_asked_that_was_said_and_an_end_only_beside_another_question() {
    let bench = bench();
    let shown = answered(&bench, "create deploy -s read_registry --to ./x", &[]);
    assert!(!shown.contains('?') && shown.contains("expires   never") && shown.contains("[0]"), "{shown}");
    let shown = answered(&bench, "create deploy --expires 2099-01-01 --to ./y", &[("Which scopes?", ENTER)]);
    assert!(!shown.contains("When does it end?") && shown.contains("expires   2099-01-01"), "{shown}");
}

#[test]
fn an_answer_that_is_none_is_refused_at_the_question() {
    let bench = bench();
    let asked = [
        ("Which scopes?", ENTER),
        ("When does it end?", "6m\r"),
        ("`6m` is too fine for an end", "\u{15}2001-01-01\r"),
        ("is over already", "\u{15}never\r"),
    ];
    let shown = answered(&bench, "create deploy --to ./x", &asked);
    assert!(shown.contains("expires   never") && shown.contains("[0]"), "{shown}");
    // A list with nothing marked is shown again.
    let shown = answered(
        &bench,
        "create deploy --expires never --to ./y",
        &[("Which scopes?", " \r"), ("mark at least one", ""), ("Which scopes?", ENTER)],
    );
    assert!(shown.contains("[0]"), "{shown}");
}

#[test]
fn the_other_things_that_a_kind_needs_are_asked_for() {
    let bench = bench();
    let shown = answered(&bench, "create oauth --to ./pair", &[("Which application?", ENTER)]);
    assert!(shown.contains("dashboard") && shown.contains("[0]"), "{shown}");
    let user = ("As whom is it to act?", ENTER);
    let shown = answered(&bench, "create impersonation -s read_api --to ./imp", &[user]);
    assert!(shown.contains("impersonation token") && shown.contains("ann") && shown.contains("[0]"), "{shown}");
    std::fs::create_dir(bench.path(".ssh")).unwrap();
    std::fs::write(bench.path(".ssh/id_ed25519.pub"), crate::keys::ONE).unwrap();
    let asked = [("The file with the public half", ENTER), ("When does it end?", ENTER)];
    let shown = answered(&bench, "create deploy-key", &asked);
    assert!(shown.contains("added deploy key") && shown.contains("[0]"), "{shown}");
}

#[test]
fn a_token_is_chosen_from_those_that_the_command_can_be_meant_for() {
    let bench = with_tokens();
    let shown = answered(&bench, "show", &[("Which token?", ENTER)]);
    assert!(shown.contains("three") && shown.contains("[0]"), "{shown}");
    let shown = answered(&bench, "rotate --to ./new", &[("Which token?", &format!("{DOWN}\r"))]);
    assert!(shown.contains("token 2 is dead") && shown.contains("[0]"), "{shown}");
    answered(&bench, "suspend", &[("Which token?", ENTER)]);
    let shown = answered(&bench, "resume", &[("Which token?", ENTER)]);
    assert!(shown.contains("resumed: deploy token 4") && !shown.contains("one"), "{shown}");
    let shown = answered(&bench, "shorten --expires 7d", &[("Which token?", ENTER)]);
    assert!(shown.contains("ends at"), "{shown}");
    let several = [("Which tokens?", &*format!(" {DOWN} \r")), ("Revoke 2 tokens for ever?", "y")];
    let shown = answered(&bench, "revoke", &several);
    assert!(shown.contains("revoked: deploy token 4") && shown.contains("revoked: deploy token 3"), "{shown}");
    assert_eq!(bench.process("list --format ids").piped(b"").ids(), [1]);
    answered(&bench, "revoke 1 --yes", &[]);
    let shown = answered(&bench, "revoke", &[]);
    assert!(shown.contains("there is no token to choose from") && shown.contains("[3]"), "{shown}");
}

#[test]
fn a_user_to_delete_is_chosen_and_still_typed() {
    let bench = bench();
    let asked = [("Who is to be deleted?", ENTER), ("Type the username", "ann\r")];
    let shown = answered(&bench, "user delete", &asked);
    assert!(shown.contains("gone:") && shown.contains("[0]"), "{shown}");
    bench.process("user show ann").piped(b"").code(3);
}

/// Every question there is, and the line that asks it.
const QUESTIONS: [(&str, &str); 14] = [
    ("create", "Which kind of token?"),
    ("create deploy", "Which scopes?"),
    ("create deploy-key", "The file with the public half"),
    ("create oauth", "Which application?"),
    ("create impersonation", "As whom is it to act?"),
    ("rotate", "Which token?"),
    ("revoke", "Which tokens?"),
    ("revoke 1", "Revoke 1 token for ever?"),
    ("user delete", "Who is to be deleted?"),
    ("user delete ann", "Type the username"),
    ("project delete grp/app", "Type the path"),
    ("app delete dashboard", "Delete the application"),
    ("verify", "Secret (not shown):"),
    ("runner register", "Secret (not shown):"),
];

#[test]
fn an_interrupt_at_any_question_changes_nothing_and_gives_the_terminal_back() {
    let bench = with_tokens();
    let events = bench.process("log list --format ids").piped(b"").ids();
    for (line, question) in QUESTIONS {
        for typed in ["", "x"] {
            let script = format!("trap : INT; stty -g; tokctl {line}; echo \"[$?]\"; stty -g");
            let mut terminal = Terminal::start(bench.home(), &["sh", "-c", &script]).unwrap();
            terminal.until(question).keys(typed).keys("\u{3}").until("[130]");
            let (raw, shown) = terminal.end();
            let lines: Vec<&str> = shown.lines().collect();
            assert_eq!(lines.first(), lines.last(), "{line}: the terminal is another\n{shown}");
            let [hidden, visible] = ["\u{1b}[?25l", "\u{1b}[?25h"].map(|code| raw.rfind(code));
            assert!(visible > hidden || hidden.is_none(), "{line}: the cursor is gone");
            assert!(!shown.contains("error:"), "{line}\n{shown}");
        }
    }
    assert_eq!(bench.process("log list --format ids").piped(b"").ids(), events);
}

#[test]
fn an_interrupt_before_the_end_of_several_questions_makes_nothing() {
    let bench = bench();
    let shown = answered(&bench, "create deploy --to ./x", &[("Which scopes?", ENTER), ("When does it end?", "\u{3}")]);
    assert!(shown.contains("[130]"), "{shown}");
    assert!(!bench.path("x").exists());
    assert!(bench.process("list --format ids").piped(b"").ids().is_empty());
}

#[test]
fn a_secret_that_is_typed_is_not_shown() {
    let bench = bench();
    bench.process("create deploy -s read_registry -q --to ./x").piped(b"").code(0);
    let secret = std::fs::read_to_string(bench.path("x")).unwrap();
    let typed = format!("wrong\u{15}{}\r", secret.trim_end());
    let mut terminal = Terminal::tokctl(bench.home(), "verify");
    terminal.until("Secret (not shown):").keys(&typed);
    let (raw, shown) = terminal.end();
    assert!(shown.contains("allowed") && shown.contains("[0]"), "the answer was another");
    assert!(!raw.contains(&secret[..12]) && !raw.contains("wrong"), "what was typed was shown");
    let shown = answered(&bench, "verify", &[("Secret (not shown):", ENTER)]);
    assert!(shown.contains("no secret was typed") && shown.contains("[2]"), "{shown}");
}

#[test]
fn names_are_escaped_where_one_chooses() {
    let bench = with_tokens();
    let hostile = "UPDATE tokens SET name = 'x' || char(27) || '[2J' || char(8238) || 'y' WHERE id = 3";
    crate::atomic::open(&bench).execute(hostile, []).unwrap();
    let mut terminal = Terminal::tokctl(bench.home(), "rotate");
    terminal.until("Which token?").until("x\\u{1b}[2J\\u{202e}y").keys("\u{3}");
    let (raw, _) = terminal.end();
    assert!(!raw.contains("\u{1b}[2J\u{202e}"), "{raw:?}");
}

#[test]
fn nobody_is_asked_in_a_script() {
    let bench = with_tokens();
    let cases = [
        ("create", "no kind of token is named", "`tokctl help kinds`"),
        ("create deploy", "no scope is named", "add `--scope SCOPE`"),
        ("create deploy-key", "no key is named", "add `--key FILE`"),
        ("create oauth", "no application is named", "add `--app APP`"),
        ("create impersonation -s api", "no user is named", "add `--user USER`"),
        ("rotate", "nothing is selected", "`--expiring 14d`"),
        ("suspend", "no token is named", "`tokctl list`"),
        ("show --project grp/app", "no token is named", "`tokctl list`"),
        ("revoke", "nothing is selected", "`--expired`"),
        ("user delete", "no user is named", "`tokctl user list`"),
    ];
    for (line, what, hint) in cases {
        bench.process(line).piped(b"").code(2).stdout("").says(&format!("error: {what}")).says(hint);
        for off in [format!("tokctl {line} --no-input"), format!("CI=1 tokctl {line}")] {
            let terminal = Terminal::start(bench.home(), &["sh", "-c", &format!("{off}; echo \"[$?]\"")]);
            let (_, shown) = terminal.unwrap().end();
            assert!(shown.contains(&format!("error: {what}")) && shown.contains("[2]"), "{off}\n{shown}");
        }
    }
}

#[test]
fn a_terminal_of_a_few_lines_shows_no_list_and_says_so() {
    let bench = with_tokens();
    for line in ["create", "create deploy", "rotate", "revoke"] {
        let script = format!("stty rows 4; tokctl {line}; echo \"[$?]\"");
        let (_, shown) = Terminal::start(bench.home(), &["sh", "-c", &script]).unwrap().end();
        assert!(shown.contains("too low for a list") && shown.contains("[2]"), "{shown}");
    }
}

#[test]
fn without_colour_no_colon_stands_behind_a_question_mark() {
    let bench = with_tokens();
    for (line, question) in [("create", "Which kind of token?"), ("show", "Which token?"), ("revoke", "Which tokens?")]
    {
        let script = format!("NO_COLOR=1 tokctl {line}");
        let mut terminal = Terminal::start(bench.home(), &["sh", "-c", &script]).unwrap();
        terminal.until(question).keys("\u{3}");
        let shown = terminal.end().1;
        assert!(!shown.contains("?:") && !shown.contains("):"), "{shown}");
    }
}

#[test]
fn a_question_that_the_terminal_would_break_is_told_before_it_is_asked() {
    let bench = bench();
    let name = "a-name-".repeat(12);
    bench.process(&format!("app add {name} -s read_api")).piped(b"").code(0);
    bench.process(&format!("create oauth --app {name} -q --to pair")).piped(b"").code(0);
    let shown = answered(&bench, &format!("app delete {name}"), &[("Go on?", "y")]);
    assert!(shown.contains("Delete the application") && shown.contains("[0]"), "{shown}");
    bench.process(&format!("app show {name}")).piped(b"").code(3);
}

#[test]
fn only_what_the_command_can_be_done_to_is_offered() {
    let bench = bench();
    bench.process("user add boss --admin").piped(b"").code(0);
    bench.process("create runner -q --to runner --name undated").piped(b"").code(0);
    bench.process("create deploy -s read_registry -q --to dated --name dated").piped(b"").code(0);
    let shown = answered(&bench, "shorten --expires 7d", &[("Which token?", ENTER)]);
    assert!(shown.contains("ends at") && !shown.contains("undated"), "{shown}");
    let asked = [("As whom is it to act?", ENTER)];
    let shown = answered(&bench, "create impersonation -s api --expires 1d", &asked);
    assert!(shown.contains("for the user ann") && !shown.contains("boss"), "{shown}");
}
