//! Room on the disk, kept for the one change that must never wait for it: a revocation on a full disk.
//!
//! Whoever frees or makes the reserve holds the writers' lock.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::MetadataExt;

use nix::unistd::Uid;

use super::guard::{check_file, look};
use super::place::Place;
use super::private;
use crate::domain::error::Result;

/// The size of the reserve in bytes: the pages of a revocation with all that hangs on it, several times over.
pub const SIZE: u64 = 256 * 1024;

/// Makes the reserve, or makes it whole: every block written and on the disk. It is gone again if there is no room.
///
/// # Errors
/// [`Code::Store`](crate::domain::error::Code::Store) if the disk is full or the file cannot be used.
pub fn make(place: &Place) -> Result<()> {
    if is_there(place)? {
        return Ok(());
    }
    let path = place.reserve();
    let file = private::open(&path)?;
    fill(&file).map_err(|error| {
        // Half a reserve would hold the room that others need now; that it stays is no second error.
        let _ = fs::remove_file(&path);
        private::fault("write", &path, &error)
    })
}

/// Gives the room back to the disk; says whether there was any.
///
/// # Errors
/// [`Code::Store`](crate::domain::error::Code::Store) if the file cannot be removed.
pub fn free(place: &Place) -> Result<bool> {
    let path = place.reserve();
    match fs::remove_file(&path) {
        Ok(()) => {
            // Journalling file systems give blocks out again only once the removal is written. Where that fails, the
            // write that needs them says so.
            let _ = File::open(place.directory()).and_then(|directory| directory.sync_all());
            Ok(true)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(private::fault("remove", &path, &error)),
    }
}

/// Says whether the reserve is there in full size, with blocks behind every byte.
///
/// # Errors
/// [`Code::Store`](crate::domain::error::Code::Store) if what lies there is not ours or cannot be looked at.
pub fn is_there(place: &Place) -> Result<bool> {
    let path = place.reserve();
    let Some(found) = look(&path)? else { return Ok(false) };
    check_file(&path, &found, Uid::effective())?;
    Ok(found.size() >= SIZE && found.blocks() * 512 >= SIZE)
}

/// Fills the file with bytes that do not compress: some file systems keep no blocks for zeros.
fn fill(mut file: &File) -> std::io::Result<()> {
    let mut state = 0_u64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        // SplitMix64 (Steele, Lea, Flood 2014): no secret, just no pattern.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)).to_le_bytes()
    })
    .flatten()
    .take(usize::try_from(SIZE).unwrap_or_default())
    .collect();
    file.write_all(&noise)?;
    file.set_len(SIZE)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;
    use crate::domain::error::Code;
    use crate::store::place::Origin;

    fn place(directory: &tempfile::TempDir) -> Place {
        Place::new(&directory.path().join("store.db"), Origin::Option).unwrap()
    }

    #[test]
    fn the_reserve_is_made_freed_and_made_again() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        assert!(!is_there(&place).unwrap());
        assert!(!free(&place).unwrap());
        for _ in 0..2 {
            make(&place).unwrap();
            make(&place).unwrap();
            assert!(is_there(&place).unwrap());
            let made = fs::metadata(place.reserve()).unwrap();
            assert_eq!((made.size(), made.permissions().mode() & 0o7777), (SIZE, 0o600));
            assert!(made.blocks() * 512 >= SIZE);
            assert!(free(&place).unwrap());
            assert!(!place.reserve().exists());
        }
    }

    #[test]
    fn a_reserve_without_blocks_or_too_short_is_none_and_is_made_whole() {
        for length in [0, 4096, SIZE, 2 * SIZE] {
            let directory = tempfile::tempdir().unwrap();
            let place = place(&directory);
            private::open(&place.reserve()).unwrap().set_len(length).unwrap();
            assert!(!is_there(&place).unwrap(), "a hole of {length} bytes");
            make(&place).unwrap();
            assert!(is_there(&place).unwrap());
            assert_eq!(fs::metadata(place.reserve()).unwrap().size(), SIZE);
        }
    }

    #[test]
    fn what_others_planted_is_neither_written_nor_taken_for_the_reserve() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        let elsewhere = directory.path().join("elsewhere");
        fs::write(&elsewhere, "untouched").unwrap();
        symlink(&elsewhere, place.reserve()).unwrap();
        assert_eq!(is_there(&place).unwrap_err().code, Code::Store);
        assert_eq!(make(&place).unwrap_err().code, Code::Store);
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "untouched");
        fs::remove_file(place.reserve()).unwrap();
        fs::create_dir(place.reserve()).unwrap();
        assert_eq!(make(&place).unwrap_err().code, Code::Store);
        assert_eq!(free(&place).unwrap_err().code, Code::Store);
    }

    /// No test by itself, and nothing without the variable: the process without room in the test below.
    #[test]
    fn other_process() {
        let Some(store) = crate::testing::named_store() else { return };
        let error = make(&Place::new(store.as_ref(), Origin::Option).unwrap()).unwrap_err();
        assert_eq!(error.code, Code::Store);
    }

    #[test]
    fn where_there_is_no_room_no_half_reserve_stays() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        // A bound on the size of files fails like a full disk does: in the middle of a write.
        let other = std::process::Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\""])
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "store::reserve::tests::other_process"])
            .env("TOKCTL_TEST_STORE", place.database())
            .output()
            .unwrap();
        assert!(other.status.success(), "{}", String::from_utf8_lossy(&other.stdout));
        assert!(!place.reserve().exists());
    }
}
