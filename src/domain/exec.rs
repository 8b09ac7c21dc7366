//! Tokens that are made for one command: how long they live at most, should nobody be there to revoke them.

use super::error::{Error, Result};
use super::expiry::{Life, parse_life};
use super::time::Timestamp;

/// The shortest life, in seconds: less is over before most commands have begun.
const SHORTEST: i64 = 10;

/// The longest life, in seconds, one day: what is to live longer is made by `create`, and has a date.
const LONGEST: i64 = 86_400;

/// Reads the life of a token that is made for one command: from 10 seconds to a day.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) for what is no life, and for one that is shorter or longer.
pub fn parse_command_life(text: &str) -> Result<Life> {
    let life = parse_life(text)?;
    // Where the count begins makes no difference to lives as short as these.
    let seconds = life.seconds_from(Timestamp::MIN).ok().flatten();
    if seconds.is_some_and(|seconds| (SHORTEST..=LONGEST).contains(&seconds)) {
        return Ok(life);
    }
    Err(Error::usage(format!("`{text}` is no life for the token of one command"))
        .because("it lives for 10 seconds at least and for a day at most, and ends with its command anyway")
        .hint("for example `--life 15m`; a token that is to outlive the command is made by `tokctl create`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_has_its_token_for_a_day_at_most() {
        for (text, fits) in [
            ("10s", true),
            ("15m", true),
            ("1h", true),
            ("24h", true),
            ("1d", true),
            ("9s", false),
            ("86401s", false),
            ("25h", false),
            ("2d", false),
            ("1mo", false),
            ("never", false),
            ("99999999999999999999d", false),
            ("1 h", false),
            ("", false),
        ] {
            assert_eq!(parse_command_life(text).is_ok(), fits, "{text}");
        }
    }
}
