//! `tokctl create --from FILE`: a token for each row, of the kind that the row names.

use std::cell::RefCell;
use std::path::PathBuf;

use super::asking::{Naming, Special};
use super::many::{self, Way};
use super::table::{self, Kinds};
use super::template::Template;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::Handing;
use crate::cli::handover::many::Apart;
use crate::cli::place::ProjectOrGroup;
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::ops::grant::Where;

/// The options of `create` without a kind.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Mixed {
    /// Make one for each row of this file, of the kind in its column `kind`, all of them or none: CSV below the names of its
    /// columns, or JSON Lines; `-` is standard input
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,

    #[command(flatten)]
    handing: Handing,

    #[command(flatten)]
    apart: Apart,
}

impl Mixed {
    /// Says whether any of the options was given.
    pub(super) fn is_given(&self) -> bool {
        let Handing { dry_run, to, emit, host } = &self.handing;
        let handing = *dry_run || to.is_some() || emit.is_some() || host.is_some();
        self.from.is_some() || handing || self.apart.to_dir.is_some()
    }

    /// Makes what the rows say; `None` where no file is named.
    pub(super) fn run(&self, desk: &Desk<'_>) -> anyhow::Result<Option<Exit>> {
        let Some(path) = &self.from else { return Ok(None) };
        let takes_password = self.apart.form(desk, &self.handing)?.takes_password();
        // What a variable chose is said once, whichever kinds need it.
        let found = RefCell::new(None);
        let project = || -> Result<Where> {
            if let Some(place) = &*found.borrow() {
                return Ok(Where::clone(place));
            }
            let place = ProjectOrGroup { project: None, group: None }.or_default(desk)?;
            Ok(found.replace(Some(place.clone())).unwrap_or(place))
        };
        let myself = || Ok(Where::Myself);
        let nobody = || {
            Err(Error::usage("no user is named, and an impersonation token acts as somebody")
                .hint("name one in the column `user`"))
        };
        let place = |kind: Kind| -> &dyn Fn() -> Result<Where> {
            match kind {
                Kind::Impersonation => &nobody,
                Kind::Personal | Kind::Oauth => &myself,
                _ => &project,
            }
        };
        let template = |kind: Kind| {
            let special = Special::new(kind, place(kind));
            let mut template = Template::new(desk, special, ScopeSet::NONE, &Naming::default(), None);
            template.beside.takes_password = takes_password;
            (kind, template)
        };
        let batch = table::read(desk, path, &mut Kinds::Each(Kind::all().map(template).collect()))?;
        let way = Way { handing: &self.handing, apart: &self.apart, if_not_exists: false };
        many::mint(desk, &way, &batch).map(Some)
    }
}
