//! One file a command. A command finds what it is about, has the layers below do the work, and says what came of it.

pub(super) mod check;
mod check_source;
pub(super) mod completions;
pub(super) mod copy;
pub(super) mod delete;
pub(super) mod doctor;
pub(super) mod duplicate;
pub(super) mod export;
pub(super) mod from_notice;
pub(super) mod history;
pub(super) mod import;
pub(super) mod list;
pub(super) mod man;
pub(super) mod new;
pub(super) mod path;
pub(super) mod rename;
pub(super) mod restore;
pub(super) mod resume;
pub(super) mod review;
mod rubric;
pub(super) mod rules;
pub(super) mod show;
pub(super) mod start;
pub(super) mod template;
pub(super) mod template_keep;
mod terminal;
pub(super) mod trash;
