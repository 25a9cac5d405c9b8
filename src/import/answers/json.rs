//! JSON with the place of every value, so that a person who writes it by hand can be told where and what.
//!
//! Accepts exactly what RFC 8259 allows, nested up to [`DEPTH`]. Does not know what the values are for, and does
//! not mind a key that stands twice: its reader does.

/// How deep lists and objects may stand in each other. An answer file needs seven.
const DEPTH: usize = 64;

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
    Choice,
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
            ("true", Value::Choice),
            ("false", Value::Choice),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fault(text: &str) -> (usize, Syntax) {
        let malformed = parse(text).unwrap_err();
        (malformed.at, malformed.syntax)
    }

    #[test]
    fn a_slip_is_named_where_it_is() {
        for (text, at, syntax) in [
            ("", 0, Syntax::Nothing),
            (" \n", 2, Syntax::Nothing),
            (r#"{“title”: "甲"}"#, 1, Syntax::ChineseSign),
            (r#"{"title"："甲"}"#, 8, Syntax::ChineseSign),
            (r#"["甲"，"乙"]"#, 6, Syntax::ChineseSign),
            (r#"{title: "甲"}"#, 1, Syntax::NoKey),
            (r#"{"title" "甲"}"#, 9, Syntax::NoColon),
            (r#"{"title": 甲}"#, 10, Syntax::NoValue),
            (r#"{"a": "甲" "b": "乙"}"#, 12, Syntax::NoComma),
            (r#"["甲",]"#, 6, Syntax::CommaTooMany),
            (r#"{"a": "甲",}"#, 11, Syntax::CommaTooMany),
            (r#"{"a": "甲}"#, 6, Syntax::OpenText),
            (r#"{"a": ["甲"}"#, 12, Syntax::NoComma),
            (r#"{"a": ["甲""#, 6, Syntax::OpenBracket),
            (r#"{"a": ["甲","#, 6, Syntax::OpenBracket),
            (r#"{"a": "#, 6, Syntax::NoValue),
            (r#"{"a""#, 0, Syntax::OpenBracket),
            ("{\"a\": \"甲\n乙\"}", 10, Syntax::LineBreak),
            ("{\"a\": \"甲\u{1b}乙\"}", 10, Syntax::ControlSign),
            (r#""\x""#, 1, Syntax::BadEscape),
            (r#""\ud800""#, 1, Syntax::BadEscape),
            ("{} {}", 3, Syntax::Trailing),
            ("01", 1, Syntax::Trailing),
            ("-", 0, Syntax::NoValue),
            ("1.", 0, Syntax::NoValue),
            (&"[".repeat(1000), DEPTH, Syntax::TooDeep),
        ] {
            assert_eq!(fault(text), (at, syntax), "{text}");
        }
    }

    /// Tells whether a value is the one serde reads.
    fn same(node: &Node, other: &serde_json::Value) -> bool {
        match (&node.value, other) {
            (Value::Null, serde_json::Value::Null)
            | (Value::Choice, serde_json::Value::Bool(_))
            | (Value::Number, serde_json::Value::Number(_)) => true,
            (Value::Text(it), serde_json::Value::String(other)) => it == other,
            (Value::List(it), serde_json::Value::Array(other)) => {
                it.len() == other.len() && it.iter().zip(other).all(|(a, b)| same(a, b))
            }
            // The last of equal keys is the one serde keeps.
            (Value::Object(it), serde_json::Value::Object(other)) => {
                other.iter().all(|(key, b)| {
                    let a = it.iter().rev().find(|it| it.key == *key);
                    a.is_some_and(|it| same(&it.node, b))
                })
            }
            _ => false,
        }
    }

    /// Signs that make and break JSON, so that random texts come near it.
    fn nearly_json() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("{"),
            Just("}"),
            Just("["),
            Just("]"),
            Just(":"),
            Just(","),
            Just(" "),
            Just("\""),
            Just("\"键\""),
            Just("\"\\u58a8\\ud83d\\ude00\\n\""),
            Just("\\"),
            Just("\\u"),
            Just("d83d"),
            Just("1"),
            Just("-0.5e+3"),
            Just("0"),
            Just("."),
            Just("e"),
            Just("true"),
            Just("null"),
            Just("\u{7}"),
            Just("字"),
            Just("，"),
        ];
        prop::collection::vec(piece, 0..16).prop_map(|it| it.concat())
    }

    proptest! {
        #[test]
        fn it_reads_what_serde_reads(text in prop_oneof![nearly_json(), any::<String>()]) {
            match (parse(&text), serde_json::from_str::<serde_json::Value>(&text)) {
                (Ok(node), Ok(other)) => prop_assert!(same(&node, &other)),
                (Err(malformed), Err(_)) => prop_assert!(text.is_char_boundary(malformed.at)),
                (ours, serdes) => {
                    // A number may be too large for serde: `1e999`.
                    let is_number = serdes.as_ref().is_err_and(|it| it.to_string().starts_with("number out of range"));
                    prop_assert!(is_number, "{ours:?} {serdes:?}");
                }
            }
        }
    }
}
