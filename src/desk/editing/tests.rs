//! The file as a person sees it, and what is said when it comes back wrong.

use super::{EditFault, decode, field_from_text, field_to_text, from_text, to_text};
use crate::draft::{
    Byline, Change, ChangeCause, Draft, Edit, Field, Item, ItemId, List, Passage, PassageKind,
    ProblemAt, Section, Slot, Spot,
};
use crate::draft::{Dimension, DimensionKind, Problem, Role};
use crate::locale::Lang;

fn draft() -> Draft {
    let text = |it: &str| it.to_owned();
    let body = vec![
        Passage {
            id: ItemId(5),
            kind: PassageKind::Detail,
            text: text("学得不深。\n\n抓得不紧。"),
        },
        Passage {
            id: ItemId(6),
            kind: PassageKind::Example,
            text: text("3月只学了一次。"),
        },
    ];
    let problems = vec![Problem {
        id: ItemId(4),
        headline: text("理论学习不够"),
        body,
    }];
    let items = [
        (
            List::Bylines,
            Item::Byline(Byline {
                id: ItemId(1),
                text: text("张三"),
            }),
        ),
        (
            List::Sections,
            Item::Section(Section {
                id: ItemId(2),
                role: Role::Dimensions,
                title: text("存在的主要问题"),
                text: text(""),
            }),
        ),
        (
            List::Dimensions,
            Item::Dimension(Dimension {
                id: ItemId(3),
                kind: DimensionKind::Review,
                title: text("政治忠诚方面"),
                lead_in: text(""),
                statement: text(""),
                problems,
            }),
        ),
    ];
    let mut edits = vec![Edit::Splice {
        field: Field::Title,
        at: 0,
        removed: String::new(),
        inserted: text("自我剖析材料"),
    }];
    edits.extend(items.map(|(list, item)| Edit::Insert {
        slot: Slot { list, index: 0 },
        item,
    }));
    let mut draft = Draft::default();
    let cause = ChangeCause::Import;
    draft.apply(&Change { cause, edits }).expect("made for it");
    draft
}

/// The file without its instructions.
const FILE: &str = "\
# 题目和署名 <!-- [] -->

<!-- [title] 题目 -->
自我剖析材料

<!-- [byline 1] 署名 -->
张三

# 一、查摆问题 <!-- [] -->

<!-- [heading 2] 标题 -->
存在的主要问题

<!-- [text 2] 查摆问题 -->


## （一）方面 <!-- [] -->

<!-- [dimension 3] 方面名称 -->
政治忠诚方面

<!-- [lead-in 3] 引语 -->


### 问题1 <!-- [] -->

<!-- [headline 4] 问题 -->
理论学习不够

<!-- [passage 5] 问题1 表现 -->
学得不深。

抓得不紧。

<!-- [passage 6] 问题1 事例 -->
3月只学了一次。

<!-- [end] 到此为止，这一行也请留着 -->
";

#[test]
fn the_file_reads_as_the_report() {
    let file = to_text(Lang::Zh, &draft());
    let (head, rest) = file
        .split_once("-->\n\n")
        .expect("it begins with instructions");
    assert!(head.starts_with("<!--\n") && head.contains("不能新增"));
    assert_eq!(rest, FILE);
    let english = to_text(Lang::En, &draft());
    assert!(english.contains("### Problem 1 <!-- [] -->\n"));
    assert!(english.contains("<!-- [passage 6] Problem 1 Example -->\n3月只学了一次。\n"));
}

#[track_caller]
fn changed(file: &str) -> Vec<(Field, String)> {
    let draft = draft();
    let Some(change) = from_text(Lang::Zh, &draft, file).expect("the file is sound") else {
        return Vec::new();
    };
    assert_eq!(change.cause, ChangeCause::Import);
    let mut after = draft.clone();
    after.apply(&change).expect("made for it");
    (change.edits.iter())
        .map(|it| match it {
            Edit::Splice { field, .. } => {
                (*field, after.text(*field).unwrap_or_default().to_owned())
            }
            other => panic!("{other:?} changes more than text"),
        })
        .collect()
}

#[test]
fn what_editors_do_to_files_changes_nothing() {
    let file = to_text(Lang::Zh, &draft());
    let squeezed = file.replace("\n\n\n", "\n\n");
    for edited in [
        FILE.to_owned(),
        file.replace('\n', "\r\n"),
        file.replace('\n', "\r"),
        format!("\u{FEFF}{file}"),
        file.trim_end().to_owned(),
        format!("\n\n{file}\n\n\n"),
        squeezed,
        to_text(Lang::En, &draft()),
    ] {
        assert_eq!(changed(&edited), []);
    }
}

#[test]
fn what_was_edited_is_changed_and_nothing_else() {
    let file = FILE
        .replace("理论学习不够", "理论学习不深不透")
        .replace(
            "[text 2] 查摆问题 -->\n",
            "[text 2] 查摆问题 -->\n\n经过查摆：\n<!-- 再想想 -->\n\n",
        )
        .replace("抓得不紧。", "")
        .replace("张三", "XX镇\n张三");
    assert_eq!(
        changed(&file),
        [
            (Field::Byline(ItemId(1)), "XX镇 张三".to_owned()),
            (
                Field::SectionText(ItemId(2)),
                "经过查摆：\n<!-- 再想想 -->".to_owned()
            ),
            (Field::Headline(ItemId(4)), "理论学习不深不透".to_owned()),
            (Field::Passage(ItemId(5)), "学得不深。".to_owned()),
        ]
    );
}

#[test]
fn texts_may_change_places_in_the_file() {
    let (before, from_passage) = FILE.split_once("<!-- [passage 5]").expect("it is there");
    let (passage, rest) = from_passage
        .split_once("<!-- [passage 6]")
        .expect("it is there");
    let moved = format!("<!-- [passage 5]{passage}{before}<!-- [passage 6]{rest}");
    assert_eq!(changed(&moved), []);
}

#[test]
fn words_like_a_heading_are_text_where_they_were() {
    let mut draft = draft();
    let field = Field::Passage(ItemId(5));
    let edit = Edit::set_text(&draft, field, "### 问题1\n学习").expect("it differs");
    let cause = ChangeCause::Typing;
    let change = Change {
        cause,
        edits: vec![edit],
    };
    draft.apply(&change).expect("made for it");
    assert_eq!(
        from_text(Lang::Zh, &draft, &to_text(Lang::Zh, &draft)),
        Ok(None)
    );
}

#[test]
fn a_damaged_file_is_refused_with_its_line() {
    use EditFault::{Changed, Doubled, Empty, Homeless, Missing, Unknown};
    let wanted = |it: &str| Some(it.to_owned());
    // Of the sound file; nothing is damaged above the line in question.
    let line = |with: &str| 1 + FILE.lines().take_while(|it| !it.contains(with)).count();
    let n_lines = FILE.lines().count();
    let swap = |from: &str, to: &str| FILE.replacen(from, to, 1);
    for (file, fault) in [
        (String::new(), Empty),
        (" \n\r\n".to_owned(), Empty),
        (format!("甲\n{FILE}"), Homeless { line: 1 }),
        (
            swap(
                "# 题目和署名 <!-- [] -->\n",
                "# 题目和署名 <!-- [] -->\n甲\n",
            ),
            Homeless { line: 2 },
        ),
        (format!("{FILE}\n甲\n"), Homeless { line: n_lines + 2 }),
        (swap("<!-- [title] 题目 -->\n", ""), Homeless { line: 3 }),
        (
            swap("<!-- [passage 6] 问题1 事例 -->\n", ""),
            Missing {
                wanted: "<!-- [passage 6] 问题1 事例 -->".to_owned(),
            },
        ),
        (
            swap("<!-- [end] 到此为止，这一行也请留着 -->\n", ""),
            Missing {
                wanted: "<!-- [end] 到此为止，这一行也请留着 -->".to_owned(),
            },
        ),
        (
            swap("[passage 6] 问题1", "[passage 6] 问题2"),
            Changed {
                line: line("passage 6"),
                wanted: wanted("<!-- [passage 6] 问题1 事例 -->"),
            },
        ),
        (
            swap("[byline 1] 署名 -->\n", "[byline 1] 署名 --> "),
            Changed {
                line: 6,
                wanted: wanted("<!-- [byline 1] 署名 -->"),
            },
        ),
        (
            swap("[passage 6]", "[passage 66]"),
            Unknown {
                line: line("passage 6"),
            },
        ),
        (
            swap("[passage 6]", "[passage"),
            Changed {
                line: line("passage 6"),
                wanted: None,
            },
        ),
        (
            swap("### 问题1 ", "### 问题1改 "),
            Changed {
                line: line("### "),
                wanted: None,
            },
        ),
        (
            swap("### 问题1 <!-- [] -->", "### 问题1"),
            Changed {
                line: line("### "),
                wanted: wanted("### 问题1 <!-- [] -->"),
            },
        ),
        (
            swap(
                "<!-- [passage 6] 问题1 事例 -->",
                "<!-- [passage 5] 问题1 表现 -->",
            ),
            Doubled {
                line: line("passage 6"),
                first: line("passage 5"),
            },
        ),
        (
            format!("{FILE}{FILE}"),
            Doubled {
                line: n_lines + 3,
                first: 3,
            },
        ),
        (
            swap("张三", "<!-- [x] -->"),
            Changed {
                line: 7,
                wanted: None,
            },
        ),
    ] {
        assert_eq!(from_text(Lang::Zh, &draft(), &file), Err(fault), "{file}");
    }
}

#[test]
fn a_fault_says_what_to_do() {
    let file = FILE.replace("<!-- [passage 6] 问题1 事例 -->\n", "");
    let fault = from_text(Lang::En, &draft(), &file).expect_err("an address is missing");
    let (what, hint) = fault.say(Lang::En);
    assert_eq!(what, "an address is missing; the draft is unchanged");
    assert_eq!(
        hint,
        "Put this line back in its place: <!-- [passage 6] Problem 1 Example -->"
    );
}

#[test]
fn other_encodings_are_refused() {
    assert_eq!(decode("甲\n乙".as_bytes()), Ok("甲\n乙"));
    assert_eq!(
        decode(b"a\nb\n\xd6\xd0\n"),
        Err(EditFault::NotUtf8 { line: 3 })
    );
    assert_eq!(decode(b"\xff\xfea\0"), Err(EditFault::NotUtf8 { line: 1 }));
}

#[track_caller]
fn check_field(spot: Spot, edited: &str, expected: Result<Option<&str>, EditFault>) {
    let mut draft = draft();
    let field = draft.realise(spot).1;
    let change = field_from_text(&draft, spot, edited);
    let read = change.map(|it| {
        it.map(|it| {
            draft.apply(&it).expect("made for it");
            draft.text(field).unwrap_or_default().to_owned()
        })
    });
    assert_eq!(read, expected.map(|it| it.map(str::to_owned)), "{edited:?}");
}

#[test]
fn one_text_goes_out_and_comes_back() {
    let passage = Spot::Text(Field::Passage(ItemId(5)));
    assert_eq!(
        field_to_text(&draft(), passage),
        "学得不深。\n\n抓得不紧。\n"
    );
    for same in [
        "学得不深。\n\n抓得不紧。\n",
        "学得不深。\r\n\r\n抓得不紧。",
        "\u{FEFF}学得不深。\n\n抓得不紧。\n\n",
    ] {
        check_field(passage, same, Ok(None));
    }
    check_field(passage, "学。\n\n抓。\n", Ok(Some("学。\n\n抓。")));
    check_field(
        passage,
        "<!-- [title] 题目 -->\n",
        Ok(Some("<!-- [title] 题目 -->")),
    );
    check_field(passage, "", Err(EditFault::Empty));
    check_field(passage, "\n \n", Err(EditFault::Empty));
    check_field(
        Spot::Text(Field::Title),
        "剖析\n材料\n",
        Ok(Some("剖析 材料")),
    );
    check_field(
        Spot::Text(Field::Passage(ItemId(99))),
        "甲",
        Err(EditFault::Gone),
    );
}

#[test]
fn a_text_still_to_be_made_is_made() {
    let spot = Spot::NewPassage(ProblemAt::Known(ItemId(4)), PassageKind::Example);
    assert_eq!(field_to_text(&draft(), spot), "");
    check_field(spot, "\n", Ok(None));
    check_field(spot, "5月又学了一次。\n", Ok(Some("5月又学了一次。")));
}
