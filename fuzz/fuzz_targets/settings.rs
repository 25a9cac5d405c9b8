//! A settings file that holds anything. The first byte picks the setting that is changed.
//!
//! Reading never fails and points into the text; a text that is TOML takes the change, keeps every other setting and
//! every comment, and takes the same change a second time without any.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pouxi::locale::Lang;
use pouxi::settings::{CHOICES, fresh, read, with};

fn comments(text: &str) -> usize {
    text.lines().filter(|it| it.trim_start().starts_with('#')).count()
}

fuzz_target!(|bytes: &[u8]| {
    let Some((pick, text)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let setting = CHOICES[usize::from(*pick) % CHOICES.len()].setting;
    let before = read(text);
    let n_lines = text.split('\n').count();
    for error in &before.errors {
        assert!((1..=n_lines).contains(&error.line) && error.column >= 1);
        assert!(!error.say(Lang::Zh).is_empty() && !error.say(Lang::En).is_empty());
    }
    let mut settings = before.settings;
    settings.set(setting);
    assert_eq!(read(&fresh(settings)).settings, settings);
    let after = with(text, setting);
    assert_eq!(after.is_some(), before.is_toml);
    let Some(after) = after else { return };
    let read_again = read(&after);
    assert!(read_again.is_toml, "{after}");
    assert_eq!(read_again.settings, settings, "{after}");
    assert_eq!(read_again.newer, before.newer, "{after}");
    assert!(comments(&after) >= comments(text), "{after}");
    assert_eq!(with(&after, setting).as_deref(), Some(after.as_str()), "nothing is left to change");
});
