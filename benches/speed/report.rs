//! The printed lines: what was measured, what came out, what it should be.

/// Prints one line.
pub(super) fn line(what: &str, measured: &str, aim: &str) {
    println!("  {what:<58} {measured:>26}   {aim}");
}

/// Prints a count, or that the tool which counts is missing.
pub(super) fn count(what: &str, counted: Option<u64>, aim: &str) {
    line(what, &counted.map_or_else(|| "no tool for it here".to_owned(), |count| count.to_string()), aim);
}
