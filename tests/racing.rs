//! Two who want different things of one token, or one name, at the same instant: one order or the other, and nothing between.

#![cfg(test)]

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::support::{Bench, Kept, Told};

/// Runs two commands at the same instant, as processes of their own.
fn both(bench: &Bench, lines: [&str; 2]) -> [Told; 2] {
    thread::scope(|scope| {
        let started = lines.map(|line| scope.spawn(|| bench.process(line).piped(b"")));
        started.map(|one| one.join().unwrap())
    })
}

/// Makes a token by the real clock, as those do who race.
fn made(bench: &Bench, line: &str) -> Kept {
    bench.process(line).piped(b"").secret()
}

fn asked(bench: &Bench, secret: &Kept) -> Told {
    bench.process("verify").piped(secret.expose())
}

#[test]
fn of_two_who_take_one_name_at_once_one_gets_it() {
    let mut bench = Bench::new();
    bench.process("project add grp/app").piped(b"").code(0);
    bench.as_myself();
    for (round, make) in
        ["create deploy --project grp/app -s read_registry -q --name", "user add", "group add", "app add --scope api"]
            .iter()
            .cycle()
            .take(24)
            .enumerate()
    {
        let line = format!("{make} n{round}");
        let ends = both(&bench, [&line, &line]);
        let mut codes = ends.each_ref().map(Told::exit);
        codes.sort_unstable();
        assert_eq!(codes, [0, 5], "{}{}", ends[0], ends[1]);
    }
    assert_eq!(bench.ok("list --count").out(), "6\n");
}

#[test]
fn whoever_revokes_a_name_while_another_rotates_it_leaves_nothing_alive() {
    let mut bench = Bench::new();
    bench.process("project add grp/app").piped(b"").code(0);
    bench.as_myself();
    let (mut rotated, mut refused) = (0, 0);
    for round in 0..20 {
        let name = format!("n{round}");
        let first = made(&bench, &format!("create deploy --project grp/app -s read_registry --name {name} -q"));
        let revoke = format!("revoke {name} --project grp/app --yes");
        let [rotation, revocation] = both(&bench, [&format!("rotate {name} --project grp/app"), &revoke]);
        // Whoever meets the moment between the two of a rotation has a live token of that name before it or behind it.
        revocation.code(0);
        asked(&bench, &first).code(1);
        if rotation.exit() == 0 {
            rotated += 1;
            asked(&bench, &rotation.secret()).code(1);
        } else {
            refused += 1;
            assert!(rotation.stdout_bytes().is_empty(), "{rotation}");
        }
        assert_eq!(bench.ok("list --count").out(), "0\n", "{rotation}{revocation}");
    }
    assert_eq!(rotated + refused, 20);
}

#[test]
fn whoever_revokes_a_number_while_another_rotates_it_is_told_what_lives() {
    let mut bench = Bench::new();
    bench.process("project add grp/app").piped(b"").code(0);
    bench.as_myself();
    for _ in 0..20 {
        let first = made(&bench, "create deploy --project grp/app -s read_registry -q");
        let id = bench.ok("list -q").ids()[0];
        let [rotation, revocation] = both(&bench, [&format!("rotate {id}"), &format!("revoke {id} --yes")]);
        revocation.code(0);
        asked(&bench, &first).code(1);
        let live = bench.ok("list -q").ids();
        if rotation.exit() == 0 {
            let next = live[0].to_string();
            assert!(revocation.err().contains(&next), "{next} lives: {revocation}");
            bench.ok(&format!("revoke {next} --yes"));
        } else {
            rotation.code(5);
            assert!(live.is_empty(), "{rotation}{revocation}");
        }
    }
}

#[test]
fn a_verdict_while_its_user_changes_is_that_of_one_instant() {
    let mut bench = Bench::new();
    bench.process("user add bob").piped(b"").code(0);
    bench.as_myself();
    let secret = made(&bench, "create personal --user bob -s api -q");
    let is_over = AtomicBool::new(false);
    let (mut allowed, mut denied) = (0, 0);
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..12 {
                let (from, to) = if round % 2 == 0 { ("bob", "rob") } else { ("rob", "bob") };
                // Renamed while blocked: nobody ever sees the other name allowed.
                for line in [
                    format!("user block {from}"),
                    format!("user rename {from} {to}"),
                    format!("user rename {to} {from}"),
                ] {
                    bench.process(&line).piped(b"").code(0);
                }
                bench.process(&format!("user unblock {from}")).piped(b"").code(0);
                bench.process(&format!("user rename {from} {to}")).piped(b"").code(0);
            }
            is_over.store(true, Ordering::Relaxed);
        });
        while !is_over.load(Ordering::Relaxed) {
            let told = bench.process("verify --json").piped(secret.expose());
            let json = told.json();
            let verdict = &json["verdicts"][0];
            match told.exit() {
                0 => {
                    allowed += 1;
                    assert!(verdict["reason"].is_null() && verdict["verdict"] == "allow", "{told}");
                }
                1 => {
                    denied += 1;
                    assert!(verdict["verdict"] == "deny" && verdict["reason"] != "unknown", "{told}");
                }
                _ => panic!("{told}"),
            }
        }
    });
    assert!(allowed > 0 && denied > 0, "{allowed} allowed, {denied} denied");
}
