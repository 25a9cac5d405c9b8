//! The writer's own editor: which one, a private file for it, running it, and what it left. Knows no draft; what the
//! file says is read by [`desk::editing`](crate::desk::editing).
//!
//! An editor that fails, is killed or leaves nothing changes nothing, and its file stays where it is. The program
//! must wait until the file is closed (`code --wait`): one that comes back at once has left the file untouched.
//!
//! # How it hangs together
//!
//! `Effect::Edit` belongs to the loop, as `Suspend` does, because the terminal changes hands:
//!
//! 1. [`words`] of `$VISUAL` and `$EDITOR`, which `cli::environment` reads; if there are none, nothing is run and that
//!    is said. Never an editor of our own choice.
//! 2. The draft is brought to the disk, then [`put`] writes the text of `desk::editing` under `HOME/editing/`.
//! 3. `terminal::restore()`. The loop that reads the keys waits for the editor, so that it does not read the
//!    editor's keys.
//! 4. [`run`]. The signals of the keyboard reach the editor and us alike: while [`is_running`],
//!    `input::watch_signals` drops SIGINT and SIGQUIT, and answers SIGTSTP by stopping at once, since the loop waits
//!    here. SIGTERM and SIGHUP stay as they are.
//! 5. The terminal again, and what came of it: the change of `desk::editing`, one step of undo, or the
//!    sentence of [`trouble`] or [`refused`], which name the file.
//!
//! [`discard`] the file only where its words are in the journal, or it is `Untouched`: another window may have taken
//! the draft over meanwhile, and then the file holds the only copy.
#![expect(clippy::disallowed_methods, reason = "starts the editor")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::desk::editing::EditFault;
use crate::locale::Lang;
use crate::store::{StoreError, atomic};

use super::messages as say;

/// What came of an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It ended well and left this.
    Done(Vec<u8>),
    /// It ended well and left the file as it was.
    Untouched,
    /// It ended well, but the file is gone or holds nothing but blanks.
    Empty,
    /// It did not end well. What it left is not looked at.
    Failed(Ended),
}

/// How a program ended that did not end well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// With this exit code.
    Code(i32),
    /// By this signal.
    Signal(i32),
}

/// Why there is no editor to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoEditor {
    /// Neither variable is set.
    Unset,
    /// The quotes in this value do not match.
    Unreadable(String),
}

impl NoEditor {
    /// Returns what the writer is told.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Unset => say::no_editor(lang),
            Self::Unreadable(value) => say::unreadable_editor(lang, value),
        }
    }
}

/// Returns the program and its arguments: of `$VISUAL`, else of `$EDITOR`. Quotes and backslashes are read as the
/// shell does, but no shell is run: no variable, no tilde, and no file name is ever code.
///
/// # Errors
/// Neither is set, or the first that is cannot be read.
pub fn words(visual: Option<&str>, editor: Option<&str>) -> Result<Vec<String>, NoEditor> {
    let value = [visual, editor]
        .into_iter()
        .flatten()
        .find(|it| !it.trim().is_empty())
        .ok_or(NoEditor::Unset)?;
    match shell_words::split(value) {
        Ok(words) if !words.is_empty() => Ok(words),
        Ok(_) | Err(_) => Err(NoEditor::Unreadable(value.to_owned())),
    }
}

/// Writes a text to a new private file `NAME.md` in the folder `editing` of the data folder. A file that an earlier
/// editor left is not touched: then the name gets a number.
///
/// # Errors
/// Names the file and the system's reason.
pub fn put(home: &Path, name: &str, text: &str) -> Result<PathBuf, StoreError> {
    let folder = home.join("editing");
    atomic::create_folder(&folder)?;
    atomic::refuse_link(&folder)?;
    let mut number = 1_u32;
    loop {
        let file = match number {
            1 => folder.join(format!("{name}.md")),
            _ => folder.join(format!("{name}-{number}.md")),
        };
        match atomic::create(&file, text.as_bytes()) {
            Ok(()) => return Ok(file),
            Err(StoreError::Io { source, .. }) if source.kind() == io::ErrorKind::AlreadyExists => {
                number += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

/// What an editor leaves is not longer than this, in bytes, or it is not a text.
const LONGEST: u64 = 64 << 20;

static RUNS: AtomicBool = AtomicBool::new(false);

/// Tells whether an editor has the terminal, so that the signals of its keys are not ours.
pub fn is_running() -> bool {
    RUNS.load(Ordering::SeqCst)
}

/// How long a signal from the keyboard may be on its way to us after it ended the editor.
const AFTERMATH: Duration = Duration::from_millis(50);

/// Ends the editor's turn when it goes out of scope.
struct Turn;

impl Turn {
    fn begin() -> Self {
        RUNS.store(true, Ordering::SeqCst);
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        RUNS.store(false, Ordering::SeqCst);
    }
}

/// Runs an editor on a file and waits until it ends. It has the terminal: give it back first.
///
/// # Errors
/// The program cannot be started, or the file cannot be read. A file that became a link is not followed.
pub fn run(program: &[String], file: &Path) -> io::Result<Outcome> {
    let (name, arguments) = program
        .split_first()
        .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    let before = atomic::read(file)?;
    let status = {
        let _turn = Turn::begin();
        let status = Command::new(name).args(arguments).arg(file).status()?;
        if !status.success() {
            // The key that ended it may have sent us the same signal a moment ago: it is not ours.
            thread::sleep(AFTERMATH);
        }
        status
    };
    if let Some(ended) = ended_badly(status) {
        return Ok(Outcome::Failed(ended));
    }
    match atomic::read_within(file, LONGEST) {
        Ok(after) if after == before => Ok(Outcome::Untouched),
        Ok(after) if after.trim_ascii().is_empty() => Ok(Outcome::Empty),
        Ok(after) => Ok(Outcome::Done(after)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Outcome::Empty),
        Err(error) => Err(error),
    }
}

fn ended_badly(status: ExitStatus) -> Option<Ended> {
    if status.success() {
        return None;
    }
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Some(Ended::Signal(signal));
    }
    Some(Ended::Code(status.code().unwrap_or(-1)))
}

/// Removes a file whose words are in the draft, and the backups an editor left beside it: they hold the same words.
/// What cannot be removed stays; it is as private as the draft.
pub fn discard(file: &Path) {
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
        return;
    };
    let name = name.to_string_lossy();
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        // `name~`, `.name.swp`, `#name#`: the name whole, between signs.
        let other = entry.file_name().to_string_lossy().into_owned();
        let around = other.split_once(name.as_ref());
        let is_sign = |it: char| !it.is_alphanumeric() && it != '-';
        let is_its = around.is_some_and(|(before, behind)| {
            before.chars().all(is_sign) && (behind.is_empty() || behind.starts_with(is_sign))
        });
        if is_its {
            let _removed = fs::remove_file(entry.path());
        }
    }
}

/// Returns what the writer is told of an editor that left nothing to read; `None` if it did.
pub fn trouble(lang: Lang, outcome: &io::Result<Outcome>, file: &Path) -> Option<String> {
    let path = file.display().to_string();
    match outcome {
        Ok(Outcome::Done(_)) => None,
        Ok(Outcome::Untouched) => Some(say::editor_untouched(lang)),
        Ok(Outcome::Empty) => Some(say::editor_emptied(lang, &path)),
        Ok(Outcome::Failed(Ended::Code(code))) => Some(say::editor_failed(
            lang,
            &say::exit_code(lang, *code),
            &path,
        )),
        Ok(Outcome::Failed(Ended::Signal(signal))) => Some(say::editor_failed(
            lang,
            &say::by_signal(lang, *signal),
            &path,
        )),
        Err(error) => Some(say::editor_not_run(lang, &error.to_string(), &path)),
    }
}

/// Returns what the writer is told of a file that was edited but not taken.
pub fn refused(lang: Lang, fault: &EditFault, file: &Path) -> String {
    let (what, hint) = fault.say(lang);
    say::edited_file_kept(lang, &what, &hint, &file.display().to_string())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// Runs a shell script as the editor of a file that holds `甲\n`. Returns the outcome and what the file is then.
    #[track_caller]
    fn edit(script: &str) -> (io::Result<Outcome>, Option<Vec<u8>>) {
        let home = tempfile::tempdir().unwrap();
        let file = put(home.path(), "abcd", "甲\n").unwrap();
        let program = ["/bin/sh", "-c", script, "sh"].map(str::to_owned);
        let outcome = run(&program, &file);
        (outcome, fs::read(&file).ok())
    }

    #[test]
    fn what_a_good_editor_leaves_is_taken() {
        let (outcome, _) = edit(r#"printf '乙\n' >> "$1""#);
        assert_eq!(outcome.unwrap(), Outcome::Done("甲\n乙\n".into()));
        // Most editors write a new file and rename it.
        let (outcome, _) = edit(r#"printf 丙 > "$1.new" && mv "$1.new" "$1""#);
        assert_eq!(outcome.unwrap(), Outcome::Done("丙".into()));
        // What the bytes mean is not decided here.
        let (outcome, _) = edit(r#"printf '\377\n' > "$1""#);
        assert_eq!(outcome.unwrap(), Outcome::Done(vec![0xff, b'\n']));
    }

    #[test]
    fn an_editor_that_does_nothing_changes_nothing() {
        assert_eq!(edit("exit 0").0.unwrap(), Outcome::Untouched);
        let (outcome, _) = edit(r#"cp "$1" "$1.new" && mv "$1.new" "$1""#);
        assert_eq!(outcome.unwrap(), Outcome::Untouched);
    }

    #[test]
    fn an_editor_that_fails_is_not_believed_and_its_file_stays() {
        let (outcome, left) = edit(r#"printf 乙 > "$1"; exit 1"#);
        assert_eq!(outcome.unwrap(), Outcome::Failed(Ended::Code(1)));
        assert_eq!(left, Some("乙".into()));
        let (outcome, left) = edit(r#"printf 乙 > "$1"; kill -9 $$"#);
        assert_eq!(outcome.unwrap(), Outcome::Failed(Ended::Signal(9)));
        assert_eq!(left, Some("乙".into()));
    }

    #[test]
    fn an_emptied_file_is_no_answer() {
        for script in [r#": > "$1""#, r#"printf ' \n\n' > "$1""#, r#"rm "$1""#] {
            assert_eq!(edit(script).0.unwrap(), Outcome::Empty, "{script}");
        }
    }

    #[test]
    fn a_link_in_place_of_the_file_is_not_followed() {
        let (outcome, _) = edit(r#"ln -sf /etc/hostname "$1""#);
        assert!(outcome.is_err());
    }

    #[test]
    fn an_editor_that_is_not_there_is_told() {
        let home = tempfile::tempdir().unwrap();
        let file = put(home.path(), "abcd", "甲").unwrap();
        let outcome = run(&["no-such-editor-here".to_owned()], &file);
        let told = trouble(Lang::En, &outcome, &file).unwrap();
        assert!(told.contains(&file.display().to_string()), "{told}");
        assert!(run(&[], &file).is_err());
    }

    #[test]
    fn files_are_private_and_never_written_over() {
        let home = tempfile::tempdir().unwrap();
        let first = put(home.path(), "abcd", "甲").unwrap();
        let second = put(home.path(), "abcd", "乙").unwrap();
        assert_eq!(first, home.path().join("editing/abcd.md"));
        assert_eq!(second, home.path().join("editing/abcd-2.md"));
        assert_eq!(fs::read(&first).unwrap(), "甲".as_bytes());
        let mode = |it: &Path| fs::metadata(it).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&first), 0o600);
        assert_eq!(mode(&home.path().join("editing")), 0o700);
    }

    #[test]
    fn backups_go_with_the_file_and_others_stay() {
        let home = tempfile::tempdir().unwrap();
        let file = put(home.path(), "abcd", "甲").unwrap();
        let folder = file.parent().unwrap();
        let its = ["abcd.md~", ".abcd.md.swp", "#abcd.md#", "abcd.md.bak"];
        let others = ["abcd-2.md", "xabcd.md", "abcd.mdx", ".abcd-2.md.swp"];
        for name in its.iter().chain(&others) {
            fs::write(folder.join(name), "乙").unwrap();
        }
        discard(&file);
        let mut left: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        left.sort_unstable();
        assert_eq!(
            left,
            [".abcd-2.md.swp", "abcd-2.md", "abcd.mdx", "xabcd.md"]
        );
    }

    #[test]
    fn the_first_variable_that_is_set_names_the_editor() {
        let all = |words: &[&str]| Ok(words.iter().map(|it| (*it).to_owned()).collect());
        for (visual, editor, expected) in [
            (None, None, Err(NoEditor::Unset)),
            (Some(" "), Some(""), Err(NoEditor::Unset)),
            (Some("code --wait"), Some("vi"), all(&["code", "--wait"])),
            (
                Some(""),
                Some("vim -c 'set tw=0'"),
                all(&["vim", "-c", "set tw=0"]),
            ),
            (
                None,
                Some("/opt/my\\ editor/ed"),
                all(&["/opt/my editor/ed"]),
            ),
            (
                Some("it's"),
                Some("vi"),
                Err(NoEditor::Unreadable("it's".to_owned())),
            ),
        ] {
            assert_eq!(words(visual, editor), expected);
        }
    }
}
