//! Reports of some 6,000 字 in a folder, every twentieth with a passage of the one before it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const SEED: &str = include_str!("../../tests/fixtures/seed.txt");

/// Writes reports. Returns how many bytes they are.
pub(crate) fn write(folder: &Path, numbers: std::ops::Range<u32>) -> usize {
    let mut bytes = 0;
    for number in numbers {
        let text = report(number);
        bytes += text.len();
        fs::write(folder.join(format!("{number:05}.txt")), text).expect("there is room");
    }
    bytes
}

/// Makes a report: the headings of the seed, and sentences of its words in an order of their own.
fn report(number: u32) -> String {
    let own = sentences(number, 100);
    let mut own = own.chunks(10);
    // Some 500 of 6,000 字 are those of the report before.
    let copied = if number % 20 == 19 {
        sentences(number - 1, 10).concat()
    } else {
        String::new()
    };
    let mut next = || own.next().map(<[String]>::concat).unwrap_or_default();
    let mut text = format!("{number}年度个人剖析材料\n{}\n一、存在的主要问题\n", next());
    for (dimension, ordinal) in ["一", "二", "三"].iter().enumerate() {
        let _written = writeln!(text, "（{ordinal}）第{dimension}个方面");
        let _written = writeln!(text, "一是做得不够。{}", next());
        let _written = writeln!(
            text,
            "二是想得不够。{}{}",
            next(),
            if dimension == 0 { &copied } else { "" }
        );
    }
    let _written = writeln!(text, "二、原因剖析\n一是学得不够。{}", next());
    let _written = writeln!(
        text,
        "三、整改措施\n一是多学。{}\n二是多做。{}",
        next(),
        next()
    );
    text
}

/// Makes sentences of 60 字 that no other number gives.
fn sentences(number: u32, n: usize) -> Vec<String> {
    let words: Vec<char> = SEED.chars().filter(|it| it.is_alphabetic()).collect();
    let mut state = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut any = |most: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % most
    };
    let mut sentence = || {
        let mut text = String::new();
        for part in 0..20 {
            let at = any(words.len() - 3);
            text.extend(&words[at..at + 3]);
            if part == 9 {
                text.push('，');
            }
        }
        text + "。"
    };
    (0..n).map(|_| sentence()).collect()
}
