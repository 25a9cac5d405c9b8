//! What belongs to a report: items, links, choices and decisions.

use pouxi::draft::{DimensionKind, Draft, Link, PassageKind, Status};
use pouxi::locale::Lang;
use pouxi::sitting::messages as say;

use super::{check_draft, check_notice, check_way};

const ZH: Lang = Lang::Zh;

/// Checks a change of the report, that the writer can take it back, and make it again.
#[track_caller]
fn check_change(keys: &str, is_so: fn(&Draft) -> bool) {
    let before = check_draft("", |_| true).draft().clone();
    let mut stage = check_draft(keys, |it| is_so(it) && !it.same_content(&before));
    stage.press("<c-z>");
    assert!(stage.draft().same_content(&before), "undone after {keys}");
    stage.press("<c-y>");
    assert!(is_so(stage.draft()), "made again after {keys}");
}

fn headlines(draft: &Draft) -> Vec<&str> {
    let problems = draft.dimensions[0].problems.iter();
    problems.map(|it| it.headline.as_str()).collect()
}

#[test]
fn passages_and_problems_are_divided_and_joined() {
    check_change(
        "<go:甲1 事例><esc><pick:这一项><pick:和上一段>",
        |it| {
            it.dimensions[0].problems[0].body.len() == 1
                && it.dimensions[0].problems[0].body[0].text == "表例"
        },
    );
    check_change(
        "<go:甲1 事例><esc><pick:这一项><pick:从这一段起>",
        |it| {
            headlines(it) == ["甲一", "", "甲二"]
                && it.dimensions[0].problems[1].body[0].text == "例"
        },
    );
    check_change(
        "<go:甲2 问题><esc><pick:这一项><pick:并入上一个>",
        |it| {
            headlines(it) == ["甲一"]
                && it.dimensions[0].problems[0]
                    .body
                    .last()
                    .is_some_and(|it| it.text == "甲二")
        },
    );
}

#[test]
fn items_are_moved() {
    check_change(
        "<go:甲1 问题><esc><pick:这一项><pick:这个问题往后>",
        |it| headlines(it) == ["甲二", "甲一"],
    );
    check_change(
        "<go:甲2 问题><esc><pick:这一项><pick:这个问题往前>",
        |it| headlines(it) == ["甲二", "甲一"],
    );
    check_change(
        "<go:甲1 事例><esc><pick:这一项><pick:这一段往前>",
        |it| it.dimensions[0].problems[0].body[0].text == "例",
    );
    check_change(
        "<go:三、因 原因><esc><pick:这一项><pick:这条原因往后>",
        |it| it.causes[0].headline == "因二",
    );
    check_change(
        "<esc><pick:目录><pick:挪动><pick:甲><pick:往后>",
        |it| it.dimensions[0].title == "乙",
    );
    check_change(
        "<esc><pick:目录><pick:挪动><pick:结尾><pick:往前>",
        |it| it.sections[5].title == "措",
    );
    // The place goes with what was moved.
    check_way(
        "<go:甲1 问题><esc><pick:这一项><pick:这个问题往后>",
        "甲2 问题：甲一▏",
    );
    check_way(
        "<esc><pick:目录><pick:挪动><pick:甲><pick:往后>",
        "Arrange > 5",
    );
}

#[test]
fn items_are_deleted_and_come_back() {
    let deleted = say::removed(ZH);
    check_change("<go:甲1 问题><esc><pick:这一项><pick:删掉>", |it| {
        headlines(it) == ["甲二"]
    });
    check_notice("<go:甲1 问题><esc><pick:这一项><pick:删掉>", Some(&deleted));
    check_change("<go:甲1 事例><esc><pick:这一项><pick:删掉>", |it| {
        it.dimensions[0].problems[0].body.len() == 1
    });
    check_change("<go:甲1 原因><esc><pick:这一项><pick:删掉>", |it| {
        it.causes.len() == 1 && it.links.len() == 1
    });
    check_change(
        "<go:甲1 责任人><esc><pick:这一项><pick:删掉>",
        |it| it.measures.len() == 1,
    );
    check_change(
        "<go:一、上年 当时><esc><pick:这一项><pick:删掉>",
        |it| it.follow_ups.is_empty(),
    );
    check_change(
        "<go:题目和署名 署名><esc><pick:这一项><pick:删掉>",
        |it| it.bylines.is_empty(),
    );
    check_change(
        "<esc><pick:目录><pick:挪动><pick:甲><pick:删掉>",
        |it| it.dimensions.len() == 2,
    );
    check_notice(
        "<esc><pick:目录><pick:挪动><pick:甲><pick:删掉>",
        Some(&deleted),
    );
    // Where it was can be written again.
    check_way("<go:甲1 事例><esc><pick:这一项><pick:删掉>", "甲1 事例：▏");
    check_way("<go:甲1 原因><esc><pick:这一项><pick:删掉>", "甲1 原因：▏");
    check_way("<go:甲2 问题><esc><pick:这一项><pick:删掉>", "甲+ 问题：▏");
}

#[test]
fn the_page_of_a_dimension_that_is_gone_is_left() {
    check_way(
        "<go:甲1><esc><pick:目录><pick:挪动><pick:甲><pick:删掉><esc*2>",
        "开头 开头：开▏",
    );
    check_way(
        "<go:甲1><esc><pick:目录><pick:挪动><pick:甲><pick:删掉><esc*2><c-z>",
        "甲1 方面名称：甲▏",
    );
}

#[test]
fn an_example_can_be_called_detail_and_back() {
    check_change(
        "<go:甲1 事例><esc><pick:这一项><pick:表现，不是>",
        |it| it.dimensions[0].problems[0].body[1].kind == PassageKind::Detail,
    );
    check_way(
        "<go:甲1 事例><esc><pick:这一项><pick:表现，不是>",
        "甲1 表现：例▏",
    );
    check_way(
        "<go:甲1 表现><esc><pick:这一项><pick:是事例>",
        "甲1 事例：表▏",
    );
}

#[test]
fn a_part_that_is_not_written_keeps_its_words() {
    let leave_out = "<esc><pick:这一项><pick:不写这一部分>";
    check_way(leave_out, "? ▏");
    check_draft(&format!("{leave_out}没有<esc>"), |it| {
        it.not_written.is_empty()
    });
    check_change(&format!("{leave_out}没有<enter>"), |it| {
        it.not_written.len() == 1
            && it.not_written[0].reason == "没有"
            && it.sections[0].text == "开"
    });
    check_change(&format!("{leave_out}<enter>"), |it| {
        it.not_written[0].reason.is_empty()
    });
    check_draft(
        &format!("{leave_out}没有<enter><esc><pick:这一项><pick:还是要写>"),
        |it| it.not_written.is_empty(),
    );
    for (part, n) in [("不写事例", 1), ("不写原因", 1), ("不写措施", 1)] {
        check_draft(
            &format!("<go:甲1><esc><pick:这一项><pick:{part}><enter>"),
            |it| it.not_written.len() == n,
        );
    }
    check_change(
        "<esc><pick:目录><pick:挪动><pick:乙><pick:不写这个方面>空<enter>",
        |it| it.not_written[0].reason == "空",
    );
}

#[test]
fn causes_and_measures_are_chosen_among_those_there() {
    let has = |it: &Draft, problem: usize, cause: usize| {
        let problem = it.dimensions[0].problems[problem].id;
        let cause = it.causes[cause].id;
        it.links.contains(&Link::ProblemCause { problem, cause })
    };
    check_draft("<go:甲2 原因>2", |it| has(it, 1, 0));
    check_draft("<go:甲2 原因><down*2><enter>", |it| has(it, 1, 1));
    check_way("<go:甲2 原因>3", "甲2 原因：因二▏");
    check_change("<go:甲2 措施>2", |it| {
        it.measures_of(it.dimensions[0].problems[1].id).count() == 1
    });
    // A problem that is still to be made is made with its first link.
    check_change("<go:乙+ 原因>2", |it| {
        let problem = it.dimensions[1].problems.first();
        problem.is_some_and(|problem| it.causes_of(problem.id).count() == 1)
    });
    check_way("<go:乙+ 原因>2", "乙1 原因：因一▏");
    check_way("<go:乙+ 措施>3", "乙1 措施：措二▏");
    check_way("<go:乙+ 措施>3<c-z>", "乙+ 问题：▏");
    // The first line writes a new one.
    check_way("<go:甲2 原因>1", "甲2 原因：▏");
    check_draft("<go:甲2 原因>1新", |it| {
        it.causes.len() == 3 && has(it, 1, 2)
    });
    // What is linked already is not offered again.
    check_way("<go:甲1><pick:NewCause>2", "甲1 原因：因二▏");
    check_draft("<go:甲1><pick:NewCause>2", |it| {
        has(it, 0, 0) && has(it, 0, 1)
    });
}

#[test]
fn a_cause_is_parted_from_its_problem_and_stays() {
    let unlink = "<go:甲1 原因><esc><pick:这一项><pick:脱开>";
    check_change(unlink, |it| it.causes.len() == 2 && it.links.len() == 2);
    check_way(unlink, "甲1 问题：甲一▏");
    check_change("<go:甲1 措施><esc><pick:这一项><pick:脱开>", |it| {
        it.measures.len() == 2 && it.links.len() == 2
    });
}

#[test]
fn measures_are_chosen_against_a_cause_and_parted_again() {
    let n_against = |it: &Draft, cause: usize| it.measures_against(it.causes[cause].id).count();
    check_change("<go:三、因 措施>2", move |it| {
        it.measures_against(it.causes[0].id).count() == 0
    });
    check_draft("<go:三、因 措施>22", |it| n_against(it, 0) == 1);
    check_draft("<go:三、因 措施>23", |it| n_against(it, 0) == 1);
    check_draft("<go:三、因 措施>3", |it| n_against(it, 0) == 2);
    check_way("<go:三、因 措施>3", "三、因 措施 > 3");
    check_way("<go:三、因 措施>1新", "四、措 措施：新▏");
    check_draft("<go:三、因 措施>1新", |it| {
        n_against(it, 0) == 2 && it.measures.len() == 3
    });
}

#[test]
fn a_status_is_shown_where_it_stands_and_changed() {
    check_way("<go:一、上年 进展>", "一、上年 进展 > 1");
    check_way("<go:四、措 进展><tab*5>", "四、措 时限：▏");
    check_change("<go:一、上年 进展>5", |it| {
        it.follow_ups[0].status == Status::Closed
    });
    check_way("<go:一、上年 进展>5", "一、上年 佐证：▏");
    // Enter on what is chosen already changes nothing.
    let before = check_draft("", |_| true).draft().clone();
    check_draft("<go:一、上年 进展><enter>", |it| {
        it.same_content(&before)
    });
    check_change("<go:四、措 进展><down><enter>", |it| {
        it.measures[0].status == Status::Underway
    });
}

#[test]
fn titles_are_changed_on_the_page_of_their_part() {
    check_way(
        "<esc><pick:目录><pick:挪动><pick:乙><pick:改方面>",
        "乙+ 方面名称：乙▏",
    );
    check_way(
        "<esc><pick:目录><pick:挪动><pick:丙><pick:改方面>",
        "（三）丙 方面名称：丙▏",
    );
    check_way(
        "<esc><pick:目录><pick:挪动><pick:上年><pick:改这一部分>",
        "一、上年 标题：上年▏",
    );
    let title = "<esc><pick:目录><pick:挪动><pick:上年><pick:改这一部分>";
    check_way(&format!("{title}度<enter>"), "一、上年度 上年整改：▏");
    check_way(&format!("{title}度<c-z>"), "一、上年 标题：上年▏");
}

#[test]
fn dimensions_are_added() {
    check_way("<esc><pick:目录><pick:加一个方面>", "+ 方面名称：▏");
    check_way("<esc><pick:目录><pick:加一个方面>丁", "丁+ 方面名称：丁▏");
    check_way("<esc><pick:目录><pick:加一个方面>丁<enter>", "丁+ 引语：▏");
    check_change("<esc><pick:目录><pick:加一个方面>", |it| {
        it.dimensions.len() == 4
    });
    check_draft("<esc><pick:目录><pick:加一个说明>戊", |it| {
        it.dimensions[3].kind == DimensionKind::Statement && it.dimensions[3].title == "戊"
    });
}

#[test]
fn a_measure_written_under_a_problem_with_one_cause_is_against_that_cause() {
    check_draft("<go:甲1><pick:NewMeasure>1新", |it| {
        it.measures_against(it.causes[0].id).count() == 2
    });
    check_draft(
        "<go:甲1><pick:NewCause>2<go:甲1><pick:NewMeasure>1新",
        |it| it.measures_against(it.causes[0].id).count() == 1,
    );
}
