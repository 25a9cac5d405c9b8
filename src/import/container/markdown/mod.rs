//! Markdown: the words without their markup, block by block. CommonMark with tables and footnotes.
//!
//! A line of the file stays a line, so that soft breaks are joined where hard wraps are, by who reads the form; a
//! blank line parts blocks. Escapes are undone. Ordinals of lists are made again from their numbers. What CommonMark
//! does not show — comments, the goals of links, definitions nobody uses — is told or kept.

mod emphasis;
mod html;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::Noticed;
use super::signs::{Signs, is_line_end};
use crate::import::{Cell, Line, Manuscript};
use html::Piece;

/// Tells whether a text is Markdown: by the ending of its name, or by a heading that no plain text has.
pub(super) fn is_markdown(text: &str, name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, it)| it.to_ascii_lowercase());
    if matches!(ending.as_deref(), Some("md" | "markdown" | "mkd")) {
        return true;
    }
    text.lines().any(|it| {
        let words = it.trim_start_matches('#');
        let n_signs = it.len() - words.len();
        (1..=6).contains(&n_signs) && words.starts_with(' ') && !words.trim().is_empty()
    })
}

/// Reads a text as Markdown.
pub(super) fn read(text: &str) -> Manuscript {
    // The parser counts lines by `\n` alone.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = Reader::new(&text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
        reader.see(event, range);
    }
    reader.keep_unread(text.len());
    reader.end()
}

struct Reader<'t> {
    source: &'t str,
    /// Up to where lines were counted, and the line there.
    counted: (usize, usize),
    /// Up to where the source was read.
    read_to: usize,
    manuscript: Manuscript,
    signs: Signs,
    first_drop: Option<usize>,
    /// The line at hand, and the place where it began.
    line: Option<(String, usize)>,
    /// How deep the text at hand stands in bold.
    n_strong: usize,
    /// The bytes at the start of the line at hand that stand in bold.
    strong: usize,
    heading: Option<u8>,
    /// The number of the next entry of each open list; `None` for one without numbers.
    lists: Vec<Option<u64>>,
    /// The ordinal of an entry that has no words yet.
    ordinal: Option<String>,
    cell: Option<Cell>,
    n_tables: usize,
    /// Where the last cell ended.
    cells_read: usize,
    /// How deep the text at hand stands in something beside the text.
    n_aside: usize,
    links: Vec<(String, usize)>,
    /// The block of HTML at hand.
    block_html: String,
}

impl<'t> Reader<'t> {
    fn new(source: &'t str) -> Self {
        Self {
            source,
            counted: (0, 1),
            read_to: 0,
            manuscript: Manuscript::default(),
            signs: Signs::default(),
            first_drop: None,
            line: None,
            n_strong: 0,
            strong: 0,
            heading: None,
            lists: Vec::new(),
            ordinal: None,
            cell: None,
            n_tables: 0,
            cells_read: 0,
            n_aside: 0,
            links: Vec::new(),
            block_html: String::new(),
        }
    }

    fn see(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.line.is_none() && !matches!(event, Event::End(_)) {
            self.keep_unread(range.start);
        }
        match event {
            Event::Start(tag) => {
                self.start(tag, &range);
                // What is inside is still to be read.
                return;
            }
            Event::End(tag) => {
                if let TagEnd::Item
                | TagEnd::List(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::FootnoteDefinition = tag
                {
                    self.keep_unread(range.end);
                }
                self.finish(tag, &range);
            }
            Event::Text(words) => self.text(&words, &range),
            Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.write(&words, range.start);
            }
            // A block comes line by line, and a comment may go over several.
            Event::Html(html) => self.block_html.push_str(&html),
            Event::InlineHtml(html) => self.html(&html, range.start),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            Event::Rule | Event::SoftBreak | Event::HardBreak => self.end_line(),
        }
        self.read_to = self.read_to.max(range.end);
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock | Tag::BlockQuote(_) => self.begin_block(range.start),
            Tag::Heading { level, .. } => {
                self.begin_block(range.start);
                self.heading = Some(level_of(level));
            }
            Tag::CodeBlock(kind) => {
                self.begin_block(range.start);
                // Behind the fence stands the name of a language, and sometimes words.
                if let pulldown_cmark::CodeBlockKind::Fenced(words) = kind
                    && !words.is_ascii()
                {
                    self.write(&words, range.start);
                    self.end_line();
                }
            }
            Tag::List(first) => {
                self.begin_block(range.start);
                self.lists.push(first);
            }
            Tag::Item => {
                self.end_line();
                self.keep_unread(range.start);
                if let Some(Some(number)) = self.lists.last_mut() {
                    let mark = mark_behind(self.source.get(range.start..).unwrap_or_default());
                    self.ordinal = Some(format!("{number}{mark} "));
                    *number += 1;
                }
            }
            Tag::FootnoteDefinition(_) => {
                self.begin_block(range.start);
                self.n_aside += 1;
                // The label is no word of the text.
                let label = self.source.get(range.clone()).and_then(|it| it.find("]:"));
                self.read_to = self.read_to.max(range.start + label.map_or(0, |it| it + 2));
            }
            Tag::MetadataBlock(_) => {
                self.begin_block(range.start);
                self.n_aside += 1;
            }
            Tag::Table(_) => {
                self.begin_block(range.start);
                self.n_tables += 1;
                self.cell = Some(Cell {
                    table: self.n_tables - 1,
                    row: 0,
                    column: 0,
                });
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }
            | Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => {
                let at = self.line.as_ref().map_or(0, |(it, _)| it.len());
                // `[words][label]` shows the words only.
                let is_by_label =
                    matches!(link_type, LinkType::Reference | LinkType::ReferenceUnknown);
                let label = if is_by_label { &*id } else { "" };
                let parts = [label, &*dest_url, &*title].into_iter();
                let parts: Vec<&str> = parts.filter(|it| !it.is_empty()).collect();
                self.links.push((parts.join(" "), at));
            }
            Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.begin_block(range.start);
            }
            Tag::Strong => self.n_strong += 1,
            Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
        }
    }

    fn finish(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Heading(_) => {
                self.end_line();
                self.heading = None;
            }
            TagEnd::List(_) => {
                self.end_line();
                self.lists.pop();
            }
            TagEnd::Item => {
                // An entry without words keeps its number.
                if self.ordinal.is_some() {
                    self.write("", range.start);
                }
                self.end_line();
            }
            TagEnd::FootnoteDefinition | TagEnd::MetadataBlock(_) => {
                self.end_line();
                self.n_aside -= 1;
            }
            TagEnd::TableCell => {
                self.end_line();
                self.cells_read = range.end;
                if let Some(cell) = &mut self.cell {
                    cell.column += 1;
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.keep_surplus(range);
                if let Some(cell) = &mut self.cell {
                    cell.row += 1;
                    cell.column = 0;
                }
            }
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.block_html);
                self.html(&html, range.start);
                self.end_line();
            }
            TagEnd::Table => self.cell = None,
            TagEnd::Link => {
                let Some((url, at)) = self.links.pop() else {
                    return;
                };
                let words = self.line.as_ref().and_then(|(it, _)| it.get(at..));
                let is_itself =
                    words.is_some_and(|it| url == it || url.strip_prefix("mailto:") == Some(it));
                if !url.is_empty() && !is_itself {
                    self.tell(range.start, Noticed::LinkGoal { url });
                }
            }
            TagEnd::Image => {
                let url = self.links.pop().map_or(String::new(), |(url, _)| url);
                self.tell(range.start, Noticed::PictureAt { url });
            }
            TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.end_line(),
            TagEnd::Strong => self.n_strong = self.n_strong.saturating_sub(1),
            TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    /// Begins a block: what the parser passed over is kept, and a blank line parts it from the one before.
    fn begin_block(&mut self, at: usize) {
        self.end_line();
        self.keep_unread(at);
        let is_parted = self.ordinal.is_some()
            || self
                .manuscript
                .lines
                .last()
                .is_none_or(|it| it.text.is_empty());
        if !is_parted {
            let number = self.line_at(at).saturating_sub(1).max(1);
            self.manuscript.lines.push(Line {
                number,
                ..Line::default()
            });
        }
    }

    /// Keeps the cells of a row beyond the columns of its table, which the parser passes over.
    fn keep_surplus(&mut self, row: &Range<usize>) {
        let from = self.cells_read.max(row.start);
        let surplus = self.source.get(from..row.end).unwrap_or_default();
        let mut at = from;
        for part in surplus.split('|') {
            if part.contains(|it: char| !it.is_whitespace()) {
                self.write(part.trim(), at);
                self.end_line();
                if let Some(cell) = &mut self.cell {
                    cell.column += 1;
                }
            }
            at += part.len() + 1;
        }
    }

    /// Keeps what stands between blocks and belongs to none: definitions of links, which often were never meant as
    /// such. Marks of quotations and lists stand there too; they have no words.
    fn keep_unread(&mut self, to: usize) {
        let Some(unread) = self.source.get(self.read_to..to) else {
            return;
        };
        let mut at = self.read_to;
        self.read_to = self.read_to.max(to);
        // A definition may go over several lines.
        let unread = Some(unread).filter(|it| it.contains("]:"));
        for line in unread.unwrap_or_default().split_inclusive('\n') {
            if line.contains(char::is_alphanumeric) {
                self.end_line();
                let marks = ['>', ' ', '-', '*', '+'];
                self.write(line.trim().trim_start_matches(marks), at);
                self.end_line();
            }
            at += line.len();
        }
    }

    fn text(&mut self, words: &str, range: &Range<usize>) {
        let is_escaped =
            range.start > 0 && self.source.get(range.start - 1..range.start) == Some("\\");
        let words = if is_escaped {
            words.replacen('*', emphasis::ESCAPED, 1)
        } else {
            words.to_owned()
        };
        let mut parts = words.split('\n');
        if let Some(first) = parts.next() {
            self.write(first, range.start);
        }
        let mut at = range.start;
        for part in parts {
            self.end_line();
            at += 1;
            if !part.is_empty() {
                self.write(part, at);
            }
        }
    }

    fn html(&mut self, html: &str, mut at: usize) {
        for (piece, len) in html::pieces(html) {
            match piece {
                Piece::Words(words) => {
                    let mut at = at;
                    for part in words.split_inclusive('\n') {
                        if !part.trim().is_empty() {
                            self.write(part.trim_end_matches('\n'), at);
                        }
                        if part.ends_with('\n') {
                            self.end_line();
                        }
                        at += part.len();
                    }
                }
                Piece::Break => self.end_line(),
                Piece::Tag => {}
                Piece::Comment(words) => {
                    let words = words.replace(char::is_control, " ").trim().to_owned();
                    if !words.is_empty() {
                        self.tell(at, Noticed::HtmlComment { words });
                    }
                }
            }
            at += len;
        }
    }

    fn write(&mut self, words: &str, at: usize) {
        let (line, _) = self.line.get_or_insert_with(|| (String::new(), at));
        if self.n_strong > 0 && self.strong == line.len() {
            self.strong += words.len();
        }
        line.push_str(words);
    }

    fn end_line(&mut self) {
        let Some((words, at)) = self.line.take() else {
            return;
        };
        let number = self.line_at(at);
        let strong = words.get(..std::mem::take(&mut self.strong));
        let mut lead = String::new();
        Signs::default().append(&mut lead, &emphasis::taken_off(strong.unwrap_or_default()));
        let words = emphasis::taken_off(&words);
        for part in words.split(is_line_end) {
            let mut text = self.ordinal.take().unwrap_or_default();
            let made = text.len();
            let n_before = self.signs.n_dropped;
            self.signs.append(&mut text, part);
            if self.signs.n_dropped > n_before {
                self.first_drop.get_or_insert(number);
            }
            if self.cell.is_some() && text.trim().is_empty() {
                continue;
            }
            let is_led =
                !lead.is_empty() && text.get(made..).is_some_and(|it| it.starts_with(&lead));
            let strong = if is_led { made + lead.len() } else { 0 };
            lead.clear();
            self.manuscript.lines.push(Line {
                number,
                text,
                heading: self.heading,
                made,
                strong,
                cell: self.cell,
                aside: self.n_aside > 0,
            });
        }
    }

    fn tell(&mut self, at: usize, noticed: Noticed) {
        let line = self.line_at(at);
        self.manuscript.note(line, noticed);
    }

    /// Returns the line of a place in the source. Places mostly come in order, so little is counted twice.
    fn line_at(&mut self, at: usize) -> usize {
        let (from, line) = self.counted;
        if at < from {
            let before = self.source.get(at..from).unwrap_or_default();
            return line.saturating_sub(before.matches('\n').count());
        }
        let between = self.source.get(from..at).unwrap_or_default();
        self.counted = (at, line + between.matches('\n').count());
        self.counted.1
    }

    fn end(mut self) -> Manuscript {
        self.end_line();
        // What is kept unread is found behind what follows it: the lines stand as in the source.
        self.manuscript.lines.sort_by_key(|it| it.number);
        if let Some(first) = self.manuscript.lines.iter().find(|it| it.aside) {
            let number = first.number;
            self.manuscript.note(number, Noticed::MarkdownAside);
        }
        if let Some(line) = self.first_drop {
            let count = self.signs.n_dropped;
            self.manuscript
                .note(line, Noticed::ControlsDropped { count });
        }
        self.manuscript.remarks.sort_by_key(|it| it.line);
        self.manuscript
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Returns the mark behind the number of an entry: a full stop or a parenthesis.
fn mark_behind(entry: &str) -> char {
    let rest = entry
        .trim_start()
        .trim_start_matches(|it: char| it.is_ascii_digit());
    if rest.starts_with(')') { ')' } else { '.' }
}

#[cfg(test)]
mod tests;
