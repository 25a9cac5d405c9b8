//! `pouxi new`: a new draft from a template, an earlier draft, an answer file, or all of them.
#![expect(
    clippy::disallowed_methods,
    reason = "an answer file is read where the command line names it"
)]

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::Serialize;

use super::{import, rename, start};
use crate::cli::args::New;
use crate::cli::cx::Cx;
use crate::cli::encoding;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::desk;
use crate::desk::kinds::text_of;
use crate::draft::{ChangeCause, Draft, Outline};
use crate::import::Remark;
use crate::import::answers::{self, Answers};
use crate::locale::Lang;
use crate::sitting::start::Start;
use crate::store::StoreError;
use crate::template::nearest::nearest;
use crate::template::{self, Template};
use crate::wizard;

/// What came of it, in the shape of `--json`.
#[derive(Serialize)]
struct Made<'a> {
    draft: &'a str,
    remarks: Vec<Remarked>,
}

#[derive(Serialize)]
struct Remarked {
    line: usize,
    message: String,
}

/// Begins a new report: on the screen, or without asking anything.
pub(in crate::cli) fn run(cx: &Cx, words: New) -> Result<Exit, Failure> {
    let template = words.template.as_deref();
    let template = template.map(|it| template_named(cx, it)).transpose()?;
    let title = words.title.as_deref();
    let title = title.map(|it| rename::checked(cx.lang, it)).transpose()?;
    if !words.no_ui {
        start::need_terminal(cx)?;
        if words.from.is_none() && words.answers.is_none() {
            let (template, title) = (words.template, words.title);
            return start::open(cx, Start::New { template, title });
        }
    }
    let file = words.answers.as_deref().map(|it| read_answers(cx, it));
    let (name, answers) = file.transpose()?.unzip();
    let earlier = words.from.as_deref().map(|it| earlier_named(cx, it));
    let earlier = earlier.transpose()?;
    let cause = if answers.is_some() {
        ChangeCause::Import
    } else {
        ChangeCause::Template
    };
    let (outline, remarks) = outline_of(cx.lang, template, title, earlier.as_ref(), answers);
    let (owner, time) = (environment::owner(), environment::now());
    let (id, _, folder) = desk::create(&cx.home, &owner, outline, cause, time)?;
    drop(folder);
    for it in &remarks {
        let name = name.as_deref().unwrap_or_default();
        let what = it.notice.say(cx.lang);
        remark(&say::at_line(cx.lang, name, it.line, &what));
    }
    if words.no_ui {
        give_id(cx, &id, &remarks, words.json)?;
        Ok(Exit::Done)
    } else {
        start::open(cx, Start::Draft(id))
    }
}

/// Returns the earlier report and its id: a draft, or else a file, which becomes a draft first so that its words stay
/// at hand.
fn earlier_named(cx: &Cx, name: &str) -> Result<(String, Draft), Failure> {
    match cx.read(name) {
        Err(Failure::Store(StoreError::NotFound { .. })) if Path::new(name).is_file() => {
            let (id, draft) = import::whole_file(cx, Path::new(name))?;
            remark(&say::earlier_imported(cx.lang, &id));
            Ok((id, draft))
        }
        Err(Failure::Store(StoreError::NotFound { name })) => Err(Failure::NoDraftNoFile { name }),
        other => other.map(|it| (it.id, it.recovered.draft)),
    }
}

/// Writes the id of a draft just made.
pub(super) fn give_id(cx: &Cx, id: &str, remarks: &[Remark], as_json: bool) -> Result<(), Failure> {
    if !as_json {
        return give_lines([id]);
    }
    let remarks = remarks.iter().map(|it| Remarked {
        line: it.line,
        message: it.notice.say(cx.lang),
    });
    give_json(&Made {
        draft: id,
        remarks: remarks.collect(),
    })
}

/// Returns the template of that id.
pub(super) fn template_named(cx: &Cx, id: &str) -> Result<&'static Template, Failure> {
    template::find(id).ok_or_else(|| Failure::NoTemplate {
        id: id.to_owned(),
        nearest: nearest(id, cx.kinds.all().map(|it| it.id.as_str())).map(str::to_owned),
    })
}

/// The most a file made for us holds, in bytes; `/dev/zero` has no end at all.
const MOST: u64 = 64 << 20;

/// Reads a file made for us that the command line names; `-` is standard input. Returns what to call it as well.
pub(super) fn read_file(cx: &Cx, path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let (name, bytes) = read_up_to(cx, path, MOST)?;
    if bytes.len() as u64 > MOST {
        return Err(Failure::Unreadable {
            path: path.to_owned(),
            source: io::ErrorKind::FileTooLarge.into(),
        });
    }
    Ok((name, bytes))
}

/// Reads a text made for us that the command line names, in any of the encodings of offices. Returns what to call it as
/// well.
pub(super) fn read_text(cx: &Cx, path: &Path) -> Result<(String, String), Failure> {
    let (name, bytes) = read_file(cx, path)?;
    text_in(name, &bytes)
}

/// Returns the text of a file, and what to call it, as it was given.
pub(super) fn text_in(name: String, bytes: &[u8]) -> Result<(String, String), Failure> {
    let text = text_of(bytes);
    // No text holds a NUL; a line for each of its faults would say nothing.
    if text.contains('\0') {
        return Err(Failure::NoWords { name });
    }
    Ok((name, text))
}

/// Reads at most one byte more than `most` of a file that the command line names; `-` is standard input. Returns what
/// to call it as well.
pub(super) fn read_up_to(cx: &Cx, path: &Path, most: u64) -> Result<(String, Vec<u8>), Failure> {
    let unreadable = |source| Failure::Unreadable {
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        let mut from = io::stdin().lock().take(most + 1);
        from.read_to_end(&mut bytes).map_err(unreadable)?;
        return Ok((
            say::standard_input(cx.lang),
            encoding::read(&io::stdin(), bytes),
        ));
    }
    let file = File::open(path).map_err(unreadable)?;
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok((path.display().to_string(), bytes))
}

fn read_answers(cx: &Cx, path: &Path) -> Result<(String, Answers), Failure> {
    let (name, bytes) = read_file(cx, path)?;
    let answers = answers_in(&name, &bytes)?;
    Ok((name, answers))
}

/// Reads the bytes of an answer file of that name.
pub(super) fn answers_in(name: &str, bytes: &[u8]) -> Result<Answers, Failure> {
    answers::read(bytes).map_err(|errors| Failure::Answers {
        name: name.to_owned(),
        errors,
    })
}

/// Returns the outline of a new report. What is said nearer to the writer wins: the command line over the answer
/// file, the answer file over the earlier draft, and that over the template.
pub(super) fn outline_of(
    lang: Lang,
    template: Option<&'static Template>,
    title: Option<&str>,
    earlier: Option<&(String, Draft)>,
    answers: Option<Answers>,
) -> (Outline, Vec<Remark>) {
    let answers = answers.unwrap_or_default();
    let template = template
        .or(answers.template)
        .or_else(|| earlier.map(|(_, it)| newest_like(it)))
        .unwrap_or_else(|| usual_template(lang));
    let year = wizard::year_of(template, environment::this_year());
    let empty = match earlier {
        Some((id, draft)) => wizard::carry_over(template, year, id, draft),
        None => wizard::outline_of(template, year, Vec::new()),
    };
    let (mut outline, remarks) = answers.fill(empty);
    if let Some(title) = title {
        title.clone_into(&mut outline.title);
    }
    (outline, remarks)
}

/// Returns the newest template of the kind an earlier draft was written to.
fn newest_like(draft: &Draft) -> &'static Template {
    let known = desk::template_of(draft);
    let mut same_kind = template::built_in().iter().copied().filter(|it| {
        it.occasion == known.occasion
            && it.audience == known.audience
            && it.language == known.language
    });
    same_kind.next().unwrap_or(known)
}

/// Returns the template that is taken where none is named: the first one in the language of the interface.
fn usual_template(lang: Lang) -> &'static Template {
    let mut same_language = template::built_in()
        .iter()
        .copied()
        .filter(|it| it.lang() == lang);
    same_language
        .next()
        .expect("there are templates in both languages, by a test")
}
