//! Text that wants to be more than text: escape sequences, C1 controls, bidi overrides, NULs, no end, no depth. It may stand
//! in drafts, answer files, templates, settings, locks, names of files and folders and words of the command line. What
//! reaches a terminal of it is neither a control character nor anything that turns the reading direction.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests write hostile files and start the program on them"
)]

mod imports;

use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;
use pouxi::desk;
use pouxi::draft::{Change, ChangeCause, Draft, Edit};
use pouxi::store::{DraftFolder, Home, Lock, Opened, Owner};

use crate::harness::{Bench, Output, POUXI};
use crate::inventory::fields;
use crate::reports::seed;
use crate::terminal::Terminal;
use crate::window::{DOWN, ENTER, ESCAPE, HELP, PAGE_DOWN, TAB, Window};

/// Asks for the cursor's place, for the window's title and for its text; sets the title; two letters of another character
/// set; the C1 forms; NUL, backspace, carriage return, DEL; a right-to-left override, isolates, signs without a form.
const EVIL: &str = "恶\u{1b}[6n\u{1b}[21t\u{1b}]0;pwned\u{7}\u{1b}P+q544e\u{1b}\\\u{9b}31m\u{9d}2;x\u{9c}\u{e}\0\u{8}\r\u{7f}\
    \u{202e}暗\u{2066}\u{2069}\u{200b}\u{feff}\u{2028}\u{1b}#8\u{1b}c意";

/// Checks that nothing in the words of a command would change a terminal.
#[track_caller]
fn check_plain(said: &str, what: &str) {
    let changes_a_terminal = |it: char| {
        (it.is_control() && it != '\n')
            || matches!(it, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let found: Vec<char> = said.chars().filter(|it| changes_a_terminal(*it)).collect();
    assert!(found.is_empty(), "{what}: {found:?} in {said:?}");
}

#[track_caller]
fn check_output(run: &Output, what: &str) {
    check_plain(&run.out, what);
    check_plain(&run.err, what);
}

/// Checks what a program sent to a terminal: text, and sequences that draw; none that asks, names or switches.
#[track_caller]
fn check_stream(bytes: &[u8], what: &str) {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|it| panic!("{what}: {it}"));
    let mut rest = text.chars().peekable();
    let mut plain = String::new();
    while let Some(sign) = rest.next() {
        if sign != '\u{1b}' {
            if !matches!(sign, '\r' | '\n') {
                plain.push(sign);
            }
            continue;
        }
        let kind = rest.next();
        assert!(matches!(kind, Some('[')), "{what}: ESC {kind:?}");
        let mut sequence = String::new();
        let last = loop {
            match rest.next() {
                Some(it @ '@'..='~') => break it,
                Some(it) => sequence.push(it),
                None => panic!("{what}: a sequence without an end"),
            }
        };
        assert!(
            "ABCDGHJKXdhlmr".contains(last),
            "{what}: ESC [ {sequence}{last}"
        );
    }
    check_plain(&plain, what);
}

/// A report whose every text is hostile, as no way in would let it come: by the store itself.
fn hostile_draft(home: &Home) -> String {
    let me = Owner::default();
    let time = jiff::Timestamp::UNIX_EPOCH;
    let (id, mut session, mut folder) =
        desk::create(home, &me, seed(), ChangeCause::Import, time).unwrap();
    let edits: Vec<Edit> = fields(session.draft())
        .into_iter()
        .filter_map(|it| Edit::set_text(session.draft(), it, EVIL))
        .collect();
    assert!(edits.len() > 40, "{}", edits.len());
    let cause = ChangeCause::Import;
    let committed = session.commit(Change { cause, edits }).unwrap();
    folder.append(time, &committed).unwrap();
    let summary = desk::summary(session.draft(), None);
    folder
        .snapshot(session.draft(), None, summary, time)
        .unwrap();
    id
}

/// A bench with that report in its data folder.
fn bench() -> (Bench, String) {
    let bench = Bench::new();
    let id = hostile_draft(&Home::new(bench.home()));
    (bench, id)
}

#[test]
fn commands_say_nothing_that_changes_a_terminal() {
    let (bench, id) = bench();
    let evil_file = bench.write(
        "evil.json",
        format!("{{\"{}\": 1}}", EVIL.replace('\\', "\\\\")),
    );
    let named = bench.work().join(EVIL.replace(['\0', '/'], ""));
    fs::write(&named, "{").unwrap();
    let named = named.to_str().unwrap().to_owned();
    let word = EVIL.replace('\0', "");
    let evil_file = evil_file.to_str().unwrap().to_owned();
    let runs: Vec<Vec<&str>> = vec![
        vec!["list"],
        vec!["list", "--json"],
        vec!["show", &id],
        vec!["show", &id, "--json"],
        vec!["show", &word],
        vec!["export", &id, "--force"],
        vec!["export", &id, "--format", "json", "-o", "-"],
        vec!["copy", &id],
        vec!["copy", &id, "--section", "99"],
        vec!["duplicate", &id],
        vec!["rename", &id, &word],
        vec!["delete", &word, "--yes"],
        vec!["delete", &id],
        vec!["trash"],
        vec!["restore", &word],
        vec!["new", "--no-ui", "--template", &word],
        vec!["new", "--no-ui", "--answers", &evil_file],
        vec!["new", "--no-ui", "--answers", &named],
        vec!["new", "--no-ui", "--title", &word, "-v"],
        vec!["template", "check", &named],
        vec!["template", "check", &named, "--json"],
        vec!["template", "show", &word],
        vec!["list", "--home", &word],
        vec!["list", "--lang", &word],
        vec![&word],
        vec!["list", &word],
        vec!["--color", &word],
        vec!["path", "--home", &word, "--json"],
    ];
    for words in &runs {
        for lang in ["zh", "en"] {
            let run = bench.run(words.iter().copied().chain(["--lang", lang]));
            check_output(&run, &format!("{words:?}"));
        }
    }
    // The report itself, to another program: the writer's words, which no control character is of.
    for format in ["md", "txt"] {
        let run = bench.run(["export", &id, "--format", format, "-o", "-"]);
        // What is left out is told beside it.
        assert!(run.err.contains("看不见的控制字符"), "{}", run.err);
        let report = run.out;
        assert!(report.contains("暗"), "{report}");
        assert!(
            !report.contains(|it: char| it.is_control() && !matches!(it, '\n' | '\t')),
            "{report:?}"
        );
    }
}

#[test]
fn commands_in_a_terminal_draw_and_nothing_else() {
    let (bench, id) = bench();
    for words in [
        vec!["list"],
        vec!["show", &id],
        vec!["show", &id, "--json"],
        vec!["export", &id, "-o", "-"],
        vec!["export", &id, "--format", "json", "-o", "-"],
        vec!["show", EVIL],
    ] {
        let words: Vec<String> = words.iter().map(|it| it.replace('\0', "")).collect();
        let mut command = CommandBuilder::new(POUXI);
        command.args(&words);
        command.env("POUXI_HOME", bench.home());
        command.cwd(bench.work());
        let terminal = Terminal::start(command, 80, 24);
        terminal.wait_exit();
        let bytes = terminal.bytes();
        assert!(bytes.len() > 20);
        check_stream(&bytes, &format!("{words:?}"));
    }
}

#[test]
fn the_full_screen_draws_hostile_words_and_nothing_else() {
    let (bench, id) = bench();
    let mut window = Window::open(&bench.home(), 80, 24);
    window.choose("继续上次");
    for _ in 0..12 {
        window.press(TAB);
    }
    window.press(HELP);
    window.press(ESCAPE);
    window.menu(&["成文", "看一遍全文"]);
    window.press(PAGE_DOWN);
    window.press(ESCAPE);
    window.press(ESCAPE);
    window.menu(&["目录"]);
    window.press(DOWN);
    window.press(ENTER);
    window.press("\x06");
    window.press("暗");
    window.press(ENTER);
    window.press(ENTER);
    window.paste(&format!("{EVIL}尾"));
    window.wait_text("尾");
    window.press("\x1b[D");
    window.resize(40, 10);
    window.resize(120, 40);
    window.press(ESCAPE);
    let bytes = window.terminal.bytes();
    assert!(window.terminal.contains("设置"));
    check_stream(&bytes, "a sitting");
    drop(window);

    // Another window has it, whose place is not a place.
    let me = Owner {
        host: EVIL.to_owned(),
        terminal: EVIL.to_owned(),
        ..Owner::default()
    };
    let folder = Home::new(bench.home()).folder(&id);
    // The one that the killed window left is of another machine than this owner's, and would be asked about.
    std::fs::remove_file(folder.join("lock")).unwrap();
    let _lock = Lock::acquire(&folder, &me).unwrap();
    let mut window = Window::open(&bench.home(), 80, 24);
    window.choose("继续上次");
    assert!(window.terminal.contains("另一个窗口"));
    check_stream(&window.terminal.bytes(), "a busy draft");
}

#[test]
fn what_comes_from_an_editor_or_a_settings_file_draws_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    fs::write(
        home.path().join("settings.toml"),
        format!("\"{}\" = 1\n", "\\u001b]0;x\\u0007\\u202e"),
    )
    .unwrap();
    let mut command = CommandBuilder::new(POUXI);
    command.args(["--lang", "zh", "--home"]);
    command.arg(home.path());
    command.cwd(home.path());
    command.env("VISUAL", format!("'{}", EVIL.replace(['\0', '\''], "")));
    let mut terminal = Terminal::start(command, 80, 24);
    terminal.wait_text("设置文件");
    let _id = hostile_draft(&Home::new(home.path().to_owned()));
    terminal.send(ENTER);
    terminal.settle();
    for _ in 0..4 {
        terminal.send(ENTER);
        terminal.settle();
    }
    terminal.send("\x07");
    terminal.wait_text("环境变量里的编辑器看不懂");
    check_stream(&terminal.bytes(), "an editor's name");
}

#[test]
fn a_file_without_end_or_bottom_is_one_clear_error() {
    let bench = Bench::new();
    let one_error = |words: &[&str], said: &str| {
        let err = bench
            .run(words)
            .failed(if said == "文件太大" { 5 } else { 4 });
        assert!(err.contains(said), "{err}");
        assert!(err.lines().count() <= 4 && err.len() < 1_000, "{err}");
    };
    one_error(&["new", "--no-ui", "--answers", "/dev/zero"], "文件太大");
    one_error(&["template", "check", "/dev/zero"], "文件太大");
    let deep = "{\"set_aside\":".to_owned() + &"[".repeat(1_000_000);
    bench.write("deep.json", &deep);
    one_error(&["new", "--no-ui", "--answers", "deep.json"], "太深");
    bench.write(
        "faults.json",
        format!("{{{}\"title\":\"\"}}", "\"a\":1,".repeat(100_000)),
    );
    let err = bench
        .run(["new", "--no-ui", "--answers", "faults.json"])
        .failed(4);
    assert!(err.lines().count() < 30, "{}", err.lines().count());
    bench.write("faults.toml", "a=1\n".repeat(10_000));
    bench.write(
        "keys.toml",
        (0..10_000)
            .map(|it| format!("a{it}=1"))
            .collect::<Vec<_>>()
            .join(
                "
",
            ),
    );
    for name in ["faults.toml", "keys.toml"] {
        let run = bench.run(["template", "check", name]);
        assert_eq!(run.code, Some(1));
        assert!(
            run.out.lines().count() <= 101,
            "{}",
            run.out.lines().count()
        );
    }
    assert!(!bench.home().join("drafts").exists(), "nothing was made");
}

#[test]
fn a_line_of_ten_megabytes_goes_in_and_out() {
    let bench = Bench::new();
    let long = "一二三四，".repeat((10 << 20) / 15);
    let answers = format!("{{\"opening\": \"{long}\"}}");
    let id = bench.draft(&answers);
    let report = bench
        .run(["export", &id, "--format", "txt", "-o", "-"])
        .done();
    assert!(report.contains(&long));
    assert!(bench.run(["list"]).done().contains(&id));
}

/// Under a right checksum, so that nothing but its depth is wrong.
#[test]
fn a_deep_line_in_a_journal_and_a_deep_snapshot_are_damage() {
    let home = tempfile::tempdir().unwrap();
    let home = Home::new(home.path().to_owned());
    let id = hostile_draft(&home);
    let path = home.folder(&id);
    let deep = |front: &str| format!("{front}{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let content = format!("\",\"seq\":1,\"updated\":\"\",\"summary\":{}}}\n", deep(""));
    let sum = crc32fast::hash(content.as_bytes());
    fs::write(
        path.join("draft.json"),
        format!("{{\"format\":1,\"sum\":\"{sum:08x}{content}"),
    )
    .unwrap();
    let journal = path.join("journal-000000000000.jsonl");
    let line = format!("{{\"n\":3,\"t\":0,\"change\":{}}}", deep(""));
    let mut text = fs::read_to_string(&journal).unwrap();
    let sum = crc32fast::hash(line.as_bytes());
    text = format!(
        "{text}{sum:08x} {line}
"
    );
    fs::write(&journal, text).unwrap();
    let Opened { recovered, .. } = DraftFolder::open(&path, &Owner::default()).unwrap();
    assert_eq!(
        recovered.draft.title, EVIL,
        "the journal gives what the snapshot lost"
    );
    assert!(recovered.damaged_snapshot.is_some() && recovered.damaged_journals.len() == 1);
}

/// Its checksum is right, its ids are not: whoever writes such a file wants the program to trip over it.
#[test]
fn a_snapshot_that_breaks_the_rules_of_a_draft_is_damage() {
    let guard = tempfile::tempdir().unwrap();
    let home = Home::new(guard.path().to_owned());
    let id = hostile_draft(&home);
    let file = home.folder(&id).join("draft.json");
    let sound = fs::read_to_string(&file).unwrap();
    let check = |from: &str, to: &str| {
        let changed = sound.replacen(from, to, 1);
        assert_ne!(changed, sound, "{from}");
        let content = changed.split_at("{\"format\":1,\"sum\":\"01234567".len()).1;
        let sum = crc32fast::hash(content.as_bytes());
        fs::write(
            &file,
            format!("{{\"format\":1,\"sum\":\"{sum:08x}{content}"),
        )
        .unwrap();
        let read = pouxi::store::recover(&home.folder(&id)).unwrap();
        assert!(read.damaged_snapshot.is_some(), "{from} -> {to}");
        assert_eq!(read.draft.title, EVIL, "the journal is whole");
    };
    check("\"id\":1,", "\"id\":2,");
    let draft: Draft = serde_json::from_value(
        serde_json::from_str::<serde_json::Value>(&sound).unwrap()["draft"].clone(),
    )
    .unwrap();
    assert!(draft.is_sound());
    check(
        &format!("\"next_id\":{}", draft.fresh_id().0),
        "\"next_id\":3",
    );
    check(
        "\"not_written\":[",
        "\"not_written\":[{\"part\":{\"item\":9999},\"reason\":\"\"}",
    );
}

/// Folders of the data folder that lead elsewhere are refused, not followed.
#[test]
fn links_in_the_data_folder_lead_nowhere() {
    use std::os::unix::fs::symlink;
    let (bench, id) = bench();
    let elsewhere = bench.work().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let is_empty = |path: &Path| fs::read_dir(path).unwrap().next().is_none();
    for (name, words) in [
        ("exports", vec!["copy", id.as_str()]),
        ("trash", vec!["delete", id.as_str(), "--yes"]),
        ("trash", vec!["trash"]),
        ("trash", vec!["restore", id.as_str()]),
    ] {
        let link = bench.home().join(name);
        let _none = fs::remove_dir_all(&link);
        symlink(&elsewhere, &link).unwrap();
        let err = bench.run(words.clone()).failed(5);
        assert!(
            err.contains("链接") && err.contains(name),
            "{words:?}: {err}"
        );
        assert!(is_empty(&elsewhere), "{words:?}");
        fs::remove_file(&link).unwrap();
    }
    let editing = bench.home().join("editing");
    symlink(&elsewhere, &editing).unwrap();
    assert!(pouxi::sitting::editor::put(&bench.home(), &id, "字").is_err());
    assert!(is_empty(&elsewhere));
    fs::remove_file(&editing).unwrap();

    let drafts = bench.home().join("drafts");
    let moved = elsewhere.join("drafts");
    fs::rename(&drafts, &moved).unwrap();
    symlink(&moved, &drafts).unwrap();
    let before = names_in(&moved.join(&id));
    for words in [
        vec!["list"],
        vec!["show", id.as_str()],
        vec!["new", "--no-ui"],
        vec!["delete", id.as_str(), "--yes"],
    ] {
        let err = bench.run(words.clone()).failed(5);
        assert!(err.contains("链接"), "{words:?}: {err}");
    }
    assert!(DraftFolder::open(&drafts.join(&id), &Owner::default()).is_err());
    assert_eq!(names_in(&moved.join(&id)), before);
    assert_eq!(fs::read_dir(&moved).unwrap().count(), 1);
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
