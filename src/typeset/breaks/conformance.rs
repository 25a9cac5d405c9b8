//! Unicode's own cases for line breaking, and the list of those that we answer differently.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::*;

const CASES: &str = include_str!("../../../tests/fixtures/unicode/LineBreakTest-17.0.0.txt");
const TAILORED: &str = include_str!("../../../tests/fixtures/unicode/tailored.txt");

/// Writes a text as the cases do: `÷` where a line may break, `×` where it may not.
fn drawn(text: &str) -> String {
    let mut breaks = Breaks::start();
    let mut drawn = String::new();
    for (at, char) in text.char_indices() {
        let (_, rest) = text.split_at(at + char.len_utf8());
        let (place, _) = breaks.push(char, rest);
        let sign = if place == Place::Allowed { '÷' } else { '×' };
        write!(drawn, "{sign} {:04X} ", u32::from(char)).unwrap();
    }
    drawn.push('÷');
    drawn
}

/// Reads the text of a case.
fn text(case: &str) -> String {
    case.split_whitespace()
        .filter_map(|it| u32::from_str_radix(it, 16).ok())
        .filter_map(char::from_u32)
        .collect()
}

/// Returns the lines of a file but for its comments.
fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines()
        .map(str::trim)
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
}

/// Returns the cases that we answer differently, each with our answer.
fn differing() -> BTreeSet<String> {
    let differs = |case: &str| {
        let drawn = drawn(&text(case));
        (drawn != case).then(|| format!("{case} | {drawn}"))
    };
    lines(CASES).filter_map(differs).collect()
}

#[test]
fn no_case_is_left_out() {
    let told = CASES
        .lines()
        .find_map(|it| it.strip_prefix("# Lines: "))
        .unwrap();
    assert_eq!(lines(CASES).count(), told.parse::<usize>().unwrap());
}

#[test]
fn every_case_passes_but_those_named_as_tailored() {
    let named: BTreeSet<String> = lines(TAILORED)
        .filter(|it| !it.starts_with('['))
        .map(str::to_owned)
        .collect();
    let differing = differing();
    let unnamed: Vec<&String> = differing.difference(&named).collect();
    let idle: Vec<&String> = named.difference(&differing).collect();
    assert!(
        unnamed.is_empty(),
        "differ without being named: {unnamed:#?}"
    );
    assert!(
        idle.is_empty(),
        "named, but they pass or are no cases: {idle:#?}"
    );
}

#[test]
fn every_difference_has_the_reason_of_its_group() {
    let mut reason: Vec<&str> = Vec::new();
    for line in lines(TAILORED) {
        if let Some((signs, why)) = line.strip_prefix('[').and_then(|it| it.split_once(']')) {
            reason = signs.split(' ').collect();
            assert!(!why.trim().is_empty());
            continue;
        }
        let (theirs, ours) = line.split_once(" | ").unwrap();
        let (theirs, ours): (Vec<&str>, Vec<&str>) =
            (theirs.split(' ').collect(), ours.split(' ').collect());
        assert_eq!(theirs.len(), ours.len());
        for index in (0..theirs.len()).filter(|it| theirs[*it] != ours[*it]) {
            let left = theirs
                .iter()
                .take(index)
                .rfind(|it| !matches!(**it, "÷" | "×" | "0020"));
            let beside = [left, theirs.get(index + 1)];
            assert!(
                beside.iter().flatten().any(|it| reason.contains(it)),
                "{line}"
            );
        }
    }
}
