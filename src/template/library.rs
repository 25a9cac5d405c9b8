//! Reads the templates of a folder. The only file of this layer that opens files; it writes none.
#![expect(
    clippy::disallowed_methods,
    reason = "the folder of templates is read here and nowhere else"
)]

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::template::error::TemplateError;
use crate::template::model::Template;
use crate::template::parse::check;

/// No template is longer than this, in bytes: a film in the folder is not read into memory.
const MOST: u64 = 1 << 20;

/// A file of the folder that is no template.
#[derive(Debug)]
pub struct Unread {
    /// The file, or the folder itself.
    pub path: PathBuf,
    /// Why.
    pub why: WhyUnread,
}

/// Why a file is no template.
#[derive(Debug)]
pub enum WhyUnread {
    /// The system would not read it.
    Io(io::Error),
    /// It is longer than any template.
    TooLong,
    /// There is something wrong in it: everything, at least one thing.
    Faults(Vec<TemplateError>),
    /// Another template has its id: a built-in one, or that of the file named.
    IdTaken {
        /// The id.
        id: String,
        /// The file that has it; `None` if it is built in.
        by: Option<PathBuf>,
    },
}

/// A template of the folder.
#[derive(Debug)]
pub struct Read {
    /// Its file.
    pub path: PathBuf,
    /// What the file says.
    pub template: Template,
    /// The file itself.
    pub text: String,
}

/// Reads every `*.toml` of a folder, in the order of their names. A folder that is not there holds nothing; a file
/// that cannot be read stops no other.
pub fn read_folder(folder: &Path) -> (Vec<Read>, Vec<Unread>) {
    let mut unread = Vec::new();
    let mut paths: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|it| Some(it.ok()?.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            unread.push(Unread {
                path: folder.to_owned(),
                why: WhyUnread::Io(error),
            });
            Vec::new()
        }
    };
    paths.retain(|it| it.extension().is_some_and(|it| it == "toml"));
    // What begins with a dot is a file that was never finished.
    paths.retain(|it| {
        !it.file_name()
            .is_some_and(|it| it.to_string_lossy().starts_with('.'))
    });
    paths.sort();
    let mut read: Vec<Read> = Vec::new();
    for path in paths {
        match read_one(&path, &read) {
            Ok((template, text)) => read.push(Read {
                path,
                template,
                text,
            }),
            Err(why) => unread.push(Unread { path, why }),
        }
    }
    (read, unread)
}

/// Returns the text of a file as offices write them: UTF-8, UTF-16 with its mark, or GB18030.
pub fn text_of(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(bytes).0.into_owned(),
    }
}

fn read_one(path: &Path, before: &[Read]) -> Result<(Template, String), WhyUnread> {
    let about = fs::symlink_metadata(path).map_err(WhyUnread::Io)?;
    #[cfg(unix)]
    if about.is_symlink() {
        let reason = rustix::io::Errno::LOOP.raw_os_error();
        return Err(WhyUnread::Io(io::Error::from_raw_os_error(reason)));
    }
    if !about.is_file() || about.len() > MOST {
        // A pipe would be waited for, a film be read to its end.
        return Err(WhyUnread::TooLong);
    }
    let bytes = fs::read(path).map_err(WhyUnread::Io)?;
    let text = text_of(&bytes);
    let template = check(&text).map_err(WhyUnread::Faults)?;
    let taken = |by| WhyUnread::IdTaken {
        id: template.id.clone(),
        by,
    };
    if crate::template::packs::find(&template.id).is_some() {
        return Err(taken(None));
    }
    if let Some(it) = before.iter().find(|it| it.template.id == template.id) {
        return Err(taken(Some(it.path.clone())));
    }
    Ok((template, text))
}
