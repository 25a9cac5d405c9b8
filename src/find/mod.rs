//! FINDING over the whole draft, and replacing what was found.
//!
//! [`find`] answers where the words of a query stand: as they are, or by pinyin (`llxx` finds 理论学习). A match may
//! run from one passage into the next. [`replacement`] makes the change that puts other words there, [`preview`]
//! shows it before it is made. The layer is pure: it changes nothing, draws nothing and speaks to nobody.

mod excerpt;
mod fold;
mod found;
mod literal;
mod places;
mod readings;
mod replace;
mod search;
mod signs;
mod sounds;
#[cfg(test)]
mod tests;

pub use excerpt::Excerpt;
pub use found::{Match, MatchKind, Piece};
pub use replace::{Preview, preview, replacement};
pub use search::find;
