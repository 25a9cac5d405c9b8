//! THE FORM: from the lines of a foreign text to the structure of a report.
//!
//! [`texts()`] tells the texts of a file apart, [`understand()`] reads one of them. Reading never fails and drops no
//! character: what has no place in a report goes to the texts set aside, each with a remark that names its line,
//! and the [`Account`] says how many characters came, were placed and lie aside. The form changes no word; what it
//! takes away are ordinals and labels, which a print makes anew from the place.

mod imported;
mod texts;
mod understand;

pub use imported::{Account, Imported, TemplateChoice};
pub use texts::{TextAt, texts};
pub use understand::understand;
