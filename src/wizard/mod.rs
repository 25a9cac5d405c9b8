//! THE ROAD: which questions a report asks, in which order, what is answered and what is left.
//!
//! A pure function of template and draft. Full screen, line mode and scripts walk the same road, so the same
//! answers give the same draft. This layer asks nobody anything.

mod account;
mod begin;
pub mod messages;
mod page;
mod question;
mod recall;
pub mod rekind;

pub use account::{Account, PartAccount, PartState, account, page_state};
pub use begin::{carry_over, follow, outline_of, promises_of, year_of};
pub use page::{Page, is_passed_over, page_of, pages};
pub use question::{Choice, Question, Stop, Subject, options, questions, statuses};
pub use recall::{Recalled, recall};
