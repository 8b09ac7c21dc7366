//! The report for a terminal, and plain where there is none.

use std::io::{self, Write};

use super::chart::{bar, number};
use super::sections::{Section, sections};
use crate::ops::report::Report;
use crate::render::wrap::{Breaks, wrapped};
use crate::render::{Column, Page, Sheet, Value, Writer, escape, paint};

/// How long the longest bar is.
const BAR: u64 = 24;

/// The sheets of what is drawn: the column of the bars, which have no heading, stands behind the numbers.
const MONTHS: Sheet = Sheet {
    name: "months",
    columns: &[
        Column::text("month", "MONTH"),
        Column::number("ends", "ENDS"),
        Column::text("bar", ""),
        Column::text("days", "1...5....10...15...20...25...30"),
    ],
};
const AGES: Sheet = Sheet {
    name: "ages",
    columns: &[Column::text("made", "MADE"), Column::number("live", "LIVE"), Column::text("bar", "")],
};
const USES: Sheet = Sheet {
    name: "uses",
    columns: &[Column::text("used", "LAST USED"), Column::number("live", "LIVE"), Column::text("bar", "")],
};

/// Writes a report, section by section.
///
/// # Errors
/// Whatever the stream reports.
pub fn write(page: &Page, report: &Report, what: &str, out: &mut dyn Write) -> io::Result<()> {
    let head = super::head(report, what);
    let head = escape::line(&head);
    match page.terminal {
        Some(width) => writeln!(out, "{}", wrapped(&head, usize::from(width), Breaks::Words))?,
        None => writeln!(out, "{head}")?,
    }
    writeln!(out, "store: {}", escape::line(&report.store))?;
    for section in sections(report) {
        let title = section.title;
        if page.colour {
            writeln!(out, "\n{}", paint::heading().apply_to(title))?;
        } else {
            writeln!(out, "\n{title}")?;
        }
        table(page, section, out)?;
    }
    out.flush()
}

fn table(page: &Page, section: Section<'_>, out: &mut dyn Write) -> io::Result<()> {
    let drawn = [&MONTHS, &AGES, &USES].into_iter().find(|sheet| sheet.name == section.sheet.name);
    let largest = |at: usize| section.rows.iter().map(|row| number(row.get(at))).max().unwrap_or_default();
    let drawing = drawn.zip(section.bars).map(|(sheet, at)| (sheet, at, largest(at)));
    let mut writer = Writer::new(page, drawing.map_or(section.sheet, |(sheet, ..)| sheet), out);
    for mut row in section.rows {
        if let Some((_, at, largest)) = drawing {
            let drawn = bar(number(row.get(at)), largest, BAR, page.terminal.is_some());
            row.insert(at + 1, Value::from(Some(drawn).filter(|bar| !bar.is_empty())));
        }
        writer.row(&row)?;
    }
    if writer.finish()? == 0 {
        writeln!(out, "{}", section.none)?;
    }
    match section.note {
        Some(note) => writeln!(out, "({note})"),
        None => Ok(()),
    }
}
