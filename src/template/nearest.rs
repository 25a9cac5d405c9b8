//! The known name somebody probably meant. Knows nothing of what the names are for.

/// Nobody means a name longer than this.
const LONG: usize = 64;

/// Returns the known name closest to what was written, unless none is close enough to be worth proposing.
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if written.len() > LONG {
        return None;
    }
    let written: Vec<char> = written.to_lowercase().replace('-', "_").chars().collect();
    let limit = written.len() / 3;
    known
        .into_iter()
        .filter(|it| it.len() <= LONG)
        .map(|it| {
            (
                distance(
                    &written,
                    &it.to_lowercase()
                        .replace('-', "_")
                        .chars()
                        .collect::<Vec<_>>(),
                ),
                it,
            )
        })
        .filter(|(n_edits, it)| *n_edits <= limit && *n_edits < it.chars().count())
        .min_by_key(|(n_edits, _)| *n_edits)
        .map(|(_, it)| it)
}

/// Returns how many insertions, deletions, replacements and swaps of neighbours lead from one to the other.
fn distance(from: &[char], to: &[char]) -> usize {
    let width = to.len() + 1;
    let mut table: Vec<usize> = (0..width * (from.len() + 1))
        .map(|it| it % width + it / width)
        .collect();
    for i in 1..=from.len() {
        for j in 1..width {
            let here = i * width + j;
            let replaced = table[here - width - 1] + usize::from(from[i - 1] != to[j - 1]);
            table[here] = replaced
                .min(table[here - width] + 1)
                .min(table[here - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                table[here] = table[here].min(table[here - 2 * width - 2] + 1);
            }
        }
    }
    table[width * (from.len() + 1) - 1]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_hand_finds_its_name() {
        let known = || ["title", "short_title", "statement", "follow_up"];
        for (written, meant) in [
            ("titel", Some("title")),
            ("Title", Some("title")),
            ("short-title", Some("short_title")),
            ("statment", Some("statement")),
            ("followup", Some("follow_up")),
            ("标题", None),
            ("", None),
            ("x", None),
            ("it", None),
            ("colour", None),
        ] {
            assert_eq!(nearest(written, known()), meant, "{written}");
        }
    }
}
