//! Writes the pinyin readings of Chinese characters as tables for `src/find/readings.rs`, from the data of the
//! `pinyin` crate, and has the linker lay the functions of `packaging/order.txt` beside one another. Does nothing else.
//!
//! The crate itself stays out of the program: its tables are made of pointers, which take three times the room and
//! are set right by the loader each time the program starts. These are plain numbers and cost nothing before they
//! are read.
//!
//! The order of functions is for releases on Linux, and for linkers that take the script: whether ours does is tried
//! with an empty program. A function that is not there, or is called otherwise by another compiler, is passed over.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads its surroundings and writes a file"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use pinyin::{Pinyin, ToPinyinMulti};

/// Marks the last reading of a character in `SETS`.
const LAST: u16 = 0x8000;
/// Characters to a block: the size with which pages and blocks together are small.
const BLOCK: usize = 64;

/// The functions that stand first, and in which order. Made by `packaging/order`.
const ORDER: &str = "packaging/order.txt";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={ORDER}");
    let folder = PathBuf::from(env::var("OUT_DIR").expect("cargo names the folder"));
    fs::write(folder.join("readings.rs"), tables())
        .expect("the folder for generated sources can be written");
    order(&folder);
}

/// Hands the linker a script, if it takes one.
fn order(folder: &Path) {
    let is = |name, value| env::var(name).is_ok_and(|it| it == value);
    if !is("PROFILE", "release") || !is("CARGO_CFG_TARGET_OS", "linux") {
        return;
    }
    let Ok(names) = fs::read_to_string(ORDER) else {
        return;
    };
    let path = folder.join("order.ld");
    let argument = format!("-Wl,-T,{}", path.display());
    // The linker would take what stands behind a comma for another argument.
    let is_plain = argument.matches(',').count() == 2;
    if is_plain && fs::write(&path, script(&names)).is_ok() && links(folder, &argument) {
        println!("cargo::rustc-link-arg-bins={argument}");
    }
}

/// Returns the script: a section of its own in front of all other code. It adds to what a linker does by itself.
fn script(names: &str) -> String {
    let mut script = "SECTIONS\n{\n  .text.first :\n  {\n".to_owned();
    for name in names
        .lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
    {
        // A part of the C library, where that is linked in, or a function in the section that the compiler gives it.
        let _ = match name.strip_suffix(".o") {
            Some(_) => writeln!(script, "    *libc.a:{name}(.text .text.*)"),
            None => writeln!(script, "    *(.text.{name} .text.unlikely.{name})"),
        };
    }
    script + "  }\n}\nINSERT BEFORE .text;\n"
}

/// Whether a program is made with this argument for the linker, by the compiler and with the flags of this build.
fn links(folder: &Path, argument: &str) -> bool {
    let source = folder.join("empty.rs");
    let variable = |name| env::var(name).unwrap_or_default();
    let mut rustc = Command::new(variable("RUSTC"));
    rustc.args(["--edition=2024", "--target", &variable("TARGET")]);
    rustc.args(
        variable("CARGO_ENCODED_RUSTFLAGS")
            .split('\x1f')
            .filter(|it| !it.is_empty()),
    );
    if let Ok(linker) = env::var("RUSTC_LINKER") {
        rustc.arg(format!("-Clinker={linker}"));
    }
    rustc.arg(format!("-Clink-arg={argument}"));
    rustc.arg("-o").arg(folder.join("empty")).arg(&source);
    rustc.stdout(Stdio::null()).stderr(Stdio::null());
    fs::write(&source, "fn main() {}\n").is_ok() && rustc.status().is_ok_and(|it| it.success())
}

/// Returns the tables as source text.
fn tables() -> String {
    let mut syllables: Vec<String> = Vec::new();
    // The tables begin with nothing: 0 says that a character has no readings, or a block no characters.
    let mut sets: Vec<u16> = vec![0];
    let mut known: BTreeMap<Vec<String>, u16> = BTreeMap::new();
    let mut blocks: Vec<[u16; BLOCK]> = vec![[0; BLOCK]];
    let mut pages: Vec<u16> = Vec::new();
    for char in char::MIN..=char::MAX {
        let Some(readings) = readings(char) else {
            continue;
        };
        let set = *known.entry(readings).or_insert_with_key(|readings| {
            let at = number(sets.len());
            for reading in readings {
                let known = syllables.iter().position(|it| it == reading);
                let syllable = known.unwrap_or(syllables.len());
                if known.is_none() {
                    syllables.push(reading.clone());
                }
                sets.push(number(syllable));
            }
            *sets.last_mut().expect("a set begins with a number") |= LAST;
            at
        });
        let code = usize::try_from(u32::from(char)).expect("a character is a small number");
        if pages.len() <= code / BLOCK {
            pages.resize(code / BLOCK + 1, 0);
        }
        let page = &mut pages[code / BLOCK];
        if *page == 0 {
            *page = number(blocks.len());
            blocks.push([0; BLOCK]);
        }
        blocks[usize::from(*page)][code % BLOCK] = set;
    }
    let mut source = String::new();
    let _ = writeln!(source, "const LAST: u16 = {LAST};");
    let _ = writeln!(source, "const BLOCK: usize = {BLOCK};");
    let _ = writeln!(
        source,
        "static SYLLABLES: &str = {:?};",
        syllables.join(" ")
    );
    let _ = writeln!(source, "static SETS: [u16; {}] = {sets:?};", sets.len());
    let _ = writeln!(source, "static PAGES: [u16; {}] = {pages:?};", pages.len());
    let _ = writeln!(
        source,
        "static BLOCKS: [[u16; {BLOCK}]; {}] = {blocks:?};",
        blocks.len()
    );
    source
}

/// Returns the readings of a character as they are typed on a keyboard, each once and in alphabetical order, so that
/// characters with the same readings share them; `None` if it has none.
fn readings(char: char) -> Option<Vec<String>> {
    let mut readings = BTreeSet::new();
    for plain in char.to_pinyin_multi()?.into_iter().map(Pinyin::plain) {
        let typed = plain.replace('ü', "v").replace('ê', "e");
        // 略 and 虐 are typed with either letter, 律 and 女 only with `v`: `lu` and `nu` are other syllables.
        let other = plain.contains("üe").then(|| plain.replace('ü', "u"));
        for it in [Some(typed), other].into_iter().flatten() {
            assert!(it.bytes().all(|it| it.is_ascii_lowercase()), "{it}");
            readings.insert(it);
        }
    }
    Some(readings.into_iter().collect())
}

/// Returns a number as the tables hold it.
fn number(it: usize) -> u16 {
    let small = u16::try_from(it).ok().filter(|it| it & LAST == 0);
    small.expect("the tables are small")
}
