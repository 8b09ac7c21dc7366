//! What tokens are used for: noted in passing, read with the token.

use rusqlite::params;

use super::Writing;
use crate::domain::access::Access;
use crate::domain::error::Result;
use crate::domain::id::{ProjectId, TokenId};

impl Writing<'_> {
    /// Notes that a token opened an access, in a project or in none; says whether that was anything new. The twin in SQL of
    /// [`Used::and`](crate::domain::used::Used::and), which knows nothing of uses that others note meanwhile.
    ///
    /// # Errors
    /// Those of the store.
    pub fn note_reach(&self, id: TokenId, access: Access, project: Option<ProjectId>) -> Result<bool> {
        let noted = self.connection.execute(
            "UPDATE tokens SET used_access = used_access | ?2, \
             used_project = CASE WHEN coalesce(used_project, ?3) = ?3 THEN ?3 ELSE 0 END \
             WHERE id = ?1 AND (used_access & ?2 = 0 OR used_project IS NULL OR used_project NOT IN (0, ?3))",
            params![id.0, access as u16, project.map_or(0, |id| id.0)],
        )?;
        Ok(noted == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::digest::Digest;
    use crate::domain::event::{Change, Doer};
    use crate::domain::id::UserId;
    use crate::domain::kind::Kind;
    use crate::domain::place::Boundary;
    use crate::domain::time::Timestamp;
    use crate::domain::used::Used;
    use crate::store::{Done, HandOver, NewToken, Store, Urgency};

    fn doer() -> Doer {
        let text = String::new;
        Doer { id: UserId(1), username: text(), operator: None, uid: 0, host: text(), command: text() }
    }

    fn done<T>(result: T) -> Done<T> {
        Done { result, doer: doer(), changes: vec![Change::about("test", "test", "test")] }
    }

    /// Every history of three uses, noted one by one, is what the rule makes of it.
    #[test]
    fn what_is_noted_is_what_the_uses_add_up_to() {
        let clock = || Timestamp::MIN;
        let (store, ()) = Store::in_memory(&clock, |_| Ok(done(()))).unwrap();
        let accesses = [Access::RepositoryRead, Access::RegistryWrite];
        let projects = [None, Some(ProjectId(1)), Some(ProjectId(2))];
        let uses: Vec<_> = accesses.iter().flat_map(|access| projects.map(|project| (*access, project))).collect();
        let pick = |number: usize| [number % 6, number / 6 % 6, number / 36].map(|at| uses[at]);
        for history in (0..216).map(pick) {
            let digest = Digest::of(format!("{history:?}").as_bytes());
            let make = |writing: &Writing<'_>| {
                let new = NewToken::new(Kind::Deploy, digest, Boundary::Group(crate::domain::id::GroupId(1)));
                let id = writing.insert_token(&new, UserId(1))?.id;
                let mut used = Used::default();
                for (access, project) in history {
                    assert_eq!(writing.note_reach(id, access, project)?, used.would_learn(access, project));
                    used = used.and(access, project);
                    assert_eq!(writing.token(id)?.unwrap().used, used, "{history:?}");
                }
                assert!(!writing.note_reach(TokenId(9999), accesses[0], None)?);
                Ok(done(()))
            };
            store.write(&clock, Urgency::Ordinary, make, |()| Ok(HandOver::Nothing)).unwrap();
        }
    }
}
