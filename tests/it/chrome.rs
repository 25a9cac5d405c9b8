//! Our own words: no sign whose width a terminal may choose, and no language mixed into the other.
//!
//! The words are read from the sources, so that a sentence nobody ever saw is looked at too. What a writer writes
//! may hold any sign; `typeset` and the pictures in `screens` are about that.

#![expect(clippy::disallowed_methods, reason = "this test reads the sources")]

use std::fs;
use std::path::{Path, PathBuf};

use pouxi::locale::Lang;
use pouxi::sitting::keymap::BINDINGS;
use pouxi::template::{Prompt, built_in};
use unicode_width::UnicodeWidthChar;

/// Words of other languages that Chinese readers know by these names: keys, formats, programs.
pub(crate) const KNOWN_IN_CHINESE: &[&str] = &[
    "Alt",
    "Backspace",
    "Ctrl",
    "Delete",
    "End",
    "Enter",
    "F1",
    "F5",
    "F9",
    "Esc",
    "Home",
    "PgDn",
    "PgUp",
    "Shift",
    "Tab",
    "English",
    "Language",
    "TOML",
    "FMEA",
    "8D",
    "5W2H",
    "export",
    "Markdown",
    "Word",
    "WPS",
    "PDF",
    "RTF",
    "XML",
    "KB",
    "MB",
    "JSON",
    "pouxi",
    "fg",
    "tmux",
    "off",
    "VISUAL",
    "EDITOR",
    "llxx",
];

/// Names in answer files and templates, which are in English whatever the language of the report.
const NAMES_IN_FILES: &[&str] = &[
    "key",
    "c1",
    "role",
    "text",
    "sections",
    "branches",
    "body",
    "detail",
    "examples",
    "statement",
    "person",
    "each",
    "per",
    "least",
    "most",
    "true",
    "false",
    "null",
    "on",
    "info",
    "warn",
    "error",
];

/// Where English sentences name the other language, or a sign of it is what they are about.
const HAN_IN_ENGLISH: &[&str] = &["Language / 语言: English", "中文"];

#[test]
fn no_sign_of_our_words_is_of_ambiguous_width() {
    check_none(|it| {
        it.text
            .chars()
            .filter(|it| !is_plain(*it))
            .map(String::from)
            .collect()
    });
}

#[test]
fn english_is_english() {
    check_none(|it| {
        let is_known = it.lang == Lang::Zh || HAN_IN_ENGLISH.contains(&it.text.as_str());
        let signs = it.text.chars().filter(|it| !is_known && is_chinese(*it));
        signs.map(String::from).collect()
    });
}

#[test]
fn chinese_is_chinese() {
    check_none(|it| {
        let is_known = |word: &str| {
            let is_of_files = ["answers", "rubric", "template", "settings"]
                .iter()
                .any(|of| it.place.contains(of));
            KNOWN_IN_CHINESE.contains(&word) || (is_of_files && NAMES_IN_FILES.contains(&word))
        };
        let is_stray = |word: &&str| it.lang == Lang::Zh && !is_known(word);
        latin(&it.text)
            .filter(is_stray)
            .map(str::to_owned)
            .collect()
    });
}

/// Checks that nothing in our words is wrong; says everything that is.
#[track_caller]
fn check_none(wrong: impl Fn(&OurWord) -> Vec<String>) {
    let mut said = Vec::new();
    for word in our_words() {
        let found = wrong(&word);
        if !found.is_empty() {
            said.push(format!(
                "{}: {} in {:?}",
                word.place,
                found.join(" "),
                word.text
            ));
        }
    }
    assert!(said.is_empty(), "\n{}\n", said.join("\n"));
}

// ---- The reading of words, on sources made up for it.

#[test]
fn words_are_read_from_a_source() {
    let check = |source: &str, expected: &[(Lang, &str)]| {
        let found = words_of(source);
        let found: Vec<(Lang, &str)> = found
            .iter()
            .map(|(it, text, _)| (*it, text.as_str()))
            .collect();
        assert_eq!(found, expected, "{source}");
    };
    check(
        r#"a(n: usize) { zh: "甲{n}", en: "A \"{n}\"\n" }"#,
        &[(Lang::Zh, "甲{n}"), (Lang::En, "A \"{n}\"\n")],
    );
    check(
        "// zh: \"no\"\n/// en: \"no\"\nSubject::X => (\"题\", \"T\"),",
        &[(Lang::Zh, "题"), (Lang::En, "T")],
    );
    check(
        r#"f("no"); let a = ["no", "no"]; g(x, "no"); let it = ("、", "，");"#,
        &[],
    );
    check("zh: \"上\\u{201c}\"", &[(Lang::Zh, "上\u{201c}")]);
}

#[test]
fn latin_words_are_found_among_others() {
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(latin(text).collect::<Vec<_>>(), expected, "{text}");
    };
    check("按 Ctrl+Z 撤销 {n} 处", &["Ctrl"]);
    check("用 --home 换，见 pouxi template list。", &["pouxi"]);
    check("见 docs/cli.md，\"key\" 要写", &[]);
    check("例如 'code --wait' 和 EDITOR=nano", &[]);
    check("（A）", &[]);
}

#[test]
fn plain_signs_are_known() {
    for plain in "abc，。：；？！（）《》、 [] 学+-/'".chars() {
        assert!(is_plain(plain), "{plain}");
    }
    for other in "“”‘’…—·×→←■①│─█░°".chars() {
        assert!(!is_plain(other), "{other}");
    }
}

/// Tells whether a sign is as wide everywhere, and draws no box.
fn is_plain(sign: char) -> bool {
    sign == '\n' || (sign.width() == sign.width_cjk() && !matches!(sign, '\u{2500}'..='\u{259f}'))
}

fn is_ideograph(sign: char) -> bool {
    matches!(sign, '\u{4e00}'..='\u{9fff}')
}

pub(crate) fn is_chinese(sign: char) -> bool {
    matches!(sign, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Returns the words of two Latin letters or more, but those to be typed as they are: commands behind `pouxi`, what
/// stands in braces or quotation marks, options, variables, paths.
pub(crate) fn latin(text: &str) -> impl Iterator<Item = &str> {
    let is_quoted = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        let n = |sign: char| before.matches(sign).count();
        let is_open = n('{') > n('}') || n('\'') % 2 == 1 || n('"') % 2 == 1;
        let is_command = before
            .rsplit_once("pouxi ")
            .is_some_and(|it| it.1.is_ascii());
        is_open || is_command
    };
    let is_part = |it: char| it.is_ascii_alphanumeric() || "-=_./".contains(it);
    let words = text.split(move |it| !is_part(it));
    words.filter(move |it| {
        let at = it.as_ptr() as usize - text.as_ptr() as usize;
        let is_name = it.contains(['-', '=', '_', '.', '/']);
        it.len() > 1 && !is_name && !is_quoted(at) && it.chars().any(|it| it.is_ascii_alphabetic())
    })
}

/// A text of ours.
struct OurWord {
    /// Where it stands.
    place: String,
    lang: Lang,
    text: String,
}

/// Returns everything the program says of itself: messages, names, keys, prompts.
fn our_words() -> Vec<OurWord> {
    let mut words = Vec::new();
    for path in message_files() {
        let source = fs::read_to_string(&path).expect("a source can be read");
        let name = path
            .strip_prefix(root())
            .unwrap_or(&path)
            .display()
            .to_string();
        words.extend(
            words_of(&source)
                .into_iter()
                .map(|(lang, text, line)| OurWord {
                    place: format!("{name}:{line}"),
                    lang,
                    text,
                }),
        );
    }
    assert!(
        words.len() > 300,
        "the messages were not found: {}",
        words.len()
    );
    for binding in BINDINGS {
        for (lang, text) in [
            (Lang::En, binding.key),
            (Lang::Zh, binding.does.0),
            (Lang::En, binding.does.1),
        ] {
            words.push(OurWord {
                place: format!("keymap, {}", binding.key),
                lang,
                text: text.to_owned(),
            });
        }
    }
    for template in built_in() {
        let of_sections = template.sections.iter().map(|it| &it.prompt);
        let of_dimensions = template.dimensions.iter().map(|it| &it.prompt);
        let of_questions = template.questions.iter().map(|(_, it)| it);
        let prompts: Vec<&Prompt> = of_sections
            .chain(of_dimensions)
            .chain(of_questions)
            .collect();
        for prompt in prompts {
            for text in [&prompt.ask, &prompt.guide] {
                words.push(OurWord {
                    place: format!("template {}", template.id),
                    lang: template.lang(),
                    text: text.clone(),
                });
            }
        }
    }
    words
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every `messages.rs` below `src/`.
fn message_files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of src can be read") {
            let path = entry.expect("a folder of src can be read").path();
            let is_ours = path.ends_with("messages.rs");
            if path.is_dir() {
                folders.push(path);
            } else if is_ours {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Returns the texts of a source that stand behind `zh:` or `en:`, or beside each other as `("中", "en")`, with the
/// line of each. Comments do not count.
fn words_of(source: &str) -> Vec<(Lang, String, usize)> {
    let literals = literals(source);
    let mut words = Vec::new();
    for (at, literal) in literals.iter().enumerate() {
        let before = source.get(..literal.start).unwrap_or_default().trim_end();
        let behind = source.get(literal.end..).unwrap_or_default().trim_start();
        let lang = if before.ends_with("zh:") {
            Some(Lang::Zh)
        } else if before.ends_with("en:") {
            Some(Lang::En)
        } else if before.ends_with('(')
            && literal.text.contains(is_ideograph)
            && behind.starts_with(',')
            && is_next(source, literals.get(at + 1), literal)
        {
            Some(Lang::Zh)
        } else if at > 0
            && before.ends_with(',')
            && words
                .last()
                .is_some_and(|it: &(Lang, String, usize)| it.0 == Lang::Zh)
            && is_next(source, Some(literal), &literals[at - 1])
        {
            Some(Lang::En)
        } else {
            None
        };
        let line = source
            .get(..literal.start)
            .unwrap_or_default()
            .matches('\n')
            .count()
            + 1;
        words.extend(lang.map(|it| (it, literal.text.clone(), line)));
    }
    words
}

/// Tells whether nothing but a comma stands between two literals.
fn is_next(source: &str, next: Option<&Literal>, literal: &Literal) -> bool {
    next.and_then(|it| source.get(literal.end..it.start))
        .is_some_and(|it| it.trim() == ",")
}

/// A string of a source: where it stands, in bytes with its quotation marks, and what it says.
struct Literal {
    start: usize,
    end: usize,
    text: String,
}

fn literals(source: &str) -> Vec<Literal> {
    let mut literals = Vec::new();
    let mut chars = source.char_indices().peekable();
    while let Some((start, char)) = chars.next() {
        match char {
            '/' if chars.peek().is_some_and(|it| it.1 == '/') => {
                while chars.next_if(|it| it.1 != '\n').is_some() {}
            }
            '"' => {
                let mut text = String::new();
                let mut end = start + 1;
                while let Some((at, char)) = chars.next() {
                    end = at + char.len_utf8();
                    match char {
                        '"' => break,
                        '\\' => text.extend(escaped(&mut chars)),
                        it => text.push(it),
                    }
                }
                literals.push(Literal { start, end, text });
            }
            _ => {}
        }
    }
    literals
}

/// Returns what stands for the escape behind a backslash; nothing for a line that goes on.
fn escaped(chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>) -> Option<char> {
    match chars.next()?.1 {
        'n' => Some('\n'),
        't' => Some('\t'),
        '\n' => {
            while chars.next_if(|it| it.1.is_whitespace()).is_some() {}
            None
        }
        'u' => {
            let digits: String = chars
                .by_ref()
                .skip(1)
                .map(|it| it.1)
                .take_while(|it| *it != '}')
                .collect();
            u32::from_str_radix(&digits, 16)
                .ok()
                .and_then(char::from_u32)
        }
        it => Some(it),
    }
}
