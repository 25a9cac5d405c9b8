//! The report as it is handed in: which language, which part, which format.

use crate::draft::{Draft, Field, ItemId, Role, Section};
use crate::export::docx;
use crate::export::layout::Layout;
use crate::export::{self, Document, Options, Parentheses};
use crate::typeset::{self, Count, count_apart};

/// A report, or a part of it, in one format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// 字 in them as the writer counts: of the words, without markup.
    pub characters: usize,
}

/// Returns the document of a draft in the language of its template.
pub fn document(draft: &Draft, parentheses: Parentheses) -> Document {
    let language = super::language_of(draft);
    export::document(
        draft,
        &Options {
            language,
            parentheses,
        },
    )
}

/// Prints a draft, or one of its sections by its place among the printed ones from 0; `None` if there is no such
/// format or section.
pub fn print(
    draft: &Draft,
    format: &str,
    section: Option<usize>,
    parentheses: Parentheses,
) -> Option<Printed> {
    let format = export::format_named(format)?;
    let whole = document(draft, parentheses);
    let part = match section {
        Some(n) => whole.part(export::sections(&whole).get(n)?),
        None => whole,
    };
    Some(Printed {
        bytes: (format.write)(&part),
        characters: characters_of(&part),
    })
}

/// Prints a draft as a Word document in a layout.
pub fn print_docx(draft: &Draft, parentheses: Parentheses, layout: &Layout) -> Printed {
    let whole = document(draft, parentheses);
    Printed {
        bytes: docx::write(&whole, layout),
        characters: characters_of(&whole),
    }
}

/// Returns how many characters of a draft no file takes: controls and such. What is printed does without them.
pub fn n_left_out(draft: &Draft) -> usize {
    let runs = draft.runs();
    let texts = runs.iter().flatten().map(|(_, text)| *text);
    texts.map(export::n_left_out).sum()
}

/// Returns 字 in a document.
fn characters_of(document: &Document) -> usize {
    typeset::count(&text_of(document)).marks
}

/// Returns a document as plain text.
fn text_of(document: &Document) -> String {
    let bytes = export::format_named("txt").map(|it| (it.write)(document));
    String::from_utf8(bytes.unwrap_or_default())
        .unwrap_or_else(|it| String::from_utf8_lossy(it.as_bytes()).into_owned())
}

/// Returns the whole report as plain text.
pub fn plain_text(draft: &Draft) -> String {
    text_of(&document(draft, Parentheses::Full))
}

/// Counts the whole report: what [`count`](typeset::count()) counts in [`plain_text`]. `apart` says of a text of the
/// draft what [`count_apart`] says.
pub fn count(draft: &Draft, apart: &dyn Fn(Field) -> [Count; 2]) -> Count {
    let options = Options {
        language: super::language_of(draft),
        parentheses: Parentheses::Full,
    };
    let (rest, counted) = export::document_and_count(draft, &options, apart);
    typeset::count(&text_of(&rest)) + counted
}

/// Returns the 字 of a draft: every character but white space of what is handed in, headings and ordinals too.
pub fn characters(draft: &Draft) -> usize {
    let apart = |it: Field| count_apart(draft.text(it).unwrap_or_default());
    count(draft, &apart).marks
}

/// Returns the names of the printed sections, in order: the heading, or the beginning of one without heading.
pub fn printed_sections(draft: &Draft) -> Vec<String> {
    let document = document(draft, Parentheses::Full);
    let name = |it: &export::Part| {
        if it.heading.is_empty() {
            let text = String::from_utf8_lossy(
                &export::format_named("txt")
                    .map(|format| (format.write)(&document.part(it)))
                    .unwrap_or_default(),
            )
            .into_owned();
            text.trim().chars().take(16).collect()
        } else {
            it.heading.clone()
        }
    };
    export::sections(&document).iter().map(name).collect()
}

/// Returns the ordinal a section will have once all sections are written: `一、`; none for opening and closing.
pub fn ordinal_of_section(draft: &Draft, id: ItemId) -> String {
    number_of_section(draft, id).map_or(String::new(), |it| {
        export::ordinal_of_section(super::template_of(draft).lang(), it)
    })
}

/// Returns the number a section has among those that can be printed with one. It hangs on no word of the report: a file
/// that is edited elsewhere has these numbers in its headings.
fn number_of_section(draft: &Draft, id: ItemId) -> Option<usize> {
    let is_numbered = |it: &Section| !matches!(it.role, Role::Opening | Role::Closing);
    let mut numbered =
        (draft.sections.iter()).filter(|it| is_numbered(it) && !is_left_out(draft, it.id));
    numbered.position(|it| it.id == id).map(|it| it + 1)
}

/// Returns the ordinal a dimension has among those that are printed: `（一）`, `3.1 `.
pub fn ordinal_of_dimension(draft: &Draft, id: ItemId) -> String {
    let printed = draft
        .dimensions
        .iter()
        .filter(|it| !is_left_out(draft, it.id));
    let n = printed.map(|it| it.id).position(|it| it == id);
    let section = draft.section_of(Role::Dimensions);
    let section = section.and_then(|it| number_of_section(draft, it.id));
    n.map_or(String::new(), |it| {
        export::ordinal_of_dimension(super::template_of(draft).lang(), section, it + 1)
    })
}

fn is_left_out(draft: &Draft, id: ItemId) -> bool {
    draft
        .reason_not_written(crate::draft::Part::Item(id))
        .is_some()
}
