//! What a token can open: areas, the actions in them, and sets of both.
//!
//! Knows nothing of kinds or scopes; those say which accesses they open.

use std::fmt;

/// Names a part of the system that a token opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// The REST interface.
    Api,
    /// Git over HTTP or SSH.
    Repository,
    /// The container registry.
    Registry,
    /// The package registries.
    Packages,
    /// Registering runners and asking for jobs.
    Runner,
}

impl Area {
    /// Says whether what is opened there belongs to one project, so that asking for it means naming the project.
    #[must_use]
    pub const fn is_of_a_project(self) -> bool {
        matches!(self, Self::Repository | Self::Registry | Self::Packages)
    }
}

/// Names one thing to do in one area, written `area:action`. The number is the bit under which the store keeps it: never
/// reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u16)]
pub enum Access {
    /// Reading through the REST interface.
    ApiRead = 1 << 0,
    /// Changing through the REST interface.
    ApiWrite = 1 << 1,
    /// `git clone`, `git fetch`, `git pull`.
    RepositoryRead = 1 << 2,
    /// `git push`.
    RepositoryWrite = 1 << 3,
    /// Pulling images.
    RegistryRead = 1 << 4,
    /// Pushing images.
    RegistryWrite = 1 << 5,
    /// Deleting images.
    RegistryDelete = 1 << 6,
    /// Downloading packages.
    PackagesRead = 1 << 7,
    /// Uploading packages.
    PackagesWrite = 1 << 8,
    /// Registering a runner.
    RunnerRegister = 1 << 9,
    /// Asking for jobs as a runner.
    RunnerJobs = 1 << 10,
}

impl Access {
    /// Every access, area by area.
    pub const ALL: [Self; 11] = [
        Self::ApiRead,
        Self::ApiWrite,
        Self::RepositoryRead,
        Self::RepositoryWrite,
        Self::RegistryRead,
        Self::RegistryWrite,
        Self::RegistryDelete,
        Self::PackagesRead,
        Self::PackagesWrite,
        Self::RunnerRegister,
        Self::RunnerJobs,
    ];

    /// Returns the area of this access.
    #[must_use]
    pub const fn area(self) -> Area {
        match self {
            Self::ApiRead | Self::ApiWrite => Area::Api,
            Self::RepositoryRead | Self::RepositoryWrite => Area::Repository,
            Self::RegistryRead | Self::RegistryWrite | Self::RegistryDelete => Area::Registry,
            Self::PackagesRead | Self::PackagesWrite => Area::Packages,
            Self::RunnerRegister | Self::RunnerJobs => Area::Runner,
        }
    }

    /// Returns the access as it is typed, `area:action`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ApiRead => "api:read",
            Self::ApiWrite => "api:write",
            Self::RepositoryRead => "repository:read",
            Self::RepositoryWrite => "repository:write",
            Self::RegistryRead => "registry:read",
            Self::RegistryWrite => "registry:write",
            Self::RegistryDelete => "registry:delete",
            Self::PackagesRead => "packages:read",
            Self::PackagesWrite => "packages:write",
            Self::RunnerRegister => "runner:register",
            Self::RunnerJobs => "runner:jobs",
        }
    }

    /// Reads `area:action`, letter by letter.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|access| access.word() == text)
    }
}

impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Holds any number of accesses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccessSet(u16);

impl AccessSet {
    /// Opens nothing.
    pub const NONE: Self = Self(0);
    /// Both accesses of the REST interface.
    pub const API: Self = Self::NONE.with(Access::ApiRead).with(Access::ApiWrite);
    /// Both accesses of repositories.
    pub const REPOSITORY: Self = Self::NONE.with(Access::RepositoryRead).with(Access::RepositoryWrite);
    /// The three accesses of the container registry.
    pub const REGISTRY: Self =
        Self::NONE.with(Access::RegistryRead).with(Access::RegistryWrite).with(Access::RegistryDelete);
    /// Both accesses of the package registries.
    pub const PACKAGES: Self = Self::NONE.with(Access::PackagesRead).with(Access::PackagesWrite);

    /// Reads the bits that the store keeps; `None` where a bit stands for no access.
    #[must_use]
    pub fn from_bits(bits: u16) -> Option<Self> {
        let known = Access::ALL.into_iter().fold(0, |known, access| known | access as u16);
        (bits & !known == 0).then_some(Self(bits))
    }

    /// Returns the bits that the store keeps.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Says whether every access of the set is in the other one too.
    #[must_use]
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Returns this set with one access more.
    #[must_use]
    pub const fn with(self, access: Access) -> Self {
        Self(self.0 | access as u16)
    }

    /// Returns what is in either set.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns what is in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Says whether the access is in the set.
    #[must_use]
    pub const fn contains(self, access: Access) -> bool {
        self.0 & access as u16 != 0
    }

    /// Says whether anything of the area is in the set.
    #[must_use]
    pub fn touches(self, area: Area) -> bool {
        self.iter().any(|access| access.area() == area)
    }

    /// Counts the accesses in the set.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Says whether the set opens nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the accesses' words.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        self.iter().map(Access::word).collect()
    }

    /// Walks over the accesses in the set, area by area.
    pub fn iter(self) -> impl Iterator<Item = Access> {
        Access::ALL.into_iter().filter(move |access| self.contains(*access))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put_in_and_no_more() {
        let set = AccessSet::NONE.with(Access::ApiRead).with(Access::PackagesWrite);
        assert_eq!(set.with(Access::ApiRead), set, "a second time changes nothing");
        assert_eq!((set.len(), set.words()), (2, vec!["api:read", "packages:write"]));
        assert_eq!((AccessSet::NONE.len(), AccessSet::NONE.words()), (0, Vec::new()));
        assert!(AccessSet::NONE.is_empty() && !set.is_empty());
        assert_eq!(set.and(AccessSet::API), AccessSet::NONE.with(Access::ApiRead));
        assert_eq!(set.and(AccessSet::REGISTRY), AccessSet::NONE);
        assert_eq!(set.or(AccessSet::API), AccessSet::API.with(Access::PackagesWrite));
        for (one, other, within) in [
            (AccessSet::NONE, set, true),
            (set, set, true),
            (set, set.or(AccessSet::API), true),
            (set, AccessSet::API, false),
            (set, AccessSet::NONE, false),
        ] {
            assert_eq!(one.is_within(other), within, "{one:?} {other:?}");
        }
        assert!(set.touches(Area::Api) && set.touches(Area::Packages) && !set.touches(Area::Registry));
    }

    #[test]
    fn the_bits_of_the_store_are_those_of_accesses_and_no_others() {
        let all = Access::ALL.into_iter().fold(AccessSet::NONE, AccessSet::with);
        assert_eq!((all.bits(), AccessSet::from_bits(0x7ff)), (0x7ff, Some(all)));
        assert_eq!((AccessSet::from_bits(0x800), AccessSet::from_bits(0x801)), (None, None));
        for (at, access) in Access::ALL.into_iter().enumerate() {
            assert_eq!(AccessSet::NONE.with(access).bits(), 1 << at, "{access}");
        }
    }

    #[test]
    fn what_is_opened_in_a_project_is_asked_for_with_its_project() {
        for (area, of_a_project) in [
            (Area::Api, false),
            (Area::Repository, true),
            (Area::Registry, true),
            (Area::Packages, true),
            (Area::Runner, false),
        ] {
            assert_eq!(area.is_of_a_project(), of_a_project, "{area:?}");
        }
    }
}
