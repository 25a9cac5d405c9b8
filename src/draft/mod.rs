//! THE CORE: the report as plain data, and the algebra of changing it.
//!
//! A [`Draft`] changes only by [`Change`]s, which a [`Session`] commits; an [`Outline`] is its content without
//! identity. This layer does no I/O, reads no clock, draws no randomness and knows no template.

mod attr;
mod change;
mod compose;
mod counts;
mod difference;
mod due;
mod edit;
mod field;
mod history;
mod item;
mod link;
mod model;
mod outline;
pub mod role;
mod session;
mod spot;
mod texts;
mod tray;

pub use attr::Attr;
pub use change::{Change, ChangeCause};
pub use counts::{Claim, Counts, claim};
pub use due::{DateForm, date_in, date_like, deadline};
pub use edit::{Edit, Rejected};
pub use field::Field;
pub use history::History;
pub use item::{Item, List, Slot};
pub use link::Link;
pub use model::{
    Byline, Cause, Dimension, DimensionKind, Draft, Earlier, FollowUp, ItemId, Measure, NotWritten,
    Part, Passage, PassageKind, Problem, Section, SetAside, Silence, Status,
};
pub use outline::{
    Outline, OutlineCause, OutlineDimension, OutlineFollowUp, OutlineMeasure, OutlineProblem,
    OutlineSection, OutlineSilence,
};
pub use role::Role;
pub use session::{Committed, Session};
pub use spot::{FollowUpPart, Place, ProblemAt, Spot};
pub use texts::{Run, begins_formula, is_blank, is_never_printed};
pub use tray::Destination;
