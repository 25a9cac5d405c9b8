//! The chain from end to end, with shell scripts for helper programs. The pure tables are beside their code.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "writes helper programs and reads what they were given"
)]

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::clipboard::surroundings::tests::of;

const TEXT: &str = "深刻剖析。\n";
const OSC: &str = "\x1b]52;c;5rex5Yi75YmW5p6Q44CCCg==\x07";
/// Keeps what it is given beside itself.
const TAKES: &str = r#"/bin/cat > "$0.got""#;
const FAILS: &str = "/bin/cat > /dev/null; exit 3";
const HANGS: &str = "exec /bin/sleep 600";

const XCLIP: Step = Step::Program(Program::Xclip);
const XSEL: Step = Step::Program(Program::Xsel);

/// A folder of helper programs, surroundings that look for them there, and a terminal.
struct Desk {
    folder: TempDir,
    surroundings: Surroundings,
    terminal: Vec<u8>,
}

impl Desk {
    fn new(vars: &str) -> Self {
        let folder = TempDir::new().unwrap();
        // The machine may be busy: only a test about patience may run out of it.
        let patience = Duration::from_secs(60);
        let surroundings = Surroundings {
            path: folder.path().into(),
            patience,
            ..of(vars)
        };
        Self {
            folder,
            surroundings,
            terminal: Vec::new(),
        }
    }

    /// Installs a helper. Another process writes it, since a file open for writing here could not be started.
    fn with(self, name: &str, script: &str) -> Self {
        let mut shell = Command::new("/bin/sh");
        shell.args([
            "-c",
            r#"printf '#!/bin/sh\n%s\n' "$1" > "$0" && chmod +x "$0""#,
        ]);
        shell
            .arg(self.folder.path().join(name))
            .arg(script)
            .stdin(Stdio::null());
        assert!(shell.status().unwrap().success());
        self
    }

    /// Installs a tmux that answers the question with these lines.
    fn with_tmux(self, answer: &str) -> Self {
        let script = format!(
            "case $1 in\ndisplay-message) printf '{answer}';;\n\
             load-buffer) echo \"$@\" > \"$0.args\"; {TAKES};;\nesac"
        );
        self.with("tmux", &script)
    }

    fn impatient(mut self) -> Self {
        self.surroundings.patience = Duration::from_millis(300);
        self
    }

    fn copy(&mut self, text: &str, via: Via, limit: Option<usize>) -> Outcome {
        copy(text, via, &self.surroundings, limit, &mut self.terminal)
    }

    /// What a helper left in a file beside it.
    fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.folder.path().join(name)).ok()
    }

    fn on_terminal(&self) -> &str {
        std::str::from_utf8(&self.terminal).unwrap()
    }
}

const AT_DESK: &str = "TERM=xterm DISPLAY=:0";
const FAR_AWAY: &str = "TERM=xterm SSH_TTY=/dev/pts/0 DISPLAY=localhost:10.0";

fn copied(by: Program) -> Outcome {
    Outcome::Copied { by, in_tmux: false }
}

fn failed(tried: &[(Step, Why)]) -> Outcome {
    Outcome::Failed {
        tried: tried.to_vec(),
    }
}

#[test]
fn a_helper_gets_the_text_and_the_terminal_nothing() {
    let mut desk = Desk::new(AT_DESK).with("xclip", TAKES).with("xsel", TAKES);
    assert_eq!(desk.copy(TEXT, Via::Auto, None), copied(Program::Xclip));
    assert_eq!(desk.read("xclip.got").as_deref(), Some(TEXT));
    assert_eq!((desk.read("xsel.got"), desk.on_terminal()), (None, ""));
}

#[test]
fn a_helper_gets_a_text_of_any_size() {
    let text = "剖析".repeat(200_000);
    let mut desk = Desk::new(AT_DESK).with("xclip", TAKES);
    assert_eq!(
        desk.copy(&text, Via::Auto, Some(10)),
        copied(Program::Xclip)
    );
    assert!(desk.read("xclip.got").unwrap() == text);
}

#[test]
fn a_missing_or_failing_helper_is_only_the_next_step() {
    let mut desk = Desk::new(AT_DESK).with("xsel", TAKES);
    assert_eq!(desk.copy(TEXT, Via::Auto, None), copied(Program::Xsel));

    let mut desk = Desk::new(AT_DESK).with("xclip", FAILS);
    assert_eq!(
        desk.copy(TEXT, Via::Auto, None),
        Outcome::Sent {
            by: Wrapping::Plain
        }
    );
    assert_eq!(desk.on_terminal(), OSC);

    let mut desk = Desk::new(AT_DESK).with("xclip", FAILS);
    let tried = [(XCLIP, Why::Exit(Some(3))), (XSEL, Why::Missing)];
    assert_eq!(desk.copy(TEXT, Via::Native, None), failed(&tried));
}

#[test]
fn a_hanging_helper_is_left_behind() {
    let mut desk = Desk::new(AT_DESK).with("xclip", HANGS).impatient();
    let tried = [(XCLIP, Why::TimedOut), (XSEL, Why::Missing)];
    assert_eq!(desk.copy(TEXT, Via::Native, None), failed(&tried));
    // With more than a pipe holds, the writing hangs too.
    assert_eq!(
        desk.copy(&TEXT.repeat(100_000), Via::Native, None),
        failed(&tried)
    );
}

#[test]
fn a_hanging_helper_is_killed_with_what_it_started() {
    use rustix::fs::{Mode, OFlags};

    let mut desk = Desk::new(AT_DESK)
        .with("xclip", r#"exec 3> "$0.open"; /bin/sleep 600 & wait"#)
        .impatient();
    let pipe = desk.folder.path().join("xclip.open");
    let mut mkfifo = Command::new("mkfifo");
    assert!(mkfifo.arg(&pipe).status().unwrap().success());
    // Reads an end once the last process that holds the pipe is gone.
    let pipe = rustix::fs::open(&pipe, OFlags::RDONLY | OFlags::NONBLOCK, Mode::empty()).unwrap();
    let is_held = || rustix::io::read(&pipe, &mut [0; 1]) == Err(rustix::io::Errno::AGAIN);

    assert_eq!(
        desk.copy(TEXT, Via::Native, None),
        failed(&[(XCLIP, Why::TimedOut), (XSEL, Why::Missing)])
    );
    let looks = (0..5_000)
        .take_while(|_| is_held())
        .map(|_| thread::sleep(Duration::from_millis(1)));
    assert!(looks.count() < 5_000);
}

#[test]
fn a_helper_may_stay_behind() {
    let mut desk = Desk::new(AT_DESK).with(
        "xclip",
        &format!("{TAKES}; while [ -e \"$0\" ]; do /bin/sleep 0.1; done &"),
    );
    assert_eq!(desk.copy(TEXT, Via::Auto, None), copied(Program::Xclip));
    assert_eq!(desk.read("xclip.got").as_deref(), Some(TEXT));
}

#[test]
fn a_helper_that_reads_only_a_part_has_failed() {
    let mut desk = Desk::new(AT_DESK).with("xclip", "exit 0");
    let tried = [(XCLIP, Why::Unread), (XSEL, Why::Missing)];
    assert_eq!(
        desk.copy(&TEXT.repeat(100_000), Via::Native, None),
        failed(&tried)
    );
}

#[test]
fn what_cannot_be_started_is_not_installed() {
    let mut desk = Desk::new(AT_DESK);
    fs::create_dir(desk.folder.path().join("xclip")).unwrap();
    fs::write(desk.folder.path().join("xsel"), "no program").unwrap();
    assert_eq!(
        desk.copy(TEXT, Via::Native, None),
        failed(&[(XCLIP, Why::Missing), (XSEL, Why::Missing)])
    );
}

#[test]
fn no_helper_is_taken_from_the_current_folder() {
    let mut desk = Desk::new(AT_DESK).with("xclip", TAKES);
    let up = "../".repeat(std::env::current_dir().unwrap().components().count());
    desk.surroundings.path = (up + desk.folder.path().to_str().unwrap()).into();
    assert_eq!(
        desk.copy(TEXT, Via::Native, None),
        failed(&[(XCLIP, Why::Missing), (XSEL, Why::Missing)])
    );
}

#[test]
fn no_helper_runs_on_the_far_computer() {
    let mut desk = Desk::new(FAR_AWAY).with("xclip", TAKES).with("xsel", TAKES);
    assert_eq!(
        desk.copy(TEXT, Via::Auto, None),
        Outcome::Sent {
            by: Wrapping::Plain
        }
    );
    let tried = [(XCLIP, Why::OtherMachine), (XSEL, Why::OtherMachine)];
    assert_eq!(desk.copy(TEXT, Via::Native, None), failed(&tried));
    assert_eq!(
        (desk.read("xclip.got"), desk.read("xsel.got")),
        (None, None)
    );
}

#[test]
fn what_the_terminal_cannot_take_is_not_sent() {
    let mut desk = Desk::new(FAR_AWAY);
    let too_large = Outcome::TooLarge {
        bytes: 32,
        limit: 20,
        parts: 2,
    };
    assert_eq!(desk.copy(&TEXT.repeat(2), Via::Auto, Some(20)), too_large);
    assert_eq!(desk.on_terminal(), "");
    assert_eq!(
        desk.copy(TEXT, Via::Auto, Some(TEXT.len())),
        Outcome::Sent {
            by: Wrapping::Plain
        }
    );

    let text = "a".repeat(osc52::LIMIT + 1);
    let too_large = Outcome::TooLarge {
        bytes: 74_995,
        limit: 74_994,
        parts: 2,
    };
    assert_eq!(desk.copy(&text, Via::Osc52, None), too_large);
}

#[test]
fn screen_is_told_to_let_it_through() {
    let mut desk = Desk::new("TERM=screen SSH_TTY=t STY=1.pts");
    assert_eq!(
        desk.copy(TEXT, Via::Auto, None),
        Outcome::Sent {
            by: Wrapping::Screen
        }
    );
    assert_eq!(desk.on_terminal(), format!("\x1bP{OSC}\x1b\\"));
}

#[test]
fn without_a_terminal_nothing_is_sent() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let step = Step::Terminal(Wrapping::Plain);
    let mut desk = Desk::new(FAR_AWAY);
    let outcome = copy(TEXT, Via::Auto, &desk.surroundings, None, &mut Closed);
    assert_eq!(
        outcome,
        failed(&[(step, Why::Terminal(ErrorKind::BrokenPipe))])
    );

    desk.surroundings.terminal = Terminal::Absent;
    assert_eq!(
        desk.copy(TEXT, Via::Osc52, None),
        failed(&[(step, Why::NoTerminal)])
    );
    assert_eq!(desk.copy(TEXT, Via::Auto, None), failed(&[]));
}

#[test]
fn an_empty_text_changes_no_clipboard() {
    let mut desk = Desk::new(AT_DESK).with("xclip", TAKES);
    assert_eq!(desk.copy("", Via::Auto, None), Outcome::Nothing);
    assert_eq!((desk.read("xclip.got"), desk.on_terminal()), (None, ""));
}

const IN_TMUX: &str = "TERM=screen SSH_TTY=t TMUX=/tmp/t,1,0";

#[track_caller]
fn check_tmux(answer: &str, args: &str, outer: Outer) {
    let mut desk = Desk::new(IN_TMUX).with_tmux(answer);
    assert_eq!(
        desk.copy(TEXT, Via::Auto, Some(100)),
        Outcome::InTmux { outer }
    );
    assert_eq!(desk.read("tmux.args").as_deref(), Some(args));
    assert_eq!(desk.read("tmux.got").as_deref(), Some(TEXT));
    assert_eq!(desk.on_terminal(), "");
}

#[test]
fn tmux_passes_on_only_what_will_arrive() {
    let to_client = "load-buffer -w -t /dev/pts/1 -\n";
    check_tmux(
        r"/dev/pts/1\nclipboard,title\n\nxterm\nexternal\n",
        to_client,
        Outer::PassedOn,
    );
    check_tmux(
        r"/dev/pts/1\nclipboard\ntmux 3.3a\ntmux\non\n",
        to_client,
        Outer::PassedToTmux,
    );
    let to_buffer = "load-buffer -\n";
    check_tmux(
        r"/dev/pts/1\ntitle\n\nlinux\nexternal\n",
        to_buffer,
        Outer::Kept(Kept::NoClipboard),
    );
    check_tmux(
        r"/dev/pts/1\nclipboard\n\nxterm\noff\n",
        to_buffer,
        Outer::Kept(Kept::SwitchedOff),
    );
    check_tmux("", to_buffer, Outer::Kept(Kept::Unknown));
}

#[test]
fn a_tmux_that_fails_is_only_the_next_step() {
    let sent = Outcome::Sent {
        by: Wrapping::Plain,
    };
    assert_eq!(Desk::new(IN_TMUX).copy(TEXT, Via::Auto, None), sent);
    assert_eq!(
        Desk::new(IN_TMUX)
            .with("tmux", FAILS)
            .copy(TEXT, Via::Auto, None),
        sent
    );
    let mut desk = Desk::new(IN_TMUX).with("tmux", HANGS).impatient();
    assert_eq!(desk.copy(TEXT, Via::Auto, None), sent);
    assert_eq!(
        desk.copy(TEXT, Via::Tmux, None),
        failed(&[(Step::Tmux, Why::TimedOut)])
    );
}

#[test]
fn at_the_desk_tmux_gets_a_copy_too() {
    let in_tmux = "TERM=screen DISPLAY=:0 TMUX=/tmp/t,1,0";
    let answer = r"/dev/pts/1\nclipboard\n\nxterm\nexternal\nDISPLAY=:0\n-SSH_CONNECTION\n";
    let mut desk = Desk::new(in_tmux).with("xclip", TAKES).with_tmux(answer);
    assert_eq!(
        desk.copy(TEXT, Via::Auto, None),
        Outcome::Copied {
            by: Program::Xclip,
            in_tmux: true
        }
    );
    assert_eq!(desk.read("tmux.args").as_deref(), Some("load-buffer -\n"));
    assert_eq!(desk.read("tmux.got").as_deref(), Some(TEXT));

    let mut desk = Desk::new(in_tmux).with("xclip", TAKES).with_tmux(answer);
    assert_eq!(desk.copy(TEXT, Via::Native, None), copied(Program::Xclip));
    assert_eq!(desk.read("tmux.got"), None);
}

#[test]
fn a_pane_opened_at_the_desk_may_be_far_away_now() {
    let answer = r"/dev/pts/1\nclipboard\n\nxterm\nexternal\n-DISPLAY\nSSH_CONNECTION=a\n";
    let mut desk = Desk::new("TERM=screen DISPLAY=:0 TMUX=/tmp/t,1,0")
        .with("xclip", TAKES)
        .with_tmux(answer);
    assert_eq!(
        desk.copy(TEXT, Via::Auto, None),
        Outcome::InTmux {
            outer: Outer::PassedOn
        }
    );
    assert_eq!(desk.read("xclip.got"), None);
}
