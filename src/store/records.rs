//! Records: their rows, and which of them are meant.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Row, params, params_from_iter};

use super::events::{instant, understood};
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::{ProjectId, RecordId, UserId};
use crate::domain::record::{Record, RecordKind};
use crate::domain::time::Timestamp;

/// A record with the names of what its numbers stand for.
#[derive(Clone, Debug)]
pub struct Filed {
    /// The record.
    pub record: Record,
    /// The path of its project.
    pub path: Option<String>,
    /// The username of its author.
    pub author: String,
    /// The username of its last editor.
    pub editor: Option<String>,
    /// The username of whoever is to see to it.
    pub assignee: Option<String>,
    /// The username of the departed who had authored what is the Ghost User's now.
    pub former_author: Option<String>,
}

/// A record to be.
#[derive(Clone, Debug)]
pub struct NewRecord<'a> {
    /// What it is.
    pub kind: RecordKind,
    /// Where it is; `None`: a personal snippet.
    pub project: Option<ProjectId>,
    /// What it is referred to by; `None`: its kind's mark and its number.
    pub reference: Option<&'a str>,
    /// What it says of itself.
    pub title: &'a str,
    /// Who authored it.
    pub author: UserId,
    /// Who edited it last.
    pub editor: Option<UserId>,
    /// Who is to see to it.
    pub assignee: Option<UserId>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Says which records are meant. `None` leaves nothing out.
#[derive(Clone, Debug, Default)]
pub struct RecordSelection {
    /// Of this kind.
    pub kind: Option<RecordKind>,
    /// In this project.
    pub project: Option<ProjectId>,
    /// By this author.
    pub author: Option<UserId>,
    /// Once by a departed user of this name.
    pub formerly_by: Option<String>,
}

const FILED: &str = "SELECT records.id, records.kind, records.project_id, records.reference, records.title, \
    records.author_id, records.editor_id, records.assignee_id, records.former_author_id, records.created_at, \
    projects.path, author.username, editor.username, assignee.username, \
    (SELECT name FROM departed WHERE what = 'user' AND id = records.former_author_id) FROM records \
    JOIN users AS author ON author.id = records.author_id \
    LEFT JOIN users AS editor ON editor.id = records.editor_id \
    LEFT JOIN users AS assignee ON assignee.id = records.assignee_id \
    LEFT JOIN projects ON projects.id = records.project_id";

fn filed(row: &Row<'_>) -> rusqlite::Result<Filed> {
    let user = |column| row.get::<_, Option<i64>>(column).map(|id| id.map(UserId));
    Ok(Filed {
        record: Record {
            id: RecordId(row.get(0)?),
            kind: understood(1, RecordKind::from_number(row.get(1)?))?,
            project: row.get::<_, Option<i64>>(2)?.map(ProjectId),
            reference: row.get(3)?,
            title: row.get(4)?,
            author: UserId(row.get(5)?),
            editor: user(6)?,
            assignee: user(7)?,
            former_author: user(8)?,
            created_at: instant(row, 9)?,
        },
        path: row.get(10)?,
        author: row.get(11)?,
        editor: row.get(12)?,
        assignee: row.get(13)?,
        former_author: row.get(14)?,
    })
}

impl RecordSelection {
    fn conditions(&self) -> (String, Vec<Value>) {
        let (mut sql, mut bound) = (Vec::new(), Vec::new());
        let numbers = [
            ("records.kind", self.kind.map(|kind| kind as i64)),
            ("records.project_id", self.project.map(|id| id.0)),
            ("records.author_id", self.author.map(|id| id.0)),
        ];
        for (column, number) in numbers {
            if let Some(number) = number {
                sql.push(format!("{column} = ?"));
                bound.push(Value::Integer(number));
            }
        }
        if let Some(name) = &self.formerly_by {
            sql.push("records.former_author_id IN (SELECT id FROM departed WHERE what = 'user' AND name = ?)".into());
            bound.push(Value::Text(name.clone()));
        }
        let conditions = sql.join(" AND ");
        (if conditions.is_empty() { conditions } else { format!("WHERE {conditions}") }, bound)
    }
}

impl Reading<'_> {
    /// Hands the records that are meant to `visit`, oldest first.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn records(&self, selection: &RecordSelection, mut visit: impl FnMut(Filed) -> Result<()>) -> Result<()> {
        let (clause, bound) = selection.conditions();
        let mut statement = self.connection.prepare(&format!("{FILED} {clause} ORDER BY records.id"))?;
        let mut rows = statement.query(params_from_iter(bound))?;
        while let Some(row) = rows.next()? {
            visit(filed(row)?)?;
        }
        Ok(())
    }

    /// Finds a record by its number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn record(&self, id: RecordId) -> Result<Option<Filed>> {
        Ok(self.connection.query_row(&format!("{FILED} WHERE records.id = ?1"), [id.0], filed).optional()?)
    }
}

impl Writing<'_> {
    /// Adds a record.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_record(&self, new: &NewRecord<'_>) -> Result<RecordId> {
        let sql = "INSERT INTO records \
                   (kind, project_id, reference, title, author_id, editor_id, assignee_id, created_at) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        self.connection.prepare_cached(sql)?.execute(params![
            new.kind as u8,
            new.project.map(|id| id.0),
            new.reference.unwrap_or_default(),
            new.title,
            new.author.0,
            new.editor.map(|id| id.0),
            new.assignee.map(|id| id.0),
            new.created_at.seconds(),
        ])?;
        let id = RecordId(self.connection.last_insert_rowid());
        if new.reference.is_none() {
            let sql = "UPDATE records SET reference = ?1 WHERE id = ?2";
            self.connection.prepare_cached(sql)?.execute(params![new.kind.reference(id), id.0])?;
        }
        Ok(id)
    }
}
