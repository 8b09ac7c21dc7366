//! The columns of the files of `create --from`: their names, what stands in them, and which kinds have a use for them.

use crate::cli::rows::{Columns, Takes};
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::render::tokens;

use Kind::{
    Deploy, DeployKey, Impersonation, Job, Oauth, Personal, ProjectAccess, Runner, RunnerRegistration as Registration,
};
use Takes::{Flag, List, Number, Text, Words};

const ALL: &[Kind] = &[Personal, Oauth, Impersonation, ProjectAccess, Deploy, DeployKey, Registration, Runner, Job];
const NAMED: &[Kind] = &[Personal, Oauth, Impersonation, ProjectAccess, Deploy, DeployKey, Registration, Runner];
const SCOPED: &[Kind] = &[Personal, Oauth, Impersonation, ProjectAccess, Deploy];
const DATED: &[Kind] = &[Personal, Impersonation, ProjectAccess, Deploy, DeployKey, Registration];
const OF_USERS: &[Kind] = &[Personal, Oauth, Impersonation, Job];
const OF_PROJECTS: &[Kind] = &[ProjectAccess, Deploy, DeployKey, Registration, Runner, Job];
const OF_GROUPS: &[Kind] = &[Deploy, Registration, Runner];

/// How many there are.
const COUNT: usize = 25;

/// The columns; those of the last lines stand in listings, which serve too.
#[rustfmt::skip]
const TABLE: [(&str, Takes, &[Kind]); COUNT] = [
    ("kind",            Text,   ALL),
    ("name",            Text,   NAMED),
    ("note",            Text,   NAMED),
    ("scopes",          Words,  SCOPED),
    ("expires",         Text,   DATED),
    ("project",         Text,   OF_PROJECTS),
    ("group",           Text,   OF_GROUPS),
    ("user",            Text,   OF_USERS),
    ("username",        Text,   &[Deploy]),
    ("use_limit",       Number, &[Registration]),
    ("app",             Text,   &[Oauth]),
    ("key",             Text,   &[DeployKey]),
    ("projects",        Words,  &[DeployKey]),
    ("write",           Flag,   &[DeployKey]),
    ("description",     Text,   &[Runner]),
    ("tags",            List,   &[Runner]),
    ("run_untagged",    Flag,   &[Runner]),
    ("locked",          Flag,   &[Runner]),
    ("access_level",    Text,   &[Runner]),
    ("maximum_timeout", Number, &[Runner]),
    ("life",            Text,   &[Job]),
    ("state",           Text,   ALL),
    ("boundary",        Text,   ALL),
    ("where",           Text,   ALL),
    ("expires_at",      Text,   ALL),
];

/// The same for whoever reads rows.
pub(super) const COLUMNS: Columns<COUNT> =
    Columns { names: names(), all: false, others: |name| tokens::SHEET.position(name).is_some() };

const fn names() -> [(&'static str, Takes); COUNT] {
    let mut names = [("", Text); COUNT];
    let mut at = 0;
    while at < COUNT {
        names[at] = (TABLE[at].0, TABLE[at].1);
        at += 1;
    }
    names
}

/// What stands in a row.
pub(super) struct Row([Option<String>; COUNT]);

impl Row {
    pub(super) fn new(texts: [Option<String>; COUNT]) -> Self {
        Self(texts)
    }

    /// Takes what stands in a column.
    pub(super) fn take(&mut self, name: &str) -> Option<String> {
        TABLE.iter().position(|(known, ..)| *known == name).and_then(|at| self.0[at].take())
    }

    /// Checks that the row says nothing that tokens of a kind do not have.
    pub(super) fn check(&self, kind: Kind) -> Result<()> {
        let said = TABLE.iter().zip(&self.0).filter(|(_, text)| text.is_some());
        match said.map(|(column, _)| column).find(|(.., kinds)| !kinds.contains(&kind)) {
            Some((name, ..)) => Err(not_here(kind, name)),
            None => Ok(()),
        }
    }
}

/// The error for what tokens of a kind do not have.
pub(super) fn not_here(kind: Kind, what: &str) -> Error {
    if kind == DeployKey {
        return Error::usage(format!("deploy keys have no `{what}`"));
    }
    Error::usage(format!("{kind} tokens have no `{what}`"))
}
