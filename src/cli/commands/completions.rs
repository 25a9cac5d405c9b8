//! `pouxi completions`

use clap_complete::{Generator, Shell as Common, generate};
use clap_complete_nushell::Nushell;

use crate::cli::args::{Completions, Shell};
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::run::command;
use crate::cli::talk::give;

/// Writes the script of a shell.
pub(in crate::cli) fn run(cx: &Cx, words: &Completions) -> Result<Exit, Failure> {
    let script = match words.shell {
        Shell::Bash => script(cx, Common::Bash),
        Shell::Zsh => script(cx, Common::Zsh),
        Shell::Fish => script(cx, Common::Fish),
        Shell::Powershell => script(cx, Common::PowerShell),
        Shell::Nushell => script(cx, Nushell),
    };
    give(&script)?;
    Ok(Exit::Done)
}

fn script(cx: &Cx, shell: impl Generator) -> Vec<u8> {
    let mut script = Vec::new();
    generate(shell, &mut command(cx.lang), "pouxi", &mut script);
    script
}
