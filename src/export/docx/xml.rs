//! XML text that is put together. No character that XML forbids gets into it.

use crate::typeset::eight;

/// XML being written.
#[derive(Debug, Default)]
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// Begins a part of a package.
    pub(super) fn part() -> Self {
        Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned(),
        }
    }

    /// Adds markup as it stands.
    pub(super) fn markup(&mut self, markup: &str) -> &mut Self {
        self.text.push_str(markup);
        self
    }

    /// Adds a number, within markup.
    pub(super) fn number(&mut self, number: u32) -> &mut Self {
        self.text.push_str(&number.to_string());
        self
    }

    /// Adds words, as content or within the double quotes of an attribute.
    pub(super) fn words(&mut self, words: &str) -> &mut Self {
        let mut rest = words;
        if takes_no_care(words) {
            self.text.push_str(words);
            return self;
        }
        while let Some((at, sign)) = rest.char_indices().find(|(_, it)| needs_care(*it)) {
            self.text.push_str(rest.get(..at).unwrap_or_default());
            match sign {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.text.push(' '),
                _ => {}
            }
            rest = rest.get(at + sign.len_utf8()..).unwrap_or_default();
        }
        self.text.push_str(rest);
        self
    }

    /// Adds an attribute with its name, as in `attribute("w:val", "1")`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) -> &mut Self {
        self.markup(" ").markup(name).markup("=\"");
        self.words(value).markup("\"")
    }

    /// Returns what was written.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// Tells whether a character is written in another way, or not at all: XML 1.0, 2.2, has no controls but three and
/// neither U+FFFE nor U+FFFF; those of C1 are discouraged and nothing to print.
fn needs_care(sign: char) -> bool {
    matches!(sign, '&' | '<' | '>' | '"' | '\u{FFFE}' | '\u{FFFF}') || sign.is_control()
}

/// Tells whether words are taken over as they stand: nearly all are. May say no of some that are, since it looks at
/// bytes.
fn takes_no_care(words: &str) -> bool {
    !eight::some_are(words, |it, before| {
        // C2 begins U+0080 to U+00BF.
        let alone = it.is_below(b' ') | it.is(b'"') | it.is(b'&') | it.is(0x7F) | it.is(0xC2);
        let angle = it.is(b'<') | it.is(b'>');
        // EF BF begins U+FFC0 to U+FFFF.
        alone | angle | it.is(0xBF) & before.is(0xEF)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::*;

    /// Reads the content of the only element back.
    fn read(xml: &str) -> String {
        let mut reader = Reader::from_str(xml);
        let mut text = String::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Text(it) => text.push_str(&it.xml10_content()),
                Event::GeneralRef(it) => {
                    text.push_str(quick_xml::escape::resolve_predefined_entity(&it).unwrap());
                }
                Event::Eof => return text,
                _ => {}
            }
        }
    }

    proptest! {
        #[test]
        fn words_come_back_without_what_xml_forbids(words in any::<String>()) {
            let mut xml = Xml::default();
            xml.markup("<a>").words(&words).markup("</a>");
            let wanted: String = (words.chars())
                .map(|it| if matches!(it, '\t' | '\n' | '\r') { ' ' } else { it })
                .filter(|it| !it.is_control() && !matches!(it, '\u{FFFE}' | '\u{FFFF}'))
                .collect();
            prop_assert_eq!(read(&xml.into_text()), wanted);
        }
    }

    #[test]
    fn an_attribute_cannot_end_early() {
        let mut xml = Xml::default();
        xml.attribute("w:val", "a\"b<\u{0}\u{FFFF}&\n");
        assert_eq!(xml.into_text(), " w:val=\"a&quot;b&lt;&amp; \"");
    }
}
