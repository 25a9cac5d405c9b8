//! Words that stay from key to key: what a letter does not change is not worded anew. May be thrown away at any moment.
//!
//! A part is worded by a function that captures nothing and is given its key alone. So whatever the words follow from
//! stands in the key, or the part does not compile.

/// Words, and the key they were made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remembered<K, W> {
    last: Option<(K, W)>,
}

impl<K, W> Default for Remembered<K, W> {
    fn default() -> Self {
        Self { last: None }
    }
}

impl<K: PartialEq, W> Remembered<K, W> {
    /// Returns the words for a key: those of the last time, if it was the same key.
    pub(super) fn get(&mut self, key: K, word: fn(&K) -> W) -> &W {
        if self.last.as_ref().is_some_and(|(it, _)| *it != key) {
            self.last = None;
        }
        let make = || {
            let words = word(&key);
            (key, words)
        };
        &self.last.get_or_insert_with(make).1
    }
}
