//! OUT: a draft becomes a [`Document`] once, a document becomes bytes, one file a format.
//!
//! A document is what is printed, as structure: numbered headings, paragraphs with their bold lead, list entries.
//! Every format prints the same document, so that no format numbers, joins or leaves out anything by itself.
//! This layer writes no file and changes no word: what it adds are ordinals, labels and, between a headline and its
//! text, the full stop the writer left to it. It reads nothing back, that is `import`'s.

mod document;

mod build;
mod flow;
mod marks;
mod numbering;

mod ending;
mod quotes;
mod title;

pub mod layout;

pub mod docx;
mod escape;
mod file_name;
mod format;
mod html;
mod markdown;
mod text;

pub mod ledger;
pub mod lists;
pub mod messages;
pub mod pages;

pub use build::Options;
pub use build::Parentheses;
pub use build::document;
pub use build::document_and_count;
pub use document::Block;
pub use document::Byline;
pub use document::Content;
pub use document::Document;
pub use document::Part;
pub use document::sections;
pub use file_name::{file_name, file_name_ending};
pub use flow::n_left_out;
pub use format::FORMATS;
pub use format::Format;
pub use format::format_named;
pub use numbering::ordinal_of_dimension;
pub use numbering::ordinal_of_section;
