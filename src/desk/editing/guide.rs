//! The lines of the file that are not text: headings, and the address before each text. In the report's order.

use std::collections::BTreeMap;

use super::messages as say;
use crate::desk::print::{ordinal_of_dimension, ordinal_of_section};
use crate::draft::{
    Cause, Dimension, DimensionKind, Draft, Field, FollowUp, ItemId, Measure, Part, Passage,
    PassageKind, Role, Section,
};
use crate::locale::Lang;
use crate::wizard::messages::{label, section_label, state};
use crate::wizard::{PartState, Subject};

/// Behind the words of a heading: it is no text.
const HEADING: &str = "<!-- [] -->";

/// A line that is not text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Guide {
    /// Tells where in the report one is.
    Heading(String),
    /// Comes before a text: its address, and the line.
    Address(Field, String),
}

/// Returns the heading's line without the sign that it is one.
pub(super) fn bare(heading: &str) -> &str {
    heading.trim_end_matches(HEADING).trim()
}

/// Returns the line that ends the file.
pub(super) fn end(lang: Lang) -> String {
    format!("<!-- [end] {} -->", say::end(lang))
}

/// Returns the word for a field and its item's number, as an address has it: `passage 17`.
pub(super) fn address(field: Field) -> String {
    let word = match field {
        Field::Title => return "title".to_owned(),
        Field::Byline(_) => "byline",
        Field::SectionTitle(_) => "heading",
        Field::SectionText(_) => "text",
        Field::DimensionTitle(_) => "dimension",
        Field::LeadIn(_) => "lead-in",
        Field::Statement(_) => "statement",
        Field::Headline(_) => "headline",
        Field::Passage(_) => "passage",
        Field::Owner(_) => "owner",
        Field::Due(_) => "due",
        Field::Evidence(_) => "evidence",
        Field::FollowUpProblem(_) => "last-problem",
        Field::FollowUpMeasure(_) => "last-measure",
        Field::SetAside(_) => "kept",
    };
    let id = field.item().map_or(0, |it| it.0);
    format!("{word} {id}")
}

/// Returns the name of every text that has a guide, by the headings above it: `（一）方面 问题1 事例`.
pub(in crate::desk) fn names(lang: Lang, draft: &Draft) -> BTreeMap<Field, String> {
    let mut names = BTreeMap::new();
    let mut above: Vec<String> = Vec::new();
    for guide in guides(lang, draft) {
        match guide {
            Guide::Heading(line) => {
                let words = line.trim_start_matches('#');
                let level = line.len() - words.len();
                above.truncate(level.saturating_sub(1));
                above.push(bare(words).to_owned());
            }
            Guide::Address(field, line) => {
                let words = line.split_once("] ").map_or("", |(_, it)| it);
                let words = words.trim_end_matches("-->").trim();
                // The part of the report goes without saying where its own item is named.
                let n_spared = usize::from(above.len() > 1);
                let headings = above.iter().skip(n_spared).map(String::as_str);
                let headings = headings.filter(|it| !words.starts_with(it));
                let name: Vec<&str> = headings.chain([words]).collect();
                names.insert(field, name.join(" "));
            }
        }
    }
    names
}

/// Returns every guide of the draft's file. A text that is empty and not asked for has none.
pub(super) fn guides(lang: Lang, draft: &Draft) -> Vec<Guide> {
    let mut walk = Walk {
        lang,
        draft,
        guides: Vec::new(),
    };
    walk.heading(1, &say::front(lang));
    walk.text(Field::Title, "", Subject::Title);
    for byline in &draft.bylines {
        walk.text(Field::Byline(byline.id), "", Subject::Byline);
    }
    let mut done: Vec<Role> = Vec::new();
    for section in &draft.sections {
        walk.section(section);
        if !done.contains(&section.role) {
            walk.items(section.role);
            done.push(section.role);
        }
    }
    // Lists without their section are not printed, but they are the writer's words.
    for role in [
        Role::FollowUp,
        Role::Dimensions,
        Role::Causes,
        Role::Measures,
    ] {
        if !done.contains(&role) && walk.has_items(role) {
            walk.heading(1, section_label(lang, role));
            walk.items(role);
        }
    }
    if !draft.set_aside.is_empty() {
        walk.heading(1, &say::set_aside(lang));
    }
    for kept in &draft.set_aside {
        walk.text(Field::SetAside(kept.id), "", Subject::SetAside);
    }
    walk.guides
}

struct Walk<'a> {
    lang: Lang,
    draft: &'a Draft,
    guides: Vec<Guide>,
}

impl Walk<'_> {
    fn heading(&mut self, level: usize, words: &str) {
        let hashes = "#".repeat(level);
        self.guides
            .push(Guide::Heading(format!("{hashes} {words} {HEADING}")));
    }

    /// Adds the address of a text; `of` names the item it belongs to.
    fn text(&mut self, field: Field, of: &str, subject: Subject) {
        let address = address(field);
        let name = label(self.lang, subject);
        let blank = if of.is_empty() { "" } else { " " };
        let line = format!("<!-- [{address}] {of}{blank}{name} -->");
        self.guides.push(Guide::Address(field, line));
    }

    /// Adds the address of a text that is not asked for, if something is written there all the same.
    fn text_if_written(&mut self, field: Field, subject: Subject) {
        if self.draft.text(field).is_some_and(|it| !it.is_empty()) {
            self.text(field, "", subject);
        }
    }

    fn section(&mut self, section: &Section) {
        let name = section_label(self.lang, section.role);
        let ordinal = ordinal_of_section(self.draft, section.id);
        let left_out = self.left_out(section.id);
        self.heading(1, &format!("{ordinal}{name}{left_out}"));
        let title = Field::SectionTitle(section.id);
        match section.role {
            Role::Opening | Role::Closing => self.text_if_written(title, Subject::SectionTitle),
            Role::FollowUp
            | Role::Dimensions
            | Role::Case
            | Role::Causes
            | Role::Measures
            | Role::Text => self.text(title, "", Subject::SectionTitle),
        }
        let text = Field::SectionText(section.id);
        self.text(text, "", Subject::Section(section.role));
    }

    fn has_items(&self, role: Role) -> bool {
        match role {
            Role::FollowUp => !self.draft.follow_ups.is_empty(),
            Role::Dimensions => !self.draft.dimensions.is_empty(),
            Role::Causes => !self.draft.causes.is_empty(),
            Role::Measures => !self.draft.measures.is_empty(),
            Role::Opening | Role::Case | Role::Closing | Role::Text => false,
        }
    }

    fn items(&mut self, role: Role) {
        let draft = self.draft;
        match role {
            Role::FollowUp => {
                for (idx, follow_up) in draft.follow_ups.iter().enumerate() {
                    self.follow_up(idx + 1, follow_up);
                }
            }
            Role::Dimensions => draft.dimensions.iter().for_each(|it| self.dimension(it)),
            Role::Causes => {
                for (idx, cause) in draft.causes.iter().enumerate() {
                    self.cause(idx + 1, cause);
                }
            }
            Role::Measures => {
                for (idx, measure) in draft.measures.iter().enumerate() {
                    self.measure(idx + 1, measure);
                }
            }
            Role::Opening | Role::Case | Role::Closing | Role::Text => {}
        }
    }

    fn follow_up(&mut self, number: usize, follow_up: &FollowUp) {
        let id = follow_up.id;
        let name = say::item(self.lang, number);
        self.heading(2, &format!("{name}{}", self.left_out(id)));
        self.text(Field::FollowUpProblem(id), &name, Subject::FollowUpProblem);
        self.text(Field::FollowUpMeasure(id), &name, Subject::FollowUpMeasure);
        self.text(Field::Evidence(id), &name, Subject::Evidence);
    }

    fn dimension(&mut self, dimension: &Dimension) {
        let id = dimension.id;
        let ordinal = ordinal_of_dimension(self.draft, id);
        let name = say::dimension(self.lang);
        self.heading(2, &format!("{ordinal}{name}{}", self.left_out(id)));
        self.text(Field::DimensionTitle(id), "", Subject::DimensionTitle);
        match dimension.kind {
            DimensionKind::Review => {
                self.text(Field::LeadIn(id), "", Subject::LeadIn);
                self.text_if_written(Field::Statement(id), Subject::Statement);
            }
            DimensionKind::Statement => {
                self.text_if_written(Field::LeadIn(id), Subject::LeadIn);
                self.text(Field::Statement(id), "", Subject::Statement);
            }
        }
        for (idx, problem) in dimension.problems.iter().enumerate() {
            let name = say::numbered(self.lang, label(self.lang, Subject::Headline), idx + 1);
            self.heading(3, &format!("{name}{}", self.left_out(problem.id)));
            self.text(Field::Headline(problem.id), "", Subject::Headline);
            self.body(&name, &problem.body, |it| match it {
                PassageKind::Detail => Subject::Detail,
                PassageKind::Example => Subject::Example,
            });
        }
    }

    fn cause(&mut self, number: usize, cause: &Cause) {
        let name = say::numbered(self.lang, label(self.lang, Subject::Cause), number);
        self.heading(2, &name);
        self.text(Field::Headline(cause.id), "", Subject::Cause);
        self.body(&name, &cause.body, |_| Subject::CauseDetail);
    }

    fn measure(&mut self, number: usize, measure: &Measure) {
        let id = measure.id;
        let name = say::numbered(self.lang, label(self.lang, Subject::Measure), number);
        self.heading(2, &name);
        self.text(Field::Headline(id), "", Subject::Measure);
        self.body(&name, &measure.body, |_| Subject::MeasureDetail);
        self.text(Field::Owner(id), &name, Subject::Owner);
        self.text(Field::Due(id), &name, Subject::Due);
        self.text(Field::Evidence(id), &name, Subject::Evidence);
    }

    fn body(&mut self, of: &str, body: &[Passage], subject: fn(PassageKind) -> Subject) {
        for passage in body {
            self.text(Field::Passage(passage.id), of, subject(passage.kind));
        }
    }

    /// Says of an item that it was decided not to write it; nothing of others.
    fn left_out(&self, id: ItemId) -> String {
        match self.draft.reason_not_written(Part::Item(id)) {
            Some(_) => say::remark(self.lang, state(self.lang, PartState::LeftOut)),
            None => String::new(),
        }
    }
}
