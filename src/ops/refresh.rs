//! Refreshing: a refresh secret gives a new pair, once. The secret is the authority; no role of the caller is asked.

use serde_json::json;

use super::alarms::{Aside, aside_of_denial, used};
use super::mint::Minted;
use super::oauth::{describe_pair, pair};
use super::{Authority, Changed, Delivery, ending};
use crate::domain::alarm::Sort;
use crate::domain::decision::Reason;
use crate::domain::digest::Digest;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::refresh::{Facts, Renewal, judge};
use crate::domain::scope::ScopeSet;
use crate::domain::secret::{Form, Secret};
use crate::domain::token::{Belonging, Token};
use crate::domain::user::User;
use crate::store::{Done, HandOver, Listed, NewToken, Reading, Urgency, Writing};

/// What a presented refresh secret leads to.
enum Fate {
    /// A new pair.
    Renew(Box<Renewing>),
    /// It was used before: the family of its token ends.
    Reuse,
    /// Nothing, for a reason that is noted.
    Deny(Box<Token>, Reason),
}

/// What a new pair is made of.
struct Renewing {
    old: Token,
    user: User,
    scopes: ScopeSet,
}

impl Authority<'_> {
    /// Gives a new pair for a refresh secret, and ends the old pair in the same commit. A secret that was used before
    /// ends its whole family, and nothing is handed over: of two who refresh at once one wins, and the other ends both.
    ///
    /// # Errors
    /// `Denied` for every secret that opens nothing, whatever the reason; `Delivery` where the new pair did not reach its
    /// reader: the old one is as it was then; `Store` and `Clock`.
    pub fn refresh(&self, presented: &[u8], delivery: &mut Delivery<'_, Minted>) -> Result<Minted> {
        let Ok((secret, Form::OauthRefresh)) = Secret::parse(presented) else { return Err(refused()) };
        let digest = secret.digest();
        drop(secret);
        loop {
            // Looked at first, so that what is denied anyway waits in no queue of writers.
            let looked = self.current(|store| store.read(self.clock, |reading| look(reading, &digest)))?;
            if let Looked::Denied(aside) = looked {
                self.note_best_effort(aside.as_ref());
                return Err(refused());
            }
            let mut reused = matches!(looked, Looked::Reused);
            if !reused {
                let make = |writing: &Writing<'_>| {
                    self.warn_of_clock(writing);
                    match fate(writing, &digest)? {
                        Fate::Renew(renewing) => {
                            Self::check_clock(writing)?;
                            let actor = self.bearer(writing, &renewing.user)?;
                            used(writing, renewing.old.id, renewing.old.kind, &self.caller.host)?;
                            let (minted, changes) = renew(writing, &actor.user, &renewing, &digest)?;
                            Ok(Done { result: minted, doer: self.doer(actor), changes })
                        }
                        Fate::Reuse => {
                            reused = true;
                            Err(refused())
                        }
                        Fate::Deny(..) => Err(refused()),
                    }
                };
                let renewed = self.commit(Urgency::Ordinary, make, |minted| (delivery.hand_over)(minted));
                match renewed {
                    Ok(Some(minted)) => return Ok(minted),
                    Ok(None) => {
                        (delivery.wait)()?;
                        continue;
                    }
                    Err(error) if !reused => return Err(error),
                    Err(_) => {}
                }
            }
            self.end_family(&digest)?;
            return Err(refused());
        }
    }

    /// Says whether a refresh secret would give a new pair, and does nothing, even where it was used before.
    ///
    /// # Errors
    /// Those of [`Self::refresh`], but for those of the delivery.
    pub fn rehearse_refresh(&self, presented: &[u8]) -> Result<Listed> {
        let Ok((secret, Form::OauthRefresh)) = Secret::parse(presented) else { return Err(refused()) };
        let digest = secret.digest();
        self.store()?.read(self.clock, |reading| match fate(reading, &digest)? {
            Fate::Renew(renewing) => reading.listed(renewing.old.id)?.ok_or_else(refused),
            Fate::Reuse | Fate::Deny(..) => Err(refused()),
        })
    }

    /// Ends every token of the family of a secret that was used twice, on a full disk too.
    fn end_family(&self, digest: &Digest) -> Result<()> {
        let make = |writing: &Writing<'_>| {
            self.warn_of_clock(writing);
            let pair = writing.pair_of(digest)?.ok_or_else(refused)?;
            let token = pair.presented.token;
            let holder = token.holder.map(|id| writing.user(id)).transpose()?.flatten();
            // Of a user who is gone nothing is left to end.
            let holder = holder.ok_or_else(refused)?;
            let actor = self.bearer(writing, &holder)?;
            let ((), changes) = end_family(writing, &actor.user, &token)?;
            Ok(Done { result: (), doer: self.doer(actor), changes })
        };
        self.commit(Urgency::Ending, make, |()| Ok(HandOver::Nothing)).map(|_| ())
    }
}

/// The one answer to every secret that opens nothing.
fn refused() -> Error {
    Error::denied().hint("a refresh secret works once; `tokctl create oauth --app APP` makes a new pair")
}

/// Finds out what a secret leads to now.
fn fate(reading: &Reading<'_>, digest: &Digest) -> Result<Fate> {
    let found = reading.pair_of(digest)?.ok_or_else(refused)?;
    let token = found.presented.token;
    let user = token.holder.map(|id| reading.user(id)).transpose()?.flatten();
    let app = match token.of {
        Belonging::App(id) => reading.app(id)?,
        _ => None,
    };
    let facts = Facts {
        spent: found.spent,
        revoked: token.revocation.is_some(),
        suspended: token.is_stopped(reading.now),
        holder: found.presented.holder,
        is_admin: user.as_ref().is_some_and(|user| user.admin),
        scopes: token.scopes,
        of_app: app.map_or(ScopeSet::NONE, |app| app.app.scopes),
    };
    match (judge(&facts), user) {
        (Renewal::Renew(scopes), Some(user)) => Ok(Fate::Renew(Box::new(Renewing { old: token, user, scopes }))),
        (Renewal::Reuse, _) => Ok(Fate::Reuse),
        (Renewal::Deny(reason), _) => Ok(Fate::Deny(Box::new(token), reason)),
        (Renewal::Renew(_), None) => Err(refused()),
    }
}

/// What a first look at a presented refresh secret finds.
enum Looked {
    /// It may give a new pair.
    Renewable,
    /// It was used before.
    Reused,
    /// It gives nothing, and there may be something to note.
    Denied(Option<Aside>),
}

fn look(reading: &Reading<'_>, digest: &Digest) -> Result<Looked> {
    Ok(match fate(reading, digest)? {
        Fate::Renew(_) => Looked::Renewable,
        Fate::Reuse => Looked::Reused,
        // What cannot be found out of a mere note changes nothing.
        Fate::Deny(token, reason) => Looked::Denied(aside_of_denial(reading, &token, reason).unwrap_or_default()),
    })
}

/// Puts a new pair in the place of the old one.
fn renew(writing: &Writing<'_>, actor: &User, renewing: &Renewing, digest: &Digest) -> Result<Changed<Minted>> {
    let old = &renewing.old;
    if !writing.spend_refresh(digest)? || !writing.rotate_token(old.id, None)? {
        return Err(refused());
    }
    writing.revoke_token(old.id, actor.id, Some("refreshed"))?;
    let minted = pair(writing, actor.id, |digest| NewToken {
        name: Some(&old.name),
        scopes: renewing.scopes,
        holder: old.holder,
        note: old.note.as_deref(),
        predecessor: Some(old.id),
        of: old.of,
        used: old.used,
        ..NewToken::new(old.kind, digest, old.boundary)
    })?;
    let token = &minted.listed.token;
    let changes = vec![
        Change::of("token.refresh", "token", token.id.0, &token.name)
            .before(json!({ "id": old.id.0 }).to_string())
            .after(describe_pair(&minted.listed)),
        Change::of("token.replaced", "token", old.id.0, &old.name)
            .before(json!({ "expires_at": old.expires_at.map(|end| end.to_string()) }).to_string())
            .after(json!({ "successor": token.id.0, "ends_at": writing.now.to_string() }).to_string()),
    ];
    Ok((minted, changes))
}

/// Ends what is left of a family. The first time, or where anything is left, an alarm stands in the trail; after that it
/// is counted only, so that nobody fills the disk with a secret that is long dead.
fn end_family(writing: &Writing<'_>, actor: &User, token: &Token) -> Result<Changed<()>> {
    let why = format!("the spent refresh secret of token {} was used again", token.id);
    let mut changes = Vec::new();
    for member in writing.living_family(token.id)? {
        changes.extend(ending::end(writing, actor, &member, Some(&why))?);
    }
    let is_first = writing.raise(token.id, Sort::RefreshReuse, "")?;
    if is_first || !changes.is_empty() {
        let ended: Vec<Option<i64>> = changes.iter().map(|change| change.object_id).collect();
        changes.push(
            Change::of("alarm.refresh_reuse", "token", token.id.0, &token.name)
                .after(json!({ "ended": ended }).to_string()),
        );
    }
    Ok(((), changes))
}
