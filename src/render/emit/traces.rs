//! How secrets look where they turn up in a text: as they are, and inside base64. For whoever is to mask them there.

use base64ct::{Base64Unpadded, Base64UrlUnpadded, Encoding};
use zeroize::Zeroizing;

use super::bytes::plain;
use crate::domain::secret::Secret;
use crate::ops::mint::{Further, Minted};

/// Returns every look of the secrets that were minted.
///
/// Base64 of `username:secret`, of the secret alone or of a whole file with the secret in it has one of three cores in it,
/// by where in a group of three bytes the secret begins. What stands around the core tells nothing of the secret that is
/// not known of all of its kind.
pub(crate) fn traces(minted: &Minted) -> Vec<Zeroizing<Vec<u8>>> {
    let further = minted.further.as_ref().map(|further| match further {
        Further::Refresh(secret) | Further::Deploy { secret, .. } => secret,
    });
    [Some(&minted.secret), further].into_iter().flatten().flat_map(looks).collect()
}

fn looks(secret: &Secret) -> Vec<Zeroizing<Vec<u8>>> {
    let cores = (0..3).map(|before| core::<Base64Unpadded>(secret, before));
    let of_urls = (0..3).map(|before| core::<Base64UrlUnpadded>(secret, before));
    std::iter::once(plain(secret)).chain(cores).chain(of_urls).collect()
}

/// Returns the characters of a base64 text that hang on the secret alone, which so many other bytes stand before.
fn core<E: Encoding>(secret: &Secret, before: usize) -> Zeroizing<Vec<u8>> {
    let secret = plain(secret);
    let length = before + secret.len();
    let mut bytes = Zeroizing::new(Vec::with_capacity(length));
    bytes.resize(before, 0);
    bytes.extend_from_slice(&secret);
    let mut room = Zeroizing::new(vec![0; E::encoded_len(&bytes)]);
    // The room is as long as it takes, which is the only thing that can be wrong.
    let text = E::encode(&bytes, &mut room).unwrap_or_default().as_bytes();
    // Eight bits a byte, six a character: those that only the secret's bits are in.
    Zeroizing::new(text[(before * 8).div_ceil(6)..length * 8 / 6].to_vec())
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64, Base64Url};

    use super::*;
    use crate::domain::secret::Form;

    /// Says whether one of the looks stands in a text.
    fn is_seen(looks: &[Zeroizing<Vec<u8>>], text: &[u8]) -> bool {
        looks.iter().any(|look| text.windows(look.len()).any(|window| window == look.as_slice()))
    }

    #[test]
    fn a_secret_is_seen_in_base64_whatever_stands_around_it() {
        for (form, fill) in
            [(Form::DeployProject, 0_u8), (Form::Job, 77), (Form::OauthAccess, 200), (Form::Personal, 9)]
        {
            let mut next = fill;
            let secret = Secret::mint::<()>(form, &mut |bytes| {
                bytes.fill_with(|| {
                    next = next.wrapping_mul(5).wrapping_add(3);
                    next
                });
                Ok(())
            });
            let secret = secret.unwrap();
            let looks = looks(&secret);
            assert!(is_seen(&looks, &plain(&secret)));
            for before in ["", "a", "ab", "abc", "gitlab+deploy-token-1:", "oauth2:", "é\u{1f600}"] {
                for behind in ["", "\n", "xy", "\"}}"] {
                    let text = [before.as_bytes(), &plain(&secret), behind.as_bytes()].concat();
                    assert!(is_seen(&looks, Base64::encode_string(&text).as_bytes()), "{form:?} {before} {behind}");
                    assert!(is_seen(&looks, Base64Url::encode_string(&text).as_bytes()), "{form:?} {before} {behind}");
                }
            }
        }
    }

    #[test]
    fn the_core_leaves_none_of_the_secrets_random_part_outside() {
        // Of the first and the last byte at most a part stays: of the prefix and of the checksum.
        let secret = Secret::mint::<()>(Form::DeployProject, &mut |_| Ok(())).unwrap();
        for before in 0..3 {
            let core = core::<Base64Unpadded>(&secret, before);
            assert!(core.len() * 6 > (plain(&secret).len() - 2) * 8, "{before}");
        }
    }
}
