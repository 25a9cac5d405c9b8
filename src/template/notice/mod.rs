//! The text of a notice, read for what a template needs: year, occasion, length, dimensions, parts.
//!
//! Reading never fails and never invents: what is not in the text is left open, and every thing read names its
//! line, so that a writer can compare it with the notice before anything is kept. Notices are Chinese.

mod build;
mod lists;
pub mod messages;
mod numbers;
mod ordinals;
mod parts;
mod reading;
#[cfg(test)]
mod tests;

pub use reading::Doubt;
pub use reading::Part;
pub use reading::Read;
pub use reading::Reading;
pub use reading::What;

use lists::Found;

/// Reads a notice.
pub fn read(text: &str) -> Reading {
    let lines = lines_of(text);
    let mut reads = Vec::new();
    let mut doubts = Vec::new();
    match parts::year(&lines) {
        Some((line, year)) => reads.push(Read {
            line,
            what: What::Year(year),
        }),
        None => doubts.push(Doubt::NoYear),
    }
    match parts::occasion(&lines) {
        Some((line, occasion)) => reads.push(Read {
            line,
            what: What::Occasion(occasion.to_owned()),
        }),
        None => doubts.push(Doubt::NoOccasion),
    }
    if let Some((line, kind)) = parts::kind_of_report(&lines) {
        reads.push(Read {
            line,
            what: What::Report(kind.to_owned()),
        });
    }
    let lengths = parts::lengths(&lines);
    if let Some(first) = lengths.first() {
        reads.push(first.clone());
    }
    for other in lengths.iter().skip(1) {
        doubts.push(Doubt::OtherLength { line: other.line });
    }
    let lists = lists::dimensions(&lines);
    if let Some(Found { items, said, .. }) = lists.first() {
        for item in items {
            reads.push(Read {
                line: item.line,
                what: What::Dimension {
                    title: item.title.clone(),
                    guide: item.guide.clone(),
                },
            });
        }
        if let Some(said) = said.filter(|it| *it != items.len()) {
            doubts.push(Doubt::CountDiffers {
                said,
                found: items.len(),
            });
        }
    } else {
        doubts.push(Doubt::NoDimensions);
    }
    for other in lists.iter().skip(1) {
        let line = other.items.first().map_or(0, |it| it.line);
        doubts.push(Doubt::OtherList {
            line,
            n_items: other.items.len(),
        });
    }
    let taken: Vec<&str> = lists
        .first()
        .map(|it| it.items.iter().map(|it| it.title.as_str()).collect())
        .unwrap_or_default();
    reads.extend(parts::parts(&lines, &taken));
    reads.sort_by_key(|it| it.line);
    Reading {
        lines,
        reads,
        doubts,
    }
}

/// Returns the lines that say something, with their numbers from 1, without blanks at the ends and without signs
/// that cannot be seen.
fn lines_of(text: &str) -> Vec<(usize, String)> {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    text.split('\n')
        .enumerate()
        .map(|(n, it)| {
            let seen: String = it
                .chars()
                .map(|it| if it == '\t' { ' ' } else { it })
                .filter(|it| !it.is_control() && !"\u{feff}\u{200b}\u{200c}\u{200d}".contains(*it))
                .collect();
            (n + 1, seen.trim().to_owned())
        })
        .filter(|(_, it)| !it.is_empty())
        .collect()
}
