//! A template from what was read in a notice. What the notice does not say is taken from the usual form and marked
//! as not required; nothing is made up.

use super::reading::{Doubt, Part, Reading, What};
use crate::draft::Role;
use crate::template::checks::Checks;
use crate::template::model::DimensionSpec;
use crate::template::model::SectionSpec;
use crate::template::model::Template;
use crate::template::parse::base_prompt;
use crate::template::parse::first_prompt;
use crate::template::parse::questions_of;
use crate::template::questions::Prompt;
use crate::template::questions::Questions;

const LANGUAGE: &str = "zh-CN";
/// The first line of a notice is its name, up to so many characters.
const LONGEST_SOURCE: usize = 60;

impl Reading {
    /// Tells whether a report can be written to what was read: there are dimensions.
    pub fn is_usable(&self) -> bool {
        self.dimensions().next().is_some()
    }

    /// Returns an id to propose: the occasion in short and the year.
    pub fn id_to_propose(&self) -> String {
        let occasion = match self.occasion() {
            Some("民主生活会") => "mzsh",
            Some("组织生活会") => "zzsh",
            _ => "notice",
        };
        match self.year() {
            Some(year) => format!("{occasion}-{year}-own"),
            None => format!("{occasion}-own"),
        }
    }

    /// Returns the template that follows the notice.
    pub fn to_template(&self, id: &str) -> Template {
        let questions = questions_of(LANGUAGE);
        let report = self.report();
        let occasion = self.occasion().unwrap_or_default();
        let year = match self.year() {
            Some(_) => "{year}年度",
            None => "",
        };
        let title = if report.contains(occasion) && !occasion.is_empty() {
            format!("{year}{report}")
        } else {
            format!("{year}{occasion}{report}")
        };
        let name = match self.year() {
            Some(number) => title.replace("{year}", &number.to_string()),
            None => title.clone(),
        };
        Template {
            id: id.to_owned(),
            version: 1,
            language: LANGUAGE.to_owned(),
            name: format!("{name}（照通知）"),
            title,
            year: self.year(),
            occasion: occasion.to_owned(),
            audience: String::new(),
            source: self.source(),
            confirmed: true,
            note: self.note(),
            length: self.length(),
            checks: Checks::default(),
            sections: self.sections(occasion, questions),
            dimensions: self.specs(questions),
            branches: Vec::new(),
            questions: questions.clone(),
        }
    }

    /// What the notice calls the report, else the usual word.
    fn report(&self) -> &str {
        let named = self.reads.iter().find_map(|it| {
            let What::Report(it) = &it.what else {
                return None;
            };
            Some(it.as_str())
        });
        named.unwrap_or("个人对照检查材料")
    }

    fn source(&self) -> String {
        let first = self.lines.first().map_or("", |(_, it)| it.as_str());
        let first: String = first.chars().take(LONGEST_SOURCE).collect();
        format!("通知：{first}")
    }

    /// What a writer should know: a length without bound, parts that were not in the notice, other doubts.
    fn note(&self) -> Option<String> {
        let mut notes = Vec::new();
        for it in &self.reads {
            if let What::About(about) = it.what {
                notes.push(format!("通知要求{about}字左右。"));
            }
        }
        let usual: Vec<&str> = [(Part::Causes, "原因"), (Part::Measures, "措施")]
            .into_iter()
            .filter(|(part, _)| self.part(*part).is_none())
            .map(|(_, name)| name)
            .collect();
        if !usual.is_empty() {
            notes.push(format!(
                "通知没有提到{}，按通常的写法列上，可以不写。",
                usual.join("、")
            ));
        }
        for it in &self.doubts {
            if let Doubt::CountDiffers { said, found } = it {
                notes.push(format!(
                    "通知说{said}个方面，读到{found}个，请对照通知核对。"
                ));
            }
        }
        (!notes.is_empty()).then(|| notes.concat())
    }

    fn sections(&self, occasion: &str, questions: &Questions) -> Vec<SectionSpec> {
        let section = |role: Role, title: String, required: bool| SectionSpec {
            role,
            title,
            required,
            when: None,
            prompt: base_prompt(questions, role).clone(),
        };
        let headed = |part: Part, usual: &str| {
            let heading = self.part(part).flatten();
            heading.unwrap_or(usual).to_owned()
        };
        let mut sections = vec![section(Role::Opening, String::new(), true)];
        if self.part(Part::FollowUp).is_some() {
            let usual = format!("上年度{occasion}查摆问题整改情况");
            let title = headed(Part::FollowUp, &usual);
            sections.push(section(Role::FollowUp, title, true));
        }
        sections.push(section(Role::Dimensions, "存在的主要问题".to_owned(), true));
        if self.part(Part::Case).is_some() {
            let title = headed(Part::Case, "典型案例剖析");
            sections.push(section(Role::Case, title, true));
        }
        for (part, role, usual) in [
            (Part::Causes, Role::Causes, "产生问题的原因分析"),
            (Part::Measures, Role::Measures, "努力方向和改进措施"),
        ] {
            let is_asked_for = self.part(part).is_some();
            sections.push(section(role, headed(part, usual), is_asked_for));
        }
        sections.push(section(Role::Closing, String::new(), false));
        sections
    }

    fn specs(&self, questions: &Questions) -> Vec<DimensionSpec> {
        let spec = |title: &str, guide: &str, statement: bool| {
            let usual = first_prompt(questions, statement);
            let prompt = if guide.is_empty() {
                usual.clone()
            } else {
                Prompt {
                    guide: guide.to_owned(),
                    ..usual.clone()
                }
            };
            DimensionSpec {
                title: title.to_owned(),
                short_title: short(title),
                statement,
                when: None,
                prompt,
            }
        };
        let mut specs: Vec<DimensionSpec> = self
            .dimensions()
            .map(|(title, guide)| spec(title, guide, false))
            .collect();
        if let Some(heading) = self.part(Part::Statement) {
            let title = heading.unwrap_or("需要说明的事项");
            if specs.iter().all(|it| it.title != title) {
                specs.push(spec(title, "", true));
            }
        }
        specs
    }
}

/// Returns the first words of a title, without what all titles begin and end with.
fn short(title: &str) -> String {
    let core = title
        .trim_start_matches("在")
        .trim_start_matches("带头")
        .trim_start_matches("对照")
        .trim_end_matches("方面");
    let first = core.split(['、', '，', '；']).next().unwrap_or(core);
    let first = first.trim_matches(['“', '”', ' ']);
    let short: String = first.chars().take(6).collect();
    if short.trim().is_empty() {
        title.to_owned()
    } else {
        short
    }
}
