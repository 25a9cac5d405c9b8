//! The report on its pages, and which place of the print is which place of the draft: there and back.
//!
//! A document does not say from which text of the draft a word comes. It is found by looking the letters of an
//! item's texts up in its print, from the end: whatever is printed besides (ordinals, labels, full stops) stands before
//! or between them. A wrong guess costs nothing but a caret some letters away.

use crate::draft::{DimensionKind, Draft, Field, ItemId, Part, Passage, PassageKind};
use crate::export::lists::{self, Kind};
use crate::export::pages::{Grid, Pages, Row, Source, page_number};
use crate::export::{self, Document, Options, Parentheses};
use crate::typeset::{self, Count};

/// The report on its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The pages.
    pub pages: Pages,
    /// What is printed, counted.
    pub count: Count,
    /// The parts in order: the first paragraph of each, and its name as printed.
    pub parts: Vec<(usize, String)>,
    /// Of each paragraph, the letters that stand in the draft: the byte in the print, the text, the byte in it.
    places: Vec<Vec<(usize, Field, usize)>>,
}

impl Preview {
    /// Sets the report as the official layout has it.
    pub fn of(draft: &Draft) -> Self {
        let document = super::document(draft, Parentheses::Full);
        let pages = Pages::of(&document, &Grid::official());
        let places = places(draft, &document, &pages);
        let parts = parts(draft, &document, &pages);
        Self {
            count: typeset::count(&super::plain_text(draft)),
            pages,
            parts,
            places,
        }
    }

    /// Returns the pages as text: a line for each row, the number of each page in a line below it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (n, page) in self.pages.pages.iter().enumerate() {
            for row in page {
                let indent = "\u{3000}".repeat(usize::from(row.indent / 2));
                text.extend([indent.as_str(), self.pages.words(row), "\n"]);
            }
            text.extend([page_number(n + 1).as_str(), "\n"]);
        }
        text
    }

    /// Returns the number of rows on all pages.
    pub fn n_rows(&self) -> usize {
        self.pages.pages.iter().map(Vec::len).sum()
    }

    /// Returns a row, counted over all pages, with the number of its page, both from 0.
    pub fn row(&self, n: usize) -> Option<(usize, &Row)> {
        self.pages.rows().nth(n)
    }

    /// Returns the first row of a page, counted over all pages; page and row from 0. Behind the last page, how many rows there
    /// are.
    pub fn first_row(&self, page: usize) -> usize {
        self.pages.pages.iter().take(page).map(Vec::len).sum()
    }

    /// Returns the part a row belongs to, both from 0; `None` above the first one.
    pub fn part_of(&self, row: usize) -> Option<usize> {
        let paragraph = self.row(row)?.1.paragraph?;
        self.parts
            .iter()
            .rposition(|(first, _)| *first <= paragraph)
    }

    /// Returns the first row of a part.
    pub fn row_of_part(&self, part: usize) -> Option<usize> {
        let first = self.parts.get(part)?.0;
        self.pages
            .rows()
            .position(|(_, it)| it.paragraph == Some(first))
    }

    /// Returns the place of the draft that a row shows first, or else the nearest one: text and byte.
    pub fn place(&self, row: usize) -> Option<(Field, usize)> {
        let (_, row) = self.row(row)?;
        let at = row.paragraph?;
        let first = self
            .places
            .get(at)?
            .iter()
            .find(|it| it.0 >= row.words.start);
        let here = first.filter(|it| it.0 < row.words.end);
        let before = || self.places.get(at)?.iter().rfind(|it| it.0 < row.words.end);
        let near = || self.places.iter().skip(at).flatten().next();
        (here.or_else(before).or_else(near)).map(|(_, field, byte)| (*field, *byte))
    }

    /// Returns the row that shows a place of the draft; of a text that is not printed, `None`.
    pub fn row_of(&self, field: Field, caret: usize) -> Option<usize> {
        let all = || {
            (self.places.iter().enumerate())
                .flat_map(|(n, it)| it.iter().map(move |it| (n, it)))
                .filter(|(_, it)| it.1 == field)
        };
        let behind = all().find(|(_, it)| it.2 >= caret);
        let (paragraph, (at, ..)) = behind.or_else(|| all().next_back())?;
        self.pages
            .rows()
            .position(|(_, it)| it.paragraph == Some(paragraph) && it.words.contains(at))
    }
}

/// Returns a list of the report by itself, one numbered line an entry; empty if there is nothing in it.
pub fn list_text(draft: &Draft, kind: Kind) -> String {
    let options = Options {
        language: super::template_of(draft).lang(),
        parentheses: Parentheses::Full,
    };
    let lines = lists::lines(draft, &options, kind);
    lines.iter().flat_map(|it| [it.as_str(), "\n"]).collect()
}

/// Finds the parts, by the names under which they can be copied.
fn parts(draft: &Draft, document: &Document, pages: &Pages) -> Vec<(usize, String)> {
    let names = super::printed_sections(draft);
    let sections = export::sections(document);
    let first = |part: &export::Part| {
        pages.paragraphs.iter().position(|it| match it.source(0) {
            Some(Source::Block(n)) => part.blocks.contains(&n),
            Some(Source::Title | Source::Byline(_)) | None => false,
        })
    };
    let firsts = sections.iter().map(first);
    (firsts.zip(names))
        .filter_map(|(first, name)| Some((first?, name)))
        .collect()
}

/// A letter of the print: its paragraph, the byte in it.
type Printed = (usize, usize, char);

/// Finds where the letters of the print stand in the draft.
fn places(draft: &Draft, document: &Document, pages: &Pages) -> Vec<Vec<(usize, Field, usize)>> {
    let mut places = vec![Vec::new(); pages.paragraphs.len()];
    let mut printed = letters(document, pages);
    printed.sort_by_key(|it| it.0);
    for letters in printed.chunk_by(|a, b| a.0 == b.0) {
        let fields = match letters.first() {
            Some((Some(item), _)) => fields_of(draft, *item),
            Some((None, _)) => vec![Field::Title],
            None => Vec::new(),
        };
        let letters: Vec<Printed> = letters.iter().map(|it| it.1).collect();
        let mut end = letters.len();
        for field in fields.into_iter().rev() {
            let text = draft.text(field).unwrap_or_default();
            let Some(found) = look_up(&letters, end, text) else {
                continue;
            };
            for (n, byte) in found {
                end = end.min(n);
                let (paragraph, at, _) = letters[n];
                places[paragraph].push((at, field, byte));
            }
        }
    }
    for it in &mut places {
        it.sort_unstable_by_key(|it| it.0);
    }
    places
}

/// Returns every letter of the print with the item it was printed for; `None` for the title.
fn letters(document: &Document, pages: &Pages) -> Vec<(Option<ItemId>, Printed)> {
    let mut letters = Vec::new();
    for (n, paragraph) in pages.paragraphs.iter().enumerate() {
        for (at, char) in paragraph.text.char_indices() {
            let item = match paragraph.source(at) {
                Some(Source::Block(block)) => document.blocks.get(block).map(|it| it.item),
                Some(Source::Byline(item)) => Some(item),
                Some(Source::Title) | None => None,
            };
            if is_letter(char) {
                letters.push((item, (n, at, straight(char))));
            }
        }
    }
    letters
}

/// Finds the letters of a text among those printed before `end`, from the last one on: the number of the printed
/// letter and the byte in the text. `None` if not all of them are there.
fn look_up(printed: &[Printed], end: usize, text: &str) -> Option<Vec<(usize, usize)>> {
    let mut found = Vec::new();
    let mut n = end;
    for (byte, char) in text.char_indices().rev().filter(|it| is_letter(it.1)) {
        n = (0..n).rev().find(|it| printed[*it].2 == straight(char))?;
        found.push((n, byte));
    }
    Some(found)
}

/// Quotes may be printed curly that were written straight.
fn straight(char: char) -> char {
    match char {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        it => it,
    }
}

/// Tells whether a character of a text is printed as it is, or as its curly twin.
fn is_letter(char: char) -> bool {
    !char.is_whitespace() && !char.is_control() && char != '\u{FEFF}'
}

/// Returns the texts of an item in the order they are printed in.
fn fields_of(draft: &Draft, item: ItemId) -> Vec<Field> {
    let has_examples = draft.reason_not_written(Part::Examples(item)).is_none();
    let body = |body: &[Passage]| -> Vec<Field> {
        let printed = body
            .iter()
            .filter(|it| has_examples || it.kind == PassageKind::Detail);
        std::iter::once(Field::Headline(item))
            .chain(printed.map(|it| Field::Passage(it.id)))
            .collect()
    };
    if draft.section(item).is_some() {
        vec![Field::SectionTitle(item), Field::SectionText(item)]
    } else if let Some(it) = draft.dimension(item) {
        let text = if it.kind == DimensionKind::Review {
            Field::LeadIn(item)
        } else {
            Field::Statement(item)
        };
        vec![Field::DimensionTitle(item), text]
    } else if let Some(it) = draft.problem(item) {
        body(&it.body)
    } else if let Some(it) = draft.cause(item) {
        body(&it.body)
    } else if let Some(it) = draft.measure(item) {
        let mut fields = body(&it.body);
        fields.extend([Field::Owner(item), Field::Due(item)]);
        fields
    } else if draft.follow_ups.iter().any(|it| it.id == item) {
        vec![
            Field::FollowUpProblem(item),
            Field::FollowUpMeasure(item),
            Field::Evidence(item),
        ]
    } else {
        vec![Field::Byline(item)]
    }
}
