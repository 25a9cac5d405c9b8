//! Lists: the items of a section, told by their ordinals, and what stands before the first.

use std::ops::Range;

use super::fold::bare;
use super::ordinal::Style;
use super::piece::Piece;
use super::read::{Reading, span};
use super::roles::Roles;
use super::sentence::{Dates, start_of};
use crate::draft::{OutlineCause, OutlineMeasure, Role};

/// A list cut into what stands before it and its items.
pub(super) struct Items<'p> {
    /// What stands before the first item.
    pub(super) before: &'p [Piece],
    /// The pieces of each item.
    pub(super) items: Vec<&'p [Piece]>,
}

/// How the items of a list are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// By a level of heading.
    Level(u8),
    /// By a style of ordinal.
    Style(Style),
    /// By a headline in bold.
    Lead,
}

/// Returns how the items of some pieces are told: by their headings, or as the first ordinal that begins a paragraph
/// counts, or, where none does, the first at all.
pub(super) fn told_by(pieces: &[Piece]) -> Option<By> {
    if let Some(level) = pieces.iter().filter_map(|it| it.heading).min() {
        return Some(By::Level(level));
    }
    let first = pieces.iter().find(|it| it.is_first && it.ordinal.is_some());
    if first.is_none() && pieces.iter().any(Piece::is_led) {
        return Some(By::Lead);
    }
    let style = first.or_else(|| pieces.iter().find(|it| it.ordinal.is_some()));
    style.and_then(Piece::style).map(By::Style)
}

/// Cuts pieces into items.
///
/// A list that begins anew inside a paragraph of an item counts clauses of that item.
pub(super) fn cut(pieces: &[Piece], by: By) -> Items<'_> {
    let heads = heads(pieces, by);
    let first = heads.first().copied().unwrap_or(pieces.len());
    let before = pieces.get(..first).unwrap_or_default();
    let ends = heads.iter().skip(1).copied().chain([pieces.len()]);
    let items = heads
        .iter()
        .zip(ends)
        .filter_map(|(from, to)| pieces.get(*from..to));
    Items {
        before,
        items: items.collect(),
    }
}

fn heads(pieces: &[Piece], by: By) -> Vec<usize> {
    let places = |is_head: &dyn Fn(&Piece) -> bool| {
        let heads = pieces.iter().enumerate().filter(|(_, it)| is_head(it));
        heads.map(|(idx, _)| idx).collect()
    };
    let style = match by {
        By::Level(level) => return places(&|it| it.heading.is_some_and(|it| it <= level)),
        By::Lead => return places(&Piece::is_led),
        By::Style(style) => style,
    };
    let mut heads = Vec::new();
    let mut last = 0;
    let mut is_nested = false;
    let mut is_any_first = false;
    for (idx, piece) in pieces.iter().enumerate() {
        if piece.is_first {
            is_nested = false;
        }
        if piece.style() != Some(style) {
            continue;
        }
        let number = if piece.number() == 0 {
            last + 1
        } else {
            piece.number()
        };
        let is_next = number == last + 1;
        if !piece.is_first && (is_nested || !is_next || is_any_first && number == 1) {
            is_nested = true;
            continue;
        }
        is_any_first |= piece.is_first;
        last = number;
        heads.push(idx);
    }
    heads
}

impl Reading<'_> {
    /// Reads the causes or the measures of a section; its heading may promise both.
    pub(super) fn chain(&mut self, role: Role, roles: Roles, pieces: &[Piece]) {
        let Some(by) = told_by(pieces) else {
            return self.plain(role, pieces);
        };
        let Items { before, items } = cut(pieces, by);
        self.add_text_of(role, before);
        let heads: Vec<&Piece> = items.iter().filter_map(|it| it.first()).collect();
        let mut role = role;
        if !roles.is_merged() {
            self.remark_gaps(&heads);
        }
        for item in items {
            if let Some(switched) = self.switch(item, roles) {
                role = switched;
                continue;
            }
            self.add(role, item);
        }
    }

    /// Reads an item that is a heading of its own part, `（二）整改措施`, where the section promises several.
    fn switch(&mut self, item: &[Piece], roles: Roles) -> Option<Role> {
        if !roles.is_merged() {
            return None;
        }
        let (head, rest) = item.split_first()?;
        let title = self.source.trimmed(&head.words());
        let said = self.known.roles(start_of(self.fold(&title), 400));
        let role = said.first().filter(|_| said.is_chain_end())?;
        self.claims.mark(head.range.start..head.words().start);
        self.title_of(role, &title);
        if let Some(by) = told_by(rest) {
            let Items { before, items } = cut(rest, by);
            self.add_text_of(role, before);
            for item in items {
                self.add(role, item);
            }
        } else {
            self.plain(role, rest);
        }
        Some(role)
    }

    /// Returns the place of the section of a role, made if there is none.
    pub(super) fn section_of(&mut self, role: Role) -> usize {
        let at = self.places.get(&role).copied();
        at.unwrap_or_else(|| self.open(role, None))
    }

    /// Tells whether the section of a role has no title yet.
    pub(super) fn is_untitled(&self, role: Role) -> bool {
        let at = self.places.get(&role);
        let section = at.and_then(|it| self.outline.sections.get(*it));
        section.is_none_or(|it| it.title.is_empty())
    }

    /// Gives the section of a role a title. One that has a title has this one for a line of its text, unless both say
    /// the same.
    pub(super) fn title_of(&mut self, role: Role, title: &Range<usize>) {
        let at = self.section_of(role);
        let words = bare(self.source.whole.get(title.clone()).unwrap_or_default());
        let Some(section) = self.outline.sections.get_mut(at) else {
            return;
        };
        if bare(&section.title) == words {
            self.claims.mark(title.clone());
            return;
        }
        let field = if section.title.is_empty() {
            &mut section.title
        } else {
            &mut section.text
        };
        self.claims.words(self.source, title, field);
    }

    /// Reads paragraphs without ordinals: one item each, without a headline.
    fn plain(&mut self, role: Role, pieces: &[Piece]) {
        for paragraph in pieces.chunk_by(|_, next| !next.is_first) {
            let text = span(paragraph).map_or("", |it| self.fold(&it));
            if pieces.len() > 1 && text.ends_with(['：', ':']) {
                self.add_text_of(role, paragraph);
                continue;
            }
            let Some(range) = span(paragraph) else {
                continue;
            };
            let (range, owner, due) = self.terms(range, role);
            let body = self.body(range, Dates::DoNot);
            match role {
                Role::Measures => self.outline.measures.push(OutlineMeasure {
                    body,
                    owner,
                    due,
                    ..OutlineMeasure::default()
                }),
                _ => self.outline.causes.push(OutlineCause {
                    body,
                    ..OutlineCause::default()
                }),
            }
        }
    }

    /// Adds a cause or a measure.
    pub(super) fn add(&mut self, role: Role, pieces: &[Piece]) {
        if role != Role::Measures {
            let (headline, body) = self.item(pieces, Dates::DoNot);
            self.outline.causes.push(OutlineCause {
                headline,
                body,
                measures: Vec::new(),
            });
            return;
        }
        let Some(range) = span(pieces) else { return };
        let (range, owner, due) = self.terms(range, role);
        let cut = shortened(pieces, range.end);
        let (headline, body) = self.item(&cut, Dates::DoNot);
        self.outline.measures.push(OutlineMeasure {
            headline,
            body,
            owner,
            due,
            ..OutlineMeasure::default()
        });
    }
}

/// Returns the pieces up to a place.
fn shortened(pieces: &[Piece], end: usize) -> Vec<Piece> {
    (pieces.iter())
        .filter(|it| it.range.start < end)
        .map(|it| Piece {
            range: it.range.start..it.range.end.min(end),
            ..it.clone()
        })
        .collect()
}
