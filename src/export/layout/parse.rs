//! A layout from the text of a file, or everything wrong with it. Reads no file itself.
//!
//! What a file does not say is as in the layout it is `like`.

use super::model::{
    Align, Font, Heading, Layout, Page, PageNumber, Place, SIZES, Style, Table, Text, Title,
};
use crate::template::nearest::nearest;
use crate::template::parse::read;
use crate::template::reader::{Entry, Reader, Table as Keys};
use crate::template::{Fault, TemplateError};

/// The newest format this program reads.
const FORMAT: u32 = 1;

/// The keys at the top of a file.
pub(super) const TOP: &[&str] = &[
    "format",
    "name",
    "like",
    "page",
    "text",
    "title",
    "byline",
    "section",
    "dimension",
    "lead",
    "page_number",
    "table",
];
/// The keys of each table.
pub(super) const TABLES: &[(&str, &[&str])] = &[
    (
        "page",
        &["width", "height", "top", "bottom", "left", "right"],
    ),
    (
        "text",
        &[
            "font",
            "latin",
            "size",
            "pitch",
            "scale",
            "indent",
            "hanging_punctuation",
            "curly_quotes",
            "run_in",
            "keep_headings",
        ],
    ),
    (
        "title",
        &[
            "font",
            "size",
            "bold",
            "align",
            "blank_lines_below",
            "break_by_sense",
        ],
    ),
    ("byline", &["font", "size", "bold", "align"]),
    ("section", &["font", "size", "bold", "align", "indent"]),
    ("dimension", &["font", "size", "bold", "align", "indent"]),
    ("lead", &["bold"]),
    (
        "page_number",
        &["shown", "font", "size", "dashes", "place", "below"],
    ),
    ("table", &["font", "size", "pitch"]),
];

const ALIGNS: &[(&str, Align)] = &[
    ("left", Align::Left),
    ("center", Align::Center),
    ("right", Align::Right),
];
const PLACES: &[(&str, Place)] = &[
    ("outside", Place::Outside),
    ("center", Place::Center),
    ("right", Place::Right),
];

/// Reads a layout, or returns everything wrong with it in the order of the text, at least one thing.
///
/// # Errors
/// The text is no TOML, or says what a layout cannot be.
pub(super) fn parse(
    text: &str,
    known: &'static [&'static str],
    like: impl Fn(&str) -> Option<Layout>,
) -> Result<Layout, Vec<TemplateError>> {
    read(text, |reader, file| layout(reader, file, known, like))
}

fn layout(
    reader: &mut Reader<'_>,
    file: &Keys<'_>,
    known: &'static [&'static str],
    like: impl Fn(&str) -> Option<Layout>,
) -> Layout {
    reader.allow(file, TOP);
    if let Some(it) = file.entry("format") {
        let _read = reader.number(&it, 1..=FORMAT);
    }
    let base = match file.entry("like") {
        Some(entry) => reader.line(&entry).and_then(|written| {
            let found = like(&written);
            if found.is_none() {
                unknown(reader, &entry, &written, known);
            }
            found
        }),
        None => known.first().and_then(|it| like(it)),
    };
    let mut layout = base.unwrap_or_else(blank);
    if let Some(it) = file.entry("name").and_then(|it| reader.line(&it)) {
        layout.name = it;
    }
    let mut part = |name: &'static str, set: &mut dyn FnMut(&mut Reader<'_>, &Keys<'_>)| {
        if let Some(table) = file.entry(name).and_then(|it| reader.table(&it)) {
            let keys = TABLES
                .iter()
                .find(|it| it.0 == name)
                .map_or(&[][..], |it| it.1);
            reader.allow(&table, keys);
            set(reader, &table);
        }
    };
    part("page", &mut |reader, table| {
        page(reader, table, &mut layout.page);
    });
    part("text", &mut |reader, table| {
        text_part(reader, table, &mut layout.text);
    });
    part("title", &mut |reader, table| {
        let Title {
            style: look,
            blank_lines_below,
            breaks_by_sense,
        } = &mut layout.title;
        style(reader, table, look);
        whole(reader, table, "blank_lines_below", 10, blank_lines_below);
        flag(reader, table, "break_by_sense", breaks_by_sense);
    });
    part("byline", &mut |reader, table| {
        style(reader, table, &mut layout.byline);
    });
    for (name, heading) in [
        ("section", &mut layout.section),
        ("dimension", &mut layout.dimension),
    ] {
        part(name, &mut |reader, table| {
            style(reader, table, &mut heading.style);
            whole(reader, table, "indent", 10, &mut heading.indent);
        });
    }
    part("lead", &mut |reader, table| {
        flag(reader, table, "bold", &mut layout.is_lead_bold);
    });
    part("page_number", &mut |reader, table| {
        page_number(reader, table, &mut layout.page_number);
    });
    part("table", &mut |reader, table| {
        font(reader, table, &mut layout.table.font);
        size(reader, table, &mut layout.table.size);
        points(reader, table, "pitch", 5..=200, &mut layout.table.pitch);
    });
    check_room(reader, file, &layout);
    layout
}

/// Notes a page on which no three characters or no two lines of text have room.
fn check_room(reader: &mut Reader<'_>, file: &Keys<'_>, layout: &Layout) {
    let Page {
        width,
        height,
        top,
        bottom,
        left,
        right,
    } = layout.page;
    // One that is blank is wrong already.
    let character = layout.text.size * 10;
    let has_room = left + right + 3 * character <= width
        && top + bottom + 2 * layout.text.pitch <= height
        && (layout.page_number.as_ref()).is_none_or(|it| it.below + it.size * 5 <= bottom);
    if !has_room && reader.n_faults() == 0 {
        let at = file.entry("page").map_or(0, |it| it.at);
        reader.fault(at, "page", Fault::NoRoom);
    }
}

fn page(reader: &mut Reader<'_>, table: &Keys<'_>, page: &mut Page) {
    for (key, least, to) in [
        ("width", 50, &mut page.width),
        ("height", 50, &mut page.height),
        ("top", 0, &mut page.top),
        ("bottom", 0, &mut page.bottom),
        ("left", 0, &mut page.left),
        ("right", 0, &mut page.right),
    ] {
        millimetres(reader, table, key, least, to);
    }
}

fn text_part(reader: &mut Reader<'_>, table: &Keys<'_>, text: &mut Text) {
    font(reader, table, &mut text.font);
    if let Some(it) = table.entry("latin").and_then(|it| reader.line(&it)) {
        text.latin = it;
    }
    size(reader, table, &mut text.size);
    points(reader, table, "pitch", 5..=200, &mut text.pitch);
    scale(reader, table, &mut text.scale);
    whole(reader, table, "indent", 10, &mut text.indent);
    for (key, to) in [
        ("hanging_punctuation", &mut text.has_hanging_punctuation),
        ("curly_quotes", &mut text.has_curly_quotes),
        ("run_in", &mut text.is_run_in),
        ("keep_headings", &mut text.keeps_headings),
    ] {
        flag(reader, table, key, to);
    }
}

fn page_number(reader: &mut Reader<'_>, table: &Keys<'_>, to: &mut Option<PageNumber>) {
    let mut is_shown = to.is_some();
    flag(reader, table, "shown", &mut is_shown);
    let mut number = to.take().unwrap_or_else(blank_number);
    font(reader, table, &mut number.font);
    size(reader, table, &mut number.size);
    flag(reader, table, "dashes", &mut number.has_dashes);
    word(reader, table, "place", PLACES, &mut number.place);
    millimetres(reader, table, "below", 0, &mut number.below);
    *to = is_shown.then_some(number);
}

fn style(reader: &mut Reader<'_>, table: &Keys<'_>, style: &mut Style) {
    font(reader, table, &mut style.font);
    size(reader, table, &mut style.size);
    flag(reader, table, "bold", &mut style.is_bold);
    word(reader, table, "align", ALIGNS, &mut style.align);
}

fn font(reader: &mut Reader<'_>, table: &Keys<'_>, to: &mut Font) {
    let Some(entry) = table.entry("font") else {
        return;
    };
    let Some(written) = reader.line(&entry) else {
        return;
    };
    let mut names = (written.split([',', '，', '、']))
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty());
    match names.next() {
        Some(name) => {
            let otherwise = names.collect();
            *to = Font { name, otherwise };
        }
        None => reader.fault(entry.at, &entry.path, Fault::Empty),
    }
}

/// Reads a size: its Chinese name, or points.
fn size(reader: &mut Reader<'_>, table: &Keys<'_>, to: &mut u32) {
    let Some(entry) = table.entry("size") else {
        return;
    };
    if !Reader::is_text(&entry) {
        if let Some(it) = reader.decimal(&entry, 5..=100) {
            *to = rounded(it * 2.0);
        }
        return;
    }
    let Some(written) = reader.line(&entry) else {
        return;
    };
    match SIZES.iter().find(|it| it.0 == written) {
        Some((_, half_points)) => *to = *half_points,
        None => unknown(reader, &entry, &written, &names_of(SIZES)),
    }
}

fn word<T: Copy>(
    reader: &mut Reader<'_>,
    table: &Keys<'_>,
    key: &str,
    known: &[(&'static str, T)],
    to: &mut T,
) {
    let Some(entry) = table.entry(key) else {
        return;
    };
    let Some(written) = reader.line(&entry) else {
        return;
    };
    match known.iter().find(|it| it.0 == written) {
        Some((_, it)) => *to = *it,
        None => unknown(reader, &entry, &written, &names_of(known)),
    }
}

fn names_of<T>(known: &[(&'static str, T)]) -> Vec<&'static str> {
    known.iter().map(|it| it.0).collect()
}

fn unknown(reader: &mut Reader<'_>, entry: &Entry<'_>, written: &str, known: &[&'static str]) {
    let nearest = nearest(written, known.iter().copied());
    let fault = Fault::UnknownWord {
        nearest,
        known: known.join(", "),
    };
    reader.fault(entry.at, &entry.path, fault);
}

fn flag(reader: &mut Reader<'_>, table: &Keys<'_>, key: &str, to: &mut bool) {
    if let Some(it) = table.entry(key).and_then(|it| reader.choice(&it)) {
        *to = it;
    }
}

fn whole(reader: &mut Reader<'_>, table: &Keys<'_>, key: &str, most: u32, to: &mut u32) {
    if let Some(it) = table.entry(key).and_then(|it| reader.number(&it, 0..=most)) {
        *to = it;
    }
}

fn scale(reader: &mut Reader<'_>, table: &Keys<'_>, to: &mut u32) {
    if let Some(it) = table
        .entry("scale")
        .and_then(|it| reader.number(&it, 50..=150))
    {
        *to = it;
    }
}

fn millimetres(reader: &mut Reader<'_>, table: &Keys<'_>, key: &str, least: u32, to: &mut u32) {
    if let Some(it) = (table.entry(key)).and_then(|it| reader.decimal(&it, least..=500)) {
        // An inch is 25.4 mm and 1440 twips.
        *to = rounded(it * 1440.0 / 25.4);
    }
}

fn points(
    reader: &mut Reader<'_>,
    table: &Keys<'_>,
    key: &str,
    bounds: std::ops::RangeInclusive<u32>,
    to: &mut u32,
) {
    if let Some(it) = table.entry(key).and_then(|it| reader.decimal(&it, bounds)) {
        *to = rounded(it * 20.0);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "every caller has held the number between bounds"
)]
fn rounded(number: f64) -> u32 {
    number.round() as u32
}

/// Returns a layout that says nothing: the built-in ones say everything, which a test checks.
fn blank() -> Layout {
    let heading = Heading {
        style: blank_style(),
        indent: 0,
    };
    Layout {
        name: String::new(),
        page: Page {
            width: 0,
            height: 0,
            top: 0,
            bottom: 0,
            left: 0,
            right: 0,
        },
        text: Text {
            font: blank_font(),
            latin: String::new(),
            size: 0,
            pitch: 0,
            scale: 0,
            indent: 0,
            has_hanging_punctuation: false,
            has_curly_quotes: false,
            is_run_in: false,
            keeps_headings: false,
        },
        title: Title {
            style: blank_style(),
            blank_lines_below: 0,
            breaks_by_sense: false,
        },
        byline: blank_style(),
        section: heading.clone(),
        dimension: heading,
        is_lead_bold: false,
        page_number: None,
        table: Table {
            font: blank_font(),
            size: 0,
            pitch: 0,
        },
    }
}

fn blank_font() -> Font {
    Font {
        name: String::new(),
        otherwise: Vec::new(),
    }
}

fn blank_style() -> Style {
    Style {
        font: blank_font(),
        size: 0,
        is_bold: false,
        align: Align::Left,
    }
}

fn blank_number() -> PageNumber {
    PageNumber {
        font: blank_font(),
        size: 0,
        has_dashes: false,
        place: Place::Center,
        below: 0,
    }
}
