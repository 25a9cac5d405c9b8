//! What is asked for each thing a writer fills in. Does not say when it is asked: that is the wizard's road.

/// How one thing is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The question: one plain sentence, never empty.
    pub ask: String,
    /// One line on how to answer well; may be empty.
    pub guide: String,
    /// An example to look at, never put into the report; may be empty.
    pub example: String,
}

impl Prompt {
    /// Returns a prompt with nothing in it, for a question set that still has to be read.
    pub(super) fn blank() -> Self {
        Self {
            ask: String::new(),
            guide: String::new(),
            example: String::new(),
        }
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
}
