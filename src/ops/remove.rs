//! Deleting groups and projects, with everything that is valid only there.

use super::farewell::{Farewell, Toll};
use super::relocate::check_role;
use super::{Authority, Changed, find};
use crate::domain::error::Result;
use crate::domain::id::TokenId;
use crate::domain::progress::Watch;
use crate::domain::upkeep::{Sort, Work};
use crate::domain::user::User;
use crate::store::{Listed, Writing};

/// Names a group or a project that is to be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doomed {
    /// Which of the two.
    pub sort: Sort,
    /// Its path.
    pub path: String,
}

/// What went with a group or a project.
#[derive(Clone, Debug)]
pub struct Removed {
    /// How much of what.
    pub toll: Toll,
    /// The tokens that died.
    pub tokens: Vec<Listed>,
    /// Whether the project taken where none is named was among it.
    pub was_default: bool,
}

impl Authority<'_> {
    /// Deletes a group or a project with everything that is valid only there, on a full disk too.
    ///
    /// # Errors
    /// `NotFound`, `Refused` for whoever is not its Owner, `Store`; nothing is deleted then.
    pub fn delete_place(&self, doomed: &Doomed) -> Result<Removed> {
        self.there(|authority| authority.look_for(doomed))?;
        self.end(|writing, actor| delete(writing, actor, doomed, self.watch))
    }

    /// Says what [`Self::delete_place`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::delete_place`].
    pub fn rehearse_delete_place(&self, doomed: &Doomed) -> Result<Removed> {
        self.there(|authority| authority.look_for(doomed))?;
        self.try_out(|writing, actor| delete(writing, actor, doomed, self.watch))
    }

    fn look_for(&self, doomed: &Doomed) -> Result<()> {
        match doomed.sort {
            Sort::Group => self.group(&doomed.path).map(|_| ()),
            Sort::Project => self.project(&doomed.path).map(|_| ()),
        }
    }
}

fn delete(writing: &Writing<'_>, actor: &User, doomed: &Doomed, watch: Watch<'_>) -> Result<Changed<Removed>> {
    let path = &doomed.path;
    let default = match writing.default_project()? {
        Some(id) => writing.project(id)?,
        None => None,
    };
    let mut farewell = Farewell::new(writing, actor, None, watch);
    match doomed.sort {
        Sort::Group => {
            let group = find::group(writing, actor, path)?;
            check_role(actor, writing.role_in_group(actor, group.id)?, path, Sort::Group, Work::Delete)?;
            farewell.group(group.id)?;
        }
        Sort::Project => {
            let project = find::project(writing, actor, path)?;
            check_role(actor, writing.role_in_project(actor, &project)?, path, Sort::Project, Work::Delete)?;
            farewell.project(project.id)?;
        }
    }
    let Farewell { toll, changes, .. } = farewell;
    let mut tokens = Vec::new();
    for id in changes.iter().filter(|change| change.action == "token.revoke").filter_map(|change| change.object_id) {
        tokens.extend(writing.listed(TokenId(id))?);
    }
    let was_default = match default {
        Some(default) => writing.project(default.id)?.is_none(),
        None => false,
    };
    Ok((Removed { toll, tokens, was_default }, changes))
}
