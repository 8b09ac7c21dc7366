//! `tokctl create oauth`: a pair of secrets with which an application acts for a user.

use clap::builder::NonEmptyStringValueParser;

use super::asking::{Naming, Special};
use super::many::{self, Many, Way};
use super::template::{Template, no_app};
use crate::cli::choose;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::many::Apart;
use crate::cli::handover::{Handing, Handover, explain_existing, pair_length, rehearsed, say_made};
use crate::cli::values;
use crate::domain::error::Result;
use crate::domain::kind::Kind;
use crate::domain::scope::{Scope, ScopeSet};
use crate::ops::Authority;
use crate::ops::batch::Batch;
use crate::ops::grant::Where;
use crate::ops::oauth::Consent;
use crate::store::Listed;

#[derive(Clone, Debug, clap::Args)]
#[command(
    after_help = "Two lines go to standard output: the access secret, which lives 2 hours, then the refresh secret, \
                        which `tokctl app refresh` takes once for the next pair.\n\n\
                        Examples:\n  tokctl app add ci-dashboard --scope read_api\n  \
                        tokctl create oauth --app ci-dashboard --to ./pair\n  \
                        tokctl app refresh --secret-file ./pair --to ./pair.new\n  \
                        tokctl create oauth --from pairs.csv --app ci-dashboard --to-dir ./pairs\n\n\
                        The columns of a file: name, note, scopes (parted by blanks or commas), app, user."
)]
pub(super) struct Oauth {
    /// The application, by its name or its id; without it, you are asked
    #[arg(long, value_name = "APP")]
    app: Option<String>,

    /// The user it may act for; without it, you
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,

    /// What the token is called; without it, a name is made up
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// A free text kept with the token
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// What the token may do, of the application's scopes; several by commas or by repeating the option; without it,
    /// all (`sudo` for admins only)
    #[arg(short, long = "scope", value_name = "SCOPE", value_delimiter = ',', value_parser = values::scopes())]
    scopes: Vec<Scope>,

    #[command(flatten)]
    many: Many,

    #[command(flatten)]
    handing: Handing,

    #[command(flatten)]
    apart: Apart,
}

impl Oauth {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let app = match self.app.clone() {
            None if desk.may_ask() && !self.many.is_from_file() => Some(choose::app(desk)?),
            app => app,
        };
        if let Some(batch) = self.batch(desk, app.as_ref())? {
            let way = Way { handing: &self.handing, apart: &self.apart, if_not_exists: false };
            return many::mint(desk, &way, &batch);
        }
        let (handing, app) = (self.handing, app.ok_or_else(no_app)?);
        let consent =
            Consent { app, user: self.user, name: self.name, note: self.note, scopes: ScopeSet::of(&self.scopes) };
        handing.check(desk, Kind::Oauth, Kind::Oauth.scopes())?;
        let authority = desk.authority()?;
        if handing.dry_run {
            let listed = authority.rehearse_consent(&consent)?;
            desk.pass_on(&authority);
            say_left_out(desk, &authority, &consent, &listed);
            rehearsed(desk, &handing, listed, "nothing was made")?;
            return Ok(Exit::Done);
        }
        let handover = Handover::prepare(desk, &handing, pair_length())
            .map_err(|error| explain_existing(&authority, &handing, error))?;
        let minted = handover.carry_out(|delivery| authority.consent(&consent, delivery));
        desk.pass_on(&authority);
        let listed = minted?.listed;
        say_left_out(desk, &authority, &consent, &listed);
        say_made(desk, &handing, &listed, "made ", &format!("`tokctl revoke {}` ends both", listed.token.id));
        Ok(Exit::Done)
    }

    /// Returns the pairs that are to be made, where they are many.
    fn batch(&self, desk: &Desk<'_>, app: Option<&String>) -> Result<Option<Batch>> {
        let place = || Ok(self.user.clone().map_or(Where::Myself, Where::User));
        let special = Special::new(Kind::Oauth, &place);
        let naming = Naming { name: self.name.clone(), note: self.note.clone() };
        let mut template = Template::new(desk, special, ScopeSet::of(&self.scopes), &naming, None);
        template.beside.app = app.cloned();
        self.many.batch(desk, &self.apart, &mut template)
    }
}

/// Says that a scope was left out which the application asks for and nobody named.
fn say_left_out(desk: &Desk<'_>, authority: &Authority<'_>, consent: &Consent, listed: &Listed) {
    let has = |scopes: ScopeSet| scopes.contains(Scope::Sudo);
    let asks = || authority.app(&consent.app).is_ok_and(|app| has(app.app.scopes));
    if consent.scopes.is_empty() && !has(listed.token.scopes) && asks() {
        let holder = listed.holder.as_deref().unwrap_or_default();
        desk.note(&format!("left out: the scope `sudo`, which is for admins only, and `{holder}` is none"));
    }
}
