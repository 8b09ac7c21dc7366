//! `create KIND --number N` and `create KIND --from FILE`: many at once, all of them or none.

use std::path::PathBuf;

use super::table::{self, Kinds};
use super::template::Template;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::held::digests_in;
use crate::cli::handover::many::{Apart, Outlet, whereabouts};
use crate::cli::handover::{Handing, explain_existing, rehearsed_many, tell_listed};
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::domain::secret::Form;
use crate::ops::Delivery;
use crate::ops::batch::{Batch, MOST, Many as Made, Row};
use crate::render::many;
use crate::store::{HandOver, Listed};

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
            return table::read(desk, path, &mut Kinds::One(template)).map(Some);
        }
        if self.number.is_none() && apart.to_dir.is_none() {
            return Ok(None);
        }
        let wanted = template.wanted()?;
        let Some(number) = self.number else {
            return Ok(Some(Batch { source: None, rows: vec![Row { line: None, wanted }] }));
        };
        let row = |number| Row { line: None, wanted: wanted.called(template.name(number)) };
        Ok(Some(Batch { source: None, rows: (1..=number.into()).map(row).collect() }))
    }

    /// Says whether a file says what is made.
    pub(super) fn is_from_file(&self) -> bool {
        self.from.is_some()
    }
}

/// Mints a batch, or says what would be minted.
pub(super) fn mint(desk: &Desk<'_>, way: &Way<'_>, batch: &Batch) -> anyhow::Result<Exit> {
    let Way { handing, apart, if_not_exists } = *way;
    let form = apart.form(desk, handing)?;
    let with_secrets = || batch.rows.iter().filter(|row| row.wanted.kind() != Kind::DeployKey);
    for row in with_secrets() {
        let fits = form.check(row.wanted.kind(), row.wanted.scopes());
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
    let shortest = with_secrets().map(|row| Form::shortest(row.wanted.kind())).min().unwrap_or_default();
    let sizes = (with_secrets().count(), shortest);
    let outlet =
        Outlet::prepare(desk, handing, apart, sizes).map_err(|error| explain_existing(&authority, handing, error))?;
    let made: anyhow::Result<Made> = outlet.carry_out(|delivery| authority.mint_many(batch, delivery));
    desk.pass_on(&authority);
    say_made(desk, way, &made?);
    Ok(Exit::Done)
}

/// Says what was made, where the secrets are, and how all of it is taken back.
fn say_made(desk: &Desk<'_>, way: &Way<'_>, made: &Made) {
    let (made, first) = (made.listed(), made.minted.first());
    let Some(back) = taken_back(&made) else { return };
    let place = first.map_or_else(String::new, |first| {
        let last = made.last().map_or(first.listed.token.id, |last| last.token.id);
        format!("{}; ", whereabouts(way.handing, way.apart, (first.listed.token.id, last)))
    });
    desk.note_lines(&format!("made {}\n{place}{back}", many::account(&made)));
}

/// Says how these, whose ids follow each other, are taken back.
fn taken_back(made: &[&Listed]) -> Option<String> {
    let (first, last) = (made.first()?.token.id, made.last()?.token.id);
    Some(if first == last {
        format!("`tokctl revoke {first}` takes it back")
    } else {
        format!("`tokctl revoke $(seq {first} {last})` takes them back")
    })
}

/// Adds the deploy keys of a batch, or says what would be added. They have no secrets, so their ids go to standard output.
pub(super) fn add_keys(desk: &Desk<'_>, batch: &Batch, dry_run: bool) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    if dry_run {
        let listed = authority.rehearse_mint_many(batch)?;
        desk.pass_on(&authority);
        rehearsed_many(desk, listed, "nothing was added")?;
        return Ok(Exit::Done);
    }
    let mut nothing = Delivery { hand_over: &mut |_: &Made| Ok(HandOver::Nothing), wait: &mut || Ok(()) };
    let made = authority.mint_many(batch, &mut nothing);
    desk.pass_on(&authority);
    let keys = made?.keys;
    let listed: Vec<&Listed> = keys.iter().collect();
    let back = taken_back(&listed).unwrap_or_default();
    desk.note_lines(&format!("added {}\n{back}", many::account(&listed)));
    if desk.globals.format().is_some() {
        tell_listed(desk, keys)?;
    } else {
        keys.iter().try_for_each(|key| desk.print(&format!("{}\n", key.token.id)))?;
    }
    Ok(Exit::Done)
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
