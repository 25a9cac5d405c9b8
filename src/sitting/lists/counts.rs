//! What last year's promises count, beside what the account of them claims.

use crate::draft::{Draft, Role, claim};
use crate::locale::Lang;
use crate::sitting::arrivals;

/// Returns what the list of last year's promises counts, and what the account claims where it claims something else.
pub fn counts_line(lang: Lang, draft: &Draft) -> Option<String> {
    let section = draft.section_of(Role::FollowUp)?;
    let counts = draft.counts();
    let is = numbers(lang, counts.kinds, Some(counts.items));
    match claim(&section.text) {
        Some(said) if counts.items > 0 && !counts.agree_with(&said) => {
            let number = |it: Option<(usize, std::ops::Range<usize>)>| it.map(|it| it.0);
            let said = numbers(lang, number(said.kinds), number(said.items));
            Some(arrivals::miscounted(lang, &said, &is))
        }
        _ if counts.items == 0 => None,
        _ => Some(arrivals::counted(lang, &is)),
    }
}

/// Returns counts in words: `6类16条`.
pub(super) fn numbers(lang: Lang, kinds: Option<usize>, items: Option<usize>) -> String {
    match (kinds, items) {
        (Some(kinds), Some(items)) => arrivals::kinds_and_items(lang, kinds, items),
        (None, Some(items)) => arrivals::items_only(lang, items),
        (Some(kinds), None) => arrivals::kinds_only(lang, kinds),
        (None, None) => String::new(),
    }
}
