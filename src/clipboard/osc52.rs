//! The escape sequence that hands a text to the terminal's clipboard. Writes to no terminal itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::clipboard::plan::Wrapping;

/// The most text sent in one sequence if nothing better is known, in bytes of UTF-8.
///
/// In base64 it makes the sequence of 100,000 bytes that the `osc52.sh` of Chromium OS allows and many programs
/// copied. Terminals take from 1 KB (Tabby) and 6 KB (Termux) to 8 MB (kitty); `doctor` can find out.
pub const LIMIT: usize = 74_994;

/// GNU screen cuts strings longer than this many bytes, with their frame (`MAXSTR` since 4.2.1 of 2014).
const SCREEN_STRING: usize = 768;

/// The bytes that ask the terminal to keep the text.
///
/// The selection is `c` because mosh ignores an empty one, and the end is BEL because ST would end screen's string.
pub(super) fn sequence(text: &str, wrapping: Wrapping) -> Vec<u8> {
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(text)).into_bytes();
    match wrapping {
        Wrapping::Plain => plain,
        Wrapping::Screen => {
            let pieces = plain.chunks(SCREEN_STRING - FRAME);
            pieces
                .flat_map(|piece| [b"\x1bP".as_slice(), piece, b"\x1b\\"].concat())
                .collect()
        }
    }
}

/// The bytes that begin and end a string for screen.
const FRAME: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_are_exact() {
        assert_eq!(
            sequence("中文复制", Wrapping::Plain),
            b"\x1b]52;c;5Lit5paH5aSN5Yi2\x07"
        );
        assert_eq!(
            sequence("中文复制", Wrapping::Screen),
            b"\x1bP\x1b]52;c;5Lit5paH5aSN5Yi2\x07\x1b\\"
        );
    }

    #[test]
    fn screen_gets_pieces_that_join_to_the_sequence() {
        let text = "深刻剖析".repeat(500);
        let wrapped = sequence(&text, Wrapping::Screen);
        let wrapped = String::from_utf8(wrapped).unwrap();
        let pieces: Vec<_> = wrapped.split_terminator("\x1b\\").collect();
        assert_eq!(pieces.len(), 11); // 8,000 bytes of base64 and 8 around them, 764 a piece
        assert!(
            pieces
                .iter()
                .all(|it| it.starts_with("\x1bP") && it.len() + 2 <= SCREEN_STRING)
        );
        let joined: String = pieces
            .iter()
            .filter_map(|it| it.strip_prefix("\x1bP"))
            .collect();
        assert_eq!(joined.into_bytes(), sequence(&text, Wrapping::Plain));
    }

    #[test]
    fn the_limit_fits_the_customary_sequence() {
        let sequence = sequence(&"a".repeat(LIMIT), Wrapping::Plain);
        assert_eq!(sequence.len(), 100_000);
    }
}
