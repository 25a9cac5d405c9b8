//! Digits, and which of them chooses which line: nine lines at a time, as an input method pages its candidates.
//!
//! 1 to 9 choose at once, and 0 goes on to the next nine, so that digits alone reach every line of every list, and no
//! digit waits for another. The nine are those the chosen line is among: what a digit means stands beside its line.

/// Lines that have a digit of their own at once.
pub const AT_ONCE: usize = 9;

/// What a digit asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// This line, from 0.
    Choose(usize),
    /// To stand at this line, from 0: the first of the next nine.
    Stand(usize),
}

/// Returns what stands before a line: its digit, 0 for the line that 0 leads to, or nothing. Lines are counted from 0.
pub fn digit_of(line: usize, cursor: usize, n_lines: usize) -> char {
    let first = first_of(cursor);
    let behind = line
        .checked_sub(first)
        .and_then(|it| u32::try_from(it).ok());
    match behind.and_then(|it| char::from_digit(it + 1, 10)) {
        Some(digit) => digit,
        None if next_of(cursor, n_lines) == Some(line) => '0',
        None => ' ',
    }
}

/// Returns what the letters ask for that were typed on lines, with the chosen one at `cursor`; `None` if they are not all
/// digits, ASCII or full-width, or lead nowhere. Words that only begin with a digit, such as a date that was pasted, ask
/// for nothing. Of digits that arrive together the first that is not 0 chooses, and those behind it are lost: they were
/// not meant for what is chosen then.
pub fn wish_of(letters: &str, cursor: usize, n_lines: usize) -> Option<Wish> {
    if letters.chars().any(|it| digit(it).is_none()) {
        return None;
    }
    let mut wish = None;
    for letter in letters.chars() {
        let cursor = match wish {
            Some(Wish::Stand(line)) => line,
            _ => cursor,
        };
        wish = Some(match usize::try_from(digit(letter)?.to_digit(10)?).ok()? {
            0 => Wish::Stand(next_of(cursor, n_lines)?),
            n => {
                let line = first_of(cursor) + n - 1;
                return (line < n_lines).then_some(Wish::Choose(line));
            }
        });
    }
    wish
}

/// Returns the number that is all of a word, but for the blanks around it, in digits ASCII or full-width.
pub fn number(word: &str) -> Option<usize> {
    let digits: Option<String> = word.trim().chars().map(digit).collect();
    digits?.parse().ok()
}

/// Returns the ASCII digit of one that is ASCII or full-width.
pub(super) fn digit(letter: char) -> Option<char> {
    let value = match letter {
        '0'..='9' => u32::from(letter) - u32::from('0'),
        '０'..='９' => u32::from(letter) - u32::from('０'),
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// The first of the nine that the chosen line is among.
fn first_of(cursor: usize) -> usize {
    cursor - cursor % AT_ONCE
}

/// The first of the next nine, or of all behind the last; `None` where there are no more than nine.
fn next_of(cursor: usize, n_lines: usize) -> Option<usize> {
    let next = first_of(cursor) + AT_ONCE;
    (n_lines > AT_ONCE).then_some(if next < n_lines { next } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands before the lines.
    #[track_caller]
    fn check_digits(cursor: usize, n_lines: usize, expected: &str) {
        let digits: String = (0..n_lines)
            .map(|it| digit_of(it, cursor, n_lines))
            .collect();
        assert_eq!(digits, expected);
    }

    #[test]
    fn nine_lines_have_digits_and_nought_leads_to_the_next() {
        check_digits(3, 4, "1234");
        check_digits(0, 9, "123456789");
        check_digits(0, 10, "1234567890");
        check_digits(8, 11, "1234567890 ");
        check_digits(9, 11, "0        12");
        check_digits(9, 20, "         1234567890 ");
        check_digits(19, 20, "0                 12");
        check_digits(0, 0, "");
    }

    #[test]
    fn digits_alone_reach_every_line() {
        for n_lines in 0..60 {
            for line in 0..n_lines {
                let mut cursor = 0;
                for _ in 0..line / AT_ONCE {
                    match wish_of("0", cursor, n_lines) {
                        Some(Wish::Stand(it)) => cursor = it,
                        other => panic!("{other:?}"),
                    }
                }
                let digit = digit_of(line, cursor, n_lines).to_string();
                let wish = Some(Wish::Choose(line));
                assert_eq!(
                    wish_of(&digit, cursor, n_lines),
                    wish,
                    "{line} of {n_lines}"
                );
            }
        }
    }

    #[test]
    fn what_is_typed_is_what_stands_there() {
        assert_eq!(wish_of("３", 12, 20), Some(Wish::Choose(11)));
        assert_eq!(wish_of("０", 12, 20), Some(Wish::Stand(18)));
        assert_eq!(wish_of("0", 19, 20), Some(Wish::Stand(0)));
        // Digits that arrive together.
        assert_eq!(wish_of("02", 0, 20), Some(Wish::Choose(10)));
        assert_eq!(wish_of("００1", 0, 20), Some(Wish::Choose(18)));
        assert_eq!(wish_of("33", 0, 20), Some(Wish::Choose(2)));
        assert_eq!(wish_of("2026", 0, 20), Some(Wish::Choose(1)));
        assert_eq!(wish_of("3", 19, 20), None);
        assert_eq!(wish_of("0", 0, 9), None);
        assert_eq!(wish_of("a", 0, 9), None);
        assert_eq!(wish_of("一", 0, 9), None);
        assert_eq!(wish_of("", 0, 9), None);
        assert_eq!(wish_of("2026年6月底前", 0, 9), None);
    }
}
