//! What a failure of the program leaves, whatever its face: a note in the data folder without a word of the draft, and a
//! sentence that names it. What was written is safe by then: nothing is shown, or asked for, before it is written down.

use std::panic::PanicHookInfo;
use std::path::Path;

use crate::locale::Lang;
use crate::store::atomic;

use super::messages as say;

/// Its name in the data folder.
pub const FILE: &str = "crash-note.txt";

/// Writes the note of a panic. Returns what is to be said, line by line: the sentence, and the note itself where it could
/// not be written.
pub fn note(lang: Lang, path: &Path, info: &PanicHookInfo<'_>) -> Vec<String> {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let trace = std::backtrace::Backtrace::force_capture();
    // The panic's own message is left out: it may quote the draft.
    let text = format!("pouxi {}\n{place}\n{trace}\n", env!("CARGO_PKG_VERSION"));
    let mut lines = vec![say::crashed(lang, &path.display().to_string())];
    if atomic::replace(path, text.as_bytes()).is_err() {
        // Standard error may be a file: no words of the draft there either.
        lines.extend(text.lines().map(str::to_owned));
    }
    lines
}
