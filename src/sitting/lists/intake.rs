//! The lists about a text that comes in.

use crate::sitting::arrivals;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model, Reading};

use super::kinds::{Shelf, kinds_on};
use super::{Act, Item, item};

/// The lists about a text that comes in.
pub(super) fn intake(model: &Model, list: &List) -> Vec<Item> {
    let lang = model.lang;
    let Some(intake) = &model.intake else {
        return vec![item(say::back(lang), Act::Show(List::Start))];
    };
    match list {
        List::IntakeTexts => (intake.titles.iter().enumerate())
            .map(|(n, it)| item(it.clone(), Act::IntakeText(n)))
            .chain([
                item(arrivals::other_file(lang), Act::AskImport),
                item(say::back(lang), Act::Show(List::Start)),
            ])
            .collect(),
        List::IntakeKinds => {
            let found = item(arrivals::find_kind(lang), Act::IntakeKind(None));
            let shelves = [Shelf::First, Shelf::Earlier, Shelf::Other].into_iter();
            let kinds = shelves
                .flat_map(|it| kinds_on(model, it))
                .filter_map(|it| match &it.act {
                    Act::AskYear(id) => Some(Item {
                        act: Act::IntakeKind(Some(id.clone())),
                        ..it
                    }),
                    _ => None,
                });
            std::iter::once(found)
                .chain(kinds)
                .chain([item(say::back(lang), Act::Show(List::Intake))])
                .collect()
        }
        _ => {
            let name = |id: &str| {
                crate::template::find(id).map_or_else(|| id.to_owned(), |it| it.name.clone())
            };
            let kind = match intake.kind {
                Some(kind) => arrivals::kind_given(lang, &kind.name),
                None => arrivals::kind_found(lang, &name(&intake.imported.outline.template)),
            };
            let mut items = vec![
                item(arrivals::make_it(lang), Act::MakeOfIntake),
                item(arrivals::look(lang), Act::Read(Reading::Intake)),
                item(kind, Act::Show(List::IntakeKinds)),
            ];
            if intake.titles.len() > 1 {
                items.push(item(
                    arrivals::other_text(lang),
                    Act::Show(List::IntakeTexts),
                ));
            }
            items.push(item(arrivals::other_file(lang), Act::AskImport));
            items.push(item(say::back(lang), Act::Show(List::Start)));
            items
        }
    }
}
