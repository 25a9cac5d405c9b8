//! Foreign texts, understood: the seed, texts of every form, round trips, and that nothing is ever lost.

mod golden;
mod markdown;
mod properties;
mod round;
mod seed;
mod several;
mod shape;

use std::collections::{BTreeMap, BTreeSet};

use pouxi::draft::{Outline, OutlineCause, OutlineDimension, OutlineMeasure, PassageKind};
use pouxi::import::Line;
use pouxi::import::form::{Imported, TemplateChoice, understand};
use pouxi::locale::Lang;
use pouxi::template::built_in;

/// Returns the lines of a plain text.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let lines = text.lines().enumerate().map(|(idx, text)| Line {
        number: idx + 1,
        text: text.to_owned(),
        ..Line::default()
    });
    lines.collect()
}

/// Understands lines by the built-in template that fits best.
pub(crate) fn read(lines: &[Line]) -> Imported {
    understand(lines, &TemplateChoice::Best(built_in().to_vec()), Lang::Zh)
}

/// Counts the characters of a text that are not white space, each by itself.
fn census<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for it in texts.into_iter().flat_map(str::chars) {
        if !it.is_whitespace() {
            *counts.entry(it).or_insert(0) += 1;
        }
    }
    counts
}

/// Returns every text of an outline.
fn texts(outline: &Outline) -> Vec<&str> {
    fn body(body: &[(PassageKind, String)]) -> impl Iterator<Item = &str> {
        body.iter().map(|it| it.1.as_str())
    }
    let mut all: Vec<&str> = vec![&outline.title];
    all.extend(outline.bylines.iter().map(String::as_str));
    all.extend(
        outline
            .sections
            .iter()
            .flat_map(|it| [it.title.as_str(), &it.text]),
    );
    for OutlineDimension {
        title,
        lead_in,
        statement,
        problems,
        ..
    } in &outline.dimensions
    {
        all.extend([title.as_str(), lead_in, statement]);
        for it in problems {
            all.push(&it.headline);
            all.extend(body(&it.body));
        }
    }
    for it in &outline.follow_ups {
        all.extend([it.problem.as_str(), &it.measure, &it.evidence]);
    }
    for OutlineCause {
        headline,
        body: passages,
        ..
    } in &outline.causes
    {
        all.push(headline);
        all.extend(body(passages));
    }
    for OutlineMeasure {
        headline,
        body: passages,
        owner,
        due,
        evidence,
        ..
    } in &outline.measures
    {
        all.extend([headline.as_str(), owner, due, evidence]);
        all.extend(body(passages));
    }
    all.extend(outline.set_aside.iter().map(|it| it.1.as_str()));
    all
}

/// Returns a text without white space.
fn squeezed(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

/// Asserts that the words of every line of the report follow each other in the source as they do there, but for lines
/// that were set aside from between them.
fn check_order(lines: &[Line], imported: &Imported) -> Result<(), String> {
    let aside: BTreeSet<String> = (imported.outline.set_aside.iter())
        .flat_map(|it| it.1.lines().map(squeezed))
        .collect();
    let whole: Vec<String> = lines.iter().map(|it| squeezed(&it.text)).collect();
    let rest: Vec<&str> = (whole.iter().filter(|it| !aside.contains(*it)))
        .map(String::as_str)
        .collect();
    let sources = [whole.concat(), rest.concat()];
    let mut at = 0;
    let marks = imported.marks.iter().map(String::as_str);
    for text in texts(&imported.outline).into_iter().chain(marks) {
        for line in text.lines().map(squeezed) {
            // Most lines stand behind the one before: that spares the search.
            let behind = sources[0].get(at..).and_then(|it| it.find(&line));
            let place = behind.map(|it| it + at).or_else(|| sources[0].find(&line));
            at = place.map_or(at, |it| it + line.len());
            if place.is_none() && !sources[1].contains(&line) {
                return Err(format!("not in this order in the source: {line:?}"));
            }
        }
    }
    Ok(())
}

/// Asserts that the account is right, that no character is there that was not in the source, and that what is missing
/// is as much as the ordinals and labels that the account counts as placed.
#[track_caller]
fn check_nothing_lost(lines: &[Line], imported: &Imported) -> Result<(), String> {
    let account = imported.account;
    let source = census(lines.iter().map(|it| it.text.as_str()));
    let n_source: usize = lines.iter().map(Line::characters).sum();
    let n_aside: usize = census(imported.outline.set_aside.iter().map(|it| it.1.as_str()))
        .values()
        .sum();
    if account.source != n_source
        || account.unplaced != n_aside
        || account.placed + n_aside != n_source
    {
        return Err(format!(
            "{account:?}, but {n_source} came and {n_aside} lie aside"
        ));
    }
    let n_remarks = imported
        .remarks
        .iter()
        .filter(|it| matches!(it.notice, pouxi::import::Notice::SetAside { .. }))
        .count();
    if n_remarks != imported.outline.set_aside.len() {
        return Err(format!(
            "{n_remarks} remarks about {} texts",
            imported.outline.set_aside.len()
        ));
    }
    // Every character of the source is in the report or in a mark, and nothing else is.
    let kept = texts(&imported.outline)
        .into_iter()
        .chain(imported.marks.iter().map(String::as_str));
    let kept = census(kept);
    if kept != source {
        let all = source.keys().chain(kept.keys());
        let wrong: Vec<_> = all.filter(|it| source.get(it) != kept.get(it)).collect();
        return Err(format!("not as often as in the source: {wrong:?}"));
    }
    check_order(lines, imported)?;
    // A mark is an ordinal, a label, or a heading that stands there once more.
    let titles: BTreeSet<&str> = imported
        .outline
        .sections
        .iter()
        .map(|it| it.title.trim_end_matches(['：', ':']))
        .collect();
    for mark in &imported.marks {
        let is_heading = titles.contains(mark.trim_end_matches(['：', ':']));
        if mark.chars().count() > 12 && !is_heading && !mark.starts_with("上年度") {
            return Err(format!("no mark: {mark:?}"));
        }
    }
    Ok(())
}
