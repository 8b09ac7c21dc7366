//! The command line: argv, prompts and exit codes, and where a secret comes in and goes out.
//!
//! Knows no SQL and no rule: what is allowed is asked below. One command a file; `tree.rs` puts them together.

mod app;
mod arrange;
mod choose;
mod complete;
mod create;
pub mod delivery;
mod deploy_key;
mod desk;
mod entry;
mod exit;
mod globals;
mod group;
mod handover;
mod help;
mod job;
mod list;
mod log;
mod member;
mod minting;
mod place;
mod policy;
pub mod process;
mod progress;
mod project;
mod prompt;
mod record;
mod record_import;
mod removal;
mod report;
mod revoke;
mod rotate;
mod rows;
mod runner;
mod runner_options;
mod scopes;
pub mod secret_input;
mod select;
mod show;
mod source;
mod store;
mod suspend;
pub mod topics;
mod tree;
mod user;
mod values;
mod verify;
mod whoami;
pub mod world;

pub use exit::special_exits;
pub use tree::{run, whole_tree};
pub use world::{Environment, World};
