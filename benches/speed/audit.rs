//! Looking after tokens: every rule asked of every token, in little memory however many there are.

use anyhow::Result;

use super::report::{count, line};
use super::runner::paired;
use super::stores::Bench;
use super::tools::peak_memory;

pub(super) fn measure(bench: &Bench) -> Result<()> {
    let (small, large) = (bench.store(10_000)?, bench.store(bench.rows)?);
    let peak = peak_memory(&large.call(&["audit"]))?;
    count(&format!("audit of {}: kB at most", bench.rows), peak, "at most 12288");
    let ratios = paired(30, &[small.verify(), small.call(&["audit"])])?;
    line("audit of 10000 / verify", &ratios[1].text(), "");
    Ok(())
}
