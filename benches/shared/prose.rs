//! Prose of the seed, as long as a benchmark wants it.

/// Real prose of so many characters, in so many paragraphs of one length.
pub(crate) fn prose(n_characters: usize, n_paragraphs: usize) -> String {
    let report = include_str!("../../tests/fixtures/seed.txt");
    let letters = report.chars().filter(|it| !it.is_whitespace()).cycle();
    let each = n_characters.div_ceil(n_paragraphs);
    let mut text = String::new();
    for (n, letter) in letters.take(n_characters).enumerate() {
        if n > 0 && n.is_multiple_of(each) {
            text.push('\n');
        }
        text.push(letter);
    }
    text
}
