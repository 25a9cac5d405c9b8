//! The name of the file a report is printed into. Opens no file and looks into no folder.

/// The most characters of a title that go into a name.
const CHARACTERS: usize = 80;
/// The most bytes: with number and extension it stays under the 255 that file systems take.
const BYTES: usize = 230;
/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: &[&str] = &["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

/// Returns a file name for a title that every common file system takes: `title.extension`, or `otherwise` for a
/// title of which nothing is left.
pub fn file_name(title: &str, otherwise: &str, extension: &str) -> String {
    let mut stem = String::new();
    for sign in title.chars().map(harmless).take(CHARACTERS) {
        if stem.len() + sign.len_utf8() > BYTES {
            break;
        }
        stem.push(sign);
    }
    // A name that begins with a dot is hidden, one with a hyphen looks like an option; Windows drops ends.
    let stem = stem.trim_start_matches(['.', '-', ' ']);
    let stem = stem.trim_end_matches(|it: char| it == '.' || it.is_whitespace());
    match stem {
        "" => format!("{otherwise}.{extension}"),
        _ if is_device(stem) => format!("_{stem}.{extension}"),
        _ => format!("{stem}.{extension}"),
    }
}

/// Returns the sign itself, or what stands for it where a name cannot hold it.
fn harmless(sign: char) -> char {
    match sign {
        '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        _ if sign.is_control() || sign.is_whitespace() => ' ',
        // Turn the reading direction, so that a name shows another extension than it has.
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            ' '
        }
        _ => sign,
    }
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end();
    let first = first.to_ascii_uppercase();
    DEVICES.iter().any(|device| {
        let number = first.strip_prefix(device);
        number
            .is_some_and(|it| it.is_empty() || (it.len() == 1 && it.as_bytes()[0].is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_title_becomes_a_name() {
        for (title, name) in [
            (
                "2025年度民主生活会个人对照检查材料",
                "2025年度民主生活会个人对照检查材料.md",
            ),
            (
                "一/二\\三:四*五?六\"七<八>九|十",
                "一_二_三_四_五_六_七_八_九_十.md",
            ),
            ("甲\u{1b}[31m\n乙\u{202e}", "甲 [31m 乙.md"),
            ("../../etc/passwd", "_.._etc_passwd.md"),
            ("-rf", "rf.md"),
            ("材料. . ", "材料.md"),
            ("con", "_con.md"),
            ("Lpt1.txt", "_Lpt1.txt.md"),
            ("console", "console.md"),
            ("", "k3m9x2ab.md"),
            (" .\t", "k3m9x2ab.md"),
        ] {
            assert_eq!(file_name(title, "k3m9x2ab", "md"), name, "{title:?}");
        }
    }

    proptest! {
        #[test]
        fn every_name_can_be_used(title in any::<String>()) {
            let name = file_name(&title, "k3m9x2ab", "md");
            let stem = name.strip_suffix(".md").expect("the extension");
            prop_assert!((1..=CHARACTERS + 1).contains(&stem.chars().count()) && name.len() <= 255);
            prop_assert!(!name.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']));
            prop_assert!(!name.chars().any(char::is_control) && !name.starts_with(['.', '-', ' ']));
            prop_assert!(!stem.ends_with(['.', ' ']) && !is_device(&name));
        }
    }
}
