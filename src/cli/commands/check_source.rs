//! What `pouxi check` looks at, and what it holds that against: drafts and files. Judges nothing.
#![expect(
    clippy::disallowed_methods,
    reason = "a folder is read where the command line names it"
)]

use std::fs;
use std::path::{Path, PathBuf};

use super::import;
use crate::check::{At, Finding, Others, Words, paragraphs};
use crate::cli::args::Check;
use crate::cli::cx::Cx;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::desk;
use crate::desk::import::Origin;
use crate::draft::{ChangeCause, Draft, Outline, Session};
use crate::import::container::may_hold_report;
use crate::store::StoreError;

/// What is checked: a draft, or the report in a file.
pub(super) struct Checked {
    pub(super) draft: Draft,
    /// Where its words stood, if it came from a file.
    pub(super) origin: Option<Origin>,
}

/// Reads what is to be checked: a draft of that name, else a file.
pub(super) fn take(
    cx: &Cx,
    words: &Check,
    fix: impl Fn(&Cx, &str) -> Result<Draft, Failure>,
) -> Result<Checked, Failure> {
    let name = &words.draft;
    let file = Path::new(name);
    let is_file = || name == "-" || file.is_file();
    match cx.find(name) {
        Ok(id) => Ok(Checked {
            draft: if words.fix {
                fix(cx, &id)?
            } else {
                cx.read(&id)?.recovered.draft
            },
            origin: None,
        }),
        Err(Failure::Store(StoreError::NotFound { .. })) if is_file() => {
            if words.fix {
                return Err(Failure::Usage {
                    what: say::fix_needs_draft(cx.lang),
                    hint: say::fix_needs_draft_hint(cx.lang),
                });
            }
            let source = import::read(cx, file)?.1;
            let text = {
                let may_ask = !words.json && name != "-";
                import::which_text(cx, words.text, may_ask, name, &source.titles())?
            };
            let imported = source.understand(text, None, &cx.kinds, cx.lang);
            let draft = draft_of(imported.outline);
            let origin = Origin::of(source.lines_of(text), &paragraphs(&draft));
            Ok(Checked {
                draft,
                origin: Some(origin),
            })
        }
        Err(Failure::Store(StoreError::NotFound { name })) => Err(Failure::NoDraftNoFile { name }),
        Err(failure) => Err(failure),
    }
}

fn draft_of(outline: Outline) -> Draft {
    let mut session = Session::new(Draft::default());
    let change = outline.into_change(session.draft(), ChangeCause::Import);
    let _committed = session
        .commit(change)
        .expect("an outline fits the empty draft it was turned into a change for");
    session.draft().clone()
}

/// Reads what the report is to be held against.
pub(super) fn others(
    cx: &Cx,
    words: &Check,
    lists: &Words,
    draft: &Draft,
) -> Result<Others, Failure> {
    let mut texts = Vec::new();
    for name in &words.against {
        let path = Path::new(name);
        match cx.find(name) {
            Ok(id) => {
                let other = cx.read(&id)?.recovered.draft;
                // A draft is not held against itself.
                if !other.same_content(draft) {
                    texts.push((other.title.clone(), desk::plain_text(&other)));
                }
            }
            Err(Failure::Store(StoreError::NotFound { .. })) if path.is_dir() => {
                for file in files_in(path)? {
                    match import::read(cx, &file) {
                        Ok((name, source)) => texts.push((name, source.words())),
                        Err(failure) => cx.complain(&failure),
                    }
                }
            }
            Err(Failure::Store(StoreError::NotFound { .. })) if path.is_file() => {
                let (name, source) = import::read(cx, path)?;
                texts.push((name, source.words()));
            }
            Err(Failure::Store(StoreError::NotFound { name })) => {
                return Err(Failure::NoDraftNoFile { name });
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(Others::of(lists, texts))
}

/// Returns the files of a folder that may hold a report, by name.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable = |source| Failure::Unreadable {
        path: folder.to_owned(),
        source,
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() && may_hold_report(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Returns the line of the file each finding is about, where there is one.
pub(super) fn line_numbers(checked: &Checked, findings: &[Finding]) -> Vec<Option<usize>> {
    let Some(origin) = &checked.origin else {
        return vec![None; findings.len()];
    };
    let paragraphs = paragraphs(&checked.draft);
    let line = |it: &Finding| {
        let At::Text(field, range) = &it.at else {
            return None;
        };
        let mut all = paragraphs.iter().enumerate();
        let (idx, paragraph, at) =
            all.find_map(|(idx, it)| Some((idx, it, it.offset(*field, range.start)?)))?;
        let before = paragraph.text.get(..at)?;
        let n_before = before.chars().filter(|it| !it.is_whitespace()).count();
        origin.line(idx, n_before)
    };
    findings.iter().map(line).collect()
}
