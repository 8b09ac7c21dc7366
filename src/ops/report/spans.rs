//! How long ago something was, counted in a few spans.

/// A span of time, and how many tokens fall into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The span in words.
    pub name: &'static str,
    /// How many there are.
    pub live: u64,
}

/// The words for a span, and how many days ago it ends; `None` for what has no time.
type Limit = (&'static str, Option<i64>);

/// How long ago tokens were made.
pub(super) const AGES: [Limit; 6] = [
    ("under 7 days", Some(7)),
    ("under 30 days", Some(30)),
    ("under 90 days", Some(90)),
    ("under a year", Some(365)),
    ("under 2 years", Some(730)),
    ("2 years and more", Some(i64::MAX)),
];

/// How long ago tokens were used.
pub(super) const USES: [Limit; 6] = [
    ("in the last day", Some(1)),
    ("in the last 7 days", Some(7)),
    ("in the last 30 days", Some(30)),
    ("in the last 90 days", Some(90)),
    ("longer ago", Some(i64::MAX)),
    ("no use known", None),
];

/// A count under way.
pub(super) struct Tally {
    limits: &'static [Limit],
    counts: Vec<u64>,
}

impl Tally {
    pub(super) fn new(limits: &'static [Limit]) -> Self {
        Self { limits, counts: vec![0; limits.len()] }
    }

    /// Counts something that was so many seconds ago, or never.
    pub(super) fn add(&mut self, seconds: Option<i64>) {
        let days = seconds.map(|seconds| seconds.div_euclid(86_400));
        let falls_into = |limit: &Option<i64>| match (days, limit) {
            (Some(days), Some(limit)) => days < *limit,
            (None, None) => true,
            _ => false,
        };
        if let Some(at) = self.limits.iter().position(|(_, limit)| falls_into(limit)) {
            self.counts[at] += 1;
        }
    }

    pub(super) fn spans(self) -> Vec<Span> {
        self.limits.iter().zip(self.counts).map(|((name, _), live)| Span { name, live }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_falls_into_one_span() {
        const DAY: i64 = 86_400;
        let cases = [
            (Some(-5), 0),
            (Some(0), 0),
            (Some(DAY - 1), 0),
            (Some(DAY), 1),
            (Some(7 * DAY), 2),
            (Some(90 * DAY - 1), 3),
            (Some(90 * DAY), 4),
            (Some(9000 * DAY), 4),
            (None, 5),
        ];
        for (seconds, expected) in cases {
            let mut tally = Tally::new(&USES);
            tally.add(seconds);
            let found: Vec<u64> = tally.spans().iter().map(|span| span.live).collect();
            assert_eq!(found.iter().position(|count| *count == 1), Some(expected), "{seconds:?}");
            assert_eq!(found.iter().sum::<u64>(), 1);
        }
    }
}
