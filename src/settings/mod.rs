//! THE SETTINGS: what a writer sets once for all drafts, kept in `HOME/settings.toml`.
//!
//! The file is made when the first setting is changed on the settings screen, or when the writer asks for it
//! ([`make`]); by hand it may be made and changed at any time, and comments, order and blank lines stay as they are ([`with`]). What is wrong in it never stops the program:
//! what can be read counts, the rest is as if it were not there, and one sentence says so ([`read()`]). A file that a
//! newer program wrote is read as far as it is understood and never written.
//!
//! What somebody saw of a terminal is no setting and stands in a file of its own ([`looks()`]).
//!
//! Every setting stands once, in [`CHOICES`]: reading, writing, the fresh file and `docs/settings.md` go by it. This
//! layer knows no screen and no command line, and decides nothing about who wins over the file.

mod choices;
mod fault;
mod file;
mod keys;
mod looks;
pub mod messages;
mod read;
mod theme;
mod write;

pub use choices::{CHOICES, Choice, KEYS, Setting, Settings, Written, about};
pub use fault::{Fault, SettingsError};
pub use file::{FILE, Kept, LIMIT, Loaded, Made, NotKept, Trouble, keep, keep_keys, load, make};
pub use keys::{Key, Keys, NotGiven, REBINDABLE, Rebindable};
pub use looks::{
    Colours, Copied, Cursor, Encoding, Fonts, LOOKS_FILE, Look, LookNotKept, Looks, LooksTrouble,
    Paste, Way, keep_look, looks,
};
pub use read::{FORMAT, FORMAT_KEY, Read, read};
pub use theme::{Ground, ThemeName};
pub use write::{fresh, with, with_key};
