//! `tokctl record import`: many records at once, from CSV or JSON Lines.

use std::path::PathBuf;

use super::desk::Desk;
use super::exit::Exit;
use super::rows::{Cells, Columns, Rows, Shape, Takes, quoted, wrong};
use super::source::Source;
use crate::domain::error::Result;
use crate::domain::expiry::parse_moment;
use crate::domain::progress::{Busy, Step};
use crate::domain::record::RecordKind;
use crate::ops::import::{Batch, Row};
use crate::ops::record::Draft;
use crate::render::Format;

/// The columns, as the file names them.
const COLUMNS: Columns<8> = Columns {
    names: [
        ("kind", Takes::Text),
        ("project", Takes::Text),
        ("reference", Takes::Text),
        ("title", Takes::Text),
        ("author", Takes::Text),
        ("editor", Takes::Text),
        ("assignee", Takes::Text),
        ("created_at", Takes::Text),
    ],
    all: true,
    others: |_| false,
};

/// How many rows lie between two looks at how far it went.
const STRIDE: u64 = 1_000;

/// The options of the import.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Import {
    /// The file; standard input where none is named, or for `-`
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// How it is written; else told by the end of its name, else by its first byte
    #[arg(long, value_name = "FORM", value_enum)]
    from: Option<Shape>,

    /// Read and check everything, and add nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// Imports, or says what would be.
pub(super) fn run(desk: &Desk<'_>, import: &Import) -> anyhow::Result<Exit> {
    let path = import.file.as_deref();
    let opening = Busy::begin(desk.watch(), "reading");
    let mut source = Source::open(desk, path)?;
    drop(opening);
    let shape = match import.from {
        Some(shape) => shape,
        None => Shape::of(path, &mut source)?,
    };
    let (name, length, meter) = (source.name.clone(), source.length, source.meter.clone());
    let mut count = 0;
    let mut rows = Rows::new(source, shape, &COLUMNS)?.map(|cells| {
        count += 1;
        if count % STRIDE == 0 {
            (desk.watch())(Step::Bytes("importing", meter.read(), length));
        }
        cells.and_then(row)
    });
    let authority = desk.authority()?;
    let mut batch = Batch { source: name.trim_matches('`'), rows: &mut rows };
    let imported =
        if import.dry_run { authority.rehearse_import(&mut batch) } else { authority.import_records(&mut batch) };
    desk.pass_on(&authority);
    let imported = imported?;
    let (done, total) = (if import.dry_run { "would import" } else { "imported" }, imported.total());
    desk.note(&format!("{done} {imported}"));
    if matches!(desk.globals.format(), Some(Format::Json | Format::Jsonl)) {
        desk.print(&format!("{{\"version\":1,\"imported\":{}}}\n", if import.dry_run { 0 } else { total }))?;
    }
    Ok(Exit::Done)
}

/// Makes a record of what stands in a row.
fn row(cells: Cells<8>) -> Result<Row> {
    let line = cells.line;
    let [kind, project, reference, title, author, editor, assignee, created_at] = cells.texts;
    let Some(kind) = kind else { return Err(wrong(line, "`kind` is empty")) };
    let kind = RecordKind::parse(&kind).ok_or_else(|| {
        let kinds = RecordKind::ALL.map(RecordKind::word).join(", ");
        wrong(line, &format!("{} is no kind of record", quoted(&kind))).hint(format!("the kinds are {kinds}"))
    })?;
    let title = title.ok_or_else(|| wrong(line, "`title` is empty"))?;
    let created_at = match created_at.as_deref().map(parse_moment).transpose() {
        Ok(at) => at,
        Err(error) => {
            let error_in_line = wrong(line, &error.what);
            return Err(crate::domain::error::Error { why: error.why, hint: error.hint, ..error_in_line });
        }
    };
    Ok(Row { line, draft: Draft { kind, project, author, editor, assignee, reference, title, created_at } })
}
