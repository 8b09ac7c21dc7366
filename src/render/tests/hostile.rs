//! Names that mean harm, or come from elsewhere.

use super::*;

/// What names are made of when somebody means harm, or lives elsewhere.
const HOSTILE: [&str; 22] = [
    "\u{1b}[2J\u{1b}]0;owned\u{7}",
    "two\nlines\r\nor three",
    "\u{202e}gpj.exe",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "'=1+1",
    "''=1+1",
    "\ttab",
    "\rreturn",
    "say \"hi\", twice",
    "a,b;c",
    "👩‍💻 👍🏽",
    "日本語のトークン",
    "שלום עולם",
    "nul\0nul",
    "\u{9b}31mC1\u{85}",
    "back\\slash \\u{1b}",
    "zero\u{200b}width\u{feff}",
    "\u{e0041}\u{2028}\u{2063}\u{2061}",
    "'); DROP TABLE tokens;--",
];

/// Yields the same numbers at every run.
fn numbers(mut seed: u64) -> impl Iterator<Item = u64> {
    std::iter::repeat_with(move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    })
}

/// Makes names of characters from the places where trouble lives.
fn random_names(count: usize) -> Vec<String> {
    let mut numbers = numbers(0x5eed);
    let mut next = |below: u64| u32::try_from(numbers.next().unwrap() % below).unwrap();
    let ranges =
        [(0, 0x80), (0x80, 0x20), (0x2000, 0x70), (0x20, 0x60), (0x4e00, 0x100), (0x1f300, 0x200), (0, 0x11_0000)];
    (0..count)
        .map(|_| {
            (0..next(20))
                .filter_map(|_| {
                    let (start, length) = ranges[next(7) as usize];
                    char::from_u32(start + next(length))
                })
                .collect()
        })
        .collect()
}

#[test]
fn hostile_names_read_back_from_json_and_csv_as_they_were() {
    let mut names = random_names(2000);
    names.extend(HOSTILE.map(str::to_owned));
    let rows: Vec<_> = names.iter().map(|name| row(1, name, "active", &[name], None)).collect();

    let json = text(&Page::new(Format::Json), &rows);
    assert_eq!(json.lines().count(), rows.len() + 2);
    let read: serde_json::Value = serde_json::from_str(&json).unwrap();
    for (object, name) in read["tokens"].as_array().unwrap().iter().zip(&names) {
        assert_eq!(object["name"], name.as_str());
        assert_eq!(object["scopes"][0], name.as_str());
    }

    let csv = text(&Page::new(Format::Csv), &rows);
    let mut reader = ::csv::Reader::from_reader(csv.as_bytes());
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), names.len());
    for (record, name) in records.iter().zip(&names) {
        let is_formula =
            name.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
        assert_eq!(record[1], format!("{}{name}", if is_formula { "'" } else { "" }));
    }
}

#[test]
fn no_terminal_is_given_anything_it_obeys() {
    let mut names = random_names(400);
    names.extend(HOSTILE.map(str::to_owned));
    let rows: Vec<_> = names.iter().map(|name| row(1, name, "active", &[name], None)).collect();
    for format in Format::ALL {
        for width in [None, Some(1), Some(40), Some(80), Some(200)] {
            if format == Format::Csv && width.is_none() {
                continue;
            }
            let page = Page { terminal: width, ..Page::new(format) };
            for line in text(&page, &rows).lines() {
                assert_eq!(escape::first_hidden(line), None, "{format:?} {width:?} {line:?}");
            }
        }
    }
}

#[test]
fn tables_keep_within_the_terminal_and_their_ids_whole() {
    let mut names = random_names(300);
    names.extend(HOSTILE.map(str::to_owned));
    let rows: Vec<_> =
        names.iter().map(|name| row(123_456, name, "suspended", &["read_registry"], Some(NOW))).collect();
    for width in [80, 100, 140] {
        for line in text(&terminal(width), &rows).lines() {
            assert!(console::measure_text_width(line) <= usize::from(width), "{width} {line:?}");
            assert_eq!(line, line.trim_end_matches(' '));
        }
        for whole in ["123456", "suspended", "read_registry"] {
            let count = text(&terminal(width), &rows).matches(whole).count();
            assert_eq!(count, rows.len(), "{width} {whole}");
        }
    }
}
