//! THE SITTING: one writer at one draft, whatever the face of the program.
//!
//! [`Msg`](msg::Msg) is what happened, [`update`](update::update) changes the [`Model`](model::Model) and answers
//! [`Effect`](effect::Effect)s, [`World`](world::World) carries them out. What there is to choose, to read and to answer
//! is made here, once: [`lists`], [`heads`], [`readings`] and [`asks`]. The full screen draws it and sends keys; the line
//! mode prints it and sends what was chosen and written. Neither decides anything.
//!
//! Only `world`, `editor`, `crash` and `here` touch the outside. Nothing here knows how it is shown.

pub mod arrivals;
pub mod asks;
pub mod crash;
pub mod digits;
pub mod editor;
pub mod effect;
pub mod fuse;
pub mod heads;
pub mod help;
pub mod here;
pub mod intake;
pub mod keymap;
pub mod labels;
pub mod lists;
pub mod messages;
pub mod model;
pub mod msg;
pub mod passage;
pub mod plan;
pub mod post;
pub mod preview;
pub mod readings;
pub mod reviewer;
pub mod sheet;
pub mod standing;
pub mod start;
pub mod tally;
pub mod update;
pub mod world;
