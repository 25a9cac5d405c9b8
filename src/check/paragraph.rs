//! [`Paragraph`]: words that are read on without a break, with the way back to the texts they stand in.

use std::borrow::Cow;
use std::ops::Range;

use crate::draft::{
    Cause, Dimension, DimensionKind, Draft, Edit, Field, ItemId, Measure, Part, Passage, Role,
    Section,
};

use super::At;
use super::signs::is_blank;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Title of the report.
    Title,
    /// A line under the title.
    Byline,
    /// Title of a section.
    SectionTitle(Role),
    /// Own text of a section, one paragraph of it.
    SectionText(Role),
    /// Title of a dimension.
    DimensionTitle,
    /// Paragraph before the first problem.
    LeadIn,
    /// Statement of a dimension that asks for one.
    Statement,
    /// Headline of a problem, a cause or a measure.
    Headline(Of),
    /// All passages of a problem, a cause or a measure.
    Body(Of),
    /// Who answers for a measure.
    Owner,
    /// By when a measure is due.
    Due,
    /// What shows that a measure was kept.
    MeasureEvidence,
    /// Last year's problem.
    FollowUpProblem,
    /// Last year's measure.
    FollowUpMeasure,
    /// What shows that last year's promise was kept.
    FollowUpEvidence,
}

/// Whose headline or body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Of {
    /// A problem's.
    Problem,
    /// A cause's.
    Cause,
    /// A measure's.
    Measure,
}

impl Kind {
    /// Tells whether it is prose, not a heading and not an entry.
    pub fn is_prose(self) -> bool {
        match self {
            Self::SectionText(_)
            | Self::LeadIn
            | Self::Statement
            | Self::Body(_)
            | Self::FollowUpProblem
            | Self::FollowUpMeasure
            | Self::FollowUpEvidence
            | Self::MeasureEvidence => true,
            Self::Title
            | Self::Byline
            | Self::SectionTitle(_)
            | Self::DimensionTitle
            | Self::Headline(_)
            | Self::Owner
            | Self::Due => false,
        }
    }
}

/// Words read on without a break: a text without line ends, or the passages of a body joined.
#[derive(Clone, Debug, Hash)]
pub struct Paragraph<'draft> {
    /// What it is.
    pub kind: Kind,
    /// The item it belongs to; the title belongs to none.
    pub item: Option<ItemId>,
    /// The words.
    pub text: Cow<'draft, str>,
    /// Whether no further line of the same text follows.
    pub is_last: bool,
    /// The texts it is made of: each with the byte of the paragraph where it begins, and the byte of the text that
    /// stands there. In order, at least one.
    pieces: Vec<(usize, Field, usize)>,
}

impl Paragraph<'_> {
    /// Returns where these bytes of the paragraph stand: the text that holds the first of them, to its end at most.
    pub fn at(&self, range: Range<usize>) -> At {
        let idx = self.piece_with(range.start);
        let (begin, field, offset) = self.pieces[idx];
        let end = self.pieces.get(idx + 1).map_or(self.text.len(), |it| it.0);
        let to = range.end.min(end).max(range.start);
        At::Text(field, range.start - begin + offset..to - begin + offset)
    }

    /// Returns the text it begins in.
    pub fn field(&self) -> Field {
        self.pieces[self.piece_with(0)].1
    }

    /// Returns the text that holds this byte of the paragraph.
    pub(super) fn field_at(&self, at: usize) -> Field {
        self.pieces[self.piece_with(at)].1
    }

    /// Returns the texts it is made of, each with the byte of it that comes first here.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (Field, usize)> + '_ {
        self.pieces.iter().map(|it| (it.1, it.2))
    }

    /// Returns the whole paragraph as a place.
    pub fn place(&self) -> At {
        self.at(0..self.text.len())
    }

    /// Returns the edit that puts `words` in place of these bytes; `None` if they stand in more than one text.
    pub fn splice(&self, range: Range<usize>, words: &str) -> Option<Edit> {
        let At::Text(field, within) = self.at(range.clone()) else {
            return None;
        };
        if within.len() != range.len() {
            return None;
        }
        Some(Edit::Splice {
            field,
            at: within.start,
            removed: self.text.get(range)?.to_owned(),
            inserted: words.to_owned(),
        })
    }

    /// Returns its 字: characters without blanks.
    pub fn characters(&self) -> usize {
        self.text.chars().filter(|it| !is_blank(*it)).count()
    }

    /// Returns the byte of the paragraph where a byte of a text stands; `None` if it stands elsewhere.
    pub fn offset(&self, field: Field, at: usize) -> Option<usize> {
        self.pieces.iter().enumerate().find_map(|(idx, piece)| {
            let end = self.pieces.get(idx + 1).map_or(self.text.len(), |it| it.0);
            let is_here = piece.1 == field && (piece.2..=piece.2 + end - piece.0).contains(&at);
            is_here.then(|| piece.0 + at - piece.2)
        })
    }

    /// Returns the place in `pieces` of the text that holds this byte; at a seam, of the one behind it.
    fn piece_with(&self, at: usize) -> usize {
        self.pieces
            .iter()
            .rposition(|it| it.0 <= at)
            .expect("the first piece begins at byte 0")
    }
}

/// Returns the paragraphs of a report that are printed, in order. Texts set aside, parts decided against and empty
/// texts make none.
pub fn paragraphs(draft: &Draft) -> Vec<Paragraph<'_>> {
    let mut walk = Walk {
        draft,
        out: Vec::new(),
    };
    walk.text(Kind::Title, None, Field::Title, &draft.title);
    for it in &draft.bylines {
        walk.text(Kind::Byline, Some(it.id), Field::Byline(it.id), &it.text);
    }
    for section in &draft.sections {
        walk.section(section);
    }
    walk.out
}

/// Tells whether the writer decided not to write this item.
pub(super) fn is_left_out(draft: &Draft, id: ItemId) -> bool {
    draft.reason_not_written(Part::Item(id)).is_some()
}

struct Walk<'draft> {
    draft: &'draft Draft,
    out: Vec<Paragraph<'draft>>,
}

impl<'draft> Walk<'draft> {
    fn section(&mut self, section: &'draft Section) {
        let (id, role) = (section.id, section.role);
        if is_left_out(self.draft, id) {
            return;
        }
        if !matches!(role, Role::Opening | Role::Closing) {
            let title = Field::SectionTitle(id);
            self.text(Kind::SectionTitle(role), Some(id), title, &section.title);
        }
        let text = Field::SectionText(id);
        self.text(Kind::SectionText(role), Some(id), text, &section.text);
        let draft = self.draft;
        match role {
            Role::FollowUp => self.follow_ups(),
            Role::Dimensions => draft.dimensions.iter().for_each(|it| self.dimension(it)),
            Role::Causes => draft.causes.iter().for_each(|it| self.cause(it)),
            Role::Measures => draft.measures.iter().for_each(|it| self.measure(it)),
            Role::Opening | Role::Case | Role::Closing | Role::Text => {}
        }
    }

    fn follow_ups(&mut self) {
        for it in &self.draft.follow_ups {
            let id = Some(it.id);
            let problem = Field::FollowUpProblem(it.id);
            self.text(Kind::FollowUpProblem, id, problem, &it.problem);
            let measure = Field::FollowUpMeasure(it.id);
            self.text(Kind::FollowUpMeasure, id, measure, &it.measure);
            let evidence = Field::Evidence(it.id);
            self.text(Kind::FollowUpEvidence, id, evidence, &it.evidence);
        }
    }

    fn dimension(&mut self, dimension: &'draft Dimension) {
        let id = dimension.id;
        if is_left_out(self.draft, id) {
            return;
        }
        let title = Field::DimensionTitle(id);
        self.text(Kind::DimensionTitle, Some(id), title, &dimension.title);
        let lead_in = Field::LeadIn(id);
        self.text(Kind::LeadIn, Some(id), lead_in, &dimension.lead_in);
        match dimension.kind {
            DimensionKind::Statement => {
                let statement = Field::Statement(id);
                self.text(Kind::Statement, Some(id), statement, &dimension.statement);
            }
            DimensionKind::Review => {
                for it in &dimension.problems {
                    if !is_left_out(self.draft, it.id) {
                        self.headed_body(Of::Problem, it.id, &it.headline, &it.body);
                    }
                }
            }
        }
    }

    fn cause(&mut self, cause: &'draft Cause) {
        self.headed_body(Of::Cause, cause.id, &cause.headline, &cause.body);
    }

    fn measure(&mut self, measure: &'draft Measure) {
        let id = measure.id;
        self.headed_body(Of::Measure, id, &measure.headline, &measure.body);
        self.text(Kind::Owner, Some(id), Field::Owner(id), &measure.owner);
        self.text(Kind::Due, Some(id), Field::Due(id), &measure.due);
        let evidence = Field::Evidence(id);
        self.text(Kind::MeasureEvidence, Some(id), evidence, &measure.evidence);
    }

    fn headed_body(&mut self, of: Of, id: ItemId, headline: &'draft str, body: &'draft [Passage]) {
        self.text(Kind::Headline(of), Some(id), Field::Headline(id), headline);
        let texts: Vec<(Field, &str)> = body
            .iter()
            .map(|it| (Field::Passage(it.id), it.text.as_str()))
            .collect();
        self.run(Kind::Body(of), Some(id), &texts);
    }

    fn text(&mut self, kind: Kind, item: Option<ItemId>, field: Field, text: &'draft str) {
        self.run(kind, item, &[(field, text)]);
    }

    /// Texts without a break between them, cut at the line ends the writer made.
    fn run(&mut self, kind: Kind, item: Option<ItemId>, texts: &[(Field, &'draft str)]) {
        let mut pieces: Vec<(usize, Field, usize)> = Vec::new();
        let mut words: Cow<'draft, str> = Cow::Borrowed("");
        for (field, text) in texts {
            let mut offset = 0;
            for (n_before, line) in text.split('\n').enumerate() {
                if n_before > 0 {
                    self.finish(kind, item, false, &mut words, &mut pieces);
                }
                if !line.is_empty() {
                    pieces.push((words.len(), *field, offset));
                    if words.is_empty() {
                        words = Cow::Borrowed(line);
                    } else {
                        words.to_mut().push_str(line);
                    }
                }
                offset += line.len() + 1;
            }
        }
        self.finish(kind, item, true, &mut words, &mut pieces);
    }

    fn finish(
        &mut self,
        kind: Kind,
        item: Option<ItemId>,
        is_last: bool,
        words: &mut Cow<'draft, str>,
        pieces: &mut Vec<(usize, Field, usize)>,
    ) {
        let (text, pieces) = (std::mem::take(words), std::mem::take(pieces));
        if !text.trim().is_empty() {
            self.out.push(Paragraph {
                kind,
                item,
                text,
                is_last,
                pieces,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{ChangeCause, Session};
    use crate::draft::{Outline, OutlineDimension, OutlineProblem, OutlineSection, PassageKind};

    fn draft() -> Draft {
        let problem = OutlineProblem {
            headline: "学得不深".to_owned(),
            body: vec![
                (PassageKind::Detail, "读书少，".to_owned()),
                (PassageKind::Example, "如，9月\n停了".to_owned()),
            ],
            ..OutlineProblem::default()
        };
        let outline = Outline {
            sections: vec![OutlineSection {
                role: Role::Dimensions,
                title: "问题".to_owned(),
                text: String::new(),
                not_written: None,
            }],
            dimensions: vec![OutlineDimension {
                kind: DimensionKind::Review,
                title: "学习".to_owned(),
                lead_in: String::new(),
                statement: String::new(),
                problems: vec![problem],
                not_written: None,
            }],
            ..Outline::default()
        };
        let mut session = Session::new(Draft::default());
        let change = outline.into_change(session.draft(), ChangeCause::Import);
        let _committed = session.commit(change).unwrap();
        session.draft().clone()
    }

    #[test]
    fn passages_are_read_on_and_lines_part_them() {
        let draft = draft();
        let found = paragraphs(&draft);
        let texts: Vec<&str> = found.iter().map(|it| it.text.as_ref()).collect();
        assert_eq!(
            texts,
            ["问题", "学习", "学得不深", "读书少，如，9月", "停了"]
        );
    }

    #[test]
    fn a_place_leads_back_to_its_text() {
        let draft = draft();
        for paragraph in paragraphs(&draft) {
            for (start, sign) in paragraph.text.char_indices() {
                let At::Text(field, range) = paragraph.at(start..start + sign.len_utf8()) else {
                    panic!("words have a text");
                };
                let words = draft.text(field).and_then(|it| it.get(range));
                assert_eq!(words, Some(sign.to_string().as_str()));
            }
        }
    }

    #[test]
    fn words_over_a_seam_cannot_be_replaced_in_one_text() {
        let draft = draft();
        let paragraphs = paragraphs(&draft);
        let body = paragraphs.iter().find(|it| it.text.contains('如')).unwrap();
        let seam = body.text.find('如').unwrap();
        assert!(body.splice(seam - 3..seam + 3, "x").is_none());
        assert!(body.splice(seam..seam + 3, "x").is_some());
    }
}
