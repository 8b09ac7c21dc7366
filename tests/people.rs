//! Users, and who is a member of what.

#![cfg(test)]

use crate::support::Bench;

#[test]
fn users_are_added_listed_and_shown() {
    let bench = Bench::founded();
    bench.run("user add ann --name 'Ann Other'").is(0, "", "added the user `ann`\n");
    bench.run("user add boss --admin").is(0, "", "added the user `boss`, an admin\n");
    bench.run("user list").is(
        0,
        "ID  USERNAME  NAME       KIND   ADMIN  BLOCKED\n \
          1  op        op         human  yes    no\n \
          2  ann       Ann Other  human  no     no\n \
          3  boss      boss       human  yes    no\n",
        "",
    );
    let ann =
        "{\"id\":2,\"username\":\"ann\",\"name\":\"Ann Other\",\"kind\":\"human\",\"admin\":false,\"blocked\":false}";
    bench.run("user show ann --json").is(0, &format!("{{\"version\":1,\"users\":[\n{ann}\n]}}\n"), "");
    bench.run("user show ann -q").is(0, "2\n", "");
    bench.run("user list --format ids").is(0, "1\n2\n3\n", "");
    let told = bench.run("user add eve --json");
    assert_eq!(told.code(0).json()["users"][0]["id"], 4);
}

#[test]
fn names_that_are_taken_reserved_or_no_words_are_refused() {
    let bench = Bench::after(&["user add ann", "group add grp"]);
    let taken =
        "the name `{}` is taken\n  users and groups at the top share one room of names, in upper and lower case";
    for name in ["ann", "ANN", "op", "grp", "GRP"] {
        bench.refuses(5, &[(&format!("user add {name}"), &format!("error: {}", taken.replace("{}", name)))]);
    }
    for name in ["ghost", "Ghost7", "ghostwriter", "project_1_bot", "project_12_bot3", "PROJECT_1_BOT"] {
        bench.refuses(4, &[(&format!("user add {name}"), "error: this username is reserved")]);
    }
    for name in ["12", "a/b", "a b", ".a", "a.", "a..b", "x.git", "ä", ""] {
        bench.refuses(2, &[(&format!("user add '{name}'"), "error: this username cannot be used")]);
    }
    bench.refuses(2, &[("user add bob --name ' '", "error: this name cannot be used")]);
    bench.refuses(3, &[("user show an", "error: there is no user `an`\nhint: did you mean `ann`?")]);
    bench.refuses(4, &[("user add bob --as ann", "error: only an admin may add a user")]);
    bench.run("user list --format ids").is(0, "1\n2\n", "");
}

fn with_group() -> Bench {
    Bench::after(&["user add ann", "user add bob", "user add cid", "project add grp/sub/app"])
}

#[test]
fn members_are_given_a_role_another_one_and_none() {
    let bench = with_group();
    bench.run("member add ann --group grp --role maintainer").is(
        0,
        "",
        "`ann` has the role maintainer in the group `grp`\n",
    );
    bench.ok("member add ann --project grp/sub/app --role developer");
    bench.ok("member add bob --project grp/sub/app --role guest");
    bench.ok("member add bob --project grp/sub/app --role reporter");
    bench.run("member list --project grp/sub/app").is(
        0,
        "ID  USERNAME  KIND   ROLE        OF           DIRECT\n \
          1  op        human  owner       grp          no\n \
          2  ann       human  maintainer  grp          no\n \
          2  ann       human  developer   grp/sub/app  yes\n \
          3  bob       human  reporter    grp/sub/app  yes\n",
        "",
    );
    bench.run("member list --group grp --format ids").is(0, "1\n2\n", "");
    bench.run("member remove bob --project grp/sub/app").is(
        0,
        "",
        "`bob` has no role of their own in the project `grp/sub/app` any more\n",
    );
    bench
        .run("member remove bob --project grp/sub/app")
        .code(3)
        .says("error: `bob` is no member of `grp/sub/app` itself");
    bench
        .run("member remove ann --group grp/sub")
        .code(3)
        .says("`tokctl member list --group grp/sub` shows where a role comes from");
}

#[test]
fn a_member_needs_a_place_a_role_and_a_person() {
    let bench = with_group();
    bench.refuses(
        2,
        &[
            ("member add ann --role guest", "error: neither a project nor a group is named"),
            ("member list", "error: neither a project nor a group is named"),
            ("member add ann --group grp", "--role"),
            ("member add ann --group grp --role boss", "invalid value"),
            ("member add ann --group grp --role maintianer", "did you mean `maintainer`?"),
        ],
    );
    bench.refuses(
        3,
        &[
            ("member add nobody --group grp --role guest", "error: there is no user `nobody`"),
            ("member add ann --group gpr --role guest", "error: there is no group `gpr`\nhint: did you mean `grp`"),
            ("member add ann --project grp/x --role guest", "error: there is no project `grp/x`"),
        ],
    );
}

#[test]
fn a_group_keeps_its_last_owner() {
    let bench = with_group();
    let refused = "error: `grp` would be left without an Owner\nhint: first make somebody else Owner: `tokctl member add \
                   USER --group grp --role owner`\n";
    bench.run("member remove op --group grp").is(4, "", refused);
    bench.run("member add op --group grp --role guest").is(4, "", refused);
    bench.all(&["member add ann --group grp --role owner", "member remove op --group grp"]);
    bench.run("member remove ann --group grp --as ann").is(4, "", refused);
    bench.ok("member add ann --group grp --role owner --as ann");
}

#[test]
fn nobody_gives_or_takes_more_than_he_has() {
    let bench = with_group();
    bench.all(&[
        "member add ann --group grp/sub --role maintainer",
        "member add cid --project grp/sub/app --role owner",
    ]);
    bench.ok("member add bob --project grp/sub/app --role maintainer --as ann");
    bench.run("member add bob --project grp/sub/app --role owner --as ann").is(
        4,
        "",
        "error: `ann` cannot give the role owner in `grp/sub/app`\n  nobody gives a higher role than their own\n",
    );
    bench.refuses(
        4,
        &[
            (
                "member add cid --project grp/sub/app --role guest --as ann",
                "error: `ann` cannot change somebody of a higher role",
            ),
            (
                "member remove cid --project grp/sub/app --as ann",
                "error: `ann` cannot change somebody of a higher role",
            ),
            (
                "member add bob --group grp/sub --role guest --as ann",
                "error: `ann` may not change the members of `grp/sub`",
            ),
            (
                "member add ann --group grp/sub --role owner --as ann",
                "error: `ann` may not change the members of `grp/sub`",
            ),
        ],
    );
    bench.ok("member add bob --project grp/sub/app --role developer");
    bench.refuses(
        4,
        &[
            (
                "member add bob --project grp/sub/app --role owner --as bob",
                "it takes the role maintainer there, or an admin",
            ),
            ("member remove cid --project grp/sub/app --as bob", "it takes the role maintainer there, or an admin"),
        ],
    );
}
