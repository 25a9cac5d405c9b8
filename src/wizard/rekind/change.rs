//! The one change that gives a report another template.

use super::{Mapping, Old, Target, kind_of};
use crate::draft::{
    Attr, Change, ChangeCause, Dimension, DimensionKind, Draft, Edit, Field, Item, ItemId, List,
    Role, Section, SetAside, Slot,
};
use crate::template::Template;
use crate::template::fits::year_in;

/// Returns the change that gives a report another template, as the mapping says. The title of the report is changed
/// only if it is the one its old template begins with.
pub fn change_kind(draft: &Draft, from: &Template, to: &Template, mapping: &Mapping) -> Change {
    let mut builder = Builder {
        scratch: draft.clone(),
        edits: Vec::new(),
    };
    builder.set(Attr::Template(to.id.clone()));
    if let Some(year) = year_in(&draft.title)
        && let Ok(stated) = i16::try_from(year)
        && draft.title == from.title_for(stated)
    {
        let year = to.year.and_then(|it| i16::try_from(it).ok());
        builder.text(Field::Title, &to.title_for(year.unwrap_or(stated)));
    }
    // Dimensions first: the section they stand in may go.
    builder.dimensions(to, mapping);
    builder.sections(to, mapping);
    for edit in to.closing(&builder.scratch) {
        builder.push(edit);
    }
    Change {
        cause: ChangeCause::Template,
        edits: builder.edits,
    }
}

/// Collects edits, each made for the draft as the ones before it leave it.
struct Builder {
    scratch: Draft,
    edits: Vec<Edit>,
}

impl Builder {
    fn push(&mut self, edit: Edit) {
        let change = Change {
            cause: ChangeCause::Template,
            edits: vec![edit],
        };
        self.scratch
            .apply(&change)
            .expect("made for the draft as it is by now");
        self.edits.extend(change.edits);
    }

    fn set(&mut self, now: Attr) {
        if let Some(edit) = Edit::set(&self.scratch, now) {
            self.push(edit);
        }
    }

    fn text(&mut self, field: Field, new: &str) {
        if let Some(edit) = Edit::set_text(&self.scratch, field, new) {
            self.push(edit);
        }
    }

    /// Puts text behind what a field holds, as a paragraph of its own.
    fn append(&mut self, field: Field, more: &str) {
        if more.trim().is_empty() {
            return;
        }
        let now = self.scratch.text(field).unwrap_or_default();
        let new = if now.trim().is_empty() {
            more.to_owned()
        } else {
            format!("{now}\n{more}")
        };
        self.text(field, &new);
    }

    fn remove(&mut self, id: ItemId) {
        let removal = self.scratch.removal(id);
        for edit in removal.into_iter().flat_map(|it| it.edits) {
            self.push(edit);
        }
    }

    fn insert(&mut self, list: List, item: Item) {
        let index = self.scratch.len_of(list).unwrap_or_default();
        self.push(Edit::Insert {
            slot: Slot { list, index },
            item,
        });
    }

    fn set_aside(&mut self, origin: String, text: String) {
        if text.trim().is_empty() {
            return;
        }
        let id = self.scratch.fresh_id();
        self.insert(
            List::SetAside,
            Item::SetAside(SetAside { id, origin, text }),
        );
    }

    /// Brings the items of a list into this order.
    fn order(&mut self, list: List, order: &[ItemId]) {
        for (index, id) in order.iter().enumerate() {
            let Some(from) = self.scratch.slot_of(*id) else {
                continue;
            };
            if from.index != index {
                self.push(Edit::Move {
                    item: *id,
                    from,
                    to: Slot { list, index },
                });
            }
        }
    }

    // ---- Dimensions.

    fn dimensions(&mut self, to: &Template, mapping: &Mapping) {
        let old: Vec<(ItemId, Target)> = mapping
            .lines
            .iter()
            .filter_map(|(old, target)| match old {
                Old::Dimension(id) => Some((*id, *target)),
                Old::Section(_) => None,
            })
            .collect();
        let mut order = Vec::new();
        for (n, spec) in to.dimensions.iter().enumerate() {
            let mut mapped = old.iter().filter(|(_, it)| *it == Target::Part(n));
            let Some((first, _)) = mapped.next() else {
                order.push(self.new_dimension(&spec.title, kind_of(spec.statement)));
                continue;
            };
            self.text(Field::DimensionTitle(*first), &spec.title);
            for (other, _) in mapped {
                self.join_dimensions(*first, *other);
            }
            order.push(*first);
        }
        for (id, target) in &old {
            match target {
                Target::Part(_) => {}
                Target::Stay => order.push(*id),
                Target::Aside => self.dimension_aside(*id),
            }
        }
        self.order(List::Dimensions, &order);
    }

    fn new_dimension(&mut self, title: &str, kind: DimensionKind) -> ItemId {
        let id = self.scratch.fresh_id();
        let (lead_in, statement) = (String::new(), String::new());
        self.insert(
            List::Dimensions,
            Item::Dimension(Dimension {
                id,
                kind,
                title: title.to_owned(),
                lead_in,
                statement,
                problems: Vec::new(),
            }),
        );
        id
    }

    /// Moves all that stands in one dimension behind what stands in another.
    fn join_dimensions(&mut self, into: ItemId, other: ItemId) {
        let Some(dimension) = self.scratch.dimension(other).cloned() else {
            return;
        };
        self.append(Field::LeadIn(into), &dimension.lead_in);
        self.append(Field::Statement(into), &dimension.statement);
        for problem in &dimension.problems {
            let index = self.scratch.len_of(List::Problems(into));
            self.push(Edit::Move {
                item: problem.id,
                from: Slot {
                    list: List::Problems(other),
                    index: 0,
                },
                to: Slot {
                    list: List::Problems(into),
                    index: index.unwrap_or_default(),
                },
            });
        }
        self.remove(other);
    }

    fn dimension_aside(&mut self, id: ItemId) {
        if let Some(it) = self.scratch.dimension(id) {
            let (title, words) = (it.title.clone(), words_of(it));
            self.set_aside(title, words);
        }
        self.remove(id);
    }

    // ---- Sections.

    fn sections(&mut self, to: &Template, mapping: &Mapping) {
        let old: Vec<(ItemId, Target)> = mapping
            .lines
            .iter()
            .filter_map(|(old, target)| match old {
                Old::Section(id) => Some((*id, *target)),
                Old::Dimension(_) => None,
            })
            .collect();
        let mut order = Vec::new();
        for (n, spec) in to.sections.iter().enumerate() {
            let mut mapped = old.iter().filter(|(_, it)| *it == Target::Part(n));
            let Some((first, _)) = mapped.next() else {
                order.push(self.new_section(spec.role, &spec.title));
                continue;
            };
            self.text(Field::SectionTitle(*first), &spec.title);
            for (other, _) in mapped {
                let more = self.scratch.section(*other).map(|it| it.text.clone());
                self.append(Field::SectionText(*first), &more.unwrap_or_default());
                self.remove(*other);
            }
            order.push(*first);
        }
        // The closing stays last.
        let ends = to
            .sections
            .last()
            .is_some_and(|it| it.role == Role::Closing);
        let mut at = order.len() - usize::from(ends && !order.is_empty());
        for (id, target) in &old {
            match target {
                Target::Part(_) => {}
                Target::Stay => {
                    order.insert(at, *id);
                    at += 1;
                }
                Target::Aside => {
                    if let Some(it) = self.scratch.section(*id) {
                        let (title, text) = (it.title.clone(), it.text.clone());
                        self.set_aside(title, text);
                    }
                    self.remove(*id);
                }
            }
        }
        self.order(List::Sections, &order);
    }

    fn new_section(&mut self, role: Role, title: &str) -> ItemId {
        let id = self.scratch.fresh_id();
        let (title, text) = (title.to_owned(), String::new());
        self.insert(
            List::Sections,
            Item::Section(Section {
                id,
                role,
                title,
                text,
            }),
        );
        id
    }
}

/// Everything written in a dimension, a paragraph for each problem.
fn words_of(dimension: &Dimension) -> String {
    let problems = dimension.problems.iter().map(|it| {
        let passages = it.body.iter().map(|it| it.text.as_str());
        std::iter::once(it.headline.as_str())
            .chain(passages)
            .collect::<String>()
    });
    [dimension.lead_in.clone(), dimension.statement.clone()]
        .into_iter()
        .chain(problems)
        .filter(|it| !it.trim().is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
