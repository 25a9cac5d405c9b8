//! `pouxi doctor`: what is wrong with the data folder, and mending it. More checks will get lines of their own here.

use std::path::Path;

use serde::Serialize;

use super::{looks, terminal};
use crate::cli::args::Doctor;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::desk::{self, Repair};
use crate::locale::Lang;
use crate::settings::{self, LOOKS_FILE};
use crate::store::{Finding, Trouble, examine, messages as store_say};

/// What was found, in the shape of `--json`.
#[derive(Serialize)]
struct Report {
    drafts: usize,
    trash: usize,
    findings: Vec<Item>,
    copies: Vec<String>,
    terminals: Vec<looks::Seen>,
}

/// A thing that was found, in the shape of `--json`.
#[derive(Serialize)]
struct Item {
    draft: Option<String>,
    path: String,
    kind: &'static str,
    fault: bool,
    repaired: bool,
    message: String,
}

/// Looks the data folder over; mends what can be mended where that is asked for.
pub(in crate::cli) fn run(cx: &Cx, words: &Doctor) -> Result<Exit, Failure> {
    if words.terminal {
        return terminal::run(cx);
    }
    let repair = if words.repair {
        desk::repair(&cx.home, &environment::owner(), environment::now())?
    } else {
        let found = examine(&cx.home)?;
        Repair {
            after: found.clone(),
            before: found,
            ..Repair::default()
        }
    };
    for (path, error) in &repair.refused {
        let (why, _) = store_say::describe(cx.lang, error);
        remark(&say::not_repaired(
            cx.lang,
            &path.display().to_string(),
            &why,
        ));
    }
    let report = report(cx, &repair);
    let n_faults = (report.findings.iter())
        .filter(|it| it.fault && !it.repaired)
        .count();
    if words.json {
        give_json(&report)?;
    } else {
        tell(cx.lang, &report, n_faults)?;
        if n_faults > 0 && !words.repair {
            remark(&say::doctor_hint(cx.lang));
        }
    }
    Ok(if n_faults > 0 {
        Exit::Findings
    } else {
        Exit::Done
    })
}

/// What was found before, each with whether it is gone; then what is there only since.
fn report(cx: &Cx, repair: &Repair) -> Report {
    let (before, after) = (&repair.before, &repair.after);
    let then = before.findings.iter();
    let only_now = (after.findings.iter()).filter(|it| !before.findings.contains(it));
    let mut others = others(cx);
    let (terminals, trouble) = looks::seen(cx);
    others.extend(trouble.map(|message| Item {
        draft: None,
        path: cx.home.root().join(LOOKS_FILE).display().to_string(),
        kind: "terminals",
        fault: false,
        repaired: false,
        message,
    }));
    let item = |it: &Finding| Item {
        draft: it.draft.as_deref().map(name),
        path: it.path.display().to_string(),
        kind: kind(&it.trouble),
        fault: it.trouble.is_fault(),
        repaired: !after.findings.contains(it),
        message: message(cx.lang, &it.trouble),
    };
    Report {
        drafts: after.drafts,
        trash: after.trash,
        findings: then.chain(only_now).map(item).chain(others).collect(),
        copies: (repair.copies.iter())
            .map(|it| it.display().to_string())
            .collect(),
        terminals,
    }
}

/// The files a writer edits by hand: the settings, own templates and own word lists. They are never mended here, since nobody but the
/// writer knows what was meant.
fn others(cx: &Cx) -> Vec<Item> {
    let by_hand = |kind: &'static str, path: String, fault: bool, message: String| Item {
        draft: None,
        path,
        kind,
        fault,
        repaired: false,
        message,
    };
    let mut found = Vec::new();
    if let Some(trouble) = settings::load(cx.home.root()).trouble {
        let path = cx.home.root().join(settings::FILE).display().to_string();
        let message = trouble.say(cx.lang);
        found.push(by_hand("settings", path, trouble.is_fault(), message));
    }
    for unread in desk::kinds::read(&cx.home).unread {
        let path = unread.path.display().to_string();
        for message in desk::kinds::say_unread(cx.lang, &unread) {
            found.push(by_hand("template", path.clone(), true, message));
        }
    }
    for trouble in desk::words::read(&cx.home).troubles {
        let path = trouble.path.display().to_string();
        found.push(by_hand("words", path, true, trouble.say(cx.lang)));
    }
    found
}

fn tell(lang: Lang, report: &Report, n_faults: usize) -> Result<(), Failure> {
    let line = |it: &Item| {
        let state = match (it.fault, it.repaired) {
            (_, true) => say::state_repaired(lang),
            (true, false) => say::state_fault(lang),
            (false, false) => say::state_note(lang),
        };
        if it.message.contains(&it.path) {
            format!("{state}  {}", it.message)
        } else {
            say::doctor_line(lang, &state, &it.path, &it.message)
        }
    };
    let mut lines: Vec<String> = report.findings.iter().map(line).collect();
    let copies = report.copies.iter();
    lines.extend(copies.map(|it| say::copy_kept(lang, it)));
    lines.extend(report.terminals.iter().map(|it| it.say(lang)));
    let (drafts, trash) = (report.drafts, report.trash);
    lines.push(if n_faults == 0 {
        say::nothing_wrong(lang, drafts, trash)
    } else {
        say::something_wrong(lang, drafts, trash, n_faults)
    });
    give_lines(lines.iter().map(String::as_str))
}

fn name(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn kind(trouble: &Trouble) -> &'static str {
    match trouble {
        Trouble::DamagedSnapshot => "damaged_snapshot",
        Trouble::Torn => "torn_journal",
        Trouble::DamagedJournal => "damaged_journal",
        Trouble::Gap => "gap",
        Trouble::Empty => "empty",
        Trouble::Newer(_) => "newer",
        Trouble::Unreadable(_) => "unreadable",
        Trouble::OpenToOthers(_) => "open_to_others",
        Trouble::Link => "link",
        Trouble::Unfinished => "unfinished",
        Trouble::StaleLock => "stale_lock",
        Trouble::DamagedHistory => "damaged_history",
        Trouble::KeptAside => "kept_aside",
        Trouble::Foreign => "foreign",
        Trouble::Busy(_) => "busy",
    }
}

fn message(lang: Lang, trouble: &Trouble) -> String {
    match trouble {
        Trouble::DamagedSnapshot => say::found_damaged_snapshot(lang),
        Trouble::Torn => say::found_torn(lang),
        Trouble::DamagedJournal => say::found_damaged_journal(lang),
        Trouble::Gap => say::found_gap(lang),
        Trouble::Empty => say::found_empty(lang),
        Trouble::Newer(format) => say::found_newer(lang, *format),
        Trouble::Unreadable(why) => say::found_unreadable(lang, why),
        Trouble::OpenToOthers(mode) => say::found_open(lang, &format!("{mode:04o}")),
        Trouble::Link => say::found_link(lang),
        Trouble::Unfinished => say::found_unfinished(lang),
        Trouble::StaleLock => say::found_stale_lock(lang),
        Trouble::DamagedHistory => say::found_damaged_history(lang),
        Trouble::KeptAside => say::found_kept_aside(lang),
        Trouble::Foreign => say::found_foreign(lang),
        Trouble::Busy(owner) => say::found_busy(lang, &owner.place()),
    }
}
