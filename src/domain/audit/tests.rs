//! Every rule, as tables of facts.

mod grants;
mod ruleset;

use super::*;
use crate::domain::access::{Access, AccessSet};
use crate::domain::alarm::{Alarm, Sort};
use crate::domain::decision::Holder;
use crate::domain::id::{GroupId, ProjectId, TokenId, UserId};
use crate::domain::kind::Kind;
use crate::domain::place::{Boundary, Visibility};
use crate::domain::policy::{Policies, Policy};
use crate::domain::role::Role;
use crate::domain::scope::{Scope, ScopeSet};
use crate::domain::ssh_key::Algorithm;
use crate::domain::time::Timestamp;
use crate::domain::token::{Revocation, Token};
use crate::domain::used::{Used, UsedIn};

const DAY: i64 = 86_400;

fn day(number: i64) -> Timestamp {
    Timestamp::from_seconds(1_750_000_000 + number * DAY).unwrap()
}

/// The present: a year after the making of every token here.
const NOW: i64 = 365;

/// A deploy token of a project, made a year ago by somebody who is still there, used an hour ago, to end in a month.
fn token() -> Token {
    Token {
        id: TokenId(3),
        name: "night build".into(),
        scopes: ScopeSet::of(&[Scope::ReadRegistry]),
        expires_at: Some(day(NOW + 30)),
        used_at: Some(day(NOW).plus(-3600).unwrap()),
        ..Token::plain(day(0))
    }
}

fn facts<'a>(token: &'a Token, alarms: &'a [Alarm]) -> Facts<'a> {
    Facts {
        token,
        now: day(NOW),
        lives: token.state(day(NOW)).is_live(),
        known_since: token.created_at,
        used_at: token.used_at,
        holder: if token.holder.is_some() { Holder::User { blocked: false } } else { Holder::Itself },
        holder_name: token.holder.map(|_| "bob"),
        maker: Maker::Fine,
        maker_name: "ann",
        path: Some("grp"),
        key: None,
        alarms,
        used_in: None,
    }
}

fn alarm(sort: Sort, detail: &str, last_at: Timestamp) -> Alarm {
    Alarm { token: TokenId(3), what: sort.word().into(), detail: detail.into(), first_at: day(1), last_at, times: 2 }
}

/// Judges by the default rules, but for the one on long lives, which every token here breaks that has a usual end.
fn found(facts: &Facts<'_>) -> Vec<Finding> {
    let mut ruleset = Ruleset::default();
    ruleset.set(Rule::LongLife, "max", &Given::Text("2y".into())).unwrap();
    ruleset.judge(facts, None)
}

#[track_caller]
fn finds(facts: &Facts<'_>, expected: &[&str]) {
    let told: Vec<String> = found(facts).iter().map(|found| format!("{}: {}", found.rule, found.words)).collect();
    assert_eq!(told, expected);
}

/// One change of the token, and what is found then.
type Case = (fn(&mut Token), &'static [&'static str]);

#[test]
fn a_token_that_is_in_order_has_no_findings_and_a_dead_one_none_of_a_live_ones() {
    finds(&facts(&token(), &[]), &[]);
    let mut revoked = Token { name: "test".into(), expires_at: None, used_at: None, ..token() };
    revoked.revocation = Some(Revocation { at: day(1), by: UserId(1), why: None });
    let mut dead = facts(&revoked, &[]);
    dead.maker = Maker::Gone;
    finds(&dead, &[]);
}

#[test]
fn ends_uses_and_names_are_judged_of_the_token_alone() {
    let cases: &[Case] = &[
        (|token| token.expires_at = None, &["no-expiry: it has no end"]),
        (|token| (token.kind, token.expires_at) = (Kind::Runner, None), &[]),
        (
            |token| token.expires_at = Some(day(3 * 365)),
            &["long-life: it lives from 2025-06-15 to 2028-06-14, longer than 2y"],
        ),
        (|token| token.expires_at = Some(day(2 * 365)), &[]),
        (|token| (token.kind, token.expires_at) = (Kind::Job, Some(day(3 * 365))), &[]),
        (
            |token| {
                token.expires_at = Some(day(3 * 365));
                token.revocation = Some(Revocation { at: day(1), by: UserId(1), why: None });
            },
            &[],
        ),
        (|token| token.expires_at = Some(day(NOW)), &["expired: its end came on 2026-06-15, and it was not revoked"]),
        (|token| token.used_at = Some(day(NOW - 90)), &["unused: it was last used on 2026-03-17, 90 days ago"]),
        (|token| token.used_at = Some(day(NOW - 89)), &[]),
        (|token| token.used_at = None, &["never-used: it was made 365 days ago, and no use of it is known"]),
        (|token| (token.used_at, token.created_at) = (None, day(NOW - 29)), &[]),
        (|token| (token.used_at, token.uses) = (None, 1), &[]),
        (|token| (token.used_at, token.kind) = (None, Kind::Job), &[]),
        (|token| token.name = "test".into(), &["generic-name: its name does not say what it is for"]),
        (|token| token.name = "Test-2".into(), &["generic-name: its name does not say what it is for"]),
        (|token| token.name = "deploy-token-7".into(), &["generic-name: its name does not say what it is for"]),
        (|token| token.name = "gitlab-deploy-token".into(), &[]),
        (|token| token.name = "tests of the app".into(), &[]),
        (|token| (token.name, token.kind) = ("test".into(), Kind::Runner), &[]),
    ];
    for (change, expected) in cases {
        let mut token = token();
        change(&mut token);
        finds(&facts(&token, &[]), expected);
    }
}

#[test]
fn a_pair_that_can_be_renewed_is_live_whatever_its_own_end() {
    let pair = Token { kind: Kind::Oauth, holder: Some(UserId(2)), expires_at: Some(day(1)), ..token() };
    finds(&facts(&pair, &[]), &["expired: its end came on 2025-06-16, and it was not revoked"]);
    let renewable = Facts { lives: true, ..facts(&pair, &[]) };
    finds(&renewable, &[]);
    let blocked = Facts { holder: Holder::User { blocked: true }, ..renewable };
    finds(&blocked, &["holder-blocked: it acts as `bob`, who is blocked"]);
}

#[test]
fn people_who_are_gone_or_stopped_are_told() {
    let made = token();
    let said = [
        (Maker::Gone, "creator-gone: `ann`, who made it, is gone and may still have its secret"),
        (Maker::Blocked, "creator-gone: `ann`, who made it, is blocked and may still have its secret"),
        (
            Maker::Powerless,
            "creator-gone: `ann`, who made it, has no say over it any more and may still have its secret",
        ),
    ];
    for (maker, words) in said {
        finds(&Facts { maker, ..facts(&made, &[]) }, &[words]);
    }
    // Who acts by it is told of by the holder's rules; of a runner's secret its maker knows nothing.
    let own = Token { kind: Kind::Personal, holder: Some(UserId(1)), ..token() };
    let runner = Token { kind: Kind::Runner, expires_at: None, ..token() };
    let job = Token { kind: Kind::Job, ..token() };
    for token in [&own, &runner, &job] {
        finds(&Facts { maker: Maker::Gone, ..facts(token, &[]) }, &[]);
    }
    let key = Token { kind: Kind::DeployKey, boundary: Boundary::Projects, ..token() };
    let told = found(&Facts { maker: Maker::Powerless, ..facts(&key, &[]) });
    assert!(told[0].words.ends_with("may still have the private half"), "{told:?}");
    assert_eq!(told[0].hint, "`tokctl revoke 3` ends it");
    finds(&Facts { holder: Holder::Gone, ..facts(&own, &[]) }, &["holder-gone: it acts as `bob`, who is gone"]);
}

#[test]
fn alarms_are_told_until_they_are_over() {
    let runner = Token { kind: Kind::Runner, expires_at: None, ..token() };
    let clones = [alarm(Sort::Clone, "s_2", day(5)), alarm(Sort::Clone, "s_3", day(9))];
    finds(
        &facts(&runner, &clones),
        &[
            "clone-alarm: its secret came from another machine too, `s_3`, one of 2 others, last on 2025-06-24T15:06:40Z",
        ],
    );
    finds(&Facts { lives: false, ..facts(&runner, &clones) }, &[]);
    let mut old = token();
    old.revocation = Some(Revocation { at: day(1), by: UserId(1), why: Some("rotated".into()) });
    let cases = [
        (
            Sort::RotatedOut,
            NOW - 29,
            &["rotated-out: its old secret was presented 2 times, last on 2026-05-17T15:06:40Z"][..],
        ),
        (Sort::RotatedOut, NOW - 30, &[]),
        (
            Sort::RefreshReuse,
            NOW,
            &["refresh-reuse: its spent refresh secret was used again, 2 times, last on 2026-06-15T15:06:40Z"],
        ),
    ];
    for (sort, last, expected) in cases {
        finds(&facts(&old, &[alarm(sort, "", day(last))]), expected);
    }
}

#[test]
fn keys_are_measured_by_their_bits() {
    let key = Token { kind: Kind::DeployKey, boundary: Boundary::Projects, ..token() };
    let cases = [(Algorithm::Rsa, 2048, true), (Algorithm::Rsa, 3072, false), (Algorithm::Ed25519, 256, false)];
    for (algorithm, bits, weak) in cases {
        let facts = Facts { key: Some(KeyFacts { algorithm, bits, pushes: true }), ..facts(&key, &[]) };
        let expected = ["weak-key: it is an RSA key with 2048 bits, and 3072 are wanted"];
        finds(&facts, if weak { &expected } else { &[] });
    }
}
