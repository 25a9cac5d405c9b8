//! A REVIEWER AT THE ELBOW: what a careful colleague would say before the report is handed in.
//!
//! A [`Rule`] looks at one [`Paragraph`] or at the [`Whole`] report and answers [`Finding`]s: where, what and, where a
//! program can, how to mend it. [`RULES`] lists them all; each has a page of its own (`rules/NAME.md`) whose good and bad
//! blocks are its tests. Findings advise: nothing here stops, changes or hides anything. What a program cannot judge
//! (depth, sincerity, whether the problem named is the real one) is not judged.
//!
//! The layer computes only. It knows the draft and its template, reads no file, and speaks both languages.

mod finding;
mod mend;
mod ordinals;
mod others;
mod paragraph;
mod phrases;
mod rule;
mod seen;
mod sentence;
mod signs;
mod whole;
pub mod words;

mod review;

pub mod resemblance;
pub mod rubric;

pub mod messages;
mod rules;

pub use finding::{At, Finding, Found, Missing, Resembled};
pub use mend::{mend, mend_some};
pub use ordinals::Ordinal;
pub use others::{Echo, Others};
pub use paragraph::{Kind, Of, Paragraph, paragraphs};
pub use review::{Review, review, review_file};
pub use rule::{Looks, Rule, Rulebook, Severity, rule_named};
pub use rules::RULES;
pub use seen::{Marks, Seen};
pub use whole::Whole;
pub use words::{WordFault, WordList, Words, Wrong};
