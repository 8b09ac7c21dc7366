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

/// The option that names a project.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct OneProject {
    /// The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store's default one
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    project: Option<String>,
}

impl OneProject {
    /// Returns the project that is named, or the one that is taken where none is; says what a variable chose.
    pub(super) fn or_default(&self, desk: &Desk<'_>) -> Result<Where> {
        ProjectOrGroup { project: self.project.clone(), group: None }.or_default(desk)
    }
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
            if let Some(value) = value.as_ref().filter(|value| !value.is_empty()) {
                let Some(path) = value.to_str() else {
                    return Err(Error::usage(format!("{variable} is no text, and names no project"))
                        .hint("name the project with `--project PATH`"));
                };
                if looks_like_secret(path) {
                    return Err(Error::usage(format!("{variable} begins like a secret, and names no project"))
                        .because("every process that is started with it can read it")
                        .hint("name the project with `--project PATH`"));
                }
                desk.note(&format!("{variable} names the project `{path}`"));
                return Ok(Where::Project(path.to_owned()));
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
    pub(super) fn or_default(&self, desk: &Desk<'_>) -> Result<Where> {
        if self.instance { Ok(Where::Instance) } else { self.place.or_default(desk) }
    }
}
