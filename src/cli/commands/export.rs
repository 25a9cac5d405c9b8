//! `pouxi export DRAFT`: the report as a file.

use std::io;
use std::path::{Path, PathBuf};

use crate::cli::args::{ANSWERS_FORMAT, Export};
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::talk::{give, give_lines};
use crate::desk;
use crate::draft::Outline;
use crate::export::{Parentheses, file_name, format_named};
use crate::import::answers::to_answers;
use crate::store::{StoreError, atomic, escaped_json};

/// Saves the report, and writes the path of the file; `-o -` writes the report itself.
pub(in crate::cli) fn run(cx: &Cx, words: &Export) -> Result<Exit, Failure> {
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
        let printed = desk::print(draft, format.name, None, parentheses);
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

/// Returns the parentheses of the ordinals.
pub(super) fn parentheses(half_width: bool) -> Parentheses {
    if half_width {
        Parentheses::Half
    } else {
        Parentheses::Full
    }
}
