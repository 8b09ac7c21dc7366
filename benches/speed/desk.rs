//! The operator's desk: what is asked of ten thousand tokens of all kinds, each within a second.

use std::fmt::Write as _;
use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};
use base64ct::{Base64, Encoding as _};

use super::report::line;
use super::stores::{Bench, Store, TOKCTL};
use super::tools::timed;

/// How many tokens there are.
const TOKENS: u32 = 10_000;

/// The questions. A store that is just made has no first of March.
const QUESTIONS: [&[&str]; 6] = [
    &["list", "--expiring", "this-month"],
    &["list", "--unused", "90d"],
    &["list", "--access", "repository:write", "--valid-in", "grp/app", "--as-of", "1s"],
    &["list", "--created-by", "ann", "--all"],
    &["log", "verify", "--quiet"],
    &["show", "1"],
];

/// A row of a file that makes one token of each kind in turn.
fn row(number: u32) -> String {
    let fields = match number % 9 {
        0 => r#""kind":"deploy","project":"grp/app","scopes":["read_registry"],"expires":"30d""#.to_owned(),
        1 => r#""kind":"personal","user":"ann","scopes":["api"],"expires":"7d""#.to_owned(),
        2 => r#""kind":"impersonation","user":"ann","scopes":["api"]"#.to_owned(),
        3 => r#""kind":"project-access","project":"grp/app","scopes":["write_repository"]"#.to_owned(),
        4 => r#""kind":"oauth","user":"ann","app":"dash""#.to_owned(),
        5 => format!(r#""kind":"deploy-key","project":"grp/app","write":true,"key":"{}""#, key(number)),
        6 => r#""kind":"runner-registration","group":"grp","use_limit":5"#.to_owned(),
        7 => r#""kind":"runner","project":"grp/app""#.to_owned(),
        _ => r#""kind":"job","project":"grp/app","user":"ann","life":"30d""#.to_owned(),
    };
    format!("{{{fields}}}")
}

/// The public half of a key that nobody has the other half of.
fn key(number: u32) -> String {
    let mut blob = vec![0, 0, 0, 11];
    blob.extend(b"ssh-ed25519");
    blob.extend([0, 0, 0, 32]);
    blob.extend([7; 28]);
    blob.extend(number.to_be_bytes());
    format!("ssh-ed25519 {}", Base64::encode_string(&blob))
}

fn run(store: &Store, words: &[&str]) -> Result<()> {
    ensure!(Command::new(TOKCTL).args(store.with(words)).arg("--quiet").status()?.success(), "{words:?} failed");
    Ok(())
}

pub(super) fn measure(bench: &Bench) -> Result<()> {
    let store = bench.copy(1, "desk")?;
    for words in [
        &["project", "add", "grp/app"][..],
        &["user", "add", "ann"],
        &["member", "add", "ann", "--group", "grp", "--role", "owner"],
        &["app", "add", "dash", "--scope", "api"],
    ] {
        run(&store, words)?;
    }
    let file = store.database.with_file_name("all.jsonl");
    fs::write(&file, lines((0..TOKENS).map(row))?)?;
    let secrets = store.database.with_file_name("secrets");
    let words = ["create", "--from", &file.to_string_lossy(), "--to", &secrets.to_string_lossy(), "--quiet"];
    let took = timed(&store.call(&words))?;
    line(&format!("create --from, {TOKENS} of nine kinds: ms"), &milliseconds(took.seconds), "");
    let hers = store.database.with_file_name("hers.jsonl");
    fs::write(&hers, lines((0..200).map(|number| row(number * 9)))?)?;
    let (hers, secrets) = (hers.to_string_lossy(), store.database.with_file_name("hers"));
    run(&store, &["create", "--from", &hers, "--as", "ann", "--to", &secrets.to_string_lossy()])?;
    for words in QUESTIONS {
        // The middle of five; what writes more than a pipe holds goes to a file.
        let out = store.database.with_file_name("out");
        let mut times = Vec::new();
        for _ in 0..5 {
            let begin = std::time::Instant::now();
            let status = Command::new(TOKCTL)
                .args(store.with(words))
                .stdout(fs::File::create(&out)?)
                .stderr(Stdio::null())
                .status()?;
            ensure!(status.success(), "{words:?} ended with {status}");
            times.push(begin.elapsed().as_secs_f64());
        }
        times.sort_by(f64::total_cmp);
        line(&format!("{}: ms", words.join(" ")), &milliseconds(times[2]), "below 1000");
    }
    Ok(())
}

fn lines(rows: impl Iterator<Item = String>) -> Result<String> {
    let mut text = String::new();
    for row in rows {
        writeln!(text, "{row}")?;
    }
    Ok(text)
}

fn milliseconds(seconds: f64) -> String {
    format!("{:.1}", seconds * 1000.0)
}
