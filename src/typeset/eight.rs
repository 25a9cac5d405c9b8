//! The bytes of a text eight at a time: that something rare is not in it is seen without looking at every byte.
//!
//! What is told of eight bytes is a mark for each that is so, in its highest bit. A byte above one that is so may be
//! marked wrongly (the arithmetic borrows from it), so marks say that there is something, never how much.

/// Eight bytes, the first of them the lowest.
#[derive(Clone, Copy, Debug)]
pub struct Eight(u64);

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

impl Eight {
    /// Marks the bytes that are this one.
    #[inline]
    pub fn is(self, byte: u8) -> u64 {
        let zero = self.0 ^ (ONES * u64::from(byte));
        zero.wrapping_sub(ONES) & !zero & HIGH
    }

    /// Marks the bytes that are this one or the one below it, which is even.
    #[inline]
    pub fn is_one_of_two(self, odd: u8) -> u64 {
        Self(self.0 | ONES).is(odd)
    }

    /// Marks the bytes of which the highest bits are these.
    #[inline]
    pub fn begins_with(self, bits: u8, n_bits: u32) -> u64 {
        let mask = !(0xFF_u8 >> n_bits);
        Self(self.0 & (ONES * u64::from(mask))).is(bits << (8 - n_bits))
    }

    /// Marks the bytes below this one, which is ASCII.
    #[inline]
    pub fn is_below(self, byte: u8) -> u64 {
        self.0.wrapping_sub(ONES * u64::from(byte)) & !self.0 & HIGH
    }

    /// Marks the bytes that begin or continue a character beyond ASCII.
    #[inline]
    pub fn is_beyond_ascii(self) -> u64 {
        self.0 & HIGH
    }

    /// Returns the eight bytes one further on in the text, of which `before` were the eight before these.
    #[inline]
    fn one_back(self, before: Self) -> Self {
        Self((self.0 << 8) | (before.0 >> 56))
    }
}

/// Tells whether `marks` are said of any eight bytes of a text: it is handed all of them in turn, the last filled up
/// with blanks, each with the eight that end one byte before.
#[inline]
pub fn some_are(text: &str, marks: impl Fn(Eight, Eight) -> u64) -> bool {
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let mut before = Eight(ONES * u64::from(b' '));
    for it in eights {
        let eight = Eight(u64::from_le_bytes(*it));
        if marks(eight, eight.one_back(before)) != 0 {
            return true;
        }
        before = eight;
    }
    let mut last = [b' '; 8];
    for (it, byte) in last.iter_mut().zip(rest) {
        *it = *byte;
    }
    let eight = Eight(u64::from_le_bytes(last));
    !rest.is_empty() && marks(eight, eight.one_back(before)) != 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// A byte, a pair of bytes, one of two: found wherever they stand, and nowhere else.
        #[test]
        fn marks_are_there_where_the_bytes_are(text in "[ -~]{0,20}|[一-十，。“”é\u{FEFF} a-c\t]{0,20}", at in 0_usize..40) {
            let filled = format!("{text}{}", " ".repeat(text.len().next_multiple_of(8) - text.len()));
            let bytes = filled.as_bytes();
            let byte = bytes.get(at).copied().unwrap_or(0xEF);
            let next = bytes.get(at + 1).copied().unwrap_or(0xBF);
            prop_assert_eq!(some_are(&text, |it, _| it.is(byte)), bytes.contains(&byte));
            prop_assert_eq!(
                some_are(&text, |it, _| it.is_one_of_two(byte | 1)),
                bytes.iter().any(|it| it | 1 == byte | 1)
            );
            let below = byte & 0x7F;
            prop_assert_eq!(some_are(&text, |it, _| it.is_below(below)), bytes.iter().any(|it| *it < below));
            prop_assert_eq!(some_are(&text, |it, _| it.is_beyond_ascii()), !text.is_ascii());
            let is_like = |it: &u8| it >> 5 == byte >> 5;
            prop_assert_eq!(some_are(&text, |it, _| it.begins_with(byte >> 5, 3)), bytes.iter().any(is_like));
            // Of a pair, the marks of both may be wrong above a right one: it may be seen where it is not.
            let has_pair = bytes.windows(2).any(|it| it == [byte, next]);
            let is_seen = some_are(&text, |it, back| back.is(byte) & it.is(next));
            prop_assert!(is_seen || !has_pair);
        }
    }
}
