//! The behaviour of tokctl, seen from outside: one binary, one file a behaviour.

mod atomic;
mod bots;
mod expiring;
mod farewell;
mod faults;
mod filtering;
mod first_run;
mod formats;
mod impersonating;
mod records;
mod scanners;
mod showing;
mod support;
mod users;
mod verifying;
