//! Which tokens something is to be done to: those named one by one, or those that a filter means.

use super::list::Filter;
use super::named::Which;

/// Says which tokens are meant.
#[derive(Clone, Debug)]
pub enum Target {
    /// Those named one by one.
    Named(Vec<Which>),
    /// Those selected: all or none.
    Selected(Box<Filter>),
}
