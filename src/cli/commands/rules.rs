//! `pouxi rules` and `pouxi explain RULE`: what is checked, and why.

use serde::Serialize;

use crate::check::{RULES, Rule, Severity, WordList, rule_named};
use crate::cli::args::{Explain, Rules};
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines};
use crate::desk::reviewing::explanation;
use crate::locale::Lang;

use super::list::columns;

/// A rule in the shape of `--json`.
#[derive(Serialize)]
struct Item {
    rule: &'static str,
    severity: Severity,
    on: bool,
    summary: String,
}

/// Lists the rules.
pub(in crate::cli) fn list(cx: &Cx, words: &Rules) -> Result<Exit, Failure> {
    if let Some(list) = words.words.as_deref().and_then(WordList::named) {
        let lines: Vec<String> = cx.words()?.lines(list).collect();
        give_lines(lines.iter().map(String::as_str))?;
    } else if words.json {
        let items: Vec<Item> = RULES.iter().map(|it| item(cx.lang, it)).collect();
        give_json(&items)?;
    } else {
        let rows: Vec<[String; 3]> = RULES.iter().map(|it| row(cx.lang, it)).collect();
        let lines = columns(&rows);
        give_lines(lines.iter().map(String::as_str))?;
    }
    Ok(Exit::Done)
}

/// Shows the page of a rule.
pub(in crate::cli) fn explain(cx: &Cx, words: &Explain) -> Result<Exit, Failure> {
    let Some(rule) = rule_named(&words.rule) else {
        return Err(Failure::NoRule {
            name: words.rule.clone(),
        });
    };
    let mut lines = vec![say::rule_line(
        cx.lang,
        rule.name,
        &rule.severity.say(cx.lang),
    )];
    lines.push(String::new());
    let page = explanation(cx.lang, rule.name);
    lines.extend(page.lines().map(str::to_owned));
    give_lines(lines.iter().map(String::as_str))?;
    Ok(Exit::Done)
}

fn item(lang: Lang, rule: &Rule) -> Item {
    Item {
        rule: rule.name,
        severity: rule.severity,
        on: rule.is_on,
        summary: rule.summary(lang).to_owned(),
    }
}

fn row(lang: Lang, rule: &Rule) -> [String; 3] {
    let summary = rule.summary(lang);
    let first = summary
        .split_inclusive(['。', '.'])
        .next()
        .unwrap_or(summary);
    let state = if rule.is_on {
        rule.severity.say(lang)
    } else {
        say::rule_off(lang)
    };
    [rule.name.to_owned(), state, first.to_owned()]
}
