//! Applications: what users give OAuth tokens to, and what ends with one.

use serde_json::json;

use super::{Authority, Changed, ending, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::AppId;
use crate::domain::kind::Kind;
use crate::domain::name;
use crate::domain::scope::ScopeSet;
use crate::domain::user::User;
use crate::store::{Listed, ListedApp, Reading, Writing};

use super::grant::wrong_scopes;

/// An application that was deleted, and the tokens that ended with it.
#[derive(Clone, Debug)]
pub struct Deleted {
    /// The application.
    pub app: ListedApp,
    /// The tokens that were not revoked before.
    pub tokens: Vec<Listed>,
}

impl Authority<'_> {
    /// Adds an application, the caller's own where no owner is named.
    ///
    /// # Errors
    /// `Usage` for a name or scopes that cannot be used, `Conflict` where the name is taken, `Refused` where it is for
    /// somebody else and the caller is no admin, `Store`.
    pub fn add_app(&self, name: &str, scopes: ScopeSet, owner: Option<&str>) -> Result<ListedApp> {
        name::check_title("name", name)?;
        check_scopes(scopes)?;
        self.write(|writing, actor| {
            let owner = match owner {
                Some(name) => find::user(writing, name)?,
                None => actor.clone(),
            };
            if !actor.can_act() || !(actor.admin || owner.id == actor.id) {
                return Err(Error::refused(format!(
                    "`{}` may add no application for `{}`",
                    actor.username, owner.username
                ))
                .because("only that user may, or an admin"));
            }
            if !owner.can_act() {
                return Err(Error::refused(format!("`{}` can have no application", owner.username))
                    .because("applications belong to people who are not blocked"));
            }
            check_free(writing, name, None)?;
            let id = writing.insert_app(name, scopes, owner.id)?;
            let change = Change::of("app.add", "app", id.0, name)
                .after(json!({ "scopes": scopes.words(), "owner": owner.username }).to_string());
            Ok((find(writing, name)?, vec![change]))
        })
    }

    /// Returns the applications. Everybody sees them: one must be able to consent.
    ///
    /// # Errors
    /// `Store`.
    pub fn apps(&self) -> Result<Option<Vec<ListedApp>>> {
        self.read(|reading, _| reading.apps())
    }

    /// Returns one application, by its name or its number.
    ///
    /// # Errors
    /// `NotFound`, `Store`.
    pub fn app(&self, name: &str) -> Result<ListedApp> {
        self.read(|reading, _| find(reading, name))?.ok_or_else(|| missing(name))
    }

    /// Gives an application another name.
    ///
    /// # Errors
    /// `Usage`, `NotFound`, `Conflict` where the name is taken, `Refused` for whoever is not its owner, `Store`.
    pub fn rename_app(&self, name: &str, new: &str) -> Result<ListedApp> {
        name::check_title("name", new)?;
        if !self.has_store()? {
            return self.app(name);
        }
        self.write(|writing, actor| {
            let app = find(writing, name)?;
            check_own(actor, &app)?;
            check_free(writing, new, Some(app.app.id))?;
            writing.rename_app(app.app.id, new)?;
            let change = Change::of("app.rename", "app", app.app.id.0, new)
                .before(json!({ "name": app.app.name }).to_string())
                .after(json!({ "name": new }).to_string());
            Ok((find(writing, new)?, vec![change]))
        })
    }

    /// Deletes an application with all its tokens, on a full disk too.
    ///
    /// # Errors
    /// `NotFound`, `Refused` for whoever is not its owner, `Store`.
    pub fn delete_app(&self, name: &str) -> Result<Deleted> {
        if !self.has_store()? {
            self.app(name)?;
        }
        self.end(|writing, actor| delete(writing, actor, name))
    }

    /// Says what [`Self::delete_app`] would do, and does nothing.
    ///
    /// # Errors
    /// Those of [`Self::delete_app`].
    pub fn rehearse_delete_app(&self, name: &str) -> Result<Deleted> {
        if !self.has_store()? {
            self.app(name)?;
        }
        self.try_out(|writing, actor| delete(writing, actor, name))
    }
}

/// Finds an application by its name, letter by letter, or by its number.
pub(super) fn find(reading: &Reading<'_>, name: &str) -> Result<ListedApp> {
    let found = match name.parse() {
        Ok(id) => reading.app(AppId(id))?,
        Err(_) => reading.app_like(name)?.filter(|found| found.app.name == name),
    };
    if let Some(found) = found {
        return Ok(found);
    }
    let apps = reading.apps()?;
    let near = name::near(name, apps.iter().map(|app| app.app.name.as_str()));
    Err(match near.first() {
        Some(near) => missing(name).hint(format!("did you mean `{near}`?")),
        None => missing(name),
    })
}

fn missing(name: &str) -> Error {
    Error::not_found(format!("there is no application `{name}`"))
        .hint("`tokctl app list` shows them; `tokctl app add NAME --scope SCOPE` adds one")
}

fn check_scopes(scopes: ScopeSet) -> Result<()> {
    if !scopes.is_within(Kind::Oauth.scopes()) {
        return Err(wrong_scopes(Kind::Oauth, scopes));
    }
    if scopes.is_empty() {
        return Err(Error::usage("an application without scopes can be given no token")
            .hint(format!("name at least one with `--scope`: {}", Kind::Oauth.scopes().words().join(", "))));
    }
    Ok(())
}

fn check_own(actor: &User, app: &ListedApp) -> Result<()> {
    if actor.can_act() && (actor.admin || app.app.owner == actor.id) {
        return Ok(());
    }
    Err(Error::refused(format!("`{}` may not change the application `{}`", actor.username, app.app.name))
        .because(format!("it belongs to `{}`; they may, or an admin", app.owner)))
}

/// Two names that differ in upper and lower case only would be taken for each other by whoever consents.
fn check_free(writing: &Writing<'_>, name: &str, but: Option<AppId>) -> Result<()> {
    match writing.app_like(name)?.filter(|found| Some(found.app.id) != but) {
        None => Ok(()),
        Some(found) => Err(Error::conflict(format!("an application is called `{}` already", found.app.name))
            .because("names of applications differ in more than upper and lower case")),
    }
}

fn delete(writing: &Writing<'_>, actor: &User, name: &str) -> Result<Changed<Deleted>> {
    let app = find(writing, name)?;
    check_own(actor, &app)?;
    let (tokens, changes) = end(writing, actor, &app)?;
    Ok((Deleted { app, tokens }, changes))
}

/// Ends an application and every token of it, access and refresh.
///
/// Source: CVE-2020-13294, in which a deleted application's tokens went on.
pub(super) fn end(writing: &Writing<'_>, actor: &User, app: &ListedApp) -> Result<Changed<Vec<Listed>>> {
    let (mut tokens, mut changes) = (Vec::new(), Vec::new());
    let why = format!("its application `{}` was deleted", app.app.name);
    for token in writing.tokens_of_app(app.app.id)? {
        if let Some(change) = ending::end(writing, actor, &token, Some(&why))? {
            changes.push(change);
            tokens.push(writing.listed(token.id)?.ok_or_else(|| Error::no_token(token.id))?);
        }
    }
    writing.delete_app(&app.app)?;
    changes.push(
        Change::of("app.delete", "app", app.app.id.0, &app.app.name).before(
            json!({ "scopes": app.app.scopes.words(), "owner": app.owner, "tokens": tokens.len() }).to_string(),
        ),
    );
    Ok((tokens, changes))
}
