//! Names of persons in a review that blames nobody. Off unless a template asks; it goes by forms of address.

use crate::check::messages::person_name;
use crate::check::signs::is_han;
use crate::check::{Found, Looks, Rule, Rulebook, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    name: "person-name",
    severity: Severity::Warn,
    is_on: false,
    is_chinese: false,
    page: include_str!("person-name.md"),
    looks: &[Looks::AtParagraph(run)],
};

/// What follows a name.
const BEHIND: &[&str] = &[
    "同志",
    "工程师",
    "经理",
    "先生",
    "女士",
    "组长",
    "主任",
    "师傅",
];

/// What stands before one.
const BEFORE: &[&str] = &["Mr. ", "Ms. ", "Mrs. ", "Mr ", "Ms ", "Mrs ", "Dr. "];

/// The commonest surnames: two thirds of all.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

fn run(book: &Rulebook<'_>, paragraph: &Seen<'_>, out: &mut Vec<Found>) {
    let text = paragraph.text.as_ref();
    for behind in BEHIND {
        for (at, words) in text.match_indices(behind) {
            if let Some(start) = name_before(text, at) {
                let name = text.get(start..at + words.len()).unwrap_or_default();
                let message = person_name(book.lang, name);
                out.push(Found::new(paragraph.at(start..at + words.len()), message));
            }
        }
    }
    for before in BEFORE {
        for (at, words) in text.match_indices(before) {
            let rest = text.get(at + words.len()..).unwrap_or_default();
            let length = rest
                .find(|it: char| !it.is_alphabetic())
                .unwrap_or(rest.len());
            if rest.starts_with(char::is_uppercase) && length > 1 {
                let range = at..at + words.len() + length;
                let name = text.get(range.clone()).unwrap_or_default();
                out.push(Found::new(
                    paragraph.at(range),
                    person_name(book.lang, name),
                ));
            }
        }
    }
}

/// Returns where a name of one to three characters that ends here begins with a surname.
fn name_before(text: &str, at: usize) -> Option<usize> {
    let signs = text.get(..at)?.char_indices().rev().take(3);
    let name = signs.take_while(|it| is_han(it.1));
    name.filter(|it| SURNAMES.contains(it.1))
        .last()
        .map(|it| it.0)
}
