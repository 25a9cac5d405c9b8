//! The exported Markdown, read back by a CommonMark parser and by import, renders the words of the document and nothing else,
//! whatever the writer typed.
//!
//! Seen to fail with each escape taken out, and with the strong end moved behind the final mark.

use pouxi::export::{Content, Document, Options, Parentheses, document, format_named};
use pouxi::import::{Line, container};
use pouxi::locale::Lang;
use pouxi::paste::is_invisible;
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::outlines::{outline, session_of};

/// A block as a renderer shows it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shown {
    /// `h1` to `h6`, `p`, or `li` and the number for the first paragraph of an entry.
    kind: String,
    text: String,
    /// What of it is strong.
    strong: String,
}

/// Reads Markdown. What no exported document may hold is shown by its name in `⟦⟧`.
fn shown(markdown: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut list: Option<u64> = None;
    let mut opens_entry = false;
    let mut is_strong = false;
    let begin = |all: &mut Vec<Shown>, kind: String| {
        all.push(Shown {
            kind,
            ..Shown::default()
        });
    };
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => begin(&mut all, level_name(level)),
            Event::Start(Tag::Paragraph) if opens_entry => {
                let number = list.expect("entries stand in a list");
                begin(&mut all, format!("li{number}"));
                list = Some(number + 1);
                opens_entry = false;
            }
            Event::Start(Tag::Paragraph) => begin(&mut all, "p".to_owned()),
            Event::Start(Tag::List(first)) => list = first,
            Event::Start(Tag::Item) => opens_entry = true,
            Event::Start(Tag::Strong) => is_strong = true,
            Event::End(TagEnd::Strong) => is_strong = false,
            Event::End(TagEnd::List(_)) => list = None,
            Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::Heading(_)) => {}
            Event::Text(text) => {
                // An entry of one paragraph has no paragraph of its own.
                if opens_entry {
                    let number = list.expect("entries stand in a list");
                    begin(&mut all, format!("li{number}"));
                    list = Some(number + 1);
                    opens_entry = false;
                }
                if let Some(last) = all.last_mut() {
                    last.text.push_str(&text);
                    if is_strong {
                        last.strong.push_str(&text);
                    }
                }
            }
            strange => begin(&mut all, format!("⟦{strange:?}⟧")),
        }
    }
    all
}

fn level_name(level: HeadingLevel) -> String {
    format!("h{}", level as usize)
}

/// Returns what the document wants shown; strong is what may be strong.
fn wanted(document: &Document) -> Vec<Shown> {
    let plain = |kind: &str, text: &str| Shown {
        kind: kind.to_owned(),
        text: text.to_owned(),
        strong: String::new(),
    };
    let mut all = Vec::new();
    all.extend((!document.title.is_empty()).then(|| plain("h1", &document.title)));
    all.extend(document.bylines.iter().map(|it| plain("p", &it.words)));
    for block in &document.blocks {
        match &block.content {
            Content::Heading {
                level,
                ordinal,
                words,
            } => all.push(plain(
                &format!("h{}", level + 1),
                &format!("{ordinal}{words}"),
            )),
            Content::Paragraph { lead, words, .. } => all.push(Shown {
                kind: "p".to_owned(),
                text: format!("{lead}{words}"),
                strong: lead
                    .trim_end_matches(|it: char| {
                        it.is_whitespace() || ".,;:!?。，；：！？、…—".contains(it)
                    })
                    .to_owned(),
            }),
            Content::Entry { number, paragraphs } => {
                let mut kind = format!("li{number}");
                for it in paragraphs {
                    all.push(plain(&kind, it));
                    "p".clone_into(&mut kind);
                }
            }
        }
    }
    all
}

/// Tells whether strong text in this place is seen by every renderer: its last sign is no punctuation, or what
/// follows is. `None` where it depends on their notion of punctuation.
fn is_strong_seen(wanted: &Shown) -> Option<bool> {
    let rest = wanted.text.strip_prefix(&wanted.strong)?;
    let last = wanted.strong.chars().next_back()?;
    let next = rest.chars().next();
    if matches!(last, '学' | '习' | 'a' | '年') || next.is_none_or(|it| "。，.,（“ ".contains(it))
    {
        return Some(true);
    }
    let is_closed_in = "”）)*_~>|]".contains(last) && next.is_some_and(|it| "学习a年".contains(it));
    is_closed_in.then_some(false)
}

/// Returns a text without the signs nobody sees, which import leaves out and tells of.
fn visible(text: &str) -> String {
    let mut kept = String::new();
    for it in text.chars() {
        let is_soft_hyphen = it == '\u{AD}';
        if it == '\n' || !is_soft_hyphen && !is_invisible(it, kept.chars().next_back()) {
            kept.push(it);
        }
    }
    kept
}

#[track_caller]
fn check(document: &Document) -> Result<(), TestCaseError> {
    let format = format_named("md").expect("it is in the table");
    let markdown = String::from_utf8((format.write)(document)).expect("Markdown is UTF-8");
    let (shown, wanted) = (shown(&markdown), wanted(document));
    for (shown, wanted) in shown.iter().zip(&wanted) {
        prop_assert_eq!(&shown.kind, &wanted.kind, "{}", markdown);
        prop_assert_eq!(&shown.text, &wanted.text, "{}", markdown);
        if shown.strong.is_empty() {
            prop_assert!(is_strong_seen(wanted) != Some(true), "{}", markdown);
        } else {
            prop_assert_eq!(&shown.strong, &wanted.strong, "{}", markdown);
            prop_assert!(is_strong_seen(wanted) != Some(false), "{}", markdown);
        }
    }
    prop_assert_eq!(shown.len(), wanted.len(), "{}", markdown);
    let read = container::read(markdown.as_bytes(), "report.md").expect("it is a text");
    let words = |it: &Line| it.text.get(it.made..).unwrap_or_default().to_owned();
    let lines = read.lines.iter().map(words).filter(|it| !it.is_empty());
    let imported: Vec<String> = lines.collect();
    let written = wanted.iter().map(|it| visible(&it.text));
    let written: Vec<String> = written.filter(|it| !it.is_empty()).collect();
    prop_assert_eq!(imported, written, "read back by import: {}", markdown);
    if markdown == visible(&markdown) {
        prop_assert_eq!(read.remarks, Vec::new());
    }
    let is_hidden = |it: char| it.is_control() && it != '\n';
    prop_assert!(!markdown.contains(is_hidden), "{:?}", markdown);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn what_is_rendered_is_what_was_written(outline in outline(), language in select(vec![Lang::Zh, Lang::En])) {
        let options = Options { language, parentheses: Parentheses::Half };
        check(&document(session_of(outline).draft(), &options))?;
    }
}
