//! Public keys as `ssh-keygen` makes them, and what is no public key.

#![cfg(test)]

use std::path::Path;
use std::process::Command;

use crate::faults::has;
use crate::keys::{ONE, ONE_SHOWN};
use crate::support::{Bench, Told};

/// Hands a text to `create deploy-key` on standard input.
fn add(bench: &Bench, text: &[u8]) -> Told {
    bench.run_with(&["create", "deploy-key", "--key", "-", "-q"], text)
}

fn keygen(home: &Path, arguments: &[&str]) -> String {
    let output = Command::new("ssh-keygen").args(arguments).current_dir(home).output().unwrap();
    assert!(output.status.success(), "ssh-keygen {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the parts of a key's encoding: each is its length in four bytes, and its bytes.
fn parts(mut encoding: &[u8]) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    while let Some((length, rest)) = encoding.split_first_chunk::<4>() {
        let (part, rest) = rest.split_at(u32::from_be_bytes(*length) as usize);
        parts.push(part.to_vec());
        encoding = rest;
    }
    parts
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn decoded(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for byte in text.trim_end_matches('=').bytes() {
        held = (held << 6) | u32::try_from(BASE64.iter().position(|digit| *digit == byte).unwrap()).unwrap();
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).unwrap());
        }
    }
    bytes
}

fn encoded(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let held = chunk.iter().fold(0_u32, |held, byte| (held << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for at in 0..4 {
            let digit = BASE64[((held >> (18 - 6 * at)) & 63) as usize];
            text.push(if at <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

/// Makes the key of a security key out of a key of the same sort: another type's name, and the application behind it.
fn in_security_key(line: &str, name: &str) -> String {
    let mut parts = parts(&decoded(line.split(' ').nth(1).unwrap()));
    parts[0] = name.as_bytes().to_vec();
    parts.push(b"ssh:".to_vec());
    let length = |part: &Vec<u8>| u32::try_from(part.len()).unwrap().to_be_bytes();
    let encoding: Vec<u8> = parts.iter().flat_map(|part| [&length(part)[..], part].concat()).collect();
    format!("{name} {} in a security key\n", encoded(&encoding))
}

#[test]
fn every_type_that_ssh_keygen_makes_is_taken_with_its_fingerprint() {
    if !has("ssh-keygen") {
        return;
    }
    let bench = Bench::founded();
    let types =
        [("rsa", "2048"), ("rsa", "3072"), ("ecdsa", "256"), ("ecdsa", "384"), ("ecdsa", "521"), ("ed25519", "256")];
    let mut lines = Vec::new();
    for (algorithm, bits) in types {
        let name = format!("{algorithm}-{bits}");
        keygen(bench.home(), &["-q", "-t", algorithm, "-b", bits, "-N", "", "-C", &name, "-f", &name]);
        lines.push(std::fs::read_to_string(bench.path(&format!("{name}.pub"))).unwrap());
    }
    lines.push(in_security_key(&lines[2], "sk-ecdsa-sha2-nistp256@openssh.com"));
    lines.push(in_security_key(&lines[5], "sk-ssh-ed25519@openssh.com"));
    for (at, line) in lines.iter().enumerate() {
        let file = bench.path(&format!("{at}.pub"));
        std::fs::write(&file, line).unwrap();
        // `ssh-keygen -l` prints bits, fingerprint, comment, type.
        let told = keygen(bench.home(), &["-l", "-E", "sha256", "-f", file.to_str().unwrap()]);
        let (bits, shown) = told.split_once(' ').unwrap();
        let id = at + 1;
        bench.run(&format!("create deploy-key --key ~/{at}.pub -q")).is(0, &format!("{id}\n"), "");
        let record = bench.ok(&format!("show {id} --json")).json();
        let key = &record["tokens"][0];
        assert_eq!(key["algorithm"].as_str(), line.split(' ').next());
        assert_eq!(key["bits"].to_string(), bits);
        assert_eq!(key["ssh_fingerprint"].as_str(), shown.split(' ').next());
        bench.run_with(&["verify"], line.as_bytes()).is(0, "", "allowed\n");
    }
}

#[test]
fn private_halves_of_every_form_are_refused_and_not_shown() {
    if !has("ssh-keygen") {
        return;
    }
    let bench = Bench::founded();
    let forms =
        [("openssh", "RFC4716", ""), ("pem", "PEM", ""), ("pkcs8", "PKCS8", ""), ("locked", "RFC4716", "secret word")];
    for (name, form, word) in forms {
        keygen(bench.home(), &["-q", "-t", "ecdsa", "-m", form, "-N", word, "-C", "me", "-f", name]);
        let private = std::fs::read(bench.path(name)).unwrap();
        let body = String::from_utf8(private.clone()).unwrap().lines().nth(2).unwrap().to_owned();
        let public = std::fs::read(bench.path(&format!("{name}.pub"))).unwrap();
        let told = bench.run(&format!("create deploy-key --key ~/{name}"));
        told.is(
            2,
            "",
            &format!(
                "error: this is a PRIVATE key, so nothing was done with it\n  a deploy key's private half stays with its \
                 owner: who has it, has what the key opens\nhint: hand over the public half: `--key ~/{name}.pub`\n"
            ),
        );
        let padding = vec![b'x'; 20_000];
        for text in [private.clone(), [&public[..], &private].concat(), [&private[..], &padding].concat()] {
            let told = add(&bench, &text);
            told.code(2).stdout("").says("error: this is a PRIVATE key").says("`ssh-keygen -y -f FILE`");
            assert!(!told.err().contains(&body), "{told}");
            bench.run_with(&["verify", "-q"], &private).is(1, "", "");
        }
    }
    bench.run("list --all -q").is(0, "", "");
}

#[test]
fn what_openssh_makes_and_is_no_plain_public_key_is_refused() {
    if !has("ssh-keygen") {
        return;
    }
    let bench = Bench::founded();
    let home = bench.home();
    for (name, algorithm) in [("ca", "ecdsa"), ("user", "ed25519")] {
        keygen(home, &["-q", "-t", algorithm, "-N", "", "-f", name]);
    }
    keygen(home, &["-q", "-s", "ca", "-I", "ann", "user.pub"]);
    std::fs::write(bench.path("other"), keygen(home, &["-e", "-m", "RFC4716", "-f", "user.pub"])).unwrap();
    std::fs::write(bench.path("pkcs8"), keygen(home, &["-e", "-m", "PKCS8", "-f", "ca.pub"])).unwrap();
    bench.refuses(
        2,
        &[
            (
                "create deploy-key --key ~/user-cert.pub",
                "it is a certificate\nhint: hand over the public key that it certifies",
            ),
            ("create deploy-key --key ~/other", "it is not in OpenSSH's format\nhint: `ssh-keygen -i -f FILE`"),
            ("create deploy-key --key ~/pkcs8", "it is not in OpenSSH's format"),
        ],
    );
    keygen(home, &["-q", "-t", "rsa", "-b", "1024", "-N", "", "-f", "weak"]);
    bench.run("create deploy-key --key ~/weak.pub").is(
        4,
        "",
        "error: the policy `min-rsa-bits` is 2048\n  this RSA key has 1024 bits\nhint: `ssh-keygen -t ed25519` makes a key \
         pair that is short and strong\n",
    );
    keygen(home, &["-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", "enough"]);
    bench.ok("policy set min-rsa-bits 3072");
    bench.run("create deploy-key --key ~/enough.pub").code(4).says("the policy `min-rsa-bits` is 3072");
    bench.all(&["policy set min-rsa-bits 2048", "create deploy-key --key ~/enough.pub -q"]);
}

#[test]
fn texts_that_are_no_single_plain_key_are_refused_and_not_shown() {
    let bench = Bench::founded();
    let long = "c".repeat(1 << 20);
    let cases: [(String, &str); 11] = [
        (String::new(), "there is nothing in it"),
        ("\n".into(), "there is nothing in it"),
        (format!("command=\"/bin/sh -i\" {ONE}"), "options stand before the key"),
        (format!("no-pty,no-agent-forwarding {ONE}"), "options stand before the key"),
        (format!("{ONE} me\n{ONE} you\n"), "there is more than one line or key in it"),
        (format!("{ONE} me\r{ONE}"), "there is more than one line or key in it"),
        (format!("{ONE} me\u{1b}[31m"), "there are control characters in it"),
        (format!("{ONE} {long}"), "it has more than 16384 bytes"),
        ("ssh-dss AAAAB3NzaC1kc3MAAACBAP me".into(), "keys of its type are not taken"),
        (ONE[..60].into(), "it is damaged, or no key at all"),
        ("hello".into(), "it is damaged, or no key at all"),
    ];
    for (text, why) in cases {
        let told = add(&bench, text.as_bytes());
        told.code(2).stdout("").says("error: this is no public key that can be added").says(why);
        assert!(!told.err().contains("AAAA"), "{told}");
    }
    bench.run("list --all -q").is(0, "", "");
    // A line end of either sort, and blanks around, are no part of a key.
    add(&bench, format!("  {ONE}   me \r\n\n").as_bytes()).is(0, "1\n", "");
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["ssh_fingerprint"], ONE_SHOWN);
}
