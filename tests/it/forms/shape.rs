//! The structure of an imported report in a few lines, to be read and compared.

use std::fmt::Write as _;

use pouxi::draft::{DimensionKind, OutlineProblem, PassageKind, Status};
use pouxi::import::Notice;
use pouxi::import::form::Imported;
use pouxi::locale::Lang;

/// Returns the structure of a report: what it consists of and how much, by the first words of each part.
pub(crate) fn shape(imported: &Imported) -> String {
    let outline = &imported.outline;
    let mut shape = String::new();
    let mut line = |text: String| writeln!(shape, "{text}").unwrap();
    line(format!("template {}", outline.template));
    line(format!("title {}", outline.title));
    for it in &outline.bylines {
        line(format!("byline {it}"));
    }
    for it in &outline.sections {
        line(format!("section {:?} [{}] {}", it.role, it.title, start(&it.text)).to_lowercase());
    }
    for it in &outline.follow_ups {
        let status = match it.status {
            Status::Open => "open",
            Status::Underway => "underway",
            Status::Ongoing => "ongoing",
            Status::Done => "done",
            Status::Closed => "closed",
            Status::Unfinished => "unfinished",
        };
        line(format!(
            "follow-up {status} | {} | {} | {}",
            start(&it.problem),
            start(&it.measure),
            start(&it.evidence)
        ));
    }
    for it in &outline.dimensions {
        let n_examples: usize = it.problems.iter().map(examples).sum();
        line(match it.kind {
            DimensionKind::Review => format!(
                "dimension [{}] {} problems, {n_examples} examples",
                it.title,
                it.problems.len()
            ),
            DimensionKind::Statement => {
                format!("statement [{}] {}", it.title, start(&it.statement))
            }
        });
        if !it.lead_in.is_empty() {
            line(format!("  lead-in {}", start(&it.lead_in)));
        }
        for it in &it.problems {
            let causes = if it.causes.is_empty() {
                String::new()
            } else {
                format!(", causes {:?}", it.causes)
            };
            line(format!(
                "  problem [{}] {} ({} examples{causes})",
                it.headline,
                body(&it.body),
                examples(it)
            ));
        }
    }
    for it in &outline.causes {
        line(format!("cause [{}] {}", it.headline, body(&it.body)));
    }
    for it in &outline.measures {
        line(format!("measure [{}] {}", it.headline, body(&it.body)));
        if !it.owner.is_empty() || !it.due.is_empty() {
            line(format!("  owner {}, due {}", it.owner, it.due));
        }
    }
    for (origin, text) in &outline.set_aside {
        line(format!("aside {origin}: {}", start(text)));
    }
    for it in &imported.remarks {
        if !matches!(it.notice, Notice::SetAside { .. }) {
            line(format!("remark {}: {}", it.line, it.notice.say(Lang::En)));
        }
    }
    let account = imported.account;
    line(format!(
        "characters {} = {} + {}",
        account.source, account.placed, account.unplaced
    ));
    shape
}

fn examples(problem: &OutlineProblem) -> usize {
    problem
        .body
        .iter()
        .filter(|it| it.0 == PassageKind::Example)
        .count()
}

fn body(passages: &[(PassageKind, String)]) -> String {
    let whole: String = passages.iter().map(|it| it.1.as_str()).collect();
    start(&whole)
}

fn start(text: &str) -> String {
    let n_signs = text.chars().filter(|it| !it.is_whitespace()).count();
    let start: String = text
        .chars()
        .take(14)
        .map(|it| if it == '\n' { '/' } else { it })
        .collect();
    if text.is_empty() {
        "-".to_owned()
    } else {
        format!("{start} ({n_signs})")
    }
}
