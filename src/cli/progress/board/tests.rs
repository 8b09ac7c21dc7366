//! What is shown when: on a terminal in memory, at instants that are made up.

use indicatif::InMemoryTerm;

use super::*;

/// A board in front of a terminal of so many columns, and an operation that begins now.
fn board(columns: u16) -> (Board, InMemoryTerm, Instant) {
    let terminal = InMemoryTerm::new(4, columns);
    let shown = terminal.clone();
    let target = move || ProgressDrawTarget::term_like(Box::new(shown.clone()));
    let screen = Screen { target: Box::new(target), is_ready: || true, colour: false, hears: false };
    let (mut board, now) = (Board::new(screen), Instant::now());
    board.begin(now);
    (board, terminal, now)
}

fn after(begun: Instant, milliseconds: u64) -> Instant {
    begun + Duration::from_millis(milliseconds)
}

#[test]
fn what_ends_within_half_a_second_shows_nothing() {
    let (mut board, terminal, begun) = board(60);
    board.doing("verifying the trail", Amount::Of(10));
    assert_eq!(board.look(begun, 0), Some(DELAY));
    assert_eq!(board.look(after(begun, 499), 9), Some(Duration::from_millis(1)));
    board.end();
    assert_eq!(board.look(after(begun, 900), 9), None);
    assert_eq!((terminal.contents().as_str(), board.interrupts.is_none()), ("", true));
}

#[test]
fn a_bar_says_what_how_much_and_how_long_and_leaves_no_trace() {
    let (mut board, terminal, begun) = board(60);
    board.doing("making tokens", Amount::Of(2_000));
    assert_eq!(board.look(after(begun, 500), 1_000), Some(PAUSE));
    let shown = terminal.contents();
    assert!(shown.starts_with("making tokens ####") && shown.contains("--- 1,000 of 2,000, "), "{shown}");
    assert!(shown.ends_with(" left") && shown.lines().count() == 1, "{shown}");
    board.end();
    assert_eq!(terminal.contents(), "");
    assert_eq!(terminal.moves_since_last_check().matches("\\n").count(), 0);
}

#[test]
fn where_nobody_knows_how_much_there_is_it_says_what_and_for_how_long() {
    let (mut board, terminal, begun) = board(60);
    board.doing("waiting for the store", Amount::Unknown);
    board.look(after(begun, 3_000), 0);
    assert_eq!(terminal.contents(), "- waiting for the store, 3s");
    board.doing("listing", Amount::Counted);
    board.look(after(begun, 3_100), 12_345);
    let shown = terminal.contents();
    assert!(shown.ends_with(" listing: 12,345, 3s"), "{shown}");
}

#[test]
fn bytes_are_written_as_bytes() {
    let (mut board, terminal, begun) = board(70);
    board.doing("importing", Amount::Bytes(4 << 20));
    board.look(after(begun, 600), 1 << 20);
    assert!(terminal.contents().contains(" 1.00 MiB of 4.00 MiB, "), "{}", terminal.contents());
}

#[test]
fn while_somebody_else_writes_to_the_terminal_nothing_is_there() {
    let (mut board, terminal, begun) = board(60);
    board.doing("working", Amount::Unknown);
    board.look(after(begun, 600), 0);
    board.hush(false);
    assert_eq!((board.look(after(begun, 700), 0), terminal.contents().as_str()), (None, ""));
    board.doing("storing", Amount::Unknown);
    board.look(after(begun, 800), 0);
    assert!(terminal.contents().contains("storing"));
    // Between the rows of a listing nothing is drawn any more, whatever is done.
    board.hush(true);
    board.doing("listing", Amount::Counted);
    assert_eq!((board.look(after(begun, 900), 7), terminal.contents().as_str()), (None, ""));
    board.end();
    board.begin(begun);
    assert_eq!(board.look(after(begun, 900), 7), Some(PAUSE), "the next operation is another");
}

#[test]
fn a_narrow_terminal_and_one_that_was_stopped_get_along() {
    let (mut narrow, terminal, begun) = board(20);
    narrow.doing("carrying over what was taken away since", Amount::Of(1_000_000));
    narrow.look(after(begun, 600), 999_999);
    narrow.look(after(begun, 700), 999_999);
    narrow.end();
    assert_eq!(terminal.contents(), "");
    let (mut stopped, terminal, begun) = board(60);
    stopped.screen.is_ready = || false;
    stopped.doing("working", Amount::Unknown);
    assert_eq!((stopped.look(after(begun, 600), 0), terminal.contents().as_str()), (Some(PAUSE), ""));
    stopped.end();
}

#[test]
fn colour_is_seen_in_the_style_only() {
    for amount in [Amount::Unknown, Amount::Counted, Amount::Of(3), Amount::Bytes(3)] {
        let (plain, coloured) = (amount.template(false), amount.template(true));
        assert_eq!(coloured.replace(":.cyan", ""), plain);
        assert!(ProgressStyle::with_template(plain).is_ok() && ProgressStyle::with_template(coloured).is_ok());
    }
}
