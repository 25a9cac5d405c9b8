//! Standing somewhere: moving the focus between questions, buttons and pages, and finding firm ground again
//! after a change took the ground away.

use crate::draft::{
    Change, Draft, Edit, Field, FollowUpPart, Item, ItemId, Link, List, Place, ProblemAt, Role,
    Spot,
};
use crate::typeset;
use crate::wizard::{Choice, Page, Stop, is_passed_over, page_of, pages, statuses};

use super::model::{Focus, Search, Work, Writer};
use super::sheet::Sheet;

/// A button below the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// On to the next page, or to the result behind the last one.
    NextPage,
    /// A further problem of this dimension.
    NewProblem,
    /// A further detail of this problem.
    NewDetail,
    /// A further example of this problem.
    NewExample,
    /// A further cause.
    NewCause,
    /// A further measure.
    NewMeasure,
    /// A further promise of last year.
    NewFollowUp,
    /// A further line under the title.
    NewByline,
    /// Back to the proof.
    BackToProof,
    /// Back to what the reviewer found.
    BackToCheck,
    /// Back to what was found.
    BackToFound,
    /// The menu.
    Menu,
}

/// What comes behind a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing: it is the last one.
    Nothing,
    /// A further problem of the same dimension.
    Problem,
    /// Another dimension.
    Dimension,
    /// Another part.
    Part,
}

impl Writer {
    /// Stands at the start of a page, with the caret nowhere yet.
    pub fn at(page: Page) -> Self {
        Self {
            page,
            focus: Focus::Button(0),
            caret: 0,
            anchor: None,
            selects: false,
            goal: None,
            carets: Vec::new(),
            pick: 0,
            shows_example: false,
            sheet: Sheet::empty(),
        }
    }
}

impl Writer {
    /// Selects nothing any more.
    pub fn drop_selection(&mut self) {
        self.anchor = None;
        self.selects = false;
    }
}

impl Work {
    /// Returns the buttons of the page.
    pub fn buttons(&self) -> Vec<Button> {
        let own: &[Button] = match self.writer.page {
            Page::Front => &[Button::NewByline],
            Page::Problem(_) => &[
                Button::NewProblem,
                Button::NewDetail,
                Button::NewExample,
                Button::NewCause,
                Button::NewMeasure,
            ],
            Page::Section(_) => match self.draft().role_of(self.writer.page) {
                Some(Role::FollowUp) => &[Button::NewFollowUp],
                Some(Role::Causes) => &[Button::NewCause],
                Some(Role::Measures) => &[Button::NewMeasure],
                _ => &[],
            },
            Page::Statement(_) | Page::SetAside => &[],
        };
        let mut buttons = Vec::new();
        if self.proof.is_away {
            buttons.push(Button::BackToProof);
        }
        if self.checked.is_away {
            buttons.push(Button::BackToCheck);
        }
        if self.search.as_ref().is_some_and(|it| it.is_away) {
            buttons.push(Button::BackToFound);
        }
        buttons.push(Button::NextPage);
        let is_closed = (self.writer.page.part(self.draft()))
            .is_some_and(|it| self.template.is_closed(self.draft(), it.item()));
        if !is_closed {
            buttons.extend_from_slice(own);
        }
        buttons.push(Button::Menu);
        buttons
    }

    /// Tells whether the writer came from the proof, from the review or from what was found, and may go back there.
    pub fn comes_from_elsewhere(&self) -> bool {
        let was_found = self.search.as_ref().is_some_and(|it| it.is_away);
        self.proof.is_away || self.checked.is_away || was_found
    }

    /// Puts what was found in place of what was found before. Where the button that leads back goes with that, the
    /// focus stays on the button it is on.
    pub fn keep_search(&mut self, search: Search) {
        let was_away = self.search.as_ref().is_some_and(|it| it.is_away);
        if let Focus::Button(n) = self.writer.focus
            && was_away
            && !search.is_away
        {
            self.writer.focus = Focus::Button(n.saturating_sub(1));
        }
        self.search = Some(search);
    }

    /// Goes to a place of an earlier session, or to the first question worth answering.
    pub fn go_to_place(&mut self, place: Option<Place>) {
        let standing = place.and_then(|it| {
            self.draft().text_at(it.spot)?;
            let page = self.page_for(
                it.spot,
                it.within.map(|it| Page::Problem(ProblemAt::Known(it))),
            )?;
            Some((page, it))
        });
        if let Some((page, place)) = standing {
            self.writer.page = page;
            self.stand(Focus::Stop(Stop::Text(place.spot)));
            self.writer.caret = typeset::floor_boundary(self.text(), place.caret);
        } else {
            let all = pages(self.draft());
            // The title is there already: the writer begins with the first section.
            let first = all.get(1).or(all.first()).copied().unwrap_or(Page::Front);
            self.arrive(first);
        }
    }

    /// Goes to a page: to its first question that has to be answered.
    pub fn arrive(&mut self, page: Page) {
        self.keep_caret();
        self.writer.page = page;
        self.writer.focus = Focus::Button(0);
        let questions = self.questions();
        let wanted = questions
            .iter()
            .find(|it| !it.is_optional)
            .or(questions.first());
        let focus = wanted.map_or(Focus::Button(0), |it| Focus::Stop(it.stop));
        self.stand(focus);
    }

    /// Puts the focus somewhere on the page. A text left before gets its caret back, another one has it at its end.
    pub fn stand(&mut self, focus: Focus) {
        self.session.seal();
        self.put(focus);
    }

    fn put(&mut self, focus: Focus) {
        self.keep_caret();
        self.writer.focus = focus;
        self.writer.goal = None;
        self.writer.drop_selection();
        self.writer.pick = self.present_choice();
        self.writer.shows_example = false;
        let spot = self.spot();
        let kept = self
            .writer
            .carets
            .iter()
            .find(|(it, _)| Some(*it) == spot)
            .map(|(_, caret)| *caret);
        let caret = kept.unwrap_or(self.text().len());
        self.writer.caret = typeset::floor_boundary(self.text(), caret);
    }

    /// The line that holds what was chosen before; the first where nothing was.
    fn present_choice(&self) -> usize {
        if let Focus::Stop(Stop::Choose(Choice::Branch(part))) = self.writer.focus {
            let branch = self.template.branch_of(self.draft(), part);
            let answer = branch.and_then(|it| self.draft().branch(&it.key));
            return usize::from(answer == Some(false));
        }
        let Focus::Stop(Stop::Choose(Choice::Status(id))) = self.writer.focus else {
            return 0;
        };
        let status = self.draft().status(id);
        statuses(self.draft(), id)
            .iter()
            .position(|it| Some(*it) == status)
            .unwrap_or_default()
    }

    fn keep_caret(&mut self) {
        if let Some(spot) = self.spot() {
            let caret = self.writer.caret;
            self.writer.carets.retain(|(it, _)| *it != spot);
            self.writer.carets.push((spot, caret));
        }
    }

    /// Goes to the next question or button; behind the last, to the next page. Tells whether there was one.
    pub fn go_next(&mut self) -> bool {
        let stops: Vec<Stop> = self.questions().iter().map(|it| it.stop).collect();
        let n_buttons = self.buttons().len();
        let focus = match self.writer.focus {
            Focus::Stop(stop) => {
                let at = stops
                    .iter()
                    .position(|it| *it == stop)
                    .map_or(0, |it| it + 1);
                stops
                    .get(at)
                    .map_or(Focus::Button(0), |it| Focus::Stop(*it))
            }
            Focus::Button(n) if n + 1 < n_buttons => Focus::Button(n + 1),
            Focus::Button(_) => return self.go_to_next_page(),
        };
        self.stand(focus);
        true
    }

    /// Goes to the previous question or button; before the first, to the end of the previous page.
    pub fn go_previous(&mut self) {
        let stops: Vec<Stop> = self.questions().iter().map(|it| it.stop).collect();
        let before = match self.writer.focus {
            Focus::Stop(stop) => stops
                .iter()
                .position(|it| *it == stop)
                .unwrap_or_default()
                .checked_sub(1),
            Focus::Button(0) => stops.len().checked_sub(1),
            Focus::Button(n) => {
                self.stand(Focus::Button(n - 1));
                return;
            }
        };
        match before.and_then(|it| stops.get(it)) {
            Some(stop) => self.stand(Focus::Stop(*stop)),
            None => self.go_to_previous_page(),
        }
    }

    /// Goes to the next page. Tells whether there was one.
    pub fn go_to_next_page(&mut self) -> bool {
        let all = pages(self.draft());
        let here = self.page_index(&all);
        let next = all.iter().skip(here + 1).find(|it| self.is_walked(**it));
        match next {
            Some(page) => {
                self.arrive(*page);
                true
            }
            None => false,
        }
    }

    /// Tells whether whoever walks on comes to a page.
    fn is_walked(&self, page: Page) -> bool {
        !is_passed_over(self.template, self.draft(), page)
    }

    fn go_to_previous_page(&mut self) {
        let all = pages(self.draft());
        let before = all.iter().take(self.page_index(&all));
        let Some(page) = before.rev().find(|it| self.is_walked(**it)) else {
            return;
        };
        self.keep_caret();
        self.writer.page = *page;
        self.writer.focus = Focus::Button(0);
        let last = self.questions().last().map(|it| it.stop);
        self.stand(last.map_or(Focus::Button(0), Focus::Stop));
    }

    /// The place of the page among all; a problem about to be made stands behind those of its dimension.
    fn page_index(&self, all: &[Page]) -> usize {
        if let Some(at) = all.iter().position(|it| *it == self.writer.page) {
            return at;
        }
        let dimension = self.writer.page.dimension(self.draft());
        all.iter()
            .rposition(|it| dimension.is_some() && it.dimension(self.draft()) == dimension)
            .unwrap_or_default()
    }

    /// Returns what comes behind the page.
    pub fn page_after(&self) -> Option<Page> {
        let all = pages(self.draft());
        let mut behind = all.iter().skip(self.page_index(&all) + 1);
        behind.find(|it| self.is_walked(**it)).copied()
    }

    /// Returns what the button that leads on leads to.
    pub fn next(&self) -> Next {
        let dimension = |page: Page| page.dimension(self.draft());
        match self.page_after() {
            None => Next::Nothing,
            Some(page @ Page::Problem(_)) if dimension(page) == dimension(self.writer.page) => {
                Next::Problem
            }
            Some(Page::Problem(_)) => Next::Dimension,
            Some(Page::Front | Page::Section(_) | Page::Statement(_) | Page::SetAside) => {
                Next::Part
            }
        }
    }

    /// The page to show a spot on: the present one if it asks for it, then `wish`, else the page of its section.
    fn page_for(&self, spot: Spot, wish: Option<Page>) -> Option<Page> {
        let asks = |page: Page| {
            page.exists(self.draft())
                && crate::wizard::questions(
                    self.template,
                    self.draft(),
                    page,
                    Some(Stop::Text(spot)),
                )
                .iter()
                .any(|it| it.stop == Stop::Text(spot))
        };
        [Some(self.writer.page), wish]
            .into_iter()
            .flatten()
            .find(|it| asks(*it))
            .or_else(|| page_of(self.draft(), spot))
    }

    /// Goes to a spot, wherever it is.
    pub fn go_to(&mut self, spot: Spot) {
        self.session.seal();
        self.show(spot);
    }

    fn show(&mut self, spot: Spot) {
        if let Some(page) = self.page_for(spot, None) {
            self.keep_caret();
            self.writer.page = page;
            self.put(Focus::Stop(Stop::Text(spot)));
        }
    }

    /// Goes where a change happened, so that its writer sees it. Does not end the phrase: the first sign of a new
    /// item brings the writer from where it was to be made to where it is.
    pub fn follow(&mut self, change: &Change) {
        match spot_of(change, self.draft()) {
            Some((spot, caret)) => {
                // What was moved may be asked for on another page now.
                let is_moved = change
                    .edits
                    .iter()
                    .any(|it| matches!(it, Edit::Move { .. }));
                let is_here = self.spot() == Some(spot) && self.writer.page.exists(self.draft());
                let is_here = is_here && !is_moved;
                if !is_here {
                    self.show(spot);
                }
                // What was put in may have become one sign with what follows it: the caret stands behind both.
                self.writer.caret = typeset::ceil_boundary(self.text(), caret);
            }
            None => self.find_ground(),
        }
    }

    /// Makes sure that the page and the focus exist.
    pub fn find_ground(&mut self) {
        if !self.writer.page.exists(self.draft()) {
            let first = pages(self.draft()).get(1).copied().unwrap_or(Page::Front);
            self.writer.focus = Focus::Button(0);
            self.arrive(first);
            return;
        }
        let stands = match self.writer.focus {
            Focus::Button(n) => n < self.buttons().len(),
            Focus::Stop(stop) => self.questions().iter().any(|it| it.stop == stop),
        };
        if !stands {
            self.writer.focus = Focus::Button(0);
            let page = self.writer.page;
            self.arrive(page);
        }
        self.writer.caret = typeset::floor_boundary(self.text(), self.writer.caret);
    }
}

/// Where a change happened: the spot and the caret in it. Of something removed, the spot where it can be
/// written again.
fn spot_of(change: &Change, draft: &Draft) -> Option<(Spot, usize)> {
    let end = |field: Field| draft.text(field).map(|it| (Spot::Text(field), it.len()));
    let written = change.edits.iter().rev().find_map(|edit| match edit {
        Edit::Splice {
            field,
            at,
            inserted,
            ..
        } => draft
            .text(*field)
            .map(|_| (Spot::Text(*field), at + inserted.len())),
        Edit::Insert { item, .. } => end(first_field(item)),
        Edit::Move { item, .. } => draft.item(*item).as_ref().map(first_field).and_then(end),
        Edit::Remove { .. } | Edit::Set { .. } | Edit::Link(_) | Edit::Unlink(_) => None,
    });
    // What was removed first was inside the rest.
    let removed = || {
        change.edits.iter().find_map(|edit| match edit {
            Edit::Remove { slot, item } => {
                let spot = spot_of_removed(slot.list, item, change, draft)?;
                draft.text_at(spot).map(|it| (spot, it.len()))
            }
            _ => None,
        })
    };
    written.or_else(removed)
}

fn first_field(item: &Item) -> Field {
    match item {
        Item::Byline(it) => Field::Byline(it.id),
        Item::Section(it) => Field::SectionText(it.id),
        Item::Dimension(it) => Field::DimensionTitle(it.id),
        Item::FollowUp(it) => Field::FollowUpProblem(it.id),
        Item::Cause(it) => Field::Headline(it.id),
        Item::Measure(it) => Field::Headline(it.id),
        Item::SetAside(it) => Field::SetAside(it.id),
        Item::Problem(it) => Field::Headline(it.id),
        Item::Passage(it) => Field::Passage(it.id),
    }
}

fn spot_of_removed(list: List, item: &Item, change: &Change, draft: &Draft) -> Option<Spot> {
    let parted_from = |id: ItemId| {
        change.edits.iter().find_map(|it| match it {
            Edit::Unlink(Link::ProblemCause { problem, cause }) if *cause == id => Some(*problem),
            Edit::Unlink(Link::ProblemMeasure { problem, measure }) if *measure == id => {
                Some(*problem)
            }
            _ => None,
        })
    };
    // A problem that was removed with what it held can be made again with it.
    let problem_at = |id: ItemId| {
        let made_in = |it: &Edit| match it {
            Edit::Remove { slot, item } if item.id() == id => match slot.list {
                List::Problems(dimension) => Some(ProblemAt::NewIn(dimension)),
                _ => None,
            },
            _ => None,
        };
        let known = draft.problem(id).map(|_| ProblemAt::Known(id));
        known.or_else(|| change.edits.iter().find_map(made_in))
    };
    let parted_at = |id: ItemId| parted_from(id).and_then(problem_at);
    Some(match (list, item) {
        (List::Bylines, _) => Spot::NewByline,
        (List::FollowUps, _) => Spot::NewFollowUp(FollowUpPart::Problem),
        (List::Problems(dimension), _) => Spot::NewHeadline(dimension),
        (List::Causes, it) => Spot::NewCause(parted_at(it.id())),
        (List::Measures, it) => Spot::NewMeasure(parted_at(it.id())),
        (List::Body(owner), Item::Passage(it)) => match problem_at(owner) {
            Some(at) => Spot::NewPassage(at, it.kind),
            None => Spot::NewDetail(owner),
        },
        (List::Body(owner), _) => Spot::NewDetail(owner),
        (List::Sections | List::Dimensions | List::SetAside, _) => return None,
    })
}
