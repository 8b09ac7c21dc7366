//! `tokctl`: a token authority in one binary.

pub mod domain;
pub mod ops;
pub mod render;
pub mod store;
#[cfg(test)]
mod testing;
