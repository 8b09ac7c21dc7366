//! Options that select tokens, the same for `list`, `rotate` and `revoke`.

use clap::builder::NonEmptyStringValueParser;

use super::desk::Desk;
use super::show::{placed, which};
use super::values::{self, Named};
use crate::domain::access::Access;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::Life;
use crate::domain::kind::Kind;
use crate::domain::scope::Scope;
use crate::domain::time::Timestamp;
use crate::ops::Authority;
use crate::ops::list::{Filter, States, Stopped};
use crate::ops::target::Target;

/// The options that select tokens.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Selecting")]
pub(super) struct Selecting {
    #[command(flatten)]
    states: StateOptions,

    /// Of this kind; several by commas or by repeating the option
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',', value_parser = values::kinds())]
    kinds: Vec<Kind>,

    /// Carrying this scope, and each further one that is named
    #[arg(long = "scope", value_name = "SCOPE", value_delimiter = ',', value_parser = values::scopes())]
    scopes: Vec<Scope>,

    /// Opening this by kind and scopes, as in `registry:write`
    #[arg(long, value_name = "AREA:ACTION", value_parser = values::accesses())]
    access: Option<Access>,

    /// Whose boundary is this project, and deploy keys that are enabled in it
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    project: Option<String>,

    /// Whose boundary is this group
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    group: Option<String>,

    /// Valid in this project: its own, and those of the groups it lies in
    #[arg(long, value_name = "PROJECT")]
    valid_in: Option<String>,

    /// Acting as this user, there or deleted
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,

    /// Made by this user, there or deleted
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    created_by: Option<String>,

    /// Made before this date or instant
    #[arg(long, value_name = "WHEN", value_parser = values::instant)]
    created_before: Option<Timestamp>,

    /// Made at this date or instant, or after it
    #[arg(long, value_name = "WHEN", value_parser = values::instant)]
    created_after: Option<Timestamp>,

    /// With a name that matches, `*` for anything
    #[arg(long, value_name = "GLOB", value_parser = values::glob)]
    name: Option<glob::Pattern>,

    /// With this text in their note
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Made this long ago or earlier, and not used since, as in `90d`
    #[arg(long, value_name = "LIFE", value_parser = values::span)]
    unused: Option<Life>,

    /// Of which no use was ever noted
    #[arg(long)]
    never_used: bool,
}

#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Selecting")]
struct StateOptions {
    /// The dead ones too
    #[arg(short, long, conflicts_with_all = ["expired", "expiring", "suspended", "revoked"])]
    all: bool,

    /// Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used. With
    /// --suspended or --revoked, those too
    #[arg(long)]
    expired: bool,

    /// Live ones that end soon: within a life, as in `14d`, until a date or an instant, or `this-month`
    #[arg(long, value_name = "WHEN", conflicts_with_all = ["expired", "suspended", "revoked"])]
    expiring: Option<String>,

    /// Live ones that are suspended
    #[arg(long)]
    suspended: bool,

    /// Those that were revoked
    #[arg(long)]
    revoked: bool,
}

impl Selecting {
    /// Returns the filter of these options.
    pub(super) fn filter(&self) -> Filter {
        Filter {
            states: self.states.states(),
            stopped: Stopped::Too,
            kinds: self.kinds.clone(),
            scopes: self.scopes.clone(),
            access: self.access,
            project: self.project.clone(),
            group: self.group.clone(),
            valid_in: self.valid_in.clone(),
            user: self.user.clone(),
            created_by: self.created_by.clone(),
            created_before: self.created_before,
            created_after: self.created_after,
            name: self.name.clone(),
            note: self.note.clone(),
            as_of: None,
            unused: self.unused,
            never_used: self.never_used,
        }
    }

    /// Says whether it is asked what can be opened, or where, of live tokens: what is stopped opens nothing then.
    pub(super) fn asks_what_opens(&self) -> bool {
        (self.access.is_some() || self.valid_in.is_some())
            && matches!(self.states.states(), States::Live | States::Expiring(_))
    }

    fn asks_for_uses(&self) -> bool {
        self.unused.is_some() || self.never_used
    }

    /// Says how far what is known of uses can be trusted, where tokens are selected by it.
    pub(super) fn warn_of_uses(&self, desk: &Desk<'_>, authority: &Authority<'_>) -> Result<()> {
        if !self.asks_for_uses() {
            return Ok(());
        }
        if let Some(since) = authority.uses_noted_since()? {
            desk.note(&format!(
                "uses are noted since {since}, where the store could be written at once; what looks unused may have been \
                 used all the same"
            ));
        }
        Ok(())
    }

    /// Returns the tokens that are meant: those named, or those that these options select, never both.
    pub(super) fn target(&self, tokens: &[Named], example: &str) -> Result<Target> {
        if tokens.is_empty() {
            if !self.is_given() {
                return Err(Error::usage("nothing is selected").hint(format!(
                    "name tokens by their ids, or select them with the options of `tokctl list`, as in {example}"
                )));
            }
            return Ok(Target::Selected(Box::new(self.filter())));
        }
        if self.without_places().is_given() {
            return Err(Error::usage("tokens are named and selected at once")
                .hint("either give ids, or options that select; names go with one of --project, --group and --user"));
        }
        let places = [&self.project, &self.group, &self.user];
        if places.iter().filter(|place| place.is_some()).count() > 1 {
            return Err(
                Error::usage("a name is meant in one boundary").hint("give one of --project, --group and --user")
            );
        }
        if let (Some(Named::Id(id)), true) = (tokens.first(), tokens.iter().all(Named::is_id) && self.is_given()) {
            return Err(placed(*id));
        }
        let [project, group, user] = places.map(Option::as_ref);
        let named = tokens.iter().map(|token| which(token, project, group, user)).collect::<Result<_>>()?;
        Ok(Target::Named(named))
    }

    /// Says whether none of the options was given, `--all` included.
    pub(super) fn is_untouched(&self) -> bool {
        !self.is_given() && self.states.states() == States::Live
    }

    /// Returns the options but for those that say in which boundary a name is meant.
    fn without_places(&self) -> Self {
        Self { project: None, group: None, user: None, ..self.clone() }
    }

    /// Says whether any of the options was given that leaves something out; `--all` alone leaves out nothing.
    fn is_given(&self) -> bool {
        let lists = !self.kinds.is_empty() || !self.scopes.is_empty() || self.access.is_some();
        let texts = [&self.project, &self.group, &self.valid_in, &self.user, &self.created_by, &self.note];
        let times = self.created_before.is_some() || self.created_after.is_some();
        !matches!(self.states.states(), States::Live | States::All)
            || lists
            || times
            || self.asks_for_uses()
            || self.name.is_some()
            || texts.iter().any(|text| text.is_some())
    }
}

impl StateOptions {
    fn states(&self) -> States {
        match self {
            Self { all: true, .. } => States::All,
            Self { expiring: Some(within), .. } => States::Expiring(within.clone()),
            Self { expired, suspended, revoked, .. } => match (*expired, *suspended, *revoked) {
                (false, false, false) => States::Live,
                (true, false, false) => States::Expired,
                (false, true, false) => States::Suspended,
                (false, false, true) => States::Revoked,
                (expired, suspended, revoked) => States::Any { expired, suspended, revoked },
            },
        }
    }
}
