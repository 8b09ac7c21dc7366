//! Auditing: the rules asked of every token that the caller may see.

use std::collections::BTreeMap;

use super::list::{Entry, Filter};
use super::{Authority, enabled, find};
use crate::domain::audit::{Facts, Finding, KeyFacts, Maker, Place, Rule, Ruleset, Severity, knows_secret};
use crate::domain::decision::Holder;
use crate::domain::error::Result;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::kind::{ActsAs, Kind};
use crate::domain::permission::{Deed, Ruling};
use crate::domain::place::{Boundary, Home, Project};
use crate::domain::progress::{Step, Watch};
use crate::domain::role::Role;
use crate::domain::token::Token;
use crate::domain::used::UsedIn;
use crate::domain::user::User;
use crate::store::{Reading, Selection, Surveyed};

/// Says in which order findings come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The worst first, those of one severity by token.
    WorstFirst,
    /// By token, all of one token at once.
    ByToken,
}

impl Authority<'_> {
    /// Hands what the rules find to `visit`, with the token that they find it of, until it says that it has enough. All
    /// states are looked at. `false`: there is no store yet at the default place.
    ///
    /// # Errors
    /// `NotFound` where the filter names what is not there, those of `visit`, and `Store`.
    pub fn audit(
        &self,
        filter: &Filter,
        ruleset: &Ruleset,
        order: Order,
        mut visit: impl FnMut(&Entry, &[Finding]) -> Result<bool>,
    ) -> Result<bool> {
        let mut visit = |entry: &Entry, findings: &[Finding]| {
            (self.watch)(Step::Row);
            visit(entry, findings)
        };
        let audited = self.read(|reading, actor| {
            let selection = filter.resolve(reading, actor)?;
            let ruleset = ruleset.under(&reading.policies()?);
            let (watch, says, places) = (self.watch, Memo::new(), Memo::new());
            let mut audit = Audit { reading, actor, watch, seen: 0, ruleset, only: None, says, places };
            if order == Order::ByToken {
                return audit.pass(&selection, &mut visit).map(|_| ());
            }
            // Once for each severity, so that no finding has to be kept until its turn.
            for severity in Severity::ALL {
                audit.only = Some(severity);
                let is_asked = Rule::all().any(|rule| audit.asks(rule));
                if is_asked && !audit.pass(&selection, &mut visit)? {
                    break;
                }
            }
            Ok(())
        })?;
        Ok(audited.is_some())
    }

    /// Returns the rules as they are under the policies of the store, where there is one.
    ///
    /// # Errors
    /// `Store`.
    pub fn rules_in_force(&self, ruleset: &Ruleset) -> Result<Ruleset> {
        let policies = self.read(|reading, _| reading.policies())?;
        Ok(ruleset.under(&policies.unwrap_or_default()))
    }
}

/// Remembers answers that many tokens ask for, so many at most.
struct Memo<K, V>(BTreeMap<K, V>);

impl<K: Ord, V: Clone> Memo<K, V> {
    const MOST: usize = 4096;

    fn new() -> Self {
        Self(BTreeMap::new())
    }

    fn get(&mut self, key: K, find: impl FnOnce() -> Result<V>) -> Result<V> {
        if let Some(found) = self.0.get(&key) {
            return Ok(found.clone());
        }
        if self.0.len() >= Self::MOST {
            self.0.clear();
        }
        let found = find()?;
        self.0.insert(key, found.clone());
        Ok(found)
    }
}

/// A maker, and the tokens of a kind and a boundary.
type Say = (UserId, u8, Option<ProjectId>, Option<GroupId>);

/// A project, and the user who acts in it, where one does.
type Use = (ProjectId, Option<UserId>);

/// One audit under way.
struct Audit<'a> {
    reading: &'a Reading<'a>,
    actor: &'a User,
    watch: Watch<'a>,
    /// How many tokens were looked at.
    seen: u64,
    ruleset: Ruleset,
    /// The severity of the findings that are looked for; `None`: all.
    only: Option<Severity>,
    says: Memo<Say, bool>,
    places: Memo<Use, Option<(Project, Option<Role>)>>,
}

impl Audit<'_> {
    /// Looks at every token once; says whether there may be more to see.
    fn pass(
        &mut self,
        selection: &Selection,
        visit: &mut impl FnMut(&Entry, &[Finding]) -> Result<bool>,
    ) -> Result<bool> {
        let mut wants_more = true;
        let (reading, actor) = (self.reading, self.actor);
        reading.survey(selection, |surveyed| {
            self.seen += 1;
            (self.watch)(Step::At("auditing tokens", self.seen, None));
            let findings = self.judge(&surveyed)?;
            let entry = Entry::of(surveyed.listed, actor, reading.now);
            // Of a token that one only glimpses one learns nothing.
            if findings.is_empty() || entry.veiled {
                return Ok(true);
            }
            let entry = Entry { listed: enabled::placed(reading, Some(actor), entry.listed)?, ..entry };
            wants_more = visit(&entry, &findings)?;
            Ok(wants_more)
        })?;
        Ok(wants_more)
    }

    fn asks(&self, rule: Rule) -> bool {
        self.ruleset.asks(rule, self.only)
    }

    fn judge(&mut self, surveyed: &Surveyed) -> Result<Vec<Finding>> {
        let Surveyed { listed, key, pushes, .. } = surveyed;
        let (token, now) = (&listed.token, self.reading.now);
        let lives = token.revocation.is_none() && (token.state(now).is_live() || surveyed.listed.renewable);
        let alarms = if listed.alarms > 0 { self.reading.alarms_of(token.id)? } else { Vec::new() };
        let facts = Facts {
            token,
            now,
            lives,
            known_since: surveyed.known_since,
            used_at: surveyed.used_at,
            holder: match (token.kind.acts_as(), &surveyed.holder) {
                (ActsAs::Itself, _) => Holder::Itself,
                (ActsAs::User, None) => Holder::Gone,
                (ActsAs::User, Some(user)) => Holder::User { blocked: user.blocked },
            },
            holder_name: listed.holder.as_deref(),
            maker: if lives { self.maker(token, surveyed.maker.as_ref())? } else { Maker::Fine },
            maker_name: &listed.creator,
            path: listed.path.as_deref(),
            key: key.map(|key| KeyFacts { algorithm: key.algorithm, bits: key.bits, pushes: *pushes }),
            alarms: &alarms,
            used_in: if lives { self.used_in(token, surveyed.holder.as_ref())? } else { None },
        };
        Ok(self.ruleset.judge(&facts, self.only))
    }

    /// Finds out how it is with the maker of a live token, where a rule asks for it.
    fn maker(&mut self, token: &Token, maker: Option<&User>) -> Result<Maker> {
        if !self.asks(Rule::CreatorGone) || !knows_secret(token) {
            return Ok(Maker::Fine);
        }
        let Some(maker) = maker else { return Ok(Maker::Gone) };
        if maker.blocked {
            return Ok(Maker::Blocked);
        }
        let reading = self.reading;
        let find = || Ok(find::ruling(reading, maker, token, Deed::End)? == Ruling::Allowed);
        let has_say = if token.boundary == Boundary::Projects {
            find()?
        } else {
            let say = (maker.id, token.kind as u8, token.boundary.project(), token.boundary.group());
            self.says.get(say, find)?
        };
        Ok(if has_say { Maker::Fine } else { Maker::Powerless })
    }

    /// Finds out where a live token was used, where a rule asks for it: in one project that is still covered by it, and
    /// that the caller may see.
    fn used_in(&mut self, token: &Token, holder: Option<&User>) -> Result<Option<Place>> {
        let UsedIn::One(id) = token.used.place else { return Ok(None) };
        let is_asked = match token.boundary {
            Boundary::Group(_) => token.kind == Kind::Deploy && self.asks(Rule::GroupWide),
            _ => token.kind.acts_as() == ActsAs::User && self.asks(Rule::RoleAboveNeed),
        };
        if !is_asked {
            return Ok(None);
        }
        let (reading, actor) = (self.reading, self.actor);
        let found = self.places.get((id, holder.map(|holder| holder.id)), || {
            let Some(project) = reading.project(id)? else { return Ok(None) };
            if !find::sees_project(reading, actor, &project)? {
                return Ok(None);
            }
            let role = holder.map(|holder| reading.role_in_project(holder, &project)).transpose()?.flatten();
            Ok(Some((project, role)))
        })?;
        let Some((project, role)) = found else { return Ok(None) };
        let is_covered = match (token.boundary, project.home) {
            (Boundary::Group(group), Home::Group(home)) => reading.lineage(home)?.contains(&group),
            (Boundary::Group(_), Home::User(_)) => false,
            _ => true,
        };
        Ok(is_covered.then_some(Place { path: project.path, visibility: project.visibility, role }))
    }
}
