//! The first run: the store, its admin and their default project.

use super::Authority;
use crate::domain::error::{Error, Result};
use crate::domain::event::{Change, Doer};
use crate::domain::place::{Boundary, Home, Visibility};
use crate::domain::progress::{Busy, WAITING};
use crate::domain::user::UserKind;
use crate::store::{Done, Founded, Store, Writing};

/// Says what the first run made.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The admin, named after the login.
    pub admin: String,
    /// Their project, taken where none is named.
    pub project: String,
}

impl Authority<'_> {
    /// Makes the store where there is none; says whether there was none.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) where it cannot be made; nothing is left of it then.
    pub fn found_if_missing(&self) -> Result<bool> {
        if self.place.exists()? {
            return Ok(false);
        }
        let _busy = Busy::begin(self.watch, WAITING);
        let founded = Store::found(&self.place, self.allow_network, self.clock, |writing| self.furnish(writing))?;
        if let Founded::New(founding) = founded {
            self.notices.borrow_mut().founding = Some(founding);
            return Ok(true);
        }
        Ok(false)
    }

    /// Makes the store that a first run would make, in memory.
    pub(super) fn trial_store(&self) -> Result<Store> {
        Store::in_memory(self.clock, |writing| self.furnish(writing)).map(|(store, _)| store)
    }

    fn furnish(&self, writing: &Writing<'_>) -> Result<Done<Founding>> {
        let caller = &self.caller;
        let admin = writing.insert_user(UserKind::Human, &caller.login, &caller.login, true, None)?;
        let path = format!("{}/default", caller.login);
        let project = writing.insert_project(Home::User(admin), &path, Visibility::Private, admin)?;
        writing.set_default_project(project)?;
        writing.note_swept(writing.now)?;
        writing.begin_noting_uses()?;
        writing.note_founded(&draw_identity()?)?;
        let doer = Doer {
            id: admin,
            username: caller.login.clone(),
            operator: None,
            uid: caller.uid,
            host: caller.host.clone(),
            command: caller.command.clone(),
        };
        let changes = vec![
            Change::of("user.add", "user", admin.0, &caller.login).after(r#"{"admin":true}"#.into()),
            Change::of("project.add", "project", project.0, &path)
                .within(Boundary::Project(project))
                .after(r#"{"visibility":"private"}"#.into()),
        ];
        Ok(Done { result: Founding { admin: caller.login.clone(), project: path }, doer, changes })
    }
}

/// Draws what tells a store from all others from the operating system's generator. It opens nothing.
fn draw_identity() -> Result<String> {
    use rand::TryRng as _;
    let mut bytes = [0; 16];
    rand::rngs::SysRng
        .try_fill_bytes(&mut bytes)
        .map_err(|error| Error::failed("the operating system gives no random numbers").because(error.to_string()))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}
