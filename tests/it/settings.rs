//! The settings file as a writer meets it: kept over a restart, changed by hand, broken, linked, of a newer program.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests write, damage and look at the settings file"
)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use portable_pty::CommandBuilder;
use pouxi::locale::Lang;
use pouxi::settings::{
    CHOICES, FILE, KEYS, Kept, LIMIT, NotKept, Setting, Settings, fresh, keep, load,
};
use pouxi::typeset::{Ambiguous, Counting};

use crate::harness::Bench;
use crate::terminal::Terminal;
use crate::window::Window;

const DOCUMENT: &str = include_str!("../../docs/settings.md");

/// Starts the full screen with no word on the language but what the folder says.
fn open(home: &Path) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
    command.arg("--home");
    command.arg(home);
    command.cwd(home);
    command.env("LANG", "zh_CN.UTF-8");
    Terminal::start(command, 80, 24)
}

#[test]
fn what_is_set_on_the_screen_is_there_at_the_next_start() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Window::open(home.path(), 80, 24);
    first.choose("语言");
    first.terminal.wait_text("Language / 语言: English");
    first.terminal.kill();
    first.wait_exit();
    let path = home.path().join(FILE);
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o7777,
        0o600
    );
    assert!(
        fs::read_to_string(&path)
            .unwrap()
            .contains("language = \"en\"")
    );
    let second = open(home.path());
    second.wait_text("Language / 语言: English");
}

#[test]
fn the_guide_comes_once_and_one_key_skips_it() {
    let home = tempfile::tempdir().unwrap();
    let open = || {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
        command.arg("--home");
        command.arg(home.path());
        command.env("LANG", "zh_CN.UTF-8");
        command.env("POUXI_NO_GUIDE", "");
        Terminal::start(command, 80, 24)
    };
    let mut first = open();
    first.wait_text("入门说明 1/3");
    first.send("\u{1b}");
    first.wait_text("新写一份");
    first.kill();
    let _killed = first.wait_exit();
    let text = fs::read_to_string(home.path().join(FILE)).unwrap();
    assert!(text.contains("guide = false"), "{text}");
    let second = open();
    second.wait_text("新写一份");
    assert!(!second.text().contains("入门说明 1/3"));
}

#[test]
fn nearer_words_win_over_the_file() {
    let help = |bench: &Bench, words: &[&str]| {
        let out = bench.run(words).done();
        if out.contains("用法") {
            Lang::Zh
        } else {
            Lang::En
        }
    };
    let bench = Bench::new();
    fs::create_dir(bench.home()).unwrap();
    fs::write(bench.home().join(FILE), "language = \"en\"").unwrap();
    assert_eq!(help(&bench, &["--help"]), Lang::En);
    assert_eq!(help(&bench, &["--lang", "zh", "--help"]), Lang::Zh);
    let elsewhere = bench.work().display().to_string();
    assert_eq!(help(&bench, &["--home", &elsewhere, "--help"]), Lang::Zh);
    let bench = bench.with("POUXI_LANG", "zh");
    assert_eq!(help(&bench, &["--help"]), Lang::Zh);
    let bench = bench.with("POUXI_LANG", "klingon");
    assert_eq!(help(&bench, &["--help"]), Lang::En);
    let auto = Bench::new();
    fs::create_dir(auto.home()).unwrap();
    fs::write(auto.home().join(FILE), "language = \"auto\"").unwrap();
    assert_eq!(help(&auto, &["--help"]), Lang::Zh);
}

#[test]
fn a_broken_file_stops_no_command_and_is_left_as_it_is() {
    let bench = Bench::new();
    fs::create_dir(bench.home()).unwrap();
    let path = bench.home().join(FILE);
    for (text, said) in [
        (&b"langauge = \"en\""[..], "大概是 language"),
        (b"mouse = \"yes\"", "只能写成：false, true"),
        (b"mouse = ", "第1行第"),
        (b"\xff\xfe", "UTF-8"),
        (&b"# x\n".repeat(20_000), "文件太大"),
    ] {
        fs::write(&path, text).unwrap();
        let run = bench.run(["path"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(run.err.contains(said), "{said}: {}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        assert!(run.err.contains("settings.toml"), "{}", run.err);
        assert_eq!(fs::read(&path).unwrap(), text);
    }
    // A newer format is no mistake.
    fs::write(&path, "format = 7\nlater = 1\nlanguage = \"en\"").unwrap();
    assert!(bench.run(["--help"]).done().contains("Usage"));
    let _home = bench.run(["path"]).done();
}

#[test]
fn a_broken_file_is_told_on_the_screen() {
    let home = tempfile::tempdir().unwrap();
    fs::write(
        home.path().join(FILE),
        "mouze = true\ncounting = \"as_word\"\n",
    )
    .unwrap();
    let window = open(home.path());
    window.wait_text("大概是 mouse");
    assert!(window.contains("新写一份"));
}

#[test]
fn a_mouse_that_is_set_is_on_from_the_start() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join(FILE), "mouse = true\n").unwrap();
    let window = open(home.path());
    window.wait_text("新写一份");
    let mode = window.look(vt100::Screen::mouse_protocol_mode);
    assert_eq!(mode, vt100::MouseProtocolMode::ButtonMotion);
}

#[test]
fn one_setting_changes_and_the_rest_of_the_file_stays() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join(FILE);
    let text = "# 我的\nmouse = true # 要\n\nunknown = [1,\n  2]\nlanguage = 'en'\n";
    fs::write(&path, text).unwrap();
    let kept = keep(home.path(), Setting::Language(Some(Lang::Zh))).unwrap();
    assert_eq!(kept, Kept::Written);
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        text.replace("'en'", "\"zh\"")
    );
    // Made where there is none, folder and all.
    let fresh_home = home.path().join("a").join("b");
    keep(&fresh_home, Setting::Counting(Counting::AsWord)).unwrap();
    let settings = Settings {
        counting: Counting::AsWord,
        ..Settings::default()
    };
    assert_eq!(
        fs::read_to_string(fresh_home.join(FILE)).unwrap(),
        fresh(settings)
    );
}

#[test]
fn what_cannot_be_written_is_left_alone_and_what_is_no_toml_is_kept_aside() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join(FILE);
    let setting = Setting::Width(Ambiguous::Wide);

    fs::write(&path, "format = 2\nambiguous_width = 1\n").unwrap();
    let refused = keep(home.path(), setting).unwrap_err();
    assert!(
        matches!(refused, NotKept::Newer(_, 2)),
        "{}",
        refused.say(Lang::Zh)
    );
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "format = 2\nambiguous_width = 1\n"
    );

    fs::write(&path, "mouse = true\ncounting = \n").unwrap();
    let Ok(Kept::Aside(aside)) = keep(home.path(), setting) else {
        panic!("it is no TOML");
    };
    assert_eq!(aside, home.path().join("settings.toml.damaged-1"));
    assert_eq!(
        fs::read_to_string(&aside).unwrap(),
        "mouse = true\ncounting = \n"
    );
    let settings = Settings {
        mouse: true,
        ambiguous: Ambiguous::Wide,
        ..Settings::default()
    };
    assert_eq!(load(home.path()).settings, settings);

    fs::write(&path, b"mouse = true\n\xff\nambiguous_width = 2").unwrap();
    assert_eq!(
        load(home.path()).settings,
        Settings {
            mouse: true,
            ..Settings::default()
        }
    );
    assert!(matches!(keep(home.path(), setting), Ok(Kept::Aside(_))));
    assert_eq!(load(home.path()).settings, settings);

    // A link is neither read nor replaced.
    let elsewhere = home.path().join("elsewhere");
    fs::rename(&path, &elsewhere).unwrap();
    symlink(&elsewhere, &path).unwrap();
    assert_eq!(load(home.path()).settings, Settings::default());
    assert!(
        load(home.path())
            .trouble
            .unwrap()
            .say(Lang::Zh)
            .contains("链接")
    );
    assert!(
        keep(home.path(), setting)
            .unwrap_err()
            .say(Lang::En)
            .contains("link")
    );
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());

    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(load(home.path()).trouble.is_some());
    assert!(keep(home.path(), setting).is_err());

    fs::remove_dir(&path).unwrap();
    let too_long = vec![b'\n'; usize::try_from(LIMIT).unwrap() + 1];
    fs::write(&path, &too_long).unwrap();
    assert!(keep(home.path(), setting).is_err());
    assert_eq!(fs::read(&path).unwrap(), too_long);
    fs::write(&path, &too_long[1..]).unwrap();
    assert!(load(home.path()).trouble.is_none());
}

#[test]
fn the_document_tells_every_setting_and_shows_the_fresh_file() {
    for key in KEYS {
        let of_key = CHOICES.iter().filter(|it| it.key == *key);
        let may_be: Vec<String> = of_key.map(|it| format!("`{}`", it.written)).collect();
        let row = format!("| `{key}` | {} |", may_be.join(", "));
        assert!(
            DOCUMENT.contains(&row),
            "docs/settings.md lacks the row {row}"
        );
    }
    let shown = DOCUMENT
        .split("```toml\n")
        .nth(1)
        .and_then(|it| it.split("```").next());
    assert_eq!(shown, Some(fresh(Settings::default()).as_str()));
}
