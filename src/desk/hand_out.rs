//! The whole of a draft as a file to hand out, in any format there is: the report, its ledger, its answers.

use crate::desk::{document, template_of};
use crate::draft::{Draft, Outline};
use crate::export::ledger::{LEDGERS, Ledger, ledger, ledger_named, messages as ledger_say};
use crate::export::{FORMATS, Parentheses, file_name_ending, format_named};
use crate::import::answers::to_answers;
use crate::store::escaped_json;

/// The format that reads back with `new --answers`.
pub const ANSWERS_FORMAT: &str = "json";

/// Returns the names of the formats that a draft can be handed out in.
pub fn formats() -> Vec<&'static str> {
    let reports = FORMATS.iter().map(|it| it.name);
    let ledgers = LEDGERS.iter().map(|it| it.name);
    reports.chain([ANSWERS_FORMAT]).chain(ledgers).collect()
}

/// Returns the ledger of a draft in the language of its template. `id` is that of the draft.
pub fn ledger_of(draft: &Draft, id: &str) -> Ledger {
    ledger(draft, id, template_of(draft).lang())
}

/// Returns a draft as the bytes of a file; `None` if there is no such format. `id` is that of the draft.
pub fn hand_out(
    draft: &Draft,
    id: &str,
    format: &str,
    parentheses: Parentheses,
) -> Option<Vec<u8>> {
    if format == ANSWERS_FORMAT {
        return Some(escaped_json(to_answers(&Outline::of(draft))).into_bytes());
    }
    if let Some(it) = ledger_named(format) {
        return Some((it.write)(&ledger_of(draft, id)));
    }
    let format = format_named(format)?;
    Some((format.write)(&document(draft, parentheses)))
}

/// Returns the extension of the files of a format, without the dot; the name itself if there is no such format.
pub fn extension_of(format: &str) -> &str {
    let report = format_named(format).map(|it| it.extension);
    let ledger = || ledger_named(format).map(|it| it.extension);
    report.or_else(ledger).unwrap_or(format)
}

/// Proposes the name of a file: by the title, or `otherwise` where there is none. That of a ledger says so.
pub fn proposed_name(draft: &Draft, otherwise: &str, format: &str) -> String {
    let extension = extension_of(format);
    let ending = match ledger_named(format) {
        Some(_) => format!(
            "-{}.{extension}",
            ledger_say::name(template_of(draft).lang())
        ),
        None => format!(".{extension}"),
    };
    file_name_ending(&draft.title, otherwise, &ending)
}
