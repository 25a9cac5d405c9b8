//! Cases one can read.

use super::{Words, after, body, draft, passages};
use crate::draft::{Draft, Field, Session};
use crate::find::{Match, MatchKind, find, preview, replacement};
use crate::typeset::Ambiguous;

/// Checks what a query finds in passages parted by `|`: as it is in `[]`, by initials in `{}`, by pinyin in `<>`.
#[track_caller]
fn check(query: &str, drawn: &str) {
    let text = drawn.replace(['[', ']', '{', '}', '<', '>'], "");
    let draft = body(&text.split('|').collect::<Vec<_>>());
    assert_eq!(draw(&draft, &find(&draft, query)), drawn, "{query}");
}

/// Draws matches into the passages of a draft.
fn draw(draft: &Draft, found: &[Match]) -> String {
    let mut marks: Vec<(Field, usize, char)> = Vec::new();
    for it in found {
        let (begin, end) = match it.kind() {
            MatchKind::Literal => ('[', ']'),
            MatchKind::Initials => ('{', '}'),
            MatchKind::Pinyin => ('<', '>'),
        };
        let last = it.pieces().last().unwrap();
        marks.push((it.start().0, it.start().1, begin));
        marks.push((last.field, last.range.end, end));
    }
    let problem = draft.problems().next().unwrap();
    let mut drawn: Vec<String> = Vec::new();
    for passage in &problem.body {
        let mut text = passage.text.clone();
        for (field, at, mark) in marks.iter().rev() {
            if *field == Field::Passage(passage.id) {
                text.insert(*at, *mark);
            }
        }
        drawn.push(text);
    }
    drawn.join("|")
}

#[test]
fn words_are_found_as_they_are() {
    check("理论学习", "抓[理论学习]不够，[理论学习]不深");
    check("学习", "[学习]、再[学习]|[学习]");
    check("aa", "[aa][aa]a");
    check("aba", "[aba]b[aba]");
    check("aab", "a[aab]aa[aab]");
    check("理论", "理，论");
    check("理 论", "理论[理 论]理  论");
    check("一\n二", "[一\n二]一二");
    check("無", "无");
    check("", "一二");
}

#[test]
fn case_and_width_do_not_matter() {
    check("app", "[APP]、[Ａｐｐ]、[app]le");
    check("（1）", "[(1)][（１）][（1)]㈠");
    check("ＡＰＰ", "[app]");
    check("É", "[é]Ee");
    check("甲，乙", "[甲,乙]甲、乙");
    check(" ", "甲[\u{3000}]乙[ ]");
}

#[test]
fn a_match_runs_from_passage_to_passage() {
    check("理论学习", "抓[理论|学习]不够");
    check("理论学习", "抓[理||论|学习]不够");
    check("理论", "[理论]|[理论]");
    check("论|学", "论|学");
    let found = find(&body(&["抓理论", "", "学习"]), "理论学习");
    let ranges: Vec<_> = found[0]
        .pieces()
        .iter()
        .map(|it| it.range.clone())
        .collect();
    assert_eq!(ranges, [3..9, 0..6]);
    assert_eq!(found[0].text(), "理论学习");
}

#[test]
fn a_match_does_not_leave_its_body() {
    let words = |headline: &str, passage: &str| {
        draft(Words {
            headline: headline.to_owned(),
            body: vec![passage.to_owned()],
            measure: vec!["习".to_owned()],
            ..Words::default()
        })
    };
    assert_eq!(find(&words("理论", "学习"), "论学"), []);
    assert_eq!(find(&words("理论", "学"), "学习"), []);
    assert_eq!(find(&words("理论", "学"), "学").len(), 1);
}

#[test]
fn initials_are_found() {
    check("llxx", "抓{理论学习}不够");
    check("LLxx", "抓{理论学习}不够");
    check("ｌｌｘｘ", "抓{理论学习}不够");
    check("llxx", "抓{理论|学习}不够");
    check("llxx", "理论，学习");
    check("llxx", "理论 学习");
    check("zx", "{执行}");
    check("yh", "{银行}");
    check("cf", "{重复}");
    check("x", "学习");
    check("xx", "{学习}{学习}学");
    check("x1", "学1");
    check("cx", "{𠮟学}");
    check("gc", "{葛\u{E0100}城}");
    check("ax", "阿\u{301}学");
}

#[test]
fn pinyin_is_found_whole_and_mixed() {
    check("lilunxuexi", "抓<理论学习>不够");
    check("lilunxx", "抓<理论学习>不够");
    check("llxuexi", "抓<理论学习>不够");
    check("lilunxue", "抓<理论学>习");
    check("lilunxu", "理论学习");
    check("yinhang", "<银行>");
    check("lvse", "<绿色>");
    check("lvexx", "<略学习>");
    check("luexx", "<略学习>");
    check("xian", "<西安><先>");
    check("nan", "<南><南>安<那安>");
    check("aa", "{啊啊}啊");
}

#[test]
fn readings_that_fall_in_with_each_other_cost_no_time() {
    let check = |text: &str, query: &str, n_found: usize| {
        let draft = body(&[&text.repeat(5_000)]);
        assert_eq!(find(&draft, query).len(), n_found, "{text}");
    };
    check("啊", &("a".repeat(126) + "b"), 0);
    check("啊", &"a".repeat(100), 50);
    check("南安", &("nan".repeat(40) + "b"), 0);
    check("一", &("yi".repeat(60) + "a"), 0);
    check("a", &("a".repeat(999) + "b"), 0);
    // Too many letters for pinyin.
    check("啊", &"a".repeat(128), 0);
    check("a", &"a".repeat(1_000), 5);
}

#[test]
fn letters_of_the_text_read_as_themselves() {
    check("appxz", "{App下载}");
    check("appxiazai", "<ＡＰＰ下载>");
    check("xxa", "{学习A}");
}

#[test]
fn words_as_they_are_count_before_pinyin() {
    check("ana", "安[ana]");
    check("an", "<安>[an]<安>n");
    check("xx", "[xx]{x学}习");
    check("xx", "{学习}[xx]x");
}

#[test]
fn clusters_stay_whole() {
    check("e", "e\u{301}[e]");
    check("\u{301}", "e\u{301}");
    check("e\u{301}", "[e\u{301}]e");
    check("é", "e\u{301}[é]");
    check("👨", "👨‍👩‍👧[👨]");
    check("👨‍👩‍👧", "[👨‍👩‍👧]");
    check("👨‍👩", "👨‍👩‍👧");
    check("🇨🇳", "[🇨🇳][🇨🇳]🇳🇨🇳");
    check("葛", "葛\u{E0100}[葛]");
    check("𠮷", "[𠮷][𠮷]");
    check("\n", "\r\n[\n]");
    // Two texts: no cluster reaches from one into the next.
    check("e", "[e]|\u{301}");
    check("e\u{301}", "[e|\u{301}]");
}

#[test]
fn matches_come_in_the_order_of_the_report() {
    let word = || "学习".to_owned();
    let draft = draft(Words {
        title: word(),
        opening: word(),
        headline: word(),
        body: vec![word(), word()],
        measure: vec![word()],
        due: word(),
        set_aside: word(),
    });
    let found: Vec<Field> = find(&draft, "学习").iter().map(|it| it.start().0).collect();
    let expected: Vec<Field> = (draft.fields().into_iter())
        .filter(|it| draft.text(*it) == Some("学习"))
        .collect();
    assert_eq!(found.len(), 8);
    assert_eq!(found, expected);
}

/// Checks what a replacement of all that is found makes of passages.
#[track_caller]
fn check_replaced(text: &str, query: &str, with: &str, expected: &str) {
    let draft = body(&text.split('|').collect::<Vec<_>>());
    let change = replacement(&draft, &find(&draft, query), with).unwrap();
    let replaced = after(&draft, &change);
    assert_eq!(passages(&replaced).join("|"), expected);
}

#[test]
fn what_was_chosen_is_replaced() {
    check_replaced("学习、再学习", "学习", "练", "练、再练");
    check_replaced("学习、再学习", "学习", "反复学习", "反复学习、再反复学习");
    check_replaced("学习、再学习", "学习", "", "、再");
    check_replaced("抓理论|学习|理论学习", "理论学习", "业务", "抓业务||业务");
    check_replaced("aa|aaa", "aa", "b", "b|ba");
    check_replaced("aaa|aaa", "aa", "b", "bb|b");
    check_replaced("App、app", "app", "app", "app、app");
    check_replaced("一\n二", "\n", "\n\n", "一\n\n二");
}

#[test]
fn what_was_not_chosen_stays() {
    let draft = body(&["学习", "xx、学习、xx"]);
    let found = find(&draft, "xx");
    assert_eq!(draw(&draft, &found), "{学习}|[xx]、{学习}、[xx]");
    let chosen = [found[3].clone(), found[0].clone()];
    let change = replacement(&draft, &chosen, "练").unwrap();
    assert_eq!(passages(&after(&draft, &change)), ["练", "xx、学习、练"]);
}

#[test]
fn a_replacement_is_one_step_of_undo() {
    let draft = body(&["理论", "学习，理论学习"]);
    let mut session = Session::new(draft.clone());
    let change = replacement(&draft, &find(&draft, "理论学习"), "业务").unwrap();
    assert!(!session.commit(change).unwrap().joined());
    assert_eq!(passages(session.draft()), ["业务", "，业务"]);
    assert!(session.undo().is_some());
    assert!(session.draft().same_content(&draft));
    assert!(!session.can_undo());
}

#[test]
fn nothing_is_replaced_that_does_not_stand_there() {
    let draft = body(&["理论", "学习，学习"]);
    let found = find(&draft, "学习");
    assert_eq!(replacement(&draft, &found, "学习"), None);
    assert_eq!(replacement(&draft, &[], "练"), None);
    let twice = [found[0].clone(), found[0].clone()];
    assert_eq!(replacement(&draft, &twice, "练"), None);
    let overlapping = [found[0].clone(), find(&draft, "论学")[0].clone()];
    assert_eq!(replacement(&draft, &overlapping, "练"), None);

    let check = |passages: &[&str], query: &str| {
        let changed = body(passages);
        let found = find(&draft, query);
        assert!(found[0].stands_in(&draft));
        assert!(!found[0].stands_in(&changed), "{passages:?}");
        assert_eq!(replacement(&changed, &found, "练"), None);
        assert_eq!(found[0].excerpt(&changed, 10, Ambiguous::Narrow), None);
    };
    check(&["理论", "练习，学习"], "学习");
    check(&["理论", "学习\u{301}，学习"], "学习");
    check(&["理论"], "学习");
    check(&["理论了", "学习，学习"], "理论学习");
    check(&["理论", "的", "学习，学习"], "理论学习");
    check(&["理论", "，学习"], "理论学习");
}

#[test]
fn a_text_of_one_line_stays_one() {
    let draft = draft(Words {
        title: "一、二".to_owned(),
        opening: "一、二".to_owned(),
        ..Words::default()
    });
    let change = replacement(&draft, &find(&draft, "、"), "\r\n").unwrap();
    let replaced = after(&draft, &change);
    assert_eq!(replaced.title, "一 二");
    assert_eq!(replaced.sections[0].text, "一\r\n二");
}

#[test]
fn excerpts_fit_in_a_row() {
    let check = |text: &str, query: &str, cells: usize, expected: [&str; 3]| {
        let draft = body(&text.split('|').collect::<Vec<_>>());
        let found = find(&draft, query);
        let excerpt = found[0].excerpt(&draft, cells, Ambiguous::Narrow).unwrap();
        assert_eq!([excerpt.before, excerpt.hit, excerpt.after], expected);
    };
    check("抓理论学习不够深", "学习", 4, ["理论", "学习", "不够"]);
    check("抓理论学习不够深", "学习", 5, ["理论", "学习", "不够"]);
    check("抓理论学习不够深", "学习", 0, ["", "学习", ""]);
    check("抓|理论|学习|不|够深", "论学", 4, ["抓理", "论学", "习不"]);
    check("一\n学习\r\n二", "学习", 9, ["一 ", "学习", " 二"]);
    check("一\n二", "一\n二", 9, ["", "一 二", ""]);
    check(
        "👨‍👩‍👧e\u{301}学\u{7}👨‍👩‍👧",
        "学",
        3,
        ["👨‍👩‍👧e\u{301}", "学", "\u{7}👨‍👩‍👧"],
    );
    check("👨‍👩‍👧e\u{301}学", "学", 2, ["e\u{301}", "学", ""]);
}

#[test]
fn a_preview_shows_all_that_will_be() {
    let draft = body(&["学习理论", "学习，再学习"]);
    let found = find(&draft, "学习");
    let shown = preview(&draft, &found[..2], "练", 6, Ambiguous::Narrow).unwrap();
    let row = |it: &crate::find::Excerpt| format!("{}[{}]{}", it.before, it.hit, it.after);
    let rows: Vec<[String; 2]> = shown
        .iter()
        .map(|it| [row(&it.was), row(&it.now)])
        .collect();
    assert_eq!(
        rows,
        [
            ["[学习]理论学", "[练]理论练"],
            ["习理论[学习]，再学", "练理论[练]，再学"],
        ]
    );
    let split = find(&draft, "理论学习");
    let shown = preview(&draft, &split, "业务", 4, Ambiguous::Narrow).unwrap();
    assert_eq!(row(&shown[0].now), "学习[业务]，再");
    assert_eq!(passages(&draft), ["学习理论", "学习，再学习"]);
}
