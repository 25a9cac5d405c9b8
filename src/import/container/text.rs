//! Bytes of a text file: their encoding first, then plain text or Markdown. Tells where the encoding is doubtful
//! and where words were lost before they came here.

use super::encoding::{self, Decoded, share};
use super::signs::is_line_end;
use super::{MAX_LINES, Noticed, Unreadable, markdown, plain};
use crate::import::Manuscript;

/// Reads a text file.
///
/// # Errors
/// It has more lines than are read.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<Manuscript, Unreadable> {
    let Decoded {
        text,
        encoding,
        is_guess,
    } = encoding::decode(bytes);
    let is_end = |it: char| matches!(it, '\n' | '\r') || is_line_end(it);
    if text.matches(is_end).count() - text.matches("\r\n").count() > MAX_LINES {
        return Err(Unreadable::TooLong);
    }
    let mut manuscript = if markdown::is_markdown(&text, name) {
        markdown::read(&text)
    } else {
        plain::read(&text)
    };
    let first_foreign = (manuscript.lines.iter()).find(|it| !it.text.is_ascii());
    let first_foreign = first_foreign.map_or(1, |it| it.number);
    if is_guess {
        manuscript.note(first_foreign, Noticed::EncodingGuessed { encoding });
    }
    if encoding::is_mojibake(&text) || is_full_of_odd_signs(&text) {
        manuscript.note(first_foreign, Noticed::Mojibake);
    }
    let mut broken = (manuscript.lines.iter())
        .map(|it| {
            (
                it.number,
                it.text.matches(char::REPLACEMENT_CHARACTER).count(),
            )
        })
        .filter(|(_, n)| *n > 0);
    if let Some((line, first)) = broken.next() {
        let count = first + broken.map(|(_, n)| n).sum::<usize>();
        manuscript.note(line, Noticed::BrokenCharacters { count });
    }
    Ok(manuscript)
}

/// Tells whether one sign in fifty is one that no writer types.
fn is_full_of_odd_signs(text: &str) -> bool {
    let (mut n_all, mut n_odd) = (0, 0);
    for it in text.chars().filter(|it| !it.is_whitespace()) {
        n_all += 1;
        n_odd += usize::from(matches!(
            it,
            '\u{E000}'..='\u{F8FF}' | '\u{80}'..='\u{9F}' | '\u{FF61}'..='\u{FF9F}' | char::REPLACEMENT_CHARACTER
        ));
    }
    share(n_odd, n_all) > 0.02
}
