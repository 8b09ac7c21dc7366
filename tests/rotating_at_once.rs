//! Rotating from two processes at once: one wins, the other changes nothing.

#![cfg(test)]

use crate::bulk_creating::all_of;
use crate::support::{Bench, Told};

/// Two real processes: whoever comes second finds the token rotated, or one of his.
#[test]
fn of_two_rotations_at_once_exactly_one_wins() {
    let mut bench = Bench::new();
    bench.process("create deploy -s read_registry --number 3 --name ci --to old -q").piped(b"").code(0);
    bench.as_myself();
    let mut ids = [1, 2, 3];
    for round in 0..40 {
        let [first, second, third] = ids;
        let lines = match round % 4 {
            0 => [format!("rotate {second} -q"), format!("rotate {second} -q")],
            1 => [format!("rotate {second} -q"), format!("rotate {first} {second} {third} --to-dir a{round} -q")],
            2 => [
                format!("rotate {first} {second} --to-dir a{round} -q"),
                format!("rotate {second} {third} --to-dir b{round} -q"),
            ],
            _ => [format!("rotate {second} --to a{round} -q"), format!("rotate {second} --to b{round} -q")],
        };
        let before = all_of(&bench);
        let ends: Vec<Told> = std::thread::scope(|scope| {
            let started: Vec<_> = lines.iter().map(|line| scope.spawn(|| bench.process(line).piped(b""))).collect();
            started.into_iter().map(|one| one.join().unwrap()).collect()
        });
        let mut codes: Vec<i32> = ends.iter().map(Told::exit).collect();
        codes.sort_unstable();
        assert_eq!(codes, [0, 5], "{}{}", ends[0], ends[1]);
        assert_ne!(all_of(&bench), before);
        let live = bench.ok("list -q").ids();
        assert_eq!(live.len(), 3, "{}{}", ends[0], ends[1]);
        for (line, end) in lines.iter().zip(&ends) {
            let place =
                line.split(' ').find(|word| [format!("a{round}"), format!("b{round}")].contains(&(*word).to_owned()));
            if let Some(place) = place {
                assert_eq!(bench.path(place).exists(), end.exit() == 0, "whoever lost leaves nothing: {end}");
            }
        }
        let name =
            |id: i64| bench.ok(&format!("show {id} --json")).json()["tokens"][0]["name"].as_str().unwrap().to_owned();
        let mut named: Vec<(String, i64)> = live.into_iter().map(|id| (name(id), id)).collect();
        named.sort();
        ids = [named[0].1, named[1].1, named[2].1];
    }
}
