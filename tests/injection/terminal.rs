//! What reaches a terminal, of names that no command ever wrote: somebody else put them into the store.

use crate::support::Bench;

/// Every control character of both sets, what turns text round, and sequences that terminals obey.
fn hostile() -> Vec<String> {
    let mut names: Vec<String> = (0..0x20).chain(0x7f..0xa0).map(|code| char::from_u32(code).unwrap().into()).collect();
    names.extend(["\u{200e}", "\u{202e}", "\u{2066}", "\u{2028}", "\u{feff}", "\u{e0041}"].map(str::to_owned));
    let sequences = [
        "\x1b[2J",
        "\x1b]0;title\x07",
        "\x1b]52;c;aWQ=\x07",
        "\x1bP+q\x1b\\",
        "\u{9b}31m",
        "a\r\nb",
        "\x1b[6n",
        "\x1b]8;;x\x07",
    ];
    names.extend(sequences.map(str::to_owned));
    names
}

#[test]
fn no_control_character_of_a_name_reaches_a_terminal() {
    let bench = Bench::new();
    for line in [
        "user add ann",
        "project add grp/app",
        "create deploy --project grp/app -s read_registry -q --to deploy",
        "create project-access --project grp/app -s api -q --to bot",
        "app add his --scope api",
        "create runner-registration -q --to registration",
        "runner register -q --secret-file registration --to runner",
        "record add snippet --title x",
        "revoke 1 --yes --reason gone",
    ] {
        bench.process(line).piped(b"").code(0);
    }
    let name = format!("x{}y", hostile().join("z"));
    let connection = crate::atomic::open(&bench);
    for sql in [
        "UPDATE tokens SET name = substr(?1, 1, 200), note = ?1, revoked_why = CASE WHEN revoked_at IS NULL THEN NULL ELSE ?1 END",
        "UPDATE users SET name = ?1",
        "UPDATE apps SET name = ?1",
        "UPDATE runners SET description = ?1, tags = ?1, system_id = ?1",
        "UPDATE records SET title = ?1, reference = ?1",
        "UPDATE projects SET path = 'grp/' || ?1 WHERE path = 'grp/app'",
        "UPDATE events SET name = ?1, host = ?1, command = ?1, actor = ?1, reason = ?1, after = json_object('name', ?1)",
    ] {
        connection.execute(sql, [&name]).unwrap();
    }
    let commands = [
        "list --all",
        "show 1",
        "show 2",
        "log list",
        "user list",
        "user show ann",
        "app list",
        "runner list",
        "runner show 1",
        "record list",
        "record show 1",
        "project list",
        "member list --group grp",
        "revoke 2 --dry-run",
        "revoke 2",
        "user delete ann",
        "whoami",
        "verify --explain --secret-file bot",
        "create personal -s api --name other --to out",
    ];
    for command in commands {
        for format in ["", " --json", " --format jsonl", " --format csv", " --format table"] {
            let line = format!("{command}{format} --color never");
            let (_, shown) = bench.process(&line).raw_on_terminal("");
            let shown = String::from_utf8(shown).unwrap_or_else(|_| panic!("{line}: bytes that are no text"));
            // What tokctl itself draws with: a question is put on a line of its own, and hides the cursor.
            let drawn = ["\x1b[?25l", "\x1b[?25h", "\x1b[2K", "\x1b[1A", "\r"];
            let plain = drawn.iter().fold(without_colours(&shown), |text, code| text.replace(code, ""));
            let raw = plain.chars().find(|c| *c != '\n' && tokctl::domain::name::is_invisible(*c));
            assert!(raw.is_none(), "{line}: {raw:?} in {plain:?}");
        }
    }
}

/// Takes out the colours that questions are drawn in.
fn without_colours(text: &str) -> String {
    regex::Regex::new("\x1b\\[[0-9;]*m").unwrap().replace_all(text, "").into_owned()
}
