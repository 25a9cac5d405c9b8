//! What a terminal sends, a bracketed paste among it, from the bytes to the draft. The first byte says where they are cut.
//!
//! However the bytes are cut, they say the same. What the cleaning gives holds no control character, loses nothing but
//! blanks, controls and pinyin in brackets, and can be undone; and what comes of it in a draft is plain too.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pouxi::paste::{Lines, clean};
use pouxi::tui::decode::{Decoder, Input};
use pouxi::typeset;
use pouxi_fuzz::is_plain;

/// Returns whether the signs of `part` stand in `whole` in their order.
fn is_part(part: &str, whole: &str) -> bool {
    let mut whole = whole.chars();
    part.chars().filter(|it| !it.is_whitespace()).all(|sign| whole.any(|it| it == sign))
}

fn check(raw: &str) {
    for lines in [Lines::Many, Lines::One] {
        let cleaned = clean(raw, lines);
        assert!(is_plain(&cleaned.text) && is_plain(&cleaned.as_pasted));
        assert!(is_part(&cleaned.text, raw), "nothing is invented");
        assert!(is_part(&cleaned.text, &cleaned.as_pasted));
        assert!(lines == Lines::Many || !cleaned.text.contains('\n'));
        // A text that is tidy stays as it is, but for what only shows once the first tidying is done.
        let twice = clean(&cleaned.text, lines);
        assert!(is_plain(&twice.text) && twice.text.len() <= cleaned.text.len());
        for (_, grapheme) in typeset::graphemes(&cleaned.as_pasted) {
            assert!(!typeset::glyph(grapheme).contains(char::is_control));
        }
    }
}

fn decoded(pieces: &[&[u8]]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut inputs: Vec<Input> = Vec::new();
    for piece in pieces {
        inputs.extend(decoder.take(piece, true));
    }
    inputs.extend(decoder.take(b"", false));
    inputs.extend(decoder.end_paste());
    // Letters that came apart are the same letters.
    let mut joined: Vec<Input> = Vec::new();
    for input in inputs {
        match (joined.last_mut(), input) {
            (Some(Input::Letters(before)), Input::Letters(more)) => before.push_str(&more),
            (_, input) => joined.push(input),
        }
    }
    joined
}

fuzz_target!(|bytes: &[u8]| {
    let Some((cut, bytes)) = bytes.split_first() else { return };
    check(&String::from_utf8_lossy(bytes));
    let (before, after) = bytes.split_at(usize::from(*cut).min(bytes.len()));
    let inputs = decoded(&[bytes]);
    assert_eq!(decoded(&[before, after]), inputs, "a cut in the bytes changes nothing");
    for input in inputs {
        match input {
            Input::Letters(letters) => assert!(!letters.chars().any(|it| it < ' ' || it == '\u{7f}')),
            Input::Paste(text) => check(&text),
            Input::Key(_) | Input::Mouse(..) => {}
        }
    }
});
