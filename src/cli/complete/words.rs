//! A line of bash: parted into words, the quotes taken off, and a candidate quoted as the word at the cursor was begun.
//!
//! Expands nothing but `~/` at a word's beginning: what would have to be carried out stays as it stands, and matches nothing.

/// The word at the cursor.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// What was typed of it, without its quotes.
    pub(super) word: String,
    /// How much of that stands before the part that bash replaces.
    kept: usize,
    /// The quote that is open.
    quote: Option<char>,
}

/// Parts a line up to the cursor. `replaced` is the part at its end that bash replaces by a candidate.
pub(super) fn split(line: &str, replaced: &str, home: Option<&str>) -> (Vec<String>, Typed) {
    let keeps = line.strip_suffix(replaced).map_or(0, str::len);
    let (mut words, mut typed) = (Vec::new(), Typed::default());
    let (mut begun, mut is_target) = (false, false);
    let mut letters = line.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if at <= keeps {
            typed.kept = typed.word.len();
        }
        match (typed.quote, letter) {
            (None, ' ' | '\t' | '\n') => {
                let word = std::mem::take(&mut typed).word;
                if std::mem::take(&mut begun) && !std::mem::take(&mut is_target) {
                    words.push(word);
                }
                continue;
            }
            (None, '<' | '>') => {
                // What was before it in the word, as in `2>`, belongs to the redirection.
                typed = Typed::default();
                (begun, is_target) = (false, true);
                continue;
            }
            (None, '\'' | '"') => typed.quote = Some(letter),
            (Some(quote), _) if letter == quote => typed.quote = None,
            (None, '\\') => typed.word.extend(letters.next().map(|(_, next)| next)),
            (Some('"'), '\\') if letters.peek().is_some_and(|(_, next)| "$`\"\\".contains(*next)) => {
                typed.word.extend(letters.next().map(|(_, next)| next));
            }
            (None, '~') if !begun && letters.peek().is_some_and(|(_, next)| *next == '/') => {
                typed.word.push_str(home.unwrap_or("~"));
            }
            (_, letter) => typed.word.push(letter),
        }
        begun = true;
    }
    if line.len() <= keeps {
        typed.kept = typed.word.len();
    }
    (words, typed)
}

impl Typed {
    /// Returns what bash is to put in the place of the part that it replaces, so that the word becomes a value; `None` where
    /// that cannot be written behind what was typed.
    pub(super) fn replacement(&self, value: &str) -> Option<String> {
        let rest = value.strip_prefix(&self.word[..self.kept])?;
        match self.quote {
            None => Some(escaped(rest, |letter| !is_plain(letter))),
            // Nothing is special between these, and nothing gets out of them.
            Some('\'') => (!rest.contains('\'')).then(|| rest.to_owned()),
            // In front of `!` a backslash would stay.
            Some(_) => (!rest.contains('!')).then(|| escaped(rest, |letter| "$`\"\\".contains(letter))),
        }
    }
}

fn is_plain(letter: char) -> bool {
    letter.is_alphanumeric() || "-_./:=,@%+".contains(letter)
}

fn escaped(text: &str, is_special: impl Fn(char) -> bool) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        escaped.extend(is_special(letter).then_some('\\'));
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(line: &str, replaced: &str) -> (Vec<String>, String, Option<String>) {
        let (words, typed) = split(line, replaced, Some("/home/ann"));
        let replacement = typed.replacement(&format!("{}x y", typed.word));
        (words, typed.word, replacement)
    }

    #[test]
    fn a_line_is_parted_as_bash_parts_it_and_nothing_is_carried_out() {
        let cases: [(&str, &[&str], &str); 13] = [
            ("tokctl show ", &["tokctl", "show"], ""),
            ("tokctl show 1", &["tokctl", "show"], "1"),
            ("tokctl  --store=~/x --store ~/y z", &["tokctl", "--store=~/x", "--store", "/home/ann/y"], "z"),
            ("tokctl 'a b' \"c d\" e\\ f g", &["tokctl", "a b", "c d", "e f"], "g"),
            ("tokctl '~/x' \"~/y\" \\~/z w", &["tokctl", "~/x", "~/y", "~/z"], "w"),
            ("tokctl \"a\\\"b\\c\" x", &["tokctl", "a\"b\\c"], "x"),
            ("tokctl '' x", &["tokctl", ""], "x"),
            ("tokctl verify <token --access re", &["tokctl", "verify", "--access"], "re"),
            ("tokctl verify < token 2>/dev/null >>log --v", &["tokctl", "verify"], "--v"),
            ("tokctl $(id) `id` $HOME x", &["tokctl", "$(id)", "`id`", "$HOME"], "x"),
            ("tokctl show 'my n", &["tokctl", "show"], "my n"),
            ("tokctl show my\\ n", &["tokctl", "show"], "my n"),
            ("", &[], ""),
        ];
        for (line, before, at) in cases {
            let (words, word, _) = parted(line, "");
            assert_eq!(
                (words.as_slice(), word.as_str()),
                (before.iter().map(|&w| w.to_owned()).collect::<Vec<_>>().as_slice(), at),
                "{line}"
            );
        }
    }

    #[test]
    fn what_bash_replaces_is_replaced_in_the_quotes_that_were_begun() {
        let cases = [
            ("tokctl show 1", "1", "1x\\ y"),
            ("tokctl show ", "", "x\\ y"),
            ("tokctl --access registry:re", "re", "rex\\ y"),
            ("tokctl --access registry:", "", "x\\ y"),
            ("tokctl --format=js", "js", "jsx\\ y"),
            ("tokctl show 'my n", "my n", "my nx y"),
            ("tokctl show \"my n", "my n", "my nx y"),
            ("tokctl show my\\ n", "my\\ n", "my\\ nx\\ y"),
        ];
        for (line, replaced, by) in cases {
            assert_eq!(parted(line, replaced).2.as_deref(), Some(by), "{line}");
        }
    }

    #[test]
    fn no_name_gets_out_of_its_quotes() {
        let typed = |quote| Typed { quote, ..Typed::default() };
        let name = "a'b\"c$(id)`id`;&|<>*?#~{}[] \\";
        assert_eq!(
            typed(None).replacement(name).unwrap(),
            "a\\'b\\\"c\\$\\(id\\)\\`id\\`\\;\\&\\|\\<\\>\\*\\?\\#\\~\\{\\}\\[\\]\\ \\\\"
        );
        assert_eq!(typed(Some('\'')).replacement(name), None);
        assert_eq!(typed(Some('\'')).replacement("$(id)").unwrap(), "$(id)");
        assert_eq!(typed(Some('"')).replacement("a\"$(id)`\\").unwrap(), "a\\\"\\$(id)\\`\\\\");
        assert_eq!(typed(Some('"')).replacement("stop!"), None);
        assert_eq!(typed(None).replacement("stop!").unwrap(), "stop\\!");
    }
}
