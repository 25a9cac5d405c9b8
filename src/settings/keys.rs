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

/// Why a key cannot be given to a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotGiven {
    /// Ctrl makes the letter into another key: Backspace, Tab, Enter.
    AnotherKey,
    /// It always means the same here: copying and leaving, a new line, how to leave.
    Fixed,
    /// It belongs to terminals, browsers and input methods.
    Elsewhere,
    /// It is one of those that are always enough.
    Enough,
    /// It is none that can be given.
    Unknown,
}

impl Key {
    /// Reads a name, whatever its case and its width.
    ///
    /// # Errors
    /// The key cannot be given.
    pub fn read(name: &str) -> Result<Self, NotGiven> {
        // An input method may have made the letters full-width.
        let narrow = |it: char| match it {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
            other => other,
        };
        let name: String = (name.chars().map(narrow))
            .filter(|it| !it.is_whitespace())
            .map(|it| it.to_ascii_lowercase())
            .collect();
        let found = NAMES.iter().find(|(_, it)| it.eq_ignore_ascii_case(&name));
        found.map(|it| it.0).ok_or_else(|| why_not(&name))
    }

    /// Returns its name.
    pub fn name(self) -> &'static str {
        let found = NAMES.iter().find(|(it, _)| *it == self);
        found.map_or("", |it| it.1)
    }

    /// Returns all keys that can be given.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|it| it.0)
    }
}

fn why_not(name: &str) -> NotGiven {
    const ENOUGH: [&str; 15] = [
        "tab",
        "shift+tab",
        "enter",
        "esc",
        "escape",
        "backspace",
        "delete",
        "left",
        "right",
        "up",
        "down",
        "home",
        "end",
        "pgup",
        "pgdn",
    ];
    let mut after_ctrl = name.strip_prefix("ctrl+").unwrap_or_default().chars();
    match (after_ctrl.next(), after_ctrl.next()) {
        (Some('h' | 'i' | 'm'), None) => NotGiven::AnotherKey,
        (Some('c' | 'd' | 'j'), None) => NotGiven::Fixed,
        (Some('b' | 'n' | 'q' | 't' | ' ' | '.' | ';' | '`'), None) => NotGiven::Elsewhere,
        _ if matches!(name, "f10" | "f11" | "f12") => NotGiven::Elsewhere,
        _ if ENOUGH.contains(&name) => NotGiven::Enough,
        _ if name.len() == 1 && name.chars().all(|it| it.is_ascii_digit()) => NotGiven::Enough,
        _ => NotGiven::Unknown,
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

    /// Returns the keys with another one for a command.
    ///
    /// # Errors
    /// Another command has the key: its number.
    pub fn with(mut self, command: usize, key: Key) -> Result<Self, usize> {
        self.give(command, key);
        match self.clash() {
            None => Ok(self),
            Some((given, other)) if given == command => Err(other),
            Some((given, _)) => Err(given),
        }
    }

    /// Returns the commands, by their numbers, that have another key than usual.
    pub fn changed(&self) -> impl Iterator<Item = usize> {
        let is_changed = |it: &usize| self.key(*it) != REBINDABLE.get(*it).map(|it| it.usual);
        (0..N).filter(is_changed)
    }

    /// Takes the key of a command, by its number, away that was given to it, so that it has its usual one; a number that is
    /// no command changes nothing.
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
            assert_eq!(Key::read(it.usual.name()), Ok(it.usual), "{}", it.name);
        }
        for (key, name) in NAMES {
            assert_eq!(Key::read(name), Ok(*key));
            let is_free = !matches!(key, Key::Ctrl(letter) if NOT_GIVEN.contains(*letter));
            assert!(is_free, "{name}");
        }
    }

    #[test]
    fn a_name_is_read_however_it_is_typed_and_what_cannot_be_given_says_why() {
        for name in ["Ctrl+R", "ctrl+r", " Ctrl + R ", "ＣＴＲＬ＋Ｒ"] {
            assert_eq!(Key::read(name), Ok(Key::Ctrl('r')), "{name}");
        }
        assert_eq!(Key::read("f５"), Ok(Key::F(5)));
        for letter in 'a'..='z' {
            let why = Key::read(&format!("Ctrl+{letter}")).err();
            assert_eq!(why.is_some(), NOT_GIVEN.contains(letter), "{letter}");
            assert_ne!(why, Some(NotGiven::Unknown), "{letter}");
        }
        let why = |name| Key::read(name).unwrap_err();
        assert_eq!(why("Ctrl+I"), NotGiven::AnotherKey);
        assert_eq!(why("Ctrl+C"), NotGiven::Fixed);
        assert_eq!(why("F10"), NotGiven::Elsewhere);
        for it in ["Tab", "Enter", "Esc", "Left", "7", "７"] {
            assert_eq!(why(it), NotGiven::Enough, "{it}");
        }
        for it in ["", "F0", "F13", "x", "Alt+X", "Ctrl+", "Ctrl+RR"] {
            assert_eq!(why(it), NotGiven::Unknown, "{it}");
        }
    }

    #[test]
    fn a_key_is_given_unless_another_command_has_it() {
        let at = |name: &str| REBINDABLE.iter().position(|it| it.name == name).unwrap();
        let (undo, find) = (at("undo"), at("find"));
        let usual = Keys::default();
        assert_eq!(usual.with(find, Key::Ctrl('z')), Err(undo));
        assert_eq!(usual.with(undo, Key::Ctrl('f')), Err(find));
        let own = usual.with(undo, Key::Ctrl('p')).unwrap();
        let own = own.with(find, Key::Ctrl('z')).unwrap();
        assert_eq!(own.changed().collect::<Vec<_>>(), [undo, find]);
        // The usual key of the one is the other's now.
        assert_eq!(own.with(undo, Key::Ctrl('z')), Err(find));
        let back = own.with(find, Key::Ctrl('f')).unwrap();
        let back = back.with(undo, Key::Ctrl('z')).unwrap();
        assert_eq!(back.changed().count(), 0);
    }
}
