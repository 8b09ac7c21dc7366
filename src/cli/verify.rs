//! `tokctl verify`: may a presented secret do a thing, now. The exit code is the answer.

use std::path::PathBuf;

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::desk::Desk;
use super::exit::Exit;
use super::tree::Entry;
use super::{prompt, secret_input, values};
use crate::domain::access::Access;
use crate::domain::decision::Verdict;
use crate::domain::kind::Transport;
use crate::ops::verify::Request;
use crate::render::{self, Format, verdict};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "verify", about: "Ask whether a secret, read from standard input, may do a thing now", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verify::augment_args(command.after_help(
        "The exit code is the answer: 0 allowed, 1 denied, 7 the store did not answer.\n\n\
                 Examples:\n  \
                 printf %s \"$TOKEN\" | tokctl verify\n  \
                 tokctl verify --access registry:read --project grp/app --username robot <token\n  \
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
    };
    request.check()?;
    let secret = if verify.secret_file.is_none() && desk.may_ask() {
        prompt::secret(desk)?
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
    Ok(match answer.verdict {
        Verdict::Allow => {
            desk.note("allowed");
            Exit::Done
        }
        Verdict::Deny(_) => {
            // One word for every reason: who presents a bad secret learns nothing about it.
            desk.note("denied");
            Exit::Denied
        }
    })
}
