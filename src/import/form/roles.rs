//! What a heading says its section is for: by its words in any order, not by its number.

use crate::draft::Role;

/// What a heading promises. Several at once where a section does the work of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a set: a heading may promise any of these"
)]
pub(super) struct Roles {
    /// What became of last year's promises.
    pub(super) follow_up: bool,
    /// The problems.
    pub(super) problems: bool,
    /// Their causes.
    pub(super) causes: bool,
    /// The measures.
    pub(super) measures: bool,
    /// A typical case.
    pub(super) case: bool,
    /// A matter to be stated.
    pub(super) statement: bool,
    /// Last words.
    pub(super) closing: bool,
}

impl Roles {
    /// Tells whether the heading says anything about a role.
    pub(super) fn is_any(self) -> bool {
        self != Self::default()
    }

    /// Tells whether it promises more than one thing of the chain problem, cause, measure.
    pub(super) fn is_merged(self) -> bool {
        usize::from(self.problems) + usize::from(self.causes) + usize::from(self.measures) > 1
    }

    /// Returns the role of the section.
    pub(super) fn first(self) -> Option<Role> {
        let all = [
            (self.follow_up, Role::FollowUp),
            (self.problems, Role::Dimensions),
            (self.causes, Role::Causes),
            (self.measures, Role::Measures),
            (self.case, Role::Case),
            (self.closing, Role::Closing),
            (self.statement, Role::Text),
        ];
        all.into_iter().find(|(is, _)| *is).map(|(_, role)| role)
    }

    /// Returns what a role promises.
    pub(super) fn of(role: Role) -> Self {
        let mut roles = Self::default();
        match role {
            Role::FollowUp => roles.follow_up = true,
            Role::Dimensions => roles.problems = true,
            Role::Causes => roles.causes = true,
            Role::Measures => roles.measures = true,
            Role::Case => roles.case = true,
            Role::Closing => roles.closing = true,
            Role::Opening | Role::Text => {}
        }
        roles
    }
}

/// The longest heading of a section, in characters.
pub(super) const LONGEST: usize = 45;

const FOLLOW_UP: &[&str] = &[
    "整改情况",
    "整改落实",
    "整改进展",
    "整改完成",
    "整改成效",
    "整改结果",
    "落实情况",
    "完成情况",
    "兑现情况",
    "回头看",
    "改进情况",
    "整改台账",
    "整改销号",
];
const LAST_YEAR: &[&str] = &["上年", "去年", "上一年", "上次", "上一次", "前次"];
const MEASURES: &[&str] = &[
    "措施",
    "努力方向",
    "改进方向",
    "整改方向",
    "努力的方向",
    "今后方向",
    "打算",
    "下一步",
    "整改思路",
    "整改方案",
    "改进计划",
    "整改计划",
    "整改承诺",
    "对策",
    "如何改进",
    "今后",
    "改进意见",
    "整改意见",
    "改进思路",
    "改进建议",
];
const CAUSES: &[&str] = &[
    "原因",
    "根源",
    "成因",
    "思想剖析",
    "深层剖析",
    "党性剖析",
    "深刻剖析",
];
const PROBLEMS: &[&str] = &[
    "问题",
    "不足",
    "差距",
    "查摆",
    "短板",
    "薄弱环节",
    "对照检查情况",
    "检视情况",
    "缺点",
];
const CASE: &[&str] = &["案例", "典型事例", "以案", "警示"];
const STATEMENT: &[&str] = &["事项", "需要说明", "需说明", "说明的情况"];
const CLOSING: &[&str] = &["结束语", "结语"];
/// What a heading of a section never says: these name a fault.
const FAULTS: &[&str] = &[
    "不够",
    "不强",
    "不深",
    "不高",
    "不严",
    "不实",
    "不力",
    "不多",
    "不细",
    "不全",
    "不到位",
    "不及时",
    "不彻底",
    "不坚",
    "松懈",
    "淡化",
    "弱化",
    "欠缺",
    "滞后",
    "缺乏",
    "不注重",
    "不重视",
    "不主动",
    "不敢",
    "不善",
    "有差距",
    "停滞",
    "退化",
    "减退",
    "懈怠",
];
/// Words that join two matters in one heading.
const AND: &[char] = &['及', '和', '与', '、', '并', '，', '暨', '/'];

/// Returns what a heading promises; nothing if it is too long for one or names a fault.
pub(super) fn roles_of(heading: &str) -> Roles {
    let heading = heading.trim();
    if heading.chars().take(LONGEST + 1).count() > LONGEST {
        return Roles::default();
    }
    if heading.is_ascii() {
        return english(&heading.to_ascii_lowercase());
    }
    let has = |words: &[&str]| words.iter().any(|it| heading.contains(it));
    if has(FAULTS) || ends_like_title(heading) {
        return Roles::default();
    }
    let is_last_year = has(LAST_YEAR) && (has(&["整改", "问题", "承诺", "改进"]));
    let is_studied = heading.contains("贯彻落实情况") && !heading.contains("整改");
    if is_last_year || has(FOLLOW_UP) && !is_studied {
        return Roles {
            follow_up: true,
            ..Roles::default()
        };
    }
    if has(CASE) {
        return Roles {
            case: true,
            ..Roles::default()
        };
    }
    if has(CLOSING) {
        return Roles {
            closing: true,
            ..Roles::default()
        };
    }
    let (problem, cause, measure) = (
        first_of(heading, PROBLEMS),
        first_of(heading, CAUSES),
        first_of(heading, MEASURES),
    );
    let is_of = ["产生", "造成", "导致", "形成", "出现", "针对"]
        .iter()
        .any(|it| heading.starts_with(it));
    let is_parted = |from: Option<(usize, usize)>, to: Option<(usize, usize)>| match (from, to) {
        (Some((_, from)), Some((to, _))) if from <= to => {
            heading.get(from..to).is_some_and(|it| it.contains(AND))
        }
        _ => false,
    };
    let mut roles = Roles {
        causes: cause.is_some(),
        measures: measure.is_some(),
        ..Roles::default()
    };
    roles.problems = match (cause, measure) {
        (None, None) => problem.is_some(),
        (Some(_), _) => !is_of && is_parted(problem, cause),
        (None, Some(_)) => !is_of && is_parted(problem, measure),
    };
    if !roles.is_any() && has(STATEMENT) {
        roles.statement = true;
    }
    roles
}

/// Tells whether a folded heading names a fault.
pub(super) fn is_fault(heading: &str) -> bool {
    FAULTS.iter().any(|it| heading.contains(it))
}

/// Where the first of the words stands.
fn first_of(heading: &str, words: &[&str]) -> Option<(usize, usize)> {
    let found = words
        .iter()
        .filter_map(|it| Some((heading.find(it)?, it.len())));
    found.min().map(|(at, len)| (at, at + len))
}

/// `…剖析材料`, `…整改情况报告`: the title of a whole text.
pub(super) fn ends_like_title(heading: &str) -> bool {
    let end = heading.trim_end_matches(|it: char| !it.is_alphanumeric());
    ["材料", "报告", "总结", "发言", "发言提纲", "讲话", "自评表"]
        .iter()
        .any(|it| end.ends_with(it))
        && !end.ends_with("事项报告")
}

fn english(heading: &str) -> Roles {
    let has = |words: &[&str]| words.iter().any(|it| heading.contains(it));
    let mut roles = Roles::default();
    if has(&[
        "last year",
        "follow-up",
        "follow up",
        "previous commitments",
        "progress on",
    ]) {
        roles.follow_up = true;
        return roles;
    }
    roles.causes = has(&["cause", "reasons"]);
    roles.measures = has(&[
        "measure",
        "improvement",
        "action",
        "next steps",
        "commitments",
        "remed",
    ]);
    roles.problems = has(&["problem", "shortcoming", "weakness", "findings", "issues"])
        && !(roles.causes || roles.measures)
        || has(&["problems and", "issues and"]) && roles.is_any();
    roles.case = !roles.is_any() && has(&["case study", "a case"]);
    roles.closing = !roles.is_any() && (heading == "closing" || heading == "conclusion");
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, roles: &[&str]) {
        let it = roles_of(heading);
        let said = [
            (it.follow_up, "follow-up"),
            (it.problems, "problems"),
            (it.causes, "causes"),
            (it.measures, "measures"),
            (it.case, "case"),
            (it.statement, "statement"),
            (it.closing, "closing"),
        ];
        let said: Vec<&str> = said
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, it)| it)
            .collect();
        assert_eq!(said, roles, "{heading}");
    }

    #[test]
    fn sections_are_known_by_their_words() {
        check(
            "“不忘初心、牢记使命”专题民主生活会查摆问题整改情况",
            &["follow-up"],
        );
        check("上年度民主生活会整改措施落实情况", &["follow-up"]);
        check("去年查摆问题的整改", &["follow-up"]);
        check("存在的主要问题", &["problems"]);
        check("对照检查情况", &["problems"]);
        check("差距和不足：", &["problems"]);
        check("产生问题的原因分析", &["causes"]);
        check("存在问题的原因分析", &["causes"]);
        check("思想根源剖析", &["causes"]);
        check("努力方向和改进措施", &["measures"]);
        check("针对问题的整改措施", &["measures"]);
        check("下一步打算", &["measures"]);
        check("存在问题及原因", &["problems", "causes"]);
        check("存在的问题和产生问题的原因", &["problems", "causes"]);
        check(
            "存在问题、原因分析及整改措施",
            &["problems", "causes", "measures"],
        );
        check("原因分析及今后努力方向", &["causes", "measures"]);
        check("存在的问题与改进措施", &["problems", "measures"]);
        check("典型案例剖析", &["case"]);
        check("需要说明的事项", &["statement"]);
        check("个人有关事项报告", &["statement"]);
        check("结束语", &["closing"]);
        check("Planned Improvements", &["measures"]);
        check("Main Problems", &["problems"]);
        check("Causes", &["causes"]);
        check("Progress on Last Year's Commitments", &["follow-up"]);
    }

    #[test]
    fn other_headings_say_nothing() {
        for heading in [
            "在理论学习方面",
            "整改措施落实不够有力。",
            "问题意识不强",
            "2025年度组织生活会个人剖析材料",
            "学习贯彻落实情况",
            "工作现状",
            "Learning",
            "",
        ] {
            check(heading, &[]);
        }
    }
}
