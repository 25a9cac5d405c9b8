//! The account of a report: what is written, what is begun, what is missing. In words, never in percent.

use crate::draft::{Draft, Part, Passage, Problem, ProblemAt, Role, Spot, Status, is_blank};
use crate::template::Template;

use super::{Choice, Page, Stop, pages, questions};

/// How far a part has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartState {
    /// Everything asked for is there.
    Written,
    /// Something is there, something is missing.
    Begun,
    /// Nothing is there.
    Unwritten,
    /// The writer decided not to write it; what was written is kept.
    LeftOut,
}

/// One page in the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartAccount {
    /// The page.
    pub page: Page,
    /// How far it has come.
    pub state: PartState,
}

/// The account of a whole report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Page by page, in order.
    pub parts: Vec<PartAccount>,
    /// Questions answered, or decided not to be.
    pub answered: usize,
    /// Questions a complete report answers.
    pub questions: usize,
}

impl Account {
    /// Tells whether nothing is missing.
    pub fn is_finished(&self) -> bool {
        self.answered == self.questions
    }
}

/// Returns the account of a report.
pub fn account(template: &Template, draft: &Draft) -> Account {
    let mut account = Account::default();
    for page in pages(draft) {
        let (answered, asked) = tally(template, draft, page);
        account.answered += answered;
        account.questions += asked;
        account.parts.push(PartAccount {
            page,
            state: page_state(template, draft, page),
        });
    }
    account
}

/// Returns how far a page has come.
pub fn page_state(template: &Template, draft: &Draft, page: Page) -> PartState {
    if page
        .part(draft)
        .is_some_and(|it| draft.reason_not_written(it).is_some())
    {
        return PartState::LeftOut;
    }
    let (answered, asked) = tally(template, draft, page);
    if asked > 0 && answered == asked {
        return PartState::Written;
    }
    let any = questions(template, draft, page, None)
        .iter()
        .any(|it| match it.stop {
            Stop::Text(spot) => is_written(draft, spot),
            Stop::Choose(_) => false,
        });
    match (any, asked) {
        (true, 0) => PartState::Written,
        (true, _) => PartState::Begun,
        (false, _) => PartState::Unwritten,
    }
}

/// Questions of a page that are settled, and those that a complete report answers.
fn tally(template: &Template, draft: &Draft, page: Page) -> (usize, usize) {
    let asked = match page {
        // A problem is asked four things, whatever the number of its examples, causes and measures.
        Page::Problem(at) => return tally_problem(draft, page, at),
        Page::Front | Page::Section(_) | Page::Statement(_) => {
            questions(template, draft, page, None)
                .into_iter()
                .filter(|it| !it.is_optional)
                .collect::<Vec<_>>()
        }
        Page::SetAside => return (0, 0),
    };
    if page
        .part(draft)
        .is_some_and(|it| draft.reason_not_written(it).is_some())
    {
        return (asked.len(), asked.len());
    }
    let is_answered = |stop: Stop| match stop {
        Stop::Text(spot) => is_written(draft, spot),
        Stop::Choose(choice) => is_chosen(draft, choice),
    };
    (
        asked.iter().filter(|it| is_answered(it.stop)).count(),
        asked.len(),
    )
}

/// A promise of last year is open until the writer says what became of it.
fn is_chosen(draft: &Draft, choice: Choice) -> bool {
    match choice {
        Choice::Status(id) => draft.status(id) != Some(Status::Open),
        Choice::Cause(_) | Choice::Measure(_) | Choice::Remedy(_) => true,
    }
}

fn is_written(draft: &Draft, spot: Spot) -> bool {
    draft.text_at(spot).is_some_and(|it| !is_blank(it))
}

fn tally_problem(draft: &Draft, page: Page, at: ProblemAt) -> (usize, usize) {
    const ASKED: usize = 4;
    let is_left_out = page
        .part(draft)
        .is_some_and(|it| draft.reason_not_written(it).is_some());
    if is_left_out {
        return (ASKED, ASKED);
    }
    let ProblemAt::Known(id) = at else {
        return (0, ASKED);
    };
    let Some(problem) = draft.problem(id) else {
        return (0, ASKED);
    };
    if draft.reason_not_written(Part::Item(id)).is_some() {
        return (ASKED, ASKED);
    }
    let settled = |part: Part, is_there: bool| is_there || draft.reason_not_written(part).is_some();
    let answers = [
        !problem.is_blank(),
        settled(
            Part::Examples(id),
            problem.examples().any(|it| !it.is_blank()),
        ),
        settled(
            Part::Causes(id),
            draft
                .causes_of(id)
                .any(|it| has_words(&it.headline, &it.body)),
        ),
        settled(Part::Measures(id), has_measure(draft, problem)),
    ];
    (answers.into_iter().filter(|it| *it).count(), ASKED)
}

/// A problem is answered by its own measures or by those against its causes.
fn has_measure(draft: &Draft, problem: &Problem) -> bool {
    draft
        .measures_for(problem.id)
        .any(|it| has_words(&it.headline, &it.body))
}

fn has_words(headline: &str, body: &[Passage]) -> bool {
    !is_blank(headline) || body.iter().any(|it| !it.is_blank())
}

impl Draft {
    /// Returns the section a page belongs to, if it is a section's own.
    pub fn role_of(&self, page: Page) -> Option<Role> {
        match page {
            Page::Section(id) => self.section(id).map(|it| it.role),
            Page::Statement(_) | Page::Problem(_) => Some(Role::Dimensions),
            Page::Front | Page::SetAside => None,
        }
    }
}
