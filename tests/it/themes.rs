//! Themes: what is coloured can be read on every usual palette of the ground the theme is for, and nothing is said by
//! colour alone.
//!
//! The rule for reading is that of WCAG 2: the contrast of letters and ground is at least 4.5. Where a palette gives
//! its own letters on its own ground less (Solarized on light does, on purpose), its own contrast is enough.

use std::collections::BTreeMap;

use pouxi::tui::theme::Theme;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

use crate::screens::SCENES;

/// A terminal's colours: letters and ground, and the sixteen by number.
struct Palette {
    name: &'static str,
    letters: u32,
    ground: u32,
    colours: [u32; 16],
}

// XTerm-col.ad of xterm, and its black on white and, with -rv, white on black.
const XTERM: [u32; 16] = [
    0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
    0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
];
// default_red, default_grn, default_blu in drivers/tty/vt/vt.c of Linux; the VGA ones.
const CONSOLE: [u32; 16] = [
    0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
    0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
];
// defaults.json of Windows Terminal.
const CAMPBELL: [u32; 16] = [
    0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
    0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
];
// "One Half Light", the same file.
const ONE_HALF_LIGHT: [u32; 16] = [
    0x38_3a42, 0xe4_5649, 0x50_a14f, 0xc1_8301, 0x01_84bc, 0xa6_26a4, 0x09_97b3, 0xfa_fafa,
    0x4f_525d, 0xdf_6c75, 0x98_c379, 0xe4_c07a, 0x61_afef, 0xc5_77dd, 0x56_b5c1, 0xff_ffff,
];
// The palette "GNOME" of GNOME Terminal (terminal-profile-editor.cc).
const GNOME: [u32; 16] = [
    0x17_1421, 0xc0_1c28, 0x26_a269, 0xa2_734c, 0x12_488b, 0xa3_47ba, 0x2a_a1b3, 0xd0_cfcc,
    0x5e_5c64, 0xf6_6151, 0x33_d17a, 0xe9_ad0c, 0x2a_7bde, 0xc0_61cb, 0x33_c7de, 0xff_ffff,
];
// The table of values of Solarized (ethanschoonover.com/solarized).
const SOLARIZED: [u32; 16] = [
    0x07_3642, 0xdc_322f, 0x85_9900, 0xb5_8900, 0x26_8bd2, 0xd3_3682, 0x2a_a198, 0xee_e8d5,
    0x00_2b36, 0xcb_4b16, 0x58_6e75, 0x65_7b83, 0x83_9496, 0x6c_71c4, 0x93_a1a1, 0xfd_f6e3,
];
// The default colours of PuTTY (settings.c).
const PUTTY: [u32; 16] = [
    0x00_0000, 0xbb_0000, 0x00_bb00, 0xbb_bb00, 0x00_00bb, 0xbb_00bb, 0x00_bbbb, 0xbb_bbbb,
    0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
];

const fn palette(name: &'static str, letters: u32, ground: u32, colours: [u32; 16]) -> Palette {
    Palette {
        name,
        letters,
        ground,
        colours,
    }
}

const DARK: &[Palette] = &[
    palette("xterm -rv", 0xff_ffff, 0x00_0000, XTERM),
    palette("the Linux console", 0xaa_aaaa, 0x00_0000, CONSOLE),
    palette("Windows Terminal", 0xcc_cccc, 0x0c_0c0c, CAMPBELL),
    palette("GNOME dark", 0xd0_cfcc, 0x17_1421, GNOME),
    palette("Solarized dark", 0x83_9496, 0x00_2b36, SOLARIZED),
    palette("PuTTY", 0xbb_bbbb, 0x00_0000, PUTTY),
];

const LIGHT: &[Palette] = &[
    palette("xterm", 0x00_0000, 0xff_ffff, XTERM),
    palette("the Linux console, white", 0x00_0000, 0xff_ffff, CONSOLE),
    palette("Campbell on white", 0x0c_0c0c, 0xff_ffff, CAMPBELL),
    palette("One Half Light", 0x38_3a42, 0xfa_fafa, ONE_HALF_LIGHT),
    palette("GNOME light", 0x17_1421, 0xff_ffff, GNOME),
    palette("Solarized light", 0x65_7b83, 0xfd_f6e3, SOLARIZED),
    palette("PuTTY on white", 0x00_0000, 0xff_ffff, PUTTY),
];

/// The grounds a theme is for.
fn grounds(theme: Theme) -> Vec<&'static Palette> {
    match theme {
        Theme::Light => LIGHT.iter().collect(),
        Theme::Dark => DARK.iter().collect(),
        Theme::Plain | Theme::Contrast => DARK.iter().chain(LIGHT).collect(),
    }
}

/// How much light a colour gives, from 0 to 1 (WCAG 2, "relative luminance").
fn luminance(colour: u32) -> f64 {
    let part = |shift: u32| {
        let it = f64::from((colour >> shift) & 0xff) / 255.0;
        if it <= 0.040_45 {
            it / 12.92
        } else {
            ((it + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

/// The contrast of two colours, from 1 to 21 (WCAG 2, "contrast ratio").
fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The number of one of the sixteen colours; nothing for the terminal's own. There are no others.
fn number(colour: Color) -> Option<usize> {
    let sixteen = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let number = sixteen.iter().position(|it| *it == colour);
    assert!(number.is_some() || colour == Color::Reset, "{colour:?}");
    number
}

/// Letters and ground as a palette shows a cell: two ways where many terminals make bold letters brighter.
fn shown(cell: &Cell, palette: &Palette) -> Vec<(u32, u32)> {
    let ground = number(cell.bg).map_or(palette.ground, |it| palette.colours[it]);
    let letters: Vec<u32> = match number(cell.fg) {
        None => vec![palette.letters],
        Some(n @ 0..8) if cell.modifier.contains(Modifier::BOLD) => {
            vec![palette.colours[n], palette.colours[n + 8]]
        }
        Some(n) => vec![palette.colours[n]],
    };
    let is_reversed = cell.modifier.contains(Modifier::REVERSED);
    let turned = |it| {
        if is_reversed {
            (ground, it)
        } else {
            (it, ground)
        }
    };
    letters.into_iter().map(turned).collect()
}

/// Why there are no colours on a ground that is not known.
#[test]
fn no_colour_can_be_read_on_light_and_dark_alike() {
    for n in 0..16 {
        let is_read = |it: &&Palette| {
            let wanted = contrast(it.letters, it.ground).min(4.5);
            contrast(it.colours[n], it.ground) >= wanted
        };
        let all = grounds(Theme::Plain);
        let n_read = all.iter().filter(|it| is_read(it)).count();
        assert!(2 * n_read <= all.len() + 1, "{n} reads on {n_read}");
        assert!(!LIGHT.iter().all(|it| is_read(&it)) || !DARK.iter().all(|it| is_read(&it)));
    }
}

#[test]
fn every_screen_can_be_read_on_the_grounds_of_its_theme() {
    let mut pairs = BTreeMap::new();
    for (name, sit_down, keys) in SCENES {
        let mut stage = sit_down();
        stage.press(keys);
        for theme in Theme::ALL {
            let (cells, _) = stage.draw_in(theme);
            for cell in cells.content().iter().filter(|it| it.symbol() != " ") {
                let is_hidden = cell.modifier.intersects(Modifier::DIM | Modifier::HIDDEN);
                assert!(!is_hidden, "{theme:?} {name}");
                let look = format!("{theme:?} {:?} {:?} {:?}", cell.fg, cell.bg, cell.modifier);
                pairs.entry(look).or_insert((theme, *name, cell.clone()));
            }
        }
    }
    // There was something to look at.
    for it in [Theme::Light, Theme::Dark] {
        let is_coloured = |cell: &Cell| number(cell.fg).is_some();
        let coloured = (pairs.values()).any(|(theme, _, cell)| *theme == it && is_coloured(cell));
        assert!(coloured, "{it:?}");
    }
    let mut faint = Vec::new();
    for (look, (theme, name, cell)) in &pairs {
        for palette in grounds(*theme) {
            let own = contrast(palette.letters, palette.ground);
            for (letters, ground) in shown(cell, palette) {
                let contrast = contrast(letters, ground);
                if contrast < own.min(4.5) {
                    let on = palette.name;
                    faint.push(format!("{look} in {name}: {contrast:.2} on {on}"));
                }
            }
        }
    }
    assert!(faint.is_empty(), "\n{}\n", faint.join("\n"));
}

/// A run of cells that look alike: its column, its words, how they are set off without colours, and with.
type Run = (u16, String, Modifier, (Color, Color));

/// The runs of a screen that have words.
fn runs(cells: &Buffer) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for y in 0..cells.area.height {
        let (mut x, first) = (0, runs.len());
        while x < cells.area.width {
            let cell = cells.cell((x, y)).expect("within the area");
            let (look, colours) = (cell.modifier, (cell.fg, cell.bg));
            match runs.get_mut(first..).and_then(|it| it.last_mut()) {
                Some((_, words, last, of)) if (*last, *of) == (look, colours) => {
                    words.push_str(cell.symbol());
                }
                _ => runs.push((x, cell.symbol().to_owned(), look, colours)),
            }
            x += cell.cell_width().max(1);
        }
    }
    runs.retain(|it| !it.1.trim().is_empty());
    runs
}

/// A screen without its colours.
fn stripped(cells: &Buffer) -> Vec<(&str, Modifier)> {
    let cells = cells.content().iter();
    cells.map(|it| (it.symbol(), it.modifier)).collect()
}

fn colours(cells: &Buffer) -> Vec<(Color, Color)> {
    cells.content().iter().map(|it| (it.fg, it.bg)).collect()
}

#[test]
fn nothing_is_told_by_colour_alone() {
    // The one with the most colours.
    let theme = Theme::Dark;
    let mut told = Vec::new();
    for (name, sit_down, keys) in SCENES {
        let mut before: Option<Buffer> = None;
        sit_down().press_and_look(keys, |stage| {
            let (cells, _) = stage.draw_in(theme);
            // The same words of a column, set off alike, are coloured alike.
            let mut looks = BTreeMap::new();
            for (x, words, look, colours) in runs(&cells) {
                let words = words.trim().to_owned();
                let known = looks.entry((x, words.clone(), look.bits()));
                if *known.or_insert(colours) != colours {
                    told.push(format!("{name}: {words:?} has two colours"));
                }
            }
            // What changes is seen without colours.
            if let Some(before) = &before
                && before.area == cells.area
                && colours(before) != colours(&cells)
                && stripped(before) == stripped(&cells)
            {
                told.push(format!("{name}: only colours change"));
            }
            before = Some(cells);
        });
    }
    told.dedup();
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

#[test]
fn themes_change_no_words_and_only_contrast_changes_weight() {
    for (name, sit_down, keys) in SCENES {
        let mut stage = sit_down();
        stage.press(keys);
        let (plain, cursor) = stage.draw_in(Theme::Plain);
        for theme in Theme::ALL {
            let (cells, at) = stage.draw_in(theme);
            assert_eq!(at, cursor, "{theme:?} {name}");
            for (one, other) in plain.content().iter().zip(cells.content()) {
                assert_eq!(one.symbol(), other.symbol(), "{theme:?} {name}");
                let is_same = one.modifier == other.modifier;
                assert!(is_same || theme == Theme::Contrast, "{theme:?} {name}");
                let has_colours = (other.fg, other.bg) != (Color::Reset, Color::Reset);
                let may_have = matches!(theme, Theme::Light | Theme::Dark);
                assert!(!has_colours || may_have, "{theme:?} {name}");
            }
        }
    }
}

/// The measure itself, on values that are known.
#[test]
fn contrast_is_measured_as_wcag_does() {
    let near = |it: f64, expected: f64| assert!((it - expected).abs() < 0.01, "{it}");
    near(contrast(0xff_ffff, 0x00_0000), 21.0);
    near(contrast(0x77_7777, 0xff_ffff), 4.48);
    near(contrast(0xcd_cd00, 0xff_ffff), 1.70);
    near(contrast(0x65_7b83, 0xfd_f6e3), 4.13);
}
