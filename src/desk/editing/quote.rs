//! Text that could be taken for a line of the file's own, or that an editor would not give back: how it is written.
//!
//! Only what begins like an address is touched: `<!--`, blanks, backslashes if any, `[`. Written, it gets one
//! backslash more before the bracket; read, one fewer. So both are inverse, however often a text went through.

/// What opens a comment.
const OPEN: &str = "<!--";
/// What closes it.
const CLOSE: &str = "-->";

/// A line that is neither text nor one of the file's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unreadable;

/// What begins like an address: bytes from the start of a text.
struct Opening {
    bracket: usize,
    is_quoted: bool,
}

/// Returns a text as the file has it.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(Opening { bracket, .. }) = opening(rest) {
        let (before, behind) = rest.split_at(bracket);
        quoted.push_str(before);
        quoted.push('\\');
        // The bracket itself cannot open anything.
        quoted.push('[');
        rest = behind.get(1..).unwrap_or_default();
    }
    quoted.push_str(rest);
    if !quoted.contains(is_unsafe) {
        return quoted;
    }
    let mut safe = String::with_capacity(quoted.len());
    for sign in quoted.chars() {
        if is_unsafe(sign) {
            safe.push_str(&format_code(sign));
        } else {
            safe.push(sign);
        }
    }
    safe
}

/// Returns a line of a text as the draft has it.
///
/// # Errors
/// The line holds what begins like an address and is none.
pub(super) fn unquoted(line: &str) -> Result<String, Unreadable> {
    let (text, is_sound) = read(line);
    if is_sound { Ok(text) } else { Err(Unreadable) }
}

/// Returns a text as the draft has it, from a file that has no addresses: what looks like one is text.
pub(super) fn unquoted_freely(text: &str) -> String {
    read(text).0
}

/// Takes the quoting out. Tells as well whether all that begins like an address was written by [`quoted`].
fn read(file: &str) -> (String, bool) {
    let mut text = String::with_capacity(file.len());
    let mut is_sound = true;
    let mut rest = file;
    while let Some(Opening { bracket, is_quoted }) = opening(rest) {
        let (before, behind) = rest.split_at(bracket);
        if let Some((sign, behind)) = code(behind).filter(|_| !is_quoted) {
            let before = before.trim_end_matches([' ', '\t']);
            text.push_str(before.strip_suffix(OPEN).unwrap_or(before));
            text.push(sign);
            rest = behind;
        } else {
            is_sound &= is_quoted;
            text.push_str(before.strip_suffix('\\').unwrap_or(before));
            text.push('[');
            rest = behind.get(1..).unwrap_or_default();
        }
    }
    text.push_str(rest);
    (text, is_sound)
}

/// Tells whether an editor may take a character for a line end, show it as nothing, or drop it.
fn is_unsafe(it: char) -> bool {
    match it {
        '\n' | '\t' => false,
        '\u{2028}' | '\u{2029}' | '\u{FEFF}' => true,
        _ => it.is_control(),
    }
}

fn format_code(sign: char) -> String {
    format!("{OPEN}[u+{:04x}]{CLOSE}", u32::from(sign))
}

/// Reads a character's code from its bracket on. Returns it and what stands behind it.
fn code(from_bracket: &str) -> Option<(char, &str)> {
    let (digits, behind) = from_bracket.strip_prefix("[u+")?.split_once(']')?;
    let behind = behind.strip_prefix(CLOSE)?;
    let is_hex = digits.len() >= 4 && digits.bytes().all(|it| it.is_ascii_hexdigit());
    let sign = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    is_hex.then_some((sign, behind))
}

/// Finds the first place that begins like an address.
fn opening(text: &str) -> Option<Opening> {
    text.match_indices(OPEN).find_map(|(at, _)| {
        let behind = text.get(at + OPEN.len()..)?;
        let blanks = behind.trim_start_matches([' ', '\t']);
        let bracket = blanks.trim_start_matches('\\');
        bracket.starts_with('[').then(|| Opening {
            bracket: text.len() - bracket.len(),
            is_quoted: bracket.len() < blanks.len(),
        })
    })
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    #[test]
    fn only_what_looks_like_an_address_is_quoted() {
        for (text, file) in [
            ("学习<!-- 注 -->", "学习<!-- 注 -->"),
            ("a\\[b] <b>", "a\\[b] <b>"),
            ("<!-- [title] 题目 -->", "<!-- \\[title] 题目 -->"),
            ("<!--[", "<!--\\["),
            ("<!-- \\\\[x", "<!-- \\\\\\[x"),
            ("<!--<!-- [", "<!--<!-- \\["),
            ("甲\r乙", "甲<!--[u+000d]-->乙"),
            ("<!-- \r[", "<!-- <!--[u+000d]-->["),
        ] {
            assert_eq!(quoted(text), file);
            assert_eq!(unquoted(file), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_was_not_written_here_is_not_read() {
        for line in [
            "<!-- [title",
            "a <!--[u+zz]-->",
            "<!--[u+d800]-->",
            "<!-- [] -->",
        ] {
            assert_eq!(unquoted(line), Err(Unreadable), "{line}");
            assert_eq!(unquoted_freely(line), line);
        }
    }

    proptest! {
        #[test]
        fn a_text_comes_back_as_it_was(pieces in vec(select(vec![
            "<!--", " ", "\t", "\\", "[", "]", "-->", "u+000d", "title", "\r", "\u{2028}", "\u{1b}", "学", "<", "!",
        ]), 0..20)) {
            let text = pieces.concat();
            let file = quoted(&text);
            prop_assert!(!file.contains(is_unsafe));
            prop_assert_eq!(&unquoted_freely(&file), &text);
            prop_assert_eq!(unquoted(&file), Ok(text));
        }
    }
}
