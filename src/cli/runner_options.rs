//! Options that say what a runner is like, the same for `runner register` and `create runner`.

use clap::builder::BoolishValueParser;

use crate::domain::error::Result;
use crate::domain::runner::{AccessLevel, LEAST_TIMEOUT, Settings};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Level {
    /// Jobs on all branches and tags.
    #[default]
    NotProtected,
    /// Jobs on protected branches and tags only.
    RefProtected,
}

/// The options.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "The runner")]
pub(super) struct RunnerOptions {
    /// A text to know it by; without it, a number
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,

    /// A tag, by which jobs ask for it; several by commas or by repeating the option
    #[arg(long = "tag", value_name = "TAG", value_delimiter = ',', alias = "tag-list")]
    tags: Vec<String>,

    /// Whether it takes jobs that ask for no tag
    #[arg(long, value_name = "BOOL", default_value = "true", default_missing_value = "true", num_args = 0..=1, require_equals = true, value_parser = BoolishValueParser::new())]
    run_untagged: bool,

    /// Whether it serves no other project than its own; kept for the queue that hands out jobs
    #[arg(long, value_name = "BOOL", default_value = "false", default_missing_value = "true", num_args = 0..=1, require_equals = true, value_parser = BoolishValueParser::new())]
    locked: bool,

    /// On which branches and tags it takes jobs; kept for the queue that hands out jobs
    #[arg(long, value_name = "LEVEL", value_enum, default_value = "not-protected")]
    access_level: Level,

    /// How long one of its jobs may take at most, 600 seconds or more
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(i64::from(LEAST_TIMEOUT)..))]
    maximum_timeout: Option<u32>,
}

impl RunnerOptions {
    /// Returns the settings of these options.
    pub(super) fn settings(&self) -> Result<Settings> {
        self.named().checked()
    }

    /// Returns the settings as they are named, whether they go together or not.
    pub(super) fn named(&self) -> Settings {
        Settings {
            description: self.description.clone(),
            tags: self.tags.clone(),
            run_untagged: self.run_untagged,
            locked: self.locked,
            access_level: match self.access_level {
                Level::NotProtected => AccessLevel::NotProtected,
                Level::RefProtected => AccessLevel::RefProtected,
            },
            maximum_timeout: self.maximum_timeout,
        }
    }
}
