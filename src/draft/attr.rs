//! Address and value of everything chosen rather than typed.

use serde::{Deserialize, Serialize};

use super::{Branch, Draft, Earlier, ItemId, NotWritten, Part, PassageKind, Silence, Status};

/// A choice: where it stands and what was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attr {
    /// Id of the template whose questions are asked.
    Template(String),
    /// How far a measure or a promise of last year has come.
    Status(ItemId, Status),
    /// Whether a passage is detail or example.
    PassageKind(ItemId, PassageKind),
    /// Why a part is not written; `None` if it is to be written.
    NotWritten(Part, Option<String>),
    /// Why what a rule finds about an item, or about the report, is not told; `None` if it is told.
    Silence(String, Option<ItemId>, Option<String>),
    /// The report that this one follows.
    Earlier(Option<Earlier>),
    /// The answer to a question that opens and closes parts, by its name; `None` if it is open.
    Branch(String, Option<bool>),
}

impl Draft {
    /// Returns what the draft holds where `like` points; the value of `like` is not looked at.
    pub fn attr(&self, like: &Attr) -> Option<Attr> {
        Some(match *like {
            Attr::Silence(ref rule, item, _) => {
                item.is_none_or(|it| self.holds(it)).then_some(())?;
                let reason = self.silence(rule, item).map(|it| it.reason.clone());
                Attr::Silence(rule.clone(), item, reason)
            }
            Attr::Template(_) => Attr::Template(self.template.clone()),
            Attr::Status(id, _) => Attr::Status(id, self.status(id)?),
            Attr::PassageKind(id, _) => Attr::PassageKind(id, self.passage(id)?.1.kind),
            Attr::Earlier(_) => Attr::Earlier(self.earlier.clone()),
            Attr::Branch(ref key, _) => Attr::Branch(key.clone(), self.branch(key)),
            Attr::NotWritten(part, _) => {
                self.holds(part.item()).then_some(())?;
                Attr::NotWritten(part, self.reason_not_written(part).map(str::to_owned))
            }
        })
    }

    /// Returns how far a measure or a promise of last year has come; `None` if it is neither.
    pub fn status(&self, id: ItemId) -> Option<Status> {
        let promise = || self.follow_ups.iter().find(|it| it.id == id);
        let measure = self.measure(id).map(|it| it.status);
        measure.or_else(|| promise().map(|it| it.status))
    }

    /// Sets a choice; `None` if it points nowhere.
    pub(super) fn set_attr(&mut self, attr: &Attr) -> Option<()> {
        match attr {
            Attr::Template(id) => self.template.clone_from(id),
            Attr::Earlier(earlier) => self.earlier.clone_from(earlier),
            Attr::Branch(key, answer) => {
                self.branches.retain(|it| it.key != *key);
                if let Some(open) = *answer {
                    let at = self.branches.partition_point(|it| it.key < *key);
                    let key = key.clone();
                    self.branches.insert(at, Branch { key, open });
                }
            }
            Attr::Status(id, status) => match self.follow_ups.iter_mut().find(|it| it.id == *id) {
                Some(item) => item.status = *status,
                None => self.measure_mut(*id)?.status = *status,
            },
            Attr::PassageKind(id, kind) => self.passage_mut(*id)?.kind = *kind,
            Attr::Silence(rule, item, reason) => {
                self.silences
                    .retain(|it| it.item != *item || it.rule != *rule);
                if let Some(reason) = reason {
                    let order = |it: &Silence| (it.item, it.rule.clone());
                    let silence = Silence {
                        rule: rule.clone(),
                        item: *item,
                        reason: reason.clone(),
                    };
                    let key = order(&silence);
                    let at = self.silences.partition_point(|it| order(it) < key);
                    self.silences.insert(at, silence);
                }
            }
            Attr::NotWritten(part, reason) => {
                self.not_written.retain(|it| it.part != *part);
                if let Some(reason) = reason {
                    let at = self.not_written.partition_point(|it| it.part < *part);
                    self.not_written.insert(
                        at,
                        NotWritten {
                            part: *part,
                            reason: reason.clone(),
                        },
                    );
                }
            }
        }
        Some(())
    }
}
