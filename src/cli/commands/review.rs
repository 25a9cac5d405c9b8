//! `pouxi review FOLDER`: what many reports lack and which resemble each other, for somebody who receives them.

use std::io;
use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use super::list::columns;
use super::rubric;
use crate::check::rubric::{Rubric, messages as rubric_say};
use crate::cli::args::{FailOn, Review};
use crate::cli::ask;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::desk::batch::{
    Alike, Origin, Pair, Progress, Report, Reviewed, Row, Skipped, messages as batch_say, page,
    reports_in, review,
};
use crate::desk::reviewing::{Standards, shorten};
use crate::desk::scoring;
use crate::draft::Role;
use crate::locale::Lang;
use crate::store::{StoreError, atomic};

/// The most pairs a person is shown with their sentences; `--html` and `--json` have more.
const SHOWN_PAIRS: usize = 20;

/// The most sentences of a pair a person is shown.
const SHOWN_SENTENCES: usize = 3;

/// The shape of `--json`.
#[derive(Serialize)]
struct Shape<'a> {
    documents: Vec<DocumentItem<'a>>,
    pairs: Vec<PairItem<'a>>,
    skipped: Vec<SkippedItem<'a>>,
}

#[derive(Serialize)]
struct DocumentItem<'a> {
    name: &'a str,
    draft: bool,
    title: &'a str,
    template: &'a str,
    characters: usize,
    parts: Parts<'a>,
    counts: CountsItem,
    rules: Vec<RuleItem>,
    alike: Option<Nearest<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<rubric::Given<'a>>,
}

#[derive(Serialize)]
struct Parts<'a> {
    present: &'a [Role],
    missing: &'a [Role],
}

#[derive(Serialize)]
struct CountsItem {
    error: usize,
    warn: usize,
    info: usize,
}

#[derive(Serialize)]
struct RuleItem {
    rule: &'static str,
    findings: usize,
}

#[derive(Serialize)]
struct Nearest<'a> {
    with: &'a str,
    percent: usize,
}

#[derive(Serialize)]
struct PairItem<'a> {
    one: &'a str,
    other: &'a str,
    percent: usize,
    sentences: Vec<SentenceItem<'a>>,
}

#[derive(Serialize)]
struct SentenceItem<'a> {
    one: &'a str,
    other: &'a str,
    percent: usize,
}

#[derive(Serialize)]
struct SkippedItem<'a> {
    name: &'a str,
    reason: &'a str,
}

/// Reviews a folder.
pub(in crate::cli) fn run(cx: &Cx, words: &Review) -> Result<Exit, Failure> {
    if let Some(path) = &words.html
        && path.exists()
        && !words.force
    {
        return Err(Failure::Exists(path.clone()));
    }
    let lists = cx.words()?;
    let rubric = rubric::read(cx, words.rubric.as_deref())?;
    let (reports, left_out) = reports(cx, words)?;
    let bar = bar(words.json);
    let standards = Standards {
        lang: cx.lang,
        words: lists,
        rubric: rubric.as_ref(),
    };
    let mut reviewed = review(&standards, &cx.kinds, &reports, &|it| {
        tell(cx.lang, &bar, it);
    });
    bar.finish_and_clear();
    reviewed.skip(left_out);
    if let Some(path) = &words.html {
        keep(
            path,
            &page(cx.lang, &reviewed, rubric.as_ref()),
            words.force,
        )?;
    }
    if words.json {
        give_json(&shape(cx.lang, rubric.as_ref(), &reviewed))?;
    } else {
        let lines = lines(cx.lang, rubric.as_ref(), &reviewed);
        give_lines(lines.iter().map(String::as_str))?;
        if let Some(path) = &words.html {
            remark(&say::page_kept(cx.lang, &path.display().to_string()));
        }
    }
    Ok(if is_at_least(&reviewed, words.fail_on) {
        Exit::Findings
    } else {
        Exit::Done
    })
}

/// Returns what is to be reviewed: the files of the folder, unless it is the data folder; and the drafts, if it is or
/// they are asked for.
fn reports(cx: &Cx, words: &Review) -> Result<(Vec<Report>, Vec<Skipped>), Failure> {
    let unreadable = |source: io::Error| Failure::Unreadable {
        path: words.folder.clone(),
        source,
    };
    let folder = words.folder.canonicalize().map_err(unreadable)?;
    if !folder.is_dir() {
        let name = words.folder.display().to_string();
        return Err(Failure::Usage {
            what: say::file_for_folder(cx.lang, &name),
            hint: say::file_for_folder_hint(cx.lang, &name),
        });
    }
    let is_home = (cx.home.root().canonicalize()).is_ok_and(|it| it == folder);
    let (mut reports, left_out) = if is_home {
        (Vec::new(), Vec::new())
    } else {
        reports_in(cx.lang, &folder).map_err(unreadable)?
    };
    if is_home || words.drafts {
        reports.extend(cx.drafts()?.into_iter().map(|it| Report {
            origin: Origin::Draft(cx.home.folder(&it.id)),
            name: it.id,
        }));
    }
    Ok((reports, left_out))
}

/// Keeps the page for reading.
fn keep(path: &Path, page: &str, force: bool) -> Result<(), Failure> {
    atomic::deliver(path, page.as_bytes(), force).map_err(|it| match it {
        StoreError::Io { source, path, .. } if source.kind() == io::ErrorKind::AlreadyExists => {
            Failure::Exists(path)
        }
        other => Failure::Store(other),
    })
}

/// Returns a bar that is drawn on a terminal only.
fn bar(is_quiet: bool) -> ProgressBar {
    let target = if is_quiet {
        ProgressDrawTarget::hidden()
    } else {
        ProgressDrawTarget::term(ask::stderr(), 5)
    };
    let style = ProgressStyle::with_template("{msg} {pos}/{len} [{bar:20}] {eta}")
        .expect("the template is a constant")
        .progress_chars("##-");
    ProgressBar::with_draw_target(Some(0), target).with_style(style)
}

fn tell(lang: Lang, bar: &ProgressBar, progress: Progress) {
    let (message, length) = match progress {
        Progress::Reading(n) => (say::reading(lang), n),
        Progress::Comparing(n) => (say::comparing(lang), n),
        Progress::One => return bar.inc(1),
    };
    bar.reset();
    bar.set_length(length as u64);
    bar.set_message(message);
}

fn is_at_least(reviewed: &Reviewed, limit: FailOn) -> bool {
    reviewed.rows.iter().any(|row| {
        let counts = row.counts;
        match limit {
            FailOn::Error => counts.error > 0,
            FailOn::Warn => counts.error + counts.warn > 0,
            FailOn::Info => counts.error + counts.warn + counts.info > 0,
            FailOn::Never => false,
        }
    })
}

fn name(reviewed: &Reviewed, row: usize) -> &str {
    reviewed.rows.get(row).map_or("", |it| &it.name)
}

fn shape<'a>(lang: Lang, rubric: Option<&'a Rubric>, reviewed: &'a Reviewed) -> Shape<'a> {
    let documents = reviewed.rows.iter().map(|it| DocumentItem {
        score: (rubric.zip(it.score.as_ref()))
            .map(|(rubric, score)| rubric::points(lang, rubric, score)),
        ..document(reviewed, it)
    });
    let pairs = reviewed.pairs.iter().map(|it| pair_item(reviewed, it));
    let skipped = reviewed.skipped.iter().map(|it| SkippedItem {
        name: &it.name,
        reason: &it.reason,
    });
    Shape {
        documents: documents.collect(),
        pairs: pairs.collect(),
        skipped: skipped.collect(),
    }
}

fn document<'a>(reviewed: &'a Reviewed, row: &'a Row) -> DocumentItem<'a> {
    DocumentItem {
        name: &row.name,
        draft: row.is_draft,
        title: &row.title,
        template: &row.template,
        characters: row.characters,
        parts: Parts {
            present: &row.present,
            missing: &row.missing,
        },
        counts: CountsItem {
            error: row.counts.error,
            warn: row.counts.warn,
            info: row.counts.info,
        },
        rules: row
            .rules
            .iter()
            .map(|(rule, findings)| RuleItem {
                rule,
                findings: *findings,
            })
            .collect(),
        alike: row.nearest.map(|it| Nearest {
            with: name(reviewed, it.row),
            percent: it.percent,
        }),
        score: None,
    }
}

fn pair_item<'a>(reviewed: &'a Reviewed, pair: &'a Pair) -> PairItem<'a> {
    let sentence = |it: &'a Alike| SentenceItem {
        one: &it.one,
        other: &it.other,
        percent: it.percent,
    };
    PairItem {
        one: name(reviewed, pair.one),
        other: name(reviewed, pair.other),
        percent: pair.percent,
        sentences: pair.sentences.iter().map(sentence).collect(),
    }
}

fn lines(lang: Lang, rubric: Option<&Rubric>, reviewed: &Reviewed) -> Vec<String> {
    let mut lines = Vec::new();
    if reviewed.rows.is_empty() {
        lines.push(say::nothing_to_review(lang));
    } else {
        lines.extend(table(lang, rubric.is_some(), reviewed));
        if let Some(it) = rubric {
            lines.push(batch_say::scored_by(
                lang,
                &it.name,
                &scoring::mark(lang, it),
            ));
        }
    }
    pairs(lang, reviewed, &mut lines);
    if !reviewed.skipped.is_empty() {
        lines.push(String::new());
        let n = reviewed.skipped.len();
        lines.push(batch_say::skipped_heading(lang, n));
        let skipped = reviewed.skipped.iter();
        lines.extend(
            skipped.map(|it| format!("  {}", batch_say::skipped(lang, &it.name, &it.reason))),
        );
    }
    if !reviewed.rows.is_empty() {
        lines.push(String::new());
        lines.push(say::cannot_judge(lang));
    }
    lines
}

fn table(lang: Lang, is_scored: bool, reviewed: &Reviewed) -> Vec<String> {
    let score = |words: String| is_scored.then_some(words);
    let head = [
        Some(batch_say::head_name(lang)),
        Some(batch_say::head_characters(lang)),
        Some(batch_say::head_parts(lang)),
        Some(batch_say::head_error(lang)),
        Some(batch_say::head_warn(lang)),
        Some(batch_say::head_info(lang)),
        score(rubric_say::head_score(lang)),
        Some(batch_say::head_nearest(lang)),
        Some(batch_say::head_title(lang)),
    ];
    let row = |row: &Row| {
        let nearest = row
            .nearest
            .map(|it| format!("{}% {}", it.percent, name(reviewed, it.row)));
        [
            Some(row.name.clone()),
            Some(row.characters.to_string()),
            Some(row.say_parts(lang)),
            Some(row.counts.error.to_string()),
            Some(row.counts.warn.to_string()),
            Some(row.counts.info.to_string()),
            score(row.score.as_ref().map(scoring::brief).unwrap_or_default()),
            Some(nearest.unwrap_or_default()),
            Some(row.say_title(lang)),
        ]
    };
    let rows: Vec<Vec<String>> = std::iter::once(head)
        .chain(reviewed.rows.iter().map(row))
        .map(|it| it.into_iter().flatten().collect())
        .collect();
    columns(&rows)
}

fn pairs(lang: Lang, reviewed: &Reviewed, lines: &mut Vec<String>) {
    if reviewed.pairs.is_empty() {
        return;
    }
    lines.push(String::new());
    lines.push(batch_say::pairs_heading(lang, reviewed.pairs.len()));
    for pair in reviewed.pairs.iter().take(SHOWN_PAIRS) {
        let (one, other) = (name(reviewed, pair.one), name(reviewed, pair.other));
        let line = batch_say::pair(lang, one, other, pair.percent);
        lines.push(format!("  {line}"));
        for it in pair.sentences.iter().take(SHOWN_SENTENCES) {
            if it.one == it.other {
                lines.push(format!("    = {}", shorten(&it.one)));
                continue;
            }
            lines.push(format!("    < {}", shorten(&it.one)));
            lines.push(format!("    > {}", shorten(&it.other)));
        }
    }
    let n_more = reviewed.pairs.len().saturating_sub(SHOWN_PAIRS);
    if n_more > 0 {
        lines.push(format!("  {}", say::more_pairs(lang, n_more)));
    }
    lines.push(batch_say::pairs_note(lang));
}
