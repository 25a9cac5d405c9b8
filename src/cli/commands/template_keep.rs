//! `pouxi template new` and `add`: templates of the writer's own, into the data folder.

use std::path::PathBuf;

use serde::Serialize;

use super::new;
use crate::cli::args::{TemplateAdd, TemplateNew};
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines};
use crate::desk::kinds;
use crate::locale::Lang;
use crate::store::StoreError;
use crate::template::{self, Template};

/// A template that was kept, in the shape of `--json`.
#[derive(Serialize)]
struct Kept<'a> {
    template: &'a str,
    path: String,
}

/// Makes a template of the writer's own from another one.
pub(in crate::cli) fn new(cx: &Cx, words: &TemplateNew) -> Result<Exit, Failure> {
    let general = match cx.lang {
        Lang::Zh => "self-review-zh",
        Lang::En => "self-review-en",
    };
    let base = new::template_named(cx, words.from.as_deref().unwrap_or(general))?;
    let mut template = Template {
        id: words.id.clone(),
        version: 1,
        ..base.clone()
    };
    if let Some(name) = &words.name {
        template.name.clone_from(name);
    }
    // The id and the name came from the command line: they are read as a file's would be, but there is no line to name.
    let text = template::to_toml(&template);
    if let Err(errors) = template::check(&text) {
        let what = (errors.iter()).map(|it| format!("{}: {}", it.key, it.fault.say(cx.lang)));
        return Err(Failure::Usage {
            what: what.collect::<Vec<_>>().join("\n"),
            hint: say::see_help(cx.lang, "pouxi template new"),
        });
    }
    let path = take_in(cx, &words.id, &text, false)?;
    tell(cx, &template.id, &path, words.json)
}

/// Takes in a template file.
pub(in crate::cli) fn add(cx: &Cx, words: &TemplateAdd) -> Result<Exit, Failure> {
    let (name, text) = new::read_text(cx, &words.file)?;
    let id = template::check(&text).map(|it| it.id).unwrap_or_default();
    let path = take_in(cx, &name, &text, words.force)?;
    tell(cx, &id, &path, words.json)
}

/// Keeps the text of a template, if it is one and its id is free. `name` is what to call the text in errors.
pub(super) fn take_in(
    cx: &Cx,
    name: &str,
    text: &str,
    overwrite: bool,
) -> Result<PathBuf, Failure> {
    let template = template::check(text).map_err(|errors| Failure::TemplateFaults {
        name: name.to_owned(),
        errors,
    })?;
    let id = template.id.clone();
    if template::packs::find(&id).is_some() {
        return Err(Failure::TemplateIdBuiltIn { id });
    }
    kinds::keep(&cx.home, template, text, overwrite).map_err(|error| match error {
        StoreError::Io { path, source, .. }
            if source.kind() == std::io::ErrorKind::AlreadyExists =>
        {
            Failure::Exists(path)
        }
        other => Failure::Store(other),
    })
}

/// Says what was kept and where.
fn tell(cx: &Cx, id: &str, path: &std::path::Path, as_json: bool) -> Result<Exit, Failure> {
    let path = path.display().to_string();
    if as_json {
        give_json(&Kept { template: id, path })?;
    } else {
        give_lines([say::template_kept(cx.lang, id, &path).as_str()])?;
    }
    Ok(Exit::Done)
}
