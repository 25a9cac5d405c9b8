//! The ordinals that Word makes itself. Counts as Word does; does not know what a paragraph says.
//!
//! A list (`w:num`) follows a scheme (`w:abstractNum`) of up to nine levels; lists of one scheme go on counting
//! together unless a list says where it starts.

use std::collections::{HashMap, HashSet};

use super::numerals::numeral;
use super::xml::{Element, Node, Space, walk};

/// How many levels a scheme has.
const N_LEVELS: usize = 9;

/// A place in a list: which one, and its level from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListAt {
    /// The id of the list. `0` is none, whatever a style says.
    pub(super) list: Option<String>,
    /// The level.
    pub(super) level: Option<usize>,
}

/// An ordinal as it stands before the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ordinal {
    /// The ordinal and the blank behind it; empty for a bullet.
    pub(super) text: String,
    /// A format that is not known here, which was written with 1, 2, 3.
    pub(super) unknown_format: Option<String>,
}

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    schemes: HashMap<String, Scheme>,
    lists: HashMap<String, List>,
    /// The last number of each level, by scheme.
    counts: HashMap<String, [Option<usize>; N_LEVELS]>,
    /// The lists that have begun at their own start, by level.
    begun: HashSet<(String, usize)>,
}

#[derive(Default)]
struct Scheme {
    levels: [Level; N_LEVELS],
    /// The style whose list is meant instead.
    linked_to: Option<String>,
    /// The style this is the scheme of.
    link: Option<String>,
}

#[derive(Clone, Debug)]
struct Level {
    start: usize,
    format: String,
    /// `%1` stands for the number of the first level.
    text: String,
    has_blank: bool,
    /// Restarts behind a paragraph of this level or a higher one, from 1; 0 is never.
    restart: Option<usize>,
    /// Whether all numbers are decimal.
    is_legal: bool,
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            has_blank: true,
            restart: None,
            is_legal: false,
            style: None,
        }
    }
}

#[derive(Default)]
struct List {
    scheme: String,
    starts: [Option<usize>; N_LEVELS],
    levels: [Option<Level>; N_LEVELS],
}

/// Where the reader is in the part.
#[derive(Default)]
struct Reader {
    numbering: Numbering,
    scheme: Option<(String, Scheme)>,
    list: Option<(String, List)>,
    /// The level of `w:lvlOverride`.
    overridden: Option<usize>,
    level: Option<(usize, Level)>,
}

impl Numbering {
    /// Reads the part of the lists, as far as it goes.
    pub(super) fn read(xml: &str) -> Self {
        let mut reader = Reader::default();
        let mut path: Vec<String> = Vec::new();
        let _end = walk(xml, |node| match node {
            Node::Open(it) => {
                if it.space == Space::Word {
                    reader.open(&it);
                }
                path.push(it.name.to_owned());
            }
            Node::Close => {
                let name = path.pop();
                reader.close(name.as_deref().unwrap_or_default());
            }
            Node::Text(_) => {}
        });
        reader.numbering
    }

    /// Counts a paragraph, and returns its ordinal; `None` if it has none. `style` is the style of the paragraph:
    /// a level may belong to one.
    pub(super) fn count(&mut self, at: &ListAt, style: &str) -> Option<Ordinal> {
        let id = at.list.as_deref().filter(|it| *it != "0")?;
        let list = self.lists.get(id)?;
        let scheme_id = self.scheme_of(&list.scheme)?;
        let scheme = self.schemes.get(&scheme_id)?;
        let of_style = || (scheme.levels.iter()).position(|it| it.style.as_deref() == Some(style));
        let level = at.level.or_else(of_style).unwrap_or_default();
        let levels: Vec<&Level> = (scheme.levels.iter().zip(&list.levels))
            .map(|(it, own)| own.as_ref().unwrap_or(it))
            .collect();
        let here = *levels.get(level)?;
        let counts = self.counts.entry(scheme_id).or_default();
        let own_start = list.starts.get(level).copied().flatten();
        let begins = own_start.is_some() && self.begun.insert((id.to_owned(), level));
        let reached = counts.get_mut(level)?;
        let next = match (*reached, own_start) {
            (_, Some(start)) if begins => start,
            (Some(before), _) => before.saturating_add(1),
            (None, _) => own_start.unwrap_or(here.start),
        };
        *reached = Some(next);
        for (deeper, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = levels.get(deeper).and_then(|it| it.restart);
            if restart.is_none_or(|it| it > level) {
                *count = None;
            }
        }
        let starts = &list.starts;
        let number = |it: usize| {
            let reached = counts.get(it).copied().flatten();
            let own = starts.get(it).copied().flatten();
            reached
                .or(own)
                .unwrap_or_else(|| levels.get(it).map_or(1, |it| it.start))
        };
        Some(ordinal(here, &levels, number))
    }

    /// Follows a scheme that stands for the list of a style.
    fn scheme_of(&self, id: &str) -> Option<String> {
        let scheme = self.schemes.get(id)?;
        let Some(style) = &scheme.linked_to else {
            return Some(id.to_owned());
        };
        let mut all = self.schemes.iter();
        let linked = all.find(|(_, it)| it.link.as_ref() == Some(style));
        Some(linked.map_or_else(|| id.to_owned(), |(id, _)| id.clone()))
    }
}

impl Reader {
    fn open(&mut self, it: &Element<'_>) {
        let id = |name: &str| it.attribute(name).unwrap_or_default();
        match it.name {
            "abstractNum" => self.scheme = Some((id("abstractNumId"), Scheme::default())),
            "num" => self.list = Some((id("numId"), List::default())),
            "lvlOverride" => self.overridden = id("ilvl").parse().ok(),
            "lvl" => self.level = id("ilvl").parse().ok().map(|it| (it, Level::default())),
            "abstractNumId" => {
                if let Some((_, list)) = &mut self.list {
                    list.scheme = id("val");
                }
            }
            "startOverride" => {
                let at = self.overridden.and_then(|at| {
                    let (_, list) = self.list.as_mut()?;
                    list.starts.get_mut(at)
                });
                if let Some(start) = at {
                    *start = it.number();
                }
            }
            "numStyleLink" => {
                if let Some((_, scheme)) = &mut self.scheme {
                    scheme.linked_to = it.attribute("val");
                }
            }
            "styleLink" => {
                if let Some((_, scheme)) = &mut self.scheme {
                    scheme.link = it.attribute("val");
                }
            }
            _ => {
                if let Some((_, level)) = &mut self.level {
                    level.take(it);
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "lvl" => {
                let Some((at, level)) = self.level.take() else {
                    return;
                };
                if let Some((_, list)) = &mut self.list {
                    if let Some(it) = list.levels.get_mut(at) {
                        *it = Some(level);
                    }
                } else if let Some((_, scheme)) = &mut self.scheme
                    && let Some(it) = scheme.levels.get_mut(at)
                {
                    *it = level;
                }
            }
            "lvlOverride" => self.overridden = None,
            "abstractNum" => self.numbering.schemes.extend(self.scheme.take()),
            "num" => self.numbering.lists.extend(self.list.take()),
            _ => {}
        }
    }
}

impl Level {
    fn take(&mut self, it: &Element<'_>) {
        let value = || it.attribute("val").unwrap_or_default();
        match it.name {
            "start" => self.start = it.number().unwrap_or(1),
            "numFmt" => self.format = value(),
            "lvlText" => self.text = value(),
            "suff" => self.has_blank = value() != "nothing",
            "lvlRestart" => self.restart = it.number(),
            "isLgl" => self.is_legal = it.is_on(),
            "pStyle" => self.style = it.attribute("val"),
            _ => {}
        }
    }
}

/// Puts the ordinal of a level together.
fn ordinal(here: &Level, levels: &[&Level], number: impl Fn(usize) -> usize) -> Ordinal {
    let mut ordinal = Ordinal {
        text: String::new(),
        unknown_format: None,
    };
    if here.format == "bullet" || here.format == "none" && !here.text.contains('%') {
        return ordinal;
    }
    let mut signs = here.text.chars().peekable();
    while let Some(sign) = signs.next() {
        let digit = signs
            .peek()
            .and_then(|it| it.to_digit(10))
            .filter(|it| *it > 0);
        match (sign, digit) {
            ('%', Some(digit)) => {
                signs.next();
                let at = digit as usize - 1;
                let format = match levels.get(at) {
                    Some(_) if here.is_legal => "decimal",
                    Some(it) => it.format.as_str(),
                    None => "none",
                };
                let n = number(at);
                let text = numeral(format, n).unwrap_or_else(|| {
                    ordinal.unknown_format = Some(format.to_owned());
                    n.to_string()
                });
                ordinal.text.push_str(&text);
            }
            (it, _) if it.is_control() => ordinal.text.push(' '),
            (it, _) => ordinal.text.push(it),
        }
    }
    let wants_blank = (ordinal.text.chars().next_back())
        .is_some_and(|it| it.is_alphanumeric() || it.is_ascii_punctuation());
    if here.has_blank && wants_blank {
        ordinal.text.push(' ');
    }
    ordinal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(at: usize, format: &str, text: &str, more: &str) -> String {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#
        )
    }

    fn lists(levels: &str, nums: &str) -> Numbering {
        Numbering::read(&format!(
            r#"<w:numbering><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}</w:numbering>"#
        ))
    }

    const NUM: &str = r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;

    /// Counts paragraphs, each given as list and level.
    #[track_caller]
    fn check(mut numbering: Numbering, paragraphs: &[(&str, usize)], ordinals: &[&str]) {
        let found: Vec<String> = (paragraphs.iter())
            .map(|(list, level)| {
                let at = ListAt {
                    list: Some((*list).to_owned()),
                    level: Some(*level),
                };
                numbering
                    .count(&at, "")
                    .map_or("none".to_owned(), |it| it.text)
            })
            .collect();
        assert_eq!(found, ordinals);
    }

    fn official() -> String {
        level(0, "chineseCountingThousand", "%1、", "")
            + &level(1, "chineseCountingThousand", "（%2）", "")
            + &level(2, "decimal", "%3.", "")
            + &level(3, "decimal", "%1.%3.%4", r"<w:isLgl/>")
    }

    #[test]
    fn levels_count_and_restart() {
        check(
            lists(&official(), NUM),
            &[
                ("1", 0),
                ("1", 1),
                ("1", 1),
                ("1", 2),
                ("1", 0),
                ("1", 1),
                ("1", 2),
                ("1", 3),
            ],
            &[
                "一、",
                "（一）",
                "（二）",
                "1. ",
                "二、",
                "（一）",
                "1. ",
                "2.1.1 ",
            ],
        );
    }

    #[test]
    fn a_level_that_never_restarts_goes_on() {
        let levels = level(0, "decimal", "%1", "")
            + &level(1, "decimal", "%2)", r#"<w:lvlRestart w:val="0"/>"#);
        check(
            lists(&levels, NUM),
            &[("1", 0), ("1", 1), ("1", 0), ("1", 1)],
            &["1 ", "1) ", "2 ", "2) "],
        );
    }

    #[test]
    fn lists_of_one_scheme_go_on_unless_they_start_anew() {
        let nums = format!(
            r#"{NUM}<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
        );
        check(
            lists(&official(), &nums),
            &[("1", 0), ("2", 0), ("3", 0), ("3", 0), ("0", 0), ("9", 0)],
            &["一、", "二、", "一、", "二、", "none", "none"],
        );
    }

    #[test]
    fn a_list_may_have_levels_of_its_own() {
        let own = format!(
            r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{}</w:lvlOverride></w:num>"#,
            level(0, "chineseCounting", "%1是", r#"<w:suff w:val="nothing"/>"#)
        );
        check(
            lists(&official(), &own),
            &[("1", 0), ("1", 0)],
            &["一是", "二是"],
        );
    }

    #[test]
    fn bullets_have_no_ordinal_and_unknown_formats_are_told() {
        check(
            lists(&level(0, "bullet", "\u{F0B7}", ""), NUM),
            &[("1", 0)],
            &[""],
        );
        let mut numbering = lists(&level(0, "hebrew1", "%1.", ""), NUM);
        let at = ListAt {
            list: Some("1".to_owned()),
            level: None,
        };
        let wanted = Ordinal {
            text: "1. ".to_owned(),
            unknown_format: Some("hebrew1".to_owned()),
        };
        assert_eq!(numbering.count(&at, ""), Some(wanted));
    }

    #[test]
    fn a_level_may_belong_to_a_style() {
        let levels = level(0, "decimal", "%1", "")
            + &level(1, "chineseCounting", "（%2）", r#"<w:pStyle w:val="2"/>"#);
        let mut numbering = lists(&levels, NUM);
        let at = ListAt {
            list: Some("1".to_owned()),
            level: None,
        };
        assert_eq!(
            numbering.count(&at, "2").map(|it| it.text),
            Some("（一）".to_owned())
        );
    }

    #[test]
    fn a_scheme_may_stand_for_that_of_a_style() {
        let numbering = Numbering::read(&format!(
            r#"<w:numbering><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="s"/></w:abstractNum>
            <w:abstractNum w:abstractNumId="5"><w:styleLink w:val="s"/>{}</w:abstractNum>{NUM}</w:numbering>"#,
            level(0, "chineseCounting", "第%1，", "")
        ));
        check(numbering, &[("1", 0), ("1", 0)], &["第一，", "第二，"]);
    }
}
