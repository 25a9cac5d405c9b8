//! The snapshot of a draft: documented JSON (`docs/draft.schema.json`), in two lines so that lists need read
//! only the first, under a checksum. It begins with the number of its format, as every future format will.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::draft::{Draft, Place};

use super::format::{FIRST, FORMAT};
use super::record::{FormatOnly, from_json};

/// What a list of drafts shows, computed by the front end when the snapshot was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Title of the report.
    pub title: String,
    /// Id of the template.
    pub template: String,
    /// 字: every character but white space.
    pub characters: usize,
    /// Questions answered or decided not to be.
    pub answered: usize,
    /// Questions asked.
    pub questions: usize,
    /// Title of the part the writer was at.
    pub at: String,
}

/// A draft at one moment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Snapshot {
    /// Format of the file.
    pub format: u32,
    /// Number of the last journal record in it.
    pub seq: u64,
    /// When, RFC 3339 in UTC.
    pub updated: String,
    /// What lists show.
    pub summary: Summary,
    /// Where the caret stood.
    #[serde(default)]
    pub place: Option<Place>,
    /// The draft.
    pub draft: Draft,
}

/// The part of a snapshot that stands on its first line.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Head {
    pub(super) format: u32,
    pub(super) seq: u64,
    pub(super) updated: String,
    pub(super) summary: Summary,
}

/// What the bytes of a snapshot are.
#[derive(Debug)]
pub(super) enum Reading {
    /// What this program wrote.
    Sound(Snapshot),
    /// What a newer program wrote, in the format of this number; the content if it can be read all the same.
    Newer(u32, Option<Snapshot>),
    /// Not what was written.
    Damaged,
}

impl Snapshot {
    /// Returns the bytes of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let json = |value: serde_json::Result<String>| {
            escaped_json(value.expect("a draft has string keys and serialises"))
        };
        let content = format!(
            "\",\"seq\":{},\"updated\":{},\"summary\":{},\n\"place\":{},\"draft\":{}}}\n",
            self.seq,
            json(serde_json::to_string(&self.updated)),
            json(serde_json::to_string(&self.summary)),
            json(serde_json::to_string(&self.place)),
            json(serde_json::to_string(&self.draft)),
        );
        let sum = crc32fast::hash(content.as_bytes());
        format!("{}{sum:08x}{content}", beginning(self.format)).into_bytes()
    }

    /// Reads the bytes of the file.
    pub(super) fn parse(bytes: &[u8]) -> Reading {
        // A sum says that nothing was lost, not that it was us who wrote it.
        let is_whole = |it: &Self| it.draft.is_sound();
        let content = || from_json::<Self>(bytes).filter(is_whole);
        // What we wrote says so in its first bytes: a long draft is not read a second time to find its format.
        if (FIRST..=FORMAT).any(|it| is_sound(it, bytes)) {
            return content().map_or(Reading::Damaged, Reading::Sound);
        }
        match serde_json::from_slice::<FormatOnly>(bytes) {
            Ok(it) if it.format > FORMAT => Reading::Newer(it.format, content()),
            Ok(_) | Err(_) => Reading::Damaged,
        }
    }

    /// Reads the first line of the file.
    pub(super) fn parse_head(line: &[u8]) -> Option<Head> {
        let mut json = line.trim_ascii_end().strip_suffix(b",")?.to_vec();
        json.push(b'}');
        serde_json::from_slice(&json).ok()
    }
}

/// Returns JSON that says the same and changes no terminal it is shown on: characters that would (C1 controls, DEL, what
/// turns the reading direction) are written as escapes. They can stand inside texts only, so that is all it takes.
pub fn escaped_json(json: String) -> String {
    let disturbs = |it: char| {
        matches!(it, '\u{7F}'..='\u{9F}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}')
    };
    if !json.contains(disturbs) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for sign in json.chars() {
        if disturbs(sign) {
            let digits = format!("{:04x}", u32::from(sign));
            escaped.extend(["\\u", digits.as_str()]);
        } else {
            escaped.push(sign);
        }
    }
    escaped
}

/// Returns what stands before the checksum, which is over everything behind it.
fn beginning(format: u32) -> String {
    format!("{{\"format\":{format},\"sum\":\"")
}

/// Tells whether the bytes are a snapshot of this format that matches its checksum.
fn is_sound(format: u32, bytes: &[u8]) -> bool {
    let sum_and_content = bytes
        .strip_prefix(beginning(format).as_bytes())
        .and_then(|it| it.split_at_checked(8));
    sum_and_content
        .is_some_and(|(sum, it)| sum == format!("{:08x}", crc32fast::hash(it)).as_bytes())
}

/// Returns a time as the files have it: RFC 3339 in UTC, to the second.
pub fn rfc3339(time: Timestamp) -> String {
    jiff::fmt::temporal::DateTimePrinter::new()
        .precision(Some(0))
        .timestamp_to_string(&time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_enough_for_a_list() {
        let summary = Summary {
            title: "材料\n二".into(),
            characters: 12,
            ..Summary::default()
        };
        let updated = "2026-11-23T08:00:00Z".to_owned();
        let snapshot = Snapshot {
            format: FIRST,
            seq: 7,
            updated,
            summary,
            place: None,
            draft: Draft::default(),
        };
        let bytes = snapshot.to_bytes();
        let Reading::Sound(whole) = Snapshot::parse(&bytes) else {
            panic!("what was just written is sound");
        };
        let head = Snapshot::parse_head(bytes.split(|it| *it == b'\n').next().unwrap()).unwrap();
        assert_eq!((whole.seq, &whole.summary), (7, &snapshot.summary));
        assert_eq!((head.seq, &head.summary), (7, &snapshot.summary));
    }

    #[test]
    fn what_would_change_a_terminal_is_written_as_an_escape() {
        let title = "一\u{9b}31m\u{202e}二\u{7f}\u{2066}\u{1b}三";
        let mut draft = Draft::default();
        title.clone_into(&mut draft.title);
        let snapshot = Snapshot {
            format: FORMAT,
            seq: 7,
            updated: String::new(),
            summary: Summary::default(),
            place: None,
            draft,
        };
        let bytes = snapshot.to_bytes();
        let text = std::str::from_utf8(&bytes).unwrap();
        assert!(!text.contains(|it: char| it.is_control() && it != '\n'));
        assert!(text.contains("\\u202e二"), "{text}");
        let Reading::Sound(read) = Snapshot::parse(&bytes) else {
            panic!("what was just written is sound");
        };
        assert_eq!(read.draft.title, title);
    }

    #[test]
    fn a_snapshot_says_whether_it_is_what_was_written() {
        let snapshot = Snapshot {
            format: FIRST,
            seq: 7,
            updated: String::new(),
            summary: Summary::default(),
            place: None,
            draft: Draft::default(),
        };
        let text = String::from_utf8(snapshot.to_bytes()).unwrap();
        let read = |from: &str, to: &str| Snapshot::parse(text.replace(from, to).as_bytes());
        assert!(matches!(read("", ""), Reading::Sound(_)));
        assert!(matches!(read("\"seq\":7", "\"seq\":8"), Reading::Damaged));
        assert!(matches!(read("\"sum\"", "\"Sum\""), Reading::Damaged));
        assert!(matches!(
            read("\"format\":1", "\"format\":0"),
            Reading::Damaged
        ));
        assert!(matches!(
            read("\"format\":1", "\"format\":4"),
            Reading::Newer(4, Some(_))
        ));
        assert!(matches!(
            Snapshot::parse(b"{\"format\":5,\"else\":{}}"),
            Reading::Newer(5, None)
        ));
    }
}
