//! Files that lie where the store is expected: any bytes, or a store with some of its bytes changed.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::OnceLock;

use super::desk::Desk;

struct Bench {
    desk: Desk,
    whole: Vec<u8>,
    dead: Vec<u8>,
}

thread_local! {
    static BENCH: OnceLock<Bench> = const { OnceLock::new() };
}

/// A store with a living token and one that was revoked, which empties the log.
fn bench() -> Bench {
    let desk = Desk::new();
    let run = |line: &str| {
        let told = desk.run(&line.split(' ').collect::<Vec<_>>(), b"");
        assert_eq!(told.code, 0, "{}", told.err);
        told.out
    };
    run("create deploy -s read_registry -q");
    let dead = run("create deploy -s read_registry -q");
    run("user add ann");
    run("revoke 2 --yes");
    let whole = fs::read(desk.store("")).expect("the store");
    Bench { desk, whole, dead }
}

/// Holds one input to them.
pub fn check(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    BENCH.with(|bench| {
        let Bench { desk, whole, dead } = bench.get_or_init(self::bench);
        let mut bytes = whole.clone();
        let edits = rest.chunks_exact(4);
        let count = edits.len();
        if first % 8 == 0 {
            bytes = rest.to_vec();
        } else {
            for edit in edits {
                let at = u32::from_le_bytes([edit[0], edit[1], edit[2], 0]) as usize % bytes.len();
                bytes[at] = edit[3];
            }
        }
        for ending in ["-wal", "-shm"] {
            fs::remove_file(desk.store(ending)).ok();
        }
        fs::write(desk.store(""), &bytes).expect("written");
        fs::set_permissions(desk.store(""), fs::Permissions::from_mode(0o600)).expect("private");
        let told = desk.run(&["verify"], dead);
        assert!(told.out.is_empty() && matches!(told.code, 0 | 1 | 7), "{} {}", told.code, told.err);
        // One byte revives nobody. Whoever may change many can write what they like.
        assert!(told.code != 0 || count > 1, "a dead secret was allowed");
        let lines: [&[&str]; 7] = [
            &["list", "--all", "--json"],
            &["log", "list"],
            &["show", "1"],
            &["user", "list", "--format", "csv"],
            &["store", "check"],
            &["log", "verify"],
            &["report"],
        ];
        let told = desk.run(lines[usize::from(first >> 3) % lines.len()], b"");
        assert!(matches!(told.code, 0 | 3 | 4 | 6 | 7), "{} {}", told.code, told.err);
        assert!(!told.err.chars().any(|c| c != '\n' && c.is_control()), "a control character came through");
    });
}
