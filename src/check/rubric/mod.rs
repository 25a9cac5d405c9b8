//! RUBRIC: points by the writer's own table of criteria and weights. Off unless chosen: no rubric comes with the program.
//!
//! A rubric is data (`docs/rubrics.md`): what each criterion weighs, and what takes points off. Only what can be computed
//! is scored; what only a person can judge is listed with its weight and is given no points. Computes values: no file is
//! opened here, and nobody is told anything.

pub mod messages;

mod facts;
mod model;
mod parse;
mod score;

pub use facts::Facts;
pub use model::{Bounds, Counted, Criterion, Deduction, Measure, Rubric, Takes};
pub use parse::{CRITERION_KEYS, DEDUCTION_KEYS, RUBRIC_KEYS, parse};
pub use score::{CriterionScore, Hard, Points, Score, Taken, score};
