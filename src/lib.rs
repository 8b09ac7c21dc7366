//! `tokctl`: a token authority in one binary.
//!
//! ```text
//! argv ─cli─▶ a request ─ops─▶ one transaction (store) ─▶ a result ─render─▶ stdout
//! ```
//!
//! | layer | may import | alone knows |
//! |---|---|---|
//! | `domain` | nothing here | what is right: kinds, scopes, secrets, expiry, who may do what, the decision |
//! | `store` | `domain` | SQL, the engine, migrations, `COMMIT` |
//! | `ops` | `domain`, `store` | operations: who may, one transaction, its events |
//! | `render` | `domain`, results of `ops` and rows of `store` | tables, JSON, CSV, escaping |
//! | `cli` | all above | argv, prompts, exit codes |
//! | `main.rs` | `cli` | the clock, the environment, the real streams |
//!
//! No arrow runs back up; a test reads the `use` lines and holds the table.

pub mod cli;
pub mod domain;
pub mod ops;
pub mod render;
pub mod store;
#[cfg(test)]
mod testing;
