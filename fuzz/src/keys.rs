//! Public halves of SSH keys.

use tokctl::domain::policy::Policies;
use tokctl::domain::ssh_key::PublicKey;

/// Holds one input to them.
pub fn check(data: &[u8]) {
    let Ok(key) = PublicKey::parse(data) else { return };
    let again = PublicKey::parse(key.canonical().as_bytes()).expect("the canonical form can be read");
    assert!(again.digest == key.digest && again.canonical() == key.canonical());
    assert!(key.canonical().bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '));
    key.check_strength(&Policies::default()).ok();
}
