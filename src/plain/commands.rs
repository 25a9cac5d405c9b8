//! The commands of the line mode: one table, for reading a line, for the help and for the documents.

use crate::locale::Lang;

use super::messages as say;

/// What a command asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The list of commands.
    Help,
    /// One question, or one level, back.
    Back,
    /// On to the next question.
    Next,
    /// The open text, whole.
    Read,
    /// The report, whole.
    ReadAll,
    /// An example.
    Example,
    /// What is asked, once more.
    Again,
    /// Where the writer is.
    Where,
    /// A step back.
    Undo,
    /// A step forth.
    Redo,
    /// The parts of the report.
    Outline,
    /// A decision not to write a part.
    LeaveOut,
    /// What can be done with the open question.
    Here,
    /// The reviewer.
    Check,
    /// Words in the report.
    Find,
    /// Back to the review, the search or the proof.
    Return,
    /// What to do with the report.
    Finish,
    /// A passage of the open text.
    Select,
    /// What was cut or copied, here.
    PutBack,
    /// A copy of the open text.
    Copy,
    /// Earlier versions.
    Versions,
    /// Everything.
    Menu,
    /// Settings.
    Settings,
    /// The rest of a long list.
    More,
    /// The full screen.
    Full,
    /// The end.
    Leave,
}

/// A command and its words.
#[derive(Debug)]
pub struct Command {
    /// What it asks for.
    pub wish: Wish,
    /// Its words in Chinese; the first is the one that is told.
    pub zh: &'static [&'static str],
    /// Its words in English.
    pub en: &'static [&'static str],
    /// What it does.
    pub does: fn(Lang) -> String,
    /// Whether there must be a draft.
    pub needs_draft: bool,
}

impl Command {
    /// Returns the word that is told.
    pub fn word(&self, lang: Lang) -> &'static str {
        let words = match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        };
        words.first().copied().unwrap_or_default()
    }
}

const fn command(
    wish: Wish,
    zh: &'static [&'static str],
    en: &'static [&'static str],
    does: fn(Lang) -> String,
    needs_draft: bool,
) -> Command {
    Command {
        wish,
        zh,
        en,
        does,
        needs_draft,
    }
}

/// Every command, in the order of their numbers. Words of both languages are understood in both.
pub const COMMANDS: &[Command] = &[
    command(
        Wish::Help,
        &["帮助"],
        &["help", "h", "?"],
        say::does_help,
        false,
    ),
    command(
        Wish::Back,
        &["上一步", "返回", "上一项"],
        &["back", "b"],
        say::does_back,
        false,
    ),
    command(
        Wish::Next,
        &["跳过", "下一项"],
        &["skip", "next", "n"],
        say::does_next,
        true,
    ),
    command(Wish::Read, &["读"], &["read", "r"], say::does_read, true),
    command(
        Wish::ReadAll,
        &["读全文", "全文"],
        &["readall", "all"],
        say::does_read_all,
        true,
    ),
    command(
        Wish::Example,
        &["例子"],
        &["example"],
        say::does_example,
        true,
    ),
    command(
        Wish::Again,
        &["重复", "再说"],
        &["again"],
        say::does_again,
        false,
    ),
    command(Wish::Where, &["位置"], &["where"], say::does_where, true),
    command(Wish::Undo, &["撤销"], &["undo", "u"], say::does_undo, true),
    command(Wish::Redo, &["重做"], &["redo"], say::does_redo, true),
    command(
        Wish::Outline,
        &["目录"],
        &["outline", "o"],
        say::does_outline,
        true,
    ),
    command(
        Wish::LeaveOut,
        &["不写"],
        &["leaveout"],
        say::does_leave_out,
        true,
    ),
    command(Wish::Here, &["这一项"], &["here"], say::does_here, true),
    command(
        Wish::Check,
        &["检查"],
        &["check", "c"],
        say::does_check,
        true,
    ),
    command(
        Wish::Find,
        &["查找", "替换"],
        &["find", "f"],
        say::does_find,
        true,
    ),
    command(Wish::Return, &["回去"], &["return"], say::does_return, true),
    command(
        Wish::Finish,
        &["成文", "导出"],
        &["finish", "export"],
        say::does_finish,
        true,
    ),
    command(
        Wish::Select,
        &["选", "选择"],
        &["select", "s"],
        say::does_select,
        true,
    ),
    command(
        Wish::PutBack,
        &["放回", "粘贴"],
        &["paste", "p"],
        say::does_put_back,
        true,
    ),
    command(Wish::Copy, &["复制"], &["copy"], say::does_copy, true),
    command(
        Wish::Versions,
        &["版本", "历史"],
        &["versions", "history"],
        say::does_versions,
        true,
    ),
    command(Wish::Menu, &["菜单"], &["menu", "m"], say::does_menu, true),
    command(
        Wish::Settings,
        &["设置"],
        &["settings"],
        say::does_settings,
        false,
    ),
    command(Wish::More, &["更多"], &["more"], say::does_more, false),
    command(Wish::Full, &["全屏"], &["full"], say::does_full, false),
    command(
        Wish::Leave,
        &["退出"],
        &["quit", "leave", "exit", "q"],
        say::does_leave,
        false,
    ),
];

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A command, and what stands behind its word.
    Command(Wish, String),
    /// A command that there is not: its word.
    NoCommand(String),
    /// Words; of two colons at their beginning one is left.
    Words(String),
}

/// Reads a line: a command where it begins with one colon, of either width.
pub fn read(line: &str) -> Line {
    let Some(colon @ (':' | '：')) = line.chars().next() else {
        return Line::Words(line.to_owned());
    };
    let rest = line.get(colon.len_utf8()..).unwrap_or_default();
    if rest.starts_with([':', '：']) {
        return Line::Words(rest.to_owned());
    }
    let rest = rest.trim();
    let (word, behind) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    match named(word) {
        Some(it) => Line::Command(it.wish, behind.trim().to_owned()),
        None => Line::NoCommand(word.to_owned()),
    }
}

/// Returns the command of a word or a number.
pub fn named(word: &str) -> Option<&'static Command> {
    let lower = word.to_ascii_lowercase();
    let is_it = |it: &&Command| it.zh.contains(&word) || it.en.contains(&lower.as_str());
    let by_number = || COMMANDS.get(super::number(word)?.checked_sub(1)?);
    COMMANDS.iter().find(is_it).or_else(by_number)
}

/// Returns what a command needs.
pub fn of(wish: Wish) -> &'static Command {
    COMMANDS
        .iter()
        .find(|it| it.wish == wish)
        .expect("every wish has its command, by a test")
}
