//! MANY REPORTS AT ONCE, for somebody who receives them: what each lacks, what the rules find in it, and which resemble
//! each other.
//!
//! Reports are read one after the other and forgotten: what stays of each is a line of the table and a sample of its
//! prints (see [`Batch`](crate::check::resemblance::Batch)). Only the pairs that the samples make likely are read again
//! and compared sentence by sentence. Time and memory grow with the number of reports, not with that of pairs.

pub mod messages;

mod compare;
mod page;
mod parallel;
mod report;
mod review;
mod row;

pub use compare::{Alike, Pair};
pub use page::page;
pub use report::{LIMIT, Origin, Report, reports_in};
pub use review::{Progress, Reviewed, Skipped, review};
pub use row::{Nearest, Row};
