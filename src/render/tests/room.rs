//! What a terminal has room for, however many rows there are.

use super::*;

#[test]
fn a_column_with_nothing_in_it_is_left_out_where_there_is_no_room_and_it_was_not_asked_for() {
    let rows = [
        row(1, "a-rather-long-name-of-a-token", "active", &[], None),
        row(2, "another-long-name-of-a-token", "active", &[], None),
    ];
    assert!(text(&terminal(80), &rows).starts_with("ID  NAME                           STATE   SCOPES  EXPIRES\n"));
    assert!(text(&terminal(52), &rows).starts_with("ID  NAME                           STATE   EXPIRES\n"));
    let columns = ["id", "name", "state", "scopes", "expires_at"].map(|key| SHEET.position(key).unwrap()).to_vec();
    assert!(text(&Page { columns, ..terminal(52) }, &rows).contains("SCOPES"));
}

#[test]
fn what_can_be_spared_is_left_out_where_every_row_would_be_a_card_and_it_was_not_asked_for() {
    const SPARING: Sheet = Sheet {
        name: "events",
        columns: &[
            Column::number("id", "ID"),
            Column::text("object", "OBJECT").spare(),
            Column::text("name", "NAME"),
            Column::text("detail", "DETAIL").spare(),
        ],
    };
    let heading = |width, count: i64, columns: Vec<usize>| {
        let mut out = Vec::new();
        let page = Page { columns, ..terminal(width) };
        let mut writer = Writer::new(&page, &SPARING, &mut out);
        for id in 1..=count {
            writer.row(&[id.into(), "unbreakable1".into(), "unbreakable2".into(), "unbreakable3".into()]).unwrap();
        }
        assert_eq!(writer.finish().unwrap(), usize::try_from(count).unwrap());
        let text = String::from_utf8(out).unwrap();
        text.lines().next().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for count in [2, 1001] {
        assert_eq!(heading(60, count, Vec::new()), "ID OBJECT NAME DETAIL");
        assert_eq!(heading(40, count, Vec::new()), "ID NAME DETAIL");
        assert_eq!(heading(24, count, Vec::new()), "ID NAME");
        assert_eq!(heading(12, count, Vec::new()), "id: 1");
        assert_eq!(heading(24, count, vec![0, 1, 2, 3]), "id: 1");
    }
}

#[test]
fn long_listings_stream_in_the_widths_of_their_first_thousand_rows() {
    let rows: Vec<_> = (1..=1500)
        .map(|id| row(id, if id == 1200 { "a-name-longer-than-any" } else { "name" }, "active", &["api"], None))
        .collect();
    let plain = text(&Page::new(Format::Table), &rows);
    let lines: Vec<_> = plain.lines().collect();
    assert_eq!(lines.len(), 1501);
    assert_eq!(lines[0], "  ID  NAME  STATE   SCOPES  EXPIRES");
    assert_eq!(lines[1], "   1  name  active  api     never");
    assert_eq!(lines[1200], "1200  a-name-longer-than-any  active  api     never");
    assert_eq!(lines[1500], "1500  name  active  api     never");
    // A terminal is as wide as it is: what is wider goes on below itself, and numbers have room to grow.
    let narrow = text(&terminal(40), &rows);
    let lines: Vec<_> = narrow.lines().collect();
    assert_eq!(lines[0], "    ID  NAME  STATE   SCOPES  EXPIRES");
    assert_eq!(lines[1200], "  1200  a-    active  api     never");
    assert_eq!(lines[1201], "        name");
    assert!(lines.iter().all(|line| line.len() <= 40));
    // Where there is no room for columns at all, every row is a card, however many they are.
    let cards = text(&terminal(16), &rows);
    assert_eq!(cards.lines().filter(|line| line.starts_with("id:")).count(), 1500);
    for count in [999, 1000, 1001] {
        assert_eq!(text(&terminal(80), &rows[..count]).lines().count(), count + 1);
    }
}

#[test]
fn words_that_are_longer_than_those_of_the_first_rows_stay_whole_where_there_is_room() {
    let state = |id| if id == 1200 { "runner-registration" } else { "deploy" };
    let rows: Vec<_> = (1..=1500).map(|id| row(id, "name", state(id), &["api"], None)).collect();
    let wide = text(&terminal(200), &rows);
    assert_eq!(wide.lines().count(), 1501);
    assert!(wide.lines().all(|line| line.len() <= 200));
}

#[test]
fn a_name_that_is_too_wide_is_broken_at_its_hyphens_and_a_command_nowhere() {
    let rows = [row(1, "maximiliane-von-und-zu-hohenstein-waldburg", "active", &["read_api"], None)];
    let broken = text(&terminal(60), &rows);
    let names: Vec<_> = broken.lines().skip(1).filter_map(|line| line[4..].split_whitespace().next()).collect();
    assert!(names.iter().rev().skip(1).all(|name| name.ends_with('-')), "{broken}");
    let command = "`tokctl shorten 1401 --expires 90d` gives it one";
    let rows = [row(1, command, "active", &["read_registry", "write_registry"], None)];
    for width in 48..120 {
        assert!(text(&terminal(width), &rows).contains("`tokctl shorten 1401 --expires 90d`"), "{width}");
    }
}

#[test]
fn a_hash_that_is_too_wide_beside_its_title_stands_whole_below_it() {
    let hash = "9".repeat(64);
    let row = row(1, &hash, "active", &[], None);
    let card = |width| card::text(&terminal(width), &SHEET, &row);
    assert!(card(80).contains(&format!("name:     {hash}\n")), "{}", card(80));
    assert!(card(70).contains(&format!("name:\n    {hash}\n")), "{}", card(70));
    assert!(card(60).lines().all(|line| line.len() <= 60));
}
