//! Straight quotes of the writer made “” and ‘’, as GB/T 15834-2011 has them. Changes nothing else, and no length in
//! characters.
//!
//! Quotes pair within one paragraph. Left as they are: one within a Latin word (`don't`), one behind a digit that
//! closes nothing (`12"`, `5'10"`: a measure), and all of a kind in a paragraph where they do not come out even,
//! since nobody knows which one is missing.

/// Returns the pieces of one paragraph with curly quotes; `None` if there is nothing to change.
pub(super) fn curly(pieces: &[&str]) -> Option<Vec<String>> {
    let has = |it: &&str| memchr::memchr2(b'"', b'\'', it.as_bytes()).is_some();
    if !pieces.iter().any(has) {
        return None;
    }
    let mut signs: Vec<char> = pieces.iter().flat_map(|it| it.chars()).collect();
    let mut is_changed = false;
    for (straight, opening, closing) in [('"', '“', '”'), ('\'', '‘', '’')] {
        let places = places(&signs, straight);
        if places.len() % 2 == 1 {
            continue;
        }
        for pair in places.chunks_exact(2) {
            if let [from, to] = *pair {
                signs[from] = opening;
                signs[to] = closing;
                is_changed = true;
            }
        }
    }
    is_changed.then(|| {
        let mut signs = signs.into_iter();
        (pieces.iter())
            .map(|it| signs.by_ref().take(it.chars().count()).collect())
            .collect()
    })
}

/// Returns where quotes stand that open and close something, in turn.
fn places(signs: &[char], straight: char) -> Vec<usize> {
    let mut places = Vec::new();
    for (at, _) in signs.iter().enumerate().filter(|(_, it)| **it == straight) {
        let before = at.checked_sub(1).and_then(|it| signs.get(it)).copied();
        let after = signs.get(at + 1).copied();
        let is_latin = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
        let is_digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
        let is_in_a_word = is_latin(before) && is_latin(after);
        let closes = places.len() % 2 == 1;
        if !is_in_a_word && (closes || !is_digit(before)) {
            places.push(at);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::curly;

    #[track_caller]
    fn check(straight: &str, wanted: &str) {
        let found = curly(&[straight]).map_or(straight.to_owned(), |it| it.concat());
        assert_eq!(found, wanted);
    }

    #[test]
    fn quotes_pair_within_a_paragraph() {
        check("整治\"四风\"和\"一言堂\"。", "整治“四风”和“一言堂”。");
        check("他说\"要'稳'字当头\"", "他说“要‘稳’字当头”");
        check("\"2025\"年", "“2025”年");
        check("用\"Rust\"写", "用“Rust”写");
        check("已经“弯”的", "已经“弯”的");
    }

    #[test]
    fn words_and_measures_keep_theirs() {
        check("用don't一词", "用don't一词");
        check("屏幕12\"，管径3\"", "屏幕12\"，管径3\"");
        check("高5'10\"，称\"高个\"", "高5'10\"，称“高个”");
        check("a\"b和'c", "a\"b和'c");
    }

    #[test]
    fn what_does_not_come_out_even_is_left() {
        check("整治\"四风和\"一言堂\"。", "整治\"四风和\"一言堂\"。");
        check("\"甲\"'乙", "“甲”'乙");
    }

    #[test]
    fn pieces_stay_pieces() {
        let found = curly(&["一是\"四", "风\"问题", ""]).unwrap();
        assert_eq!(found, ["一是“四", "风”问题", ""]);
        assert_eq!(curly(&["没有", "引号"]), None);
    }
}
