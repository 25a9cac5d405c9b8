//! pouxi

pub mod cli;
pub mod clipboard;
pub mod desk;
pub mod draft;
pub mod export;
pub mod import;
pub mod locale;
pub mod store;
pub mod template;
pub mod tui;
pub mod typeset;
pub mod wizard;
