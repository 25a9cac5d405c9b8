//! What several targets do: a draft used in every way a program uses one, and a data folder in memory.

use std::path::PathBuf;

use pouxi::draft::{ChangeCause, Draft, Outline, Session};
use pouxi::export::{FORMATS, Parentheses};
use pouxi::import::answers;
use pouxi::locale::Lang;
use pouxi::store::Owner;
use pouxi::{desk, wizard};

/// Tells whether a text holds what no terminal may be given.
pub fn is_plain(text: &str) -> bool {
    !text.contains(|it: char| it.is_control() && it != '\n' && it != '\t')
}

/// Reads, prints, copies and edits a draft every way there is; nothing of it may panic, and what has a way back gives
/// the same again.
pub fn use_draft(draft: &Draft) {
    let template = desk::template_of(draft);
    let _summary = desk::summary(draft, None);
    let _account = wizard::account(template, draft);
    for page in wizard::pages(draft) {
        let _questions = wizard::questions(template, draft, page, None);
        let _name = desk::name_of(draft, page);
    }
    for format in FORMATS {
        let printed = desk::print(draft, format.name, None, Parentheses::Full).expect("a format of the table");
        // A Word document is an archive: its text is held against the others by the tests of export.
        if format.name == "docx" {
            continue;
        }
        let text = std::str::from_utf8(&printed.bytes).expect("what is printed is UTF-8");
        // The line ends of Windows are meant; any other CR came out of a text.
        let text = if format.name == "txt-crlf" { text.replace("\r\n", "\n") } else { text.to_owned() };
        assert!(is_plain(&text), "{} holds a control character", format.name);
    }
    for lang in [Lang::Zh, Lang::En] {
        let file = desk::editing::to_text(lang, draft);
        let read = desk::editing::from_text(lang, draft, &file);
        assert_eq!(read, Ok(None), "an editing file that nobody touched changes nothing");
    }
    // The content without identity makes a draft of the same content, and comes through an answer file whole.
    let outline = Outline::of(draft);
    let mut session = Session::new(Draft::default());
    let change = outline.clone().into_change(session.draft(), ChangeCause::Import);
    let _committed = session.commit(change).expect("an outline fits the empty draft");
    assert_eq!(Outline::of(session.draft()), outline);
    let written = answers::to_answers(&outline);
    let is_known = pouxi::template::find(&outline.template).is_some();
    assert!(!is_known || answers::read(written.as_bytes()).is_ok(), "our own answer file is read:\n{written}");
    while session.undo().is_some() {}
    assert!(session.draft().same_content(&Draft::default()));
}

/// Returns a new folder, in memory where the system has such a place.
pub fn folder() -> tempfile::TempDir {
    let memory = PathBuf::from("/dev/shm");
    let place = if memory.is_dir() { memory } else { std::env::temp_dir() };
    tempfile::tempdir_in(place).expect("there is room for a folder")
}

/// Returns who writes.
pub fn me() -> Owner {
    Owner { pid: 1, host: "fuzz".into(), terminal: String::new(), since: String::new() }
}
