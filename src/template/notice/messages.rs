//! What a person reads about a notice that was read, in both languages.

use super::reading::{Doubt, Part, Read, Reading, What};
use crate::locale::Lang;

crate::messages! {
    /// The name of a thing read: the year.
    year() { zh: "年度", en: "year" }
    /// The occasion.
    occasion() { zh: "会议", en: "occasion" }
    /// What the report is called.
    report() { zh: "材料", en: "report" }
    /// The length.
    length() { zh: "字数", en: "length" }
    /// A dimension.
    dimension() { zh: "方面", en: "dimension" }
    /// A part.
    part() { zh: "部分", en: "part" }
    /// A length with both bounds.
    from_to(min: u32, max: u32) { zh: "{min}到{max}字", en: "{min} to {max} characters" }
    /// A length with a lower bound.
    at_least(min: u32) { zh: "不少于{min}字", en: "at least {min} characters" }
    /// A length with an upper bound.
    at_most(max: u32) { zh: "不超过{max}字", en: "at most {max} characters" }
    /// A length without bound.
    about(n: u32) { zh: "{n}字左右（记在说明里，不作限制）", en: "about {n} characters (noted, no limit)" }
    /// [`Part::FollowUp`].
    follow_up() { zh: "上年度整改情况", en: "last year's promises" }
    /// [`Part::Case`].
    case() { zh: "典型案例剖析", en: "a typical case" }
    /// [`Part::Statement`].
    statement() { zh: "需要说明的事项", en: "matters to be stated" }
    /// [`Part::Causes`].
    causes() { zh: "原因", en: "causes" }
    /// [`Part::Measures`].
    measures() { zh: "措施", en: "measures" }
    /// A part with the heading the notice gives it.
    with_heading(part: &str, heading: &str) { zh: "{part}：{heading}", en: "{part}: {heading}" }
    /// [`Doubt::NoYear`].
    no_year() { zh: "没有读到年度，写的时候再填。", en: "No year was found; it is asked for when you write." }
    /// [`Doubt::NoOccasion`].
    no_occasion() { zh: "没有读到是什么会议。", en: "No occasion was found." }
    /// [`Doubt::NoDimensions`].
    no_dimensions() {
        zh: "没有读到要从哪些方面查摆；请把写着这些方面的那一段也放进来。",
        en: "No list of dimensions was found; put in the passage that names them too.",
    }
    /// [`Doubt::CountDiffers`].
    count_differs(said: usize, found: usize) {
        zh: "通知说{said}个方面，读到{found}个，请核对。",
        en: "The notice says {said} dimensions, {found} were found: please compare.",
    }
    /// [`Doubt::OtherList`].
    other_list(line: usize, n: usize) {
        zh: "第{line}行起还有一组{n}条，没有当作方面。",
        en: "A list of {n} from line {line} on was not taken for dimensions.",
    }
    /// [`Doubt::OtherLength`].
    other_length(line: usize) {
        zh: "第{line}行还有一个字数，没有用。",
        en: "Another length on line {line} was not used.",
    }
    /// Parts that the notice does not mention and that stand in the report all the same.
    usual(parts: &str) {
        zh: "通知没有提到{parts}：按通常的写法列上，可以不写。",
        en: "Not in the notice: {parts}. They are listed as usual and may be left out.",
    }
}

/// Returns the name of a thing read.
pub fn label(lang: Lang, what: &What) -> String {
    match what {
        What::Year(_) => year(lang),
        What::Occasion(_) => occasion(lang),
        What::Report(_) => report(lang),
        What::Length(_) | What::About(_) => length(lang),
        What::Dimension { .. } => dimension(lang),
        What::Part(..) => part(lang),
    }
}

/// Returns a thing read in words.
pub fn words(lang: Lang, read: &Read) -> String {
    match &read.what {
        What::Year(year) => year.to_string(),
        What::Occasion(it) | What::Report(it) => it.clone(),
        What::Length(it) => match (it.min, it.max) {
            (Some(min), Some(max)) => from_to(lang, min, max),
            (Some(min), None) => at_least(lang, min),
            (None, Some(max)) => at_most(lang, max),
            (None, None) => String::new(),
        },
        What::About(n) => about(lang, *n),
        What::Dimension { title, .. } => title.clone(),
        What::Part(part, None) => name_of(lang, *part),
        What::Part(part, Some(heading)) => with_heading(lang, &name_of(lang, *part), heading),
    }
}

/// Returns the name of a part.
pub fn name_of(lang: Lang, part: Part) -> String {
    match part {
        Part::FollowUp => follow_up(lang),
        Part::Case => case(lang),
        Part::Statement => statement(lang),
        Part::Causes => causes(lang),
        Part::Measures => measures(lang),
    }
}

/// Returns a doubt in a sentence.
pub fn doubt(lang: Lang, doubt: &Doubt) -> String {
    match doubt {
        Doubt::NoYear => no_year(lang),
        Doubt::NoOccasion => no_occasion(lang),
        Doubt::NoDimensions => no_dimensions(lang),
        Doubt::CountDiffers { said, found } => count_differs(lang, *said, *found),
        Doubt::OtherList { line, n_items } => other_list(lang, *line, *n_items),
        Doubt::OtherLength { line } => other_length(lang, *line),
    }
}

/// Returns everything open or doubtful about a reading, one sentence each.
pub fn doubts(lang: Lang, reading: &Reading) -> Vec<String> {
    let mut all: Vec<String> = reading.doubts.iter().map(|it| doubt(lang, it)).collect();
    let missing: Vec<String> = [Part::Causes, Part::Measures]
        .into_iter()
        .filter(|it| reading.part(*it).is_none())
        .map(|it| name_of(lang, it))
        .collect();
    if reading.is_usable() && !missing.is_empty() {
        let comma = match lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        };
        all.push(usual(lang, &missing.join(comma)));
    }
    all
}
