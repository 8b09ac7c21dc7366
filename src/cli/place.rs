//! Options that name a place, and the project taken where none is named.

use super::desk::Desk;
use crate::domain::error::{Error, Result};
use crate::ops::grant::Where;

/// The options that name a project or a group.
#[derive(Clone, Debug, clap::Args)]
#[group(required = false, multiple = false)]
pub(super) struct ProjectOrGroup {
    /// The project, by its path; else TOKCTL_PROJECT, else CI_PROJECT_PATH, else the store's default project
    #[arg(long, value_name = "PATH")]
    pub(super) project: Option<String>,

    /// The group, by its path; its subgroups are included
    #[arg(long, value_name = "PATH")]
    pub(super) group: Option<String>,
}

impl ProjectOrGroup {
    /// Returns the place that is named, or the project that is taken where none is; says what a variable chose.
    pub(super) fn or_default(&self, desk: &Desk<'_>) -> Where {
        if let Some(named) = self.named() {
            return named;
        }
        let environment = &desk.world.environment;
        let variables = [("TOKCTL_PROJECT", &environment.project), ("CI_PROJECT_PATH", &environment.ci_project)];
        for (variable, value) in variables {
            if let Some(path) = value.as_ref().filter(|path| !path.is_empty()) {
                desk.note(&format!("{variable} names the project `{path}`"));
                return Where::Project(path.clone());
            }
        }
        Where::DefaultProject
    }

    /// Returns the place that is named.
    pub(super) fn named(&self) -> Option<Where> {
        let project = self.project.clone().map(Where::Project);
        project.or_else(|| self.group.clone().map(Where::Group))
    }

    /// Returns the place that is named, which must be.
    pub(super) fn required(&self) -> Result<Where> {
        self.named().ok_or_else(|| {
            Error::usage("neither a project nor a group is named").hint("add `--project PATH` or `--group PATH`")
        })
    }
}

/// The options that name a project, a group, or the whole instance.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Anywhere {
    #[command(flatten)]
    place: ProjectOrGroup,

    /// The whole instance
    #[arg(long, conflicts_with_all = ["project", "group"])]
    instance: bool,
}

impl Anywhere {
    /// Returns the place that is named, or the project that is taken where none is.
    pub(super) fn or_default(&self, desk: &Desk<'_>) -> Where {
        if self.instance { Where::Instance } else { self.place.or_default(desk) }
    }
}
