//! The behaviour of tokctl, seen from outside: one binary, one file a behaviour.

mod boundaries;
mod clocks;
mod creating;
mod errors;
mod expiring;
mod faults;
mod filtering;
mod first_run;
mod formats;
mod handing_over;
mod people;
mod personal;
mod pipes;
mod places;
mod revoking;
mod roles;
mod rotating;
mod scanners;
mod scopes;
mod showing;
mod support;
mod suspending;
mod trail;
mod verifying;
