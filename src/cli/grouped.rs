//! The commands as help lists them: in groups, by what they are for.

use clap::Command;

use super::{arrange, exit, topics};

/// Each group, with its commands in their order.
const GROUPS: [(&str, &[&str]); 4] = [
    ("Tokens", &["create", "list", "show", "rotate", "suspend", "resume", "shorten", "revoke"]),
    ("Use", &["verify", "exec", "scopes"]),
    ("People and places", &["user", "group", "project", "member", "record", "app", "deploy-key", "runner", "job"]),
    ("Operate", &["log", "audit", "report", "policy", "store", "whoami", "help"]),
];

/// Returns a whole tree whose help has its commands in groups, in lines of a width; to be shown, and for nothing else.
pub(super) fn grouped(mut tree: Command, width: usize) -> Command {
    let about = |name: &&str| {
        let about = tree.find_subcommand(name).and_then(Command::get_about).map(ToString::to_string);
        ((*name).to_owned(), about.unwrap_or_default())
    };
    let groups = GROUPS.map(|(title, names)| (title, names.iter().map(about).collect::<Vec<_>>()));
    let all: Vec<_> = groups.iter().flat_map(|(_, commands)| commands.clone()).collect();
    let listed = groups.map(|(title, commands)| {
        let lines = commands.iter().flat_map(|command| topics::defined(command, &all, width));
        format!("{}\n{}", arrange::title(&format!("{title}:")), lines.collect::<Vec<_>>().join("\n"))
    });
    let codes: Vec<_> = exit::table().map(|(code, meaning)| (format!("{code:>3}"), meaning.to_owned())).collect();
    let codes = codes.iter().flat_map(|code| topics::defined(code, &codes, width)).collect::<Vec<_>>().join("\n");
    let rest = tree.get_after_help().map(|rest| rest.ansi().to_string()).unwrap_or_default();
    // Hidden ones are not listed again, but are not in the usage either.
    let usage = tree.render_usage().ansi().to_string();
    let examples = tree.get_before_help().map(|examples| examples.ansi().to_string()).unwrap_or_default();
    tree.mut_subcommands(|command| command.hide(true))
        .before_help(format!("{examples}\n\n{}", listed.join("\n\n")))
        .after_long_help(format!("{rest}\n\n{}\n{codes}", arrange::title("Exit codes:")))
        .help_template(format!("{{about-with-newline}}\n{usage}\n\n{{before-help}}{{all-args}}{{after-help}}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::whole_tree;

    #[test]
    fn every_command_stands_in_one_group_and_in_its_order() {
        let named: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let tree = whole_tree();
        assert_eq!(named, tree.get_subcommands().map(Command::get_name).collect::<Vec<_>>());
    }

    #[test]
    fn no_line_of_the_groups_is_wider_than_the_page() {
        for width in [40, 80, 100] {
            let text = grouped(whole_tree(), width).get_before_help().unwrap().to_string();
            let listed = text.split("\n\n").skip(1).flat_map(str::lines);
            for line in listed {
                assert!(console::measure_text_width(line) <= width, "{width}: {line}");
            }
        }
    }
}
