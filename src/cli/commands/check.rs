//! `pouxi check DRAFT|FILE`: what a careful reviewer would say. Changes nothing unless `--fix` asks for it.

use serde::Serialize;
use std::collections::BTreeMap;

use super::{check_source, rubric};
use crate::check::{Finding, Paragraph, Severity, Whole, Words, mend, paragraphs};
use crate::cli::args::{Check, FailOn};
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::desk;
use crate::desk::reviewing::{self, Counts, Standards};
use crate::desk::scoring;
use crate::draft::{Change, ChangeCause, Draft, Role};
use crate::locale::Lang;

/// The shape of `--json`.
#[derive(Serialize)]
struct Report<'a> {
    findings: Vec<Item<'a>>,
    counts: CountsItem,
    characters: usize,
    shares: BTreeMap<&'static str, f64>,
    silenced: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<rubric::Given<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    rule: &'static str,
    severity: Severity,
    place: String,
    line: Option<usize>,
    excerpt: &'a str,
    message: &'a str,
    fixable: bool,
}

#[derive(Serialize)]
struct CountsItem {
    error: usize,
    warn: usize,
    info: usize,
}

/// Checks a draft or a file. A file makes no draft.
pub(in crate::cli) fn run(cx: &Cx, words: &Check) -> Result<Exit, Failure> {
    // Before anything is mended or read: by what it is to be held against.
    let lists = cx.words()?;
    let rubric = rubric::read(cx, words.rubric.as_deref())?;
    let checked = check_source::take(cx, words, |cx, id| fix(cx, lists, id))?;
    let draft = &checked.draft;
    let others = check_source::others(cx, words, lists, draft)?;
    let standards = Standards {
        lang: cx.lang,
        words: lists,
        rubric: rubric.as_ref(),
    };
    let origin = checked.origin.as_ref();
    let found = reviewing::check(&standards, draft, origin, Some(&others));
    let (findings, silenced) = (found.told, found.silenced);
    let score = rubric.as_ref().zip(found.score.as_ref());
    let counts = Counts::of(&findings);
    let numbers = check_source::line_numbers(&checked, &findings);
    if words.json {
        let silenced = silenced.len();
        give_json(&Report {
            score: score.map(|(rubric, it)| rubric::points(cx.lang, rubric, it)),
            ..report(cx.lang, draft, &findings, &numbers, counts, silenced)
        })?;
    } else {
        let mut lines = lines(cx.lang, draft, &findings, &numbers, counts);
        if !silenced.is_empty() {
            lines.insert(lines.len() - 1, say::silenced(cx.lang, silenced.len()));
        }
        if let Some((rubric, score)) = score {
            let last = lines.pop();
            lines.push(String::new());
            lines.extend(scoring::lines(cx.lang, rubric, score));
            lines.push(String::new());
            lines.extend(last);
        }
        give_lines(lines.iter().map(String::as_str))?;
    }
    Ok(if is_at_least(&findings, words.fail_on) {
        Exit::Findings
    } else {
        Exit::Done
    })
}

fn is_at_least(findings: &[Finding], limit: FailOn) -> bool {
    let limit = match limit {
        FailOn::Error => Severity::Error,
        FailOn::Warn => Severity::Warn,
        FailOn::Info => Severity::Info,
        FailOn::Never => return false,
    };
    findings.iter().any(|it| it.severity >= limit)
}

/// Mends what can be mended and returns the draft after it.
fn fix(cx: &Cx, lists: &Words, id: &str) -> Result<Draft, Failure> {
    let mut n_mended = 0;
    let mended = cx.change(id, |draft| {
        let (edits, n_fixes) = mend(&reviewing::rulebook(cx.lang, lists, draft), draft);
        n_mended = n_fixes;
        (n_fixes > 0).then_some(Change {
            cause: ChangeCause::Replace,
            edits,
        })
    })?;
    remark(&say::mended(cx.lang, n_mended));
    Ok(mended)
}

fn report<'a>(
    lang: Lang,
    draft: &'a Draft,
    findings: &'a [Finding],
    numbers: &[Option<usize>],
    counts: Counts,
    silenced: usize,
) -> Report<'a> {
    let items = findings.iter().zip(numbers).map(|(it, line)| Item {
        rule: it.rule,
        severity: it.severity,
        place: reviewing::place_of(lang, draft, &it.at),
        line: *line,
        excerpt: it.excerpt(draft),
        message: &it.message,
        fixable: it.fix.is_some(),
    });
    Report {
        findings: items.collect(),
        counts: CountsItem {
            error: counts.error,
            warn: counts.warn,
            info: counts.info,
        },
        characters: desk::characters(draft),
        shares: shares(draft),
        silenced,
        score: None,
    }
}

/// Returns the share of each role in the words of the report, rounded to thousandths.
fn shares(draft: &Draft) -> BTreeMap<&'static str, f64> {
    let paragraphs = paragraphs(draft);
    let mut sums: BTreeMap<&'static str, usize> = BTreeMap::new();
    for it in &paragraphs {
        if let Some(role) = Whole::role_of(it.kind) {
            *sums.entry(name(role)).or_default() += it.characters();
        }
    }
    let all: usize = paragraphs.iter().map(Paragraph::characters).sum();
    let share = |part: usize| {
        let thousandths = (part * 1000 + all / 2) / all.max(1);
        u32::try_from(thousandths).map_or(1.0, |it| f64::from(it) / 1000.0)
    };
    sums.into_iter()
        .map(|(role, it)| (role, share(it)))
        .collect()
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Opening => "opening",
        Role::FollowUp => "follow_up",
        Role::Dimensions => "dimensions",
        Role::Case => "case",
        Role::Causes => "causes",
        Role::Measures => "measures",
        Role::Closing => "closing",
        Role::Text => "text",
    }
}

fn lines(
    lang: Lang,
    draft: &Draft,
    findings: &[Finding],
    numbers: &[Option<usize>],
    counts: Counts,
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut severity = None;
    for (it, line) in findings.iter().zip(numbers) {
        if severity != Some(it.severity) {
            if severity.is_some() {
                lines.push(String::new());
            }
            lines.push(it.severity.say(lang));
            severity = Some(it.severity);
        }
        let place = reviewing::place_of(lang, draft, &it.at);
        let place = line.map_or_else(|| place.clone(), |it| say::on_line(lang, it, &place));
        lines.push(say::finding(lang, &place, it.rule));
        lines.push(format!("    {}", it.message));
        let excerpt = reviewing::shorten(it.excerpt(draft));
        if !excerpt.is_empty() {
            lines.push(format!("    > {excerpt}"));
        }
    }
    if findings.is_empty() {
        lines.push(say::no_findings(lang));
    } else {
        lines.push(String::new());
        lines.push(say::finding_counts(
            lang,
            counts.error,
            counts.warn,
            counts.info,
        ));
    }
    lines.push(say::cannot_judge(lang));
    lines
}
