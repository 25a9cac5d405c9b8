//! Texts for the tests of this layer. Not part of the program.

use proptest::prelude::*;

/// A real report of 6,448 marks.
pub(super) const SEED: &str = include_str!("../../tests/fixtures/seed/self-analysis-2021.txt");

/// Signs that are hard for somebody: for the width, for the clusters, for line breaking or for the caret.
const HARD: &[&str] = &[
    "，",
    "。",
    "、",
    "；",
    "：",
    "！",
    "？",
    "”",
    "’",
    "）",
    "》",
    "」",
    "』",
    "】",
    "〕",
    "…",
    "……",
    "—",
    "——",
    "–",
    "·",
    "～",
    "％",
    "℃",
    "（",
    "“",
    "‘",
    "《",
    "「",
    "『",
    "【",
    "〔",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    ",",
    ".",
    ";",
    ":",
    "!",
    "?",
    "%",
    "$",
    "￥",
    "¥",
    "-",
    "/",
    " ",
    "  ",
    "\t",
    "\u{3000}",
    "\u{A0}",
    "a",
    "bc",
    "don’t",
    "1",
    "1,240",
    "3.14",
    "2035年",
    "①",
    "ゃ",
    "ー",
    "々",
    "〇",
    "字",
    "节",
    "学用",
    "𠮷",
    "e\u{301}",
    "葛\u{E0100}",
    "👨‍👩‍👧",
    "🇨🇳",
    "❤\u{FE0F}",
    "한",
    "ภ",
    "क्ष",
    "\u{200D}",
    "\u{301}",
    "\u{7}",
    "\u{1B}",
    "\u{202E}",
    "\u{FEFF}",
    "\r",
    "\u{2060}",
];

/// Generates texts of several paragraphs that mix Han, punctuation, Latin, digits, emoji and what should not occur.
pub(super) fn mixed() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        6 => "[一-龥]{1,4}".prop_map(|it| it),
        8 => prop::sample::select(HARD).prop_map(str::to_owned),
        1 => Just("\n".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(sign, 0..60).prop_map(|it| it.concat())
}

/// Signs that never start a row.
pub(super) const NOT_AT_START: &[char] = &[
    '、', '，', '。', '．', '：', '；', '！', '？', '）', '】', '》', '」', '』', '”', '’', '〉',
    '〕', '］', '｝', '…', '—', '–', '·', '～', '％', '‰', '℃', ',', '.', ';', ':', '!', '?', ')',
    ']', '}', '%', '々', 'ゃ',
];

/// Signs that never end a row.
pub(super) const NOT_AT_END: &[char] = &[
    '（', '【', '《', '「', '『', '“', '‘', '〈', '〔', '［', '｛', '(', '[', '{',
];

/// Generates texts that are mostly marks which forbid a break on one side.
pub(super) fn adversarial() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => prop::sample::select(NOT_AT_START).prop_map(String::from),
        4 => prop::sample::select(NOT_AT_END).prop_map(String::from),
        1 => Just("——".to_owned()),
        1 => Just("……".to_owned()),
        6 => "[一-龥]".prop_map(|it| it),
        1 => "[ \n]".prop_map(|it| it),
    ];
    prop::collection::vec(sign, 0..50).prop_map(|it| it.concat())
}

/// Generates ordinary Chinese: no clause shorter than two characters.
pub(super) fn plain() -> impl Strategy<Value = String> {
    prop::collection::vec("[一-龥]{2,9}[，。、；\n]", 0..12).prop_map(|it| it.concat())
}
