//! Two states of a draft, text by text: what of each is the same, what is gone, what is new. By character within a
//! text, joined into phrases, so that a reader sees what was rewritten and not which letters happen to recur.

use std::collections::BTreeSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::desk::editing;
use crate::draft::{Change, ChangeCause, Draft, Edit, Field};
use crate::locale::Lang;
use crate::typeset;

/// A text that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands in the report, by words.
    pub name: String,
    /// The text, in pieces. Those that are not new are the old text, those that are not gone the new one.
    pub pieces: Vec<Piece>,
}

/// A piece of a text compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which of the two has it.
    pub of: Of,
    /// The words.
    pub text: String,
}

/// Which of two texts has a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Both.
    Both,
    /// The old one alone.
    Old,
    /// The new one alone.
    New,
}

/// What differs between two drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The texts, in the order of the report; those that are gone stand last.
    pub texts: Vec<Difference>,
    /// Whether choices, links or the order of items differ too.
    pub has_other: bool,
}

impl Comparison {
    /// Returns how many 字 are new and how many are gone.
    pub fn characters(&self) -> (usize, usize) {
        let count = |of: Of| {
            let pieces = self.texts.iter().flat_map(|it| &it.pieces);
            pieces
                .filter(|it| it.of == of)
                .map(|it| typeset::count(&it.text).marks)
                .sum()
        };
        (count(Of::New), count(Of::Old))
    }

    /// Tells whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && !self.has_other
    }
}

/// Compares two drafts.
pub fn compare(lang: Lang, old: &Draft, new: &Draft) -> Comparison {
    let mut fields = new.fields();
    let known: BTreeSet<Field> = fields.iter().copied().collect();
    fields.extend(old.fields().into_iter().filter(|it| !known.contains(it)));
    let (new_names, old_names) = (editing::names(lang, new), editing::names(lang, old));
    let mut texts = Vec::new();
    for field in fields {
        let was = old.text(field).unwrap_or_default();
        let now = new.text(field).unwrap_or_default();
        if was == now {
            continue;
        }
        let name = new_names.get(&field).or_else(|| old_names.get(&field));
        texts.push(Difference {
            name: name.cloned().unwrap_or_default(),
            pieces: pieces(was, now),
        });
    }
    let change = Change::between(old, new, ChangeCause::Structure);
    let has_other = change.is_some_and(|it| {
        let is_no_text = |it: &Edit| match it {
            Edit::Set { .. } | Edit::Move { .. } | Edit::Link(_) | Edit::Unlink(_) => true,
            Edit::Splice { .. } | Edit::Insert { .. } | Edit::Remove { .. } => false,
        };
        texts.is_empty() || it.edits.iter().any(is_no_text)
    });
    Comparison { texts, has_other }
}

/// Signs that end a clause. Clauses are compared first, so that a sentence put in between is seen as one.
const CLAUSE_ENDS: &[char] = &[
    '，', '。', '；', '：', '！', '？', '、', '\n', ',', '.', ';', ':', '!', '?',
];

/// Returns two texts as pieces: read without the new ones they are `old`, without the old ones `new`.
fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let (was, now) = (clauses(old), clauses(new));
    let mut pieces = Pieces::default();
    for op in capture_diff_slices(Algorithm::Myers, &was, &now) {
        let (gone, come) = (part(&was, &op.old_range()), part(&now, &op.new_range()));
        match op {
            DiffOp::Equal { .. } => pieces.both(&gone),
            DiffOp::Delete { .. } => pieces.changed(&gone, ""),
            DiffOp::Insert { .. } => pieces.changed("", &come),
            DiffOp::Replace { .. } => within(&gone, &come, &mut pieces),
        }
    }
    pieces.done()
}

fn clauses(text: &str) -> Vec<&str> {
    text.split_inclusive(CLAUSE_ENDS).collect()
}

fn part(of: &[&str], range: &Range<usize>) -> String {
    of.get(range.clone()).unwrap_or_default().concat()
}

/// Compares rewritten clauses by character.
fn within(old: &str, new: &str, pieces: &mut Pieces) {
    let was: Vec<&str> = typeset::graphemes(old).map(|(_, it)| it).collect();
    let now: Vec<&str> = typeset::graphemes(new).map(|(_, it)| it).collect();
    let ops = capture_diff_slices(Algorithm::Myers, &was, &now);
    let is_same = |it: &DiffOp| matches!(it, DiffOp::Equal { .. });
    let n_same: usize = (ops.iter().filter(|it| is_same(it)))
        .map(|it| it.old_range().len())
        .sum();
    // What has little in common reads better as two texts than as letters that happen to recur.
    if n_same * 3 < was.len().min(now.len()) {
        pieces.changed(old, new);
        return;
    }
    for (idx, op) in ops.iter().enumerate() {
        let (gone, come) = (part(&was, &op.old_range()), part(&now, &op.new_range()));
        let is_inner = idx > 0 && idx + 1 < ops.len();
        if is_same(op) && !(is_inner && op.old_range().len() < PHRASE) {
            pieces.both(&gone);
        } else {
            pieces.changed(&gone, &come);
        }
    }
}

/// Fewer characters than these between two changes are no phrase: they are taken as changed with what is around.
const PHRASE: usize = 2;

/// Pieces being put together. Neighbours of one kind are one piece; the old stands before the new.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    old: String,
    new: String,
}

impl Pieces {
    fn both(&mut self, text: &str) {
        self.flush();
        self.push(Of::Both, text);
    }

    fn changed(&mut self, old: &str, new: &str) {
        self.old.push_str(old);
        self.new.push_str(new);
    }

    fn flush(&mut self) {
        let (old, new) = (std::mem::take(&mut self.old), std::mem::take(&mut self.new));
        self.push(Of::Old, &old);
        self.push(Of::New, &new);
    }

    fn push(&mut self, of: Of, text: &str) {
        match self.done.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.of == of => last.text.push_str(text),
            _ => self.done.push(Piece {
                of,
                text: text.to_owned(),
            }),
        }
    }

    fn done(mut self) -> Vec<Piece> {
        self.flush();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Compares two texts; what is gone is written `[-so-]`, what is new `{+so+}`.
    fn drawn(old: &str, new: &str) -> String {
        let draw = |it: Piece| match it.of {
            Of::Both => it.text,
            Of::Old => format!("[-{}-]", it.text),
            Of::New => format!("{{+{}+}}", it.text),
        };
        pieces(old, new).into_iter().map(draw).collect()
    }

    #[test]
    fn what_was_rewritten_is_seen_as_phrases() {
        let check = |old: &str, new: &str, expected: &str| assert_eq!(drawn(old, new), expected);
        check("学习不够。", "学习不够。", "学习不够。");
        check("", "学习不够。", "{+学习不够。+}");
        check(
            "理论学习不够，抓得不紧。",
            "理论学习不够深入，抓得不紧。",
            "理论学习不够{+深入+}，抓得不紧。",
        );
        check(
            "甲方面不足，丙方面不足。",
            "甲方面不足，乙方面不足，丙方面不足。",
            "甲方面不足，{+乙方面不足，+}丙方面不足。",
        );
        check(
            "联系群众不够紧密",
            "联系基层群众还不够紧密",
            "联系{+基层+}群众{+还+}不够紧密",
        );
        check(
            "今年只写了两篇心得。",
            "我请假没有参加学习。",
            "[-今年只写了两篇心得。-]{+我请假没有参加学习。+}",
        );
        check("春夏秋冬东西", "春甲秋乙东西", "春[-夏秋冬-]{+甲秋乙+}东西");
    }

    /// Two long texts without a word in common, and one of which every other clause was rewritten.
    #[test]
    fn long_texts_are_compared_without_quadratic_work() {
        let text = |from: u32, step: u32| -> String {
            let letter = |n: u32| char::from_u32(from + n * step % 9_000).unwrap_or('字');
            let signs = (0..20_000).map(|n| if n % 13 == 12 { '，' } else { letter(n) });
            signs.collect()
        };
        let (old, other) = (text(0x4E00, 7), text(0x7000, 11));
        assert_eq!(pieces(&old, &old).len(), 1);
        assert!(!pieces(&old, &other).is_empty());
        let clauses = old.split_inclusive('，').zip(other.split_inclusive('，'));
        let mixed: String = (clauses.enumerate())
            .map(|(n, (a, b))| if n % 2 == 0 { a } else { b })
            .collect();
        let found = pieces(&old, &mixed);
        let rewritten = found.iter().filter(|it| it.of == Of::New).count();
        assert!((700..=800).contains(&rewritten), "{rewritten}");
    }

    proptest! {
        #[test]
        fn without_the_new_it_is_the_old_and_without_the_old_the_new(
            old in "[甲乙丙丁，。\n𠮷a]{0,40}",
            new in "[甲乙丙丁，。\n𠮷a]{0,40}",
        ) {
            let pieces = pieces(&old, &new);
            let read = |without: Of| -> String {
                (pieces.iter().filter(|it| it.of != without)).map(|it| it.text.as_str()).collect()
            };
            prop_assert_eq!(read(Of::New), old);
            prop_assert_eq!(read(Of::Old), new);
            prop_assert!(pieces.windows(2).all(|it| it[0].of != it[1].of));
        }
    }
}
