//! PASTED TEXT: what other programs put between the words is taken out, and told.
//!
//! [`clean()`] knows what Word, PDF viewers and web pages leave behind: their line ends, control characters, odd
//! spaces, hard wraps, and pinyin in brackets. It takes out white space, controls and recognised pinyin, and
//! nothing else: every other character of the paste is in the result, in its order. When in doubt it leaves the
//! text alone. The layer is pure and knows only `typeset`; where the text goes and how the cleaning is taken back
//! is for those who ask.

mod clean;
mod gaps;
mod letters;
mod pinyin;
mod signs;
mod starts;
mod syllables;
#[cfg(test)]
mod tests;
mod wraps;

pub use clean::Cleaned;
pub use clean::Fix;
pub use clean::Lines;
pub use clean::clean;
pub use signs::is_invisible;
pub use starts::begins_anew;
pub use wraps::glue;
pub use wraps::joints;
