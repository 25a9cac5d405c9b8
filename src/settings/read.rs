//! Settings from the text of a file, and everything wrong with it. Reads no file itself and never fails: what cannot be
//! read is as if it were not there.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_edit::DocumentMut;

use super::choices::{CHOICES, Choice, KEYS, Settings, Written};
use super::fault::{Fault, SettingsError};
use super::keys::{Key, Keys, NotGiven, REBINDABLE};
use crate::template::Syntax;
use crate::template::nearest::nearest;

/// The newest format this program writes.
pub const FORMAT: u32 = 1;

/// The name of the format number in the file.
pub const FORMAT_KEY: &str = "format";

/// The name of the table of keys.
pub(super) const KEYS_TABLE: &str = "keys";

/// What a text says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The settings, the default where the text says nothing that can be used.
    pub settings: Settings,
    /// The format number of the text, if it is newer than [`FORMAT`]: it must not be written then, and names that are
    /// not known are no mistakes.
    pub newer: Option<u32>,
    /// Whether the text is TOML, so that one setting in it can be changed without touching the rest.
    pub is_toml: bool,
    /// Everything wrong with it, in its order.
    pub errors: Vec<SettingsError>,
}

/// Reads a text.
pub fn read(text: &str) -> Read {
    let (document, errors) = DeTable::parse_recoverable(text);
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    let mut reader = Reader {
        text,
        starts: std::iter::once(0).chain(ends).collect(),
        errors: Vec::new(),
    };
    for error in &errors {
        reader.syntax(error.message(), error.span());
    }
    // The reader that goes on behind faults does not look whether a number fits; the one that changes a file does.
    if errors.is_empty()
        && let Err(error) = text.parse::<DocumentMut>()
    {
        reader.syntax(error.message(), error.span());
    }
    let damaged: Vec<usize> = reader.errors.iter().map(|it| it.line).collect();
    let is_sound = |it: &Range<usize>| {
        let lines = reader.line_of(it.start)..=reader.line_of(it.end);
        // With so many faults nobody knows what else is one.
        damaged.len() < MANY && damaged.iter().all(|line| !lines.contains(line))
    };
    let entries: Vec<_> = (document.get_ref().iter())
        .filter(|(key, value)| is_sound(&key.span()) && is_sound(&value.span()))
        .collect();
    let newer = entries
        .iter()
        .find(|(key, _)| key.get_ref().as_ref() == FORMAT_KEY)
        .and_then(|(_, value)| whole_number(value.get_ref()))
        .filter(|it| *it > i64::from(FORMAT))
        .map(|it| u32::try_from(it).unwrap_or(u32::MAX));
    let mut settings = Settings::default();
    for (key, value) in entries {
        let name = key.get_ref().as_ref();
        if name == FORMAT_KEY {
            reader.check_format(value);
            continue;
        }
        if name == KEYS_TABLE {
            reader.keys(value, newer.is_some(), &mut settings.keys);
            continue;
        }
        let choices = || CHOICES.iter().filter(|it| it.key == name);
        if choices().next().is_none() {
            if newer.is_none() {
                let nearest = nearest(name, KEYS.iter().copied());
                reader.fault(key.span().start, name, Fault::UnknownKey { nearest });
            }
        } else if let Some(choice) = choices().find(|it| is(value.get_ref(), it.written)) {
            settings.set(choice.setting);
        } else if newer.is_none() {
            reader.fault(
                value.span().start,
                name,
                unknown_value(value.get_ref(), choices()),
            );
        }
    }
    let mut errors = reader.errors;
    errors.sort_by_key(|it| (it.line, it.column));
    Read {
        settings,
        newer,
        is_toml: damaged.is_empty(),
        errors,
    }
}

/// More faults than these are not told.
const MANY: usize = 100;

struct Reader<'t> {
    text: &'t str,
    /// Where the lines begin, in bytes. Invariant: ascending, the first is 0.
    starts: Vec<usize>,
    errors: Vec<SettingsError>,
}

impl Reader<'_> {
    fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|it| *it <= at)
    }

    fn fault(&mut self, at: usize, key: &str, fault: Fault) {
        if self.errors.len() >= MANY {
            return;
        }
        let start = self.starts.get(self.line_of(at) - 1).copied();
        let on_line = self
            .text
            .get(start.unwrap_or_default()..at.min(self.text.len()));
        let on_line = on_line.unwrap_or_default();
        self.errors.push(SettingsError {
            line: self.line_of(at),
            column: on_line.chars().filter(|it| *it != '\u{feff}').count() + 1,
            key: key.to_owned(),
            fault,
        });
    }

    /// Notes a fault of the TOML reader, unless one on the same line is noted already.
    fn syntax(&mut self, message: &str, span: Option<Range<usize>>) {
        let span = span.unwrap_or(0..0);
        let line = self.line_of(span.start);
        if self.errors.len() < MANY && self.errors.iter().all(|it| it.line != line) {
            let pointed_at = self.text.get(span.clone()).unwrap_or_default();
            let on_line = self.text.lines().nth(line - 1).unwrap_or_default();
            let syntax = Syntax::from_message(message, pointed_at, on_line);
            self.fault(span.start, "", Fault::Syntax(syntax));
        }
    }

    /// Reads the table of keys. What is wrong in it counts as not said.
    fn keys(&mut self, value: &Spanned<DeValue<'_>>, is_newer: bool, keys: &mut Keys) {
        let DeValue::Table(table) = value.get_ref() else {
            let known = format!("[{KEYS_TABLE}]");
            let fault = Fault::UnknownValue {
                nearest: None,
                known,
            };
            return self.fault(value.span().start, KEYS_TABLE, fault);
        };
        let mut places = Vec::new();
        for (name, value) in table {
            let command = REBINDABLE
                .iter()
                .position(|it| it.name == name.get_ref().as_ref());
            let key = value
                .get_ref()
                .as_str()
                .map_or(Err(NotGiven::Unknown), Key::read);
            match (command, key) {
                (Some(command), Ok(key)) => {
                    keys.give(command, key);
                    places.push((command, value.span().start));
                }
                (_, _) if is_newer => {}
                (None, _) => {
                    let names = REBINDABLE.iter().map(|it| it.name);
                    let nearest = nearest(name.get_ref(), names);
                    self.fault(
                        name.span().start,
                        name.get_ref(),
                        Fault::UnknownCommand { nearest },
                    );
                }
                (Some(_), Err(why)) => {
                    self.fault(value.span().start, name.get_ref(), Fault::NoKey(why));
                }
            }
        }
        while let Some((given, other)) = keys.clash() {
            keys.take_back(given);
            let at = places.iter().find(|it| it.0 == given).map_or(0, |it| it.1);
            let by = REBINDABLE[other].name;
            self.fault(at, REBINDABLE[given].name, Fault::TakenKey { by });
        }
    }

    fn check_format(&mut self, value: &Spanned<DeValue<'_>>) {
        if whole_number(value.get_ref()).is_none_or(|it| it < 1) {
            let known = FORMAT.to_string();
            let fault = Fault::UnknownValue {
                nearest: None,
                known,
            };
            self.fault(value.span().start, FORMAT_KEY, fault);
        }
    }
}

fn is(value: &DeValue<'_>, written: Written) -> bool {
    match (value, written) {
        (DeValue::String(it), Written::Word(word)) => it == word,
        (DeValue::Boolean(it), Written::Flag(flag)) => *it == flag,
        (_, Written::Number(number)) => whole_number(value) == Some(number),
        (_, Written::Word(_) | Written::Flag(_)) => false,
    }
}

fn whole_number(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

fn unknown_value<'c>(
    value: &DeValue<'_>,
    choices: impl Iterator<Item = &'c Choice> + Clone,
) -> Fault {
    let words = choices.clone().filter_map(|it| match it.written {
        Written::Word(word) => Some(word),
        Written::Number(_) | Written::Flag(_) => None,
    });
    let known: Vec<String> = choices.map(|it| it.written.to_string()).collect();
    Fault::UnknownValue {
        nearest: value.as_str().and_then(|it| nearest(it, words)),
        known: known.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::typeset::{Ambiguous, Counting};

    /// Checks the settings and the sentences that a text gives.
    #[track_caller]
    fn check(text: &str, settings: Settings, said: &[&str]) {
        let read = read(text);
        let sentences: Vec<String> = read.errors.iter().map(|it| it.say(Lang::En)).collect();
        assert_eq!(
            (read.settings, sentences),
            (settings, said.iter().map(|it| (*it).to_owned()).collect()),
            "{text}"
        );
    }

    fn set(settings: &[super::super::Setting]) -> Settings {
        let mut all = Settings::default();
        for it in settings {
            all.set(*it);
        }
        all
    }

    #[test]
    fn a_number_that_nothing_can_hold_is_told_and_the_rest_is_read() {
        for number in ["13333333333333333333", "1e999", "[0x8000000000000000]"] {
            let text = format!("zzz = {number}\nmouse = true\n");
            let read = read(&text);
            let at = 7 + usize::from(number.starts_with('['));
            let said =
                format!("line 1, column {at}: this number is too large; write a smaller one");
            assert_eq!(
                read.errors
                    .iter()
                    .map(|it| it.say(Lang::En))
                    .collect::<Vec<_>>(),
                [said]
            );
            assert!(!read.is_toml, "{text}");
            let mouse = set(&[super::super::Setting::Mouse(true)]);
            assert_eq!(read.settings, mouse, "{text}");
        }
    }

    #[test]
    fn every_choice_is_read_as_it_is_written() {
        for it in CHOICES {
            check(
                &format!("{} = {}\n", it.key, it.written),
                set(&[it.setting]),
                &[],
            );
            check(
                &format!("# 注\n\n{}={} # 注", it.key, it.written),
                set(&[it.setting]),
                &[],
            );
        }
        check("", Settings::default(), &[]);
        check(
            "\u{feff}mouse = true",
            set(&[super::super::Setting::Mouse(true)]),
            &[],
        );
        check(
            "ambiguous_width = 0x2",
            set(&[super::super::Setting::Width(Ambiguous::Wide)]),
            &[],
        );
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_counts() {
        let mouse = set(&[super::super::Setting::Mouse(true)]);
        check(
            "langage = \"zh\"\nmouse = true",
            mouse,
            &[
                "line 1, column 1, langage: there is no such setting; it is probably meant to be language",
            ],
        );
        check(
            "mouse = true\n\"\\u001b[2J\" = 1",
            mouse,
            &[
                "line 2, column 1, \u{1b}[2J: there is no such setting; remove the line, or use one of: language, ambiguous_width, counting, mouse, colours, theme, probes, line_mode, guide",
            ],
        );
        check(
            "counting = \"mark\"\nmouse = true",
            mouse,
            &[
                "line 1, column 12, counting: this is not known; it is probably meant to be \"marks\"",
            ],
        );
        check(
            "  ambiguous_width = 3\nmouse = true",
            mouse,
            &["line 1, column 21, ambiguous_width: write one of: 1, 2"],
        );
        check(
            "mouse = 1",
            Settings::default(),
            &["line 1, column 9, mouse: write one of: false, true"],
        );
        check(
            "mouse = tru\ncounting = \"as_word\"",
            set(&[super::super::Setting::Counting(Counting::AsWord)]),
            &[
                "line 1, column 9: this is no value: a text takes quotation marks, a number digits only, yes and no are true and false",
            ],
        );
        check(
            "mouse = true\nlanguage = “zh”",
            mouse,
            &[
                "line 2, column 12: a Chinese quotation mark, equals sign, bracket or hash stands here; type the plain ASCII one",
            ],
        );
        check(
            "mouse = true\nmouse = false",
            mouse,
            &["line 2, column 1: this key was given before; remove one of the two"],
        );
        check(
            "[mouse]\non = true",
            Settings::default(),
            &["line 1, column 1, mouse: write one of: false, true"],
        );
        check(
            "format = 0\nmouse = true",
            mouse,
            &["line 1, column 10, format: write one of: 1"],
        );
    }

    #[test]
    fn a_newer_format_is_read_as_far_as_it_is_understood() {
        let read =
            read("format = 2\nmouse = true\ncounting = \"by_ear\"\n[theme]\nname = \"dusk\"\n");
        assert_eq!(read.newer, Some(2));
        assert_eq!(read.settings, set(&[super::super::Setting::Mouse(true)]));
        assert_eq!(read.errors, []);
        assert_eq!(super::read("format = 1").newer, None);
        assert_eq!(super::read("format = 99999999999").newer, Some(u32::MAX));
    }

    #[test]
    fn of_many_faults_some_are_told() {
        for text in [
            "a=1\n".repeat(9_000),
            "a\n".repeat(9_000),
            "=".repeat(9_000),
        ] {
            let read = read(&text);
            assert!(
                (1..=MANY).contains(&read.errors.len()),
                "{}",
                read.errors.len()
            );
            assert_eq!(read.settings, Settings::default());
        }
    }

    #[test]
    fn a_long_name_is_cut_in_the_sentence() {
        let text = format!("{} = 1", "a".repeat(5_000));
        let said = read(&text).errors[0].say(Lang::En);
        assert!(said.chars().count() < 250, "{said}");
    }

    #[test]
    fn keys_are_read_and_what_is_wrong_with_them_is_told() {
        let with = |pairs: &[(&str, Key)]| {
            let mut settings = Settings::default();
            for (name, key) in pairs {
                let at = REBINDABLE.iter().position(|it| it.name == *name);
                settings.keys.give(at.unwrap(), *key);
            }
            settings
        };
        check(
            "[keys]\nfind = \"ctrl+p\"\nhelp = \"F3\"\n",
            with(&[("find", Key::Ctrl('p')), ("help", Key::F(3))]),
            &[],
        );
        // Two that change their keys with each other.
        check(
            "[keys]\nfind = \"Ctrl+G\"\nedit = \"Ctrl+F\"\n",
            with(&[("find", Key::Ctrl('g')), ("edit", Key::Ctrl('f'))]),
            &[],
        );
        check(
            "[keys]\nfind = \"Ctrl+Z\"\n",
            Settings::default(),
            &["line 2, column 8, find: this is the key of undo; give undo another key first"],
        );
        check(
            "[keys]\nfimd = \"Ctrl+P\"\n",
            Settings::default(),
            &["line 2, column 1, fimd: there is no such command; it is probably meant to be find"],
        );
        let use_one = "use Ctrl+ with one of A E F G K L O P R S U V W X Y Z, or F1 to F9";
        for (key, why) in [
            ("Tab", "this key is always needed as it is"),
            ("1", "this key is always needed as it is"),
            (
                "Ctrl+Q",
                "this key belongs to terminals, browsers or input methods",
            ),
            ("Ctrl+I", "for a terminal this is Backspace, Tab or Enter"),
            ("Ctrl+C", "this key always means the same"),
            ("x", "this key cannot be given"),
        ] {
            check(
                &format!("[keys]\nfind = \"{key}\"\n"),
                Settings::default(),
                &[&format!("line 2, column 8, find: {why}; {use_one}")],
            );
        }
        check(
            "[keys]\nfind = 3\n",
            Settings::default(),
            &[&format!(
                "line 2, column 8, find: this key cannot be given; {use_one}"
            )],
        );
        check(
            "keys = 3\n",
            Settings::default(),
            &["line 1, column 8, keys: write one of: [keys]"],
        );
    }
}
