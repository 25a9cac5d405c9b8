//! Completion scripts and manual pages: they name everything there is, in the language asked for.

#![expect(
    clippy::disallowed_methods,
    reason = "this test reads the pages that were written"
)]

use std::fs;

use pouxi::cli::help::COMMANDS;

use crate::harness::Bench;

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "nushell"];

#[test]
fn every_shell_completes_every_command() {
    let bench = Bench::new();
    for shell in SHELLS {
        let script = bench.run(["completions", shell]).done();
        for help in COMMANDS {
            let last = help.name.split(' ').next_back().expect("split gives one");
            assert!(script.contains(last), "{shell}: {}", help.name);
        }
        for option in [
            "--home",
            "--template",
            "--half-width-parentheses",
            "--fail-on",
        ] {
            let name = option.trim_start_matches('-');
            assert!(script.contains(name), "{shell}: {option}");
        }
    }
}

#[test]
fn scripts_speak_the_language_of_the_interface() {
    let bench = Bench::new();
    // The others have no room for words.
    for shell in ["zsh", "fish", "powershell", "nushell"] {
        let zh = bench.run(["completions", shell, "--lang", "zh"]).done();
        let en = bench.run(["completions", shell, "--lang", "en"]).done();
        assert!(
            zh.contains("新写一份") && !zh.contains("Begin a new"),
            "{shell}"
        );
        assert!(
            en.contains("Begin a new") && !en.contains("新写一份"),
            "{shell}"
        );
    }
}

#[test]
fn a_shell_that_is_not_known_is_told() {
    let bench = Bench::new();
    let said = bench.run(["completions", "tcsh", "--lang", "en"]).failed(2);
    assert!(
        said.contains("bash, zsh, fish, powershell, nushell"),
        "{said}"
    );
}

#[test]
fn every_command_has_its_page_in_both_languages() {
    let bench = Bench::new();
    let folder = bench.home().join("pages");
    let path = folder.display().to_string();
    let said = bench.run(["man", "--out", &path]).done();
    assert_eq!(said.lines().count(), 2, "{said}");
    for (lang, name, usage) in [("man1", "NAME", "SYNOPSIS"), ("zh_CN/man1", "名称", "用法")] {
        let folder = folder.join(lang);
        let n_pages = fs::read_dir(&folder).expect("it was made").count();
        assert_eq!(n_pages, COMMANDS.len(), "{lang}");
        for help in COMMANDS {
            let title = format!("pouxi {}", help.name).trim().replace(' ', "-");
            let page = fs::read_to_string(folder.join(format!("{title}.1")));
            let page = page.expect("every command has a page");
            for heading in [name, usage] {
                assert!(page.contains(&format!(".SH {heading}")), "{page}");
            }
            for (line, _) in help.examples {
                assert!(page.contains(&line.replace('-', "\\-")), "{title}: {line}");
            }
            assert_eq!(lang == "man1", !page.contains("例子"), "{title}");
        }
    }
    // Written anew, not refused: pages of an older version are to be replaced.
    let _again = bench.run(["man", "--out", &path]).done();
}

#[test]
fn the_main_page_comes_out() {
    let bench = Bench::new();
    let zh = bench.run(["man", "--lang", "zh"]).done();
    assert!(
        zh.contains("一问一答") && zh.contains(".TH pouxi 1"),
        "{zh}"
    );
    let en = bench.run(["man", "--lang", "en"]).done();
    assert!(en.contains("pouxi\\-template(1)"), "{en}");
}
