//! THE FULL SCREEN: the wizard in ratatui.
//!
//! Keys, pastes and signals become messages of the [`sitting`](crate::sitting); [`view`](view::view) draws its model.
//! Only `terminal`, `input` and `run` touch the outside.
//!
//! Rules that hold on every screen: the caret is the terminal's own cursor; nothing is drawn by a timer; the
//! terminal is never asked a question; Tab, Enter, arrows and digits suffice; nothing traps.

pub mod decode;
pub mod input;
mod pace;
pub mod painter;
pub mod run;
pub mod terminal;
pub mod theme;
pub mod view;

pub use run::{Launch, run};
