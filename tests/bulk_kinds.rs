//! `create --from FILE`: tokens of all nine kinds from one file, all of them or none.

#![cfg(test)]

use std::fs;

use crate::bulk_creating::{all_of, open, secrets};
use crate::keys::{ONE, READ, TWO, verdict};
use crate::support::{Bench, Kept, Told};

fn bench() -> Bench {
    Bench::after(&[
        "project add grp/app",
        "project add grp/lib",
        "user add ann",
        "member add ann --group grp --role maintainer",
        "app add dash --scope read_api,read_user",
    ])
}

fn create(bench: &Bench, options: &str, input: &str) -> Told {
    bench.run_with(&bench.words(&format!("create {options}")), input.as_bytes())
}

fn again(kept: &Kept) -> Kept {
    Kept::parse(kept.expose()).unwrap()
}

/// A row of each kind, with much of what its kind has.
fn nine() -> String {
    format!(
        r#"{{"kind":"personal","user":"ann","scopes":["api"],"name":"laptop","expires":"30d"}}
{{"kind":"oauth","app":"dash","user":"ann","scopes":["read_user"]}}
{{"kind":"impersonation","user":"ann","scopes":"read_api"}}
{{"kind":"project-access","project":"grp/app","scopes":["api"],"name":"bot"}}
{{"kind":"deploy","group":"grp","scopes":"read_registry","username":"robot"}}
{{"kind":"deploy-key","projects":["grp/app","grp/lib"],"key":"{ONE} mirror@host","write":true}}
{{"kind":"runner-registration","boundary":"instance","use_limit":3}}
{{"kind":"runner","project":"grp/app","tags":["a b","c"],"run_untagged":false,"maximum_timeout":900,"description":"big"}}
{{"kind":"job","project":"grp/app","user":"ann","life":"2h"}}
"#
    )
}

const SUMMARY: &str = "made 9 tokens of 9 kinds, 1 to 9 in 5 places
  names     laptop to job-token-9
  kinds     1 personal, 1 oauth, 1 impersonation,
            1 project-access, 1 deploy, 1 deploy-key,
            1 runner-registration, 1 runner, 1 job
  scopes    differ
  expires   differ
";

#[test]
fn one_file_makes_a_token_of_every_kind() {
    let bench = bench();
    let told = create(&bench, "--from - --to ~/out", &nine());
    told.code(0).stdout("").says(SUMMARY);
    let kept = secrets(&fs::read(bench.path("out")).unwrap());
    // Two of the pair, none of the key.
    assert_eq!(kept.len(), 9);
    open(&bench, &[again(&kept[0]), again(&kept[1]), again(&kept[3])], 1..=3);
    open(&bench, &kept[4..=5], 4..=5);
    open(&bench, &kept[6..], 7..=9);
    bench.run_with(&bench.words("app refresh --to ~/pair"), kept[2].expose()).code(0);
    for project in ["grp/app", "grp/lib"] {
        verdict(&bench, ONE, &format!("--access repository:write --project {project}"), "allow");
    }
    let show = |id: i64| bench.ok(&format!("show {id} --json")).json()["tokens"][0].clone();
    assert_eq!((&show(6)["name"], &show(7)["use_limit"]), (&"mirror@host".into(), &3.into()));
    assert_eq!((&show(2)["scopes"][0], &show(2)["app"]), (&"read_user".into(), &"dash".into()));
    assert_eq!(show(9)["expires_at"], "2026-06-15T14:00:00Z");
    let runner = &bench.ok("runner list --json").json()["runners"][0];
    assert_eq!(runner["tags"], serde_json::json!(["a b", "c"]));
    assert_eq!((&runner["run_untagged"], &runner["description"]), (&false.into(), &"big".into()));
    let job = &bench.ok("job list --json").json()["jobs"][0];
    assert_eq!((&job["user"], &job["project"]), (&"ann".into(), &"grp/app".into()));
    // Every one has its event, the second project of the key too, and all of them one more.
    let told = bench.ok("log list --action token.create_many --json").json();
    assert_eq!(told["events"][0]["after"]["kind"], serde_json::Value::Null);
    assert_eq!(told["events"][0]["after"]["count"], 9);
    assert_eq!(bench.ok("log list --action deploy_key.enable --json").json()["events"].as_array().unwrap().len(), 1);
    bench.ok("log verify");
}

#[test]
fn rows_of_csv_say_the_same() {
    let bench = bench();
    let text = format!(
        "kind,name,project,projects,user,app,scopes,key,write,tags,run_untagged,life\n\
         oauth,pair,,,ann,dash,,,,,,\n\
         deploy-key,key,,grp/app grp/lib,,,,{TWO},false,,,\n\
         runner,r,grp/app,,,,,,,\"a b,c\",false,\n\
         pat,p,,,ann,,read_api,,,,,\n\
         job,,grp/lib,,,,,,,,,90s\n"
    );
    create(&bench, "--from - --to ~/out", &text).code(0).says("made 5 tokens of 5 kinds, 1 to 5");
    verdict(&bench, TWO, &format!("{READ} --project grp/lib"), "allow");
    verdict(&bench, TWO, "--access repository:write --project grp/lib", "read_only_key");
    assert_eq!(bench.ok("runner list --json").json()["runners"][0]["tags"], serde_json::json!(["a b", "c"]));
    let tokens = bench.ok("list --all --json").json();
    // The scopes of a pair are those of its application.
    assert_eq!(tokens["tokens"][0]["scopes"], serde_json::json!(["read_user", "read_api"]));
    assert_eq!(tokens["tokens"][4]["expires_at"], "2026-06-15T12:01:30Z");
}

#[test]
fn records_hold_every_token_and_a_directory_every_secret() {
    let bench = bench();
    let told = create(&bench, "--from - --json", &nine());
    let json: serde_json::Value = serde_json::from_slice(&told.stdout_bytes()).unwrap();
    let tokens = json["tokens"].as_array().unwrap();
    assert_eq!(
        tokens.iter().map(|token| token["id"].as_i64().unwrap()).collect::<Vec<_>>(),
        [1, 2, 3, 4, 5, 6, 7, 8, 9]
    );
    let with = |field: &str| tokens.iter().filter(|token| !token[field].is_null()).count();
    assert_eq!((with("secret"), with("refresh_secret")), (8, 1));
    assert_eq!(tokens[5]["secret"], serde_json::Value::Null);
    bench.ok("revoke 1 2 3 4 5 6 7 8 9 --yes -q");
    let other = nine().replace(ONE, TWO);
    create(&bench, "--from - --to-dir ~/apart --format jsonl", &other).code(0);
    let mut files: Vec<_> = fs::read_dir(bench.path("apart"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let named = [10, 11, 12, 13, 14, 16, 17, 18].map(|id| format!("token-{id}"));
    assert_eq!(files, named);
}

#[test]
fn deploy_keys_alone_are_added_and_their_ids_are_printed() {
    let bench = bench();
    let text = format!("key,name,project\n{ONE} a@host,,\n{TWO},two,grp/lib\n");
    create(&bench, "deploy-key --from - --project grp/app --expires 30d", &text).is(
        0,
        "1\n2\n",
        "added 2 deploy keys, 1 to 2 for grp/app\n  names     a@host to two\n  expires   2026-07-15T00:00:00Z\n\
         `tokctl revoke $(seq 1 2)` takes them back\n",
    );
    verdict(&bench, TWO, &format!("{READ} --project grp/lib"), "allow");
    let before = all_of(&bench);
    for (code, text, words) in [
        (5, format!("key\n{ONE}\n"), "line 2: this key is in the store already: it is deploy key 1"),
        (2, "key\nssh-ed25519 AAAA\n".to_owned(), "line 2: "),
        (2, "name\nx\n".to_owned(), "line 2: no key is named"),
        (2, "key,scopes\nx,api\n".to_owned(), "line 2: deploy keys have no `scopes`"),
    ] {
        create(&bench, "deploy-key --from -", &text).code(code).stdout("").says(words);
    }
    assert_eq!(all_of(&bench), before);
}

#[test]
fn whatever_is_wrong_with_a_row_is_said_with_its_line_and_nothing_is_made() {
    let bench = bench();
    let before = all_of(&bench);
    let good = r#"{"kind":"personal","user":"ann","scopes":"api"}"#;
    let key = format!(r#"{{"kind":"deploy-key","project":"grp/app","key":"{ONE}""#);
    let private = format!("-----BEGIN OPENSSH {} KEY-----", "PRIVATE");
    let cases = [
        (2, r#"{"user":"ann"}"#.to_owned(), "line 2: no kind is named"),
        (2, r#"{"kind":"magic"}"#.to_owned(), "line 2: `magic` is no kind"),
        (2, r#"{"kind":"job","project":"grp/app","name":"x"}"#.to_owned(), "line 2: job tokens have no `name`"),
        (2, r#"{"kind":"job","group":"grp"}"#.to_owned(), "line 2: job tokens have no `group`"),
        (2, r#"{"kind":"job","life":"1y"}"#.to_owned(), "line 2: a job runs for 30 days at most"),
        (2, r#"{"kind":"job","life":"soon"}"#.to_owned(), "line 2: "),
        (3, r#"{"kind":"job","project":"grp/app","user":"bob"}"#.to_owned(), "line 2: there is no user `bob`"),
        (2, r#"{"kind":"oauth","user":"ann"}"#.to_owned(), "line 2: no application is named"),
        (3, r#"{"kind":"oauth","user":"ann","app":"none"}"#.to_owned(), "line 2: "),
        (2, r#"{"kind":"oauth","app":"dash","scopes":"email"}"#.to_owned(), "line 2: the application `dash` does not ask"),
        (2, r#"{"kind":"oauth","app":"dash","expires":"30d"}"#.to_owned(), "line 2: oauth tokens have no `expires`"),
        (2, r#"{"kind":"impersonation","scopes":"api"}"#.to_owned(), "line 2: no user is named"),
        (2, r#"{"kind":"runner","run_untagged":false}"#.to_owned(), "line 2: a runner that takes no job without tags"),
        (2, r#"{"kind":"runner","run_untagged":"no"}"#.to_owned(), "line 2: `no` is neither true nor false"),
        (2, r#"{"kind":"runner","locked":1}"#.to_owned(), "line 2: `locked` is neither true nor false, nor null"),
        (2, r#"{"kind":"runner","access_level":"all"}"#.to_owned(), "line 2: `all` is no access level"),
        (2, r#"{"kind":"runner","maximum_timeout":5}"#.to_owned(), "line 2: a runner's maximum timeout is 600 seconds"),
        (2, r#"{"kind":"runner","maximum_timeout":-1}"#.to_owned(), "line 2: `-1` is no number of seconds"),
        (2, r#"{"kind":"runner","scopes":"api"}"#.to_owned(), "line 2: runner tokens have no `scopes`"),
        (2, r#"{"kind":"personal","scopes":"api","key":"x"}"#.to_owned(), "line 2: personal tokens have no `key`"),
        (2, r#"{"kind":"deploy-key","project":"grp/app"}"#.to_owned(), "line 2: no key is named"),
        (2, format!(r#"{{"kind":"deploy-key","key":"{private}"}}"#), "line 2: "),
        (2, format!("{key},\"projects\":[\"grp/lib\"]}}"), "line 2: it names two places"),
        (2, format!(r#"{{"kind":"deploy-key","key":"{ONE}","projects":"grp/lib grp/lib"}}"#), "line 2: `projects` names `grp/lib` twice"),
        (3, format!(r#"{{"kind":"deploy-key","key":"{ONE}","projects":"grp/lib grp/no"}}"#), "line 2: there is no project `grp/no`"),
        (5, format!("{key}}}\n{key}}}"), "line 3: line 2 adds this key already"),
        (5, format!("{key},\"name\":\"k\"}}\n{}", format!("{key},\"name\":\"k\"}}").replace(ONE, TWO)), "line 3: line 2 makes a deploy key called `k` there already"),
        (5, "{\"kind\":\"runner\",\"name\":\"r\"}\n{\"kind\":\"runner\",\"name\":\"r\"}".to_owned(), "line 3: line 2 makes a runner token called `r` there already"),
        (5, "{\"kind\":\"oauth\",\"app\":\"dash\",\"name\":\"o\"}\n{\"kind\":\"oauth\",\"app\":\"dash\",\"name\":\"o\"}".to_owned(), "line 3: line 2 makes an oauth token called `o` there already"),
    ];
    for (code, row, words) in cases {
        let told = create(&bench, "--from - --to ~/out", &format!("{good}\n{row}\n"));
        told.code(code).stdout("").says(words);
        assert!(!String::from_utf8_lossy(&told.raw()).contains("OPENSSH PRIV"), "{told}");
    }
    assert_eq!(all_of(&bench), before);
    assert!(!bench.path("out").exists());
}

#[test]
fn who_may_not_make_one_of_them_makes_none() {
    let bench = bench();
    let before = all_of(&bench);
    create(
        &bench,
        "--from - --as ann",
        "{\"kind\":\"personal\",\"scopes\":\"api\"}\n{\"kind\":\"runner\",\"project\":\"grp/app\"}\n",
    )
    .code(4)
    .stdout("")
    .says("line 2: ");
    assert_eq!(all_of(&bench), before);
}

#[test]
fn what_list_writes_of_several_kinds_is_made_once_more_in_another_store() {
    let from = bench();
    from.all(&[
        "create deploy -s read_registry --project grp/app --name d --expires 2027-01-31 -q --to ~/1",
        "create personal --user ann -s api --name p -q --to ~/2",
        "create runner --instance --name r -q --to ~/3",
    ]);
    for format in ["jsonl", "csv"] {
        let to = bench();
        create(&to, "--from - -q --to ~/out", &from.ok(&format!("list --format {format}")).out()).code(0);
        let shown = |bench: &Bench| bench.ok("list --columns kind,name,where,scopes,expires_at").out();
        assert_eq!(shown(&to), shown(&from), "{format}");
    }
}

#[test]
fn options_before_the_kind_are_refused_and_those_without_a_file_make_nothing() {
    let bench = bench();
    bench.refuses(
        2,
        &[
            ("create --to ~/x deploy -s read_registry", "options of `create` stand before the kind"),
            ("create --to ~/x", "no kind of token is named"),
            ("create --from ~/none", "cannot read `~/none`"),
            ("create --from ~/none --emit env", "`--emit env` holds one secret"),
        ],
    );
    // What is asked for of the whole command stands wherever it likes.
    bench.run("create --json deploy -s read_registry --to ~/d").code(0);
}

#[test]
fn a_rehearsal_says_the_same_and_changes_nothing() {
    let bench = bench();
    let before = all_of(&bench);
    let told = create(&bench, "--from - --dry-run", &nine());
    told.is(0, "", &format!("{}nothing was made\n", SUMMARY.replacen("made", "would make", 1)));
    assert_eq!(all_of(&bench), before);
    let _: Option<Kept> = None;
}
