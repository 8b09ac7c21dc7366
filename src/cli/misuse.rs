//! What was typed wrongly, as clap found it: an error like all others.

use clap::error::{ContextKind, ContextValue};

use crate::domain::error::Error;
use crate::domain::name::near;

/// Turns what clap found wrong with a command into an error: what, why, and what helps.
pub(super) fn usage(error: &clap::Error, command: &str) -> Error {
    let text = error.render().to_string();
    let paragraph = text.lines().take_while(|line| !line.trim().is_empty());
    let what: Vec<&str> = paragraph.map(str::trim).filter(|line| !line.starts_with("[possible values")).collect();
    let what = numbers(&what.join(" "));
    let wrong = Error::usage(what.strip_prefix("error: ").unwrap_or(&what));
    let words = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    };
    let valid = words(ContextKind::ValidValue);
    let wrong = if valid.is_empty() { wrong } else { wrong.because(format!("there are {}", valid.join(", "))) };
    let likely = if valid.is_empty() {
        let kinds = [ContextKind::SuggestedValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
        kinds.map(words).concat()
    } else {
        // Clap looks at no other case, and at no part of a word.
        let typed = words(ContextKind::InvalidValue).pop().unwrap_or_default();
        near(&typed, valid.iter().map(String::as_str)).first().map(|word| (*word).to_owned()).into_iter().collect()
    };
    let is_option = words(ContextKind::InvalidArg).iter().any(|word| word.starts_with('-'));
    if likely.is_empty() && !is_option && text.contains("-- <COMMAND>") {
        wrong.hint("`--` goes before the command, as in `tokctl exec job -- ./ci.sh`")
    } else if likely.is_empty() {
        wrong.hint(match command {
            "" => "`tokctl --help` lists the commands, `tokctl COMMAND --help` the options of one".to_owned(),
            command => format!("`tokctl {command} --help` tells how it is used"),
        })
    } else {
        wrong.hint(format!("did you mean `{}`?", likely.join("` or `")))
    }
}

/// Says what a number is to be, where clap says it in the words of a program.
fn numbers(what: &str) -> String {
    let begin = |end: &str| what.strip_suffix(end).map(str::to_owned);
    if let Some(begin) =
        begin("invalid digit found in string").or_else(|| begin("cannot parse integer from empty string"))
    {
        return begin + "it takes a whole number";
    }
    let range = what.rsplit_once(": ").and_then(|(begin, rest)| Some((begin, rest.split_once(" is not in ")?.1)));
    let Some((begin, (least, most))) = range.and_then(|(begin, range)| Some((begin, range.split_once("..")?))) else {
        return what.to_owned();
    };
    // An end that nobody set is the largest number that there is.
    match most.strip_prefix('=') {
        Some(most) => format!("{begin}: it takes a whole number, {least} to {most}"),
        None => format!("{begin}: it takes a whole number, {least} or more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_number_is_to_be_is_said_in_words() {
        let cases = [
            ("invalid value 'x' for '--number <N>': invalid digit found in string", "it takes a whole number"),
            ("invalid value '0' for '--number <N>': 0 is not in 1..=100000", "it takes a whole number, 1 to 100000"),
            ("invalid value '0' for '--uses <N>': 0 is not in 1..4294967295", "it takes a whole number, 1 or more"),
            ("invalid value 'x' for '--name <N>': it is too long", "it is too long"),
        ];
        for (what, told) in cases {
            assert_eq!(numbers(what).rsplit_once(": ").unwrap().1, told);
        }
    }
}
