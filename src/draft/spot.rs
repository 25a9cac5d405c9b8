//! Where a writer can stand: at a text, or where a text will be once its first character is typed.
//!
//! Items are not made by walking past them: an example exists from its first stroke on. [`Draft::realise`]
//! gives the edits that make a spot's item, which travel in the same change as that stroke.

use serde::{Deserialize, Serialize};

use super::{
    Byline, Cause, Draft, Edit, Field, FollowUp, Item, ItemId, Link, List, Measure, Passage,
    PassageKind, Problem, Slot, Status,
};

/// A problem, there already or still to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemAt {
    /// A problem of the draft.
    Known(ItemId),
    /// A new problem, behind the others of this dimension.
    NewIn(ItemId),
}

/// Which text of a follow-up item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpPart {
    /// Last year's problem.
    Problem,
    /// Last year's measure.
    Measure,
    /// What shows that it was kept.
    Evidence,
}

/// A place for text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// A text of the draft.
    Text(Field),
    /// A further line under the title.
    NewByline,
    /// A further promise of last year.
    NewFollowUp(FollowUpPart),
    /// The headline of a problem still to be made.
    NewHeadline(ItemId),
    /// A further passage of a problem.
    NewPassage(ProblemAt, PassageKind),
    /// A further detail of a cause or a measure.
    NewDetail(ItemId),
    /// A new cause, linked to the problem if one is named.
    NewCause(Option<ProblemAt>),
    /// A new measure, linked to the problem and its only cause if a problem is named.
    NewMeasure(Option<ProblemAt>),
    /// A new measure against this cause.
    NewRemedy(ItemId),
}

/// A spot and the caret in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Where.
    pub spot: Spot,
    /// The caret, in bytes on a grapheme boundary.
    pub caret: usize,
    /// The problem on whose page the writer met a cause or a measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<ItemId>,
}

impl Spot {
    /// Tells whether the text holds one line only.
    pub fn is_single_line(self) -> bool {
        match self {
            Self::Text(field) => field.is_single_line(),
            Self::NewByline
            | Self::NewHeadline(_)
            | Self::NewCause(_)
            | Self::NewMeasure(_)
            | Self::NewRemedy(_) => true,
            Self::NewFollowUp(_) | Self::NewPassage(..) | Self::NewDetail(_) => false,
        }
    }
}

impl Draft {
    /// Returns the text at a spot: empty where it is still to be made; `None` if its surroundings are gone.
    pub fn text_at(&self, spot: Spot) -> Option<&str> {
        match spot {
            Spot::Text(field) => self.text(field),
            Spot::NewByline
            | Spot::NewFollowUp(_)
            | Spot::NewCause(None)
            | Spot::NewMeasure(None) => Some(""),
            Spot::NewHeadline(id) | Spot::NewDetail(id) | Spot::NewRemedy(id) => {
                self.holds(id).then_some("")
            }
            Spot::NewPassage(problem, _)
            | Spot::NewCause(Some(problem))
            | Spot::NewMeasure(Some(problem)) => {
                let (ProblemAt::Known(id) | ProblemAt::NewIn(id)) = problem;
                self.holds(id).then_some("")
            }
        }
    }

    /// Returns the edits that make the text of a spot exist, and its field. No edits for a text that exists.
    pub fn realise(&self, spot: Spot) -> (Vec<Edit>, Field) {
        let mut maker = Maker {
            draft: self,
            next: self.fresh_id().0,
            edits: Vec::new(),
        };
        let field = maker.make(spot);
        (maker.edits, field)
    }

    /// Returns the edits that make a problem exist, and its id.
    pub fn realise_problem(&self, at: ProblemAt) -> (Vec<Edit>, ItemId) {
        let mut maker = Maker {
            draft: self,
            next: self.fresh_id().0,
            edits: Vec::new(),
        };
        let problem = maker.problem(at);
        (maker.edits, problem)
    }
}

struct Maker<'a> {
    draft: &'a Draft,
    next: u32,
    edits: Vec<Edit>,
}

impl Maker<'_> {
    fn make(&mut self, spot: Spot) -> Field {
        match spot {
            Spot::Text(field) => field,
            Spot::NewByline => {
                let id = self.id();
                self.insert(
                    List::Bylines,
                    Item::Byline(Byline {
                        id,
                        text: String::new(),
                    }),
                );
                Field::Byline(id)
            }
            Spot::NewFollowUp(part) => self.follow_up(part),
            Spot::NewHeadline(dimension) => {
                Field::Headline(self.problem(ProblemAt::NewIn(dimension)))
            }
            Spot::NewPassage(at, kind) => {
                let problem = self.problem(at);
                self.passage(problem, kind)
            }
            Spot::NewDetail(owner) => self.passage(owner, PassageKind::Detail),
            Spot::NewCause(at) => {
                let cause = self.id();
                let (headline, body) = (String::new(), Vec::new());
                self.insert(
                    List::Causes,
                    Item::Cause(Cause {
                        id: cause,
                        headline,
                        body,
                    }),
                );
                if let Some(at) = at {
                    let problem = self.problem(at);
                    self.edits
                        .push(Edit::Link(Link::ProblemCause { problem, cause }));
                }
                Field::Headline(cause)
            }
            Spot::NewMeasure(at) => self.measure(at),
            Spot::NewRemedy(cause) => {
                let measure = self.id();
                self.insert(List::Measures, Item::Measure(Measure::empty(measure)));
                self.edits
                    .push(Edit::Link(Link::CauseMeasure { cause, measure }));
                Field::Headline(measure)
            }
        }
    }

    fn problem(&mut self, at: ProblemAt) -> ItemId {
        match at {
            ProblemAt::Known(id) => id,
            ProblemAt::NewIn(dimension) => {
                let id = self.id();
                self.insert(List::Problems(dimension), Item::Problem(Problem::empty(id)));
                id
            }
        }
    }

    /// A detail goes before the first example as long as there is no detail: that is where it is read.
    fn passage(&mut self, owner: ItemId, kind: PassageKind) -> Field {
        let body = self.draft.body(owner).unwrap_or_default();
        let is_first_detail =
            kind == PassageKind::Detail && body.iter().all(|it| it.kind != PassageKind::Detail);
        let index = if is_first_detail { 0 } else { body.len() };
        let id = self.id();
        let item = Item::Passage(Passage {
            id,
            kind,
            text: String::new(),
        });
        self.edits.push(Edit::Insert {
            slot: Slot {
                list: List::Body(owner),
                index,
            },
            item,
        });
        Field::Passage(id)
    }

    fn follow_up(&mut self, part: FollowUpPart) -> Field {
        let id = self.id();
        let item = FollowUp {
            id,
            problem: String::new(),
            measure: String::new(),
            status: Status::default(),
            evidence: String::new(),
            origin: None,
        };
        self.insert(List::FollowUps, Item::FollowUp(item));
        match part {
            FollowUpPart::Problem => Field::FollowUpProblem(id),
            FollowUpPart::Measure => Field::FollowUpMeasure(id),
            FollowUpPart::Evidence => Field::Evidence(id),
        }
    }

    /// A problem with exactly one cause gets its measure through the cause as well: the chain is then whole.
    fn measure(&mut self, at: Option<ProblemAt>) -> Field {
        let id = self.id();
        self.insert(List::Measures, Item::Measure(Measure::empty(id)));
        if let Some(at) = at {
            let problem = self.problem(at);
            self.edits.push(Edit::Link(Link::ProblemMeasure {
                problem,
                measure: id,
            }));
            let mut causes = self.draft.causes_of(problem);
            if let (Some(cause), None) = (causes.next(), causes.next()) {
                self.edits.push(Edit::Link(Link::CauseMeasure {
                    cause: cause.id,
                    measure: id,
                }));
            }
        }
        Field::Headline(id)
    }

    fn id(&mut self) -> ItemId {
        self.next += 1;
        ItemId(self.next - 1)
    }

    fn insert(&mut self, list: List, item: Item) {
        let index = self.draft.len_of(list).unwrap_or_default();
        self.edits.push(Edit::Insert {
            slot: Slot { list, index },
            item,
        });
    }
}

impl Measure {
    /// Returns a measure without words.
    pub fn empty(id: ItemId) -> Self {
        Self {
            id,
            headline: String::new(),
            body: Vec::new(),
            owner: String::new(),
            due: String::new(),
            status: Status::default(),
            evidence: String::new(),
        }
    }
}
