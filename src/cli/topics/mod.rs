//! What is told of tokctl beside its commands: `tokctl help TOPIC` prints it, and the first page of the manual has it as
//! sections. The texts are in `texts.rs`, once.

mod texts;

use console::measure_text_width;

pub use self::texts::topics;

/// Something to read about.
pub struct Topic {
    /// The word after `tokctl help`.
    pub name: &'static str,
    /// What it is about, in a few words.
    pub about: &'static str,
    /// The heading of its section in the manual.
    pub heading: &'static str,
    /// What is said.
    pub parts: Vec<Part>,
}

/// A piece of a topic. What is typed as it stands is in backticks.
pub enum Part {
    /// A paragraph.
    Text(String),
    /// Words, each with what it means.
    Terms(Vec<(String, String)>),
}

/// The topics' names with what they are about, which help lists.
pub(super) const INDEX: [(&str, &str); 8] = [
    ("exit-codes", "what each exit code means"),
    ("formats", "how output is written, for people and for programs"),
    ("times", "how lives, dates and instants are typed"),
    ("events", "what the trail tells of, and of which things"),
    ("kinds", "the nine kinds of token, what for, and with which scopes"),
    ("environment", "the variables that are listened to"),
    ("files", "the store, the files beside it, completions and manual"),
    ("security", "what is defended, and what is not"),
];

/// Finds a topic by its name.
pub(super) fn find(name: &str) -> Option<Topic> {
    topics().into_iter().find(|topic| topic.name == name)
}

impl Topic {
    /// Returns the topic as text, in lines of a width.
    pub(super) fn text(&self, width: usize) -> String {
        let mut lines = filled(&format!("{}: {}", self.name, self.about), width);
        for part in &self.parts {
            lines.push(String::new());
            match part {
                Part::Text(text) => lines.extend(filled(text, width)),
                Part::Terms(terms) => lines.extend(terms.iter().flat_map(|term| defined(term, terms, width))),
            }
        }
        lines.join("\n") + "\n"
    }
}

/// Words wider than this have their meaning below them.
const WIDEST: usize = 22;

/// Returns the lines of a word and its meaning, in the columns that all words of a list share.
pub(super) fn defined((word, meaning): &(String, String), all: &[(String, String)], width: usize) -> Vec<String> {
    let widths = all.iter().map(|(word, _)| measure_text_width(word));
    let indent = if widths.clone().all(|width| width <= WIDEST) { widths.max().unwrap_or_default() + 4 } else { 6 };
    let mut lines = filled(meaning, width.saturating_sub(indent).max(20)).into_iter();
    let mut told = Vec::new();
    if measure_text_width(word) + 4 <= indent {
        let blanks = " ".repeat(indent - 2 - measure_text_width(word));
        told.push(format!("  {word}{blanks}{}", lines.next().unwrap_or_default()));
    } else {
        told.push(format!("  {word}"));
    }
    told.extend(lines.map(|line| format!("{}{line}", " ".repeat(indent))));
    told
}

/// Breaks a paragraph into lines of a width.
fn filled(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && measure_text_width(&lines[last]) + 1 + measure_text_width(word) > width {
            lines.push(word.to_owned());
        } else {
            let blank = if lines[last].is_empty() { "" } else { " " };
            lines[last] += blank;
            lines[last] += word;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_names_every_topic() {
        let topics = topics();
        let told: Vec<_> = topics.iter().map(|topic| (topic.name, topic.about)).collect();
        assert_eq!(told, INDEX);
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        for width in [60, 80, 100] {
            for line in topics().iter().map(|topic| topic.text(width)).collect::<String>().lines() {
                assert!(measure_text_width(line) <= width, "{width}: {line}");
            }
        }
    }
}
