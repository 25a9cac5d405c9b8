//! The sentence about an outcome. Every sentence names the saved file, since a copy may come to nothing.

use std::path::Path;

use crate::clipboard::outcome::{Kept, Outcome, Outer, Why};
use crate::clipboard::plan::Step;
use crate::clipboard::surroundings::Surroundings;
use crate::locale::Lang;

/// The same as [`sentence`], and before it that this way led nowhere when somebody looked, where it did.
pub fn sentence_here(
    lang: Lang,
    outcome: &Outcome,
    characters: usize,
    saved: &Path,
    surroundings: &Surroundings,
) -> String {
    let said = sentence(lang, outcome, characters, saved);
    let via = outcome.via();
    if via.is_some_and(|it| surroundings.doubted.contains(&it)) {
        return in_doubt(lang, &said);
    }
    said
}

/// Says what came of copying a text of so many characters that was saved to this file before.
pub fn sentence(lang: Lang, outcome: &Outcome, characters: usize, saved: &Path) -> String {
    let n = &grouped(characters);
    let file = &saved.display().to_string();
    match outcome {
        Outcome::Nothing => nothing(lang, file),
        Outcome::Copied {
            by: _,
            in_tmux: false,
        } => copied(lang, n, file),
        Outcome::Copied {
            by: _,
            in_tmux: true,
        } => copied_and_in_tmux(lang, n, file),
        Outcome::InTmux {
            outer: Outer::PassedOn,
        } => passed_on(lang, n, file),
        Outcome::InTmux {
            outer: Outer::PassedToTmux,
        } => passed_to_tmux(lang, n, file),
        Outcome::InTmux {
            outer: Outer::Kept(reason),
        } => kept_in_tmux(lang, n, &kept(lang, *reason), file),
        Outcome::Sent { by: _ } => sent(lang, n, file),
        Outcome::TooLarge {
            bytes,
            limit,
            parts,
        } => too_large(
            lang,
            n,
            &kilobytes(*bytes),
            &kilobytes(*limit),
            *parts,
            file,
        ),
        Outcome::Failed { tried } if tried.is_empty() => no_clipboard(lang, n, file),
        Outcome::Failed { tried } => failed(lang, n, &reasons(lang, tried), file),
    }
}

crate::messages! {
    /// A helper program reported success.
    copied(n: &str, file: &str) {
        zh: "已复制（{n}字）。也存成了 {file}",
        en: "Copied ({n} characters). Also saved as {file}",
    }

    /// The same, and tmux's buffer has it.
    copied_and_in_tmux(n: &str, file: &str) {
        zh: "已复制（{n}字），tmux里也有一份。也存成了 {file}",
        en: "Copied ({n} characters), to the buffer of tmux as well. Also saved as {file}",
    }

    /// The way led nowhere when somebody looked; what came of it now.
    in_doubt(said: &str) {
        zh: "看终端的那次，这样复制没有贴出来，这次也未必行。{said}",
        en: "A copy made this way did not arrive when this terminal was looked at, and may not now. {said}",
    }

    /// OSC 52 was written.
    sent(n: &str, file: &str) {
        zh: "已发送到终端，未确认（{n}字）：终端不会回话，请粘贴试一下。没有的话，文件在 {file}",
        en: "Sent to the terminal, unconfirmed ({n} characters): terminals do not answer, please try to paste. \
             If nothing comes, the file is {file}",
    }

    /// tmux has it and sent it to the terminal.
    passed_on(n: &str, file: &str) {
        zh: "已发送到终端，未确认（{n}字）：终端不会回话，请粘贴试一下。没有的话，tmux里有一份，\
             先按tmux的前缀键，再按 ] 粘贴；文件在 {file}",
        en: "Sent to the terminal, unconfirmed ({n} characters): terminals do not answer, please try to paste. \
             If nothing comes, tmux has it: press its prefix key, then ]. The file is {file}",
    }

    /// tmux has it and sent it to the tmux around it.
    passed_to_tmux(n: &str, file: &str) {
        zh: "已发送到终端，未确认（{n}字）：外面还有一层tmux，它默认不收，请粘贴试一下。没有的话，\
             里面这层tmux里有一份，先按它的前缀键，再按 ] 粘贴；文件在 {file}",
        en: "Sent to the terminal, unconfirmed ({n} characters): there is another tmux outside, which takes nothing \
             by default, please try to paste. If nothing comes, the inner tmux has it: press its prefix key, then ]. \
             The file is {file}",
    }

    /// tmux has it and nobody else.
    kept_in_tmux(n: &str, reason: &str, file: &str) {
        zh: "只复制到了tmux里（{n}字），没有进系统剪贴板：{reason}。先按tmux的前缀键，再按 ] 粘贴，\
             或直接用文件 {file}",
        en: "Copied to tmux only ({n} characters), not to the system clipboard: {reason}. Press the prefix key of \
             tmux, then ] to paste it, or use the file {file}",
    }

    /// Why tmux kept it.
    switched_off() {
        zh: "tmux的set-clipboard是off",
        en: "set-clipboard is off in tmux",
    }

    /// Why tmux kept it.
    not_known_to_have_one() {
        zh: "tmux不知道这个终端能接剪贴板",
        en: "tmux does not know this terminal to take a clipboard",
    }

    /// Why tmux kept it.
    too_large_to_pass(size: &str, limit: &str, parts: usize) {
        zh: "太大（{size}，终端上限约{limit}），可以分{parts}次复制",
        en: "too large ({size}, the terminal takes about {limit}), it can be copied in {parts} parts",
    }

    /// Why tmux kept it.
    not_said() {
        zh: "tmux没有说外面是什么终端",
        en: "tmux does not say what terminal is outside",
    }

    /// The terminal takes less than this.
    too_large(n: &str, size: &str, limit: &str, parts: usize, file: &str) {
        zh: "无法复制：太大（{n}字，{size}，这个终端上限约{limit}）。可以分{parts}次复制，或直接用文件 {file}",
        en: "Cannot copy: too large ({n} characters, {size}, this terminal takes about {limit}). It can be copied in \
             {parts} parts, or use the file {file}",
    }

    /// There was nothing to try.
    no_clipboard(n: &str, file: &str) {
        zh: "无法复制（{n}字）：这里没有能用的剪贴板。文件在 {file}",
        en: "Cannot copy ({n} characters): there is no clipboard here. The file is {file}",
    }

    /// Nothing worked.
    failed(n: &str, reasons: &str, file: &str) {
        zh: "无法复制（{n}字）：{reasons}。文件在 {file}",
        en: "Cannot copy ({n} characters): {reasons}. The file is {file}",
    }

    /// The text was empty.
    nothing(file: &str) {
        zh: "没有内容可以复制。文件在 {file}",
        en: "There is nothing to copy. The file is {file}",
    }

    /// What the terminal is called among the programs that failed.
    terminal() {
        zh: "终端",
        en: "the terminal",
    }

    /// Why a step failed.
    missing(who: &str) {
        zh: "没有安装 {who}",
        en: "not installed: {who}",
    }

    /// Why a step failed.
    not_started(who: &str, error: &str) {
        zh: "{who} 启动不了（{error}）",
        en: "{who} did not start ({error})",
    }

    /// Why a step failed.
    exit_code(who: &str, code: i32) {
        zh: "{who} 没有成功（退出码{code}）",
        en: "{who} did not succeed (exit code {code})",
    }

    /// Why a step failed.
    killed(who: &str) {
        zh: "{who} 被中断",
        en: "{who} was interrupted",
    }

    /// Why a step failed.
    timed_out(who: &str) {
        zh: "{who} 没有回应",
        en: "{who} did not respond",
    }

    /// Why a step failed.
    unread(who: &str) {
        zh: "{who} 没有收下全文",
        en: "{who} did not take the whole text",
    }

    /// Why a step failed.
    other_machine(who: &str) {
        zh: "{who} 只能写进远程电脑的剪贴板",
        en: "{who} would only fill the clipboard of the remote computer",
    }

    /// Why a step failed.
    larger_than_taken(who: &str) {
        zh: "{who} 收不下这么多",
        en: "{who} does not take as much",
    }

    /// Why a step failed.
    no_terminal() {
        zh: "没有终端",
        en: "there is no terminal",
    }

    /// Why a step failed.
    not_written(error: &str) {
        zh: "写不进终端（{error}）",
        en: "the terminal cannot be written to ({error})",
    }
}

fn kept(lang: Lang, reason: Kept) -> String {
    match reason {
        Kept::SwitchedOff => switched_off(lang),
        Kept::NoClipboard => not_known_to_have_one(lang),
        Kept::TooLarge {
            bytes,
            limit,
            parts,
        } => too_large_to_pass(lang, &kilobytes(bytes), &kilobytes(limit), parts),
        Kept::Unknown => not_said(lang),
    }
}

/// The reasons one after the other, those that failed alike and in a row together.
fn reasons(lang: Lang, tried: &[(Step, Why)]) -> String {
    let (and, comma) = match lang {
        Lang::Zh => ("、", "，"),
        Lang::En => (", ", "; "),
    };
    let alike = tried.chunk_by(|(_, a), (_, b)| a == b);
    let reasons = alike.filter_map(|it| {
        let (_, why) = it.first()?;
        let who: Vec<_> = it.iter().map(|(step, _)| name(lang, *step)).collect();
        Some(reason(lang, &who.join(and), *why))
    });
    reasons.collect::<Vec<_>>().join(comma)
}

fn name(lang: Lang, step: Step) -> String {
    match step {
        Step::Program(program) => program.name().to_owned(),
        Step::Tmux => "tmux".to_owned(),
        Step::Terminal(_) => terminal(lang),
    }
}

fn reason(lang: Lang, who: &str, why: Why) -> String {
    match why {
        Why::Missing => missing(lang, who),
        Why::NotStarted(kind) => not_started(lang, who, &kind.to_string()),
        Why::Exit(Some(code)) => exit_code(lang, who, code),
        Why::Exit(None) => killed(lang, who),
        Why::TimedOut => timed_out(lang, who),
        Why::Unread => unread(lang, who),
        Why::OtherMachine => other_machine(lang, who),
        Why::TooLarge => larger_than_taken(lang, who),
        Why::NoTerminal => no_terminal(lang),
        Why::Terminal(kind) => not_written(lang, &kind.to_string()),
    }
}

/// A number with commas between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A size in thousands of bytes, rounded to one decimal, which is left out if it is zero.
fn kilobytes(bytes: usize) -> String {
    if bytes < 1_000 {
        return format!("{bytes}B");
    }
    let tenths = bytes.saturating_add(50) / 100;
    let whole = grouped(tenths / 10);
    match tenths % 10 {
        0 => format!("{whole}KB"),
        tenth => format!("{whole}.{tenth}KB"),
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::clipboard::plan::Wrapping;
    use crate::clipboard::program::Program;

    fn in_tmux(outer: Outer) -> Outcome {
        Outcome::InTmux { outer }
    }

    fn failed_by(tried: &[(Step, Why)]) -> Outcome {
        Outcome::Failed {
            tried: tried.to_vec(),
        }
    }

    const WL_COPY: Step = Step::Program(Program::WlCopy);
    const XCLIP: Step = Step::Program(Program::Xclip);
    const XSEL: Step = Step::Program(Program::Xsel);
    const TERMINAL: Step = Step::Terminal(Wrapping::Plain);

    #[test]
    fn the_sentences() {
        for (outcome, zh, en) in [
            (
                Outcome::Copied {
                    by: Program::Xclip,
                    in_tmux: false,
                },
                "已复制（6,448字）。也存成了 /r/2025.md",
                "Copied (6,448 characters). Also saved as /r/2025.md",
            ),
            (
                Outcome::Copied {
                    by: Program::Xclip,
                    in_tmux: true,
                },
                "已复制（6,448字），tmux里也有一份。也存成了 /r/2025.md",
                "Copied (6,448 characters), to the buffer of tmux as well. Also saved as /r/2025.md",
            ),
            (
                Outcome::Sent {
                    by: Wrapping::Plain,
                },
                "已发送到终端，未确认（6,448字）：终端不会回话，请粘贴试一下。没有的话，文件在 /r/2025.md",
                "Sent to the terminal, unconfirmed (6,448 characters): terminals do not answer, please try to paste. \
                 If nothing comes, the file is /r/2025.md",
            ),
            (
                in_tmux(Outer::Kept(Kept::SwitchedOff)),
                "只复制到了tmux里（6,448字），没有进系统剪贴板：tmux的set-clipboard是off。先按tmux的前缀键，再按 ] 粘贴，\
                 或直接用文件 /r/2025.md",
                "Copied to tmux only (6,448 characters), not to the system clipboard: set-clipboard is off in tmux. \
                 Press the prefix key of tmux, then ] to paste it, or use the file /r/2025.md",
            ),
            (
                Outcome::TooLarge {
                    bytes: 19_344,
                    limit: 6_000,
                    parts: 4,
                },
                "无法复制：太大（6,448字，19.3KB，这个终端上限约6KB）。可以分4次复制，或直接用文件 /r/2025.md",
                "Cannot copy: too large (6,448 characters, 19.3KB, this terminal takes about 6KB). It can be copied in \
                 4 parts, or use the file /r/2025.md",
            ),
            (
                failed_by(&[
                    (WL_COPY, Why::TimedOut),
                    (XCLIP, Why::Missing),
                    (XSEL, Why::Missing),
                ]),
                "无法复制（6,448字）：wl-copy 没有回应，没有安装 xclip、xsel。文件在 /r/2025.md",
                "Cannot copy (6,448 characters): wl-copy did not respond; not installed: xclip, xsel. \
                 The file is /r/2025.md",
            ),
            (
                failed_by(&[]),
                "无法复制（6,448字）：这里没有能用的剪贴板。文件在 /r/2025.md",
                "Cannot copy (6,448 characters): there is no clipboard here. The file is /r/2025.md",
            ),
            (
                Outcome::Nothing,
                "没有内容可以复制。文件在 /r/2025.md",
                "There is nothing to copy. The file is /r/2025.md",
            ),
        ] {
            let say = |lang| sentence(lang, &outcome, 6_448, Path::new("/r/2025.md"));
            assert_eq!(say(Lang::Zh), zh);
            assert_eq!(say(Lang::En), en);
        }
    }

    fn every_outcome() -> Vec<Outcome> {
        let (bytes, limit, parts) = (225_000, 74_994, 4);
        let kept = [
            Kept::SwitchedOff,
            Kept::NoClipboard,
            Kept::TooLarge {
                bytes,
                limit,
                parts,
            },
            Kept::Unknown,
        ];
        let whys = [
            (XCLIP, Why::Missing),
            (XCLIP, Why::NotStarted(ErrorKind::PermissionDenied)),
            (XCLIP, Why::Exit(Some(1))),
            (XCLIP, Why::Exit(None)),
            (Step::Tmux, Why::TimedOut),
            (XCLIP, Why::Unread),
            (XCLIP, Why::OtherMachine),
            (TERMINAL, Why::TooLarge),
            (TERMINAL, Why::NoTerminal),
            (TERMINAL, Why::Terminal(ErrorKind::BrokenPipe)),
        ];
        let mut outcomes = vec![
            Outcome::Nothing,
            Outcome::Copied {
                by: Program::Xclip,
                in_tmux: false,
            },
            Outcome::Copied {
                by: Program::Xclip,
                in_tmux: true,
            },
            in_tmux(Outer::PassedOn),
            in_tmux(Outer::PassedToTmux),
            Outcome::Sent {
                by: Wrapping::Plain,
            },
            Outcome::Sent {
                by: Wrapping::Screen,
            },
            Outcome::TooLarge {
                bytes,
                limit,
                parts,
            },
            failed_by(&[]),
            failed_by(&whys),
        ];
        outcomes.extend(kept.into_iter().map(|it| in_tmux(Outer::Kept(it))));
        outcomes.extend(whys.iter().map(|it| failed_by(&[*it])));
        outcomes
    }

    #[test]
    fn every_sentence_names_the_file_and_holds_nothing_of_doubtful_width() {
        for outcome in every_outcome() {
            for lang in [Lang::Zh, Lang::En] {
                let sentence = sentence(lang, &outcome, 12, Path::new("/r/2025.md"));
                assert!(sentence.ends_with("/r/2025.md"), "{sentence}");
                assert_eq!(sentence.width(), sentence.width_cjk(), "{sentence}");
                assert!(!sentence.contains("  "), "{sentence}");
                let has_han = sentence
                    .chars()
                    .any(|it| ('\u{4e00}'..='\u{9fff}').contains(&it));
                assert_eq!(has_han, lang == Lang::Zh, "{sentence}");
            }
        }
    }

    #[test]
    fn only_a_helper_that_reported_success_makes_it_copied() {
        for outcome in every_outcome() {
            let zh = sentence(Lang::Zh, &outcome, 12, Path::new("/r/2025.md"));
            assert_eq!(
                zh.starts_with("已复制"),
                matches!(outcome, Outcome::Copied { .. }),
                "{zh}"
            );
        }
    }

    #[test]
    fn numbers_are_easy_to_read() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!(
            [0, 49, 999, 6_000, 19_344, 74_994, 1_200_000].map(kilobytes),
            ["0B", "49B", "999B", "6KB", "19.3KB", "75KB", "1,200KB"]
        );
    }
}
