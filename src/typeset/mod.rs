//! TEXT ON A GRID: Chinese text in cells. Graphemes, widths, line breaking, caret, motion and counts.
//!
//! One [`Layout`] answers where a text is painted and where its caret stands, so that the two cannot disagree.
//! The layer is pure and knows no other layer: it reads no clock, no environment and no terminal. It does not
//! paint, does not scroll and does not change a text; it only says where things are.
//!
//! Three measures occur, and they are never mixed: *bytes* (offsets into a `str`, always on a character boundary),
//! *cells* (columns of the terminal) and *rows*. A grapheme cluster is what a reader takes for one sign; it is never
//! split, and each has a width of at least one cell, because what has none is shown as a stand-in ([`glyph()`]).

pub mod eight;
pub mod motion;

mod breaks;
mod count;
mod glyph;
mod grapheme;
mod layout;
#[cfg(test)]
mod samples;
mod width;

pub use count::Count;
pub use count::Counting;
pub use count::count;
pub use count::count_apart;
pub use count::is_plain;
pub use count::recount;
pub use glyph::{glyph, printable};
pub use grapheme::ceil_boundary;
pub use grapheme::floor_boundary;
pub use grapheme::graphemes;
pub use grapheme::next_boundary;
pub use grapheme::previous_boundary;
pub use layout::Cell;
pub use layout::Layout;
pub use layout::Row;
pub use layout::Sign;
pub use width::Ambiguous;
pub use width::plain_beginning;
pub use width::plain_width;
pub use width::text_width;
pub use width::truncate;
pub use width::width;
