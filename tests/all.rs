//! The behaviour of tokctl, seen from outside: one binary, one file a behaviour.

mod generated;
mod readme;
mod scanners;
