//! The editing file with drafts of all kinds: nothing is lost on the way out and back, and what was edited, and
//! nothing else, is changed.

use std::collections::BTreeMap;

use pouxi::desk::editing::{field_from_text, field_to_text, from_text, to_text};
use pouxi::draft::{Change, ChangeCause, Draft, Edit, Field, Spot};
use pouxi::locale::Lang;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::inventory::fields;
use crate::whims::{Writer, whims};

/// Texts that are easily lost: like lines of the file's own, with line ends and blanks of all kinds.
fn hard_texts() -> impl Strategy<Value = String> {
    let pieces = vec![
        "学习",
        "a",
        " ",
        "\t",
        "\n",
        "\n",
        "\r",
        "\r\n",
        "\u{FEFF}",
        "\u{2028}",
        "\u{1b}",
        "\0",
        "　",
        "\\",
        "[",
        "<!-- [title] 题目 -->",
        "<!-- [passage 3] x",
        "<!--[",
        "<!-- \\[",
        "<!--[u+000d]-->",
        "<!--",
        "-->",
        "# 一、开头 <!-- [] -->",
        "<!-- [end] 到此为止，这一行也请留着 -->",
        "👨‍👩‍👧",
    ];
    vec(select(pieces), 0..8).prop_map(|it| it.concat())
}

/// A draft after some work, with some of its texts replaced by hard ones.
fn drafts() -> impl Strategy<Value = Draft> {
    (whims(30), vec((any::<Index>(), hard_texts()), 0..12)).prop_map(|(whims, texts)| {
        let mut draft = Writer::after(&whims).session.draft().clone();
        for (index, text) in texts {
            let field = *index.get(&fields(&draft));
            set(&mut draft, field, &text);
        }
        draft
    })
}

fn set(draft: &mut Draft, field: Field, text: &str) {
    if let Some(edit) = Edit::set_text(draft, field, text) {
        let change = Change {
            cause: ChangeCause::Typing,
            edits: vec![edit],
        };
        draft.apply(&change).expect("made for this draft");
    }
}

fn texts(draft: &Draft) -> BTreeMap<Field, String> {
    let text = |it: &Field| draft.text(*it).unwrap().to_owned();
    fields(draft).iter().map(|it| (*it, text(it))).collect()
}

/// The text between its blank lines, which an editing file does not tell from its own.
fn core(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let is_written = |it: &&str| !it.trim().is_empty();
    let Some(first) = lines.iter().position(is_written) else {
        return String::new();
    };
    let last = lines.iter().rposition(is_written).unwrap();
    lines[first..=last].join("\n")
}

fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text
        .split('\n')
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    if lines.len() == 1 {
        text.to_owned()
    } else {
        lines.join(" ")
    }
}

fn lang() -> impl Strategy<Value = Lang> {
    select(vec![Lang::Zh, Lang::En])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_file_left_alone_changes_nothing(draft in drafts(), lang in lang(), end in select(vec!["\n", "\r\n", "\r"])) {
        let file = to_text(lang, &draft).replace('\n', end);
        prop_assert_eq!(from_text(lang, &draft, &file), Ok(None));
    }

    #[test]
    fn a_draft_edited_elsewhere_comes_back_so(
        draft in drafts(),
        edits in vec((any::<Index>(), hard_texts()), 1..6),
        lang in lang(),
    ) {
        // The file of the draft as it is to be is an edited file of the draft as it is, if both have the same texts.
        let mut wanted = draft.clone();
        for (index, text) in &edits {
            set(&mut wanted, *index.get(&fields(&draft)), text);
        }
        let file = to_text(lang, &wanted);
        let addresses = |file: &str| file.lines().filter(|it| it.starts_with("<!-- [")).count();
        prop_assume!(addresses(&file) == addresses(&to_text(lang, &draft)));
        let change = from_text(lang, &draft, &file).unwrap();
        let mut after = draft.clone();
        if let Some(change) = &change {
            let is_splice = |it: &Edit| matches!(it, Edit::Splice { .. });
            prop_assert!(change.edits.iter().all(is_splice));
            after.apply(change).unwrap();
        }
        let (before, wanted, after) = (texts(&draft), texts(&wanted), texts(&after));
        for (field, is) in &after {
            let (was, asked) = (core(&before[field]), core(&wanted[field]));
            if was == asked {
                prop_assert_eq!(is, &before[field]);
            } else if field.is_single_line() {
                prop_assert_eq!(is, &one_line(&asked));
            } else {
                prop_assert_eq!(core(is), asked);
            }
        }
    }

    #[test]
    fn garbage_changes_only_what_it_stands_in(
        draft in drafts(),
        at in any::<Index>(),
        length in 0..200_usize,
        garbage in hard_texts(),
        lang in lang(),
    ) {
        let file = to_text(lang, &draft);
        let starts: Vec<usize> = file.char_indices().map(|it| it.0).collect();
        let start = *at.get(&starts);
        let end = starts.iter().copied().find(|it| *it >= start + length).unwrap_or(file.len());
        let (before, behind) = (file.get(..start).unwrap(), file.get(end..).unwrap());
        let damaged = [before, garbage.as_str(), behind].concat();
        let Ok(Some(change)) = from_text(lang, &draft, &damaged) else {
            return Ok(());
        };
        // One place was damaged: the texts changed are those of one address, or nothing was taken.
        let mut after = draft.clone();
        prop_assert_eq!(after.apply(&change), Ok(()));
        prop_assert!(change.edits.len() <= 1, "{:?}", change.edits);
        prop_assert!(after.fresh_id() == draft.fresh_id());
    }

    #[test]
    fn any_file_is_read_or_refused(draft in drafts(), file in any::<String>(), lang in lang()) {
        prop_assert!(from_text(lang, &draft, &file).is_err());
    }

    #[test]
    fn one_text_left_alone_changes_nothing(draft in drafts(), at in any::<Index>(), end in select(vec!["\n", "\r\n"])) {
        let spot = Spot::Text(*at.get(&fields(&draft)));
        let file = field_to_text(&draft, spot).replace('\n', end);
        prop_assert_eq!(field_from_text(&draft, spot, &file), Ok(None));
    }

    #[test]
    fn one_text_edited_is_changed_alone(draft in drafts(), at in any::<Index>(), edited in hard_texts()) {
        let field = *at.get(&fields(&draft));
        let Ok(Some(change)) = field_from_text(&draft, Spot::Text(field), &edited) else {
            return Ok(());
        };
        prop_assert_eq!(change.edits.len(), 1);
        let mut after = draft.clone();
        prop_assert_eq!(after.apply(&change), Ok(()));
        let (mut before, mut after) = (texts(&draft), texts(&after));
        let text = after.remove(&field).unwrap();
        before.remove(&field);
        prop_assert_eq!(before, after);
        prop_assert!(!field.is_single_line() || !text.contains('\n'));
    }
}
