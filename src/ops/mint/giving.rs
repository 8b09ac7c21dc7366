//! Giving what was granted: a token, or many in one transaction.
//!
//! What many have in common is looked up once. Within the transaction nobody else changes it, and no token that is given
//! changes any of it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Minted, describe, draw, form};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{ProjectId, TokenId};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::policy::Policies;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::ops::bot::{Bot, BotNames};
use crate::ops::find;
use crate::ops::grant::{Grant, Where, holder_of, name_is_taken, namesake};
use crate::store::{Listed, NewToken, Writing};

/// Gives one token after the other.
pub(in crate::ops) struct Giving<'t, 'c> {
    writing: &'t Writing<'c>,
    actor: &'t User,
    policies: Option<Policies>,
    /// What was found out for a kind, a place and scopes.
    known: BTreeMap<(Kind, Where, u16), Rc<Known>>,
    bots: BTreeMap<ProjectId, BotNames>,
    given: Vec<(TokenId, Option<u64>)>,
}

/// What tokens of one kind, with the same scopes in the same place, have in common: that the actor may give them, and this.
struct Known {
    boundary: Boundary,
    path: Option<String>,
    /// The user that they act as, where they are there before them.
    holder: Option<User>,
}

impl<'t, 'c> Giving<'t, 'c> {
    pub(in crate::ops) fn new(writing: &'t Writing<'c>, actor: &'t User) -> Self {
        Self { writing, actor, policies: None, known: BTreeMap::new(), bots: BTreeMap::new(), given: Vec::new() }
    }

    /// Returns what is written with, and who acts.
    pub(in crate::ops) fn parties(&self) -> (&'t Writing<'c>, &'t User) {
        (self.writing, self.actor)
    }

    /// Takes note of one that was made otherwise, so that it is named where it stands in the way of another.
    pub(in crate::ops) fn made(&mut self, id: TokenId, line: Option<u64>) {
        self.given.push((id, line));
    }

    /// Says by which of these a token was made, in words: it will not be there once all of them are taken back.
    pub(in crate::ops) fn maker(&self, id: TokenId) -> Option<String> {
        let at = self.given.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(self.given[at].1.map_or_else(|| "another of these".to_owned(), |line| format!("line {line}")))
    }

    /// Gives one; the line is where the grant was read, if it was.
    pub(in crate::ops) fn give(&mut self, grant: &Grant, line: Option<u64>) -> Result<(Minted, Vec<Change>)> {
        let writing = self.writing;
        let known = self.known(grant)?;
        let boundary = known.boundary;
        let end = grant.check_end(self.policies()?, writing.now)?;
        if let Some(name) = &grant.name
            && let Some(other) = namesake(writing, grant.kind, boundary, name)?
        {
            return Err(self.taken(&other));
        }
        let mut bot = match (grant.kind, boundary) {
            (Kind::ProjectAccess, Boundary::Project(project)) => {
                let name = self.bot_name(project)?;
                Some(Bot::make(writing, self.actor, project, name, grant.name.as_deref())?)
            }
            _ => None,
        };
        let secret = draw(form(grant.kind, boundary)?)?;
        let new = NewToken {
            name: grant.name.as_deref(),
            scopes: grant.scopes,
            holder: bot.as_ref().map(|bot| bot.id).or(known.holder.as_ref().map(|holder| holder.id)),
            username: grant.username.as_deref(),
            note: grant.note.as_deref(),
            expires_at: end,
            use_limit: grant.use_limit,
            ..NewToken::new(grant.kind, secret.digest(), boundary)
        };
        let token = writing.insert_token(&new, self.actor.id)?;
        self.given.push((token.id, line));
        if let Some(bot) = &mut bot {
            bot.name_after(writing, &token)?;
        }
        let holder = bot.as_ref().map(|bot| &bot.username).or(known.holder.as_ref().map(|holder| &holder.username));
        let (holder, creator) = (holder.cloned(), self.actor.username.clone());
        let listed = Listed::new(token, holder, known.path.clone(), creator);
        let mut changes = bot.map(Bot::changes).unwrap_or_default();
        changes.push(
            Change::of("token.create", "token", listed.token.id.0, &listed.token.name)
                .within(boundary)
                .after(describe(&listed)),
        );
        Ok((Minted { listed, secret, further: None }, changes))
    }

    /// Finds the place of a grant, and checks that the actor may give it to whom it is for.
    fn known(&mut self, grant: &Grant) -> Result<Rc<Known>> {
        let key = (grant.kind, grant.place.clone(), grant.scopes.bits());
        if let Some(known) = self.known.get(&key) {
            return Ok(Rc::clone(known));
        }
        let boundary = find::boundary(self.writing, self.actor, &grant.place)?;
        let holder = grant.check_allowed(self.writing, self.actor, boundary)?;
        let holder = holder.map(|id| holder_of(self.writing, grant.kind, grant.scopes, id)).transpose()?;
        let path = match boundary {
            Boundary::Project(id) => self.writing.project_path(id)?,
            Boundary::Group(id) => self.writing.group_path(id)?,
            Boundary::User(_) | Boundary::Instance | Boundary::Projects => None,
        };
        let known = Rc::new(Known { boundary, path, holder });
        self.known.insert(key, Rc::clone(&known));
        Ok(known)
    }

    fn policies(&mut self) -> Result<&Policies> {
        match &mut self.policies {
            Some(policies) => Ok(policies),
            none => Ok(none.insert(self.writing.policies()?)),
        }
    }

    /// Returns the first username of a project's bots that nobody has.
    fn bot_name(&mut self, project: ProjectId) -> Result<String> {
        let names = match self.bots.entry(project) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => new.insert(BotNames::of(self.writing, project)?),
        };
        names.free(self.writing)
    }

    /// The error for a name that a token has there already, one of these perhaps, which will not be there.
    fn taken(&self, other: &Token) -> Error {
        self.maker(other.id).map_or_else(|| name_is_taken(other), |by| made_by(&by, other))
    }
}

/// The error for a name that another of many has there.
pub(in crate::ops) fn made_by(maker: &str, other: &Token) -> Error {
    let what = if other.kind == Kind::DeployKey { "deploy key".to_owned() } else { format!("{} token", other.kind) };
    let article = if what.starts_with(['i', 'o']) { "an" } else { "a" };
    Error::conflict(format!("{maker} makes {article} {what} called `{}` there already", other.name))
}
