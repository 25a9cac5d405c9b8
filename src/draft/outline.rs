//! [`Outline`]: the content of a report without identity. Templates, answer files and importers build one; one
//! function turns it into a [`Change`]. Two drafts hold the same report if their outlines are equal.

use super::{
    Attr, Branch, Byline, Cause, Change, ChangeCause, Dimension, DimensionKind, Draft, Earlier,
    Edit, Field, FollowUp, Item, ItemId, Link, List, Measure, Part, Passage, PassageKind, Problem,
    Role, Section, SetAside, Slot, Status,
};

/// The content of a report. Causes and measures are referred to by their place in the outline's own lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Id of the template.
    pub template: String,
    /// Title of the report.
    pub title: String,
    /// The lines under the title.
    pub bylines: Vec<String>,
    /// The sections, in order.
    pub sections: Vec<OutlineSection>,
    /// The dimensions, in order.
    pub dimensions: Vec<OutlineDimension>,
    /// The promises of last year.
    pub follow_ups: Vec<OutlineFollowUp>,
    /// The causes.
    pub causes: Vec<OutlineCause>,
    /// The measures.
    pub measures: Vec<OutlineMeasure>,
    /// Texts without a place: where each came from, and its words.
    pub set_aside: Vec<(String, String)>,
    /// The report that this one follows.
    pub earlier: Option<Earlier>,
    /// Why the promises of last year are not counted.
    pub no_count: Option<String>,
    /// What was answered to the questions that open and close parts, by name.
    pub branches: Vec<Branch>,
    /// Findings not to be told again.
    pub silences: Vec<OutlineSilence>,
}

/// A decision not to be told what a rule finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineSilence {
    /// Name of the rule.
    pub rule: String,
    /// The item by its place among all, list by list (see `Draft::item_ids`); `None` for the report.
    pub item: Option<usize>,
    /// Why; may be empty.
    pub reason: String,
}

/// A section and its own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineSection {
    /// What it is for.
    pub role: Role,
    /// Its title.
    pub title: String,
    /// Its own text.
    pub text: String,
    /// Why it is not written.
    pub not_written: Option<String>,
}

/// A dimension with its problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineDimension {
    /// Problems or a statement.
    pub kind: DimensionKind,
    /// Its title.
    pub title: String,
    /// The paragraph before the first problem.
    pub lead_in: String,
    /// The statement.
    pub statement: String,
    /// The problems.
    pub problems: Vec<OutlineProblem>,
    /// Why it is not written.
    pub not_written: Option<String>,
}

/// A problem with what belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineProblem {
    /// The problem in one sentence.
    pub headline: String,
    /// Details and examples, in order.
    pub body: Vec<(PassageKind, String)>,
    /// Its causes, by place in [`Outline::causes`].
    pub causes: Vec<usize>,
    /// The measures for it, by place in [`Outline::measures`].
    pub measures: Vec<usize>,
    /// Why it is not written.
    pub not_written: Option<String>,
    /// Why it has no examples.
    pub no_examples: Option<String>,
    /// Why it has no causes.
    pub no_causes: Option<String>,
    /// Why it has no measures.
    pub no_measures: Option<String>,
}

/// A promise of last year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineFollowUp {
    /// The problem named last year.
    pub problem: String,
    /// The measure promised.
    pub measure: String,
    /// How far it has come.
    pub status: Status,
    /// What shows it.
    pub evidence: String,
    /// The measure of the earlier report that promised it.
    pub origin: Option<ItemId>,
}

/// A cause with the measures against it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineCause {
    /// The cause in one sentence.
    pub headline: String,
    /// Details and examples, in order.
    pub body: Vec<(PassageKind, String)>,
    /// The measures against it, by place in [`Outline::measures`].
    pub measures: Vec<usize>,
}

/// A measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineMeasure {
    /// The measure in one sentence.
    pub headline: String,
    /// Details and examples, in order.
    pub body: Vec<(PassageKind, String)>,
    /// Who answers for it.
    pub owner: String,
    /// By when, in the writer's words.
    pub due: String,
    /// How far it has come.
    pub status: Status,
    /// What shows that it was done.
    pub evidence: String,
}

impl Outline {
    /// Returns the content of a draft.
    pub fn of(draft: &Draft) -> Self {
        let cause_idx = |id: ItemId| {
            draft
                .causes
                .iter()
                .position(|it| it.id == id)
                .expect("links have both ends")
        };
        let measure_idx = |id: ItemId| {
            draft
                .measures
                .iter()
                .position(|it| it.id == id)
                .expect("links have both ends")
        };
        let reason = |part: Part| draft.reason_not_written(part).map(str::to_owned);
        let problem = |it: &Problem| OutlineProblem {
            headline: it.headline.clone(),
            body: passages(&it.body),
            causes: draft.causes_of(it.id).map(|it| cause_idx(it.id)).collect(),
            measures: draft
                .measures_of(it.id)
                .map(|it| measure_idx(it.id))
                .collect(),
            not_written: reason(Part::Item(it.id)),
            no_examples: reason(Part::Examples(it.id)),
            no_causes: reason(Part::Causes(it.id)),
            no_measures: reason(Part::Measures(it.id)),
        };
        Self {
            template: draft.template.clone(),
            title: draft.title.clone(),
            bylines: draft.bylines.iter().map(|it| it.text.clone()).collect(),
            sections: (draft.sections.iter())
                .map(|it| OutlineSection {
                    role: it.role,
                    title: it.title.clone(),
                    text: it.text.clone(),
                    not_written: reason(Part::Item(it.id)),
                })
                .collect(),
            dimensions: (draft.dimensions.iter())
                .map(|it| OutlineDimension {
                    kind: it.kind,
                    title: it.title.clone(),
                    lead_in: it.lead_in.clone(),
                    statement: it.statement.clone(),
                    problems: it.problems.iter().map(problem).collect(),
                    not_written: reason(Part::Item(it.id)),
                })
                .collect(),
            follow_ups: (draft.follow_ups.iter())
                .map(|it| OutlineFollowUp {
                    problem: it.problem.clone(),
                    measure: it.measure.clone(),
                    status: it.status,
                    evidence: it.evidence.clone(),
                    origin: it.origin,
                })
                .collect(),
            causes: (draft.causes.iter())
                .map(|it| OutlineCause {
                    headline: it.headline.clone(),
                    body: passages(&it.body),
                    measures: draft
                        .measures_against(it.id)
                        .map(|it| measure_idx(it.id))
                        .collect(),
                })
                .collect(),
            measures: (draft.measures.iter())
                .map(|it| OutlineMeasure {
                    headline: it.headline.clone(),
                    body: passages(&it.body),
                    owner: it.owner.clone(),
                    due: it.due.clone(),
                    status: it.status,
                    evidence: it.evidence.clone(),
                })
                .collect(),
            set_aside: draft
                .set_aside
                .iter()
                .map(|it| (it.origin.clone(), it.text.clone()))
                .collect(),
            earlier: draft.earlier.clone(),
            branches: draft.branches.clone(),
            silences: silences_of(draft),
            no_count: (draft.section_of(Role::FollowUp)).and_then(|it| reason(Part::Count(it.id))),
        }
    }

    /// Returns the change that puts this content behind what `draft` holds; on an empty draft, that makes it
    /// hold this content and nothing else. A link to a place that does not exist is left out.
    pub fn into_change(self, draft: &Draft, cause: ChangeCause) -> Change {
        let mut filler = Filler {
            draft,
            next: draft.fresh_id().0,
            edits: Vec::new(),
            later: Vec::new(),
        };
        let silences = filler.fill(self);
        let Filler {
            mut edits, later, ..
        } = filler;
        edits.extend(later);
        edits.extend(silencing(draft, &edits, silences));
        Change { cause, edits }
    }
}

fn silences_of(draft: &Draft) -> Vec<OutlineSilence> {
    if draft.silences.is_empty() {
        return Vec::new();
    }
    let ids = draft.item_ids();
    let place = |id: ItemId| ids.iter().position(|it| *it == id);
    let mut silences: Vec<OutlineSilence> = (draft.silences.iter())
        .map(|it| OutlineSilence {
            rule: it.rule.clone(),
            item: it.item.and_then(place),
            reason: it.reason.clone(),
        })
        .collect();
    silences.sort_by(|a, b| (a.item, &a.rule).cmp(&(b.item, &b.rule)));
    silences
}

/// Returns the edits that silence findings about the items that `edits` make. What is silenced already, or is about
/// an item that is not among them, is passed over.
fn silencing(draft: &Draft, edits: &[Edit], silences: Vec<OutlineSilence>) -> Vec<Edit> {
    if silences.is_empty() {
        return Vec::new();
    }
    let mut filled = draft.clone();
    for edit in edits {
        if filled.apply_edit(edit).is_err() {
            return Vec::new();
        }
    }
    let mut ids = filled.item_ids();
    ids.retain(|it| *it >= draft.fresh_id());
    let mut out = Vec::new();
    for it in silences {
        let item = it.item.map(|place| ids.get(place).copied());
        if item == Some(None) {
            continue;
        }
        let attr = Attr::Silence(it.rule, item.flatten(), Some(it.reason));
        if let Some(edit) = Edit::set(&filled, attr)
            && filled.apply_edit(&edit).is_ok()
        {
            out.push(edit);
        }
    }
    out
}

fn passages(body: &[Passage]) -> Vec<(PassageKind, String)> {
    body.iter().map(|it| (it.kind, it.text.clone())).collect()
}

/// Gives ids to an outline's items and collects the edits; links and decisions come last.
struct Filler<'a> {
    draft: &'a Draft,
    next: u32,
    edits: Vec<Edit>,
    later: Vec<Edit>,
}

impl Filler<'_> {
    /// Returns what is to be said about the items once they are there.
    fn fill(&mut self, mut outline: Outline) -> Vec<OutlineSilence> {
        let silences = std::mem::take(&mut outline.silences);
        self.edits
            .extend(Edit::set(self.draft, Attr::Template(outline.template)));
        self.edits
            .extend(Edit::set_text(self.draft, Field::Title, &outline.title));
        if outline.earlier.is_some() {
            self.edits
                .extend(Edit::set(self.draft, Attr::Earlier(outline.earlier)));
        }
        for Branch { key, open } in std::mem::take(&mut outline.branches) {
            let attr = Attr::Branch(key, Some(open));
            self.edits.extend(Edit::set(self.draft, attr));
        }
        for (at, text) in outline.bylines.into_iter().enumerate() {
            let id = self.id();
            self.insert(List::Bylines, at, Item::Byline(Byline { id, text }));
        }
        for (at, it) in outline.sections.into_iter().enumerate() {
            let id = self.id();
            self.decide(Part::Item(id), it.not_written);
            if it.role == Role::FollowUp {
                self.decide(Part::Count(id), outline.no_count.take());
            }
            self.insert(
                List::Sections,
                at,
                Item::Section(Section {
                    id,
                    role: it.role,
                    title: it.title,
                    text: it.text,
                }),
            );
        }
        for (at, it) in outline.follow_ups.into_iter().enumerate() {
            let OutlineFollowUp {
                problem,
                measure,
                status,
                evidence,
                origin,
            } = it;
            let id = self.id();
            self.insert(
                List::FollowUps,
                at,
                Item::FollowUp(FollowUp {
                    id,
                    problem,
                    measure,
                    status,
                    evidence,
                    origin,
                }),
            );
        }
        let measures = self.measures(outline.measures);
        let causes = self.causes(outline.causes, &measures);
        for (at, it) in outline.dimensions.into_iter().enumerate() {
            self.dimension(at, it, &causes, &measures);
        }
        for (at, (origin, text)) in outline.set_aside.into_iter().enumerate() {
            let id = self.id();
            self.insert(
                List::SetAside,
                at,
                Item::SetAside(SetAside { id, origin, text }),
            );
        }
        silences
    }

    fn measures(&mut self, measures: Vec<OutlineMeasure>) -> Vec<ItemId> {
        let mut ids = Vec::new();
        for (at, it) in measures.into_iter().enumerate() {
            let OutlineMeasure {
                headline,
                body,
                owner,
                due,
                status,
                evidence,
            } = it;
            let id = self.id();
            ids.push(id);
            let body = self.body(body);
            let measure = Measure {
                id,
                headline,
                body,
                owner,
                due,
                status,
                evidence,
            };
            self.insert(List::Measures, at, Item::Measure(measure));
        }
        ids
    }

    fn causes(&mut self, causes: Vec<OutlineCause>, measures: &[ItemId]) -> Vec<ItemId> {
        let mut ids = Vec::new();
        for (at, it) in causes.into_iter().enumerate() {
            let cause = self.id();
            ids.push(cause);
            let body = self.body(it.body);
            self.insert(
                List::Causes,
                at,
                Item::Cause(Cause {
                    id: cause,
                    headline: it.headline,
                    body,
                }),
            );
            self.link(
                it.measures.iter().filter_map(|it| measures.get(*it)),
                |measure| Link::CauseMeasure { cause, measure },
            );
        }
        ids
    }

    fn dimension(
        &mut self,
        at: usize,
        outline: OutlineDimension,
        causes: &[ItemId],
        measures: &[ItemId],
    ) {
        let id = self.id();
        self.decide(Part::Item(id), outline.not_written);
        let problems = outline
            .problems
            .into_iter()
            .map(|it| self.problem(it, causes, measures))
            .collect();
        let OutlineDimension {
            kind,
            title,
            lead_in,
            statement,
            ..
        } = outline;
        self.insert(
            List::Dimensions,
            at,
            Item::Dimension(Dimension {
                id,
                kind,
                title,
                lead_in,
                statement,
                problems,
            }),
        );
    }

    fn problem(
        &mut self,
        outline: OutlineProblem,
        causes: &[ItemId],
        measures: &[ItemId],
    ) -> Problem {
        let problem = self.id();
        self.decide(Part::Item(problem), outline.not_written);
        self.decide(Part::Examples(problem), outline.no_examples);
        self.decide(Part::Causes(problem), outline.no_causes);
        self.decide(Part::Measures(problem), outline.no_measures);
        self.link(
            outline.causes.iter().filter_map(|it| causes.get(*it)),
            |cause| Link::ProblemCause { problem, cause },
        );
        self.link(
            outline.measures.iter().filter_map(|it| measures.get(*it)),
            |measure| Link::ProblemMeasure { problem, measure },
        );
        Problem {
            id: problem,
            headline: outline.headline,
            body: self.body(outline.body),
        }
    }

    fn body(&mut self, body: Vec<(PassageKind, String)>) -> Vec<Passage> {
        body.into_iter()
            .map(|(kind, text)| Passage {
                id: self.id(),
                kind,
                text,
            })
            .collect()
    }

    fn id(&mut self) -> ItemId {
        self.next += 1;
        ItemId(self.next - 1)
    }

    /// Inserts behind what the draft holds already.
    fn insert(&mut self, list: List, at: usize, item: Item) {
        let index = self.draft.len_of(list).unwrap_or_default() + at;
        self.edits.push(Edit::Insert {
            slot: Slot { list, index },
            item,
        });
    }

    fn decide(&mut self, part: Part, reason: Option<String>) {
        if reason.is_some() {
            self.later.push(Edit::Set {
                was: Attr::NotWritten(part, None),
                now: Attr::NotWritten(part, reason),
            });
        }
    }

    fn link<'b>(
        &mut self,
        others: impl Iterator<Item = &'b ItemId>,
        make: impl Fn(ItemId) -> Link,
    ) {
        for link in others.map(|it| make(*it)) {
            // An answer file may name the same cause twice.
            if !self.later.contains(&Edit::Link(link)) {
                self.later.push(Edit::Link(link));
            }
        }
    }
}
