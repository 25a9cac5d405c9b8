//! What an edited text means for the text it was: which blank lines are text, and how many lines there can be.

/// A text between blank lines.
struct Framed<'a> {
    /// Blank lines, with their ends.
    above: &'a str,
    /// From the first line with words to the end of the last.
    body: &'a str,
    /// The end of that line, and blank lines.
    below: &'a str,
}

/// Returns what the text `old` becomes where a file has `edited` for it; `None` if it stays.
///
/// Blank lines above and below are not looked at: editors add and take them, and the file has some of its own. The
/// text keeps those it has.
pub(super) fn settled(old: &str, edited: &str, is_single_line: bool) -> Option<String> {
    let was = framed(old);
    let is = framed(edited);
    if was.body == is.body {
        return None;
    }
    let new = if is_single_line {
        one_line(is.body)
    } else if is.body.is_empty() || was.body.is_empty() {
        is.body.to_owned()
    } else {
        [was.above, is.body, was.below].concat()
    };
    (new != old).then_some(new)
}

/// Tells whether nothing but blank lines is left.
pub(super) fn is_blank(text: &str) -> bool {
    framed(text).body.is_empty()
}

fn framed(text: &str) -> Framed<'_> {
    let is_written = |line: &&str| !line.trim().is_empty();
    let above: usize = (text.split_inclusive('\n'))
        .take_while(|it| !is_written(it))
        .map(str::len)
        .sum();
    let (above, rest) = text.split_at(above);
    let below: usize = (rest.split_inclusive('\n').rev())
        .take_while(|it| !is_written(it))
        .map(str::len)
        .sum();
    let (body, below) = rest.split_at(rest.len() - below);
    match body.strip_suffix('\n') {
        Some(body) => Framed {
            above,
            body,
            below: rest.get(body.len()..).unwrap_or_default(),
        },
        None => Framed { above, body, below },
    }
}

/// Makes one line of a text: line ends, with the blanks around them, become a blank.
fn one_line(text: &str) -> String {
    let lines: Vec<&str> = (text.lines().map(str::trim))
        .filter(|it| !it.is_empty())
        .collect();
    match lines.as_slice() {
        [_] => text.trim_matches('\n').to_owned(),
        _ => lines.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_around_are_layout() {
        for (old, edited, new) in [
            ("甲", "甲\n\n", None),
            ("\n甲\n\n", "甲", None),
            ("\n\n", "", None),
            ("\n甲\n\n", "乙\n丙", Some("\n乙\n丙\n\n")),
            ("甲", "\n \n　　乙\n\n丙\n\n", Some("　　乙\n\n丙")),
            ("\n甲\n", "\n\n", Some("")),
            ("\n", "甲\n", Some("甲")),
            ("甲\r", "甲", Some("甲")),
        ] {
            assert_eq!(
                settled(old, edited, false).as_deref(),
                new,
                "{old:?} {edited:?}"
            );
        }
    }

    #[test]
    fn one_line_stays_one() {
        for (old, edited, new) in [
            ("甲", "甲\n乙\n", Some("甲 乙")),
            ("甲", "甲 \n\n\n  乙", Some("甲 乙")),
            ("甲", " 乙 ", Some(" 乙 ")),
            ("甲\n乙", "甲\n乙\n", None),
            ("甲 乙", "甲\n乙", None),
            ("甲", "", Some("")),
        ] {
            assert_eq!(
                settled(old, edited, true).as_deref(),
                new,
                "{old:?} {edited:?}"
            );
        }
    }
}
