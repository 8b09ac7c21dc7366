//! `tokctl create deploy-key`: the public half of a key pair, enabled in one project. There is no secret to hand over.

use clap::builder::NonEmptyStringValueParser;

use std::fs::File;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::asking::{Naming, Special, ask_end};
use super::many;
use super::table::{self, Kinds};
use super::template::Template;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::place::ProjectOrGroup;
use crate::cli::prompt;
use crate::cli::secret_input::read_to;
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::domain::ssh_key::{Flaw, MOST, PublicKey};
use crate::ops::batch::Batch;
use crate::ops::grant::Grant;
use crate::render::keys;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct DeployKey {
    /// The file that holds the public half, one line as in `id_ed25519.pub`; `-` is standard input; without it, you are asked
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,

    /// The project it is enabled in, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store's default one
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    project: Option<String>,

    /// Let it push to the project as well; without it, it only pulls
    #[arg(long)]
    write: bool,

    /// What the key is called; without it, its comment, or a name that is made up
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// A free text kept with the key
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never
    #[arg(long, value_name = "WHEN")]
    expires: Option<String>,

    /// Add one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is
    /// standard input. What a row does not say, the options do
    #[arg(long, value_name = "FILE", conflicts_with = "key")]
    from: Option<PathBuf>,

    /// Say what would be added, and add nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl DeployKey {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        if let Some(path) = &self.from {
            return many::add_keys(desk, &self.batch(desk, path)?, self.dry_run);
        }
        let (file, expires) = self.asked(desk)?;
        let key = PublicKey::parse(&read(desk, &file)?).map_err(|flaw| explained(&file, flaw))?;
        let place = ProjectOrGroup { project: self.project, group: None }.or_default(desk)?;
        let grant = Grant {
            kind: Kind::DeployKey,
            place,
            name: self.name,
            note: self.note,
            scopes: ScopeSet::NONE,
            expires,
            life: None,
            username: None,
            use_limit: None,
        };
        let authority = desk.authority()?;
        if self.dry_run {
            let shown = authority.rehearse_add_key(&key, &grant, self.write);
            desk.pass_on(&authority);
            desk.note_lines(&format!("would add {}\nnothing was added", keys::account(&shown?)));
            return Ok(Exit::Done);
        }
        let shown = authority.add_key(&key, &grant, self.write);
        desk.pass_on(&authority);
        let shown = shown?;
        let id = shown.entry.listed.token.id;
        desk.note_lines(&format!("added {}\n`tokctl revoke {id}` takes it back", keys::account(&shown)));
        if desk.globals.format().is_some() {
            desk.card(&keys::SHEET, &keys::row(&shown))?;
        } else {
            desk.print(&format!("{id}\n"))?;
        }
        Ok(Exit::Done)
    }

    /// Returns the keys that a file has rows of.
    fn batch(&self, desk: &Desk<'_>, path: &Path) -> Result<Batch> {
        let place = || ProjectOrGroup { project: self.project.clone(), group: None }.or_default(desk);
        let naming = Naming { name: self.name.clone(), note: self.note.clone() };
        let special = Special::new(Kind::DeployKey, &place);
        let mut template = Template::new(desk, special, ScopeSet::NONE, &naming, self.expires.as_deref());
        template.beside.can_push = self.write;
        table::read(desk, path, &mut Kinds::One(&mut template))
    }

    /// Returns the file and the end, which are asked for where the file is missing and somebody is there.
    fn asked(&self, desk: &Desk<'_>) -> Result<(PathBuf, Option<String>)> {
        if let Some(file) = &self.key {
            return Ok((file.clone(), self.expires.clone()));
        }
        if !desk.may_ask() {
            return Err(Error::usage("no key is named").hint("add `--key FILE`, the public half of a pair"));
        }
        let home = desk.world.environment.home.as_deref();
        let usual = home.map(|home| home.join(".ssh/id_ed25519.pub")).filter(|file| file.is_file());
        let usual = usual.as_deref().and_then(Path::to_str);
        let is_there = |file: &str| {
            let error = || Error::usage("there is no such file");
            if Path::new(file).is_file() { Ok(()) } else { Err(error()) }
        };
        let file = prompt::text(desk, "The file with the public half of the key", usual, is_there)?;
        let expires = match &self.expires {
            Some(end) => Some(end.clone()),
            None => Some(ask_end(desk)?),
        };
        Ok((file.into(), expires))
    }
}

/// Reads the file, no more of it than tells that it is too long. It is wiped, since it may hold a private half.
fn read(desk: &Desk<'_>, file: &Path) -> Result<Zeroizing<Vec<u8>>> {
    let failed = |error: std::io::Error| {
        let error = Error::usage(format!("cannot read `{}`", file.display())).because(error.to_string());
        let name = file.to_string_lossy();
        let is_key = ["ssh-", "ecdsa-", "sk-"].iter().any(|start| name.starts_with(start)) && name.contains(' ');
        if is_key { error.hint("`--key` takes a file; `--key -` reads standard input") } else { error }
    };
    if file == Path::new("-") {
        return read_to(&mut &desk.world.stdin, MOST + 1).map_err(failed);
    }
    read_to(&mut File::open(file).map_err(failed)?, MOST + 1).map_err(failed)
}

/// Returns the error for a flaw; for a private half, the public one beside it is named, where there is one.
fn explained(file: &Path, flaw: Flaw) -> Error {
    let error = Error::from(flaw);
    let mut public = file.as_os_str().to_owned();
    public.push(".pub");
    if flaw == Flaw::Private && file != Path::new("-") && Path::new(&public).is_file() {
        return error.hint(format!("hand over the public half: `--key {}`", Path::new(&public).display()));
    }
    error
}
