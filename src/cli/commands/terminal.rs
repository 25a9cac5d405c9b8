//! `pouxi doctor --terminal`: shows what this terminal does, asks what the writer sees, and keeps the answers. The
//! terminal itself is never asked: its answers could land in a text.

use std::io::{self, BufRead, Write};

use crate::cli::commands::start::need_terminal;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::give_lines;
use crate::clipboard::{self, Via};
use crate::settings::{self, Setting, ThemeName};
use crate::store::atomic;
use crate::typeset::Ambiguous;

/// Signs whose width terminals do not agree on, and a bar behind them: in cell 7 if each takes one, in cell 13 if two.
const RULER: [&str; 2] = ["“”…—①×|", "123456A89012B4567"];

/// Words that only a terminal in UTF-8 shows right.
const WORDS: &str = "你好，世界 ABC";

/// A common character, one of the second plane, and one of the third: fonts often lack the last two.
const RARE: &str = "龘 𠮷 𰻞";

/// How the full screen sets words off, in the theme for dark grounds and in that for light ones: bold, reverse, and the
/// colours of the theme.
const STYLES: [[&str; 4]; 2] = [["1", "7", "36", "32"], ["1", "7", "35", "0"]];

/// Shows, asks and keeps.
pub(super) fn run(cx: &Cx) -> Result<Exit, Failure> {
    need_terminal(cx)?;
    let lang = cx.lang;
    let mut lines: Vec<String> = vec![say::terminal_intro(lang)];
    show(&[&say::terminal_intro(lang), "", &format!("    {WORDS}")])?;
    if ask(&say::terminal_words(lang))? == Some(2) {
        lines.push(say::terminal_words_wrong(lang));
    }
    show(&["", &format!("    {RARE}")])?;
    if ask(&say::terminal_rare(lang))? == Some(2) {
        lines.push(say::terminal_rare_wrong(lang));
    }
    show(&[
        "",
        &format!("    {}", RULER[0]),
        &format!("    {}", RULER[1]),
    ])?;
    let width = match ask(&say::terminal_width(lang))? {
        Some(1) => Some(Ambiguous::Narrow),
        Some(2) => Some(Ambiguous::Wide),
        _ => None,
    };
    if let Some(width) = width {
        lines.push(kept(
            cx,
            Setting::Width(width),
            say::terminal_width_kept(lang),
        ));
    }
    samples(&say::terminal_samples(lang))?;
    // The eye knows the ground better than any variable of the environment.
    let set: &[Setting] = match ask(&say::terminal_colours(lang))? {
        Some(1) => &[Setting::Colours(true), Setting::Theme(ThemeName::Dark)],
        Some(2) => &[Setting::Colours(true), Setting::Theme(ThemeName::Light)],
        Some(3) => &[Setting::Theme(ThemeName::Contrast)],
        _ => &[],
    };
    let said: Vec<String> = (set.iter())
        .map(|it| kept(cx, *it, say::terminal_colours_kept(lang)))
        .collect();
    lines.extend(said.into_iter().next_back());
    if let Some(line) = copied(cx)? {
        lines.push(line);
    }
    if ask(&say::terminal_paste(lang))? == Some(2) {
        lines.push(say::terminal_paste_wrong(lang));
    }
    lines.remove(0);
    lines.push(say::terminal_done(lang));
    show(&[""])?;
    give_lines(lines.iter().map(String::as_str))?;
    Ok(Exit::Done)
}

/// Copies a sentence as the full screen would, and says what is known of it.
fn copied(cx: &Cx) -> Result<Option<String>, Failure> {
    let folder = cx.home.root().join("exports");
    atomic::create_folder(&folder)?;
    let path = folder.join("clipboard-test.txt");
    atomic::replace(&path, WORDS.as_bytes())?;
    let surroundings = environment::surroundings();
    let outcome = clipboard::copy(WORDS, Via::Auto, &surroundings, None, &mut io::stdout());
    let n_characters = WORDS.chars().filter(|it| !it.is_whitespace()).count();
    let sentence = clipboard::messages::sentence(cx.lang, &outcome, n_characters, &path);
    show(&["", &sentence])?;
    let answer = ask(&say::terminal_clipboard(cx.lang))?;
    Ok((answer == Some(2)).then(|| say::terminal_clipboard_wrong(cx.lang)))
}

/// Keeps an answer, and says so.
fn kept(cx: &Cx, setting: Setting, sentence: String) -> String {
    match settings::keep(cx.home.root(), setting) {
        Ok(kept) => kept.say(cx.lang).unwrap_or(sentence),
        Err(not_kept) => not_kept.say(cx.lang),
    }
}

/// Shows words, a line for each theme, each word in one of its styles.
fn samples(words: &str) -> Result<(), Failure> {
    let sample = |(code, word): (&&str, &str)| format!("\u{1b}[{code}m{word}\u{1b}[0m");
    writeln!(io::stdout()).map_err(Failure::Output)?;
    for (n, styles) in STYLES.iter().enumerate() {
        let shown: Vec<String> = styles.iter().zip(words.split(' ')).map(sample).collect();
        writeln!(io::stdout(), "    {}  {}", n + 1, shown.join("  ")).map_err(Failure::Output)?;
    }
    Ok(())
}

fn show(lines: &[&str]) -> Result<(), Failure> {
    give_lines(lines.iter().copied())
}

/// Asks for a digit. The end of input and anything else leave the question open.
fn ask(question: &str) -> Result<Option<u8>, Failure> {
    let mut out = io::stdout();
    write!(out, "{question} ")
        .and_then(|()| out.flush())
        .map_err(Failure::Output)?;
    let mut line = String::new();
    let _n_bytes = io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(Failure::Screen)?;
    Ok(match line.trim().chars().next() {
        Some('1' | '１') => Some(1),
        Some('2' | '２') => Some(2),
        Some('3' | '３') => Some(3),
        Some(_) | None => None,
    })
}
