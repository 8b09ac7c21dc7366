//! Handing secrets over: which form they take, where they go, and what is said beside them.

pub(super) mod held;
pub(super) mod host;
pub(super) mod many;
mod next;
mod replacing;
mod said;

use std::cell::RefCell;
use std::path::PathBuf;

use super::delivery::Sink;
use super::desk::Desk;
use super::{report, values};
use crate::domain::error::{Code, Error, Result};
use crate::domain::host::Host;
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::domain::secret::Form;
use crate::ops::mint::Minted;
use crate::ops::{Authority, Delivery};
use crate::render::Format;
use crate::render::emit::{self, Emit, Written};
use crate::render::escape;
use crate::store::HandOver;

pub(super) use replacing::{Outlook, Replacing};
pub(super) use said::{record, rehearsed, rehearsed_many, say_made, tell_listed, unwritten};

/// The heading in help of what says where a secret goes.
pub(super) const HANDING: &str = "Handing over the secret";

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
    #[arg(long, value_name = "FORM", value_parser = values::emits(), help_heading = HANDING)]
    pub(super) emit: Option<Emit>,

    /// The host that the secret is for, where the form names one, as in registry.example.com:5050; without it,
    /// TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost
    #[arg(long, value_name = "HOST", value_parser = values::host, help_heading = HANDING)]
    pub(super) host: Option<Host>,
}

impl Handing {
    /// Returns the form that the secret is to take.
    ///
    /// # Errors
    /// `Usage` for a format of listings that no secret is written in.
    pub(super) fn form(&self, desk: &Desk<'_>) -> Result<Emit> {
        match (self.emit, desk.globals.format(), &self.to) {
            (Some(emit), _, _) => Ok(emit),
            // With `--to` the record goes to standard output without the secret, which is alone in its file.
            (None, Some(Format::Json), None) => Ok(Emit::Json),
            (None, None | Some(Format::Json), _) => Ok(Emit::Secret),
            (None, Some(other), _) => Err(Error::usage(format!("a secret is not handed over as {}", other.word()))
                .hint("the forms are those of `--emit`, as in `--emit secret` or `--emit json`")),
        }
    }

    /// Returns the same with what is not named taken from a file that is replaced: the form, and the host that it names.
    ///
    /// # Errors
    /// As [`Self::form`].
    pub(super) fn like(&self, desk: &Desk<'_>, written: Option<&Written>) -> Result<Self> {
        let asked = self.form(desk)?;
        let (Some(written), Some(path)) = (written, &self.to) else { return Ok(self.clone()) };
        let form = if self.emit.is_none() { written.form } else { asked };
        let host = self.host.clone().or_else(|| written.host.clone().filter(|_| form == written.form));
        if self.emit.is_none() && form != Emit::Secret {
            let of = host.as_ref().map_or_else(String::new, |host| format!(" for {}", host.authority()));
            desk.note(&format!("as {}{of}, like what {} holds", form.word(), escape::line(&path.to_string_lossy())));
        }
        Ok(Self { emit: Some(form), host, ..self.clone() })
    }

    /// Refuses, before anything is made, a form that what is minted cannot be used in.
    ///
    /// # Errors
    /// As [`Self::form`] and [`Emit::check`].
    pub(super) fn check(&self, desk: &Desk<'_>, kind: Kind, scopes: ScopeSet) -> Result<()> {
        self.form(desk)?.check(kind, scopes)
    }
}

/// A hand-over on its way.
pub(super) struct Handover<'d, 'w> {
    desk: &'d Desk<'w>,
    emit: Emit,
    host: Option<Host>,
    to: Option<PathBuf>,
    sink: Sink,
}

impl<'d, 'w> Handover<'d, 'w> {
    /// Prepares one, and checks before anything is made that what is minted can arrive.
    ///
    /// `length` is that of the secret, or of the secrets with the line ends between them; where more goes with it, the
    /// sink looks again.
    pub(super) fn prepare(desk: &'d Desk<'w>, handing: &Handing, length: usize) -> Result<Self> {
        let sink = match &handing.to {
            Some(path) => Sink::to_file(path),
            None => Sink::stdout(&desk.world.stdout)?,
        };
        Self::into_sink(desk, handing, sink, length)
    }

    /// Prepares one into a sink that was chosen already.
    pub(super) fn into_sink(desk: &'d Desk<'w>, handing: &Handing, sink: Sink, length: usize) -> Result<Self> {
        let emit = handing.form(desk)?;
        if let Some(warning) = sink.check(length + 1)? {
            report::say(desk.world, &format!("warning: {warning}"));
        }
        let host = host::chosen(desk, handing.host.as_ref(), emit)?;
        Ok(Self { desk, emit, host, to: handing.to.clone(), sink })
    }

    /// Mints with `mint`, and hands over what it minted inside its transaction.
    pub(super) fn carry_out(
        mut self,
        mint: impl FnOnce(&mut Delivery<'_, Minted>) -> Result<Minted>,
    ) -> anyhow::Result<Minted> {
        let (emit, host) = (self.emit, self.host.take());
        let hand_over = |sink: &mut Sink, minted: &Minted| sink.hand_over(&emit::write(emit, host.as_ref(), minted)?);
        let minted = deliver(&mut self.sink, hand_over, Sink::wait, mint);
        let minted = minted.map_err(|error| taken_back(error, || self.sink.withdraw()))?;
        self.sink.finish()?;
        if self.to.is_some() && self.desk.format() == Format::Json {
            said::tell_record(self.desk, &minted)?;
        }
        Ok(minted)
    }
}

/// Carries an operation out with a sink for what it mints: it is handed over as `hand_over` says, inside the transaction.
fn deliver<S, T>(
    sink: &mut S,
    hand_over: impl Fn(&mut S, &T) -> Result<HandOver>,
    wait: impl Fn(&S) -> Result<()>,
    mint: impl FnOnce(&mut Delivery<'_, T>) -> Result<T>,
) -> Result<T> {
    let sink = RefCell::new(sink);
    mint(&mut Delivery {
        hand_over: &mut |minted| hand_over(&mut sink.borrow_mut(), minted),
        wait: &mut || wait(&sink.borrow()),
    })
}

/// Takes files back, where nothing came alive; where nobody knows, they stay.
fn taken_back(error: Error, withdraw: impl FnOnce() -> Option<String>) -> Error {
    if error.code == Code::Uncertain {
        return error;
    }
    match (withdraw(), &error.why) {
        (None, _) => error,
        (Some(left), Some(why)) => Error { why: Some(format!("{why}; {left}")), ..error },
        (Some(left), None) => error.because(left),
    }
}

/// Returns the length of a pair of OAuth secrets, with the line end between them.
pub(super) fn pair_length() -> usize {
    Form::OauthAccess.length() + 1 + Form::OauthRefresh.length()
}

/// Adds to the refusal of an existing file what it holds, where it holds a secret of this store.
pub(super) fn explain_existing(authority: &Authority<'_>, handing: &Handing, error: Error) -> Error {
    let Some(path) = handing.to.as_ref().filter(|_| error.code == Code::Conflict) else { return error };
    let known = held::digest_in(path).and_then(|digest| authority.recognise(&digest).ok().flatten());
    match known {
        None => error,
        Some((token, live)) => {
            let state = if live { "the live secret" } else { "a dead secret" };
            error.because(format!("it holds {state} of token {}", token.id))
        }
    }
}
