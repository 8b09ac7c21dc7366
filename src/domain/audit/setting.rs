//! How one rule is set: whether it is asked, how bad what it finds is, and by what it measures.

use super::severity::Severity;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::{Life, parse_life};

/// What a rule is measured by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// By nothing.
    None,
    /// By a life, with the text that was read.
    Life(Life, String),
    /// By a number of bits.
    Bits(u32),
    /// By a list of names.
    Names(Vec<String>),
}

/// How one rule is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Whether it is asked.
    pub enabled: bool,
    /// How bad what it finds is.
    pub severity: Severity,
    /// What it is measured by.
    pub threshold: Threshold,
    /// Whether somebody said so, and it is not what the table says.
    pub(super) is_tuned: bool,
}

/// A value as a rules file gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A text.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(i64),
    /// A list of texts.
    List(Vec<String>),
    /// Something that no rule takes.
    Other,
}

impl Setting {
    /// Returns the life that it is measured by, with its text.
    pub(super) fn life(&self) -> Option<(Life, &str)> {
        if let Threshold::Life(life, text) = &self.threshold { Some((*life, text)) } else { None }
    }
}

impl Given {
    pub(super) fn flag(&self) -> Result<bool> {
        match self {
            Self::Flag(flag) => Ok(*flag),
            _ => Err(Error::usage("`enabled` is `true` or `false`, without quotes")),
        }
    }

    pub(super) fn severity(&self) -> Result<Severity> {
        let read = if let Self::Text(text) = self { Severity::parse(text) } else { None };
        read.ok_or_else(|| Error::usage("`severity` is \"low\", \"medium\", \"high\" or \"critical\""))
    }

    pub(super) fn life(&self, key: &str) -> Result<Threshold> {
        let Self::Text(text) = self else {
            return Err(Error::usage(format!("`{key}` is a life in quotes, as in `{key} = \"90d\"`")));
        };
        Ok(Threshold::Life(parse_life(text)?, text.clone()))
    }

    pub(super) fn bits(&self, key: &str, [least, most]: [u32; 2]) -> Result<Threshold> {
        let bits = if let Self::Number(number) = self { u32::try_from(*number).ok() } else { None };
        let bits = bits.filter(|bits| (least..=most).contains(bits));
        bits.map(Threshold::Bits).ok_or_else(|| Error::usage(format!("`{key}` is a number from {least} to {most}")))
    }

    pub(super) fn names(&self, key: &str) -> Result<Threshold> {
        match self {
            Self::List(names) => Ok(Threshold::Names(names.clone())),
            _ => Err(Error::usage(format!("`{key}` is a list of texts, as in `{key} = [\"test\", \"tmp\"]`"))),
        }
    }
}
