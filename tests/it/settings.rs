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
    CHOICES, FILE, KEYS, Kept, Key, LIMIT, NotKept, REBINDABLE, Setting, Settings, fresh, keep,
    keep_keys, load,
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
fn a_key_given_on_the_screen_works_at_once_in_both_faces_and_at_the_next_start() {
    let home = tempfile::tempdir().unwrap();
    let text = "# 我的\nmouse = false # 不要\n\n# 按键\n[keys]\n# undo = \"Ctrl+Z\"\n# 尾\n";
    fs::write(home.path().join(FILE), text).unwrap();
    let mut first = Window::open(home.path(), 80, 24);
    first.choose("新写一份");
    for wait in ["写哪种", "哪一年", "单位、职务"] {
        first.terminal.wait_text(wait);
        first.terminal.send("\r");
    }
    first.terminal.wait_text("自动保存");
    first.terminal.send("\u{1b}");
    first.choose("设置：");
    first.choose("按键：");
    first.choose("撤销：");
    first.terminal.wait_text("按一下新键");
    // Ctrl+R.
    first.terminal.send("\u{12}");
    first.terminal.wait_text("撤销：Ctrl+R");
    let written = text.replace("# undo = \"Ctrl+Z\"", "undo = \"Ctrl+R\"");
    assert_eq!(fs::read_to_string(home.path().join(FILE)).unwrap(), written);
    // The other face knows it, and comes back with it.
    first.press("\u{1b}");
    first.press_all(&["\u{1b}[A"; 2]);
    first.terminal.send("\r");
    first.terminal.wait_text("：帮助");
    first.terminal.send("：设置\r");
    first.terminal.wait_text("给命令换一个键");
    first.terminal.send("：全屏\r");
    first.terminal.wait_text("自动保存");
    first.terminal.send("\u{1b}");
    first.choose("设置：");
    first.choose("按键：");
    first.terminal.wait_text("撤销：Ctrl+R");
    first.terminal.kill();
    first.wait_exit();
    let loaded = load(home.path());
    assert!(loaded.trouble.is_none());
    assert_eq!(loaded.settings.keys.given("undo"), Some(Key::Ctrl('r')));
}

#[test]
fn keys_are_kept_as_settings_are_and_not_over_what_another_window_gave() {
    let at = |name: &str| REBINDABLE.iter().position(|it| it.name == name).unwrap();
    let (undo, find) = (at("undo"), at("find"));
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join(FILE);
    // Made where there is none.
    assert_eq!(
        keep_keys(home.path(), &[(undo, Key::F(5))]).unwrap(),
        Kept::Written
    );
    let mut settings = Settings::default();
    settings.keys.give(undo, Key::F(5));
    assert_eq!(fs::read_to_string(&path).unwrap(), fresh(settings));
    // Two at once, each having had the key of the other: no order of writing is right by itself.
    keep_keys(
        home.path(),
        &[(undo, Key::Ctrl('f')), (find, Key::Ctrl('z'))],
    )
    .unwrap();
    let keys = load(home.path()).settings.keys;
    assert_eq!(
        (keys.key(undo), keys.key(find)),
        (Some(Key::Ctrl('f')), Some(Key::Ctrl('z')))
    );
    // Another window gave the key meanwhile.
    let text = "[keys]\nfind = \"F6\"\n";
    fs::write(&path, text).unwrap();
    let refused = keep_keys(home.path(), &[(undo, Key::F(6))]).unwrap_err();
    assert!(matches!(refused, NotKept::Taken(Key::F(6))), "{refused:?}");
    assert!(refused.say(Lang::Zh).contains("F6"));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    // What is no TOML is kept aside, what is newer is left alone.
    fs::write(&path, "mouse = \n").unwrap();
    assert!(matches!(
        keep_keys(home.path(), &[(undo, Key::F(6))]),
        Ok(Kept::Aside(_))
    ));
    assert_eq!(load(home.path()).settings.keys.key(undo), Some(Key::F(6)));
    fs::write(&path, "format = 2\n").unwrap();
    assert!(matches!(
        keep_keys(home.path(), &[(undo, Key::F(6))]),
        Err(NotKept::Newer(_, 2))
    ));
}

#[test]
fn a_theme_is_seen_at_once_and_kept() {
    let home = tempfile::tempdir().unwrap();
    let mut window = Window::open(home.path(), 80, 24);
    window.choose("新写一份");
    for wait in ["写哪种", "哪一年", "单位、职务"] {
        window.terminal.wait_text(wait);
        window.terminal.send("\r");
    }
    window.terminal.wait_text("自动保存");
    let is_coloured = |window: &Window, n: u8| {
        window.terminal.look(|screen| {
            let mut cells = (0..24).flat_map(|y| (0..80).map(move |x| (y, x)));
            cells.any(|(y, x)| {
                screen
                    .cell(y, x)
                    .is_some_and(|it| it.fgcolor() == vt100::Color::Idx(n))
            })
        })
    };
    // Nothing says what the ground is.
    assert!(!(0..16).any(|it| is_coloured(&window, it)));
    for (number, name) in [(5, "light"), (6, "dark")] {
        window.terminal.send("\u{1b}");
        window.choose("设置：");
        window.choose("配色：");
        window.terminal.wait_text(if name == "light" {
            "浅色底用的（现在）"
        } else {
            "深色底用的（现在）"
        });
        window.terminal.send("\u{1b}");
        window.terminal.wait_text("自动保存");
        assert!(is_coloured(&window, number), "{name}");
        let text = fs::read_to_string(home.path().join(FILE)).unwrap();
        assert!(text.contains(&format!("theme = \"{name}\"")), "{text}");
    }
    window.terminal.kill();
    window.wait_exit();
}

/// `NO_COLOR` and `--color` win over what is set; without them it is what is set that counts.
#[test]
fn colours_go_by_who_is_nearest() {
    let coloured = |text: &str, words: &[&str], variables: &[(&str, &str)]| {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join(FILE), text).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
        command.arg("--home");
        command.arg(home.path());
        command.args(["new", "--template", "mzsh-2025"]);
        command.args(words);
        command.cwd(home.path());
        command.env("LANG", "zh_CN.UTF-8");
        for (name, value) in variables {
            command.env(name, value);
        }
        let mut terminal = Terminal::start(command, 80, 24);
        terminal.wait_text("自动保存");
        let has_colour = terminal.look(|screen| {
            let mut cells = (0..24).flat_map(|y| (0..80).map(move |x| (y, x)));
            cells.any(|(y, x)| {
                screen
                    .cell(y, x)
                    .is_some_and(|it| it.fgcolor() != vt100::Color::Default)
            })
        });
        terminal.kill();
        let _killed = terminal.wait_exit();
        has_colour
    };
    let dark = "theme = \"dark\"";
    assert!(coloured(dark, &[], &[]));
    assert!(!coloured("theme = \"contrast\"", &[], &[]));
    assert!(!coloured(dark, &["--color", "never"], &[]));
    assert!(!coloured(dark, &[], &[("NO_COLOR", "1")]));
    assert!(coloured(dark, &["--color", "always"], &[("NO_COLOR", "1")]));
    let off = "theme = \"dark\"\ncolours = false";
    assert!(!coloured(off, &[], &[]));
    assert!(coloured(off, &[], &[("CLICOLOR_FORCE", "1")]));
    // The ground, from the environment.
    assert!(!coloured("", &[], &[]));
    assert!(!coloured("", &[], &[("COLORFGBG", "15;0")]));
    let konsole = [("COLORFGBG", "15;0"), ("KONSOLE_VERSION", "230804")];
    assert!(coloured("", &[], &konsole));
}

#[test]
fn a_file_is_made_on_request_and_what_is_there_is_left_alone() {
    let bench = Bench::new();
    let path = bench.home().join(FILE);
    let made = bench.run(["settings", "--init"]);
    assert_eq!(
        (made.code, made.out),
        (Some(0), format!("{}\n", path.display()))
    );
    assert!(made.err.contains("写好了"), "{}", made.err);
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        fresh(Settings::default())
    );
    let rights = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(rights & 0o7777, 0o600);
    fs::write(&path, "# 我的\nmouse = true\n").unwrap();
    let again = bench.run(["settings", "--init"]);
    assert_eq!(
        (again.code, again.out),
        (Some(0), format!("{}\n", path.display()))
    );
    assert!(again.err.contains("没有动"), "{}", again.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), "# 我的\nmouse = true\n");
    // What it tells is a settings file that says the same.
    let told = bench.run(["settings"]).done();
    assert_eq!(
        pouxi::settings::read(&told).settings.mouse,
        load(&bench.home()).settings.mouse
    );
    assert!(pouxi::settings::read(&told).errors.is_empty(), "{told}");
    // A link that leads nowhere is there too.
    fs::remove_file(&path).unwrap();
    symlink("nowhere", &path).unwrap();
    let refused = bench.run(["settings", "--init"]);
    assert_eq!(refused.code, Some(4));
    assert!(refused.err.contains("链接"), "{}", refused.err);
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
}

#[test]
fn everything_that_is_wrong_is_told_by_its_line_and_what_to_do() {
    let bench = Bench::new();
    fs::create_dir(bench.home()).unwrap();
    let path = bench.home().join(FILE);
    let text = "mouze = true\ntheme = \"ligth\"\n[keys]\nfind = \"Ctrl+Q\"\nundo = \"F2\"\n";
    fs::write(&path, text).unwrap();
    let run = bench.run(["settings"]);
    assert_eq!(run.code, Some(4));
    let said = run.err;
    for part in [
        "第1行第1列，mouze：没有这项设置，大概是 mouse",
        "第2行第9列，theme：不能这样设，大概是 \"light\"",
        "第4行第8列，find：这个键归终端、浏览器或输入法用；请用 Ctrl+ 加",
        "第5行第8列，undo：这个键已经是 menu 的，先给 menu 换一个键",
        "docs/settings.md",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    let json = bench.run(["settings", "--json"]);
    assert_eq!(json.code, Some(4));
    let account: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let lines: Vec<_> = (account["faults"].as_array().unwrap().iter())
        .map(|it| it["line"].clone())
        .collect();
    assert_eq!(lines, [1, 2, 4, 5]);
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
