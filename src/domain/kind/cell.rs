//! A cell of the scope table, and the footnotes that limit it.

/// Says what one cell of the scope table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The kind opens the area.
    Open,
    /// The kind opens the area within the limit that the footnote tells.
    Limited(Footnote),
    /// The kind never opens the area.
    Shut,
}

/// Names a footnote of the scope table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Footnote {
    /// Limited to the one project.
    OneProject,
    /// Limited to certain endpoints.
    Endpoints,
    /// Limited to pulling from the own project, by a policy.
    JobTokenPull,
    /// Shut, by a policy.
    ImpersonationOff,
}

impl Footnote {
    /// The footnotes, in the order of their numbers. The first two are the table's own, the others policies'.
    pub const ALL: [Self; 4] = [Self::OneProject, Self::Endpoints, Self::JobTokenPull, Self::ImpersonationOff];

    /// Returns the number that marks the footnote in the table.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::OneProject => 1,
            Self::Endpoints => 2,
            Self::JobTokenPull => 3,
            Self::ImpersonationOff => 4,
        }
    }

    /// Returns the footnote as machine-readable output names it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::OneProject => "one_project",
            Self::Endpoints => "endpoints",
            Self::JobTokenPull => "job_token_pull",
            Self::ImpersonationOff => "impersonation_off",
        }
    }

    /// Returns the footnote's sentence.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::OneProject => "Limited to the one project.",
            Self::Endpoints => "Limited to certain endpoints.",
            Self::JobTokenPull => "Limited to pulling from the job's own project, by the policy `job-token-pull`.",
            Self::ImpersonationOff => "Stopped by the policy `impersonation`.",
        }
    }
}
