//! What was seen of terminals, for `pouxi doctor`: in words and in the shape of `--json`. Looks at none.

use serde::Serialize;

use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::messages as say;
use crate::locale::Lang;
use crate::settings::{
    self, Colours, Copied, Cursor, Encoding, Fonts, LookNotKept, LooksTrouble, Paste, Way,
};
use crate::store::messages as store_say;

/// What was seen of one terminal, in the shape of `--json`.
#[derive(Serialize)]
pub(super) struct Seen {
    name: String,
    here: bool,
    #[serde(rename = "seen")]
    time: String,
    encoding: Option<Encoding>,
    fonts: Option<Fonts>,
    width: Option<u8>,
    cursor: Option<Cursor>,
    colours: Option<Colours>,
    clipboard: Vec<Way>,
    paste: Option<Paste>,
}

/// What was seen of all terminals, and what is wrong with the file, in words, where something is.
pub(super) fn seen(cx: &Cx) -> (Vec<Seen>, Option<String>) {
    let here = environment::surroundings().name;
    let looks = settings::looks(cx.home.root());
    let seen = looks.terminals.into_iter().map(|it| Seen {
        here: it.terminal == here,
        name: it.terminal,
        time: it.seen,
        encoding: it.encoding,
        fonts: it.fonts,
        width: it.width,
        cursor: it.cursor,
        colours: it.colours,
        clipboard: it.clipboard,
        paste: it.paste,
    });
    let trouble = looks.trouble.map(|it| match it {
        LooksTrouble::Damaged => say::looks_damaged(cx.lang),
        LooksTrouble::Newer(format) => say::found_newer(cx.lang, format),
        LooksTrouble::Unreadable(error) => store_say::describe(cx.lang, &error).0,
    });
    (seen.collect(), trouble)
}

/// Returns the name of a terminal for people.
pub(super) fn name(lang: Lang, name: &str) -> String {
    if name.is_empty() {
        return say::terminal_unnamed(lang);
    }
    name.to_owned()
}

/// Says why a look was not kept.
pub(super) fn why_not(lang: Lang, error: &LookNotKept) -> String {
    match error {
        LookNotKept::Newer(path, format) => {
            say::looks_newer(lang, &path.display().to_string(), *format)
        }
        LookNotKept::Store(error) => store_say::describe(lang, error).0,
    }
}

impl Seen {
    /// Says what was seen, in a line.
    pub(super) fn say(&self, lang: Lang) -> String {
        let encoding = self.encoding.map(|it| match it {
            Encoding::Right => say::look_encoding_right(lang),
            Encoding::Garbled => say::look_encoding_garbled(lang),
        });
        let fonts = self.fonts.map(|it| match it {
            Fonts::All => say::look_fonts_all(lang),
            Fonts::RareMissing => say::look_fonts_missing(lang),
        });
        let width = self.width.map(|it| say::look_width(lang, it));
        let cursor = self.cursor.map(|it| match it {
            Cursor::Right => say::look_cursor_right(lang),
            Cursor::Elsewhere => say::look_cursor_elsewhere(lang),
        });
        let colours = self.colours.map(|it| match it {
            Colours::Clear => say::look_colours_clear(lang),
            Colours::Hard => say::look_colours_hard(lang),
        });
        let clipboard = self.clipboard.iter().map(|it| match it.copied {
            Copied::Arrived => say::look_copied(lang, &it.via),
            Copied::Lost => say::look_lost(lang, &it.via),
        });
        let paste = self.paste.map(|it| match it {
            Paste::Marked => say::look_paste_marked(lang),
            Paste::Unmarked => say::look_paste_unmarked(lang),
            Paste::Nothing => say::look_paste_nothing(lang),
        });
        let parts = [encoding, fonts, width, cursor, colours].into_iter();
        let parts: Vec<String> = (parts.flatten()).chain(clipboard).chain(paste).collect();
        let what = parts.join(&say::look_and(lang));
        let (name, day) = (name(lang, &self.name), environment::local_time(&self.time));
        if self.here {
            say::look_line_here(lang, &name, &day, &what)
        } else {
            say::look_line(lang, &name, &day, &what)
        }
    }
}
