//! Finding whole secrets inside other text, by form and checksum.

use super::{Form, Secret, form};

/// Finds the first whole secret in a text.
#[must_use]
pub fn first_secret(text: &[u8]) -> Option<Secret> {
    (0..text.len()).find_map(|at| starts(&text[at..]))
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
    fn what_is_cut_short_or_damaged_is_no_secret() {
        let secret = minted(Form::Runner);
        let bytes = secret.expose();
        assert!(first_secret(&bytes[..bytes.len() - 1]).is_none());
        assert!(first_secret(&bytes[1..]).is_none());
        assert!(first_secret(b"").is_none());
    }
}
