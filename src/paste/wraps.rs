//! Lines that a fixed width had cut (PDF, mail, terminals): found by the room they left, and joined.

use super::letters::is_spaced;
use super::starts::{begins_anew, has_end_of_sentence_inside, is_open};
use crate::typeset::{Ambiguous, text_width};

/// Lines narrower than this are lists, verse or forms, in cells: eighteen Han characters.
const NARROWEST: usize = 36;
/// What a line may lack of the widest: a mark that was squeezed or hung, digits of another width.
const SLACK: usize = 4;
/// The most room the first word of a line is believed to need.
const LONGEST_WORD: usize = 20;
/// With this many cuts a pattern is seen.
const SURE: usize = 3;

/// A line end that could be a cut.
struct Cut {
    /// Whether the line had no room for what comes next.
    is_forced: bool,
    width: usize,
}

/// Joins the lines that a fixed width had cut. Returns the number of line ends that went.
pub(super) fn joined(text: &str) -> (String, usize) {
    let lines: Vec<&str> = text.split('\n').collect();
    let joints = joints(&lines);
    let mut joined = String::with_capacity(text.len());
    let mut n_joined = 0;
    for (idx, line) in lines.iter().enumerate() {
        joined.push_str(line);
        match joints.get(idx) {
            Some(Some(glue)) => {
                joined.push_str(glue);
                n_joined += 1;
            }
            Some(None) => joined.push('\n'),
            None => {}
        }
    }
    (joined, n_joined)
}

/// Returns for each line but the last what joins it to the next, nothing or a blank, if a fixed width had cut them.
///
/// A line end is a cut if the sentence goes on behind it, the next line begins nothing of its own, and there was no
/// room for its first word. Cuts are believed only together: at least half of the ends of open lines must be forced, and
/// somewhere a sentence must end inside a line, as in running text and not in a list of headings.
pub fn joints(lines: &[&str]) -> Vec<Option<&'static str>> {
    let pairs = || lines.iter().zip(lines.iter().skip(1));
    let widths: Vec<usize> = lines.iter().map(|it| cells(it)).collect();
    let widest = widths.iter().copied().max().unwrap_or_default();
    if lines.len() < 3 || widest < NARROWEST {
        return pairs().map(|_| None).collect();
    }
    let cuts: Vec<Option<Cut>> = (pairs().zip(&widths))
        .map(|((line, next), width)| cut(line, next, *width, widest))
        .collect();
    let is_pattern = are_believed(&cuts, lines);
    (pairs().zip(cuts))
        .map(|((line, next), cut)| {
            let is_cut = is_pattern && cut.is_some_and(|it| it.is_forced);
            is_cut.then(|| glue(line, next))
        })
        .collect()
}

fn cut(line: &str, next: &str, width: usize, widest: usize) -> Option<Cut> {
    let could_be = is_open(line) && !begins_anew(next);
    could_be.then(|| {
        let blank = glue(line, next).len();
        let is_forced = width + blank + first_word(next) + SLACK > widest;
        Cut { is_forced, width }
    })
}

fn are_believed(cuts: &[Option<Cut>], lines: &[&str]) -> bool {
    let n_open = cuts.iter().flatten().count();
    let forced: Vec<usize> = (cuts.iter().flatten())
        .filter(|it| it.is_forced)
        .map(|it| it.width)
        .collect();
    let is_running = || {
        (cuts.iter().zip(lines)).any(|(cut, line)| {
            cut.as_ref().is_some_and(|it| it.is_forced) && has_end_of_sentence_inside(line)
        })
    };
    let is_pattern = match forced.as_slice() {
        // Two lines of one width and the rest of a paragraph, no more: a short passage out of a PDF.
        [one, other] => one.abs_diff(*other) <= 2 && n_open == 2,
        _ => forced.len() >= SURE && forced.len() * 2 >= n_open,
    };
    is_pattern && is_running()
}

/// Returns what stands between two lines once they are joined: a blank between words that need one.
pub fn glue(line: &str, next: &str) -> &'static str {
    let ends_word = line.chars().next_back().is_some_and(|it| {
        is_spaced(it) || matches!(it, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '%')
    });
    let begins_word = next
        .chars()
        .next()
        .is_some_and(|it| is_spaced(it) || matches!(it, '(' | '"' | '\''));
    if ends_word && begins_word { " " } else { "" }
}

/// Returns the cells of what cannot be parted at the beginning of a line: a word, or a Han character with the marks
/// that may not begin a line.
fn first_word(line: &str) -> usize {
    let mut signs = line.char_indices().skip(1);
    let is_word = line.starts_with(is_spaced);
    let end = signs.find(|(_, it)| {
        if is_word {
            !is_spaced(*it)
        } else {
            !matches!(
                it,
                '，' | '。' | '、' | '；' | '：' | '！' | '？' | '”' | '’' | '）' | '》'
            )
        }
    });
    let end = end.map_or(line.len(), |(at, _)| at);
    cells(line.get(..end).unwrap_or_default()).min(LONGEST_WORD)
}

fn cells(line: &str) -> usize {
    text_width(line, Ambiguous::Wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(joined(text).0, expected);
    }

    #[test]
    fn a_passage_out_of_a_pdf_is_joined() {
        check(
            "根据市委、县委有关文件要求，会前本人深入学习了规定的所学内容，为\n开好这次会奠定坚实的思想基础。开展了广泛的谈心谈话活动，并征求了\n意见建议。",
            "根据市委、县委有关文件要求，会前本人深入学习了规定的所学内容，为开好这次会奠定坚实的思想基础。开展了广泛的谈心谈话活动，并征求了意见建议。",
        );
    }

    #[test]
    fn a_line_that_ends_a_sentence_ends_a_paragraph() {
        check(
            "根据市委、县委有关文件要求，会前本人深入学习了规定的所学内容，为\n开好这次会奠定坚实的思想基础。开展了广泛的谈心谈话活动，并征求了\n意见建议，认真撰写材料。从五个方面查摆问题，剖析原因，提出措施。\n现将有关情况报告如下，请予批评指正。本人深知自己还存在不少的不足\n之处。",
            "根据市委、县委有关文件要求，会前本人深入学习了规定的所学内容，为开好这次会奠定坚实的思想基础。开展了广泛的谈心谈话活动，并征求了意见建议，认真撰写材料。从五个方面查摆问题，剖析原因，提出措施。\n现将有关情况报告如下，请予批评指正。本人深知自己还存在不少的不足之处。",
        );
    }

    #[test]
    fn words_are_joined_with_a_blank_and_headings_stay() {
        check(
            "Review of the year\nThe team met every week and wrote the minutes down. It did not\nalways follow them up, though, and some of the promises were\nforgotten before the next meeting. The minutes were then sent to\nnobody.\n1. Reading\nToo little.",
            "Review of the year\nThe team met every week and wrote the minutes down. It did not always follow them up, though, and some of the promises were forgotten before the next meeting. The minutes were then sent to nobody.\n1. Reading\nToo little.",
        );
    }

    #[test]
    fn lists_and_verse_stay_as_they_are() {
        for text in [
            // Headings of one length, without a sentence between them.
            "在带头强化政治忠诚、提高政治能力方面存在的问题\n在带头固本培元、增强党性修养方面存在的一些问题\n在带头敬畏人民、敬畏组织、敬畏法纪方面的问题\n在带头干事创业、担当作为方面存在的一些问题",
            "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
            "张三\n李四\n王五\n赵六",
            // Too narrow for a page.
            "他来了。我也\n来了。你也来\n了。大家都来\n了",
            // One long line among notes.
            "谈心谈话记录。班子成员之间、班子成员与分管部门的负责人之间都谈了\n书记谈了三次\n镇长谈了两次\n其他人各一次",
            // Whole paragraphs, one a line.
            "一是理论学习不全面。主观认为自己在基层工作时间久、资历高，工作经验丰富。\n二是党性教育不严格。存在定期开展党性分析不够的问题。\n三是宗旨意识不坚定。",
            "",
            "\n\n\n",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn a_numbered_line_is_not_joined() {
        check(
            "存在的主要问题和不足有以下的几个方面。其中包括对于理论学习的认识还\n一是理论学习不全面，主观认为自己在基层工作的时间久、资历高，工作经\n验丰富。在思想上产生了松懈疲倦的心理，不愿学习、不想学习，把学习当\n作负担。",
            "存在的主要问题和不足有以下的几个方面。其中包括对于理论学习的认识还\n一是理论学习不全面，主观认为自己在基层工作的时间久、资历高，工作经验丰富。在思想上产生了松懈疲倦的心理，不愿学习、不想学习，把学习当作负担。",
        );
    }

    #[test]
    fn what_stands_between_joined_lines() {
        for (line, next, between) in [
            ("未能第", "一时间", ""),
            ("the", "end", " "),
            ("end.", "The", " "),
            ("2021", "年", ""),
            ("年度", "2021", ""),
            ("well-", "known", ""),
            ("学习，", "the", ""),
        ] {
            assert_eq!(glue(line, next), between, "{line} {next}");
        }
    }
}
