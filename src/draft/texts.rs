//! Every text of a draft in the order of the report, and which of them are read on without a break. Does not say
//! what is printed: texts that are left out and texts set aside stand here like the others.

use super::{Draft, Field, ItemId, Passage};

/// Texts read on without a break, in order: the passages of one body, or one other text alone.
pub type Run<'draft> = Vec<(Field, &'draft str)>;

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
