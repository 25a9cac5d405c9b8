//! What is asked for each thing a writer fills in. Does not say when it is asked: that is the wizard's road.

use std::sync::Arc;

/// How one thing is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The question: one plain sentence, never empty.
    pub ask: String,
    /// One line on how to answer well; may be empty.
    pub guide: String,
    /// An example to look at, never put into the report; may be empty.
    pub example: String,
    /// What may be asked further once something is written, the first that fits first.
    pub probes: Arc<[Probe]>,
}

/// A question that asks one layer deeper: when, how often, why, with what effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// The question: one plain sentence, never empty.
    pub ask: String,
    /// Words that answer it: where the text has one of them, it is not asked. ASCII letters of any case.
    pub unless: Vec<String>,
}

/// Signs that end a sentence: before the first of them nobody is asked further.
const ENDS: [char; 6] = ['。', '！', '？', '.', '!', '?'];

/// So much of a text is looked at, in bytes: who has written more has gone deeper than a question can.
const LOOKED_AT: usize = 6_000;

impl Prompt {
    /// Returns a prompt with nothing in it, for a question set that still has to be read.
    pub(super) fn blank() -> Self {
        Self {
            ask: String::new(),
            guide: String::new(),
            example: String::new(),
            probes: Arc::from([]),
        }
    }

    /// Returns what may be asked further about this answer: the first probe that none of its words answers. `None`
    /// where nothing is left to ask, before the first sentence is finished, and of a text longer than
    /// 6,000 bytes. Goes by words alone: it does not understand the answer.
    pub fn probe(&self, answer: &str) -> Option<&str> {
        if self.probes.is_empty() || answer.len() > LOOKED_AT || !answer.contains(ENDS) {
            return None;
        }
        let answer = answer.to_ascii_lowercase();
        let answered = |it: &Probe| {
            let mut words = it.unless.iter();
            words.any(|word| answer.contains(&word.to_ascii_lowercase()))
        };
        let mut open = self.probes.iter().filter(|it| !answered(it));
        open.next().map(|it| it.ask.as_str())
    }
}

macro_rules! questions {
    ($( $(#[$doc:meta])* $name:ident, )*) => {
        /// One [`Prompt`] for each thing asked.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Questions { $( $(#[$doc])* pub $name: Prompt, )* }

        impl Questions {
            /// The names of the questions, in the order of a report.
            pub const NAMES: &'static [&'static str] = &[$( stringify!($name), )*];

            /// The keys of the `questions` table of a template.
            pub(super) const KEYS: &'static [&'static str] = &["set", $( stringify!($name), )*];

            /// Returns the questions with each prompt made from its name and what it was.
            pub(super) fn map(&self, mut make: impl FnMut(&'static str, &Prompt) -> Prompt) -> Self {
                Self { $( $name: make(stringify!($name), &self.$name), )* }
            }

            /// Returns questions that ask nothing yet.
            pub(super) fn blank() -> Self {
                Self { $( $name: Prompt::blank(), )* }
            }

            /// Returns the prompts with their names, in the order of [`Self::NAMES`].
            pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Prompt)> {
                [$( (stringify!($name), &self.$name), )*].into_iter()
            }
        }
    };
}

questions! {
    /// The title of the report.
    title,
    /// Who writes: unit, post, name, date.
    byline,
    /// The opening.
    opening,
    /// The text on last year's promises.
    follow_up,
    /// One problem named last year.
    follow_up_problem,
    /// What was promised about it.
    follow_up_measure,
    /// What shows that it was kept.
    follow_up_evidence,
    /// The sentences that lead into a dimension, or into a section of items.
    lead_in,
    /// A problem in one sentence.
    headline,
    /// How the problem shows.
    detail,
    /// An example of the problem.
    example,
    /// A cause in one sentence.
    cause,
    /// How the cause came about.
    cause_detail,
    /// A measure in one sentence.
    measure,
    /// The steps of the measure.
    measure_detail,
    /// Who is responsible for a measure.
    owner,
    /// When a measure is to be done.
    due,
    /// The text of a statement item.
    statement,
    /// The typical case and what the writer takes from it.
    case,
    /// The closing.
    closing,
    /// Any other section.
    text,
    /// How far a measure or a promise of last year has come.
    status,
    /// The title of a section, when it is changed.
    section_title,
    /// The title of a dimension, when it is added or changed.
    dimension_title,
    /// A text that has no place at the moment.
    set_aside,
}
