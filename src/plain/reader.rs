//! Where lines come from: one reader for the whole run. On a terminal with a cursor a line editor that shows what it
//! holds; on one without, or in another encoding, the bare bytes of the terminal; elsewhere a pipe.
//!
//! None of them lets the kernel gather the line: it cuts one at 4,095 bytes without a word (Linux; 1,365 characters of
//! Chinese). Nothing that was typed is kept in a history.

use std::io::{self, BufRead, BufReader, IsTerminal, Read, Stdin, stdin, stdout};
use std::sync::{Arc, Mutex, PoisonError};

use dialoguer::Confirm;
use encoding_rs::Encoding;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{
    ColorMode, Config, Context, Editor, Helper, config::BellStyle, config::Configurer,
};

use super::face::Prompt;
use super::output::Output;
use super::terminal::Terminal;
use crate::typeset;

/// What came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A line, without its end. Several, where they came in one piece.
    Line(String),
    /// The input ended.
    End,
    /// The writer interrupted.
    Interrupted,
}

/// The line that is being typed, as far as it is known.
pub type Half = Arc<Mutex<String>>;

/// A source of lines.
#[derive(Debug)]
pub struct Reader {
    from: From,
    half: Half,
}

#[derive(Debug)]
enum From {
    Edited(Box<Editor<Keeper, MemHistory>>),
    Bare(Bare),
    Piped(Piped),
}

/// A line of more bytes than this is taken in parts: somebody feeds us something that is no text.
const LONGEST: u64 = 16 << 20;

impl Reader {
    /// Returns the reader for the standard input. `moves` tells whether the terminal moves its cursor.
    ///
    /// # Errors
    /// The terminal refuses.
    pub fn new(encoding: &'static Encoding, moves: bool, terminal: &Terminal) -> io::Result<Self> {
        let half = Half::default();
        let is_terminal = stdin().is_terminal() && stdout().is_terminal();
        let from = if !is_terminal {
            From::Piped(Piped::new(encoding))
        } else if moves && encoding == encoding_rs::UTF_8 {
            From::Edited(Box::new(editor(&half)?))
        } else {
            From::Bare(Bare {
                encoding,
                echoes: terminal.echoes(),
                waiting: Vec::new(),
                half: Arc::clone(&half),
            })
        };
        Ok(Self { from, half })
    }

    /// Returns the line that is being typed.
    pub fn half(&self) -> Half {
        Arc::clone(&self.half)
    }

    /// Takes the line that is being typed.
    pub fn take_half(&self) -> String {
        let mut half = self.half.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *half)
    }

    /// Tells whether there is a terminal.
    pub fn has_terminal(&self) -> bool {
        !matches!(self.from, From::Piped(_))
    }

    /// Tells whether lines are edited, so that the terminal's modes are changed while one is read.
    pub fn is_editor(&self) -> bool {
        matches!(self.from, From::Edited(_))
    }

    /// Reads a line.
    ///
    /// # Errors
    /// The system's reason.
    pub fn read<W: io::Write>(
        &mut self,
        prompt: &Prompt,
        output: &mut Output<W>,
    ) -> io::Result<Input> {
        let input = match &mut self.from {
            From::Edited(_) if prompt.confirm.is_some() => {
                confirm(prompt.confirm.as_deref().unwrap_or_default())
            }
            From::Edited(it) => edited(it, prompt),
            From::Bare(it) => it.read(&prompt.words, output),
            From::Piped(it) => it.read(&prompt.words, output),
        };
        if !matches!(input, Ok(Input::Interrupted)) {
            self.take_half();
        }
        input
    }
}

fn edited(editor: &mut Editor<Keeper, MemHistory>, prompt: &Prompt) -> io::Result<Input> {
    let initial = (prompt.initial.as_str(), "");
    let read = if prompt.initial.is_empty() {
        editor.readline(&prompt.words)
    } else {
        editor.readline_with_initial(&prompt.words, initial)
    };
    match read {
        Ok(line) => Ok(Input::Line(line)),
        Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => Ok(Input::Interrupted),
        Err(ReadlineError::Io(error)) => Err(error),
        // The end of the input, and a terminal that is gone.
        Err(_) => Ok(Input::End),
    }
}

/// Asks a question of yes or no. The answers are those of the list it stands for: 1 is no, 2 is yes.
fn confirm(question: &str) -> io::Result<Input> {
    let asked = Confirm::new()
        .with_prompt(question)
        .default(false)
        .wait_for_newline(true)
        .interact_on(&dialoguer::console::Term::stdout());
    match asked {
        Ok(true) => Ok(Input::Line("2".to_owned())),
        Ok(false) => Ok(Input::Line("1".to_owned())),
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => {
            Ok(Input::Interrupted)
        }
        Err(dialoguer::Error::IO(error)) => Err(error),
    }
}

fn editor(half: &Half) -> io::Result<Editor<Keeper, MemHistory>> {
    let failed = |error: ReadlineError| match error {
        ReadlineError::Io(it) => it,
        other => io::Error::other(other.to_string()),
    };
    let config = Config::builder()
        // What was typed is private, and stays in no history.
        .max_history_size(0)
        .map_err(failed)?
        .auto_add_history(false)
        .bell_style(BellStyle::None)
        .color_mode(ColorMode::Disabled)
        .build();
    let history = MemHistory::with_config(&config);
    let mut editor = Editor::with_history(config, history).map_err(failed)?;
    // Not every terminal keeps quiet about it, and there is nothing to draw.
    editor.enable_synchronized_output(false);
    editor.set_helper(Some(Keeper {
        half: Arc::clone(half),
    }));
    Ok(editor)
}

/// Sees every state of the line that is typed, and keeps the last.
#[derive(Debug)]
struct Keeper {
    half: Half,
}

impl Hinter for Keeper {
    type Hint = String;

    fn hint(&self, line: &str, _at: usize, _context: &Context<'_>) -> Option<String> {
        keep(&self.half, line);
        None
    }
}

impl Helper for Keeper {}
impl Highlighter for Keeper {}
impl Validator for Keeper {}
impl Completer for Keeper {
    type Candidate = String;
}

fn keep(half: &Half, line: &str) {
    let mut half = half.lock().unwrap_or_else(PoisonError::into_inner);
    line.clone_into(&mut half);
}

/// A pipe or a file, read line by line.
#[derive(Debug)]
struct Piped {
    from: BufReader<Stdin>,
    encoding: &'static Encoding,
    is_first: bool,
}

impl Piped {
    fn new(encoding: &'static Encoding) -> Self {
        Self {
            from: BufReader::new(stdin()),
            encoding,
            is_first: true,
        }
    }

    /// Reads a line and writes it behind what asked for it, so that what is printed can be read as what it was.
    fn read<W: io::Write>(&mut self, words: &str, output: &mut Output<W>) -> io::Result<Input> {
        output.words(words)?;
        let mut bytes = Vec::new();
        (&mut self.from)
            .take(LONGEST)
            .read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            output.line("")?;
            return Ok(Input::End);
        }
        while matches!(bytes.last(), Some(b'\n' | b'\r')) {
            bytes.pop();
        }
        if std::mem::take(&mut self.is_first) && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        let (line, _) = self.encoding.decode_without_bom_handling(&bytes);
        output.line(&line)?;
        Ok(Input::Line(line.into_owned()))
    }
}

/// A terminal that gives its bytes and does nothing else: without a cursor, or in another encoding.
#[derive(Debug)]
struct Bare {
    encoding: &'static Encoding,
    /// Whether what is typed is to be written back; who feeds the terminal by a program may not want it.
    echoes: bool,
    /// Bytes that came behind the end of a line.
    waiting: Vec<u8>,
    half: Half,
}

impl Bare {
    fn read<W: io::Write>(&mut self, words: &str, output: &mut Output<W>) -> io::Result<Input> {
        output.words(words)?;
        let mut decoder = self.encoding.new_decoder_without_bom_handling();
        let mut line = String::new();
        // What is to be written back: in one piece with what came in one piece.
        let mut echo = String::new();
        let mut skip = Skip::No;
        loop {
            if self.waiting.is_empty() {
                keep(&self.half, &line);
                if self.echoes {
                    output.words(&std::mem::take(&mut echo))?;
                }
            }
            let Some(byte) = self.next_byte()? else {
                output.line("")?;
                return Ok(if line.is_empty() {
                    Input::End
                } else {
                    Input::Line(line)
                });
            };
            skip = skip.after(byte);
            if skip != Skip::No {
                continue;
            }
            let before = line.len();
            match byte {
                b'\n' | b'\r' => {
                    if self.echoes {
                        output.line(&echo)?;
                    }
                    return Ok(Input::Line(line));
                }
                // The end, at the beginning of a line; programs that feed a terminal put it between their parts.
                4 if line.is_empty() => {
                    output.line("")?;
                    return Ok(Input::End);
                }
                3 => return Ok(Input::Interrupted),
                8 | 0x7f => {
                    if self.echoes {
                        output.words(&std::mem::take(&mut echo))?;
                        output.backspace(erase(&mut line))?;
                    } else {
                        erase(&mut line);
                    }
                }
                0x15 => {
                    line.clear();
                    echo.clear();
                    output.line("")?;
                    output.words(words)?;
                }
                0..0x20 => {}
                _ => {
                    line.reserve(8);
                    let _read = decoder.decode_to_string(&[byte], &mut line, false);
                    echo.push_str(line.get(before..).unwrap_or_default());
                }
            }
        }
    }

    /// Returns the next byte; `None` where the terminal is gone.
    fn next_byte(&mut self) -> io::Result<Option<u8>> {
        if self.waiting.is_empty() {
            let mut bytes = [0; 4096];
            let n = loop {
                match stdin().read(&mut bytes) {
                    Err(it) if it.kind() == io::ErrorKind::Interrupted => {}
                    // What is read from a terminal that was closed.
                    Err(it) if is_gone(&it) => break 0,
                    other => break other?,
                }
            };
            self.waiting
                .extend(bytes.get(..n).unwrap_or_default().iter().rev());
        }
        Ok(self.waiting.pop())
    }
}

/// Takes the last sign off a line, as a terminal does by itself. Returns its width in cells.
fn erase(line: &mut String) -> usize {
    let last = typeset::graphemes(line).last();
    let Some((at, width)) =
        last.map(|(at, it)| (at, typeset::text_width(it, typeset::Ambiguous::Narrow)))
    else {
        return 0;
    };
    line.truncate(at);
    width
}

/// How far a sequence of a key without letters is read: an arrow is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Skip {
    No,
    Escape,
    Sequence,
    End,
}

impl Skip {
    fn after(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::No | Self::End, 0x1b) => Self::Escape,
            (Self::Escape, b'[' | b'O') | (Self::Sequence, 0x20..=0x3f) => Self::Sequence,
            (Self::Escape | Self::Sequence, _) => Self::End,
            (Self::No | Self::End, _) => Self::No,
        }
    }
}

#[cfg(unix)]
fn is_gone(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}

#[cfg(not(unix))]
fn is_gone(_error: &io::Error) -> bool {
    false
}
