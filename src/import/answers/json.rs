//! JSON with the place of every value, so that a person who writes it by hand can be told where and what.
//!
//! Accepts exactly what RFC 8259 allows, nested up to [`DEPTH`]. Does not know what the values are for, and does
//! not mind a key that stands twice: its reader does.

/// How deep lists and objects may stand in each other. An answer file needs seven.
pub(super) const DEPTH: usize = 64;

/// A value and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// In bytes.
    pub(super) at: usize,
    /// What stands there.
    pub(super) value: Value,
}

/// A value. Numbers are not kept: an answer file has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Choice(bool),
    Number,
    Text(String),
    List(Vec<Node>),
    Object(Vec<Entry>),
}

/// A key of an object and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Where the key begins, in bytes.
    pub(super) at: usize,
    /// The key.
    pub(super) key: String,
    /// Its value.
    pub(super) node: Node,
}

/// Why a text is not JSON, and where, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed {
    pub(super) at: usize,
    pub(super) syntax: Syntax,
}

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// There is nothing in it.
    Nothing,
    /// A Chinese quotation mark, comma, colon or bracket stands where JSON wants the plain one.
    ChineseSign,
    /// A value is expected.
    NoValue,
    /// A key in quotation marks is expected.
    NoKey,
    /// A colon is expected behind a key.
    NoColon,
    /// A comma or the closing bracket is expected.
    NoComma,
    /// A comma stands before a closing bracket.
    CommaTooMany,
    /// The quotation mark that opens here is never closed.
    OpenText,
    /// The bracket that opens here is never closed.
    OpenBracket,
    /// A line break stands inside a text.
    LineBreak,
    /// A control character stands inside a text.
    ControlSign,
    /// A backslash is followed by something it cannot be followed by.
    BadEscape,
    /// Something follows the end.
    Trailing,
    /// Brackets stand in brackets too deep.
    TooDeep,
}

/// Reads a text as JSON.
pub(super) fn parse(text: &str) -> Result<Node, Malformed> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
    };
    parser.blanks();
    if parser.peek().is_none() {
        return parser.fail(Syntax::Nothing);
    }
    let node = parser.value()?;
    parser.blanks();
    match parser.peek() {
        None => Ok(node),
        Some(_) => parser.fail(Syntax::Trailing),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn value(&mut self) -> Result<Node, Malformed> {
        let at = self.at;
        let value = match self.peek() {
            Some(b'{') => self.nested(at, Self::object)?,
            Some(b'[') => self.nested(at, Self::list)?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Node { at, value })
    }

    /// Reads a list or an object, whose first bracket is still to be read.
    fn nested(
        &mut self,
        at: usize,
        read: fn(&mut Self, usize) -> Result<Value, Malformed>,
    ) -> Result<Value, Malformed> {
        if self.depth == DEPTH {
            return self.fail(Syntax::TooDeep);
        }
        self.depth += 1;
        self.at += 1;
        self.blanks();
        let value = read(self, at);
        self.depth -= 1;
        value
    }

    fn object(&mut self, opened: usize) -> Result<Value, Malformed> {
        let mut entries = Vec::new();
        if self.take(b'}') {
            return Ok(Value::Object(entries));
        }
        loop {
            let at = self.at;
            if self.peek() != Some(b'"') {
                return self.fail_in(opened, Syntax::NoKey);
            }
            let key = self.string()?;
            self.blanks();
            if !self.take(b':') {
                return self.fail_in(opened, Syntax::NoColon);
            }
            self.blanks();
            let node = self.value()?;
            entries.push(Entry { at, key, node });
            if !self.goes_on(opened, b'}')? {
                return Ok(Value::Object(entries));
            }
        }
    }

    fn list(&mut self, opened: usize) -> Result<Value, Malformed> {
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value()?);
            if !self.goes_on(opened, b']')? {
                return Ok(Value::List(items));
            }
        }
    }

    /// Reads the comma before the next item, or the closing bracket. Tells whether there is a next item.
    fn goes_on(&mut self, opened: usize, close: u8) -> Result<bool, Malformed> {
        self.blanks();
        if self.take(close) {
            return Ok(false);
        }
        let comma = self.at;
        if !self.take(b',') {
            return self.fail_in(opened, Syntax::NoComma);
        }
        self.blanks();
        match self.peek() {
            Some(it) if it == close => Err(Malformed {
                at: comma,
                syntax: Syntax::CommaTooMany,
            }),
            Some(_) => Ok(true),
            None => self.fail_in(opened, Syntax::OpenBracket),
        }
    }

    fn string(&mut self) -> Result<String, Malformed> {
        let opened = self.at;
        let fail = |at, syntax| Err(Malformed { at, syntax });
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let Some(n_plain) = rest.find(|it: char| it == '"' || it == '\\' || it < ' ') else {
                return fail(opened, Syntax::OpenText);
            };
            let (plain, rest) = rest.split_at(n_plain);
            out.push_str(plain);
            self.at += n_plain;
            match rest.as_bytes().first() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(b'\n' | b'\r') => return fail(self.at, Syntax::LineBreak),
                _ => return fail(self.at, Syntax::ControlSign),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Malformed> {
        let bad = Malformed {
            at: self.at,
            syntax: Syntax::BadEscape,
        };
        self.at += 1;
        let sign = match self.next().ok_or(bad)? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit().ok_or(bad)?;
                return self.character(unit).ok_or(bad);
            }
            _ => return Err(bad),
        };
        Ok(sign)
    }

    /// Returns the character of a `\u` escape; characters beyond U+FFFF are written as two.
    fn character(&mut self, unit: u16) -> Option<char> {
        let mut units = vec![unit];
        if matches!(unit, 0xD800..=0xDBFF) {
            (self.next() == Some(b'\\') && self.next() == Some(b'u')).then_some(())?;
            units.push(self.unit()?);
        }
        char::decode_utf16(units).next()?.ok()
    }

    fn unit(&mut self) -> Option<u16> {
        let digits = self.rest().get(..4)?;
        if !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u16::from_str_radix(digits, 16).ok()
    }

    fn number(&mut self) -> Result<Value, Malformed> {
        let bad = Malformed {
            at: self.at,
            syntax: Syntax::NoValue,
        };
        self.take(b'-');
        if !self.take(b'0') && self.digits() == 0 {
            return Err(bad);
        }
        if self.take(b'.') && self.digits() == 0 {
            return Err(bad);
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            if self.digits() == 0 {
                return Err(bad);
            }
        }
        Ok(Value::Number)
    }

    fn digits(&mut self) -> usize {
        let from = self.at;
        while self.peek().is_some_and(|it| it.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - from
    }

    fn word(&mut self) -> Result<Value, Malformed> {
        let words = [
            ("null", Value::Null),
            ("true", Value::Choice(true)),
            ("false", Value::Choice(false)),
        ];
        for (word, value) in words {
            if self.rest().starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        self.fail(Syntax::NoValue)
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, sign: u8) -> bool {
        let is_there = self.peek() == Some(sign);
        self.at += usize::from(is_there);
        is_there
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What is left to read. Every caller stands on a character boundary: behind an ASCII sign or a whole text.
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn fail<T>(&self, syntax: Syntax) -> Result<T, Malformed> {
        let is_chinese = self.rest().starts_with([
            '“', '”', '‘', '’', '，', '：', '、', '；', '｛', '｝', '［', '］', '【', '】', '＂',
            '　',
        ]);
        let syntax = if is_chinese {
            Syntax::ChineseSign
        } else {
            syntax
        };
        Err(Malformed {
            at: self.at,
            syntax,
        })
    }

    /// Fails within a bracket: at the end of the text, what helps is where the bracket was opened.
    fn fail_in<T>(&self, opened: usize, syntax: Syntax) -> Result<T, Malformed> {
        if self.peek().is_none() {
            return Err(Malformed {
                at: opened,
                syntax: Syntax::OpenBracket,
            });
        }
        self.fail(syntax)
    }
}
