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
