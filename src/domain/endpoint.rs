//! Endpoints of the REST interface: which access each needs, and which of them a job's token reaches, as one table.
//!
//! Source: GitLab 13 docs, "CI/CD job token" and "Runners API"; the list of a job's endpoints is tokctl's contract.
//! Reads strictly: what two readers could take for two things is no endpoint.

use std::fmt;

use super::access::Access;
use super::error::{Error, Result};
use super::id::ProjectId;
use super::scope::Scope;

/// Names what is done to an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Reads all but the content.
    Head,
    /// Adds.
    Post,
    /// Replaces.
    Put,
    /// Changes.
    Patch,
    /// Takes away.
    Delete,
}

use Method::{Delete, Get, Head, Patch, Post, Put};

impl Method {
    /// Every method.
    pub const ALL: [Self; 6] = [Get, Head, Post, Put, Patch, Delete];

    /// Returns the method as HTTP writes it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Get => "GET",
            Head => "HEAD",
            Post => "POST",
            Put => "PUT",
            Patch => "PATCH",
            Delete => "DELETE",
        }
    }

    /// Says whether the method changes nothing.
    #[must_use]
    pub const fn is_reading(self) -> bool {
        matches!(self, Get | Head)
    }
}

/// Says who reaches the endpoints of a row beside those whose kind and scopes open its access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Also {
    Nobody,
    /// The tokens of jobs.
    Jobs,
    /// Tokens with this scope.
    With(Scope),
}

/// Holds one row of the table of endpoints.
struct Row {
    methods: &'static [Method],
    /// `:project` and `:n` stand for a number, a last `*` for one part or more.
    path: &'static str,
    access: Access,
    also: Also,
}

const READ_USER: Also = Also::With(Scope::ReadUser);

/// The endpoints that differ from the rule: reading is `api:read`, all else `api:write`.
#[rustfmt::skip]
const TABLE: [Row; 14] = [
    Row { methods: &[Get],                 path: "user",                                access: Access::ApiRead,        also: READ_USER    },
    Row { methods: &[Get],                 path: "job",                                 access: Access::ApiRead,        also: Also::Jobs   },
    Row { methods: &[Get],                 path: "projects/:project/jobs/:n/artifacts",   access: Access::ApiRead,        also: Also::Jobs   },
    Row { methods: &[Get],                 path: "projects/:project/jobs/:n/artifacts/*", access: Access::ApiRead,        also: Also::Jobs   },
    Row { methods: &[Get],                 path: "projects/:project/jobs/artifacts/*",    access: Access::ApiRead,        also: Also::Jobs   },
    Row { methods: &[Get],                 path: "projects/:project/packages/*",          access: Access::PackagesRead,   also: Also::Jobs   },
    Row { methods: &[Put],                 path: "projects/:project/packages/*",          access: Access::PackagesWrite,  also: Also::Jobs   },
    Row { methods: &[Head],                path: "projects/:project/packages/*",          access: Access::PackagesRead,   also: Also::Nobody },
    Row { methods: &[Post, Patch, Delete], path: "projects/:project/packages/*",          access: Access::PackagesWrite,  also: Also::Nobody },
    Row { methods: &[Post],                path: "projects/:project/trigger/pipeline",    access: Access::ApiWrite,       also: Also::Jobs   },
    Row { methods: &[Post],                path: "projects/:project/releases",            access: Access::ApiWrite,       also: Also::Jobs   },
    Row { methods: &[Get],                 path: "projects/:project/terraform/state/*",   access: Access::ApiRead,        also: Also::Jobs   },
    Row { methods: &[Post, Delete],        path: "projects/:project/terraform/state/*",   access: Access::ApiWrite,       also: Also::Jobs   },
    Row { methods: &[Post],                path: "runners",                             access: Access::RunnerRegister, also: Also::Nobody },
];
/// What a runner asks with its own secret.
const OF_RUNNERS: [&str; 2] = ["runners/verify", "jobs/request"];

/// One endpoint, as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    access: Access,
    project: Option<ProjectId>,
    also: Also,
}

impl Endpoint {
    /// Reads a method, one blank and a path: `GET /projects/1/packages/npm/x`; `/api/v4` may go before the path.
    ///
    /// A project stands in it by its number. By its path it would need `%2F`, which one server takes for a slash and the
    /// next does not, so that nobody could say what was allowed.
    ///
    /// # Errors
    /// [`Code::Usage`](super::error::Code::Usage) for all that is not plainly an endpoint.
    pub fn parse(text: &str) -> Result<Self> {
        let (word, path) = text.split_once(' ').ok_or_else(|| wrong("it has no method and path, one blank between"))?;
        let method = Method::ALL.into_iter().find(|method| method.word() == word);
        let method = method.ok_or_else(|| wrong("its method is none of GET, HEAD, POST, PUT, PATCH and DELETE"))?;
        let parts = parts(path)?;
        if let ["projects", project, ..] = parts[..]
            && number(project).is_none()
        {
            return Err(wrong("a project stands in it by its number, which `tokctl project list` shows"));
        }
        let of_row = TABLE.iter().find(|row| row.methods.contains(&method) && fits(row.path, &parts));
        let of_a_runner = method == Post && OF_RUNNERS.iter().any(|path| fits(path, &parts));
        let (access, also) = match of_row {
            Some(row) => (row.access, row.also),
            None if of_a_runner => (Access::RunnerJobs, Also::Nobody),
            None if method.is_reading() => (Access::ApiRead, Also::Nobody),
            None => (Access::ApiWrite, Also::Nobody),
        };
        let project = if parts[0] == "projects" { parts.get(1).copied().and_then(number) } else { None };
        Ok(Self { access, project: project.map(ProjectId), also })
    }

    /// Returns what has to be opened for it.
    #[must_use]
    pub const fn access(&self) -> Access {
        self.access
    }

    /// Returns the project that it belongs to.
    #[must_use]
    pub const fn project(&self) -> Option<ProjectId> {
        self.project
    }

    /// Says whether the token of a job reaches it, in the job's own project.
    #[must_use]
    pub fn is_open_to_jobs(&self) -> bool {
        self.also == Also::Jobs
    }

    /// Returns the scope that opens it beside those that open its access.
    #[must_use]
    pub const fn scope(&self) -> Option<Scope> {
        if let Also::With(scope) = self.also { Some(scope) } else { None }
    }
}

/// Splits a path into its parts, each of which means just one thing.
fn parts(path: &str) -> Result<Vec<&str>> {
    let path = path.strip_prefix('/').ok_or_else(|| wrong("its path does not begin with `/`"))?;
    let path = path.strip_prefix("api/v4/").unwrap_or(path);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte);
    if !path.bytes().all(plain) {
        return Err(wrong("its path has a query, a `%` or another character that has no place there"));
    }
    let parts: Vec<&str> = path.split('/').collect();
    if parts.iter().any(|part| part.is_empty()) {
        return Err(wrong("its path has an empty part: `//`, or a `/` at its end"));
    }
    if parts.iter().any(|part| matches!(*part, "." | "..")) {
        return Err(wrong("its path has `.` or `..` in it"));
    }
    Ok(parts)
}

/// Says whether the parts of a path fit a row's.
fn fits(row: &str, parts: &[&str]) -> bool {
    let (fixed, open) = row.strip_suffix("/*").map_or((row, false), |fixed| (fixed, true));
    let fixed: Vec<&str> = fixed.split('/').collect();
    let long_enough = if open { parts.len() > fixed.len() } else { parts.len() == fixed.len() };
    let same = |(wanted, given): (&&str, &&str)| match *wanted {
        ":project" | ":n" => number(given).is_some(),
        wanted => wanted == *given,
    };
    long_enough && fixed.iter().zip(parts).all(same)
}

/// Reads a number as it is written: from 1, without sign or leading zero.
fn number(part: &str) -> Option<i64> {
    let plain = part.bytes().all(|byte| byte.is_ascii_digit()) && !part.starts_with('0');
    if plain { part.parse().ok() } else { None }
}

fn wrong(why: &str) -> Error {
    Error::usage("this is no endpoint").because(why).hint("for example `--endpoint 'GET /projects/1/packages/npm/x'`")
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests;
