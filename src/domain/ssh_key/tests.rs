//! Keys that OpenSSH and GitLab published or made, and texts that are none.

use super::*;
use crate::domain::error::Code;

/// A key: type, bits, base64, and the fingerprint that `ssh-keygen -l` gives.
type Row = (Algorithm, u32, &'static str, &'static str);

/// The keys of GitLab's docs, "Deploy keys API".
#[rustfmt::skip]
const PUBLISHED: [Row; 3] = [
    (Algorithm::Ed25519, 256, "AAAAC3NzaC1lZDI1NTE5AAAAILkYXU2fVeO4/0rDCSsswP5iIX2+B6tv15YT3KObgyDl", "SHA256:Ojq2LZW43BFK/AMP81jBkDGn9YpPWYRNcViKBB44LPU"),
    (Algorithm::Rsa, 1024, "AAAAB3NzaC1yc2EAAAADAQABAAAAgQDNJAkI3Wdf0r13c8a5pEExB2YowPWCSVzfZV22pNBc1CuEbyYLHpUyaD0GwpGvFdx2aP7lMEk35k6Rz3ccBF6jRaVJyhsn5VNnW92PMpBJ/P1UebhXwsFHdQf5rTt082cSxWuk61kGWRQtk4ozt/J2DF/dIUVaLvc+z4HomT41fQ==", "SHA256:Jrs3LD1Ji30xNLtTVf9NDCj7kkBgPBb2pjvTZ3HfIgU"),
    (Algorithm::Rsa, 1024, "AAAAB3NzaC1yc2EAAAADAQABAAAAgQDIJFwIL6YNcCgVBLTHgM6hzmoL5vf0ThDKQMWT3HrwCjUCGPwR63vBwn6+/Gx+kx+VTo9FuojzR0O4XfwD3LrYA+oT3ETbn9U4e/VS4AH/G4SDMzgSLwu0YuPe517FfGWhWGQhjiXphkaQ+6bXPmcASWb0RCO5+pYlGIfxv4eFGQ==", "SHA256:lGI/Ys/Wx7PfMhUO1iuBH92JQKYN+3mhJZvWO4Q5ims"),
];

/// Keys made by OpenSSH 9.2; those of security keys put together of the others, and read by it.
#[rustfmt::skip]
const MADE: [Row; 7] = [
    (Algorithm::EcdsaP256, 256, "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBN4YazSFle/T2swJd3YguHR0sqFPe0oXXUY8+z10hnf6rZZeK62SVzi7BVR8KW1Ju4rY5skCUgkmPSgzkJnkblw=", "SHA256:YUuuV+wy4gy4lI4/DLPBg4Co5b6YNq0Lpz0XuLY5vHw"),
    (Algorithm::EcdsaP384, 384, "AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBEk8YVO2ziLZSvR8IxbpZIzFeEr76FawI16dlOOKW05rQUTPmZE//8CRwO+88dw2hgHrpdm5d7bhmqc6BwLooziYaRGtJjAm/uYB5V71bgsZppu9K1dHLE5ZCmkRjtoaZg==", "SHA256:nRiPGPX2VSIDg1thqMPRG6HKUGc9eSD+G1E+3bssJxk"),
    (Algorithm::EcdsaP521, 521, "AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAG9DDKxNhKupSLfFkgtsK4zoNBZSPmf7Mb6ZKLNEQsrftwOvjxmgR4u2LHp/HtfiXvEhKL0VjxN/kZJSVot/7sChwEF3t6wDDumjsPQgHXPKCFyIQWMFvHZBig8TW+z6+WVu2rtJJbL275kNOLEL1r5gzFF6ruXNrZq/rSsQNN4TVRLpw==", "SHA256:vDCiPKeBOIE8U9hRJWBMtDtgj3+mU8N9ibpW+DZ0F6I"),
    (Algorithm::Ed25519, 256, "AAAAC3NzaC1lZDI1NTE5AAAAIGKF2p517IRaQM9Ocnlfp5l3jcQaXsx0azT58AQyQLJz", "SHA256:fMf3TBcLClEkd7FDCzqTTCDMLlqbeEKWr/RPNxsRQ94"),
    (Algorithm::Rsa, 2048, "AAAAB3NzaC1yc2EAAAADAQABAAABAQCYjbXL+OWTTH8pqqopt4+4XjV/kD2AtUFP1uSlISmGh5/9g+n0bL/1QvqQz2rT43hNnKnyM5dBHLiyQ/SNxRPtIrYzIbSaw7bRilgoPuRpezcFKesRxRqzi8Brn6s5Y0N0VcWc3DYIUc5ZZWufsnKExlWDG7xStD6NoUuVFNHfb63B193TOJF3fCm9+hvN1dLPs7swwpS8wq9znqDp2MYDsyS4qqToJT0rt7nhkDO5f9UHachKvRERCUtOtgmIwGHEwKPv0dEhIzfWTfPZyuMEJ8LSo2h5LhDrglm6cNfPOkMRDTKPMMA30WCNjIVqlSUaomZD6GS9DqxjFBZNvnwx", "SHA256:RYogEraRU9vXj1YBKCjL2hsGPNVukpFqpwW4YIOaa4c"),
    (Algorithm::SkEd25519, 256, "AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIGKF2p517IRaQM9Ocnlfp5l3jcQaXsx0azT58AQyQLJzAAAABHNzaDo=", "SHA256:H1uiue4W8dY7cWisVj8X048xKWRPW9YV1/hd8jvsL1c"),
    (Algorithm::SkEcdsaP256, 256, "AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBN4YazSFle/T2swJd3YguHR0sqFPe0oXXUY8+z10hnf6rZZeK62SVzi7BVR8KW1Ju4rY5skCUgkmPSgzkJnkblwAAAAEc3NoOg==", "SHA256:TZfPkGf3pIheyLA+Kb3Ie+3tes8V4kyl6HaPm2gGuso"),
];

fn lines() -> impl Iterator<Item = (Row, String)> {
    PUBLISHED.into_iter().chain(MADE).map(|row| (row, format!("{} {}", row.0.word(), row.2)))
}

#[test]
fn every_type_is_read_and_has_the_fingerprint_that_openssh_gives() {
    for ((algorithm, bits, _, shown), line) in lines() {
        let key = PublicKey::parse(format!("{line} ann@host\n").as_bytes()).unwrap();
        assert_eq!((key.algorithm, key.bits, key.comment.as_deref()), (algorithm, bits, Some("ann@host")));
        assert_eq!((key.canonical(), fingerprint(&key.digest).as_str()), (line.as_str(), shown));
    }
    for algorithm in Algorithm::ALL {
        assert!(lines().any(|(row, _)| row.0 == algorithm), "{algorithm:?}");
        assert_eq!(Algorithm::parse(algorithm.word()), Some(algorithm));
    }
}

#[test]
fn comments_blanks_and_line_ends_do_not_make_another_key() {
    let (_, line) = lines().next().unwrap();
    let (word, encoded) = line.split_once(' ').unwrap();
    let cases = [
        (line.clone(), None),
        (format!("{line} "), None),
        (format!("  {word}   {encoded}   a comment  of words \r\n\n"), Some("a comment  of words")),
        (format!("{line} my ssh-rsa key"), Some("my ssh-rsa key")),
        (format!("{line} größe \u{202e}"), Some("größe \u{202e}")),
    ];
    for (text, comment) in cases {
        let key = PublicKey::parse(text.as_bytes()).unwrap();
        assert_eq!((key.canonical(), key.comment.as_deref()), (line.as_str(), comment), "{text:?}");
    }
}

#[test]
fn what_is_no_single_plain_public_key_is_refused() {
    let (_, key) = lines().next().unwrap();
    let (word, encoded) = key.split_once(' ').unwrap();
    let rsa = lines().nth(1).unwrap().1;
    let comment = "c".repeat(MOST);
    let cut = &key[..key.len() - 4];
    let cases: Vec<(String, Flaw)> = vec![
        (String::new(), Flaw::Empty),
        (" \r\n\n".into(), Flaw::Empty),
        (format!("{key} {comment}"), Flaw::Long),
        (format!("{key}\n{rsa}\n"), Flaw::Several),
        (format!("{key} a\rb"), Flaw::Several),
        (format!("{key} a\nssh-rsa AAAA b"), Flaw::Several),
        (format!("{key} {rsa}"), Flaw::Several),
        (format!("{key} ann  {rsa} bob"), Flaw::Several),
        (format!("{key} a\u{1b}[31m"), Flaw::Unprintable),
        (format!("{key} a\0"), Flaw::Unprintable),
        (format!("{word}\t{encoded}"), Flaw::Unprintable),
        ("---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----\n".into(), Flaw::Format),
        ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n".into(), Flaw::Format),
        (format!("command=\"/bin/sh\" {key}"), Flaw::Options),
        (format!("restrict,command=\"echo \\\"a b\\\"\" {key}"), Flaw::Options),
        (format!("cert-authority {key}"), Flaw::Options),
        ("no-pty ssh-dss AAAAB3NzaC1kc3M=".into(), Flaw::Options),
        ("ssh-ed25519-cert-v01@openssh.com AAAA".into(), Flaw::Certificate),
        ("sk-ecdsa-sha2-nistp256-cert-v01@openssh.com AAAA x".into(), Flaw::Certificate),
        ("ssh-dss AAAAB3NzaC1kc3MAAACBAP x".into(), Flaw::Type),
        (encoded.into(), Flaw::Malformed),
        (word.into(), Flaw::Malformed),
        (format!("{word} "), Flaw::Malformed),
        (format!("ssh-rsa {encoded}"), Flaw::Malformed),
        (format!("ssh-ed448 {encoded}"), Flaw::Malformed),
        (format!("SSH-ED25519 {encoded}"), Flaw::Malformed),
        (format!("\u{feff}{key}"), Flaw::Malformed),
        (cut.into(), Flaw::Malformed),
        (format!("{key}AAAA"), Flaw::Malformed),
        (format!("{word} {}*", &encoded[..encoded.len() - 1]), Flaw::Malformed),
        ("glpat-x".into(), Flaw::Malformed),
    ];
    for (text, flaw) in cases {
        assert_eq!(PublicKey::parse(text.as_bytes()).map(|_| ()), Err(flaw), "{:?}", &text[..text.len().min(80)]);
        assert_eq!(Error::from(flaw).code, Code::Usage);
    }
    assert_eq!(PublicKey::parse(b"ssh-ed25519 \xff\xfe").map(|_| ()), Err(Flaw::Unprintable));
}

#[test]
fn a_key_may_have_so_many_bytes_around_it_and_no_more() {
    let (_, line) = lines().next().unwrap();
    let padded = |length: usize| format!("{line}{}", " ".repeat(length - line.len()));
    assert_eq!(MOST, 16_384);
    assert!(PublicKey::parse(padded(MOST).as_bytes()).is_ok());
    for length in [MOST + 1, MOST + 2] {
        assert_eq!(PublicKey::parse(padded(length).as_bytes()), Err(Flaw::Long));
    }
}

#[test]
fn types_that_are_not_taken_are_told_from_what_is_none_also_behind_a_key() {
    let (_, line) = lines().next().unwrap();
    for word in ["ssh-dss", "ssh-dsa", "ssh-xmss@openssh.com", "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"] {
        assert_eq!(PublicKey::parse(format!("{word} AAAAB3Nz").as_bytes()), Err(Flaw::Type), "{word}");
    }
    for word in ["ssh-dss", "webauthn-sk-x", "ssh-rsa", "ssh-ed25519-cert-v01@openssh.com"] {
        assert_eq!(PublicKey::parse(format!("{line} {word} AAAAB3Nz").as_bytes()), Err(Flaw::Several), "{word}");
        assert!(
            PublicKey::parse(format!("{line} {word} key").as_bytes()).is_ok(),
            "{word} is a comment like any other"
        );
    }
}

#[test]
fn a_private_half_is_seen_wherever_it_stands() {
    let (_, key) = lines().next().unwrap();
    let armours = ["OPENSSH ", "RSA ", "EC ", "DSA ", "ENCRYPTED ", ""];
    let mut cases: Vec<String> = armours
        .iter()
        .flat_map(|kind| {
            let armour = format!("-----BEGIN {kind}PRIVATE KEY-----\nAAAA\n-----END {kind}PRIVATE KEY-----\n");
            [format!("{key}\n{armour}"), format!("{}{armour}", "x".repeat(MOST)), armour]
        })
        .collect();
    cases.extend([
        "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n".into(),
        "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n".into(),
        "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ".into(),
        format!("{key} b3BlbnNzaC1rZXktdjEAAAAABG5vbmU"),
        "openssh-key-v1\0".into(),
    ]);
    for text in cases {
        assert_eq!(PublicKey::parse(text.as_bytes()).map(|_| ()), Err(Flaw::Private));
    }
    let error = Error::from(Flaw::Private);
    assert!(error.what.contains("PRIVATE") && error.hint.unwrap().contains("ssh-keygen -y"));
}

#[test]
fn points_and_numbers_that_are_no_keys_are_refused() {
    let key = |n: &[u8], e: &[u8]| {
        let number = |bytes: &[u8]| ssh_key::Mpint::from_bytes(bytes).unwrap();
        bits(&KeyData::Rsa(RsaPublicKey { n: number(n), e: number(e) }))
    };
    let modulus = |bytes: usize| [&[0, 0xff][..], &vec![0xff; bytes - 1]].concat();
    assert_eq!(key(&modulus(256), &[1, 0, 1]), Some(2048));
    assert_eq!(key(&modulus(256), &[3]), Some(2048));
    assert_eq!(key(&[&[0x7f][..], &[0xff; 255]].concat(), &[3]), Some(2047));
    assert_eq!(key(&modulus(2048), &[3]), Some(16_384));
    assert_eq!(key(&modulus(2049), &[3]), None);
    assert_eq!(key(&[&modulus(256)[..256], &[0xfe]].concat(), &[3]), None);
    for exponent in [&[1][..], &[2], &[0xff], &[]] {
        assert_eq!(key(&modulus(256), exponent), None, "{exponent:?}");
    }
    // The point of the made P-256 key, compressed.
    let line = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAAAhA94YazSFle/T2swJd3YguHR0sqFPe0oXXUY8+z10hnf6";
    assert_eq!(PublicKey::parse(line.as_bytes()).map(|_| ()), Err(Flaw::Malformed));
}

#[test]
fn rsa_keys_are_as_long_as_the_policy_demands() {
    let mut policies = Policies::default();
    let strong = |row: usize, policies: &Policies| {
        let line = lines().nth(row).unwrap().1;
        PublicKey::parse(line.as_bytes()).unwrap().check_strength(policies).map_err(|error| error.code)
    };
    let rsa = lines().position(|(row, _)| row.0 == Algorithm::Rsa && row.1 == 2048).unwrap();
    assert_eq!(strong(0, &policies), Ok(()));
    assert_eq!((strong(1, &policies), strong(2, &policies)), (Err(Code::Refused), Err(Code::Refused)));
    assert_eq!(strong(rsa, &policies), Ok(()));
    policies.set(Policy::MinRsaBits, "4096").unwrap();
    assert_eq!((strong(0, &policies), strong(rsa, &policies)), (Ok(()), Err(Code::Refused)));
}
