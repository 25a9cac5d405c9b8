//! The program as a script runs it: an empty environment, a data folder of its own, a fixed language and zone.

#![expect(
    clippy::disallowed_methods,
    reason = "a harness starts the program and looks at its files"
)]

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The program under test.
pub(crate) const POUXI: &str = env!("CARGO_BIN_EXE_pouxi");

/// A data folder, a folder to work in, and the variables the program is given.
pub(crate) struct Bench {
    folder: TempDir,
    variables: Vec<(String, String)>,
}

/// What a run gave.
#[must_use = "a run that is not looked at tests nothing"]
#[derive(Debug)]
pub(crate) struct Output {
    /// The exit code; `None` if a signal ended it.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Bench {
    /// Takes fresh folders, and Chinese.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("the system has room for a folder");
        std::fs::create_dir(folder.path().join("work")).expect("the folder is ours");
        Self {
            folder,
            variables: Vec::new(),
        }
        .with("LANG", "zh_CN.UTF-8")
        .with("TZ", "UTC")
    }

    /// Gives the program a variable; it replaces one of that name.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.retain(|(it, _)| it != name);
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Returns the data folder, which need not exist.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Returns the folder the program is started in.
    pub(crate) fn work(&self) -> PathBuf {
        self.folder.path().join("work")
    }

    /// Makes a folder where commands run.
    pub(crate) fn folder(&self, name: &str) {
        std::fs::create_dir(self.work().join(name)).expect("the folder is ours");
    }

    /// Puts a file into the folder the program is started in.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.work().join(name);
        std::fs::write(&path, bytes).expect("the folder is ours");
        path
    }

    /// Makes a folder in the folder the program is started in.
    pub(crate) fn make_folder(&self, name: &str) {
        std::fs::create_dir_all(self.work().join(name)).expect("the folder is ours");
    }

    /// Reads a file of the folder the program is started in.
    pub(crate) fn read(&self, name: &str) -> String {
        let path = self.work().join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}", path.display()))
    }

    /// Reads a file of the folder the program is started in, whatever is in it.
    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        let path = self.work().join(name);
        std::fs::read(&path).unwrap_or_else(|it| panic!("{}: {it}", path.display()))
    }

    /// Returns the command with these words, to be started by the test itself.
    pub(crate) fn command<S: AsRef<OsStr>>(
        &self,
        program: &str,
        words: impl IntoIterator<Item = S>,
    ) -> Command {
        let mut command = Command::new(program);
        command
            .args(words)
            .env_clear()
            .env("POUXI_HOME", self.home())
            .current_dir(self.work())
            .stdin(Stdio::null());
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command
    }

    /// Runs the program without standard input.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Output {
        finish(self.command(POUXI, words), b"")
    }

    /// Runs the program with this standard input.
    pub(crate) fn run_with<S: AsRef<OsStr>>(
        &self,
        words: impl IntoIterator<Item = S>,
        input: &[u8],
    ) -> Output {
        finish(self.command(POUXI, words), input)
    }

    /// Runs the program with this standard input, and returns the bytes of its standard output. It must end well.
    #[track_caller]
    pub(crate) fn run_bytes<S: AsRef<OsStr>>(
        &self,
        words: impl IntoIterator<Item = S>,
        input: &[u8],
    ) -> Vec<u8> {
        let output = run_to_the_end(self.command(POUXI, words), input);
        assert!(output.status.success(), "{output:?}");
        output.stdout
    }

    /// Runs a script of the system's shell; `$POUXI` is the program.
    pub(crate) fn shell(&self, script: &str) -> Output {
        let mut command = self.command("/bin/sh", ["-c", script]);
        command.env("POUXI", POUXI).env("PATH", "/usr/bin:/bin");
        finish(command, b"")
    }

    /// Makes a draft from an answer file; returns its id.
    pub(crate) fn draft(&self, answers: &str) -> String {
        let made = self.run_with(["new", "--answers", "-", "--no-ui"], answers.as_bytes());
        made.done().trim_end().to_owned()
    }

    /// Makes a draft look as if it was last used so many days ago.
    pub(crate) fn age(&self, id: &str, days: u64) {
        let ago = std::time::Duration::from_secs(days * 24 * 60 * 60);
        let then = std::time::SystemTime::now() - ago;
        let folder = self.home().join("drafts").join(id);
        for entry in std::fs::read_dir(folder).expect("the folder is ours") {
            let path = entry.expect("the folder is ours").path();
            let file = std::fs::File::open(path).expect("the file is ours");
            file.set_modified(then).expect("the file is ours");
        }
    }

    /// Returns every file and folder under the data folder, the data folder itself first.
    pub(crate) fn everything(&self) -> Vec<PathBuf> {
        fn walk(path: &Path, all: &mut Vec<PathBuf>) {
            all.push(path.to_owned());
            if path.is_dir() {
                for entry in std::fs::read_dir(path).expect("the folder is ours") {
                    walk(&entry.expect("the folder is ours").path(), all);
                }
            }
        }
        let mut all = Vec::new();
        walk(&self.home(), &mut all);
        all
    }
}

fn run_to_the_end(mut command: Command, input: &[u8]) -> std::process::Output {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it was asked for");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || {
        // Who does not read its input does not mind.
        let _taken = stdin.write_all(&input);
    });
    let output = child
        .wait_with_output()
        .expect("the program can be waited for");
    writer.join().expect("the input was given");
    output
}

fn finish(command: Command, input: &[u8]) -> Output {
    let output = run_to_the_end(command, input);
    Output {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
    }
}

impl Output {
    /// Returns standard output of a run that did what it was asked, in silence.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!(
            (self.code, self.err.as_str()),
            (Some(0), ""),
            "{}",
            self.out
        );
        self.out
    }

    /// Returns standard error of a run that ended with this code and gave no result.
    #[track_caller]
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!(
            (self.code, self.out.as_str()),
            (Some(code), ""),
            "{}",
            self.err
        );
        self.err
    }

    /// Returns standard output as JSON.
    #[track_caller]
    pub(crate) fn json(self) -> serde_json::Value {
        let out = self.done();
        serde_json::from_str(&out).unwrap_or_else(|it| panic!("{it}: {out}"))
    }
}
