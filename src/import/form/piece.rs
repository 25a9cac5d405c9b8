//! Paragraphs cut at their ordinals: at the beginning, and inside where a sentence is over and the number is the one
//! to come. Whether a cut matters is for those who know the section; what does not is read on.

use std::ops::Range;

use super::ordinal::{Ordinal, Style, could_begin, lex};
use super::roles::roles_of;
use super::source::{Paragraph, Source};

/// A run of words, up to the next ordinal or the end of its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it stands, its ordinal included, without blanks at its ends.
    pub(super) range: Range<usize>,
    /// The ordinal it begins with.
    pub(super) ordinal: Option<Ordinal>,
    /// Whether it begins a paragraph.
    pub(super) is_first: bool,
    /// The level of heading its markup gives it.
    pub(super) heading: Option<u8>,
    /// Where what its markup sets in bold at its start ends; where it starts itself if that is nothing.
    pub(super) strong_end: usize,
}

impl Piece {
    /// Returns a piece of words that runs in behind a heading.
    pub(super) fn behind_heading(range: Range<usize>) -> Self {
        Self {
            strong_end: range.start,
            range,
            ordinal: None,
            is_first: true,
            heading: None,
        }
    }

    /// Tells whether a headline in bold begins it.
    pub(super) fn is_led(&self) -> bool {
        self.strong_end > self.words().start
    }

    /// Returns where the words behind the ordinal stand.
    pub(super) fn words(&self) -> Range<usize> {
        let len = self.ordinal.map_or(0, |it| it.len);
        self.range.start + len..self.range.end
    }

    /// Returns how its ordinal counts.
    pub(super) fn style(&self) -> Option<Style> {
        self.ordinal.map(|it| it.style)
    }

    /// Returns its number.
    pub(super) fn number(&self) -> u32 {
        self.ordinal.map_or(0, |it| it.number)
    }
}

/// Texts of at most so many paragraphs may have lost their line ends.
const FEW_PARAGRAPHS: usize = 4;
/// Texts shorter than this, in bytes, can do without line ends.
const SHORT: usize = 900;
/// How many bytes behind an ordinal are asked for the role of a section.
const GLANCE: usize = 60;

/// Cuts the paragraphs.
pub(super) fn cut(source: &Source) -> Vec<Piece> {
    let n_bytes: usize = source.paragraphs.iter().map(|it| it.range.len()).sum();
    let mut cutter = Cutter {
        source,
        is_crowded: source.paragraphs.len() <= FEW_PARAGRAPHS && n_bytes > SHORT,
        last: [0; N_STYLES],
        pieces: Vec::new(),
    };
    for paragraph in &source.paragraphs {
        cutter.paragraph(paragraph);
    }
    cutter.pieces
}

const N_STYLES: usize = Style::Bullet as usize + 1;

struct Cutter<'a> {
    source: &'a Source,
    /// Whether headings may stand in the middle of a line, without a mark before them.
    is_crowded: bool,
    /// The last number of each style.
    last: [u32; N_STYLES],
    pieces: Vec<Piece>,
}

/// What stands before a place within a paragraph.
#[derive(Clone, Copy, Default)]
struct Before {
    /// The last character that is no blank and closes nothing.
    sign: Option<char>,
    is_blank: bool,
}

impl Before {
    fn ends_sentence(self) -> bool {
        (self.sign).is_some_and(|it| {
            matches!(
                it,
                '。' | '！' | '？' | '；' | '：' | ';' | ':' | '!' | '?' | '…'
            )
        })
    }

    fn ends_clause(self) -> bool {
        self.sign.is_some_and(|it| matches!(it, '，' | ','))
    }

    fn counts(self) -> bool {
        self.sign.is_some_and(|it| {
            it.is_ascii_digit() || "第零一二三四五六七八九十百两统同款条项".contains(it)
        })
    }
}

impl Cutter<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let (range, heading) = (&paragraph.range, paragraph.heading);
        let strong_end = range.start + paragraph.strong;
        let text = self.source.fold(range);
        let mut start = range.start;
        let mut ordinal = lex(text).filter(|it| self.begins_paragraph(*it));
        self.count(ordinal);
        let mut before = Before::default();
        let mut skip_to = ordinal.map_or(0, |it| it.len);
        let mut is_first = true;
        for (at, sign) in text.char_indices() {
            if at >= skip_to && at > 0 && at >= paragraph.strong && could_begin(sign) {
                let rest = text.get(at..).unwrap_or_default();
                if let Some(found) = lex(rest).filter(|it| self.is_cut(*it, before, rest)) {
                    let heading = heading.filter(|_| is_first);
                    self.push(
                        start..range.start + at,
                        ordinal,
                        is_first,
                        heading,
                        strong_end,
                    );
                    (start, ordinal, is_first) = (range.start + at, Some(found), false);
                    self.count(ordinal);
                    skip_to = at + found.len;
                }
            }
            if sign.is_whitespace() {
                before.is_blank = true;
            } else {
                before.is_blank = false;
                if !matches!(sign, '”' | '’' | '）' | ')' | '"' | '」' | '』') {
                    before.sign = Some(sign);
                }
            }
        }
        let heading = heading.filter(|_| is_first);
        self.push(start..range.end, ordinal, is_first, heading, strong_end);
    }

    fn push(
        &mut self,
        range: Range<usize>,
        ordinal: Option<Ordinal>,
        is_first: bool,
        heading: Option<u8>,
        strong_end: usize,
    ) {
        let range = self.source.trimmed(&range);
        if !range.is_empty() {
            self.pieces.push(Piece {
                strong_end: strong_end.clamp(range.start, range.end),
                range,
                ordinal,
                is_first,
                heading,
            });
        }
    }

    fn count(&mut self, ordinal: Option<Ordinal>) {
        let Some(ordinal) = ordinal else { return };
        if let Some(last) = self.last.get_mut(ordinal.style as usize) {
            *last = match ordinal.number {
                0 => last.saturating_add(1),
                number => number,
            };
        }
    }

    /// Tells whether the number is one that could come next: the first of a list, or one more than the last.
    fn fits(&self, ordinal: Ordinal) -> bool {
        let last = self
            .last
            .get(ordinal.style as usize)
            .copied()
            .unwrap_or_default();
        match ordinal.number {
            0 => last > 0,
            number => number == 1 || number == last.saturating_add(1),
        }
    }

    /// Tells whether an ordinal at the beginning of a paragraph is one. Words that also begin sentences are only in
    /// their turn.
    fn begins_paragraph(&self, ordinal: Ordinal) -> bool {
        match ordinal.style {
            Style::First | Style::Side | Style::Must => self.fits(ordinal),
            Style::Bullet
            | Style::Part
            | Style::HanComma
            | Style::HanParen
            | Style::Arabic
            | Style::ArabicHalf
            | Style::ArabicParen
            | Style::Decimal
            | Style::Circled
            | Style::Is
            | Style::Th => true,
        }
    }

    /// Tells whether an ordinal inside a paragraph begins a piece.
    fn is_cut(&self, ordinal: Ordinal, before: Before, rest: &str) -> bool {
        if !self.fits(ordinal) {
            return false;
        }
        let is_parted = before.ends_sentence() || before.is_blank;
        let after = rest.get(ordinal.len..).unwrap_or_default();
        match ordinal.style {
            Style::Part | Style::Decimal | Style::ArabicHalf => is_parted,
            Style::HanComma => {
                is_parted && !is_comma(rest, ordinal)
                    || self.is_crowded && !before.counts() && is_glued_heading(ordinal, after, rest)
            }
            Style::HanParen | Style::Arabic => {
                let goes_on = after
                    .starts_with(|it: char| it.is_alphabetic() || it.is_whitespace() || it == '“');
                is_parted || self.is_crowded && !before.counts() && goes_on
            }
            Style::ArabicParen | Style::Circled => true,
            Style::Is | Style::Must => {
                before.ends_sentence() || before.ends_clause() && ordinal.number > 1
            }
            Style::Th | Style::First | Style::Side => before.ends_sentence(),
            Style::Bullet => false,
        }
    }
}

/// `一，`: within a text, a comma behind a numeral is a comma.
fn is_comma(rest: &str, ordinal: Ordinal) -> bool {
    let whole = rest.get(..ordinal.len).unwrap_or_default();
    whole.ends_with(['，', ',', '\t', '\u{3000}'])
}

/// `…材料一、存在的问题`: nothing parts the heading from what stands before it, but it is one.
fn is_glued_heading(ordinal: Ordinal, after: &str, rest: &str) -> bool {
    if is_comma(rest, ordinal) {
        return false;
    }
    let glance = match after.char_indices().find(|(at, _)| *at >= GLANCE) {
        Some((at, _)) => after.get(..at).unwrap_or_default(),
        None => after,
    };
    let end = glance.find(['（', '(', '。', '：', '，', '一', '1', ' ']);
    let glance = end.map_or(glance, |end| glance.get(..end).unwrap_or_default());
    ordinal.number > 1 || roles_of(glance).is_any()
}
