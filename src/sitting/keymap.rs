//! Every key of the full screen, once: dispatch, hints, help and README read this table.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers as Mods};

use crate::locale::Lang;
use crate::settings::{Key, Keys, REBINDABLE, Rebindable};

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The next question or button.
    Next,
    /// The previous one.
    Previous,
    /// A new line, or on; choose.
    Enter,
    /// A new line, whatever the line.
    NewLine,
    /// The menu, or one level back.
    Menu,
    /// The keys.
    Help,
    /// Take back.
    Undo,
    /// Make again.
    Redo,
    /// Move the caret, or the choice.
    Move(Motion),
    /// Move the caret and select what lies between.
    Select(Motion),
    /// Copy the selection.
    Copy,
    /// Cut the selection.
    Cut,
    /// Put back what was cut, copied or erased last.
    PutBack,
    /// Erase the sign before the caret.
    EraseLeft,
    /// Erase the sign behind the caret.
    EraseRight,
    /// Erase the word before the caret.
    EraseWord,
    /// Erase to the start of the row.
    EraseToRowStart,
    /// Erase to the end of the row.
    EraseToRowEnd,
    /// Write this text in the writer's own editor.
    Edit,
    /// Find words in the whole draft.
    Find,
    /// Draw everything anew.
    Repaint,
    /// Say that everything is saved.
    SaySaved,
    /// Ask one layer deeper, or no longer.
    Probes,
    /// Leave, asked twice.
    Interrupt,
    /// Say how to leave.
    SayHowToLeave,
}

/// A motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One sign left.
    Left,
    /// One sign right.
    Right,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One word left.
    WordLeft,
    /// One word right.
    WordRight,
    /// To the start of the sentence, or of the one before.
    SentenceLeft,
    /// To the end of the sentence.
    SentenceRight,
    /// To the start of the paragraph, or of the one before.
    ParagraphLeft,
    /// To the end of the paragraph.
    ParagraphRight,
    /// To the start of the row.
    RowStart,
    /// To the end of the row.
    RowEnd,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
}

/// Where a key does that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Where a text is written.
    Text,
    /// On lists, buttons and things to read.
    List,
    /// Everywhere.
    Anywhere,
}

/// A key and what it does.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where.
    pub scope: Scope,
    /// Modifiers held.
    pub modifiers: Mods,
    /// The key.
    pub code: KeyCode,
    /// What it does.
    pub command: Command,
    /// Its name, as shown: in words, for arrows are as wide as the font likes.
    pub key: &'static str,
    /// What it does, in Chinese and in English.
    pub does: (&'static str, &'static str),
}

impl Binding {
    /// Returns what the key does, in words.
    pub fn words(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.does.0,
            Lang::En => self.does.1,
        }
    }
}

const fn key(
    scope: Scope,
    modifiers: Mods,
    code: KeyCode,
    command: Command,
    key: &'static str,
    does: (&'static str, &'static str),
) -> Binding {
    Binding {
        scope,
        modifiers,
        code,
        command,
        key,
        does,
    }
}

const NONE: Mods = Mods::NONE;
const CTRL: Mods = Mods::CONTROL;

/// Every key. The first of several keys for a command is the one shown.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    key(Scope::Anywhere, NONE, KeyCode::Tab, Command::Next, "Tab", ("下一项", "next")),
    key(Scope::Anywhere, Mods::SHIFT, KeyCode::BackTab, Command::Previous, "Shift+Tab", ("上一项", "previous")),
    key(Scope::Anywhere, NONE, KeyCode::BackTab, Command::Previous, "Shift+Tab", ("上一项", "previous")),
    key(Scope::Text, NONE, KeyCode::Enter, Command::Enter, "Enter", ("换行，空行再按到下一项", "new line, or next if empty")),
    key(Scope::List, NONE, KeyCode::Enter, Command::Enter, "Enter", ("确定", "choose")),
    key(Scope::Text, CTRL, KeyCode::Char('j'), Command::NewLine, "Ctrl+J", ("换行", "new line")),
    key(Scope::List, CTRL, KeyCode::Char('j'), Command::Enter, "Ctrl+J", ("确定", "choose")),
    key(Scope::Text, NONE, KeyCode::Esc, Command::Menu, "Esc", ("菜单", "menu")),
    key(Scope::List, NONE, KeyCode::Esc, Command::Menu, "Esc", ("返回，或菜单", "back, or menu")),
    key(Scope::Anywhere, NONE, KeyCode::F(2), Command::Menu, "F2", ("同 Esc", "as Esc")),
    key(Scope::Anywhere, NONE, KeyCode::F(1), Command::Help, "F1", ("按键说明", "keys")),
    key(Scope::Anywhere, NONE, KeyCode::Left, Command::Move(Motion::Left), "Left", ("左移一字", "left")),
    key(Scope::Anywhere, NONE, KeyCode::Right, Command::Move(Motion::Right), "Right", ("右移一字", "right")),
    key(Scope::Anywhere, NONE, KeyCode::Up, Command::Move(Motion::Up), "Up", ("上一行", "up")),
    key(Scope::Anywhere, NONE, KeyCode::Down, Command::Move(Motion::Down), "Down", ("下一行", "down")),
    key(Scope::Text, CTRL, KeyCode::Left, Command::Move(Motion::WordLeft), "Ctrl+Left", ("左移一词", "word left")),
    key(Scope::Text, CTRL, KeyCode::Right, Command::Move(Motion::WordRight), "Ctrl+Right", ("右移一词", "word right")),
    key(Scope::Anywhere, NONE, KeyCode::Home, Command::Move(Motion::RowStart), "Home", ("行首", "start of row")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('a'), Command::Move(Motion::RowStart), "Ctrl+A", ("行首", "start of row")),
    key(Scope::Anywhere, NONE, KeyCode::End, Command::Move(Motion::RowEnd), "End", ("行尾", "end of row")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('e'), Command::Move(Motion::RowEnd), "Ctrl+E", ("行尾", "end of row")),
    key(Scope::Text, CTRL, KeyCode::Home, Command::Move(Motion::TextStart), "Ctrl+Home", ("这一项开头", "start of text")),
    key(Scope::Text, CTRL, KeyCode::End, Command::Move(Motion::TextEnd), "Ctrl+End", ("这一项末尾", "end of text")),
    key(Scope::Anywhere, NONE, KeyCode::PageUp, Command::Move(Motion::PageUp), "PgUp", ("上一屏", "page up")),
    key(Scope::Anywhere, NONE, KeyCode::PageDown, Command::Move(Motion::PageDown), "PgDn", ("下一屏", "page down")),
    key(Scope::Text, Mods::ALT, KeyCode::Left, Command::Move(Motion::SentenceLeft), "Alt+Left", ("句首", "start of sentence")),
    key(Scope::Text, Mods::ALT, KeyCode::Right, Command::Move(Motion::SentenceRight), "Alt+Right", ("句尾", "end of sentence")),
    key(Scope::Text, CTRL, KeyCode::Up, Command::Move(Motion::ParagraphLeft), "Ctrl+Up", ("段首", "start of paragraph")),
    key(Scope::Text, CTRL, KeyCode::Down, Command::Move(Motion::ParagraphRight), "Ctrl+Down", ("段尾", "end of paragraph")),
    key(Scope::Text, Mods::SHIFT, KeyCode::Left, Command::Select(Motion::Left), "Shift+Left", ("往左选", "select left")),
    key(Scope::Text, Mods::SHIFT, KeyCode::Right, Command::Select(Motion::Right), "Shift+Right", ("往右选", "select right")),
    key(Scope::Text, Mods::SHIFT, KeyCode::Up, Command::Select(Motion::Up), "Shift+Up", ("往上选", "select up")),
    key(Scope::Text, Mods::SHIFT, KeyCode::Down, Command::Select(Motion::Down), "Shift+Down", ("往下选", "select down")),
    key(Scope::Text, Mods::SHIFT, KeyCode::Home, Command::Select(Motion::RowStart), "Shift+Home", ("选到行首", "select to start of row")),
    key(Scope::Text, Mods::SHIFT, KeyCode::End, Command::Select(Motion::RowEnd), "Shift+End", ("选到行尾", "select to end of row")),
    key(Scope::Text, CTRL, KeyCode::Char('x'), Command::Cut, "Ctrl+X", ("剪切选中的", "cut the selection")),
    key(Scope::Text, CTRL, KeyCode::Char('v'), Command::PutBack, "Ctrl+V", ("放回刚剪切、复制或删掉的", "put back what was cut, copied or erased")),
    key(Scope::Text, NONE, KeyCode::Backspace, Command::EraseLeft, "Backspace", ("删前一字", "erase left")),
    key(Scope::Text, CTRL, KeyCode::Char('h'), Command::EraseLeft, "Ctrl+H", ("删前一字", "erase left")),
    key(Scope::Text, NONE, KeyCode::Delete, Command::EraseRight, "Delete", ("删后一字", "erase right")),
    key(Scope::Text, CTRL, KeyCode::Char('w'), Command::EraseWord, "Ctrl+W", ("删前一词", "erase word")),
    key(Scope::Text, Mods::ALT, KeyCode::Backspace, Command::EraseWord, "Alt+Backspace", ("删前一词", "erase word")),
    key(Scope::Text, CTRL, KeyCode::Char('u'), Command::EraseToRowStart, "Ctrl+U", ("删到行首", "erase to start of row")),
    key(Scope::Text, CTRL, KeyCode::Char('k'), Command::EraseToRowEnd, "Ctrl+K", ("删到行尾", "erase to end of row")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('z'), Command::Undo, "Ctrl+Z", ("撤销", "undo")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('_'), Command::Undo, "Ctrl+_", ("撤销", "undo")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('7'), Command::Undo, "Ctrl+_", ("撤销", "undo")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('y'), Command::Redo, "Ctrl+Y", ("重做", "redo")),
    key(Scope::Text, CTRL, KeyCode::Char('g'), Command::Edit, "Ctrl+G", ("用自己的编辑器写这一项", "write this one in your own editor")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('f'), Command::Find, "Ctrl+F", ("查找和替换", "find and replace")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('l'), Command::Repaint, "Ctrl+L", ("重画屏幕", "repaint")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('s'), Command::SaySaved, "Ctrl+S", ("一直在自动保存", "it is saved all the time")),
    key(Scope::Text, NONE, KeyCode::F(4), Command::Probes, "F4", ("再问一层：打开、关掉", "ask further, or no longer")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('c'), Command::Interrupt, "Ctrl+C", ("复制选中的；没有选中，按两次退出", "copy the selection; without one, twice to leave")),
    key(Scope::Anywhere, CTRL, KeyCode::Char('d'), Command::SayHowToLeave, "Ctrl+D", ("不起作用，退出请用菜单", "nothing; leave by the menu")),
];

/// Returns the keys as the writer has them.
pub fn bindings(keys: &Keys) -> Vec<Binding> {
    let own = |it: &Binding| {
        let rebindable = REBINDABLE.iter().find(|of| is_usual(of, it))?;
        let key = keys.given(rebindable.name)?;
        let (modifiers, code) = event_of(key);
        Some(Binding {
            modifiers,
            code,
            key: key.name(),
            ..*it
        })
    };
    BINDINGS.iter().map(|it| own(it).unwrap_or(*it)).collect()
}

/// Returns the command of this name in the settings.
fn named(name: &str) -> Option<Command> {
    Some(match name {
        "menu" => Command::Menu,
        "help" => Command::Help,
        "undo" => Command::Undo,
        "redo" => Command::Redo,
        "find" => Command::Find,
        "edit" => Command::Edit,
        "cut" => Command::Cut,
        "put_back" => Command::PutBack,
        "erase_word" => Command::EraseWord,
        "erase_to_row_start" => Command::EraseToRowStart,
        "erase_to_row_end" => Command::EraseToRowEnd,
        "row_start" => Command::Move(Motion::RowStart),
        "row_end" => Command::Move(Motion::RowEnd),
        "repaint" => Command::Repaint,
        "say_saved" => Command::SaySaved,
        "probes" => Command::Probes,
        _ => return None,
    })
}

fn event_of(key: Key) -> (Mods, KeyCode) {
    match key {
        Key::Ctrl(letter) => (CTRL, KeyCode::Char(letter)),
        Key::F(n) => (NONE, KeyCode::F(n)),
    }
}

/// Tells whether this is the binding that a command has if nothing is said.
fn is_usual(of: &Rebindable, it: &Binding) -> bool {
    named(of.name) == Some(it.command) && event_of(of.usual) == (it.modifiers, it.code)
}

/// Returns the usual binding of the command of this name in the settings.
pub fn usual(name: &str) -> Option<&'static Binding> {
    let of = REBINDABLE.iter().find(|it| it.name == name)?;
    BINDINGS.iter().find(|it| is_usual(of, it))
}

/// Returns the name of a key as one to be given to a command; `None` for keys that choose, lead back or leave, whatever is
/// asked, and for letters.
pub fn to_give(event: KeyEvent) -> Option<String> {
    match (event.code, event.modifiers.difference(Mods::SHIFT)) {
        // Leaving, and what Enter sends in some places.
        (KeyCode::Char('c' | 'j'), CTRL) => None,
        (KeyCode::Char(letter @ 'a'..='z'), CTRL) => {
            Some(format!("Ctrl+{}", letter.to_ascii_uppercase()))
        }
        (KeyCode::F(n), NONE) => Some(format!("F{n}")),
        _ => None,
    }
}

/// Returns a sentence with the usual keys of commands replaced by those the writer gave them.
pub fn renamed(keys: &Keys, words: &str) -> String {
    let names = |it: usize| match REBINDABLE.get(it)?.usual {
        usual @ Key::Ctrl(_) => Some((usual.name(), keys.key(it)?.name())),
        // No sentence names them, but a path in it might.
        Key::F(_) => None,
    };
    // All at once: two commands may have changed their keys with each other.
    let changed: Vec<(&str, &str)> = keys.changed().filter_map(names).collect();
    let mut renamed = String::new();
    let mut rest = words.chars();
    loop {
        let own = (changed.iter())
            .find_map(|(usual, own)| Some((*own, rest.as_str().strip_prefix(usual)?)));
        if let Some((own, behind)) = own {
            renamed.push_str(own);
            rest = behind.chars();
        } else {
            match rest.next() {
                Some(letter) => renamed.push(letter),
                None => return renamed,
            }
        }
    }
}

/// Returns what a key does in this scope.
pub fn command(bindings: &[Binding], scope: Scope, event: KeyEvent) -> Option<Command> {
    // Terminals differ in whether they report Shift with letters that need it.
    let modifiers = match event.code {
        KeyCode::Char(_) => event.modifiers.difference(Mods::SHIFT),
        _ => event.modifiers,
    };
    let fits = |it: &&Binding| {
        (it.scope == scope || it.scope == Scope::Anywhere)
            && it.code == event.code
            && it.modifiers == modifiers
    };
    bindings.iter().find(fits).map(|it| it.command)
}

/// What one key does, wherever it is pressed.
#[derive(Clone, Copy, Debug)]
pub struct KeyLine<'b> {
    /// Its name.
    pub key: &'static str,
    /// What it does where a text is written.
    pub in_text: Option<&'b Binding>,
    /// What it does on lists, buttons and things to read.
    pub on_lists: Option<&'b Binding>,
}

/// Returns every key once, in the order of [`BINDINGS`]: help and README show this.
pub fn table(bindings: &[Binding]) -> Vec<KeyLine<'_>> {
    let mut lines: Vec<KeyLine<'_>> = Vec::new();
    for binding in bindings {
        let known = lines.iter().position(|it| it.key == binding.key);
        let at = known.unwrap_or(lines.len());
        if known.is_none() {
            lines.push(KeyLine {
                key: binding.key,
                in_text: None,
                on_lists: None,
            });
        }
        let line = &mut lines[at];
        if binding.scope != Scope::List {
            line.in_text = line.in_text.or(Some(binding));
        }
        if binding.scope != Scope::Text {
            line.on_lists = line.on_lists.or(Some(binding));
        }
    }
    lines
}

/// Returns the key to show for a command in this scope.
pub fn shown(bindings: &[Binding], scope: Scope, command: Command) -> Option<&Binding> {
    bindings
        .iter()
        .find(|it| it.command == command && (it.scope == scope || it.scope == Scope::Anywhere))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rebindable_command_has_its_usual_key_here() {
        for it in REBINDABLE {
            let command = named(it.name).expect("it is a command");
            let has = |of: &&Binding| {
                of.command == command && event_of(it.usual) == (of.modifiers, of.code)
            };
            assert!(BINDINGS.iter().any(|of| has(&of)), "{}", it.name);
        }
    }

    #[test]
    fn a_key_that_was_given_works_and_is_shown_and_the_usual_one_is_free() {
        let mut keys = Keys::default();
        let undo = REBINDABLE.iter().position(|it| it.name == "undo").unwrap();
        keys.give(undo, Key::Ctrl('p'));
        let own = bindings(&keys);
        let event = |letter| KeyEvent::new(KeyCode::Char(letter), CTRL);
        assert_eq!(command(&own, Scope::Text, event('p')), Some(Command::Undo));
        assert_eq!(command(&own, Scope::Text, event('z')), None);
        assert_eq!(
            shown(&own, Scope::Text, Command::Undo).unwrap().key,
            "Ctrl+P"
        );
        assert_eq!(renamed(&keys, "Ctrl+Z 撤销"), "Ctrl+P 撤销");
        // Two that changed their keys with each other.
        keys.give(undo, Key::Ctrl('f'));
        let find = REBINDABLE.iter().position(|it| it.name == "find").unwrap();
        keys.give(find, Key::Ctrl('z'));
        assert_eq!(renamed(&keys, "Ctrl+Z、Ctrl+F。"), "Ctrl+F、Ctrl+Z。");
    }

    #[test]
    fn no_two_bindings_clash() {
        for (n, a) in BINDINGS.iter().enumerate() {
            for b in &BINDINGS[n + 1..] {
                let meet =
                    a.scope == b.scope || a.scope == Scope::Anywhere || b.scope == Scope::Anywhere;
                assert!(
                    !(meet && a.code == b.code && a.modifiers == b.modifiers),
                    "{} and {}",
                    a.key,
                    b.key
                );
            }
        }
    }

    /// Interaction design 3.4, "banned": keys of input methods, browsers, terminals and flow control.
    #[test]
    fn no_banned_key_is_bound() {
        for binding in BINDINGS {
            let banned = match binding.code {
                KeyCode::Char(' ' | '.' | ';' | '`' | 'q' | 't' | 'n' | 'b') => {
                    binding.modifiers.contains(CTRL)
                }
                KeyCode::Char(_) => !binding.modifiers.contains(CTRL),
                KeyCode::Enter => binding.modifiers != NONE,
                KeyCode::F(n) => n >= 10,
                _ => false,
            };
            assert!(!banned, "{}", binding.key);
        }
    }
}
