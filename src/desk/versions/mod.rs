//! VERSIONS: the states in a draft's past that a writer may want to see again; what differs between two of them, as a
//! text to read; the way back to one; and making them unreadable. The recovery screen compares by the same means.
//!
//! Nothing is stored here: states are computed from the journal by [`Past`](crate::store::Past).

mod compare;
pub mod messages;
mod named;
mod paper;

pub use compare::{Comparison, Difference, Of, Piece, compare};
pub use named::{Moment, Version, export_name, forget, restoring, versions};
pub use paper::{Paper, Sides, Weight, paper};
