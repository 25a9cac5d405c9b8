//! Every fault a file can have: where it is found and how it is said, in both languages.

use unicode_width::UnicodeWidthChar;

use crate::locale::Lang;
use crate::template::check;
use crate::template::parse;
use crate::template::tests::SMALL;

/// Checks everything that is wrong with the text: (place, Chinese, English).
#[track_caller]
fn check_faults(text: &str, expected: &[(usize, usize, &str, &str, &str)]) {
    let errors = check(text).expect_err("the text has a fault");
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(line, column, key, zh, en)| {
            let (comma, space) = if key.is_empty() {
                ("", "")
            } else {
                ("，", ", ")
            };
            (
                format!("第{line}行第{column}列{comma}{key}：{zh}"),
                format!("line {line}, column {column}{space}{key}: {en}"),
            )
        })
        .collect();
    let said: Vec<(String, String)> = errors
        .iter()
        .map(|it| (it.say(Lang::Zh), it.say(Lang::En)))
        .collect();
    assert_eq!(said, expected, "{text}");
    for (zh, _) in &said {
        assert!(
            zh.chars().all(|it| it.width() == it.width_cjk()),
            "ambiguous width: {zh}"
        );
    }
    assert_eq!(errors[0].to_string(), said[0].1);
    assert_eq!(parse(text), Err(errors[0].clone()));
}

/// Checks the one fault of `SMALL` with this line in it.
#[track_caller]
fn check_line(own: &str, place: (usize, usize, &str), zh: &str, en: &str) {
    check_faults(
        &SMALL.replace('$', own),
        &[(place.0, place.1, place.2, zh, en)],
    );
}

/// Checks the one fault of `SMALL` with one of its texts replaced.
#[track_caller]
fn check_instead(from: &str, to: &str, place: (usize, usize, &str), zh: &str, en: &str) {
    check_faults(
        &SMALL.replace('$', "").replace(from, to),
        &[(place.0, place.1, place.2, zh, en)],
    );
}

#[test]
fn a_key_that_is_not_known() {
    check_line(
        r#"titel = "x""#,
        (6, 1, "titel"),
        "没有这个名字，大概是 title，请改过来",
        "there is no such key; it is probably meant to be title",
    );
    check_line(
        "[questions.headlin]\nask = \"x\"",
        (6, 12, "questions.headlin"),
        "没有这个名字，大概是 headline，请改过来",
        "there is no such key; it is probably meant to be headline",
    );
    check_line(
        "[questions.headline]\nquestion = \"x\"",
        (7, 1, "questions.headline.question"),
        "没有这个名字，请删去或改成这里能用的名字：ask, guide, example, probes",
        "there is no such key; remove it, or use one of: ask, guide, example, probes",
    );
}

#[test]
fn a_value_of_another_kind() {
    check_line(
        r#"year = "2025""#,
        (6, 8, "year"),
        "要写的是整数，现在是引号里的文字，请改写",
        "this takes a whole number, not a text in quotation marks; write it anew",
    );
    check_line(
        "year = 2025.5",
        (6, 8, "year"),
        "要写的是整数，现在是别的内容，请改写",
        "this takes a whole number, not something else; write it anew",
    );
    check_line(
        "confirmed = 1",
        (6, 13, "confirmed"),
        "要写的是不加引号的 true 或 false，现在是整数，请改写",
        "this takes true or false, not a whole number; write it anew",
    );
    check_line(
        "note = true",
        (6, 8, "note"),
        "要写的是引号里的文字，现在是不加引号的 true 或 false，请改写",
        "this takes a text in quotation marks, not true or false; write it anew",
    );
    check_line(
        r#"questions = "zh""#,
        (6, 13, "questions"),
        "要写的是一张表，现在是引号里的文字，请改写",
        "this takes a table, not a text in quotation marks; write it anew",
    );
    check_line(
        "[[length]]\nmin = 1",
        (6, 1, "length"),
        "要写的是一张表，现在是用双方括号开头的一组表，请改写",
        "this takes a table, not tables in double brackets; write it anew",
    );
    check_instead(
        "[[dimensions]]",
        "[dimensions]",
        (12, 1, "dimensions"),
        "要写的是用双方括号开头的一组表，现在是一张表，请改写",
        "this takes tables in double brackets, not a table; write it anew",
    );
}

#[test]
fn a_number_out_of_range() {
    for own in [
        "year = 0",
        "year = 10000",
        "year = -1",
        "year = 99999999999999999999999999",
    ] {
        check_line(
            own,
            (6, 8, "year"),
            "要写1到9999之间的整数",
            "write a whole number from 1 to 9999",
        );
    }
    check_line(
        "[length]\nmin = 5\nmax = 3",
        (6, 1, "length"),
        "最多的字数比最少的还小，请把两个数对调",
        "the most is less than the least; swap the two numbers",
    );
    check_line(
        "[length]",
        (6, 1, "length"),
        "最少和最多的字数至少写一个，不限字数就删去这张表",
        "give the least or the most; remove the table if there is no limit",
    );
}

#[test]
fn a_check_that_is_not_known_or_not_wanted_in_such_a_way() {
    check_line(
        "[checks]\nno-frist-person = \"off\"",
        (7, 1, "checks.no-frist-person"),
        "没有这个名字，大概是 no-first-person，请改过来",
        "there is no such key; it is probably meant to be no-first-person",
    );
    check_line(
        "[checks]\nno-first-person = \"wran\"",
        (7, 19, "checks.no-first-person"),
        "没有这种写法，大概是 warn，请改过来",
        "there is no such level; it is probably meant to be warn",
    );
    check_line(
        "[checks]\nno-first-person = \"sometimes\"",
        (7, 19, "checks.no-first-person"),
        "没有这种写法，请从这些里选：off, on, info, warn, error",
        "there is no such level; use one of: off, on, info, warn, error",
    );
    check_line(
        "[checks]\nno-first-person = false",
        (7, 19, "checks.no-first-person"),
        "要写的是引号里的文字，现在是不加引号的 true 或 false，请改写",
        "this takes a text in quotation marks, not true or false; write it anew",
    );
}

#[test]
fn a_text_that_cannot_stand_there() {
    check_line(
        r#"occasion = "a\nb""#,
        (6, 12, "occasion"),
        "只能写一行，请去掉换行",
        "it must be one line; take out the line breaks",
    );
    for own in [
        r#"note = "a\u0001b""#,
        r#"note = "a\u001b[2J""#,
        r#"note = "a\u009bb""#,
    ] {
        check_line(
            own,
            (6, 8, "note"),
            "里面有看不见的控制字符，请删去后重写这一行",
            "there is an invisible control character in it; type the line anew",
        );
    }
    check_line(
        "[questions.headline]\nask = \" \"",
        (7, 7, "questions.headline.ask"),
        "不能是空的，请写上内容",
        "it must not be empty; write something",
    );
}

#[test]
fn everything_missing_is_said_at_once() {
    let missing = ["id", "language", "name", "title", "sections"];
    let missing = missing.map(|it| {
        (
            1,
            1,
            it,
            "没有写，请补上这一行",
            "it is not there and must be; add it",
        )
    });
    check_faults("", &missing);
    for (line, place) in [
        (r#"role = "dimensions""#, (8, 1, "sections[1].role")),
        (r#"title = "存在的主要问题""#, (8, 1, "sections[1].title")),
        (r#"title = "理论学习方面""#, (12, 1, "dimensions[1].title")),
    ] {
        check_instead(
            line,
            "",
            place,
            "没有写，请补上这一行",
            "it is not there and must be; add it",
        );
    }
}

#[test]
fn several_faults_are_said_in_the_order_of_the_file() {
    let text = "id = \"My Office\"\nlanguage = \"zh\"\nname = \" \"\ntitle = \"{年}小样\"\nsections = []\n";
    check_faults(
        text,
        &[
            (
                1,
                6,
                "id",
                "只能用小写字母、数字和连字符，例如 my-office-2026",
                "use small letters, digits and hyphens only, such as my-office-2026",
            ),
            (
                2,
                12,
                "language",
                "没有这种语言，请从这些里选：zh-CN, en",
                "this language is not known; use one of: zh-CN, en",
            ),
            (
                3,
                8,
                "name",
                "不能是空的，请写上内容",
                "it must not be empty; write something",
            ),
            (
                4,
                9,
                "title",
                "花括号只能写成 {year}，它会换成年份，请改写",
                "braces stand only in {year}, which becomes the year; write it anew",
            ),
            (
                5,
                12,
                "sections",
                "不能是空的，请写上内容",
                "it must not be empty; write something",
            ),
        ],
    );
}

#[test]
fn a_question_set_that_is_not_known() {
    check_line(
        "[questions]\nset = \"zhh\"",
        (7, 7, "questions.set"),
        "没有这套问题，大概是 zh，请改过来",
        "there is no question set of this name; it is probably meant to be zh",
    );
    check_line(
        "[questions]\nset = \"cn\"",
        (7, 7, "questions.set"),
        "没有这套问题，请删去这一行，或者从这些里选：zh, en",
        "there is no question set of this name; remove the line, or use one of: zh, en",
    );
}

#[test]
fn a_role_that_is_not_known() {
    check_instead(
        r#"role = "dimensions""#,
        r#"role = "dimension""#,
        (9, 8, "sections[1].role"),
        "没有这种部分，大概是 dimensions，请改过来",
        "there is no role of this name; it is probably meant to be dimensions",
    );
    check_instead(
        r#"role = "dimensions""#,
        r#"role = "问题""#,
        (9, 8, "sections[1].role"),
        "没有这种部分，请从这些里选：opening, follow_up, dimensions, case, causes, measures, closing, text",
        "there is no role of this name; use one of: opening, follow_up, dimensions, case, causes, measures, closing, text",
    );
}

#[test]
fn sections_that_do_not_go_together() {
    check_instead(
        r#"role = "dimensions""#,
        r#"role = "text""#,
        (12, 1, "dimensions"),
        r#"写了方面，却没有放它们的部分；请加一个 role = "dimensions" 的 [[sections]]"#,
        r#"there are dimensions, but no section for them; add a [[sections]] with role = "dimensions""#,
    );
    check_instead(
        "[[dimensions]]",
        "[[sections]]\nrole = \"dimensions\"\ntitle = \"又一遍\"\n\n[[dimensions]]",
        (13, 8, "sections[2].role"),
        "第9行已经有一个 dimensions，只能有一个；请删去一个，或者改成 text",
        "line 9 has a section of role dimensions already; remove one, or make it a text",
    );
    check_instead(
        "[[dimensions]]",
        "[[sections]]\nrole = \"opening\"\n\n[[dimensions]]",
        (13, 8, "sections[2].role"),
        "开头必须是第一个部分，请移到最前面",
        "the opening must be the first section; move it to the front",
    );
    check_instead(
        "[[sections]]",
        "[[sections]]\nrole = \"closing\"\n\n[[sections]]",
        (9, 8, "sections[1].role"),
        "结尾必须是最后一个部分，请移到最后面",
        "the closing must be the last section; move it to the end",
    );
    check_instead(
        "[[sections]]",
        "[[sections]]\nrole = \"opening\"\ntitle = \"开头\"\n\n[[sections]]",
        (10, 9, "sections[1].title"),
        "opening 前面没有标题；请删去标题，或者把 role 改成 text",
        "a section of role opening stands without a title; remove the title, or make the role text",
    );
    check_instead(
        "[[dimensions]]",
        "[[dimensions]]\ntitle = \"理论学习方面\"\n\n[[dimensions]]",
        (16, 9, "dimensions[2].title"),
        "和第13行的方面同名，请删去一个或改名",
        "the dimension on line 13 has the same title; remove one, or rename it",
    );
}

#[test]
fn questions_that_close_parts() {
    check_instead(
        "[[dimensions]]",
        "[[dimensions]]\nwhen = \"talks\"",
        (13, 8, "dimensions[1].when"),
        "没有这个 key 的有无题，请加一个 [[branches]]",
        "no question has this key; add one under [[branches]]",
    );
    let one = "[[branches]]\nkey = \"talks\"\nask = \"有没有被谈话？\"";
    check_faults(
        &SMALL
            .replace('$', one)
            .replace("[[dimensions]]", "[[dimensions]]\nwhen = \"talk\""),
        &[(
            15,
            8,
            "dimensions[1].when",
            "没有这个 key 的有无题，请从这些里选：talks",
            "no question under [[branches]] has this key; use one of: talks",
        )],
    );
    check_line(
        &format!("{one}\n\n{one}"),
        (11, 7, "branches[2].key"),
        "和第7行的有无题用了同一个 key，请改一个",
        "the question on line 7 has the same key; change one of them",
    );
    check_line(
        "[[branches]]\nkey = \"Talks\"\nask = \"有没有？\"",
        (7, 7, "branches[1].key"),
        "只能用小写字母、数字和连字符，例如 my-office-2026",
        "use small letters, digits and hyphens only, such as my-office-2026",
    );
}

#[test]
fn what_is_not_toml() {
    for (own, place) in [
        ("occasion = “民主生活会”", (6, 12, "occasion")),
        ("occasion ＝ \"x\"", (6, 10, "")),
        ("＃ 注释", (6, 3, "")),
    ] {
        check_line(
            own,
            place,
            "这里用了中文标点，请换成英文输入法打的引号、等号、方括号和井号",
            "a Chinese quotation mark, equals sign, bracket or hash stands here; type the plain ASCII one",
        );
    }
    for (own, place) in [
        ("occasion = 民主生活会", (6, 12, "occasion")),
        ("confirmed = True", (6, 13, "confirmed")),
        ("year = 2025年", (6, 8, "year")),
        ("year = 02025", (6, 8, "year")),
        ("year = 2025-13-45", (6, 8, "year")),
    ] {
        check_line(
            own,
            place,
            "等号右边写得不对：文字要加英文引号，数字只写数字，是和否写成 true 和 false",
            "this is no value: a text takes quotation marks, a number digits only, yes and no are true and false",
        );
    }
    for (own, place) in [
        ("occasion = \"民主", (6, 15, "occasion")),
        ("occasion = '民主", (6, 15, "occasion")),
        ("note = \"\"\"民主", (6, 8, "note")),
    ] {
        check_line(
            own,
            place,
            "英文引号没有配成对，请在文字的末尾补上",
            "the quotation marks do not match; close the text with the mark it opens with",
        );
    }
    for (own, place) in [
        ("occasion", (6, 9, "")),
        ("occasion =", (6, 11, "occasion")),
        ("= 3", (6, 1, "")),
    ] {
        check_line(
            own,
            place,
            "缺了等号或等号后面的内容，请写成：名字 = 内容",
            "the equals sign or the value is missing; write: key = value",
        );
    }
    for (own, place) in [
        ("[length", (6, 8, "")),
        ("length = { min = 5 max = 3 }", (6, 24, "length")),
    ] {
        check_line(
            own,
            place,
            "括号没有配成对，或者缺了逗号，请补上",
            "a bracket or a comma is missing; add it",
        );
    }
    check_line(
        "note = \"a\u{1}b\"",
        (6, 10, "note"),
        "里面有看不见的控制字符，请删去后重写这一行",
        "there is an invisible control character in it; type the line anew",
    );
    check_line(
        r#"note = "a\q""#,
        (6, 11, "note"),
        "反斜杠后面的字不对，要写反斜杠本身请写两个",
        "this cannot follow a backslash; write two backslashes for one",
    );
    check_line(
        r#"id = "again""#,
        (6, 1, "id"),
        "这个名字前面已经写过，请删去一个",
        "this key was given before; remove one of the two",
    );
    check_line(
        r#"名称 = "x""#,
        (6, 1, ""),
        "等号左边的名字只用英文字母、数字和下划线，请改写",
        "names left of the equals sign take letters, digits and underscores only; write it anew",
    );
    check_line(
        r#"occasion = "他说"好"""#,
        (6, 16, "occasion"),
        "这一行到这里就该结束了；文字里面的英文引号前要加反斜杠，一行只写一个名字",
        "the line should end here; put a backslash before a quotation mark inside a text, and one key on a line",
    );
    check_line(
        r#"occasion == "x""#,
        (6, 11, "occasion"),
        "这一行不合 TOML 的写法，请对照 docs/templates.md 里的例子改写",
        "this is not TOML (extra `=`, expected nothing); compare it with the example in docs/templates.md",
    );
}

#[test]
fn windows_files_are_read_and_counted_alike() {
    let text = SMALL.replace('$', "titel = 1");
    let of_unix = check(&text).expect_err("the text has a fault");
    assert_eq!(check(&text.replace('\n', "\r\n")), Err(of_unix.clone()));
    let marked = format!("\u{feff}{}", text.trim_start());
    let marked = check(&marked).expect_err("the text has a fault");
    assert_eq!(
        (marked[0].line, marked[0].column),
        (of_unix[0].line - 1, of_unix[0].column)
    );
    assert_eq!(
        check("\u{feff}id = 3").map_err(|it| it.last().map(|it| (it.line, it.column))),
        Err(Some((1, 6)))
    );
}
