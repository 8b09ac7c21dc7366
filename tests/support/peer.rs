//! A server on loopback that asks for HTTP Basic and keeps what real clients present to it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};

use base64ct::{Base64, Encoding as _};

use super::Kept;

/// What a client presented.
pub(crate) struct Login {
    pub(crate) username: String,
    pub(crate) secret: Kept,
}

/// The server. It serves until the test ends, and takes no more than the test sends.
pub(crate) struct Peer {
    address: SocketAddr,
    logins: Receiver<Login>,
}

impl Peer {
    /// Starts it on a port of the kernel's choice.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, logins) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let sender = sender.clone();
                std::thread::spawn(move || serve(&stream, &sender));
            }
        });
        Self { address, logins }
    }

    /// Returns the host and the port.
    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }

    /// Returns what was presented last, where anything was.
    pub(crate) fn login(&self) -> Option<Login> {
        self.logins.try_iter().last()
    }
}

/// Answers the requests of one connection: 401 to those without credentials, to all others what their client wants.
fn serve(stream: &TcpStream, sender: &Sender<Login>) {
    let mut reader = BufReader::new(stream);
    while let Some((path, login)) = request(&mut reader) {
        let answered = match login {
            None => answer(stream, "401 Unauthorized", "text/plain", b"who is there?\n"),
            Some(login) => {
                sender.send(login).ok();
                let (kind, body) = body_for(&path);
                answer(stream, "200 OK", kind, &body)
            }
        };
        if answered.is_none() {
            return;
        }
    }
}

fn request(reader: &mut BufReader<&TcpStream>) -> Option<(String, Option<Login>)> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut login = None;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok().filter(|read| *read > 0)?;
        if header.trim().is_empty() {
            return Some((path, login));
        }
        let (name, value) = header.split_once(':')?;
        if name.eq_ignore_ascii_case("authorization") {
            let plain = Base64::decode_vec(value.trim().strip_prefix("Basic ")?).ok()?;
            let colon = plain.iter().position(|byte| *byte == b':')?;
            let username = String::from_utf8(plain[..colon].to_vec()).ok()?;
            login = Some(Login { username, secret: Kept::parse(&plain[colon + 1..])? });
        }
    }
}

/// What git, skopeo and curl take for a good answer.
fn body_for(path: &str) -> (&'static str, Vec<u8>) {
    if path.contains("/info/refs") {
        let reference = format!("{} refs/heads/main\0 agent=peer\n", "1".repeat(40));
        let packets =
            ["001e# service=git-upload-pack\n0000".to_owned(), format!("{:04x}{reference}0000", reference.len() + 4)];
        ("application/x-git-upload-pack-advertisement", packets.concat().into_bytes())
    } else if path.ends_with("/tags/list") {
        ("application/json", br#"{"name":"grp/app","tags":["v1"]}"#.to_vec())
    } else {
        ("application/json", b"{}".to_vec())
    }
}

fn answer(mut stream: &TcpStream, status: &str, kind: &str, body: &[u8]) -> Option<()> {
    let length = body.len();
    let challenge = "WWW-Authenticate: Basic realm=\"peer\"\r\nDocker-Distribution-Api-Version: registry/2.0";
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{challenge}\r\n\r\n");
    stream.write_all(&[head.as_bytes(), body].concat()).ok()
}
