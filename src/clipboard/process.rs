//! Starting a helper program and waiting for it, but not for ever. Knows no program in particular.
//!
//! A helper that outstays our patience is killed with everything it started, and that counts as a failed step.
//! A helper that stays behind on purpose, to keep the clipboard filled, is in a process group of its own: closing
//! the terminal or Ctrl+C ends us, not it. It is given no output to hold open.
#![expect(
    clippy::disallowed_methods,
    reason = "starts the helper programs and times them"
)]

use std::env;
use std::ffi::OsStr;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use crate::clipboard::outcome::Why;
use crate::clipboard::surroundings::Surroundings;

/// A program to start.
pub(super) struct Call<'a> {
    /// The name of its file.
    pub(super) program: &'a str,
    /// Its arguments.
    pub(super) args: Vec<&'a str>,
    /// Variables to set, or to remove.
    pub(super) vars: Vec<(&'static str, Option<String>)>,
}

/// The most of an answer that is read, in bytes.
const ANSWER: u64 = 1 << 20;

/// Gives a program all of the input, and waits until it ends with success.
pub(super) fn feed(
    call: &Call<'_>,
    input: Vec<u8>,
    surroundings: &Surroundings,
) -> Result<(), Why> {
    let mut child = spawn(call, surroundings, Stdio::piped(), Stdio::null())?;
    let stdin = child.stdin.take();
    let written = aside(move || stdin.map_or(Ok(()), |mut it| it.write_all(&input)));
    let deadline = Instant::now() + surroundings.patience;
    wait(child, deadline)?;
    // A broken pipe: it ended without reading to the end.
    receive(&written, deadline)?.map_err(|_| Why::Unread)
}

/// Waits until a program ends with success, and returns what it wrote.
pub(super) fn ask(call: &Call<'_>, surroundings: &Surroundings) -> Result<String, Why> {
    let mut child = spawn(call, surroundings, Stdio::null(), Stdio::piped())?;
    let stdout = child.stdout.take();
    let answer = aside(move || {
        let mut bytes = Vec::new();
        let read = stdout.map_or(Ok(0), |it| it.take(ANSWER).read_to_end(&mut bytes));
        read.map(|_| String::from_utf8_lossy(&bytes).into_owned())
    });
    let deadline = Instant::now() + surroundings.patience;
    wait(child, deadline)?;
    receive(&answer, deadline)?.map_err(|_| Why::Unread)
}

fn spawn(
    call: &Call<'_>,
    surroundings: &Surroundings,
    stdin: Stdio,
    stdout: Stdio,
) -> Result<Child, Why> {
    let path = find(call.program, &surroundings.path).ok_or(Why::Missing)?;
    let mut command = Command::new(path);
    command
        .args(&call.args)
        .stdin(stdin)
        .stdout(stdout)
        .stderr(Stdio::null());
    for (name, value) in &call.vars {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => Why::Missing,
        kind => Why::NotStarted(kind),
    })
}

/// The program's file in the first folder that has it.
fn find(program: &str, path: &OsStr) -> Option<PathBuf> {
    let folders = env::split_paths(path).filter(|it| it.is_absolute());
    folders.map(|it| it.join(program)).find(|it| is_program(it))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    path.metadata()
        .is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// Waits for a child to end with success, or kills it at the deadline.
fn wait(mut child: Child, deadline: Instant) -> Result<(), Why> {
    let mut nap = Duration::from_millis(1);
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(Why::Exit(status.code())),
            Ok(None) if Instant::now() < deadline => thread::sleep(nap),
            Ok(None) => {
                kill(child);
                return Err(Why::TimedOut);
            }
            Err(error) => return Err(Why::NotStarted(error.kind())),
        }
        nap = (nap * 2).min(LONGEST_NAP);
    }
}

/// The longest pause between two looks at a child: shorter than a person notices, longer than costs anything.
const LONGEST_NAP: Duration = Duration::from_millis(16);

/// Kills a child and what it started. Its end is awaited aside: a process stuck in the kernel does not die at once.
fn kill(mut child: Child) {
    #[cfg(unix)]
    let killed = rustix::process::kill_process_group(
        rustix::process::Pid::from_child(&child),
        rustix::process::Signal::KILL,
    );
    #[cfg(not(unix))]
    let killed = child.kill();
    if killed.is_ok() {
        drop(aside(move || child.wait()));
    }
}

/// Runs something that may block in a thread of its own, which is left behind if nobody waits for it.
fn aside<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Receiver<io::Result<T>> {
    let (sender, receiver) = mpsc::channel();
    let spawned = thread::Builder::new()
        .name("clipboard".to_owned())
        .spawn(move || {
            // Nobody waits any more: the answer came too late.
            sender.send(work()).ok();
        });
    // Without a thread the sender is gone, and the receiver says so.
    drop(spawned);
    receiver
}

fn receive<T>(receiver: &Receiver<T>, deadline: Instant) -> Result<T, Why> {
    receiver
        .recv_timeout(deadline.saturating_duration_since(Instant::now()))
        .map_err(|_| Why::TimedOut)
}
