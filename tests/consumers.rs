//! Each form of a hand-over in the hands of its real consumer.

#![cfg(test)]

use std::fs;

use crate::faults::has;
use crate::support::{Bench, Child, Kept, Peer};

/// A store in which names are as awkward as they may be.
const AWKWARD: &str = "it's $(id) `id` \"q\" \\ # ; & é";

fn bench() -> Bench {
    Bench::after(&["project add grp/app"])
}

/// Makes a token in a form, in the file `out`.
fn emitted(bench: &Bench, kind: &str, form: &str) {
    let mut words = bench.words(&format!("create {kind} --to ~/out --emit {form}"));
    words.extend(["--name".to_owned(), AWKWARD.to_owned()]);
    bench.run_with(&words, b"").code(0).stdout("");
}

#[test]
fn a_shell_reads_what_is_for_it_and_no_name_breaks_out() {
    let bench = bench();
    emitted(&bench, "deploy --project grp/app -s read_registry", "env");
    let script = ". ./out; sh -c 'printf %s \"$TOKCTL_TOKEN_NAME\" >name; printf %s \"$TOKCTL_TOKEN\" >token; \
                  printf %s \"$TOKCTL_USERNAME\" >user'; printf x";
    let told = Child::script(bench.home(), script).piped(b"");
    told.is(0, "x", "");
    assert_eq!(fs::read_to_string(bench.path("name")).unwrap(), AWKWARD);
    assert_eq!(fs::read_to_string(bench.path("user")).unwrap(), "gitlab+deploy-token-1");
    let secret = Kept::parse(&fs::read(bench.path("token")).unwrap()).unwrap();
    bench.verdict(&secret, "--access registry:read --project grp/app", "allow");
}

#[test]
fn an_environment_for_a_job_has_the_variables_of_ci() {
    let bench = bench();
    bench.ok("job start --project grp/app --emit env --to ~/out").stdout("");
    let script = ". ./out; printf '%s,%s,%s,%s,%s,%s' \"$CI\" \"$CI_JOB_ID\" \"$CI_PROJECT_PATH\" \"$CI_PROJECT_NAME\" \
                  \"$CI_PROJECT_NAMESPACE\" \"$GITLAB_USER_LOGIN\"; printf %s \"$CI_JOB_TOKEN\" >token";
    Child::script(bench.home(), script).piped(b"").is(0, "true,1,grp/app,app,grp,op", "");
    let secret = Kept::parse(&fs::read(bench.path("token")).unwrap()).unwrap();
    bench.verdict(&secret, "--access packages:read --project grp/app", "allow");
}

/// Runs a shell script against a server on loopback, and returns the verdict on what its client presented.
fn presented(bench: &Bench, peer: &Peer, script: &str, access: &str) {
    let script = script.replace("HOST", &peer.host());
    Child::script(bench.home(), &script).piped(b"").code(0);
    let login = peer.login().expect("the client presented nothing");
    bench.verdict(
        &login.secret,
        &format!("--access {access} --project grp/app --username {}", login.username),
        "allow",
    );
}

#[test]
fn skopeo_reads_the_registry_of_a_docker_config() {
    if !has("skopeo") {
        return;
    }
    let (bench, peer) = (bench(), Peer::start());
    emitted(&bench, "deploy --project grp/app -s read_registry", &format!("docker-config --host {}", peer.host()));
    let script = "skopeo list-tags --tls-verify=false --authfile out docker://HOST/grp/app";
    presented(&bench, &peer, script, "registry:read");
    // Docker's own way to name the file is a directory.
    let script = "mkdir config; mv out config/config.json; DOCKER_CONFIG=$PWD/config skopeo list-tags --tls-verify=false \
                  docker://HOST/grp/app";
    presented(&bench, &peer, script, "registry:read");
}

#[test]
fn curl_takes_the_machine_of_a_netrc() {
    if !has("curl") {
        return;
    }
    let (bench, peer) = (bench(), Peer::start());
    for kind in ["deploy --project grp/app -s read_package_registry", "project-access --project grp/app -s read_api"] {
        emitted(&bench, kind, &format!("netrc --host {}", peer.host()));
        presented(&bench, &peer, "curl -sS --fail --netrc-file out http://HOST/packages; rm out", "packages:read");
    }
}

#[test]
fn git_takes_what_a_credential_helper_answers() {
    if !has("git") {
        return;
    }
    let (bench, peer) = (bench(), Peer::start());
    for kind in ["deploy --project grp/app -s read_repository", "personal -s read_repository"] {
        emitted(&bench, kind, &format!("git-credential --host http://{}", peer.host()));
        let script =
            "git -c credential.helper= -c credential.helper='!cat out;:' ls-remote http://HOST/grp/app.git; rm out";
        presented(&bench, &peer, script, "repository:read");
    }
}

#[test]
fn what_to_type_next_works_as_it_stands() {
    if !has("git") || !has("curl") {
        return;
    }
    let (bench, peer) = (bench(), Peer::start());
    let next = |line: &str| {
        let told = bench.ok(line);
        let lines: Vec<String> =
            told.err().lines().filter_map(|line| line.strip_prefix("next: ")).map(ToOwned::to_owned).collect();
        lines
            .last()
            .expect("a line that says what to type next")
            .replace("https://HOST", "http://HOST")
            .replace('~', "$HOME")
    };
    let cloning = next("create deploy --project grp/app -s read_repository --to ~/secret");
    let listing = cloning.replace("clone", "ls-remote");
    presented(&bench, &peer, &listing, "repository:read");
    let cloning = next("create deploy --project grp/app -s read_repository");
    bench.ok("create deploy --project grp/app -s read_repository --to ~/other");
    let listing =
        format!("TOKEN=$(cat other); {}", cloning.replace("clone", "ls-remote").replace("token-2", "token-3"));
    presented(&bench, &peer, &listing, "repository:read");
    // With the secret in a header it is not Basic; curl has to have read it from its standard input.
    let calling = next("create personal -s read_api --to ~/mine")
        .replace("curl", "curl -sS --write-out '%header{x}' --trace-ascii sent");
    Child::script(bench.home(), &calling.replace("HOST", &peer.host())).piped(b"");
    let sent = fs::read_to_string(bench.path("sent")).unwrap();
    let secret = fs::read_to_string(bench.path("mine")).unwrap();
    assert!(sent.contains(&format!("PRIVATE-TOKEN: {}", secret.trim())), "curl did not send it");
}

/// Parses a document by a real parser, and returns what Python prints of it.
fn parsed(bench: &Bench, program: &str) -> Option<String> {
    has("python3").then(|| {
        let script = format!("python3 -c '{program}'");
        let told = Child::script(bench.home(), &script).piped(b"");
        told.code(0);
        told.out()
    })
}

#[test]
fn a_toml_parser_reads_the_section_of_a_runner() {
    let bench = bench();
    let mut words =
        bench.words("create runner --instance --to ~/out --emit runner-toml --host http://git.example.com:8080");
    words.extend(["--name".to_owned(), AWKWARD.to_owned()]);
    bench.run_with(&words, b"").code(0);
    let program = "import tomllib; r=tomllib.load(open(\"out\",\"rb\"))[\"runners\"][0]; \
                   print(r[\"name\"],r[\"url\"],r[\"executor\"],r[\"id\"],sep=\"|\"); open(\"token\",\"w\").write(r[\"token\"])";
    let Some(read) = parsed(&bench, program) else { return };
    assert_eq!(read, format!("{AWKWARD}|http://git.example.com:8080|shell|1\n"));
    let secret = Kept::parse(&fs::read(bench.path("token")).unwrap()).unwrap();
    bench.verdict(&secret, "--access runner:jobs", "allow");
}

#[test]
fn a_yaml_parser_reads_the_manifest() {
    let bench = bench();
    let of = |kind: &str, host: &str| {
        fs::remove_file(bench.path("out")).ok();
        emitted(&bench, kind, &format!("k8s-secret{host}"));
        let program = "import yaml; s=yaml.safe_load(open(\"out\")); d=s[\"stringData\"]; \
                       print(s[\"kind\"],s[\"metadata\"][\"name\"],s[\"metadata\"][\"annotations\"][\"tokctl/name\"],s[\"type\"],sep=\"|\"); \
                       print(sorted(d)); open(\"token\",\"w\").write(d.get(\"password\") or d.get(\"token\") or \"\"); \
                       open(\"config\",\"w\").write(d.get(\".dockerconfigjson\",\"\"))";
        parsed(&bench, program)
    };
    let Some(read) = of("deploy --project grp/app -s read_registry", "") else { return };
    let (name, rest) = read.strip_prefix("Secret|").unwrap().split_once('|').unwrap();
    assert_eq!(rest, format!("{AWKWARD}|kubernetes.io/basic-auth\n['password', 'username']\n"));
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    assert!(name.starts_with("tokctl-it-s-") && name.len() <= 63 && name.bytes().all(is_plain), "{name}");
    let secret = Kept::parse(&fs::read(bench.path("token")).unwrap()).unwrap();
    bench.verdict(&secret, "--access registry:read --project grp/app", "allow");
    bench.ok("rotate 1 --to ~/out --replace --emit k8s-secret");
    let again = fs::read_to_string(bench.path("out")).unwrap();
    assert!(again.contains(&format!("name: {name}\n")), "{again}");
    bench.ok("revoke 2 --yes");
    let peer = Peer::start();
    let read = of("deploy --project grp/app -s read_registry", &format!(" --host {}", peer.host())).unwrap();
    assert!(read.contains("kubernetes.io/dockerconfigjson\n['.dockerconfigjson']"), "{read}");
    if has("skopeo") {
        let script = "skopeo list-tags --tls-verify=false --authfile config docker://HOST/grp/app";
        presented(&bench, &peer, script, "registry:read");
    }
    let read = of("runner-registration --project grp/app", "").unwrap();
    assert!(read.ends_with("Opaque\n['token']\n"), "{read}");
}

#[test]
fn a_json_parser_reads_the_record_whatever_the_name() {
    let bench = bench();
    emitted(&bench, "deploy --project grp/app -s read_registry", "json");
    let record: serde_json::Value = serde_json::from_slice(&fs::read(bench.path("out")).unwrap()).unwrap();
    assert_eq!(record["tokens"][0]["name"], AWKWARD);
}
