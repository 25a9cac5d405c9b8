//! pouxi

pub mod draft;
pub mod locale;
pub mod template;
