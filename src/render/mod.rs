//! Turns rows into text: tables, cards, JSON, CSV, bare ids.
//!
//! Knows `domain`, the results of operations, and the [`Page`] it is given. Asks nothing of the environment: whether there is a terminal, how wide it
//! is, and what time it is, whoever opened the streams has found out. Words for people go elsewhere; here is data only.

mod alarms;
pub mod apps;
mod arrange;
mod card;
mod cells;
pub mod chain;
pub mod counts;
mod csv;
pub mod defects;
pub mod emit;
pub mod escape;
pub mod events;
pub mod findings;
pub mod human;
pub mod jobs;
mod json;
pub mod keys;
pub mod leaving;
pub mod many;
mod paint;
pub mod people;
mod pieces;
mod plain;
pub mod policies;
pub mod portrait;
pub mod records;
pub mod report;
pub mod restored;
pub mod runners;
pub mod sarif;
pub mod scopes;
mod sheet;
mod standing;
pub mod stores;
mod table;
#[cfg(test)]
mod tests;
mod text;
pub mod tokens;
mod value;
pub mod verdict;
pub mod words;
mod wrap;
mod writer;

pub use sheet::{Align, Column, Format, Page, Sheet};
pub use value::Value;
pub use writer::{Writer, card};
