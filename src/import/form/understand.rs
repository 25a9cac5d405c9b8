//! From lines to a report: the way through the form.

use std::collections::BTreeMap;

use super::best::best;
use super::claims::Claims;
use super::known::Known;
use super::ordinal::Style;
use super::piece::{self, Piece};
use super::read::Reading;
use super::roles::Roles;
use super::sections::{self, Section};
use super::sentence::start_of;
use super::source::Source;
use super::{Imported, TemplateChoice};
use crate::draft::{DimensionKind, Outline, Role};
use crate::import::{Line, Notice, Remark};
use crate::locale::Lang;
use crate::template::Template;

/// Reports with more dimensions than this are of no year.
const MOST_DIMENSIONS: usize = 30;
/// How much of a title is compared, in bytes.
const LONGEST_TITLE: usize = 600;

/// Reads the lines of one text. Never fails, and takes time in proportion to the length.
///
/// `lang` is the language of the words that say where a text set aside came from.
pub fn understand(lines: &[Line], choice: &TemplateChoice<'_>, lang: Lang) -> Imported {
    let source = Source::of(lines);
    let templates: Vec<&Template> = match choice {
        TemplateChoice::Given(it) => vec![it],
        TemplateChoice::Best(all) => all.clone(),
    };
    let known = Known::of(&templates);
    let mut reading = Reading {
        source: &source,
        known: &known,
        claims: Claims::default(),
        outline: Outline::default(),
        remarks: Vec::new(),
        places: BTreeMap::new(),
        depth: 0,
        title_line: 0,
    };
    for (range, why) in &source.apart {
        reading.claims.aside(range.clone(), *why);
    }
    let pieces = piece::cut(&source);
    let (mut front, mut parts) = sections::part(&source, &known, pieces);
    if parts.is_empty() {
        let body = front.split_off(beginning_of_body(&source, &front));
        reading.no_headings(&body);
        parts = without_headings(&source, body);
    }
    reading.front(&front);
    reading.sections(parts);
    let Reading {
        claims,
        mut outline,
        mut remarks,
        title_line,
        ..
    } = reading;
    let settled = claims.settle(&source, lang);
    outline.set_aside = (settled.set_aside.into_iter())
        .map(|(_, origin, words)| (origin, words))
        .collect();
    remarks.extend(settled.remarks);
    remarks.extend(other_year(&outline).map(|notice| Remark {
        line: title_line,
        notice,
    }));
    remarks.sort_by_key(|it| it.line);
    outline.template = best(choice, &outline, language_of(&source))
        .map(|it| it.id.clone())
        .unwrap_or_default();
    let mut account = settled.account;
    account.source = lines.iter().map(Line::characters).sum();
    Imported {
        outline,
        account,
        marks: settled.marks,
        remarks,
    }
}

/// Returns that the dimensions of a report are those of another year than its title says, if they are.
fn other_year(outline: &Outline) -> Option<Notice> {
    let reviewed = (outline.dimensions.iter()).filter(|it| it.kind == DimensionKind::Review);
    let dimensions: Vec<&str> = (reviewed.take(MOST_DIMENSIONS + 1))
        .map(|it| start_of(&it.title, LONGEST_TITLE))
        .collect();
    // No year asks for so many: that spares the comparison.
    let can_be = dimensions.len() <= MOST_DIMENSIONS;
    (can_be.then(|| Notice::other_year(start_of(&outline.title, LONGEST_TITLE), &dimensions)))
        .flatten()
}

/// Returns the language most of a text is written in.
fn language_of(source: &Source) -> Lang {
    let beginning = source.whole.chars().take(4000);
    let (mut n_han, mut n_latin) = (0, 0);
    for it in beginning {
        n_han += usize::from(('\u{3400}'..='\u{9FFF}').contains(&it));
        n_latin += usize::from(it.is_ascii_alphabetic());
    }
    // A word of Latin script takes about five letters, one of Chinese two characters.
    if n_han * 5 >= n_latin * 2 {
        Lang::Zh
    } else {
        Lang::En
    }
}

/// Returns the place of the first piece that is no title, line under it or opening, in a text without sections.
fn beginning_of_body(source: &Source, pieces: &[Piece]) -> usize {
    let numbered = pieces
        .iter()
        .position(|it| it.ordinal.is_some_and(|it| it.style != Style::Bullet));
    if let Some(at) = numbered.or_else(|| pieces.iter().position(|it| it.ordinal.is_some())) {
        return at;
    }
    // An essay: a title, the lines under it, and an opening paragraph that says so.
    let is_sentence = |it: &Piece| source.fold(&it.range).contains('。');
    let Some(first) = pieces.iter().position(is_sentence) else {
        return pieces.len();
    };
    let opens = pieces.get(first).is_some_and(|it| {
        let text = source.fold(&it.range);
        let begins = ["根据", "按照", "为", "同志", "各位", "尊敬"]
            .iter()
            .any(|it| text.starts_with(it));
        begins || text.contains("如下") || text.contains("汇报")
    });
    first + usize::from(opens)
}

/// Makes sections of a text without headings: the problems, and where a paragraph turns to why or to what is to come,
/// the causes and the measures.
fn without_headings(source: &Source, pieces: Vec<Piece>) -> Vec<Section> {
    let is_essay = pieces.iter().all(|it| it.ordinal.is_none());
    let mut sections: Vec<Section> = Vec::new();
    let mut role = Role::Dimensions;
    for piece in pieces {
        let turned = turn(source.fold(&piece.range)).filter(|_| is_essay);
        let is_new = sections.is_empty() || turned.is_some_and(|it| it != role);
        role = turned.unwrap_or(role);
        if is_new {
            sections.push(Section {
                heading: None,
                roles: Roles::of(role),
                pieces: Vec::new(),
            });
        }
        if let Some(last) = sections.last_mut() {
            last.pieces.push(piece);
        }
    }
    sections
}

/// Returns what a folded paragraph of an essay turns to.
fn turn(text: &str) -> Option<Role> {
    let begins = |words: &[&str]| words.iter().any(|it| text.starts_with(it));
    if begins(&["今后", "下一步", "接下来", "在今后", "针对"]) {
        return Some(Role::Measures);
    }
    let is_why = start_of(text, 90).contains("原因");
    (is_why
        && begins(&[
            "产生",
            "造成",
            "究其",
            "反思",
            "剖析",
            "分析",
            "之所以",
            "出现",
        ]))
    .then_some(Role::Causes)
}

impl Reading<'_> {
    /// Remarks that a text has no headings to go by.
    fn no_headings(&mut self, body: &[Piece]) {
        let is_numbered = |it: &Piece| it.style().is_some_and(Style::is_heading);
        if let Some(first) = body.first().filter(|_| !body.iter().any(is_numbered)) {
            let line = self.source.line_at(first.range.start);
            self.remark(line, Notice::NoHeadings);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::form::Account;

    #[test]
    fn what_has_no_place_is_set_aside_and_named() {
        let lines = [Line {
            number: 7,
            text: "浏览量：12".to_owned(),
            ..Line::default()
        }];
        let read = understand(&lines, &TemplateChoice::Best(Vec::new()), Lang::En);
        assert_eq!(
            read.outline.set_aside,
            [("line 7".to_owned(), "浏览量：12".to_owned())]
        );
        let whole = Account {
            source: 6,
            placed: 0,
            unplaced: 6,
        };
        assert_eq!(read.account, whole);
        assert_eq!(read.remarks.first().map(|it| it.line), Some(7));
    }
}
