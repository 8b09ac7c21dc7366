//! `create KIND --number N` and `create KIND --from FILE`: many at once, all of them or none.

use std::path::PathBuf;

use super::table;
use super::template::Template;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::held::digests_in;
use crate::cli::handover::many::{Apart, Outlet, whereabouts};
use crate::cli::handover::{Handing, explain_existing, rehearsed_many, tell_listed};
use crate::domain::error::{Error, Result};
use crate::domain::secret::Form;
use crate::ops::batch::{Batch, MOST, Row};
use crate::ops::grant::Grant;
use crate::ops::mint::Minted;
use crate::render::many;
use crate::store::Listed;

/// The options that make many.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Many {
    /// Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=MOST as i64))]
    number: Option<u32>,

    /// Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is
    /// standard input. What a row does not say, the options do
    #[arg(long, value_name = "FILE", conflicts_with = "number")]
    from: Option<PathBuf>,
}

/// How a batch is handed over.
pub(super) struct Way<'o> {
    pub(super) handing: &'o Handing,
    pub(super) apart: &'o Apart,
    pub(super) if_not_exists: bool,
}

impl Many {
    /// Returns what is to be minted, where it is many, or one that has a directory to go to; `None`: it is one.
    pub(super) fn batch(&self, desk: &Desk<'_>, apart: &Apart, template: &mut Template<'_>) -> Result<Option<Batch>> {
        if let Some(path) = &self.from {
            return table::read(desk, path, template).map(Some);
        }
        if self.number.is_none() && apart.to_dir.is_none() {
            return Ok(None);
        }
        let grant = template.grant()?;
        let Some(number) = self.number else {
            return Ok(Some(Batch { kind: grant.kind, source: None, rows: vec![Row { line: None, grant }] }));
        };
        let row = |number| Row { line: None, grant: Grant { name: template.name(number), ..grant.clone() } };
        Ok(Some(Batch { kind: grant.kind, source: None, rows: (1..=number.into()).map(row).collect() }))
    }
}

/// Mints a batch, or says what would be minted.
pub(super) fn mint(desk: &Desk<'_>, way: &Way<'_>, batch: &Batch) -> anyhow::Result<Exit> {
    let Way { handing, apart, if_not_exists } = *way;
    let form = apart.form(desk, handing)?;
    for row in &batch.rows {
        let fits = form.check(batch.kind, row.grant.scopes);
        fits.map_err(|error| row.line.map_or(error.clone(), |line| error.in_line(line)))?;
    }
    if if_not_exists && finds(desk, handing, batch)? {
        return Ok(Exit::Done);
    }
    let authority = desk.authority()?;
    if handing.dry_run {
        let listed = authority.rehearse_mint_many(batch)?;
        desk.pass_on(&authority);
        apart.rehearse(handing, &listed.iter().collect::<Vec<_>>())?;
        rehearsed_many(desk, listed, "nothing was made")?;
        return Ok(Exit::Done);
    }
    let sizes = (batch.rows.len(), Form::shortest(batch.kind));
    let outlet =
        Outlet::prepare(desk, handing, apart, sizes).map_err(|error| explain_existing(&authority, handing, error))?;
    let minted: anyhow::Result<Vec<Minted>> = outlet.carry_out(|delivery| authority.mint_many(batch, delivery));
    desk.pass_on(&authority);
    let minted = minted?;
    say_made(desk, way, &minted.iter().map(|minted| &minted.listed).collect::<Vec<_>>());
    Ok(Exit::Done)
}

/// Says what was made, where the secrets are, and how all of it is taken back.
fn say_made(desk: &Desk<'_>, way: &Way<'_>, made: &[&Listed]) {
    let (Some(first), Some(last)) = (made.first(), made.last()) else { return };
    let ids = (first.token.id, last.token.id);
    let back = if ids.0 == ids.1 {
        format!("`tokctl revoke {}` takes it back", ids.0)
    } else {
        format!("`tokctl revoke $(seq {} {})` takes them back", ids.0, ids.1)
    };
    let place = whereabouts(way.handing, way.apart, ids);
    desk.note_lines(&format!("made {}\n{place}; {back}", many::account(made)));
}

/// Says whether the file of `--to` holds the live secrets of just these grants already.
fn finds(desk: &Desk<'_>, handing: &Handing, batch: &Batch) -> Result<bool> {
    let Some(path) = handing.to.as_ref().filter(|path| path.symlink_metadata().is_ok()) else {
        return Ok(false);
    };
    let authority = desk.authority()?;
    let digests = digests_in(path, batch.rows.len());
    let found = digests.map(|digests| authority.find_batch(batch, &digests)).transpose()?.flatten();
    let Some(found) = found else {
        let error = Error::conflict(format!(
            "{} is there, and does not hold the live secrets of just these grants",
            path.display()
        ));
        let error = error.hint("name another file, or move that one away");
        return Err(explain_existing(&authority, handing, error));
    };
    desk.note(&format!("nothing to do: {} holds the live secrets of these {} tokens", path.display(), found.len()));
    tell_listed(desk, found)?;
    Ok(true)
}
