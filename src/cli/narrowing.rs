//! Options that narrow what is looked at to some kinds and one place, the same for `audit` and `report`.

use clap::builder::NonEmptyStringValueParser;

use super::values;
use crate::domain::kind::Kind;
use crate::ops::list::{Filter, States};

/// The options that narrow what is looked at. All states are.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Narrowing")]
pub(super) struct Narrowing {
    /// Only tokens of this kind; several by commas or by repeating the option
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',', value_parser = values::kinds())]
    kinds: Vec<Kind>,

    /// Only those whose boundary is this project, and deploy keys that are enabled in it
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    project: Option<String>,

    /// Only those whose boundary is this group
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    group: Option<String>,

    /// Only those that act as this user
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,
}

impl Narrowing {
    /// Says what it is narrowed to, behind a word for tokens; nothing where it is not.
    pub(super) fn words(&self) -> String {
        let kinds: Vec<&str> = self.kinds.iter().map(|kind| kind.word()).collect();
        let mut words = Vec::new();
        if !kinds.is_empty() {
            words.push(format!(" of kind {}", kinds.join(", ")));
        }
        let places = [("in the project", &self.project), ("of the group", &self.group), ("of the user", &self.user)];
        words.extend(places.iter().filter_map(|(place, name)| Some(format!(" {place} `{}`", name.as_ref()?))));
        words.concat()
    }

    /// Returns the filter of these options.
    pub(super) fn filter(&self) -> Filter {
        Filter {
            states: States::All,
            kinds: self.kinds.clone(),
            project: self.project.clone(),
            group: self.group.clone(),
            user: self.user.clone(),
            ..Filter::default()
        }
    }
}
