//! Keys the writer gives to commands. Tab, Enter, Esc, Backspace, arrows and digits are not among them: they are what is
//! always enough. Knows no screen: which key does what without a word from the writer is said by name.

/// A key that can be given to a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Ctrl with a letter, a small one here.
    Ctrl(char),
    /// A function key.
    F(u8),
}

/// A command whose key can be changed.
#[derive(Clone, Copy, Debug)]
pub struct Rebindable {
    /// Its name in the file.
    pub name: &'static str,
    /// The key it has if nothing is said.
    pub usual: Key,
}

const fn rebindable(name: &'static str, usual: Key) -> Rebindable {
    Rebindable { name, usual }
}

/// Every command whose key can be changed.
pub const REBINDABLE: &[Rebindable] = &[
    rebindable("menu", Key::F(2)),
    rebindable("help", Key::F(1)),
    rebindable("undo", Key::Ctrl('z')),
    rebindable("redo", Key::Ctrl('y')),
    rebindable("find", Key::Ctrl('f')),
    rebindable("edit", Key::Ctrl('g')),
    rebindable("cut", Key::Ctrl('x')),
    rebindable("put_back", Key::Ctrl('v')),
    rebindable("erase_word", Key::Ctrl('w')),
    rebindable("erase_to_row_start", Key::Ctrl('u')),
    rebindable("erase_to_row_end", Key::Ctrl('k')),
    rebindable("row_start", Key::Ctrl('a')),
    rebindable("row_end", Key::Ctrl('e')),
    rebindable("repaint", Key::Ctrl('l')),
    rebindable("say_saved", Key::Ctrl('s')),
    rebindable("probes", Key::F(4)),
];

/// How many they are.
const N: usize = 16;

/// The names of keys, as they are shown. Not among them are letters that Ctrl makes into another key (Backspace, Tab,
/// Enter), that always mean the same here (leaving, a new line), or that belong to the terminal, the browser or the
/// input method (interaction design, 3.4).
const NAMES: &[(Key, &str)] = &[
    (Key::Ctrl('a'), "Ctrl+A"),
    (Key::Ctrl('e'), "Ctrl+E"),
    (Key::Ctrl('f'), "Ctrl+F"),
    (Key::Ctrl('g'), "Ctrl+G"),
    (Key::Ctrl('k'), "Ctrl+K"),
    (Key::Ctrl('l'), "Ctrl+L"),
    (Key::Ctrl('o'), "Ctrl+O"),
    (Key::Ctrl('p'), "Ctrl+P"),
    (Key::Ctrl('r'), "Ctrl+R"),
    (Key::Ctrl('s'), "Ctrl+S"),
    (Key::Ctrl('u'), "Ctrl+U"),
    (Key::Ctrl('v'), "Ctrl+V"),
    (Key::Ctrl('w'), "Ctrl+W"),
    (Key::Ctrl('x'), "Ctrl+X"),
    (Key::Ctrl('y'), "Ctrl+Y"),
    (Key::Ctrl('z'), "Ctrl+Z"),
    (Key::F(1), "F1"),
    (Key::F(2), "F2"),
    (Key::F(3), "F3"),
    (Key::F(4), "F4"),
    (Key::F(5), "F5"),
    (Key::F(6), "F6"),
    (Key::F(7), "F7"),
    (Key::F(8), "F8"),
    (Key::F(9), "F9"),
];

impl Key {
    /// Reads a name, whatever its case; `None` for keys that cannot be given.
    pub fn named(name: &str) -> Option<Self> {
        let found = NAMES.iter().find(|(_, it)| it.eq_ignore_ascii_case(name));
        found.map(|it| it.0)
    }

    /// Returns its name.
    pub fn name(self) -> &'static str {
        let found = NAMES.iter().find(|(it, _)| *it == self);
        found.map_or("", |it| it.1)
    }

    /// Returns the names of all keys that can be given.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|it| it.1)
    }
}

/// Which commands have which keys, where the writer said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys([Option<Key>; N]);

impl Keys {
    /// Gives a command a key.
    pub fn give(&mut self, command: usize, key: Key) {
        if let Some(it) = self.0.get_mut(command) {
            *it = Some(key);
        }
    }

    /// Returns the key the writer gave to the command of this name.
    pub fn given(&self, name: &str) -> Option<Key> {
        let at = REBINDABLE.iter().position(|it| it.name == name)?;
        self.0.get(at).copied().flatten()
    }

    /// Returns the key of a command, by its number.
    pub fn key(&self, command: usize) -> Option<Key> {
        let usual = REBINDABLE.get(command)?.usual;
        Some(self.0.get(command).copied().flatten().unwrap_or(usual))
    }

    /// Returns two commands that have the same key, by their numbers: one to which it was given, and another.
    pub fn clash(&self) -> Option<(usize, usize)> {
        (0..N).filter(|it| self.0[*it].is_some()).find_map(|given| {
            let same = |other: &usize| *other != given && self.key(*other) == self.key(given);
            (0..N).find(same).map(|other| (given, other))
        })
    }

    /// Takes the key of a command away that was given to it.
    pub fn take_back(&mut self, command: usize) {
        if let Some(it) = self.0.get_mut(command) {
            *it = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What no command is given, see [`NAMES`].
    const NOT_GIVEN: &str = "hijmcdqtnb";

    #[test]
    fn every_usual_key_can_be_named_and_none_twice() {
        assert_eq!(REBINDABLE.len(), N);
        assert_eq!(Keys::default().clash(), None);
        for it in REBINDABLE {
            assert_eq!(Key::named(it.usual.name()), Some(it.usual), "{}", it.name);
        }
        for (key, name) in NAMES {
            let is_free = !matches!(key, Key::Ctrl(letter) if NOT_GIVEN.contains(*letter));
            assert!(is_free, "{name}");
        }
    }
}
