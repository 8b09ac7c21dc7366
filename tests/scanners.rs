//! Secret scanners find what tokctl mints, and find nothing in this repository.
//!
//! The rules are in `data/scanner_rules.txt`. No message shows a secret or the text that a rule matched.

#![cfg(test)]

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::bytes::Regex;
use tokctl::domain::secret::{Form, Secret};

const RULES: &str = include_str!("data/scanner_rules.txt");

/// The patterns that find whole secrets of ours in text.
const OURS: [&str; 2] = [
    r"\b(?:[a-z0-9]{1,12}-)?(?:glpat-|gldt-|glrt-|GR1348941|glcbt-[0-9a-f]{1,5}_)[1-9A-HJ-NP-Za-km-z]{20}-[1-9A-HJ-NP-Za-km-z]{6}\.1[a-z]\.0r[0-9a-z]{7}\b",
    r"\b(?:[a-z0-9]{1,12}-)?gloas-[1-9A-HJ-NP-Za-km-z]{64}\.1[of]\.1s[0-9a-z]{7}\b",
];

/// Where a secret is found in the wild: what stands before it, and after.
const CONTEXTS: [(&str, &str); 8] = [
    ("", ""),
    ("TOKEN=", "\n"),
    ("  token: \"", "\""),
    ("https://u:", "@h/x.git"),
    ("password ", " "),
    ("[x]\nt = \"", "\" ; c"),
    ("Authorization: Bearer ", ""),
    ("acme-", ""),
];

struct Rule {
    name: &'static str,
    prefixes: Vec<&'static str>,
    entropy: f64,
    hits: bool,
    regex: Regex,
}

/// Compiles a scanner's pattern. They mean ASCII by `\w` and `\b`; a look-ahead, which `regex` does not have, is read
/// as the character itself or the end, which is the same where only yes or no is asked.
fn compiled(pattern: &str) -> Regex {
    let pattern = pattern.replace(r"(?!\w)", r"(?:\W|$)").replace(r"(?![0-9a-zA-Z_\-])", r"(?:[^0-9a-zA-Z_\-]|$)");
    Regex::new(&format!("(?-u){pattern}")).unwrap()
}

fn rules() -> Vec<Rule> {
    let lines = RULES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rule = |line: &'static str| {
        let [name, prefixes, entropy, outcome, pattern] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("not five columns: {line}")
        };
        assert!(["hit", "miss"].contains(&outcome), "{name}");
        Rule {
            name,
            prefixes: prefixes.split(',').collect(),
            entropy: entropy.parse().unwrap(),
            hits: outcome == "hit",
            regex: compiled(pattern),
        }
    };
    lines.map(rule).collect()
}

/// Names the prefix of a form as the table of rules does: the letters that its secrets begin with.
fn prefix(form: Form) -> String {
    fresh(form)[0].chars().take_while(char::is_ascii_alphabetic).collect()
}

/// Mints 300 secrets, the same in every run (`SplitMix64`).
fn fresh(form: Form) -> Vec<String> {
    let mut state = form as u64;
    let mut fill = |buffer: &mut [u8]| {
        for byte in buffer {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            *byte = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb).to_be_bytes()[0];
        }
        Ok::<(), Infallible>(())
    };
    let mut secret = || String::from_utf8(Secret::mint(form, &mut fill).unwrap().expose().to_vec()).unwrap();
    (0..300).map(|_| secret()).collect()
}

/// Counts bits per character, as the scanners do.
fn entropy(text: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text {
        counts[usize::from(*byte)] += 1;
    }
    let total = f64::from(counts.iter().sum::<u32>());
    let shares = counts.into_iter().filter(|count| *count > 0).map(|count| f64::from(count) / total);
    shares.map(|share| -share * share.log2()).sum()
}

#[test]
fn scanners_find_every_fresh_secret_but_by_the_rules_that_are_known_to_miss() {
    let rules = rules();
    for form in Form::all() {
        let prefix = prefix(form);
        let rules: Vec<&Rule> = rules.iter().filter(|rule| rule.prefixes.contains(&prefix.as_str())).collect();
        assert!(rules.iter().any(|rule| rule.hits), "no rule finds {form:?}");
        for secret in fresh(form) {
            for (before, after) in CONTEXTS {
                let text = format!("{before}{secret}{after}");
                for Rule { name, entropy: least, hits, regex, .. } in &rules {
                    let found = regex.find(text.as_bytes());
                    assert_eq!(found.is_some(), *hits, "{name} in {form:?} after `{before}`");
                    if let Some(found) = found {
                        assert!(found.start() <= before.len() && found.end() > before.len() + 20, "{name}: elsewhere");
                        assert!(entropy(found.as_bytes()) >= *least, "{name}: too little entropy in {form:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn our_own_patterns_find_the_whole_of_every_fresh_secret() {
    let ours = OURS.map(compiled);
    for form in Form::all() {
        for secret in fresh(form) {
            for (before, after) in CONTEXTS {
                let text = format!("{before}{secret}{after}");
                let found: Vec<_> = ours.iter().filter_map(|regex| regex.find(text.as_bytes())).collect();
                assert_eq!(found.len(), 1, "{form:?} after `{before}`");
                assert!(found[0].as_bytes().ends_with(secret.as_bytes()), "{form:?} after `{before}`");
            }
        }
    }
}

#[test]
fn no_rule_is_for_a_prefix_that_tokctl_does_not_mint() {
    for rule in rules() {
        for named in rule.prefixes {
            assert!(Form::all().any(|form| prefix(form) == named), "{}: {named}", rule.name);
        }
    }
}

/// Push protection at the big hosts would block the repository, and every fork of it.
#[test]
fn no_file_of_the_repository_holds_what_looks_like_a_secret() {
    let ours = OURS.iter().map(|pattern| ("tokctl", compiled(pattern)));
    let theirs = rules().into_iter().filter(|rule| rule.hits).map(|rule| (rule.name, rule.regex));
    let rules: Vec<(&str, Regex)> = ours.chain(theirs).collect();
    let files = files();
    assert!(files.iter().any(|file| file.ends_with("tests/scanners.rs")), "this very file is not among them");
    for file in files {
        // A file can be tracked and yet not be there, or be a link to nowhere.
        let Ok(text) = std::fs::read(&file) else { continue };
        for (name, regex) in &rules {
            let line = regex.find(&text).map(|found| text[..found.start()].split(|byte| *byte == b'\n').count());
            assert_eq!(line, None, "{name} matches in that line of {}", file.display());
        }
    }
}

/// Lists what git tracks; in an unpacked archive, all there is but what was built.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root).output();
    let tracked = listed.ok().filter(|listed| listed.status.success() && !listed.stdout.is_empty());
    let Some(tracked) = tracked else { return walked(root) };
    let names = String::from_utf8(tracked.stdout).unwrap();
    names.split_terminator('\0').map(|name| root.join(name)).collect()
}

fn walked(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(directory).unwrap().map(Result::unwrap) {
        let kind = entry.file_type().unwrap();
        if kind.is_file() {
            files.push(entry.path());
        } else if kind.is_dir() && !["target", ".git"].iter().any(|name| entry.file_name() == *name) {
            files.extend(walked(&entry.path()));
        }
    }
    files
}
