//! Walks a TOML document and keeps an account of everything wrong with it. Does not know what a template is, so that
//! other files of the writer's own are read with it too.

use std::ops::RangeInclusive;

use toml::de::DeTable;
use toml::de::DeValue;

use crate::template::error::Fault;
use crate::template::error::Shape;
use crate::template::error::Syntax;
use crate::template::error::TemplateError;
use crate::template::nearest::nearest;

/// More faults than these are not told one by one: who repairs them looks again anyway.
const MANY: usize = 100;

/// The faults found so far in one text.
pub(crate) struct Reader<'t> {
    text: &'t str,
    /// Where the lines begin, in bytes. Invariant: ascending, the first is 0.
    starts: Vec<usize>,
    errors: Vec<TemplateError>,
}

/// A table of the document.
pub(crate) struct Table<'t> {
    /// Its path, counted from 1; empty for the document itself.
    path: String,
    /// Where it begins, in bytes.
    at: usize,
    entries: &'t DeTable<'t>,
}

/// A value of the document.
pub(crate) struct Entry<'t> {
    /// Its path, counted from 1.
    pub(crate) path: String,
    /// Where it begins, in bytes.
    pub(crate) at: usize,
    value: &'t DeValue<'t>,
}

impl<'t> Reader<'t> {
    /// Takes up a text with nothing wrong in it yet.
    pub(crate) fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
            errors: Vec::new(),
        }
    }

    /// Returns everything that was wrong, in the order of the text.
    pub(crate) fn into_errors(mut self) -> Vec<TemplateError> {
        self.errors.sort_by_key(|it| (it.line, it.column));
        self.errors
    }

    /// Returns how many faults were noted so far.
    pub(crate) fn n_faults(&self) -> usize {
        self.errors.len()
    }

    /// Notes a fault.
    pub(crate) fn fault(&mut self, at: usize, key: impl Into<String>, fault: Fault) {
        if self.errors.len() >= MANY {
            return;
        }
        let line = self.line_of(at);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(start..at.min(self.text.len()));
        let signs = before.unwrap_or_default().chars();
        let column = signs.filter(|it| *it != '\u{feff}').count() + 1;
        self.errors.push(TemplateError {
            line,
            column,
            key: key.into(),
            fault,
        });
    }

    /// Returns the line of a place in the text, from 1.
    pub(crate) fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|it| *it <= at)
    }

    /// Notes a fault of the TOML reader, unless one on the same line is noted already.
    pub(crate) fn syntax(&mut self, error: &toml::de::Error) {
        let span = error.span().unwrap_or(0..0);
        let mut at = span.start;
        if error.message().starts_with("invalid multi-line") && at == self.text.len() {
            // The text ran to the end of the file: what helps is where it began.
            at = self
                .text
                .rfind("\"\"\"")
                .max(self.text.rfind("'''"))
                .unwrap_or(at);
        }
        let line = self.line_of(at);
        if self.errors.len() < MANY && self.errors.iter().all(|it| it.line != line) {
            let pointed_at = self.text.get(span).unwrap_or_default();
            let start = self.starts.get(line - 1).copied().unwrap_or_default();
            let rest = self.text.get(start..).unwrap_or_default();
            let line_text = rest.lines().next().unwrap_or_default();
            let syntax = Syntax::from_message(error.message(), pointed_at, line_text);
            self.fault(at, key_on(line_text), Fault::Syntax(syntax));
        }
    }

    /// Notes every key of the table that is not among the known ones.
    pub(crate) fn allow(&mut self, table: &Table<'_>, known: &'static [&'static str]) {
        for key in table.entries.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let fault = Fault::UnknownKey {
                    nearest: nearest(name, known.iter().copied()),
                    known,
                };
                self.fault(key.span().start, table.path_of(name), fault);
            }
        }
    }

    /// Returns the value of a key that must be there.
    pub(crate) fn need<'a>(&mut self, table: &Table<'a>, key: &str) -> Option<Entry<'a>> {
        let entry = table.entry(key);
        if entry.is_none() {
            self.fault(table.at, table.path_of(key), Fault::Missing);
        }
        entry
    }

    /// Reads a text of one line that says something.
    pub(crate) fn line(&mut self, entry: &Entry<'_>) -> Option<String> {
        let text = self.line_or_nothing(entry)?;
        if text.trim().is_empty() {
            self.fault(entry.at, &entry.path, Fault::Empty);
            return None;
        }
        Some(text)
    }

    /// Reads a text of one line that may be empty.
    pub(crate) fn line_or_nothing(&mut self, entry: &Entry<'_>) -> Option<String> {
        let text = self.paragraphs(entry)?;
        if text.contains('\n') {
            self.fault(entry.at, &entry.path, Fault::NotOneLine);
            return None;
        }
        Some(text)
    }

    /// Reads a text of any number of lines.
    pub(crate) fn paragraphs(&mut self, entry: &Entry<'_>) -> Option<String> {
        let DeValue::String(text) = entry.value else {
            return self.wrong_shape(entry, Shape::Text);
        };
        let text = text.replace("\r\n", "\n");
        if text.contains(|it: char| it.is_control() && it != '\n') {
            self.fault(entry.at, &entry.path, Fault::ControlSign);
            return None;
        }
        Some(text)
    }

    /// Reads `true` or `false`.
    pub(crate) fn choice(&mut self, entry: &Entry<'_>) -> Option<bool> {
        let DeValue::Boolean(choice) = entry.value else {
            return self.wrong_shape(entry, Shape::Choice);
        };
        Some(*choice)
    }

    /// Reads a whole number within bounds.
    pub(crate) fn number(&mut self, entry: &Entry<'_>, bounds: RangeInclusive<u32>) -> Option<u32> {
        let DeValue::Integer(number) = entry.value else {
            return self.wrong_shape(entry, Shape::Number);
        };
        let read = u32::from_str_radix(number.as_str(), number.radix())
            .ok()
            .filter(|it| bounds.contains(it));
        if read.is_none() {
            self.fault(
                entry.at,
                &entry.path,
                Fault::OutOfRange {
                    min: *bounds.start(),
                    max: *bounds.end(),
                },
            );
        }
        read
    }

    /// Reads a number within bounds, a fraction or not.
    pub(crate) fn decimal(
        &mut self,
        entry: &Entry<'_>,
        bounds: RangeInclusive<u32>,
    ) -> Option<f64> {
        let written = match entry.value {
            DeValue::Integer(it) => u32::from_str_radix(it.as_str(), it.radix())
                .ok()
                .map(f64::from),
            DeValue::Float(it) => it.as_str().parse().ok(),
            _ => return self.wrong_shape(entry, Shape::Decimal),
        };
        let (min, max) = (*bounds.start(), *bounds.end());
        let read = written.filter(|it| (f64::from(min)..=f64::from(max)).contains(it));
        if read.is_none() {
            self.fault(entry.at, &entry.path, Fault::OutOfBounds { min, max });
        }
        read
    }

    /// Tells whether the value is a text.
    pub(crate) fn is_text(entry: &Entry<'_>) -> bool {
        entry.value.is_str()
    }

    /// Reads a table.
    pub(crate) fn table<'a>(&mut self, entry: &Entry<'a>) -> Option<Table<'a>> {
        let DeValue::Table(entries) = entry.value else {
            return self.wrong_shape(entry, Shape::Table);
        };
        Some(Table {
            path: entry.path.clone(),
            at: entry.at,
            entries,
        })
    }

    /// Reads a list of tables.
    pub(crate) fn tables<'a>(&mut self, entry: &Entry<'a>) -> Vec<Table<'a>> {
        let DeValue::Array(array) = entry.value else {
            return self.wrong_shape(entry, Shape::Tables).unwrap_or_default();
        };
        let items = array.iter().enumerate().map(|(idx, it)| Entry {
            path: format!("{}[{}]", entry.path, idx + 1),
            at: it.span().start,
            value: it.get_ref(),
        });
        items.filter_map(|it| self.table(&it)).collect()
    }

    /// Reads a list of texts of one line, each with the place where it begins.
    pub(crate) fn lines(&mut self, entry: &Entry<'_>) -> Vec<(String, usize)> {
        let DeValue::Array(array) = entry.value else {
            return self.wrong_shape(entry, Shape::Texts).unwrap_or_default();
        };
        let items = array.iter().enumerate().map(|(idx, it)| Entry {
            path: format!("{}[{}]", entry.path, idx + 1),
            at: it.span().start,
            value: it.get_ref(),
        });
        items
            .filter_map(|it| Some((self.line(&it)?, it.at)))
            .collect()
    }

    fn wrong_shape<T>(&mut self, entry: &Entry<'_>, wanted: Shape) -> Option<T> {
        let found = match entry.value {
            DeValue::String(_) => Shape::Text,
            DeValue::Integer(_) => Shape::Number,
            DeValue::Boolean(_) => Shape::Choice,
            DeValue::Table(_) => Shape::Table,
            DeValue::Array(array) if array.iter().all(|it| it.get_ref().is_table()) => {
                Shape::Tables
            }
            DeValue::Array(array) if array.iter().all(|it| it.get_ref().is_str()) => Shape::Texts,
            DeValue::Array(_) | DeValue::Float(_) | DeValue::Datetime(_) => Shape::Other,
        };
        self.fault(entry.at, &entry.path, Fault::WrongShape { wanted, found });
        None
    }
}

impl<'t> Table<'t> {
    /// Takes the document itself.
    pub(crate) fn document(entries: &'t DeTable<'t>) -> Self {
        Self {
            path: String::new(),
            at: 0,
            entries,
        }
    }

    /// Returns the value of a key.
    pub(crate) fn entry(&self, key: &str) -> Option<Entry<'t>> {
        let value = self.entries.get(key)?;
        Some(Entry {
            path: self.path_of(key),
            at: value.span().start,
            value: value.get_ref(),
        })
    }

    /// Returns the place where it begins, in bytes.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Returns its path, counted from 1; empty for the document itself.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Returns the path of a key of this table.
    pub(crate) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }
}

/// Returns the key a line gives a value to, as far as that can be seen.
fn key_on(line: &str) -> &str {
    let key = line.split_once('=').map_or("", |(key, _)| key.trim());
    if key.contains(|it: char| !it.is_ascii_alphanumeric() && !"_-.".contains(it)) {
        ""
    } else {
        key
    }
}
