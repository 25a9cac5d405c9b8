//! pouxi

pub mod draft;
pub mod locale;
