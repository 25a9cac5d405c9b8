//! Two states of a draft, text by text.

use crate::draft::{Draft, Field};

/// Returns the texts that differ, as they are in `old` and in `new`; a text that one of them lacks is empty there.
pub fn differences(old: &Draft, new: &Draft) -> Vec<(String, String)> {
    let mut fields = new.fields();
    for field in old.fields() {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let text = |draft: &Draft, field: Field| draft.text(field).unwrap_or_default().to_owned();
    fields
        .into_iter()
        .map(|it| (text(old, it), text(new, it)))
        .filter(|(old, new)| old != new)
        .collect()
}
