//! Handing secrets over: which form they take, where they go, and what is said beside them.

use std::path::PathBuf;

use zeroize::Zeroizing;

use super::delivery::{Sink, read_secret_file};
use super::desk::Desk;
use crate::domain::digest::Digest;
use crate::domain::error::{Code, Error, Result};
use crate::domain::secret::Secret;
use crate::domain::token::State;
use crate::ops::list::Entry;
use crate::ops::mint::Minted;
use crate::ops::{Authority, Delivery};
use crate::render::{self, Format, Page};

/// The heading in help of what says where a secret goes.
pub(super) const HANDING: &str = "Handing over the secret";

/// The forms that a secret is handed over in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Emit {
    /// The secret and a newline, nothing else
    Secret,
    /// The whole record, with the secret in it
    Json,
}

/// The options of every command that mints.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Handing {
    /// Say what would be made, and make nothing
    #[arg(short = 'n', long, display_order = 90)]
    pub(super) dry_run: bool,

    /// Write the secret to this new file, readable by you alone, instead of standard output
    #[arg(long, value_name = "FILE", help_heading = HANDING)]
    pub(super) to: Option<PathBuf>,

    /// The form in which the secret is written; `--json` is short for `--emit json`
    #[arg(long, value_name = "FORM", value_enum, help_heading = HANDING)]
    pub(super) emit: Option<Emit>,
}

/// A hand-over on its way.
pub(super) struct Handover<'d, 'w> {
    desk: &'d Desk<'w>,
    emit: Emit,
    to: Option<PathBuf>,
    sink: Sink,
}

impl<'d, 'w> Handover<'d, 'w> {
    /// Prepares one, and checks before anything is made that what is minted can arrive.
    ///
    /// `length` is that of the secret; where more goes with it, the sink looks again.
    pub(super) fn prepare(desk: &'d Desk<'w>, handing: &Handing, length: usize) -> Result<Self> {
        let emit = match (handing.emit, desk.globals.format(), &handing.to) {
            (Some(emit), _, _) => emit,
            // With `--to` the record goes to standard output without the secret, which is alone in its file.
            (None, Some(Format::Json), None) => Emit::Json,
            (None, None | Some(Format::Json), _) => Emit::Secret,
            (None, Some(other), _) => {
                return Err(Error::usage(format!("a secret is not handed over as {}", other.word()))
                    .hint("the forms are `--emit secret` and `--emit json`"));
            }
        };
        let sink = match &handing.to {
            Some(path) => Sink::to_file(path),
            None => Sink::stdout(&desk.world.stdout)?,
        };
        if let Some(warning) = sink.check(length + 1)? {
            desk.note(&format!("warning: {warning}"));
        }
        Ok(Self { desk, emit, to: handing.to.clone(), sink })
    }

    /// Mints with `mint`, and hands over what it minted inside its transaction.
    pub(super) fn carry_out(
        mut self,
        mint: impl FnOnce(&mut Delivery<'_, Minted>) -> Result<Minted>,
    ) -> anyhow::Result<Minted> {
        let emit = self.emit;
        let sink = std::cell::RefCell::new(&mut self.sink);
        let minted = mint(&mut Delivery {
            hand_over: &mut |minted| {
                let bytes = form(emit, minted)?;
                sink.borrow_mut().hand_over(&bytes)
            },
            wait: &mut || sink.borrow().wait(),
        });
        let minted = minted.map_err(|error| self.taken_back(error))?;
        if self.to.is_some() && self.desk.format() == Format::Json {
            let entry = Entry { state: State::Active, listed: minted.listed.clone() };
            self.desk.print(&json_document(&entry)?)?;
        }
        Ok(minted)
    }

    /// Takes the file back, where nothing came alive; where nobody knows, it stays.
    fn taken_back(&mut self, error: Error) -> Error {
        if error.code == Code::Uncertain {
            return error;
        }
        match (self.sink.withdraw(), &error.why) {
            (None, _) => error,
            (Some(left), Some(why)) => Error { why: Some(format!("{why}; {left}")), ..error },
            (Some(left), None) => error.because(left),
        }
    }

    /// Returns where the secret went, in words.
    pub(super) fn whereabouts(handing: &Handing) -> String {
        match &handing.to {
            Some(path) => format!("its secret is in {}, and nothing can show it again", path.display()),
            None => "its secret was shown once, and nothing can show it again".into(),
        }
    }
}

/// Puts a secret into the form it is handed over in.
fn form(emit: Emit, minted: &Minted) -> Result<Zeroizing<Vec<u8>>> {
    // Large enough never to move: a buffer that grows leaves copies of the secret behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(16 * 1024));
    match emit {
        Emit::Secret => bytes.extend_from_slice(minted.secret.expose()),
        Emit::Json => {
            let entry = Entry { state: State::Active, listed: minted.listed.clone() };
            let record = json_line(&entry)?;
            bytes.extend_from_slice(br#"{"version":1,"tokens":[{"secret":""#);
            // Letters, digits, `.`, `-` and `_` only: nothing in a secret needs escaping in JSON.
            bytes.extend_from_slice(minted.secret.expose());
            bytes.extend_from_slice(br#"","#);
            bytes.extend_from_slice(record.trim_end().trim_start_matches('{').as_bytes());
            bytes.extend_from_slice(b"]}");
        }
    }
    bytes.push(b'\n');
    Ok(bytes)
}

fn json_line(entry: &Entry) -> Result<String> {
    written(Format::Jsonl, entry)
}

fn json_document(entry: &Entry) -> Result<String> {
    written(Format::Json, entry)
}

fn written(format: Format, entry: &Entry) -> Result<String> {
    let mut out = Vec::new();
    let failed = |error: std::io::Error| Error::failed("the record could not be written").because(error.to_string());
    render::card(&Page::new(format), &render::tokens::SHEET, &render::tokens::row(entry), &mut out).map_err(failed)?;
    String::from_utf8(out).map_err(|error| Error::failed("the record could not be written").because(error.to_string()))
}

/// Reads the secret that a file of an earlier hand-over holds, and says whose it is.
pub(super) fn digest_in(path: &std::path::Path) -> Option<Digest> {
    let bytes = read_secret_file(path).ok().flatten()?;
    Secret::parse(&bytes).ok().map(|(secret, _)| secret.digest())
}

/// Adds to the refusal of an existing file what it holds, where it holds a secret of this store.
pub(super) fn explain_existing(authority: &Authority<'_>, handing: &Handing, error: Error) -> Error {
    let Some(path) = handing.to.as_ref().filter(|_| error.code == Code::Conflict) else { return error };
    let known = digest_in(path).and_then(|digest| authority.recognise(&digest).ok().flatten());
    match known {
        None => error,
        Some((token, live)) => {
            let state = if live { "the live secret" } else { "a dead secret" };
            error.because(format!("it holds {state} of token {}", token.id))
        }
    }
}
