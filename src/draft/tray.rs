//! Texts set aside (暂不使用的内容): what puts a text there, and what puts it back. No word is lost on the way: what
//! leaves one place stands in the other, in one change.

use std::ops::Range;

use super::{
    Cause, Change, ChangeCause, Draft, Edit, Field, Item, ItemId, List, Measure, Passage,
    PassageKind, Problem, SetAside, Slot,
};

/// Where a text that was set aside goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Behind what a text holds, as a paragraph of its own.
    Behind(Field),
    /// A new problem of this dimension.
    Problem(ItemId),
    /// A new passage of this problem, cause or measure.
    Passage(ItemId, PassageKind),
    /// A new cause.
    Cause,
    /// A new measure.
    Measure,
}

impl Draft {
    /// Returns the change that puts a text set aside into a place of the report; `None` if either does not exist.
    /// A new problem, cause or measure takes the first sentence as its headline, and the rest as its body.
    pub fn putting_back(&self, id: ItemId, to: Destination) -> Option<Change> {
        let text = self.text(Field::SetAside(id))?;
        let mut edits = match to {
            Destination::Behind(field) => {
                let old = self.text(field)?;
                let gap = if old.is_empty() || old.ends_with('\n') {
                    ""
                } else {
                    "\n"
                };
                vec![Edit::Splice {
                    field,
                    at: old.len(),
                    removed: String::new(),
                    inserted: format!("{gap}{text}"),
                }]
            }
            Destination::Problem(dimension) => {
                let (id, headline, body) = self.headed(text);
                let item = Item::Problem(Problem { id, headline, body });
                self.at_the_end(List::Problems(dimension), item)?
            }
            Destination::Passage(owner, kind) => {
                let (id, text) = (self.fresh_id(), text.to_owned());
                self.at_the_end(List::Body(owner), Item::Passage(Passage { id, kind, text }))?
            }
            Destination::Cause => {
                let (id, headline, body) = self.headed(text);
                self.at_the_end(List::Causes, Item::Cause(Cause { id, headline, body }))?
            }
            Destination::Measure => {
                let (id, headline, body) = self.headed(text);
                let measure = Measure {
                    headline,
                    body,
                    ..Measure::empty(id)
                };
                self.at_the_end(List::Measures, Item::Measure(measure))?
            }
        };
        edits.extend(self.removal(id)?.edits);
        Some(Change {
            cause: ChangeCause::Structure,
            edits,
        })
    }

    /// Returns the change that sets a part of a text aside, `origin` being its place in words; `None` if there are no
    /// words in it. A passage goes as a whole where nothing of it would be left.
    pub fn setting_aside(&self, field: Field, range: Range<usize>, origin: &str) -> Option<Change> {
        let whole = self.text(field)?;
        let text = whole.get(range.clone())?;
        let kept = text.trim_matches('\n');
        if kept.trim().is_empty() {
            return None;
        }
        let mut edits = match field {
            Field::Passage(id) if whole.trim() == text.trim() => self.removal(id)?.edits,
            _ => Edit::replace(self, field, range, "").into_iter().collect(),
        };
        let item = Item::SetAside(SetAside {
            id: self.fresh_id(),
            origin: origin.to_owned(),
            text: kept.to_owned(),
        });
        edits.extend(self.at_the_end(List::SetAside, item)?);
        Some(Change {
            cause: ChangeCause::Structure,
            edits,
        })
    }

    fn at_the_end(&self, list: List, item: Item) -> Option<Vec<Edit>> {
        let index = self.len_of(list)?;
        let slot = Slot { list, index };
        Some(vec![Edit::Insert { slot, item }])
    }

    /// A new id, and the text as headline and body.
    fn headed(&self, text: &str) -> (ItemId, String, Vec<Passage>) {
        let id = self.fresh_id();
        let end = text
            .char_indices()
            .find(|(_, it)| matches!(it, '。' | '！' | '？' | '\n'))
            .map_or(
                text.len(),
                |(at, it)| {
                    if it == '\n' { at } else { at + it.len_utf8() }
                },
            );
        let (headline, rest) = text.split_at(end);
        let rest = rest.trim_start_matches('\n');
        let body = (!rest.is_empty()).then(|| Passage {
            id: ItemId(id.0 + 1),
            kind: PassageKind::Detail,
            text: rest.to_owned(),
        });
        (id, headline.to_owned(), body.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DimensionKind, OutlineSection, Role};
    use crate::draft::{Outline, OutlineDimension, OutlineProblem, Session};

    fn session() -> Session {
        let outline = Outline {
            sections: vec![OutlineSection {
                role: Role::Opening,
                title: String::new(),
                text: "开头。\n第二段。\n第三段。".into(),
                not_written: None,
            }],
            dimensions: vec![OutlineDimension {
                kind: DimensionKind::Review,
                title: "学习".into(),
                lead_in: String::new(),
                statement: String::new(),
                problems: vec![OutlineProblem {
                    headline: "学得少。".into(),
                    body: vec![(PassageKind::Detail, "只读标题。".into())],
                    ..OutlineProblem::default()
                }],
                not_written: None,
            }],
            set_aside: vec![("第9行".into(), "作风不实。调研少。\n如，走马观花。".into())],
            ..Outline::default()
        };
        let mut session = Session::default();
        let change = outline.into_change(session.draft(), ChangeCause::Import);
        let _committed = session.commit(change).unwrap();
        session
    }

    /// The words, in no order: what must stay the same wherever a text goes.
    fn signs(draft: &Draft) -> Vec<char> {
        let runs = draft.runs();
        let mut all: Vec<char> = (runs.iter().flatten())
            .flat_map(|(_, text)| text.chars())
            .filter(|it| !it.is_whitespace())
            .collect();
        all.sort_unstable();
        all
    }

    #[test]
    fn a_text_goes_back_whole_wherever_it_goes() {
        let mut session = session();
        let draft = session.draft().clone();
        let (id, problem) = (draft.set_aside[0].id, draft.problems().next().unwrap().id);
        for (to, expected) in [
            (
                Destination::Behind(Field::SectionText(draft.sections[0].id)),
                "第三段。\n作风不实。调研少。\n如，走马观花。",
            ),
            (Destination::Problem(draft.dimensions[0].id), "作风不实。"),
            (
                Destination::Passage(problem, PassageKind::Example),
                "作风不实。调研少。\n如，走马观花。",
            ),
            (Destination::Cause, "作风不实。"),
            (Destination::Measure, "调研少。\n如，走马观花。"),
        ] {
            let change = session.draft().putting_back(id, to).unwrap();
            let _committed = session.commit(change).unwrap();
            let after = session.draft();
            assert!(after.set_aside.is_empty(), "{to:?}");
            assert_eq!(signs(after), signs(&draft), "{to:?}");
            let holds = |it: &Field| after.text(*it).is_some_and(|it| it.ends_with(expected));
            assert!(after.fields().iter().any(holds), "{to:?}");
            let _undone = session.undo().unwrap();
            assert!(session.draft().same_content(&draft), "{to:?}");
        }
        let nowhere = Destination::Problem(ItemId(999));
        assert!(draft.putting_back(id, nowhere).is_none());
    }

    #[test]
    fn a_text_is_set_aside_whole_and_comes_back() {
        let mut session = session();
        let draft = session.draft().clone();
        let opening = Field::SectionText(draft.sections[0].id);
        let passage = draft.problems().next().unwrap().body[0].id;
        let text = draft.text(opening).unwrap();
        let second = text.find("第二").unwrap()..text.find("第三").unwrap();
        for (field, range, left) in [
            (opening, second, Some("开头。\n第三段。")),
            (Field::Passage(passage), 0..15, None),
        ] {
            let change = session.draft().setting_aside(field, range, "开头").unwrap();
            let _committed = session.commit(change).unwrap();
            let after = session.draft();
            assert_eq!(after.text(field), left);
            assert_eq!(after.set_aside[1].origin, "开头");
            assert_eq!(signs(after), signs(&draft));
            let _undone = session.undo().unwrap();
            assert!(session.draft().same_content(&draft));
        }
        assert!(draft.setting_aside(opening, 0..0, "").is_none());
    }
}
