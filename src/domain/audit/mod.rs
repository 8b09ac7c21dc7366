//! The audit: rules that say what is wrong with a token, or could be better.
//!
//! The rules are data: one table in `rule.rs`, and one pure function for each. They judge what is known of one token and
//! nothing else; what was noted best effort is taken for what it is.

mod ends;
mod facts;
mod grants;
mod narrow;
mod people;
mod remake;
mod rule;
mod ruleset;
mod seen;
mod setting;
mod severity;
#[cfg(test)]
mod tests;
mod uses;

pub use facts::{Facts, KeyFacts, Maker, Place, Remark};
pub use people::knows_secret;
pub use rule::Rule;
pub use ruleset::{Finding, Ruleset};
pub use setting::{Given, Setting, Threshold};
pub use severity::Severity;
