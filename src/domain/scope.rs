//! Scopes: the named permissions that a token carries, and what each opens.

use std::fmt;

use super::access::{Access, AccessSet};

/// Names a permission that a token carries. The number is the bit under which the store keeps it: never reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u16)]
pub enum Scope {
    /// Everything that the holder may do.
    Api = 1 << 0,
    /// The holder's own profile.
    ReadUser = 1 << 1,
    /// Reading everything that the holder may read.
    ReadApi = 1 << 2,
    /// Pulling from repositories.
    ReadRepository = 1 << 3,
    /// Pulling from and pushing to repositories.
    WriteRepository = 1 << 4,
    /// Pulling images.
    ReadRegistry = 1 << 5,
    /// Pushing images.
    WriteRegistry = 1 << 6,
    /// Downloading packages.
    ReadPackageRegistry = 1 << 7,
    /// Uploading packages.
    WritePackageRegistry = 1 << 8,
    /// Acting as any user through the REST interface.
    Sudo = 1 << 9,
    /// Signing in with `OpenID Connect`.
    Openid = 1 << 10,
    /// Reading the profile with `OpenID Connect`.
    Profile = 1 << 11,
    /// Reading the e-mail address with `OpenID Connect`.
    Email = 1 << 12,
}

/// Says of one scope how it is written, what it opens, and what it is for.
struct Row {
    scope: Scope,
    word: &'static str,
    opens: AccessSet,
    about: &'static str,
}

const READ_ALL: AccessSet = AccessSet::NONE
    .with(Access::ApiRead)
    .with(Access::RepositoryRead)
    .with(Access::RegistryRead)
    .with(Access::PackagesRead);
const ALL: AccessSet = AccessSet::API.or(AccessSet::REPOSITORY).or(AccessSet::REGISTRY).or(AccessSet::PACKAGES);
const READ_REPOSITORY: AccessSet = AccessSet::NONE.with(Access::RepositoryRead);
const READ_REGISTRY: AccessSet = AccessSet::NONE.with(Access::RegistryRead);
const WRITE_REGISTRY: AccessSet = AccessSet::NONE.with(Access::RegistryWrite);
const READ_PACKAGES: AccessSet = AccessSet::NONE.with(Access::PackagesRead);
const WRITE_PACKAGES: AccessSet = AccessSet::NONE.with(Access::PackagesWrite);

/// One row a scope; no scope implies another but by what stands in `opens`.
#[rustfmt::skip]
const TABLE: [Row; 13] = [
    Row { scope: Scope::Api,                  word: "api",                    opens: ALL,                   about: "read and change everything the holder may: API, repositories, registry, packages" },
    Row { scope: Scope::ReadUser,             word: "read_user",              opens: AccessSet::NONE,       about: "read the holder's own profile (`GET /user`), nothing else" },
    Row { scope: Scope::ReadApi,              word: "read_api",               opens: READ_ALL,              about: "read everything the holder may read: API, repositories, registry, packages" },
    Row { scope: Scope::ReadRepository,       word: "read_repository",        opens: READ_REPOSITORY,       about: "clone and pull" },
    Row { scope: Scope::WriteRepository,      word: "write_repository",       opens: AccessSet::REPOSITORY, about: "clone, pull and push" },
    Row { scope: Scope::ReadRegistry,         word: "read_registry",          opens: READ_REGISTRY,         about: "pull container images" },
    Row { scope: Scope::WriteRegistry,        word: "write_registry",         opens: WRITE_REGISTRY,        about: "push container images (pulling needs read_registry)" },
    Row { scope: Scope::ReadPackageRegistry,  word: "read_package_registry",  opens: READ_PACKAGES,         about: "download packages" },
    Row { scope: Scope::WritePackageRegistry, word: "write_package_registry", opens: WRITE_PACKAGES,        about: "upload packages (downloading needs read_package_registry)" },
    Row { scope: Scope::Sudo,                 word: "sudo",                   opens: AccessSet::NONE,       about: "act as any user through the API; admins only, opens nothing by itself" },
    Row { scope: Scope::Openid,               word: "openid",                 opens: AccessSet::NONE,       about: "sign in with OpenID Connect" },
    Row { scope: Scope::Profile,              word: "profile",                opens: AccessSet::NONE,       about: "read the holder's profile with OpenID Connect" },
    Row { scope: Scope::Email,                word: "email",                  opens: AccessSet::NONE,       about: "read the holder's e-mail address with OpenID Connect" },
];

impl Scope {
    /// Every scope, in the order in which tables name them.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.scope)
    }

    fn row(self) -> &'static Row {
        &TABLE[(self as u16).trailing_zeros() as usize]
    }

    /// Returns the scope as it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.row().word
    }

    /// Returns what the scope opens by itself, whatever the kind of its token.
    #[must_use]
    pub fn opens(self) -> AccessSet {
        self.row().opens
    }

    /// Returns one line that says what the scope is for.
    #[must_use]
    pub fn about(self) -> &'static str {
        self.row().about
    }

    /// Reads a scope; upper case, blanks and prefixes of a scope are no scopes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::all().find(|scope| scope.word() == text)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Holds any number of scopes; one that is named twice is held once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScopeSet(u16);

impl ScopeSet {
    /// No scope at all.
    pub const NONE: Self = Self(0);

    /// Makes a set of the scopes named.
    #[must_use]
    pub const fn of(scopes: &[Scope]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < scopes.len() {
            bits |= scopes[at] as u16;
            at += 1;
        }
        Self(bits)
    }

    /// Reads the bits that the store keeps; `None` where a bit stands for no scope.
    #[must_use]
    pub fn from_bits(bits: u16) -> Option<Self> {
        let known = Scope::all().fold(0, |known, scope| known | scope as u16);
        (bits & !known == 0).then_some(Self(bits))
    }

    /// Returns the bits that the store keeps.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Says whether the scope is in the set.
    #[must_use]
    pub const fn contains(self, scope: Scope) -> bool {
        self.0 & scope as u16 != 0
    }

    /// Says whether every scope of the set is in the other one too.
    #[must_use]
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Returns the scopes that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the set without one scope.
    #[must_use]
    pub const fn without(self, scope: Scope) -> Self {
        Self(self.0 & !(scope as u16))
    }

    /// Says whether there is no scope in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Walks over the scopes of the set, in the table's order.
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::all().filter(move |scope| self.contains(*scope))
    }

    /// Returns what the scopes open together.
    #[must_use]
    pub fn opens(self) -> AccessSet {
        self.iter().fold(AccessSet::NONE, |opened, scope| opened.or(scope.opens()))
    }

    /// Returns the scopes' words.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        self.iter().map(Scope::word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_at_its_own_bit() {
        for (at, row) in TABLE.iter().enumerate() {
            assert_eq!(row.scope as usize, 1 << at, "{}", row.word);
            assert_eq!(Scope::parse(row.word), Some(row.scope));
        }
    }

    #[test]
    fn scopes_open_what_the_contract_says() {
        let cases = [
            (
                "api",
                "api:read api:write repository:read repository:write registry:read registry:write registry:delete packages:read packages:write",
            ),
            ("read_api", "api:read repository:read registry:read packages:read"),
            ("read_user", ""),
            ("read_repository", "repository:read"),
            ("write_repository", "repository:read repository:write"),
            ("read_registry", "registry:read"),
            ("write_registry", "registry:write"),
            ("read_package_registry", "packages:read"),
            ("write_package_registry", "packages:write"),
            ("sudo", ""),
            ("openid", ""),
            ("profile", ""),
            ("email", ""),
        ];
        assert_eq!(cases.len(), TABLE.len());
        for (word, opened) in cases {
            let scope = Scope::parse(word).unwrap_or_else(|| panic!("{word} is a scope"));
            let words: Vec<String> = scope.opens().iter().map(|access| access.to_string()).collect();
            assert_eq!(words.join(" "), opened, "{word}");
        }
    }

    #[test]
    fn a_scope_is_read_exactly_or_not_at_all() {
        for text in ["API", " api", "api ", "read", "read_registr", "", "api,read_api", "READ_REGİSTRY"] {
            assert_eq!(Scope::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn unknown_bits_are_no_scopes() {
        assert_eq!(ScopeSet::from_bits(1 << 13), None);
        assert_eq!(ScopeSet::from_bits(3), Some(ScopeSet::of(&[Scope::Api, Scope::ReadUser])));
    }

    #[test]
    fn sets_hold_what_was_put_in_and_no_more() {
        let set = ScopeSet::of(&[Scope::Api, Scope::Sudo, Scope::Api]);
        assert_eq!((set.bits(), set.words()), (1 | 1 << 9, vec!["api", "sudo"]));
        assert_eq!((ScopeSet::NONE.bits(), ScopeSet::NONE.words()), (0, Vec::new()));
        assert!(ScopeSet::NONE.is_empty() && !set.is_empty());
        assert_eq!(set.without(Scope::Sudo), ScopeSet::of(&[Scope::Api]));
        assert_eq!(set.without(Scope::Email), set);
        assert_eq!(set.and(ScopeSet::of(&[Scope::Sudo, Scope::Email])), ScopeSet::of(&[Scope::Sudo]));
        for (one, other, within) in [
            (ScopeSet::NONE, set, true),
            (set, set, true),
            (ScopeSet::of(&[Scope::Sudo]), set, true),
            (set, ScopeSet::of(&[Scope::Sudo]), false),
            (set, ScopeSet::NONE, false),
        ] {
            assert_eq!(one.is_within(other), within, "{one:?} {other:?}");
        }
    }
}
