//! A line of JSON as cells: an object, each of its keys once.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::{Columns, Takes, quoted, wrong};
use crate::domain::error::Result;

/// Reads a line.
pub(super) fn cells<const N: usize>(text: &[u8], line: u64, columns: &Columns<N>) -> Result<[Option<String>; N]> {
    let Fields(fields) = serde_json::from_slice(text).map_err(|error| {
        wrong(line, "this is no JSON object").because(format!("column {}: it ends or goes on wrongly", error.column()))
    })?;
    let mut cells = std::array::from_fn(|_| None);
    for (at, (name, value)) in fields.iter().enumerate() {
        if fields[..at].iter().any(|(other, _)| other == name) {
            return Err(wrong(line, &format!("the field {} stands there twice", quoted(name))));
        }
        let Some(at) = columns.position(name) else {
            if columns.passes_over(name) {
                continue;
            }
            return Err(wrong(line, &format!("{} is no field", quoted(name)))
                .hint(format!("the fields are {}", columns.list())));
        };
        let takes = columns.names[at].1;
        cells[at] = cell(value, takes).map_err(|is_not| wrong(line, &format!("`{name}` is {is_not}")))?;
    }
    Ok(cells)
}

/// Reads what stands behind a key; else says what it is not.
fn cell(value: &Value, takes: Takes) -> std::result::Result<Option<String>, &'static str> {
    let text = match (value, takes) {
        (Value::Null, _) => return Ok(None),
        (Value::String(text), _) => text.clone(),
        (Value::Number(number), Takes::Number) => number.to_string(),
        (Value::Bool(flag), Takes::Flag) => flag.to_string(),
        (Value::Array(words), Takes::Words | Takes::List) => {
            let words: Option<Vec<&str>> = words.iter().map(Value::as_str).collect();
            let between = if takes == Takes::List { "," } else { " " };
            words.ok_or("neither a text, nor texts in brackets, nor null")?.join(between)
        }
        (_, Takes::Text) => return Err("neither a text nor null"),
        (_, Takes::Number) => return Err("neither a number nor null"),
        (_, Takes::Flag) => return Err("neither true nor false, nor null"),
        (_, Takes::Words | Takes::List) => return Err("neither a text, nor texts in brackets, nor null"),
    };
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// The fields of an object as they stand there: a map would keep the last of those that have the same key.
struct Fields(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct AsTheyStand;

        impl<'de> Visitor<'de> for AsTheyStand {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> std::result::Result<Fields, M::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(AsTheyStand)
    }
}
