//! XML as a run of openings, texts and endings. Holds nothing but the place it is at: depth costs no stack, and ends
//! at the 65,535 levels of the library.

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

/// Whose element it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// `w:` the text of Word, transitional or strict.
    Word,
    /// `m:` formulas.
    Math,
    /// `mc:` the same thing for several versions of Word.
    Compatibility,
    /// Anything else: drawings, relations, extensions.
    Other,
}

/// A step through XML.
pub(super) enum Node<'a> {
    /// An element begins. Every one that begins ends, unless the XML breaks off.
    Open(Element<'a>),
    /// The element that began last ends.
    Close,
    /// Characters.
    Text(&'a str),
}

/// An element that begins.
pub(super) struct Element<'a> {
    pub(super) space: Space,
    /// Its name without prefix.
    pub(super) name: &'a str,
    start: &'a BytesStart<'a>,
}

impl Element<'_> {
    /// Returns an attribute by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.start.attributes();
        let all = all.with_checks(false).filter_map(Result::ok);
        let mut all = all.filter(|it| it.key.local_name().as_ref() == name);
        let found = all.next()?;
        let unescaped = quick_xml::escape::unescape(&found.value);
        Some(unescaped.map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned))
    }

    /// Returns `w:val` as a number.
    pub(super) fn number(&self) -> Option<usize> {
        self.attribute("val")?.trim().parse().ok()
    }

    /// Returns what a switch is set to: an element that stands there without a value is on.
    pub(super) fn is_on(&self) -> bool {
        !matches!(
            self.attribute("val").as_deref(),
            Some("0" | "false" | "off")
        )
    }
}

/// Walks through XML from its beginning. Says why it broke off, if it did; what came before has been seen.
pub(super) fn walk(xml: &str, mut see: impl FnMut(Node<'_>)) -> Result<(), String> {
    let mut reader = NsReader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    loop {
        let (space, event) = match reader.read_resolved_event() {
            Ok(it) => it,
            Err(it) => return Err(it.to_string()),
        };
        match event {
            Event::Start(start) => {
                // A quote that is missing makes one tag of all up to the next: XML 1.0, 3.1, forbids the sign.
                if start.contains('<') {
                    return Err("a tag begins inside of a tag".to_owned());
                }
                let name = start.local_name();
                let space = space_of(&space);
                see(Node::Open(Element {
                    space,
                    name: name.as_ref(),
                    start: &start,
                }));
            }
            Event::End(_) => see(Node::Close),
            Event::Text(text) => see(Node::Text(&text.xml10_content())),
            Event::CData(text) => see(Node::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(it)) => see(Node::Text(it.encode_utf8(&mut [0; 4]))),
                _ => match quick_xml::escape::resolve_predefined_entity(&reference) {
                    Some(it) => see(Node::Text(it)),
                    // Nobody is asked what else it could mean; as it stands it is not lost.
                    None => see(Node::Text(&format!("&{};", &*reference))),
                },
            },
            Event::Eof => return Ok(()),
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
}

fn space_of(resolved: &ResolveResult<'_>) -> Space {
    match resolved {
        ResolveResult::Bound(it) => {
            let it = it.as_ref();
            if it.ends_with("/wordprocessingml/2006/main")
                || it.ends_with("/ooxml/wordprocessingml/main")
            {
                Space::Word
            } else if it.ends_with("/officeDocument/2006/math")
                || it.ends_with("/ooxml/officeDocument/math")
            {
                Space::Math
            } else if it.ends_with("/markup-compatibility/2006") {
                Space::Compatibility
            } else {
                Space::Other
            }
        }
        // A prefix nobody declared: some writers forget to.
        ResolveResult::Unknown(prefix) => match prefix.as_str() {
            "w" => Space::Word,
            "m" => Space::Math,
            "mc" => Space::Compatibility,
            _ => Space::Other,
        },
        ResolveResult::Unbound => Space::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_quote_is_damage_and_swallows_nothing_in_silence() {
        let (seen, end) = seen("<a>甲<b val=1\"/>乙<c val=\"2\"/>丙</a>");
        assert!(seen.ends_with('甲'), "{seen}");
        assert!(end.is_err());
        let (_, end) = self::seen("<a val=\"&lt;甲>\">乙</a>");
        assert_eq!(end, Ok(()));
    }

    fn seen(xml: &str) -> (String, Result<(), String>) {
        let mut seen = String::new();
        let end = walk(xml, |node| match node {
            Node::Open(it) => {
                let value = it
                    .attribute("val")
                    .map_or(String::new(), |it| format!("={it}"));
                let parts = [&format!("<{:?}:", it.space), it.name, &value, ">"];
                seen.push_str(&parts.concat());
            }
            Node::Close => seen.push_str("</>"),
            Node::Text(it) => seen.push_str(it),
        });
        (seen, end)
    }

    #[test]
    fn elements_are_known_by_their_space_and_not_by_their_prefix() {
        let xml = r#"<?xml version="1.0"?><x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"
            xmlns="http://schemas.openxmlformats.org/officeDocument/2006/math"><t y:val="1&amp;2"/>a&lt;&#x5B66;&b;<![CDATA[<c>]]></x:p>"#;
        let (seen, end) = seen(xml);
        assert_eq!(seen, "<Word:p><Math:t=1&2></>a<学&b;<c></>");
        assert_eq!(end, Ok(()));
    }

    #[test]
    fn what_comes_before_a_fault_is_seen() {
        let (seen, end) = seen("<w:p>甲</w:q>乙");
        assert_eq!(seen, "<Word:p>甲");
        assert!(end.is_err());
    }

    #[test]
    fn depth_costs_no_stack() {
        let deep = format!("{}{}", "<w:p>".repeat(60_000), "</w:p>".repeat(60_000));
        let mut n = 0;
        assert_eq!(walk(&deep, |_| n += 1), Ok(()));
        assert_eq!(n, 120_000);
    }
}
