//! Names: which are taken, and which are near to one that was mistyped.

use super::*;
use crate::domain::error::Code;

#[test]
fn titles_are_plain_visible_text() {
    let long = "x".repeat(255);
    for good in ["ci", "nightly build", "'; DROP TABLE tokens;--", "=1+1", "%_", "déjà vu", "👩‍👩‍👧", "1st", &long]
    {
        assert!(check_title("name", good).is_ok(), "{good:?}");
    }
    let longer = "x".repeat(256);
    for bad in [
        "",
        " ",
        "a ",
        " a",
        "a\nb",
        "a\u{1b}[31m",
        "a\u{202e}b",
        "\u{feff}a",
        "a\u{1ffff}",
        "12",
        "-x",
        "a\0b",
        &longer,
    ] {
        assert_eq!(check_title("name", bad).map_err(|error| error.code), Err(Code::Usage), "{bad:?}");
    }
}

#[test]
fn a_note_is_visible_text_of_any_sort_without_a_secret() {
    let secret = format!("gl{}-{}", "dt", "1".repeat(20));
    for (note, good) in [
        (String::new(), true),
        (" for the nightly build, see -x ".into(), true),
        ("ä".repeat(1000), true),
        ("ä".repeat(1001), false),
        ("ä".repeat(1002), false),
        ("a\nb".into(), false),
        ("a\u{202e}b".into(), false),
        (format!("it is {secret}"), false),
    ] {
        let refused = (!good).then_some(Code::Usage);
        assert_eq!(check_note(&note).err().map(|error| error.code), refused, "{note:?}");
    }
}

#[test]
fn deploy_usernames_are_those_of_gitlab() {
    for good in ["a", "gitlab+deploy-token-1", "A.b_c-d+e", "-", "."] {
        assert!(check_deploy_username(good).is_ok(), "{good:?}");
    }
    for bad in ["", "a b", "a:b", "a/b", "ä", "a\n", &"x".repeat(256)] {
        assert!(check_deploy_username(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn the_names_of_the_ghost_and_of_bots_are_reserved() {
    for name in ["ghost", "ghost1", "Ghost", "ghosts", "project_1_bot", "project_12_bot3", "PROJECT_1_BOT"] {
        assert_eq!(check_username(name).map_err(|error| error.code), Err(Code::Refused), "{name}");
    }
    for name in ["ann", "project_bot", "project__bot", "project_x_bot", "project_1", "gitlab-ci", "my_ghost"] {
        assert!(check_username(name).is_ok(), "{name}");
    }
    assert_eq!(check_top("Ghosts").map_err(|error| error.code), Err(Code::Refused));
    assert!(check_top("grp").is_ok());
}

#[test]
fn paths_have_plain_parts() {
    for good in ["a", "grp/app", "a/b/c.d", "2024/x_y-z"] {
        assert!(check_path("path", good).is_ok(), "{good:?}");
    }
    for bad in ["", "/", "a/", "/a", "a//b", "a/../b", "a/.b", "a/-b", "a/b.git", "a/b.GIT", "a/b.", "a b", "ä"] {
        assert!(check_path("path", bad).is_err(), "{bad:?}");
    }
    // Four parts of 249, their strokes, and what makes it so long.
    let path = |rest: usize| format!("{}{}", format!("{}/", "x".repeat(249)).repeat(3), "y".repeat(rest));
    assert!(check_path("path", &path(250)).is_ok());
    assert_eq!(path(250).len(), LONGEST_PATH);
    assert!(check_path("path", &path(251)).is_err() && check_path("path", &path(252)).is_err());
}

#[test]
fn near_names_are_offered_nearest_first() {
    assert_eq!(near("grp/ap", ["grp/app", "other/thing"]), ["grp/app"]);
    assert_eq!(near("GRP/App", ["grp/app", "other/thing"]), ["grp/app"]);
    assert_eq!(near("gpr", ["ann", "grp"]), ["grp"]);
    assert_eq!(near("repo:write", ["api:write", "repository:write", "registry:write"])[0], "repository:write");
    assert_eq!(near("reg:read", ["api:read", "repository:read", "registry:read"])[0], "registry:read");
    assert!(near("x", ["ab", "y"]).is_empty());
    assert!(near("ab", ["ac"]).is_empty(), "in so short a word one slip is half of it");
    assert!(near("zzz", ["grp/app"]).is_empty());
}
