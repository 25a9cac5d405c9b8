//! RESEMBLANCE: which sentence of a report resembles which of another, and how much.
//!
//! Winnowing (Schleimer, Wilkerson, Aiken 2003) over runs of characters: no dictionary, no order of sentences, one pass.
//! What every report of the genre shares (the set phrases) is no resemblance and leaves no print. Pure: texts come in.

mod batch;
mod compare;
mod prints;

pub use batch::{Batch, Likely};
pub use compare::{Index, Likeness, Shared, Twin};
pub(in crate::check) use prints::printed;
pub use prints::{Print, Printed, printed_sentences, prints};
