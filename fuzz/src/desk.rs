//! A desk to run tokctl at, in this process: what its command line reads can be fuzzed without being made public.

use std::ffi::OsString;
use std::fs::File;
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tokctl::cli::world::Account;
use tokctl::cli::{self, Environment, World};
use tokctl::domain::expiry::parse_moment;

/// A home of its own, in memory where the machine has such a place.
pub struct Desk {
    home: TempDir,
}

/// What a command left.
pub struct Told {
    pub code: u8,
    pub out: Vec<u8>,
    pub err: String,
}

impl Desk {
    /// Makes an empty home.
    pub fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let home = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
        Self { home: home.expect("a temporary directory") }
    }

    /// Returns the path of the store, or with an ending that of a file beside it.
    pub fn store(&self, ending: &str) -> PathBuf {
        self.home.path().join(format!("store.db{ending}"))
    }

    fn file(&self, bytes: &[u8]) -> File {
        let mut file = tempfile::tempfile_in(self.home.path()).expect("a temporary file");
        file.write_all(bytes).expect("written");
        file.rewind().expect("rewound");
        file
    }

    /// Runs a command with a standard input.
    pub fn run(&self, arguments: &[&str], input: &[u8]) -> Told {
        let [stdin, stdout, stderr] = [input, b"", b""].map(|bytes| self.file(bytes));
        let now = parse_moment("2026-06-15T12:00:00Z").expect("an instant");
        let world = World {
            arguments: std::iter::once("tokctl").chain(arguments.iter().copied()).map(OsString::from).collect(),
            environment: Environment { data_directory: Some(self.home.path().to_owned()), ..Environment::default() },
            account: Account { uid: nix::unistd::Uid::current().as_raw(), login: "op".into(), host: "fuzz".into() },
            clock: &|| now,
            stdin,
            stdout: stdout.try_clone().expect("a stream"),
            stderr: stderr.try_clone().expect("a stream"),
        };
        let code = cli::run(&world);
        let read = |mut file: File| {
            let mut bytes = Vec::new();
            file.rewind().expect("rewound");
            file.read_to_end(&mut bytes).expect("read");
            bytes
        };
        Told { code, out: read(stdout), err: String::from_utf8(read(stderr)).expect("words that are text") }
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}
