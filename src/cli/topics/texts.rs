//! The texts of the topics. What the tables in `domain` and `cli` know is read there.

use super::{INDEX, Part, Topic};
use crate::cli::{create, exit};
use crate::domain::action::{self, ACTIONS, Action};
use crate::domain::kind::Kind;

/// Returns every topic, in the order of the manual.
#[must_use]
pub fn topics() -> Vec<Topic> {
    let parts = [exit_codes(), formats(), times(), events(), kinds(), environment(), files(), security()];
    let headings =
        ["EXIT STATUS", "OUTPUT FORMATS", "TIMES", "EVENTS", "KINDS OF TOKEN", "ENVIRONMENT", "FILES", "SECURITY"];
    let topic = |(((name, about), heading), parts)| Topic { name, about, heading, parts };
    INDEX.into_iter().zip(headings).zip(parts).map(topic).collect()
}

fn text(text: &str) -> Part {
    Part::Text(text.to_owned())
}

fn terms(terms: &[(&str, &str)]) -> Part {
    Part::Terms(terms.iter().map(|(word, meaning)| ((*word).to_owned(), (*meaning).to_owned())).collect())
}

fn exit_codes() -> Vec<Part> {
    vec![
        Part::Terms(exit::table().map(|(code, meaning)| (code.to_string(), meaning.to_owned())).collect()),
        text(
            "`tokctl exec` ends as its command does, with 128 and the number of a signal that ended it. \
             For `tokctl verify` the exit code is the answer: 0 allowed, 1 denied; 7 and 10 mean that nobody answered, which \
             is no permission. After 8 there is no live token; after 9 `tokctl show` says whether there is one. A listing \
             whose reader goes away early ends with 0.",
        ),
    ]
}

fn formats() -> Vec<Part> {
    vec![
        text(
            "Data goes to standard output, words go to standard error. `--format` says how data is written, `--json` is \
             short for `--format json`, and `--quiet` alone makes a listing print ids.",
        ),
        terms(&[
            (
                "table",
                "columns for people, without those that are rarely wanted; not for programs, since it may change",
            ),
            (
                "json",
                "one object with `version`, and the things in an array that is named after them, as in `tokens`; errors are \
                 then JSON on standard error",
            ),
            ("jsonl", "one object in each line, written as it is found"),
            ("csv", "a line with the names of the columns, then one for each thing, after RFC 4180"),
            ("ids", "one id in each line, as other commands take it"),
            ("sarif", "a log of SARIF 2.1.0 with the findings, which `tokctl audit` alone writes"),
        ]),
        text(
            "Every format has the id. Keys and columns are added over time, never renamed or taken away. Instants are \
             written `2027-01-31T00:00:00Z`, in UTC; what never comes is `null` in JSON and an empty cell in CSV. What a \
             spreadsheet would take for a formula has a `'` in front in CSV. Characters of names that a terminal would \
             obey are written by their number, as `\\u{1b}`.",
        ),
        text(
            "A secret is no listing: it goes to standard output alone, with one newline after it, or to the new file of \
             `--to`. `--emit` says in which form. With `--to` and `--json` the record goes to standard output, without the \
             secret.",
        ),
    ]
}

fn times() -> Vec<Part> {
    vec![
        text("All times are in UTC and whole seconds, whatever the time zone of the machine."),
        terms(&[
            (
                "a life",
                "a number and a unit: `90s` seconds, `15m` minutes, `12h` hours, `30d` days, `2w` weeks, `6mo` months, `1y` \
                 years; or `never`. Mind that `6m` is six minutes",
            ),
            (
                "an end",
                "for `--expires`: a date as in `2027-01-31`, a life in days and up, which counts from today's date, or \
                 `never`. The token lives while it is before 00:00:00 UTC of that date, and is dead from that second on, \
                 everywhere",
            ),
            (
                "an instant",
                "a date and a time of day with a zone, as in `2027-01-31T08:00:00Z` or `2027-01-31T10:00:00+02:00`; a date \
                 alone is its 00:00:00 UTC",
            ),
        ]),
        text(
            "The end that was meant is said when a token is made. No option and no variable sets the clock. Where the clock \
             of the machine is behind the newest event in the store, the store's time counts; more than five minutes \
             behind, nothing is made until the clock is right, while revoking and verifying go on.",
        ),
    ]
}

fn events() -> Vec<Part> {
    let term = |action: &Action| (action.word.to_owned(), action.about.to_owned());
    vec![
        text(
            "Each change leaves an event in the trail, which `tokctl log list` reads. `--action` takes these words, and \
             patterns of them as in `token.*`:",
        ),
        Part::Terms(ACTIONS.iter().map(term).collect()),
        Part::Text(format!(
            "`--object` takes the sort of things that it was done to, alone or with the id of one, as in `user:2`. There are \
             {}.",
            action::objects().collect::<Vec<_>>().join(", ")
        )),
    ]
}

fn kinds() -> Vec<Part> {
    let term = |kind: Kind| {
        let names = [Some(kind.word()), kind.alias()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let about = create::about(kind).unwrap_or_else(|| {
            "A job token, made by `tokctl job start`: works while its job runs, and ends with it".into()
        });
        let scopes = match kind.scopes().words().join(", ") {
            none if none.is_empty() => "It has no scopes".to_owned(),
            words => format!("Its scopes: {words}"),
        };
        let life = match (kind.is_dated(), kind.can_rotate()) {
            (true, true) => " It can be given an end, and be rotated.",
            (true, false) => " It can be given an end.",
            (false, true) => " It can be rotated.",
            (false, false) => "",
        };
        (names, format!("{about}. {scopes}.{life}"))
    };
    vec![
        text(
            "`tokctl create KIND` makes a token. A person picks `personal`; a machine that clones, pulls images or \
             publishes packages gets `deploy`; one that uses the API gets `project-access`.",
        ),
        Part::Terms(Kind::all().map(term).collect()),
        text("`tokctl scopes` prints what each kind opens, `tokctl scopes KIND` what each of its scopes is for."),
    ]
}

fn environment() -> Vec<Part> {
    vec![
        terms(&[
            ("TOKCTL_STORE", "The store to work on, where `--store` names none."),
            (
                "TOKCTL_PROJECT",
                "The project that `tokctl create`, `tokctl exec` and `tokctl job start` take where none is named. What it chose is \
                 said.",
            ),
            ("CI_PROJECT_PATH", "The same, where TOKCTL_PROJECT is not set. GitLab CI sets it in every job."),
            (
                "TOKCTL_HOST",
                "The host that a secret is for, in the forms of `--emit` that name one, where `--host` names none.",
            ),
            ("CI_REGISTRY", "The same for `--emit docker-config`, where TOKCTL_HOST is not set."),
            ("CI_SERVER_URL", "The same for the other forms; of the URL, its host counts."),
            ("CI", "If set and not empty, nothing is ever asked, as with `--no-input`, and no progress is shown."),
            ("NO_COLOR", "If set and not empty, output has no colour, unless `--color always` asks for it."),
            ("TERM", "`dumb` means the same as NO_COLOR, and shows no progress."),
            ("CLICOLOR_FORCE", "If set to anything but 0, output is coloured where it goes to no terminal too."),
            ("PATH", "Where `tokctl exec` looks for its command."),
            (
                "XDG_RUNTIME_DIR",
                "Where `tokctl exec` puts the private file of a secret, if nobody else can write there.",
            ),
            ("TMPDIR", "The same, where XDG_RUNTIME_DIR will not do; without it, `/tmp`."),
            (
                "GIT_CONFIG_COUNT",
                "How many settings there are for git already; `tokctl exec --emit git-credential` adds its own.",
            ),
            (
                "XDG_DATA_HOME",
                "Where the directory `tokctl` with the store lies on Linux; without it, `~/.local/share`. It must be an \
                 absolute path.",
            ),
            ("HOME", "Where `~` is."),
        ]),
        text(
            "An option counts more than a variable. No variable sets the clock, says who acts, or carries a secret to tokctl; who acts \
             is the account that the kernel names, whatever USER says.",
        ),
    ]
}

fn files() -> Vec<Part> {
    vec![
        terms(&[
            ("~/.local/share/tokctl/store.db", "The store on Linux. `tokctl store path` prints where yours is."),
            ("~/Library/Application Support/tokctl/store.db", "The store on macOS."),
            (
                "store.db-wal, store.db-shm",
                "The store's write-ahead log and its index. They belong to the store: never delete or copy one without the \
                 other.",
            ),
            ("store.db.lock", "The lock on which writers queue. It is empty."),
            (
                "store.db.replaced-*, store.db.version-*",
                "Stores as they were before `tokctl store restore` or an upgrade, which `tokctl store restore` takes; remove \
                 them when you need them no more.",
            ),
            (
                "store.db.damaged-*",
                "Damaged stores as they were before `tokctl store restore`, which does not take them, but asks one what was \
                 revoked where it was cut off.",
            ),
            (
                "store.db.reserve",
                "Room set aside on the disk, so that a token can be revoked even when the disk is full.",
            ),
        ]),
        text(
            "All of them are readable by their owner alone (0600, in a directory that nobody else can write), and tokctl \
             refuses to work where they are not. There is no configuration file: what is demanded of tokens is a policy in the store, as \
             `tokctl policy list` shows.",
        ),
        text(
            "Completions for bash, zsh, fish, elvish and PowerShell are in `completions/` of the source, the manual is in \
             `man/`.",
        ),
    ]
}

fn security() -> Vec<Part> {
    vec![
        text(
            "The store holds SHA-256 digests of random secrets, and nothing from which a secret could be had again. Who \
             reads it cannot authenticate with what is in it.",
        ),
        text(
            "Whoever can write the store can act as anyone in it, and change its trail. Roles and `--as` hold between \
             people who go through tokctl; they hold neither against root, nor against another program that runs as the \
             store's owner.",
        ),
        text(
            "A secret never goes in as an argument or by a variable, where others could read it; the command of `tokctl exec` \
             alone gets its own in its environment. What was printed on a \
             screen stays in its scrollback, and in the logs of CI: `--to FILE`, or `TOKEN=$(tokctl create …)`, keep it \
             out of there. A secret that leaked is not to be had back: revoke its token, which acts at the next question.",
        ),
        text(
            "Secrets begin like GitLab's, so that the common scanners find them. Some scanners also verify what they find: \
             they may send a found `glpat-` secret to gitlab.com, to ask whether it is alive there. It opens nothing \
             there, but it has left your network. Run trufflehog with `--no-verification`, or point its GitLab verifier \
             at a host of yours.",
        ),
    ]
}
