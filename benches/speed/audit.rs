//! Looking after tokens: every rule asked of every token, and the report, in little memory however many there are.

use anyhow::Result;

use super::report::{count, line};
use super::runner::paired;
use super::stores::Bench;
use super::tools::peak_memory;

pub(super) fn measure(bench: &Bench) -> Result<()> {
    let (small, large) = (bench.store(10_000)?, bench.store(bench.rows)?);
    for command in ["audit", "report"] {
        let peak = peak_memory(&large.call(&[command]))?;
        count(&format!("{command} of {}: kB at most", bench.rows), peak, "at most 12288");
    }
    let ratios = paired(30, &[small.verify(), small.call(&["audit"]), small.call(&["report"])])?;
    line("audit of 10000 / verify", &ratios[1].text(), "");
    line("report of 10000 / verify", &ratios[2].text(), "");
    Ok(())
}
