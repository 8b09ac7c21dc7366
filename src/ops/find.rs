//! Finding what a command names, for whoever may see it: what is out of sight is not there.

use super::moved;
use super::named::Where;
pub use super::named::Which;
use crate::domain::error::{Code, Error, Result};
use crate::domain::id::TokenId;
use crate::domain::kind::Kind;
use crate::domain::name::{is_reserved, near};
use crate::domain::permission::{Deed, Need, Ruling, Standing, judge, judge_key};
use crate::domain::place::{Boundary, Group, Home, Project, Visibility};
use crate::domain::role::Role;
use crate::domain::token::Token;
use crate::domain::user::{User, UserKind};
use crate::store::{Enabled, Reading};

/// The error for a user who is not there.
pub(super) fn no_user(reading: &Reading<'_>, name: &str) -> Error {
    let users = match reading.users() {
        Ok(users) => users,
        Err(error) => return error,
    };
    let hint = did_you_mean(name, users.iter().map(|user| user.username.as_str()));
    let error = Error::not_found(format!("there is no user `{name}`"));
    match hint {
        Some(hint) => error.hint(hint),
        None if is_reserved(name) => error.because("such names are the Ghost User's and bot users'"),
        None => error.hint(format!("`tokctl user add {name}` adds them")),
    }
}

fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near: Vec<String> = near(word, candidates).into_iter().map(|name| format!("`{name}`")).collect();
    (!near.is_empty()).then(|| format!("did you mean {}?", near.join(" or ")))
}

/// Finds a user.
pub(super) fn user(reading: &Reading<'_>, name: &str) -> Result<User> {
    reading.user_named(name)?.ok_or_else(|| no_user(reading, name))
}

/// Finds the place of a person, for themselves or an admin. `None`: nobody has this name. Bots and the ghost own nothing.
pub(super) fn place_of_user(reading: &Reading<'_>, actor: &User, name: &str) -> Result<Option<Home>> {
    let Some(owner) = reading.user_named(name)? else { return Ok(None) };
    if owner.kind != UserKind::Human {
        return Err(Error::refused(format!("nothing lies in the place of `{name}`"))
            .because("bot users and the Ghost User own nothing"));
    }
    if owner.id == actor.id || actor.admin {
        return Ok(Some(Home::User(owner.id)));
    }
    Err(Error::refused(format!("`{name}/` is the place of the user `{name}`")))
}

/// Says whether somebody may know that a project is there.
pub(super) fn sees_project(reading: &Reading<'_>, actor: &User, project: &Project) -> Result<bool> {
    Ok(project.visibility != Visibility::Private || reading.role_in_project(actor, project)?.is_some())
}

/// The error for a place that is not there, or out of sight, which must sound the same. The command that adds one is for
/// whoever sees all there is, and for what would be their own: to others it may be refused, for what they cannot see.
fn not_there(actor: &User, sort: &str, path: &str, near: Option<String>) -> Error {
    let is_own = path.split_once('/').is_some_and(|(place, _)| place == actor.username);
    // No project lies at the top.
    let can_be = sort != "project" || path.contains('/');
    let add = (can_be && (actor.admin || is_own)).then(|| format!("`tokctl {sort} add {path}` adds it"));
    let list = || format!("`tokctl {sort} list` shows those that you may see");
    let hints: Vec<String> = near.into_iter().chain(add).collect();
    let hint = if hints.is_empty() { list() } else { hints.join(" ") };
    Error::not_found(format!("there is no {sort} `{path}`")).hint(hint)
}

/// Finds a project that the actor may see.
pub(super) fn project(reading: &Reading<'_>, actor: &User, path: &str) -> Result<Project> {
    if let Some(project) = reading.project_at(path)?
        && sees_project(reading, actor, &project)?
    {
        return Ok(project);
    }
    if let Some(now) = moved::project(reading, path)?
        && sees_project(reading, actor, &now)?
    {
        return Err(moved::error("project", path, &now.path));
    }
    let mut seen = Vec::new();
    for project in reading.projects()? {
        if sees_project(reading, actor, &project)? {
            seen.push(project.path);
        }
    }
    let near = did_you_mean(path, seen.iter().map(String::as_str));
    Err(not_there(actor, "project", path, near))
}

/// Finds a group that the actor may see.
pub(super) fn group(reading: &Reading<'_>, actor: &User, path: &str) -> Result<Group> {
    if let Some(group) = reading.group_at(path)?
        && reading.sees_group(actor, group.id)?
    {
        return Ok(group);
    }
    if let Some(now) = moved::group(reading, path)?
        && reading.sees_group(actor, now.id)?
    {
        return Err(moved::error("group", path, &now.path));
    }
    let mut seen = Vec::new();
    for group in reading.groups()? {
        if reading.sees_group(actor, group.id)? {
            seen.push(group.path);
        }
    }
    let near = did_you_mean(path, seen.iter().map(String::as_str));
    Err(not_there(actor, "group", path, near))
}

/// Finds the boundary that a command names.
pub(super) fn boundary(reading: &Reading<'_>, actor: &User, place: &Where) -> Result<Boundary> {
    match place {
        Where::Project(path) => project(reading, actor, path).map(|project| Boundary::Project(project.id)),
        Where::Group(path) => group(reading, actor, path).map(|group| Boundary::Group(group.id)),
        Where::User(name) => user(reading, name).map(|user| Boundary::User(user.id)),
        Where::Myself => Ok(Boundary::User(actor.id)),
        Where::Instance => Ok(Boundary::Instance),
        Where::DefaultProject => match reading.default_project()? {
            Some(id) if reading.project(id)?.is_some() => Ok(Boundary::Project(id)),
            _ => Err(Error::usage("no project is named, and this store has no default project")
                .hint("name one with `--project PATH`, or a group with `--group PATH`")),
        },
    }
}

/// Returns how somebody stands to a boundary and a token's holder.
pub(super) fn standing(reading: &Reading<'_>, actor: &User, boundary: Boundary, is_holder: bool) -> Result<Standing> {
    Ok(Standing { is_holder, role: reading.role_within(actor, boundary)? })
}

/// Checks that somebody may do something to tokens of a kind in a boundary.
pub(super) fn check(
    reading: &Reading<'_>,
    actor: &User,
    kind: Kind,
    boundary: Boundary,
    is_holder: bool,
    deed: Deed,
) -> Result<Ruling> {
    Ok(judge(actor, standing(reading, actor, boundary, is_holder)?, kind, boundary, deed))
}

/// Says why somebody may not.
pub(super) fn refusal(actor: &User, kind: Kind, deed: Deed, need: Need) -> Error {
    let doing = match deed {
        Deed::Take => "may not make or bring back",
        Deed::See => "may not see",
        Deed::End => "may not end",
    };
    let why = match need {
        Need::Admin => "only an admin may".to_owned(),
        Need::Holder => "only that user may, or an admin".to_owned(),
        Need::Role(role) => format!("it takes the role {role} there, or an admin"),
    };
    Error::refused(format!("`{}` {doing} {} tokens there", actor.username, kind)).because(why)
}

/// Says whether somebody may do something to a token.
pub(super) fn ruling(reading: &Reading<'_>, actor: &User, token: &Token, deed: Deed) -> Result<Ruling> {
    if token.boundary != Boundary::Projects {
        return check(reading, actor, token.kind, token.boundary, token.holder == Some(actor.id), deed);
    }
    let enabled = reading.key_projects(token.id)?;
    let role = |enabled: &Enabled| reading.role_in_project(actor, &enabled.project);
    let roles = enabled.iter().map(role).collect::<Result<Vec<_>>>()?;
    Ok(judge_key(actor, &roles, deed))
}

/// Says why somebody may not end or bring back a deploy key that they see: it is enabled in other projects too.
fn elsewhere(reading: &Reading<'_>, actor: &User, id: TokenId) -> Result<Error> {
    let error = Error::refused(format!("`{}` may not do this to deploy key {id}", actor.username))
        .because(format!("it takes the role {} in every project that it is enabled in, or an admin", Role::Maintainer));
    for enabled in reading.key_projects(id)? {
        if reading.role_in_project(actor, &enabled.project)?.is_some_and(|role| role >= Role::Maintainer) {
            let path = enabled.project.path;
            return Ok(error.hint(format!("`tokctl deploy-key disable {id} --project {path}` takes it out of yours")));
        }
    }
    Ok(error)
}

/// Returns the boundary under which the trail keeps what happens to a token: for a deploy key that is enabled in one
/// project, that project.
pub(super) fn home(reading: &Reading<'_>, token: &Token) -> Result<Boundary> {
    if token.boundary != Boundary::Projects {
        return Ok(token.boundary);
    }
    Ok(match reading.key_projects(token.id)?.as_slice() {
        [only] => Boundary::Project(only.project.id),
        _ => token.boundary,
    })
}

/// Finds a token that the actor may do something to.
pub(super) fn token(reading: &Reading<'_>, actor: &User, id: TokenId, deed: Deed) -> Result<Token> {
    let token = reading.token(id)?.ok_or_else(|| Error::no_token(id))?;
    match ruling(reading, actor, &token, deed)? {
        Ruling::Allowed | Ruling::Glimpse => Ok(token),
        Ruling::Refused(_) if token.boundary == Boundary::Projects => Err(elsewhere(reading, actor, id)?),
        Ruling::Refused(need) => Err(refusal(actor, token.kind, deed, need)),
        Ruling::Hidden => Err(Error::no_token(id)),
    }
}

/// Finds the number of the token that is named.
pub(super) fn id(reading: &Reading<'_>, actor: &User, which: &Which) -> Result<TokenId> {
    let (name, place) = match which {
        Which::Id(id) => return Ok(*id),
        Which::Name(name, place) => (name, place),
    };
    let boundary = boundary(reading, actor, place)?;
    let mut named = Vec::new();
    let mut candidates = reading.tokens_named(boundary, None, name)?;
    if let Boundary::Project(project) = boundary {
        candidates.extend(reading.keys_named(project, name)?);
    }
    for token in candidates {
        if ruling(reading, actor, &token, Deed::See)? == Ruling::Allowed && reading.lives(&token)? {
            named.push(token);
        }
    }
    match named.as_slice() {
        [token] => Ok(token.id),
        [] => Err(Error::not_found(format!("there is no live token `{name}` there"))
            .hint("`tokctl list --all` shows the dead ones too; they go by their id")),
        several => {
            let ids: Vec<String> = several.iter().map(|token| format!("{} ({})", token.id, token.kind)).collect();
            Err(Error::new(Code::Conflict, format!("several live tokens are called `{name}` there"))
                .because(format!("they are {}", ids.join(", ")))
                .hint("say which by its id"))
        }
    }
}

/// Returns a token's predecessor where that lives on in the overlap of a rotation.
pub(super) fn overlapped(reading: &Reading<'_>, token: &Token) -> Result<Option<Token>> {
    let predecessor = token.predecessor.map(|id| reading.token(id)).transpose()?.flatten();
    Ok(predecessor.filter(|predecessor| predecessor.state(reading.now).is_live()))
}
