//! Bytes into characters: which encoding a Chinese text most likely has, and how sure that is.
//!
//! A mark at the start decides. Without one, UTF-8 proves itself; what is left is told apart by which pairs of
//! bytes common characters have: GB18030, Big5, UTF-16, and the Western one that Word's quotes come in. No tables:
//! the ranges of the standards say enough. Nothing is refused; what has no character becomes U+FFFD.

use encoding_rs::{BIG5, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, and how it was read.
pub(super) struct Decoded {
    /// The characters.
    pub(super) text: String,
    /// The name of the encoding.
    pub(super) encoding: &'static str,
    /// Whether another reading was nearly as likely, or the encoding is one that few files have.
    pub(super) is_guess: bool,
}

/// How many bytes are looked at where the whole is not needed.
const SAMPLE: usize = 1 << 16;

/// Reads bytes as characters.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, is_guess) = encoding_of(bytes);
    // Takes the mark at the start away if it is one of this encoding.
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        is_guess,
    }
}

/// Tells whether bytes are UTF-16, with or without a mark.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    let (encoding, _) = encoding_of(bytes);
    encoding == UTF_16LE || encoding == UTF_16BE
}

fn encoding_of(bytes: &[u8]) -> (&'static encoding_rs::Encoding, bool) {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    if is_utf8 && !bytes.contains(&0) {
        return (UTF_8, false);
    }
    if let Some(encoding) = utf16(bytes) {
        return (encoding, false);
    }
    if is_utf8 || is_damaged_utf8(bytes) {
        return (UTF_8, false);
    }
    if is_western(bytes) {
        return (WINDOWS_1252, true);
    }
    let (gb, big5) = (Pairs::gb18030(bytes), Pairs::big5(bytes));
    let may_be_big5 = big5.bad == 0 && big5.share() >= 0.9;
    if may_be_big5 && big5.share() > gb.share() + 0.2 {
        (BIG5, true)
    } else {
        (GB18030, may_be_big5 || gb.share() < 0.75)
    }
}

/// Returns the order of bytes of a UTF-16 text without a mark: nearly every pair is a common character in one
/// order, and few are in the other.
fn utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let (pairs, _) = bytes.get(..SAMPLE).unwrap_or(bytes).as_chunks::<2>();
    let common = |unit: fn([u8; 2]) -> u16| {
        let n_common = pairs.iter().filter(|it| is_common_unit(unit(**it))).count();
        share(n_common, pairs.len())
    };
    let (little, big) = (common(u16::from_le_bytes), common(u16::from_be_bytes));
    if little >= 0.9 && little > big + 0.2 {
        Some(UTF_16LE)
    } else if big >= 0.9 && big > little + 0.2 {
        Some(UTF_16BE)
    } else {
        None
    }
}

const fn is_common_unit(unit: u16) -> bool {
    matches!(
        unit,
        0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0x2010..=0x2027 | 0x2460..=0x2473 | 0x3000..=0x303F | 0x4E00..=0x9FA5
            | 0xFF00..=0xFF5E
    )
}

/// Tells whether bytes are UTF-8 with a few wrong ones, as a cut file has at its end.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut n_good, mut n_bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_good += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        n_bad += chunk.invalid().len();
    }
    n_good >= 10 * n_bad
}

/// Tells whether the bytes above ASCII stand alone, as accents and Word's quotes do in Western text, and not in
/// pairs.
fn is_western(bytes: &[u8]) -> bool {
    let (mut n_runs, mut n_single) = (0, 0);
    for run in bytes.chunk_by(|a, b| a.is_ascii() == b.is_ascii()) {
        if run.first().is_some_and(|it| !it.is_ascii()) {
            n_runs += 1;
            n_single += usize::from(run.len() == 1);
        }
    }
    share(n_single, n_runs) >= 0.9
}

/// The pairs of bytes in a text, read by one encoding.
struct Pairs {
    paired: usize,
    /// Pairs that stand for characters in daily use.
    common: usize,
    /// Bytes that begin no character.
    bad: usize,
}

impl Pairs {
    /// Daily use: the signs and the first level of GB 2312, that is of simplified Chinese.
    fn gb18030(bytes: &[u8]) -> Self {
        Self::new(
            bytes,
            |lead, trail| (0x81..=0xFE).contains(&lead) && (0x40..=0xFE).contains(&trail),
            |lead, trail| matches!(lead, 0xA1..=0xA3 | 0xB0..=0xD7) && trail >= 0xA1,
        )
    }

    /// Daily use: the signs and the first level.
    fn big5(bytes: &[u8]) -> Self {
        Self::new(
            bytes,
            |lead, trail| {
                (0xA1..=0xF9).contains(&lead) && matches!(trail, 0x40..=0x7E | 0xA1..=0xFE)
            },
            |lead, _| (0xA1..=0xC6).contains(&lead),
        )
    }

    fn new(bytes: &[u8], is_pair: fn(u8, u8) -> bool, is_common: fn(u8, u8) -> bool) -> Self {
        let mut pairs = Self {
            paired: 0,
            common: 0,
            bad: 0,
        };
        let mut rest = bytes.iter().copied();
        while let Some(lead) = rest.next() {
            if lead.is_ascii() {
                continue;
            }
            match rest.clone().next() {
                Some(trail) if is_pair(lead, trail) => {
                    rest.next();
                    pairs.paired += 1;
                    pairs.common += usize::from(is_common(lead, trail));
                }
                _ => pairs.bad += 1,
            }
        }
        pairs
    }

    fn share(&self) -> f64 {
        share(self.common, self.paired + self.bad)
    }
}

/// Returns a part of a whole, from 0 to 1; nothing of nothing is 0.
#[expect(
    clippy::cast_precision_loss,
    reason = "a share of more than 2^52 bytes may be off by a little"
)]
pub(super) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Tells whether a text was once read in the wrong encoding and saved like that: written down in the encoding it
/// was mistaken for, its bytes are Chinese in another one. Looks at the beginning of the text only.
pub(super) fn is_mojibake(text: &str) -> bool {
    let sample: String = text
        .chars()
        .filter(|it| !it.is_ascii())
        .take(SAMPLE / 4)
        .collect();
    if sample.contains("锟斤拷") || sample.contains("烫烫烫") {
        return true;
    }
    let (as_gb, _, _) = GB18030.encode(&sample);
    let (as_western, _, _) = WINDOWS_1252.encode(&sample);
    is_chinese_utf8(&as_gb) || is_chinese_utf8(&as_western) || is_chinese_gb(&as_western)
}

/// Tells whether bytes are UTF-8, but for a few, and most of the characters Chinese.
fn is_chinese_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let (mut n_all, mut n_chinese, mut n_bad) = (0, 0, 0);
    for it in text.chars().filter(|it| !it.is_ascii()) {
        n_all += 1;
        n_chinese += usize::from(
            matches!(it, '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FF5E}' | '“' | '”'),
        );
        n_bad += usize::from(it == char::REPLACEMENT_CHARACTER);
    }
    n_all >= 4 && share(n_chinese, n_all) > 0.7 && share(n_bad, n_all) < 0.2
}

/// Tells whether bytes are pairs of GB 2312 in daily use, but for a few.
fn is_chinese_gb(bytes: &[u8]) -> bool {
    let pairs = Pairs::gb18030(bytes);
    pairs.paired >= 8 && pairs.share() > 0.95
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIMPLIFIED: &str =
        "一、存在的主要问题\r\n（一）学习不够深入。一是“学用脱节”，对新理论理解不深；";
    const TRADITIONAL: &str =
        "一、存在的主要問題\r\n（一）學習不夠深入。一是對新理論理解不深，聯繫實際不緊密；";

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: &str, is_guess: bool) {
        let decoded = decode(bytes);
        assert_eq!(decoded.text, text);
        assert_eq!((decoded.encoding, decoded.is_guess), (encoding, is_guess));
    }

    fn utf16_bytes(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn a_mark_at_the_start_decides_and_goes() {
        check(b"\xEF\xBB\xBF\xE5\xAD\xA6", "学", "UTF-8", false);
        let marked = format!("\u{FEFF}{SIMPLIFIED}");
        check(
            &utf16_bytes(&marked, u16::to_le_bytes),
            SIMPLIFIED,
            "UTF-16LE",
            false,
        );
        check(
            &utf16_bytes(&marked, u16::to_be_bytes),
            SIMPLIFIED,
            "UTF-16BE",
            false,
        );
    }

    #[test]
    fn without_a_mark_the_bytes_decide() {
        check(SIMPLIFIED.as_bytes(), SIMPLIFIED, "UTF-8", false);
        for text in [SIMPLIFIED, TRADITIONAL, "Problem 1: too slow.\n学"] {
            check(
                &utf16_bytes(text, u16::to_le_bytes),
                text,
                "UTF-16LE",
                false,
            );
            check(
                &utf16_bytes(text, u16::to_be_bytes),
                text,
                "UTF-16BE",
                false,
            );
        }
        for text in [SIMPLIFIED, "学习不够", "㐀 𠮷 学习笔记", "一、"] {
            let decoded = decode(&GB18030.encode(text).0);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, "gb18030"));
        }
        assert!(!decode(&GB18030.encode(SIMPLIFIED).0).is_guess);
        check(&BIG5.encode(TRADITIONAL).0, TRADITIONAL, "Big5", true);
    }

    #[test]
    fn traditional_script_in_gbk_is_read_and_doubted() {
        check(&GB18030.encode(TRADITIONAL).0, TRADITIONAL, "gb18030", true);
    }

    #[test]
    fn quotes_of_western_word_do_not_eat_letters() {
        check(
            b"It\x92s \x93late\x94, and caf\xE9.",
            "It’s “late”, and café.",
            "windows-1252",
            true,
        );
    }

    #[test]
    fn a_cut_text_is_still_utf8() {
        let cut = &SIMPLIFIED.as_bytes()[..SIMPLIFIED.len() - 1];
        let decoded = decode(cut);
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.text.ends_with("不深\u{FFFD}"));
    }

    #[test]
    fn a_text_once_read_wrongly_is_known() {
        let wrong = |bytes: &[u8], encoding: &'static encoding_rs::Encoding| {
            encoding.decode_without_bom_handling(bytes).0.into_owned()
        };
        let gb = GB18030.encode(SIMPLIFIED).0;
        for text in [
            wrong(SIMPLIFIED.as_bytes(), GB18030),
            wrong(SIMPLIFIED.as_bytes(), WINDOWS_1252),
            wrong(&gb, WINDOWS_1252),
            "学习锟斤拷".to_owned(),
        ] {
            assert!(is_mojibake(&text), "{text}");
        }
        for text in [
            SIMPLIFIED,
            TRADITIONAL,
            "café naïve ÀÖ",
            "",
            "“学”",
            "①②③④⑤⑥⑦⑧",
        ] {
            assert!(!is_mojibake(text), "{text}");
        }
    }
}
