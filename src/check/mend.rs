//! Mending: the edits of the findings that can be mended, together. Changes nothing itself.

use crate::draft::{Change, ChangeCause, Draft, Edit, Field};

use super::{Finding, Review, Rulebook};

/// How often findings are looked for anew: mending one may bring another to light, never without end.
const ROUNDS: usize = 8;

/// Returns the edits that mend what can be mended and is not silenced, one behind the other, and how many findings they mend.
pub fn mend(book: &Rulebook<'_>, draft: &Draft) -> (Vec<Edit>, usize) {
    mend_some(book, draft, |_| true)
}

/// Returns the edits that mend what can be mended of `which`, and how many findings they mend.
pub fn mend_some(
    book: &Rulebook<'_>,
    draft: &Draft,
    which: impl Fn(&Finding) -> bool,
) -> (Vec<Edit>, usize) {
    let mut mended = draft.clone();
    let mut review = Review::default();
    let (mut edits, mut n_mended) = (Vec::new(), 0);
    for _ in 0..ROUNDS {
        let mut findings = review.look(book, &mended);
        findings.retain(|it| which(it) && !it.is_silenced(&mended));
        let round = apart(findings);
        if round.is_empty() {
            break;
        }
        n_mended += round.len();
        let change = Change {
            cause: ChangeCause::Replace,
            edits: round,
        };
        mended
            .apply(&change)
            .expect("fixes made from this draft, from the back, fit it");
        edits.extend(change.edits);
    }
    (edits, n_mended)
}

/// Returns the fixes that do not get in each other's way, those behind in a text first, so that each finds its place.
fn apart(findings: Vec<Finding>) -> Vec<Edit> {
    let mut fixes: Vec<(Field, usize, usize, Edit)> = findings
        .into_iter()
        .filter_map(|it| it.fix)
        .filter_map(|mut edits| {
            let edit = edits.pop().filter(|_| edits.is_empty())?;
            let Edit::Splice {
                field,
                at,
                ref removed,
                ..
            } = edit
            else {
                return None;
            };
            Some((field, at, at + removed.len(), edit))
        })
        .collect();
    fixes.sort_by_key(|it| (it.0, std::cmp::Reverse(it.1)));
    let mut out: Vec<(Field, usize, usize, Edit)> = Vec::new();
    for fix in fixes {
        let is_free = out.last().is_none_or(|it| it.0 != fix.0 || fix.2 <= it.1);
        if is_free {
            out.push(fix);
        }
    }
    out.into_iter().map(|it| it.3).collect()
}
