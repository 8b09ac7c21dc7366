//! Long random histories, compared with a small model that knows nothing of the program.
//!
//! The model is a list of facts and one function; where it and `verify` disagree, proptest shrinks the history to the
//! shortest one that shows it.

#![cfg(test)]

mod facts;

use proptest::prelude::*;
use tokctl::domain::time::Timestamp;

use crate::support::Bench;
use facts::{Fact, Model, Of};

const PROJECTS: [&str; 3] = ["grp/app", "grp/sub/lib", "far/tool"];
const GROUPS: [&str; 3] = ["grp", "grp/sub", "far"];
const USERS: [&str; 2] = ["ann", "bob"];
const ROLES: [&str; 5] = ["guest", "reporter", "developer", "maintainer", "owner"];
const DAY: i64 = 86_400;
/// 2026-06-15, when every bench begins, in days since 1970.
const BEGIN: i64 = 20_619;

#[derive(Clone, Debug)]
enum Step {
    DeployOfProject(usize, Option<u8>),
    DeployOfGroup(usize, Option<u8>),
    Personal(usize, Option<u8>),
    Rotate(usize, Option<u8>),
    Suspend(usize),
    Resume(usize),
    Revoke(usize),
    Shorten(usize, u8),
    Role(usize, usize, usize),
    NoRole(usize, usize),
    Block(usize),
    Unblock(usize),
    Move(usize, usize),
    Later(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let days = || prop::option::of(1..20_u8);
    let token = 0..40_usize;
    prop_oneof![
        2 => (0..3_usize, days()).prop_map(|(at, days)| Step::DeployOfProject(at, days)),
        2 => (0..3_usize, days()).prop_map(|(at, days)| Step::DeployOfGroup(at, days)),
        2 => (0..2_usize, days()).prop_map(|(at, days)| Step::Personal(at, days)),
        3 => (token.clone(), prop::option::of(1..5_u8)).prop_map(|(at, days)| Step::Rotate(at, days)),
        1 => token.clone().prop_map(Step::Suspend),
        1 => token.clone().prop_map(Step::Resume),
        1 => token.clone().prop_map(Step::Revoke),
        1 => (token, 1..20_u8).prop_map(|(at, days)| Step::Shorten(at, days)),
        2 => (0..2_usize, 0..3_usize, 0..5_usize).prop_map(|(user, group, role)| Step::Role(user, group, role)),
        1 => (0..2_usize, 0..3_usize).prop_map(|(user, group)| Step::NoRole(user, group)),
        1 => (0..2_usize).prop_map(Step::Block),
        1 => (0..2_usize).prop_map(Step::Unblock),
        1 => (0..3_usize, 0..3_usize).prop_map(|(project, group)| Step::Move(project, group)),
        2 => (1..6_u8).prop_map(Step::Later),
    ]
}

struct History {
    bench: Bench,
    model: Model,
    /// What was valid in which project when.
    said: Vec<(Timestamp, usize, Vec<i64>)>,
}

impl History {
    fn new() -> Self {
        let bench = Bench::after(&[
            "project add grp/app",
            "project add grp/sub/lib",
            "project add far/tool",
            "user add ann",
            "user add bob",
        ]);
        let model =
            Model { day: BEGIN, tokens: Vec::new(), homes: [0, 1, 2], roles: [[None; 3]; 2], blocked: [false; 2] };
        Self { bench, model, said: Vec::new() }
    }

    fn mint(&mut self, command: &str, of: Of, days: Option<u8>) {
        let expires = days.map_or_else(String::new, |days| format!(" --expires {days}d"));
        let secret = self.bench.secret(&format!("{command} -s read_registry{expires}"));
        let end = days.map(|days| self.model.day + i64::from(days));
        self.model.tokens.push(Fact {
            secret,
            of,
            end,
            suspended: false,
            revoked: false,
            rotated: false,
            predecessor: None,
        });
    }

    /// Rotates a token; whether that goes is part of what is compared.
    fn rotate(&mut self, at: usize, overlap: Option<u8>) {
        let model = &self.model;
        let token = &model.tokens[at];
        let overlaps = token.predecessor.is_some_and(|before| model.is_alive(before));
        let goes = model.is_alive(at) && !token.suspended && !token.rotated && !overlaps;
        let overlap_option = overlap.map_or_else(String::new, |days| format!(" --overlap {days}d"));
        let told = self.bench.run(&format!("rotate {}{overlap_option}", at + 1));
        told.code(if goes { 0 } else { 5 });
        if !goes {
            return;
        }
        let (of, end) = (token.of, token.end);
        let old = &mut self.model.tokens[at];
        old.rotated = true;
        match overlap {
            None => old.revoked = true,
            Some(days) => {
                let over = self.model.day + i64::from(days);
                old.end = Some(old.end.map_or(over, |end| end.min(over)));
            }
        }
        let secret = told.secret();
        let predecessor = Some(at);
        self.model.tokens.push(Fact { secret, of, end, suspended: false, revoked: false, rotated: false, predecessor });
    }

    fn take(&mut self, step: &Step) {
        let count = self.model.tokens.len();
        match *step {
            Step::DeployOfProject(at, days) => {
                self.mint(&format!("create deploy --project {}", self.path(at)), Of::Project(at), days);
            }
            Step::DeployOfGroup(at, days) => {
                self.mint(&format!("create deploy --group {}", GROUPS[at]), Of::Group(at), days);
            }
            Step::Personal(user, days) if !self.model.blocked[user] => {
                self.mint(&format!("create personal --user {}", USERS[user]), Of::User(user), days);
            }
            Step::Rotate(at, overlap) if at < count && !self.model.is_of_a_blocked_user(at) => self.rotate(at, overlap),
            Step::Suspend(at) if at < count => {
                let goes = self.model.is_alive(at);
                self.bench.run(&format!("suspend {}", at + 1)).code(if goes { 0 } else { 5 });
                self.model.change(at, |token| token.suspended |= goes);
            }
            Step::Resume(at) if at < count => {
                let goes = self.model.is_alive(at)
                    && self.model.tokens[at].suspended
                    && !self.model.is_stopped_by_its_successor(at);
                self.bench.run(&format!("resume {}", at + 1)).code(if goes { 0 } else { 5 });
                self.model.tokens[at].suspended &= !goes;
            }
            Step::Revoke(at) if at < count => {
                self.bench.ok(&format!("revoke {} --yes", at + 1));
                let falls = self.model.tokens[at].predecessor.filter(|_| !self.model.tokens[at].revoked);
                if let Some(before) = falls.filter(|before| self.model.is_alive(*before)) {
                    self.model.tokens[before].revoked = true;
                }
                self.model.tokens[at].revoked = true;
            }
            Step::Shorten(at, days) if at < count => {
                let end = self.model.day + i64::from(days);
                let goes = self.model.is_alive(at) && self.model.tokens[at].end.is_none_or(|old| end < old);
                self.bench.run(&format!("shorten {} --expires {days}d", at + 1)).code(if goes { 0 } else { 5 });
                if goes {
                    self.model.change(at, |token| token.end = Some(token.end.map_or(end, |old| old.min(end))));
                }
            }
            Step::Later(days) => {
                self.model.day += i64::from(days);
                self.bench.later(i64::from(days) * DAY);
            }
            _ => self.take_of_people(step),
        }
    }

    fn take_of_people(&mut self, step: &Step) {
        match *step {
            Step::Role(user, group, role) => {
                let (user_name, group_name, role_name) = (USERS[user], GROUPS[group], ROLES[role]);
                self.bench.ok(&format!("member add {user_name} --group {group_name} --role {role_name}"));
                self.model.roles[user][group] = Some(role);
            }
            Step::NoRole(user, group) => {
                let goes = self.model.roles[user][group].take().is_some();
                let line = format!("member remove {} --group {}", USERS[user], GROUPS[group]);
                self.bench.run(&line).code(if goes { 0 } else { 3 });
            }
            Step::Block(user) => {
                self.bench.ok(&format!("user block {}", USERS[user]));
                self.model.blocked[user] = true;
            }
            Step::Unblock(user) => {
                self.bench.ok(&format!("user unblock {}", USERS[user]));
                self.model.blocked[user] = false;
            }
            Step::Move(project, group) if self.model.homes[project] != group => {
                self.bench.ok(&format!("project transfer {} --to {}", self.path(project), GROUPS[group]));
                self.model.homes[project] = group;
            }
            _ => {}
        }
    }

    /// Returns the path that a project has now.
    fn path(&self, project: usize) -> String {
        let name = PROJECTS[project].rsplit('/').next().unwrap();
        format!("{}/{name}", GROUPS[self.model.homes[project]])
    }

    /// Asks about every token in every project, and which tokens are valid there: those that open it, and those that
    /// are only stopped for the time being.
    fn compare(&mut self) {
        for project in 0..PROJECTS.len() {
            let line = format!("list -q --access registry:read --valid-in {}", self.path(project));
            let valid = self.bench.ok(&line).ids();
            for (at, token) in self.model.tokens.iter().enumerate() {
                let id = i64::try_from(at).unwrap() + 1;
                let stopped = token.suspended || self.model.is_of_a_blocked_user(at);
                let listed = valid.contains(&id);
                let opens = self.model.opens(at, project);
                assert!(listed == opens || listed && stopped, "token {id}: {line}");
            }
            self.said.push((self.bench.now, project, valid));
        }
        for (at, token) in self.model.tokens.iter().enumerate() {
            for project in 0..PROJECTS.len() {
                let options = format!("--access registry:read --project {}", self.path(project));
                let expected = i32::from(!self.model.opens(at, project));
                self.bench.verify(&token.secret, &options).code(expected);
            }
        }
        // What comes next is not of the same second.
        self.bench.later(1);
    }

    /// Asks again what was said of the past.
    fn remember(&self) {
        for (at, project, valid) in &self.said {
            let line = format!("list -q --access registry:read --valid-in {} --as-of {at}", self.path(*project));
            assert_eq!(self.bench.ok(&line).ids(), *valid, "{line}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn verify_agrees_with_the_model_after_any_history(steps in prop::collection::vec(step(), 1..40)) {
        let mut history = History::new();
        for (at, step) in steps.iter().enumerate() {
            history.take(step);
            if at % 10 == 9 {
                history.compare();
            }
        }
        history.compare();
        history.remember();
    }
}
