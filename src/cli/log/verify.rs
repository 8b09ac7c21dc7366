//! `tokctl log verify`: is the trail what was written?

use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;

use super::heads;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::head::Head;
use crate::ops::chain::Inspection;
use crate::render::{Format, Writer, chain};

const HELP: &str = "\
Every event has a hash, in which the hash of the event before it is. So an event that was edited, taken out, put in or moved \
breaks the chain there, and the first such event is named: exit 6.

What a chain cannot show by itself is a trail whose end was cut off, or one that was written anew as a whole by somebody \
who can write the store. For that, keep heads where that somebody cannot reach them: another machine, a repository, a log \
of CI. `tokctl log head` prints one in a line; a file with one or many such lines, or with the JSON of `tokctl log head \
--json`, goes to --head. Where the event of a head is not there any more, or has another hash, the trail was cut off or \
rewritten since: exit 6.

The hashes can be computed without tokctl, from `tokctl log list --json`. An event's hash is SHA-256 over the 14 characters \
`tokctl event 1` and then these fields in this order: the hash of the event before (before event 1, 32 zero bytes), \
sequence, at, action, actor_id, actor, operator, uid, host, command, object, object_id, name, project_id, group_id, before, \
after, reason. Each field is its length in bytes and its bytes. Lengths and numbers are 8 bytes each, the most significant \
first. An instant is the number of seconds since 1970-01-01T00:00:00Z. Text is UTF-8; before and after are JSON in one \
piece, with the keys in their order, no blanks, and nothing escaped but what JSON demands. A field that is null is a \
length of 8 bytes that are all 255, and no bytes.

Examples:
  tokctl log verify
  tokctl log head >>/mnt/elsewhere/heads.txt
  tokctl log verify --head /mnt/elsewhere/heads.txt
  ssh elsewhere cat heads.txt | tokctl log verify --head -";

#[derive(Clone, Debug, clap::Args)]
#[command(after_help = HELP)]
pub(super) struct Verify {
    /// Heads that were kept elsewhere: lines of `tokctl log head`; `-` is standard input
    #[arg(long, value_name = "FILE")]
    head: Option<PathBuf>,
}

impl Verify {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let heads = self.head.as_ref().map(|path| heads::read(desk, path)).transpose()?;
        let authority = desk.authority()?;
        let inspection = authority.inspect_trail(heads.as_deref().unwrap_or_default());
        desk.pass_on(&authority);
        let Some(inspection) = inspection? else {
            desk.note("the trail is empty");
            return Ok(Exit::Done);
        };
        let page = desk.page(None);
        let mut out = &desk.world.stdout;
        let written = if page.format == Format::Json {
            out.write_all(chain::inspection(&inspection, heads.as_ref().map(Vec::len)).as_bytes())
        } else {
            let mut writer = Writer::new(&page, &chain::FINDINGS, &mut out);
            let rows = inspection.findings.iter().try_for_each(|finding| writer.row(&chain::finding(finding)));
            rows.and_then(|()| writer.finish()).map(drop)
        };
        match written {
            // Who looks at nothing but the exit code wants it all the same.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
            written => written?,
        }
        tell(desk, &inspection);
        let is_vouched = match &heads {
            None => {
                desk.note(
                    "whether its end was cut off, or all of it written anew, only a head that was kept elsewhere can show; \
                     `tokctl log head` prints one",
                );
                true
            }
            Some(heads) => vouch(desk, &inspection, heads.len()),
        };
        Ok(if inspection.findings.is_empty() && is_vouched { Exit::Done } else { Exit::Findings })
    }
}

/// Says how far the chain is whole.
fn tell(desk: &Desk<'_>, inspection: &Inspection) {
    let (first, last) = (inspection.start.sequence.0 + 1, inspection.end.sequence);
    let whole = match inspection.events {
        0 => "no event could be verified".to_owned(),
        1 => format!("the chain is whole: event {first}"),
        _ => format!("the chain is whole: events {first} to {last}"),
    };
    let Some(at) = inspection.broken else { return desk.note(&whole) };
    let so_far = match inspection.events {
        0 => whole,
        1 => format!("event {first} is what was written"),
        _ => format!("events {first} to {last} are what was written"),
    };
    desk.note(&format!("{so_far}; the chain breaks at event {at}, and nothing behind it was verified"));
}

/// Says what the heads show; `false`: nothing at all.
fn vouch(desk: &Desk<'_>, inspection: &Inspection, heads: usize) -> bool {
    let old = inspection.too_old;
    if old > 0 {
        let of = if old == 1 { "1 head is".to_owned() } else { format!("{old} heads are") };
        desk.note(&format!("{of} older than what the trail keeps, and could not be compared"));
    }
    if let Some(Head { sequence, .. }) = inspection.vouched {
        desk.note(&if inspection.findings.is_empty() {
            format!(
                "it agrees with the head of event {sequence} that was kept: so far nothing was cut off or rewritten"
            )
        } else {
            format!("it agrees with the head of event {sequence} that was kept, and not with what came later")
        });
    }
    match inspection.unknown {
        0 => {}
        1 => desk.note("1 head is of an event behind the break, which stands there, but could not be verified"),
        many => {
            desk.note(&format!(
                "{many} heads are of events behind the break, which stand there, but could not be verified"
            ));
        }
    }
    if old == heads {
        desk.note("no head could be compared, so they show nothing");
    }
    old < heads
}
