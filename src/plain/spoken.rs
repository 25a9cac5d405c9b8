//! What the sitting shows, as lines to be heard: lists, readings, and sentences without keys. Decides nothing.

use crate::draft::Field;
use crate::locale::Lang;
use crate::settings::Key;
use crate::sitting::heads::head;
use crate::sitting::lists::{Act, Item, items};
use crate::sitting::model::{List, Model, Reading, Work};
use crate::sitting::readings;
use crate::sitting::reviewer::chain;
use crate::sitting::reviewer::lists::told_lines;
use crate::sitting::reviewer::messages as reviewer;

use super::messages as say;

/// Returns the lines of a list that mean something without keys and a caret, with their place among all.
pub fn lines(model: &Model, list: &List, has_editor: bool) -> Vec<(usize, Item)> {
    let is_heard = |it: &Item| match &it.act {
        Act::Show(List::Edit)
        | Act::Selecting
        | Act::SelectAll
        | Act::CopySelection
        | Act::CutSelection
        | Act::PutBack
        | Act::Kill(_)
        | Act::Repaint
        | Act::ToggleMouse
        | Act::OtherWidth
        | Act::ToggleExample
        | Act::OtherFace
        | Act::Suspend
        | Act::ToggleColours
        | Act::NextTheme
        | Act::Help
        | Act::Guide
        | Act::Read(Reading::Help | Reading::Guide(_)) => false,
        Act::Edit(_) => has_editor,
        _ => true,
    };
    let all = items(model, list).into_iter().enumerate();
    all.filter(|(_, it)| is_heard(it)).collect()
}

/// Returns a line of a list in words.
pub(super) fn line(model: &Model, list: &List, at: usize, item: &Item) -> String {
    let lang = model.lang;
    let mut words = item.label.clone();
    for more in [&item.state, &item.detail] {
        let more = more.trim();
        if !more.is_empty() {
            words.push_str(&between(lang, &words));
            words.push_str(&more.replace("  ", &say::comma(lang)));
        }
    }
    if let (List::Chain, Some(work)) = (list, &model.work)
        && let Some(row) = chain::rows(lang, work.draft()).get(at)
    {
        for more in chain::in_words(lang, work.draft(), row) {
            words.push_str(&say::semicolon(lang));
            words.push_str(&more);
        }
    }
    heard(model, &words)
}

/// What parts the words of a line: a comma, or nothing more where a sentence ends.
fn between(lang: Lang, before: &str) -> String {
    match before.chars().last() {
        Some('。' | '！' | '？') => String::new(),
        Some('.' | '!' | '?') => " ".to_owned(),
        _ => say::comma(lang),
    }
}

/// Returns what is said before a list.
pub(super) fn before(model: &Model, list: &List) -> Vec<String> {
    let lang = model.lang;
    let (title, _, sentence) = head(model, list);
    let sentence = match list {
        List::Notice if model.read_notice.is_none() => say::notice_how(lang),
        List::KeyOf(command) => {
            let now = model.keys.key(*command).map_or("", Key::name);
            say::key_how(lang, now)
        }
        _ => sentence,
    };
    let title = match list {
        // Said once, by the first line.
        List::Start => String::new(),
        _ => title,
    };
    let mut lines: Vec<String> = std::iter::once(title.as_str())
        .chain(sentence.lines())
        .filter(|it| !it.trim().is_empty())
        .map(|it| heard(model, it))
        .collect();
    if let (List::Check, Some(work)) = (list, &model.work) {
        lines.extend(account(lang, work));
    }
    lines
}

/// How much was found, and what no program can judge.
fn account(lang: Lang, work: &Work) -> Vec<String> {
    let counts = work.checked.counts();
    let found = if work.checked.told.is_empty() {
        reviewer::nothing_found(lang)
    } else {
        reviewer::counted(lang, counts.error, counts.warn, counts.info)
    };
    vec![found, reviewer::cannot_judge(lang)]
}

/// Returns the word over the findings of a severity, where the line `at` is the first of it.
pub(super) fn heading(model: &Model, list: &List, at: usize) -> Option<String> {
    let (List::Check, Some(work)) = (list, &model.work) else {
        return None;
    };
    let lines = told_lines(work);
    let severity = |at: usize| {
        let told = lines.get(at).map(|it| it.finding());
        told.and_then(|it| work.checked.told.get(it))
            .map(|it| it.severity)
    };
    let of_line = severity(at)?;
    let before = at.checked_sub(1).and_then(severity);
    let n = work.checked.counts().of_severity(of_line);
    (before != Some(of_line)).then(|| reviewer::severity(model.lang, of_line, n))
}

/// Returns the paragraphs of the report as it will be printed: the first row of each, and its words.
pub(super) fn paragraphs(work: &Work) -> Vec<(usize, &str)> {
    let pages = &work.proof.preview.pages;
    let mut last = None;
    let mut paragraphs = Vec::new();
    for (row, (_, it)) in pages.rows().enumerate() {
        if it.paragraph.is_none() || it.paragraph == last {
            continue;
        }
        last = it.paragraph;
        let words = it.paragraph.and_then(|it| pages.paragraphs.get(it));
        let words = words.map_or("", |it| it.text.as_str());
        if !words.trim().is_empty() {
            paragraphs.push((row, words));
        }
    }
    paragraphs
}

/// Returns the report from a row of its pages on, a paragraph a line, each behind its number.
pub(super) fn proof(lang: Lang, work: &Work, row: usize) -> Vec<String> {
    let all = paragraphs(work);
    let first = (all.iter().rposition(|it| it.0 <= row)).unwrap_or_default();
    let title = match first {
        0 => say::n_paragraphs(lang, all.len()),
        _ => say::from_paragraph(lang, first + 1, all.len()),
    };
    let line = |(n, it): (usize, &(usize, &str))| say::numbered(lang, n + 1, it.1);
    let lines = all.iter().enumerate().skip(first).map(line);
    std::iter::once(title).chain(lines).collect()
}

/// Returns something to read, a paragraph a line.
pub(super) fn reading(model: &Model, reading: Reading) -> Vec<String> {
    let lang = model.lang;
    let title = without_keys(lang, &readings::title(model, reading));
    let text = readings::words(model, reading).text;
    let lines = text.lines().filter(|it| !it.trim().is_empty());
    let lines = lines.map(|it| match reading {
        // A page of Markdown: its marks are for the eye.
        Reading::Rule(_) => without_keys(lang, it.trim_start_matches('#').trim_start()),
        // The writer's own words stay as they are.
        _ => it.to_owned(),
    });
    std::iter::once(title).chain(lines).collect()
}

/// Returns a sentence of the sitting as it is said: with the names of keys where keys are what it is about.
pub(super) fn heard(model: &Model, sentence: &str) -> String {
    if model.is_about_keys() {
        sentence.to_owned()
    } else {
        without_keys(model.lang, sentence)
    }
}

/// Returns a sentence of the sitting without the names of keys.
pub(super) fn without_keys(lang: Lang, sentence: &str) -> String {
    let pairs: &[(&str, &str)] = match lang {
        Lang::Zh => &[
            ("Ctrl+Z 撤销（菜单里也有）", "输入[：撤销]可以取回"),
            ("Ctrl+Z 撤销，菜单里也有", "输入[：撤销]可以取回"),
            ("Ctrl+Z 撤销", "输入[：撤销]可以取回"),
            ("Ctrl+Z 可以整段撤销", "输入[：撤销]可以整段取回"),
            ("Ctrl+Z 可以整个撤销", "输入[：撤销]可以整个取回"),
            (
                "Ctrl+Z 恢复原样，再按一次撤销粘贴",
                "输入[：撤销]恢复原样，再撤销一次就取走",
            ),
            ("Ctrl+Z", "[：撤销]"),
            ("选中一条再回车", "输入一条的号码"),
            ("左边现在的，右边换了以后的", "先说现在的，再说换成什么"),
            ("，-> ", "，换成："),
            ("（按回车接着选）", ""),
            ("（看目录）", "（输入[：目录]）"),
            ("菜单里可以", "输入[：菜单]可以"),
            ("pouxi restore", "回收站"),
        ],
        Lang::En => &[
            (" (also in the menu)", ""),
            (
                "'pouxi restore' brings it back",
                "the trash on the first list has it",
            ),
            ("; so does the menu", ""),
            ("Ctrl+Z", "':undo'"),
            ("Enter on a line", "Its number"),
            (
                "Left what is, right what it becomes",
                "First what is, then what it becomes",
            ),
            (", -> ", ", becomes "),
            (" (Enter goes on)", ""),
            ("see the outline", "see ':outline'"),
        ],
    };
    let mut sentence = sentence.to_owned();
    for (key, words) in pairs {
        if sentence.contains(key) {
            sentence = sentence.replace(key, words);
        }
    }
    sentence
}

/// Returns the beginning and the end of a text, in one line.
pub(super) fn excerpt(text: &str) -> String {
    const HEAD: usize = 24;
    const TAIL: usize = 12;
    let letters: Vec<char> = text
        .chars()
        .map(|it| if it == '\n' { ' ' } else { it })
        .collect();
    if letters.len() <= HEAD + TAIL + 3 {
        return letters.into_iter().collect();
    }
    let head: String = letters.iter().take(HEAD).collect();
    let tail: String = letters.iter().skip(letters.len() - TAIL).collect();
    format!("{head} ... {tail}")
}

/// Returns words of a text set off by brackets, with what stands around them, in one line.
pub(super) fn around(text: &str, at: &std::ops::Range<usize>) -> String {
    const AROUND: usize = 10;
    let before: Vec<char> = text.get(..at.start).unwrap_or_default().chars().collect();
    let before: String = before
        .iter()
        .skip(before.len().saturating_sub(AROUND))
        .collect();
    let after = text.get(at.end..).unwrap_or_default().chars();
    let after: String = after.take(AROUND).collect();
    let words = excerpt(text.get(at.clone()).unwrap_or_default());
    // A place has no words of its own.
    let words = if words.is_empty() {
        String::new()
    } else {
        format!("[{words}]")
    };
    format!("{before}{words}{after}").replace('\n', " ")
}

/// Returns the field of the open text, if it exists already.
pub(super) fn open_field(work: &Work) -> Option<Field> {
    match work.spot()? {
        crate::draft::Spot::Text(field) => Some(field),
        _ => None,
    }
}
