//! The styles of paragraphs: which of them make headings and which number. Does not know what a paragraph says.

use std::collections::{HashMap, HashSet};

use super::numbering::ListAt;
use super::xml::{Element, Node, Space, walk};

/// How many styles may stand on each other; a circle ends there.
const MAX_DEPTH: usize = 32;

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The styles of characters that set a headline off: those that are bold, and the one our own documents have.
    strong: HashSet<String>,
    /// The style of a paragraph that names none.
    default: String,
}

/// A style of paragraphs, as far as it matters here.
#[derive(Default)]
struct Style {
    name: String,
    based_on: String,
    outline: Option<u8>,
    list: ListAt,
}

/// What a style makes of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// The level of heading, from 1.
    pub(super) heading: Option<u8>,
    /// The list it is numbered by.
    pub(super) list: ListAt,
    /// Whether it stands in a table of contents.
    pub(super) is_contents: bool,
    /// Whether it is the title of the document: a break within is there for its looks.
    pub(super) is_title: bool,
}

/// The id of the style in which our documents set the beginning of a problem, bold or not.
const LEAD: &str = "Lead";

impl Styles {
    /// Reads the part of the styles, as far as it goes.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles = Self::default();
        let mut path: Vec<String> = Vec::new();
        let mut open: Option<(String, Style)> = None;
        let mut characters: Option<String> = None;
        let _end = walk(xml, |node| match node {
            Node::Open(it) => {
                if it.space == Space::Word {
                    if it.name == "style" && is_of_paragraphs(&it) {
                        let id = it.attribute("styleId").unwrap_or_default();
                        if it
                            .attribute("default")
                            .is_some_and(|it| it != "0" && it != "false")
                        {
                            styles.default.clone_from(&id);
                        }
                        open = Some((id, Style::default()));
                    } else if it.name == "style" {
                        let id = it.attribute("styleId").unwrap_or_default();
                        if id == LEAD {
                            styles.strong.insert(id.clone());
                        }
                        characters = Some(id);
                    } else if let Some(id) = characters.as_ref().filter(|_| it.name == "b") {
                        if it.is_on() {
                            styles.strong.insert(id.clone());
                        }
                    } else if let Some((_, style)) = &mut open {
                        style.take(&it, path.last().map_or("", String::as_str));
                    }
                }
                path.push(it.name.to_owned());
            }
            Node::Close => {
                if path.pop().as_deref() == Some("style") {
                    characters = None;
                    if let Some((id, style)) = open.take() {
                        styles.by_id.insert(id, style);
                    }
                }
            }
            Node::Text(_) => {}
        });
        styles
    }

    /// Tells whether a style of characters sets a headline off.
    pub(super) fn is_strong(&self, id: &str) -> bool {
        self.strong.contains(id)
    }

    /// Returns what a style makes of a paragraph. `id` is empty for a paragraph without style.
    pub(super) fn look(&self, id: &str) -> Look {
        let mut look = Look::default();
        let mut id = if id.is_empty() {
            self.default.as_str()
        } else {
            id
        };
        for depth in 0..MAX_DEPTH {
            let Some(style) = self.by_id.get(id) else {
                // Some writers leave the part out and rely on the ids that every Word knows.
                look.heading = look.heading.or_else(|| heading_by_name(id));
                break;
            };
            if depth == 0 {
                let name = style.name.to_lowercase();
                look.is_title = is_title(&name);
                look.is_contents = name.starts_with("toc ") || name == "table of figures";
            }
            let by_name = heading_by_name(&style.name);
            look.heading = look.heading.or(style.outline).or(by_name);
            look.list.list = look.list.list.take().or_else(|| style.list.list.clone());
            look.list.level = look.list.level.or(style.list.level);
            id = &style.based_on;
            if id.is_empty() {
                break;
            }
        }
        // 0 says: body text, whatever the style below says.
        look.heading = look.heading.filter(|it| *it > 0);
        look
    }
}

impl Style {
    fn take(&mut self, it: &Element<'_>, parent: &str) {
        match (parent, it.name) {
            ("style", "name") => self.name = it.attribute("val").unwrap_or_default(),
            ("style", "basedOn") => self.based_on = it.attribute("val").unwrap_or_default(),
            ("pPr", "outlineLvl") => self.outline = it.number().map(level_of_outline),
            ("numPr", "numId") => self.list.list = it.attribute("val"),
            ("numPr", "ilvl") => self.list.level = it.number(),
            _ => {}
        }
    }
}

fn is_of_paragraphs(style: &Element<'_>) -> bool {
    style.attribute("type").is_none_or(|it| it == "paragraph")
}

/// Returns the level of heading of an outline level: 0 to 8 are headings, 9 is body text, which is 0 here.
pub(super) fn level_of_outline(level: usize) -> u8 {
    match u8::try_from(level) {
        Ok(it @ 0..=8) => it + 1,
        _ => 0,
    }
}

/// Returns the level of heading that a name or a well-known id of a style stands for.
fn heading_by_name(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if is_title(&name) {
        return Some(1);
    }
    let rest = name
        .strip_prefix("heading")
        .or_else(|| name.strip_prefix("标题"))?;
    rest.trim().parse().ok().filter(|it| (1..=9).contains(it))
}

fn is_title(name: &str) -> bool {
    name == "title" || name == "标题"
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = r#"<w:styles>
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
            <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="my"><w:name w:val="我的"/><w:basedOn w:val="1"/>
            <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="flat"><w:basedOn w:val="my"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="x"/></w:style>
        <w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="character" w:styleId="c"><w:name w:val="heading 2"/></w:style>
    </w:styles>"#;

    #[test]
    fn a_style_stands_on_another() {
        let styles = Styles::read(XML);
        let list = |list: &str, level| ListAt {
            list: Some(list.to_owned()),
            level,
        };
        let look = |id| styles.look(id);
        assert_eq!(
            (look("1").heading, look("1").list),
            (Some(1), list("3", None))
        );
        assert_eq!(
            (look("my").heading, look("my").list),
            (Some(1), list("3", Some(1)))
        );
        assert_eq!(look("flat").heading, None);
        assert_eq!(look("").heading, None);
        assert!(look("10").is_contents && !look("1").is_contents);
        for id in ["x", "c", "unknown"] {
            assert_eq!(look(id), Look::default(), "{id}");
        }
    }

    #[test]
    fn well_known_ids_need_no_part() {
        let styles = Styles::default();
        assert_eq!(styles.look("Heading2").heading, Some(2));
        assert_eq!(styles.look("Title").heading, Some(1));
        assert_eq!(styles.look("Heading12").heading, None);
    }
}
