//! Carrying over what happened to jobs, runners and the projects of deploy keys.

use serde_json::json;

use super::{Carrier, WHY};
use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::job::Outcome;
use crate::domain::place::Boundary;
use crate::ops::add_key::access;

impl Carrier<'_, '_> {
    /// Ends the jobs that ended since.
    pub(super) fn jobs(&mut self) -> Result<()> {
        let mut running = Vec::new();
        self.new.jobs(None, false, |listed| {
            running.push(listed);
            Ok(())
        })?;
        for listed in running {
            let job = &listed.job;
            let end = match self.heard(|old| old.end_of_job(job.id))? {
                Some(end) => end,
                // It is in no listing of the old store, which only forgets what has ended.
                None if self.was_given("jobs", job.id.0)? => Some((self.new.now, Outcome::Lost)),
                None => None,
            };
            let Some((at, outcome)) = end else { continue };
            self.new.end_job_as(job.id, at, outcome)?;
            self.changes.push(
                Change::of("job.end", "job", job.id.0, format!("job-{}", job.id))
                    .within(Boundary::Project(job.project))
                    .after(json!({ "outcome": outcome.word() }).to_string())
                    .reason(Some(WHY.to_owned())),
            );
            self.report.jobs += 1;
        }
        Ok(())
    }

    /// Removes and pauses the runners that were removed and paused since.
    pub(super) fn runners(&mut self) -> Result<()> {
        for listed in self.new.runners(None)? {
            let runner = &listed.runner;
            let [paused, removed] = match self.heard(|old| old.stops_of_runner(runner.id))? {
                Some(stops) => stops,
                None if self.was_given("runners", runner.id.0)? => [None, Some(self.new.now)],
                None => continue,
            };
            let is_more = removed.is_some() || (paused.is_some() && runner.paused_at.is_none());
            if !is_more {
                continue;
            }
            self.new.stop_runner_as(runner.id, [paused, removed])?;
            let action = if removed.is_some() { "runner.delete" } else { "runner.pause" };
            self.changes.push(
                Change::of(action, "runner", runner.id.0, &runner.description)
                    .within(runner.boundary)
                    .reason(Some(WHY.to_owned())),
            );
            self.report.runners += 1;
        }
        Ok(())
    }

    /// Takes deploy keys out of the projects that they were taken out of since, and lets them push no more where they
    /// were so.
    pub(super) fn keys(&mut self) -> Result<()> {
        for (id, digest, project, can_push) in self.new.enabled_keys()? {
            // An index that rotted tells nothing; where numbers mean the same, they do.
            let is_sound = self.is_sound;
            let there = self.heard(|old| if is_sound { old.token_by_digest(&digest) } else { old.token(id) })?;
            let Some(there) = there else { continue };
            // In another store the numbers of projects mean others.
            if !self.is_same || there.id != id {
                continue;
            }
            let Some(pushes) = self.heard(|old| old.key_pushes(there.id, project).map(Some))? else { continue };
            let change = |action: &str| {
                Change::of(action, "token", id.0, &there.name)
                    .within(Boundary::Project(project))
                    .before(json!({ "access": access(can_push) }).to_string())
                    .reason(Some(WHY.to_owned()))
            };
            let change = match pushes {
                None => {
                    self.new.disable_key(id, project)?;
                    change("deploy_key.disable")
                }
                Some(false) if can_push => {
                    self.new.enable_key(id, project, false)?;
                    change("deploy_key.enable").after(json!({ "access": access(false) }).to_string())
                }
                Some(_) => continue,
            };
            self.changes.push(change);
            self.report.keys += 1;
        }
        Ok(())
    }
}
