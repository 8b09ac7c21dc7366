//! Handing many secrets over in one transaction: together, a line each or one document, or each in a file of its own.

use std::path::{Path, PathBuf};

use super::{HANDING, Handing, deliver, host, said, taken_back};
use crate::cli::delivery::{DirectorySink, Parcel, Sink};
use crate::cli::desk::Desk;
use crate::cli::report;
use crate::domain::error::{Error, Result};
use crate::domain::host::Host;
use crate::domain::id::TokenId;
use crate::ops::Delivery;
use crate::ops::batch::Many;
use crate::ops::mint::Minted;
use crate::render::emit::{self, Emit};
use crate::render::{escape, tokens};
use crate::store::{HandOver, Listed};

/// The option of every command that mints many.
#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Apart {
    /// Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds
    /// that of token 17
    #[arg(long, value_name = "DIR", conflicts_with = "to", help_heading = HANDING)]
    pub(in crate::cli) to_dir: Option<PathBuf>,
}

/// A hand-over of many on its way.
pub(in crate::cli) struct Outlet<'d, 'w> {
    desk: &'d Desk<'w>,
    emit: Emit,
    host: Option<Host>,
    to_file: bool,
    way: Way,
}

enum Way {
    /// All of them one after the other.
    Together(Sink),
    /// Each in a file of its own.
    Apart(DirectorySink),
}

/// Results that many were minted in.
pub(in crate::cli) trait Minting {
    /// Returns what was minted, in its order.
    fn minted(&self) -> &[Minted];

    /// Returns what was made with it and has no secret.
    fn keys(&self) -> &[Listed] {
        &[]
    }
}

impl Minting for Many {
    fn minted(&self) -> &[Minted] {
        &self.minted
    }

    fn keys(&self) -> &[Listed] {
        &self.keys
    }
}

impl Apart {
    /// Returns the form that each of many secrets takes.
    ///
    /// # Errors
    /// `Usage` for a form that does not hold many, where they are not written apart.
    pub(in crate::cli) fn form(&self, desk: &Desk<'_>, handing: &Handing) -> Result<Emit> {
        let form = match (&self.to_dir, handing.emit, desk.globals.format()) {
            // The records go to standard output without the secrets, in whatever format of listings.
            (Some(_), None, Some(_)) => Emit::Secret,
            _ => handing.form(desk)?,
        };
        if self.to_dir.is_none() && !form.takes_many() {
            return Err(emit::holds_one(form));
        }
        Ok(form)
    }

    /// Refuses, before anything is made, a directory or a file that cannot be written.
    pub(in crate::cli) fn rehearse(&self, handing: &Handing, tokens: &[&Listed]) -> Result<()> {
        match (&self.to_dir, &handing.to) {
            (Some(directory), _) => {
                let sink = DirectorySink::new(directory);
                sink.check()?;
                sink.check_names(tokens.iter().map(|listed| name(listed.token.id)))
            }
            (None, Some(file)) => Sink::to_file(file).check(0).map(|_| ()),
            (None, None) => Ok(()),
        }
    }
}

/// Returns the name of the file that the secret of a token goes to: its number and nothing that anybody typed.
fn name(id: TokenId) -> String {
    format!("token-{id}")
}

impl<'d, 'w> Outlet<'d, 'w> {
    /// Prepares one for so many secrets of a length, or more, and checks before anything is made that they can arrive.
    pub(in crate::cli) fn prepare(
        desk: &'d Desk<'w>,
        handing: &Handing,
        apart: &Apart,
        (count, length): (usize, usize),
    ) -> Result<Self> {
        let emit = apart.form(desk, handing)?;
        let (way, warning) = match (&apart.to_dir, &handing.to) {
            (Some(directory), _) => {
                let sink = DirectorySink::new(directory);
                let warning = sink.check()?;
                (Way::Apart(sink), warning)
            }
            (None, to) => {
                let sink = match to {
                    Some(path) => Sink::to_file(path),
                    None => Sink::stdout(&desk.world.stdout)?,
                };
                let warning = sink.check(count.saturating_mul(at_least(emit, length)))?;
                (Way::Together(sink), warning)
            }
        };
        if let Some(warning) = warning {
            report::say(desk.world, &format!("warning: {warning}"));
        }
        let host = host::chosen(desk, handing.host.as_ref(), emit)?;
        Ok(Self { desk, emit, host, to_file: handing.to.is_some() || apart.to_dir.is_some(), way })
    }

    /// Mints with `mint`, and hands over what it minted inside its transaction.
    pub(in crate::cli) fn carry_out<T: Minting>(
        self,
        mint: impl FnOnce(&mut Delivery<'_, T>) -> Result<T>,
    ) -> anyhow::Result<T> {
        let Self { desk, emit, host, to_file, mut way } = self;
        let hand_over = |way: &mut Way, made: &T| way.hand_over(emit, host.as_ref(), made);
        let made = deliver(&mut way, hand_over, Way::wait, mint);
        let made = made.map_err(|error| taken_back(error, || way.withdraw()))?;
        if to_file {
            said::tell_records(desk, made.minted(), made.keys())?;
        }
        Ok(made)
    }
}

impl Way {
    fn hand_over(&mut self, emit: Emit, host: Option<&Host>, made: &impl Minting) -> Result<HandOver> {
        let (minted, keys) = (made.minted(), made.keys());
        if minted.is_empty() && (keys.is_empty() || emit != Emit::Json) {
            return Ok(HandOver::Nothing);
        }
        match self {
            Self::Together(sink) => sink.hand_over(&emit::write_many(emit, minted, keys)?),
            Self::Apart(sink) => {
                let parcel = |minted: &Minted| -> Result<Parcel> {
                    Ok((name(minted.listed.token.id), emit::write(emit, host, minted)?))
                };
                sink.hand_over(minted.len(), minted.iter().map(parcel)).map(|()| HandOver::Delivered)
            }
        }
    }

    fn wait(&self) -> Result<()> {
        match self {
            Self::Together(sink) => sink.wait(),
            Self::Apart(_) => Ok(()),
        }
    }

    fn withdraw(&mut self) -> Option<String> {
        match self {
            Self::Together(sink) => sink.withdraw(),
            Self::Apart(sink) => sink.withdraw(),
        }
    }
}

/// Returns how many bytes one of many secrets takes at least: known before any is minted, so that too many for a pipe are
/// refused before they are.
fn at_least(emit: Emit, length: usize) -> usize {
    let keys = || tokens::SHEET.columns.iter().map(|column| column.key.len() + 4).sum::<usize>();
    length + 1 + if emit == Emit::Json { keys() } else { 0 }
}

/// Where the secrets of tokens with these ids went, in words, for what is said beside them.
pub(in crate::cli) fn whereabouts(handing: &Handing, apart: &Apart, (first, last): (TokenId, TokenId)) -> String {
    let is_one = first == last;
    let (what, them) = if is_one { ("its secret is", "it") } else { ("their secrets are", "them") };
    let shown = |path: &Path| escape::line(&path.display().to_string()).into_owned();
    let place = match (&apart.to_dir, &handing.to) {
        (Some(directory), _) if is_one => format!("{what} in {}", shown(&directory.join(name(first)))),
        (Some(directory), _) => {
            format!("{what} in {}, each in its own file, {} to {}", shown(directory), name(first), name(last))
        }
        (None, Some(file)) if is_one => format!("{what} in {}", shown(file)),
        (None, Some(file)) => format!("{what} in {}, in the order of the ids", shown(file)),
        (None, None) if is_one => "its secret was shown once".into(),
        (None, None) => "their secrets were shown once, in the order of the ids".into(),
    };
    format!("{place}, and nothing can show {them} again")
}

/// The error for options that mint many and one at the same time.
pub(in crate::cli) fn one_at_a_time(option: &str) -> Error {
    Error::usage(format!("`{option}` is for one token")).hint("`--to-dir DIR` gives each of many a new file of its own")
}
