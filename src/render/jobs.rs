//! Jobs on a sheet.

use super::{Column, Sheet, Value};
use crate::ops::job::JobPortrait;

/// The sheet of jobs.
pub const SHEET: Sheet = Sheet {
    name: "jobs",
    columns: &[
        Column::number("id", "ID"),
        Column::text("status", "STATUS"),
        Column::text("project", "PROJECT"),
        Column::text("user", "USER"),
        Column::number("runner", "RUNNER"),
        Column::number("token", "TOKEN"),
        Column::text("started_at", "STARTED"),
        Column::text("expires_at", "HARD END"),
        Column::text("ended_at", "ENDED").hidden(),
        Column::number("deploy_token", "PASSWORD OF").hidden(),
    ],
};

/// Returns a job's row of [`SHEET`].
#[must_use]
pub fn row(portrait: &JobPortrait) -> Vec<Value<'_>> {
    let job = &portrait.listed.job;
    vec![
        job.id.0.into(),
        Value::State(job.status(portrait.now)),
        portrait.listed.path.as_str().into(),
        portrait.listed.username.as_str().into(),
        job.runner.map(|id| id.0).into(),
        job.token.map(|id| id.0).into(),
        job.started_at.into(),
        job.expires_at.into(),
        job.ended_at.into(),
        job.deploy_token.map(|id| id.0).into(),
    ]
}
