//! Blanks between Han characters: what is left where somebody joined wrapped lines, or spaced the letters. Judges by
//! all of the paste: a blank or two mean something.

use super::letters::{is_blank, is_chinese_mark, is_han};

/// A blank this far behind the last one can be the rest of a line end, in characters. Names, ordinals and lists of
/// words have shorter pieces.
const FAR: usize = 10;
/// Fewer are chance.
const FEWEST: usize = 3;
/// One in so many Han characters is frequent.
const FREQUENT: usize = 200;
/// A text with so many of them is spaced letter by letter.
const SPACED_OUT: usize = 20;

/// A single blank between two Han characters or marks of Chinese punctuation.
struct Gap {
    at: usize,
    /// Whether both are Han characters: no writer types it there.
    is_in_words: bool,
    /// Whether it lies far behind the blank or the line end before it.
    is_far: bool,
    /// Whether a mark of punctuation stands between them.
    has_mark: bool,
}

/// Takes blanks between Han characters out where they are frequent and mean nothing. Returns how many.
pub(super) fn closed(text: &str) -> (String, usize) {
    let survey = survey(text);
    let n_in_words = survey.gaps.iter().filter(|it| it.is_in_words).count();
    let goes: fn(&Gap) -> bool = if n_in_words >= SPACED_OUT && n_in_words >= 4 * survey.n_touching
    {
        |_| true
    } else if is_wrapped(&survey) {
        |it| it.is_far
    } else {
        return (text.to_owned(), 0);
    };
    let mut closed = String::with_capacity(text.len());
    let mut rest = 0;
    let mut n_closed = 0;
    for gap in survey.gaps.iter().filter(|it| goes(it)) {
        closed.push_str(text.get(rest..gap.at).unwrap_or_default());
        rest = gap.at + 1;
        n_closed += 1;
    }
    closed.push_str(text.get(rest..).unwrap_or_default());
    (closed, n_closed)
}

/// Tells whether the gaps are what joining wrapped lines leaves: frequent, far apart, in running text.
fn is_wrapped(survey: &Survey) -> bool {
    let in_words = || survey.gaps.iter().filter(|it| it.is_in_words);
    let n_far = in_words().filter(|it| it.is_far).count();
    let n_in_sentences = in_words().filter(|it| it.is_far && it.has_mark).count();
    n_far >= FEWEST
        && n_far * FREQUENT >= survey.n_han
        && n_far * 10 >= in_words().count() * 7
        && n_in_sentences * 2 >= n_far
}

struct Survey {
    gaps: Vec<Gap>,
    n_han: usize,
    /// Pairs of Han characters without anything between them.
    n_touching: usize,
}

fn survey(text: &str) -> Survey {
    let mut survey = Survey {
        gaps: Vec::new(),
        n_han: 0,
        n_touching: 0,
    };
    let mut signs = text.char_indices().peekable();
    let mut before = None;
    let (mut n_since, mut has_mark) = (0, false);
    while let Some((at, sign)) = signs.next() {
        if is_han(sign) {
            survey.n_han += 1;
            survey.n_touching += usize::from(before.is_some_and(is_han));
        }
        if sign == '\n' || is_blank(sign) {
            let next = signs.peek().map(|(_, it)| *it);
            let is_between =
                |is_one: fn(char) -> bool| before.is_some_and(is_one) && next.is_some_and(is_one);
            if sign == ' ' && is_between(|it| is_han(it) || is_chinese_mark(it)) {
                survey.gaps.push(Gap {
                    at,
                    is_in_words: is_between(is_han),
                    is_far: n_since >= FAR,
                    has_mark,
                });
            }
            (n_since, has_mark) = (0, false);
        } else {
            n_since += 1;
            has_mark |= is_chinese_mark(sign);
        }
        before = Some(sign);
    }
    survey
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRAPPED: &str = "对上级的决策部署，有时未能第 一时间传达学习，贯彻落实也不 够及时。联系群众不够紧密，深入基 层调研的次数少，掌握的情况不全面。";

    #[test]
    fn what_joined_lines_left_is_closed() {
        assert_eq!(closed(WRAPPED), (WRAPPED.replace(' ', ""), 3));
    }

    #[test]
    fn a_short_piece_keeps_its_blank() {
        let text = format!("{WRAPPED}\n一是 理论");
        assert_eq!(
            closed(&text).0,
            format!("{}\n一是 理论", WRAPPED.replace(' ', ""))
        );
    }

    #[test]
    fn spaced_letters_are_closed() {
        let spaced = "对 照 检 查 材 料 存 在 的 主 要 问 题 及 原 因 分 析 和 整 改 措 施";
        assert_eq!(closed(spaced).0, spaced.replace(' ', ""));
    }

    #[test]
    fn blanks_that_mean_something_stay() {
        for text in [
            "张三 李四 王五 赵六 钱七",
            "一是 理论学习不够，二是 担当作为不够，三是 服务群众不够。",
            "第一章 总则\n第二章 会议的召开\n第三章 会议的程序",
            "对上级的决策，部署未能第 一时间传达学习。",
            // As many as nothing in so long a text.
            &format!("{WRAPPED}{}", "学习".repeat(400)),
            // Three among names.
            &format!("{WRAPPED}张三 李四 王五 赵六 钱七"),
            "在带头强化政治忠诚提高政治能力方面 在带头固本培元增强党性修养方面 在带头敬畏人民敬畏组织方面 在带头干事创业方面",
            "使用 Word 编辑的 2021 年度材料，共 3 份。",
            "",
        ] {
            assert_eq!(closed(text), (text.to_owned(), 0));
        }
    }
}
