#![doc = include_str!("../ARCHITECTURE.md")]

#[cfg(windows)]
compile_error!("pouxi reads the terminal as Unix has it; on Windows build it inside WSL");

// In reading order.
pub mod draft;

pub mod locale;
pub mod paste;
pub mod template;
pub mod typeset;
pub mod wizard;

pub mod check;
pub mod export;
pub mod find;
pub mod import;
pub mod store;

pub mod clipboard;
pub mod desk;
pub mod settings;

pub mod sitting;

pub mod plain;
pub mod tui;

pub mod cli;
