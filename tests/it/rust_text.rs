//! Reads Rust as far as the layer test needs it: words, signs, and the paths among them.
//!
//! It is no parser: it knows strings, comments, braces and `#[cfg(test)]`, and nothing of types or macros.

const CFG_TEST: &[&str] = &["#", "[", "cfg", "(", "test", ")", "]"];
const CFG_TEST_FILE: &[&str] = &["#", "!", "[", "cfg", "(", "test", ")", "]"];

/// A word or a sign of a source. `::` is one sign; a string is the sign `"`.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// Returns the modules that a source uses, by the first word of each path from the root of the crate.
/// `depth` is the number of modules around the file: how many `super` lead to the root.
pub(crate) fn uses(tokens: &[Token], depth: usize) -> Vec<Token> {
    let mut found = Vec::new();
    let mut n_braces = 0;
    let mut inline_modules = Vec::new();
    let text = |idx: usize| tokens.get(idx).map_or("", |it| it.text.as_str());
    for (idx, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "{" => {
                n_braces += 1;
                if idx >= 2 && text(idx - 2) == "mod" {
                    inline_modules.push(n_braces);
                }
            }
            "}" => {
                if inline_modules.last() == Some(&n_braces) {
                    inline_modules.pop();
                }
                n_braces -= 1;
            }
            "crate" if text(idx + 1) == "as" => found.push(token.clone()),
            "crate" | "pouxi" => found.extend(heads(tokens, idx + 1)),
            "super" if idx < 2 || text(idx - 2) != "super" => {
                let n_supers = (idx..)
                    .step_by(2)
                    .take_while(|it| text(*it) == "super")
                    .count();
                if n_supers >= depth + inline_modules.len() {
                    found.extend(heads(tokens, idx + 2 * n_supers - 1));
                }
            }
            _ => {}
        }
    }
    found
}

/// Returns what follows the `::` at an index: one token, or the first one of each path of a `{…}` group.
pub(crate) fn heads(tokens: &[Token], idx: usize) -> Vec<Token> {
    let text = |idx: usize| tokens.get(idx).map_or("", |it| it.text.as_str());
    if text(idx) != "::" {
        return Vec::new();
    }
    if text(idx + 1) != "{" {
        return tokens.get(idx + 1).cloned().into_iter().collect();
    }
    let mut heads = Vec::new();
    let mut n_braces = 0;
    for (at, token) in tokens.iter().enumerate().skip(idx + 1) {
        match token.text.as_str() {
            "{" => n_braces += 1,
            "}" => n_braces -= 1,
            "," => {}
            _ if n_braces == 1 && matches!(text(at - 1), "{" | ",") => {
                heads.push(token.clone());
            }
            _ => {}
        }
        if n_braces == 0 {
            break;
        }
    }
    heads
}

/// Returns the tokens without the items that stand behind `#[cfg(test)]`.
pub(crate) fn shipped(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if starts_with(&tokens[at..], CFG_TEST_FILE) {
            return Vec::new();
        }
        if starts_with(&tokens[at..], CFG_TEST) {
            at = item_end(tokens, at);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Returns the modules that a source declares for tests only, in files of their own: `#[cfg(test)] mod tests;`.
pub(crate) fn test_modules(tokens: &[Token]) -> Vec<String> {
    let mut modules = Vec::new();
    for at in (0..tokens.len()).filter(|it| starts_with(&tokens[*it..], CFG_TEST)) {
        let item = &tokens[at..item_end(tokens, at)];
        if let [.., keyword, name, end] = item
            && keyword.text == "mod"
            && end.text == ";"
        {
            modules.push(name.text.clone());
        }
    }
    modules
}

/// Returns the index behind the item that starts at an index with its attributes: behind its `;` or its body.
fn item_end(tokens: &[Token], start: usize) -> usize {
    let mut n_open = 0;
    for (idx, token) in tokens.iter().enumerate().skip(start) {
        match token.text.as_str() {
            "(" | "[" | "{" => n_open += 1,
            ")" | "]" => n_open -= 1,
            "}" => {
                n_open -= 1;
                // An attribute on a field or a variant: what surrounds it ends here.
                if n_open < 0 {
                    return idx;
                }
                // Behind the braces of a `use` a `;` is left over, which says nothing.
                if n_open == 0 {
                    return idx + 1;
                }
            }
            ";" if n_open == 0 => return idx + 1,
            _ => {}
        }
    }
    tokens.len()
}

fn starts_with(tokens: &[Token], texts: &[&str]) -> bool {
    tokens.len() >= texts.len()
        && tokens
            .iter()
            .zip(texts)
            .all(|(token, it)| token.text == *it)
}

/// Splits a source into words and signs; comments are dropped and strings emptied.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let char_at = |idx: usize| chars.get(idx).copied().unwrap_or('\0');
    let is_word = |it: char| it.is_alphanumeric() || it == '_';
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut line = 1;
    while at < chars.len() {
        let start = at;
        let mut text = String::new();
        match (chars[at], char_at(at + 1)) {
            ('/', '/') => {
                while at < chars.len() && chars[at] != '\n' {
                    at += 1;
                }
            }
            ('/', '*') => at = comment_end(&chars, at),
            ('"', _) => {
                text.push('"');
                at = string_end(&chars, at);
            }
            // A character, unless it is a lifetime: 'a has no second quotation mark.
            ('\'', '\\') => {
                at += 3;
                while at < chars.len() && chars[at] != '\'' {
                    at += 1;
                }
                at += 1;
            }
            ('\'', _) => at += if char_at(at + 2) == '\'' { 3 } else { 1 },
            (':', ':') => {
                text.push_str("::");
                at += 2;
            }
            (it, _) if is_word(it) => {
                while is_word(char_at(at)) {
                    text.push(chars[at]);
                    at += 1;
                }
                let is_raw = matches!(text.as_str(), "r" | "br" | "cr");
                if let Some(end) = is_raw.then(|| raw_string_end(&chars, at)).flatten() {
                    "\"".clone_into(&mut text);
                    at = end;
                }
            }
            (it, _) => {
                if !it.is_whitespace() {
                    text.push(it);
                }
                at += 1;
            }
        }
        if !text.is_empty() {
            tokens.push(Token { text, line });
        }
        at = at.min(chars.len());
        line += chars[start..at].iter().filter(|it| **it == '\n').count();
    }
    tokens
}

/// Returns the index behind the block comment that starts at an index; block comments nest.
fn comment_end(chars: &[char], start: usize) -> usize {
    let mut at = start;
    let mut n_open = 0;
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => {
                n_open += 1;
                at += 2;
            }
            ('*', Some('/')) => {
                n_open -= 1;
                at += 2;
            }
            _ => at += 1,
        }
        if n_open == 0 {
            break;
        }
    }
    at
}

/// Returns the index behind the string that starts at an index with its quotation mark.
fn string_end(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// Returns the index behind a raw string whose `r` ends at an index, or nothing if no raw string starts there.
fn raw_string_end(chars: &[char], start: usize) -> Option<usize> {
    let n_hashes = chars[start..].iter().take_while(|it| **it == '#').count();
    let body = start + n_hashes + 1;
    if chars.get(body - 1) != Some(&'"') {
        return None;
    }
    let is_end = |at: &usize| {
        chars[*at] == '"' && chars[at + 1..].iter().take_while(|it| **it == '#').count() >= n_hashes
    };
    Some(
        (body..chars.len())
            .find(is_end)
            .map_or(chars.len(), |at| at + 1 + n_hashes),
    )
}
