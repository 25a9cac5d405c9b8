//! `pouxi doctor --terminal`: shows what this terminal does, asks what the writer sees, and keeps the answers. The
//! terminal itself is never asked: its answers could land in a text.

use std::io::{self, BufRead, Write};

use super::looks;
use super::start::has_terminal;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::give_lines;
use crate::cli::{encoding, environment};
use crate::clipboard::{self, Surroundings, Via};
use crate::desk::rfc3339;
use crate::settings::{
    self, Colours, Copied, Cursor, Encoding, Fonts, LOOKS_FILE, Look, Paste, Setting, ThemeName,
    Way,
};
use crate::sitting::here::here;
use crate::store::atomic;
use crate::typeset::Ambiguous;

/// Signs whose width terminals do not agree on, and a bar behind them: in cell 7 if each takes one, in cell 13 if two.
const RULER: [&str; 2] = ["“”…—①×|", "123456A89012B4567"];

/// Words that only a terminal in UTF-8 shows right.
const WORDS: &str = "你好，世界 ABC";

/// A common character, one of the second plane, and one of the third: fonts often lack the last two.
const RARE: &str = "龘 𠮷 𰻞";

/// A row with the cursor on its letter: four blanks and two characters of two cells each are passed over.
const ROW: [&str; 2] = ["    甲乙C丁戊", "\r\u{1b}[8C"];

/// How the full screen sets words off, in the theme for dark grounds and in that for light ones: bold, reverse, and the
/// colours of the theme.
const STYLES: [[&str; 4]; 2] = [["1", "7", "36", "32"], ["1", "7", "35", "0"]];

/// Asks the terminal to put marks around what is pasted, and no longer to. It answers nothing to either.
const MARKS: [&str; 2] = ["\u{1b}[?2004h", "\u{1b}[?2004l"];

/// The mark before what is pasted.
const MARK: &str = "\u{1b}[200~";

/// Shows, asks and keeps.
pub(super) fn run(cx: &Cx) -> Result<Exit, Failure> {
    if !cx.may_ask {
        return Err(Failure::NoInput);
    }
    if !has_terminal() {
        return Err(Failure::NoTerminalToSee);
    }
    let lang = cx.lang;
    let surroundings = environment::surroundings();
    let name = looks::name(lang, &surroundings.name);
    let can_move = environment::moves_cursor();
    show(&[&say::terminal_intro(lang, &name)])?;
    if !can_move {
        show(&[&say::terminal_simple(lang)])?;
    }
    let mut said = Vec::new();
    let mut look = Look {
        terminal: surroundings.name.clone(),
        seen: rfc3339(environment::now()),
        ..Look::default()
    };
    show(&["", &format!("    {WORDS}")])?;
    look.encoding = ask(&say::terminal_words(lang))?.of(Encoding::Right, Encoding::Garbled);
    if look.encoding == Some(Encoding::Garbled) {
        said.push(say::terminal_words_wrong(lang));
    }
    show(&["", &format!("    {RARE}")])?;
    look.fonts = ask(&say::terminal_rare(lang))?.of(Fonts::All, Fonts::RareMissing);
    if look.fonts == Some(Fonts::RareMissing) {
        said.push(say::terminal_rare_wrong(lang));
    }
    let [signs, ruler] = RULER.map(|it| format!("    {it}"));
    show(&["", &signs, &ruler])?;
    let width = ask(&say::terminal_width(lang))?;
    look.width = width.of(1, 2);
    if let Some(width) = width.of(Ambiguous::Narrow, Ambiguous::Wide) {
        let sentence = say::terminal_width_kept(lang);
        said.push(set(cx, Setting::Width(width), sentence));
    }
    if can_move {
        look.cursor = cursor(cx, &mut said)?;
        look.colours = colours(cx, &mut said)?;
    }
    look.clipboard = copied(cx, &surroundings, &mut said)?;
    look.paste = paste(cx, can_move, &mut said)?;
    said.extend(kept(cx, look));
    said.push(say::terminal_done(lang));
    show(&[""])?;
    give_lines(said.iter().map(String::as_str))?;
    Ok(Exit::Done)
}

/// Puts the cursor on a character, as the full screen does, and asks whether it is there.
fn cursor(cx: &Cx, said: &mut Vec<String>) -> Result<Option<Cursor>, Failure> {
    show(&["", &say::terminal_cursor(cx.lang)])?;
    let seen = ask_with(&ROW.concat())?.of(Cursor::Right, Cursor::Elsewhere);
    if seen == Some(Cursor::Elsewhere) {
        said.push(say::terminal_cursor_wrong(cx.lang));
    }
    Ok(seen)
}

/// Shows words, a line for each theme, each word in one of its styles, and sets whether there are colours and which. The
/// eye knows the ground better than any variable of the environment.
fn colours(cx: &Cx, said: &mut Vec<String>) -> Result<Option<Colours>, Failure> {
    let words = say::terminal_samples(cx.lang);
    let sample = |(code, word): (&&str, &str)| format!("\u{1b}[{code}m{word}\u{1b}[0m");
    put("\n")?;
    for (n, styles) in STYLES.iter().enumerate() {
        let shown: Vec<String> = styles.iter().zip(words.split(' ')).map(sample).collect();
        put(&format!("    {}  {}\n", n + 1, shown.join("  ")))?;
    }
    let answer = line_of(&format!("{} ", say::terminal_colours(cx.lang)))?;
    let (seen, theme) = match answer.trim().chars().next() {
        Some('1' | '１') => (Colours::Clear, Some(ThemeName::Dark)),
        Some('2' | '２') => (Colours::Clear, Some(ThemeName::Light)),
        Some('3' | '３') => (Colours::Hard, None),
        Some(_) | None => return Ok(None),
    };
    let kept = || say::terminal_colours_kept(cx.lang);
    let mut sentence = set(cx, Setting::Colours(seen == Colours::Clear), kept());
    if let Some(theme) = theme {
        sentence = set(cx, Setting::Theme(theme), kept());
    }
    said.push(sentence);
    Ok(Some(seen))
}

/// Copies a sentence as the full screen would, says what is known of it, and asks whether it arrived.
fn copied(
    cx: &Cx,
    surroundings: &Surroundings,
    said: &mut Vec<String>,
) -> Result<Vec<Way>, Failure> {
    let folder = cx.home.root().join("exports");
    atomic::create_folder(&folder)?;
    let path = folder.join("clipboard-test.txt");
    atomic::replace(&path, WORDS.as_bytes())?;
    let here = here(cx.home.root(), surroundings);
    let outcome = clipboard::copy(WORDS, Via::Auto, &here, None, &mut io::stdout());
    let n_characters = WORDS.chars().filter(|it| !it.is_whitespace()).count();
    let sentence =
        clipboard::messages::sentence_here(cx.lang, &outcome, n_characters, &path, &here);
    show(&["", &sentence])?;
    let Some(via) = outcome.via() else {
        // Nothing left: there is nothing to look for.
        return Ok(Vec::new());
    };
    let Some(copied) = ask(&say::terminal_clipboard(cx.lang))?.of(Copied::Arrived, Copied::Lost)
    else {
        return Ok(Vec::new());
    };
    if copied == Copied::Lost {
        said.push(say::terminal_clipboard_wrong(cx.lang, via.name()));
    }
    let via = via.name().to_owned();
    Ok(vec![Way { via, copied }])
}

/// Has something pasted, and looks whether it comes between marks.
fn paste(cx: &Cx, can_move: bool, said: &mut Vec<String>) -> Result<Option<Paste>, Failure> {
    let [on, off] = if can_move { MARKS } else { [""; 2] };
    put("\n")?;
    let line = line_of(&format!("{} {on}", say::terminal_paste(cx.lang)))?;
    put(off)?;
    let seen = came(&line);
    match seen {
        Some(Paste::Unmarked) => said.push(say::terminal_paste_unmarked(cx.lang)),
        Some(Paste::Nothing) => said.push(say::terminal_paste_wrong(cx.lang)),
        Some(Paste::Marked) | None => {}
    }
    Ok(seen)
}

/// What a line says of how a paste comes in.
fn came(line: &str) -> Option<Paste> {
    match line.trim() {
        // A digit was pressed: 1 says that it came, and not how.
        "" | "1" | "１" => None,
        "2" | "２" => Some(Paste::Nothing),
        line if line.contains(MARK) => Some(Paste::Marked),
        _ => Some(Paste::Unmarked),
    }
}

/// Keeps what was seen, and says so; nothing where no question was answered.
fn kept(cx: &Cx, look: Look) -> Option<String> {
    if look.is_empty() {
        return None;
    }
    let path = cx.home.root().join(LOOKS_FILE).display().to_string();
    Some(match settings::keep_look(cx.home.root(), look) {
        Ok(()) => say::terminal_kept(cx.lang, &path),
        Err(error) => say::terminal_not_kept(cx.lang, &looks::why_not(cx.lang, &error)),
    })
}

/// Sets what an answer sets, and says so.
fn set(cx: &Cx, setting: Setting, sentence: String) -> String {
    match settings::keep(cx.home.root(), setting) {
        Ok(kept) => kept.say(cx.lang).unwrap_or(sentence),
        Err(not_kept) => not_kept.say(cx.lang),
    }
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    One,
    Two,
    Open,
}

impl Answer {
    fn of<T>(self, one: T, two: T) -> Option<T> {
        match self {
            Self::One => Some(one),
            Self::Two => Some(two),
            Self::Open => None,
        }
    }
}

/// Asks for a digit. The end of input and anything else leave the question open.
fn ask(question: &str) -> Result<Answer, Failure> {
    ask_with(&format!("{question} "))
}

fn ask_with(question: &str) -> Result<Answer, Failure> {
    Ok(match line_of(question)?.trim().chars().next() {
        Some('1' | '１') => Answer::One,
        Some('2' | '２') => Answer::Two,
        Some(_) | None => Answer::Open,
    })
}

/// Returns a line that was typed. A terminal that is not in UTF-8 types otherwise, and is looked at all the same.
fn line_of(question: &str) -> Result<String, Failure> {
    put(question)?;
    let mut line = Vec::new();
    let _n_bytes = io::stdin()
        .lock()
        .read_until(b'\n', &mut line)
        .map_err(Failure::Screen)?;
    let line = encoding::read(&io::stdin(), line);
    Ok(String::from_utf8_lossy(&line).into_owned())
}

/// Writes our own words with what moves the cursor among them, in the encoding of the terminal.
fn put(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout();
    let bytes = encoding::write(&out, text.as_bytes());
    out.write_all(&bytes)
        .and_then(|()| out.flush())
        .map_err(Failure::Output)
}

fn show(lines: &[&str]) -> Result<(), Failure> {
    give_lines(lines.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_how_a_paste_came() {
        for (line, seen) in [
            ("\n", None),
            ("1\n", None),
            ("２\r\n", Some(Paste::Nothing)),
            ("你好，世界 ABC\n", Some(Paste::Unmarked)),
            (
                "\u{1b}[200~你好，世界 ABC\u{1b}[201~\n",
                Some(Paste::Marked),
            ),
            // Another encoding came in: what arrived arrived.
            ("\u{fffd}\u{fffd} ABC\n", Some(Paste::Unmarked)),
        ] {
            assert_eq!(came(line), seen, "{line:?}");
        }
    }
}
