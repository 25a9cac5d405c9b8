//! The questions of a page.

use crate::draft::{
    Dimension, DimensionKind, Draft, Field, FollowUpPart, ItemId, Link, Part, PassageKind,
    ProblemAt, Role, Spot, Status,
};
use crate::template::{Prompt, Template};

use super::Page;

/// Where a question is answered: in a text or by choosing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stop {
    /// By writing.
    Text(Spot),
    /// By choosing from [`options`].
    Choose(Choice),
}

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// A cause for this problem: one of the draft's, or a new one.
    Cause(ProblemAt),
    /// A measure for this problem: one of the draft's, or a new one.
    Measure(ProblemAt),
    /// The measures against this cause: each choice links or parts one, the first writes a new one.
    Remedy(ItemId),
    /// How far a measure or a promise of last year has come.
    Status(ItemId),
    /// Whether what hangs on a question is to be written, asked with this section or dimension.
    Branch(ItemId),
}

/// What a question is about: its label on the screen and its words in the template hang on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Title of the report.
    Title,
    /// A line under the title.
    Byline,
    /// Own text of a section.
    Section(Role),
    /// Last year's problem.
    FollowUpProblem,
    /// Last year's measure.
    FollowUpMeasure,
    /// What became of it.
    Status,
    /// What shows it.
    Evidence,
    /// Paragraph before the problems.
    LeadIn,
    /// A problem in one sentence.
    Headline,
    /// How it shows.
    Detail,
    /// One case of it.
    Example,
    /// A cause in one sentence.
    Cause,
    /// More about the cause.
    CauseDetail,
    /// A measure in one sentence.
    Measure,
    /// More about the measure.
    MeasureDetail,
    /// Who answers for a measure.
    Owner,
    /// By when.
    Due,
    /// A statement.
    Statement,
    /// Whether there is anything to write.
    Branch,
    /// A text set aside.
    SetAside,
    /// Title of a section.
    SectionTitle,
    /// Title of a dimension.
    DimensionTitle,
}

/// A question of the road.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question<'t> {
    /// Where it is answered.
    pub stop: Stop,
    /// What it is about.
    pub subject: Subject,
    /// What is asked, how to do it well, an example to read.
    pub prompt: &'t Prompt,
    /// Whether a report without an answer is complete all the same.
    pub is_optional: bool,
}

/// Returns the questions of a page, in order. `here` is where the writer stands: a new item under the caret is
/// asked for even where the page would offer a choice instead.
pub fn questions<'t>(
    template: &'t Template,
    draft: &Draft,
    page: Page,
    here: Option<Stop>,
) -> Vec<Question<'t>> {
    let mut asker = Asker {
        template,
        draft,
        here,
        page,
        out: Vec::new(),
    };
    asker.title();
    if asker.branch() {
        return asker.out;
    }
    match page {
        Page::Front => asker.front(),
        Page::Section(id) => asker.section(id),
        Page::Statement(id) => asker.text(Field::Statement(id), Subject::Statement, false),
        Page::Problem(at) => asker.problem(at),
        Page::SetAside => {
            for it in &draft.set_aside {
                asker.text(Field::SetAside(it.id), Subject::SetAside, true);
            }
        }
    }
    asker.out
}

/// Returns the items that can be chosen: for a problem those not linked to it yet, for a cause all measures.
pub fn options(draft: &Draft, choice: Choice) -> Vec<ItemId> {
    match choice {
        Choice::Cause(ProblemAt::Known(problem)) => {
            let is_free = |it: &ItemId| {
                !draft.links.contains(&Link::ProblemCause {
                    problem,
                    cause: *it,
                })
            };
            draft
                .causes
                .iter()
                .map(|it| it.id)
                .filter(is_free)
                .collect()
        }
        Choice::Measure(ProblemAt::Known(problem)) => {
            let is_free = |it: &ItemId| {
                !draft.links.contains(&Link::ProblemMeasure {
                    problem,
                    measure: *it,
                })
            };
            draft
                .measures
                .iter()
                .map(|it| it.id)
                .filter(is_free)
                .collect()
        }
        Choice::Cause(ProblemAt::NewIn(_)) => draft.causes.iter().map(|it| it.id).collect(),
        Choice::Measure(ProblemAt::NewIn(_)) => draft.measures.iter().map(|it| it.id).collect(),
        Choice::Remedy(_) => draft.measures.iter().map(|it| it.id).collect(),
        Choice::Status(_) | Choice::Branch(_) => Vec::new(),
    }
}

impl Status {
    /// Every status, in the order a measure goes through them.
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Underway,
        Self::Ongoing,
        Self::Done,
        Self::Closed,
        Self::Unfinished,
    ];
}

/// Returns how far an item can be said to have come: a promise of last year is done or not, one of this year may not
/// even have begun.
pub fn statuses(draft: &Draft, item: ItemId) -> &'static [Status] {
    if draft.measure(item).is_some() {
        &Status::ALL
    } else {
        &Status::OF_PROMISES
    }
}

struct Asker<'t, 'd> {
    template: &'t Template,
    draft: &'d Draft,
    here: Option<Stop>,
    page: Page,
    out: Vec<Question<'t>>,
}

impl<'t> Asker<'t, '_> {
    /// Titles come from the notice: they are asked for only when the writer went there to change one, and only on
    /// a page that stands under the title.
    fn title(&mut self) {
        let Some(Stop::Text(Spot::Text(field))) = self.here else {
            return;
        };
        let dimension = self.page.dimension(self.draft);
        match field {
            Field::SectionTitle(id) => {
                let of_dimensions = self.draft.section_of(Role::Dimensions).map(|it| it.id);
                let stands_under = self.page == Page::Section(id)
                    || (dimension.is_some() && of_dimensions == Some(id));
                if stands_under {
                    self.text(field, Subject::SectionTitle, false);
                }
            }
            Field::DimensionTitle(id) if dimension == Some(id) => {
                self.text(field, Subject::DimensionTitle, false);
            }
            _ => {}
        }
    }

    /// Whether there is anything to write here, where the template makes that a question: on the first page of the
    /// first part that hangs on it. Returns whether it is all that is asked: the part is closed, and the writer does
    /// not stand in what is kept of it.
    fn branch(&mut self) -> bool {
        let Some(Part::Item(id)) = self.page.part(self.draft) else {
            return false;
        };
        let Some(branch) = self.template.branch_asked_with(self.draft, id) else {
            return false;
        };
        let first = |it: &Dimension| it.problems.first().map(|it| it.id);
        let is_first = match self.page {
            Page::Problem(ProblemAt::Known(problem)) => {
                self.draft.dimension(id).and_then(first) == Some(problem)
            }
            Page::Problem(ProblemAt::NewIn(_)) => {
                self.draft.dimension(id).and_then(first).is_none()
            }
            Page::Front | Page::Section(_) | Page::Statement(_) | Page::SetAside => true,
        };
        if !is_first {
            return false;
        }
        self.out.push(Question {
            stop: Stop::Choose(Choice::Branch(id)),
            subject: Subject::Branch,
            prompt: &branch.prompt,
            is_optional: match self.draft.branch(&branch.key) {
                Some(open) => open,
                None => self.has_words(id),
            },
        });
        let is_in_a_text = matches!(self.here, Some(Stop::Text(_)));
        self.template.is_closed(self.draft, id) && !is_in_a_text
    }

    /// Tells whether something is written in a section or a dimension: whoever writes there has said that there is
    /// something to write.
    fn has_words(&self, part: ItemId) -> bool {
        let section = self.draft.section(part);
        let dimension = self.draft.dimension(part);
        section.is_some_and(|it| !it.text.trim().is_empty())
            || dimension
                .is_some_and(|it| !it.statement.trim().is_empty() || !it.problems.is_empty())
    }

    fn front(&mut self) {
        self.text(Field::Title, Subject::Title, false);
        for it in &self.draft.bylines {
            self.text(Field::Byline(it.id), Subject::Byline, true);
        }
        if self.draft.bylines.is_empty() || self.stands_at(Spot::NewByline) {
            self.spot(Spot::NewByline, Subject::Byline, true);
        }
    }

    fn section(&mut self, id: ItemId) {
        let Some(section) = self.draft.section(id) else {
            return;
        };
        let role = section.role;
        let spec = self.template.section_titled(role, &section.title);
        let text_is_optional = match role {
            Role::Dimensions | Role::Causes | Role::Measures => true,
            Role::Opening | Role::FollowUp | Role::Case | Role::Closing | Role::Text => {
                !spec.is_some_and(|it| it.required)
            }
        };
        self.text(
            Field::SectionText(id),
            Subject::Section(role),
            text_is_optional,
        );
        match role {
            Role::FollowUp => self.follow_ups(),
            Role::Causes => self.causes(),
            Role::Measures => self.measures(),
            Role::Opening | Role::Dimensions | Role::Case | Role::Closing | Role::Text => {}
        }
    }

    fn follow_ups(&mut self) {
        for it in &self.draft.follow_ups {
            self.text(
                Field::FollowUpProblem(it.id),
                Subject::FollowUpProblem,
                false,
            );
            self.text(
                Field::FollowUpMeasure(it.id),
                Subject::FollowUpMeasure,
                false,
            );
            self.choice(Choice::Status(it.id), Subject::Status, false);
            self.text(Field::Evidence(it.id), Subject::Evidence, true);
        }
        let new = Spot::NewFollowUp(FollowUpPart::Problem);
        if self.draft.follow_ups.is_empty() || self.stands_at(new) {
            self.spot(new, Subject::FollowUpProblem, true);
        }
    }

    fn causes(&mut self) {
        for it in &self.draft.causes {
            self.cause(it.id);
            self.choice(Choice::Remedy(it.id), Subject::Measure, true);
        }
        if self.draft.causes.is_empty() || self.stands_at(Spot::NewCause(None)) {
            self.spot(Spot::NewCause(None), Subject::Cause, false);
        }
    }

    fn measures(&mut self) {
        for it in &self.draft.measures {
            self.measure(it.id);
            self.choice(Choice::Status(it.id), Subject::Status, true);
            self.text(Field::Evidence(it.id), Subject::Evidence, true);
        }
        if self.draft.measures.is_empty() || self.stands_at(Spot::NewMeasure(None)) {
            self.spot(Spot::NewMeasure(None), Subject::Measure, false);
        }
        if let Some(Stop::Text(spot @ Spot::NewRemedy(_))) = self.here {
            self.spot(spot, Subject::Measure, false);
        }
    }

    fn problem(&mut self, at: ProblemAt) {
        let Some(dimension) = self
            .page
            .dimension(self.draft)
            .and_then(|it| self.draft.dimension(it))
        else {
            return;
        };
        let is_first = match at {
            ProblemAt::Known(id) => dimension.problems.first().is_some_and(|it| it.id == id),
            ProblemAt::NewIn(_) => dimension.problems.is_empty(),
        };
        if is_first {
            self.text(Field::LeadIn(dimension.id), Subject::LeadIn, true);
        }
        match at {
            ProblemAt::Known(id) => self.text(Field::Headline(id), Subject::Headline, false),
            ProblemAt::NewIn(id) => self.spot(Spot::NewHeadline(id), Subject::Headline, false),
        }
        self.passages(at);
        let known = match at {
            ProblemAt::Known(id) => Some(id),
            ProblemAt::NewIn(_) => None,
        };
        let causes: Vec<ItemId> = known
            .into_iter()
            .flat_map(|it| self.draft.causes_of(it))
            .map(|it| it.id)
            .collect();
        for id in &causes {
            self.cause(*id);
        }
        self.new_or_choice(
            Spot::NewCause(Some(at)),
            Choice::Cause(at),
            Subject::Cause,
            causes.is_empty(),
        );
        let measures: Vec<ItemId> = known
            .into_iter()
            .flat_map(|it| self.draft.measures_of(it))
            .map(|it| it.id)
            .collect();
        for id in &measures {
            self.measure(*id);
        }
        self.new_or_choice(
            Spot::NewMeasure(Some(at)),
            Choice::Measure(at),
            Subject::Measure,
            measures.is_empty(),
        );
    }

    /// A problem's details and examples in its own order, and what is still missing of the two.
    fn passages(&mut self, at: ProblemAt) {
        let body = match at {
            ProblemAt::Known(id) => self.draft.body(id).unwrap_or_default(),
            ProblemAt::NewIn(_) => &[],
        };
        let new_detail = Spot::NewPassage(at, PassageKind::Detail);
        let new_example = Spot::NewPassage(at, PassageKind::Example);
        if body.iter().all(|it| it.kind != PassageKind::Detail) {
            self.spot(new_detail, Subject::Detail, true);
        }
        for it in body {
            match it.kind {
                PassageKind::Detail => self.text(Field::Passage(it.id), Subject::Detail, true),
                PassageKind::Example => self.text(Field::Passage(it.id), Subject::Example, false),
            }
        }
        let has_detail = body.iter().any(|it| it.kind == PassageKind::Detail);
        if has_detail && self.stands_at(new_detail) {
            self.spot(new_detail, Subject::Detail, true);
        }
        if body.iter().all(|it| it.kind != PassageKind::Example) || self.stands_at(new_example) {
            self.spot(new_example, Subject::Example, false);
        }
    }

    /// Where nothing is linked yet: a choice if there is something to choose from, else a new item at once.
    fn new_or_choice(&mut self, new: Spot, choice: Choice, subject: Subject, is_missing: bool) {
        let stands_at_choice = self.here == Some(Stop::Choose(choice));
        if self.stands_at(new) {
            self.spot(new, subject, false);
        } else if is_missing || stands_at_choice {
            if options(self.draft, choice).is_empty() {
                self.spot(new, subject, false);
            } else {
                self.choice(choice, subject, false);
            }
        }
    }

    fn cause(&mut self, id: ItemId) {
        self.text(Field::Headline(id), Subject::Cause, false);
        self.details(id, Subject::CauseDetail);
    }

    fn measure(&mut self, id: ItemId) {
        self.text(Field::Headline(id), Subject::Measure, false);
        self.details(id, Subject::MeasureDetail);
        self.text(Field::Owner(id), Subject::Owner, true);
        self.text(Field::Due(id), Subject::Due, false);
    }

    /// The passages of a cause or a measure; an example among them is asked for as detail.
    fn details(&mut self, owner: ItemId, subject: Subject) {
        let body = self.draft.body(owner).unwrap_or_default();
        for it in body {
            self.text(Field::Passage(it.id), subject, true);
        }
        if body.is_empty() || self.stands_at(Spot::NewDetail(owner)) {
            self.spot(Spot::NewDetail(owner), subject, true);
        }
    }

    fn stands_at(&self, spot: Spot) -> bool {
        self.here == Some(Stop::Text(spot))
    }

    fn text(&mut self, field: Field, subject: Subject, is_optional: bool) {
        self.spot(Spot::Text(field), subject, is_optional);
    }

    fn spot(&mut self, spot: Spot, subject: Subject, is_optional: bool) {
        self.ask(Stop::Text(spot), subject, is_optional);
    }

    fn choice(&mut self, choice: Choice, subject: Subject, is_optional: bool) {
        self.ask(Stop::Choose(choice), subject, is_optional);
    }

    fn ask(&mut self, stop: Stop, subject: Subject, is_optional: bool) {
        let prompt = self.prompt(subject);
        self.out.push(Question {
            stop,
            subject,
            prompt,
            is_optional,
        });
    }

    fn prompt(&self, subject: Subject) -> &'t Prompt {
        let template = self.template;
        let questions = &template.questions;
        // The notice may ask something of its own for a dimension.
        let of_dimension = || {
            let dimension = self
                .page
                .dimension(self.draft)
                .and_then(|it| self.draft.dimension(it))?;
            let spec = template
                .dimensions
                .iter()
                .find(|it| it.title == dimension.title)?;
            (!spec.prompt.ask.is_empty()).then_some(&spec.prompt)
        };
        // There may be several texts, each asked about in its own words.
        let of_section = |role: Role| {
            let title = match self.page {
                Page::Section(id) => self.draft.section(id).map(|it| it.title.as_str()),
                Page::Front | Page::Statement(_) | Page::Problem(_) | Page::SetAside => None,
            };
            let spec = template.section_titled(role, title.unwrap_or_default());
            spec.map(|it| &it.prompt)
        };
        match subject {
            Subject::Title => &questions.title,
            Subject::Byline => &questions.byline,
            Subject::Section(role) => of_section(role).unwrap_or(&questions.text),
            Subject::FollowUpProblem => &questions.follow_up_problem,
            Subject::FollowUpMeasure => &questions.follow_up_measure,
            Subject::Status => &questions.status,
            Subject::Evidence => &questions.follow_up_evidence,
            Subject::LeadIn => &questions.lead_in,
            Subject::Headline => of_dimension().unwrap_or(&questions.headline),
            Subject::Detail => &questions.detail,
            Subject::Example => &questions.example,
            Subject::Cause => &questions.cause,
            Subject::CauseDetail => &questions.cause_detail,
            Subject::Measure => &questions.measure,
            Subject::MeasureDetail => &questions.measure_detail,
            Subject::Owner => &questions.owner,
            Subject::Due => &questions.due,
            Subject::Statement => of_dimension().unwrap_or(&questions.statement),
            // Put with its own prompt, see `branch`.
            Subject::Branch => &questions.statement,
            Subject::SetAside => &questions.set_aside,
            Subject::SectionTitle => &questions.section_title,
            Subject::DimensionTitle => &questions.dimension_title,
        }
    }
}

/// A dimension asks for problems unless it asks for a statement.
impl DimensionKind {
    /// Tells whether problems are named under the dimension.
    pub fn has_problems(self) -> bool {
        self == Self::Review
    }
}
