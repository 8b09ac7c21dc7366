//! Runs contenders against each other, so that whatever else the machine does falls on all of them alike.

use std::time::Instant;

use anyhow::{Result, ensure};

use super::stores::Noise;
use super::tools::Call;

/// What a contender's rounds came to, as multiples of the first contender's time in the same round.
#[derive(Clone, Copy)]
pub(super) struct Ratio {
    pub(super) median: f64,
    low: f64,
    high: f64,
}

impl Ratio {
    /// Returns the median, and between which values four fifths of the rounds lie.
    pub(super) fn text(self) -> String {
        format!("{:.2} ({:.2} to {:.2})", self.median, self.low, self.high)
    }
}

/// Runs every contender once a round, in an order that changes with the round, and returns the ratio of each to the
/// first. Each must end with exit code 0.
pub(super) fn paired(rounds: usize, contenders: &[Call]) -> Result<Vec<Ratio>> {
    let mut noise = Noise::new(1);
    let mut times = vec![Vec::with_capacity(rounds); contenders.len()];
    // The first three warm the caches up.
    for round in 0..rounds + 3 {
        let mut order: Vec<usize> = (0..contenders.len()).collect();
        for place in (1..order.len()).rev() {
            order.swap(place, noise.below(place + 1));
        }
        for at in order {
            let mut command = contenders[at].command()?;
            let begin = Instant::now();
            let output = command.spawn()?.wait_with_output()?;
            let took = begin.elapsed().as_secs_f64();
            ensure!(output.status.success(), "{:?} ended with {}", contenders[at], output.status);
            if round >= 3 {
                times[at].push(took);
            }
        }
    }
    let ratios = |own: &Vec<f64>| -> Ratio {
        let mut ratios: Vec<f64> = own.iter().zip(&times[0]).map(|(own, first)| own / first).collect();
        ratios.sort_by(f64::total_cmp);
        let at = |tenths: usize| ratios[(ratios.len() - 1) * tenths / 10];
        Ratio { median: at(5), low: at(1), high: at(9) }
    };
    Ok(times.iter().map(ratios).collect())
}
