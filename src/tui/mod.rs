//! THE FULL SCREEN: the wizard in ratatui.
//!
//! [`Msg`](msg::Msg) is what happened, [`update`](update::update) changes the [`Model`](model::Model) and answers
//! [`Effect`](effect::Effect)s, [`World`](world::World) carries them out, [`view`](view::view) draws the model.
//! Only `terminal`, `input`, `gate`, `editor`, `run` and `world` touch the outside.
//!
//! Rules that hold on every screen: the caret is the terminal's own cursor; nothing is drawn by a timer; the
//! terminal is never asked a question; Tab, Enter, arrows and digits suffice; nothing traps.

pub mod arrivals;
pub mod decode;
pub mod editor;
pub mod effect;
mod fuse;
pub mod gate;
pub mod input;
pub mod intake;
pub mod keymap;
pub mod lists;
pub mod messages;
pub mod model;
pub mod msg;

mod pace;
pub mod painter;
pub mod plan;
pub mod preview;
pub mod reviewer;
pub mod run;
pub mod sheet;
pub mod standing;
pub mod tally;
pub mod terminal;
pub mod theme;
pub mod tray;
pub mod update;
pub mod view;
pub mod world;

pub use fuse::Fuse;
pub use run::{Launch, Start, run};
