//! The form of any text whatever: nothing is lost, nothing counted twice.
//!
//!     fuzz/run 60 form
//!
//! The first byte chooses how the rest becomes lines: as it stands, or with words of the genre in the place of
//! single bytes. Every line may carry a level of heading and a bold beginning.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use pouxi::draft::{Outline, PassageKind};
use pouxi::import::form::{TemplateChoice, texts, understand};
use pouxi::import::{Line, Manuscript};
use pouxi::locale::Lang;
use pouxi::template::built_in;

const WORDS: &[&str] = &[
    "一、", "二、", "（一）", "（二）", "1.", "2、", "①", "一是", "二是", "第一，", "首先，", "一方面", "存在的主要问题",
    "原因分析", "整改措施", "存在问题及原因", "上年度整改情况", "典型案例剖析", "个人有关事项报告", "在理论学习方面",
    "学习不够。", "如，", "2025年3月，", "问题：", "整改情况：已完成", "（责任人：张三；完成时限：月底）", "原因是",
    "产生上述问题的原因：", "剖析材料", "根据", "以上是", "浏览量：1", "8 J4 ]$ j(", "— 1 —", "：", "。", "，", "；", " ", "\n",
    "\n\n", "\u{3000}", "XX镇", "篇一", "篇二", "“", "”",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((mode, rest)) = bytes.split_first() else { return };
    let text = if mode % 2 == 0 {
        String::from_utf8_lossy(rest).into_owned()
    } else {
        rest.iter().map(|it| WORDS[usize::from(*it) % WORDS.len()]).collect()
    };
    let lines: Vec<Line> = (text.split('\n').enumerate())
        .map(|(idx, text)| Line {
            number: idx + 1,
            text: text.to_owned(),
            heading: (mode & 4 != 0 && idx % 5 == 0).then_some(mode % 3 + 1),
            strong: if mode & 8 != 0 && idx % 3 == 0 { text.len() / 2 } else { 0 },
            ..Line::default()
        })
        .collect();
    let manuscript = Manuscript { lines, ..Manuscript::default() };
    let mut n_characters = 0;
    let mut at = 0;
    for text in texts(&manuscript) {
        assert_eq!(text.lines.start, at, "every line belongs to one text");
        at = text.lines.end;
        let lines = &manuscript.lines[text.lines];
        let imported = understand(lines, &TemplateChoice::Best(built_in().to_vec()), Lang::Zh);
        let account = imported.account;
        assert_eq!(account.placed + account.unplaced, account.source);
        n_characters += account.source;
        let kept = census(words(&imported.outline).chain(imported.marks.iter().map(String::as_str)));
        assert_eq!(kept, census(lines.iter().map(|it| it.text.as_str())));
    }
    assert_eq!(at, manuscript.lines.len());
    assert_eq!(n_characters, manuscript.characters());
});

fn census<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for it in texts.flat_map(str::chars).filter(|it| !it.is_whitespace()) {
        *counts.entry(it).or_insert(0) += 1;
    }
    counts
}

fn words(outline: &Outline) -> impl Iterator<Item = &str> {
    fn body(body: &[(PassageKind, String)]) -> impl Iterator<Item = &str> {
        body.iter().map(|it| it.1.as_str())
    }
    let mut all: Vec<&str> = vec![&outline.title];
    all.extend(outline.bylines.iter().map(String::as_str));
    all.extend(outline.sections.iter().flat_map(|it| [it.title.as_str(), &it.text]));
    for it in &outline.dimensions {
        all.extend([it.title.as_str(), &it.lead_in, &it.statement]);
        for it in &it.problems {
            all.push(&it.headline);
            all.extend(body(&it.body));
        }
    }
    all.extend(outline.follow_ups.iter().flat_map(|it| [it.problem.as_str(), &it.measure, &it.evidence]));
    for it in &outline.causes {
        all.push(&it.headline);
        all.extend(body(&it.body));
    }
    for it in &outline.measures {
        all.extend([it.headline.as_str(), &it.owner, &it.due, &it.evidence]);
        all.extend(body(&it.body));
    }
    all.extend(outline.set_aside.iter().map(|it| it.1.as_str()));
    all.into_iter()
}
