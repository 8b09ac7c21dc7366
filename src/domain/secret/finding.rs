//! Finding whole secrets inside other text, by form and checksum.

use super::{Form, Secret, form};

/// Finds the first whole secret in a text.
#[must_use]
pub fn first_secret(text: &[u8]) -> Option<Secret> {
    (0..text.len()).find_map(|at| starts(&text[at..]))
}

/// Finds all whole secrets in a text, in their order.
pub fn secrets_in(text: &[u8]) -> impl Iterator<Item = Secret> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (begin, secret) = (at..text.len()).find_map(|at| Some((at, starts(&text[at..])?)))?;
        at = begin + secret.expose().len();
        Some(secret)
    })
}

/// Reads the secret that a text begins with; the checksum decides how long it is.
fn starts(text: &[u8]) -> Option<Secret> {
    form::split_prefix(text)?;
    // A job's prefix may have between one and five digits, where tokctl mints two.
    let lengths = Form::all().flat_map(|form| form.length() - 1..=form.length() + 3);
    lengths.filter_map(|length| Secret::parse(text.get(..length)?).ok()).map(|(secret, _)| secret).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::secret::tests::minted;

    #[test]
    fn a_secret_is_found_whatever_stands_around_it() {
        for form in Form::all() {
            let secret = minted(form);
            for (before, after) in
                [("", ""), ("TOKEN='", "'\n"), ("{\"secret\":\"", "\",\"id\":1}"), ("glpat-", "."), ("é", "x")]
            {
                let text = [before.as_bytes(), secret.expose(), after.as_bytes()].concat();
                let found = first_secret(&text).map(|found| found.digest());
                assert!(found == Some(secret.digest()), "{form:?} after `{before}`");
            }
        }
    }

    #[test]
    fn all_of_them_are_found_in_their_order() {
        let secrets: Vec<Secret> = Form::all().map(minted).collect();
        let mut text = b"from ".to_vec();
        for secret in &secrets {
            text.extend_from_slice(secret.expose());
            text.extend_from_slice(b"\n, ");
        }
        let digests = |secret: &Secret| secret.digest().fingerprint();
        let found: Vec<String> = secrets_in(&text).map(|secret| digests(&secret)).collect();
        assert_eq!(found, secrets.iter().map(digests).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_cut_short_or_damaged_is_no_secret() {
        let secret = minted(Form::Runner);
        let bytes = secret.expose();
        assert!(first_secret(&bytes[..bytes.len() - 1]).is_none());
        assert!(first_secret(&bytes[1..]).is_none());
        assert!(first_secret(b"").is_none());
    }
}
