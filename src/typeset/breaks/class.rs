//! The line breaking class of a character, as UAX #14 and CLREQ see it. Sees one character; context is in `rules`.

use super::table::CLASSES;
use super::table::EAST_ASIAN;

/// A line breaking class of UAX #14, with its short name there. AI, SA, SG, XX and CJ are resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// AK: consonants of Brahmic scripts that break at orthographic syllables.
    Aksara,
    /// AP
    AksaraPrebase,
    /// AS
    AksaraStart,
    /// AL, and what has no class of its own.
    Alphabetic,
    /// BA
    BreakAfter,
    /// BB
    BreakBefore,
    /// B2: the dash `—`.
    BreakBoth,
    /// SY: the solidus.
    BreakSymbol,
    /// CR
    CarriageReturn,
    /// CL, and by our tailoring `”` and `’`.
    ClosePunctuation,
    /// CP: `)` and `]`.
    CloseParenthesis,
    /// CM
    CombiningMark,
    /// CB
    Contingent,
    /// The dotted circle, AL but for the rules of Brahmic scripts.
    DottedCircle,
    /// EB
    EmojiBase,
    /// EM
    EmojiModifier,
    /// EX
    Exclamation,
    /// QU with General Category Pf.
    FinalQuotation,
    /// GL
    Glue,
    /// JL
    HangulL,
    /// JT
    HangulT,
    /// JV
    HangulV,
    /// H2
    HangulLv,
    /// H3
    HangulLvt,
    /// HL
    HebrewLetter,
    /// HY
    Hyphen,
    /// ID
    Ideographic,
    /// IS
    InfixNumeric,
    /// QU with General Category Pi.
    InitialQuotation,
    /// IN: the ellipsis `…`.
    Inseparable,
    /// LF
    LineFeed,
    /// BK
    MandatoryBreak,
    /// NL
    NextLine,
    /// NS, and by our tailoring `·`, `～` and `／`.
    Nonstarter,
    /// NU
    Numeric,
    /// OP, and by our tailoring `“` and `‘`.
    OpenPunctuation,
    /// PO
    Postfix,
    /// PR
    Prefix,
    /// QU: straight quotes and other quotes that both open and close.
    Quotation,
    /// RI
    RegionalIndicator,
    /// SP
    Space,
    /// Nothing at all: the start of the text before its first character, the end behind its last one.
    Edge,
    /// HH
    UnambiguousHyphen,
    /// ID, a code point set aside for a pictograph.
    UnassignedPictograph,
    /// AL, a code point set aside for a pictograph.
    UnassignedSymbol,
    /// VI
    Virama,
    /// VF
    ViramaFinal,
    /// WJ
    WordJoiner,
    /// ZWJ
    ZeroWidthJoiner,
    /// ZW
    ZeroWidthSpace,
}

impl Class {
    /// Returns the class of a character by UAX #14 alone.
    pub(super) fn of(char: char) -> Self {
        let code = u32::from(char);
        match char {
            '\u{4E00}'..='\u{9FFF}' => Self::Ideographic,
            'a'..='z' | 'A'..='Z' => Self::Alphabetic,
            '\u{AC00}'..='\u{D7A3}' if !(code - 0xAC00).is_multiple_of(28) => Self::HangulLvt,
            _ => {
                let index = CLASSES.partition_point(|(first, _)| *first <= code);
                CLASSES
                    .get(index.wrapping_sub(1))
                    .map_or(Self::Alphabetic, |it| it.1)
            }
        }
    }

    /// Returns the class of a character with the tailorings that need no context.
    pub(super) fn tailored(char: char) -> Self {
        match char {
            '“' | '‘' => Self::OpenPunctuation,
            '”' => Self::ClosePunctuation,
            '～' | '／' => Self::Nonstarter,
            _ => Self::of(char),
        }
    }

    /// Says whether it is AL or HL.
    pub(super) const fn is_letter(self) -> bool {
        matches!(
            self,
            Self::Alphabetic | Self::HebrewLetter | Self::DottedCircle | Self::UnassignedSymbol
        )
    }

    /// Says whether it is AL, HL or NU: part of a word that is written with spaces around it.
    pub(super) const fn is_word(self) -> bool {
        self.is_letter() || matches!(self, Self::Numeric)
    }

    /// Says whether it is any QU.
    pub(super) const fn is_quotation(self) -> bool {
        matches!(
            self,
            Self::Quotation | Self::InitialQuotation | Self::FinalQuotation
        )
    }

    /// Says whether a line ends behind it, whatever follows.
    pub(super) const fn ends_line(self) -> bool {
        matches!(
            self,
            Self::MandatoryBreak | Self::CarriageReturn | Self::LineFeed | Self::NextLine
        )
    }

    /// Says whether it is absorbed by what stands before it.
    pub(super) const fn is_absorbed(self) -> bool {
        matches!(self, Self::CombiningMark | Self::ZeroWidthJoiner)
    }

    /// Says whether it is a syllable or a part of one in Hangul.
    pub(super) const fn is_hangul(self) -> bool {
        matches!(
            self,
            Self::HangulL | Self::HangulV | Self::HangulT | Self::HangulLv | Self::HangulLvt
        )
    }

    /// Says whether it is AK, AS or the dotted circle.
    pub(super) const fn is_aksara(self) -> bool {
        matches!(self, Self::Aksara | Self::AksaraStart | Self::DottedCircle)
    }
}

/// Says whether a character is set like a Chinese one: wide, fullwidth or halfwidth, or a quote that we
/// take for a Chinese one.
pub(super) fn is_east_asian(char: char) -> bool {
    let code = u32::from(char);
    let index = EAST_ASIAN.partition_point(|(_, last)| *last < code);
    matches!(char, '“' | '‘')
        || EAST_ASIAN
            .get(index)
            .is_some_and(|(first, _)| *first <= code)
}

/// Says whether a sign never starts a row.
pub(super) const fn never_starts(class: Class, char: char) -> bool {
    matches!(class, Class::Nonstarter | Class::Inseparable)
        || never_starts_behind_spaces(class, char)
}

/// Says whether a sign never starts a row, not even behind spaces: the marks that Chinese and Latin use.
pub(super) const fn never_starts_behind_spaces(class: Class, char: char) -> bool {
    match class {
        Class::ClosePunctuation
        | Class::CloseParenthesis
        | Class::Exclamation
        | Class::BreakSymbol
        | Class::BreakBoth => true,
        Class::Nonstarter => matches!(char, '：' | '；' | '·' | '・' | '～' | '／'),
        _ => matches!(char, '–' | '…' | '⋯' | '%' | '％' | '‰' | '℃' | '°'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_ascending() {
        assert!(
            CLASSES
                .windows(2)
                .all(|it| it[0].0 < it[1].0 && it[0].1 != it[1].1)
        );
        assert!(EAST_ASIAN.iter().all(|(first, last)| first <= last));
        assert!(EAST_ASIAN.windows(2).all(|it| it[0].1 < it[1].0));
    }

    #[test]
    fn characters_have_their_classes() {
        let check = |char: char, class: Class, east_asian: bool| {
            assert_eq!(
                (Class::of(char), is_east_asian(char)),
                (class, east_asian),
                "{char}"
            );
        };
        check('字', Class::Ideographic, true);
        check('\u{31350}', Class::Ideographic, true);
        check('a', Class::Alphabetic, false);
        check('，', Class::ClosePunctuation, true);
        check('！', Class::Exclamation, true);
        check('：', Class::Nonstarter, true);
        check('《', Class::OpenPunctuation, true);
        check('”', Class::FinalQuotation, false);
        check('—', Class::BreakBoth, false);
        check('…', Class::Inseparable, false);
        check('가', Class::HangulLv, true);
        check('각', Class::HangulLvt, true);
    }
}
