//! Names as an attacker would choose them, as far as tokctl accepts them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tokctl::domain::name::{check_deploy_username, check_note, check_title};

/// Names for a store, all different, and for each a username and a tag.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    pub(super) names: Vec<String>,
    pub(super) usernames: Vec<String>,
    pub(super) tags: Vec<String>,
}

/// What means something to somebody: shells, spreadsheets, SQL, JSON, TOML, YAML, HTML, terminals, people.
const PIECES: [&str; 68] = [
    "'",
    "\"",
    "`",
    "\\",
    "$(id)",
    "${HOME}",
    "$0",
    "!!",
    "; rm -r ~",
    "&& id",
    "| id",
    "> /tmp/x",
    "#",
    "\\n",
    "\\u0041",
    "\\x1b[31m",
    "%s",
    "%00",
    "%",
    "_",
    "*",
    "?",
    "[a-z]",
    "{a,b}",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "@SUM(1)",
    "-1",
    "'); DROP TABLE tokens;--",
    "/*",
    "*/",
    ",",
    ";",
    ": ",
    " - ",
    "- ",
    "? ",
    "& ",
    "* a",
    "!!python/object:x",
    "|",
    ">",
    "%YAML",
    "---",
    "...",
    "[[runners]]",
    "]",
    "}",
    "{\"a\":1}",
    "null",
    "true",
    "~",
    "<script>",
    "</title>",
    "]]>",
    "&amp;",
    "\u{ffff}",
    "\u{fffe}",
    "\u{10ffff}",
    "\u{e000}",
    "BEGIN:VEVENT",
    "../..",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "\u{200d}\u{1f469}",
    "e\u{301}\u{301}",
    "\u{a0}",
    "ﬃİıß",
];

/// Names that are accepted, of pieces and of any characters at all.
fn name() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(&PIECES[..]).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        1 => "[ -~]{1,12}",
        1 => "\\PC{1,4}",
    ];
    let name = vec(piece, 1..6).prop_map(|pieces| pieces.concat().trim().to_owned());
    name.prop_filter("not accepted", |name| check_title("name", name).is_ok() && check_note(name).is_ok())
}

/// A few things at once, since a store costs more than a name.
pub(super) fn batch() -> impl Strategy<Value = Batch> {
    let username = "[A-Za-z0-9.+_-]{1,40}".prop_filter("not accepted", |name| check_deploy_username(name).is_ok());
    let tag = name().prop_filter("not a tag", |tag| !tag.contains(','));
    let different = vec(name(), 6).prop_filter("the same", |names| {
        let folded: std::collections::BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        folded.len() == names.len()
    });
    (different, vec(username, 6), vec(tag, 6)).prop_map(|(names, usernames, tags)| Batch { names, usernames, tags })
}
