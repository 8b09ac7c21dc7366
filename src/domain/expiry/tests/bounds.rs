//! Ends beside each other, and texts as long as they may be.

use super::*;

#[test]
fn never_comes_after_every_end_and_no_end_after_itself() {
    let (early, late) = (Some(Timestamp::MIN), Timestamp::MIN.plus(1));
    for (end, other, later) in [
        (late, early, true),
        (early, late, false),
        (early, early, false),
        (None, early, true),
        (None, Some(Timestamp::MAX), true),
        (Some(Timestamp::MAX), None, false),
        (None, None, false),
    ] {
        assert_eq!(is_later(end, other), later, "{end:?} {other:?}");
    }
}

#[test]
fn an_instant_has_forty_characters_at_most() {
    let instant = |length: usize| format!("2027-01-31T10:00:00.{}Z", "1".repeat(length - 21));
    for (length, good) in [(22, true), (39, true), (40, true), (41, false), (42, false), (60, false)] {
        let text = instant(length);
        assert_eq!((text.len(), parse_instant(&text).is_ok()), (length, good), "{text}");
    }
}
