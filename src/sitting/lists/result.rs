//! The way out: reading the proof, saving and copying the report, and what is asked before.

use std::path::{Path, PathBuf};

use crate::locale::Lang;
use crate::sitting::effect::Target;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Reading};
use crate::sitting::reviewer;

use super::{Act, Item, item};

/// What can be had of the finished report.
pub(super) fn result(lang: Lang) -> Vec<Item> {
    vec![
        item(say::preview(lang), Act::Read(Reading::Preview)),
        item(say::save_docx(lang), Act::Export("docx", Target::Usual)),
        item(say::save_markdown(lang), Act::Export("md", Target::Usual)),
        item(say::save_text(lang), Act::Export("txt", Target::Usual)),
        item(say::save_other(lang), Act::Show(List::Formats)),
        item(say::copy_all(lang), Act::Copy("md", None)),
        item(say::copy_all_text(lang), Act::Copy("txt", None)),
        item(say::copy_part(lang), Act::Show(List::CopyPart)),
        item(say::outline_entry(lang), Act::Show(List::Outline)),
        item(say::edit_all(lang), Act::Edit(None)),
        item(say::back_to_writing(lang), Act::Write),
    ]
}

/// The formats beside those of the result itself.
pub(super) fn formats(lang: Lang) -> Vec<Item> {
    let save = |label, format| item(label, Act::Export(format, Target::Usual));
    vec![
        save(say::save_ledger_xlsx(lang), "ledger-xlsx"),
        save(say::save_ledger_docx(lang), "ledger-docx"),
        save(say::save_ledger_csv(lang), "ledger-csv"),
        save(say::save_ledger_md(lang), "ledger-md"),
        save(say::save_html(lang), "html"),
        save(say::save_text_crlf(lang), "txt-crlf"),
        save(say::save_answers(lang), "json"),
        item(say::back(lang), Act::Show(List::Result)),
    ]
}

/// Before a report leaves in which something must be looked at.
pub(super) fn hand_out(lang: Lang, act: &Act) -> Vec<Item> {
    vec![
        item(reviewer::messages::look_first(lang), Act::Check),
        item(
            reviewer::messages::hand_out(lang),
            Act::Anyway(Box::new(act.clone())),
        ),
    ]
}

/// Before a file is written over.
pub(super) fn exists(lang: Lang, format: &'static str, path: &Path) -> Vec<Item> {
    let path: PathBuf = path.to_owned();
    vec![
        item(
            say::save_beside(lang),
            Act::Export(format, Target::Beside(path.clone())),
        ),
        item(
            say::save_over(lang),
            Act::Export(format, Target::Over(path)),
        ),
        item(say::no_back(lang), Act::Show(List::Result)),
    ]
}
