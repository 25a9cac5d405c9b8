//! One HTML page that needs nothing beside it: read in any browser, printed on A4 in the fonts of official papers.
//!
//! No script, no address, no style of other places: everything stands in the file, and every word of the report is
//! escaped. The page is well-formed XML as well, so that any reader of either finds its end. Page numbers (`— 1 —`, outside left and right) are printed where the browser fills the boxes of the page's
//! margin (CSS Paged Media; Chromium since 131).

use super::document::{Content, Document};
use crate::locale::Lang;

/// GB/T 9704-2012: 小标宋 for the title, 黑体, 楷体 and 仿宋 for the levels; behind each what other systems have.
const STYLE_ZH: &str = "
:root { --body: FangSong, FangSong_GB2312, 仿宋_GB2312, 仿宋, STFangsong, 'Noto Serif CJK SC', serif;
  --first: SimHei, 黑体, STHeiti, 'Noto Sans CJK SC', sans-serif;
  --second: KaiTi, KaiTi_GB2312, 楷体_GB2312, 楷体, STKaiti, 'Noto Serif CJK SC', serif;
  --title: FZXiaoBiaoSong-B05S, 方正小标宋简体, 小标宋体, STZhongsong, SimSun, 'Noto Serif CJK SC', serif; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: '— ' counter(page) ' —'; font: 14pt SimSun, 宋体, serif; } }
@page :left { @bottom-left { content: '— ' counter(page) ' —'; font: 14pt SimSun, 宋体, serif; } }
body { font: 16pt/28.9pt var(--body); max-width: 28em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff;
  text-align: justify; overflow-wrap: break-word; line-break: strict; }
h1, h2, h3, p { margin: 0; font-size: inherit; font-weight: normal; }
h1 { font: 22pt/30pt var(--title); text-align: center; text-wrap: balance; margin-bottom: 1em; }
.byline { text-align: center; font-family: var(--second); }
.byline:last-of-type { margin-bottom: 1em; }
h2, h3, section p { text-indent: 2em; }
h2 { font-family: var(--first); break-after: avoid; }
h3 { font-family: var(--second); break-after: avoid; }
strong { font-weight: bold; }
p { orphans: 2; widows: 2; }
";

const STYLE_EN: &str = "
@page { size: A4; margin: 25mm; @bottom-center { content: counter(page); } }
body { font: 12pt/1.5 'Times New Roman', 'Liberation Serif', Georgia, serif; max-width: 38em; margin: 2em auto;
  padding: 0 1em; color: #000; background: #fff; overflow-wrap: break-word; }
h1 { font-size: 1.6em; text-align: center; }
h2 { font-size: 1.3em; break-after: avoid; }
h3 { font-size: 1.1em; break-after: avoid; }
.byline { text-align: center; margin: 0; }
p { orphans: 2; widows: 2; }
";

const STYLE_PRINT: &str = "@media print { body { max-width: none; margin: 0; padding: 0; } }
";

/// Prints a document as a page.
pub(super) fn write(document: &Document) -> Vec<u8> {
    let (tag, style) = match document.language {
        Lang::Zh => ("zh-CN", STYLE_ZH),
        Lang::En => ("en", STYLE_EN),
    };
    let mut page = Page(String::new());
    page.markup("<!DOCTYPE html>\n<html lang=\"");
    page.markup(tag);
    page.markup("\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    page.markup("<meta name=\"viewport\" content=\"width=device-width\"/>\n");
    page.element("title", &document.title);
    page.markup("<style>");
    page.markup(style);
    page.markup(STYLE_PRINT);
    page.markup("</style>\n</head>\n<body>\n<main>\n");
    if !document.title.is_empty() {
        page.element("h1", &document.title);
    }
    for it in &document.bylines {
        page.markup("<p class=\"byline\">");
        page.words(&it.words);
        page.markup("</p>\n");
    }
    for blocks in document.blocks.chunk_by(|a, b| a.section == b.section) {
        page.markup("<section>\n");
        for block in blocks {
            page.content(&block.content);
        }
        page.markup("</section>\n");
    }
    page.markup("</main>\n</body>\n</html>\n");
    page.0.into_bytes()
}

/// A page being written.
struct Page(String);

impl Page {
    fn content(&mut self, content: &Content) {
        match content {
            Content::Heading {
                level,
                ordinal,
                words,
            } => {
                let name = if *level == 1 { "h2" } else { "h3" };
                self.element(name, &format!("{ordinal}{words}"));
            }
            Content::Paragraph { lead, words, .. } => {
                self.markup("<p>");
                if !lead.is_empty() {
                    self.markup("<strong>");
                    self.words(lead);
                    self.markup("</strong>");
                }
                self.words(words);
                self.markup("</p>\n");
            }
            Content::Entry { number, paragraphs } => {
                for (at, paragraph) in paragraphs.iter().enumerate() {
                    if at == 0 {
                        self.element("p", &format!("{number}. {paragraph}"));
                    } else {
                        self.element("p", paragraph);
                    }
                }
            }
        }
    }

    fn element(&mut self, name: &str, words: &str) {
        for it in ["<", name, ">"] {
            self.markup(it);
        }
        self.words(words);
        for it in ["</", name, ">\n"] {
            self.markup(it);
        }
    }

    /// Writes markup of ours as it is.
    fn markup(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Writes words of the report, none of which is markup. What no page may hold (HTML Living Standard, 13.2.3.5:
    /// noncharacters) is left out.
    fn words(&mut self, words: &str) {
        for sign in words.chars() {
            match sign {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\u{FDD0}'..='\u{FDEF}' => {}
                _ if u32::from(sign) & 0xFFFE == 0xFFFE => {}
                _ => self.0.push(sign),
            }
        }
    }
}
