//! A table: rows of cells, columns of a share of the width, a head that every page repeats.

use super::body::Body;
use super::styles;
use crate::export::layout::Align;

/// A table on paper of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The title above it; may be empty.
    pub title: String,
    /// The lines under the title.
    pub lines: Vec<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each a cell a column; a line break in a cell begins a paragraph.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it, on every page.
    pub head: String,
    /// Its part of the width, against those of the other columns.
    pub share: u32,
    /// Where words stand in its cells.
    pub align: Align,
}

impl Body<'_> {
    /// Writes a table as wide as so many twips.
    pub(super) fn table(&mut self, columns: &[Column], rows: &[Vec<String>], width: u32) {
        let widths = widths(columns, width);
        self.xml
            .markup("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"");
        self.xml
            .number(width)
            .markup("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>");
        // Word lets the lines of a table stand out by its margins unless it is told not to.
        self.xml
            .markup("<w:tblLook w:val=\"0020\"/></w:tblPr><w:tblGrid>");
        for it in &widths {
            self.xml
                .markup("<w:gridCol w:w=\"")
                .number(*it)
                .markup("\"/>");
        }
        self.xml.markup("</w:tblGrid>");
        self.xml
            .markup("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in columns.iter().zip(&widths) {
            self.cell(styles::HEAD, *width, &column.head, Align::Center);
        }
        self.xml.markup("</w:tr>");
        for row in rows {
            self.xml.markup("<w:tr>");
            for (at, (column, width)) in columns.iter().zip(&widths).enumerate() {
                let words = row.get(at).map_or("", String::as_str);
                self.cell(styles::CELL, *width, words, column.align);
            }
            self.xml.markup("</w:tr>");
        }
        self.xml.markup("</w:tbl>");
    }

    fn cell(&mut self, style: &str, width: u32, words: &str, align: Align) {
        self.xml.markup("<w:tc><w:tcPr><w:tcW w:w=\"").number(width);
        self.xml
            .markup("\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>");
        for line in words.split('\n') {
            self.open(style);
            match align {
                Align::Left => {}
                Align::Center => drop(self.xml.markup("<w:jc w:val=\"center\"/>")),
                Align::Right => drop(self.xml.markup("<w:jc w:val=\"right\"/>")),
            }
            self.xml.markup("</w:pPr>");
            let line = self.curly([line.trim()]).concat();
            self.run(None, &line);
            self.xml.markup("</w:p>");
        }
        self.xml.markup("</w:tc>");
    }
}

/// Parts a width among columns, to the last twip.
fn widths(columns: &[Column], width: u32) -> Vec<u32> {
    let whole: u64 = columns.iter().map(|it| u64::from(it.share.max(1))).sum();
    let mut before = 0;
    let mut placed = 0;
    (columns.iter())
        .map(|it| {
            before += u64::from(it.share.max(1));
            let end = u32::try_from(u64::from(width) * before / whole).unwrap_or(width);
            let own = end - placed;
            placed = end;
            own
        })
        .collect()
}
