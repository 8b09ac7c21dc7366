//! Every fault at every place, or some of them.

use std::collections::BTreeMap;

use super::bench::{Random, is_long, variable};

/// A call, what happens in it, and which of its kind it is.
pub(super) type Fault = (&'static str, String, usize);

/// What can be the matter with each call, beside a kill.
///
/// A disk that cannot read a sector says `ENODATA` as often as `EIO`, and the engine treats the two differently: the one as
/// damage, the other as a reason to take the whole transaction back.
const ANY_ERROR: [&str; 9] = ["EIO", "ENODATA", "ENOSPC", "EACCES", "EROFS", "EMFILE", "ENOMEM", "EINTR", "EDQUOT"];

/// Returns every fault at every place; in a short run so many of them.
pub(super) fn every_fault(
    calls: &[&'static str],
    counts: &BTreeMap<String, usize>,
    some: usize,
    random: &mut Random,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for call in calls {
        for nth in 1..=counts.get(*call).copied().unwrap_or(0) {
            faults.push((*call, "signal=KILL".to_owned(), nth));
            // Rust's library takes a directory that cannot be closed for a fault of the program.
            if *call == "close" && counts.contains_key("getdents64") {
                continue;
            }
            // Rust's own start polls the three streams, and aborts where that fails. Locks that fail are tried for ten
            // seconds, so that they are for long runs, and a few of them there.
            if (*call, nth) == ("poll", 1) || *call == "fcntl" && !(is_long() && nth % 5 == 0) {
                continue;
            }
            if *call == "fcntl" {
                faults.push((*call, "error=EIO+".to_owned(), nth));
                continue;
            }
            faults.extend(ANY_ERROR.iter().map(|error| (*call, format!("error={error}"), nth)));
            // What is interrupted for ever is tried for ever.
            let lasting = ANY_ERROR.iter().filter(|error| **error != "EINTR");
            faults.extend(lasting.map(|error| (*call, format!("error={error}+"), nth)));
        }
    }
    if !is_long() {
        return (0..some).map(|_| faults.swap_remove(random.index(faults.len()))).collect();
    }
    faults
}

/// Returns the share of them that this run tries: all, where the long run is not parted.
pub(super) fn share<T>(mut faults: Vec<T>, random: &mut Random) -> Vec<T> {
    if !is_long() {
        return faults;
    }
    let (part, parts) = part();
    // In another order, the same in every run: each part gets some of each.
    for at in (1..faults.len()).rev() {
        faults.swap(at, random.index(at + 1));
    }
    faults.into_iter().skip(part).step_by(parts).collect()
}

/// Which part of the faults is tried, of how many: `TOKCTL_FAULTS_PART=2/20` is the second of twenty. All of them without.
fn part() -> (usize, usize) {
    let Some(text) = variable("TOKCTL_FAULTS_PART") else { return (0, 1) };
    let (part, parts) = text.split_once('/').unwrap();
    (part.parse::<usize>().unwrap() - 1, parts.parse().unwrap())
}
