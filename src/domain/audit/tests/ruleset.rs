//! Rulesets: which rules are asked, and what they take.

use std::collections::BTreeSet;

use super::*;

#[test]
fn the_worst_come_first_and_those_of_one_severity_may_be_asked_for() {
    let token = Token { expires_at: None, used_at: None, name: "tmp".into(), ..token() };
    let facts = Facts { maker: Maker::Gone, ..facts(&token, &[]) };
    let of =
        |only| -> Vec<&str> { Ruleset::default().judge(&facts, only).iter().map(|found| found.rule.id()).collect() };
    assert_eq!(of(None), ["creator-gone", "no-expiry", "never-used", "generic-name"]);
    assert_eq!(of(Some(Severity::Medium)), ["no-expiry"]);
    assert_eq!(of(Some(Severity::Critical)), [""; 0]);
}

#[test]
fn every_rule_stands_at_its_place_with_a_threshold_and_its_words() {
    for (at, rule) in Rule::all().enumerate() {
        assert_eq!(rule as usize, at);
        assert_eq!(Rule::parse(rule.id()), Some(rule));
        assert_eq!(
            rule.measured_by().is_none(),
            Ruleset::default().setting(rule).threshold == Threshold::None,
            "{rule}"
        );
        for words in [rule.about(), rule.help()] {
            assert!(words.len() > 12 && words.contains(' ') && !words.ends_with('.'), "{rule}");
        }
    }
    let told: BTreeSet<&str> = Rule::all().flat_map(|rule| [rule.about(), rule.help()]).collect();
    assert!(told.len() > Rule::all().count(), "each has words of its own");
}

#[test]
fn a_rule_has_the_keys_that_it_takes() {
    let life = Given::Text("7d".into());
    let names = Given::List(vec!["x".into()]);
    for rule in Rule::all() {
        let mut ruleset = Ruleset::default();
        let keys: Vec<&str> = ["enabled", "severity"].into_iter().chain(rule.measured_by()).collect();
        assert_eq!(rule.keys(), keys, "{rule}");
        ruleset.set(rule, "enabled", &Given::Flag(false)).unwrap();
        ruleset.set(rule, "severity", &Given::Text("critical".into())).unwrap();
        assert!(!ruleset.asks(rule, None) && ruleset.setting(rule).severity == Severity::Critical, "{rule}");
        ruleset.set(rule, "enabled", &Given::Flag(true)).unwrap();
        assert!(ruleset.asks(rule, None) && !ruleset.asks(rule, Some(Severity::Low)), "{rule}");
        // Whatever sort of value it is, it needs its own key.
        for value in [&life, &names, &Given::Number(4096)] {
            assert!(ruleset.set(rule, "xyzzy", value).is_err(), "{rule}");
        }
    }
    let mut ruleset = Ruleset::default();
    ruleset.set(Rule::GenericName, "names", &names).unwrap();
    assert_eq!(ruleset.setting(Rule::GenericName).threshold, Threshold::Names(vec!["x".into()]));
}

#[test]
fn rules_are_chosen_by_naming_them_or_leaving_them_out() {
    let asked = |ruleset: &Ruleset| Rule::all().filter(|rule| ruleset.asks(*rule, None)).collect::<Vec<_>>();
    let mut ruleset = Ruleset::default();
    ruleset.leave_out(&[Rule::Unused]);
    assert_eq!(asked(&ruleset), Rule::all().filter(|rule| *rule != Rule::Unused).collect::<Vec<_>>());
    ruleset.ask_only(&[Rule::Unused, Rule::WeakKey]);
    assert_eq!(asked(&ruleset).len(), 2);
    assert!(ruleset.asks(Rule::Unused, None) && ruleset.asks(Rule::WeakKey, None));
}

#[test]
fn policies_measure_where_nothing_else_was_said() {
    let mut policies = Policies::default();
    policies.set(Policy::MaxLife, "90d").unwrap();
    policies.set(Policy::MinRsaBits, "4096").unwrap();
    let token = token();
    let rules = |ruleset: &Ruleset| -> Vec<String> {
        ruleset.under(&policies).judge(&facts(&token, &[]), None).iter().map(|found| found.words.clone()).collect()
    };
    let mut ruleset = Ruleset::default();
    assert_eq!(rules(&ruleset), ["it lives from 2025-06-15 to 2026-07-15, longer than the policy `max-life`"]);
    assert_eq!(ruleset.under(&policies).setting(Rule::WeakKey).threshold, Threshold::Bits(4096));
    ruleset.set(Rule::LongLife, "max", &Given::Text("never".into())).unwrap();
    ruleset.set(Rule::WeakKey, "rsa-bits", &Given::Number(2048)).unwrap();
    assert_eq!(rules(&ruleset), [""; 0]);
    assert_eq!(ruleset.under(&policies).setting(Rule::WeakKey).threshold, Threshold::Bits(2048));
}

#[test]
fn what_a_rule_does_not_take_is_refused() {
    let text = |text: &str| Given::Text(text.into());
    let cases = [
        (Rule::Unused, "afetr", text("1d"), "the rule `unused` has no key `afetr`"),
        (Rule::NoExpiry, "after", text("1d"), "the rule `no-expiry` has no key `after`"),
        (Rule::Unused, "after", text("soon"), "`soon` is no life"),
        (Rule::Unused, "after", Given::Number(90), "`after` is a life in quotes, as in `after = \"90d\"`"),
        (Rule::Unused, "severity", text("bad"), "`severity` is \"low\", \"medium\", \"high\" or \"critical\""),
        (Rule::Unused, "enabled", text("true"), "`enabled` is `true` or `false`, without quotes"),
        (Rule::WeakKey, "rsa-bits", Given::Number(1024), "`rsa-bits` is a number from 2048 to 16384"),
        (Rule::GenericName, "names", text("x"), "`names` is a list of texts, as in `names = [\"test\", \"tmp\"]`"),
    ];
    for (rule, key, value, what) in cases {
        let error = Ruleset::default().set(rule, key, &value).unwrap_err();
        assert_eq!(error.what, what);
    }
    assert_eq!(Rule::unknown("no-expiri").hint.as_deref(), Some("did you mean `no-expiry`?"));
}
