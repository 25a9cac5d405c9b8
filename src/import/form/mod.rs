//! THE FORM: from the lines of a foreign text to the structure of a report.
//!
//! [`texts()`] tells the texts of a file apart, [`understand()`] reads one of them. Reading never fails and drops no
//! character: what has no place in a report goes to the texts set aside, each with a remark that names its line,
//! and the [`Account`] says how many characters came, were placed and lie aside. The form changes no word; what it
//! takes away are ordinals and labels, which a print makes anew from the place.
//!
//! The way: lines become one string ([`source`]), that is cut at its ordinals ([`piece`]) and parted into sections
//! ([`sections`]); each part of a section claims the words it takes ([`claims`]), and what nobody claims is set aside.

mod imported;
mod texts;

mod understand;

mod chrome;
mod fold;
mod ordinal;
mod roles;
mod sentence;

mod claims;
mod known;
mod piece;
mod sections;
mod source;

mod best;
mod dimensions;
mod follow_ups;
mod front;
mod items;
mod problems;
mod read;
mod terms;

pub use imported::{Account, Imported, TemplateChoice};
pub use texts::{TextAt, texts};
pub use understand::understand;
