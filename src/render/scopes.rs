//! The scope table on a sheet: read from the same rows as the decision.

use super::{Column, Sheet, Value};
use crate::domain::access::{Access, Area};
use crate::domain::kind::{Cell, Footnote, Kind};
use crate::domain::policy::Policies;
use crate::domain::scope::Scope;

/// The sheet of the nine kinds. The package registries and runners are no part of GitLab's table: only JSON and CSV tell.
pub const TABLE: Sheet = Sheet {
    name: "kinds",
    columns: &[
        Column::text("kind", "KIND").hidden(),
        Column::text("title", "TOKEN"),
        Column::text("api", "API"),
        Column::text("registry", "REGISTRY"),
        Column::text("repository", "REPOSITORY"),
        Column::text("packages", "PACKAGES").hidden(),
        Column::text("runner", "RUNNER").hidden(),
        Column::text("limits", "LIMITS").hidden(),
    ],
};

/// Returns a kind's row of [`TABLE`]: for people with the marks of its footnotes in the cells, for programs without.
#[must_use]
pub fn row(kind: Kind, policies: &Policies, is_marked: bool) -> Vec<Value<'static>> {
    let cells = AREAS.map(|area| kind.cell(area, policies));
    let mut notes: Vec<&'static str> = cells.iter().filter_map(|cell| note(*cell)).map(Footnote::word).collect();
    notes.dedup();
    let text = |cell: Cell| match note(cell) {
        Some(note) if is_marked => format!("{} ({})", word(cell), note.number()),
        _ => word(cell).to_owned(),
    };
    let mut row: Vec<Value<'static>> = vec![kind.word().into(), kind.title().into()];
    row.extend(cells.map(|cell| text(cell).into()));
    row.push(notes.into());
    row
}

/// The columns of areas, GitLab's three first.
const AREAS: [Area; 5] = [Area::Api, Area::Registry, Area::Repository, Area::Packages, Area::Runner];

fn note(cell: Cell) -> Option<Footnote> {
    if let Cell::Limited(note) = cell { Some(note) } else { None }
}

fn word(cell: Cell) -> &'static str {
    match cell {
        Cell::Open | Cell::Limited(Footnote::OneProject) => "yes",
        Cell::Limited(Footnote::Endpoints | Footnote::JobTokenPull) => "limited",
        Cell::Limited(Footnote::ImpersonationOff) | Cell::Shut => "no",
    }
}

/// Returns the table's footnotes, a line each; a policy's only where it is in force.
#[must_use]
pub fn footnotes(policies: &Policies) -> String {
    let shown = |note: &Footnote| match note {
        Footnote::OneProject | Footnote::Endpoints => true,
        Footnote::JobTokenPull => policies.job_token_pull,
        Footnote::ImpersonationOff => !policies.impersonation,
    };
    let line = |note: Footnote| format!("({}) {}\n", note.number(), note.text());
    Footnote::ALL.into_iter().filter(shown).map(line).collect()
}

/// The sheet of the scopes that a kind can carry.
pub const OF_KIND: Sheet = Sheet {
    name: "scopes",
    columns: &[Column::text("scope", "SCOPE"), Column::text("opens", "OPENS"), Column::text("about", "FOR")],
};

/// Returns a scope's row of [`OF_KIND`].
#[must_use]
pub fn of_kind(kind: Kind, scope: Scope) -> Vec<Value<'static>> {
    vec![scope.word().into(), scope.opens().and(kind.opens()).words().into(), scope.about().into()]
}

/// The sheet of what opens an access.
pub const OPENERS: Sheet = Sheet {
    name: "openers",
    columns: &[Column::text("kind", "KIND"), Column::text("scope", "SCOPE"), Column::text("opens_too", "OPENS TOO")],
};

/// Returns the rows of [`OPENERS`] for an access: the kinds and scopes that open it, those that open least first.
#[must_use]
pub fn openers(access: Access, policies: &Policies) -> Vec<Vec<Value<'static>>> {
    let mut openers = Vec::new();
    for kind in Kind::all().filter(|kind| kind.opens_under(policies).contains(access)) {
        if kind.scopes().is_empty() {
            openers.push((kind, None, kind.least_with(access, policies)));
        }
        let opening = kind.scopes().iter().filter(|scope| scope.opens().contains(access));
        openers.extend(opening.map(|scope| (kind, Some(scope), scope.opens().and(kind.opens()))));
    }
    openers.sort_by_key(|(_, _, opens)| opens.len());
    let words = |(kind, scope, opens): (Kind, Option<Scope>, crate::domain::access::AccessSet)| {
        let others: Vec<&'static str> = opens.words().into_iter().filter(|other| *other != access.word()).collect();
        vec![kind.word().into(), scope.map(Scope::word).into(), others.into()]
    };
    openers.into_iter().map(words).collect()
}
