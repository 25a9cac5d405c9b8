//! Any bytes as a foreign file: reading neither fails by a panic nor loses a word.
//!
//! Where the bytes are UTF-8, what must be there is known without the reader: every character that can be seen.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pouxi::import::container;
use pouxi::paste::is_invisible;

fuzz_target!(|bytes: &[u8]| {
    let Ok(manuscript) = container::read(bytes, "a.txt") else { return };
    for line in &manuscript.lines {
        assert!(!line.text.contains(char::is_control), "control characters stay outside");
        assert!(line.text.is_char_boundary(line.made), "what was made ends between characters");
    }
    assert!(manuscript.lines.is_sorted_by_key(|it| it.number), "lines come in order");
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // Markdown takes markup off, and UTF-16 is UTF-8 by accident where it holds zeros.
    if text.contains("# ") || text.contains('\0') || text.starts_with('\u{FEFF}') {
        return;
    }
    let seen: String = manuscript.lines.iter().flat_map(|it| it.text.chars()).filter(|it| !it.is_whitespace()).collect();
    let mut wanted = String::new();
    let mut before = None;
    for it in text.chars() {
        if "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".contains(it) {
            before = None;
        } else if it != '\u{AD}' && (it == '\t' || !is_invisible(it, before)) {
            before = Some(if it == '\t' { ' ' } else { it });
            wanted.extend(Some(it).filter(|it| !it.is_whitespace()));
        }
    }
    assert_eq!(seen, wanted);
});
