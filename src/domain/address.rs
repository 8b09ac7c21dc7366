//! Addresses: where a use of a token came from, as the server that was asked says of its client.

use std::net::{IpAddr, Ipv6Addr};

use super::error::{Error, Result};
use super::secret::looks_like_secret;

/// The longest host name, in characters. Source: RFC 1035, section 2.3.4, as text.
const LONGEST: usize = 253;

/// An IP address or the name of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Reads an address, and writes the same one the same way: IPv6 in short, IPv4 in IPv6 as IPv4, names in lower case.
    ///
    /// # Errors
    /// [`Code::Usage`](super::error::Code::Usage) where it is neither, has a port, or begins like a secret.
    pub fn parse(text: &str) -> Result<Self> {
        let ip = || text.parse().ok().map(|ip: IpAddr| ip.to_canonical().to_string());
        // In lower case it may begin like a secret where as typed it did not.
        let host = || Some(text.to_ascii_lowercase()).filter(|name| is_host(text) && is_host(name));
        ip().or_else(|| zoned(text)).or_else(host).map(Self).ok_or_else(|| {
            Error::usage("this address cannot be used")
                .because("an address is an IP address or the name of a host, without a port")
        })
    }

    /// Returns the address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads an IPv6 address that says on which of the machine's links it counts: `fe80::1%eth0`.
fn zoned(text: &str) -> Option<String> {
    let (ip, zone) = text.split_once('%')?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let ip: Ipv6Addr = ip.parse().ok()?;
    ((1..=15).contains(&zone.len()) && zone.bytes().all(plain)).then(|| format!("{ip}%{zone}"))
}

/// Says whether a text is the name of a host. One that ends in a number is a mistyped IP address.
fn is_host(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_label = |label: &str| {
        (1..=63).contains(&label.len()) && label.bytes().all(plain) && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.len() <= LONGEST
        && text.split('.').all(is_label)
        && !last.bytes().all(|byte| byte.is_ascii_digit())
        && !looks_like_secret(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_in_one_way() {
        let cases = [
            ("192.0.2.7", "192.0.2.7"),
            ("2001:DB8::0:1", "2001:db8::1"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("FE80::1%eth0", "fe80::1%eth0"),
            ("localhost", "localhost"),
            ("Build-1.Example.com", "build-1.example.com"),
            ("runner_7", "runner_7"),
            ("7.example", "7.example"),
        ];
        for (text, written) in cases {
            assert_eq!(Address::parse(text).unwrap().as_str(), written, "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let (label, name) = ("x".repeat(64), format!("{}com", "x.".repeat(126)));
        let bad = [
            "",
            " ",
            ".",
            "a b",
            "a..b",
            "a.",
            "-a",
            "a-.b",
            "192.0.2.7:22",
            "[::1]",
            "192.0.2",
            "192.0.2.256",
            "7",
            "192.0.2.7, 10.0.0.1",
            "::1%",
            "::1%a b",
            "a\n",
            "a\u{1b}[31m",
            "ä.example",
            "a/b",
            "unix:",
            &label,
            &name,
        ];
        for text in bad {
            assert!(Address::parse(text).is_err(), "{text:?}");
        }
        assert!(Address::parse(&name[2..]).is_ok());
        // Nothing begins like a secret, neither as it was typed nor as it would be written.
        for prefix in ["glpat", "GLpat", "Glrt"] {
            assert!(Address::parse(&format!("{prefix}-x")).is_err(), "{prefix}");
        }
    }
}
