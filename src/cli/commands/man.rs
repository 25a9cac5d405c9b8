//! `pouxi man`

#![expect(
    clippy::disallowed_methods,
    reason = "the folders of manual pages are for everybody, unlike those of the data folder"
)]

use std::path::Path;

use crate::cli::args::Man;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::manual::{file_name, page};
use crate::cli::run::command;
use crate::cli::talk::{give, give_lines};
use crate::locale::Lang;
use crate::store::{Doing, StoreError, atomic};

/// Writes the main page, or all of them into a folder.
pub(in crate::cli) fn run(cx: &Cx, words: &Man) -> Result<Exit, Failure> {
    let Some(folder) = &words.out else {
        give(page(&command(cx.lang), "", cx.lang).as_bytes())?;
        return Ok(Exit::Done);
    };
    for lang in [Lang::En, Lang::Zh] {
        let folder = match lang {
            Lang::En => folder.join("man1"),
            Lang::Zh => folder.join("zh_CN").join("man1"),
        };
        std::fs::create_dir_all(&folder).map_err(|source| {
            Failure::Store(StoreError::Io {
                doing: Doing::CreateFolder,
                path: folder.clone(),
                source,
            })
        })?;
        write_all(&folder, &command(lang), "", lang)?;
        give_lines([folder.display().to_string().as_str()])?;
    }
    Ok(Exit::Done)
}

/// Writes the page of a command and of those below it.
fn write_all(
    folder: &Path,
    command: &clap::Command,
    name: &str,
    lang: Lang,
) -> Result<(), Failure> {
    let path = folder.join(file_name(name));
    let page = page(command, name, lang);
    atomic::deliver(&path, page.as_bytes(), true).map_err(Failure::Store)?;
    for it in command.get_subcommands() {
        let name = format!("{name} {}", it.get_name());
        write_all(folder, it, name.trim(), lang)?;
    }
    Ok(())
}
