//! The menu over a draft, and its list about the caret and the selection.

use crate::locale::Lang;
use crate::sitting::keymap::Motion;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model, Saving, Work};
use crate::sitting::msg::Step;
use crate::sitting::reviewer;

use super::{Act, Item, item};

pub(super) fn menu(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let mut items = vec![
        item(say::go_on(lang), Act::Write),
        item(say::outline_entry(lang), Act::Show(List::Outline)),
        item(reviewer::messages::check_entry(lang), Act::Check),
        item(say::result_entry(lang), Act::Show(List::Result)),
        item(say::past_entry(lang), Act::Show(List::Past)),
        item(say::find_entry(lang), Act::AskFind),
        item(say::here_entry(lang), Act::Show(List::Here)),
        item(say::settings_entry(lang), Act::Show(List::Settings)),
        item(say::leave_saved(lang), Act::Leave),
    ];
    let saving = model.work.as_ref().map(|it| it.saving);
    if saving == Some(Saving::Failing)
        && let Some(last) = items.last_mut()
    {
        last.label = say::leave(lang);
    }
    // At the end, because it comes and goes by itself: no digit may mean another line by then.
    if matches!(saving, Some(Saving::Failing | Saving::ReadOnly)) {
        items.push(item(say::save_elsewhere(lang), Act::AskElsewhere));
    }
    items
}

pub(super) fn editing(lang: Lang, work: &Work) -> Vec<Item> {
    let select = if work.writer.anchor.is_some() {
        say::end_selection(lang)
    } else {
        say::begin_selection(lang)
    };
    vec![
        item(select, Act::Selecting),
        item(say::select_all(lang), Act::SelectAll),
        item(say::copy_selection(lang), Act::CopySelection),
        item(say::cut_selection(lang), Act::CutSelection),
        item(say::put_back(lang), Act::PutBack),
        item(say::delete_sentence(lang), Act::Kill(Motion::SentenceLeft)),
        item(
            say::delete_paragraph(lang),
            Act::Kill(Motion::ParagraphLeft),
        ),
        item(say::redo(lang), Act::Step(Step::Redo)),
        item(say::back_to_writing(lang), Act::Write),
    ]
}
