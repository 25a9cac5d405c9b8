//! No language mixed into the other in what is really printed: help, manual pages and complaints of every command.
//! `chrome` reads the sources; here it is seen what `clap` and `roff` make of them.

#![expect(
    clippy::disallowed_methods,
    reason = "these tests read the manual pages that were written"
)]

use std::fs;

use crate::chrome::{KNOWN_IN_CHINESE, is_chinese, latin};
use crate::harness::Bench;

/// What is typed as it stands, in any language: values, names of files and of programs.
const TYPED: &str = "last auto always never zh en md txt docx html json xlsx csv ledger error warn info \
    bash zsh fish powershell nushell osc52 native official ordinary words man1 repaired exports gb18030 gbk utf \
    shell LANG PROFILE LIST fpath use follow-ups problems causes measures";

/// Where English words are about Chinese ones.
const ABOUT_CHINESE: [&str; 3] = ["（一）", "(一)", "语言"];

/// Every command, by the words that name it: the pages there are.
fn commands(bench: &Bench) -> Vec<Vec<String>> {
    let _said = bench.run(["man", "--out", "pages"]).done();
    let mut names = Vec::new();
    for entry in fs::read_dir(bench.work().join("pages/man1")).expect("it was written") {
        let name = entry.expect("it is ours").file_name();
        let name = name.to_string_lossy().replace("pouxi-", "");
        names.push(name.replace(".1", "").replace("pouxi", ""));
    }
    names.sort();
    let parents: Vec<String> = (names.iter().filter(|it| !it.contains('-')))
        .map(|it| format!("{it}-"))
        .collect();
    let commands = names.iter().map(|name| {
        let parent = parents
            .iter()
            .find(|it| it.len() > 1 && name.starts_with(*it));
        match parent {
            Some(parent) => vec![
                parent.trim_end_matches('-').to_owned(),
                name.replacen(parent, "", 1),
            ],
            None => (!name.is_empty())
                .then(|| name.clone())
                .into_iter()
                .collect(),
        }
    });
    let commands: Vec<Vec<String>> = commands.collect();
    assert!(commands.len() > 30, "{commands:?}");
    assert!(commands.contains(&vec!["template".to_owned(), "from-notice".to_owned()]));
    commands
}

/// Returns what of a line is in the other language.
fn strays(lang: &str, line: &str, typed: &[String]) -> Vec<String> {
    if lang == "en" {
        let about = ABOUT_CHINESE.iter();
        let rest = about.fold(line.to_owned(), |line, it| line.replace(it, ""));
        let signs = rest.chars().filter(|it| is_chinese(*it));
        return signs.map(String::from).collect();
    }
    let is_known =
        |word: &&str| KNOWN_IN_CHINESE.contains(word) || typed.iter().any(|it| it == word);
    let words = latin(line).filter(|it| !is_known(it));
    words.map(str::to_owned).collect()
}

#[track_caller]
fn check(lang: &str, of: &str, text: &str, typed: &[String]) {
    for line in text.lines() {
        let found = strays(lang, line, typed);
        assert!(found.is_empty(), "{lang} {of}: {found:?} in {line}");
    }
}

fn typed(commands: &[Vec<String>]) -> Vec<String> {
    let names = commands.iter().flatten().cloned();
    names
        .chain(TYPED.split_whitespace().map(str::to_owned))
        .collect()
}

#[test]
fn help_is_in_one_language_and_has_examples() {
    let bench = Bench::new();
    let commands = commands(&bench);
    let typed = typed(&commands);
    for command in &commands {
        for (lang, examples) in [("zh", "例子"), ("en", "Examples")] {
            let words = command.iter().map(String::as_str);
            let said = bench.run(words.chain(["--help", "--lang", lang])).done();
            check(lang, &command.join(" "), &said, &typed);
            let (_, behind) = said.split_once(examples).expect("there are examples");
            assert!(behind.contains("  pouxi"), "{command:?} {said}");
        }
    }
}

#[test]
fn manual_pages_are_in_one_language() {
    let bench = Bench::new();
    let typed = typed(&commands(&bench));
    for (lang, folder) in [("zh", "pages/zh_CN/man1"), ("en", "pages/man1")] {
        let mut n_pages = 0;
        for entry in fs::read_dir(bench.work().join(folder)).expect("it was written") {
            let path = entry.expect("it is ours").path();
            let page = fs::read_to_string(&path).expect("it was written");
            // What is a request to roff is not read by people, and its escapes are letters too.
            let lines = page.lines().filter(|it| !it.starts_with(['.', '\'']));
            for line in lines {
                let line = ["\\fB", "\\fR", "\\fI", "\\fP", "\\&"]
                    .iter()
                    .fold(line.to_owned(), |line, it| line.replace(it, ""));
                check(
                    lang,
                    &path.display().to_string(),
                    &line.replace("\\-", "-"),
                    &typed,
                );
            }
            n_pages += 1;
        }
        assert!(n_pages > 30, "{folder}");
    }
}

#[test]
fn complaints_are_in_one_language() {
    let bench = Bench::new();
    let commands = commands(&bench);
    let typed = typed(&commands);
    let wrong: [&[&str]; 5] = [
        &[],
        &["--nonsense"],
        &["1", "2", "3", "4", "5"],
        &["--lang"],
        &["--format", "7"],
    ];
    let mut n_complaints = 0;
    for command in commands.iter().filter(|it| !it.is_empty()) {
        for wrong in wrong {
            for lang in ["zh", "en"] {
                let words = command.iter().map(String::as_str);
                let words = words.chain(wrong.iter().copied());
                let run = bench.run(["--lang", lang, "--no-input"].into_iter().chain(words));
                if run.code != Some(0) {
                    n_complaints += 1;
                    check(lang, &format!("{command:?} {wrong:?}"), &run.err, &typed);
                }
            }
        }
    }
    assert!(n_complaints > 200, "{n_complaints}");
}
