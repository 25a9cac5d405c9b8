//! The two languages of the interface.
//!
//! Every sentence a person reads is declared with [`messages!`](crate::messages), in both languages side by
//! side, in a `messages.rs` near what it talks about. The compiler refuses a sentence that lacks a language or
//! names an argument it does not have.
//!
//! A third language is one column: an arm of [`Lang`] and of the macro, a third word in the pairs of the help and of the
//! keys; the compiler then names every sentence that lacks it. What is told apart by `== Lang::Zh` is typography (how
//! Chinese is numbered and broken), which a language written in Latin letters shares with English. Report templates keep their own language: they are data, not messages.

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Reads a language tag or a POSIX locale name (`zh`, `zh-CN`, `zh_CN.UTF-8`, `en`, `C`).
    /// Everything that is not Chinese is English, the language more readers of an unknown tag can use.
    pub fn from_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("zh") {
            Self::Zh
        } else {
            Self::En
        }
    }
}

/// Declares functions that say a sentence: `fn name(lang, args…) -> String`.
///
/// ```
/// use pouxi::locale::Lang;
/// pouxi::messages! {
///     /// Said after a save.
///     saved(characters: usize) { zh: "已保存，{characters}字。", en: "Saved, {characters} characters." }
/// }
/// assert_eq!(saved(Lang::Zh, 12), "已保存，12字。");
/// ```
#[macro_export]
macro_rules! messages {
    ($( $(#[$doc:meta])* $name:ident ( $($arg:ident : $ty:ty),* $(,)? ) { zh: $zh:literal, en: $en:literal $(,)? } )*) => {$(
        $(#[$doc])*
        pub fn $name(lang: $crate::locale::Lang $(, $arg: $ty)*) -> String {
            match lang {
                $crate::locale::Lang::Zh => format!($zh),
                $crate::locale::Lang::En => format!($en),
            }
        }
    )*};
}
