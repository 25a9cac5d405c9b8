//! The built-in templates and question sets: a table of files compiled in. What they say is data under `packs/`.

use std::sync::OnceLock;

use crate::locale::Lang;
use crate::template::model::Template;
use crate::template::parse::parse;
use crate::template::parse::parse_questions;
use crate::template::questions::Questions;

/// A built-in template as the file it is written in.
#[derive(Clone, Copy, Debug)]
pub struct Pack {
    /// The id, as in the file.
    pub id: &'static str,
    /// The language of its reports, as in the file: an export asks for nothing else, and need not read the file.
    pub language: Lang,
    /// The file.
    pub text: &'static str,
}

macro_rules! packs {
    ($( $id:literal $language:ident, )*) => {
        &[$( Pack {
            id: $id,
            language: Lang::$language,
            text: include_str!(concat!("packs/", $id, ".toml")),
        }, )*]
    };
}

/// The built-in templates, in the order in which lists show them.
pub const TEMPLATES: &[Pack] = packs![
    "mzsh-2025" Zh,
    "zzsh-2025" Zh,
    "self-review-zh" Zh,
    "self-review-en" En,
    "zzsh-2025-discipline" Zh,
    "mzsh-2024" Zh,
    "zzsh-2024" Zh,
    "mzsh-2023" Zh,
    "zzsh-2023" Zh,
    "mzsh-2022" Zh,
    "zzsh-2022" Zh,
    "zzsh-committee-2022" Zh,
    "mzsh-2021" Zh,
    "zzsh-2021" Zh,
    "mzsh-2020" Zh,
    "zzsh-committee-2020" Zh,
    "mzsh-2019" Zh,
    "zzsh-2019" Zh,
    "mzsh-2018" Zh,
    "zzsh-2018" Zh,
    "appraisal-zh" Zh,
    "duty-report-zh" Zh,
    "teacher-review-zh" Zh,
    "incident-review-zh" Zh,
    "8d-zh" Zh,
    "nonconformity-zh" Zh,
    "incident-review-en" En,
    "8d-en" En,
    "capa-en" En,
    "nonconformity-en" En,
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

/// Returns the language of the reports of a built-in template, and reads no template for it.
pub fn language_of(id: &str) -> Option<Lang> {
    let pack = TEMPLATES.iter().find(|it| it.id == id)?;
    Some(pack.language)
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
