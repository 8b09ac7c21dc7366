//! Pruning: what is dead since long is deleted for good, with what hangs on it and the events of that time.
//!
//! What a row that stays still needs stays with it: no live token loses the ones that it took the place of, no job the
//! runner that ran it.

use rusqlite::{Params, params};

use super::Writing;
use super::refresh::RENEWABLE;
use super::selection::IS_OVER;
use crate::domain::error::Result;
use crate::domain::head::Head;
use crate::domain::id::Sequence;
use crate::domain::time::Timestamp;
use crate::domain::user::UserKind;

/// How many tokens are deleted in one go.
const BATCH: u32 = 10_000;

/// How much was deleted, and how much stays though it is dead since long, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pruned {
    /// The tokens that were deleted.
    pub tokens: u64,
    /// The further secrets that went: refresh secrets, passwords of jobs.
    pub secrets: u64,
    /// The alarms that went.
    pub alarms: u64,
    /// The jobs that went.
    pub jobs: u64,
    /// The runners that went, removed long ago.
    pub runners: u64,
    /// The names of what is gone that went, since nothing names them any more.
    pub names: u64,
    /// The events that went.
    pub events: u64,
    /// The dead tokens that stay since a token that stays took their place.
    pub kept_for_lineage: u64,
    /// The dead tokens that stay since their bot users were not swept yet.
    pub kept_for_bots: u64,
    /// The dead tokens that stay since runners that they registered are there.
    pub kept_for_runners: u64,
}

impl Pruned {
    /// Says whether nothing at all was deleted.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let Self { tokens, secrets, alarms, jobs, runners, names, events, .. } = *self;
        tokens + secrets + alarms + jobs + runners + names + events == 0
    }
}

impl Writing<'_> {
    /// Deletes what was dead before an instant. The trail keeps its newest event in any case; the second part is what it
    /// begins behind from now on.
    ///
    /// # Errors
    /// Those of the store.
    pub fn prune(&self, before: Timestamp) -> Result<(Pruned, Head)> {
        let mut pruned = Pruned::default();
        self.doom(before)?;
        pruned.kept_for_bots = self.spare(
            "SELECT tokens.id FROM doomed JOIN tokens ON tokens.id = doomed.id \
             JOIN users ON users.id = tokens.user_id WHERE users.kind = ?1 AND tokens.revoked_at IS NULL",
            [UserKind::Bot as u8],
        )?;
        pruned.kept_for_runners = self.spare(
            "SELECT registered_by FROM runners WHERE registered_by IS NOT NULL \
             AND (removed_at IS NULL OR removed_at >= ?1)",
            [before.seconds()],
        )?;
        // Last, since whatever is spared keeps those whose place it took.
        pruned.kept_for_lineage = self.spare(
            "WITH RECURSIVE kept (id) AS (\
               SELECT predecessor_id FROM tokens WHERE predecessor_id IS NOT NULL \
                 AND id NOT IN (SELECT id FROM doomed) \
               UNION SELECT tokens.predecessor_id FROM tokens JOIN kept ON tokens.id = kept.id \
                 WHERE tokens.predecessor_id IS NOT NULL) SELECT id FROM kept",
            [],
        )?;
        self.prune_tokens(&mut pruned)?;
        self.prune_runners(before, &mut pruned)?;
        pruned.names = self.prune_names(before)?;
        self.connection.execute_batch("DROP TABLE doomed")?;
        let behind = self.prune_events(before, &mut pruned)?;
        if !pruned.is_nothing() {
            self.note_pruned(before)?;
        }
        Ok((pruned, behind))
    }

    /// Marks what was revoked or had ended before an instant, and cannot be renewed.
    fn doom(&self, before: Timestamp) -> Result<()> {
        self.connection.execute_batch("CREATE TEMPORARY TABLE doomed (id INTEGER PRIMARY KEY)")?;
        let sql = format!(
            "INSERT INTO doomed SELECT tokens.id FROM tokens \
             WHERE tokens.revoked_at < ?1 OR (tokens.revoked_at IS NULL AND {IS_OVER} AND NOT {RENEWABLE})"
        );
        // What ended in the very second before which is pruned had not ended before it.
        let ended = before.seconds() - 1;
        self.connection.execute(&sql, params![before.seconds(), ended])?;
        Ok(())
    }

    /// Takes some out of what is marked; says how many it were.
    fn spare(&self, condition: &str, bound: impl Params) -> Result<u64> {
        Ok(self.connection.execute(&format!("DELETE FROM doomed WHERE id IN ({condition})"), bound)? as u64)
    }

    /// Deletes what is marked, with what hangs on it. In batches, the newest first, so that a token goes before the one
    /// whose place it took, and what the engine remembers of a statement stays small.
    fn prune_tokens(&self, pruned: &mut Pruned) -> Result<()> {
        const DOOMED: &str = "SELECT id FROM doomed WHERE id >= ?1";
        const JOBS: &str =
            "SELECT job_id FROM tokens WHERE job_id IS NOT NULL AND id IN (SELECT id FROM doomed WHERE id >= ?1)";
        let sql = format!("SELECT min(id) FROM (SELECT id FROM doomed ORDER BY id DESC LIMIT {BATCH})");
        let mut next = self.connection.prepare(&sql)?;
        let [secrets, denials, alarms, enabled, keys, jobs, tokens, marks] = [
            format!("DELETE FROM secrets WHERE token_id IN ({DOOMED}) OR job_id IN ({JOBS})"),
            // Denials stand beside the alarms and are none.
            format!("DELETE FROM alarms WHERE what = 'denied' AND token_id IN ({DOOMED})"),
            format!("DELETE FROM alarms WHERE token_id IN ({DOOMED})"),
            format!("DELETE FROM deploy_key_projects WHERE token_id IN ({DOOMED})"),
            format!("DELETE FROM deploy_keys WHERE token_id IN ({DOOMED})"),
            format!("DELETE FROM jobs WHERE id IN ({JOBS})"),
            format!("DELETE FROM tokens WHERE id IN ({DOOMED})"),
            "DELETE FROM doomed WHERE id >= ?1".to_owned(),
        ];
        while let Some(first) = next.query_row([], |row| row.get::<_, Option<i64>>(0))? {
            let delete =
                |sql: &str| -> Result<u64> { Ok(self.connection.prepare_cached(sql)?.execute([first])? as u64) };
            pruned.secrets += delete(&secrets)?;
            delete(&denials)?;
            pruned.alarms += delete(&alarms)?;
            delete(&enabled)?;
            delete(&keys)?;
            pruned.jobs += delete(&jobs)?;
            pruned.tokens += delete(&tokens)?;
            delete(&marks)?;
        }
        Ok(())
    }

    /// Deletes the runners that were removed before an instant and that no job and no token names.
    fn prune_runners(&self, before: Timestamp, pruned: &mut Pruned) -> Result<()> {
        let sql = "DELETE FROM runners WHERE removed_at < ?1 \
                   AND id NOT IN (SELECT runner_id FROM jobs WHERE runner_id IS NOT NULL) \
                   AND id NOT IN (SELECT runner_id FROM tokens WHERE runner_id IS NOT NULL)";
        pruned.runners = self.connection.execute(sql, [before.seconds()])? as u64;
        Ok(())
    }

    /// Deletes the names of what went before an instant, where nothing names it by its number.
    fn prune_names(&self, before: Timestamp) -> Result<u64> {
        let mut deleted = 0;
        for (what, condition) in NAMED {
            let sql = format!("DELETE FROM departed WHERE what = ?1 AND gone_at < ?2 AND id NOT IN ({condition})");
            deleted += self.connection.execute(&sql, params![what, before.seconds()])? as u64;
        }
        Ok(deleted)
    }

    /// Deletes the events before an instant, but for the newest, which tells how late it is.
    fn prune_events(&self, before: Timestamp, pruned: &mut Pruned) -> Result<Head> {
        let sql = "SELECT coalesce(\
                     (SELECT sequence FROM events WHERE at >= ?1 ORDER BY sequence LIMIT 1), \
                     (SELECT max(sequence) FROM events), 1) - 1";
        let last: i64 = self.connection.query_row(sql, [before.seconds()], |row| row.get(0))?;
        let mut behind = self.chain_start()?;
        if last > behind.sequence.0 {
            let sql = "SELECT hash FROM events WHERE sequence = ?1";
            let hash = self.connection.query_row(sql, [last], |row| row.get(0))?;
            behind = Head { sequence: Sequence(last), hash };
            pruned.events = self.connection.execute("DELETE FROM events WHERE sequence <= ?1", [last])? as u64;
        }
        Ok(behind)
    }
}

/// Where what is gone is still named, by its sort.
const NAMED: [(&str, &str); 4] = [
    (
        "user",
        "SELECT user_id FROM tokens WHERE user_id IS NOT NULL UNION SELECT created_by FROM tokens \
         UNION SELECT revoked_by FROM tokens WHERE revoked_by IS NOT NULL UNION SELECT user_id FROM jobs \
         UNION SELECT created_by FROM users WHERE created_by IS NOT NULL UNION SELECT created_by FROM groups \
         UNION SELECT created_by FROM projects UNION SELECT created_by FROM members \
         UNION SELECT former_author_id FROM records WHERE former_author_id IS NOT NULL",
    ),
    (
        "project",
        "SELECT project_id FROM tokens WHERE project_id IS NOT NULL UNION SELECT project_id FROM jobs \
         UNION SELECT project_id FROM runners WHERE project_id IS NOT NULL",
    ),
    (
        "group",
        "SELECT group_id FROM tokens WHERE group_id IS NOT NULL \
         UNION SELECT group_id FROM runners WHERE group_id IS NOT NULL",
    ),
    ("app", "SELECT app_id FROM tokens WHERE app_id IS NOT NULL"),
];
