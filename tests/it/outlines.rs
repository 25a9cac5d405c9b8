//! Random reports whose texts hold everything that a format could take for markup.

use pouxi::draft::{
    ChangeCause, DimensionKind, Outline, OutlineCause, OutlineDimension, OutlineFollowUp,
    OutlineMeasure, OutlineProblem, OutlineSection, PassageKind, Role, Session,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Returns a session on a draft with that content.
pub(crate) fn session_of(outline: Outline) -> Session {
    let mut session = Session::default();
    let change = outline.into_change(session.draft(), ChangeCause::Import);
    let _committed = session.commit(change).expect("made for this draft");
    session
}

/// Everything that could be read as markup, and what stands beside it in a report.
fn text() -> impl Strategy<Value = String> {
    let marks = [
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "```",
        "~",
        "~~~",
        "#",
        "# ",
        "##",
        ">",
        "+ ",
        "- ",
        "-",
        "---",
        "===",
        "=",
        "1.",
        "1. ",
        "12) ",
        "2035",
        "[",
        "]",
        "[x]: y",
        "[a](b)",
        "![a](b)",
        "<",
        "<b>",
        "</b>",
        "<!--",
        "<?",
        "<http://a.cn>",
        "<a@b.cn>",
        "&",
        "&amp;",
        "&#42;",
        "&x",
        "\\",
        "!",
        "|",
        "|-|",
        "$",
        "^",
        ":",
        "\"",
        "(",
        ")",
        "{",
        "www.a.cn",
        "    ",
        "  ",
        " ",
        "\t",
        "\n",
        "  \n",
        "\r",
        "\0",
        "\u{7f}",
        "\u{3000}",
        "\u{a0}",
        "\u{200b}",
        "\u{feff}",
    ];
    let words = [
        "学",
        "习",
        "a",
        "2035年",
        "(一)",
        "（一）",
        "。",
        "，",
        "：",
        "“",
        "”",
        "—",
        "…",
        "、",
        "👨‍👩‍👧",
        "😀",
        "e\u{301}",
        "𠮷",
        "Ⓐ",
        "5%",
        "℃",
        "～",
    ];
    let all = [
        (3, select(marks.to_vec()).boxed()),
        (2, select(words.to_vec()).boxed()),
    ];
    vec(prop::strategy::Union::new_weighted(all.to_vec()), 0..7).prop_map(|it| it.concat())
}

fn body() -> impl Strategy<Value = Vec<(PassageKind, String)>> {
    vec(text(), 0..3).prop_map(|it| it.into_iter().map(|it| (PassageKind::Detail, it)).collect())
}

/// A report of the usual sections.
pub(crate) fn outline() -> impl Strategy<Value = Outline> {
    let section = |role: Role| {
        (text(), text()).prop_map(move |(title, text)| OutlineSection {
            role,
            title,
            text,
            not_written: None,
        })
    };
    let roles = [
        Role::Opening,
        Role::FollowUp,
        Role::Dimensions,
        Role::Causes,
        Role::Measures,
        Role::Text,
        Role::Closing,
    ];
    let sections: Vec<_> = roles.into_iter().map(section).collect();
    let problem = (text(), body()).prop_map(|(headline, body)| OutlineProblem {
        headline,
        body,
        ..OutlineProblem::default()
    });
    let dimension = (text(), text(), vec(problem, 0..4), text(), any::<bool>()).prop_map(
        |(title, lead_in, problems, statement, is_review)| OutlineDimension {
            kind: if is_review {
                DimensionKind::Review
            } else {
                DimensionKind::Statement
            },
            title,
            lead_in,
            statement,
            problems,
            not_written: None,
        },
    );
    let follow_up =
        (text(), text(), text()).prop_map(|(problem, measure, evidence)| OutlineFollowUp {
            problem,
            measure,
            evidence,
            ..OutlineFollowUp::default()
        });
    let cause = (text(), body()).prop_map(|(headline, body)| OutlineCause {
        headline,
        body,
        ..OutlineCause::default()
    });
    let measure =
        (text(), body(), text(), text()).prop_map(|(headline, body, owner, due)| OutlineMeasure {
            headline,
            body,
            owner,
            due,
            ..OutlineMeasure::default()
        });
    (
        (text(), vec(text(), 0..3), sections),
        vec(dimension, 0..3),
        vec(follow_up, 0..12),
        vec(cause, 0..3),
        vec(measure, 0..3),
    )
        .prop_map(
            |((title, bylines, sections), dimensions, follow_ups, causes, measures)| Outline {
                title,
                bylines,
                sections,
                dimensions,
                follow_ups,
                causes,
                measures,
                ..Outline::default()
            },
        )
}
