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

macro_rules! packs {
    ($( $id:literal, )*) => {
        &[$( Pack { id: $id, text: include_str!(concat!("packs/", $id, ".toml")) }, )*]
    };
}

/// The built-in templates, in the order in which lists show them.
pub const TEMPLATES: &[Pack] = packs![
    "mzsh-2025",
    "zzsh-2025",
    "self-review-zh",
    "self-review-en",
    "zzsh-2025-discipline",
    "mzsh-2024",
    "zzsh-2024",
    "mzsh-2023",
    "zzsh-2023",
    "mzsh-2022",
    "zzsh-2022",
    "zzsh-committee-2022",
    "mzsh-2021",
    "zzsh-2021",
    "mzsh-2020",
    "zzsh-committee-2020",
    "mzsh-2019",
    "zzsh-2019",
    "mzsh-2018",
    "zzsh-2018",
    "appraisal-zh",
    "duty-report-zh",
    "teacher-review-zh",
    "incident-review-zh",
    "8d-zh",
    "nonconformity-zh",
    "incident-review-en",
    "8d-en",
    "capa-en",
    "nonconformity-en",
];

/// The templates of [`TEMPLATES`], each read when it is asked for: no run needs them all before its first screen.
static PARSED: [OnceLock<Template>; TEMPLATES.len()] = [const { OnceLock::new() }; TEMPLATES.len()];

fn parsed<'p>(pack: &Pack, place: &'p OnceLock<Template>) -> &'p Template {
    place.get_or_init(|| parse(pack.text).expect("every built-in template is read by a test"))
}

/// Returns the built-in templates in the order of [`TEMPLATES`]. Reads those that nobody asked for yet.
pub fn built_in() -> &'static [&'static Template] {
    static ALL: OnceLock<Vec<&'static Template>> = OnceLock::new();
    ALL.get_or_init(|| {
        let packs = TEMPLATES.iter().zip(&PARSED);
        packs.map(|(pack, place)| parsed(pack, place)).collect()
    })
}

/// Returns the built-in template of this id. Reads no other.
pub fn find(id: &str) -> Option<&'static Template> {
    let mut packs = TEMPLATES.iter().zip(&PARSED);
    let (pack, place) = packs.find(|(it, _)| it.id == id)?;
    Some(parsed(pack, place))
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
