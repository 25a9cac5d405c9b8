//! What a layout says of a page. Every measure is a whole number in the unit Word counts in; knows no file.

/// A length in twips, the twentieth part of a point.
pub type Twips = u32;

/// How a report looks on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Its name, for a person.
    pub name: String,
    /// The paper and its margins.
    pub page: Page,
    /// The text.
    pub text: Text,
    /// The title.
    pub title: Title,
    /// The lines under the title, and those of name and date at the end.
    pub byline: Style,
    /// The heading of a section.
    pub section: Heading,
    /// The heading of a dimension, a cause or a measure.
    pub dimension: Heading,
    /// Whether the beginning of a problem (`一是…。`) is bold.
    pub is_lead_bold: bool,
    /// The page number; `None` if pages bear none.
    pub page_number: Option<PageNumber>,
    /// The words of a table.
    pub table: Table,
}

/// The paper and its margins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// From left to right.
    pub width: Twips,
    /// From top to bottom.
    pub height: Twips,
    /// Above the text.
    pub top: Twips,
    /// Below the text.
    pub bottom: Twips,
    /// Left of the text.
    pub left: Twips,
    /// Right of the text.
    pub right: Twips,
}

/// The text.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a line of a layout file, and any of them goes with any other"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The face of Chinese words.
    pub font: Font,
    /// The name of the face of Latin words and digits, everywhere but in page numbers.
    pub latin: String,
    /// The size in half points.
    pub size: u32,
    /// From one line to the next.
    pub pitch: Twips,
    /// How wide a character is, in hundredths of its size.
    pub scale: u32,
    /// By how many characters the first line of a paragraph is indented.
    pub indent: u32,
    /// Whether a mark may stand behind the end of a line.
    pub has_hanging_punctuation: bool,
    /// Whether straight quotes of the writer become curly.
    pub has_curly_quotes: bool,
    /// Whether causes and measures begin in the line of their heading.
    pub is_run_in: bool,
    /// Whether a heading moves to the page of what follows it.
    pub keeps_headings: bool,
}

/// The title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// How it looks.
    pub style: Style,
    /// The blank lines between it (with what stands under it) and the text.
    pub blank_lines_below: u32,
    /// Whether a long one is broken where the sense allows it.
    pub breaks_by_sense: bool,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// How it looks.
    pub style: Style,
    /// By how many characters it is indented.
    pub indent: u32,
}

/// How a line looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// The face of its Chinese words.
    pub font: Font,
    /// The size in half points.
    pub size: u32,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Where it stands in the line.
    pub align: Align,
}

/// The page number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageNumber {
    /// Its face, for its digits too.
    pub font: Font,
    /// The size in half points.
    pub size: u32,
    /// Whether it stands between dashes: `— 1 —`.
    pub has_dashes: bool,
    /// On which side of the page.
    pub place: Place,
    /// From the text to the middle of the number.
    pub below: Twips,
}

/// The words of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The face of its Chinese words.
    pub font: Font,
    /// The size in half points.
    pub size: u32,
    /// From one line to the next.
    pub pitch: Twips,
}

/// A face by name, and what may stand for it. None is ever put into a file but by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Font {
    /// The name.
    pub name: String,
    /// The names of those that stand for it where it is not there, best first.
    pub otherwise: Vec<String>,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Center,
    /// At the right edge.
    Right,
}

/// Where page numbers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the outer edge: right on odd pages, left on even ones, one character in.
    Outside,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

impl Page {
    /// Returns how wide the text is.
    pub fn text_width(&self) -> Twips {
        self.width - self.left - self.right
    }

    /// Returns how high the text is.
    pub fn text_height(&self) -> Twips {
        self.height - self.top - self.bottom
    }
}

impl Layout {
    /// Returns how many lines of text a page holds.
    pub fn lines_per_page(&self) -> u32 {
        self.page.text_height() / self.text.pitch.max(1)
    }

    /// Returns how many Chinese characters a line of text holds.
    pub fn characters_per_line(&self) -> u32 {
        self.page.text_width() * 10 / (self.text.size * self.text.scale).max(1)
    }
}

/// The Chinese names of sizes, with their half points.
pub(super) const SIZES: &[(&str, u32)] = &[
    ("初号", 84),
    ("小初", 72),
    ("一号", 52),
    ("小一", 48),
    ("二号", 44),
    ("小二", 36),
    ("三号", 32),
    ("小三", 30),
    ("四号", 28),
    ("小四", 24),
    ("五号", 21),
    ("小五", 18),
    ("六号", 15),
    ("小六", 13),
];
