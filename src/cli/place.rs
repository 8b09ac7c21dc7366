//! Options that name a place, and the project taken where none is named.

use clap::builder::NonEmptyStringValueParser;

use super::desk::Desk;
use crate::domain::error::{Error, Result};
use crate::domain::secret::looks_like_secret;
use crate::ops::grant::Where;

/// The options that name a project or a group.
#[derive(Clone, Debug, clap::Args)]
#[group(required = false, multiple = false)]
pub(super) struct ProjectOrGroup {
    /// The project, by its path
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    pub(super) project: Option<String>,

    /// The group, by its path; its subgroups are included
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    pub(super) group: Option<String>,
}

impl ProjectOrGroup {
    /// Returns the place that is named, or the project that is taken where none is; says what a variable chose.
    ///
    /// # Errors
    /// `Usage` where the variable holds what begins like a secret, which is not shown.
    pub(super) fn or_default(&self, desk: &Desk<'_>) -> Result<Where> {
        if let Some(named) = self.named() {
            return Ok(named);
        }
        let environment = &desk.world.environment;
        let variables = [("TOKCTL_PROJECT", &environment.project), ("CI_PROJECT_PATH", &environment.ci_project)];
        for (variable, value) in variables {
            if let Some(path) = value.as_ref().filter(|path| !path.is_empty()) {
                if looks_like_secret(path) {
                    return Err(Error::usage(format!("{variable} begins like a secret, and names no project"))
                        .because("every process that is started with it can read it")
                        .hint("name the project with `--project PATH`"));
                }
                desk.note(&format!("{variable} names the project `{path}`"));
                return Ok(Where::Project(path.clone()));
            }
        }
        Ok(Where::DefaultProject)
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
