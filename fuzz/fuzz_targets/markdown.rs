//! Any text as Markdown: every Chinese character of it is in a line or in a remark.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use pouxi::import::container;
use pouxi::locale::Lang;

fn count<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for it in texts.flat_map(str::chars).filter(|it| ('\u{4E00}'..='\u{9FFF}').contains(it)) {
        *counts.entry(it).or_default() += 1;
    }
    counts
}

fuzz_target!(|text: &str| {
    if text.contains('\0') {
        return;
    }
    let Ok(manuscript) = container::read(text.as_bytes(), "a.md") else { return };
    for line in &manuscript.lines {
        assert!(!line.text.contains(char::is_control), "control characters stay outside");
        assert!(line.text.is_char_boundary(line.made), "what was made ends between characters");
    }
    let n_lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
    assert!(manuscript.lines.iter().all(|it| (1..=n_lines).contains(&it.number)), "every line is one of the file");
    let told: Vec<String> = manuscript.remarks.iter().map(|it| it.notice.say(Lang::En)).collect();
    let lines = manuscript.lines.iter().map(|it| it.text.as_str());
    let kept = count(lines.chain(told.iter().map(String::as_str)));
    // Footnotes are called by their labels, which are no words of the text.
    if text.contains("[^") {
        return;
    }
    for (it, n) in count(std::iter::once(text)) {
        assert!(kept.get(&it).is_some_and(|kept| *kept >= n), "{it} was lost");
    }
});
