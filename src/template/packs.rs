//! The built-in templates and question sets: a table of files compiled in. What they say is data under `packs/`.

use std::sync::OnceLock;

use crate::template::model::Template;
use crate::template::parse::parse;
use crate::template::parse::parse_questions;
use crate::template::questions::Questions;

/// A built-in template as the file it is written in.
#[derive(Clone, Copy, Debug)]
pub struct Pack {
    /// The id, as in the file.
    pub id: &'static str,
    /// The file.
    pub text: &'static str,
}

/// The built-in templates, in the order in which lists show them.
pub const TEMPLATES: &[Pack] = &[
    Pack {
        id: "mzsh-2025",
        text: include_str!("packs/mzsh-2025.toml"),
    },
    Pack {
        id: "zzsh-2025",
        text: include_str!("packs/zzsh-2025.toml"),
    },
    Pack {
        id: "self-review-zh",
        text: include_str!("packs/self-review-zh.toml"),
    },
    Pack {
        id: "self-review-en",
        text: include_str!("packs/self-review-en.toml"),
    },
    Pack {
        id: "mzsh-2024",
        text: include_str!("packs/mzsh-2024.toml"),
    },
    Pack {
        id: "zzsh-2024",
        text: include_str!("packs/zzsh-2024.toml"),
    },
    Pack {
        id: "mzsh-2023",
        text: include_str!("packs/mzsh-2023.toml"),
    },
    Pack {
        id: "zzsh-2023",
        text: include_str!("packs/zzsh-2023.toml"),
    },
    Pack {
        id: "mzsh-2020",
        text: include_str!("packs/mzsh-2020.toml"),
    },
];

/// Returns the built-in templates in the order of [`TEMPLATES`], read at the first call.
pub fn built_in() -> &'static [Template] {
    static PARSED: OnceLock<Vec<Template>> = OnceLock::new();
    PARSED.get_or_init(|| {
        TEMPLATES
            .iter()
            .map(|it| parse(it.text).expect("every built-in template is read by a test"))
            .collect()
    })
}

/// Returns the built-in template of this id.
pub fn find(id: &str) -> Option<&'static Template> {
    built_in().iter().find(|it| it.id == id)
}

/// Returns the file of the built-in template of this id, comments included.
pub fn source_text(id: &str) -> Option<&'static str> {
    TEMPLATES.iter().find(|it| it.id == id).map(|it| it.text)
}

/// A set of questions that templates start from.
pub(super) struct QuestionSet {
    /// The name a template calls it by.
    pub(super) name: &'static str,
    /// The language of the reports it is for, and of which it is the default.
    pub(super) language: &'static str,
    text: &'static str,
    parsed: OnceLock<Questions>,
}

/// The question sets, one a language.
pub(super) static QUESTION_SETS: [QuestionSet; 2] = [
    QuestionSet::new("zh", "zh-CN", include_str!("packs/questions-zh.toml")),
    QuestionSet::new("en", "en", include_str!("packs/questions-en.toml")),
];

impl QuestionSet {
    const fn new(name: &'static str, language: &'static str, text: &'static str) -> Self {
        Self {
            name,
            language,
            text,
            parsed: OnceLock::new(),
        }
    }

    /// Returns the questions, read at the first call.
    pub(super) fn questions(&self) -> &Questions {
        self.parsed.get_or_init(|| {
            parse_questions(self.text).expect("every built-in question set is read by a test")
        })
    }
}
