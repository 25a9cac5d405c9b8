//! Who answers for a measure and by when, as a print puts them behind it: `（责任人：…；完成时限：…）`.

use std::ops::Range;

use super::read::Reading;
use crate::draft::Role;

/// The labels, by what they say.
const OWNER: &[&str] = &["责任人：", "责任人:", "Owner:", "owner:"];
const DUE: &[&str] = &["完成时限：", "完成时限:", "Due:", "due:"];
/// The longest terms, in bytes.
const LONGEST: usize = 1000;

impl Reading<'_> {
    /// Takes the terms from the end of a range. Returns what is left of it, the owner and the due date.
    pub(super) fn terms(
        &mut self,
        range: Range<usize>,
        role: Role,
    ) -> (Range<usize>, String, String) {
        let range = self.source.trimmed(&range);
        let nothing = |range| (range, String::new(), String::new());
        if role != Role::Measures {
            return nothing(range);
        }
        let Some(found) = find(self.fold(&range)) else {
            return nothing(range);
        };
        let shift = |it: &Range<usize>| range.start + it.start..range.start + it.end;
        let mut at = range.start + found.start;
        let mut take = |part: &Option<Range<usize>>| {
            let Some(part) = part else {
                return String::new();
            };
            let part = self.source.trimmed(&shift(part));
            self.claims.mark(at..part.start);
            at = part.end;
            let mut words = String::new();
            self.claims.words(self.source, &part, &mut words);
            words
        };
        let owner = take(&found.owner);
        let due = take(&found.due);
        self.claims.mark(at..range.end);
        (range.start..range.start + found.start, owner, due)
    }
}

struct Found {
    start: usize,
    owner: Option<Range<usize>>,
    due: Option<Range<usize>>,
}

/// Finds the terms at the end of a folded text.
fn find(text: &str) -> Option<Found> {
    if !text.ends_with(['）', ')']) {
        return None;
    }
    let mut depth = 0_usize;
    let mut start = None;
    for (at, sign) in text
        .char_indices()
        .rev()
        .take_while(|(at, _)| text.len() - at < LONGEST)
    {
        match sign {
            '）' | ')' => depth += 1,
            '（' | '(' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    start = Some((at, at + sign.len_utf8()));
                    break;
                }
            }
            _ => {}
        }
    }
    let (start, from) = start?;
    let to = text.char_indices().next_back()?.0;
    let inner = text.get(from..to)?;
    let label = |text: &str, labels: &[&str]| {
        labels
            .iter()
            .find(|it| text.starts_with(**it))
            .map(|it| it.len())
    };
    let (mut owner, mut due) = (None, None);
    if let Some(len) = label(inner, OWNER) {
        owner = Some(from + len..to);
        let parts = inner
            .char_indices()
            .filter(|(_, it)| matches!(it, '；' | ';'));
        for (at, sign) in parts {
            let after = at + sign.len_utf8();
            let rest = inner.get(after..)?;
            let blanks = rest.len() - rest.trim_start().len();
            if let Some(len) = label(rest.trim_start(), DUE) {
                owner = Some(from + label(inner, OWNER)?..from + at);
                due = Some(from + after + blanks + len..to);
                break;
            }
        }
    } else {
        let len = label(inner, DUE)?;
        due = Some(from + len..to);
    }
    Some(Found { start, owner, due })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, owner: &str, due: &str, left: &str) {
        let found = find(text).expect("there are terms");
        let words = |it: &Option<Range<usize>>| {
            it.clone()
                .map_or("", |it| text.get(it).expect("on a boundary").trim())
        };
        let read = (
            words(&found.owner),
            words(&found.due),
            text.get(..found.start),
        );
        assert_eq!(read, (owner, due, Some(left)));
    }

    #[test]
    fn terms_stand_in_brackets_at_the_end() {
        check(
            "学习。（责任人：张三；完成时限：2026年6月底前）",
            "张三",
            "2026年6月底前",
            "学习。",
        );
        check("（责任人：张三（局长））", "张三（局长）", "", "");
        check("（完成时限：长期）", "", "长期", "");
        check(
            "One paper. (Owner: A. Writer; due: 2026-06-30)",
            "A. Writer",
            "2026-06-30",
            "One paper. ",
        );
        check("(Due: soon)", "", "soon", "");
    }

    #[test]
    fn other_brackets_are_words() {
        for text in [
            "学习（每周）",
            "（责任）",
            "责任人：张三",
            "（责任人：张三）。",
            "）",
        ] {
            assert!(find(text).is_none(), "{text}");
        }
    }
}
