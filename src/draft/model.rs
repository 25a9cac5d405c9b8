//! The report as plain data. Knows no template, no numbering and no screen.
//!
//! Titles and headlines are kept as the writer gave them, final mark included or not. Ordinals (一、 （一） 一是)
//! are never stored: they come from the place. Only edits change a draft, see [`Edit`](super::Edit).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Link, Role};

/// Identity of an item. Allocated by the draft, never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemId(pub u32);

/// One report being written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Id of the template whose questions are asked.
    pub template: String,
    /// Title of the report.
    pub title: String,
    /// Unit and post, name, date: the lines under the title, in order.
    pub bylines: Vec<Byline>,
    /// The sections in the order of the report.
    pub sections: Vec<Section>,
    /// What the section of [`Role::Dimensions`] holds.
    pub dimensions: Vec<Dimension>,
    /// What the section of [`Role::FollowUp`] lists.
    pub follow_ups: Vec<FollowUp>,
    /// What the section of [`Role::Causes`] holds.
    pub causes: Vec<Cause>,
    /// What the section of [`Role::Measures`] holds.
    pub measures: Vec<Measure>,
    /// Texts that have no place at the moment (暂不使用的内容). Kept, never printed.
    pub set_aside: Vec<SetAside>,
    /// What belongs together. Invariant: both ends of every link exist.
    pub links: BTreeSet<Link>,
    /// Parts the writer decided not to write. Invariant: sorted by part, one entry a part, every part exists.
    pub not_written: Vec<NotWritten>,
    /// Findings the writer does not want to be told again. Invariant: sorted by item and rule, one entry for both,
    /// every item exists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub silences: Vec<Silence>,
    /// The report that this one follows, where it was begun from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Earlier>,
    /// What was answered to the questions that open and close parts. Invariant: sorted by key, one answer a key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<Branch>,
    /// Invariant: greater than every id ever inserted.
    pub(super) next_id: u32,
}

/// The report of the year before, which a report was begun from. It may be gone: nothing hangs on it but what can be
/// looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Earlier {
    /// Id of its draft.
    pub draft: String,
    /// Its title when this report was begun: its name where the draft is gone.
    pub title: String,
}

/// An answer to a question of the template that opens and closes parts. What it closed is left out by decisions of its
/// own, so that nobody who prints or checks the report has to know the question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// Name of the question in the template. One that the template does not know is kept all the same.
    pub key: String,
    /// Whether what hangs on it is to be written.
    pub open: bool,
}

/// A line under the title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Byline {
    /// Identity.
    pub id: ItemId,
    /// The words.
    pub text: String,
}

/// A part of the report with a place in its order. What belongs to its role (dimensions, causes, …) stands in
/// the draft's lists, so that it survives a change of template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Identity.
    pub id: ItemId,
    /// What it is for.
    pub role: Role,
    /// Its title, without ordinal; not printed for the opening and the closing.
    pub title: String,
    /// Its own text: all there is for the opening, a bridge sentence for the causes.
    pub text: String,
}

/// Whether a dimension asks for problems or for a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DimensionKind {
    /// Problems are named under it.
    Review,
    /// A matter is stated in free text (个人有关事项报告).
    Statement,
}

/// One aspect the notice names, in the notice's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Identity.
    pub id: ItemId,
    /// Problems or a statement.
    pub kind: DimensionKind,
    /// Its title, without ordinal.
    pub title: String,
    /// The paragraph before the first problem.
    pub lead_in: String,
    /// The statement, where `kind` asks for one.
    pub statement: String,
    /// The problems, in order.
    pub problems: Vec<Problem>,
}

/// A problem the writer names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// Identity.
    pub id: ItemId,
    /// The problem in one sentence; may be empty.
    pub headline: String,
    /// Details and examples, in the writer's order.
    pub body: Vec<Passage>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassageKind {
    /// How it shows, in general words.
    Detail,
    /// When, what and with what result: one case.
    Example,
}

/// A run of text within a problem, a cause or a measure. Passages follow each other without a break: most
/// examples begin after a comma.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Identity.
    pub id: ItemId,
    /// Detail or example.
    pub kind: PassageKind,
    /// The words.
    pub text: String,
}

/// Why problems exist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// Identity.
    pub id: ItemId,
    /// The cause in one sentence.
    pub headline: String,
    /// Details and examples, in the writer's order.
    pub body: Vec<Passage>,
}

/// How far a measure has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not begun (未启动).
    #[default]
    Open,
    /// Being done (进行中).
    Underway,
    /// Never ends (长期坚持): neither open nor done.
    Ongoing,
    /// Done (已完成).
    Done,
    /// Done and struck off the list (已销号).
    Closed,
    /// The time is up and it is not done (未完成).
    Unfinished,
}

/// What the writer promises to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Identity.
    pub id: ItemId,
    /// The measure in one sentence.
    pub headline: String,
    /// Details and examples, in the writer's order.
    pub body: Vec<Passage>,
    /// Who answers for it.
    pub owner: String,
    /// By when, in the writer's words (`2026-06-30`, `2026年6月底前`).
    pub due: String,
    /// How far it has come.
    pub status: Status,
    /// What shows that it was done.
    pub evidence: String,
}

/// A promise of last year and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Identity.
    pub id: ItemId,
    /// The problem named last year.
    pub problem: String,
    /// The measure promised.
    pub measure: String,
    /// How far it has come.
    pub status: Status,
    /// What shows it.
    pub evidence: String,
    /// The measure of the [`Earlier`] report that promised it, by its id there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<ItemId>,
}

/// A text without a place, and where it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// Identity.
    pub id: ItemId,
    /// Where it stood, in words (`line 12`, `（三）…方面`).
    pub origin: String,
    /// The words.
    pub text: String,
}

/// A part that can be left out on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A section, a dimension or a problem as a whole.
    Item(ItemId),
    /// The examples of a problem.
    Examples(ItemId),
    /// The causes of a problem.
    Causes(ItemId),
    /// The measures for a problem.
    Measures(ItemId),
    /// The line that counts the items of a section.
    Count(ItemId),
}

impl Part {
    /// Returns the item the part belongs to.
    pub fn item(self) -> ItemId {
        match self {
            Self::Item(id)
            | Self::Examples(id)
            | Self::Causes(id)
            | Self::Measures(id)
            | Self::Count(id) => id,
        }
    }
}

/// A decision not to write a part. What was written in it stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotWritten {
    /// What is left out.
    pub part: Part,
    /// Why; may be empty.
    pub reason: String,
}

/// A decision not to be told what a rule finds about an item, or about the report as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Silence {
    /// Name of the rule. One that this program does not know is kept all the same.
    pub rule: String,
    /// The item; `None` for the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Why; may be empty.
    pub reason: String,
}

impl Draft {
    /// Tells whether every invariant of a draft holds. Edits keep them; what comes from a file is asked.
    pub fn is_sound(&self) -> bool {
        let problems = self.problems().map(|it| (it.id, &it.body));
        let bodies = problems
            .chain(self.causes.iter().map(|it| (it.id, &it.body)))
            .chain(self.measures.iter().map(|it| (it.id, &it.body)));
        let mut ids: Vec<ItemId> = bodies
            .flat_map(|(id, body)| std::iter::once(id).chain(body.iter().map(|it| it.id)))
            .collect();
        ids.extend(self.bylines.iter().map(|it| it.id));
        ids.extend(self.sections.iter().map(|it| it.id));
        ids.extend(self.dimensions.iter().map(|it| it.id));
        ids.extend(self.follow_ups.iter().map(|it| it.id));
        ids.extend(self.set_aside.iter().map(|it| it.id));
        let different: BTreeSet<ItemId> = ids.iter().copied().collect();
        let parts = || self.not_written.iter().map(|it| it.part);
        different.len() == ids.len()
            && different.last().is_none_or(|it| it.0 < self.next_id)
            && self.links.iter().all(|it| it.fits(self))
            && parts().all(|it| different.contains(&it.item()))
            && parts().is_sorted_by(|a, b| a < b)
            && self.branches.is_sorted_by(|a, b| a.key < b.key)
    }

    /// Returns an id that no item has had.
    pub fn fresh_id(&self) -> ItemId {
        ItemId(self.next_id)
    }

    /// Returns the section of that role.
    pub fn section_of(&self, role: Role) -> Option<&Section> {
        self.sections.iter().find(|it| it.role == role)
    }

    /// Returns the section with that id.
    pub fn section(&self, id: ItemId) -> Option<&Section> {
        self.sections.iter().find(|it| it.id == id)
    }

    /// Returns the dimension with that id.
    pub fn dimension(&self, id: ItemId) -> Option<&Dimension> {
        self.dimensions.iter().find(|it| it.id == id)
    }

    /// Returns every problem, in the order of the report.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.dimensions.iter().flat_map(|it| &it.problems)
    }

    /// Returns the problem with that id.
    pub fn problem(&self, id: ItemId) -> Option<&Problem> {
        self.problems().find(|it| it.id == id)
    }

    /// Returns the dimension that holds that problem.
    pub fn dimension_with(&self, problem: ItemId) -> Option<&Dimension> {
        self.dimensions
            .iter()
            .find(|it| it.problems.iter().any(|it| it.id == problem))
    }

    /// Returns the cause with that id.
    pub fn cause(&self, id: ItemId) -> Option<&Cause> {
        self.causes.iter().find(|it| it.id == id)
    }

    /// Returns the measure with that id.
    pub fn measure(&self, id: ItemId) -> Option<&Measure> {
        self.measures.iter().find(|it| it.id == id)
    }

    /// Returns the passages of a problem, a cause or a measure.
    pub fn body(&self, owner: ItemId) -> Option<&[Passage]> {
        (self.problem(owner).map(|it| &it.body))
            .or_else(|| self.cause(owner).map(|it| &it.body))
            .or_else(|| self.measure(owner).map(|it| &it.body))
            .map(Vec::as_slice)
    }

    /// Returns the passage with that id and the item whose body holds it.
    pub fn passage(&self, id: ItemId) -> Option<(ItemId, &Passage)> {
        (self.problems().map(|it| (it.id, &it.body)))
            .chain(self.causes.iter().map(|it| (it.id, &it.body)))
            .chain(self.measures.iter().map(|it| (it.id, &it.body)))
            .find_map(|(owner, body)| Some((owner, body.iter().find(|it| it.id == id)?)))
    }

    /// Returns why a part is not written; `None` if the writer did not decide so.
    pub fn reason_not_written(&self, part: Part) -> Option<&str> {
        self.not_written
            .iter()
            .find(|it| it.part == part)
            .map(|it| it.reason.as_str())
    }

    /// Returns why what a rule finds about an item, or the report, is not told; `None` if it is.
    pub fn silence(&self, rule: &str, item: Option<ItemId>) -> Option<&Silence> {
        let mut all = self.silences.iter();
        all.find(|it| it.item == item && it.rule == rule)
    }

    /// Returns the causes linked to a problem, in the order of the causes.
    pub fn causes_of(&self, problem: ItemId) -> impl Iterator<Item = &Cause> {
        self.causes.iter().filter(move |it| {
            self.links.contains(&Link::ProblemCause {
                problem,
                cause: it.id,
            })
        })
    }

    /// Returns the measures linked to a problem itself, in the order of the measures.
    pub fn measures_of(&self, problem: ItemId) -> impl Iterator<Item = &Measure> {
        self.measures.iter().filter(move |it| {
            self.links.contains(&Link::ProblemMeasure {
                problem,
                measure: it.id,
            })
        })
    }

    /// Tells whether anything is promised against a cause: a measure of its own, or one for a problem it explains.
    pub fn is_answered(&self, cause: ItemId) -> bool {
        let is_explained =
            |problem: ItemId| self.links.contains(&Link::ProblemCause { problem, cause });
        self.links.iter().any(|it| match *it {
            Link::CauseMeasure { cause: it, .. } => it == cause,
            Link::ProblemMeasure { problem, .. } => is_explained(problem),
            Link::ProblemCause { .. } => false,
        })
    }

    /// Returns the measures linked to a cause, in the order of the measures.
    pub fn measures_against(&self, cause: ItemId) -> impl Iterator<Item = &Measure> {
        self.measures.iter().filter(move |it| {
            self.links.contains(&Link::CauseMeasure {
                cause,
                measure: it.id,
            })
        })
    }

    /// Returns the measures that answer a problem, by themselves or through its causes, in the order of the measures.
    pub fn measures_for(&self, problem: ItemId) -> impl Iterator<Item = &Measure> {
        self.measures.iter().filter(move |it| {
            let measure = it.id;
            self.links
                .contains(&Link::ProblemMeasure { problem, measure })
                || self.causes_of(problem).any(|cause| {
                    self.links.contains(&Link::CauseMeasure {
                        cause: cause.id,
                        measure,
                    })
                })
        })
    }

    /// Returns what was answered to a question that opens and closes parts; `None` if nothing was.
    pub fn branch(&self, key: &str) -> Option<bool> {
        let mut all = self.branches.iter();
        all.find(|it| it.key == key).map(|it| it.open)
    }

    /// Tells whether two drafts hold the same, ids included, whatever ids were used up on the way.
    pub fn same_content(&self, other: &Self) -> bool {
        self.template == other.template
            && self.title == other.title
            && self.bylines == other.bylines
            && self.sections == other.sections
            && self.dimensions == other.dimensions
            && self.follow_ups == other.follow_ups
            && self.causes == other.causes
            && self.measures == other.measures
            && self.set_aside == other.set_aside
            && self.links == other.links
            && self.not_written == other.not_written
            && self.silences == other.silences
            && self.earlier == other.earlier
            && self.branches == other.branches
    }
}
