//! The lists of the proof: what to do with a place of it, its parts, and what can be copied by itself.

use crate::desk::preview::list_text;
use crate::desk::printed_sections;
use crate::export::lists::Kind;
use crate::locale::Lang;
use crate::sitting::lists::{Act, Item, item, place_of};
use crate::sitting::messages as common;
use crate::sitting::model::{List, Work};

use super::messages as say;

/// What to do with the place in a row of the proof.
pub fn menu(lang: Lang, work: &Work, row: usize) -> Vec<Item> {
    let proof = &work.proof.preview;
    let mut items = Vec::new();
    if let Some((field, _)) = proof.place(row) {
        let name = place_of(lang, work, field);
        items.push(item(say::change_here(lang, &name), Act::ChangePrinted(row)));
    }
    let part = proof.part_of(row);
    if let Some((n, (_, name))) = part.and_then(|it| Some((it, proof.parts.get(it)?))) {
        items.push(item(
            say::copy_this_part(lang, name),
            Act::Copy("txt", Some(n)),
        ));
    }
    items.extend([
        item(common::copy_all_text(lang), Act::Copy("txt", None)),
        item(common::copy_all(lang), Act::Copy("md", None)),
        item(say::copy_other(lang), Act::Show(List::CopyPart)),
        item(say::other_part(lang), Act::Show(List::PrintedParts(row))),
        item(say::back_to_proof(lang), Act::ReadPrinted(row)),
        item(say::back_to_result(lang), Act::Show(List::Result)),
    ]);
    items
}

/// The parts of the report, each with its page.
pub fn parts(lang: Lang, work: &Work, row: usize) -> Vec<Item> {
    let proof = &work.proof.preview;
    let line = |(n, (_, name)): (usize, &(usize, String))| {
        let to = proof.row_of_part(n)?;
        let page = proof.row(to)?.0 + 1;
        Some(Item {
            detail: say::on_page(lang, page),
            ..item(name.clone(), Act::ReadPrinted(to))
        })
    };
    let parts = proof.parts.iter().enumerate().filter_map(line);
    parts
        .chain([item(say::back_to_proof(lang), Act::ReadPrinted(row))])
        .collect()
}

/// What can be copied by itself: the parts, then the lists there are.
pub fn to_copy(lang: Lang, work: &Work) -> Vec<Item> {
    let parts = (printed_sections(work.draft()).into_iter().enumerate())
        .map(|(n, title)| item(title, Act::Copy("txt", Some(n))));
    let lists = Kind::ALL.into_iter().filter_map(|kind| {
        let n = list_text(work.draft(), kind).lines().count();
        let label = match kind {
            Kind::FollowUps => say::list_of_follow_ups(lang, n),
            Kind::Problems => say::list_of_problems(lang, n),
            Kind::Causes => say::list_of_causes(lang, n),
            Kind::Measures => say::list_of_measures(lang, n),
        };
        (n > 0).then(|| item(label, Act::CopyList(kind)))
    });
    parts
        .chain(lists)
        .chain([item(common::back(lang), Act::Show(List::Result))])
        .collect()
}
