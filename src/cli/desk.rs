//! What every command works with: the outside world, the global options, and the authority over the store.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use console::Term;

use super::globals::{Color, Globals};
use super::progress::{self, View};
use super::report;
use super::world::World;
use crate::domain::error::{Error, Result};
use crate::domain::name;
use crate::domain::progress::{Step, Watch};
use crate::domain::time::Timestamp;
use crate::ops::list::Entry;
use crate::ops::{Authority, Caller};
use crate::render::{self, Format, Page, Sheet, Value, Writer, escape, leaving};
use crate::store::Listed;
use crate::store::place::{Origin, Place};

/// What a command works with.
pub(super) struct Desk<'w> {
    pub(super) world: &'w World<'w>,
    pub(super) globals: Globals,
    command: String,
    watch: Box<dyn Fn(Step)>,
}

impl<'w> Desk<'w> {
    pub(super) fn new(world: &'w World<'w>, globals: Globals, command: String) -> Self {
        let watch = progress::watch(View::of(world, &globals, &command));
        Self { world, globals, command, watch }
    }

    /// Returns the authority over the store that is named, which need not be there.
    pub(super) fn authority(&self) -> Result<Authority<'_>> {
        let account = &self.world.account;
        let caller = Caller {
            login: if name::check_username(&account.login).is_ok() {
                account.login.clone()
            } else {
                format!("uid-{}", account.uid)
            },
            uid: account.uid,
            host: account.host.clone(),
            command: self.command.clone(),
            acting_as: self.globals.acting_as.clone(),
        };
        Ok(Authority::new(self.place()?, self.globals.allow_network_fs, caller, self.world.clock).watched(self.watch()))
    }

    fn place(&self) -> Result<Place> {
        let environment = &self.world.environment;
        if let Some(path) = &self.globals.store {
            return Place::new(Path::new(path), Origin::Option);
        }
        if let Some(path) = &environment.store {
            return Place::new(Path::new(path), Origin::Variable);
        }
        let Some(directory) = &environment.data_directory else {
            return Err(Error::usage("there is no place for the store")
                .because("no home directory is known")
                .hint("name a file with `--store PATH` or the variable TOKCTL_STORE"));
        };
        Place::new(&directory.join("store.db"), Origin::Default)
    }

    /// Says something on standard error, unless asked to be quiet.
    pub(super) fn note(&self, text: &str) {
        if !self.globals.quiet {
            report::say(self.world, &escape::line(text));
        }
    }

    /// Says several lines on standard error, as they are; names in them have been escaped.
    pub(super) fn note_lines(&self, text: &str) {
        if !self.globals.quiet {
            report::say(self.world, text.trim_end());
        }
    }

    /// Passes on what the authority has to say beside its results.
    pub(super) fn pass_on(&self, authority: &Authority<'_>) {
        let notices = authority.take_notices();
        if let Some(founding) = notices.founding {
            self.note(&format!(
                "made the store {} with you, `{}`, as its admin, and the project `{}`",
                authority.place().database().display(),
                founding.admin,
                founding.project
            ));
        }
        if let Some(upgraded) = &notices.upgraded {
            self.note(&format!(
                "brought the store up to date, from version {} of its schema to {}; as it was, it is kept: {}",
                upgraded.from,
                upgraded.to,
                upgraded.backup.display()
            ));
        }
        for left in &notices.swept {
            self.note_lines(&format!("left, long expired: {}", leaving::bot(left)));
        }
        for warning in notices.warnings {
            report::say(self.world, &format!("warning: {}", escape::line(&warning)));
        }
    }

    /// Says whether a person may be asked.
    pub(super) fn may_ask(&self) -> bool {
        !self.globals.no_input && !self.world.environment.ci && self.world.is_attended()
    }

    /// Returns what is told how far something has come.
    pub(super) fn watch(&self) -> Watch<'_> {
        &self.watch
    }

    /// Returns the format of listings.
    pub(super) fn format(&self) -> Format {
        self.globals.format().unwrap_or(if self.globals.quiet { Format::Ids } else { Format::Table })
    }

    /// Returns how data is to look on standard output.
    pub(super) fn page(&self, now: Option<Timestamp>) -> Page {
        let terminal = self.world.stdout.is_terminal();
        Page {
            terminal: terminal.then(|| Term::stdout().size_checked().map_or(80, |(_, columns)| columns)),
            colour: self.is_coloured(terminal),
            now,
            ..Page::new(self.format())
        }
    }

    fn is_coloured(&self, terminal: bool) -> bool {
        let environment = &self.world.environment;
        match self.globals.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if environment.no_color => false,
            Color::Auto => environment.force_color || terminal,
        }
    }

    /// Writes a listing to standard output; where it is empty, says so to people.
    pub(super) fn list<'a>(
        &self,
        sheet: &Sheet,
        rows: impl Iterator<Item = Vec<Value<'a>>>,
        none: &str,
    ) -> std::io::Result<()> {
        let page = self.page(None);
        let mut out = &self.world.stdout;
        let mut writer = Writer::new(&page, sheet, &mut out);
        for row in rows {
            writer.row(&row)?;
        }
        if writer.finish()? == 0 && page.format == Format::Table {
            self.note(none);
        }
        Ok(())
    }

    /// Writes one thing to standard output.
    pub(super) fn card(&self, sheet: &Sheet, row: &[Value<'_>]) -> std::io::Result<()> {
        render::card(&self.page(Some((self.world.clock)())), sheet, row, &mut &self.world.stdout)
    }

    /// Writes what a command made to standard output, where a format was asked for; words have told people.
    pub(super) fn answer(&self, sheet: &Sheet, row: &[Value<'_>]) -> std::io::Result<()> {
        if self.globals.format().is_some() { self.card(sheet, row) } else { Ok(()) }
    }

    /// Writes tokens to standard output as they are in a state, where a format for programs was asked for; words have told
    /// people.
    pub(super) fn tokens(&self, tokens: impl Iterator<Item = Entry>) -> std::io::Result<()> {
        if self.globals.format().is_none_or(|format| format == Format::Table) {
            return Ok(());
        }
        let page = self.page(None);
        let mut out = &self.world.stdout;
        let mut writer = Writer::new(&page, &render::tokens::SHEET, &mut out);
        for entry in tokens {
            writer.row(&render::tokens::row(&entry))?;
        }
        writer.finish().map(|_| ())
    }

    /// Names the tokens that somebody made who has no say over them any more: their secrets they may still have.
    pub(super) fn name_living(&self, made: &[Entry]) {
        for Entry { listed, .. } in made {
            let line = render::tokens::line(listed);
            self.note_lines(&format!("they made {line}, which lives on; `tokctl revoke {}` ends it", listed.token.id));
        }
    }

    /// Names them as [`Self::name_living`], and writes them as [`Self::tokens`].
    pub(super) fn lives_on(&self, made: Vec<Entry>) -> std::io::Result<()> {
        self.name_living(&made);
        self.tokens(made.into_iter())
    }

    /// Writes tokens that were revoked with something else, as [`Self::tokens`].
    pub(super) fn ended(&self, tokens: &[Listed]) -> std::io::Result<()> {
        self.tokens(tokens.iter().cloned().map(Entry::ended))
    }

    /// Writes how many there are to standard output: a number, or an object that holds it.
    pub(super) fn print_count(&self, count: u64) -> std::io::Result<()> {
        self.print(&match self.format() {
            Format::Json | Format::Jsonl => format!("{{\"version\":1,\"count\":{count}}}\n"),
            Format::Csv => format!("count\r\n{count}\r\n"),
            Format::Table | Format::Ids => format!("{count}\n"),
        })
    }

    /// Writes tokens that would be revoked with something else, as they are now.
    pub(super) fn would_end(&self, tokens: &[Listed]) -> std::io::Result<()> {
        self.tokens(tokens.iter().map(|listed| Entry::before_its_end(listed.clone())))
    }

    /// Writes data to standard output, whole.
    pub(super) fn print(&self, text: &str) -> std::io::Result<()> {
        (&self.world.stdout).write_all(text.as_bytes())
    }
}
