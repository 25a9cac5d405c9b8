//! Every text of a draft in the order of the report, and which of them are read on without a break. Does not say
//! what is printed: texts that are left out and texts set aside stand here like the others.

use super::{Draft, Field, ItemId, Passage};

/// Texts read on without a break, in order: the passages of one body, or one other text alone.
pub type Run<'draft> = Vec<(Field, &'draft str)>;

/// Tells whether a character of a text is left out of everything that is printed: it cannot be seen and does harm in a
/// file. The controls of C0 and C1 but the tab, the byte order mark, and U+FFFE and U+FFFF, which are no characters
/// (XML 1.0, 2.2).
pub fn is_never_printed(sign: char) -> bool {
    sign.is_control() && sign != '\t' || matches!(sign, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Tells whether nothing of a text can be seen: it has blanks, line ends and characters that are never printed, or
/// nothing at all. What is blank by this rule is not written, not counted and not printed.
pub fn is_blank(text: &str) -> bool {
    (text.chars()).all(|it| it.is_whitespace() || is_never_printed(it))
}

/// Tells whether a spreadsheet may take a cell for a formula, were it not for apostrophes before it. Full-width signs
/// count: the East Asian versions of Excel read them as well (OWASP, CSV Injection).
pub fn begins_formula(cell: &str) -> bool {
    let words = cell.trim_start_matches('\'').trim_start();
    words.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

impl Draft {
    /// Returns every text, in the order of the report. A body without passages makes no run.
    pub fn runs(&self) -> Vec<Run<'_>> {
        let mut runs = Runs(Vec::new());
        runs.text(Field::Title, &self.title);
        for it in &self.bylines {
            runs.text(Field::Byline(it.id), &it.text);
        }
        for it in &self.sections {
            runs.text(Field::SectionTitle(it.id), &it.title);
            runs.text(Field::SectionText(it.id), &it.text);
        }
        for it in &self.follow_ups {
            runs.text(Field::FollowUpProblem(it.id), &it.problem);
            runs.text(Field::FollowUpMeasure(it.id), &it.measure);
            runs.text(Field::Evidence(it.id), &it.evidence);
        }
        for it in &self.dimensions {
            runs.text(Field::DimensionTitle(it.id), &it.title);
            runs.text(Field::LeadIn(it.id), &it.lead_in);
            runs.text(Field::Statement(it.id), &it.statement);
            for it in &it.problems {
                runs.headed_body(it.id, &it.headline, &it.body);
            }
        }
        for it in &self.causes {
            runs.headed_body(it.id, &it.headline, &it.body);
        }
        for it in &self.measures {
            runs.headed_body(it.id, &it.headline, &it.body);
            runs.text(Field::Owner(it.id), &it.owner);
            runs.text(Field::Due(it.id), &it.due);
            runs.text(Field::Evidence(it.id), &it.evidence);
        }
        for it in &self.set_aside {
            runs.text(Field::SetAside(it.id), &it.text);
        }
        runs.0
    }

    /// Returns the address of every text, in the order of the report.
    pub fn fields(&self) -> Vec<Field> {
        self.runs().iter().flatten().map(|it| it.0).collect()
    }
}

struct Runs<'draft>(Vec<Run<'draft>>);

impl<'draft> Runs<'draft> {
    fn text(&mut self, field: Field, text: &'draft str) {
        self.0.push(vec![(field, text)]);
    }

    /// A headline stands apart from its body: what is printed between them depends on the report.
    fn headed_body(&mut self, owner: ItemId, headline: &'draft str, body: &'draft [Passage]) {
        self.text(Field::Headline(owner), headline);
        if !body.is_empty() {
            let run = body
                .iter()
                .map(|it| (Field::Passage(it.id), it.text.as_str()));
            self.0.push(run.collect());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{
        Byline, Cause, Dimension, DimensionKind, FollowUp, Measure, PassageKind, Problem, Role,
        Section, SetAside, Status,
    };

    fn passages(ids: [u32; 2]) -> Vec<Passage> {
        let passage = |id| Passage {
            id: ItemId(id),
            kind: PassageKind::Detail,
            text: String::new(),
        };
        ids.map(passage).into()
    }

    /// A draft with one item of each kind, their ids in the order of the report.
    fn draft() -> Draft {
        let (id, none) = (ItemId, String::new);
        let problem = Problem {
            id: id(5),
            headline: none(),
            body: passages([6, 7]),
        };
        Draft {
            bylines: vec![Byline {
                id: id(1),
                text: none(),
            }],
            sections: vec![Section {
                id: id(2),
                role: Role::Opening,
                title: none(),
                text: none(),
            }],
            follow_ups: vec![FollowUp {
                id: id(3),
                problem: none(),
                measure: none(),
                status: Status::Open,
                evidence: none(),
                origin: None,
            }],
            dimensions: vec![Dimension {
                id: id(4),
                kind: DimensionKind::Review,
                title: none(),
                lead_in: none(),
                statement: none(),
                problems: vec![problem],
            }],
            causes: vec![Cause {
                id: id(8),
                headline: none(),
                body: Vec::new(),
            }],
            measures: vec![Measure {
                body: passages([10, 11]),
                ..Measure::empty(id(9))
            }],
            set_aside: vec![SetAside {
                id: id(12),
                origin: none(),
                text: none(),
            }],
            ..Draft::default()
        }
    }

    #[test]
    fn texts_stand_in_the_order_of_the_report() {
        use Field as F;
        let id = ItemId;
        let expected = [
            vec![F::Title],
            vec![F::Byline(id(1))],
            vec![F::SectionTitle(id(2))],
            vec![F::SectionText(id(2))],
            vec![F::FollowUpProblem(id(3))],
            vec![F::FollowUpMeasure(id(3))],
            vec![F::Evidence(id(3))],
            vec![F::DimensionTitle(id(4))],
            vec![F::LeadIn(id(4))],
            vec![F::Statement(id(4))],
            vec![F::Headline(id(5))],
            vec![F::Passage(id(6)), F::Passage(id(7))],
            vec![F::Headline(id(8))],
            vec![F::Headline(id(9))],
            vec![F::Passage(id(10)), F::Passage(id(11))],
            vec![F::Owner(id(9))],
            vec![F::Due(id(9))],
            vec![F::Evidence(id(9))],
            vec![F::SetAside(id(12))],
        ];
        let draft = draft();
        let fields = |run: Run<'_>| run.iter().map(|it| it.0).collect::<Vec<_>>();
        let runs: Vec<Vec<Field>> = draft.runs().into_iter().map(fields).collect();
        assert_eq!(runs, expected);
        assert_eq!(draft.fields(), expected.concat());
    }

    #[test]
    fn what_is_blank_is_blank_in_every_item() {
        for (text, expected) in [
            ("", true),
            (" \t\n\u{3000}", true),
            ("\u{FEFF}\u{1B}\u{FFFF}", true),
            ("\u{FEFF}字", false),
            ("。", false),
        ] {
            let passage = Passage {
                id: ItemId(2),
                kind: PassageKind::Example,
                text: text.to_owned(),
            };
            let problem = Problem {
                body: vec![passage.clone()],
                headline: text.to_owned(),
                ..Problem::empty(ItemId(1))
            };
            let follow_up = FollowUp {
                id: ItemId(3),
                problem: text.to_owned(),
                measure: text.to_owned(),
                evidence: text.to_owned(),
                status: Status::Open,
                origin: None,
            };
            let is = [
                is_blank(text),
                passage.is_blank(),
                problem.is_blank(),
                follow_up.is_blank(),
            ];
            assert_eq!(is, [expected; 4], "{text:?}");
        }
    }

    #[test]
    fn a_sign_begins_a_formula_behind_blanks_and_apostrophes() {
        for it in [
            "=1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a", " \t=1", "''=1", "' =1",
        ] {
            assert!(begins_formula(it), "{it:?}");
        }
        for it in ["", "'", "1=1", "整改=1", "—1", "'整改"] {
            assert!(!begins_formula(it), "{it:?}");
        }
    }
}
