//! Rules about what was seen and should not have been: alarms.

use super::facts::{Facts, Remark, times};
use super::setting::Setting;
use crate::domain::alarm::{Alarm, Sort};

/// Found until the secret that two machines have is dead.
pub(super) fn clone_alarm(facts: &Facts<'_>, _: &Setting) -> Option<Remark> {
    let newest = facts.alarms_of(Sort::Clone).max_by_key(|alarm| alarm.last_at).filter(|_| facts.lives)?;
    let machines = facts.alarms_of(Sort::Clone).count();
    let others = if machines == 1 { String::new() } else { format!(", one of {machines} others") };
    Some(Remark::new(
        format!("its secret came from another machine too, `{}`{others}, last on {}", newest.detail, newest.last_at),
        format!("`tokctl rotate {}` gives the runner a new secret", facts.token.id),
    ))
}

/// Found for a while: nothing ends an old secret more than it is ended, and its holder may learn of the new one.
pub(super) fn rotated_out(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let alarm = recent(facts, setting, Sort::RotatedOut)?;
    Some(Remark::new(
        format!("its old secret was presented {}, last on {}", times(alarm.times), alarm.last_at),
        format!(
            "`tokctl show {}` says which token took its place; give its secret to whoever still uses the old one",
            facts.token.id
        ),
    ))
}

/// Found for a while: the family is dead from that instant on.
pub(super) fn refresh_reuse(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let alarm = recent(facts, setting, Sort::RefreshReuse)?;
    Some(Remark::new(
        format!("its spent refresh secret was used again, {}, last on {}", times(alarm.times), alarm.last_at),
        format!(
            "`tokctl show {}` says for which application; its pairs are dead, and its user may consent anew",
            facts.token.id
        ),
    ))
}

/// Returns the newest alarm of a sort about the token itself. That of a token that was rotated out stands at its heir too,
/// with that token as its detail, and is told at the one that it is about.
fn recent<'f>(facts: &'f Facts<'_>, setting: &Setting, sort: Sort) -> Option<&'f Alarm> {
    let (within, _) = setting.life()?;
    let own = facts.alarms_of(sort).filter(|alarm| alarm.detail.is_empty());
    own.max_by_key(|alarm| alarm.last_at).filter(|alarm| !facts.is_over(alarm.last_at, within))
}
