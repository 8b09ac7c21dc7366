//! The behaviour of tokctl, seen from outside: one binary, one file a behaviour.

mod clones;
mod endpoints;
mod expiring;
mod faults;
mod filtering;
mod first_run;
mod formats;
mod jobs;
mod runners;
mod scanners;
mod showing;
mod support;
mod verifying;
