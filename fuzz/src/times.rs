//! Lives, dates and instants as they are typed.

use tokctl::domain::exec::parse_command_life;
use tokctl::domain::expiry::{is_over, parse_end, parse_instant, parse_life, parse_moment};
use tokctl::domain::moment::Moment;
use tokctl::domain::time::Timestamp;

/// Holds one input to them.
pub fn check(data: &[u8]) {
    let Some((seconds, text)) = data.split_first_chunk() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    // Any present that there can be.
    let now = Timestamp::from_seconds(i64::from(u32::from_le_bytes(*seconds))).expect("an instant");
    if let Ok(Some(end)) = parse_end(text, now) {
        assert!(end > now && end.is_midnight() && !is_over(Some(end), now) && is_over(Some(end), end), "{text}");
        assert_eq!(parse_end(&end.date().to_string(), now).ok(), Some(Some(end)), "{text}");
    }
    if let Ok(life) = parse_life(text) {
        if let Ok(end) = life.end_from(now) {
            assert!(end.is_none() == life.is_endless() && end.is_none_or(|end| end > now), "{text}");
        }
        life.seconds_from(now).ok();
    }
    // The token of one command lives for a day at most, counted from any present.
    if let Ok(life) = parse_command_life(text) {
        let seconds = life.seconds_from(now).expect("so short a life ends in this millennium").expect("it ends");
        assert!((10..=86_400).contains(&seconds), "{text}");
    }
    if let Ok(moment @ Moment::Ago(_)) = Moment::parse(text) {
        assert!(moment.instant(now) <= now, "{text}");
    }
    for instant in [parse_instant(text), parse_moment(text)].into_iter().flatten() {
        assert_eq!(parse_instant(&instant.to_string()).ok(), Some(instant), "{text}");
    }
}
