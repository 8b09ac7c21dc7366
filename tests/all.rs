//! The behaviour of tokctl, seen from outside: one binary, one file a behaviour.

mod boundaries;
mod creating;
mod expiring;
mod filtering;
mod first_run;
mod formats;
mod handing_over;
mod personal;
mod revoking;
mod roles;
mod rotating;
mod scanners;
mod scopes;
mod showing;
mod support;
mod verifying;
