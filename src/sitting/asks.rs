//! Questions answered in one line: what is asked.

use crate::draft::Part;
use crate::locale::Lang;

use super::arrivals;
use super::messages as say;
use super::model::{About, Model, Work};
use super::reviewer::messages as reviewer;

/// Returns what a question is about, and the question.
pub fn asked(model: &Model, about: &About) -> (String, String) {
    let lang = model.lang;
    match *about {
        About::Year(ref kind) => (new_report_of(lang, kind), say::which_year(lang)),
        About::NoticeFile => (say::from_notice(lang), say::which_notice_file(lang)),
        About::Name(ref kind, _) => (new_report_of(lang, kind), say::who_writes(lang)),
        About::Import => (arrivals::import_entry(lang), arrivals::which_file(lang)),
        About::Against => (reviewer::against_entry(lang), reviewer::against_which(lang)),
        About::Find => (say::find_entry(lang), say::what_to_find(lang)),
        About::Draft => (say::which_draft(lang), say::which_words(lang)),
        About::Elsewhere => (say::save_elsewhere(lang), say::which_folder(lang)),
        About::With => (say::replace_entry(lang), say::what_instead(lang)),
        About::Silence(..) => (reviewer::silence(lang), reviewer::why_silenced(lang)),
        About::Reason(part) => (
            say::leave_out(lang, &name_of_part(model, part)),
            say::why_left_out(lang),
        ),
    }
}

/// A new report of the kind with this id, by its name.
fn new_report_of(lang: Lang, id: &str) -> String {
    match crate::template::find(id) {
        Some(it) => say::new_report_of(lang, &it.name),
        None => say::new_report(lang),
    }
}

/// What is left out.
fn name_of_part(model: &Model, part: Part) -> String {
    let lang = model.lang;
    let draft = model.work.as_ref().map(Work::draft);
    match part {
        Part::Examples(_) => say::the_examples(lang),
        Part::Causes(_) => say::the_causes(lang),
        Part::Measures(_) => say::the_measures(lang),
        Part::Count(_) => say::the_count(lang),
        Part::Item(id) if draft.is_some_and(|it| it.dimension(id).is_some()) => {
            say::this_dimension(lang)
        }
        Part::Item(_) => say::this_part(lang),
    }
}
