//! Policies: what the admin of a store demands of tokens beyond their kinds.

use super::error::{Error, Result};
use super::expiry::{Life, is_later, parse_end, parse_life};
use super::time::Timestamp;

/// Names a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// How long a dated token lives at most.
    MaxLife,
    /// Whether a dated token needs an end.
    RequireExpiry,
    /// Whether impersonation tokens are made, and work.
    Impersonation,
    /// Whether a job's token may pull from its own project.
    JobTokenPull,
    /// How many bits an RSA deploy key has at least.
    MinRsaBits,
    /// How long an overlap of a rotation lasts at most.
    OverlapMax,
}

/// Says of a policy how it is written, what it is where nothing is set, and what it is for.
struct Row {
    policy: Policy,
    word: &'static str,
    default: &'static str,
    about: &'static str,
}

#[rustfmt::skip]
const TABLE: [Row; 6] = [
    Row { policy: Policy::MaxLife,       word: "max-life",       default: "none", about: "how long dated tokens live at most, checked when they are made: a life in days and up, or none" },
    Row { policy: Policy::RequireExpiry, word: "require-expiry", default: "off",  about: "whether dated tokens need an end, checked when they are made: on or off" },
    Row { policy: Policy::Impersonation, word: "impersonation",  default: "on",   about: "whether impersonation tokens can be made, and work: on or off" },
    Row { policy: Policy::JobTokenPull,  word: "job-token-pull", default: "off",  about: "whether a job's token pulls from the repository of its own project: on or off" },
    Row { policy: Policy::MinRsaBits,    word: "min-rsa-bits",   default: "2048", about: "how many bits an RSA deploy key has at least, checked when it is added: 2048 to 16384" },
    Row { policy: Policy::OverlapMax,    word: "overlap-max",    default: "none", about: "how long the overlap of a rotation lasts at most: a life, or none" },
];

impl Policy {
    /// Every policy, in the order in which tables name them.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.policy)
    }

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// Returns the policy as it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.row().word
    }

    /// Returns its value where none is set.
    #[must_use]
    pub fn default_value(self) -> &'static str {
        self.row().default
    }

    /// Returns one line that says what it is for.
    #[must_use]
    pub fn about(self) -> &'static str {
        self.row().about
    }

    /// Reads a policy's word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::all().find(|policy| policy.word() == text)
    }
}

/// Holds the policies of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policies {
    /// How long a dated token lives at most.
    pub max_life: Option<Life>,
    /// Whether a dated token needs an end.
    pub require_expiry: bool,
    /// Whether impersonation tokens are made, and work.
    pub impersonation: bool,
    /// Whether a job's token may pull from its own project.
    pub job_token_pull: bool,
    /// How many bits an RSA deploy key has at least.
    pub min_rsa_bits: u32,
    /// How long an overlap of a rotation lasts at most.
    pub overlap_max: Option<Life>,
}

impl Default for Policies {
    fn default() -> Self {
        Self {
            max_life: None,
            require_expiry: false,
            impersonation: true,
            job_token_pull: false,
            min_rsa_bits: 2048,
            overlap_max: None,
        }
    }
}

impl Policies {
    /// Sets one policy, of the text that is typed and that the store keeps.
    ///
    /// # Errors
    /// [`Code::Usage`](super::error::Code::Usage) where the policy has no such value.
    pub fn set(&mut self, policy: Policy, value: &str) -> Result<()> {
        match policy {
            Policy::MaxLife => {
                let max = life(policy, value)?;
                // An end is a date, so that a life below a day would leave none to give.
                if max.is_some() && parse_end(value, Timestamp::MIN).is_err() {
                    return Err(wrong(policy));
                }
                self.max_life = max;
            }
            Policy::RequireExpiry => self.require_expiry = switch(policy, value)?,
            Policy::Impersonation => self.impersonation = switch(policy, value)?,
            Policy::JobTokenPull => self.job_token_pull = switch(policy, value)?,
            Policy::MinRsaBits => {
                let bits = value.parse().ok().filter(|bits| (2048..=16_384).contains(bits));
                self.min_rsa_bits = bits.ok_or_else(|| wrong(policy))?;
            }
            Policy::OverlapMax => self.overlap_max = life(policy, value)?,
        }
        Ok(())
    }

    /// Says whether these demand more by one policy than others do.
    #[must_use]
    pub fn is_stricter(&self, policy: Policy, others: &Self) -> bool {
        // What ends after all time that there is ends never.
        let end = |life: Option<Life>| life.and_then(|life| life.end_from(Timestamp::MIN).ok().flatten());
        match policy {
            Policy::MaxLife => is_later(end(others.max_life), end(self.max_life)),
            Policy::RequireExpiry => self.require_expiry && !others.require_expiry,
            Policy::Impersonation => !self.impersonation && others.impersonation,
            Policy::JobTokenPull => !self.job_token_pull && others.job_token_pull,
            Policy::MinRsaBits => self.min_rsa_bits > others.min_rsa_bits,
            Policy::OverlapMax => is_later(end(others.overlap_max), end(self.overlap_max)),
        }
    }

    /// Checks the end of a token of a dated kind that is to be made.
    ///
    /// # Errors
    /// [`Code::Refused`](super::error::Code::Refused) where a policy demands an end, or an earlier one.
    pub fn check_end(&self, end: Option<Timestamp>, now: Timestamp) -> Result<()> {
        let latest = self.max_life.map(|life| life.end_from(now)).transpose()?.flatten();
        if self.require_expiry && end.is_none() {
            let example = latest.map_or_else(|| "90d".to_owned(), |latest| latest.date().to_string());
            return Err(
                demands(Policy::RequireExpiry, "on").hint(format!("give it an end, as in `--expires {example}`"))
            );
        }
        let Some(latest) = latest else { return Ok(()) };
        if end.is_none_or(|end| end > latest) {
            return Err(Error::refused("the policy `max-life` demands an earlier end")
                .because(format!("a token made now ends at {latest} at the latest"))
                .hint(format!("for example `--expires {}`", latest.date())));
        }
        Ok(())
    }

    /// Checks the overlap of a rotation.
    ///
    /// # Errors
    /// [`Code::Refused`](super::error::Code::Refused) where a policy demands a shorter one.
    pub fn check_overlap(&self, ends_at: Timestamp, now: Timestamp) -> Result<()> {
        let latest = self.overlap_max.map(|life| life.end_from(now)).transpose()?.flatten();
        match latest {
            Some(latest) if ends_at > latest => {
                Err(Error::refused("the policy `overlap-max` demands a shorter overlap")
                    .because(format!("an overlap that begins now ends at {latest} at the latest")))
            }
            _ => Ok(()),
        }
    }
}

/// The error for what a policy forbids.
#[must_use]
pub fn demands(policy: Policy, value: &str) -> Error {
    Error::refused(format!("the policy `{}` is {value}", policy.word()))
}

fn wrong(policy: Policy) -> Error {
    Error::usage(format!("the policy `{}` has no such value", policy.word()))
        .because(policy.about())
        .hint("`tokctl policy list` shows what each is set to")
}

fn switch(policy: Policy, value: &str) -> Result<bool> {
    match value {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err(wrong(policy)),
    }
}

fn life(policy: Policy, value: &str) -> Result<Option<Life>> {
    if value == "none" {
        return Ok(None);
    }
    let life = parse_life(value).map_err(|_| wrong(policy))?;
    if life.is_endless() { Ok(None) } else { Ok(Some(life)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::error::Code;

    const NOW: Timestamp = Timestamp::MIN;

    fn with(policy: Policy, value: &str) -> Policies {
        let mut policies = Policies::default();
        policies.set(policy, value).unwrap();
        policies
    }

    #[test]
    fn the_defaults_are_the_ones_of_the_table() {
        let mut policies = Policies::default();
        for (at, policy) in Policy::all().enumerate() {
            assert_eq!(policy as usize, at);
            policies.set(policy, policy.default_value()).unwrap();
        }
        assert_eq!(policies, Policies::default());
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for (policy, value) in [
            (Policy::MaxLife, "soon"),
            (Policy::MaxLife, "12h"),
            (Policy::RequireExpiry, "yes"),
            (Policy::Impersonation, ""),
            (Policy::JobTokenPull, "ON"),
            (Policy::MinRsaBits, "1024"),
            (Policy::MinRsaBits, "many"),
            (Policy::OverlapMax, "-1d"),
        ] {
            let error = Policies::default().set(policy, value).unwrap_err();
            assert_eq!(error.code, Code::Usage, "{value}");
        }
    }

    #[test]
    fn of_two_values_the_one_that_allows_less_is_stricter() {
        for (policy, strict, lax) in [
            (Policy::MaxLife, "30d", "1y"),
            (Policy::MaxLife, "10y", "none"),
            (Policy::RequireExpiry, "on", "off"),
            (Policy::Impersonation, "off", "on"),
            (Policy::JobTokenPull, "off", "on"),
            (Policy::MinRsaBits, "4096", "2048"),
            (Policy::OverlapMax, "1h", "1d"),
            (Policy::OverlapMax, "1d", "none"),
        ] {
            let (strict, lax) = (with(policy, strict), with(policy, lax));
            assert!(strict.is_stricter(policy, &lax) && !lax.is_stricter(policy, &strict), "{policy:?}");
            assert!(!strict.is_stricter(policy, &strict), "{policy:?}");
        }
    }

    #[test]
    fn an_end_is_demanded_and_one_that_is_not_too_far() {
        let strict = with(Policy::RequireExpiry, "on");
        assert_eq!(strict.check_end(None, NOW).map_err(|error| error.code), Err(Code::Refused));
        let short = with(Policy::MaxLife, "30d");
        let end = |days: i64| NOW.plus(days * 86_400);
        assert!(short.check_end(end(30), NOW).is_ok());
        assert!(short.check_end(end(31), NOW).is_err());
        assert!(short.check_end(None, NOW).is_err());
        assert!(Policies::default().check_end(None, NOW).is_ok());
    }

    #[test]
    fn an_overlap_is_as_long_as_the_policy_lets_it_be() {
        let end = |seconds| NOW.plus(seconds).unwrap();
        let short = with(Policy::OverlapMax, "1h");
        assert!(short.check_overlap(end(3599), NOW).is_ok());
        assert!(short.check_overlap(end(3600), NOW).is_ok());
        assert_eq!(short.check_overlap(end(3601), NOW).map_err(|error| error.code), Err(Code::Refused));
        for endless in [Policies::default(), with(Policy::OverlapMax, "never")] {
            assert!(endless.check_overlap(Timestamp::MAX, NOW).is_ok());
        }
    }
}
