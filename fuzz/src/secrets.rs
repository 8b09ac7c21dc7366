//! Reading what is presented, and finding secrets in any text. No secret stands in the seeds: the target makes its own.

use tokctl::domain::secret::{Form, Secret, first_secret, looks_like_secret, secrets_in};

/// Holds one input to them.
pub fn check(data: &[u8]) {
    if let Ok((secret, _)) = Secret::parse(data) {
        assert_eq!(secret.expose(), data);
    }
    let found = first_secret(data);
    assert!(found.as_ref().is_none_or(|secret| Secret::parse(secret.expose()).is_ok()));
    assert!(found.as_ref().map(Secret::digest) == secrets_in(data).next().map(|secret| secret.digest()));
    // What has a whole secret in it is refused as a name, and whatever is refused is more than a blank.
    if let Ok(text) = str::from_utf8(data) {
        assert!(found.is_none() || looks_like_secret(text));
        assert!(!looks_like_secret(text) || !text.trim().is_empty());
    }
    let [number, at, byte, ref random @ ..] = *data else { return };
    let forms: Vec<Form> = Form::all().collect();
    let form = forms[usize::from(number) % forms.len()];
    let mut source = random.iter().copied().chain((0..=255).cycle());
    let Ok(secret) = Secret::mint::<()>(form, &mut |room| {
        for place in room.iter_mut() {
            *place = source.next().unwrap_or_default();
        }
        Ok(())
    }) else {
        return;
    };
    let (read, of) = Secret::parse(secret.expose()).expect("what is minted can be read");
    assert!(of == form && read.digest() == secret.digest());
    // Between other text it is found, and with one byte changed it is none.
    let around = [b"x = \"", secret.expose(), b"\"\n"].concat();
    assert!(first_secret(&around).is_some_and(|found| found.expose() == secret.expose()));
    assert!(looks_like_secret(&String::from_utf8_lossy(&around)));
    let mut changed = secret.expose().to_vec();
    let at = usize::from(at) % changed.len();
    if changed[at] != byte {
        changed[at] = byte;
        assert!(Secret::parse(&changed).is_err());
    }
}
