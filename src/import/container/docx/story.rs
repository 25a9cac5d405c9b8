//! A run of paragraphs — the text, the footnotes, a header — as lines. What stands where is decided by the elements
//! around it, kept on a stack of small marks; nothing here calls itself, so depth costs no stack of the program.
//!
//! Changes not yet accepted are accepted: what was inserted is text, what was deleted is told.

use super::numbering::{ListAt, Numbering};
use super::paragraph::{Apart, Paragraph, symbol};
use super::styles::{Look, Styles, level_of_outline};
use super::xml::{Element, Node, Space, walk};
use crate::import::container::signs::Signs;
use crate::import::container::{MAX_LINES, Noticed};
use crate::import::{Cell, Line};

/// What a part of a document holds.
#[derive(Default)]
pub(super) struct Story {
    /// Its lines.
    pub(super) lines: Vec<Line>,
    /// What is to be told, by the number of the paragraph.
    pub(super) told: Vec<(usize, Noticed)>,
    /// Where it refers to notes.
    pub(super) references: Vec<Reference>,
    /// The notes it holds, if it is a part of notes.
    pub(super) notes: Vec<Note>,
    /// Why it broke off, if it did.
    pub(super) fault: Option<String>,
    /// Whether it has more lines than are read; the rest was not looked at.
    pub(super) is_too_long: bool,
    /// Control characters and invisible signs that were left out, and the paragraph with the first.
    pub(super) dropped: Option<(usize, usize)>,
}

/// What kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    /// At the foot of the page.
    Footnote,
    /// At the end of the document.
    Endnote,
    /// At the margin, by a reader.
    Comment,
}

/// A place that refers to a note.
pub(super) struct Reference {
    pub(super) kind: NoteKind,
    pub(super) id: String,
    /// The number of the paragraph.
    pub(super) number: usize,
}

/// A note.
#[derive(Default)]
pub(super) struct Note {
    pub(super) id: String,
    /// Who wrote it; empty where nobody says.
    pub(super) author: String,
    /// Its lines.
    pub(super) lines: Vec<Line>,
}

/// What an open element is to what stands in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// Nothing in it is read.
    Skipped,
    /// It is looked through.
    Open,
    Paragraph,
    ParagraphProperties,
    ListProperties,
    EndProperties,
    RunProperties,
    RowProperties,
    CellProperties,
    Text,
    DeletedText,
    Table,
    Cell,
    Deleted,
    Moved,
    Ruby,
    /// `true` once one of the alternatives was taken.
    Alternatives(bool),
    Note,
}

/// Which half of a field is at hand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Code,
    Result,
}

/// A table that is being read.
struct Table {
    id: usize,
    rows: usize,
    /// The column of the next cell.
    column: usize,
    /// How many columns the cell at hand spans.
    span: usize,
}

struct Reader<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    story: Story,
    signs: Signs,
    path: Vec<Inside>,
    /// Whether the part at hand is one of notes.
    is_of_notes: bool,
    /// The paragraphs that are open: those in text boxes stand in others.
    paragraphs: Vec<Paragraph>,
    /// The lines of paragraphs that ended inside others, until the outermost ends.
    hanging: Vec<Line>,
    /// Whether the only open paragraph is one that nobody opened: text without a paragraph around it.
    is_loose: bool,
    /// The words of a paragraph whose end was deleted.
    carried: String,
    n_paragraphs: usize,
    n_breaks: usize,
    tables: Vec<Table>,
    n_tables: usize,
    fields: Vec<Field>,
    n_codes: usize,
    n_deleted: usize,
    n_moved: usize,
    n_ruby: usize,
    /// The text at hand, and whether its blanks at both ends count.
    text: String,
    keeps_blanks: bool,
}

/// Reads a part of a document, as far as it goes.
pub(super) fn read(xml: &str, styles: &Styles, numbering: Numbering) -> Story {
    let mut reader = Reader {
        styles,
        numbering,
        story: Story::default(),
        signs: Signs::default(),
        path: Vec::new(),
        is_of_notes: false,
        paragraphs: Vec::new(),
        hanging: Vec::new(),
        is_loose: false,
        carried: String::new(),
        n_paragraphs: 0,
        n_breaks: 0,
        tables: Vec::new(),
        n_tables: 0,
        fields: Vec::new(),
        n_codes: 0,
        n_deleted: 0,
        n_moved: 0,
        n_ruby: 0,
        text: String::new(),
        keeps_blanks: false,
    };
    let end = walk(xml, |node| {
        // Whoever asked refuses what has so many lines.
        if reader.n_lines() > MAX_LINES {
            return;
        }
        match node {
            Node::Open(it) => reader.open(&it),
            Node::Close => reader.close(),
            Node::Text(it) => {
                if let Some(Inside::Text | Inside::DeletedText) = reader.path.last() {
                    reader.text.push_str(it);
                }
            }
        }
    });
    reader.story.is_too_long = reader.n_lines() > MAX_LINES;
    // What is still open is what the XML broke off in.
    while !reader.path.is_empty() {
        reader.close();
    }
    reader.end_all();
    reader.story.fault = end.err();
    reader.story
}

impl Reader<'_> {
    /// Returns what makes lines: paragraphs and breaks.
    fn n_lines(&self) -> usize {
        self.n_paragraphs + self.n_breaks
    }

    fn open(&mut self, it: &Element<'_>) {
        let inside = match self.path.last() {
            Some(Inside::Skipped | Inside::Text | Inside::DeletedText) => Inside::Skipped,
            Some(Inside::ParagraphProperties) => self.paragraph_property(it),
            Some(Inside::ListProperties) => self.list_property(it),
            Some(Inside::EndProperties) => self.end_property(it),
            Some(Inside::RunProperties) => self.run_property(it),
            Some(Inside::RowProperties) => self.row_property(it),
            Some(Inside::CellProperties) => self.cell_property(it),
            Some(Inside::Alternatives(is_taken)) => {
                let is_taken = *is_taken;
                if let Some(last) = self.path.last_mut() {
                    *last = Inside::Alternatives(true);
                }
                if is_taken {
                    Inside::Skipped
                } else {
                    Inside::Open
                }
            }
            Some(
                Inside::Open
                | Inside::Paragraph
                | Inside::Table
                | Inside::Cell
                | Inside::Deleted
                | Inside::Moved
                | Inside::Ruby
                | Inside::Note,
            )
            | None => self.content(it),
        };
        self.path.push(inside);
    }

    fn content(&mut self, it: &Element<'_>) -> Inside {
        match (it.space, it.name) {
            (Space::Word, name) => self.word(it, name),
            (Space::Math | Space::Other, "t") => self.begin_text(true),
            (Space::Math, "oMath") => {
                self.tell(Noticed::Formula);
                Inside::Open
            }
            (Space::Compatibility, "AlternateContent") => Inside::Alternatives(false),
            (Space::Other, "blip" | "imagedata" | "chart" | "relIds") => {
                self.tell(Noticed::Picture);
                Inside::Open
            }
            (Space::Math | Space::Compatibility | Space::Other, _) => Inside::Open,
        }
    }

    fn word(&mut self, it: &Element<'_>, name: &str) -> Inside {
        match name {
            "p" => return self.begin_paragraph(),
            "pPr" => return Inside::ParagraphProperties,
            "r" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.is_run_hidden = false;
                    paragraph.is_run_strong = false;
                }
            }
            "rPr" => return Inside::RunProperties,
            "t" => return self.begin_text(it.attribute("space").as_deref() == Some("preserve")),
            "delText" => {
                self.n_deleted += 1;
                let _text = self.begin_text(true);
                return Inside::DeletedText;
            }
            "del" => {
                self.n_deleted += 1;
                return Inside::Deleted;
            }
            "moveFrom" => {
                self.n_moved += 1;
                return Inside::Moved;
            }
            "rt" => {
                self.n_ruby += 1;
                return Inside::Ruby;
            }
            "tab" | "ptab" => self.write("\t"),
            "br" | "cr" => {
                self.n_breaks += 1;
                self.write("\n");
            }
            "noBreakHyphen" => self.write("-"),
            "sym" => self.symbol(it),
            "fldChar" => {
                self.field(it.attribute("fldCharType").as_deref().unwrap_or_default());
                return Inside::Skipped;
            }
            "tbl" => {
                self.tables.push(Table {
                    id: self.n_tables,
                    rows: 0,
                    column: 0,
                    span: 1,
                });
                self.n_tables += 1;
                return Inside::Table;
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows += 1;
                    table.column = 0;
                }
            }
            "trPr" => return Inside::RowProperties,
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.span = 1;
                }
                return Inside::Cell;
            }
            "tcPr" => return Inside::CellProperties,
            "txbxContent" => self.tell(Noticed::TextBox),
            "footnoteReference" => self.refer(NoteKind::Footnote, it),
            "endnoteReference" => self.refer(NoteKind::Endnote, it),
            "commentReference" => self.refer(NoteKind::Comment, it),
            "footnotes" | "endnotes" | "comments" if self.path.is_empty() => {
                self.is_of_notes = true;
            }
            // In any other part it is only something around words: closing a note takes all lines before it.
            "footnote" | "endnote" | "comment" if self.is_of_notes => return self.begin_note(it),
            "object" | "altChunk" | "subDoc" => self.tell(Noticed::Embedded),
            "instrText" | "delInstrText" | "sdtPr" | "sdtEndPr" | "rubyPr" | "tblPr"
            | "tblGrid" | "tblPrEx" | "sectPr" => return Inside::Skipped,
            _ => {}
        }
        Inside::Open
    }

    fn begin_text(&mut self, keeps_blanks: bool) -> Inside {
        self.text.clear();
        self.keeps_blanks = keeps_blanks;
        Inside::Text
    }

    fn begin_paragraph(&mut self) -> Inside {
        if self.is_loose {
            self.end_paragraph();
        }
        self.n_paragraphs += 1;
        self.paragraphs.push(Paragraph::new(self.n_paragraphs));
        Inside::Paragraph
    }

    fn begin_note(&mut self, it: &Element<'_>) -> Inside {
        // The lines that part notes from the text are notes too.
        if it.attribute("type").is_some_and(|it| it != "normal") {
            return Inside::Skipped;
        }
        self.end_all();
        self.story.notes.push(Note {
            id: it.attribute("id").unwrap_or_default(),
            author: it.attribute("author").unwrap_or_default(),
            lines: Vec::new(),
        });
        Inside::Note
    }

    fn refer(&mut self, kind: NoteKind, it: &Element<'_>) {
        self.story.references.push(Reference {
            kind,
            id: it.attribute("id").unwrap_or_default(),
            number: self.number(),
        });
    }

    fn symbol(&mut self, it: &Element<'_>) {
        let font = it.attribute("font").unwrap_or_default();
        let code = it.attribute("char").unwrap_or_default();
        let sign = u32::from_str_radix(&code, 16)
            .ok()
            .and_then(|it| symbol(&font, it));
        if sign.is_none() {
            self.tell(Noticed::Symbol { font, code });
        }
        self.write(sign.unwrap_or('□').encode_utf8(&mut [0; 4]));
    }

    fn field(&mut self, step: &str) {
        match (step, self.fields.last_mut()) {
            ("begin", _) => {
                self.fields.push(Field::Code);
                self.n_codes += 1;
            }
            ("separate", Some(last @ Field::Code)) => {
                *last = Field::Result;
                self.n_codes -= 1;
            }
            ("end", Some(last)) => {
                self.n_codes -= usize::from(*last == Field::Code);
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn paragraph_property(&mut self, it: &Element<'_>) -> Inside {
        let Some(paragraph) = self
            .paragraphs
            .last_mut()
            .filter(|_| it.space == Space::Word)
        else {
            return Inside::Skipped;
        };
        match it.name {
            "pStyle" => paragraph.style = it.attribute("val").unwrap_or_default(),
            "outlineLvl" => paragraph.outline = it.number().map(level_of_outline),
            "numPr" => return Inside::ListProperties,
            "rPr" => return Inside::EndProperties,
            _ => {}
        }
        Inside::Skipped
    }

    fn list_property(&mut self, it: &Element<'_>) -> Inside {
        if let Some(paragraph) = self
            .paragraphs
            .last_mut()
            .filter(|_| it.space == Space::Word)
        {
            match it.name {
                "numId" => paragraph.list.list = it.attribute("val"),
                "ilvl" => paragraph.list.level = it.number(),
                _ => {}
            }
        }
        Inside::Skipped
    }

    /// Reads what is said of the sign that ends a paragraph.
    fn end_property(&mut self, it: &Element<'_>) -> Inside {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.is_end_deleted |=
                it.space == Space::Word && matches!(it.name, "del" | "moveFrom");
        }
        Inside::Skipped
    }

    fn run_property(&mut self, it: &Element<'_>) -> Inside {
        if let Some(paragraph) = self.paragraphs.last_mut()
            && it.space == Space::Word
        {
            match it.name {
                "vanish" => paragraph.is_run_hidden = it.is_on(),
                "b" => paragraph.is_run_strong = it.is_on(),
                "rStyle" => {
                    let style = it.attribute("val").unwrap_or_default();
                    paragraph.is_run_strong = self.styles.is_strong(&style);
                }
                _ => {}
            }
        }
        Inside::Skipped
    }

    fn row_property(&mut self, it: &Element<'_>) -> Inside {
        if let Some(table) = self.tables.last_mut()
            && it.name == "gridBefore"
        {
            table.column = it.number().unwrap_or_default().min(1000);
        }
        Inside::Skipped
    }

    fn cell_property(&mut self, it: &Element<'_>) -> Inside {
        if let Some(table) = self.tables.last_mut()
            && it.name == "gridSpan"
        {
            table.span = it.number().unwrap_or(1).clamp(1, 1000);
        }
        Inside::Skipped
    }

    fn close(&mut self) {
        match self.path.pop() {
            Some(Inside::Text) => self.end_text(),
            Some(Inside::DeletedText) => {
                self.end_text();
                self.n_deleted -= 1;
            }
            Some(Inside::Paragraph) => self.end_paragraph(),
            Some(Inside::Table) => drop(self.tables.pop()),
            Some(Inside::Cell) => {
                self.end_carried();
                if let Some(table) = self.tables.last_mut() {
                    table.column += table.span;
                }
            }
            Some(Inside::Deleted) => self.n_deleted -= 1,
            Some(Inside::Moved) => self.n_moved -= 1,
            Some(Inside::Ruby) => self.n_ruby -= 1,
            Some(Inside::Note) => {
                self.end_all();
                if let Some(note) = self.story.notes.last_mut() {
                    note.lines.append(&mut self.story.lines);
                }
            }
            Some(
                Inside::Skipped
                | Inside::Open
                | Inside::ParagraphProperties
                | Inside::ListProperties
                | Inside::EndProperties
                | Inside::RunProperties
                | Inside::RowProperties
                | Inside::CellProperties
                | Inside::Alternatives(_),
            )
            | None => {}
        }
    }

    fn end_text(&mut self) {
        // A line end inside a run is a blank; breaks are elements.
        let text = self.text.replace(['\n', '\r'], " ");
        let text = if self.keeps_blanks {
            text.as_str()
        } else {
            text.trim_matches([' ', '\t'])
        };
        self.write(text);
        self.text.clear();
    }

    /// Puts words where they belong: into the paragraph, or apart with those of their kind.
    fn write(&mut self, words: &str) {
        if self.paragraphs.is_empty() {
            let _paragraph = self.begin_paragraph();
            self.is_loose = true;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        let why = if self.n_deleted > 0 {
            Some(Apart::Deleted)
        } else if self.n_moved > 0 {
            Some(Apart::Moved)
        } else if self.n_codes > 0 {
            Some(Apart::Code)
        } else if self.n_ruby > 0 {
            Some(Apart::Ruby)
        } else if paragraph.is_run_hidden {
            Some(Apart::Hidden)
        } else {
            None
        };
        match why {
            Some(why) => paragraph.apart(why).push_str(words),
            None => paragraph.write(words),
        }
    }

    fn tell(&mut self, noticed: Noticed) {
        let number = self.number();
        self.story.told.push((number, noticed));
    }

    /// Returns the number of the paragraph at hand, or of the last one.
    fn number(&self) -> usize {
        let open = self.paragraphs.last().map(|it| it.number);
        open.unwrap_or(self.n_paragraphs).max(1)
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else {
            return;
        };
        self.is_loose = false;
        // A field that has no result by now has lost it: what follows is text again.
        if self.n_codes > 0 {
            self.fields.retain(|it| *it == Field::Result);
            self.n_codes = 0;
        }
        let number = paragraph.number;
        for it in paragraph.told() {
            self.story.told.push((number, it));
        }
        if paragraph.is_end_deleted {
            self.carried.push_str(&paragraph.text);
        } else {
            if !self.carried.is_empty() {
                paragraph.strong = 0;
            }
            let text = std::mem::take(&mut self.carried) + &paragraph.text;
            self.lay_out(&text, &mut paragraph);
        }
        if self.paragraphs.is_empty() {
            // A paragraph is numbered where it begins, so the outer ones come first.
            self.hanging.sort_by_key(|it| it.number);
            self.story.lines.append(&mut self.hanging);
        }
    }

    /// Makes the lines of a paragraph.
    fn lay_out(&mut self, text: &str, paragraph: &mut Paragraph) {
        let Look {
            heading,
            list,
            is_contents,
            is_title,
        } = self.styles.look(&paragraph.style);
        let list = ListAt {
            list: paragraph.list.list.take().or(list.list),
            level: paragraph.list.level.or(list.level),
        };
        let heading = match paragraph.outline {
            Some(0) => None,
            own => own.or(heading),
        };
        let ordinal = self.numbering.count(&list, &paragraph.style);
        let ordinal = ordinal.filter(|_| !text.trim().is_empty());
        let number = paragraph.number;
        if let Some(format) = ordinal.as_ref().and_then(|it| it.unknown_format.clone()) {
            self.story
                .told
                .push((number, Noticed::UnknownNumbers { format }));
        }
        let cell = self.cell();
        let in_one_line;
        let text = if is_title {
            in_one_line = joined(text);
            &in_one_line
        } else {
            text
        };
        for (at, part) in text.split('\n').enumerate() {
            let mut line = Line {
                number,
                heading,
                cell,
                aside: is_contents,
                ..Line::default()
            };
            if at == 0
                && let Some(ordinal) = &ordinal
            {
                self.signs.append(&mut line.text, &ordinal.text);
                line.made = line.text.len();
            }
            let n_before = self.signs.n_dropped;
            let (lead, rest) = if at == 0 {
                paragraph.led(part)
            } else {
                ("", part)
            };
            if !lead.is_empty() {
                self.signs.append(&mut line.text, lead);
                line.strong = line.text.len();
            }
            self.signs.append(&mut line.text, rest);
            if self.signs.n_dropped > n_before {
                let (_, n) = self.story.dropped.get_or_insert((number, 0));
                *n += self.signs.n_dropped - n_before;
            }
            if cell.is_none() || line.characters() > 0 {
                self.hanging.push(line);
            }
        }
    }

    fn cell(&self) -> Option<Cell> {
        let table = self.tables.last()?;
        let is_in_cell = table.rows > 0;
        is_in_cell.then_some(Cell {
            table: table.id,
            row: table.rows.saturating_sub(1),
            column: table.column,
        })
    }

    /// Gives the words of paragraphs whose end was deleted a line where no paragraph follows.
    fn end_carried(&mut self) {
        if !self.carried.trim().is_empty() {
            let _paragraph = self.begin_paragraph();
            self.end_paragraph();
        }
        self.carried.clear();
    }

    fn end_all(&mut self) {
        if self.is_loose {
            self.end_paragraph();
        }
        self.end_carried();
    }
}

/// Returns a title that was broken by hand in one line, with a blank where it was broken between Latin words.
fn joined(title: &str) -> String {
    let mut whole = String::new();
    for line in title.split('\n').map(str::trim) {
        let is_latin = |it: Option<char>| it.is_some_and(|it| it.is_ascii_graphic());
        if is_latin(whole.chars().next_back()) && is_latin(line.chars().next()) {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    whole
}
