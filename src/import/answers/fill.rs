//! From what an answer file says to the outline of a report: the empty report of a template, filled in.

use crate::draft::{
    Branch, Outline, OutlineCause, OutlineDimension, OutlineFollowUp, OutlineMeasure,
    OutlineSection, Role,
};
use crate::import::{Notice, Remark};
use crate::locale::Lang;
use crate::template::{self, Template};

/// What an answer file says. Of what it does not say the template's stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The template it names.
    pub template: Option<&'static Template>,
    /// The title.
    pub title: Option<String>,
    /// The lines under the title.
    pub bylines: Option<Vec<String>>,
    /// The sections, where the file has others than the template.
    pub(super) sections: Option<Vec<OutlineSection>>,
    /// Titles of the template's sections.
    pub(super) headings: Vec<(Role, Written)>,
    /// Own texts of the template's sections.
    pub(super) texts: Vec<(Role, Written)>,
    /// The lines on which the lists below begin, where they hold something.
    pub(super) lists: Vec<(Role, usize)>,
    /// The dimensions, where the file has others than the template.
    pub(super) dimensions: Option<Vec<OutlineDimension>>,
    /// What was answered to the questions that open and close parts.
    pub(super) branches: Vec<Branch>,
    /// The promises of last year.
    pub(super) follow_ups: Option<Vec<OutlineFollowUp>>,
    /// Why those are not counted.
    pub(super) no_count: Option<String>,
    /// The causes.
    pub(super) causes: Vec<OutlineCause>,
    /// The measures.
    pub(super) measures: Vec<OutlineMeasure>,
    /// The texts without a place.
    pub(super) set_aside: Vec<(String, String)>,
    /// What was noticed on reading.
    pub(super) remarks: Vec<Remark>,
}

/// A text and its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) line: usize,
}

impl Answers {
    /// Fills the empty report of a template. Returns the remarks too, in the order of the file.
    ///
    /// A section that the template lacks and the file has words for is added in its usual place.
    pub fn fill(self, empty: Outline) -> (Outline, Vec<Remark>) {
        let branches = self.branches.clone();
        let (mut outline, remarks) = self.put_into(empty);
        outline.branches = branches;
        if let Some(template) = template::find(&outline.template) {
            template.close(&mut outline);
        }
        (outline, remarks)
    }

    fn put_into(self, empty: Outline) -> (Outline, Vec<Remark>) {
        let mut outline = empty;
        let mut remarks = self.remarks;
        if let Some(title) = self.title {
            outline.title = title;
        }
        if let Some(bylines) = self.bylines {
            outline.bylines = bylines;
        }
        if let Some(dimensions) = self.dimensions {
            outline.dimensions = dimensions;
        }
        if let Some(follow_ups) = self.follow_ups {
            outline.follow_ups = follow_ups;
        }
        outline.no_count = self.no_count.or(outline.no_count);
        outline.causes = self.causes;
        outline.measures = self.measures;
        outline.set_aside = self.set_aside;
        if let Some(sections) = self.sections {
            outline.sections = sections;
            return (outline, remarks);
        }
        let lang = template::find(&outline.template).map_or(Lang::Zh, Template::lang);
        let mut wanted = Wanted {
            sections: &mut outline.sections,
            lang,
            added: Vec::new(),
        };
        for (role, line) in self.lists {
            let _section = wanted.section(role, line);
        }
        for (role, text) in self.texts {
            wanted.section(role, text.line).text = text.text;
        }
        for (role, heading) in self.headings {
            wanted.section(role, heading.line).title = heading.text;
        }
        for (role, line) in wanted.added {
            let section = outline.sections.iter().find(|it| it.role == role);
            let title = section.map_or_else(String::new, |it| it.title.clone());
            let notice = Notice::SectionAdded { title };
            remarks.push(Remark { line, notice });
        }
        remarks.sort_by_key(|it| it.line);
        (outline, remarks)
    }
}

/// The sections of a report, where one that is asked for is there.
struct Wanted<'a> {
    sections: &'a mut Vec<OutlineSection>,
    lang: Lang,
    added: Vec<(Role, usize)>,
}

impl Wanted<'_> {
    fn section(&mut self, role: Role, line: usize) -> &mut OutlineSection {
        let found = self.sections.iter().position(|it| it.role == role);
        let at = found.unwrap_or_else(|| {
            self.added.push((role, line));
            let at = self
                .sections
                .iter()
                .rposition(|it| place_of(it.role) < place_of(role))
                .map_or(0, |it| it + 1);
            let section = OutlineSection {
                role,
                title: usual_title(role, self.lang),
                text: String::new(),
                not_written: None,
            };
            self.sections.insert(at, section);
            at
        });
        self.sections.get_mut(at).expect("it was just found there")
    }
}

/// Where a section usually stands. Any other text may stand anywhere before the closing.
fn place_of(role: Role) -> u8 {
    match role {
        Role::Opening => 0,
        Role::FollowUp => 1,
        Role::Dimensions => 2,
        Role::Case => 3,
        Role::Causes => 4,
        Role::Measures => 5,
        Role::Text => 6,
        Role::Closing => 7,
    }
}

/// Returns the title of the section in the first template of the language that has one. No English template has a
/// case.
fn usual_title(role: Role, lang: Lang) -> String {
    let title = template::built_in()
        .iter()
        .filter(|it| it.lang() == lang)
        .find_map(|it| it.section(role))
        .map(|it| it.title.clone());
    title.unwrap_or_else(|| match (role, lang) {
        (Role::Case, Lang::En) => "A Case in Point".to_owned(),
        _ => String::new(),
    })
}
