//! This test binary started again, to be another window: the test [`play`] does what its environment says.
#![expect(
    clippy::disallowed_methods,
    reason = "another process is started, and told by its environment what to be"
)]

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use pouxi::draft::Session;
use pouxi::store::{DraftFolder, Home, Opened, StoreError};

use super::{me, moment, open, summary, write};

const ROLE: &str = "POUXI_TEST_ROLE";
const AT: &str = "POUXI_TEST_PATH";

/// Another process, killed when dropped.
pub(super) struct Other {
    child: Child,
    said: BufReader<std::process::ChildStdout>,
}

impl Other {
    /// Starts another process in a role, at a folder.
    pub(super) fn start(role: &str, at: &Path) -> Self {
        Self::started(Command::new(std::env::current_exe().unwrap()), role, at)
    }

    /// Starts it without the signal that kills who writes more than allowed.
    pub(super) fn start_without_size_signal(role: &str, at: &Path) -> Self {
        let mut shell = Command::new("sh");
        shell
            .args(["-c", "trap '' XFSZ && exec \"$0\" \"$@\""])
            .arg(std::env::current_exe().unwrap());
        Self::started(shell, role, at)
    }

    fn started(mut command: Command, role: &str, at: &Path) -> Self {
        let mut child = command
            .args(["--exact", "store::children::play", "--nocapture"])
            .env(ROLE, role)
            .env(AT, at)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        Self { child, said }
    }

    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the next line it says to us.
    pub(super) fn hear(&mut self) -> String {
        loop {
            let mut line = String::new();
            let n_bytes = self.said.read_line(&mut line).unwrap();
            assert!(n_bytes > 0, "the other process ended");
            // Behind what the test harness has to say.
            if let Some((_, line)) = line.split_once("> ") {
                return line.trim_end().to_owned();
            }
        }
    }

    /// Lets it end by itself.
    pub(super) fn finish(mut self) {
        drop(self.child.stdin.take());
        assert!(self.child.wait().unwrap().success());
    }

    /// Kills it: nothing of it runs any more.
    pub(super) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _status = self.child.wait();
    }
}

/// Says a line to the process that started this one.
pub(super) fn say(line: &str) {
    let mut out = io::stdout().lock();
    writeln!(out, "> {line}").unwrap();
    out.flush().unwrap();
}

/// Waits until that process has had enough.
fn wait() {
    io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

#[test]
fn play() {
    let (Ok(role), Ok(at)) = (std::env::var(ROLE), std::env::var(AT)) else {
        return;
    };
    let at = Path::new(&at);
    match role.as_str() {
        "holder" => hold(at),
        "racer" => race(at),
        "writer" => write_on(at),
        "without umask" => fill_a_home(at),
        "full" => super::full::play(at),
        "full from the start" => super::full::play_from_the_start(at),
        other => panic!("no role {other:?}"),
    }
}

/// Opens a draft and keeps it.
fn hold(path: &Path) {
    let opened = DraftFolder::open(path, &me());
    match &opened {
        Ok(_) => say("held"),
        Err(StoreError::Busy { owner }) => say(&format!("busy {}", owner.pid)),
        Err(error) => say(&error.to_string()),
    }
    wait();
}

/// Waits at a gate, opens a draft with all the others and keeps it; then does the same to take it over.
fn race(path: &Path) {
    let wait_at = |gate: &str| {
        let file = std::fs::File::open(path.with_extension(gate)).unwrap();
        file.lock_shared().unwrap();
    };
    let me = pouxi::store::Owner {
        pid: std::process::id(),
        ..me()
    };
    say("ready");
    wait_at("opening");
    let opened = DraftFolder::open(path, &me);
    match &opened {
        Ok(_) => say("held"),
        Err(StoreError::Busy { owner }) => say(&format!("busy {}", owner.pid)),
        Err(error) => say(&error.to_string()),
    }
    wait_at("taking over");
    let taken = DraftFolder::take_over(path, &me);
    say("took over");
    wait_at("writing");
    let Opened {
        mut folder,
        recovered,
    } = taken.unwrap();
    let mut session = Session::new(recovered.draft);
    let n_written = (0..3)
        .filter(|_| write(&mut folder, &mut session, "后").is_ok())
        .count();
    say(&n_written.to_string());
    wait();
}

/// Writes one sign after the other, and says the number of each once it is written down.
fn write_on(path: &Path) {
    let (mut folder, mut session) = open(path);
    for n in 1.. {
        write(&mut folder, &mut session, "字").unwrap();
        say(&n.to_string());
        if n % 50 == 0 {
            let draft = session.draft();
            folder
                .snapshot(draft, None, summary(draft), moment(n))
                .unwrap();
        }
    }
}

/// Does all that makes files, with a umask that forbids nothing, and keeps a draft open.
fn fill_a_home(root: &Path) {
    rustix::process::umask(rustix::fs::Mode::empty());
    let home = Home::new(root.to_owned());
    let deleted = home.create().unwrap();
    home.delete(&deleted, &me()).unwrap();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, &"长".repeat(400_000)).unwrap();
    let snapshot = |folder: &mut DraftFolder, draft| {
        folder
            .snapshot(draft, None, summary(draft), moment(0))
            .unwrap();
    };
    snapshot(&mut folder, session.draft());
    drop(folder);
    std::fs::write(path.join("draft.json"), "{").unwrap();
    let (mut folder, session) = open(&path);
    snapshot(&mut folder, session.draft());
    drop(folder);
    let _folder = DraftFolder::take_over(&path, &me()).unwrap();
    say("filled");
    wait();
}
