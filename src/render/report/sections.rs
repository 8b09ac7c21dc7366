//! The sections of a report: a title, and rows on a sheet.

use serde_json::{Map, Value as Json};

use crate::ops::report::{Counts, Month, Report, Span};
use crate::render::{Column, Sheet, Value, standing, tokens};

/// One section.
pub(super) struct Section<'r> {
    /// What it is called.
    pub(super) title: &'static str,
    /// What its rows are, and their key in JSON.
    pub(super) sheet: &'static Sheet,
    /// The rows.
    pub(super) rows: Vec<Vec<Value<'r>>>,
    /// The column of the numbers that are drawn as bars.
    pub(super) bars: Option<usize>,
    /// What is said where there are no rows.
    pub(super) none: &'static str,
    /// What is said below them.
    pub(super) note: Option<String>,
}

/// The columns of rows that [`counted`] makes: what is counted, and how many there are in each state.
const fn states_of(what: Column) -> [Column; 7] {
    [
        what,
        Column::number("active", "ACTIVE"),
        Column::number("suspended", "SUSPENDED"),
        Column::number("renewable", "RENEWABLE"),
        Column::number("expired", "EXPIRED"),
        Column::number("revoked", "REVOKED"),
        Column::number("all", "ALL"),
    ]
}

const KINDS: Sheet = Sheet { name: "kinds", columns: &states_of(Column::text("kind", "KIND")) };

const BOUNDARIES: Sheet = Sheet { name: "boundaries", columns: &states_of(Column::text("boundary", "BOUNDARY")) };

const PLACES: Sheet = Sheet {
    name: "places",
    columns: &[Column::text("where", "WHERE"), Column::text("boundary", "BOUNDARY"), Column::number("live", "LIVE")],
};

const MONTHS: Sheet = Sheet {
    name: "months",
    columns: &[
        Column::text("month", "MONTH"),
        Column::number("ends", "ENDS"),
        Column::text("days", "1...5....10...15...20...25...30"),
    ],
};

const NEXT: Sheet = Sheet {
    name: "next",
    columns: &[
        Column::number("id", "ID"),
        Column::text("kind", "KIND"),
        Column::text("name", "NAME"),
        Column::text("where", "WHERE"),
        Column::text("expires_at", "EXPIRES"),
    ],
};

const AGES: Sheet = Sheet { name: "ages", columns: &[Column::text("made", "MADE"), Column::number("live", "LIVE")] };

const USES: Sheet =
    Sheet { name: "uses", columns: &[Column::text("used", "LAST USED"), Column::number("live", "LIVE")] };

const WIDEST: Sheet = Sheet {
    name: "widest",
    columns: &[
        Column::number("id", "ID"),
        Column::text("kind", "KIND"),
        Column::text("name", "NAME"),
        Column::text("where", "WHERE"),
        Column::text("reach", "REACHES"),
        Column::text("opens", "OPENS"),
        Column::text("expires_at", "EXPIRES"),
    ],
};

const ALARMS: Sheet = Sheet {
    name: "alarms",
    columns: &[
        Column::number("id", "ID"),
        Column::text("kind", "KIND"),
        Column::text("name", "NAME"),
        Column::text("state", "STATE"),
        Column::text("alarm", "ALARM"),
        Column::text("detail", "DETAIL"),
        Column::number("times", "TIMES"),
        Column::text("last_at", "LAST"),
    ],
};

/// Returns the sections of a report, in their order.
pub(super) fn sections(report: &Report) -> Vec<Section<'_>> {
    let ends = &report.ends;
    let beyond = format!("{} later, {} never", ends.later, ends.never);
    let plain = |title, sheet, rows, none| Section { title, sheet, rows, bars: None, none, note: None };
    let drawn = |title, sheet, rows, none| Section { bars: Some(1), ..plain(title, sheet, rows, none) };
    let no_live = "no live token";
    vec![
        plain(
            "Kinds",
            &KINDS,
            report.kinds.iter().map(|(kind, counts)| counted(kind.word(), *counts)).collect(),
            "no token",
        ),
        plain(
            "Boundaries",
            &BOUNDARIES,
            report.boundaries.iter().map(|(word, counts)| counted(word, *counts)).collect(),
            "no token",
        ),
        plain(
            "Places with the most live tokens",
            &PLACES,
            report
                .places
                .iter()
                .map(|full| vec![full.name.as_str().into(), full.boundary.word().into(), number(full.live)])
                .collect(),
            no_live,
        ),
        Section {
            note: Some(beyond),
            ..drawn("Ends in this month and the next twelve", &MONTHS, ends.months.iter().map(month).collect(), no_live)
        },
        plain(
            "Ending next",
            &NEXT,
            ends.next.iter().map(|entry| picked(&NEXT, tokens::row(entry))).collect(),
            "no live token with an end",
        ),
        drawn("Age of live tokens", &AGES, report.ages.iter().map(span).collect(), no_live),
        Section {
            note: Some("uses are noted best effort, and roughly".into()),
            ..drawn("Last use of live tokens", &USES, report.uses.iter().map(span).collect(), no_live)
        },
        plain("Widest grants", &WIDEST, widest(report), no_live),
        plain("Newest alarms", &ALARMS, alarms(report), "no alarm"),
    ]
}

fn number(count: u64) -> Value<'static> {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

fn counted(word: &'static str, counts: Counts) -> Vec<Value<'static>> {
    std::iter::once(word.into()).chain(counts.0.map(number)).chain([number(counts.all())]).collect()
}

fn span(span: &Span) -> Vec<Value<'_>> {
    vec![span.name.into(), number(span.live)]
}

/// Tells accesses to eyes area by area, as in `api:read/write`, since a line of all of them is too long for any terminal.
fn opens(words: &[&str]) -> Value<'static> {
    let mut text = String::new();
    let mut last = "";
    for word in words {
        let (area, action) = word.split_once(':').unwrap_or((word, ""));
        if area == last {
            text.push('/');
            text.push_str(action);
        } else {
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(word);
            last = area;
        }
    }
    Value::Told { text: Some(text).filter(|text| !text.is_empty()), json: Json::from(words.to_vec()).to_string() }
}

/// Tells the days of a month in a strip, a character a day: how many tokens end on it, `.` for none, `+` for ten and more.
fn month(month: &Month) -> Vec<Value<'static>> {
    let name = month.first.format("%Y-%m").to_string();
    let on = |day: &u32| month.days.get(day).copied().unwrap_or_default();
    let strip = (1..=month.length()).map(|day| match on(&day) {
        0 => '.',
        count @ 1..=9 => char::from_digit(u32::try_from(count).unwrap_or_default(), 10).unwrap_or('+'),
        _ => '+',
    });
    let days: Map<_, _> =
        month.days.iter().map(|(day, count)| (format!("{name}-{day:02}"), Json::from(*count))).collect();
    let told = Value::Told { text: Some(strip.collect()), json: Json::Object(days).to_string() };
    vec![name.into(), number(month.ends()), told]
}

/// Takes from a token's row the columns that another sheet has too, in that one's order.
fn picked<'a>(sheet: &Sheet, mut row: Vec<Value<'a>>) -> Vec<Value<'a>> {
    let take = |key: &str| tokens::SHEET.position(key).map(|at| std::mem::replace(&mut row[at], Value::Nothing));
    sheet.columns.iter().map(|column| column.key).map(take).map(|value| value.unwrap_or(Value::Nothing)).collect()
}

fn widest(report: &Report) -> Vec<Vec<Value<'_>>> {
    let mut rows = Vec::new();
    for grant in &report.widest {
        let mut row = picked(&WIDEST, tokens::row(&grant.entry));
        for (column, value) in WIDEST.columns.iter().zip(&mut row) {
            match column.key {
                "reach" => *value = grant.reach.words().into(),
                "opens" => *value = opens(&grant.opens.words()),
                _ => {}
            }
        }
        rows.push(row);
    }
    rows
}

fn alarms(report: &Report) -> Vec<Vec<Value<'_>>> {
    let mut rows = Vec::new();
    for alarmed in &report.alarms {
        let (token, alarm) = (&alarmed.entry.listed.token, &alarmed.alarm);
        rows.push(vec![
            token.id.0.into(),
            token.kind.word().into(),
            token.name.as_str().into(),
            standing::state(&alarmed.entry),
            alarm.what.as_str().into(),
            Some(alarm.detail.as_str()).filter(|detail| !detail.is_empty()).into(),
            i64::from(alarm.times).into(),
            alarm.last_at.into(),
        ]);
    }
    rows
}
