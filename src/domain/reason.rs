//! The reasons of a denial: one word for machines, one sentence for people.

/// Says why a token was denied. Precise inside, in `--explain` and the trail; a stranger is told one word for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has not the form of a secret.
    Malformed,
    /// The store has no such secret.
    Unknown,
    /// It was taken away.
    Revoked,
    /// Another secret took its place.
    RotatedOut,
    /// Its end has come.
    Expired,
    /// It is stopped for the time being.
    Suspended,
    /// The user it acts as is gone.
    HolderGone,
    /// The user it acts as is blocked.
    HolderBlocked,
    /// It may be used so many times only, and was.
    UsedUp,
    /// Its runner is paused.
    Paused,
    /// The runner of its job has no secret that works now.
    RunnerStopped,
    /// It is a job's password, and the job has ended.
    JobEnded,
    /// It is a job's password, and the job opens nothing now.
    JobStopped,
    /// Its user has become an admin, and nobody acts as an admin by impersonation.
    HolderAdmin,
    /// A policy of the store stops tokens of its kind.
    Policy,
    /// It is a refresh secret, which opens nothing by itself.
    RefreshSecret,
    /// It was presented with another username than its own.
    Username,
    /// Its kind does not travel on this way.
    Transport,
    /// Its kind never opens this.
    Kind,
    /// A job's token reaches a few endpoints, and this is none of them.
    Endpoint,
    /// None of its scopes opens this.
    Scope,
    /// There is no project of that path.
    NoProject,
    /// It is valid in one project, and none was named.
    UnnamedProject,
    /// Its boundary does not cover that project.
    Boundary,
    /// The key may only pull from that project.
    ReadOnlyKey,
    /// The role of its user there is too low.
    Role,
}

impl Reason {
    /// Returns the reason as machine-readable output names it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
            Self::Revoked => "revoked",
            Self::RotatedOut => "rotated_out",
            Self::Expired => "expired",
            Self::Suspended => "suspended",
            Self::HolderGone => "holder_gone",
            Self::HolderBlocked => "holder_blocked",
            Self::UsedUp => "used_up",
            Self::Paused => "paused",
            Self::RunnerStopped => "runner_stopped",
            Self::JobEnded => "job_ended",
            Self::JobStopped => "job_stopped",
            Self::HolderAdmin => "holder_admin",
            Self::Policy => "policy",
            Self::RefreshSecret => "refresh_secret",
            Self::Username => "username",
            Self::Transport => "transport",
            Self::Kind => "kind",
            Self::Endpoint => "endpoint",
            Self::Scope => "scope",
            Self::NoProject => "no_project",
            Self::UnnamedProject => "unnamed_project",
            Self::Boundary => "boundary",
            Self::ReadOnlyKey => "read_only_key",
            Self::Role => "role",
        }
    }

    /// Returns the reason as a sentence without a full stop.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Malformed => "it has not the form of a tokctl secret: a typing error, or cut off",
            Self::Unknown => "this store never made it",
            Self::Revoked => "it was revoked",
            Self::RotatedOut => "it was rotated: another secret took its place",
            Self::Expired => "it has expired",
            Self::Suspended => "it is suspended",
            Self::HolderGone => "the user it acts as is gone",
            Self::HolderBlocked => "the user it acts as is blocked",
            Self::UsedUp => "it was used as often as it may be",
            Self::Paused => "its runner is paused",
            Self::RunnerStopped => "the runner of its job has no secret that works now, or serves its project no more",
            Self::JobEnded => "the job that it was made for has ended",
            Self::JobStopped => {
                "the job that it was made for is stopped: its token is suspended, or its user is blocked or sees its project \
                 no more"
            }
            Self::HolderAdmin => "its user has become an admin, and admins are not impersonated",
            Self::Policy => "a policy of this store stops tokens of its kind",
            Self::RefreshSecret => "it is a refresh secret, which opens nothing by itself",
            Self::Username => "it was presented with a username that is not its own",
            Self::Transport => "tokens of its kind do not travel this way",
            Self::Kind => "tokens of its kind never open this",
            Self::Endpoint => "a job's token reaches a few endpoints, and this is none of them",
            Self::Scope => "none of its scopes opens this",
            Self::NoProject => "there is no such project",
            Self::ReadOnlyKey => "the key may only pull from that project",
            Self::UnnamedProject => "it is valid in one project only, and none was named",
            Self::Boundary => "that project lies outside its boundary",
            Self::Role => "its user's role there is too low",
        }
    }

    /// Returns why a job's password is denied, where this is why the job's own token is: the password opens nothing that
    /// outlives the job, and nothing while the job is stopped.
    #[must_use]
    pub const fn of_job(self) -> Self {
        match self {
            Self::Revoked | Self::RotatedOut | Self::Expired => Self::JobEnded,
            Self::RunnerStopped => Self::RunnerStopped,
            _ => Self::JobStopped,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stops_a_job_stops_its_password() {
        let cases = [
            (Reason::Revoked, Reason::JobEnded),
            (Reason::Expired, Reason::JobEnded),
            (Reason::RunnerStopped, Reason::RunnerStopped),
            (Reason::Suspended, Reason::JobStopped),
            (Reason::HolderBlocked, Reason::JobStopped),
            (Reason::HolderGone, Reason::JobStopped),
            (Reason::Role, Reason::JobStopped),
            (Reason::NoProject, Reason::JobStopped),
        ];
        for (of_token, of_password) in cases {
            assert_eq!(of_token.of_job(), of_password, "{of_token:?}");
        }
    }
}
