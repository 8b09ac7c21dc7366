//! The behaviour of tokctl, seen from outside: one binary, one file a behaviour.

mod deleting_places;
mod expiring;
mod faults;
mod filtering;
mod first_run;
mod formats;
mod oauth;
mod refreshing;
mod relocating;
mod scanners;
mod showing;
mod support;
mod verifying;
