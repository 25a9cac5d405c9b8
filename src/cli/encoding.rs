//! What standard input, output and error are encoded in: said once, for the whole run.

use std::borrow::Cow;
use std::io::IsTerminal;
use std::sync::OnceLock;

use encoding_rs::{Encoding, UTF_8};

/// Set at the start of a run; UTF-8 where it is not.
static STREAMS: OnceLock<&'static Encoding> = OnceLock::new();

/// What the locale says that terminals are written in. Files and pipes are not: who reads them may be elsewhere.
static TERMINALS: OnceLock<&'static Encoding> = OnceLock::new();

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

/// Says what the locale names, where nobody said what the streams are encoded in.
pub(super) fn set_terminals(encoding: &'static Encoding) {
    let _first = TERMINALS.set(encoding);
}

/// Returns what a stream is encoded in.
fn of(stream: &impl IsTerminal) -> &'static Encoding {
    let said = STREAMS.get();
    let named = said.or_else(|| TERMINALS.get().filter(|_| stream.is_terminal()));
    named.copied().unwrap_or(UTF_8)
}

/// Tells whether a stream is written in UTF-8.
#[cfg(unix)]
pub(super) fn is_utf8(stream: &impl IsTerminal) -> bool {
    of(stream) == UTF_8
}

/// Returns what the streams of this run are encoded in.
pub(super) fn streams() -> &'static Encoding {
    STREAMS.get().copied().unwrap_or(UTF_8)
}

/// Returns what came from a stream, in UTF-8.
pub(super) fn read(stream: &impl IsTerminal, bytes: Vec<u8>) -> Vec<u8> {
    let encoding = of(stream);
    if encoding == UTF_8 {
        return bytes;
    }
    let (text, _) = encoding.decode_with_bom_removal(&bytes);
    text.into_owned().into_bytes()
}

/// Returns a text for a stream, with a sign in the place of what its encoding does not have. What is no text stays as it is.
pub(super) fn write<'t>(stream: &impl IsTerminal, bytes: &'t [u8]) -> Cow<'t, [u8]> {
    let encoding = of(stream);
    match std::str::from_utf8(bytes) {
        Ok(text) if encoding != UTF_8 => encoding.encode(text).0,
        _ => Cow::Borrowed(bytes),
    }
}
