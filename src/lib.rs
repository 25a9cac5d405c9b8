//! pouxi

pub mod draft;
pub mod locale;
pub mod store;
pub mod typeset;
