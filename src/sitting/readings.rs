//! Something to read: the report as it will be handed in, differences, keys.

use crate::desk::Paper;
use crate::desk::Weight;
use crate::desk::earlier::Found;
use crate::desk::reviewing::explanation;
use crate::draft::Field;
use crate::locale::Lang;
use crate::typeset::Layout;

use super::arrivals;
use super::keymap::{Binding, table};
use super::lists::version_name;
use super::messages as say;
use super::model::{Model, Reading, Work};
use super::reviewer::messages as reviewer;
use super::reviewer::twins;

/// Returns the number of rows there are to read.
pub fn reading_rows(model: &Model, reading: Reading) -> usize {
    Layout::new(&words(model, reading).text, columns(model), model.ambiguous).n_rows()
}

/// Returns the cells of a row to read.
pub fn columns(model: &Model) -> u16 {
    model.size.0.saturating_sub(4).max(1)
}

/// Returns what there is to read.
pub fn title(model: &Model, reading: Reading) -> String {
    let lang = model.lang;
    let name = |rev: u64| {
        let versions = model.work.as_ref().and_then(|it| it.versions.as_ref());
        let found = versions.and_then(|it| it.list.iter().find(|it| it.rev == rev));
        found.map_or_else(String::new, |it| version_name(model, it))
    };
    match reading {
        Reading::Preview => say::preview(lang),
        Reading::Differences => say::differences(lang),
        Reading::Since(rev) => say::since_version(lang, &name(rev)),
        Reading::ChangedIn(rev) => say::changed_in_version(lang, &name(rev)),
        Reading::Version(rev) => name(rev),
        Reading::Rule(_) => reviewer::why(lang),
        Reading::Twins(_) => reviewer::twins(lang),
        Reading::Help => say::keys(lang),
        Reading::Earlier => {
            let earlier = (model.work.as_ref()).and_then(|it| it.draft().earlier.as_ref());
            arrivals::earlier_title(lang, earlier.map_or("", |it| it.title.as_str()))
        }
        Reading::SetAside(_) => say::set_aside(lang),
        Reading::Intake => arrivals::understood(lang),
    }
}

/// Returns the words to read, with their weights.
pub fn words(model: &Model, reading: Reading) -> Paper {
    let plain = |text: String| Paper {
        text,
        weights: Vec::new(),
    };
    match (reading, &model.work) {
        (Reading::Help, _) => plain(keys(model.lang)),
        (Reading::Rule(rule), _) => plain(explanation(model.lang, rule)),
        (Reading::Intake, _) => {
            plain((model.intake.as_ref()).map_or_else(String::new, |it| it.account(model.lang)))
        }
        (Reading::Earlier, Some(work)) => earlier(model.lang, work),
        (Reading::Twins(first), Some(work)) => {
            twins::paper(model.lang, work, first, columns(model), model.ambiguous)
        }
        (Reading::SetAside(id), Some(work)) => plain(
            work.draft()
                .text(Field::SetAside(id))
                .unwrap_or_default()
                .to_owned(),
        ),
        (Reading::Preview, Some(work)) => plain(work.proof.preview.text()),
        (
            Reading::Differences | Reading::Since(_) | Reading::ChangedIn(_) | Reading::Version(_),
            Some(work),
        ) => work.compared.clone(),
        (
            Reading::Preview
            | Reading::Earlier
            | Reading::Twins(_)
            | Reading::SetAside(_)
            | Reading::Differences
            | Reading::Since(_)
            | Reading::ChangedIn(_)
            | Reading::Version(_),
            None,
        ) => Paper::default(),
    }
}

/// Returns what the earlier report said here, the titles it stood under in bold; and what became of its draft.
pub fn earlier(lang: Lang, work: &Work) -> Paper {
    let mut paper = Paper::default();
    if let (Some(found), Some(earlier)) = (&work.earlier, &work.draft().earlier) {
        let title = if earlier.title.trim().is_empty() {
            &earlier.draft
        } else {
            &earlier.title
        };
        match found {
            Found::Kept(_) => {}
            Found::Deleted(_) => paper.text = arrivals::earlier_deleted(lang, title) + "\n",
            Found::Gone => {
                paper.text = arrivals::earlier_gone(lang, title);
                return paper;
            }
        }
    }
    let recalled = work.recalled();
    if recalled.is_empty() {
        paper.text.push_str(&arrivals::nothing_earlier(lang));
    }
    let mut under = String::new();
    for it in recalled {
        if it.under != under {
            let start = paper.text.len();
            paper.text.push_str(&it.under);
            paper
                .weights
                .push((start..paper.text.len(), Weight::Heading));
            paper.text.push('\n');
            under = it.under;
        }
        paper.text.push_str(it.text.trim_end());
        paper.text.push_str("\n\n");
    }
    paper
}

/// The keys, one a line; a second line where a key does something else on lists. Then what no key says.
fn keys(lang: Lang) -> String {
    let mut lines = Vec::new();
    for line in table() {
        let words = |it: Option<&Binding>| it.map(|it| it.words(lang));
        let (in_text, on_lists) = (words(line.in_text), words(line.on_lists));
        let first = in_text.or(on_lists).unwrap_or_default();
        lines.push(format!("{:<14}{first}", line.key));
        if let (Some(_), Some(other)) = (in_text, on_lists)
            && other != first
        {
            lines.push(format!("{:<14}{}", "", say::on_lists(lang, other)));
        }
    }
    lines.push(format!("\n{}", say::help_on_pastes(lang)));
    lines.join("\n")
}
