//! What leaves the program beside the report: modes of files whatever the umask, notes on a crash.
//! What leaves it by calls, arguments and sockets is looked at under strace, in `tests/interop/test_privacy.sh`.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "another process is started to crash, and files are looked at"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use pouxi::locale::Lang;
use pouxi::tui::terminal::restore_on_panic;

use crate::harness::Bench;

/// What the crash would quote.
const WORDS: &str = "zqxmarkzqx 本人的话";
const NOTE: &str = "POUXI_TEST_CRASH_NOTE";

/// Crashes where the environment says so; a test of nothing otherwise.
#[test]
fn crash() {
    if let Some(note) = std::env::var_os(NOTE) {
        restore_on_panic(Lang::Zh, PathBuf::from(note));
        let text = String::from(WORDS);
        assert!(text.is_empty(), "the draft says {text}");
    }
}

/// Crashes in another process, with its note at this path. Returns what it said on standard error.
fn crashed(note: &Path) -> String {
    let run = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "privacy::crash", "--nocapture"])
        .env(NOTE, note)
        .output()
        .unwrap();
    assert!(!run.status.success());
    String::from_utf8(run.stderr).unwrap()
}

#[test]
fn a_crash_quotes_no_word() {
    let home = tempfile::tempdir().unwrap();
    let note = home.path().join("crash-note.txt");
    let said = crashed(&note);
    let written = fs::read_to_string(&note).unwrap();
    assert!(
        written.contains("privacy.rs"),
        "the place is told: {written}"
    );
    assert!(said.contains("crash-note.txt"), "{said}");
    assert!(
        !written.contains("zqxmarkzqx") && !said.contains("zqxmarkzqx"),
        "{said}\n{written}"
    );
    let mode = fs::metadata(&note).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o600);
    // Where no note can be written, standard error, which may be a file, gets no more.
    let said = crashed(&home.path().join("nowhere").join("crash-note.txt"));
    assert!(
        said.contains("privacy.rs") && !said.contains("zqxmarkzqx"),
        "{said}"
    );
}

#[test]
fn every_file_of_every_command_is_private_without_a_umask() {
    let bench = Bench::new();
    bench.write("answers.json", "{\"title\": \"甲\", \"opening\": \"一\"}");
    let script = "umask 0
        id=$($POUXI new --no-ui --answers answers.json) &&
        $POUXI copy last >/dev/null 2>&1
        $POUXI duplicate last >/dev/null && $POUXI delete \"$id\" --yes >/dev/null &&
        $POUXI rename last 乙 >/dev/null && $POUXI export last >/dev/null && echo done";
    assert_eq!(bench.shell(script).out, "done\n");
    let everything = bench.everything();
    let names = |name: &str| {
        everything
            .iter()
            .any(|it| it.to_string_lossy().contains(name))
    };
    for name in [
        "/drafts/",
        "/trash/",
        "/exports/",
        "journal-",
        "draft.json",
        "lock.guard",
    ] {
        assert!(names(name), "{name} in {everything:?}");
    }
    for path in &everything {
        let about = fs::symlink_metadata(path).unwrap();
        let expected = if about.is_dir() { 0o700 } else { 0o600 };
        let mode = about.permissions().mode() & 0o7777;
        assert_eq!(mode, expected, "{mode:o} {}", path.display());
    }
}
