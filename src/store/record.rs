//! The lines of a journal: JSON under a checksum.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use crate::draft::{Change, Committed, Draft, Place};

use super::format::{FIRST, FORMAT};

/// What every record has; what else stands in one is passed over.
#[derive(Clone, Copy, Debug, Deserialize)]
struct SeqOnly {
    #[serde(rename = "n")]
    seq: u64,
}

/// First line of a journal file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    /// Format of the lines.
    pub(super) format: u32,
    /// Number of the last record before this file.
    pub(super) base: u64,
}

/// A moment that the history names. An older program passes over a mark, and so does this one over a mark that it
/// does not know: nothing is changed by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The report was handed out in the format of this name.
    Exported(String),
    /// Behind this record an earlier version is made the draft again: the one of this number.
    Restoring(u64),
}

/// A line of the journal: a change, a place of the caret, a mark, or several of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its number; each is one more than the one before.
    #[serde(rename = "n")]
    pub seq: u64,
    /// When, in milliseconds since 1970 (UTC).
    #[serde(rename = "t")]
    pub time: i64,
    /// What was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// Whether the change joined the step of undo before it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub joined: bool,
    /// Where the caret stood when a field was left or the program ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What moment it was.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "known_mark"
    )]
    pub mark: Option<Mark>,
}

/// Reads a mark; one of a later version is none.
fn known_mark<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Mark>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).ok())
}

impl Record {
    /// A change just made.
    pub(super) fn of_change(seq: u64, time: i64, committed: &Committed) -> Self {
        Self {
            seq,
            time,
            change: Some(committed.change().clone()),
            joined: committed.joined(),
            place: None,
            mark: None,
        }
    }

    /// Where the caret stands.
    pub(super) fn of_place(seq: u64, time: i64, place: Place) -> Self {
        Self {
            seq,
            time,
            change: None,
            joined: false,
            place: Some(place),
            mark: None,
        }
    }

    /// What moment it is.
    pub(super) fn of_mark(seq: u64, time: i64, mark: Mark) -> Self {
        Self {
            seq,
            time,
            change: None,
            joined: false,
            place: None,
            mark: Some(mark),
        }
    }
}

/// How the reading of a journal file ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// At its end.
    End,
    /// In a last line without its end: what a crash in the middle of writing leaves; its offset in bytes.
    Torn {
        /// Offset of the line, in bytes from the start of the file.
        offset: usize,
    },
    /// At a line that does not match its checksum; its offset in bytes.
    Damaged {
        /// Offset of the line, in bytes from the start of the file.
        offset: usize,
    },
    /// At a line that does not continue what was read before it; its offset in bytes.
    Gap {
        /// Offset of the line, in bytes from the start of the file.
        offset: usize,
    },
    /// At its first line: a newer program wrote the file.
    Newer {
        /// The number of its format.
        format: u32,
    },
}

/// A line of a journal file, read.
pub(super) enum Line {
    /// The first line.
    Header(Header),
    /// Any other.
    Record(Record),
    /// The first line of a file in a format we do not know.
    Newer(u32),
    /// A line that does not match its checksum.
    Damaged,
    /// A line without its end.
    Torn,
}

/// Just the number, which every future format will have.
#[derive(Deserialize)]
pub(super) struct FormatOnly {
    pub(super) format: u32,
}

/// Returns a line: eight hexadecimal digits of CRC-32, a blank, the JSON, a newline.
pub(super) fn line<T: Serialize>(value: &T) -> Vec<u8> {
    /// A letter's line fits.
    const USUAL: usize = 256;
    let mut out = Vec::with_capacity(USUAL);
    out.extend_from_slice(b"00000000 ");
    serde_json::to_writer(&mut out, value).expect("our records have string keys and serialise");
    if let Some((sum, [_, json @ ..])) = out.split_at_mut_checked(8) {
        sum.copy_from_slice(&hexadecimal(crc32fast::hash(json)));
    }
    out.push(b'\n');
    out
}

/// Returns the eight digits of a number, in small letters.
fn hexadecimal(number: u32) -> [u8; 8] {
    let mut digits = [0; 8];
    for (digit, shift) in digits.iter_mut().zip((0..8).rev()) {
        let n = u8::try_from((number >> (4 * shift)) & 0xf).unwrap_or_default();
        *digit = if n < 10 { b'0' + n } else { b'a' + n - 10 };
    }
    digits
}

/// Reads a line without its newline; `None` if it does not match its checksum or is of another shape.
fn parse<T: DeserializeOwned>(line: &[u8]) -> Option<T> {
    from_json(checked(line)?)
}

/// Returns the JSON of a line without its newline; `None` if it does not match its checksum.
fn checked(line: &[u8]) -> Option<&[u8]> {
    let (sum, rest) = line.split_at_checked(8)?;
    let (blank, json) = rest.split_at_checked(1)?;
    let sum = std::str::from_utf8(sum)
        .ok()
        .filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()))?;
    let sum = u32::from_str_radix(sum, 16).ok()?;
    (blank == b" " && crc32fast::hash(json) == sum).then_some(json)
}

/// Reads JSON; `None` if it is none, or of another shape. That all of it is text is seen at once, many bytes at a time:
/// most of it is.
pub(super) fn from_json<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    let text = encoding_rs::UTF_8.decode_without_bom_handling_and_without_replacement(json)?;
    serde_json::from_str(&text).ok()
}

/// Returns the lines of a journal file, each with its offset. Never fails.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, Line)> {
    raw_lines(bytes).map(|(line_idx, offset, raw)| (offset, read_line(line_idx, raw)))
}

/// Returns the lines with their ends, each with its number and its offset.
fn raw_lines(bytes: &[u8]) -> impl Iterator<Item = (usize, usize, &[u8])> {
    let ends = memchr::memchr_iter(b'\n', bytes).map(|it| it + 1);
    let torn = (!bytes.ends_with(b"\n") && !bytes.is_empty()).then_some(bytes.len());
    let mut offset = 0;
    (ends.chain(torn).enumerate()).map(move |(line_idx, end)| {
        let begin = std::mem::replace(&mut offset, end);
        let raw = bytes.get(begin..end).unwrap_or_default();
        (line_idx, begin, raw)
    })
}

/// Tells whether a line is a record up to `seq`, without taking its words in: they may be a whole report.
fn is_known(line_idx: usize, raw: &[u8], seq: u64) -> bool {
    let line = raw.strip_suffix(b"\n").filter(|_| line_idx > 0);
    let json = line.and_then(checked);
    json.and_then(seq_of).is_some_and(|it| it <= seq)
}

/// Returns the number of a record. Ours begin with it; what stands behind it need not be read then.
fn seq_of(json: &[u8]) -> Option<u64> {
    let begins = json.strip_prefix(b"{\"n\":");
    let number = begins.and_then(|it| it.split(|it| *it == b',').next());
    let is_number = |it: &&[u8]| !it.is_empty() && it.iter().all(u8::is_ascii_digit);
    let number = number
        .filter(is_number)
        .and_then(|it| str::from_utf8(it).ok());
    match number.and_then(|it| it.parse().ok()) {
        Some(it) => Some(it),
        None => from_json::<SeqOnly>(json).map(|it| it.seq),
    }
}

/// Returns the records of lines that have no first line before them.
pub(super) fn records(bytes: &[u8]) -> Vec<Record> {
    let lines = bytes.split(|it| *it == b'\n');
    lines.filter_map(parse).collect()
}

fn read_line(line_idx: usize, raw: &[u8]) -> Line {
    let Some(raw) = raw.strip_suffix(b"\n") else {
        return Line::Torn;
    };
    if line_idx > 0 {
        return parse(raw).map_or(Line::Damaged, Line::Record);
    }
    match parse::<FormatOnly>(raw) {
        Some(it) if it.format > FORMAT => Line::Newer(it.format),
        Some(it) if it.format >= FIRST => parse(raw).map_or(Line::Damaged, Line::Header),
        Some(_) | None => Line::Damaged,
    }
}

/// The outcome of replaying one journal file.
pub(super) struct Replay {
    /// Records that were newer than the draft, in order, applied.
    pub(super) records: Vec<Record>,
    /// How it ended.
    pub(super) stop: Stop,
    /// The format of its lines, as its first line tells it.
    pub(super) format: Option<u32>,
}

/// Replays the bytes of one journal file onto `draft`, which holds everything up to record `seq`. Never fails:
/// what cannot be used ends the replay, and the answer says where. `seq` is moved on with the draft, at most to
/// `last`, where the next journal file begins: what a window wrote after it lost the draft is left out.
///
/// A damaged line is passed over if what follows continues the draft all the same: then the draft held it. Before the
/// first change the draft is put by in `saved`, unless one is there.
pub(super) fn replay(
    draft: &mut Draft,
    saved: &mut Option<Draft>,
    seq: &mut u64,
    last: u64,
    bytes: &[u8],
) -> Replay {
    let mut records = Vec::new();
    let mut damage = None;
    let mut format = None;
    if bytes.is_empty() {
        damage = Some(Stop::Torn { offset: 0 });
    }
    let known = *seq;
    for (line_idx, offset, raw) in raw_lines(bytes) {
        if is_known(line_idx, raw, known) {
            continue;
        }
        let gap = Stop::Gap { offset };
        match read_line(line_idx, raw) {
            Line::Header(header) if header.base > *seq => {
                damage = Some(gap);
                break;
            }
            Line::Header(header) => format = Some(header.format),
            Line::Newer(format) => {
                damage = Some(Stop::Newer { format });
                break;
            }
            Line::Damaged => damage = damage.or(Some(Stop::Damaged { offset })),
            Line::Torn => damage = damage.or(Some(Stop::Torn { offset })),
            Line::Record(record) if record.seq > last => break,
            Line::Record(record) if record.seq <= *seq => {}
            Line::Record(record) => {
                let continues = record.seq - 1 == *seq;
                if continues && record.change.is_some() && saved.is_none() {
                    *saved = Some(draft.clone());
                }
                if !continues || !takes(draft, &record) {
                    damage = damage.or(Some(gap));
                    break;
                }
                *seq = record.seq;
                records.push(record);
            }
        }
    }
    // Behind `last` nothing is looked for, so nothing is missing there.
    let is_newer = matches!(damage, Some(Stop::Newer { .. }));
    let stop = damage.filter(|_| *seq < last || is_newer);
    Replay {
        records,
        stop: stop.unwrap_or(Stop::End),
        format,
    }
}

fn takes(draft: &mut Draft, record: &Record) -> bool {
    (record.change.as_ref()).is_none_or(|it| draft.apply(it).is_ok())
}

/// Returns the number of the last record in a journal file of so many bytes, from its last line; 0 if it holds none.
///
/// # Errors
/// The file cannot be read, or its end is not a whole line within the last megabyte.
pub(super) fn last_seq(file: &mut File, length: u64) -> io::Result<u64> {
    /// Enough for a paste of 200,000 字; a longer last line is told by reading the draft.
    const ENOUGH: u64 = 1 << 20;
    // Most last lines are short: a first look is cheap.
    for window in [512, ENOUGH] {
        let n_bytes = window.min(length);
        if n_bytes < length {
            file.seek(SeekFrom::Start(length - n_bytes))?;
        } else {
            file.rewind()?;
        }
        let mut bytes = vec![0; usize::try_from(n_bytes).unwrap_or_default()];
        file.read_exact(&mut bytes)?;
        let lines = bytes
            .strip_suffix(b"\n")
            .ok_or(io::ErrorKind::InvalidData)?;
        if let Some(at) = lines.iter().rposition(|it| *it == b'\n') {
            let last = lines.split_at(at + 1).1;
            let seq = checked(last).and_then(seq_of);
            return Ok(seq.ok_or(io::ErrorKind::InvalidData)?);
        } else if n_bytes == length {
            return Ok(0);
        }
    }
    Err(io::ErrorKind::InvalidData.into())
}
