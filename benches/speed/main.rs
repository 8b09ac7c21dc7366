//! What is fast is measured here: `cargo bench`, or `cargo bench -- verify list` for a part of it.
//!
//! Counts first: instructions, system calls, syncs and bytes repeat exactly. Time only as ratios: all contenders run
//! once a round in shuffled order, and what is shown is the median of the rounds' ratios with the tenths at both ends.
//! Whatever tool is missing, its rows say so. `TOKCTL_BENCH_ROWS=10000000` makes the largest store ten times larger.
#![expect(clippy::disallowed_methods, reason = "a bench reads its arguments and fills its stores by itself")]
#![expect(clippy::print_stdout, reason = "what was measured is printed")]

mod audit;
mod bulk;
mod create;
mod desk;
mod farewell;
mod list;
mod report;
mod runner;
mod start;
mod stores;
mod tools;
mod verify;

use anyhow::Result;
use stores::Bench;

/// Measures one part and prints what came out.
type Measure = fn(&Bench) -> Result<()>;

/// The parts, by the word that chooses them.
const PARTS: [(&str, Measure); 8] = [
    ("start", start::measure),
    ("create", create::measure),
    ("verify", verify::measure),
    ("list", list::measure),
    ("audit", audit::measure),
    ("farewell", farewell::measure),
    ("bulk", bulk::measure),
    ("desk", desk::measure),
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Without it this is `cargo test`, which should only see that the benches build.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let chosen: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with('-')).collect();
    let bench = Bench::new()?;
    for (word, measure) in PARTS {
        if chosen.is_empty() || chosen.iter().any(|part| *part == word) {
            println!("\n{word}");
            measure(&bench)?;
        }
    }
    Ok(())
}
