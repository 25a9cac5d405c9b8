//! `pouxi path`

use serde::Serialize;

use crate::cli::args::Path;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::talk::{give_json, give_lines};
use crate::settings;

/// The shape of `--json`.
#[derive(Serialize)]
struct Paths {
    home: String,
    drafts: String,
    trash: String,
    exports: String,
    settings: String,
}

/// Tells where the drafts are kept, whether there are any or not.
pub(in crate::cli) fn run(cx: &Cx, words: &Path) -> Result<Exit, Failure> {
    let root = cx.home.root();
    if words.json {
        let folder = |name: &str| root.join(name).display().to_string();
        give_json(&Paths {
            home: root.display().to_string(),
            drafts: folder("drafts"),
            trash: folder("trash"),
            exports: folder("exports"),
            settings: folder(settings::FILE),
        })?;
    } else {
        give_lines([root.display().to_string().as_str()])?;
    }
    Ok(Exit::Done)
}
