//! The settings of a store, its admins and its default project.

use super::RESTORE;
use crate::domain::defect::{Defect, Sort};
use crate::domain::error::Result;
use crate::domain::policy::{Policies, Policy};
use crate::domain::time::Timestamp;
use crate::store::Reading;

/// Looks at what every command relies on.
pub(super) fn look(reading: &Reading<'_>) -> Result<Vec<Defect>> {
    let mut defects = Vec::new();
    let settings = reading.settings()?;
    for (name, value) in &settings {
        defects.extend(setting(name, value));
    }
    for name in ["founded-at", "store-id", "swept-until", "uses-noted-since"] {
        if !settings.iter().any(|(found, _)| found == name) {
            defects.push(Defect::new(Sort::Setting, name, "is missing", RESTORE));
        }
    }
    let default = reading.default_project()?;
    let is_there = match default {
        Some(id) => reading.project(id)?.is_some(),
        None => false,
    };
    if !is_there {
        let what = "is not there, so that `tokctl create` wants a place named";
        let mend = "`tokctl project add LOGIN/default`, with your login, makes it again";
        defects.push(Defect::new(Sort::DefaultProject, "the default project", what, mend));
    }
    if reading.acting_admins()? == 0 {
        let what = "there is nobody who can act as one, so that nobody can manage the store";
        defects.push(Defect::new(Sort::Admin, "the admins", what, RESTORE));
    }
    Ok(defects)
}

fn setting(name: &str, value: &str) -> Option<Defect> {
    let wrong = |mend: String| Some(Defect::new(Sort::Setting, name, format!("cannot be `{value}`"), mend));
    if let Some(word) = name.strip_prefix("policy.") {
        let Some(policy) = Policy::parse(word) else {
            return Some(Defect::new(Sort::Setting, name, "is no policy that this tokctl knows", RESTORE));
        };
        let default = policy.default_value();
        return match Policies::default().set(policy, value) {
            Ok(()) => None,
            Err(_) => wrong(format!("`tokctl policy set {word} {default}`, or another value that it can have")),
        };
    }
    let is_instant = || value.parse().ok().and_then(Timestamp::from_seconds).is_some();
    let is_id = || value.len() == 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_right = match name {
        "founded-at" | "swept-until" | "backed-up-at" | "uses-noted-since" | "pruned-before" => is_instant(),
        "store-id" => is_id(),
        "default-project" => value.parse::<i64>().is_ok(),
        _ => return Some(Defect::new(Sort::Setting, name, "is no setting that this tokctl knows", RESTORE)),
    };
    if is_right { None } else { wrong(RESTORE.to_owned()) }
}
