//! Bars: how long each is beside the longest.

use crate::render::Value;

/// Returns the number in a cell.
pub(super) fn number(value: Option<&Value<'_>>) -> u64 {
    if let Some(Value::Number(number)) = value { number.unsigned_abs() } else { 0 }
}

/// Returns the bar of a number, at most so many characters long where the largest number is the one given. Eighths are
/// drawn where blocks are, so that small numbers differ; what is not 0 is never drawn as nothing.
pub(super) fn bar(number: u64, largest: u64, width: u64, with_blocks: bool) -> String {
    const EIGHTHS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
    if number == 0 || largest == 0 {
        return String::new();
    }
    let length = |steps: u64| (u128::from(number) * u128::from(steps)).div_ceil(u128::from(largest));
    let repeated =
        |character: char, count: u128| character.to_string().repeat(usize::try_from(count).unwrap_or_default());
    if !with_blocks {
        return repeated('#', length(width));
    }
    let eighths = length(width * 8);
    let mut bar = repeated('█', eighths / 8);
    let rest = usize::try_from(eighths % 8).unwrap_or_default();
    if rest > 0 {
        bar.push(EIGHTHS[rest]);
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_numbers_are_large() {
        let cases = [
            (0, 10, "", ""),
            (10, 10, "####", "████"),
            (5, 10, "##", "██"),
            (1, 10, "#", "▌"),
            (1, 1_000_000, "#", "▏"),
            (3, 32, "#", "▍"),
            (u64::MAX, u64::MAX, "####", "████"),
            (0, 0, "", ""),
        ];
        for (number, largest, plain, blocks) in cases {
            assert_eq!(bar(number, largest, 4, false), plain, "{number} of {largest}");
            assert_eq!(bar(number, largest, 4, true), blocks, "{number} of {largest}");
        }
    }
}
