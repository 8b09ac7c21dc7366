//! `tokctl verify`: may a presented secret do a thing, now. The exit code is the answer.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::{prompt, secret_input, values};
use crate::domain::access::Access;
use crate::domain::address::Address;
use crate::domain::decision::Verdict;
use crate::domain::endpoint::Endpoint;
use crate::domain::error::Error;
use crate::domain::kind::Transport;
use crate::ops::verify::Request;
use crate::render::{self, Format, verdict};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "verify", about: "Ask whether a secret, read from standard input, may do a thing now", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verify::augment_args(command.after_help(
        "The exit code is the answer: 0 allowed, 1 denied, 7 the store did not answer.\n\n\
                 Of an endpoint, reading needs api:read and all else api:write; what lies under a project's /packages/ needs \
                 packages:read or packages:write, `GET /user` read_user too. A job's token reaches in its own project \
                 `GET /job`, artifacts, packages (GET, PUT), `POST …/trigger/pipeline`, `POST …/releases` and \
                 …/terraform/state/… (GET, POST, DELETE), and nothing else.\n\n\
                 Of the uses of a token, and of its denials for the same reason, one in ten minutes is noted for `show` and \
                 `list`, if the store can be written at once. No verdict waits for that or hangs on it.\n\n\
                 Examples:\n  \
                 printf %s \"$TOKEN\" | tokctl verify\n  \
                 tokctl verify --access registry:read --project grp/app --username robot <token\n  \
                 tokctl verify --endpoint 'PUT /projects/1/packages/npm/x' <job-token\n  \
                 tokctl verify --secret-file ./token --explain",
    ))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Via {
    /// HTTP and HTTPS
    Http,
    /// SSH
    Ssh,
}

#[derive(Clone, Debug, clap::Args)]
struct Verify {
    /// What is to be opened, as in `registry:read`; without it, the question is whether the token is active
    #[arg(long, value_name = "AREA:ACTION", value_parser = values::accesses())]
    access: Option<Access>,

    /// The project in which it is to be opened
    #[arg(long, value_name = "PATH")]
    project: Option<String>,

    /// The username that came with the secret
    #[arg(long, value_name = "NAME")]
    username: Option<String>,

    /// The way by which it came
    #[arg(long, value_name = "WAY", value_enum)]
    via: Option<Via>,

    /// The endpoint of the REST interface, in place of an access: a method and a path, the project by its number
    #[arg(long, value_name = "'METHOD PATH'", value_parser = values::endpoint, conflicts_with_all = ["access", "project"])]
    endpoint: Option<Endpoint>,

    /// The machine that a runner's secret came from; a second one raises an alarm
    #[arg(long, value_name = "ID", value_parser = values::system_id)]
    system_id: Option<String>,

    /// Where the use comes from, for `show` and `list`: the address of whoever presented it; without it, this machine
    #[arg(long, value_name = "ADDRESS", value_parser = values::address)]
    from: Option<Address>,

    /// Read the secret from this file, which only you may read; `-` is standard input
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,

    /// Say on standard output whose secret it is, and why it is denied
    #[arg(long)]
    explain: bool,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let verify = Verify::from_arg_matches(matches)?;
    let request = Request {
        access: verify.access,
        project: verify.project.clone(),
        username: verify.username.clone(),
        via: verify.via.map(|via| match via {
            Via::Http => Transport::Http,
            Via::Ssh => Transport::Ssh,
        }),
        endpoint: verify.endpoint.clone(),
        system_id: verify.system_id.clone(),
        from: verify.from.clone(),
    };
    request.check()?;
    let from_stdin = verify.secret_file.as_deref().is_none_or(|path| path == Path::new("-"));
    let secret = if verify.secret_file.is_none() && desk.may_ask() {
        prompt::secret(desk)?
    } else if from_stdin && desk.world.stdin.is_terminal() {
        // What is typed there would be shown, and stay in the terminal's memory.
        return Err(Error::usage("no secret is presented")
            .because("standard input is a terminal, and nobody may be asked there")
            .hint("pipe it in, as in `printf %s \"$TOKEN\" | tokctl verify`, or name a file with `--secret-file FILE`")
            .into());
    } else {
        secret_input::read(verify.secret_file.as_deref(), &mut &desk.world.stdin)?
    };
    let told = verify.explain || desk.globals.format().is_some();
    let authority = desk.authority()?;
    let answer = authority.verify(&secret, &request, told);
    desk.pass_on(&authority);
    let answer = answer?;
    if told {
        let page = desk.page(Some(answer.now));
        let page = if page.format == Format::Ids { render::Page { format: Format::Table, ..page } } else { page };
        render::card(&page, &verdict::SHEET, &verdict::row(&answer), &mut &desk.world.stdout)?;
    }
    let exit = match answer.verdict {
        Verdict::Allow => {
            desk.note("allowed");
            Exit::Done
        }
        Verdict::Deny(_) => {
            // One word for every reason: who presents a bad secret learns nothing about it.
            desk.note("denied");
            Exit::Denied
        }
    };
    authority.note_best_effort(answer.aside.as_ref());
    Ok(exit)
}
