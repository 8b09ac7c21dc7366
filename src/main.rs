//! `tokctl`.

fn main() {}
