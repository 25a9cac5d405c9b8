//! What stands left and right of a place, as far as the rules ask. Judges nothing.

use std::cell::Cell;

use super::class::Class;
use super::class::is_east_asian;

/// A character with the marks that it absorbed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub(super) class: Class,
    pub(super) char: char,
}

impl Sign {
    const EDGE: Self = Self {
        class: Class::Edge,
        char: '\0',
    };

    /// Says whether it is set like a Chinese sign; the edge of the text is not.
    pub(super) fn is_east_asian(self) -> bool {
        self.class != Class::Edge && is_east_asian(self.char)
    }
}

/// How far the text left of a place is a number, for LB25.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// Not at all.
    None,
    /// Digits and the signs within a number.
    Open,
    /// Such a number and one closing bracket.
    Closed,
}

/// What stands left of a place, from where the row starts.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// The sign at the place; a space counts.
    pub(super) prev: Sign,
    /// The sign before it.
    pub(super) before_prev: Sign,
    /// The last sign that is not a space.
    pub(super) base: Sign,
    /// The sign before that one; a space counts.
    pub(super) before_base: Sign,
    /// Whether the last character is a joiner.
    pub(super) joined: bool,
    /// The number that ends here.
    pub(super) number: Number,
    /// Whether half a flag ends here.
    pub(super) odd_flags: bool,
}

impl Left {
    /// Returns what stands left of the start.
    pub(super) const fn start() -> Self {
        Self {
            prev: Sign::EDGE,
            before_prev: Sign::EDGE,
            base: Sign::EDGE,
            before_base: Sign::EDGE,
            joined: false,
            number: Number::None,
            odd_flags: false,
        }
    }

    /// Says whether a mark here joins what stands before it (LB9).
    pub(super) const fn absorbs(&self) -> bool {
        !self.prev.class.ends_line()
            && !matches!(
                self.prev.class,
                Class::Edge | Class::Space | Class::ZeroWidthSpace
            )
    }

    /// Takes one more character in.
    pub(super) const fn push(&mut self, class: Class, char: char) {
        self.joined = matches!(class, Class::ZeroWidthJoiner);
        if class.is_absorbed() && self.absorbs() {
            return;
        }
        // LB10: a mark on its own is like the letter A, its width included.
        let (class, char) = if class.is_absorbed() {
            (Class::Alphabetic, 'A')
        } else {
            (class, char)
        };
        let sign = Sign { class, char };
        self.number = match (self.number, class) {
            (_, Class::Numeric) | (Number::Open, Class::BreakSymbol | Class::InfixNumeric) => {
                Number::Open
            }
            (Number::Open, Class::ClosePunctuation | Class::CloseParenthesis) => Number::Closed,
            _ => Number::None,
        };
        self.odd_flags = matches!(class, Class::RegionalIndicator) && !self.odd_flags;
        if !matches!(class, Class::Space) {
            self.before_base = self.prev;
            self.base = sign;
        }
        self.before_prev = self.prev;
        self.prev = sign;
    }
}

/// What stands right of a place.
pub(super) struct Right<'text> {
    /// The first character.
    pub(super) char: char,
    /// Its class, with its tailoring in this place.
    pub(super) class: Class,
    /// The text behind it.
    rest: &'text str,
    /// How many bytes of `rest` were looked at.
    seen: Cell<usize>,
}

impl<'text> Right<'text> {
    /// Looks at a character with the text behind it, in the place behind `left`.
    pub(super) fn new(left: &Left, char: char, rest: &'text str) -> Self {
        let class = Class::tailored(char);
        let mut right = Self {
            char,
            class,
            rest,
            seen: Cell::new(0),
        };
        if matches!(char, '’' | '·') {
            // An apostrophe or a dot in a word of letters is part of it; all others are Chinese.
            let within_word = left.prev.class.is_word()
                && right.second().is_some_and(|it| Class::of(it).is_word());
            right.class = match char {
                _ if within_word => class,
                '’' => Class::ClosePunctuation,
                _ => Class::Nonstarter,
            };
        }
        right
    }

    /// Returns the signs behind the first one, without the marks that they absorb.
    pub(super) fn following(&self) -> impl Iterator<Item = char> {
        let mut chars = self.rest.char_indices();
        std::iter::from_fn(move || {
            loop {
                let next = chars.next();
                let seen = next.map_or(self.rest.len() + 1, |(at, _)| at + 1);
                self.seen.set(self.seen.get().max(seen));
                let (_, char) = next?;
                if !Class::of(char).is_absorbed() {
                    return Some(char);
                }
            }
        })
    }

    /// Returns the sign behind the first one.
    pub(super) fn second(&self) -> Option<char> {
        self.following().next()
    }

    /// Returns how many bytes behind the first character were looked at, one more where the end was seen.
    pub(super) const fn seen(&self) -> usize {
        self.seen.get()
    }
}
