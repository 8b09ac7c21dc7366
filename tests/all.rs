//! The behaviour of tokctl, seen from outside: one binary, one file a behaviour.

mod creating;
mod expiring;
mod filtering;
mod first_run;
mod formats;
mod handing_over;
mod revoking;
mod rotating;
mod scanners;
mod showing;
mod support;
mod verifying;
