//! What a damaged store still tells: its rows are asked, since an index that rotted says of what is there that it is not.

use std::collections::BTreeMap;

use rusqlite::params;

use super::{Reading, Writing, is_passing};
use crate::domain::error::{Error, Result};
use crate::domain::id::TokenId;

/// What of the tokens of a damaged store can be read.
#[derive(Debug, Default)]
pub struct Readable {
    /// Their numbers, by the bytes of their digests.
    pub numbers: BTreeMap<[u8; 32], TokenId>,
    /// Whether every row could be read.
    pub is_whole: bool,
}

/// The highest number that a damaged store is believed to have given; one beyond would leave none to give.
const HIGHEST: i64 = 1 << 48;

impl Reading<'_> {
    /// Reads the row of every token, from both ends as far as that can be done.
    ///
    /// # Errors
    /// Those of the store that tell nothing of what it holds.
    pub fn readable_tokens(&self) -> Result<Readable> {
        let mut readable = Readable::default();
        for order in ["id", "id DESC"] {
            match self.read_rows(order, &mut readable.numbers) {
                Err(error) if is_passing(&error) => return Err(error),
                read => readable.is_whole |= read.is_ok(),
            }
        }
        Ok(readable)
    }

    fn read_rows(&self, order: &str, numbers: &mut BTreeMap<[u8; 32], TokenId>) -> Result<()> {
        let sql = format!("SELECT id, digest FROM tokens NOT INDEXED ORDER BY {order}");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = TokenId(row.get(0)?);
            numbers.insert(row.get(1)?, id);
        }
        Ok(())
    }

    /// Returns the highest number that was given in a table, as its rows and the engine's own note tell.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) where neither can be read, or one may be the next time.
    pub fn highest_readable(&self, table: &str) -> Result<i64> {
        let sql = format!("SELECT coalesce(max(id), 0) FROM {table} NOT INDEXED");
        let row = self.connection.query_row(&sql, [], |row| row.get::<_, i64>(0)).map_err(Error::from);
        let told = [self.highest_number(table), row];
        if let Some(Err(error)) = told.iter().find(|told| told.as_ref().is_err_and(is_passing)) {
            return Err(error.clone());
        }
        let believed = |number: &i64| (0..HIGHEST).contains(number);
        let highest = told.iter().filter_map(|told| told.as_ref().ok()).copied().filter(believed).max();
        let [noted, _] = told;
        highest.map_or_else(|| noted.and(Err(Error::store("the store tells no number that it gave"))), Ok)
    }
}

impl Writing<'_> {
    /// Gives no number in a table that is not higher than this one.
    ///
    /// # Errors
    /// Those of the store.
    pub fn number_on_behind(&self, table: &str, highest: i64) -> Result<()> {
        let sql = "UPDATE sqlite_sequence SET seq = max(seq, ?1) WHERE name = ?2";
        if self.connection.execute(sql, params![highest, table])? == 0 && highest > 0 {
            let sql = "INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)";
            self.connection.execute(sql, params![table, highest])?;
        }
        Ok(())
    }
}
