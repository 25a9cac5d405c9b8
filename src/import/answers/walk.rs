//! Walks an answer file and keeps an account of everything wrong with it. Knows no report, only kinds of values.

use crate::draft::Status;
use crate::import::answers::error::{AnswerError, Fault, Kind};
use crate::import::answers::json::{Entry, Node, Value};
use crate::import::answers::keys;
use crate::import::{Notice, Remark};
use crate::template::nearest::nearest;

/// More faults than this are not told one by one.
const MANY: usize = 20;
/// Of a key that nobody knows, so many characters are shown.
const SHOWN: usize = 40;

/// What was found in one text so far.
pub(super) struct Walk<'t> {
    lines: Lines<'t>,
    errors: Vec<(usize, AnswerError)>,
    remarks: Vec<Remark>,
}

/// Where the lines of a text begin.
pub(super) struct Lines<'t> {
    text: &'t str,
    /// Invariant: ascending, the first is 0.
    starts: Vec<usize>,
}

/// A value of the file.
pub(super) struct Found<'n> {
    /// Its path, counted from 1; empty for the file itself.
    pub(super) path: String,
    /// Where its key begins, or the value itself in a list; in bytes.
    pub(super) at: usize,
    node: &'n Node,
}

/// Keys and values of the file.
pub(super) struct Object<'n> {
    /// Its path.
    path: String,
    entries: &'n [Entry],
}

impl<'t> Walk<'t> {
    /// Takes up a text with nothing wrong in it yet.
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            lines: Lines::new(text),
            errors: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Returns the remarks, or everything that was wrong in the order of the text.
    pub(super) fn finish(self) -> Result<Vec<Remark>, Vec<AnswerError>> {
        let mut errors = self.errors;
        if errors.is_empty() {
            return Ok(self.remarks);
        }
        errors.sort_by_key(|(at, _)| *at);
        Err(errors.into_iter().map(|(_, it)| it).collect())
    }

    /// Notes a fault.
    pub(super) fn fault(&mut self, at: usize, path: impl Into<String>, fault: Fault) {
        if self.errors.len() > MANY {
            return;
        }
        let (at, path, fault) = if self.errors.len() == MANY {
            (usize::MAX, String::new(), Fault::More)
        } else {
            (at, path.into(), fault)
        };
        let (line, column) = self.lines.place(at);
        let error = AnswerError {
            line,
            column,
            path,
            fault,
        };
        self.errors.push((at, error));
    }

    /// Returns the line of a place in the text, from 1.
    pub(super) fn line_of(&self, at: usize) -> usize {
        self.lines.line_of(at)
    }

    /// Reads keys and values, and notes every key that is not among the known ones or stands twice.
    pub(super) fn object<'n>(
        &mut self,
        found: &Found<'n>,
        known: &'static [&'static str],
    ) -> Option<Object<'n>> {
        let Value::Object(entries) = &found.node.value else {
            return self.wrong_kind(found, Kind::Object);
        };
        let object = Object {
            path: found.path.clone(),
            entries,
        };
        let mut seen: Vec<(&str, usize)> = Vec::new();
        for it in entries {
            let key = it.key.as_str();
            if !known.contains(&key) {
                let fault = Fault::UnknownKey {
                    nearest: nearest(key, known.iter().copied()),
                    known,
                };
                self.fault(it.at, object.path_of(key), fault);
            } else if let Some((_, first)) = seen.iter().find(|(seen, _)| *seen == key) {
                let first = self.line_of(*first);
                self.fault(it.at, object.path_of(key), Fault::DoubledKey { first });
            } else {
                seen.push((key, it.at));
            }
        }
        Some(object)
    }

    /// Reads values under names that may be any, and notes every name that stands twice.
    pub(super) fn named<'n>(&mut self, found: &Found<'n>) -> Vec<(String, Found<'n>)> {
        let Value::Object(entries) = &found.node.value else {
            return self.wrong_kind(found, Kind::Object).unwrap_or_default();
        };
        let mut named: Vec<(String, Found<'n>)> = Vec::new();
        for it in entries {
            let path = format!("{}.{}", found.path, it.key);
            if let Some((_, first)) = named.iter().find(|(key, _)| *key == it.key) {
                let first = self.line_of(first.at);
                self.fault(it.at, path, Fault::DoubledKey { first });
                continue;
            }
            let (at, node) = (it.at, &it.node);
            named.push((it.key.clone(), Found { path, at, node }));
        }
        named
    }

    /// Reads yes or no.
    pub(super) fn choice(&mut self, found: &Found<'_>) -> Option<bool> {
        let Value::Choice(choice) = found.node.value else {
            return self.wrong_kind(found, Kind::Choice);
        };
        Some(choice)
    }

    /// Reads the values of a list.
    pub(super) fn list<'n>(&mut self, found: &Found<'n>) -> Vec<Found<'n>> {
        let Value::List(items) = &found.node.value else {
            return self.wrong_kind(found, Kind::List).unwrap_or_default();
        };
        let path = &found.path;
        let found = items.iter().enumerate().map(|(idx, node)| Found {
            path: format!("{path}[{}]", idx + 1),
            at: node.at,
            node,
        });
        found.collect()
    }

    /// Reads a text of any number of lines.
    pub(super) fn text(&mut self, found: &Found<'_>) -> Option<String> {
        let Value::Text(text) = &found.node.value else {
            return self.wrong_kind(found, Kind::Text);
        };
        if !text.contains(is_unwanted) {
            return Some(text.clone());
        }
        let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
        let n_before = text.chars().count();
        text.retain(|it| !is_unwanted(it));
        let count = n_before - text.chars().count();
        if count > 0 {
            let line = self.line_of(found.at);
            let path = found.path.clone();
            let notice = Notice::ControlsDropped { path, count };
            self.remarks.push(Remark { line, notice });
        }
        Some(text)
    }

    /// Reads a text of one line.
    pub(super) fn line(&mut self, found: &Found<'_>) -> Option<String> {
        let text = self.text(found)?;
        if text.contains('\n') {
            self.fault(found.at, &found.path, Fault::NotOneLine);
            return None;
        }
        Some(text)
    }

    /// Reads the values of a key's list; none where there is no such key.
    pub(super) fn items<'n>(&mut self, object: &Object<'n>, key: &str) -> Vec<Found<'n>> {
        object.get(key).map_or_else(Vec::new, |it| self.list(&it))
    }

    /// Reads a list of texts of one line.
    pub(super) fn lines(&mut self, found: &Found<'_>) -> Vec<String> {
        let items = self.list(found);
        items.iter().filter_map(|it| self.line(it)).collect()
    }

    /// Reads a key's text; empty where there is none.
    pub(super) fn text_of(&mut self, object: &Object<'_>, key: &str) -> String {
        self.reason(object, key).unwrap_or_default()
    }

    /// Reads a key's text of one line; empty where there is none.
    pub(super) fn one_line(&mut self, object: &Object<'_>, key: &str) -> String {
        object
            .get(key)
            .and_then(|it| self.line(&it))
            .unwrap_or_default()
    }

    /// Reads a key's text that says something by being there, even empty.
    pub(super) fn reason(&mut self, object: &Object<'_>, key: &str) -> Option<String> {
        object.get(key).and_then(|it| self.text(&it))
    }

    /// Reads one of a few words.
    pub(super) fn word<T: Copy>(
        &mut self,
        found: &Found<'_>,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let word = self.line(found)?;
        let meaning = words.iter().find(|(it, _)| *it == word);
        if meaning.is_none() {
            let known = words.iter().map(|(it, _)| *it).collect();
            self.unknown_word(found, &word, known);
        }
        meaning.map(|(_, it)| *it)
    }

    /// Reads how far something has come; not begun where nothing is said.
    pub(super) fn status(&mut self, object: &Object<'_>) -> Status {
        object
            .get("status")
            .and_then(|it| self.word(&it, keys::STATUSES))
            .unwrap_or_default()
    }

    /// Notes a word that cannot stand here.
    pub(super) fn unknown_word(&mut self, found: &Found<'_>, word: &str, known: Vec<&'static str>) {
        let nearest = nearest(word, known.iter().copied());
        let fault = Fault::UnknownWord { nearest, known };
        self.fault(found.at, &found.path, fault);
    }

    fn wrong_kind<T>(&mut self, found: &Found<'_>, wanted: Kind) -> Option<T> {
        let kind = match found.node.value {
            Value::Null => Kind::Null,
            Value::Choice(_) => Kind::Choice,
            Value::Number => Kind::Number,
            Value::Text(_) => Kind::Text,
            Value::List(_) => Kind::List,
            Value::Object(_) => Kind::Object,
        };
        self.fault(
            found.node.at,
            &found.path,
            Fault::WrongKind {
                wanted,
                found: kind,
            },
        );
        None
    }
}

impl<'n> Found<'n> {
    /// Takes the file itself.
    pub(super) fn file(node: &'n Node) -> Self {
        Self {
            path: String::new(),
            at: node.at,
            node,
        }
    }
}

impl<'n> Object<'n> {
    /// Returns the value of a key.
    pub(super) fn get(&self, key: &str) -> Option<Found<'n>> {
        let entry = self.entries.iter().find(|it| it.key == key)?;
        Some(Found {
            path: self.path_of(key),
            at: entry.at,
            node: &entry.node,
        })
    }

    /// Returns the path of a key of this object.
    pub(super) fn path_of(&self, key: &str) -> String {
        let shown: String = key.chars().take(SHOWN).collect();
        if self.path.is_empty() {
            shown
        } else {
            format!("{}.{shown}", self.path)
        }
    }
}

impl<'t> Lines<'t> {
    /// Looks through a text once.
    pub(super) fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// Returns the line of a place, from 1.
    fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|it| *it <= at)
    }

    /// Returns the line and the column of a place, both from 1, the column in characters.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        let line = self.line_of(at);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(start..at.min(self.text.len()));
        (line, before.map_or(0, |it| it.chars().count()) + 1)
    }
}

/// Tells whether a character could disturb a terminal. Line breaks and tabs are words' own.
fn is_unwanted(char: char) -> bool {
    char.is_control() && !matches!(char, '\n' | '\t')
}
