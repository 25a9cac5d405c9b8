//! A plain text, line by line, whatever its line ends. Takes the words as they stand.

use super::Noticed;
use super::signs::{Signs, is_line_end};
use crate::import::{Line, Manuscript};

/// Reads a text as it stands.
pub(super) fn read(text: &str) -> Manuscript {
    let mut manuscript = Manuscript::default();
    let mut signs = Signs::default();
    for (at, raw) in raw_lines(text).enumerate() {
        let number = at + 1;
        let n_before = signs.n_dropped;
        // A page break and its like part a line, but no editor counts them.
        for part in raw.split(is_line_end) {
            let mut text = String::with_capacity(part.len());
            signs.append(&mut text, part);
            manuscript.lines.push(Line {
                number,
                text,
                ..Line::default()
            });
        }
        if n_before == 0 && signs.n_dropped > 0 {
            manuscript.note(number, Noticed::ControlsDropped { count: 0 });
        }
    }
    // The first line is told, with the number of all.
    for remark in &mut manuscript.remarks {
        remark.notice = Noticed::ControlsDropped {
            count: signs.n_dropped,
        }
        .into();
    }
    manuscript
}

/// Parts a text at the line ends of Windows, Unix and the old Mac.
fn raw_lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text).filter(|it| !it.is_empty());
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\n', '\r']) else {
            rest = None;
            return Some(text);
        };
        let (line, behind) = text.split_at(end);
        let behind = behind
            .strip_prefix("\r\n")
            .or_else(|| behind.get(1..))
            .filter(|it| !it.is_empty());
        rest = behind;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lines: &[(usize, &str)]) {
        let manuscript = read(text);
        let found: Vec<(usize, &str)> = (manuscript.lines.iter())
            .map(|it| (it.number, it.text.as_str()))
            .collect();
        assert_eq!(found, lines, "{text:?}");
    }

    #[test]
    fn every_kind_of_line_end_parts_lines() {
        check("", &[]);
        check("甲", &[(1, "甲")]);
        check("甲\n", &[(1, "甲")]);
        check(
            "\n甲\r\n\r\n乙\r丙",
            &[(1, ""), (2, "甲"), (3, ""), (4, "乙"), (5, "丙")],
        );
        check(
            "甲\u{2028}乙\u{C}丙\n丁",
            &[(1, "甲"), (1, "乙"), (1, "丙"), (2, "丁")],
        );
    }

    #[test]
    fn controls_are_told_once() {
        let manuscript = read("甲\n乙\u{1b}[1m\n\u{200B}丙\t丁");
        assert_eq!(manuscript.lines[2].text, "丙  丁");
        let mut wanted = Manuscript::default();
        wanted.note(2, Noticed::ControlsDropped { count: 2 });
        assert_eq!(manuscript.remarks, wanted.remarks);
    }
}
