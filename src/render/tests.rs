//! Whole listings in every format, harmless names and others.

mod hostile;
mod room;

use super::*;
use crate::domain::time::Timestamp;

const SHEET: Sheet = Sheet {
    name: "tokens",
    columns: &[
        Column::number("id", "ID"),
        Column::text("name", "NAME"),
        Column::text("state", "STATE"),
        Column::text("scopes", "SCOPES"),
        Column::text("expires_at", "EXPIRES"),
        Column::text("created_at", "CREATED").hidden(),
        Column::text("is_bot", "BOT").hidden(),
    ],
};

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_seconds(seconds).unwrap()
}

const NOW: i64 = 1_763_775_572;

fn row<'a>(id: i64, name: &'a str, state: &'static str, scopes: &[&'a str], end: Option<i64>) -> Vec<Value<'a>> {
    vec![
        id.into(),
        name.into(),
        Value::State(state),
        scopes.to_vec().into(),
        Value::End(end.map(at)),
        at(NOW).into(),
        false.into(),
    ]
}

fn three() -> Vec<Vec<Value<'static>>> {
    vec![
        row(7, "ci", "active", &["read_registry", "write_registry"], Some(1_801_353_600)),
        row(12, "日本語", "revoked", &[], None),
        row(300, "a, \"b\"", "expired", &["api"], Some(NOW + 7200)),
    ]
}

fn text(page: &Page, rows: &[Vec<Value<'_>>]) -> String {
    let mut out = Vec::new();
    let mut writer = Writer::new(page, &SHEET, &mut out);
    for row in rows {
        writer.row(row).unwrap();
    }
    assert_eq!(writer.finish().unwrap(), rows.len());
    String::from_utf8(out).unwrap()
}

fn terminal(width: u16) -> Page {
    Page { terminal: Some(width), now: Some(at(NOW)), ..Page::new(Format::Table) }
}

#[test]
fn plain_columns_are_two_blanks_apart_and_end_without_blanks() {
    let page = Page::new(Format::Table);
    assert_eq!(text(&page, &[]), "");
    assert_eq!(
        text(&page, &three()[..1]),
        "ID  NAME  STATE   SCOPES                        EXPIRES\n \
         7  ci    active  read_registry write_registry  2027-01-31\n"
    );
    assert_eq!(
        text(&page, &three()),
        " ID  NAME    STATE    SCOPES                        EXPIRES\n  \
           7  ci      active   read_registry write_registry  2027-01-31\n \
          12  日本語  revoked  -                             never\n\
         300  a, \"b\"  expired  api                           2025-11-22T03:39:32Z\n"
    );
}

#[test]
fn a_terminal_as_wide_as_the_table_shows_it_unbroken_with_hints() {
    assert_eq!(text(&terminal(120), &[]), "");
    assert_eq!(
        text(&terminal(120), &three()),
        " ID  NAME    STATE    SCOPES                        EXPIRES\n  \
           7  ci      active   read_registry write_registry  2027-01-31 (in 14 months)\n \
          12  日本語  revoked  -                             never\n\
         300  a, \"b\"  expired  api                           2025-11-22T03:39:32Z (in 2 hours)\n"
    );
}

#[test]
fn every_time_that_is_asked_for_says_how_far_off_it_is_on_a_terminal_only() {
    let columns = ["id", "created_at", "expires_at"].map(|key| SHEET.position(key).unwrap()).to_vec();
    let page =
        |terminal| Page { columns: columns.clone(), terminal, now: Some(at(NOW + 7200)), ..Page::new(Format::Table) };
    let exact = "ID  CREATED               EXPIRES\n 7  2025-11-22T01:39:32Z  2027-01-31\n";
    assert_eq!(text(&page(None), &three()[..1]), exact);
    assert_eq!(
        text(&page(Some(100)), &three()[..1]),
        "ID  CREATED                             EXPIRES\n \
         7  2025-11-22T01:39:32Z (2 hours ago)  2027-01-31 (in 14 months)\n"
    );
}

#[test]
fn a_narrower_terminal_breaks_lines_between_words() {
    assert_eq!(
        text(&terminal(64), &three()),
        " ID  NAME    STATE    SCOPES          EXPIRES\n  \
           7  ci      active   read_registry   2027-01-31\n                      \
                               write_registry\n \
          12  日本語  revoked  -               never\n\
         300  a, \"b\"  expired  api             2025-11-22T03:39:32Z\n"
    );
}

#[test]
fn a_terminal_too_narrow_for_columns_shows_cards() {
    assert_eq!(
        text(&terminal(40), &three()[..2]),
        "id:       7\n\
         name:     ci\n\
         state:    active\n\
         scopes:   read_registry write_registry\n\
         expires:  2027-01-31 (in 14 months)\n\
         \n\
         id:       12\n\
         name:     日本語\n\
         state:    revoked\n\
         scopes:   -\n\
         expires:  never\n"
    );
}

#[test]
fn colours_repeat_what_words_say_and_move_nothing() {
    for terminal in [None, Some(40), Some(64), Some(120)] {
        let plain = Page { terminal, ..Page::new(Format::Table) };
        let coloured = Page { colour: true, ..plain.clone() };
        let text_in_colour = text(&coloured, &three());
        assert_eq!(console::strip_ansi_codes(&text_in_colour), text(&plain, &three()), "{terminal:?}");
        for painted in ["\u{1b}[32mactive\u{1b}[0m", "\u{1b}[31mrevoked\u{1b}[0m", "\u{1b}[33mexpired\u{1b}[0m"] {
            assert!(text_in_colour.contains(painted), "{terminal:?} {painted:?}");
        }
        let heading = if terminal == Some(40) { "\u{1b}[1mname:\u{1b}[0m" } else { "\u{1b}[1mNAME\u{1b}[0m" };
        assert!(text_in_colour.contains(heading), "{terminal:?}");
    }
}

#[test]
fn json_is_one_object_around_one_array() {
    let page = Page::new(Format::Json);
    assert_eq!(text(&page, &[]), "{\"version\":1,\"tokens\":[]}\n");
    let one = "{\"id\":7,\"name\":\"ci\",\"state\":\"active\",\"scopes\":[\"read_registry\",\"write_registry\"],\
               \"expires_at\":\"2027-01-31T00:00:00Z\",\"created_at\":\"2025-11-22T01:39:32Z\",\"is_bot\":false}";
    assert_eq!(text(&page, &three()[..1]), format!("{{\"version\":1,\"tokens\":[\n{one}\n]}}\n"));
    let read: serde_json::Value = serde_json::from_str(&text(&page, &three())).unwrap();
    assert_eq!(read["tokens"].as_array().unwrap().len(), 3);
    assert_eq!(read["tokens"][1]["expires_at"], serde_json::Value::Null);
    assert_eq!(read["tokens"][1]["scopes"], serde_json::json!([]));
    assert_eq!(read["tokens"][2]["name"], "a, \"b\"");
}

#[test]
fn json_lines_are_objects_by_themselves() {
    let page = Page::new(Format::Jsonl);
    assert_eq!(text(&page, &[]), "");
    let lines = text(&page, &three());
    let ids: Vec<_> =
        lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].clone()).collect();
    assert_eq!(ids, [7, 12, 300]);
    assert!(lines.ends_with("}\n"));
}

#[test]
fn csv_has_headings_every_column_and_crlf() {
    let page = Page::new(Format::Csv);
    let headings = "id,name,state,scopes,expires_at,created_at,is_bot\r\n";
    assert_eq!(text(&page, &[]), headings);
    assert_eq!(
        text(&page, &three()),
        format!(
            "{headings}\
             7,ci,active,read_registry write_registry,2027-01-31T00:00:00Z,2025-11-22T01:39:32Z,false\r\n\
             12,日本語,revoked,,,2025-11-22T01:39:32Z,false\r\n\
             300,\"a, \"\"b\"\"\",expired,api,2025-11-22T03:39:32Z,2025-11-22T01:39:32Z,false\r\n"
        )
    );
}

#[test]
fn ids_are_the_first_column_and_nothing_else() {
    let page = Page::new(Format::Ids);
    assert_eq!(text(&page, &[]), "");
    assert_eq!(text(&page, &three()), "7\n12\n300\n");
}

#[test]
fn columns_asked_for_come_in_the_order_asked_for() {
    let columns = ["is_bot", "id"].map(|key| SHEET.position(key).unwrap()).to_vec();
    let cases = [
        (Format::Table, "BOT  ID\nno    7\n"),
        (Format::Json, "{\"version\":1,\"tokens\":[\n{\"is_bot\":false,\"id\":7}\n]}\n"),
        (Format::Jsonl, "{\"is_bot\":false,\"id\":7}\n"),
        (Format::Csv, "is_bot,id\r\nfalse,7\r\n"),
        (Format::Ids, "7\n"),
    ];
    for (format, expected) in cases {
        let page = Page { columns: columns.clone(), ..Page::new(format) };
        assert_eq!(text(&page, &three()[..1]), expected);
        assert_eq!(Format::parse(format.word()), Some(format));
    }
}

#[test]
fn a_card_shows_every_column_and_other_formats_the_one_row() {
    let one = &three()[0];
    let drawn = |page: &Page| {
        let mut out = Vec::new();
        card(page, &SHEET, one, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let lines = "id:       7\n\
                 name:     ci\n\
                 state:    active\n\
                 scopes:   read_registry write_registry\n\
                 expires:  2027-01-31\n\
                 created:  2025-11-22T01:39:32Z\n\
                 bot:      no\n";
    assert_eq!(drawn(&Page::new(Format::Table)), lines);
    let hinted = lines.replace("31\n", "31 (in 14 months)\n").replace("32Z\n", "32Z (now)\n");
    assert_eq!(drawn(&terminal(80)), hinted);
    for format in [Format::Json, Format::Jsonl, Format::Csv, Format::Ids] {
        assert_eq!(drawn(&Page::new(format)), text(&Page::new(format), &three()[..1]));
    }
}

#[test]
fn a_reader_that_went_away_is_reported() {
    struct Gone;
    impl std::io::Write for Gone {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for format in Format::ALL {
        let (page, mut out) = (Page::new(format), Gone);
        let mut writer = Writer::new(&page, &SHEET, &mut out);
        writer.row(&three()[0]).unwrap();
        assert_eq!(writer.finish().unwrap_err().kind(), std::io::ErrorKind::BrokenPipe, "{format:?}");
    }
}

#[test]
fn a_short_listing_that_fails_halfway_leaves_no_half_of_itself() {
    for format in [Format::Table, Format::Json, Format::Jsonl, Format::Ids] {
        let mut out = Vec::new();
        let page = Page::new(format);
        let mut writer = Writer::new(&page, &SHEET, &mut out);
        writer.row(&three()[0]).unwrap();
        drop(writer);
        assert!(out.is_empty(), "{format:?}");
    }
}

#[test]
fn columns_that_are_not_there_leave_the_id() {
    for terminal in [None, Some(1), Some(80)] {
        let page = Page { columns: vec![99], terminal, ..Page::new(Format::Table) };
        assert!(text(&page, &three()).ends_with("300\n"), "{terminal:?}");
    }
}
