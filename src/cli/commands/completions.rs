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
        Shell::Fish => fish(script(cx, Common::Fish)),
        Shell::Powershell => script(cx, Common::PowerShell),
        Shell::Nushell => script(cx, Nushell),
    };
    give(&script)?;
    Ok(Exit::Done)
}

/// The generated script takes an option that still waits for its value for a fault, and then offers nothing behind
/// `pouxi --lang`. Here the value is thought empty.
fn fish(script: Vec<u8>) -> Vec<u8> {
    let script = String::from_utf8(script).expect("our words are UTF-8");
    let parse = "argparse -s (__fish_pouxi_global_optspecs) -- $cmd";
    let strict = format!("{parse} 2>/dev/null\n");
    let lenient = format!("{strict}    or {parse} '' 2>/dev/null\n");
    script.replacen(&strict, &lenient, 1).into_bytes()
}

fn script(cx: &Cx, shell: impl Generator) -> Vec<u8> {
    let mut script = Vec::new();
    generate(shell, &mut command(cx.lang), "pouxi", &mut script);
    script
}
