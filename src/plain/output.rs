//! Lines on their way out: without anything that would change a terminal, and in its encoding.

use std::io::{self, Write};

use encoding_rs::Encoding;

use crate::typeset::printable;

/// Writes lines in an encoding.
#[derive(Debug)]
pub struct Output<W> {
    to: W,
    encoding: &'static Encoding,
    /// Whether a sign was met that the encoding has not.
    has_missing: bool,
}

impl<W: Write> Output<W> {
    /// Returns an output to `to`.
    pub fn new(to: W, encoding: &'static Encoding) -> Self {
        Self {
            to,
            encoding,
            has_missing: false,
        }
    }

    /// Writes a line.
    ///
    /// # Errors
    /// The system's reason.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        self.write(&(printable(line) + "\n"))
    }

    /// Writes words that a line begins with.
    ///
    /// # Errors
    /// The system's reason.
    pub fn words(&mut self, words: &str) -> io::Result<()> {
        self.write(&printable(words))
    }

    /// Takes so many cells back, with the signs that every terminal takes back by itself.
    ///
    /// # Errors
    /// The system's reason.
    pub fn backspace(&mut self, cells: usize) -> io::Result<()> {
        self.to.write_all("\u{8} \u{8}".repeat(cells).as_bytes())?;
        self.to.flush()
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        let (bytes, has_missing) = encode(self.encoding, text);
        self.has_missing |= has_missing;
        self.to.write_all(&bytes)?;
        self.to.flush()
    }

    /// Tells whether a sign was met that the encoding has not, since this was asked last.
    pub fn take_missing(&mut self) -> bool {
        std::mem::take(&mut self.has_missing)
    }

    /// Returns the encoding's name.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// Returns what is written to.
    pub fn into_inner(self) -> W {
        self.to
    }
}

/// Returns text in an encoding, and whether a sign is missing in it: that is written as its number, `&#127468;`.
pub fn encode(encoding: &'static Encoding, text: &str) -> (Vec<u8>, bool) {
    let (bytes, _, has_missing) = encoding.encode(text);
    (bytes.into_owned(), has_missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(encoding: &'static Encoding, line: &str) -> (Vec<u8>, bool) {
        let mut output = Output::new(Vec::new(), encoding);
        output.line(line).unwrap();
        let missing = output.take_missing();
        (output.into_inner(), missing)
    }

    #[test]
    fn a_line_is_written_in_its_encoding() {
        assert_eq!(
            written(encoding_rs::UTF_8, "事例"),
            ("事例\n".into(), false)
        );
        let gb = vec![0xca, 0xc2, 0xc0, 0xfd, b'\n'];
        assert_eq!(written(encoding_rs::GBK, "事例"), (gb.clone(), false));
        assert_eq!(written(encoding_rs::GB18030, "事例"), (gb, false));
    }

    #[test]
    fn what_an_encoding_has_not_is_told() {
        let (bytes, missing) = written(encoding_rs::GBK, "𠮷");
        assert_eq!((bytes.as_slice(), missing), (&b"&#134071;\n"[..], true));
        assert!(!written(encoding_rs::GB18030, "𠮷").1);
    }

    #[test]
    fn nothing_that_changes_a_terminal_goes_out() {
        let (bytes, _) = written(encoding_rs::UTF_8, "一\u{1b}[2J\u{7}\u{202e}二\r三");
        let text = String::from_utf8(bytes).unwrap();
        assert!(
            text.chars().all(|it| it == '\n' || !it.is_control()),
            "{text:?}"
        );
        assert!(!text.contains('\u{202e}'));
    }
}
