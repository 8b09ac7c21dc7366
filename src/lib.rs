//! `tokctl`: a token authority in one binary.

pub mod domain;
