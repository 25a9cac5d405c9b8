//! The name of the file a report is printed into. Opens no file and looks into no folder.

/// The most characters of a title that go into a name.
const CHARACTERS: usize = 80;
/// The most bytes of a name: file systems take 255, and a number may come into it (`name (9999).docx`).
const BYTES: usize = 247;
/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: &[&str] = &["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
/// Names that Windows keeps for devices with a digit behind them, the superscript ones among the digits.
const NUMBERED_DEVICES: &[&str] = &["COM", "LPT"];

/// Returns a file name for a title that every common file system takes: `title.extension`, or `otherwise` for a
/// title of which nothing is left.
pub fn file_name(title: &str, otherwise: &str, extension: &str) -> String {
    file_name_ending(title, otherwise, &format!(".{extension}"))
}

/// Returns a file name as [`file_name`] does, with this behind the title, which is cut for it if it must be. The
/// ending is ours and shorter than 100 bytes.
pub fn file_name_ending(title: &str, otherwise: &str, ending: &str) -> String {
    let most = BYTES.saturating_sub(ending.len());
    let mut stem = String::new();
    for sign in title.chars().map(harmless).take(CHARACTERS) {
        if stem.len() + sign.len_utf8() > most {
            break;
        }
        stem.push(sign);
    }
    // A name that begins with a dot is hidden, one with a hyphen looks like an option, one with a tilde like somebody's
    // home or what an office program lays beside a file; Windows drops dots and blanks at the end.
    let stem = stem.trim_start_matches(['.', '-', ' ', '~']);
    let stem = stem.trim_end_matches(|it: char| it == '.' || it.is_whitespace());
    match stem {
        "" => format!("{otherwise}{ending}"),
        _ if is_device(stem) => format!("_{stem}{ending}"),
        _ => format!("{stem}{ending}"),
    }
}

/// Returns the sign itself, or what stands for it where a name cannot hold it.
fn harmless(sign: char) -> char {
    match sign {
        '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        _ if sign.is_control() || sign.is_whitespace() => ' ',
        // Turn the reading direction, so that a name shows another extension than it has.
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}'
        // Cannot be seen, so that two names look the same.
        | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => ' ',
        // No character; some file systems refuse the whole name.
        '\u{FDD0}'..='\u{FDEF}' => '_',
        _ if u32::from(sign) & 0xFFFE == 0xFFFE => '_',
        _ => sign,
    }
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end();
    let first = first.to_ascii_uppercase();
    let is_numbered = |device: &&str| {
        let number = first
            .strip_prefix(*device)
            .map(|it| it.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some([it]) if it.is_ascii_digit() || "\u{b9}\u{b2}\u{b3}".contains(*it))
    };
    DEVICES.contains(&first.as_str()) || NUMBERED_DEVICES.iter().any(is_numbered)
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
            ("conin$", "_conin$.md"),
            ("COM\u{b9}", "_COM\u{b9}.md"),
            ("com", "com.md"),
            ("com10", "com10.md"),
            ("nul .txt", "_nul .txt.md"),
            ("~$材料", "$材料.md"),
            ("甲\u{200b}乙\u{feff}", "甲 乙.md"),
            ("甲\u{ffff}", "甲_.md"),
            ("", "k3m9x2ab.md"),
            (" .\t", "k3m9x2ab.md"),
        ] {
            assert_eq!(file_name(title, "k3m9x2ab", "md"), name, "{title:?}");
        }
    }

    const ENDINGS: &[&str] = &[".md", ".k3m9x2ab-12.docx", "-整改台账.xlsx"];

    proptest! {
        #[test]
        fn every_name_can_be_used(
            title in "(\\PC|[\\x00-\\x1F\\u{202A}-\\u{202E}\\u{FEFF}./~ -]|con|aux|LPT1|题){0,120}|.*",
            at in 0..ENDINGS.len(),
        ) {
            let ending = ENDINGS[at];
            let name = file_name_ending(&title, "k3m9x2ab", ending);
            let stem = name.strip_suffix(ending).expect("the ending");
            prop_assert!((1..=CHARACTERS + 1).contains(&stem.chars().count()));
            prop_assert!(name.len() + " (9999)".len() <= 255);
            prop_assert!(!name.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']));
            prop_assert!(!name.chars().any(char::is_control) && !name.starts_with(['.', '-', ' ', '~']));
            let turns = name.chars().any(|it| ('\u{202A}'..='\u{202E}').contains(&it));
            prop_assert!(!turns);
            prop_assert!(!stem.ends_with(['.', ' ']) && !is_device(&name));
        }
    }
}
