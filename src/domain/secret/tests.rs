//! The vectors of the form, and what must be refused. No whole secret stands here: parts are joined while it runs, and
//! no message shows one.

use std::convert::Infallible;

use super::*;

pub(super) const R20: &str = "123456789ABCDEFGHJKL";
const R6: &str = "MNPQRS";

/// Prefix, what follows it, tail, CRC-32, its text, length, fingerprint, form.
type Vector = (&'static str, &'static str, &'static str, u32, &'static str, usize, &'static str, Form);

#[rustfmt::skip]
const VECTORS: [Vector; 11] = [
    ("glpat-",     "",    ".1p.0r", 0x2852_ed16, "0b6s8pi", 46, "fp:d52304b41c", Form::Personal),
    ("glpat-",     "",    ".1i.0r", 0x0543_f503, "01glfcz", 46, "fp:843037a388", Form::Impersonation),
    ("glpat-",     "",    ".1j.0r", 0x17f6_5aed, "06ncpgt", 46, "fp:eacce134ed", Form::ProjectAccess),
    ("gldt-",      "",    ".1d.0r", 0xf33b_45a8, "1vhkl9k", 45, "fp:28f327337d", Form::DeployProject),
    ("gldt-",      "",    ".1g.0r", 0xe18e_ea46, "1ql1e12", 45, "fp:6089709b68", Form::DeployGroup),
    ("glrt-",      "",    ".1a.0r", 0xec64_203a, "1tl8th6", 45, "fp:0d8e7ef96c", Form::Runner),
    ("GR1348941",  "",    ".1r.0r", 0xd781_1843, "1nsm1c3", 49, "fp:fe77a566d7", Form::RunnerRegistration),
    ("glcbt-",     "64_", ".1c.0r", 0x8348_094a, "10fbzuy", 49, "fp:38f24a82e1", Form::Job),
    ("gloas-",     "",    ".1o.1s", 0x4bb3_4275, "0l05chh", 83, "fp:744ebcef96", Form::OauthAccess),
    ("gloas-",     "",    ".1f.1s", 0x36bb_0dff, "0f6otmn", 83, "fp:dd4b769faf", Form::OauthRefresh),
    ("acme-gldt-", "",    ".1d.0r", 0xe389_42fe, "1r4smwu", 50, "fp:c05fbbbc73", Form::DeployProject),
];

/// Joins all of a vector but the checksum.
fn head((prefix, partition, tail, .., form): &Vector) -> String {
    let payload = match form {
        Form::OauthAccess | Form::OauthRefresh => format!("{}{}", str::from_utf8(ALPHABET).unwrap(), &R20[..6]),
        _ => format!("{R20}-{R6}"),
    };
    format!("{prefix}{partition}{payload}{tail}")
}

/// Joins any head with the checksum that is right for it.
fn signed(head: &str) -> String {
    let mut checksum = [0; CHECKSUM];
    write_base36(&mut checksum, crc32fast::hash(head.as_bytes()) as usize);
    format!("{head}{}", str::from_utf8(&checksum).unwrap())
}

fn refusal(text: &str) -> Option<Malformed> {
    Secret::parse(text.as_bytes()).err()
}

/// Stands in for the operating system's generator: the same bytes in every run (`SplitMix64`).
fn seeded(mut state: u64) -> impl FnMut(&mut [u8]) -> Result<(), Infallible> {
    move |buffer| {
        for byte in buffer {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            *byte = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb).to_be_bytes()[0];
        }
        Ok(())
    }
}

pub(super) fn minted(form: Form) -> Secret {
    Secret::mint(form, &mut seeded(1)).unwrap()
}

#[test]
fn the_vectors_read_as_they_are_written() {
    for vector in &VECTORS {
        let (.., crc, text, length, fingerprint, form) = vector;
        let head = head(vector);
        assert_eq!(crc32fast::hash(head.as_bytes()), *crc, "{form:?}");
        let whole = format!("{head}{text}");
        assert!(whole == signed(&head), "{form:?}");
        assert_eq!(whole.len(), *length, "{form:?}");
        let (secret, read) = Secret::parse(whole.as_bytes()).unwrap();
        assert_eq!(read, *form);
        assert!(secret.expose() == whole.as_bytes(), "{form:?}");
        assert_eq!(secret.digest().fingerprint(), *fingerprint, "{form:?}");
    }
}

#[test]
fn the_digest_is_that_of_the_whole_secret() {
    let (secret, _) = Secret::parse(signed(&head(&VECTORS[3])).as_bytes()).unwrap();
    let hex: String = secret.digest().as_bytes().map(|byte| format!("{byte:02x}")).concat();
    assert_eq!(hex, "28f327337d7630f58c9e36ecdbf6011803aa03088ac23c21d650aff37ddfe867");
}

#[test]
fn what_is_not_quite_a_secret_is_refused() {
    let head = head(&VECTORS[3]);
    let good = signed(&head);
    // What was changed, the head that it gives, the checksum that would be right for it, and what is wrong even then.
    #[rustfmt::skip]
    let rows = [
        ("first of R20",        head.replacen('1', "2", 1),                  "1anuxml", None),
        ("last of R6",          head.replace("RS.", "Rs."),                  "0gskjlg", None),
        ("first two exchanged", head.replacen("12", "21", 1),                "0qyxmv6", None),
        ("lower case",          head.to_lowercase(),                         "0t0on55", Some(Malformed::Alphabet)),
        ("letter",              head.replace(".1d", ".1g"),                  "1ql1e12", None),
        ("prefix",              head.replacen("gldt", "glpat", 1),           "1wktjvi", Some(Malformed::Letter)),
        ("length",              head.replace(".0r", ".0s"),                  "10ovbr2", Some(Malformed::Length)),
        ("instance prefix",     format!("acme-{head}"),                      "1r4smwu", None),
    ];
    for (change, head, right, even_then) in rows {
        let kept = format!("{head}{}", &good[good.len() - CHECKSUM..]);
        assert_eq!(refusal(&kept), even_then.or(Some(Malformed::Checksum)), "{change}");
        let mended = signed(&head);
        assert_eq!(&mended[mended.len() - CHECKSUM..], right, "{change}");
        assert_eq!(refusal(&mended), even_then, "{change}");
    }
    // The number of the fourth is the right one and 2^32: it is not taken modulo anything.
    let capitals = format!("{head}{}", VECTORS[3].4.to_uppercase());
    for (change, text, error) in [
        ("cut off", good[..good.len() - 1].to_owned(), Malformed::Length),
        ("one more", format!("{good}0"), Malformed::Length),
        ("capitals", capitals, Malformed::Checksum),
        ("2^32 more", format!("{head}3uion8o"), Malformed::Checksum),
        ("line break", format!("{good}\n"), Malformed::Length),
        ("blank before", format!(" {good}"), Malformed::Prefix),
        ("two instance prefixes", signed(&format!("a-b-{head}")), Malformed::Prefix),
        ("capital instance prefix", signed(&format!("Acme-{head}")), Malformed::Prefix),
        ("next version", signed(&head.replace(".1d", ".2d")), Malformed::Version),
        ("GitLab's version", signed(&head.replace(".1d", ".01")), Malformed::Version),
        ("hyphen elsewhere", signed(&head.replace("L-M", "-LM")), Malformed::Alphabet),
        ("no hyphen", signed(&head.replace("L-M", "LM")), Malformed::Length),
        ("unknown letter", signed(&head.replace(".1d", ".1z")), Malformed::Letter),
        ("no tail", "gldt-".to_owned() + R20, Malformed::Length),
        ("nothing", String::new(), Malformed::Prefix),
    ] {
        assert_eq!(refusal(&text), Some(error), "{change}");
    }
}

#[test]
fn a_job_secret_of_another_partition_is_read() {
    let job = head(&VECTORS[7]);
    for (partition, error) in
        [("6_", None), ("fffff_", None), ("123456_", Some(Malformed::Prefix)), ("_", Some(Malformed::Prefix))]
    {
        assert_eq!(refusal(&signed(&job.replace("64_", partition))), error, "{partition}");
    }
}

#[test]
fn minting_and_reading_agree() {
    let mut fill = seeded(7);
    for form in Form::all() {
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..300 {
            let secret = Secret::mint(form, &mut fill).unwrap();
            assert_eq!(secret.expose().len(), form.length(), "{form:?}");
            let (again, read) = Secret::parse(secret.expose()).unwrap();
            assert_eq!(read, form);
            assert_eq!(again.digest(), secret.digest(), "{form:?}");
            assert!(seen.insert(*secret.digest().as_bytes()), "{form:?} came twice");
        }
    }
}

#[test]
fn every_slip_of_one_character_is_refused() {
    for form in Form::all() {
        let secret = minted(form);
        let good = secret.expose();
        for at in 0..good.len() {
            let (mut text, was) = (good.to_vec(), good[at]);
            for byte in (0..=u8::MAX).filter(|byte| *byte != was) {
                text[at] = byte;
                assert!(Secret::parse(&text).is_err(), "{form:?}: {byte:#x} at {at}");
            }
            text[at] = was;
            text.insert(at, was);
            assert!(Secret::parse(&text).is_err(), "{form:?}: {at} doubled");
            text.drain(at..=at + 1);
            assert!(Secret::parse(&text).is_err(), "{form:?}: {at} left out");
            let mut text = good.to_vec();
            if at + 1 < good.len() && text[at] != text[at + 1] {
                text.swap(at, at + 1);
                assert!(Secret::parse(&text).is_err(), "{form:?}: {at} and the next exchanged");
            }
        }
    }
}

#[test]
fn every_character_is_drawn_alike() {
    // One of each byte, highest first: those from 232 up are passed over, the rest give every character four times.
    let mut next = u8::MAX;
    let mut fill = |buffer: &mut [u8]| {
        for byte in buffer {
            (*byte, next) = (next, next.wrapping_sub(1));
        }
        Ok::<(), Infallible>(())
    };
    let mut drawn = [RANDOM; 232];
    draw(&mut drawn, &mut fill).unwrap();
    assert_eq!([drawn[0], drawn[57], drawn[58], drawn[231]], [b'z', b'1', b'z', b'1']);
    for character in ALPHABET {
        assert_eq!(drawn.split(|byte| byte == character).count(), 5);
    }
}

#[test]
fn a_generator_that_fails_gives_no_secret() {
    let minted = Secret::mint(Form::Personal, &mut |_: &mut [u8]| Err("no entropy"));
    assert_eq!(minted.err(), Some("no entropy"));
}

#[test]
fn debug_output_shows_nothing() {
    assert_eq!(format!("{:?}", minted(Form::Personal)), "[redacted]");
}

#[test]
fn a_jobs_secret_is_found_with_any_partition_it_may_have() {
    for partition in ["6", "64", "64a", "64af", "64aff"] {
        let secret = signed(&format!("glcbt-{partition}_{R20}-{R6}.1c.0r"));
        let found = first_secret(format!("CI_JOB_TOKEN='{secret}'\n").as_bytes());
        assert!(found.is_some_and(|found| found.expose() == secret.as_bytes()), "{} digits", partition.len());
    }
}

#[test]
fn the_length_of_a_secret_is_known_before_it_is_minted() {
    for form in Form::all() {
        assert_eq!(minted(form).expose().len(), form.length(), "{form:?}");
        assert!(minted(form).expose().starts_with(form.head().concat().as_bytes()), "{form:?}");
    }
}
