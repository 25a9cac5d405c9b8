//! A real program in a real pseudo-terminal behind a vt100 screen, for tests.
//!
//! Deliberately without knowledge of any particular program, and without answers to its queries: a program
//! that asks the terminal something hears nothing unless the test sends it. Nothing here waits for a time to
//! pass where a condition can be waited for, and nothing waits for ever. Rows and columns count cells from 0,
//! (row, column), the way `vt100` does; sizes are (columns, rows), the way people say them.

#![expect(
    clippy::disallowed_methods,
    reason = "a harness for real programs reads a real clock"
)]

use std::io::{ErrorKind, Read, Write};
use std::num::NonZeroU16;
use std::os::fd::{AsRawFd, RawFd};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use filedescriptor::{FileDescriptor, POLLIN, POLLOUT, Pipe, poll, pollfd};
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions};

/// How long a condition is waited for before the test fails: a safety net, not a measure of speed.
const LIMIT: Duration = Duration::from_secs(20);
/// How long [`Terminal::settle`] waits for the first byte of an answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a program must be silent to have finished its answer.
const QUIET: Duration = Duration::from_millis(30);
/// Rows kept above the main screen.
const SCROLLBACK: usize = 1000;

/// A real program in a real pty behind a vt100 screen. Dropping it kills the program.
///
/// vt100 measures text character by character: an emoji made of several characters may take more cells here
/// than in the program's own arithmetic.
pub(crate) struct Terminal {
    seen: Arc<Seen>,
    pid: Pid,
    /// Our end of the line; `None` once the terminal is closed.
    line: Option<Line>,
    /// Bytes that had come from the program when the test last did something to it.
    n_before: usize,
    /// How the kernel's side of the line was set before the program came.
    settings: String,
}

/// Our end of the pty.
///
/// `MasterPty::take_writer` is not used: its writer types a newline and Ctrl-D when dropped, which a terminal
/// that is closed does not do.
struct Line {
    master: Box<dyn MasterPty + Send>,
    input: FileDescriptor,
    /// Dropped to stop the reading thread, whose copy of the line would keep it open.
    _stop: FileDescriptor,
}

/// What the threads tell the test.
struct Seen {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    output: Output,
    /// Invariant: reaped only together with `exit`, under the lock, so that while `exit` is `None` the
    /// process id still means this child.
    child: Box<dyn Child + Send + Sync>,
    exit: Option<ExitStatus>,
}

/// Whether more can come from the program.
#[derive(PartialEq, Eq)]
enum Output {
    Open,
    Ended,
}

impl Terminal {
    /// Starts the command in a terminal of so many columns and rows of cells.
    ///
    /// Of the command's environment only what was put in with `env` is passed on, with `TERM=xterm-256color`
    /// and `LANG=C.UTF-8` unless given; `portable-pty` adds `SHELL`. A variable that is not UTF-8 is lost.
    /// The program is an absolute path, or `PATH` is given; without `cwd` it starts in `/`.
    #[track_caller]
    pub(crate) fn start(mut command: CommandBuilder, columns: u16, rows: u16) -> Self {
        make_hermetic(&mut command);
        let pty = native_pty_system()
            .openpty(size(columns, rows))
            .expect("the system has a free pty");
        let settings = settings_of(pty.master.as_ref());
        let child = pty
            .slave
            .spawn_command(command)
            .expect("the program starts");
        let pid = child
            .process_id()
            .and_then(|it| Pid::from_raw(it.cast_signed()))
            .expect("a program that was started has a process id");
        let seen = Arc::new(Seen {
            state: Mutex::new(State {
                parser: vt100::Parser::new(cells(rows), cells(columns), SCROLLBACK),
                bytes: Vec::new(),
                output: Output::Open,
                child,
                exit: None,
            }),
            changed: Condvar::new(),
        });

        let fd = pty.master.as_raw_fd().expect("a unix pty has a descriptor");
        let mut input = FileDescriptor::dup(&fd).expect("the descriptor of the pty is open");
        input
            .set_non_blocking(true)
            .expect("a pty can be made non-blocking");
        let output = input
            .try_clone()
            .expect("the descriptor of the pty is open");
        let stop = Pipe::new().expect("the system has a free pipe");
        thread::spawn({
            let seen = Arc::clone(&seen);
            move || seen.read(output, &stop.read)
        });
        thread::spawn({
            let seen = Arc::clone(&seen);
            move || seen.reap(pid)
        });
        let line = Line {
            master: pty.master,
            input,
            _stop: stop.write,
        };
        Self {
            seen,
            pid,
            line: Some(line),
            n_before: 0,
            settings,
        }
    }

    /// Sends these bytes as if typed. What the program does not live to read is lost, as in life.
    #[track_caller]
    pub(crate) fn send(&mut self, keys: &str) {
        self.send_within(keys.as_bytes(), LIMIT);
    }

    /// Sends the text as a bracketed paste, its line ends (`\n`, `\r\n`) as `\r`, the way terminals do.
    /// The brackets are sent even if the program has not asked for them.
    #[track_caller]
    pub(crate) fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\r").replace('\n', "\r");
        self.send(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Waits until the condition holds of the screen. Fails after 20 s, or as soon as the program has ended
    /// without fulfilling it, naming what was waited for and drawing the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, mut condition: impl FnMut(&vt100::Screen) -> bool, what: &str) {
        self.wait_within(LIMIT, what, |state| {
            condition(state.parser.screen()).then_some(())
        });
    }

    /// Waits until the text stands on the screen, within one row or, with `\n`, across rows. Fails as
    /// [`Self::wait_for`] does.
    #[track_caller]
    pub(crate) fn wait_text(&self, text: &str) {
        self.wait_for(
            |screen| text_of(screen).contains(text),
            &format!("the text {text:?}"),
        );
    }

    /// Waits until the condition holds of the screen and of the bytes that came since the test last did something
    /// to the program. Fails as [`Self::wait_for`] does.
    #[track_caller]
    pub(crate) fn wait_for_answer(
        &self,
        mut condition: impl FnMut(&vt100::Screen, &[u8]) -> bool,
        what: &str,
    ) {
        let n_before = self.n_before;
        self.wait_within(LIMIT, what, |state| {
            let answer = state.bytes.get(n_before..).unwrap_or_default();
            condition(state.parser.screen(), answer).then_some(())
        });
    }

    /// Returns what the closure finds on the screen as it is now.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.state().parser.screen())
    }

    /// Waits until a signal has stopped the program. Fails after 20 s.
    #[track_caller]
    pub(crate) fn wait_stopped(&self) {
        let deadline = Instant::now() + LIMIT;
        let options = WaitIdOptions::STOPPED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        while rustix::process::waitid(WaitId::Pid(self.pid), options)
            .expect("nobody else reaps the child")
            .is_none()
        {
            if Instant::now() >= deadline {
                fail(self.state(), "waited in vain for the program to be stopped");
            }
            // The system tells a stop only to who waits for it, and waiting without end is not wanted.
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Waits until the program has answered what was last done to it: something came, then nothing for 30 ms.
    /// Returns whether anything came; after 5 s of silence the answer is no.
    ///
    /// A guess, since a program does not say when it is done: where something definite is expected,
    /// [`Self::wait_for`] it.
    #[track_caller]
    pub(crate) fn settle(&self) -> bool {
        let deadline = Instant::now() + LIMIT;
        let has_answered = |state: &State| state.bytes.len() > self.n_before;
        let (mut state, _) = self
            .seen
            .changed
            .wait_timeout_while(self.state(), PATIENCE, |state| {
                !has_answered(state) && state.output == Output::Open
            })
            .unwrap_or_else(PoisonError::into_inner);
        while state.output == Output::Open && has_answered(&state) {
            let n_bytes = state.bytes.len();
            let (next, silence) = self
                .seen
                .changed
                .wait_timeout_while(state, QUIET, |state| {
                    state.bytes.len() == n_bytes && state.output == Output::Open
                })
                .unwrap_or_else(PoisonError::into_inner);
            state = next;
            if silence.timed_out() {
                break;
            }
            if Instant::now() >= deadline {
                fail(state, "waited in vain for the program to fall silent");
            }
        }
        has_answered(&state)
    }

    /// Returns the rows of the screen joined by `\n`, without the blanks after each row and the empty rows
    /// after the last. A wide character stands once; U+3000 is a character, not a blank.
    pub(crate) fn text(&self) -> String {
        text_of(self.state().parser.screen())
    }

    /// Returns the text of this row, the first being 0, without the blanks after it.
    pub(crate) fn row(&self, row: u16) -> String {
        row_of(self.state().parser.screen(), row)
    }

    /// Returns the (row, column) of the cursor in cells from 0. A full row leaves the column one past the last.
    pub(crate) fn cursor(&self) -> (u16, u16) {
        self.state().parser.screen().cursor_position()
    }

    /// Returns whether the program shows the cursor.
    pub(crate) fn cursor_visible(&self) -> bool {
        !self.state().parser.screen().hide_cursor()
    }

    /// Returns whether the program is on the alternate screen.
    pub(crate) fn alternate_screen(&self) -> bool {
        self.state().parser.screen().alternate_screen()
    }

    /// Returns whether the text stands on the screen now, within one row or, with `\n`, across rows.
    pub(crate) fn contains(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// Returns every byte the program ever sent.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.state().bytes.clone()
    }

    /// Returns whether the program has ended.
    pub(crate) fn has_ended(&self) -> bool {
        self.state().exit.is_some()
    }

    /// Returns how the kernel's side of the line (echo, whole lines, signals) was set before the program came, and how
    /// it is set now, in words to compare.
    pub(crate) fn line_settings(&self) -> (String, String) {
        let line = self.line.as_ref().expect("the terminal is open");
        (self.settings.clone(), settings_of(line.master.as_ref()))
    }

    /// Gives the window so many columns and rows of cells and lets the program know.
    #[track_caller]
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.mark();
        self.state().parser.set_size(cells(rows), cells(columns));
        let line = self.line.as_ref().expect("the terminal is open");
        line.master
            .resize(size(columns, rows))
            .expect("an open pty takes a size");
    }

    /// Sends the program a signal. A program that has ended does not mind.
    pub(crate) fn signal(&mut self, signal: Signal) {
        self.mark();
        let state = self.state();
        if state.exit.is_none() {
            rustix::process::kill_process(self.pid, signal)
                .expect("a child that is not reaped can be sent a signal");
        }
    }

    /// Sends SIGKILL: the program gets no chance to tidy up.
    pub(crate) fn kill(&mut self) {
        self.signal(Signal::KILL);
    }

    /// Closes the window: the program's terminal hangs up, and it is sent SIGHUP by the system. Nothing is
    /// typed before. What was on the screen can still be read.
    ///
    /// Limit: a process started elsewhere in the test binary while this terminal was being opened may have
    /// inherited the line and hold it open.
    #[track_caller]
    pub(crate) fn close(&mut self) {
        drop(self.line.take());
        self.wait_within(LIMIT, "the line to be closed", |state| {
            (state.output == Output::Ended).then_some(())
        });
    }

    /// Waits until the program has ended and everything it sent is on the screen. Fails after 20 s.
    #[track_caller]
    pub(crate) fn wait_exit(&self) -> ExitStatus {
        self.wait_within(LIMIT, "the program to end", |state| {
            let exit = state.exit.clone();
            exit.filter(|_| state.output == Output::Ended)
        })
    }

    #[track_caller]
    fn wait_within<T>(
        &self,
        limit: Duration,
        what: &str,
        mut answer: impl FnMut(&State) -> Option<T>,
    ) -> T {
        let deadline = Instant::now() + limit;
        let mut state = self.state();
        loop {
            if let Some(answer) = answer(&state) {
                return answer;
            }
            let rest = deadline.saturating_duration_since(Instant::now());
            if rest.is_zero() || state.is_over() {
                fail(state, &format!("waited in vain for {what}"));
            }
            (state, _) = self
                .seen
                .changed
                .wait_timeout(state, rest)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    #[track_caller]
    fn send_within(&mut self, mut bytes: &[u8], limit: Duration) {
        self.mark();
        let deadline = Instant::now() + limit;
        let line = self.line.as_mut().expect("the terminal is open");
        while !bytes.is_empty() {
            match line.input.write(bytes) {
                Ok(n_sent) => bytes = bytes.get(n_sent..).expect("no more is sent than was given"),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    if self.seen.lock().exit.is_some() {
                        return;
                    }
                    if Instant::now() >= deadline {
                        fail(self.seen.lock(), "waited in vain for the program to read");
                    }
                    // A short limit, because a program that ends does not always wake the writer.
                    let mut ready = [interest(line.input.as_raw_fd(), POLLOUT)];
                    poll(&mut ready, Some(QUIET)).expect("an open pty can be polled");
                }
                Err(_) => return, // the program is gone
            }
        }
    }

    /// Notes where the answer to what is done next begins.
    fn mark(&mut self) {
        self.n_before = self.seen.lock().bytes.len();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.seen.lock()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let state = self.seen.lock();
        if state.exit.is_none() {
            // The program leads its own session and group, so this reaches what it started, too.
            let _ = rustix::process::kill_process_group(self.pid, Signal::KILL);
        }
        drop(
            self.seen
                .changed
                .wait_timeout_while(state, LIMIT, |state| state.exit.is_none()),
        );
    }
}

impl Seen {
    /// Takes the lock, also after a condition of a test has panicked under it.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hands what the program sends to the screen, until it hangs up or `stop` is closed at its other end.
    fn read(&self, mut output: FileDescriptor, stop: &FileDescriptor) {
        let mut chunk = [0; 16 * 1024];
        loop {
            let mut ready = [
                interest(stop.as_raw_fd(), POLLIN),
                interest(output.as_raw_fd(), POLLIN),
            ];
            match poll(&mut ready, None) {
                Ok(_) => {}
                Err(filedescriptor::Error::Poll(error))
                    if error.kind() == ErrorKind::Interrupted =>
                {
                    continue;
                }
                Err(_) => break,
            }
            let [stop, _] = ready;
            if stop.revents != 0 {
                break;
            }
            match output.read(&mut chunk) {
                Ok(0) => break,
                Ok(n_read) => {
                    let bytes = chunk.get(..n_read).expect("no more is read than fits");
                    let mut state = self.lock();
                    state.parser.process(bytes);
                    state.bytes.extend_from_slice(bytes);
                    drop(state);
                    self.changed.notify_all();
                }
                Err(error)
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
                Err(_) => break, // EIO: nobody holds the other end any more
            }
        }
        // The line must be closed before it is said to be.
        drop(output);
        self.lock().output = Output::Ended;
        self.changed.notify_all();
    }

    /// Waits for the program to end, and only then takes the lock and reaps it.
    fn reap(&self, pid: Pid) {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        rustix::io::retry_on_intr(|| rustix::process::waitid(WaitId::Pid(pid), options))
            .expect("nobody else reaps the child");
        let mut state = self.lock();
        let exit = state.child.wait().expect("an ended child can be reaped");
        state.exit = Some(exit);
        drop(state);
        self.changed.notify_all();
    }
}

impl State {
    /// Returns whether nothing can change any more.
    fn is_over(&self) -> bool {
        self.exit.is_some() && self.output == Output::Ended
    }

    /// Draws the screen with its cursor, for a person who must find out why a test failed.
    ///
    /// ```text
    /// 40×4, cursor at row 1, column 4, main screen, Exited with code 1
    /// │一、存在的主要问题
    /// │理论▏学习
    /// │
    /// │
    /// ```
    fn picture(&self) -> String {
        let screen = self.parser.screen();
        let (rows, columns) = screen.size();
        let (row, column) = screen.cursor_position();
        let hidden = if screen.hide_cursor() {
            " (hidden)"
        } else {
            ""
        };
        let which = if screen.alternate_screen() {
            "alternate"
        } else {
            "main"
        };
        let exit = self
            .exit
            .as_ref()
            .map_or_else(|| "running".to_owned(), std::string::ToString::to_string);
        let mut picture = format!(
            "{columns}×{rows}, cursor at row {row}, column {column}{hidden}, {which} screen, {exit}\n"
        );
        for it in 0..rows.get() {
            let mut line = String::new();
            for cell in 0..=columns.get() {
                if (it, cell) == (row, column) {
                    line.push('▏');
                }
                match screen.cell(it, cell) {
                    Some(cell) if cell.has_contents() => line.push_str(cell.contents()),
                    Some(cell) if !cell.is_wide_continuation() => line.push(' '),
                    Some(_) | None => {}
                }
            }
            picture.push('│');
            picture.push_str(line.trim_end_matches(' '));
            picture.push('\n');
        }
        picture
    }
}

/// Fails the test with the reason and the screen, leaving the lock in order.
#[track_caller]
fn fail(state: MutexGuard<'_, State>, reason: &str) -> ! {
    let picture = state.picture();
    drop(state);
    panic!("{reason}\n{picture}");
}

fn settings_of(master: &dyn MasterPty) -> String {
    let settings = master.get_termios().expect("a unix pty has settings");
    format!("{settings:?}")
}

fn text_of(screen: &vt100::Screen) -> String {
    let (rows, _) = screen.size();
    let rows: Vec<String> = (0..rows.get()).map(|it| row_of(screen, it)).collect();
    rows.join("\n").trim_end_matches('\n').to_owned()
}

fn row_of(screen: &vt100::Screen, row: u16) -> String {
    let (_, columns) = screen.size();
    let text = screen
        .rows(0, columns.get())
        .nth(row.into())
        .expect("the screen has this row");
    text.trim_end_matches(' ').to_owned()
}

/// Leaves the command only what its caller gave it, and what every program in a terminal needs.
fn make_hermetic(command: &mut CommandBuilder) {
    let given: Vec<(String, String)> = command
        .iter_extra_env_as_str()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("POUXI_NO_GUIDE", "1");
    command.env("LANG", "C.UTF-8");
    for (name, value) in given {
        command.env(name, value);
    }
    if command.get_cwd().is_none() {
        command.cwd("/");
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).expect("a terminal has at least one row and one column")
}

fn interest(fd: RawFd, events: i16) -> pollfd {
    pollfd {
        fd,
        events,
        revents: 0,
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    #[test]
    fn chinese_text_is_echoed() {
        let mut terminal = Terminal::start(CommandBuilder::new("/bin/cat"), 40, 6);
        terminal.send("剖析\r");
        terminal.wait_text("剖析\n剖析");
        assert_eq!(terminal.text(), "剖析\n剖析");
        assert_eq!(terminal.row(1), "剖析");
        assert_eq!(terminal.row(5), "");
        assert!(terminal.contains("析\n剖"));
        assert!(!terminal.contains("剖 析"));
        assert_eq!(terminal.cursor(), (2, 0));
    }

    #[test]
    fn the_cursor_counts_cells() {
        let mut terminal = Terminal::start(CommandBuilder::new("/bin/cat"), 40, 6);
        terminal.send("一a题“");
        terminal.wait_text("一a题“");
        assert_eq!(terminal.cursor(), (0, 6));
    }

    #[test]
    fn a_wide_character_is_one_and_a_blank_is_a_blank() {
        let terminal = shell(r"printf '甲 乙　 丙　  '", 40, 3);
        assert!(terminal.wait_exit().success());
        assert_eq!(terminal.text(), "甲 乙　 丙　");
    }

    #[test]
    fn a_resize_reaches_the_program() {
        let script = "trap 'stty size' WINCH; stty size; sleep 60 & while :; do wait $!; done";
        let mut terminal = shell(script, 80, 24);
        terminal.wait_text("24 80");
        terminal.resize(100, 30);
        terminal.wait_text("30 100");
        terminal.wait_for(
            |screen| screen.size() == (cells(30), cells(100)),
            "the size of the screen",
        );
    }

    #[test]
    fn the_exit_code_comes_after_all_output() {
        let terminal = shell("seq 3000; printf 完; exit 7", 40, 3);
        assert_eq!(terminal.wait_exit().exit_code(), 7);
        assert_eq!(terminal.text(), "2999\n3000\n完");
    }

    #[test]
    fn signals_arrive() {
        let script = "trap 'echo 收到; exit 3' TERM; echo 好; sleep 60 & while :; do wait $!; done";
        let mut terminal = shell(script, 40, 3);
        terminal.wait_text("好");
        terminal.signal(Signal::TERM);
        assert_eq!(terminal.wait_exit().exit_code(), 3);
        assert_eq!(terminal.text(), "好\n收到");

        let mut terminal = Terminal::start(CommandBuilder::new("/bin/cat"), 40, 3);
        terminal.kill();
        assert_eq!(terminal.wait_exit().signal(), Some("Killed"));
        terminal.kill();
        terminal.send("没有人读");
    }

    #[test]
    fn closing_hangs_up_and_types_nothing() {
        // A key typed on the way out would let `read` return, and the code be 5.
        let mut terminal = shell("trap 'exit 9' HUP; echo 好; read key; exit 5", 40, 3);
        terminal.wait_text("好");
        terminal.close();
        assert_eq!(terminal.wait_exit().exit_code(), 9);
        assert_eq!(terminal.text(), "好");
    }

    #[test]
    fn a_paste_is_bracketed_and_its_line_ends_are_returns() {
        let mut terminal = shell("stty raw -echo; printf 好; exec cat", 80, 3);
        terminal.wait_text("好");
        terminal.paste("第一\n第二\r\n第三");
        let expected = "好\x1b[200~第一\r第二\r第三\x1b[201~";
        terminal.wait_within(LIMIT, "the paste to come back", |state| {
            (state.bytes.len() >= expected.len()).then_some(())
        });
        assert_eq!(String::from_utf8(terminal.bytes()).unwrap(), expected);
    }

    #[test]
    fn screen_and_cursor_modes_are_seen() {
        let script = r"printf '外\033[?1049h\033[?25l内'; read key; printf '\033[?1049l\033[?25h'";
        let mut terminal = shell(script, 40, 3);
        terminal.wait_text("内");
        assert!(terminal.alternate_screen());
        assert!(!terminal.cursor_visible());
        terminal.send("\r");
        assert!(terminal.wait_exit().success());
        assert!(!terminal.alternate_screen());
        assert!(terminal.cursor_visible());
        assert_eq!(terminal.text(), "外");
    }

    #[test]
    fn settling_waits_for_the_answer() {
        // A slow program: a settle that takes what came before for the answer reads the screen too early.
        let script = "stty -echo; printf 好; while read key; do sleep 0.1; printf 一二; done";
        let mut terminal = shell(script, 40, 3);
        terminal.wait_text("好");
        for n_keys in 1..=3 {
            terminal.send("\r");
            assert!(terminal.settle());
            assert_eq!(terminal.text(), format!("好{}", "一二".repeat(n_keys)));
        }
        assert!(terminal.settle(), "an answer stays an answer");
        terminal.kill();
        assert!(
            !terminal.settle(),
            "a program that has ended answers nothing"
        );
    }

    #[test]
    fn the_environment_is_what_was_given() {
        let mut command = CommandBuilder::new("/usr/bin/env");
        command.env("POUXI_HOME", "/tmp/家");
        command.env("LANG", "zh_CN.UTF-8");
        let terminal = Terminal::start(command, 80, 10);
        assert!(terminal.wait_exit().success());
        let text = terminal.text();
        let mut variables: Vec<&str> = text
            .lines()
            .filter(|it| !it.starts_with("SHELL="))
            .collect();
        variables.sort_unstable();
        assert_eq!(
            variables,
            [
                "LANG=zh_CN.UTF-8",
                "POUXI_HOME=/tmp/家",
                "POUXI_NO_GUIDE=1",
                "TERM=xterm-256color"
            ]
        );
    }

    #[test]
    fn a_failure_draws_the_screen() {
        let terminal = shell(r"printf '甲乙\n丙丁戊\033[2D'", 20, 3);
        let said = failure(|| terminal.wait_text("己"));
        assert_eq!(
            said,
            "waited in vain for the text \"己\"\n\
             20×3, cursor at row 1, column 4, main screen, Success\n\
             │甲乙\n│丙丁▏戊\n│\n"
        );
    }

    #[test]
    fn waiting_ends() {
        let terminal = Terminal::start(CommandBuilder::new("/bin/cat"), 20, 3);
        let said = failure(|| terminal.wait_within(QUIET, "nothing", |_| None));
        assert!(said.starts_with("waited in vain for nothing\n20×3, "));
        assert!(said.contains("running\n│▏\n"));
    }

    #[test]
    fn sending_to_a_program_that_does_not_read_ends() {
        let mut terminal = shell("stty raw -echo; printf 好; exec sleep 60", 20, 3);
        terminal.wait_text("好");
        let much = "题".repeat(100_000);
        let said = failure(|| terminal.send_within(much.as_bytes(), QUIET));
        assert!(said.starts_with("waited in vain for the program to read\n"));
    }

    #[test]
    fn much_text_goes_both_ways() {
        let mut terminal = shell("stty raw -echo; printf 好; exec cat", 20, 3);
        terminal.wait_text("好");
        let much = "题".repeat(100_000);
        terminal.send(&much);
        terminal.wait_within(LIMIT, "all of it to come back", |state| {
            (state.bytes.len() == "好".len() + much.len()).then_some(())
        });
        assert!(terminal.bytes().ends_with(much.as_bytes()));
    }

    #[test]
    fn dropping_kills_what_was_started() {
        // The pipe ends when nobody is left to write into it, and whoever writes does not mind a hang-up.
        let folder = tempfile::tempdir().unwrap();
        let mut command = sh("trap '' HUP; mkfifo 管; echo 好; sleep 60 > 管 & wait");
        command.cwd(folder.path());
        let terminal = Terminal::start(command, 20, 3);
        terminal.wait_text("好");
        let mut pipe = std::fs::File::open(folder.path().join("管")).unwrap();
        let pid = terminal.pid;
        drop(terminal);
        assert!(rustix::process::test_kill_process(pid).is_err());
        let (sender, end) = std::sync::mpsc::channel();
        thread::spawn(move || sender.send(pipe.read_to_end(&mut Vec::new()).unwrap()));
        assert_eq!(end.recv_timeout(LIMIT), Ok(0));
    }

    /// Starts a script in the system's shell.
    #[track_caller]
    fn shell(script: &str, columns: u16, rows: u16) -> Terminal {
        Terminal::start(sh(script), columns, rows)
    }

    fn sh(script: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", script]);
        command.env("PATH", "/usr/bin:/bin");
        command
    }

    /// Returns what the closure panics with.
    fn failure(run: impl FnOnce()) -> String {
        let panic = catch_unwind(AssertUnwindSafe(run)).expect_err("it fails");
        *panic.downcast::<String>().expect("it fails with a message")
    }
}
