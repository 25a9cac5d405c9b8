//! What of a draft is printed, in which order and under which number.
//!
//! Left out are sections without text and items, items without words, whatever the writer decided not to write,
//! and what the kind of a dimension does not ask for; the numbering closes up. What belongs to a role is printed in
//! the first section of that role, and nowhere if there is none. Texts set aside are never printed.

use super::document::{Block, Byline, Content, Document};
use super::flow::{self, Flow, Paragraph};
use super::messages;
use super::numbering;
use crate::draft::{
    Cause, Dimension, DimensionKind, Draft, Field, FollowUp, ItemId, Measure, Part, Passage,
    PassageKind, Problem, Role, Section, Status, claim,
};
use crate::locale::Lang;
use crate::typeset::{Count, is_plain};

/// How a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The language of the report, which its template knows.
    pub language: Lang,
    /// The parentheses of the ordinals.
    pub parentheses: Parentheses,
}

/// The parentheses of Chinese ordinals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parentheses {
    /// `（一）`, as GB/T 9704-2012 has them.
    #[default]
    Full,
    /// `(一)`, as many offices type them.
    Half,
}

/// Returns the draft as it is printed.
pub fn document(draft: &Draft, options: &Options) -> Document {
    Builder::new(draft, *options).document()
}

/// Returns the draft as it is printed without the plain lines of the texts that are printed as they stand, and how many
/// 字 those lines have: a long report is counted without being copied. `apart` says of a text what
/// [`count_apart`](crate::typeset::count_apart) says. Where lines are wanting stands an empty paragraph.
pub fn document_and_count(
    draft: &Draft,
    options: &Options,
    apart: &dyn Fn(Field) -> [Count; 2],
) -> (Document, Count) {
    let mut builder = Builder::new(draft, *options);
    builder.apart = Some(apart);
    let document = builder.document();
    (document, builder.counted)
}

/// Collects the blocks, and knows in which section it is.
struct Builder<'a> {
    draft: &'a Draft,
    options: Options,
    blocks: Vec<Block>,
    section: ItemId,
    /// The number of the section, if it has one.
    number: Option<usize>,
    /// How to count what is only to be counted.
    apart: Option<&'a dyn Fn(Field) -> [Count; 2]>,
    /// What was only counted.
    counted: Count,
}

impl<'a> Builder<'a> {
    fn new(draft: &'a Draft, options: Options) -> Self {
        Self {
            draft,
            options,
            blocks: Vec::new(),
            section: ItemId(0),
            number: None,
            apart: None,
            counted: Count::default(),
        }
    }

    fn document(&mut self) -> Document {
        let language = self.options.language;
        let bylines = (self.draft.bylines.iter())
            .map(|it| Byline {
                item: it.id,
                words: flow::one_line(language, &it.text),
            })
            .filter(|it| !it.words.is_empty())
            .collect();
        self.sections();
        Document {
            language,
            title: flow::one_line(language, &self.draft.title),
            bylines,
            blocks: std::mem::take(&mut self.blocks),
        }
    }

    fn sections(&mut self) {
        let mut n_numbered = 0;
        for section in &self.draft.sections {
            if self.is_left_out(Part::Item(section.id)) {
                continue;
            }
            let before = self.blocks.len();
            let words = self.one_line(&section.title);
            let is_titled =
                !words.is_empty() && !matches!(section.role, Role::Opening | Role::Closing);
            self.section = section.id;
            self.number = is_titled.then_some(n_numbered + 1);
            if let Some(number) = self.number {
                let ordinal = numbering::of_section(self.options.language, number);
                self.heading(section.id, 1, ordinal, words);
            }
            let after_heading = self.blocks.len();
            self.text(section.id, Field::SectionText(section.id), &section.text);
            self.items(section);
            if self.blocks.len() == after_heading {
                self.blocks.truncate(before);
            } else {
                n_numbered += usize::from(is_titled);
            }
        }
    }

    /// Prints what belongs to the role of the section.
    fn items(&mut self, section: &Section) {
        let first = self.draft.section_of(section.role).map(|it| it.id);
        if first != Some(section.id) {
            return;
        }
        match section.role {
            Role::FollowUp => {
                self.count(section);
                self.follow_ups();
            }
            Role::Dimensions => self.dimensions(),
            Role::Causes => self.causes(),
            Role::Measures => self.measures(),
            Role::Opening | Role::Case | Role::Closing | Role::Text => {}
        }
    }

    /// Prints how many promises there are and what became of them, where the writer's own text does not say it.
    fn count(&mut self, section: &Section) {
        let language = self.options.language;
        let counts = self.draft.counts();
        let says_it = claim(&section.text).is_some();
        if counts.items == 0 || says_it || self.is_left_out(Part::Count(section.id)) {
            return;
        }
        let words = messages::counted(language, &counts);
        self.lines(section.id, &words);
    }

    fn follow_ups(&mut self) {
        let mut number = 0;
        for follow_up in &self.draft.follow_ups {
            let paragraphs = self.follow_up(follow_up);
            if self.is_left_out(Part::Item(follow_up.id)) || paragraphs.is_empty() {
                continue;
            }
            number += 1;
            self.push(follow_up.id, Content::Entry { number, paragraphs });
        }
    }

    /// Returns the paragraphs of a promise of last year; none if nothing is written about it.
    fn follow_up(&self, follow_up: &FollowUp) -> Vec<String> {
        let language = self.options.language;
        let mut all = Vec::new();
        let labelled = |label: fn(Lang, &str) -> String, text: &str| -> Vec<String> {
            let mut words = words_of(self.paragraphs(text));
            if let Some(first) = words.first_mut() {
                *first = label(language, first);
            }
            words
        };
        all.extend(labelled(messages::problem, &follow_up.problem));
        all.extend(labelled(messages::measure, &follow_up.measure));
        let evidence = labelled(messages::evidence, &follow_up.evidence);
        if all.is_empty() && evidence.is_empty() {
            return all;
        }
        // Of one that is still open nothing was said yet.
        if follow_up.status != Status::Open {
            let status = messages::status(language, follow_up.status);
            all.push(messages::progress(language, &status));
        }
        all.extend(evidence);
        all
    }

    fn dimensions(&mut self) {
        let mut n_numbered = 0;
        for dimension in &self.draft.dimensions {
            if self.is_left_out(Part::Item(dimension.id)) {
                continue;
            }
            let words = self.one_line(&dimension.title);
            if !words.is_empty() {
                n_numbered += 1;
                self.heading(dimension.id, 2, self.ordinal(n_numbered), words);
            }
            match dimension.kind {
                DimensionKind::Review => self.review(dimension),
                DimensionKind::Statement => {
                    let field = Field::Statement(dimension.id);
                    self.text(dimension.id, field, &dimension.statement);
                }
            }
        }
    }

    fn review(&mut self, dimension: &Dimension) {
        let field = Field::LeadIn(dimension.id);
        self.text(dimension.id, field, &dimension.lead_in);
        let problems: Vec<(&Problem, String)> = (dimension.problems.iter())
            .filter(|it| !self.is_left_out(Part::Item(it.id)))
            .map(|it| (it, self.one_line(&it.headline)))
            .collect();
        // One alone is not counted.
        let n_headlines = (problems.iter().filter(|(_, it)| !it.is_empty())).count();
        let mut n_counted = 0;
        for (problem, headline) in problems {
            let mut lead = String::new();
            if n_headlines > 1 && !headline.is_empty() {
                n_counted += 1;
                lead = numbering::of_problem(self.options.language, n_counted);
            }
            self.problem(problem, lead + &headline);
        }
    }

    fn problem(&mut self, problem: &Problem, lead: String) {
        let mut flow = Flow::new(self.options.language);
        flow.begin(lead);
        let has_examples = !self.is_left_out(Part::Examples(problem.id));
        for passage in &problem.body {
            if has_examples || passage.kind == PassageKind::Detail {
                flow.add(&passage.text);
            }
        }
        for it in flow.into_paragraphs() {
            self.paragraph(problem.id, it, None);
        }
    }

    fn causes(&mut self) {
        let mut n_numbered = 0;
        for Cause { id, headline, body } in &self.draft.causes {
            if !self.is_left_out(Part::Item(*id)) {
                self.headed(*id, headline, body, None, &mut n_numbered);
            }
        }
    }

    fn measures(&mut self) {
        let mut n_numbered = 0;
        for measure in &self.draft.measures {
            if !self.is_left_out(Part::Item(measure.id)) {
                let terms = terms(self.options.language, measure);
                let Measure {
                    id, headline, body, ..
                } = measure;
                self.headed(*id, headline, body, terms, &mut n_numbered);
            }
        }
    }

    /// Prints a cause or a measure: its heading and its body, which may run in, with a remark at the end.
    fn headed(
        &mut self,
        id: ItemId,
        headline: &str,
        body: &[Passage],
        remark: Option<String>,
        n_numbered: &mut usize,
    ) {
        let language = self.options.language;
        let headline = self.one_line(headline);
        let mut flow = Flow::new(language);
        for passage in body {
            flow.add(&passage.text);
        }
        let joint = match flow.first_words() {
            Some(first) => flow::joint(language, &headline, first),
            // A remark alone is part of the headline's sentence.
            None => flow::space(language),
        };
        if let Some(remark) = remark {
            flow.add_remark(&remark);
        }
        let mut run_in = (!headline.is_empty()).then_some(joint);
        if run_in.is_some() {
            *n_numbered += 1;
            self.heading(id, 2, self.ordinal(*n_numbered), headline);
        }
        for it in flow.into_paragraphs() {
            self.paragraph(id, it, run_in.take());
        }
    }

    /// Prints a text of the draft as paragraphs of its own, as it stands.
    fn text(&mut self, item: ItemId, field: Field, text: &str) {
        let Some(apart) = self.apart else {
            return self.lines(item, text);
        };
        let [plain, others] = apart(field);
        if plain.marks > 0 {
            self.counted = self.counted + plain;
            self.paragraph(item, Paragraph::default(), None);
        }
        if others.marks > 0 {
            for line in text.split('\n').filter(|it| !is_plain(it)) {
                self.lines(item, line);
            }
        }
    }

    /// Prints a text as paragraphs of its own.
    fn lines(&mut self, item: ItemId, text: &str) {
        for it in self.paragraphs(text) {
            self.paragraph(item, it, None);
        }
    }

    fn heading(&mut self, item: ItemId, level: u8, ordinal: String, words: String) {
        self.push(
            item,
            Content::Heading {
                level,
                ordinal,
                words,
            },
        );
    }

    fn paragraph(&mut self, item: ItemId, paragraph: Paragraph, run_in: Option<&'static str>) {
        let Paragraph { lead, words } = paragraph;
        self.push(
            item,
            Content::Paragraph {
                lead,
                words,
                run_in,
            },
        );
    }

    fn push(&mut self, item: ItemId, content: Content) {
        self.blocks.push(Block {
            section: self.section,
            item,
            content,
        });
    }

    fn paragraphs(&self, text: &str) -> Vec<Paragraph> {
        let mut flow = Flow::new(self.options.language);
        flow.add(text);
        flow.into_paragraphs()
    }

    fn one_line(&self, text: &str) -> String {
        flow::one_line(self.options.language, text)
    }

    /// Returns the ordinal of the second level.
    fn ordinal(&self, number: usize) -> String {
        let Options {
            language,
            parentheses,
        } = self.options;
        numbering::within_section(language, parentheses, self.number, number)
    }

    fn is_left_out(&self, part: Part) -> bool {
        is_left_out(self.draft, part)
    }
}

/// Tells whether the writer decided not to write a part.
pub(super) fn is_left_out(draft: &Draft, part: Part) -> bool {
    (draft.not_written)
        .binary_search_by_key(&part, |it| it.part)
        .is_ok()
}

/// Returns who answers for a measure and by when; `None` if neither is said.
pub(super) fn terms(language: Lang, measure: &Measure) -> Option<String> {
    let owner = flow::one_line(language, &measure.owner);
    let due = flow::one_line(language, &measure.due);
    match (owner.is_empty(), due.is_empty()) {
        (true, true) => None,
        (false, true) => Some(messages::owner(language, &owner)),
        (true, false) => Some(messages::due(language, &due)),
        (false, false) => Some(messages::owner_and_due(language, &owner, &due)),
    }
}

fn words_of(paragraphs: Vec<Paragraph>) -> Vec<String> {
    paragraphs.into_iter().map(|it| it.words).collect()
}
