//! pouxi
