//! Where a row may end: UAX #14 for the world's scripts, and CLREQ's 禁则 (basic, by pushing out) for Chinese.
//!
//! All rules of UAX #14 17.0.0 are followed but for what is tailored here; `tests/fixtures/unicode/tailored.txt`
//! names every one of Unicode's test cases for which that makes a difference.
//!
//! 1. `“ ‘` open and `” ’` close, whatever stands beside them (OP and CL instead of QU), but for a `’` between
//!    letters, which is an apostrophe.
//! 2. Closing marks and `： ； — – … · ・ ～ ／ % ％ ‰ ℃ °` never start a row, not even behind spaces or a zero width
//!    space (other NS, as small kana and `々`, may do so behind a space); `·` between letters is a letter.
//! 3. The contextual classes are resolved as LB1 does: CJ is NS (strict), AI is AL, and the scripts that would need a
//!    dictionary (Thai, Lao, Khmer, Burmese) have no breaks within their words.
//!
//! A row is judged as if the text began at its start, so that it depends on nothing before it. Not done: hanging or squeezed punctuation, which a grid of cells does not have; hyphenation.

mod class;
mod left;
mod rules;
mod table;

use class::Class;
use class::never_starts;
use left::Left;
use left::Right;

/// What it would be to end a row in a place, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Inside `——` or `……`, or where a joiner or a fixed space holds two signs together.
    Inseparable,
    /// Before a mark that never starts a row, or behind one that never ends one.
    Against,
    /// Inside a word or a number, or before a space.
    WithinWord,
    /// Where the rules allow it.
    Allowed,
}

/// Goes through a text from the start of a row and judges the places between its characters.
pub(super) struct Breaks {
    left: Left,
}

impl Breaks {
    /// Begins at the start of a row, as if nothing stood before.
    pub(super) const fn start() -> Self {
        Self {
            left: Left::start(),
        }
    }

    /// Judges the place before `char`, takes it in, and returns how many bytes behind it had to be seen.
    /// `rest` is the text behind `char`.
    pub(super) fn push(&mut self, char: char, rest: &str) -> (Place, usize) {
        let right = Right::new(&self.left, char, rest);
        let place = judge(&self.left, &right);
        self.left.push(right.class, char);
        (place, right.seen())
    }

    /// Takes in an ideograph behind an ideograph: what [`Self::push`] does where the place is allowed without a look
    /// at what follows.
    pub(super) const fn pass_ideograph(&mut self, char: char) {
        self.left.push(Class::Ideographic, char);
    }
}

/// Judges the place between two sides.
fn judge(left: &Left, right: &Right<'_>) -> Place {
    let (prev, next) = (left.prev.class, right.class);
    let is_plain = prev == Class::Ideographic && next == Class::Ideographic && !left.joined;
    if is_plain || rules::may_break(left, right) {
        return Place::Allowed;
    }
    let held = matches!(prev, Class::Glue | Class::WordJoiner)
        || matches!(next, Class::Glue | Class::WordJoiner);
    if held || left.joined || prev == next && matches!(prev, Class::BreakBoth | Class::Inseparable)
    {
        return Place::Inseparable;
    }
    let starts = never_starts(next, right.char) || next == Class::InfixNumeric;
    let ends = left.base.class == Class::OpenPunctuation;
    if starts || ends {
        Place::Against
    } else {
        Place::WithinWord
    }
}

#[cfg(test)]
mod conformance;
