//! What a terminal sends, as keys, letters and pastes. Pure: bytes in, input out, no clock, no reading.
//!
//! Knows the sequences of the keys that terminals have in common and no others: what a terminal answers to somebody
//! else's question, and whatever else is not a key, is left out whole. Does not know what a key does.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::sitting::msg::Gesture;

/// What the writer did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key that is not a letter, or a letter with Ctrl or Alt.
    Key(KeyEvent),
    /// Letters that came together.
    Letters(String),
    /// A bracketed paste, as it came.
    Paste(String),
    /// The mouse: column and row from 0, and what it did there.
    Mouse(u16, u16, Gesture),
}

const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// Takes the bytes of a terminal apart.
#[derive(Debug, Default)]
pub struct Decoder {
    /// Bytes that do not make an input yet. Invariant: shorter than a sequence, unless a paste is open.
    waiting: Vec<u8>,
    /// Where an open paste need not be searched for its end any more, in bytes of `waiting`: a long paste comes in
    /// many pieces, and looking through all of it with each would take the square of its length.
    searched: usize,
}

/// A paste longer than this ends here, in bytes: no writer pastes that much, and memory is not for every stream of bytes.
const LONGEST_PASTE: usize = 64 << 20;

/// What is no answer of the terminal by then is none, in bytes: longer than any answer to what others ask it.
const LONGEST_ANSWER: usize = 4 << 10;

/// What the first bytes are.
enum Piece {
    /// This input; so many bytes.
    Input(Input, usize),
    /// Nothing of the writer's; so many bytes.
    Noise(usize),
    /// The beginning of something longer.
    Unfinished,
}

impl Decoder {
    /// Takes bytes that were read, and returns what they say. `goes_on` tells whether more can be read at once: an
    /// ESC that ends them is then the beginning of a sequence, else the key Esc.
    pub fn take(&mut self, bytes: &[u8], goes_on: bool) -> Vec<Input> {
        self.waiting.extend_from_slice(bytes);
        if self.is_pasting() && !self.has_end() {
            return if self.waiting.len() > LONGEST_PASTE {
                self.end_paste().into_iter().collect()
            } else {
                Vec::new()
            };
        }
        self.searched = 0;
        let waiting = std::mem::take(&mut self.waiting);
        let mut rest = waiting.as_slice();
        let mut inputs = Vec::new();
        while !rest.is_empty() {
            let n_taken = match first(rest, goes_on) {
                Piece::Input(input, n) => {
                    push(&mut inputs, input);
                    n
                }
                Piece::Noise(n) => n,
                Piece::Unfinished => break,
            };
            rest = rest.get(n_taken..).unwrap_or_default();
        }
        self.waiting = rest.to_vec();
        inputs
    }

    /// Tells whether nothing unfinished waits for its end.
    pub fn is_at_rest(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Tells whether a paste has begun and not ended.
    pub fn is_pasting(&self) -> bool {
        self.waiting.starts_with(PASTE_BEGINS)
    }

    /// Looks for the end of the open paste, in what was not looked at before.
    fn has_end(&mut self) -> bool {
        // The end may have come in two pieces.
        let from = self
            .searched
            .saturating_sub(PASTE_ENDS.len() - 1)
            .max(PASTE_BEGINS.len());
        self.searched = self.waiting.len();
        let new = self.waiting.get(from..).unwrap_or_default();
        position_of(new, PASTE_ENDS).is_some()
    }

    /// Ends a paste whose end did not come, so that what is typed next is not swallowed. Returns what came of it.
    pub fn end_paste(&mut self) -> Option<Input> {
        if !self.is_pasting() {
            return None;
        }
        let waiting = std::mem::take(&mut self.waiting);
        self.searched = 0;
        let text = waiting.get(PASTE_BEGINS.len()..).unwrap_or_default();
        Some(Input::Paste(String::from_utf8_lossy(text).into_owned()))
    }
}

/// Adds an input; letters join the letters before them.
fn push(inputs: &mut Vec<Input>, input: Input) {
    match (inputs.last_mut(), input) {
        (Some(Input::Letters(before)), Input::Letters(more)) => before.push_str(&more),
        (_, input) => inputs.push(input),
    }
}

fn first(bytes: &[u8], goes_on: bool) -> Piece {
    match bytes {
        [] => Piece::Unfinished,
        [0x1B, rest @ ..] => escaped(bytes, rest, goes_on),
        [control @ (..0x20 | 0x7F), ..] => Piece::Input(Input::Key(control_key(*control)), 1),
        [..] => letters(bytes),
    }
}

/// The letters before the next control character.
fn letters(bytes: &[u8]) -> Piece {
    let is_control = |it: &u8| *it < 0x20 || *it == 0x7F;
    let control = bytes.iter().position(is_control);
    let n = control.unwrap_or(bytes.len());
    let bytes = bytes.get(..n).unwrap_or_default();
    match std::str::from_utf8(bytes) {
        Ok(text) => Piece::Input(Input::Letters(text.to_owned()), n),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            match (good, error.error_len()) {
                // A character cut in two by the reading.
                ([], None) if control.is_none() => Piece::Unfinished,
                ([], n_bad) => Piece::Noise(n_bad.unwrap_or(n)),
                (good, _) => {
                    let text = String::from_utf8_lossy(good).into_owned();
                    Piece::Input(Input::Letters(text), good.len())
                }
            }
        }
    }
}

fn control_key(control: u8) -> KeyEvent {
    let ctrl = |letter: u8| KeyEvent::new(KeyCode::Char(letter.into()), KeyModifiers::CONTROL);
    match control {
        b'\r' => KeyCode::Enter.into(),
        b'\t' => KeyCode::Tab.into(),
        0x1B => KeyCode::Esc.into(),
        0x7F => KeyCode::Backspace.into(),
        0 => ctrl(b' '),
        1..=26 => ctrl(control - 1 + b'a'),
        // What terminals send for Ctrl with a digit or a sign: Ctrl+_ is Ctrl+7.
        _ => ctrl(control - 0x1C + b'4'),
    }
}

/// What begins with ESC, `rest` behind it.
fn escaped(bytes: &[u8], rest: &[u8], goes_on: bool) -> Piece {
    let escape = Piece::Input(Input::Key(KeyCode::Esc.into()), 1);
    match rest {
        [] | [b'O'] if goes_on => Piece::Unfinished,
        [] | [0x1B, ..] => escape,
        [b'[', sequence @ ..] if bytes.starts_with(PASTE_BEGINS) => {
            let text = sequence.get(4..).unwrap_or_default();
            match position_of(text, PASTE_ENDS) {
                Some(n) => {
                    let text = String::from_utf8_lossy(text.get(..n).unwrap_or_default());
                    let n_taken = PASTE_BEGINS.len() + n + PASTE_ENDS.len();
                    Piece::Input(Input::Paste(text.into_owned()), n_taken)
                }
                None => Piece::Unfinished,
            }
        }
        [b'[', sequence @ ..] => control_sequence(sequence, goes_on),
        [b'O', last @ (b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S'), ..] => {
            let key = named_by_letter(*last).map_or(KeyCode::Esc, |it| it);
            Piece::Input(Input::Key(key.into()), 3)
        }
        // Answers of the terminal that carry a text: they end in BEL or ST. Where the reading cut one in two, the
        // rest is there to be read at once.
        [b']' | b'P' | b'_' | b'^' | b'X', text @ ..] => {
            let text = text.get(..LONGEST_ANSWER).unwrap_or(text);
            let end = text.iter().position(|it| matches!(it, 0x07 | 0x1B));
            match end.map(|it| (it, text.get(it..).unwrap_or_default())) {
                Some((n, [0x07, ..])) => Piece::Noise(n + 3),
                Some((n, [0x1B, b'\\', ..])) => Piece::Noise(n + 4),
                Some((_, [_])) | None if goes_on && text.len() < LONGEST_ANSWER => {
                    Piece::Unfinished
                }
                Some(_) | None => with_alt(rest),
            }
        }
        _ => with_alt(rest),
    }
}

/// A key with Alt: ESC and the key.
fn with_alt(rest: &[u8]) -> Piece {
    let letter = |text: &str| text.chars().next();
    match first(rest.get(..4).unwrap_or(rest), false) {
        Piece::Input(Input::Key(key), n) => {
            let key = KeyEvent::new(key.code, key.modifiers | KeyModifiers::ALT);
            Piece::Input(Input::Key(key), n + 1)
        }
        Piece::Input(Input::Letters(text), _) => match letter(&text) {
            Some(it) => {
                let key = KeyEvent::new(KeyCode::Char(it), KeyModifiers::ALT);
                Piece::Input(Input::Key(key), 1 + it.len_utf8())
            }
            None => Piece::Noise(1),
        },
        Piece::Input(Input::Paste(_) | Input::Mouse(..), _) | Piece::Noise(_) => Piece::Noise(1),
        Piece::Unfinished => Piece::Unfinished,
    }
}

/// What begins with `ESC [`, `sequence` behind it: parameters, then a letter that says what it is.
fn control_sequence(sequence: &[u8], goes_on: bool) -> Piece {
    let is_parameter = |it: &u8| matches!(it, 0x20..=0x3F);
    // The Linux console names F1 to F5 by a second bracket.
    if *sequence == *b"[" && goes_on {
        return Piece::Unfinished;
    }
    if let [b'[', last, ..] = sequence {
        return match last {
            b'A'..=b'E' => Piece::Input(Input::Key(KeyCode::F(last - b'A' + 1).into()), 4),
            _ => Piece::Noise(3),
        };
    }
    let n = sequence.iter().take_while(|it| is_parameter(it)).count();
    let parameters = sequence.get(..n).unwrap_or_default();
    match sequence.get(n) {
        None => Piece::Unfinished,
        Some(last @ 0x40..=0x7E) => {
            let n_taken = n + 3;
            let key = || key_named(parameters, *last).map(Input::Key);
            match mouse(parameters, *last).or_else(key) {
                Some(input) => Piece::Input(input, n_taken),
                None => Piece::Noise(n_taken),
            }
        }
        // Not a sequence: the writer pressed Esc and a bracket, and something else.
        Some(_) => Piece::Noise(n + 2),
    }
}

/// A report of the mouse in the form of xterm's mode 1006: `<button;column;row` and `M` for down or moved.
fn mouse(parameters: &[u8], last: u8) -> Option<Input> {
    let parameters = std::str::from_utf8(parameters).ok()?.strip_prefix('<')?;
    let mut numbers = parameters.split(';').map(|it| it.parse::<u16>().ok());
    let (button, x, y) = (numbers.next()??, numbers.next()??, numbers.next()??);
    // Shift, Alt and Ctrl add 4, 8 and 16.
    let gesture = match (button & !0b1_1100, last) {
        (0, b'M') => Gesture::Press,
        (32, b'M') => Gesture::Drag,
        (64, b'M') => Gesture::WheelUp,
        (65, b'M') => Gesture::WheelDown,
        _ => return None,
    };
    Some(Input::Mouse(x.checked_sub(1)?, y.checked_sub(1)?, gesture))
}

/// The key of a sequence: `A` or `1;5A` by its letter, `3~` or `3;5~` by its number.
fn key_named(parameters: &[u8], last: u8) -> Option<KeyEvent> {
    let parameters = std::str::from_utf8(parameters).ok()?;
    let mut numbers = parameters.split(';').map(str::parse::<u8>);
    let number = match numbers.next() {
        Some(Ok(it)) => it,
        Some(Err(_)) if parameters.is_empty() => 1,
        Some(Err(_)) | None => return None,
    };
    let modifiers = match numbers.next() {
        Some(Ok(it)) => modifiers(it),
        Some(Err(_)) => return None,
        None => KeyModifiers::NONE,
    };
    let code = match last {
        b'~' => named_by_number(number)?,
        b'Z' => return Some(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT)),
        _ if number == 1 => named_by_letter(last)?,
        _ => return None,
    };
    Some(KeyEvent::new(code, modifiers))
}

/// The modifiers of xterm: one more than the sum of Shift 1, Alt 2, Ctrl 4.
fn modifiers(number: u8) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ]
    .into_iter()
    .filter(|(bit, _)| bits & bit != 0)
    .fold(KeyModifiers::NONE, |all, (_, it)| all | it)
}

fn named_by_letter(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

fn named_by_number(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=24 => KeyCode::F(number - 12),
        _ => return None,
    })
}

fn position_of(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|it| it == wanted)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
        Input::Key(KeyEvent::new(code, modifiers))
    }

    fn letters(text: &str) -> Input {
        Input::Letters(text.to_owned())
    }

    fn paste(text: &str) -> Input {
        Input::Paste(text.to_owned())
    }

    fn check(bytes: &str, expected: &[Input]) {
        let mut decoder = Decoder::default();
        assert_eq!(
            decoder.take(bytes.as_bytes(), false),
            expected,
            "{bytes:?} at once"
        );
        assert!(decoder.waiting.is_empty(), "{bytes:?}");
    }

    #[test]
    fn the_mouse_says_where_and_what() {
        check("\x1b[<0;8;7M", &[Input::Mouse(7, 6, Gesture::Press)]);
        check("\x1b[<32;20;7M", &[Input::Mouse(19, 6, Gesture::Drag)]);
        check("\x1b[<64;1;1M", &[Input::Mouse(0, 0, Gesture::WheelUp)]);
        check("\x1b[<81;1;1M", &[Input::Mouse(0, 0, Gesture::WheelDown)]);
        // Going up, another button, no place at all.
        check("\x1b[<0;8;7m\x1b[<2;8;7M\x1b[<0;0;7M", &[]);
    }

    #[test]
    fn keys_have_their_names() {
        let none = KeyModifiers::NONE;
        let ctrl = KeyModifiers::CONTROL;
        check("\r", &[key(KeyCode::Enter, none)]);
        check("\n", &[key(KeyCode::Char('j'), ctrl)]);
        check("\t", &[key(KeyCode::Tab, none)]);
        check("\x1b[Z", &[key(KeyCode::BackTab, KeyModifiers::SHIFT)]);
        check("\x7f", &[key(KeyCode::Backspace, none)]);
        check("\x08", &[key(KeyCode::Char('h'), ctrl)]);
        check("\x1b\x7f", &[key(KeyCode::Backspace, KeyModifiers::ALT)]);
        check("\x1b\r", &[key(KeyCode::Enter, KeyModifiers::ALT)]);
        check("\x1b题", &[key(KeyCode::Char('题'), KeyModifiers::ALT)]);
        check(
            "\x1ba题",
            &[key(KeyCode::Char('a'), KeyModifiers::ALT), letters("题")],
        );
        check("\x1f", &[key(KeyCode::Char('7'), ctrl)]);
        check("\0", &[key(KeyCode::Char(' '), ctrl)]);
        check("\x1b", &[key(KeyCode::Esc, none)]);
        check(
            "\x1b\x1b",
            &[key(KeyCode::Esc, none), key(KeyCode::Esc, none)],
        );
        for (bytes, code) in [
            ("\x1b[A", KeyCode::Up),
            ("\x1bOB", KeyCode::Down),
            ("\x1b[H", KeyCode::Home),
            ("\x1b[1~", KeyCode::Home),
            ("\x1b[7~", KeyCode::Home),
            ("\x1bOF", KeyCode::End),
            ("\x1b[4~", KeyCode::End),
            ("\x1b[3~", KeyCode::Delete),
            ("\x1b[6~", KeyCode::PageDown),
            ("\x1bOP", KeyCode::F(1)),
            ("\x1b[12~", KeyCode::F(2)),
            ("\x1b[[B", KeyCode::F(2)),
            ("\x1b[24~", KeyCode::F(12)),
        ] {
            check(bytes, &[key(code, none)]);
        }
        check("\x1b[1;5H", &[key(KeyCode::Home, ctrl)]);
        check("\x1b[3;2~", &[key(KeyCode::Delete, KeyModifiers::SHIFT)]);
    }

    #[test]
    fn letters_that_come_together_stay_together() {
        check("学习𠮷👨‍👩‍👧“a", &[letters("学习𠮷👨‍👩‍👧“a")]);
        check(
            "学\r习",
            &[
                letters("学"),
                key(KeyCode::Enter, KeyModifiers::NONE),
                letters("习"),
            ],
        );
        check(
            "学\x1b[D习",
            &[
                letters("学"),
                key(KeyCode::Left, KeyModifiers::NONE),
                letters("习"),
            ],
        );
    }

    #[test]
    fn a_paste_is_one_whatever_is_in_it() {
        check(
            "甲\x1b[200~一\r二\x1b[A\t\x1b[201~乙",
            &[letters("甲"), paste("一\r二\x1b[A\t"), letters("乙")],
        );
        check("\x1b[200~\x1b[201~", &[paste("")]);
    }

    #[test]
    fn a_paste_without_an_end_can_be_ended() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.take("\x1b[200~学习".as_bytes(), false), []);
        assert!(decoder.is_pasting());
        assert_eq!(decoder.end_paste(), Some(paste("学习")));
        assert_eq!(decoder.end_paste(), None);
        assert_eq!(decoder.take("好".as_bytes(), false), [letters("好")]);
    }

    #[test]
    fn answers_of_the_terminal_type_nothing() {
        for answer in [
            "\x1b[?61;4;6;52c",
            "\x1b[>1;10;0c",
            "\x1b[24;80R",
            "\x1b[?2026;2$y",
            "\x1b[I",
            "\x1b[?0u",
            "\x1b]11;rgb:0000/0000/0000\x07",
            "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
            "\x1bP1+r5463\x1b\\",
        ] {
            check(&format!("前{answer}后"), &[letters("前后")]);
        }
    }

    #[test]
    fn an_answer_that_reading_cuts_in_two_types_nothing_either() {
        for answer in ["\x1b]11;rgb:0000/0000/0000\x07", "\x1bP1+r5463\x1b\\"] {
            for cut in 1..answer.len() {
                let (before, after) = answer.as_bytes().split_at(cut);
                let mut decoder = Decoder::default();
                assert_eq!(decoder.take(before, true), [], "{answer:?} at {cut}");
                assert_eq!(decoder.take(after, false), [], "{answer:?} at {cut}");
            }
        }
        let mut decoder = Decoder::default();
        assert_eq!(decoder.take(b"\x1b[[", true), []);
        let f1 = key(KeyCode::F(1), KeyModifiers::NONE);
        assert_eq!(decoder.take(b"A", false), [f1]);
        // What has no end is no answer: nothing of it is swallowed.
        let mut decoder = Decoder::default();
        let alt_x = key(KeyCode::Char('X'), KeyModifiers::ALT);
        assert_eq!(decoder.take("\x1bX学".as_bytes(), true), []);
        assert_eq!(
            decoder.take("习".as_bytes(), false),
            [alt_x, letters("学习")]
        );
    }

    #[test]
    fn an_escape_waits_only_for_what_is_there() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.take(b"\x1b", true), []);
        assert_eq!(
            decoder.take(b"[A", false),
            [key(KeyCode::Up, KeyModifiers::NONE)]
        );
        assert_eq!(
            decoder.take(b"\x1b", false),
            [key(KeyCode::Esc, KeyModifiers::NONE)]
        );
        // Esc and a bracket typed by hand: the bracket waits, and does not swallow what follows.
        assert_eq!(decoder.take(b"\x1b[", false), []);
        assert_eq!(decoder.take("学".as_bytes(), false), [letters("学")]);
    }

    #[test]
    fn what_is_not_utf8_is_left_out() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.take(b"a\xff\xfeb", false), [letters("ab")]);
    }

    proptest! {
        /// However reading cuts the bytes, they say the same, as long as no cut falls behind a lone ESC.
        #[test]
        fn cuts_do_not_matter(
            pieces in prop::collection::vec(prop::sample::select(vec![
                "学", "习", "，", "𠮷", "👨‍👩‍👧", "a", "\r", "\t", "\x7f", "\x1b[D", "\x1b[1;5H", "\x1b[3~", "\x1bOA",
                "\x1b[200~一\r二\x1b[201~", "\x1b[?61;4c", "\x01",
            ]), 0..12),
            cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        ) {
            let bytes = pieces.concat().into_bytes();
            let join = |inputs: Vec<Input>| {
                let mut joined = Vec::new();
                for it in inputs {
                    push(&mut joined, it);
                }
                joined
            };
            let whole = join(Decoder::default().take(&bytes, false));
            let mut at: Vec<usize> = cuts.iter().map(|it| it.index(bytes.len() + 1)).collect();
            at.push(bytes.len());
            at.sort_unstable();
            let (mut decoder, mut start, mut inputs) = (Decoder::default(), 0, Vec::new());
            for end in at {
                inputs.extend(decoder.take(&bytes[start..end], end < bytes.len()));
                start = end;
            }
            prop_assert_eq!(join(inputs), whole);
            prop_assert!(decoder.waiting.is_empty());
        }

        /// Nothing that can be sent is waited for for ever: an Esc of the writer always comes out at last.
        #[test]
        fn nothing_swallows_the_next_keys(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let mut decoder = Decoder::default();
            let _inputs = decoder.take(&bytes, false);
            let _ended = decoder.end_paste();
            let _more = decoder.take("学学".as_bytes(), false);
            let inputs = decoder.take("习".as_bytes(), false);
            prop_assert_eq!(inputs, [letters("习")]);
        }
    }
}
