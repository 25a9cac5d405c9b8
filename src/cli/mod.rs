//! THE COMMAND LINE: what `pouxi` does with its words. On top of everything, and knows everybody.
//!
//! Results go to standard output, everything else to standard error; a closed pipe is no error. What commands share
//! with the full screen is computed below this layer (`desk`, `wizard`, `export`, `import`); here stand words in,
//! bytes out, the exit code, and the only look at the environment, the clock and the terminal ([`environment`]).

mod args;
mod ask;
mod commands;
mod cx;
mod encoding;
pub mod environment;
mod exit;
mod failure;
pub mod help;
mod manual;
pub mod messages;
mod page;
mod run;
mod talk;
mod usage;

pub use exit::Exit;
pub use run::{command, run};
