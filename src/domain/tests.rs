//! The words by which the store, the trail and machines know things, one table: once released they stay.

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::access::Access;
use super::alarm;
use super::audit::Severity;
use super::decision::{Reason, Verdict};
use super::defect;
use super::endpoint::Method;
use super::error::Code;
use super::event::Change;
use super::id::{GroupId, JobId, ProjectId, RunnerId, UserId};
use super::job::Outcome;
use super::kind::{Footnote, Kind};
use super::place::{Boundary, Home, Visibility};
use super::policy::Policy;
use super::record::RecordKind;
use super::refresh::RefreshState;
use super::role::Role;
use super::runner::AccessLevel;
use super::scope::Scope;
use super::token::{Belonging, State};
use super::upkeep;
use super::user::UserKind;

/// Holds things to their words.
fn are<T>(things: &[T], word: impl Fn(&T) -> &'static str, expected: &str) {
    let words: Vec<&str> = things.iter().map(word).collect();
    assert_eq!(words, expected.split(", ").collect::<Vec<_>>());
}

/// Does the same for things that are written as their words and read again.
fn read_back<T: Debug + PartialEq + ToString>(
    things: &[T],
    word: impl Fn(&T) -> &'static str,
    parse: impl Fn(&str) -> Option<T>,
    expected: &str,
) {
    are(things, &word, expected);
    for thing in things {
        let word = word(thing);
        assert_eq!((parse(word).as_ref(), thing.to_string().as_str()), (Some(thing), word));
        for other in [word.to_uppercase(), format!("{word} "), word[1..].to_owned(), String::new()] {
            assert_eq!(parse(&other), None, "{other}");
        }
    }
}

#[test]
fn what_is_typed_is_read_to_the_letter() {
    let scopes: Vec<Scope> = Scope::all().collect();
    read_back(
        &Access::ALL,
        |access| access.word(),
        Access::parse,
        "api:read, api:write, repository:read, \
         repository:write, registry:read, registry:write, registry:delete, packages:read, packages:write, \
         runner:register, runner:jobs",
    );
    read_back(
        &scopes,
        |scope| scope.word(),
        Scope::parse,
        "api, read_user, read_api, read_repository, \
         write_repository, read_registry, write_registry, read_package_registry, write_package_registry, sudo, openid, \
         profile, email",
    );
    read_back(&Visibility::ALL, |visibility| visibility.word(), Visibility::parse, "private, internal, public");
    read_back(&Role::ALL, |role| role.word(), Role::parse, "guest, reporter, developer, maintainer, owner");
    read_back(&Severity::ALL, |severity| severity.word(), Severity::parse, "critical, high, medium, low");
    read_back(
        &RecordKind::ALL,
        |kind| kind.word(),
        RecordKind::parse,
        "issue, merge-request, note, award-emoji, abuse-report, snippet, review",
    );
}

#[test]
fn what_is_shown_is_shown_as_it_is_called() {
    for kind in Kind::all() {
        assert_eq!(kind.to_string(), kind.word());
    }
    for state in State::ALL {
        assert_eq!(state.to_string(), state.word());
    }
    assert_eq!(Method::ALL.map(|method| method.to_string()), ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);
    let verdicts = [Verdict::Allow, Verdict::Deny(Reason::Unknown)];
    assert_eq!(verdicts.map(|verdict| verdict.to_string()), ["allow", "deny"]);
}

#[test]
fn what_the_store_the_trail_and_json_keep_has_one_word_for_good() {
    use alarm::Sort;
    are(&State::ALL, |state| state.word(), "active, suspended, expired, revoked");
    are(&Outcome::ALL, |outcome| outcome.word(), "success, failed, canceled, lost");
    assert_eq!(Outcome::ALL.map(|outcome| Outcome::parse(outcome.word())), Outcome::ALL.map(Some));
    are(&[Sort::Clone, Sort::RotatedOut, Sort::RefreshReuse], |sort| sort.word(), "clone, rotated_out, refresh_reuse");
    let states = [RefreshState::Unspent, RefreshState::Spent, RefreshState::Dead];
    are(&states, |state| state.word(), "unspent, spent, dead");
    let levels = [AccessLevel::NotProtected, AccessLevel::RefProtected];
    are(&levels, |level| level.word(), "not-protected, ref-protected");
    are(&[UserKind::Human, UserKind::Bot, UserKind::Ghost], |kind| kind.word(), "human, bot, ghost");
    are(&[defect::Severity::Error, defect::Severity::Warning], |severity| severity.word(), "error, warning");
    are(&[upkeep::Sort::Group, upkeep::Sort::Project], |sort| sort.word(), "group, project");
    are(&Footnote::ALL, |note| note.word(), "one_project, endpoints, job_token_pull, impersonation_off");
    assert_eq!(Footnote::ALL.map(Footnote::number), [1, 2, 3, 4]);
    let codes = [
        Code::Usage,
        Code::NotFound,
        Code::Denied,
        Code::Refused,
        Code::Conflict,
        Code::Store,
        Code::Clock,
        Code::Delivery,
        Code::Uncertain,
        Code::Failed,
    ];
    are(
        &codes,
        |code| code.word(),
        "usage, not_found, denied, refused, conflict, store, clock, delivery, uncertain, \
         failed",
    );
    let policies: Vec<Policy> = Policy::all().collect();
    are(
        &policies,
        |policy| policy.word(),
        "max-life, require-expiry, impersonation, job-token-pull, min-rsa-bits, \
         overlap-max",
    );
    assert!(policies.iter().all(|policy| Policy::parse(policy.word()) == Some(*policy)));
    assert_eq!((Policy::parse(""), Policy::parse("MAX-LIFE"), Outcome::parse("Lost")), (None, None, None));
}

#[test]
fn numbers_of_the_store_are_read_to_what_was_written() {
    for visibility in Visibility::ALL {
        assert_eq!(Visibility::from_number(visibility as i64), Some(visibility));
    }
    for role in Role::ALL {
        assert_eq!(Role::from_level(role as i64), Some(role));
    }
    for kind in [UserKind::Human, UserKind::Bot, UserKind::Ghost] {
        assert_eq!(UserKind::from_number(kind as i64), Some(kind));
    }
    for number in [-1, 4, 11, 60, 256, 266, 276] {
        assert_eq!(Visibility::from_number(number), None, "{number}");
        assert_eq!(Role::from_level(number), None, "{number}");
        assert_eq!(UserKind::from_number(number), None, "{number}");
    }
}

/// Every reason of a denial, and its word.
#[rustfmt::skip]
const REASONS: [(Reason, &str); 26] = [
    (Reason::Malformed, "malformed"), (Reason::Unknown, "unknown"), (Reason::Revoked, "revoked"),
    (Reason::RotatedOut, "rotated_out"), (Reason::Expired, "expired"), (Reason::Suspended, "suspended"),
    (Reason::HolderGone, "holder_gone"), (Reason::HolderBlocked, "holder_blocked"), (Reason::UsedUp, "used_up"),
    (Reason::Paused, "paused"), (Reason::RunnerStopped, "runner_stopped"), (Reason::JobEnded, "job_ended"),
    (Reason::JobStopped, "job_stopped"), (Reason::HolderAdmin, "holder_admin"), (Reason::Policy, "policy"),
    (Reason::RefreshSecret, "refresh_secret"), (Reason::Username, "username"), (Reason::Transport, "transport"),
    (Reason::Kind, "kind"), (Reason::Endpoint, "endpoint"), (Reason::Scope, "scope"),
    (Reason::NoProject, "no_project"), (Reason::UnnamedProject, "unnamed_project"), (Reason::Boundary, "boundary"),
    (Reason::ReadOnlyKey, "read_only_key"), (Reason::Role, "role"),
];

#[test]
fn every_reason_has_its_word_and_every_sentence_says_something_of_its_own() {
    for (reason, word) in REASONS {
        assert_eq!(reason.word(), word);
    }
    let verbs = [upkeep::Work::Rename, upkeep::Work::Visibility, upkeep::Work::Transfer, upkeep::Work::Delete];
    are(&verbs, |work| work.verb(), "rename, change the visibility of, transfer, delete");
    let told = |sentences: &[&'static str]| {
        assert!(sentences.iter().all(|sentence| sentence.len() > 12 && sentence.contains(' ')), "{sentences:?}");
        assert_eq!(sentences.iter().collect::<BTreeSet<_>>().len(), sentences.len(), "{sentences:?}");
    };
    told(&REASONS.map(|(reason, _)| reason.text()));
    told(&Footnote::ALL.map(Footnote::text));
    told(&Scope::all().map(Scope::about).collect::<Vec<_>>());
    told(&Policy::all().map(Policy::about).collect::<Vec<_>>());
}

#[test]
fn what_a_thing_belongs_to_is_that_and_nothing_else() {
    let boundaries = [
        (Boundary::Instance, "instance", (None, None, None)),
        (Boundary::Group(GroupId(7)), "group", (Some(GroupId(7)), None, None)),
        (Boundary::Project(ProjectId(8)), "project", (None, Some(ProjectId(8)), None)),
        (Boundary::User(UserId(9)), "user", (None, None, Some(UserId(9)))),
        (Boundary::Projects, "projects", (None, None, None)),
    ];
    for (boundary, word, ids) in boundaries {
        assert_eq!((boundary.word(), (boundary.group(), boundary.project(), boundary.user())), (word, ids));
    }
    let homes = [(Home::Group(GroupId(7)), (Some(7), None)), (Home::User(UserId(9)), (None, Some(9)))];
    for (home, ids) in homes {
        assert_eq!((home.group(), home.owner()), ids);
    }
    let (runner, job) = (Belonging::Runner(RunnerId(3)), Belonging::Job(JobId(4)));
    assert_eq!((runner.runner(), runner.job()), (Some(RunnerId(3)), None));
    assert_eq!((job.runner(), job.job()), (None, Some(JobId(4))));
    assert_eq!((Belonging::Nothing.runner(), Belonging::Nothing.job()), (None, None));
    assert_eq!(Change::about("revoke", "token", "bulk").object_id, None);
    assert_eq!(Change::of("revoke", "token", 5, "ci").object_id, Some(5));
}
