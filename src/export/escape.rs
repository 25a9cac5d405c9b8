//! Words a writer typed, in CommonMark: a backslash where a mark would be read as markup, and nowhere else.
//!
//! Section numbers are those of CommonMark 0.31.2. A paragraph is one line here, so what needs a line before it
//! (tables, setext underlines) cannot arise; links cannot without `[`. A `~` is no markup in CommonMark, but where
//! there are two of them most renderers strike out what stands between.
//!
//! Known limit: a renderer that makes links of bare addresses (GFM) shows the backslashes within an address.

use super::marks::{is_final, is_mark, is_word};

/// Appends the content of a heading.
pub(super) fn heading(out: &mut String, words: &str) {
    // Behind a blank, a `#` at the end would be taken for the closing sequence (4.2).
    let kept = words.trim_end_matches('#');
    let closes = kept.len() < words.len() && (kept.is_empty() || kept.ends_with(' '));
    inline(out, words, 0, closes.then(|| words.len() - 1));
}

/// Appends a paragraph whose beginning is strong.
pub(super) fn paragraph(out: &mut String, lead: &str, words: &str) {
    if lead.is_empty() {
        return inline(out, words, 0, opener(words));
    }
    let whole = format!("{lead}{words}");
    match strong_end(&whole, lead.len()) {
        Some(end) => inline(out, &whole, end, None),
        None => inline(out, &whole, 0, opener(&whole)),
    }
}

/// Returns where strong text may end: before the last marks and blanks of the lead, if every renderer sees the
/// closing `**` there. That is so if it is right-flanking (6.2): it follows a letter, or what stands behind it is a
/// mark, a blank or nothing. Whether a sign is punctuation differs between versions; what is unsure does not count.
pub(super) fn strong_end(whole: &str, lead_len: usize) -> Option<usize> {
    let (lead, _) = whole.split_at_checked(lead_len)?;
    let strong = lead.trim_end_matches(|it: char| is_final(it) || it.is_whitespace());
    let last = strong.chars().next_back()?;
    let next = whole.split_at(strong.len()).1.chars().next();
    let is_parted =
        next.is_none_or(|it| is_mark(it) || it.is_ascii_punctuation() || it.is_whitespace());
    (is_word(last) || is_parted).then_some(strong.len())
}

/// Returns the offset of the mark that would make the line something else than a paragraph.
fn opener(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let is_only = |mark: char| line.chars().all(|it| it == mark || it == ' ');
    let is_blank_at = |at: usize| matches!(line.as_bytes().get(at), None | Some(b' '));
    let is_opener = match first {
        // Quotations (5.1); headings (4.2), which many renderers also see without the space.
        '>' | '#' => true,
        // List items (5.2) and thematic breaks (4.1).
        '-' => is_blank_at(1) || is_only('-'),
        '+' => is_blank_at(1),
        // Thematic breaks; other marks for them are escaped wherever they stand.
        '_' => is_only('_'),
        // Setext underlines (4.3): harmless here, but not below another line.
        '=' => is_only('='),
        _ => false,
    };
    if is_opener {
        return Some(0);
    }
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_delimiter = matches!(line.as_bytes().get(n_digits), Some(b'.' | b')'));
    ((1..=9).contains(&n_digits) && is_delimiter && is_blank_at(n_digits + 1)).then_some(n_digits)
}

/// Appends `line`, the part before `strong_end` between asterisks, with a backslash at `opener`.
fn inline(out: &mut String, line: &str, strong_end: usize, opener: Option<usize>) {
    let strikes = line.bytes().filter(|it| *it == b'~').count() > 1;
    let (strong, plain) = line.split_at(strong_end);
    if !strong.is_empty() {
        out.push_str("**");
        signs(out, strong, "**", strikes, None);
        out.push_str("**");
    }
    signs(out, plain, "", strikes, opener);
}

/// Appends what stands between two places where markup may begin; `after` is what comes behind it.
fn signs(out: &mut String, text: &str, after: &str, strikes: bool, opener: Option<usize>) {
    let mut before = None;
    // Whether the run of underscores at hand may open emphasis.
    let mut opens = false;
    for (at, sign) in text.char_indices() {
        let (_, behind) = text.split_at(at + sign.len_utf8());
        if sign == '_' && before != Some('_') {
            opens = may_open(before, behind, after);
        }
        let is_markup = match sign {
            '\\' | '`' | '*' | '[' => true,
            '_' => opens,
            '~' => strikes,
            '<' => behind.starts_with(|it: char| it.is_ascii_alphabetic() || "/!?".contains(it)),
            '&' => is_entity(behind),
            _ => false,
        };
        if is_markup || opener == Some(at) {
            out.push('\\');
        }
        out.push(sign);
        before = Some(sign);
    }
}

/// Tells whether a run of underscores may open emphasis (6.2): not behind a word, nor before a blank. What cannot
/// be opened need not be kept from closing.
fn may_open(before: Option<char>, behind: &str, after: &str) -> bool {
    let mut next = behind.chars().chain(after.chars());
    let next = next.find(|it| *it != '_');
    !before.is_some_and(is_word) && next.is_some_and(|it| !it.is_whitespace())
}

/// Tells whether what follows an ampersand makes it the reference of a character (6.4), as far as looks go.
fn is_entity(behind: &str) -> bool {
    let name = behind.strip_prefix('#').unwrap_or(behind);
    let rest = name.trim_start_matches(|it: char| it.is_ascii_alphanumeric());
    rest.len() < name.len() && rest.starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lead: &str, words: &str, markdown: &str) {
        let mut out = String::new();
        paragraph(&mut out, lead, words);
        assert_eq!(out, markdown);
    }

    /// Nothing is escaped that is read as it stands.
    #[test]
    fn ordinary_words_stay_readable() {
        for it in [
            "2035年远景目标，(一)深入推进；（二）1.5倍、3.14",
            "1.加强学习。2)加强管理",
            "A&B公司 < 5% > 3% & 其他",
            "snake_case 二〇二一年____月____日 签名：____",
            "2021~2023年",
            "--全会精神，-5℃，+1，= 2",
            "A | B ! # C ] D",
            "https://a.cn/?a=1&b=2",
        ] {
            check("", it, it);
        }
    }

    #[test]
    fn markup_is_escaped() {
        check("", "**镇 `x` [a](b) c\\d", r"\*\*镇 \`x\` \[a](b) c\\d");
        check("", "_a_ （__）", r"\_a_ （\_\_）");
        check("", "Ⓐ_a_", r"Ⓐ\_a_");
        check("", "~~a~~", r"\~\~a\~\~");
        check("", "<b> </b> <!-- <?", r"\<b> \</b> \<!-- \<?");
        check("", "&amp; &#42; &#x2A; &;", r"\&amp; \&#42; \&#x2A; &;");
    }

    #[test]
    fn a_line_that_would_open_a_block_is_escaped() {
        check("", "# a", r"\# a");
        check("", "#话题", r"\#话题");
        check("", "> a", r"\> a");
        check("", "- a", r"\- a");
        check("", "- - -", r"\- - -");
        check("", "___", r"\___");
        check("", "+", r"\+");
        check("", "===", r"\===");
        check("", "1. a", r"1\. a");
        check("", "12)", r"12\)");
        check("", "1234567890. a", "1234567890. a");
    }

    #[test]
    fn the_lead_is_strong_where_every_renderer_sees_it() {
        check("一是学习不深。", "后文", "**一是学习不深**。后文");
        check("一是学习不深", "", "**一是学习不深**");
        check("一是讲“四风”。", "后文", "**一是讲“四风”**。后文");
        check("一是讲“四风”", "后文", "一是讲“四风”后文");
        check("一是讲“四风”", "（后文）", "**一是讲“四风”**（后文）");
        check("一是讲*镇 …", "后文", r"**一是讲\*镇** …后文");
        check("(1) Too slow.", " Text", "**(1) Too slow**. Text");
        check("一是…__。", "后文__", r"**一是…\_\_**。后文__");
        check("。", "后文", "。后文");
        check("1. ”", "a", r"1\. ”a");
    }

    #[test]
    fn a_heading_does_not_close_itself() {
        for (words, markdown) in [
            ("1. 学习 C# ##", r"1. 学习 C# #\#"),
            ("#", r"\#"),
            ("学习 C#", "学习 C#"),
        ] {
            let mut out = String::new();
            heading(&mut out, words);
            assert_eq!(out, markdown);
        }
    }
}
