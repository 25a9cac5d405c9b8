//! `pouxi export DRAFT`: the report as a file.

use std::io;
use std::path::{Path, PathBuf};

use super::new;
use crate::cli::args::Export;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give, give_lines, remark};
use crate::desk;
use crate::export::Parentheses;
use crate::export::layout::{self, Layout};
use crate::export::ledger::{Ledger, Row, ledger_named};
use crate::store::{StoreError, atomic};

/// Saves the report, and writes the path of the file; `-o -` writes the report itself.
pub(in crate::cli) fn run(cx: &Cx, words: &Export) -> Result<Exit, Failure> {
    let layout = layout(cx, words)?;
    let found = cx.read(&words.draft)?;
    let draft = &found.recovered.draft;
    let parentheses = parentheses(words.half_width_parentheses);
    let bytes = match &layout {
        Some(it) => desk::print_docx(draft, parentheses, it).bytes,
        None => desk::hand_out(draft, &found.id, &words.format, parentheses)
            .expect("the words were read by this table"),
    };
    // An answer file holds every character, written with a backslash.
    let n_left_out = match words.format.as_str() {
        desk::ANSWERS_FORMAT => 0,
        _ => desk::n_left_out(draft),
    };
    if n_left_out > 0 {
        remark(&say::left_out(cx.lang, n_left_out));
    }
    if ledger_named(&words.format).is_some() {
        remark_loose(cx, &desk::ledger_of(draft, &found.id));
    }
    let name = desk::proposed_name(draft, &found.id, &words.format);
    let path = match words.output.as_deref() {
        Some(it) if it == Path::new("-") => {
            give(&bytes)?;
            cx.note_export(&found, &words.format);
            return Ok(Exit::Done);
        }
        Some(it) if it.is_dir() => it.join(name),
        Some(it) => it.to_owned(),
        None => PathBuf::from(name),
    };
    atomic::deliver(&path, &bytes, words.force).map_err(|it| match it {
        StoreError::Io { source, path, .. } if source.kind() == io::ErrorKind::AlreadyExists => {
            Failure::Exists(path)
        }
        error => not_saved(cx, error),
    })?;
    cx.note_export(&found, &words.format);
    give_lines([path.display().to_string().as_str()])?;
    Ok(Exit::Done)
}

/// Says how many measures of a ledger answer no problem: their rows are half empty, and links mend that.
fn remark_loose(cx: &Cx, ledger: &Ledger) {
    let is_loose = |it: &&Row| !it.key.is_empty() && it.problem.is_empty() && it.details.is_empty();
    let n_loose = ledger.rows.iter().filter(is_loose).count();
    if n_loose > 0 {
        remark(&say::loose_measures(cx.lang, n_loose));
    }
}

/// The most a layout file holds, in bytes: many times what all its names take.
const LAYOUT_MOST: u64 = 1 << 20;

/// Returns the layout that was asked for: a built-in one by its id, or that of a file.
fn layout(cx: &Cx, words: &Export) -> Result<Option<Layout>, Failure> {
    let Some(name) = &words.layout else {
        return Ok(None);
    };
    if words.format != "docx" {
        return Err(Failure::Usage {
            what: say::layout_not_used(cx.lang, &words.format),
            hint: say::layout_not_used_hint(cx.lang),
        });
    }
    if let Some(it) = layout::built_in(name) {
        return Ok(Some(it.clone()));
    }
    let path = Path::new(name);
    let (name, bytes) = match new::read_up_to(cx, path, LAYOUT_MOST) {
        Err(Failure::Unreadable { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
            return Err(Failure::NoLayout { id: name.clone() });
        }
        other => other?,
    };
    if bytes.len() as u64 > LAYOUT_MOST {
        return Err(Failure::Unreadable {
            path: path.to_owned(),
            source: io::ErrorKind::FileTooLarge.into(),
        });
    }
    let (name, text) = new::text_in(name, &bytes)?;
    let read = layout::parse(&text);
    read.map(Some)
        .map_err(|errors| Failure::LayoutFaults { name, errors })
}

/// Proposes another folder where a file cannot be saved: that of the data folder, if it can be written to.
fn not_saved(cx: &Cx, error: StoreError) -> Failure {
    let folder = cx.home.make("exports").ok();
    let is_there = |it: &PathBuf| match &error {
        StoreError::Io { path, .. } => !path.starts_with(it) && atomic::can_write_in(it),
        _ => false,
    };
    let instead = folder.filter(is_there);
    Failure::NotSaved { error, instead }
}

/// Returns the parentheses of the ordinals.
pub(super) fn parentheses(half_width: bool) -> Parentheses {
    if half_width {
        Parentheses::Half
    } else {
        Parentheses::Full
    }
}
