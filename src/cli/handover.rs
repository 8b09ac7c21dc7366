//! Handing secrets over: which form they take, where they go, and what is said beside them.

use std::path::PathBuf;

use zeroize::Zeroizing;

use super::delivery::{Sink, read_secret_file};
use super::desk::Desk;
use super::report;
use crate::domain::digest::Digest;
use crate::domain::error::{Code, Error, Result};
use crate::domain::secret::{Form, Secret};
use crate::domain::token::State;
use crate::ops::list::Entry;
use crate::ops::mint::{Further, Minted};
use crate::ops::{Authority, Delivery};
use crate::render::{self, Format, Page};
use crate::store::Listed;

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

impl Handing {
    /// Says which form the secret takes.
    pub(super) fn form(&self, desk: &Desk<'_>) -> Result<Emit> {
        Ok(match (self.emit, desk.globals.format(), &self.to) {
            (Some(emit), _, _) => emit,
            // With `--to` the record goes to standard output without the secret, which is alone in its file.
            (None, Some(Format::Json), None) => Emit::Json,
            (None, None | Some(Format::Json), _) => Emit::Secret,
            (None, Some(other), _) => {
                return Err(Error::usage(format!("a secret is not handed over as {}", other.word()))
                    .hint("the forms are `--emit secret` and `--emit json`"));
            }
        })
    }
}

impl Emit {
    /// Says whether the password of a job has a place in the form.
    pub(super) const fn takes_password(self) -> bool {
        match self {
            Self::Secret => false,
            Self::Json => true,
        }
    }
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
    /// `length` is that of the secret, or of the secrets with the line ends between them; where more goes with it, the
    /// sink looks again.
    pub(super) fn prepare(desk: &'d Desk<'w>, handing: &Handing, length: usize) -> Result<Self> {
        let emit = handing.form(desk)?;
        let sink = match &handing.to {
            Some(path) => Sink::to_file(path),
            None => Sink::stdout(&desk.world.stdout)?,
        };
        if let Some(warning) = sink.check(length + 1)? {
            report::say(desk.world, &format!("warning: {warning}"));
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
            self.tell_record(&minted)?;
        }
        Ok(minted)
    }

    /// Writes the record without the secret, which is in its file; where that fails, says that the token is alive.
    fn tell_record(&self, minted: &Minted) -> Result<()> {
        let listed = minted.listed.clone();
        let id = listed.token.id;
        let written = record(&Entry { state: State::Active, listed, veiled: false });
        let printed = written.and_then(|text| self.desk.print(&text).map_err(|error| unwritten(&error)));
        printed.map_err(|error| {
            Error::failed(format!(
                "token {id} is alive, and its secret is in its file; only the record could not be written"
            ))
            .because(error.why.unwrap_or(error.what))
        })
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

    /// Returns where the two secrets of a pair went, in words.
    pub(super) fn whereabouts_of_pair(handing: &Handing) -> String {
        match &handing.to {
            Some(path) => {
                let path = path.display();
                format!("its access secret and its refresh secret are in {path}, and nothing can show them again")
            }
            None => "its access secret and its refresh secret were shown once, and nothing can show them again".into(),
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

/// Says what a hand-over would have given, and that it would have had where to go.
pub(super) fn rehearsed(desk: &Desk<'_>, handing: &Handing, listed: Listed, nothing: &str) -> anyhow::Result<()> {
    if let Some(path) = &handing.to {
        Sink::to_file(path).check(0)?;
    }
    desk.note_lines(&format!("would make {}\n{nothing}", render::tokens::account(&listed)));
    if desk.globals.format() == Some(Format::Json) {
        desk.print(&record(&Entry { state: State::Active, listed, veiled: false })?)?;
    }
    Ok(())
}

/// Returns the length of a pair of OAuth secrets, with the line end between them.
pub(super) fn pair_length() -> usize {
    Form::OauthAccess.length() + 1 + Form::OauthRefresh.length()
}

/// Puts a secret into the form it is handed over in.
fn form(emit: Emit, minted: &Minted) -> Result<Zeroizing<Vec<u8>>> {
    // Large enough never to move: a buffer that grows leaves copies of the secret behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(16 * 1024));
    match emit {
        Emit::Secret => {
            bytes.extend_from_slice(minted.secret.expose());
            if let Some(Further::Refresh(further)) = &minted.further {
                bytes.push(b'\n');
                bytes.extend_from_slice(further.expose());
            }
        }
        Emit::Json => {
            let entry = Entry { state: State::Active, listed: minted.listed.clone(), veiled: false };
            let record = json_line(&entry)?;
            bytes.extend_from_slice(br#"{"version":1,"tokens":[{"secret":""#);
            // Letters, digits, `.`, `-` and `_` only: nothing in a secret needs escaping in JSON.
            bytes.extend_from_slice(minted.secret.expose());
            match &minted.further {
                Some(Further::Refresh(further)) => {
                    bytes.extend_from_slice(br#"","refresh_secret":""#);
                    bytes.extend_from_slice(further.expose());
                }
                // Nor does anything in a deploy token's username.
                Some(Further::Deploy { username, secret }) => {
                    bytes.extend_from_slice(br#"","deploy_user":""#);
                    bytes.extend_from_slice(username.as_bytes());
                    bytes.extend_from_slice(br#"","deploy_password":""#);
                    bytes.extend_from_slice(secret.expose());
                }
                None => {}
            }
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

/// Returns the record of a token as a document of its own.
pub(super) fn record(entry: &Entry) -> Result<String> {
    written(Format::Json, entry)
}

/// The error for a record that could not be written.
pub(super) fn unwritten(error: &std::io::Error) -> Error {
    Error::failed("the record could not be written").because(error.to_string())
}

fn written(format: Format, entry: &Entry) -> Result<String> {
    let mut out = Vec::new();
    let (page, sheet) = (Page::new(format), &render::tokens::SHEET);
    render::card(&page, sheet, &render::tokens::row(entry), &mut out).map_err(|error| unwritten(&error))?;
    String::from_utf8(out).map_err(|error| Error::failed("the record could not be written").because(error.to_string()))
}

/// Reads the secret that a file of an earlier hand-over holds, and says whose it is; of a pair the access secret.
pub(super) fn digest_in(path: &std::path::Path) -> Option<Digest> {
    let bytes = read_secret_file(path).ok().flatten()?;
    let (first, _) = halves(&bytes).unwrap_or((&bytes, &[]));
    let secret = Secret::parse(first).or_else(|wrong| in_record(first).map_or(Err(wrong), Secret::parse));
    secret.ok().map(|(secret, _)| secret.digest())
}

/// Finds the secret in a record of `--emit json`.
fn in_record(bytes: &[u8]) -> Option<&[u8]> {
    const BEFORE: &[u8] = br#""secret":""#;
    let start = bytes.windows(BEFORE.len()).position(|window| window == BEFORE)? + BEFORE.len();
    let length = bytes[start..].iter().position(|byte| *byte == b'"')?;
    Some(&bytes[start..start + length])
}

/// Parts the two lines of a pair, access and refresh, as they were handed over; `None` for anything else.
pub(super) fn halves(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (access, refresh) = (&bytes[..end], &bytes[end + 1..]);
    let are = [(access, Form::OauthAccess), (refresh, Form::OauthRefresh)];
    let fits = are.iter().all(|(bytes, form)| Secret::parse(bytes).is_ok_and(|(_, found)| found == *form));
    fits.then_some((access, refresh))
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
