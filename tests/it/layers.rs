//! The layer test: which module may use which, and where the outside world may be touched.
//!
//! It reads the text of `src/` and knows no types: a path that starts at the root of the crate (`crate::…`,
//! `pouxi::…`, or `super::…` far enough up) is a use of the module it names. Comments, strings and what stands
//! behind `#[cfg(test)]` do not count. It does not follow re-exports: `crate::Name` is refused, so that every
//! path says the module it comes from.

#![expect(clippy::disallowed_methods, reason = "this test reads the sources")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::rust_text::{heads, shipped, test_modules, tokens, uses};

/// A module at the top of `src/`, and the modules it may use.
struct Layer {
    name: &'static str,
    may_use: &'static [&'static str],
}

const fn layer(name: &'static str, may_use: &'static [&'static str]) -> Layer {
    Layer { name, may_use }
}

/// What stands under both front ends.
const BELOW_THE_FRONT_ENDS: &[&str] = &[
    "locale",
    "draft",
    "typeset",
    "paste",
    "template",
    "wizard",
    "find",
    "check",
    "import",
    "export",
    "store",
    "desk",
    "clipboard",
    "settings",
    "sitting",
];

/// What stands under the sitting: the same without it.
const BELOW_THE_SITTING: &[&str] = match BELOW_THE_FRONT_ENDS.split_last() {
    Some((_, rest)) => rest,
    None => &[],
};

/// The layers from the bottom up. A new module gets its line here first.
const LAYERS: &[Layer] = &[
    layer("locale", &[]),
    layer("draft", &[]),
    layer("typeset", &[]),
    layer("paste", &["typeset"]),
    layer("template", &["draft", "locale"]),
    layer("wizard", &["draft", "template", "locale"]),
    layer("find", &["draft", "typeset"]),
    layer("check", &["draft", "template", "typeset", "locale"]),
    layer(
        "import",
        &["draft", "typeset", "paste", "template", "locale"],
    ),
    layer("export", &["draft", "template", "typeset", "locale"]),
    layer("store", &["draft", "locale"]),
    layer(
        "desk",
        &[
            "draft", "typeset", "template", "wizard", "check", "import", "export", "store",
            "locale",
        ],
    ),
    layer("clipboard", &["locale"]),
    layer("settings", &["locale", "typeset", "template", "store"]),
    layer("sitting", BELOW_THE_SITTING),
    layer("tui", BELOW_THE_FRONT_ENDS),
    layer("plain", BELOW_THE_FRONT_ENDS),
];

/// The files that stand on top of all layers and may use any of them.
const TOP: &[&str] = &["cli", "main", "lib"];

/// Macros live at the root of the crate, whatever module declares them.
const MACROS: &[(&str, &str)] = &[("messages", "locale")];

/// The files and folders that may read files, clocks and the environment or start programs.
const SHELL: &[&str] = &[
    "src/store",
    "src/clipboard",
    "src/cli",
    "src/tui/terminal.rs",
    "src/sitting/world.rs",
    "src/tui/run.rs",
    "src/sitting/editor.rs",
    "src/template/library.rs",
];

#[test]
fn modules_use_only_what_is_below_them() {
    let breaches: Vec<String> = sources()
        .iter()
        .flat_map(|(path, source)| layer_breaches(path, source))
        .collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn only_the_shell_touches_the_world() {
    let breaches: Vec<String> = sources()
        .iter()
        .flat_map(|(path, source)| shell_breaches(path, source))
        .collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn every_module_has_its_layer() {
    let modules: BTreeSet<String> = sources()
        .iter()
        .filter_map(|(path, _)| module_path(path).into_iter().next())
        .collect();
    assert!(modules.contains("draft"), "the sources were not found");
    for module in modules {
        assert!(
            layer_of(&module).is_some() || TOP.contains(&module.as_str()),
            "src/{module} has no line in LAYERS of tests/it/layers.rs"
        );
    }
}

#[test]
fn the_layers_stand_on_each_other() {
    for (idx, layer) in LAYERS.iter().enumerate() {
        for used in layer.may_use {
            assert!(
                LAYERS[..idx].iter().any(|it| it.name == *used),
                "`{}` may use `{used}`, which is not below it",
                layer.name
            );
        }
    }
}

#[test]
fn every_test_file_is_part_of_the_one_binary() {
    let folder = root().join("tests/it");
    let main = fs::read_to_string(folder.join("main.rs")).expect("tests/it/main.rs can be read");
    for entry in fs::read_dir(&folder).expect("tests/it can be read") {
        let path = entry.expect("tests/it can be read").path();
        let is_module =
            path.extension().is_some_and(|it| it == "rs") || path.join("mod.rs").exists();
        let name = path
            .file_stem()
            .expect("an entry has a name")
            .to_string_lossy();
        assert!(
            !is_module || name == "main" || main.contains(&format!("mod {name};")),
            "tests/it/main.rs lacks `mod {name};`: these tests never run"
        );
    }
}

// ---- The reading of paths, on sources made up for it. A layer test that finds nothing proves nothing.

#[test]
fn a_forbidden_use_is_found() {
    check(
        "src/draft/edit.rs",
        "use crate::store::Journal;",
        &["1: `draft` may not use `store`"],
    );
    check(
        "src/draft/edit.rs",
        "use crate::draft::Role;\n\nuse crate::tui;",
        &["3: `draft` may not use `tui`"],
    );
    check(
        "src/check/mod.rs",
        "pub use crate::import::Remark;",
        &["1: `check` may not use `import`"],
    );
    check(
        "src/tui/view/menu.rs",
        "use crate::plain::Ask;",
        &["1: `tui` may not use `plain`"],
    );
    check(
        "src/wizard.rs",
        "use crate::store as disk;",
        &["1: `wizard` may not use `store`"],
    );
}

#[test]
fn a_group_is_read_to_its_end() {
    check(
        "src/export/docx.rs",
        "use crate::{\n    draft::{Draft, import},\n    import::{\n        self,\n        Remark,\n    },\n    typeset,\n    tui,\n};",
        &[
            "3: `export` may not use `import`",
            "8: `export` may not use `tui`",
        ],
    );
    check(
        "src/export/docx.rs",
        "use {std::fs, crate::cli::Exit};",
        &["1: `export` may not use `cli`"],
    );
}

#[test]
fn a_path_inside_an_expression_is_found() {
    check(
        "src/template/mod.rs",
        "fn f() { let x = 1; crate::store::x(x); }",
        &["1: `template` may not use `store`"],
    );
    check(
        "src/typeset/mod.rs",
        "fn f(d: &crate :: draft\n:: Draft) {}",
        &["1: `typeset` may not use `draft`"],
    );
    check(
        "src/draft/mod.rs",
        "pub(in crate::store) fn f() {}",
        &["1: `draft` may not use `store`"],
    );
    check(
        "src/draft/mod.rs",
        "fn f<'a>(it: &'a str) { crate::tui::g('\\'', it) }",
        &["1: `draft` may not use `tui`"],
    );
}

#[test]
fn the_way_round_by_super_is_found() {
    check(
        "src/draft/mod.rs",
        "use super::store;",
        &["1: `draft` may not use `store`"],
    );
    check(
        "src/draft/edit.rs",
        "use super::super::store;",
        &["1: `draft` may not use `store`"],
    );
    check(
        "src/draft/edit.rs",
        "mod inner { use super::super::super::{store, draft}; }",
        &["1: `draft` may not use `store`"],
    );
    check(
        "src/draft/edit.rs",
        "use super::store; mod inner { use super::super::store; }",
        &[],
    );
}

#[test]
fn the_root_itself_is_not_a_way_round() {
    check(
        "src/draft/mod.rs",
        "use crate::*;",
        &["1: `draft` may not use `*`"],
    );
    check(
        "src/draft/mod.rs",
        "use crate as pouxi;",
        &["1: `draft` may not use `crate` as a whole"],
    );
    check(
        "src/wizard.rs",
        "use crate::{self as all};",
        &["1: `wizard` may not use `self`"],
    );
    check(
        "src/tui/mod.rs",
        "use crate::Draft;",
        &["1: `tui` may not use `Draft`"],
    );
}

#[test]
fn a_macro_belongs_to_the_module_that_declares_it() {
    check(
        "src/check/messages.rs",
        "crate::messages! { a() { zh: \"甲\", en: \"crate::store::b\" } }",
        &[],
    );
    check(
        "src/draft/messages.rs",
        "use crate::messages;",
        &["1: `draft` may not use `locale`"],
    );
    check(
        "src/locale/mod.rs",
        "macro_rules! m { () => { $crate::locale::Lang } }",
        &[],
    );
}

#[test]
fn comments_and_strings_do_not_count() {
    check(
        "src/draft/a.rs",
        "//! [`crate::store`]\n/// crate::store::x\n// crate::store\nfn f() {}",
        &[],
    );
    check(
        "src/draft/a.rs",
        "/* crate::store /* crate::tui */ crate::cli */ fn f() {}",
        &[],
    );
    check(
        "src/draft/a.rs",
        "const A: &str = \"\\\" crate::store\"; const B: &[u8] = b\"crate::tui\";",
        &[],
    );
    check(
        "src/draft/a.rs",
        "const A: &str = r#\"\" crate::store\"#; const B: char = '\"';\nuse crate::tui;",
        &["2: `draft` may not use `tui`"],
    );
    check(
        "src/draft/a.rs",
        "const A: &str = \"行\n行\"; use crate::tui;",
        &["2: `draft` may not use `tui`"],
    );
}

#[test]
fn what_is_only_for_tests_does_not_count() {
    check(
        "src/draft/a.rs",
        "#[cfg(test)]\nmod tests {\n    use crate::store; fn f() { if true { g() } }\n}\nuse crate::cli;",
        &["5: `draft` may not use `cli`"],
    );
    check(
        "src/draft/a.rs",
        "#[cfg(test)]\n#[expect(dead_code)]\nuse crate::{store, tui};\nuse crate::cli;",
        &["4: `draft` may not use `cli`"],
    );
    check(
        "src/draft/a.rs",
        "#[cfg(test)] fn f(a: [u8; 2]) { crate::store::x() }",
        &[],
    );
    check("src/draft/a.rs", "#![cfg(test)]\nuse crate::store;", &[]);
    check(
        "src/draft/a.rs",
        "#[cfg(not(test))]\nuse crate::store;",
        &["2: `draft` may not use `store`"],
    );
}

#[test]
fn a_file_that_is_only_for_tests_is_known() {
    let source = "mod edit; #[cfg(test)] mod inline { mod x; } #[cfg(test)]\n#[path = \"a\"] pub(super) mod tests;";
    assert_eq!(test_modules(&tokens(source)), ["tests"]);
}

#[test]
fn the_shell_is_where_it_is_said_to_be() {
    let expect = "//! Text.\n#![expect(clippy::disallowed_methods, reason = \"…\")]";
    let check_shell = |file: &str, source: &str, n_breaches: usize| {
        assert_eq!(
            shell_breaches(Path::new(file), source).len(),
            n_breaches,
            "{file}: {source}"
        );
    };
    for file in [
        "src/store/journal.rs",
        "src/store/mod.rs",
        "src/tui/run.rs",
        "src/template/library.rs",
    ] {
        check_shell(file, expect, 0);
    }
    for file in [
        "src/draft/mod.rs",
        "src/tui/mod.rs",
        "src/tui/runner.rs",
        "src/wizard.rs",
        "src/main.rs",
    ] {
        check_shell(file, expect, 1);
    }
    check_shell(
        "src/draft/mod.rs",
        "#[allow(clippy::all, clippy::disallowed_methods)] fn f() {}",
        1,
    );
    check_shell(
        "src/draft/mod.rs",
        "// #![expect(clippy::disallowed_methods)]",
        0,
    );
    check_shell(
        "src/draft/mod.rs",
        "#[cfg(test)] mod tests { #![expect(clippy::disallowed_methods)] }",
        0,
    );
    check_shell("src/store/sync.rs", "use std::{io, net::TcpStream};", 1);
    check_shell(
        "src/store/sync.rs",
        "fn f() { std::net::TcpStream::connect(\"a\") }",
        1,
    );
}

/// Checks that a made-up source breaks the layers at exactly these lines.
#[track_caller]
fn check(file: &str, source: &str, breaches: &[&str]) {
    let expected: Vec<String> = breaches.iter().map(|it| format!("{file}:{it}")).collect();
    assert_eq!(
        layer_breaches(Path::new(file), source),
        expected,
        "in:\n{source}"
    );
}

// ---- What breaks the rules.

/// Returns where a source uses a module that it may not.
fn layer_breaches(path: &Path, source: &str) -> Vec<String> {
    let place = module_path(path);
    let module = place
        .first()
        .expect("a file of src belongs to a module")
        .as_str();
    if TOP.contains(&module) {
        return Vec::new();
    }
    let may_use = layer_of(module).map_or(&[][..], |it| it.may_use);
    uses(&shipped(&tokens(source)), place.len())
        .into_iter()
        .map(|it| {
            let from_macro = MACROS.iter().find(|(name, _)| *name == it.text);
            (
                it.line,
                from_macro.map_or(it.text, |(_, module)| (*module).to_owned()),
            )
        })
        .filter(|(_, used)| used != module && !may_use.contains(&used.as_str()))
        .map(|(line, used)| {
            let whole = if used == "crate" { " as a whole" } else { "" };
            format!(
                "{}:{line}: `{module}` may not use `{used}`{whole}",
                path.display()
            )
        })
        .collect()
}

/// Returns where a source switches the lint off that keeps the core pure, or names a socket.
fn shell_breaches(path: &Path, source: &str) -> Vec<String> {
    let tokens = shipped(&tokens(source));
    let mut breaches = Vec::new();
    if !SHELL.iter().any(|it| path.starts_with(it)) {
        for token in tokens.iter().filter(|it| it.text == "disallowed_methods") {
            breaches.push(format!(
                "{}:{}: not a file of the shell",
                path.display(),
                token.line
            ));
        }
    }
    for (idx, token) in tokens.iter().enumerate().filter(|(_, it)| it.text == "std") {
        if heads(&tokens, idx + 1).iter().any(|it| it.text == "net") {
            breaches.push(format!(
                "{}:{}: no network code",
                path.display(),
                token.line
            ));
        }
    }
    breaches
}

fn layer_of(module: &str) -> Option<&'static Layer> {
    LAYERS.iter().find(|it| it.name == module)
}

// ---- The files.

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the modules around a source: `src/tui/view/menu.rs` is `tui`, `view`, `menu`.
fn module_path(path: &Path) -> Vec<String> {
    let inside = path.strip_prefix("src").unwrap_or(path).with_extension("");
    let mut modules: Vec<String> = inside
        .iter()
        .map(|it| it.to_string_lossy().into_owned())
        .collect();
    if modules.len() > 1 && modules.last().is_some_and(|it| it == "mod") {
        modules.pop();
    }
    modules
}

/// Returns the path from the root and the text of every source that is built into the program.
fn sources() -> Vec<(PathBuf, String)> {
    let mut sources = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of src can be read") {
            let path = entry.expect("a folder of src can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let source = fs::read_to_string(&path).expect("a source can be read");
                let place = path
                    .strip_prefix(root())
                    .expect("a source lies under the root")
                    .to_path_buf();
                sources.push((place, source));
            }
        }
    }
    let test_only: Vec<Vec<String>> = sources
        .iter()
        .flat_map(|(path, source)| {
            let place = module_path(path);
            test_modules(&tokens(source))
                .into_iter()
                .map(move |it| [&place[..], &[it]].concat())
        })
        .collect();
    sources.retain(|(path, _)| !test_only.iter().any(|it| module_path(path).starts_with(it)));
    sources.sort();
    sources
}
