//! The report as one page of HTML that stands by itself: nothing is loaded from elsewhere, and the page forbids it.
//!
//! Names have been typed by anybody. Every text goes through [`escape::html`], every one that is not ours stands in a
//! `bdi`, so that its direction is its own. Sorting is a few lines of script; all else is there without it.

use std::io::{self, Write};

use super::chart::number;
use super::sections::{Section, sections};
use super::{head, month};
use crate::domain::digest::Digest;
use crate::domain::ssh_key::fingerprint;
use crate::ops::report::Report;
use crate::render::sheet::Align;
use crate::render::value::{self, Value};
use crate::render::{Sheet, escape, tokens};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// What the head of each page has, by which a report is known again.
pub const MARK: &str = "<meta name=\"generator\" content=\"tokctl ";

/// The columns of the list of tokens.
const LISTED: [&str; 10] =
    ["id", "kind", "name", "state", "where", "scopes", "expires_at", "used_at", "created_at", "created_by"];

/// The columns of what anybody may have typed.
const TYPED: [&str; 4] = ["name", "where", "created_by", "detail"];

/// Writes a report as a page.
///
/// # Errors
/// Whatever the stream reports.
pub fn write(report: &Report, what: &str, version: &str, out: &mut dyn Write) -> io::Result<()> {
    let title = format!("Tokens on {}", report.now.date());
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy())?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(
        out,
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">"
    )?;
    writeln!(out, "{MARK}{}\">", escape::html(version))?;
    writeln!(out, "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>")?;
    writeln!(out, "<header><h1>{title}</h1>\n<p>{}</p>", escape::html(&head(report, what)))?;
    writeln!(out, "<p class=\"faint typed\">Store: <bdi>{}</bdi></p></header>\n<main>", escape::html(&report.store))?;
    for section in sections(report) {
        draw(report, &section, out)?;
    }
    listed(report, out)?;
    writeln!(
        out,
        "</main>\n<footer><p>Made by tokctl {}. It holds no secret, and loads nothing.</p></footer>",
        escape::html(version)
    )?;
    writeln!(out, "<script>{SCRIPT}</script>\n</body>\n</html>")?;
    out.flush()
}

/// Returns what the page may do: show its own style, run its own script, and nothing else.
fn policy() -> String {
    // OpenSSH's fingerprint is the same digest in the same base64, without the sign that pads it.
    let hash = |text: &str| fingerprint(&Digest::of(text.as_bytes())).replacen("SHA256:", "'sha256-", 1) + "='";
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

fn draw(report: &Report, section: &Section<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Section { title, sheet, rows, bars, none, note } = section;
    writeln!(out, "<section id=\"{}\"><h2>{title}</h2>", sheet.name)?;
    let has_numbers = bars.is_none_or(|at| rows.iter().any(|row| number(row.get(at)) > 0));
    if rows.is_empty() || !has_numbers {
        writeln!(out, "<p class=\"faint\">{none}</p>")?;
    } else if let Some(at) = *bars {
        chart(title, rows, at, out)?;
        if sheet.name == "months" {
            let months: String = report.ends.months.iter().map(month::table).collect();
            writeln!(out, "<div class=\"year\">{months}</div>")?;
        }
    } else {
        let columns: Vec<usize> = (0..sheet.columns.len()).collect();
        table(sheet, &columns, rows.iter(), out)?;
    }
    if let Some(note) = note {
        writeln!(out, "<p class=\"faint\">{}</p>", escape::html(note))?;
    }
    writeln!(out, "</section>")
}

/// Writes the live tokens that were kept, and how many more there are.
fn listed(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<section id=\"tokens\"><h2>Live tokens</h2>")?;
    let columns: Vec<usize> = LISTED.iter().filter_map(|key| tokens::SHEET.position(key)).collect();
    if report.tokens.is_empty() {
        writeln!(out, "<p class=\"faint\">no live token</p>")?;
    } else {
        let rows: Vec<_> = report.tokens.iter().map(tokens::row).collect();
        table(&tokens::SHEET, &columns, rows.iter(), out)?;
    }
    let more = report.live().saturating_sub(report.tokens.len() as u64);
    if more > 0 {
        writeln!(out, "<p class=\"faint\">{more} more are not listed here; <code>tokctl list</code> lists all.</p>")?;
    }
    writeln!(out, "</section>")
}

/// Writes a table whose headings sort it.
fn table<'r, 'v: 'r>(
    sheet: &Sheet,
    columns: &[usize],
    rows: impl Iterator<Item = &'r Vec<Value<'v>>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "<div class=\"wide\"><table class=\"sorts\"><thead><tr>")?;
    let class = |at: usize| if sheet.columns[at].align == Align::Right { " class=\"number\"" } else { "" };
    for at in columns {
        writeln!(out, "<th scope=\"col\"{}>{}</th>", class(*at), title(sheet.columns[*at].title))?;
    }
    writeln!(out, "</tr></thead><tbody>")?;
    let mut text = String::new();
    for row in rows {
        out.write_all(b"<tr>")?;
        for at in columns {
            let cell = value::at(row, *at);
            text.clear();
            value::write(&mut text, cell, None);
            let shown = escape::html(&text);
            match cell {
                Value::State(word) | Value::Stand { told: word, .. } => {
                    write!(out, "<td><span class=\"{}\">{shown}</span></td>", word.replace(' ', "-"))?;
                }
                Value::Instant(instant) => write!(out, "<td data-key=\"{}\">{shown}</td>", instant.seconds())?,
                Value::End(end) => {
                    let key = end.map_or(i64::MAX, crate::domain::time::Timestamp::seconds);
                    write!(out, "<td data-key=\"{key}\">{shown}</td>")?;
                }
                _ if TYPED.contains(&sheet.columns[*at].key) => {
                    write!(out, "<td class=\"typed\"><bdi>{shown}</bdi></td>")?;
                }
                _ => write!(out, "<td{}>{shown}</td>", class(*at))?,
            }
        }
        out.write_all(b"</tr>\n")?;
    }
    writeln!(out, "</tbody></table></div>")
}

/// Returns a heading as a page writes it: in small letters but for the first.
fn title(heading: &str) -> String {
    let small = heading.to_ascii_lowercase();
    if heading == "ID" { heading.to_owned() } else { small[..1].to_ascii_uppercase() + &small[1..] }
}

/// The sizes of a chart: how high a row is, where its bar begins, how long that is at most, and how wide all of it is.
const ROW: u64 = 22;
const LABEL: u64 = 150;
const BAR: u64 = 400;
const WIDTH: u64 = 620;

/// Writes bars as a picture that says its numbers too.
fn chart(title: &str, rows: &[Vec<Value<'_>>], at: usize, out: &mut dyn Write) -> io::Result<()> {
    let largest = rows.iter().map(|row| number(row.get(at))).max().unwrap_or_default().max(1);
    let height = ROW * rows.len() as u64;
    writeln!(
        out,
        "<svg role=\"img\" aria-label=\"{}\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\">",
        escape::html(title)
    )?;
    for (row, at_row) in rows.iter().zip(0..) {
        let top = at_row * ROW;
        let mut label = String::new();
        value::write(&mut label, value::at(row, 0), None);
        let count = number(row.get(at));
        let length = u64::try_from(u128::from(count) * u128::from(BAR) / u128::from(largest)).unwrap_or(BAR);
        let length = if count > 0 { length.max(2) } else { 0 };
        let (line, end) = (top + 15, LABEL + length + 8);
        writeln!(
            out,
            "<text x=\"{}\" y=\"{line}\" text-anchor=\"end\">{}</text> <rect x=\"{LABEL}\" y=\"{}\" width=\"{length}\" height=\"14\"/><text x=\"{end}\" y=\"{line}\">{count}</text>",
            LABEL - 10,
            escape::html(&label),
            top + 4,
        )?;
    }
    writeln!(out, "</svg>")
}
