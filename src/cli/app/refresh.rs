//! `tokctl app refresh`: a refresh secret for a new pair.

use std::path::PathBuf;

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::held::halves;
use crate::cli::handover::{Handing, Handover, explain_existing, pair_length, say_made};
use crate::cli::{prompt, secret_input};
use crate::ops::Authority;
use crate::render;

#[derive(Clone, Debug, clap::Args)]
#[command(
    after_help = "Standard input holds the refresh secret, or the two lines of the pair it belongs to. Two lines go \
                        out: the new access secret, then the new refresh secret. The old pair is dead in the same \
                        commit, unless the new one could not be handed over.\n\n\
                        A refresh secret works once. When it is used again, it is in two hands: the whole family of \
                        its token ends, and an alarm stands in the trail. So let one process refresh a pair, not two at once: \
                        the second would end what the first was given.\n\n\
                        Examples:\n  tokctl app refresh --secret-file ./pair --to ./new && mv ./new ./pair\n  \
                        tokctl app refresh <refresh.txt"
)]
pub(super) struct Refresh {
    /// Read the secret from this file, which only you may read; `-` is standard input
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,

    #[command(flatten)]
    handing: Handing,
}

impl Refresh {
    pub(super) fn run(self, desk: &Desk<'_>, authority: &Authority<'_>) -> anyhow::Result<Exit> {
        let handing = &self.handing;
        let read = if self.secret_file.is_none() && desk.may_ask() {
            prompt::secret(desk)?
        } else {
            secret_input::read(self.secret_file.as_deref(), &mut &desk.world.stdin)?
        };
        let secret = halves(&read).map_or(&read[..], |(_, refresh)| refresh);
        if handing.dry_run {
            let listed = authority.rehearse_refresh(secret);
            desk.pass_on(authority);
            desk.note_lines(&format!(
                "would make the next pair of {}\nnothing was changed",
                render::tokens::line(&listed?)
            ));
            return Ok(Exit::Done);
        }
        let handover = Handover::prepare(desk, handing, pair_length())
            .map_err(|error| explain_existing(authority, handing, error))?;
        let minted = handover.carry_out(|delivery| authority.refresh(secret, delivery));
        desk.pass_on(authority);
        let listed = minted?.listed;
        let old = listed.token.predecessor.map(|id| id.to_string()).unwrap_or_default();
        say_made(desk, handing, &listed, "made ", &format!("the pair of token {old} is dead"));
        Ok(Exit::Done)
    }
}
