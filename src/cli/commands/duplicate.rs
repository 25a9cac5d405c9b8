//! `pouxi duplicate DRAFT`

use super::new;
use crate::cli::args::Duplicate;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::desk;
use crate::draft::{ChangeCause, Outline};

/// Makes a second draft of the same content, its title included: the title belongs to the report.
pub(in crate::cli) fn run(cx: &Cx, words: &Duplicate) -> Result<Exit, Failure> {
    let found = cx.read(&words.draft)?;
    let outline = Outline::of(&found.recovered.draft);
    let (owner, time) = (environment::owner(), environment::now());
    let (id, ..) = desk::create(&cx.home, &owner, outline, ChangeCause::Import, time)?;
    new::give_id(cx, &id, &[], words.json)?;
    Ok(Exit::Done)
}
