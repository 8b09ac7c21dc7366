//! The options that every command takes.

use std::ffi::OsString;

use clap::builder::NonEmptyStringValueParser;

use super::arrange::GLOBAL;
use super::values::{self, Asked};
use crate::render::Format;

/// The commands that write SARIF: those that find something.
pub(super) const WITH_SARIF: [&str; 1] = ["audit"];

/// Says when output is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The options that every command takes.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = GLOBAL)]
pub(super) struct Globals {
    /// The store to work on; without it, TOKCTL_STORE, else a file in your data directory
    #[arg(long, global = true, value_name = "PATH", value_parser = clap::value_parser!(OsString))]
    pub(super) store: Option<OsString>,

    /// Act as this user (admins only)
    #[arg(long = "as", global = true, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    pub(super) acting_as: Option<String>,

    /// How output is written: table, json, jsonl, csv or ids; by `audit` as sarif too
    #[arg(long, global = true, value_name = "FORMAT", value_parser = values::formats(), hide_possible_values = true)]
    pub(super) format: Option<Asked>,

    /// Short for `--format json`; errors are then JSON on standard error
    #[arg(long, global = true, conflicts_with = "format")]
    pub(super) json: bool,

    /// Say nothing on standard error but errors and warnings; listings print ids only
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,

    /// When to colour output: auto, always or never
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true,
        hide_short_help = true
    )]
    pub(super) color: Color,

    /// Never ask anything: what is missing is an error
    #[arg(long, global = true, hide_short_help = true)]
    pub(super) no_input: bool,

    /// Allow a store on a network file system, whose locks may not hold
    #[arg(long, global = true, hide_short_help = true)]
    pub(super) allow_network_fs: bool,
}

impl Globals {
    /// Returns the format that was asked for.
    pub(super) fn format(&self) -> Option<Format> {
        match self.format {
            _ if self.json => Some(Format::Json),
            Some(Asked::Rows(format)) => Some(format),
            // A log of SARIF is JSON.
            Some(Asked::Sarif) => Some(Format::Json),
            None => None,
        }
    }

    /// Says whether SARIF was asked for.
    pub(super) fn wants_sarif(&self) -> bool {
        self.format == Some(Asked::Sarif)
    }
}
