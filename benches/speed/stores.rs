//! Stores of any size, filled from fixed seeds past the program: what they hold is made up, how it lies there is not.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, params};

use super::tools::Call;

/// The program under test.
pub(super) const TOKCTL: &str = env!("CARGO_BIN_EXE_tokctl");

/// What all parts of a run share: where its stores lie, and how large the largest is.
pub(super) struct Bench {
    directory: tempfile::TempDir,
    pub(super) rows: u32,
}

/// A store with one token whose secret is known.
#[derive(Clone)]
pub(super) struct Store {
    pub(super) database: PathBuf,
    /// The file that holds the secret.
    pub(super) secret: PathBuf,
}

impl Bench {
    pub(super) fn new() -> Result<Self> {
        let rows = std::env::var("TOKCTL_BENCH_ROWS").ok();
        let rows = rows.map(|rows| rows.parse()).transpose()?.unwrap_or(1_000_000);
        Ok(Self { directory: tempfile::tempdir()?, rows })
    }

    /// Returns the store of a size, which is filled at its first use.
    pub(super) fn store(&self, rows: u32) -> Result<Store> {
        let directory = self.directory.path().join(rows.to_string());
        let store = Store { database: directory.join("store.db"), secret: directory.join("secret") };
        if !directory.exists() {
            DirBuilder::new().mode(0o700).create(&directory)?;
            let status = Command::new(TOKCTL)
                .args(store.with(&["create", "deploy", "--scope", "read_registry", "--quiet"]))
                .stdout(File::create(&store.secret)?)
                .status()?;
            ensure!(status.success(), "the store could not be made");
            fill(&store.connect()?, rows)?;
        }
        Ok(store)
    }

    /// Returns a copy of the store of a size, for one contender alone.
    pub(super) fn copy(&self, rows: u32, name: &str) -> Result<Store> {
        let original = self.store(rows)?;
        let directory = self.directory.path().join(format!("{rows}-{name}"));
        DirBuilder::new().mode(0o700).create(&directory)?;
        let copy = Store { database: directory.join("store.db"), ..original.clone() };
        fs::copy(&original.database, &copy.database)?;
        Ok(copy)
    }
}

impl Store {
    /// Returns a command line with the store's path put in.
    pub(super) fn with(&self, words: &[&str]) -> Vec<OsString> {
        let store = [OsString::from("--store"), self.database.clone().into()];
        // The command comes first: only then is it the one that is declared.
        words[..1].iter().map(Into::into).chain(store).chain(words[1..].iter().map(Into::into)).collect()
    }

    /// Returns a call of the program on this store.
    pub(super) fn call(&self, words: &[&str]) -> Call {
        Call::new([OsString::from(TOKCTL)].into_iter().chain(self.with(words)))
    }

    /// Returns a call of the engine's own shell on this store.
    pub(super) fn shell(&self, words: &[&str]) -> Call {
        let (options, sql) = words.split_at(words.len() - 1);
        let options = options.iter().map(OsString::from);
        Call::new(
            [OsString::from("sqlite3")].into_iter().chain(options).chain([self.database.clone().into(), sql[0].into()]),
        )
    }

    /// Returns a call of the program that verifies the known secret.
    pub(super) fn verify(&self) -> Call {
        self.call(&["verify", "--quiet"]).reading(&self.secret)
    }

    /// Verifies the known secret, so that the next ten minutes have nothing to note.
    pub(super) fn note_use(&self) -> Result<()> {
        ensure!(self.verify().command()?.status()?.success(), "the secret is not allowed");
        Ok(())
    }

    /// Takes back the use of the known secret that was noted.
    pub(super) fn forget_use(&self) -> Result<()> {
        self.connect()?.execute("UPDATE tokens SET used_at = NULL WHERE id = 1", [])?;
        Ok(())
    }

    /// Opens the store past the program, without its checkpoints.
    fn connect(&self) -> Result<Connection> {
        let connection = Connection::open(&self.database)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.execute_batch("PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = OFF;")?;
        Ok(connection)
    }

    /// Returns how long the engine's log is, in pages.
    fn log_pages(&self) -> u64 {
        let mut log = self.database.clone().into_os_string();
        log.push("-wal");
        fs::metadata(Path::new(&log)).map_or(0, |log| log.len() / (4096 + 24))
    }

    /// Makes the engine's log so many pages long, or empty.
    pub(super) fn make_log(&self, pages: u64) -> Result<()> {
        let connection = self.connect()?;
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        let mut id = 2;
        while self.log_pages() < pages {
            connection.execute("UPDATE tokens SET uses = uses + 1 WHERE id = ?1", [id])?;
            id += 7;
        }
        Ok(())
    }

    /// Adds so many records of the bot whose token has a name: issues of its project.
    pub(super) fn fill_records(&self, token: &str, rows: u32) -> Result<()> {
        let connection = self.connect()?;
        connection.execute(
            "WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < ?2) \
             INSERT INTO records (kind, project_id, reference, title, author_id, created_at) \
             SELECT 1, tokens.project_id, '#' || number, 'about the number ' || number, tokens.user_id, 1700000000 \
             FROM numbers JOIN tokens ON tokens.name = ?1",
            params![token, rows],
        )?;
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Returns how many bytes of the database there are to one token.
    pub(super) fn bytes_per_token(&self, rows: u32) -> Result<u64> {
        Ok(fs::metadata(&self.database)?.len() / u64::from(rows))
    }
}

/// Fills a store up to so many tokens: deploy tokens of its one project, every tenth expired.
fn fill(connection: &Connection, rows: u32) -> Result<()> {
    connection.execute_batch("PRAGMA cache_size = -400000; BEGIN")?;
    let mut noise = Noise::new(u64::from(rows));
    let mut insert = connection.prepare(
        "INSERT INTO tokens (id, kind, name, digest, scopes, project_id, created_at, created_by, expires_at) \
         VALUES (?1, 5, 'deploy-token-' || ?1, ?2, 32, 1, 1700000000 + ?1, 1, ?3)",
    )?;
    for id in 2..=rows {
        let digest: Vec<u8> = (0..4).flat_map(|_| noise.next().to_le_bytes()).collect();
        let end = if id % 10 == 0 { 1_700_000_000 + id % 10_000_000 } else { 4_000_000_000 };
        insert.execute(params![id, digest, end])?;
    }
    drop(insert);
    connection.execute_batch("COMMIT")?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Numbers without a pattern, the same at every run: `SplitMix64` (Steele, Lea, Flood 2014).
pub(super) struct Noise(u64);

impl Noise {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below a bound.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap_or_default()
    }
}
