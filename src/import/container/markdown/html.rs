//! HTML in the middle of Markdown: comments, tags that only set type, and words. Knows no page.

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// Words, and tags that are not known as tags: `<某镇>`, `<x>`.
    Words(&'h str),
    /// A tag behind which a new line begins.
    Break,
    /// A tag that only sets type.
    Tag,
    /// The words of a comment.
    Comment(&'h str),
}

const BREAKING: &[&str] = &[
    "br", "p", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
];
const SETTING: &[&str] = &[
    "a", "b", "big", "center", "code", "details", "em", "font", "i", "img", "ins", "mark", "ol",
    "s", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "thead", "u", "ul",
];

/// Takes HTML apart into pieces, each with its length. All words are in the pieces.
pub(super) fn pieces(html: &str) -> Vec<(Piece<'_>, usize)> {
    let mut pieces = Vec::new();
    let mut rest = html;
    let mut words = 0;
    // `words` is the length of the words at the start of `rest` that were passed over.
    while let Some(at) = rest
        .get(words..)
        .and_then(|it| it.find('<'))
        .map(|it| words + it)
    {
        let (before, behind) = rest.split_at(at);
        let (piece, len) = if let Some(comment) = behind.strip_prefix("<!--") {
            let end = comment.find("-->");
            let inside = comment
                .get(..end.unwrap_or(comment.len()))
                .unwrap_or_default();
            (
                Some(Piece::Comment(inside)),
                end.map_or(behind.len(), |it| it + 7),
            )
        } else {
            tag(behind)
        };
        match piece {
            None => words = at + 1,
            Some(piece) => {
                if !before.is_empty() {
                    pieces.push((Piece::Words(before), before.len()));
                }
                pieces.push((piece, len));
                rest = behind.get(len..).unwrap_or_default();
                words = 0;
            }
        }
    }
    if !rest.is_empty() {
        pieces.push((Piece::Words(rest), rest.len()));
    }
    pieces
}

/// Reads a known tag at the start, and its length. One whose attributes hold Chinese words is taken for words.
fn tag(html: &str) -> (Option<Piece<'_>>, usize) {
    let inside = html.trim_start_matches('<');
    let Some(end) = inside
        .find('>')
        .filter(|it| inside.get(..*it).is_some_and(str::is_ascii))
    else {
        return (None, 0);
    };
    let inside = inside.get(..end).unwrap_or_default();
    let name = inside.trim_start_matches('/');
    let name = name.split(|it: char| !it.is_ascii_alphanumeric()).next();
    let name = name.unwrap_or_default().to_ascii_lowercase();
    let piece = if BREAKING.contains(&name.as_str()) {
        Some(Piece::Break)
    } else if SETTING.contains(&name.as_str()) {
        Some(Piece::Tag)
    } else {
        None
    };
    (piece, end + 2)
}

#[cfg(test)]
mod tests {
    use super::Piece::{Break, Comment, Tag, Words};

    fn pieces(html: &str) -> Vec<super::Piece<'_>> {
        let all = super::pieces(html);
        assert_eq!(all.iter().map(|(_, len)| len).sum::<usize>(), html.len());
        all.into_iter().map(|(it, _)| it).collect()
    }

    #[test]
    fn words_comments_and_tags_are_told_apart() {
        assert_eq!(
            pieces("甲<br/>乙<b>丙</b><!-- 丁 -->\n"),
            [
                Words("甲"),
                Break,
                Words("乙"),
                Tag,
                Words("丙"),
                Tag,
                Comment(" 丁 "),
                Words("\n")
            ]
        );
        for all in ["<某镇>", "<x>甲", "a < b", "<", "<b title=\"甲\">", "<b"] {
            assert_eq!(pieces(all), [Words(all)]);
        }
        assert_eq!(pieces("<!-- 甲"), [Comment(" 甲")]);
    }
}
