//! An edited file back into the draft: the change, or the fault. Guesses nothing.

use std::collections::BTreeMap;

use super::fault::{EditFault, plain};
use super::guide::{Guide, address, bare, end, guides};
use super::messages as say;
use super::quote::unquoted;
use super::settle::settled;
use crate::draft::{Change, ChangeCause, Draft, Edit, Field};
use crate::locale::Lang;

/// Returns the change that makes the draft read as its edited file; `None` if it does already.
///
/// Texts may stand in any order. The language is that of the lines a fault asks to be put back; files in either
/// are read.
///
/// # Errors
/// The first fault of the file; then nothing is to be changed.
pub fn from_text(lang: Lang, draft: &Draft, edited: &str) -> Result<Option<Change>, EditFault> {
    let texts = texts(lang, draft, &plain(edited))?;
    let edits: Vec<Edit> = (texts.iter())
        .filter_map(|(field, edited)| {
            let old = draft.text(*field)?;
            let new = settled(old, edited, field.is_single_line())?;
            Edit::set_text(draft, *field, &new)
        })
        .collect();
    let change = Change {
        cause: ChangeCause::Import,
        edits,
    };
    Ok((!change.edits.is_empty()).then_some(change))
}

/// A line of the file.
enum Line<'a> {
    Heading,
    Address(Field),
    End,
    Words(&'a str),
}

/// Where a line of words goes.
enum Place {
    /// Above the first heading, where the instructions are.
    Top,
    /// Below a heading or the end: nowhere.
    Nowhere,
    /// To this text.
    Text(usize),
}

/// Returns the texts of a file, in the order of the report.
fn texts(lang: Lang, draft: &Draft, file: &str) -> Result<Vec<(Field, String)>, EditFault> {
    if file.trim().is_empty() {
        return Err(EditFault::Empty);
    }
    let book = Book::new(lang, draft);
    let mut found: Vec<Option<Found>> = book.fields.iter().map(|_| None).collect();
    let mut end = None;
    let mut place = Place::Top;
    for (idx, line) in file.split('\n').enumerate() {
        let number = idx + 1;
        match book.line(number, line)? {
            Line::Heading => place = Place::Nowhere,
            Line::End => {
                if let Some(first) = end.replace(number) {
                    return Err(EditFault::Doubled {
                        line: number,
                        first,
                    });
                }
                place = Place::Nowhere;
            }
            Line::Address(field) => {
                let at = book.place_of(field);
                let found = found.get_mut(at).ok_or(EditFault::Gone)?;
                if let Some(first) = found {
                    return Err(EditFault::Doubled {
                        line: number,
                        first: first.line,
                    });
                }
                *found = Some(Found {
                    line: number,
                    text: String::new(),
                });
                place = Place::Text(at);
            }
            Line::Words(words) => match place {
                Place::Text(at) => {
                    book.check_heading(at, number, words)?;
                    if let Some(Some(found)) = found.get_mut(at) {
                        found.push(number, words)?;
                    }
                }
                Place::Top if is_instruction(words) => {}
                Place::Top | Place::Nowhere if words.trim().is_empty() => {}
                Place::Top | Place::Nowhere => return Err(EditFault::Homeless { line: number }),
            },
        }
    }
    if end.is_none() {
        return Err(EditFault::Missing {
            wanted: self::end(lang),
        });
    }
    book.gathered(found)
}

/// A text of the file.
struct Found {
    /// The line of its address.
    line: usize,
    /// Every line of it, each with its end.
    text: String,
}

impl Found {
    fn push(&mut self, line: usize, words: &str) -> Result<(), EditFault> {
        let words = unquoted(words).map_err(|_| EditFault::Changed { line, wanted: None })?;
        self.text.push_str(&words);
        self.text.push('\n');
        Ok(())
    }
}

/// The lines that are the file's own, in both languages.
struct Book<'a> {
    draft: &'a Draft,
    /// The addresses in the order of the report, and their lines in the language asked for.
    fields: Vec<(Field, String)>,
    places: BTreeMap<Field, usize>,
    addresses: BTreeMap<String, Field>,
    headings: Vec<String>,
}

impl<'a> Book<'a> {
    fn new(lang: Lang, draft: &'a Draft) -> Self {
        let mut book = Self {
            draft,
            fields: Vec::new(),
            places: BTreeMap::new(),
            addresses: BTreeMap::new(),
            headings: Vec::new(),
        };
        for each in [Lang::Zh, Lang::En] {
            for guide in guides(each, draft) {
                match guide {
                    Guide::Heading(line) => book.headings.push(line),
                    Guide::Address(field, line) => {
                        if each == lang {
                            book.places.insert(field, book.fields.len());
                            book.fields.push((field, line.clone()));
                        }
                        book.addresses.insert(line, field);
                    }
                }
            }
        }
        book.headings.sort_unstable();
        book.headings.dedup();
        book
    }

    fn place_of(&self, field: Field) -> usize {
        self.places.get(&field).copied().unwrap_or(usize::MAX)
    }

    /// Tells what a line is.
    fn line<'l>(&self, number: usize, line: &'l str) -> Result<Line<'l>, EditFault> {
        let own = line.trim();
        if let Some(field) = self.addresses.get(own) {
            return Ok(Line::Address(*field));
        }
        if self
            .headings
            .binary_search_by(|it| it.as_str().cmp(own))
            .is_ok()
        {
            return Ok(Line::Heading);
        }
        if [Lang::Zh, Lang::En].into_iter().any(|it| own == end(it)) {
            return Ok(Line::End);
        }
        if unquoted(line).is_ok() {
            return Ok(Line::Words(line));
        }
        Err(self.misread(number, own))
    }

    /// Tells what is wrong with a line that looks like one of the file's own.
    fn misread(&self, line: usize, own: &str) -> EditFault {
        let inside = own
            .split_once('[')
            .and_then(|(_, it)| it.split_once(']'))
            .map_or("", |(it, _)| it.trim());
        let meant = self.fields.iter().find(|it| address(it.0) == inside);
        let mut words = inside.split(' ');
        let looks_whole = words.next().is_some_and(|it| {
            !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase() || it == b'-')
        }) && words.next().is_some_and(|it| it.parse::<u32>().is_ok());
        match meant {
            Some((_, wanted)) => EditFault::Changed {
                line,
                wanted: Some(wanted.clone()),
            },
            None if looks_whole => EditFault::Unknown { line },
            None => EditFault::Changed { line, wanted: None },
        }
    }

    /// Refuses a heading that lost the sign that it is one: it would become text.
    fn check_heading(&self, at: usize, line: usize, words: &str) -> Result<(), EditFault> {
        let own = words.trim();
        let Some(heading) = self.headings.iter().find(|it| bare(it) == own) else {
            return Ok(());
        };
        let old = self.fields.get(at).and_then(|it| self.draft.text(it.0));
        if old.is_some_and(|it| it.lines().any(|it| it.trim() == own)) {
            return Ok(());
        }
        Err(EditFault::Changed {
            line,
            wanted: Some(heading.clone()),
        })
    }

    fn gathered(&self, found: Vec<Option<Found>>) -> Result<Vec<(Field, String)>, EditFault> {
        (self.fields.iter().zip(found))
            .map(|((field, line), found)| match found {
                Some(it) => Ok((*field, it.text)),
                None => Err(EditFault::Missing {
                    wanted: line.clone(),
                }),
            })
            .collect()
    }
}

/// Tells whether a line is one of the instructions above the first heading.
fn is_instruction(words: &str) -> bool {
    let words = words.trim();
    [Lang::Zh, Lang::En]
        .into_iter()
        .any(|it| say::head(it).lines().any(|it| it.trim() == words))
}
