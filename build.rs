//! Writes the pinyin readings of Chinese characters as tables for `src/find/readings.rs`, from the data of the
//! `pinyin` crate. Does nothing else.
//!
//! The crate itself stays out of the program: its tables are made of pointers, which take three times the room and
//! are set right by the loader each time the program starts. These are plain numbers and cost nothing before they
//! are read.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads its surroundings and writes a file"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use pinyin::{Pinyin, ToPinyinMulti};

/// Marks the last reading of a character in `SETS`.
const LAST: u16 = 0x8000;
/// Characters to a block: the size with which pages and blocks together are small.
const BLOCK: usize = 64;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = env::var("OUT_DIR").expect("cargo names the folder");
    fs::write(Path::new(&folder).join("readings.rs"), tables())
        .expect("the folder for generated sources can be written");
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
