//! Secrets taken out of what a test shows, after their form was checked.

use std::sync::LazyLock;

use regex::{Captures, Regex};
use tokctl::domain::secret::Secret;

static SECRET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:[a-z0-9]{1,12}-)?(?:glpat-|gldt-|glrt-|GR1348941|glcbt-|gloas-)[0-9A-Za-z_.-]{10,}").unwrap()
});

static FINGERPRINT: LazyLock<Regex> = LazyLock::new(|| Regex::new("fp:[0-9a-f]{10}").unwrap());

/// Puts the kind and `…` in place of every secret of the right form, `broken…` in place of what only looks like one, and
/// `fp:…` in place of fingerprints, which are another one each time.
pub(crate) fn redacted(text: &str) -> String {
    let text = SECRET.replace_all(text, |found: &Captures<'_>| match Secret::parse(found[0].as_bytes()) {
        Ok((_, form)) => format!("{}…", form.kind()),
        Err(_) => "broken…".to_owned(),
    });
    FINGERPRINT.replace_all(&text, "fp:…").into_owned()
}

#[test]
fn no_test_shows_a_secret() {
    let bench = super::Bench::founded();
    let secret = bench.secret("create deploy -s read_registry -q");
    let text = String::from_utf8(secret.expose().to_vec()).unwrap();
    assert_eq!(redacted(&format!("a {text}\nb")), "a deploy…\nb");
    assert_eq!(redacted(&text[..text.len() - 1]), "broken…");
    assert_eq!(format!("{secret:?}"), "deploy…");
}
