//! The proof: pages as they will be printed, one or two side by side; where a row of the print is too long for the
//! terminal it goes on in the next row, indented by one cell.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::export::pages::{Grid, Kind, Pages, Row, lines, page_number};
use crate::sitting::model::{Model, Work};
use crate::sitting::plan::plan;
use crate::sitting::preview::messages as say;
use crate::tui::canvas::Canvas;
use crate::tui::theme::Theme;
use crate::typeset::{self, Ambiguous};

use super::paint::Pen;
use super::{Scroll, Target};

/// Cells left of a page, for the mark of the row that is looked at.
const MARGIN: u16 = 2;

/// Cells between two pages.
const GAP: u16 = 1;

/// A piece of the screen, in a row of it.
struct Strip {
    /// Where it begins, in cells.
    x: u16,
    /// What it shows.
    what: What,
}

/// What a strip shows.
enum What {
    /// These bytes of a row of the print, counted over all pages.
    Words(usize, Range<usize>),
    /// The number of a page, from 0.
    Foot(usize),
    /// The end of a page.
    Rule,
}

/// ```text
/// 成文预览                                              第2/12页  6,448字
/// > 员、分管股室和6个乡镇水管站的同志谈心谈话17人次，收到意见
///   建议9条。在此基础上，我对照通知要求逐项查摆，深挖根源，提
///
///   - 2 -
/// ------------------------------------------------------------------
///  上下键看，左右键翻页，Tab 到下一部分。回车：改这里、复制。
/// ```
pub(super) fn preview(
    model: &Model,
    work: &Work,
    row: usize,
    scroll: &mut Scroll,
    theme: Theme,
    canvas: &mut Canvas,
) {
    let lang = model.lang;
    let plan = plan(model.size);
    let area = canvas.area();
    let mut pen = Pen {
        canvas,
        ambiguous: model.ambiguous,
    };
    let proof = &work.proof.preview;
    let pages = &proof.pages;
    let page = proof.row(row).map_or(0, |it| it.0);
    let (n, n_pages) = (page + 1, pages.pages.len());
    let count = model.say_length(proof.count);
    let whole = format!("{}  {count}", say::page_of_about(lang, n, n_pages));
    let short = format!("{}  {count}", say::page_of(lang, n, n_pages));
    // What stands at the right of a band leaves twenty cells to the title.
    let fits = typeset::text_width(&whole, model.ambiguous) + 21 <= area.width.into();
    let aside = if fits { whole } else { short };
    let top = super::list::band(&plan, &say::title(lang), &aside, &mut pen, theme);
    let height = area.bottom().saturating_sub(plan.hints.height + top);
    let spreads = spreads(pages, area.width);
    let (first, at) = place_in(&spreads, row);
    let n_rows = spreads.get(first).map_or(0, Vec::len);
    // Within a page that is higher than the screen, the row looked at stays in the middle.
    let room = usize::from(height);
    let skip = (at.saturating_sub(room / 2)).min(n_rows.saturating_sub(room));
    let strips = spreads.iter().skip(first).flatten().skip(skip);
    let rows: Vec<&Row> = pages.rows().map(|it| it.1).collect();
    for (strips, y) in strips.zip(top..top + height) {
        for strip in strips {
            match &strip.what {
                What::Words(n, words) => {
                    let Some(print) = rows.get(*n) else { continue };
                    let line = Line {
                        pages,
                        print,
                        words: words.clone(),
                        is_looked_at: *n == row,
                    };
                    line.draw(&mut pen, (strip.x, y), area.right(), theme);
                    let end = (strip.x + MARGIN + columns(area.width)).min(area.right());
                    let hit = Rect {
                        x: strip.x,
                        y,
                        width: end.saturating_sub(strip.x),
                        height: 1,
                    };
                    scroll.drawn(hit, Target::Line(*n));
                }
                What::Foot(n) => {
                    let number = page_number(n + 1);
                    let x = foot_column(strip.x, *n, &number, area.width);
                    pen.put(x, y, area.right(), &number, theme.plain());
                }
                What::Rule => {
                    let rule = "-".repeat(area.width.into());
                    pen.put(0, y, area.right(), &rule, theme.plain());
                }
            }
        }
    }
    let hints = [say::hint(lang), say::hint_short(lang)];
    super::write::foot(model, &mut pen, &plan, hints, theme);
}

/// Cells for the words of a page on a screen of this width.
fn columns(width: u16) -> u16 {
    Grid::official()
        .columns
        .min(width.saturating_sub(MARGIN).max(1))
}

/// The column of a page number: at the outer side, one character from the edge (GB/T 9704-2012, 7.5).
fn foot_column(x: u16, page: usize, number: &str, width: u16) -> u16 {
    let own = u16::try_from(typeset::text_width(number, Ambiguous::Wide)).unwrap_or(u16::MAX);
    if page.is_multiple_of(2) {
        x + MARGIN + columns(width).saturating_sub(own + 2)
    } else {
        x + MARGIN + 2
    }
}

/// Returns the rows of the screen for each page, or each two pages where the screen is wide enough.
fn spreads(pages: &Pages, width: u16) -> Vec<Vec<Vec<Strip>>> {
    let leaf = MARGIN + Grid::official().columns;
    let is_whole = width >= leaf;
    let n_beside = if width >= 2 * leaf + GAP { 2 } else { 1 };
    let mut spreads = Vec::new();
    let mut first_row = 0;
    for (n, beside) in pages.pages.chunks(n_beside).enumerate() {
        let mut spread: Vec<Vec<Strip>> = Vec::new();
        for (side, page) in beside.iter().enumerate() {
            let x = u16::try_from(side).unwrap_or_default() * (leaf + GAP);
            let mut strips: Vec<Strip> = Vec::new();
            for (at, row) in page.iter().enumerate() {
                let words = if is_whole {
                    vec![row.words.clone()]
                } else {
                    folded(pages, row, columns(width))
                };
                let strip = |words| Strip {
                    x,
                    what: What::Words(first_row + at, words),
                };
                strips.extend(words.into_iter().map(strip));
            }
            first_row += page.len();
            // The number stands where the print has it, below what a full page would fill.
            let blank = if is_whole {
                Grid::official().rows.saturating_sub(strips.len())
            } else {
                0
            };
            let number = Strip {
                x,
                what: What::Foot(n * n_beside + side),
            };
            let column = (strips.into_iter().map(Some))
                .chain((0..blank).map(|_| None))
                .chain([Some(number)]);
            for (y, strip) in column.enumerate() {
                if spread.len() <= y {
                    spread.push(Vec::new());
                }
                spread[y].extend(strip);
            }
        }
        spread.push(vec![Strip {
            x: 0,
            what: What::Rule,
        }]);
        spreads.push(spread);
    }
    spreads
}

/// Parts the words of a row that is too long for the screen, whose rows go on indented by one cell.
fn folded(pages: &Pages, row: &Row, columns: u16) -> Vec<Range<usize>> {
    let room = columns.saturating_sub(1).max(1);
    let parts = lines(pages.words(row), room, indent_in(pages, row, columns));
    if parts.is_empty() {
        return vec![row.words.clone()];
    }
    let place = |it: Range<usize>| row.words.start + it.start..row.words.start + it.end;
    parts.into_iter().map(place).collect()
}

/// Returns the cells left of the words of a row on a screen that is narrower than the page.
fn indent_in(pages: &Pages, row: &Row, columns: u16) -> u16 {
    match pages.kind(row) {
        Some(Kind::Title | Kind::Byline) => {
            let words = typeset::text_width(pages.words(row), Ambiguous::Wide);
            columns.saturating_sub(u16::try_from(words).unwrap_or(u16::MAX)) / 2
        }
        Some(Kind::Signed(from_right)) => {
            let words = typeset::text_width(pages.words(row), Ambiguous::Wide);
            let words = u16::try_from(words).unwrap_or(u16::MAX);
            columns.saturating_sub(words.saturating_add(from_right))
        }
        Some(Kind::Heading(_) | Kind::Body) | None => row.indent.min(columns / 2),
    }
}

/// Finds a row of the print: its spread, and the first row of the screen within it.
fn place_in(spreads: &[Vec<Vec<Strip>>], row: usize) -> (usize, usize) {
    let shows = |it: &Strip| matches!(it.what, What::Words(n, _) if n == row);
    let within = |spread: &Vec<Vec<Strip>>| spread.iter().position(|it| it.iter().any(shows));
    let found = spreads
        .iter()
        .enumerate()
        .find_map(|(n, it)| Some((n, within(it)?)));
    found.unwrap_or_default()
}

/// Words of a row of the print, to be drawn.
struct Line<'a> {
    pages: &'a Pages,
    print: &'a Row,
    words: Range<usize>,
    is_looked_at: bool,
}

impl Line<'_> {
    fn draw(&self, pen: &mut Pen<'_>, (x, y): (u16, u16), right: u16, theme: Theme) {
        let style = match self.pages.kind(self.print) {
            _ if self.is_looked_at => theme.focus(),
            Some(Kind::Title | Kind::Heading(_)) => theme.heading(),
            Some(Kind::Byline | Kind::Body | Kind::Signed(_)) | None => theme.plain(),
        };
        let is_first = self.words.start == self.print.words.start;
        if self.is_looked_at && is_first {
            pen.put(x, y, right, ">", theme.focus());
        }
        let text = self.pages.words(self.print);
        let start = self.words.start - self.print.words.start;
        let text = text
            .get(start..start + self.words.len())
            .unwrap_or_default();
        let room = right.saturating_sub(x + MARGIN);
        if room < Grid::official().columns {
            let indent = if is_first {
                indent_in(self.pages, self.print, room)
            } else {
                1
            };
            pen.put(x + MARGIN + indent, y, right, text, style);
            return;
        }
        // Each sign in its place on the print's grid, whatever the terminal makes of the ambiguous ones.
        let mut column = x + MARGIN + self.print.indent;
        for (_, sign) in typeset::graphemes(text) {
            let place = typeset::width(sign, Ambiguous::Wide);
            let taken = typeset::width(sign, pen.ambiguous);
            let lean = u16::from(taken < place && matches!(sign, "“" | "‘"));
            pen.put(column + lean, y, right, sign, style);
            column += u16::try_from(place).unwrap_or(1);
        }
    }
}
