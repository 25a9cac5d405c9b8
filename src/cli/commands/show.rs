//! `pouxi show DRAFT`: how far a draft has come, or all of it as JSON.

use crate::cli::args::Show;
use crate::cli::cx::{Cx, Found};
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give, give_lines};
use crate::desk;
use crate::desk::reviewing::page_words;
use crate::store::{Snapshot, format_of};
use crate::typeset::{Ambiguous, text_width};
use crate::wizard;
use crate::wizard::messages::state;

/// Shows a draft without locking it.
pub(in crate::cli) fn run(cx: &Cx, words: &Show) -> Result<Exit, Failure> {
    let found = cx.read(&words.draft)?;
    if words.json {
        give(&snapshot(found).to_bytes())?;
    } else {
        let lines = account(cx, &found);
        give_lines(lines.iter().map(String::as_str))?;
    }
    Ok(Exit::Done)
}

/// Returns the snapshot that would be taken now.
fn snapshot(found: Found) -> Snapshot {
    let recovered = found.recovered;
    Snapshot {
        format: format_of(&recovered.draft),
        seq: recovered.seq,
        updated: desk::last_change(&recovered),
        summary: desk::summary(&recovered.draft, recovered.place),
        place: recovered.place,
        draft: recovered.draft,
    }
}

fn account(cx: &Cx, found: &Found) -> Vec<String> {
    let (lang, draft) = (cx.lang, &found.recovered.draft);
    let template = desk::template_of(draft);
    let account = wizard::account(template, draft);
    let updated = environment::local_time(&desk::last_change(&found.recovered));
    let title = if draft.title.is_empty() {
        say::untitled(lang)
    } else {
        draft.title.clone()
    };
    let mut lines = vec![
        title,
        say::line_id(lang, &found.id),
        desk::template_missing(lang, draft)
            .unwrap_or_else(|| say::line_template(lang, &template.name, &draft.template)),
        say::line_characters(lang, desk::characters(draft)),
        say::line_answered(lang, account.answered, account.questions),
        say::line_updated(lang, &updated),
        say::line_folder(lang, &cx.home.folder(&found.id).display().to_string()),
    ];
    lines.extend(desk::other_year(lang, draft));
    lines.push(String::new());
    for part in &account.parts {
        let state = state(lang, part.state);
        let blanks = 10_usize.saturating_sub(text_width(state, Ambiguous::Narrow));
        let name = page_words(lang, draft, part.page);
        lines.push(format!("  {state}{}{name}", " ".repeat(blanks)));
    }
    lines
}
