//! A settings file with one setting changed, and a fresh one. Writes no file itself.

use std::fmt::Write as _;

use toml_edit::{DocumentMut, Entry, Item, Table, Value};

use super::choices::{CHOICES, KEYS, Setting, Settings, Written, about};
use super::keys::{Key, REBINDABLE};
use super::messages as say;
use super::read::{FORMAT, FORMAT_KEY, KEYS_TABLE, read};
use crate::locale::Lang;

/// Returns the text with one setting changed, and everything else as it stands: comments, order, blank lines, names that
/// are not known. `None` where the text is not TOML.
pub fn with(text: &str, setting: Setting) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let choice = setting.choice();
    let mut value = match choice.written {
        Written::Word(it) => Value::from(it),
        Written::Number(it) => Value::from(it),
        Written::Flag(it) => Value::from(it),
    };
    match document.get_mut(choice.key) {
        Some(Item::Value(old)) => {
            // The comment behind it stays.
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        Some(Item::None | Item::Table(_) | Item::ArrayOfTables(_)) | None => {
            document.remove(choice.key);
            document.insert(choice.key, Item::Value(value));
        }
    }
    Some(document.to_string())
}

/// Returns the text with the key of one command changed, and everything else as it stands. `None` where the text is not
/// TOML. A line of the fresh file that names the command as a comment becomes the entry, in its place.
pub fn with_key(text: &str, command: usize, key: Key) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let name = REBINDABLE.get(command)?.name;
    let value = || Value::from(key.name());
    let table = document
        .get_mut(KEYS_TABLE)
        .and_then(Item::as_table_like_mut);
    match table.map(|it| it.entry(name)) {
        Some(Entry::Occupied(mut entry)) => {
            let mut value = value();
            if let Some(old) = entry.get().as_value() {
                *value.decor_mut() = old.decor().clone();
            }
            entry.insert(Item::Value(value));
        }
        Some(Entry::Vacant(entry)) => {
            let uncommented = uncommented(text, command, key);
            if uncommented.is_some() {
                return uncommented;
            }
            entry.insert(Item::Value(value()));
        }
        None => {
            let mut table = Table::new();
            table.insert(name, Item::Value(value()));
            document.insert(KEYS_TABLE, Item::Table(table));
        }
    }
    Some(document.to_string())
}

/// Returns the text with the commented line of a command in the table of keys made into its entry; `None` where there is
/// no such line, or where it would mean something else there.
fn uncommented(text: &str, command: usize, key: Key) -> Option<String> {
    let name = REBINDABLE.get(command)?.name;
    let table = text.find(&format!("\n[{KEYS_TABLE}]"))?;
    let start = format!("\n# {name} = \"");
    let at = table + text.get(table..)?.find(&start)? + 1;
    let end = text.get(at..)?.find('\n').map_or(text.len(), |it| at + it);
    let line = text.get(at..end)?;
    // Nothing stands on the line but what a fresh file has there.
    let behind = line.get(start.len() - 1..)?.trim_end();
    Key::read(behind.strip_suffix('"')?).ok()?;
    let return_sign = if line.ends_with('\r') { "\r" } else { "" };
    let entry = format!("{name} = \"{}\"{return_sign}", key.name());
    let changed = [text.get(..at)?, &entry, text.get(end..)?].concat();
    // It may stand in a text of several lines, or in another table.
    let (mut expected, now) = (read(text), read(&changed));
    expected.settings.keys.give(command, key);
    (now.is_toml && now.settings == expected.settings).then_some(changed)
}

/// Returns a fresh file with these settings and what each is for, in both languages.
pub fn fresh(settings: Settings) -> String {
    let mut text = String::new();
    let comment = |text: &mut String, of: &dyn Fn(Lang) -> String| {
        for lang in [Lang::Zh, Lang::En] {
            writeln!(text, "# {}", of(lang)).expect("a string takes everything");
        }
    };
    comment(&mut text, &say::about_file);
    writeln!(text, "{FORMAT_KEY} = {FORMAT}").expect("a string takes everything");
    for key in KEYS {
        let of_key = || CHOICES.iter().filter(|it| it.key == *key);
        if let Some(now) = of_key().find(|it| settings.has(it.setting)) {
            text.push('\n');
            comment(&mut text, &|lang| about(lang, now.setting));
            writeln!(text, "{key} = {}", now.written).expect("a string takes everything");
        }
    }
    text.push('\n');
    comment(&mut text, &say::about_keys);
    text.push_str("[keys]\n");
    for (n, it) in REBINDABLE.iter().enumerate() {
        let mark = match settings.keys.given(it.name) {
            Some(_) => "",
            None => "# ",
        };
        let key = settings.keys.key(n).map_or("", Key::name);
        writeln!(text, "{mark}{} = \"{key}\"", it.name).expect("a string takes everything");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::keys::Keys;
    use super::*;
    use crate::typeset::{Ambiguous, Counting};

    #[track_caller]
    fn check(before: &str, setting: Setting, after: &str) {
        assert_eq!(with(before, setting).as_deref(), Some(after), "{before}");
    }

    #[test]
    fn only_the_value_changes() {
        check(
            "# 一\nzzz = 1 # 二\n\nmouse   =   false   # 三\nlanguage='en'\n# 尾\n",
            Setting::Mouse(true),
            "# 一\nzzz = 1 # 二\n\nmouse   =   true   # 三\nlanguage='en'\n# 尾\n",
        );
        check("", Setting::Width(Ambiguous::Wide), "ambiguous_width = 2\n");
        check(
            "# 一\n[later]\nmouse = 3\n",
            Setting::Language(Some(Lang::Zh)),
            "language = \"zh\"\n# 一\n[later]\nmouse = 3\n",
        );
        check(
            "counting = 3",
            Setting::Counting(Counting::AsWord),
            "counting = \"as_word\"\n",
        );
        check("[mouse]\non = 1\n", Setting::Mouse(true), "mouse = true\n");
        check(
            "mouse = false\r\n# 注\r\n",
            Setting::Mouse(true),
            "mouse = true\n# 注\n",
        );
        assert_eq!(with("mouse = tru", Setting::Mouse(true)), None);
    }

    #[test]
    fn a_key_takes_the_place_of_its_comment_and_nothing_else_changes() {
        let at = |name: &str| REBINDABLE.iter().position(|it| it.name == name).unwrap();
        let check = |before: &str, name: &str, key: Key, after: &str| {
            let text = with_key(before, at(name), key);
            assert_eq!(text.as_deref(), Some(after), "{before}");
            assert_eq!(read(after).settings.keys.key(at(name)), Some(key));
        };
        for (command, it) in REBINDABLE.iter().enumerate() {
            let fresh_one = fresh(Settings::default());
            let mut settings = Settings::default();
            settings.keys.give(command, Key::F(9));
            check(&fresh_one, it.name, Key::F(9), &fresh(settings));
            // Put back it says the usual key, where it stands.
            let back = with_key(&fresh(settings), command, it.usual).unwrap();
            let mut usual = Settings::default();
            usual.keys.give(command, it.usual);
            assert_eq!(back, fresh(usual));
        }
        check("", "undo", Key::Ctrl('p'), "[keys]\nundo = \"Ctrl+P\"\n");
        check(
            "mouse = true # 一\n[keys] # 二\nundo='F5'# 三\n# 四\n",
            "undo",
            Key::Ctrl('p'),
            "mouse = true # 一\n[keys] # 二\nundo=\"Ctrl+P\"# 三\n# 四\n",
        );
        check(
            "keys = { undo = \"F5\" }\n",
            "find",
            Key::F(6),
            "keys = { undo = \"F5\" , find = \"F6\" }\n",
        );
        check(
            "\n[keys]\r\n# undo = \"Ctrl+Z\"\r\n# 尾",
            "undo",
            Key::F(7),
            "\n[keys]\r\nundo = \"F7\"\r\n# 尾",
        );
        // What is no commented entry, or stands in another table, is left alone.
        for other in [
            "# undo = \"Ctrl+Z\" 我的",
            "# undo = \"?\"",
            "# undo: \"Ctrl+Z\"",
        ] {
            let before = format!("mouse = true\n[keys]\n{other}\n");
            let after = with_key(&before, at("undo"), Key::F(7)).unwrap();
            assert!(after.contains(other), "{after}");
            assert_eq!(read(&after).settings.keys.key(at("undo")), Some(Key::F(7)));
        }
        let before = "mouse = true\n[keys]\n[later]\n# undo = \"Ctrl+Z\"\nx = 1\n";
        let after = with_key(before, at("undo"), Key::F(7)).unwrap();
        assert_eq!(read(&after).settings.keys.key(at("undo")), Some(Key::F(7)));
        assert!(
            after.contains("[later]\n# undo = \"Ctrl+Z\"\nx = 1\n"),
            "{after}"
        );
        assert_eq!(with_key("[keys", at("undo"), Key::F(7)), None);
        assert_eq!(read("").settings.keys, Keys::default());
    }

    #[test]
    fn a_fresh_file_says_what_it_holds() {
        for choice in CHOICES {
            let mut settings = Settings::default();
            settings.set(choice.setting);
            let text = fresh(settings);
            let read = read(&text);
            assert_eq!(
                (read.settings, read.newer, read.errors),
                (settings, None, Vec::new()),
                "{text}"
            );
            // Two comment lines a setting, two for the file, and two for the keys.
            let (settings, _) = text.split_once("[keys]").unwrap();
            let n_comments = settings.lines().filter(|it| it.starts_with("# ")).count();
            assert_eq!(n_comments, 2 * (KEYS.len() + 2), "{text}");
        }
    }

    /// Whatever is cut off, turned around, zeroed or doubled: where a setting can be kept, it is kept, the others are
    /// as they were read before, and no comment is lost.
    #[test]
    fn any_damage_costs_at_most_what_was_damaged() {
        let mut n_kept = 0;
        let whole = fresh(Settings {
            mouse: true,
            counting: Counting::AsWord,
            ..Settings::default()
        });
        for at in 0..whole.len() {
            for damage in 0..4 {
                let mut bytes = whole.clone().into_bytes();
                match damage {
                    0 => bytes.truncate(at),
                    1 => bytes[at] ^= 1,
                    2 => bytes[at] = 0,
                    _ => bytes.insert(at, bytes[at]),
                }
                let Ok(text) = String::from_utf8(bytes) else {
                    continue;
                };
                let before = read(&text);
                let after = with(&text, Setting::Width(Ambiguous::Wide));
                assert_eq!(after.is_some(), before.is_toml, "{text}");
                if let Some(after) = after {
                    n_kept += 1;
                    let mut expected = before.settings;
                    expected.set(Setting::Width(Ambiguous::Wide));
                    assert_eq!(read(&after).settings, expected, "{text}");
                    assert_eq!(after.matches("# ").count(), text.matches("# ").count());
                }
            }
        }
        assert!(n_kept > whole.len() / 2, "{n_kept}");
    }

    #[test]
    fn every_setting_changes_alone() {
        for from in CHOICES {
            for to in CHOICES {
                let mut settings = Settings::default();
                settings.set(from.setting);
                let text = with(&fresh(settings), to.setting).unwrap();
                settings.set(to.setting);
                assert_eq!(text, fresh(settings));
            }
        }
    }
}
