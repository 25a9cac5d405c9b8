//! Names of files made from titles, safe on every system.

/// Characters of a title that go into a name: with the extension, well below the 255 bytes of most systems.
const LONGEST: usize = 80;

/// Names that Windows keeps for devices, with or without extension.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul"];

/// Returns the name of a file for a title: without the signs `\ / : * ? " < > |` and control characters that
/// some system refuses, without blanks or dots at its ends, at most 80 characters and the extension, never empty.
pub fn file_name(title: &str, extension: &str) -> String {
    let is_fit = |it: &char| {
        !it.is_control() && !matches!(it, '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
    };
    let kept: String = title.chars().filter(is_fit).take(LONGEST).collect();
    let name = kept.trim_matches(|it: char| it == '.' || it.is_whitespace());
    let lower = name.to_lowercase();
    let is_device = RESERVED.contains(&lower.as_str())
        || lower
            .strip_prefix("com")
            .or(lower.strip_prefix("lpt"))
            .is_some_and(|it| it.len() == 1 && it.chars().all(|it| it.is_ascii_digit()));
    match name {
        "" => format!("report.{extension}"),
        _ if is_device => format!("{name}-report.{extension}"),
        _ => format!("{name}.{extension}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe() {
        for (title, name) in [
            ("2025年度对照检查材料", "2025年度对照检查材料.md"),
            ("a/b\\c:d*e?f\"g<h>i|j", "abcdefghij.md"),
            (" ..隐藏. ", "隐藏.md"),
            ("\u{1b}[31m红", "[31m红.md"),
            ("", "report.md"),
            ("...", "report.md"),
            ("CON", "CON-report.md"),
            ("lpt1", "lpt1-report.md"),
            ("comb", "comb.md"),
        ] {
            assert_eq!(file_name(title, "md"), name, "{title:?}");
        }
        assert_eq!(file_name(&"长".repeat(300), "md").chars().count(), 83);
    }
}
