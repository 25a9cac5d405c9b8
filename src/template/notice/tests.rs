//! Notices of many shapes, each with what must be read in it.

use proptest::prelude::*;

use super::reading::{Doubt, Part, What};
use super::{Reading, read};
use crate::locale::Lang;
use crate::template::model::Length;
use crate::template::{check, to_toml};

/// What must be read in a notice of `tests/fixtures/notices`.
struct Golden {
    text: &'static str,
    year: Option<u16>,
    occasion: &'static str,
    length: Option<(Option<u32>, Option<u32>)>,
    /// The titles, each with its line.
    dimensions: &'static [(usize, &'static str)],
    parts: &'static [Part],
    doubts: &'static [Doubt],
}

macro_rules! notice {
    ($name:literal) => {
        include_str!(concat!("../../../tests/fixtures/notices/", $name, ".txt"))
    };
}

const LEADS_2025: [&str; 5] = [
    "带头强化政治忠诚、提高政治能力",
    "带头固本培元、增强党性",
    "带头敬畏人民、敬畏组织、敬畏法纪",
    "带头干事创业、担当作为",
    "带头坚决扛起管党治党责任",
];

const GOLDEN: &[Golden] = &[
    Golden {
        text: notice!("01-leads-in-one-sentence"),
        year: Some(2025),
        occasion: "民主生活会",
        length: Some((Some(2500), Some(3500))),
        dimensions: &[
            (8, LEADS_2025[0]),
            (8, LEADS_2025[1]),
            (8, LEADS_2025[2]),
            (8, LEADS_2025[3]),
            (8, LEADS_2025[4]),
        ],
        parts: &Part::ALL,
        doubts: &[],
    },
    Golden {
        text: notice!("02-numbered-is"),
        year: Some(2024),
        occasion: "组织生活会",
        length: Some((Some(1500), None)),
        dimensions: &[
            (3, "学习贯彻党的创新理论方面"),
            (3, "党性修养提高方面"),
            (3, "联系服务群众方面"),
            (3, "发挥先锋模范作用方面"),
        ],
        parts: &[],
        doubts: &[],
    },
    Golden {
        text: notice!("03-numbered-brackets"),
        year: Some(2025),
        occasion: "组织生活会",
        length: Some((None, Some(3000))),
        dimensions: &[
            (5, "政治纪律方面"),
            (6, "组织纪律方面"),
            (7, "廉洁纪律方面"),
            (8, "群众纪律方面"),
            (9, "工作纪律方面"),
            (10, "生活纪律方面"),
        ],
        parts: &[Part::Causes, Part::Measures],
        doubts: &[Doubt::OtherLength { line: 17 }],
    },
    Golden {
        text: notice!("04-comma-list"),
        year: Some(2022),
        occasion: "组织生活会",
        length: Some((Some(2000), None)),
        dimensions: &[
            (3, "政治信仰"),
            (3, "党员意识"),
            (3, "理论学习"),
            (3, "能力本领"),
            (3, "作用发挥"),
            (3, "纪律作风"),
        ],
        parts: &[],
        doubts: &[],
    },
    Golden {
        text: notice!("05-semicolons"),
        year: Some(2023),
        occasion: "民主生活会",
        length: None,
        dimensions: &[
            (3, "理论学习"),
            (3, "政治素质"),
            (3, "能力本领"),
            (3, "担当作为"),
            (3, "工作作风"),
            (3, "廉洁自律"),
        ],
        parts: &[Part::FollowUp, Part::Case],
        doubts: &[],
    },
    Golden {
        text: notice!("06-quoted"),
        year: Some(2021),
        occasion: "组织生活会",
        length: None,
        dimensions: &[
            (2, "习近平总书记号召和要求"),
            (2, "新时代合格党员标准"),
            (2, "入党誓词"),
            (2, "革命先辈和先进典型"),
        ],
        parts: &[Part::Causes],
        doubts: &[],
    },
    Golden {
        text: notice!("07-arabic"),
        year: None,
        occasion: "述职",
        length: Some((None, Some(3000))),
        dimensions: &[
            (4, "履行职责方面"),
            (5, "学习提高方面"),
            (6, "协作沟通方面"),
            (7, "作风纪律方面"),
        ],
        parts: &[Part::Measures],
        doubts: &[],
    },
    Golden {
        text: notice!("08-long-titles"),
        year: Some(2020),
        occasion: "民主生活会",
        length: None,
        dimensions: &[
            (
                4,
                "在学懂弄通做实习近平新时代中国特色社会主义思想，把握正确政治方向，提高政治能力，增强“四个意识”、坚定“四个自信”、做到“两个维护”方面",
            ),
            (
                5,
                "在坚持和加强党的全面领导，充分发挥各级党组织的政治功能，团结带领人民群众不折不扣贯彻落实党中央决策部署方面",
            ),
            (6, "履职尽责，担当作为，着力破解突出矛盾和问题方面"),
            (7, "学习贯彻党的十九届五中全会精神方面"),
            (8, "落实全面从严治党责任方面"),
        ],
        parts: &[Part::FollowUp],
        doubts: &[],
    },
    Golden {
        text: notice!("09-conflicting-count"),
        year: Some(2024),
        occasion: "民主生活会",
        length: Some((Some(3000), Some(4000))),
        dimensions: &[
            (3, "带头严守政治纪律和政治规矩，维护党的团结统一"),
            (4, "带头增强党性、严守纪律、砥砺作风"),
            (5, "带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新"),
            (6, "带头履行全面从严治党政治责任"),
        ],
        parts: &[],
        doubts: &[
            Doubt::OtherLength { line: 7 },
            Doubt::CountDiffers { said: 5, found: 4 },
        ],
    },
    Golden {
        text: notice!("10-no-dimensions"),
        year: Some(2025),
        occasion: "民主生活会",
        length: None,
        dimensions: &[],
        parts: &[],
        doubts: &[Doubt::NoDimensions],
    },
    Golden {
        text: notice!("11-one-line"),
        year: Some(2025),
        occasion: "组织生活会",
        length: Some((Some(2000), Some(3000))),
        dimensions: &[
            (1, "创新理论"),
            (1, "党性修养"),
            (1, "联系服务群众"),
            (1, "先锋模范"),
            (1, "作风建设"),
            (1, "廉洁自律"),
        ],
        parts: &[Part::Statement, Part::Causes, Part::Measures],
        doubts: &[],
    },
    Golden {
        text: notice!("12-full-width-crlf"),
        year: Some(2025),
        occasion: "组织生活会",
        length: None,
        dimensions: &[
            (5, "理论学习方面"),
            (6, "联系群众方面"),
            (7, "履行职责方面"),
        ],
        parts: &[Part::FollowUp],
        doubts: &[],
    },
    Golden {
        text: notice!("13-two-lists"),
        year: Some(2025),
        occasion: "民主生活会",
        length: Some((None, Some(3500))),
        dimensions: &[
            (8, LEADS_2025[0]),
            (9, LEADS_2025[1]),
            (10, LEADS_2025[2]),
            (11, LEADS_2025[3]),
            (12, LEADS_2025[4]),
        ],
        parts: &[],
        doubts: &[Doubt::OtherList {
            line: 4,
            n_items: 3,
        }],
    },
    Golden {
        text: notice!("14-parts-as-list"),
        year: Some(2025),
        occasion: "民主生活会",
        length: None,
        dimensions: &[
            (5, "带头强化政治忠诚"),
            (5, "带头增强党性"),
            (5, "带头担当作为"),
        ],
        parts: &[
            Part::FollowUp,
            Part::Statement,
            Part::Causes,
            Part::Measures,
        ],
        doubts: &[],
    },
];

fn lines_and_titles(reading: &Reading) -> Vec<(usize, &str)> {
    (reading.reads.iter())
        .filter_map(|it| match &it.what {
            What::Dimension { title, .. } => Some((it.line, title.as_str())),
            _ => None,
        })
        .collect()
}

#[test]
fn every_notice_is_read_as_a_person_reads_it() {
    assert!(GOLDEN.len() >= 12);
    for it in GOLDEN {
        let reading = read(it.text);
        let first = it.text.lines().next().unwrap_or_default();
        assert_eq!(lines_and_titles(&reading), it.dimensions, "{first}");
        assert_eq!(reading.year(), it.year, "{first}");
        assert_eq!(
            reading.occasion().unwrap_or_default(),
            it.occasion,
            "{first}"
        );
        let length = reading.length().map(|it| (it.min, it.max));
        assert_eq!(length, it.length, "{first}");
        let parts: Vec<Part> = Part::ALL
            .into_iter()
            .filter(|it| reading.part(*it).is_some())
            .collect();
        assert_eq!(parts, it.parts, "{first}");
        let mut doubts = reading.doubts.clone();
        doubts.retain(|it| *it != Doubt::NoYear);
        assert_eq!(doubts, it.doubts, "{first}");
        assert_eq!(reading.doubts.contains(&Doubt::NoYear), it.year.is_none());
    }
}

#[test]
fn a_notice_becomes_the_template_it_asks_for() {
    let reading = read(GOLDEN[0].text);
    let template = reading.to_template("mzsh-2025-own");
    assert_eq!(
        template.title_for(2025),
        "2025年度民主生活会个人对照检查材料"
    );
    assert_eq!(template.source, "通知：关于开好2025年度民主生活会的通知");
    assert_eq!(
        template.length,
        Some(Length {
            min: Some(2500),
            max: Some(3500)
        })
    );
    let sections: Vec<(&str, bool)> = template
        .sections
        .iter()
        .map(|it| (it.title.as_str(), it.required))
        .collect();
    assert_eq!(
        sections,
        [
            ("", true),
            ("上年度民主生活会查摆问题整改情况", true),
            ("存在的主要问题", true),
            ("典型案例剖析", true),
            ("产生问题的原因分析", true),
            ("努力方向和改进措施", true),
            ("", false),
        ]
    );
    let last = template.dimensions.last().expect("six");
    assert_eq!(
        (last.title.as_str(), last.statement),
        ("需要说明的事项", true)
    );
    assert_eq!(template.dimensions[0].short_title, "强化政治忠诚");
    assert_eq!(template.note, None);

    // What the notice does not mention is there, and need not be written.
    let template = read(GOLDEN[1].text).to_template("zzsh-2024-own");
    assert_eq!(
        template.dimensions[0].prompt.guide,
        "重点看学了多少、用了多少"
    );
    let causes = template
        .sections
        .iter()
        .find(|it| it.title.contains("原因"));
    assert_eq!(causes.map(|it| it.required), Some(false));
    assert_eq!(
        template.note.as_deref(),
        Some("通知没有提到原因、措施，按通常的写法列上，可以不写。")
    );
    // Headings in the notice's own words.
    let template = read(GOLDEN[13].text).to_template("own");
    let titles: Vec<&str> = template
        .sections
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "",
            "上年度民主生活会整改情况",
            "存在的主要问题",
            "产生问题的原因",
            "努力方向",
            ""
        ]
    );
    assert_eq!(
        template.dimensions.last().map(|it| it.title.as_str()),
        Some("个人有关事项的说明")
    );
}

#[test]
fn what_was_not_understood_is_told() {
    let reading = read(GOLDEN[0].text);
    let lines: Vec<usize> = reading.not_understood().map(|(n, _)| *n).collect();
    assert_eq!(lines, [3, 4, 5, 6, 7, 10, 11]);
    for it in GOLDEN {
        for lang in [Lang::Zh, Lang::En] {
            let doubts = super::messages::doubts(lang, &read(it.text));
            assert!(doubts.iter().all(|it| !it.is_empty()));
        }
    }
}

#[test]
fn lengths_are_bounds_only_where_the_notice_says_so() {
    for (sentence, min, max) in [
        ("字数2500-3500字", Some(2500), Some(3500)),
        ("材料2500字至3500字左右", Some(2500), Some(3500)),
        ("材料２５００—３５００字", Some(2500), Some(3500)),
        ("材料不少于3000字", Some(3000), None),
        ("材料控制在三千字以内", None, Some(3000)),
        ("材料控制在3,000字以内", None, Some(3000)),
        ("材料不得超过4000字", None, Some(4000)),
        ("材料不少于2000字、不超过3000字", Some(2000), Some(3000)),
        ("材料3000字左右", None, None),
        ("标题不超过20字", None, None),
        ("写好每一个字", None, None),
        ("材料不少于5000字，不超过3000字", None, None),
    ] {
        let length = read(sentence).length();
        let bounds = length.map_or((None, None), |it| (it.min, it.max));
        assert_eq!(bounds, (min, max), "{sentence}");
    }
}

/// Checks what must hold for any text.
fn check_any(text: &str) -> Result<(), TestCaseError> {
    let reading = read(text);
    for (line, title) in lines_and_titles(&reading) {
        let is_there = (reading.lines.iter()).any(|(n, it)| *n == line && it.contains(title));
        prop_assert!(is_there, "made up: {}", title);
    }
    let template = reading.to_template("any");
    let written = to_toml(&template);
    prop_assert_eq!(check(&written), Ok(template), "{}", written);
    Ok(())
}

/// What notices are made of.
const PIECES: &[&str] = &[
    "一是",
    "二是",
    "（一）",
    "（二）",
    "(三)",
    "1.",
    "2、",
    "①",
    "②",
    "第一，",
    "第二，",
    "围绕",
    "带头",
    "对照",
    "方面",
    "五个方面",
    "2个方面",
    "从",
    "“",
    "”",
    "、",
    "，",
    "。",
    "；",
    "：",
    "\n",
    "\r\n",
    "\u{feff}",
    "\u{7}",
    "2025年度",
    "二〇二五年度",
    "民主生活会",
    "不少于",
    "2500-3500字",
    "三千字",
    "以内",
    "左右",
    "上年度整改情况",
    "典型案例",
    "原因分析",
    "整改措施",
    "个人有关事项",
    "政治忠诚",
    "x",
    "🙂",
    "e\u{301}",
    "　",
    "\"",
    "\\",
    "述职报告",
];

proptest! {
    #[test]
    fn no_text_is_too_strange(text in any::<String>()) {
        check_any(&text)?;
    }

    #[test]
    fn no_heap_of_pieces_is_too_strange(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..80)) {
        check_any(&pieces.concat())?;
    }

    #[test]
    fn no_notice_cut_and_joined_is_too_strange(
        one in 0..GOLDEN.len(),
        other in 0..GOLDEN.len(),
        cuts in any::<[prop::sample::Index; 2]>(),
    ) {
        let head: Vec<char> = GOLDEN[one].text.chars().collect();
        let tail: Vec<char> = GOLDEN[other].text.chars().collect();
        let head = head.iter().take(cuts[0].index(head.len()));
        let tail = tail.iter().skip(cuts[1].index(tail.len()));
        check_any(&head.chain(tail).collect::<String>())?;
    }
}
