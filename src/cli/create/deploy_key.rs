//! `tokctl create deploy-key`: the public half of a key pair, enabled in one project. There is no secret to hand over.

use clap::builder::NonEmptyStringValueParser;

use std::fs::File;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::place::ProjectOrGroup;
use crate::cli::secret_input::read_to;
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::domain::ssh_key::{Flaw, MOST, PublicKey};
use crate::ops::grant::Grant;
use crate::render::keys;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct DeployKey {
    /// The file that holds the public half, one line as in `id_ed25519.pub`; `-` is standard input
    #[arg(long, value_name = "FILE")]
    key: PathBuf,

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

    /// Say what would be added, and add nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl DeployKey {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let key = PublicKey::parse(&self.read(desk)?).map_err(|flaw| self.explained(flaw))?;
        let place = ProjectOrGroup { project: self.project, group: None }.or_default(desk)?;
        let grant = Grant {
            kind: Kind::DeployKey,
            place,
            name: self.name,
            note: self.note,
            scopes: ScopeSet::NONE,
            expires: self.expires,
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

    /// Reads the file, no more of it than tells that it is too long. It is wiped, since it may hold a private half.
    fn read(&self, desk: &Desk<'_>) -> Result<Zeroizing<Vec<u8>>> {
        let failed = |error: std::io::Error| {
            let error = Error::usage(format!("cannot read `{}`", self.key.display())).because(error.to_string());
            let name = self.key.to_string_lossy();
            let is_key = ["ssh-", "ecdsa-", "sk-"].iter().any(|start| name.starts_with(start)) && name.contains(' ');
            if is_key { error.hint("`--key` takes a file; `--key -` reads standard input") } else { error }
        };
        if self.key == Path::new("-") {
            return read_to(&mut &desk.world.stdin, MOST + 1).map_err(failed);
        }
        read_to(&mut File::open(&self.key).map_err(failed)?, MOST + 1).map_err(failed)
    }

    /// Returns the error for a flaw; for a private half, the public one beside it is named, where there is one.
    fn explained(&self, flaw: Flaw) -> Error {
        let error = Error::from(flaw);
        let mut public = self.key.clone().into_os_string();
        public.push(".pub");
        if flaw == Flaw::Private && self.key != Path::new("-") && Path::new(&public).is_file() {
            return error.hint(format!("hand over the public half: `--key {}`", Path::new(&public).display()));
        }
        error
    }
}
