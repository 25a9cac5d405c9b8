//! FOREIGN TEXT IN: what others wrote, as an outline of a report and remarks about it.
//!
//! An answer file ([`answers`]) names every part and is taken at its word: what does not fit is an error with its
//! place. Any other file is first read out of its container ([`container`]), its words line by line, and then by
//! its form ([`form`]), which never fails; the table of a ledger is read cell by cell ([`ledger`]). This layer uses drafts, templates, the tidying of pastes and the two
//! languages; it never opens a file, never changes a draft and never changes the writer's words without a
//! [`Remark`] that says so.

pub mod answers;
pub mod container;
pub mod form;
pub mod ledger;
pub mod messages;

mod manuscript;
mod remark;

pub use manuscript::{Cell, Line, Manuscript};
pub use remark::{Aside, Notice, Remark};
