//! What is right: kinds, scopes, secrets, expiry, who may do what, and the decision.
//!
//! Pure: no input or output, no clock, no randomness of its own, and nothing of any other layer.

pub mod access;
pub mod action;
pub mod address;
pub mod alarm;
pub mod app;
pub mod audit;
pub mod checkpoint;
pub mod decision;
pub mod defect;
pub mod digest;
pub mod endpoint;
pub mod error;
pub mod event;
pub mod exec;
pub mod expiry;
pub mod head;
pub mod horizon;
pub mod host;
pub mod id;
pub mod job;
pub mod kind;
pub mod moment;
pub mod name;
pub mod permission;
pub mod place;
pub mod policy;
pub mod progress;
pub mod reason;
pub mod record;
pub mod refresh;
pub mod role;
pub mod runner;
pub mod scope;
pub mod secret;
pub mod since;
pub mod ssh_key;
pub mod time;
pub mod token;
pub mod upkeep;
pub mod usage;
pub mod used;
pub mod user;

#[cfg(test)]
mod tests;
