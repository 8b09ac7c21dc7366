//! The behaviour of tokctl, seen from outside: one binary, one file a behaviour.

mod boundaries;
mod clocks;
mod creating;
mod environments;
mod errors;
mod expiring;
mod filtering;
mod first_run;
mod formats;
mod handing_over;
mod house_rules;
mod layers;
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
mod trail;
mod verifying;
