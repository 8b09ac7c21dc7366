//! Runners: what is accepted of them, and what is said of them.

use super::*;

fn settings() -> Settings {
    Settings::default()
}

#[test]
fn a_runner_takes_the_jobs_whose_tags_it_has() {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let cases = [
        ("", true, "", true),
        ("a b", true, "", true),
        ("a b", false, "", false),
        ("a b", false, "a", true),
        ("a b", false, "b a", true),
        ("a b", true, "a c", false),
        ("", true, "a", false),
        ("a", true, "A", false),
    ];
    for (tags, run_untagged, asked, taken) in cases {
        assert_eq!(takes(&words(tags), run_untagged, &words(asked)), taken, "{tags} {run_untagged} {asked}");
    }
}

#[test]
fn a_runner_that_could_never_take_a_job_is_refused() {
    assert!(settings().checked().is_ok());
    assert!(Settings { run_untagged: false, ..settings() }.checked().is_err());
    assert!(Settings { run_untagged: false, tags: vec!["x".into()], ..settings() }.checked().is_ok());
}

#[test]
fn a_runner_has_fifty_tags_at_most_each_once() {
    let tags = |count: usize| (0..count).map(|at| format!("t{at}")).collect::<Vec<_>>();
    assert!(Settings { tags: tags(50), ..settings() }.checked().is_ok());
    assert!(Settings { tags: tags(51), ..settings() }.checked().is_err());
    let twice = Settings { tags: vec!["a".into(), "b".into(), "a".into()], ..settings() }.checked().unwrap();
    assert_eq!(twice.tags, ["a", "b"]);
    for bad in ["", " a", "a,b", "a\n"] {
        assert!(Settings { tags: vec![bad.into()], ..settings() }.checked().is_err(), "{bad:?}");
    }
}

#[test]
fn a_tag_and_a_description_are_as_long_as_they_may_be_and_say_something() {
    for (length, good) in [(1, true), (255, true), (256, false), (257, false)] {
        let tagged = Settings { tags: vec!["ä".repeat(length)], ..settings() };
        assert_eq!(tagged.checked().is_ok(), good, "{length}");
    }
    for (text, good) in [("build", true), ("", false), (" ", false), ("a\u{1b}b", false)] {
        assert_eq!(check_description(text).is_ok(), good, "{text:?}");
        let described = Settings { description: Some(text.into()), ..settings() };
        assert_eq!(described.checked().is_ok(), good, "{text:?}");
    }
}

#[test]
fn a_timeout_is_ten_minutes_at_least() {
    for (seconds, good) in [(0, false), (599, false), (600, true), (86_400, true)] {
        let checked = Settings { maximum_timeout: Some(seconds), ..settings() }.checked();
        assert_eq!(checked.is_ok(), good, "{seconds}");
    }
}

#[test]
fn system_ids_are_plain_words() {
    for good in ["s_c2d22f638c25", "r_a", "build-1.example"] {
        assert!(check_system_id(good).is_ok(), "{good}");
    }
    for bad in ["", "a b", "a/b", "ä", "a\n", &"x".repeat(65)] {
        assert!(check_system_id(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn a_runner_is_online_for_two_hours_after_its_contact() {
    let at = Timestamp::MIN;
    let mut runner = Runner {
        id: RunnerId(1),
        boundary: Boundary::Instance,
        description: "r".into(),
        tags: Vec::new(),
        run_untagged: true,
        locked: false,
        access_level: AccessLevel::NotProtected,
        maximum_timeout: None,
        paused_at: None,
        contacted_at: None,
        system_id: None,
        registered_by: None,
        removed_at: None,
        created_at: at,
    };
    assert_eq!(runner.status(true, at), "never_contacted");
    runner.contacted_at = Some(at);
    assert_eq!(runner.status(true, at.plus(7199).unwrap()), "online");
    assert_eq!(runner.status(true, at.plus(7200).unwrap()), "offline");
    runner.paused_at = Some(at);
    assert_eq!(runner.status(true, at), "paused");
    assert_eq!(runner.status(false, at), "no_secret");
    runner.removed_at = Some(at);
    assert_eq!(runner.status(false, at), "removed");
}
