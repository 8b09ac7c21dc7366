//! Where on a command line the cursor stands: walks over the words as clap would, without asking that they make sense.

use clap::{Arg, ArgAction, Command};

/// The words before the cursor, as far as they are understood.
pub(super) struct Line<'c> {
    /// The command that they name, with its words below the program's.
    pub(super) path: Vec<&'c str>,
    pub(super) command: &'c Command,
    /// The arguments that were given, with their values; without one for switches.
    pub(super) given: Vec<(&'c Arg, Option<String>)>,
    /// The option whose value comes next.
    awaited: Option<&'c Arg>,
    /// How many arguments without a name were given to the command.
    positionals: usize,
    /// Whether `--` was given, behind which nothing is an option.
    pub(super) is_escaped: bool,
}

/// What the word at the cursor can become.
pub(super) enum Spot<'c> {
    /// The value of an argument, behind what stands before it in the same word: `--kind=`, or `deploy,`.
    Value { of: &'c Arg, head: String },
    /// A command below.
    Command,
    /// The name of an option, since nothing else can stand there.
    Option,
}

impl<'c> Line<'c> {
    /// Walks over words; the program's own name is none of them.
    pub(super) fn read(root: &'c Command, words: &[String]) -> Self {
        let (path, given) = (Vec::new(), Vec::new());
        let mut line = Self { path, command: root, given, awaited: None, positionals: 0, is_escaped: false };
        for word in words {
            line.take(word);
        }
        line
    }

    fn take(&mut self, word: &str) {
        if let Some(arg) = self.awaited.take() {
            self.given.push((arg, Some(word.to_owned())));
        } else if self.is_escaped {
            self.take_positional(word);
        } else if word == "--" {
            self.is_escaped = true;
        } else if let Some(long) = word.strip_prefix("--") {
            let (name, value) = parted(long);
            if let Some(arg) = self.long(name) {
                self.take_option(arg, value);
            }
        } else if let Some(cluster) = word.strip_prefix('-').filter(|cluster| !cluster.is_empty()) {
            let (switches, option) = self.cluster(cluster);
            self.given.extend(switches.into_iter().map(|arg| (arg, None)));
            if let Some((arg, value)) = option {
                self.take_option(arg, Some(value).filter(|value| !value.is_empty()));
            }
        } else if let Some(below) = self.below(word) {
            self.path.push(below.get_name());
            self.command = below;
        } else {
            self.take_positional(word);
        }
    }

    fn take_option(&mut self, arg: &'c Arg, value: Option<&str>) {
        if value.is_none() && takes_value(arg) && !arg.is_require_equals_set() {
            self.awaited = Some(arg);
        } else {
            self.given.push((arg, value.map(str::to_owned)));
        }
    }

    fn take_positional(&mut self, word: &str) {
        if let Some(arg) = self.positional() {
            self.given.push((arg, Some(word.to_owned())));
        }
        self.positionals += 1;
    }

    /// Returns the command of this word below the one at hand. Behind an argument without a name there is none.
    fn below(&self, word: &str) -> Option<&'c Command> {
        if self.positionals == 0 { self.command.find_subcommand(word) } else { None }
    }

    fn long(&self, name: &str) -> Option<&'c Arg> {
        let is_called = |arg: &Arg| {
            let aliases = arg.get_all_aliases().unwrap_or_default();
            arg.get_long() == Some(name) || aliases.contains(&name)
        };
        self.command.get_arguments().find(|arg| is_called(arg))
    }

    /// Parts `-nq` and `-sread_api`: the switches, and the option that the rest is the value of, without a `=` between.
    fn cluster<'w>(&self, cluster: &'w str) -> (Vec<&'c Arg>, Option<(&'c Arg, &'w str)>) {
        let mut switches = Vec::new();
        for (at, letter) in cluster.char_indices() {
            let Some(arg) = self.command.get_arguments().find(|arg| arg.get_short() == Some(letter)) else { break };
            if takes_value(arg) {
                let value = &cluster[at + letter.len_utf8()..];
                return (switches, Some((arg, value.strip_prefix('=').unwrap_or(value))));
            }
            switches.push(arg);
        }
        (switches, None)
    }

    /// Returns the argument without a name that comes next; the last may take any number of words.
    fn positional(&self) -> Option<&'c Arg> {
        let all: Vec<&Arg> = self.command.get_positionals().collect();
        let many = |arg: &&&'c Arg| matches!(arg.get_action(), ArgAction::Append);
        all.get(self.positionals).or_else(|| all.last().filter(many)).copied()
    }

    /// Says what the word at the cursor can become, of which so much was typed.
    pub(super) fn spot(&self, typed: &str) -> Spot<'c> {
        if let Some(arg) = self.awaited {
            return valued(arg, "", typed);
        }
        if self.is_escaped || !typed.starts_with('-') {
            return match self.positional() {
                Some(arg) => valued(arg, "", typed),
                None if self.command.has_subcommands() => Spot::Command,
                None => Spot::Option,
            };
        }
        if let Some((name, value)) = typed.strip_prefix("--").and_then(|long| long.split_once('='))
            && let Some(arg) = self.long(name)
        {
            return valued(arg, &typed[..typed.len() - value.len()], value);
        }
        match typed.strip_prefix('-').filter(|rest| !rest.starts_with('-')).and_then(|rest| self.cluster(rest).1) {
            Some((arg, value)) => valued(arg, &typed[..typed.len() - value.len()], value),
            None => Spot::Option,
        }
    }

    /// Returns the options that can still be given, those of the command first.
    pub(super) fn options(&self) -> impl Iterator<Item = &'c Arg> {
        let command = self.command;
        let is_given = |arg: &Arg| self.given.iter().any(|(given, _)| given.get_id() == arg.get_id());
        let alternatives: Vec<_> = command
            .get_groups()
            .filter(|group| !(*group).clone().is_multiple())
            .map(|group| group.get_args().collect::<Vec<_>>())
            .filter(|ids| self.given.iter().any(|(given, _)| ids.contains(&given.get_id())))
            .flatten()
            .collect();
        let (own, global): (Vec<&Arg>, Vec<&Arg>) = command
            .get_arguments()
            .filter(|arg| {
                !self.is_escaped && !arg.is_positional() && !arg.is_hide_set() && !alternatives.contains(&arg.get_id())
            })
            .filter(|arg| matches!(arg.get_action(), ArgAction::Append) || !is_given(arg))
            .partition(|arg| !arg.is_global_set() && arg.get_id() != "help");
        own.into_iter().chain(global)
    }

    /// Returns the value that was given to an argument of the command or of the whole program.
    pub(super) fn value(&self, id: &str) -> Option<&str> {
        self.given.iter().rev().find(|(arg, _)| arg.get_id() == id).and_then(|(_, value)| value.as_deref())
    }
}

/// The value of an argument; of several that are parted by a character, the last.
fn valued<'c>(of: &'c Arg, before: &str, typed: &str) -> Spot<'c> {
    let last = of.get_value_delimiter().and_then(|delimiter| typed.rsplit_once(delimiter)).map(|(_, last)| last);
    let named = typed.len() - last.unwrap_or(typed).len();
    Spot::Value { of, head: format!("{before}{}", &typed[..named]) }
}

fn parted(long: &str) -> (&str, Option<&str>) {
    long.split_once('=').map_or((long, None), |(name, value)| (name, Some(value)))
}

pub(super) fn takes_value(arg: &Arg) -> bool {
    arg.get_num_args().is_some_and(|count| count.takes_values()) && !matches!(arg.get_action(), ArgAction::SetTrue)
}
