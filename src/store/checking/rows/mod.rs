//! What must hold between the rows of a store, beyond what the engine itself watches over: one row of a table each.

mod things;
mod tokens;

use rusqlite::params_from_iter;

use super::MOST;
use crate::domain::defect::{Defect, Sort};
use crate::domain::error::Result;
use crate::store::Reading;

/// Something that must not be: which rows are so, and what to say and to do of each.
struct Rule {
    sort: Sort,
    /// What the rows are, before their numbers.
    about: &'static str,
    /// Selects their numbers.
    sql: String,
    /// How often the present is bound in it.
    bound: usize,
    what: &'static str,
    /// What mends it; `{}` stands for the number.
    mend: &'static str,
}

/// A day is how long a bot may be there without a token before it is told of: until then it leaves by itself.
const PATIENCE: i64 = 86_400;

/// Looks for rows that break a rule.
pub(super) fn look(reading: &Reading<'_>) -> Result<Vec<Defect>> {
    let mut defects = Vec::new();
    let rules = tokens::shapes().into_iter().chain(tokens::places()).chain(tokens::names()).chain(things::all());
    for rule in rules {
        apply(reading, &rule, &mut defects)?;
    }
    Ok(defects)
}

fn apply(reading: &Reading<'_>, rule: &Rule, defects: &mut Vec<Defect>) -> Result<()> {
    let now = if rule.sort == Sort::Sweep { reading.now.seconds() - PATIENCE } else { reading.now.seconds() };
    let mut statement = reading.connection.prepare(&rule.sql)?;
    let mut rows = statement.query(params_from_iter(std::iter::repeat_n(now, rule.bound)))?;
    let mut found = 0_usize;
    while let Some(row) = rows.next()? {
        let id = row.get::<_, i64>(0)?.to_string();
        if found < MOST {
            let about = format!("{} {id}", rule.about);
            defects.push(Defect::new(rule.sort, about, rule.what, rule.mend.replace("{}", &id)));
        }
        found += 1;
    }
    if found > MOST {
        let about = format!("{} further {}s", found - MOST, rule.about);
        defects.push(Defect::new(rule.sort, about, rule.what, rule.mend.replace("{}", "ID")));
    }
    Ok(())
}

/// What ends a token that cannot be as it is.
const REVOKE: &str = "`tokctl revoke {} --yes` ends it";
