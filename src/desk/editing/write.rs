//! A draft as a file to edit. Writes every text as it is.

use super::guide::{Guide, end, guides};
use super::messages as say;
use super::quote::quoted;
use crate::draft::Draft;
use crate::locale::Lang;

/// Returns the draft as a Markdown file to edit, in this language of the interface.
pub fn to_text(lang: Lang, draft: &Draft) -> String {
    let mut file = say::head(lang);
    for guide in guides(lang, draft) {
        file.push_str("\n\n");
        match guide {
            Guide::Heading(line) => file.push_str(&line),
            Guide::Address(field, line) => {
                file.push_str(&line);
                file.push('\n');
                file.push_str(&quoted(draft.text(field).unwrap_or_default()));
            }
        }
    }
    file.push_str("\n\n");
    file.push_str(&end(lang));
    file.push('\n');
    file
}
