//! A ruleset: which rules are asked, how bad what they find is, and by what they measure.

use super::facts::Facts;
use super::rule::{Measure, Rule};
use super::setting::{Given, Setting, Threshold};
use super::severity::Severity;
use crate::domain::error::{Error, Result};
use crate::domain::name::near;
use crate::domain::policy::Policies;

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// What is so, as a clause about the token.
    pub words: String,
    /// What helps, with the command.
    pub hint: String,
}

/// Holds how every rule is set.
#[derive(Clone, Debug)]
pub struct Ruleset {
    settings: Vec<Setting>,
}

impl Default for Ruleset {
    fn default() -> Self {
        Self { settings: Rule::all().map(Rule::untuned).collect() }
    }
}

impl Ruleset {
    /// Returns how a rule is set.
    #[must_use]
    pub fn setting(&self, rule: Rule) -> &Setting {
        &self.settings[rule as usize]
    }

    /// Says whether a rule is asked; of those alone, where so is said, whose findings are so bad.
    #[must_use]
    pub fn asks(&self, rule: Rule, only: Option<Severity>) -> bool {
        let setting = self.setting(rule);
        setting.enabled && only.is_none_or(|only| setting.severity == only)
    }

    /// Sets one thing of a rule.
    ///
    /// # Errors
    /// [`Code::Usage`](crate::domain::error::Code::Usage) where the rule has no such key, or the key no such value.
    pub fn set(&mut self, rule: Rule, key: &str, value: &Given) -> Result<()> {
        let setting = &mut self.settings[rule as usize];
        match key {
            "enabled" => setting.enabled = value.flag()?,
            "severity" => setting.severity = value.severity()?,
            _ => match rule.row().measure {
                Measure::Life(word, _) if key == word => setting.threshold = value.life(key)?,
                Measure::Bits(word, _, range) if key == word => setting.threshold = value.bits(key, range)?,
                Measure::Names(word, _) if key == word => setting.threshold = value.names(key)?,
                _ => return Err(unknown_key(rule, key)),
            },
        }
        setting.is_tuned |= rule.measured_by() == Some(key);
        Ok(())
    }

    /// Asks these rules and no other, whatever was set before.
    pub fn ask_only(&mut self, rules: &[Rule]) {
        for rule in Rule::all() {
            self.settings[rule as usize].enabled = rules.contains(&rule);
        }
    }

    /// Leaves these rules out.
    pub fn leave_out(&mut self, rules: &[Rule]) {
        for rule in rules {
            self.settings[*rule as usize].enabled = false;
        }
    }

    /// Returns the ruleset as it is in a store with these policies, which measure where nothing else was said: nothing is
    /// found fault with that they demand, and nothing let through that they forbid.
    #[must_use]
    pub fn under(&self, policies: &Policies) -> Self {
        let mut ruleset = self.clone();
        let life = &mut ruleset.settings[Rule::LongLife as usize];
        if let (Some(max), false) = (policies.max_life, life.is_tuned) {
            life.threshold = Threshold::Life(max, "the policy `max-life`".into());
        }
        let key = &mut ruleset.settings[Rule::WeakKey as usize];
        if let (Threshold::Bits(bits), false) = (&mut key.threshold, key.is_tuned) {
            *bits = policies.min_rsa_bits.max(*bits);
        }
        ruleset
    }

    /// Judges a token by every rule that is asked, or by those alone whose findings are so bad; the worst come first.
    #[must_use]
    pub fn judge(&self, facts: &Facts<'_>, only: Option<Severity>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for rule in Rule::all().filter(|rule| self.asks(*rule, only)) {
            let setting = self.setting(rule);
            if let Some(remark) = (rule.row().judge)(facts, setting) {
                let severity = setting.severity;
                findings.push(Finding { rule, severity, words: remark.words, hint: remark.hint });
            }
        }
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings
    }
}

/// The error for a key that a rule has not.
fn unknown_key(rule: Rule, key: &str) -> Error {
    let keys = rule.keys();
    let error = Error::usage(format!("the rule `{rule}` has no key `{key}`"));
    match near(key, keys.iter().copied()).first() {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint(format!("it has `{}`", keys.join("`, `"))),
    }
}
