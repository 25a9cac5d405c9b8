//! What must hold of every paste, and what becomes of a real report that was pasted badly.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::letters::is_han;
use super::{Cleaned, Fix, Lines, clean};

/// A real report of 6,448 marks.
const SEED: &str = include_str!("../../tests/fixtures/seed/self-analysis-2021.txt");

/// Pieces that the steps look for, and pieces that look like them.
fn pastes() -> impl Strategy<Value = String> {
    let pieces = vec![
        "学",
        "习",
        "第一时间",
        "，",
        "。",
        "（",
        "）",
        "(",
        ")",
        "fēng",
        "xue",
        "(xué)",
        "（men）",
        "(plan)",
        "(党组)",
        "wǒ",
        "e\u{304}",
        "the",
        "Plan",
        "2021",
        " ",
        "  ",
        "\t",
        "\u{A0}",
        "\u{3000}",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\u{B}",
        "\u{2028}",
        "\u{AD}",
        "\u{FEFF}",
        "\u{200B}",
        "\u{200D}",
        "\u{202E}",
        "\u{1b}",
        "\0",
        "\u{85}",
        "👨‍👩‍👧",
        "❤️",
        "葛\u{E0100}",
        "一是",
        "一、",
        "（一）",
        "-",
        ".",
        "”",
        "根据市委、县委有关文件要求，会前本人深入学习了规定的内容，为",
        "开好这次会奠定坚实的思想基础。开展了广泛的谈心谈话活动，并征",
    ];
    prop_oneof![
        8 => vec(select(pieces), 0..60).prop_map(|it| it.concat()),
        1 => any::<String>(),
    ]
}

/// Returns what no cleaning may touch: without white space, signs nobody sees, and brackets with Latin letters
/// behind a Han character. Told otherwise than the steps tell it.
fn words(text: &str) -> String {
    let signs: Vec<char> = (text.chars())
        .filter(|it| !it.is_whitespace() && !it.is_control())
        .filter(|it| !"\u{AD}\u{200C}\u{200D}\u{FEFF}\u{200B}\u{200E}\u{200F}\u{61C}\u{180E}".contains(*it))
        .filter(|it| !matches!(u32::from(*it), 0x202A..=0x202E | 0x2060..=0x206F | 0xFFF9..=0xFFFB | 0xE0000..=0xE007F))
        .collect();
    let mut words = String::new();
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        let is_behind_han = words.chars().next_back().is_some_and(is_han);
        let length = (signs.iter().skip(at + 1))
            .take_while(|it| {
                it.is_alphabetic() && **it < '\u{370}'
                    || matches!(it, '’' | '\'' | '-' | '\u{300}'..='\u{30C}')
            })
            .count();
        let is_closed = matches!(signs.get(at + 1 + length), Some(')' | '）'));
        if matches!(sign, '(' | '（') && is_behind_han && length > 0 && is_closed {
            at += length + 2;
        } else {
            words.push(*sign);
            at += 1;
        }
    }
    words
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_or_moved(raw in pastes()) {
        for lines in [Lines::One, Lines::Many] {
            let cleaned = clean(&raw, lines);
            prop_assert_eq!(words(&cleaned.text), words(&raw));
            prop_assert_eq!(words(&cleaned.as_pasted), words(&raw));
        }
    }

    #[test]
    fn nothing_is_left_that_a_terminal_would_obey(raw in pastes()) {
        let many = clean(&raw, Lines::Many);
        let is_calm = |it: char| it == '\n' || !it.is_control();
        prop_assert!(many.text.chars().all(is_calm));
        prop_assert!(many.as_pasted.chars().all(|it| it == '\t' || is_calm(it)));
        let one = clean(&raw, Lines::One);
        prop_assert!(!one.text.contains('\n') && !one.as_pasted.contains('\n'));
    }

    #[test]
    fn the_account_says_whether_something_was_done(raw in pastes()) {
        let Cleaned { text, as_pasted, fixes } = clean(&raw, Lines::Many);
        prop_assert!(fixes.iter().all(|(_, n)| *n > 0));
        prop_assert_eq!(fixes.is_empty(), text == raw);
        let is_seen = |it: &(Fix, usize)| !matches!(it.0, Fix::LineEnds | Fix::Controls);
        prop_assert_eq!(fixes.iter().any(is_seen), text != as_pasted);
    }
}

#[test]
fn a_sound_report_is_not_touched() {
    let cleaned = clean(SEED, Lines::Many);
    assert_eq!(cleaned.fixes, []);
    assert_eq!(cleaned.text, SEED);
    assert_eq!(cleaned.as_pasted, SEED);
}

#[test]
fn a_report_out_of_word_reads_as_it_did() {
    let raw = SEED.replace('\n', "\r\n");
    let cleaned = clean(&raw, Lines::Many);
    assert_eq!(cleaned.text, SEED);
    assert_eq!(cleaned.n_places(), 0);
    assert_eq!(cleaned.as_pasted, SEED);
}

/// Cuts the paragraphs of the seed after so many characters; no line begins with a closing mark.
fn cut_at(n_signs: usize, end: &str) -> String {
    let mut cut = String::new();
    for line in SEED.lines() {
        let mut n = 0;
        for sign in line.chars() {
            if n >= n_signs && !"，。、；：！？”）》".contains(sign) {
                cut.push_str(end);
                n = 0;
            }
            cut.push(sign);
            n += 1;
        }
        cut.push('\n');
    }
    cut
}

#[test]
fn a_report_out_of_a_pdf_is_whole_again() {
    for width in [20, 28, 40] {
        let cleaned = clean(&cut_at(width, "\n"), Lines::Many);
        let n_lines = cleaned.text.trim_end().lines().count();
        let n_paragraphs = SEED.trim_end().lines().count();
        let n_cut = cut_at(width, "\n").trim_end().lines().count();
        // What is left are the cuts that fell on the end of a sentence, or before an ordinal.
        assert!(
            (n_paragraphs..n_paragraphs + n_cut / 8).contains(&n_lines),
            "{width}: {n_lines} of {n_cut} lines, {n_paragraphs} paragraphs"
        );
        let without = |text: &str| text.replace('\n', "");
        assert_eq!(without(&cleaned.text), without(SEED));
        assert_eq!(cleaned.as_pasted, cut_at(width, "\n"));
    }
}

#[test]
fn a_report_joined_with_blanks_is_whole_again() {
    let raw = cut_at(28, " ");
    let cleaned = clean(&raw, Lines::Many);
    assert!(raw.len() - SEED.len() > 150);
    let n_left = cleaned.text.len() - SEED.len();
    // Blanks beside digits and Latin words are left: they could be the writer's.
    assert!(n_left * 20 < raw.len() - SEED.len(), "{n_left} blanks left");
}

#[test]
fn a_report_with_pinyin_is_readable_again() {
    let tones = ["fēng", "xué", "zhōng", "guó", "de"];
    let mut raw = String::new();
    let mut n_syllables = 0;
    for (at, sign) in SEED.chars().enumerate() {
        raw.push(sign);
        if is_han(sign) && at % 7 == 0 {
            raw.extend(["(", tones[at % tones.len()], ")"]);
            n_syllables += 1;
        }
    }
    let cleaned = clean(&raw, Lines::Many);
    assert_eq!(cleaned.fixes, [(Fix::Pinyin, n_syllables)]);
    assert_eq!(cleaned.text, SEED);
}

#[test]
fn a_heading_takes_one_line() {
    let cleaned = clean("在带头强化政治忠诚、\r\n提高政治能力方面\t\r\n", Lines::One);
    assert_eq!(cleaned.text, "在带头强化政治忠诚、 提高政治能力方面");
    assert_eq!(cleaned.fixes.last(), Some(&(Fix::Flattened, 1)));
}
