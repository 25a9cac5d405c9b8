//! One text as a file, and back: the words and nothing else.

use super::fault::{EditFault, plain};
use super::quote::{quoted, unquoted_freely};
use super::settle::{is_blank, settled};
use crate::draft::{Change, ChangeCause, Draft, Edit, Spot};

/// Returns the text at a spot as a file to edit; empty where nothing is written yet. What an editor would not give
/// back is quoted as in the file of the whole draft.
pub fn field_to_text(draft: &Draft, spot: Spot) -> String {
    let text = draft.text_at(spot).unwrap_or_default();
    if text.is_empty() {
        String::new()
    } else {
        format!("{}\n", quoted(text))
    }
}

/// Returns the change that makes the text at a spot read as its edited file, and makes its item if it is still to be
/// made; `None` if nothing was changed.
///
/// Blank lines around the words are not looked at, the last line end included. In a text of one line, line ends
/// become blanks.
///
/// # Errors
/// [`EditFault::Empty`] where no words are left: an editor that failed leaves that too. [`EditFault::Gone`] where the
/// draft has no such place.
pub fn field_from_text(
    draft: &Draft,
    spot: Spot,
    edited: &str,
) -> Result<Option<Change>, EditFault> {
    let old = draft.text_at(spot).ok_or(EditFault::Gone)?;
    let edited = unquoted_freely(&plain(edited));
    let (mut edits, field) = draft.realise(spot);
    let Some(new) = settled(old, &edited, field.is_single_line()) else {
        return Ok(None);
    };
    if is_blank(&new) {
        return if is_blank(old) {
            Ok(None)
        } else {
            Err(EditFault::Empty)
        };
    }
    let splice = Edit::set_text(draft, field, &new).unwrap_or(Edit::Splice {
        field,
        at: 0,
        removed: String::new(),
        inserted: new,
    });
    edits.push(splice);
    Ok(Some(Change {
        cause: ChangeCause::Import,
        edits,
    }))
}
