//! Policies: what the admin demands of tokens beyond their kinds.

use serde_json::json;

use super::Authority;
use super::people::admins_only;
use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::policy::{Policies, Policy};

/// A policy, and what it is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The policy.
    pub policy: Policy,
    /// Its value; the default where none is set.
    pub value: String,
}

impl Authority<'_> {
    /// Returns every policy with its value.
    ///
    /// # Errors
    /// `Store`.
    pub fn policies(&self) -> Result<Vec<Setting>> {
        let set =
            self.read(|reading, _| Policy::all().map(|policy| reading.policy(policy)).collect::<Result<Vec<_>>>())?;
        let set = set.unwrap_or_else(|| Policy::all().map(|_| None).collect());
        let setting = |(policy, value): (Policy, Option<String>)| Setting {
            policy,
            value: value.unwrap_or_else(|| policy.default_value().to_owned()),
        };
        Ok(Policy::all().zip(set).map(setting).collect())
    }

    /// Returns the policies in the form in which rules ask them; the defaults where there is no store yet.
    ///
    /// # Errors
    /// `Store`.
    pub fn policies_in_force(&self) -> Result<Policies> {
        Ok(self.read(|reading, _| reading.policies())?.unwrap_or_default())
    }

    /// Sets a policy, and returns it.
    ///
    /// # Errors
    /// `Usage` where it has no such value, `Refused` for whoever is no admin, `Store`.
    pub fn set_policy(&self, policy: Policy, value: &str) -> Result<Setting> {
        Policies::default().set(policy, value)?;
        // A policy is how somebody puts a stop to something, also when the disk is full.
        self.end(|writing, actor| {
            admins_only(actor, "set a policy")?;
            let before = writing.policy(policy)?.unwrap_or_else(|| policy.default_value().to_owned());
            if before == value {
                return Ok((Setting { policy, value: before }, Vec::new()));
            }
            writing.set_policy(policy, value)?;
            let change = Change::about("policy.set", "policy", policy.word())
                .before(json!({ "value": before }).to_string())
                .after(json!({ "value": value }).to_string());
            Ok((Setting { policy, value: value.to_owned() }, vec![change]))
        })
    }
}
