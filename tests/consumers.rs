//! Each form of a hand-over in the hands of its real consumer.

#![cfg(test)]

use std::fs;

use crate::support::{Bench, Child, Kept};

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
