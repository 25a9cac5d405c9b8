//! What is asked when something stands in the way: a draft found anew, one that cannot be saved, one open elsewhere.

use crate::locale::Lang;
use crate::sitting::effect::Access;
use crate::sitting::messages as say;
use crate::sitting::model::Reading;

use super::{Act, Item, item};

/// After a crash: which of two states to go on with.
pub(super) fn recovery(lang: Lang) -> Vec<Item> {
    vec![
        item(say::use_found(lang), Act::UseFound),
        item(say::show_differences(lang), Act::Read(Reading::Differences)),
        item(say::use_saved(lang), Act::UseSaved),
    ]
}

/// On leaving, with words that are not on the disk.
pub(super) fn unsaved(lang: Lang) -> Vec<Item> {
    vec![
        item(say::save_elsewhere(lang), Act::AskElsewhere),
        item(say::try_again(lang), Act::Leave),
        item(say::back_to_writing(lang), Act::Write),
        item(say::leave_unsaved(lang), Act::GiveUp),
    ]
}

/// The draft is open in another window.
pub(super) fn busy(lang: Lang, id: &str) -> Vec<Item> {
    vec![
        item(say::only_read(lang), Act::Open(id.to_owned(), Access::Read)),
        item(
            say::take_over(lang),
            Act::Open(id.to_owned(), Access::TakeOver),
        ),
        item(say::back(lang), Act::PutAway),
    ]
}
