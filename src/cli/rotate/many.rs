//! Rotating many tokens at once, all of them or none: those that are named, or those that the options of `list` select.

use super::Rotate;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::explain_existing;
use crate::cli::handover::many::{Minting, Outlet, whereabouts};
use crate::cli::{prompt, report};
use crate::domain::error::{Error, Result};
use crate::domain::secret::Form;
use crate::ops::list::{Entry, Which};
use crate::ops::mint::Minted;
use crate::ops::rotate::{Rotated, Rotations};
use crate::ops::target::Target;
use crate::render::emit::Emit;
use crate::render::tokens;

/// How many tokens are named at most when somebody is asked.
const SHOWN: usize = 20;

impl Minting for Rotated {
    fn minted(&self) -> &[Minted] {
        &self.minted
    }
}

pub(super) fn run(desk: &Desk<'_>, rotate: &Rotate, mut rotations: Rotations) -> anyhow::Result<Exit> {
    let (handing, apart) = (&rotate.handing, &rotate.apart);
    let form = apart.form(desk, handing)?;
    let is_selected = matches!(rotations.target, Target::Selected(_));
    if is_selected && apart.to_dir.is_none() && form != Emit::Json {
        return Err(Error::usage(
            "bare secrets do not say whose they are, and which tokens are selected is not known yet",
        )
        .hint("`--to-dir DIR` puts each into a file named by its token's id; `--emit json` gives records")
        .into());
    }
    let authority = desk.authority()?;
    if handing.dry_run {
        let plan = authority.rehearse_rotate_many(&rotations)?;
        desk.pass_on(&authority);
        return rehearsed(desk, rotate, form, plan);
    }
    let mut named = if let Target::Named(named) = &rotations.target { named.len() } else { 0 };
    if is_selected && !rotate.yes {
        let plan = authority.rehearse_rotate_many(&rotations)?;
        if plan.old.is_empty() {
            say_rotated(desk, rotate, &plan);
            return Ok(Exit::Done);
        }
        if !is_confirmed(desk, rotate, &plan)? {
            desk.note("nothing was changed");
            return Ok(Exit::Interrupted);
        }
        named = plan.old.len();
        // What was confirmed is what is rotated, whatever else the options would mean by now.
        rotations.target = Target::Named(plan.old.iter().map(|listed| Which::Id(listed.token.id)).collect());
    }
    let least = Form::all().map(Form::length).min().unwrap_or_default();
    let outlet = Outlet::prepare(desk, handing, apart, (named, least))
        .map_err(|error| explain_existing(&authority, handing, error))?;
    let rotated = outlet.carry_out(|delivery| authority.rotate_many(&rotations, delivery));
    desk.pass_on(&authority);
    say_rotated(desk, rotate, &rotated?);
    Ok(Exit::Done)
}

/// Says what was rotated, where the new secrets are, and what becomes of the old ones.
fn say_rotated(desk: &Desk<'_>, rotate: &Rotate, rotated: &Rotated) {
    say_left_out(desk, rotated);
    let (Some(first), Some(last)) = (rotated.minted.first(), rotated.minted.last()) else {
        return desk.note("no token matches that can be rotated, so none was");
    };
    for (old, new) in rotated.old.iter().zip(&rotated.minted) {
        desk.note_lines(&format!("rotated: {}; token {} takes its place", tokens::line(old), new.listed.token.id));
    }
    let ids = (first.listed.token.id, last.listed.token.id);
    let place = whereabouts(&rotate.handing, &rotate.apart, ids);
    let fate = match &rotate.overlap {
        Some(life) => format!("the old ones go on working for {life} at most"),
        None => "the old ones are dead".to_owned(),
    };
    desk.note_lines(&format!("{} rotated: {place}; {fate}", many(rotated.minted.len())));
}

/// Says what would be rotated, and that the new secrets would have where to go.
fn rehearsed(desk: &Desk<'_>, rotate: &Rotate, form: Emit, plan: Rotated) -> anyhow::Result<Exit> {
    let listed: Vec<_> = plan.minted.iter().map(|minted| &minted.listed).collect();
    listed.iter().try_for_each(|listed| form.check(listed.token.kind, listed.token.scopes))?;
    rotate.apart.rehearse(&rotate.handing, &listed)?;
    say_left_out(desk, &plan);
    for old in &plan.old {
        desk.note_lines(&format!("would be rotated: {}", tokens::line(old)));
    }
    desk.note(&format!("{} would be rotated; nothing was changed", many(plan.old.len())));
    desk.tokens(plan.old.into_iter().map(Entry::active))?;
    Ok(Exit::Done)
}

/// Shows what would be rotated, and asks.
fn is_confirmed(desk: &Desk<'_>, rotate: &Rotate, plan: &Rotated) -> Result<bool> {
    let count = plan.old.len();
    if !desk.may_ask() {
        return Err(Error::usage("the old secrets would die, and nobody is there to be asked")
            .because(format!("{} would be rotated", many(count)))
            .hint("add `--yes`, or look first with `--dry-run`"));
    }
    say_left_out(desk, plan);
    for old in plan.old.iter().take(SHOWN) {
        report::say(desk.world, &format!("  {}", tokens::line(old)));
    }
    if count > SHOWN {
        report::say(desk.world, &format!("  and {} more", count - SHOWN));
    }
    let old = match &rotate.overlap {
        Some(life) => format!("their old secrets work for {life} more"),
        None => "their old secrets die at once".to_owned(),
    };
    prompt::confirm(desk, &format!("Rotate {}, so that {old}?", many(count)))
}

/// Says how many of a selection cannot be rotated, and why.
fn say_left_out(desk: &Desk<'_>, rotated: &Rotated) {
    for (why, count) in &rotated.left_out {
        desk.note(&format!("left out: {} ({why})", many(*count)));
    }
}

fn many(count: usize) -> String {
    format!("{count} {}", if count == 1 { "token" } else { "tokens" })
}
