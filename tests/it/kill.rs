//! The program is ended at random moments of scripts of 2,000 keys, and opened again: no character that was ever on
//! the screen is missing, and the terminal is as it was.
//!
//! Every character that is typed or pasted is another one, from a block of Unicode that no screen of the program
//! uses. So what came out on the terminal tells what was seen, and the journal tells what was kept, whatever keys
//! erased or undid. One script is cut into parts, each of which ends in another way: what is opened is also what the
//! end before left.
//!
//! `POUXI_KILLS=2000` kills that often instead of 200 times; `POUXI_SEED=7` throws other dice.
//!
//! Noticed: a line handed over later than the frame that shows it; a terminal that closes in the middle of a frame
//! ending in a failure of its own; half a frame drawn behind the back of a thread that gives the terminal back.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at files behind the program's back, and read their own variables"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use portable_pty::CommandBuilder;
use pouxi::draft::Outline;
use pouxi::store::{Recovered, Stop, recover};
use rustix::process::Signal;

use crate::reports::{dimension, problem, section};
use crate::terminal::Terminal;
use crate::window::{
    BACK_TAB, BACKSPACE, DELETE, END, ENTER, ESCAPE, HOME, LEFT, REDO, RIGHT, TAB, UNDO, Window,
    create, stored,
};
use pouxi::draft::Role;

/// Keys of one script.
const N_KEYS: usize = 2000;
/// Parts that a script is cut into.
const N_PARTS: usize = 10;
/// Programs that run at the same time.
const N_AT_ONCE: usize = 3;
/// The marks: no sign of the program's own screens is one.
const MARKS: std::ops::RangeInclusive<char> = '\u{3400}'..='\u{4dbf}';

/// Random numbers that can be thrown again (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let number = usize::try_from((it ^ (it >> 31)) >> 1).unwrap();
        number % n
    }
}

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// SIGKILL at any moment.
    Kill,
    /// SIGKILL while it is stopped.
    KillStopped,
    /// A stop it foresees, going on, and SIGKILL.
    StopAndKill,
    Signal(Signal, u32),
    /// The terminal is closed.
    Close,
    /// The thread that draws fails.
    FailScreen,
    /// The thread that reads the keys fails.
    FailKeys,
}

/// What comes between the kills.
const OTHERS: [End; 8] = [
    End::Signal(Signal::HUP, 129),
    End::Signal(Signal::TERM, 143),
    End::Signal(Signal::INT, 130),
    End::Signal(Signal::QUIT, 131),
    End::Close,
    End::FailScreen,
    End::FailKeys,
    End::StopAndKill,
];

#[test]
fn no_character_that_was_on_the_screen_is_missing_however_it_ended() {
    let number = |name: &str| std::env::var(name).ok().and_then(|it| it.parse().ok());
    let n_kills = number("POUXI_KILLS").unwrap_or(200);
    let seed = number("POUXI_SEED").unwrap_or(1);
    let n_done = AtomicUsize::new(0);
    let next_script = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..N_AT_ONCE {
            scope.spawn(|| {
                while n_done.load(Ordering::SeqCst) < n_kills {
                    let script = next_script.fetch_add(1, Ordering::SeqCst);
                    let dice = Dice((seed as u64) << 32 | script as u64);
                    n_done.fetch_add(play(script, dice), Ordering::SeqCst);
                }
            });
        }
    });
    assert!(n_done.load(Ordering::SeqCst) >= n_kills);
}

/// Plays one script, with a few ends of another kind among the kills. Returns how often the program was killed.
fn play(script: usize, mut dice: Dice) -> usize {
    let home = tempfile::tempdir().unwrap();
    create(home.path(), report());
    let mut marks = MARKS;
    let mut n_kills = 0;
    for part in 0..N_PARTS {
        let end = match part {
            2 => End::KillStopped,
            4 => OTHERS[script % OTHERS.len()],
            7 => OTHERS[(script / 2 + 3) % OTHERS.len()],
            _ => End::Kill,
        };
        n_kills += usize::from(matches!(
            end,
            End::Kill | End::KillStopped | End::StopAndKill
        ));
        let context = format!("script {script}, part {part}, {end:?}");
        play_part(home.path(), &mut dice, &mut marks, end, &context);
    }
    n_kills
}

fn play_part(
    home: &Path,
    dice: &mut Dice,
    marks: &mut std::ops::RangeInclusive<char>,
    end: End,
    context: &str,
) {
    let mut window = reopen(home, dice, end);
    let before = stored(home);
    let mut n_left = N_KEYS / N_PARTS;
    while n_left > 0 && !window.terminal.has_ended() {
        let n = n_left.min(1 + dice.throw(40));
        n_left -= n;
        let keys: String = (0..n).map(|_| key(dice, marks)).collect();
        // Where the program has given the terminal back, Ctrl+Z is the kernel's, which throws away what is on its way.
        let keys = match end {
            End::Kill | End::KillStopped => keys,
            _ => keys.replace(UNDO, ""),
        };
        window.send(&keys);
        // Now and then the program catches up; a failure may come at any of its steps.
        if dice.throw(4) == 0 && !matches!(end, End::FailScreen | End::FailKeys) {
            window.wait("an answer", |_| true);
        }
    }
    if dice.throw(2) == 0 {
        // Not a wait: the moment itself is thrown.
        thread::sleep(Duration::from_micros(dice.throw(20_000) as u64));
    }
    finish(&mut window, end, context);
    check_kept(home, &window.terminal.bytes(), context);
    let after = stored(home);
    assert!(after.seq >= before.seq, "{context}");
    match end {
        End::Signal(..) | End::Close | End::FailKeys => {
            assert!(!after.has_unsaved_changes(), "{context}");
        }
        End::Kill | End::KillStopped | End::StopAndKill | End::FailScreen => {}
    }
}

/// Opens the last draft, through the recovery screen where there is one.
fn reopen(home: &Path, dice: &mut Dice, end: End) -> Window {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
    command.args(["--lang", "zh", "resume", "last", "--home"]);
    command.arg(home);
    let steps = 4 + dice.throw(60);
    match end {
        End::FailScreen => command.env("POUXI_FAILS", format!("screen {steps}")),
        End::FailKeys => command.env("POUXI_FAILS", format!("keys {}", 2 + steps / 12)),
        _ => {}
    }
    command.cwd(home);
    let mut window = Window {
        terminal: Terminal::start(command, 80, 24),
    };
    window.wait("the first frame", |_| true);
    if window.terminal.contains("用找回的") {
        window.press(ENTER);
    }
    window
}

/// Returns the next key of a script, or a paste.
fn key(dice: &mut Dice, marks: &mut std::ops::RangeInclusive<char>) -> String {
    let mut mark = || marks.next().expect("there are more marks than keys");
    match dice.throw(100) {
        0..=77 => mark().to_string(),
        78..=79 => {
            let n = 2 + dice.throw(12);
            let words: String = (0..n).map(|_| mark()).collect();
            // Lines come by pastes only: where an arrow arrives in two pieces, which opens the menu, nothing may choose.
            let line_end = if n > 8 { "\r" } else { "" };
            format!("\x1b[200~{words}{line_end}\x1b[201~")
        }
        other => match other {
            80..=83 => BACKSPACE,
            84 => DELETE,
            85..=86 => LEFT,
            87 => RIGHT,
            88 => HOME,
            89 => END,
            90..=94 => TAB,
            95..=96 => BACK_TAB,
            97..=98 => UNDO,
            _ => REDO,
        }
        .to_owned(),
    }
}

fn finish(window: &mut Window, end: End, context: &str) {
    let code = match end {
        End::Kill => {
            window.terminal.kill();
            window.wait_exit();
            return;
        }
        End::KillStopped => {
            window.terminal.signal(Signal::STOP);
            window.terminal.wait_stopped();
            window.terminal.kill();
            window.wait_exit();
            return;
        }
        End::StopAndKill => {
            window.terminal.signal(Signal::TSTP);
            window.terminal.wait_stopped();
            window.terminal.wait_for_answer(
                |screen, _| !screen.alternate_screen() && !screen.hide_cursor(),
                "the terminal to be given back",
            );
            check_given_back(window, context);
            window.terminal.signal(Signal::CONT);
            window.wait("the terminal taken again", vt100::Screen::alternate_screen);
            window.terminal.kill();
            window.wait_exit();
            return;
        }
        End::Close => {
            window.terminal.close();
            assert_eq!(window.wait_exit().exit_code(), 129, "{context}");
            return;
        }
        End::Signal(signal, code) => {
            window.terminal.signal(signal);
            code
        }
        End::FailScreen | End::FailKeys => {
            // A key each time around, until it fails.
            while !window.terminal.has_ended() {
                window.send(LEFT);
                thread::sleep(Duration::from_millis(1));
            }
            101
        }
    };
    assert_eq!(window.wait_exit().exit_code(), code, "{context}");
    check_given_back(window, context);
}

/// Checks that the terminal is as the program found it: the emulator's state, and the kernel's.
#[track_caller]
fn check_given_back(window: &Window, context: &str) {
    window.terminal.look(|screen| {
        assert!(!screen.alternate_screen(), "{context}");
        assert!(!screen.hide_cursor(), "{context}");
        assert!(!screen.bracketed_paste(), "{context}");
        let mouse = screen.mouse_protocol_mode();
        assert_eq!(mouse, vt100::MouseProtocolMode::None, "{context}");
        assert!(!screen.application_cursor(), "{context}");
    });
    // vt100 does not know the mode of wrapping.
    let bytes = window.terminal.bytes();
    let last = |wanted: &[u8]| bytes.windows(wanted.len()).rposition(|it| it == wanted);
    assert!(last(b"\x1b[?7l") < last(b"\x1b[?7h"), "{context}");
    let (before, now) = window.terminal.line_settings();
    assert_eq!(now, before, "{context}");
}

/// Checks that every mark that was ever on the screen is in the history of the draft, and that the files give all of
/// it, also without the snapshot.
#[track_caller]
fn check_kept(home: &Path, seen: &[u8], context: &str) {
    let recovered = stored(home);
    let is_torn = |it: &(PathBuf, Stop)| matches!(it.1, Stop::Torn { .. });
    assert!(recovered.damaged_journals.iter().all(is_torn), "{context}");
    assert_eq!(recovered.damaged_snapshot, None, "{context}");
    let folder = fs::read_dir(home.join("drafts")).unwrap().next().unwrap();
    let folder = folder.unwrap().path();
    let copy = tempfile::tempdir().unwrap();
    let mut kept = BTreeSet::new();
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.starts_with("journal-") {
            fs::copy(&path, copy.path().join(name)).unwrap();
            kept.extend(marks_in(&fs::read(&path).unwrap()));
        }
    }
    let lost: String = marks_in(&drawn(seen)).difference(&kept).collect();
    assert!(lost.is_empty(), "{context}: {lost}");
    // The journals alone lead to the same draft: what they hold can be had.
    let replayed: Recovered = recover(copy.path()).unwrap();
    assert_eq!(replayed.seq, recovered.seq, "{context}");
    assert!(replayed.draft.same_content(&recovered.draft), "{context}");
}

/// Returns what the program drew: what the kernel echoes while the program does not have the terminal is not its own.
fn drawn(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let taken = text.split("\x1b[?1049h").skip(1);
    let drawn = taken.map(|it| it.split("\x1b[?1049l").next().unwrap_or_default());
    drawn.collect::<String>().into_bytes()
}

fn marks_in(bytes: &[u8]) -> BTreeSet<char> {
    let text = String::from_utf8_lossy(bytes);
    text.chars().filter(|it| MARKS.contains(it)).collect()
}

fn report() -> Outline {
    Outline {
        template: "self-review-zh".to_owned(),
        title: "报告".to_owned(),
        sections: vec![
            section(Role::Opening, "", ""),
            section(Role::Dimensions, "问题", ""),
            section(Role::Causes, "原因", ""),
            section(Role::Measures, "措施", ""),
            section(Role::Closing, "", ""),
        ],
        dimensions: vec![
            dimension("甲", vec![problem("", &[])]),
            dimension("乙", Vec::new()),
        ],
        ..Outline::default()
    }
}

/// With every mode the program can set, and from every screen that is not the writing one.
#[test]
fn the_terminal_is_given_back_with_the_mouse_on_and_from_any_screen() {
    let ends = OTHERS.iter().filter(|it| **it != End::Close);
    for (n, end) in ends.enumerate() {
        let home = tempfile::tempdir().unwrap();
        create(home.path(), report());
        let mut window = reopen(home.path(), &mut Dice(n as u64), End::Kill);
        if matches!(end, End::FailScreen | End::FailKeys) {
            // The way to the mouse takes more steps than a thrown fuse leaves.
            window.terminal.kill();
            window.wait_exit();
            let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
            command.args(["--lang", "zh", "resume", "last", "--home"]);
            command.arg(home.path());
            let fuse = if *end == End::FailKeys {
                "keys 30"
            } else {
                "screen 60"
            };
            command.env("POUXI_FAILS", fuse);
            command.cwd(home.path());
            window.terminal = Terminal::start(command, 80, 24);
            window.wait("the first frame", |_| true);
        }
        window.menu(&["设置", "鼠标"]);
        let mouse = |screen: &vt100::Screen| screen.mouse_protocol_mode();
        assert_ne!(window.terminal.look(mouse), vt100::MouseProtocolMode::None);
        if n % 2 == 0 {
            window.press(ESCAPE);
        }
        finish(&mut window, *end, &format!("{end:?}"));
    }
}
