//! How long the program takes to begin: what every command pays.

use anyhow::Result;

use super::report::{count, line};
use super::runner::paired;
use super::stores::{Bench, TOKCTL};
use super::tools::{Call, instructions, system_calls};

pub(super) fn measure(_: &Bench) -> Result<()> {
    let nothing = Call::new(["/bin/true"]);
    let version = Call::new([TOKCTL, "--version"]);
    let scopes = Call::new([TOKCTL, "scopes"]);
    for (name, call) in [("/bin/true", &nothing), ("--version", &version), ("scopes", &scopes)] {
        count(&format!("{name}: instructions"), instructions(call)?, "");
        count(&format!("{name}: system calls"), system_calls(call, None)?, "");
    }
    let ratios = paired(200, &[nothing, version, scopes])?;
    line("--version / `/bin/true`", &ratios[1].text(), "");
    line("scopes / `/bin/true`", &ratios[2].text(), "");
    Ok(())
}
