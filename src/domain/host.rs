//! The host that a secret is for, where the form it is handed over in names one.

use std::fmt;

use super::error::{Error, Result};

/// The most characters that a host with its port has: a name of 253 (RFC 1035), a colon and five digits.
const MOST: usize = 259;

/// A host as clients of HTTP name it: a scheme, a name or an address, and perhaps a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    scheme: &'static str,
    authority: String,
}

impl Default for Host {
    /// This machine, by HTTPS.
    fn default() -> Self {
        Self { scheme: "https", authority: "localhost".into() }
    }
}

impl Host {
    /// Reads `HOST`, `HOST:PORT` or the same behind `http://` or `https://`; without a scheme it is HTTPS.
    ///
    /// # Errors
    /// `Usage` for anything else: a path, a user, a blank.
    pub fn parse(text: &str) -> Result<Self> {
        let (scheme, rest) = match text.split_once("://") {
            Some(("http", rest)) => ("http", rest),
            Some(("https", rest)) => ("https", rest),
            Some(_) => return Err(wrong(text).because("its scheme is neither `http` nor `https`")),
            None => ("https", text),
        };
        let authority = rest.strip_suffix('/').unwrap_or(rest);
        let (name, port) = parts(authority);
        let is_address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).is_some_and(is_ipv6);
        let is_sound = (is_address || is_name(name)) && port.is_none_or(is_port) && authority.len() <= MOST;
        if is_sound { Ok(Self { scheme, authority: authority.to_ascii_lowercase() }) } else { Err(wrong(text)) }
    }

    /// Returns `http` or `https`.
    #[must_use]
    pub const fn scheme(&self) -> &'static str {
        self.scheme
    }

    /// Returns the name, with the port where it has one: what registries are known by.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Returns the name without the port and without the brackets of an address.
    #[must_use]
    pub fn name(&self) -> &str {
        let (name, _) = parts(&self.authority);
        name.trim_start_matches('[').trim_end_matches(']')
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.authority)
    }
}

/// Parts the port from the name; an address in brackets has colons of its own.
fn parts(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (authority, None),
    }
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

fn is_name(name: &str) -> bool {
    let is_label = |label: &str| {
        let inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (1..=63).contains(&label.len()) && label.bytes().all(inside) && !label.starts_with('-')
    };
    name.strip_suffix('.').unwrap_or(name).split('.').all(is_label)
}

fn is_ipv6(text: &str) -> bool {
    text.parse::<std::net::Ipv6Addr>().is_ok()
}

fn wrong(text: &str) -> Error {
    Error::usage(format!("`{text}` is no host"))
        .hint("for example `registry.example.com:5050` or `https://git.example.com`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_or_an_address_with_a_scheme_and_a_port_at_will() {
        let cases = [
            ("registry.example.com", "https", "registry.example.com", "registry.example.com"),
            ("Registry.Example.com:5050", "https", "registry.example.com:5050", "registry.example.com"),
            ("http://127.0.0.1:8080/", "http", "127.0.0.1:8080", "127.0.0.1"),
            ("https://localhost", "https", "localhost", "localhost"),
            ("[::1]:5000", "https", "[::1]:5000", "::1"),
            ("[::1]", "https", "[::1]", "::1"),
        ];
        for (text, scheme, authority, name) in cases {
            let host = Host::parse(text).unwrap();
            assert_eq!((host.scheme(), host.authority(), host.name()), (scheme, authority, name), "{text}");
        }
        assert_eq!(Host::default().to_string(), "https://localhost");
    }

    #[test]
    fn what_would_be_more_than_a_host_is_refused() {
        let long = "a.".repeat(200);
        for text in [
            "",
            " ",
            "a b",
            "a/b",
            "https://a/b",
            "user@a",
            "u:p@a",
            "a:",
            "a:0",
            "a:70000",
            "a:x",
            "a:+1",
            "::1",
            "[a]",
            "-a",
            "a..b",
            "ftp://a",
            "://a",
            "a\nb",
            "a\"b",
            "a'b",
            "a;b",
            "é",
            &long,
        ] {
            assert!(Host::parse(text).is_err(), "{text}");
        }
    }
}
