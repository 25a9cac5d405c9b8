//! The rules of UAX #14 in their order, and ours among them. Judges one place; what stands left of it is `left`.
//!
//! The numbers are those of UAX #14 for Unicode 17.0.0. Rules that ours make idle are left out: LB13 and LB17.

use super::class::Class;
use super::class::is_east_asian;
use super::class::never_starts_behind_spaces;
use super::left::Left;
use super::left::Number;
use super::left::Right;

/// Says whether a line may break between what stands left and what stands right of a place.
#[expect(clippy::match_same_arms, reason = "one arm a rule, in their order")]
pub(super) fn may_break(left: &Left, right: &Right<'_>) -> bool {
    let (prev, next) = (left.prev.class, right.class);
    match (prev, next) {
        (Class::Edge, _) => return false,                          // LB2
        (Class::CarriageReturn, Class::LineFeed) => return false,  // LB5
        _ if prev.ends_line() => return true,                      // LB4, LB5
        _ if next.ends_line() => return false,                     // LB6
        (_, Class::Space | Class::ZeroWidthSpace) => return false, // LB7
        _ => {}
    }
    // Ours, over LB8 and LB18: neither behind spaces nor behind a zero width space.
    if never_starts_behind_spaces(next, right.char) {
        return false;
    }
    if left.base.class == Class::ZeroWidthSpace {
        return true; // LB8
    }
    if left.joined || next.is_absorbed() && left.absorbs() {
        return false; // LB8a, LB9
    }
    if prev == Class::WordJoiner || next == Class::WordJoiner || prev == Class::Glue {
        return false; // LB11, LB12
    }
    let loose = matches!(
        prev,
        Class::Space | Class::BreakAfter | Class::Hyphen | Class::UnambiguousHyphen
    );
    if next == Class::Glue && !loose {
        return false; // LB12a
    }
    if left.base.class == Class::OpenPunctuation || behind_quotation(left) {
        return false; // LB14, LB15a
    }
    if next == Class::FinalQuotation && follows_quotation(right.second().map(Class::tailored)) {
        return false; // LB15b
    }
    if next == Class::InfixNumeric {
        return prev == Class::Space && right.second().map(Class::of) == Some(Class::Numeric); // LB15c, LB15d
    }
    let closed = matches!(
        left.base.class,
        Class::ClosePunctuation | Class::CloseParenthesis
    );
    if closed && next == Class::Nonstarter {
        return false; // LB16
    }
    if prev == Class::Space {
        return true; // LB18
    }
    if matches!(next, Class::Quotation | Class::FinalQuotation)
        || matches!(prev, Class::Quotation | Class::InitialQuotation)
    {
        return false; // LB19
    }
    if next.is_quotation()
        && !(left.prev.is_east_asian() && right.second().is_some_and(is_east_asian))
    {
        return false; // LB19a
    }
    if prev.is_quotation() && !(is_east_asian(right.char) && left.before_prev.is_east_asian()) {
        return false; // LB19a
    }
    if prev == Class::Contingent || next == Class::Contingent {
        return true; // LB20
    }
    !(within_words(left, right) || within_numbers(left, right) || within_syllables(left, right))
}

/// `LB15a`: an opening quote that follows no word, and spaces.
fn behind_quotation(left: &Left) -> bool {
    let before = left.before_base.class;
    left.base.class == Class::InitialQuotation
        && (before.ends_line()
            || before.is_quotation()
            || matches!(
                before,
                Class::Edge
                    | Class::OpenPunctuation
                    | Class::Glue
                    | Class::Space
                    | Class::ZeroWidthSpace
            ))
}

/// `LB15b`: what a closing quote may be followed by.
fn follows_quotation(after: Option<Class>) -> bool {
    after.is_none_or(|it| {
        it.ends_line()
            || it.is_quotation()
            || matches!(
                it,
                Class::Space
                    | Class::Glue
                    | Class::WordJoiner
                    | Class::ClosePunctuation
                    | Class::CloseParenthesis
                    | Class::Exclamation
                    | Class::InfixNumeric
                    | Class::BreakSymbol
                    | Class::ZeroWidthSpace
            )
    })
}

/// `LB20a` to `LB24`, `LB28` to `LB30`: hyphens, words, and what belongs to them.
#[expect(clippy::match_same_arms, reason = "one arm a rule, in their order")]
fn within_words(left: &Left, right: &Right<'_>) -> bool {
    let (before, prev, next) = (left.before_prev.class, left.prev.class, right.class);
    let is_hyphen = matches!(prev, Class::Hyphen | Class::UnambiguousHyphen);
    let starts_word = before.ends_line()
        || matches!(
            before,
            Class::Edge | Class::Space | Class::ZeroWidthSpace | Class::Contingent | Class::Glue
        );
    match (prev, next) {
        _ if is_hyphen && starts_word && next.is_letter() => true, // LB20a
        (_, Class::BreakAfter | Class::Nonstarter) => true,        // LB21
        (_, Class::Hyphen | Class::UnambiguousHyphen) => true,     // LB21
        (_, Class::Inseparable) => true,                           // LB22
        (Class::BreakBefore, _) => true,                           // LB21
        _ if is_hyphen && before == Class::HebrewLetter && next != Class::HebrewLetter => true, // LB21a
        (Class::BreakSymbol, Class::HebrewLetter) => true, // LB21b
        (Class::Numeric, _) if next.is_letter() => true,   // LB23
        (_, Class::Numeric) if prev.is_letter() => true,   // LB23
        (Class::Prefix, it) | (it, Class::Postfix) if is_ideograph(it) => true, // LB23a
        (Class::Prefix | Class::Postfix | Class::InfixNumeric, _) if next.is_letter() => true, // LB24, LB29
        (_, Class::Prefix | Class::Postfix) if prev.is_letter() => true, // LB24
        _ if prev.is_letter() && next.is_letter() => true,               // LB28
        (_, Class::OpenPunctuation) if prev.is_word() => !is_east_asian(right.char), // LB30
        (Class::CloseParenthesis, _) if next.is_word() => !left.prev.is_east_asian(), // LB30
        _ => false,
    }
}

/// `LB25`: numbers with their signs and units.
fn within_numbers(left: &Left, right: &Right<'_>) -> bool {
    match (left.prev.class, right.class) {
        (Class::Postfix | Class::Prefix, Class::OpenPunctuation) => {
            let mut following = right.following().map(Class::tailored);
            match following.next() {
                Some(Class::InfixNumeric) => following.next() == Some(Class::Numeric),
                it => it == Some(Class::Numeric),
            }
        }
        (_, Class::Postfix | Class::Prefix) => left.number != Number::None,
        (Class::Postfix | Class::Prefix | Class::Hyphen | Class::InfixNumeric, Class::Numeric) => {
            true
        }
        (_, Class::Numeric) => left.number == Number::Open,
        _ => false,
    }
}

/// `LB26`, `LB27`, `LB28a`, `LB30a`, `LB30b`: Hangul, Brahmic syllables, flags and emoji.
fn within_syllables(left: &Left, right: &Right<'_>) -> bool {
    match (left.prev.class, right.class) {
        (Class::HangulL, Class::HangulL | Class::HangulV | Class::HangulLv | Class::HangulLvt)
        | (Class::HangulV | Class::HangulLv, Class::HangulV | Class::HangulT)
        | (Class::HangulT | Class::HangulLvt, Class::HangulT) => true, // LB26
        (it, Class::Postfix) | (Class::Prefix, it) if it.is_hangul() => true, // LB27
        (Class::AksaraPrebase, it) if it.is_aksara() => true, // LB28a, and the next three
        (it, Class::Virama | Class::ViramaFinal) if it.is_aksara() => true,
        (Class::Virama, Class::Aksara | Class::DottedCircle)
            if left.before_prev.class.is_aksara() =>
        {
            true
        }
        (prev, next) if prev.is_aksara() && next.is_aksara() => {
            right.second().map(Class::of) == Some(Class::ViramaFinal)
        }
        (Class::RegionalIndicator, Class::RegionalIndicator) => left.odd_flags, // LB30a
        (
            Class::EmojiBase | Class::UnassignedPictograph | Class::UnassignedSymbol,
            Class::EmojiModifier,
        ) => true, // LB30b
        _ => false,
    }
}

/// Says whether it is ID, EB or EM.
const fn is_ideograph(class: Class) -> bool {
    matches!(
        class,
        Class::Ideographic | Class::UnassignedPictograph | Class::EmojiBase | Class::EmojiModifier
    )
}
