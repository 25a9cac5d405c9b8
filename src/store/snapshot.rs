//! The snapshot of a draft: documented JSON (`docs/draft.schema.json`), in two lines so that lists need read
//! only the first.

use serde::{Deserialize, Serialize};

use crate::draft::{Draft, Place};

/// The number of the snapshot's format. Files with a higher number may be read, never written.
pub const FORMAT: u32 = 1;

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

/// Just the number, which every future format will have.
#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

/// Why a snapshot could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It is not what was written.
    Damaged,
    /// A newer program wrote it.
    Newer(u32),
}

impl Snapshot {
    /// Returns the bytes of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let json = |value: serde_json::Result<String>| {
            value.expect("a draft has string keys and serialises")
        };
        format!(
            "{{\"format\":{},\"seq\":{},\"updated\":{},\"summary\":{},\n\"place\":{},\"draft\":{}}}\n",
            self.format,
            self.seq,
            json(serde_json::to_string(&self.updated)),
            json(serde_json::to_string(&self.summary)),
            json(serde_json::to_string(&self.place)),
            json(serde_json::to_string(&self.draft)),
        )
        .into_bytes()
    }

    /// Reads the bytes of the file.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Unusable> {
        match serde_json::from_slice::<Self>(bytes) {
            Ok(it) if it.format == FORMAT => Ok(it),
            _ => Err(match serde_json::from_slice::<FormatOnly>(bytes) {
                Ok(it) if it.format > FORMAT => Unusable::Newer(it.format),
                _ => Unusable::Damaged,
            }),
        }
    }

    /// Reads the first line of the file.
    pub(super) fn parse_head(line: &[u8]) -> Option<Head> {
        let mut json = line.trim_ascii_end().strip_suffix(b",")?.to_vec();
        json.push(b'}');
        serde_json::from_slice(&json).ok()
    }
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
            format: FORMAT,
            seq: 7,
            updated,
            summary,
            place: None,
            draft: Draft::default(),
        };
        let bytes = snapshot.to_bytes();
        let whole = Snapshot::parse(&bytes).unwrap();
        let head = Snapshot::parse_head(bytes.split(|it| *it == b'\n').next().unwrap()).unwrap();
        assert_eq!((whole.seq, &whole.summary), (7, &snapshot.summary));
        assert_eq!((head.seq, &head.summary), (7, &snapshot.summary));
        let newer = String::from_utf8(bytes)
            .unwrap()
            .replace("\"format\":1", "\"format\":2");
        assert_eq!(
            Snapshot::parse(newer.as_bytes()).unwrap_err(),
            Unusable::Newer(2)
        );
    }
}
