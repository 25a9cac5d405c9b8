//! The main places of the program at four sizes in both languages, as text in `docs/screens/`, for who reads and who
//! translates. `docs/screens/make` draws them anew; this fails where they no longer show what the program draws.

#![expect(
    clippy::disallowed_methods,
    reason = "reads the folder of pictures, and writes it when asked to"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use crate::screens::{english, historian, nobody, seed, somebody, writer};
use crate::stage::Stage;

/// A place: its name, what it is called in both languages, who sits down there, and the keys that lead to it.
struct Place {
    name: &'static str,
    zh: (&'static str, fn() -> Stage, &'static str),
    en: (&'static str, fn() -> Stage, &'static str),
}

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (40, 10), (20, 5)];

#[rustfmt::skip] // a place a row
const PLACES: &[Place] = &[
    Place { name: "start", zh: ("开始", somebody, ""), en: ("Start", somebody, "") },
    Place { name: "kinds", zh: ("选材料种类", nobody, "<enter>"), en: ("The kind of report", nobody, "<enter>") },
    Place { name: "opening", zh: ("写开头", writer, ""), en: ("The opening", english, "") },
    Place { name: "problem", zh: ("写问题", writer, "<go:带头强化><tab*2>"), en: ("A problem", english, "<go:Results><tab*2>Two clients had ordered at the old prices by 2 April.") },
    Place { name: "outline", zh: ("目录", writer, "<esc>2"), en: ("Outline", english, "<esc>2") },
    Place { name: "chain", zh: ("问题、原因、措施对照", writer, "<esc>2<pick:问题、原因>"), en: ("Problems, causes, measures", english, "<go:Results>Slow answers<esc>2<pick:Problems>") },
    Place { name: "check", zh: ("检查", seed, "<esc>3"), en: ("Check", seed, "<esc>3") },
    Place { name: "result", zh: ("成文", writer, "<esc>4"), en: ("Finish", english, "<esc>4") },
    Place { name: "versions", zh: ("以前的版本", historian, "<esc>53"), en: ("Earlier versions", historian, "<esc>53") },
    Place { name: "find", zh: ("查找", writer, "<c-f>群众<enter>"), en: ("Find", english, "<c-f>promise<enter>") },
    Place { name: "import", zh: ("从已有文字导入", nobody, "<pick:从已有>seed.txt<enter>"), en: ("Import", nobody, "<pick:Import>seed.txt<enter>") },
    Place { name: "menu", zh: ("菜单", writer, "<esc>"), en: ("Menu", english, "<esc>") },
    Place { name: "settings", zh: ("设置", writer, "<esc>8"), en: ("Settings", english, "<esc>8") },
    Place { name: "keys", zh: ("换按键", writer, "<esc>8<pick:按键：>"), en: ("Keys of commands", english, "<esc>8<pick:Keys: give>") },
    Place { name: "help", zh: ("按键说明", writer, "<f1>"), en: ("Keys", english, "<f1>") },
];

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/screens"))
}

fn page(title: &str, begin: fn() -> Stage, keys: &str, in_english: bool) -> String {
    let mut page = format!("# {title}\n");
    for (columns, rows) in SIZES {
        let mut stage = begin();
        if in_english {
            stage = stage.in_english();
        }
        stage.press(keys).press(&format!("<size:{columns}x{rows}>"));
        let _ = write!(page, "\n## {columns}x{rows}\n\n```text\n");
        for row in stage.screen().lines() {
            page += row.trim_end();
            page.push('\n');
        }
        page += "```\n";
    }
    page
}

/// Every file of the folder but the script, by its name.
fn drawn() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut index = "# Screens\n\nThe main places of the program at 80x24, 120x40, 40x10 and 20x5, made by `docs/screens/make`. `▏` is the cursor.\n\n| 中文 | English |\n|---|---|\n".to_owned();
    for it in PLACES {
        let pages = [("zh", it.zh, false), ("en", it.en, true)];
        for (lang, (title, begin, keys), in_english) in pages {
            files.insert(
                format!("{lang}/{}.md", it.name),
                page(title, begin, keys, in_english),
            );
        }
        let name = it.name;
        let _ = writeln!(
            index,
            "| [{}](zh/{name}.md) | [{}](en/{name}.md) |",
            it.zh.0, it.en.0
        );
    }
    files.insert("README.md".to_owned(), index);
    files
}

fn on_disk() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for lang in ["zh", "en", "."] {
        let Ok(entries) = std::fs::read_dir(folder().join(lang)) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "md") {
                let name = path
                    .strip_prefix(folder())
                    .unwrap_or(&path)
                    .to_string_lossy();
                let name = name.trim_start_matches("./").to_owned();
                files.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn the_screens_in_the_docs_are_those_of_the_program() {
    let drawn = drawn();
    if std::env::var_os("POUXI_SCREENS").is_some_and(|it| it == "write") {
        for gone in on_disk().keys().filter(|it| !drawn.contains_key(*it)) {
            std::fs::remove_file(folder().join(gone)).unwrap();
        }
        for (name, text) in &drawn {
            let path = folder().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }
    let on_disk = on_disk();
    let stale: Vec<&String> = drawn
        .iter()
        .filter(|(name, text)| on_disk.get(*name) != Some(text))
        .map(|(name, _)| name)
        .chain(on_disk.keys().filter(|it| !drawn.contains_key(*it)))
        .collect();
    assert!(
        stale.is_empty(),
        "run docs/screens/make and look at what changed: {stale:?}"
    );
}
