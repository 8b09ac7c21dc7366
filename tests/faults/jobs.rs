//! Jobs that are killed while they start, with two secrets on their way.

use rusqlite::Connection;
use serde_json::Value;
use tokctl::domain::digest::Digest;

use super::bench::{Bench, has};
use super::ledger::{must_be_sound, opened};
use super::traced::{at_every_call, counted, injected};

/// The calls in which a job that starts can be killed and leave anything behind.
const CALLS: [&str; 7] = ["write", "pwrite64", "fsync", "flock", "poll", "rt_sigprocmask", "getrandom"];

const START: [&str; 4] = ["job", "start", "--json", "-q"];

/// Returns the digests of the secrets of all jobs: of each its own, and its password.
fn alive(bench: &Bench) -> Vec<[Vec<u8>; 2]> {
    // The next command recovers the log of the one that was killed.
    bench.run(&["list", "-q"]).must_be(0);
    let connection: Connection = opened(bench);
    let sql = "SELECT tokens.digest, secrets.digest FROM jobs JOIN tokens ON tokens.job_id = jobs.id \
               LEFT JOIN secrets ON secrets.job_id = jobs.id ORDER BY jobs.id";
    let mut statement = connection.prepare(sql).unwrap();
    // A job without its password is a fault, and so is what cannot be read here.
    let found = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?])).unwrap().map(Result::unwrap);
    found.collect()
}

#[test]
fn a_job_killed_at_any_call_while_it_starts_has_both_its_secrets_in_hand_or_neither_alive() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    bench.run(&["create", "deploy", "-s", "read_registry", "--name", "gitlab-deploy-token", "-q"]).must_be(0);
    let mut received: Vec<[Vec<u8>; 2]> = Vec::new();
    let mut enter = |out: &[u8]| {
        let Ok(json) = serde_json::from_slice::<Value>(out) else { return };
        let digest = |key: &str| Digest::of(json["tokens"][0][key].as_str().unwrap().as_bytes()).as_bytes().to_vec();
        received.push([digest("secret"), digest("deploy_password")]);
    };
    let (run, counts) = counted(&bench, &START);
    enter(&run.must_be(0).out);
    let mut dead = 0;
    at_every_call(&CALLS, &counts, |call, nth| {
        let before = alive(&bench).len();
        let (run, hit) = injected(&bench, &START, call, "signal=KILL", nth);
        enter(&run.out);
        dead += usize::from(alive(&bench).len() == before);
        hit
    });
    let alive = alive(&bench);
    assert!(alive.iter().all(|pair| received.contains(pair)), "alive, but nobody got both");
    assert!(alive.len() > 1 && dead > 5, "nothing got through, or nothing was killed: {}, {dead}", alive.len());
    must_be_sound(&bench, "killed at every call");
}
