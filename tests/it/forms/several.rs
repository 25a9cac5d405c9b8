//! A file with several texts: each is read by itself, and together nothing is lost.

use pouxi::import::Manuscript;
use pouxi::import::form::texts;

use super::{check_nothing_lost, lines, read};

#[test]
fn each_text_of_a_file_is_read_by_itself() {
    let manuscript = Manuscript {
        lines: lines(include_str!("../../fixtures/import/several/texts.txt")),
        ..Manuscript::default()
    };
    let texts = texts(&manuscript);
    let titles: Vec<&str> = texts.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "个人剖析材料 篇一",
            "个人剖析材料 篇二",
            "个人剖析材料 篇三"
        ]
    );
    let mut n_characters = 0;
    for (text, n_problems) in texts.iter().zip([2, 1, 2]) {
        let lines = &manuscript.lines[text.lines.clone()];
        let imported = read(lines);
        check_nothing_lost(lines, &imported).unwrap();
        assert_eq!(imported.outline.title, text.title);
        let problems = imported
            .outline
            .dimensions
            .iter()
            .map(|it| it.problems.len());
        assert_eq!(problems.sum::<usize>(), n_problems, "{}", text.title);
        assert_eq!(imported.outline.measures.len(), 1);
        n_characters += imported.account.source;
    }
    assert_eq!(n_characters, manuscript.characters());
}
