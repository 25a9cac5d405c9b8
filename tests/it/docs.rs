//! What the documents say is so: keys, links, layers.

#![expect(
    clippy::disallowed_methods,
    reason = "this test reads the documents and looks for what they name"
)]

use std::fs;
use std::path::{Path, PathBuf};

use pouxi::locale::Lang;
use pouxi::sitting::keymap::{BINDINGS, Binding, table};

const README: &str = include_str!("../../README.md");
const ARCHITECTURE: &str = include_str!("../../ARCHITECTURE.md");
const LIB: &str = include_str!("../../src/lib.rs");

/// Layers of ARCHITECTURE.md that are not modules of the library, and modules that are not layers there.
const EXCEPTIONS: &[&str] = &[];

#[test]
fn the_readme_names_every_key() {
    let said = |it: Option<&Binding>| {
        it.map_or(String::new(), |it| {
            format!("{} / {}", it.words(Lang::Zh), it.words(Lang::En))
        })
    };
    let row =
        |key: &str, in_text: &str, on_lists: &str| format!("| {key} | {in_text} | {on_lists} |");
    let keys = table(BINDINGS).into_iter();
    let expected: Vec<String> = keys
        .map(|it| row(it.key, &said(it.in_text), &said(it.on_lists)))
        .collect();
    let rows = README
        .lines()
        .skip_while(|it| !it.starts_with("| 键 / key |"))
        .skip(2);
    let found: Vec<&str> = rows.take_while(|it| it.starts_with('|')).collect();
    assert_eq!(
        found,
        expected,
        "the table of keys in README.md should be:\n\n{}\n",
        expected.join("\n")
    );
}

#[test]
fn every_file_that_a_document_links_to_is_there() {
    let mut n_links = 0;
    for document in documents() {
        let text = fs::read_to_string(&document).expect("a document can be read");
        let folder = document.parent().expect("a document lies in a folder");
        for link in links(&text) {
            n_links += 1;
            assert!(folder.join(link).exists(), "{}: {link}", document.display());
        }
    }
    assert!(n_links >= 6, "the links were not found: {n_links}");
}

/// Between backticks stand names of files too, from the root: `tests/it/layers.rs`.
#[test]
fn every_file_that_a_document_names_is_there() {
    for document in documents() {
        let text = fs::read_to_string(&document).expect("a document can be read");
        let names = text.split('`').skip(1).step_by(2);
        let is_file = |it: &&str| {
            let folders = ["src/", "tests/", "docs/", "benches/"];
            folders.iter().any(|folder| it.starts_with(folder))
                && !it.contains([' ', '*', '<', 'N'])
        };
        for name in names.filter(is_file) {
            assert!(root().join(name).exists(), "{}: {name}", document.display());
        }
    }
}

#[test]
fn links_are_read_as_readers_follow_them() {
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(links(text).collect::<Vec<_>>(), expected, "{text}");
    };
    check(
        "see [a](docs/a.md) and [b](b.md#part).",
        &["docs/a.md", "b.md"],
    );
    check("![picture](x.svg)", &["x.svg"]);
    check(
        "[site](https://a.cn) [part](#part) [item](draft::Edit) [`X`]",
        &[],
    );
    check("nothing (here.md) [nor](here", &[]);
}

#[test]
fn the_map_has_every_module_once() {
    let modules = LIB
        .lines()
        .filter_map(|it| it.strip_prefix("pub mod ")?.strip_suffix(';'));
    let mut modules: Vec<&str> = modules.filter(|it| !EXCEPTIONS.contains(it)).collect();
    let map = ARCHITECTURE
        .split("```")
        .nth(1)
        .expect("the map stands in a block");
    let layers = map.lines().skip(1).filter_map(|it| it.split(' ').next());
    let mut layers: Vec<&str> = layers
        .filter(|it| !it.is_empty() && !EXCEPTIONS.contains(it))
        .collect();
    modules.sort_unstable();
    layers.sort_unstable();
    assert_eq!(layers, modules, "ARCHITECTURE.md and src/lib.rs");
}

#[test]
fn the_map_fits_on_a_few_screens() {
    let n_lines = ARCHITECTURE.lines().count();
    assert!(n_lines <= 120, "{n_lines} lines in ARCHITECTURE.md");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// README, ARCHITECTURE and what stands in `docs/`.
fn documents() -> Vec<PathBuf> {
    let mut documents = vec![root().join("README.md"), root().join("ARCHITECTURE.md")];
    for entry in fs::read_dir(root().join("docs")).expect("docs can be read") {
        let path = entry.expect("docs can be read").path();
        if path.extension().is_some_and(|it| it == "md") {
            documents.push(path);
        }
    }
    documents
}

/// Returns the files that a document links to: targets of `[…](…)` that are neither addresses, parts of the page,
/// nor items of the crate.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|it| {
        let target = it.split_once(')')?.0;
        let file = target.split('#').next().unwrap_or_default();
        let is_file = !file.is_empty() && !file.contains("://") && !file.contains("::");
        is_file.then_some(file)
    })
}

#[test]
fn the_commands_of_the_line_mode_are_in_their_document() {
    let page = include_str!("../../docs/line-mode.md");
    for (n, it) in pouxi::plain::commands::COMMANDS.iter().enumerate() {
        let words = |words: &[&str], colon: &str| -> String {
            let words: Vec<String> = words.iter().map(|it| format!("`{colon}{it}`")).collect();
            words.join(" ")
        };
        let does = |lang| (it.does)(lang);
        let line = format!(
            "| {} | {} | {} | {} / {} |\n",
            n + 1,
            words(it.zh, "："),
            words(it.en, ":"),
            does(pouxi::locale::Lang::Zh),
            does(pouxi::locale::Lang::En),
        );
        assert!(page.contains(&line), "docs/line-mode.md lacks {line}");
    }
    let n_lines = page.lines().filter(|it| it.starts_with("| ")).count();
    assert_eq!(n_lines, pouxi::plain::commands::COMMANDS.len() + 1);
}

#[test]
fn both_guides_tell_who_can_see_what_is_written() {
    for (guide, words) in [
        (
            "docs/guide.zh.md",
            [
                "堡垒机",
                "录屏",
                "同步盘",
                "`--home`",
                "history forget",
                "涉密",
            ],
        ),
        (
            "docs/guide.en.md",
            [
                "bastion host",
                "screen recorder",
                "synced folder",
                "`--home`",
                "history forget",
                "Classified",
            ],
        ),
    ] {
        let text = fs::read_to_string(root().join(guide)).expect("the guide is there");
        let heading = text
            .lines()
            .rfind(|it| it.starts_with("## "))
            .expect("it has parts");
        let (_, note) = text.split_once(heading).expect("it is in it");
        for word in words {
            assert!(note.contains(word), "{guide}: {word}");
        }
    }
}
