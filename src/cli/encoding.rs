//! What standard input, output and error are encoded in: said once, for the whole run.

use std::borrow::Cow;
use std::sync::OnceLock;

use encoding_rs::{Encoding, UTF_8};

/// Set at the start of a run; UTF-8 where it is not.
static STREAMS: OnceLock<&'static Encoding> = OnceLock::new();

/// Reads the name of an encoding, as the web knows them. Not those that no stream of bytes is written in.
pub(super) fn parse(name: &str) -> Result<&'static Encoding, String> {
    // Chinese systems say gb2312 or gbk and mean what can be read as either; what is written must be read by both.
    Encoding::for_label(name.as_bytes())
        .filter(|it| it.output_encoding() == *it && *it != encoding_rs::REPLACEMENT)
        .ok_or_else(|| name.to_owned())
}

/// Says what the streams of this run are encoded in.
pub(super) fn set(encoding: &'static Encoding) {
    // The first word counts: a second run in one process is a test's.
    let _first = STREAMS.set(encoding);
}

/// Returns what the streams of this run are encoded in.
pub(super) fn streams() -> &'static Encoding {
    STREAMS.get().copied().unwrap_or(UTF_8)
}

/// Returns what came from standard input, in UTF-8.
pub(super) fn read(bytes: Vec<u8>) -> Vec<u8> {
    let encoding = streams();
    if encoding == UTF_8 {
        return bytes;
    }
    let (text, _) = encoding.decode_with_bom_removal(&bytes);
    text.into_owned().into_bytes()
}

/// Returns a text for the streams, and whether a sign is missing in their encoding. What is no text stays as it is.
pub(super) fn write(bytes: &[u8]) -> (Cow<'_, [u8]>, bool) {
    let encoding = streams();
    match std::str::from_utf8(bytes) {
        Ok(text) if encoding != UTF_8 => {
            let (bytes, _, has_missing) = encoding.encode(text);
            (bytes, has_missing)
        }
        _ => (Cow::Borrowed(bytes), false),
    }
}
