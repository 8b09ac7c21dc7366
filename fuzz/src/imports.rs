//! What is read from files: records and tokens as rows of CSV and JSON Lines, and rules of the audit. It is taken whole or
//! refused with a reason, and nothing of it reaches the terminal as it was.

use std::sync::OnceLock;

use super::desk::Desk;

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

/// Holds one input to them. Its first byte chooses who reads the rest, and as what.
pub fn check(data: &[u8]) {
    let Some((first, rows)) = data.split_first() else { return };
    let shape: &[&str] = [&["--from", "csv"][..], &["--from", "jsonl"], &[]][usize::from(first % 3)];
    let reader: &[&str] = match first / 3 % 4 {
        0 | 1 => &[&["record", "import", "--dry-run"], shape].concat(),
        2 => &["create", "deploy", "--scope", "read_registry", "--from", "-", "--dry-run"],
        _ => &["audit", "--list-rules", "--rules", "-"],
    };
    DESK.with(|desk| {
        let desk = desk.get_or_init(self::desk);
        let told = desk.run(reader, rows);
        assert!(matches!(told.code, 0 | 2..=5), "{} {}", told.code, told.err);
        // Nothing but rules that were understood is answered on standard output.
        assert!(told.out.is_empty() != (reader[0] == "audit" && told.code == 0));
        assert!(told.err.is_empty() == (reader[0] == "audit" && told.code == 0));
        let said =
            told.err.chars().chain(String::from_utf8_lossy(&told.out).chars()).any(|c| c != '\n' && c.is_control());
        assert!(!said, "a control character came through");
    });
}
