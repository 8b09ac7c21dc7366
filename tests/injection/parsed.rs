//! Sinks, read back by what reads them.

use std::fs;

use base64ct::{Base64, Encoding as _};
use serde_json::Value;

use super::Batch;
use crate::faults::has;
use crate::support::{Bench, Child, Kept, Told};

fn text(row: &Value, column: &str) -> Option<String> {
    row[column].as_str().map(str::to_owned)
}

pub(super) fn json_column(told: &Told, array: &str, column: &str) -> Vec<String> {
    let document = told.json();
    document[array].as_array().unwrap().iter().filter_map(|row| text(row, column)).collect()
}

pub(super) fn jsonl_column(told: &Told, column: &str) -> Vec<String> {
    let rows = told.out().lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>();
    rows.iter().filter_map(|row| text(row, column)).collect()
}

/// Reads a column, and takes away the `'` that a spreadsheet is warned with.
pub(super) fn csv_column(told: &Told, column: &str) -> Vec<String> {
    let raw = told.out();
    let mut reader = csv::Reader::from_reader(raw.as_bytes());
    let at = reader.headers().unwrap().iter().position(|heading| heading == column).unwrap();
    let formula = |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let field = |record: csv::StringRecord| {
        let field = record[at].to_owned();
        assert!(!formula(&field), "a spreadsheet computes {field:?}");
        let is_warned = formula(field.trim_start_matches('\''));
        field.strip_prefix('\'').filter(|_| is_warned).map_or(field.clone(), str::to_owned)
    };
    reader.records().map(|record| field(record.unwrap())).collect()
}

/// Lets a shell read the lines that are made for it, and returns the names of the variables' values.
pub(super) fn in_shell(bench: &Bench, count: usize) -> Vec<String> {
    let script = "for at in $ALL; do (. ./$at.env; printf '%s\\0' \"$TOKCTL_TOKEN_NAME\"); done";
    let all = (0..count).map(|at| at.to_string()).collect::<Vec<_>>().join(" ");
    let told = Child::script(bench.home(), script).env("ALL", &all).piped(b"");
    let out = told.code(0).out();
    out.split_terminator('\0').map(str::to_owned).collect()
}

/// Reads the files of a batch and answers with what is in them.
const SCRIPT: &str = r#"
import json, netrc, sys, tomllib, yaml
def read(at, ending):
    with open(f"{at}.{ending}", "rb") as file:
        return file.read().decode()
found = []
for at in range(int(sys.argv[1])):
    runner, = tomllib.loads(read(at, "toml"))["runners"]
    plain, pull = yaml.safe_load(read(at, "yaml")), yaml.safe_load(read(at, "pull"))
    docker = json.loads(pull["stringData"][".dockerconfigjson"])
    login, _, password = netrc.netrc(f"{at}.netrc").authenticators("git.example")
    git = dict(line.split("=", 1) for line in read(at, "git").splitlines())
    found.append({
        "toml": runner["name"], "token": runner["token"], "yaml": plain["metadata"]["annotations"]["tokctl/name"],
        "pull": pull["metadata"]["annotations"]["tokctl/name"], "hosts": list(docker["auths"]),
        "netrc": [login, password], "git": [git["username"], git["password"], git["host"]], "keys": sorted(git),
        "json": json.loads(read(at, "json"))["tokens"][0]["name"],
        "docker": json.loads(read(at, "docker"))["auths"]["registry.example:5000"]["auth"],
    })
json.dump(found, sys.stdout)
"#;

/// Lets Python read what is for programs, and asserts that it finds the names, usernames and secrets.
pub(super) fn python(bench: &Bench, batch: &Batch) {
    if !has("/usr/bin/python3") {
        return;
    }
    fs::write(bench.path("read.py"), SCRIPT).unwrap();
    let script = format!("/usr/bin/python3 -X utf8 read.py {} >found", batch.names.len());
    Child::script(bench.home(), &script).piped(b"").code(0);
    let found: Vec<Value> = serde_json::from_slice(&fs::read(bench.path("found")).unwrap()).unwrap();
    for (at, found) in found.iter().enumerate() {
        let (name, username) = (&batch.names[at], &batch.usernames[at]);
        let other = |what: &str| format!("{what}{}", name.chars().take(240).collect::<String>());
        // A runner's section names its token, which nobody names.
        assert!(found["toml"].as_str().unwrap().starts_with("runner-token-"), "{found}");
        assert_eq!(found["yaml"], name.as_str());
        assert_eq!((&found["pull"], &found["json"]), (&other("p").into(), &other("j").into()));
        assert_eq!(found["hosts"], serde_json::json!(["registry.example"]));
        assert_eq!(found["keys"], serde_json::json!(["host", "password", "protocol", "username"]));
        let auth = Base64::decode_vec(found["docker"].as_str().unwrap()).unwrap();
        let (user, secret) = std::str::from_utf8(&auth).unwrap().split_once(':').unwrap();
        let whole = |secret: &Value| Kept::parse(secret.as_str().unwrap().as_bytes()).is_some();
        assert!(user == username && Kept::parse(secret.as_bytes()).is_some() && whole(&found["token"]));
        for form in ["netrc", "git"] {
            assert!(found[form][0] == username.as_str() && whole(&found[form][1]), "{form}: {username}");
        }
    }
}
