//! Gathers what is written into larger pieces.

use std::io::{self, Write};

/// The bytes gathered before they are written.
pub(super) const PIECE: usize = 32 * 1024;

/// Writes in pieces. Dropped, it forgets what it still holds: a short listing that fails halfway leaves no half of itself
/// behind, as a `BufWriter` would.
pub(super) struct Pieces<'w> {
    out: &'w mut dyn Write,
    held: Vec<u8>,
}

impl<'w> Pieces<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, held: Vec::with_capacity(PIECE) }
    }

    /// Adds text, and writes once a piece is full.
    pub(super) fn push(&mut self, text: &str) -> io::Result<()> {
        self.held.extend_from_slice(text.as_bytes());
        if self.held.len() < PIECE {
            return Ok(());
        }
        self.out.write_all(&self.held)?;
        self.held.clear();
        Ok(())
    }

    /// Writes what is left.
    pub(super) fn finish(self) -> io::Result<()> {
        self.out.write_all(&self.held)?;
        self.out.flush()
    }
}
