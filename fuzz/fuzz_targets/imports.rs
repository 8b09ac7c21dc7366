//! Rows of records from CSV and JSON Lines: all of them or none, and never a panic.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use tokctl_fuzz::Desk;

thread_local! {
    static DESK: OnceLock<Desk> = const { OnceLock::new() };
}

fn desk() -> Desk {
    let desk = Desk::new();
    for line in ["store init", "user add ann", "project add grp/app"] {
        let told = desk.run(&line.split(' ').collect::<Vec<_>>(), b"");
        assert_eq!(told.code, 0, "{}", told.err);
    }
    desk
}

fuzz_target!(|data: &[u8]| {
    let Some((first, rows)) = data.split_first() else { return };
    let shape: &[&str] = [&["--from", "csv"][..], &["--from", "jsonl"], &[]][usize::from(first % 3)];
    DESK.with(|desk| {
        let desk = desk.get_or_init(self::desk);
        let told = desk.run(&[&["record", "import", "--dry-run"], shape].concat(), rows);
        assert!(matches!(told.code, 0 | 2..=5), "{} {}", told.code, told.err);
        assert!(told.out.is_empty() && !told.err.is_empty());
        let raw = told.err.chars().any(|c| c != '\n' && c.is_control());
        assert!(!raw, "a control character came through");
    });
});
