//! Tokens: how they stand, and what they have of their own.

use super::*;
use crate::domain::id::GroupId;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_seconds(seconds).unwrap()
}

fn token(change: impl FnOnce(&mut Token)) -> Token {
    let mut token = Token { id: TokenId(7), name: FOR_JOBS.into(), ..Token::plain(at(0)) };
    change(&mut token);
    token
}

/// Its end, since when it is stopped and until when, whether it was revoked; its state at 100 and whether it is stopped.
#[test]
fn a_token_is_revoked_else_expired_else_suspended_else_active() {
    // Until when it is stopped; 0 is until it is resumed.
    const SINCE: Option<i64> = Some(0);
    let cases = [
        (None, None, false, State::Active, false),
        (Some(101), None, false, State::Active, false),
        (Some(100), None, false, State::Expired, false),
        (None, SINCE, false, State::Suspended, true),
        (None, Some(101), false, State::Suspended, true),
        (None, Some(100), false, State::Active, false),
        (Some(100), SINCE, false, State::Expired, true),
        (Some(100), SINCE, true, State::Revoked, true),
        (None, None, true, State::Revoked, false),
    ];
    for (end, stop, revoked, state, stopped) in cases {
        let token = token(|token| {
            token.expires_at = end.map(at);
            token.suspension =
                stop.map(|until| Suspension { at: at(50), until: Some(until).filter(|until| *until > 0).map(at) });
            token.revocation = revoked.then(|| Revocation { at: at(60), by: UserId(1), why: None });
        });
        assert_eq!((token.state(at(100)), token.is_stopped(at(100))), (state, stopped), "{end:?} {stop:?}");
    }
    assert_eq!(State::ALL.map(State::is_live), [true, true, false, false]);
}

#[test]
fn a_token_is_used_up_from_its_last_use_on() {
    for (uses, limit, used_up) in
        [(0, None, false), (9, None, false), (2, Some(3), false), (3, Some(3), true), (4, Some(3), true)]
    {
        let token = token(|token| (token.uses, token.use_limit) = (uses, limit));
        assert_eq!(token.is_used_up(), used_up, "{uses} of {limit:?}");
    }
}

#[test]
fn a_deploy_token_has_a_username_of_its_own_and_nothing_else_has() {
    assert_eq!(token(|_| ()).username().as_deref(), Some("gitlab+deploy-token-7"));
    let custom = token(|token| token.custom_username = Some("robot".into()));
    assert_eq!(custom.username().as_deref(), Some("robot"));
    for kind in Kind::all().filter(|kind| *kind != Kind::Deploy) {
        let other = Token { kind, ..custom.clone() };
        assert_eq!(other.username(), None, "{kind}");
    }
}

#[test]
fn jobs_have_a_password_of_a_projects_deploy_token_of_the_name() {
    assert!(token(|_| ()).is_for_jobs());
    assert!(!token(|token| token.kind = Kind::ProjectAccess).is_for_jobs());
    assert!(!token(|token| token.boundary = Boundary::Group(GroupId(1))).is_for_jobs());
    assert!(!token(|token| token.name = "gitlab-deploy-tokens".into()).is_for_jobs());
}

const NOTHING: Beside = Beside { renewable: false, stopped: false, holder_blocked: false };
const RENEWABLE: Beside = Beside { renewable: true, ..NOTHING };
const BLOCKED: Beside = Beside { holder_blocked: true, ..NOTHING };

#[test]
fn a_state_is_told_with_what_stops_or_renews_the_token() {
    let both = Beside { holder_blocked: true, ..RENEWABLE };
    let stopped = Beside { stopped: true, ..RENEWABLE };
    let cases = [
        (State::Active, NOTHING, "active", true),
        (State::Active, BLOCKED, "user blocked", true),
        (State::Active, RENEWABLE, "active", true),
        (State::Suspended, BLOCKED, "suspended", true),
        (State::Expired, NOTHING, "expired", false),
        (State::Expired, BLOCKED, "expired", false),
        (State::Expired, RENEWABLE, "renewable", true),
        (State::Expired, stopped, "suspended", true),
        (State::Expired, both, "user blocked", true),
        (State::Revoked, both, "revoked", false),
    ];
    for (state, beside, word, lives) in cases {
        assert_eq!((state.told(beside), state.lives(beside)), (word, lives), "{state} {beside:?}");
    }
}
