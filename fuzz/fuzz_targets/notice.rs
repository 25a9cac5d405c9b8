//! Any text read as a notice: nothing panics, every title is in the text, and what becomes a template is one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pouxi::template::{check, notice, to_toml};

fuzz_target!(|text: &str| {
    let reading = notice::read(text);
    for (title, _) in reading.dimensions() {
        assert!(
            reading.lines.iter().any(|(_, line)| line.contains(title)),
            "made up: {title:?}"
        );
    }
    let n_lines = reading.lines.last().map_or(0, |(n, _)| *n);
    for it in &reading.reads {
        assert!((1..=n_lines).contains(&it.line), "{it:?}");
    }
    let template = reading.to_template("notice");
    let written = to_toml(&template);
    assert_eq!(check(&written), Ok(template), "{written}");
});
