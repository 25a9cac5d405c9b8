//! A path as people give it: typed with `~`, in quotes, or dropped on the terminal with backslashes or as `file://`.

use std::path::{Path, PathBuf};

/// Returns the path that was meant. `home` is what `~` stands for.
pub fn typed_path(typed: &str, home: Option<&Path>) -> PathBuf {
    let typed = typed.trim();
    let bare = ['\'', '"']
        .iter()
        .find_map(|it| typed.strip_prefix(*it)?.strip_suffix(*it));
    let text = match (bare, typed.strip_prefix("file://")) {
        (Some(bare), _) => match bare.strip_prefix("file://") {
            Some(address) => from_address(address),
            None => bare.to_owned(),
        },
        (None, Some(address)) => from_address(address),
        (None, None) => without_backslashes(typed),
    };
    match (text.strip_prefix('~'), home) {
        (Some(""), Some(home)) => home.to_owned(),
        (Some(rest), Some(home)) if rest.starts_with('/') => {
            home.join(rest.trim_start_matches('/'))
        }
        _ => PathBuf::from(text),
    }
}

/// A shell's backslash stands before the sign it keeps.
fn without_backslashes(text: &str) -> String {
    if cfg!(windows) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => out.extend(signs.next()),
            _ => out.push(sign),
        }
    }
    out
}

/// The path of a `file://` address, its host left out.
fn from_address(address: &str) -> String {
    let path = address.find('/').and_then(|it| address.get(it..));
    let mut bytes = Vec::new();
    let mut rest = path.unwrap_or(address).bytes();
    while let Some(byte) = rest.next() {
        let digits = (byte == b'%').then(|| {
            let mut ahead = rest.clone();
            let digits = [ahead.next()?, ahead.next()?];
            let digits = std::str::from_utf8(&digits).ok()?.to_owned();
            u8::from_str_radix(&digits, 16).ok()
        });
        if let Some(value) = digits.flatten() {
            bytes.push(value);
            let _skipped = (rest.next(), rest.next());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_taken_as_people_give_them() {
        let home = Path::new("/home/甲");
        for (typed, meant) in [
            ("/tmp/a b.docx ", "/tmp/a b.docx"),
            ("~/材料.txt", "/home/甲/材料.txt"),
            ("~", "/home/甲"),
            ("~乙/x", "~乙/x"),
            ("'/tmp/去 年.md'", "/tmp/去 年.md"),
            ("\"/tmp/去 年.md\"", "/tmp/去 年.md"),
            ("/tmp/a\\ b\\(1\\).txt", "/tmp/a b(1).txt"),
            ("file:///tmp/%E5%8E%BB%20a.txt", "/tmp/去 a.txt"),
            ("file://localhost/tmp/50%.txt", "/tmp/50%.txt"),
            ("'file:///tmp/a%20b'", "/tmp/a b"),
        ] {
            assert_eq!(
                typed_path(typed, Some(home)),
                PathBuf::from(meant),
                "{typed}"
            );
        }
    }
}
