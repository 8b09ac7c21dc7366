//! What every command does that hands one secret over: say what would be made, or make it and say where it went.

use super::desk::Desk;
use super::handover::{Handing, Handover, explain_existing, rehearsed};
use crate::domain::error::Result;
use crate::domain::scope::ScopeSet;
use crate::domain::secret::Form;
use crate::ops::mint::Minted;
use crate::ops::{Authority, Delivery};
use crate::store::Listed;

/// Mints and hands over, or only says what would be minted: nothing is returned then.
pub(super) fn mint(
    desk: &Desk<'_>,
    handing: &Handing,
    form: Form,
    rehearse: impl FnOnce(&Authority<'_>) -> Result<Listed>,
    mint: impl FnOnce(&Authority<'_>, &mut Delivery<'_, Minted>) -> Result<Minted>,
) -> anyhow::Result<Option<Listed>> {
    handing.check(desk, form.kind(), ScopeSet::NONE)?;
    let authority = desk.authority()?;
    if handing.dry_run {
        let listed = rehearse(&authority)?;
        desk.pass_on(&authority);
        rehearsed(desk, handing, listed, "nothing was made")?;
        return Ok(None);
    }
    let handover = Handover::prepare(desk, handing, form.length())
        .map_err(|error| explain_existing(&authority, handing, error))?;
    let minted = handover.carry_out(|delivery| mint(&authority, delivery));
    desk.pass_on(&authority);
    Ok(Some(minted?.listed))
}
