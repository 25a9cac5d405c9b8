//! `pouxi export DRAFT`: the report as a file.

use std::io;
use std::path::{Path, PathBuf};

use super::new;
use crate::cli::args::{ANSWERS_FORMAT, Export};
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give, give_lines};
use crate::desk;
use crate::draft::Outline;
use crate::export::layout::{self, Layout};
use crate::export::{Parentheses, file_name, format_named};
use crate::import::answers::to_answers;
use crate::store::{StoreError, atomic, escaped_json};

/// Saves the report, and writes the path of the file; `-o -` writes the report itself.
pub(in crate::cli) fn run(cx: &Cx, words: &Export) -> Result<Exit, Failure> {
    let layout = layout(cx, words)?;
    let found = cx.read(&words.draft)?;
    let draft = &found.recovered.draft;
    let (bytes, extension) = if words.format == ANSWERS_FORMAT {
        (
            escaped_json(to_answers(&Outline::of(draft))).into_bytes(),
            ANSWERS_FORMAT,
        )
    } else {
        let format = format_named(&words.format).expect("the words were read by this table");
        let parentheses = parentheses(words.half_width_parentheses);
        let printed = match &layout {
            Some(it) => Some(desk::print_docx(draft, parentheses, it)),
            None => desk::print(draft, format.name, None, parentheses),
        };
        let printed = printed.expect("the whole of a draft can be printed in every format");
        (printed.bytes, format.extension)
    };
    let name = file_name(&draft.title, &found.id, extension);
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
        other => Failure::Store(other),
    })?;
    cx.note_export(&found, &words.format);
    give_lines([path.display().to_string().as_str()])?;
    Ok(Exit::Done)
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
    // What is no UTF-8 becomes a sign that is told of where it matters.
    let read = layout::parse(&String::from_utf8_lossy(&bytes));
    read.map(Some)
        .map_err(|errors| Failure::LayoutFaults { name, errors })
}

/// Returns the parentheses of the ordinals.
pub(super) fn parentheses(half_width: bool) -> Parentheses {
    if half_width {
        Parentheses::Half
    } else {
        Parentheses::Full
    }
}
