//! A store whose bytes are not what they were: the right answer, or none, and never a yes to what is dead.

use std::fs::{self, File};
use std::io::Write as _;
use std::process::Stdio;

use tokctl::domain::digest::Digest;

use super::bench::{Bench, CREATE, Random, Run, TOKCTL, times};
use super::ledger::opened;

/// A store with secrets of every fate.
struct Whole {
    bench: Bench,
    alive: Vec<u8>,
    /// Replaced, revoked, suspended, and of a user who was blocked.
    dead: Vec<Vec<u8>>,
    database: Vec<u8>,
    log: Vec<u8>,
    /// The index of the log, which its readers share.
    index: Vec<u8>,
}

impl Whole {
    /// Makes one; all lies in the database, but for what was made last, which lies in the log.
    fn new() -> Self {
        let bench = Bench::founded();
        let run = |line: &str| bench.run(&line.split(' ').collect::<Vec<_>>()).must_be(0).out.clone();
        run("user add bob");
        let create = "create deploy --scope read_registry";
        let [alive, replaced, revoked, suspended] = [create; 4].map(run);
        let of_bob = run("create personal --as bob -s api");
        run("rotate 2");
        run("suspend 4");
        run("user block bob");
        run("revoke 3 --yes");
        assert_eq!(fs::metadata(bench.store("-wal")).unwrap().len(), 0, "a revocation stayed in the log");
        run(create);
        let database = fs::read(bench.store("")).unwrap();
        let [log, index] = ["-wal", "-shm"].map(|ending| fs::read(bench.store(ending)).unwrap());
        Self { bench, alive, dead: vec![replaced, revoked, suspended, of_bob], database, log, index }
    }

    /// Returns a place in the row of a dead token, or in what the index of the digests has of it.
    fn row(&self, random: &mut Random) -> usize {
        let digest = Digest::of(self.dead[random.index(self.dead.len())].trim_ascii());
        let windows = || self.database.windows(32).enumerate().filter(|(_, window)| *window == digest.as_bytes());
        let at = windows().nth(random.index(windows().count())).unwrap().0;
        at + random.index(110) - 60
    }

    /// Puts both files back as they were or are to be, with the index of the log taken away.
    fn lay_out(&self, database: &[u8], log: &[u8]) {
        super::tally::faults(1);
        for (ending, bytes) in [("", database), ("-wal", log)] {
            fs::write(self.bench.store(ending), bytes).unwrap();
        }
        fs::remove_file(self.bench.store("-shm")).ok();
    }

    /// Runs tokctl, and kills it where it hangs, which no test takes for an end.
    fn patient(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut timeout = self.bench.program("timeout");
        let mut child =
            timeout.args(["-s", "KILL", "60", TOKCTL]).args(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // Whoever reads no input may be gone already.
        child.stdin.take().unwrap().write_all(input).ok();
        Run::of(child.wait_with_output().unwrap())
    }

    /// Asserts that what is dead is denied, or not judged.
    fn must_stay_dead(&self, story: &str) {
        for secret in &self.dead {
            let run = self.patient(&["verify"], secret);
            assert!(run.out.is_empty() && matches!(run.code, Some(1 | 7)), "{story}: {}", run.told());
        }
    }
}

/// Damages bytes, anywhere or a few at a place, and says how.
fn damage(bytes: &mut Vec<u8>, near: Option<usize>, random: &mut Random) -> String {
    const PAGE: usize = 4096;
    let length = bytes.len();
    let pages = length / PAGE;
    let at = near.unwrap_or_else(|| random.index(length));
    let until = (at + 1 + random.index(if near.is_some() { 4 } else { 600 })).min(length);
    let page = |number: usize| number * PAGE..(number + 1) * PAGE;
    match random.below(if near.is_some() { 3 } else { 10 }) {
        0 => bytes[at] ^= 1 << random.below(8),
        // Small numbers are what the engine marks types and lengths with.
        1 if near.is_some() => bytes[at] = u8::try_from(random.below(16)).unwrap(),
        1 => bytes[at..until].fill(u8::try_from(random.below(256)).unwrap()),
        2 => bytes[at..until].fill_with(|| u8::try_from(random.below(256)).unwrap()),
        3 if pages > 1 => {
            let [one, other] = [random.index(pages), random.index(pages)];
            let kept = bytes[page(one)].to_vec();
            bytes.copy_within(page(other), page(one).start);
            bytes[page(other)].copy_from_slice(&kept);
        }
        4 if pages > 0 => {
            let number = random.index(pages);
            bytes[page(number)].fill(0);
        }
        5 if pages > 1 => {
            let [from, to] = [random.index(pages), random.index(pages)];
            bytes.copy_within(page(from), to * PAGE);
        }
        6 => bytes.truncate(at),
        7 => bytes.truncate(at / PAGE * PAGE),
        8 => bytes.extend_from_within(at..until),
        _ => bytes[random.index(100.min(length))] ^= u8::try_from(1 + random.below(255)).unwrap(),
    }
    format!("at {at} until {until} of {length}")
}

/// Asserts that a command did what it says or said that it could not.
fn must_be_clear(run: &Run, story: &str) {
    assert!(matches!(run.code, Some(0..=10)), "{story}: {}", run.told());
    assert!(run.code == Some(0) || !run.err.is_empty(), "{story}: {}", run.told());
}

#[test]
fn whatever_is_damaged_the_dead_stay_dead_and_nothing_panics() {
    let whole = Whole::new();
    let mut random = Random::new(5);
    let (mut right, mut none) = (0, 0);
    for number in 0..times(100) {
        let (mut database, mut log) = (whole.database.clone(), whole.log.clone());
        // Now anywhere, now in the log, now where it hurts: in the row of a token that is dead.
        let how = match number % 4 {
            0 => damage(&mut log, None, &mut random),
            1 | 2 => damage(&mut database, None, &mut random),
            _ => {
                let near = whole.row(&mut random);
                damage(&mut database, Some(near), &mut random)
            }
        };
        whole.lay_out(&database, &log);
        let story = format!("seed {}, damage {number}, {how}", random.seed);
        whole.must_stay_dead(&story);
        let run = whole.patient(&["verify"], &whole.alive);
        assert!(run.out.is_empty() && matches!(run.code, Some(0 | 1 | 7)), "{story}: {}", run.told());
        right += usize::from(run.code == Some(0));
        none += usize::from(run.code == Some(7));
        let others: [&[&str]; 12] = [
            &["store", "check"],
            &["log", "verify"],
            &["audit", "--json"],
            &["store", "backup", "b.db"],
            &["store", "compact"],
            &["list", "--all"],
            &["log", "list"],
            &["show", "2"],
            &CREATE,
            &["revoke", "1", "--yes"],
            &["user", "list"],
            &["rotate", "1"],
        ];
        must_be_clear(&whole.patient(others[number % others.len()], b""), &story);
    }
    assert!(right > 10 && none > 2, "seed {}: {right} answers, {none} refusals", random.seed);
}

/// Whoever opens the store first makes the index anew; while somebody has it open, the others take it as it is.
#[test]
fn an_index_of_the_log_that_is_damaged_while_somebody_reads_revives_nobody() {
    let whole = Whole::new();
    let mut random = Random::new(15);
    for number in 0..times(30) {
        whole.lay_out(&whole.database, &whole.log);
        fs::write(whole.bench.store("-shm"), &whole.index).unwrap();
        super::bench::set_mode(&whole.bench.store("-shm"), 0o600);
        let reader = opened(&whole.bench);
        let mut index = fs::read(whole.bench.store("-shm")).unwrap();
        let length = index.len();
        let how = damage(&mut index, None, &mut random);
        // As long as it is mapped it must not become shorter: whoever reads behind its end is killed by the kernel.
        index.resize(length, 0);
        File::options().write(true).open(whole.bench.store("-shm")).unwrap().write_all(&index).unwrap();
        let story = format!("seed {}, index {number}, {how}", random.seed);
        whole.must_stay_dead(&story);
        let others: [&[&str]; 3] = [&["list", "--all"], &["log", "list"], &["revoke", "1", "--yes"]];
        must_be_clear(&whole.patient(others[number % others.len()], b""), &story);
        drop(reader);
        whole.must_stay_dead(&story);
    }
}

/// A row says of each of its columns in one byte how long it is and what of; the engine does not notice every lie.
#[test]
fn no_single_byte_of_a_row_revives_who_is_dead() {
    let whole = Whole::new();
    let mut random = Random::new(14);
    for number in 0..times(150) {
        let mut database = whole.database.clone();
        let at = if number.is_multiple_of(5) {
            // The row of the blocked user, whose name stands in it twice.
            let name = database.windows(6).position(|window| window == b"bobbob").unwrap();
            name - 12 + random.index(24)
        } else {
            whole.row(&mut random)
        };
        let byte = [0, 1, 8, 9, database[at] ^ 1, database[at] ^ 4][random.index(6)];
        database[at] = byte;
        whole.lay_out(&database, &whole.log);
        whole.must_stay_dead(&format!("seed {}: {byte} at {at}", random.seed));
    }
}

#[test]
fn an_index_that_leads_elsewhere_gives_a_dead_secret_no_living_token() {
    let whole = Whole::new();
    // As if the index had not been kept when a row was written.
    let index = "SELECT rootpage, sql FROM sqlite_schema WHERE name = 'tokens_digest'";
    let connection = opened(&whole.bench);
    let (page, sql): (i64, String) = connection.query_row(index, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let unguarded = "PRAGMA writable_schema = ON";
    connection.execute_batch(unguarded).unwrap();
    connection.execute_batch("DELETE FROM sqlite_schema WHERE name = 'tokens_digest'").unwrap();
    let connection = opened(&whole.bench);
    let other = "UPDATE tokens SET digest = randomblob(32), revoked_at = NULL, revoked_by = NULL WHERE id = 3";
    connection.execute_batch(&format!("{other}; {unguarded}")).unwrap();
    let back = "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) \
                VALUES ('index', 'tokens_digest', 'tokens', ?1, ?2)";
    connection.execute(back, (page, sql)).unwrap();
    drop(connection);
    whole.bench.verify(&whole.dead[1]).must_be(7).must_say(&["the store is damaged", "leads to another token"]);
    whole.bench.verify(&whole.alive).must_be(0);
}

#[test]
fn a_stop_that_was_over_before_it_began_is_no_stop_that_is_over() {
    let whole = Whole::new();
    opened(&whole.bench).execute_batch("UPDATE tokens SET suspended_until = 0 WHERE id = 4").unwrap();
    let run = whole.bench.verify(&whole.dead[2]);
    run.must_be(7).must_say(&["does not understand"]);
    whole.bench.verify(&whole.alive).must_be(0);
}

/// Whoever tidies up, or copies one file of the three, loses what was made last, and nothing comes back.
#[test]
fn a_log_that_is_gone_brings_nothing_back_that_was_taken_away() {
    let bench = Bench::founded();
    let run = |line: &str| bench.run(&line.split(' ').collect::<Vec<_>>()).must_be(0).out.clone();
    let lose_the_log = || ["-wal", "-shm"].map(|ending| fs::remove_file(bench.store(ending)).unwrap());
    run("user add bob");
    let deploy = run("create deploy --scope read_registry");
    let suspended = run("create deploy --scope read_registry");
    let personal = run("create personal --as bob -s api");
    let job = run("job start -q");
    for (line, secret) in
        [("revoke 1 --yes", deploy), ("suspend 2", suspended), ("user block bob", personal), ("job end 1", job)]
    {
        bench.verify(&secret).must_be(0);
        run(line);
        lose_the_log();
        bench.verify(&secret).must_be(1);
    }
    super::ledger::must_be_sound(&bench, "without its log");
}
