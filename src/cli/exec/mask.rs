//! Masking: secrets taken out of what a command puts out, wherever its writes split them. Pure: bytes in, bytes out.

use zeroize::Zeroizing;

/// What stands in a secret's place.
const MASKED: &[u8] = b"[masked]";

/// How much is looked at in one go.
const PIECE: usize = 8192;

/// Masks one stream.
pub(super) struct Mask {
    /// What is masked; none of them is empty.
    secrets: Vec<Zeroizing<Vec<u8>>>,
    /// The bytes that one of them begins with.
    begins: [bool; 256],
    /// The end of what came so far that may yet turn out to be one. Its room is never outgrown, so that it is wiped whole.
    held: Zeroizing<Vec<u8>>,
}

/// What stands at a place.
enum Found {
    /// Nothing that is masked.
    Nothing,
    /// What may be the beginning of a secret; more has to come.
    Perhaps,
    /// A secret of so many bytes.
    Secret(usize),
}

impl Mask {
    /// Makes the mask of some secrets.
    pub(super) fn new(mut secrets: Vec<Zeroizing<Vec<u8>>>) -> Self {
        secrets.retain(|secret| !secret.is_empty());
        let mut begins = [false; 256];
        for secret in &secrets {
            begins[usize::from(secret[0])] = true;
        }
        // A line end of two bytes may stand before every byte of a secret.
        let longest = secrets.iter().map(|secret| secret.len()).max().unwrap_or_default();
        Self { secrets, begins, held: Zeroizing::new(Vec::with_capacity(3 * longest + PIECE)) }
    }

    /// Takes the next bytes, and adds to `shown` what can be shown by now: all but the longest end that may yet turn out
    /// to be a secret.
    pub(super) fn feed(&mut self, bytes: &[u8], shown: &mut Vec<u8>) {
        for piece in bytes.chunks(PIECE) {
            self.held.extend_from_slice(piece);
            let done = self.show(&self.held, false, shown);
            self.held.drain(..done);
        }
    }

    /// Adds to `shown` what was held back, since nothing more comes.
    pub(super) fn finish(&mut self, shown: &mut Vec<u8>) {
        self.show(&self.held, true, shown);
        self.held.clear();
    }

    /// Shows a text up to where more has to come; returns how much of it is done.
    fn show(&self, text: &[u8], is_last: bool, shown: &mut Vec<u8>) -> usize {
        let mut at = 0;
        while let Some(plain) = text[at..].iter().position(|byte| self.begins[usize::from(*byte)]) {
            shown.extend_from_slice(&text[at..at + plain]);
            at += plain;
            match self.look(&text[at..], is_last) {
                Found::Secret(length) => {
                    shown.extend_from_slice(MASKED);
                    at += length;
                }
                Found::Perhaps => return at,
                Found::Nothing => {
                    shown.push(text[at]);
                    at += 1;
                }
            }
        }
        shown.extend_from_slice(&text[at..]);
        text.len()
    }

    /// Looks what a text begins with: the longest secret, where there are several.
    fn look(&self, text: &[u8], is_last: bool) -> Found {
        let mut longest = 0;
        for secret in &self.secrets {
            match begins_with(text, secret) {
                Found::Secret(length) => longest = longest.max(length),
                Found::Perhaps if !is_last => return Found::Perhaps,
                Found::Perhaps | Found::Nothing => {}
            }
        }
        if longest == 0 { Found::Nothing } else { Found::Secret(longest) }
    }
}

/// Says whether a text begins with a secret, which may be broken into lines: programs that write base64 break it.
fn begins_with(text: &[u8], secret: &[u8]) -> Found {
    let mut at = 0;
    for (done, byte) in secret.iter().enumerate() {
        if done > 0 {
            match text[at..] {
                [b'\n', ..] => at += 1,
                [b'\r', b'\n', ..] => at += 2,
                [b'\r'] => return Found::Perhaps,
                _ => {}
            }
        }
        match text.get(at) {
            None => return Found::Perhaps,
            Some(other) if other == byte => at += 1,
            Some(_) => return Found::Nothing,
        }
    }
    Found::Secret(at)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn mask(secrets: &[&[u8]]) -> Mask {
        Mask::new(secrets.iter().map(|secret| Zeroizing::new(secret.to_vec())).collect())
    }

    /// Feeds the pieces, and returns what is shown after each, and at the end.
    fn shown(mut mask: Mask, pieces: &[&[u8]]) -> Vec<String> {
        let mut text = Vec::new();
        let told = |text: &mut Vec<u8>| String::from_utf8_lossy(&std::mem::take(text)).into_owned();
        let mut all: Vec<String> = pieces
            .iter()
            .map(|piece| {
                mask.feed(piece, &mut text);
                told(&mut text)
            })
            .collect();
        mask.finish(&mut text);
        all.push(told(&mut text));
        all
    }

    #[test]
    fn a_secret_is_masked_wherever_it_is_split() {
        let secret = b"gldt-abc";
        for at in 0..=secret.len() {
            let (first, second) = secret.split_at(at);
            let pieces = [b"before ".as_slice(), first, second, b" behind"];
            assert_eq!(shown(mask(&[secret]), &pieces).concat(), "before [masked] behind", "{at}");
        }
        let bytes: Vec<&[u8]> = secret.chunks(1).collect();
        assert_eq!(shown(mask(&[secret]), &bytes).concat(), "[masked]");
    }

    #[test]
    fn only_what_may_become_a_secret_is_held_back() {
        assert_eq!(
            shown(mask(&[b"secret"]), &[b"Continue? [y/n] ", b"se", b"t\n"]),
            ["Continue? [y/n] ", "", "set\n", ""]
        );
        assert_eq!(shown(mask(&[b"secret"]), &[b"sesec", b"sec"]), ["se", "sec", "sec"]);
        assert_eq!(shown(mask(&[b"secret"]), &[b"secret", b"secre"]), ["[masked]", "", "secre"]);
        assert_eq!(shown(mask(&[]), &[b"a", b"b"]), ["a", "b", ""]);
    }

    #[test]
    fn of_two_the_one_that_begins_first_is_masked_and_else_the_longer() {
        assert_eq!(shown(mask(&[b"abc", b"bcde"]), &[b"xabcdey"]).concat(), "x[masked]dey");
        assert_eq!(shown(mask(&[b"ab", b"abcd"]), &[b"abcd abx ab"]).concat(), "[masked] [masked]x [masked]");
    }

    #[test]
    fn what_is_no_text_goes_through_as_it_is() {
        let all: Vec<u8> = (0..=255).cycle().take(3 * PIECE).collect();
        let mut text = Vec::new();
        let mut mask = mask(&[b"gldt-abc"]);
        mask.feed(&all, &mut text);
        mask.finish(&mut text);
        assert_eq!(text, all);
    }

    #[test]
    fn its_room_is_never_outgrown() {
        let mut mask = mask(&[&[b's'; 100]]);
        let room = mask.held.capacity();
        let mut text = Vec::new();
        for length in [1, 99, PIECE - 1, PIECE, 3 * PIECE, 7] {
            mask.feed(&vec![b's'; length], &mut text);
            assert_eq!(mask.held.capacity(), room);
        }
    }

    /// The same by looking at every place of the whole text.
    fn plainly(secrets: &[Vec<u8>], text: &[u8]) -> Vec<u8> {
        let (mut shown, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let here = secrets.iter().filter(|secret| text[at..].starts_with(secret)).map(Vec::len).max();
            shown.extend_from_slice(if here.is_some() { MASKED } else { &text[at..=at] });
            at += here.unwrap_or(1);
        }
        shown
    }

    proptest! {
        /// Of few letters, so that secrets overlap with themselves, with each other and with what stands around them.
        #[test]
        fn any_split_shows_what_the_whole_does(
            secrets in vec(vec(0..3_u8, 1..7), 1..4),
            pieces in vec(vec(0..3_u8, 0..20), 0..20),
        ) {
            let mut mask = Mask::new(secrets.iter().cloned().map(Zeroizing::new).collect());
            let mut text = Vec::new();
            for piece in &pieces {
                mask.feed(piece, &mut text);
            }
            mask.finish(&mut text);
            prop_assert_eq!(&text, &plainly(&secrets, &pieces.concat()));
            let is_seen = secrets.iter().any(|secret| text.windows(secret.len()).any(|window| window == secret));
            prop_assert!(!is_seen);
        }

        /// What is held back is a beginning of a secret, and no longer end of the text is one.
        #[test]
        fn no_more_is_held_back_than_has_to_be(secret in vec(0..3_u8, 2..7), text in vec(0..3_u8, 0..30)) {
            let mut mask = Mask::new(vec![Zeroizing::new(secret.clone())]);
            let mut shown = Vec::new();
            mask.feed(&text, &mut shown);
            prop_assert!(mask.held.len() < secret.len() && secret.starts_with(&mask.held));
            prop_assert!(text.ends_with(&mask.held));
        }
    }

    #[test]
    fn a_secret_that_is_broken_into_lines_is_masked() {
        for text in ["a se\ncret b", "a s\r\necr\net b", "a secre\r\nt b"] {
            for split in 0..text.len() {
                let (one, other) = text.as_bytes().split_at(split);
                assert_eq!(shown(mask(&[b"secret"]), &[one, other]).concat(), "a [masked] b", "{text:?} at {split}");
            }
        }
        assert_eq!(shown(mask(&[b"secret"]), &[b"a se\n\ncret \nsecre\r"]).concat(), "a se\n\ncret \nsecre\r");
    }
}
