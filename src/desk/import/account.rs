//! What came of reading a foreign text, in lines for a person.

use super::messages as say;
use crate::draft::{DimensionKind, OutlineDimension, PassageKind};
use crate::import::form::Imported;
use crate::locale::Lang;
use crate::template;
use crate::wizard::messages::section_label;

/// Returns what was read, a label and words to each line: what was placed where, and what was set aside. A line
/// without label goes on with the one before.
pub fn account(lang: Lang, imported: &Imported) -> Vec<(String, String)> {
    let outline = &imported.outline;
    let title = named(&outline.title, || say::untitled(lang));
    let template = match template::find(&outline.template) {
        Some(it) => say::template(lang, &it.name, &it.id),
        None => outline.template.clone(),
    };
    let counts = imported.account;
    let characters = if counts.unplaced == 0 {
        say::all_placed(lang, counts.source)
    } else {
        say::characters(lang, counts.source, counts.placed, counts.unplaced)
    };
    let sections: Vec<&str> = (outline.sections.iter())
        .map(|it| match it.title.as_str() {
            "" => section_label(lang, it.role),
            title => title,
        })
        .collect();
    let mut lines = vec![
        (say::label_title(lang), title),
        (say::label_template(lang), template),
        (say::label_characters(lang), characters),
        (say::label_sections(lang), sections.join(&say::comma(lang))),
    ];
    for (idx, it) in outline.dimensions.iter().enumerate() {
        let label = if idx == 0 {
            say::label_dimensions(lang)
        } else {
            String::new()
        };
        lines.push((label, dimension(lang, it)));
    }
    let n_follow_ups = outline.follow_ups.len();
    if n_follow_ups > 0 {
        lines.push((say::label_follow_ups(lang), say::items(lang, n_follow_ups)));
    }
    lines.push((
        say::label_causes(lang),
        say::items(lang, outline.causes.len()),
    ));
    lines.push((
        say::label_measures(lang),
        say::items(lang, outline.measures.len()),
    ));
    if !outline.set_aside.is_empty() {
        let n = outline.set_aside.len();
        lines.push((
            say::label_set_aside(lang),
            say::set_aside(lang, n, counts.unplaced),
        ));
    }
    lines
}

/// Returns what a heading is called in a sentence, or what is said where there is none.
fn named(title: &str, none: impl FnOnce() -> String) -> String {
    match title {
        "" => none(),
        // A heading may end in a full stop; in front of a colon it would be one sign too many.
        title => title.trim_end_matches(['。', '.']).to_owned(),
    }
}

fn dimension(lang: Lang, dimension: &OutlineDimension) -> String {
    let title = named(&dimension.title, || say::no_heading(lang));
    match dimension.kind {
        DimensionKind::Statement => say::statement(lang, &title),
        DimensionKind::Review => say::dimension(
            lang,
            &title,
            dimension.problems.len(),
            n_examples(dimension),
        ),
    }
}

/// Returns the number of examples in a dimension.
pub fn n_examples(dimension: &OutlineDimension) -> usize {
    let passages = dimension.problems.iter().flat_map(|it| &it.body);
    passages
        .filter(|(kind, _)| *kind == PassageKind::Example)
        .count()
}
