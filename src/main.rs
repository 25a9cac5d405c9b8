//! The binary: hands its words to the library and its answer to the system.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(pouxi::cli::run(std::env::args_os()).code())
}
