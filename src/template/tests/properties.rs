//! What holds for any text whatever: nothing panics, and what is written is read again.

use proptest::prelude::*;

use crate::template::CHECKS;
use crate::template::Checks;
use crate::template::Length;
use crate::template::Level;
use crate::template::TEMPLATES;
use crate::template::Template;
use crate::template::built_in;
use crate::template::check;
use crate::template::parse;
use crate::template::to_toml;

/// Signs a template file is made of, and signs that upset it.
const SIGNS: &[&str] = &[
    "\"",
    "\"\"\"",
    "'",
    "[",
    "]",
    "[[",
    "{",
    "}",
    "=",
    ".",
    ",",
    "#",
    "\\",
    "\\u",
    "\n",
    "\r",
    "\r\n",
    " ",
    "\t",
    "0",
    "-1",
    "true",
    "id",
    "title",
    "sections",
    "dimensions",
    "questions",
    "role",
    "{year}",
    "“",
    "＝",
    "方面",
    "🙂",
    "\u{feff}",
    "\u{0}",
    "\u{1b}",
    "e\u{301}",
    "probes",
    "unless",
];

/// Checks what must hold for any text.
fn check_any(text: &str) -> Result<(), TestCaseError> {
    match check(text) {
        Ok(template) => {
            let written = to_toml(&template);
            prop_assert_eq!(parse(&written), Ok(template), "{}", written);
        }
        Err(errors) => {
            prop_assert!(!errors.is_empty());
            for (idx, error) in errors.iter().enumerate() {
                prop_assert!(error.line <= text.matches('\n').count() + 1, "{}", error);
                let length = text
                    .split('\n')
                    .nth(error.line - 1)
                    .map_or(0, |it| it.chars().count());
                prop_assert!(error.column <= length + 1, "{}", error);
                prop_assert!(idx == 0 || errors[idx - 1].line <= error.line);
                prop_assert_eq!(error.to_string().lines().count(), 1);
            }
        }
    }
    Ok(())
}

/// Returns the texts of a template that may say anything.
fn texts(template: &mut Template) -> Vec<&mut String> {
    let Template {
        name,
        title,
        occasion,
        audience,
        source,
        sections,
        dimensions,
        branches,
        questions,
        ..
    } = template;
    let mut texts = vec![name, title, occasion, audience, source];
    for section in sections {
        if !section.title.is_empty() {
            texts.push(&mut section.title);
        }
        texts.extend([
            &mut section.prompt.ask,
            &mut section.prompt.guide,
            &mut section.prompt.example,
        ]);
    }
    for dimension in dimensions {
        texts.extend([&mut dimension.title, &mut dimension.short_title]);
        texts.extend([
            &mut dimension.prompt.ask,
            &mut dimension.prompt.guide,
            &mut dimension.prompt.example,
        ]);
    }
    for branch in branches {
        texts.extend([
            &mut branch.prompt.ask,
            &mut branch.prompt.guide,
            &mut branch.reason,
        ]);
    }
    for prompt in [
        &mut questions.headline,
        &mut questions.lead_in,
        &mut questions.opening,
        &mut questions.due,
    ] {
        texts.extend([&mut prompt.ask, &mut prompt.guide, &mut prompt.example]);
    }
    texts
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        check_any(&text)?;
    }

    #[test]
    fn no_heap_of_its_signs_makes_it_panic(signs in prop::collection::vec(prop::sample::select(SIGNS), 0..60)) {
        check_any(&signs.concat())?;
    }

    #[test]
    fn no_damaged_template_makes_it_panic(
        pack in prop::sample::select(TEMPLATES),
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0..40usize, prop::sample::select(SIGNS)), 1..4),
    ) {
        let mut text: Vec<char> = pack.text.chars().collect();
        for (at, n_removed, inserted) in damages {
            let at = at.index(text.len() + 1);
            let end = (at + n_removed).min(text.len());
            text.splice(at..end, inserted.chars());
        }
        check_any(&text.into_iter().collect::<String>())?;
    }

    #[test]
    fn any_template_survives_being_written(
        template in prop::sample::select(built_in()),
        edits in prop::collection::vec((any::<prop::sample::Index>(), "[^\\p{Cc}{}]{0,12}"), 0..12),
        version in 1..=u32::MAX,
        year in prop::option::of(1..=9999u16),
        note in prop::option::of("[^\\p{Cc}]{1,9}\n?。"),
        confirmed in any::<bool>(),
        bounds in (prop::option::of(0..500_u32), prop::option::of(500..900_u32)),
        levels in prop::collection::vec((prop::sample::select(CHECKS), 0..Level::ALL.len()), 0..6),
    ) {
        let (min, max) = bounds;
        let length = (min.is_some() || max.is_some()).then_some(Length { min, max });
        let mut checks = Checks::default();
        for (name, level) in levels {
            checks.set(name, Level::ALL[level].1);
        }
        let mut template = Template {
            version, year, confirmed, note, length, checks, ..template.clone()
        };
        for (idx, (at, text)) in edits.into_iter().enumerate() {
            let mut texts = texts(&mut template);
            let n_texts = texts.len();
            // Numbered, because some texts must not be empty and dimensions must differ.
            *texts[at.index(n_texts)] = format!("{text}{idx}");
        }
        let written = to_toml(&template);
        prop_assert_eq!(parse(&written), Ok(template), "{}", written);
    }
}

#[test]
fn deep_nesting_is_a_fault_like_any_other() {
    for text in [
        "[".repeat(100_000),
        "a=[".repeat(50_000),
        "a={b=".repeat(50_000),
        "a.".repeat(50_000),
    ] {
        assert!(check(&text).is_err());
    }
}
