//! Carrying over policies: one that is stricter in the store that is replaced stays so.

use serde_json::json;

use super::{Carrier, WHY};
use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::policy::Policy;

impl Carrier<'_, '_> {
    /// Sets the policies that are stricter there, and notes whether others are not as they were.
    pub(super) fn policies(&mut self) -> Result<()> {
        let Some(there) = self.heard(|old| old.policies().map(Some))? else { return Ok(()) };
        let here = self.new.policies()?;
        for policy in Policy::all().filter(|policy| there.is_stricter(*policy, &here)) {
            let value = |set: Option<String>| set.unwrap_or_else(|| policy.default_value().to_owned());
            let (before, after) = (value(self.new.policy(policy)?), value(self.old.policy(policy)?));
            self.new.set_policy(policy, &after)?;
            self.changes.push(
                Change::about("policy.set", "policy", policy.word())
                    .before(json!({ "value": before }).to_string())
                    .after(json!({ "value": after }).to_string())
                    .reason(Some(WHY.to_owned())),
            );
            self.report.policies.push((policy, after));
        }
        self.report.policies_back = there != self.new.policies()?;
        Ok(())
    }
}
