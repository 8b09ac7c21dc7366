//! The narrowest scopes that open what is needed.

use crate::domain::access::AccessSet;
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;

/// Returns what scopes open for tokens of a kind.
pub(super) fn opened(kind: Kind, scopes: ScopeSet) -> AccessSet {
    kind.opens().and(scopes.opens())
}

/// Returns the scopes of a kind that open all of the accesses and the least beside, with as few of them as serve; `None`
/// where no scopes of the kind open them.
pub(super) fn least(kind: Kind, accesses: AccessSet) -> Option<ScopeSet> {
    let opening = kind.scopes().iter().filter(|scope| !opened(kind, ScopeSet::of(&[*scope])).is_empty());
    let all = opening.fold(0, |bits, scope| bits | scope as u16);
    // Every subset of at most seven scopes; the empty one comes last.
    let mut best = None;
    let mut bits = all;
    loop {
        let scopes = ScopeSet::from_bits(bits).unwrap_or(ScopeSet::NONE);
        if accesses.is_within(opened(kind, scopes)) {
            let width = (opened(kind, scopes).len(), bits.count_ones(), bits);
            if best.is_none_or(|(found, _)| width < found) {
                best = Some((width, scopes));
            }
        }
        if bits == 0 {
            break;
        }
        bits = (bits - 1) & all;
    }
    best.map(|(_, scopes)| scopes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::access::Access;

    #[test]
    fn the_least_scopes_open_what_is_needed_and_as_little_as_can_be_beside() {
        use Access::*;
        let cases: &[(Kind, &[Access], Option<&str>)] = &[
            (Kind::Personal, &[RepositoryRead], Some("read_repository")),
            (Kind::Personal, &[RepositoryWrite], Some("write_repository")),
            (Kind::Personal, &[ApiRead], Some("read_api")),
            (Kind::Personal, &[ApiRead, RepositoryRead], Some("read_api")),
            (Kind::Personal, &[ApiWrite], Some("api")),
            (Kind::Personal, &[RepositoryRead, RegistryRead], Some("read_repository read_registry")),
            (Kind::Personal, &[RegistryRead, RegistryWrite], Some("read_registry write_registry")),
            (Kind::Personal, &[RegistryDelete], Some("api")),
            (Kind::Personal, &[PackagesRead], Some("read_api")),
            (Kind::Personal, &[], Some("")),
            (Kind::Deploy, &[PackagesRead, RepositoryRead], Some("read_repository read_package_registry")),
            (Kind::Deploy, &[ApiRead], None),
            (Kind::Deploy, &[RepositoryWrite], None),
            (Kind::Oauth, &[RepositoryRead], Some("read_repository")),
            (Kind::Runner, &[RunnerJobs], None),
        ];
        for (kind, accesses, scopes) in cases {
            let accesses = accesses.iter().fold(AccessSet::NONE, |set, access| set.with(*access));
            let found = least(*kind, accesses).map(|scopes| scopes.words().join(" "));
            assert_eq!(found.as_deref(), *scopes, "{kind} {:?}", accesses.words());
        }
    }
}
