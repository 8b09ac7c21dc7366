//! Lives, dates and instants as they are typed, in tables.

mod bounds;

use super::*;
use crate::domain::error::Code;

fn at(text: &str) -> Timestamp {
    parse_moment(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn end(text: &str, now: &str) -> String {
    match parse_end(text, at(now)) {
        Ok(Some(end)) => end.to_string(),
        Ok(None) => "never".to_owned(),
        Err(error) => panic!("{text} at {now}: {error}"),
    }
}

/// Asserts that the text is refused as usage and says what helps, and returns the refusal.
#[track_caller]
fn refusal<T: std::fmt::Debug>(result: Result<T>, text: &str) -> Error {
    let error = result.expect_err(text);
    assert_eq!(error.code, Code::Usage, "{text}");
    assert!(error.hint.is_some() || error.why.is_some(), "{text}: {error:?}");
    error
}

#[test]
fn a_token_ends_at_midnight_utc_of_its_day() {
    let end = parse_end("2030-01-01", at("2029-06-01")).unwrap();
    assert!(!is_over(end, at("2029-12-31T23:59:59Z")));
    assert!(is_over(end, at("2030-01-01T00:00:00Z")));
    assert!(is_over(end, at("2030-01-01T00:00:01Z")));
    assert!(!is_over(None, Timestamp::MAX));
}

#[test]
fn ends_are_dates_or_lives_in_days_and_up() {
    let cases = [
        ("2028-02-29", "2026-06-15T13:14:15Z", "2028-02-29T00:00:00Z"),
        ("30d", "2026-06-15T13:14:15Z", "2026-07-15T00:00:00Z"),
        ("1w", "2026-06-15T13:14:15Z", "2026-06-22T00:00:00Z"),
        ("2w", "2026-06-15T13:14:15Z", "2026-06-29T00:00:00Z"),
        ("6mo", "2026-06-15T13:14:15Z", "2026-12-15T00:00:00Z"),
        ("1y", "2026-06-15T13:14:15Z", "2027-06-15T00:00:00Z"),
        ("never", "2026-06-15T13:14:15Z", "never"),
        ("9999-12-31", "2026-06-15T13:14:15Z", "9999-12-31T00:00:00Z"),
        // The last second of a day, its midnight, and the first one after.
        ("1d", "2026-06-15T23:59:59Z", "2026-06-16T00:00:00Z"),
        ("1d", "2026-06-16T00:00:00Z", "2026-06-17T00:00:00Z"),
        ("1d", "2026-06-16T00:00:01Z", "2026-06-17T00:00:00Z"),
        ("2026-06-16", "2026-06-15T23:59:59Z", "2026-06-16T00:00:00Z"),
        // A month that is too short ends on its last day.
        ("1mo", "2026-01-31T12:00:00Z", "2026-02-28T00:00:00Z"),
        ("1mo", "2028-01-31T12:00:00Z", "2028-02-29T00:00:00Z"),
        ("1mo", "2026-03-31T12:00:00Z", "2026-04-30T00:00:00Z"),
        ("1y", "2028-02-29T12:00:00Z", "2029-02-28T00:00:00Z"),
        ("4y", "2028-02-29T12:00:00Z", "2032-02-29T00:00:00Z"),
        // Over the weeks in which summer time begins and ends in most places that have it.
        ("30d", "2026-03-15T00:30:00Z", "2026-04-14T00:00:00Z"),
        ("30d", "2026-10-15T23:30:00Z", "2026-11-14T00:00:00Z"),
        ("366d", "2027-12-31T00:00:00Z", "2028-12-31T00:00:00Z"),
    ];
    for (text, now, expected) in cases {
        assert_eq!(end(text, now), expected, "{text} at {now}");
    }
}

#[test]
fn an_end_is_refused_where_it_is_born_dead_or_can_be_misread() {
    let now = "2030-01-01T10:00:00Z";
    let born_dead = ["2030-01-01", "2029-12-31", "1970-01-01", "1969-12-31", "0000-01-01"];
    let unreadable = [
        "2030-02-29",
        "2030-2-3",
        "01/02/2030",
        "2031-01-01T10:00",
        "2031-01-01T10:00:00Z",
        "2031-01-01T10:00+14:00",
        "tomorrow",
        "P1D",
        "-1d",
        "+1d",
        "0d",
        "07d",
        "0",
        "00",
        "1e12",
        "1.5d",
        "1_000d",
        "10000-01-01",
        "292277026596",
        "",
        " ",
        "30d ",
        " 30d",
        "30 d",
        "30D",
        "30",
        "d",
        "1y6mo",
        "Never",
        "NEVER",
        "null",
        "2031-13-01",
        "2031-00-10",
        "2031-01-00",
        "2031-W01-1",
        "+2031-01-01",
        "٣٠d",
        "2031‐01‐01",
    ];
    for text in born_dead.into_iter().chain(unreadable) {
        refusal(parse_end(text, at(now)), text);
    }
    let over = refusal(parse_end("2030-01-01", at("2030-01-01")), "midnight itself");
    assert_eq!(over.what, "`2030-01-01` is over already");
    assert_eq!(over.why.as_deref(), Some("a token ends at 00:00:00 UTC of its date, and it is 2030-01-01T00:00:00Z"));
    assert_eq!(over.hint.as_deref(), Some("the earliest end is `2030-01-02` (`1d`)"));
}

#[test]
fn hours_are_too_fine_for_an_end() {
    for text in ["12h", "24h", "48h", "90s", "15m"] {
        let error = refusal(parse_end(text, at("2026-06-15")), text);
        assert_eq!(error.what, format!("`{text}` is too fine for an end"));
        assert!(error.hint.unwrap().starts_with("the earliest end is `2026-06-16` (`1d`)"));
    }
    let error = refusal(parse_end("6m", at("2026-06-15")), "6m");
    assert!(error.hint.unwrap().ends_with("months are `6mo`"));
}

#[test]
fn a_life_is_counted_in_seconds_from_its_beginning() {
    let cases = [
        ("90s", "2026-06-15T13:14:15Z", Some(90)),
        ("15m", "2026-06-15T13:14:15Z", Some(900)),
        ("12h", "2026-06-15T13:14:15Z", Some(43_200)),
        ("12h", "2026-03-29T00:30:00Z", Some(43_200)),
        ("30d", "2026-06-15T13:14:15Z", Some(2_592_000)),
        ("2w", "2026-06-15T13:14:15Z", Some(1_209_600)),
        ("1mo", "2026-01-31T13:14:15Z", Some(28 * 86_400)),
        ("6mo", "2026-06-15T13:14:15Z", Some(183 * 86_400)),
        ("1y", "2027-06-15T13:14:15Z", Some(366 * 86_400)),
        ("never", "2026-06-15T13:14:15Z", None),
    ];
    for (text, now, seconds) in cases {
        let life = parse_life(text).unwrap();
        assert_eq!(life.seconds_from(at(now)).unwrap(), seconds, "{text} at {now}");
        assert_eq!(life.end_from(at(now)).unwrap(), seconds.and_then(|seconds| at(now).plus(seconds)));
        assert_eq!(life.is_endless(), seconds.is_none());
    }
    assert_eq!(
        parse_life("1mo").unwrap().end_from(at("2026-01-31T13:14:15Z")).unwrap(),
        Some(at("2026-02-28T13:14:15Z"))
    );
}

#[test]
fn a_life_is_one_number_and_one_unit() {
    for text in [
        "", "0", "0s", "00s", "01h", "-1h", "+1h", "1", "h", "1 h", "1h ", "1H", "1h30m", "1min", "1M", "1ms", "½h",
        "1e3s",
    ] {
        refusal(parse_life(text), text);
    }
}

#[test]
fn nothing_reaches_beyond_the_year_9999() {
    let now = at("2026-06-15");
    let cases = [
        "999999999y",
        "9223372036854775807d",
        "18446744073709551615w",
        "18446744073709551616d",
        "4294967295mo",
        "4294967296mo",
        "8000y",
    ];
    for text in cases {
        let error = refusal(parse_end(text, now), text);
        assert_eq!(error.what, "the life reaches beyond the year 9999", "{text}");
        refusal(parse_life(text).and_then(|life| life.end_from(now)), text);
    }
    for text in ["9223372036854775807s", "18446744073709551615h", "307445734561825861m", "253402300800s"] {
        refusal(parse_life(text).and_then(|life| life.seconds_from(now)), text);
    }
    assert_eq!(end("1d", "9999-12-30T23:59:59Z"), "9999-12-31T00:00:00Z");
    refusal(parse_end("1d", at("9999-12-31")), "the last day");
    refusal(parse_end("9999-12-31", at("9999-12-31")), "the last day");
    assert_eq!(parse_life("1s").unwrap().end_from(at("9999-12-31T23:59:58Z")).unwrap(), Some(Timestamp::MAX));
    refusal(parse_life("1s").unwrap().end_from(Timestamp::MAX), "the last second");
}

#[test]
fn instants_carry_their_zone() {
    let cases = [
        ("2030-01-01T10:00:00Z", "2030-01-01T10:00:00Z"),
        ("2030-01-01T10:00:00.999Z", "2030-01-01T10:00:00Z"),
        ("2030-01-01T10:00:00+14:00", "2029-12-31T20:00:00Z"),
        ("2030-01-01T10:00+14:00", "2029-12-31T20:00:00Z"),
        ("2030-01-01T10:00Z", "2030-01-01T10:00:00Z"),
        ("2030-01-01T23:59:59-00:01", "2030-01-02T00:00:59Z"),
        ("2028-02-29T00:00:00-00:00", "2028-02-29T00:00:00Z"),
        ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
    ];
    for (text, expected) in cases {
        assert_eq!(parse_instant(text).unwrap().to_string(), expected, "{text}");
        assert_eq!(parse_moment(text).unwrap().to_string(), expected, "{text}");
    }
}

#[test]
fn an_instant_without_a_zone_or_on_no_clock_is_refused() {
    let cases = [
        "",
        "2030-01-01T10:00",
        "2030-01-01T10:00:00",
        "2030-01-01 10:00:00Z",
        "2030-01-01t10:00:00Z",
        "2030-01-01T10:00:00z",
        "2030-01-01T10Z",
        "2030-01-01T10:00:00 Z",
        "2030-01-01T10:00:00+0200",
        "2030-01-01T10:00:00+02",
        "2030-01-01T10:00:00+24:00",
        "2030-01-01T10:00:00+02:60",
        "2030-01-01T10:00:00−02:00",
        "2030-01-01T10:00:00CET",
        "2030-01-01T10:00:00ZZ",
        "2030-01-01T10:00:00.Z",
        "2030-01-01T10:00:00,5Z",
        "2016-12-31T23:59:60Z",
        "2016-12-31T23:59:60.5Z",
        "2030-01-01T24:00:00Z",
        "2030-02-29T10:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "10000-01-01T00:00:00Z",
        "1893456000",
        "now",
    ];
    for text in cases {
        refusal(parse_instant(text), text);
        refusal(parse_moment(text), text);
    }
    let leap = refusal(parse_instant("2016-12-31T23:59:60Z"), "leap second");
    assert_eq!(leap.why.as_deref(), Some("leap seconds are not counted"));
}

#[test]
fn a_date_is_a_moment_but_no_instant() {
    assert_eq!(at("2026-03-01").to_string(), "2026-03-01T00:00:00Z");
    refusal(parse_instant("2026-03-01"), "a date");
    refusal(parse_moment("2026-02-29"), "no such day");
    refusal(parse_moment("1969-12-31"), "before the first instant");
}

#[test]
fn a_refusal_shows_little_of_what_was_typed_and_nothing_raw() {
    let error = refusal(parse_life("\u{1b}[31m\n\u{202e}x"), "control characters");
    assert_eq!(error.what, r"`\u{1b}[31m\n\u{202e}x` is no life");
    let long = "9".repeat(1 << 20);
    let now = at("2026-01-01");
    let timed = format!("{long}h");
    let refusals = [
        refusal(parse_life(&long), "a life"),
        refusal(parse_end(&long, now), "an end"),
        refusal(parse_end(&timed, now), "hours"),
        refusal(parse_instant(&long), "an instant"),
    ];
    for error in refusals {
        assert!(error.what.starts_with(&format!("`{}…` is ", "9".repeat(40))), "{}", error.what);
    }
}

#[test]
fn a_life_that_is_over_now_began_as_long_ago() {
    let cases = [
        ("90s", "2026-06-15T12:00:00Z", "2026-06-15T11:58:30Z"),
        ("12h", "2026-06-15T06:00:00Z", "2026-06-14T18:00:00Z"),
        ("90d", "2026-06-15T12:00:00Z", "2026-03-17T12:00:00Z"),
        ("2w", "2026-06-15T12:00:00Z", "2026-06-01T12:00:00Z"),
        ("1mo", "2026-03-31T12:30:00Z", "2026-02-28T12:30:00Z"),
        ("1y", "2028-02-29T12:00:00Z", "2027-02-28T12:00:00Z"),
        ("100y", "2026-06-15T12:00:00Z", "1970-01-01T00:00:00Z"),
        ("99999999999999999999d", "2026-06-15T12:00:00Z", "1970-01-01T00:00:00Z"),
        ("99999999999999999999mo", "2026-06-15T12:00:00Z", "1970-01-01T00:00:00Z"),
    ];
    for (life, now, begin) in cases {
        assert_eq!(parse_life(life).unwrap().begin_before(at(now)), Some(at(begin)), "{life} before {now}");
    }
    assert_eq!(parse_life("never").unwrap().begin_before(at("2026-06-15")), None);
}
