//! What a file of an earlier hand-over holds, in whatever form it was written.

use std::path::Path;

use base64ct::{Base64, Encoding as _};
use zeroize::Zeroizing;

use crate::cli::delivery::{read_file_of, read_secret_file};
use crate::domain::digest::Digest;
use crate::domain::secret::{Form, Secret, first_secret, secrets_in};

/// Finds the secret that a file of an earlier hand-over holds; of several the first.
pub(in crate::cli) fn digest_in(path: &Path) -> Option<Digest> {
    let bytes = read_secret_file(path).ok().flatten()?;
    found(&bytes).map(|secret| secret.digest())
}

/// Reads the secrets that a file of an earlier hand-over of so many holds, in their order; `None` for a file that is none.
pub(in crate::cli) fn digests_in(path: &Path, count: usize) -> Option<Vec<Digest>> {
    let bytes = read_file_of(path, count).ok().flatten()?;
    Some(secrets_in(&bytes).map(|secret| secret.digest()).collect())
}

/// Finds the first secret in a text, or in the base64 that stands in it.
pub(super) fn found(bytes: &[u8]) -> Option<Secret> {
    first_secret(bytes).or_else(|| in_base64(bytes).next())
}

/// Finds all secrets in a text and in the base64 that stands in it.
pub(super) fn all_found(bytes: &[u8]) -> impl Iterator<Item = Secret> {
    secrets_in(bytes).chain(in_base64(bytes))
}

fn in_base64(bytes: &[u8]) -> impl Iterator<Item = Secret> {
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    bytes.split(move |byte| !is_base64(byte)).flat_map(|run| {
        let mut room = Zeroizing::new(vec![0; run.len()]);
        let decoded = Base64::decode(run, &mut room).unwrap_or_default();
        secrets_in(decoded).collect::<Vec<_>>()
    })
}

/// Parts the two lines of a pair, access and refresh, as they were handed over; `None` for anything else.
pub(in crate::cli) fn halves(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (access, refresh) = (&bytes[..end], &bytes[end + 1..]);
    let are = [(access, Form::OauthAccess), (refresh, Form::OauthRefresh)];
    let fits = are.iter().all(|(bytes, form)| Secret::parse(bytes).is_ok_and(|(_, found)| found == *form));
    fits.then_some((access, refresh))
}
