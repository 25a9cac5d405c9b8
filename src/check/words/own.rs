//! What a writer changes in a word list: a text in the form of the list itself. A line adds its entry, or takes the place
//! of the one for the same words; `-` before the words takes theirs out. Opens no file.

use super::messages as say;
use super::{Entry, WordList};
use crate::locale::Lang;
use crate::template::nearest::nearest;

/// No entry is longer, in characters: nobody writes such a phrase.
const LONGEST: usize = 100;

/// More faults than these are not told one by one.
const MANY: usize = 100;

/// A line of a list with something wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFault {
    /// The list.
    pub list: WordList,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It holds a sign that cannot be seen and could disturb a terminal.
    ControlSign,
    /// An entry is longer than any phrase.
    TooLong,
    /// There is nothing before or behind the arrow, or behind the minus.
    Nothing,
    /// The list says what should stand instead, and the line does not.
    NoReplacement,
    /// The list says nothing to stand instead, and the line does.
    Replacement,
    /// What should stand instead is what stands.
    Same,
    /// There is no such entry to take out.
    NotThere {
        /// The entry that was probably meant.
        nearest: Option<String>,
    },
}

impl WordFault {
    /// Says what is wrong and what to do, without the place.
    pub fn say(&self, lang: Lang) -> String {
        match &self.wrong {
            Wrong::ControlSign => say::control_sign(lang),
            Wrong::TooLong => say::too_long(lang, LONGEST),
            Wrong::Nothing => say::nothing(lang),
            Wrong::NoReplacement => say::no_replacement(lang),
            Wrong::Replacement => say::replacement(lang),
            Wrong::Same => say::same(lang),
            Wrong::NotThere {
                nearest: Some(nearest),
            } => say::not_there_near(lang, nearest),
            Wrong::NotThere { nearest: None } => say::not_there(lang),
        }
    }
}

/// Makes the changes of a text in a list.
pub(super) fn change(
    list: WordList,
    entries: &mut Vec<Entry>,
    text: &str,
    faults: &mut Vec<WordFault>,
) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (idx, line) in text.lines().enumerate() {
        let wrong = match read(list, line) {
            Ok(None) => continue,
            Ok(Some(Line::Add(entry))) => {
                match entries.iter_mut().find(|it| it.words == entry.words) {
                    Some(old) => *old = entry,
                    None => entries.push(entry),
                }
                continue;
            }
            Ok(Some(Line::TakeOut(words))) => {
                let n_before = entries.len();
                entries.retain(|it| it.words != words);
                if entries.len() < n_before {
                    continue;
                }
                let near = nearest(&words, entries.iter().map(|it| it.words.as_str()));
                let near = near.map(str::to_owned);
                (first_column(line), Wrong::NotThere { nearest: near })
            }
            Err(wrong) => wrong,
        };
        if faults.len() < MANY {
            faults.push(WordFault {
                list,
                line: idx + 1,
                column: wrong.0,
                wrong: wrong.1,
            });
        }
    }
}

enum Line {
    Add(Entry),
    TakeOut(String),
}

/// Reads a line; `None` if it says nothing.
fn read(list: WordList, line: &str) -> Result<Option<Line>, (usize, Wrong)> {
    if let Some(at) = line.chars().position(|it| it.is_control() && it != '\t') {
        return Err((at + 1, Wrong::ControlSign));
    }
    let bare = line.split('#').next().unwrap_or_default().trim();
    if bare.is_empty() {
        return Ok(None);
    }
    let column = first_column(line);
    if bare.chars().count() > 2 * LONGEST {
        return Err((column, Wrong::TooLong));
    }
    let (words, instead) = match bare.split_once("=>") {
        Some((words, instead)) => (words.trim(), Some(instead.trim())),
        None => (bare, None),
    };
    let is_long = |it: &str| it.chars().count() > LONGEST;
    if is_long(words) || instead.is_some_and(is_long) {
        return Err((column, Wrong::TooLong));
    }
    if let Some(words) = words.strip_prefix('-') {
        let words = words.trim();
        return match (words.is_empty(), instead) {
            (true, _) => Err((column, Wrong::Nothing)),
            // What stands behind the arrow does not matter: the line may be copied from the list.
            (false, _) => Ok(Some(Line::TakeOut(words.to_owned()))),
        };
    }
    let wrong = match (list.replaces(), instead) {
        _ if words.is_empty() => Wrong::Nothing,
        (true, None) => Wrong::NoReplacement,
        (true, Some("")) => Wrong::Nothing,
        (true, Some(instead)) if instead == words => Wrong::Same,
        (false, Some(_)) => Wrong::Replacement,
        (true, Some(instead)) => return Ok(Some(add(words, instead))),
        (false, None) => return Ok(Some(add(words, ""))),
    };
    Err((column, wrong))
}

fn add(words: &str, instead: &str) -> Line {
    Line::Add(Entry {
        words: words.to_owned(),
        instead: instead.to_owned(),
    })
}

fn first_column(line: &str) -> usize {
    line.chars().take_while(|it| it.is_whitespace()).count() + 1
}

#[cfg(test)]
mod tests {
    use crate::check::{WordFault, WordList, Words, Wrong};

    fn lines(list: WordList, text: &str) -> Vec<String> {
        let (words, faults) = Words::with(&[(list, text)]);
        assert_eq!(faults, []);
        words.lines(list).collect()
    }

    #[test]
    fn a_line_adds_replaces_or_takes_out() {
        let list = lines(
            WordList::Terms,
            "\u{feff}# ours\r\n一岗两责 => 一岗双责制 # better\r\n -四种意识 \r\n\n三会一刻=>三会一课",
        );
        assert!(
            list.contains(&"一岗两责 => 一岗双责制".to_owned()),
            "{list:?}"
        );
        assert!(
            !list.iter().any(|it| it.starts_with("四种意识")),
            "{list:?}"
        );
        assert_eq!(
            list.last().map(String::as_str),
            Some("三会一刻 => 三会一课")
        );
        let groups = lines(WordList::Groups, "-领导班子\n全体同志\n全体同志");
        assert_eq!(groups.iter().filter(|it| *it == "全体同志").count(), 1);
        assert!(groups.contains(&"领导班子成员".to_owned()));
        assert!(!groups.contains(&"领导班子".to_owned()));
    }

    #[test]
    fn a_list_may_be_emptied() {
        let all = Words::built_in().lines(WordList::Slogans);
        let all: Vec<String> = all.map(|it| format!("-{it}")).collect();
        let all = all.join("\n");
        let (words, faults) = Words::with(&[(WordList::Slogans, &all)]);
        assert_eq!(faults, []);
        assert!(!words.has(WordList::Slogans, "坚定不移，狠抓落实"));
    }

    #[test]
    fn what_is_wrong_is_told_by_its_place_and_changes_nothing() {
        let check = |list: WordList, text: &str, line: usize, column: usize, wrong: Wrong| {
            let (words, faults) = Words::with(&[(list, text)]);
            let expected = WordFault {
                list,
                line,
                column,
                wrong,
            };
            assert_eq!(faults, [expected], "{text}");
            assert!(
                words.lines(list).eq(Words::built_in().lines(list)),
                "{text}"
            );
        };
        check(
            WordList::Groups,
            "\n全体\u{1b}[31m",
            2,
            3,
            Wrong::ControlSign,
        );
        check(WordList::Groups, "  全体 => 我", 1, 3, Wrong::Replacement);
        check(WordList::Terms, "全体", 1, 1, Wrong::NoReplacement);
        check(WordList::Terms, "全体 =>", 1, 1, Wrong::Nothing);
        check(WordList::Terms, "=> 全体", 1, 1, Wrong::Nothing);
        check(WordList::Terms, "全体 => 全体", 1, 1, Wrong::Same);
        check(WordList::Groups, "-", 1, 1, Wrong::Nothing);
        let nearest = Some("领导班子成员".to_owned());
        check(
            WordList::Groups,
            "-领导班子人员",
            1,
            1,
            Wrong::NotThere { nearest },
        );
        check(
            WordList::Groups,
            "-甲乙丙丁",
            1,
            1,
            Wrong::NotThere { nearest: None },
        );
        check(WordList::Groups, &"长".repeat(101), 1, 1, Wrong::TooLong);
    }
}
