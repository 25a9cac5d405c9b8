//! What the store says, in both languages: what happened, where, why, and what to do next.

use std::io::ErrorKind;

use super::{Doing, StoreError};
use crate::locale::Lang;

crate::messages! {
    /// What was being done, for [`describe`].
    create_folder() { zh: "无法建立文件夹", en: "cannot make the folder" }
    /// As above.
    read() { zh: "无法读取", en: "cannot read" }
    /// As above.
    append() { zh: "无法写入", en: "cannot write to" }
    /// As above.
    replace() { zh: "无法存成", en: "cannot save" }
    /// As above.
    sync() { zh: "无法写到磁盘", en: "cannot bring to the disk" }
    /// As above.
    relocate() { zh: "无法移动", en: "cannot move" }
    /// As above.
    remove() { zh: "无法删除", en: "cannot remove" }
    /// As above.
    protect() { zh: "无法改成只有自己能读", en: "cannot make private" }
    /// As above.
    lock() { zh: "无法锁定", en: "cannot lock" }
    /// One line: what, where, why.
    io(what: &str, path: &str, why: &str) { zh: "{what} {path}：{why}", en: "{what} {path}: {why}" }
    /// No such draft.
    not_found(name: &str) { zh: "没有找到草稿[{name}]", en: "there is no draft '{name}'" }
    /// What to do then.
    not_found_hint() { zh: "用 pouxi list 看有哪些草稿，用 pouxi trash 看已删除的。", en: "See 'pouxi list', and 'pouxi trash' for deleted ones." }
    /// Several drafts.
    ambiguous(name: &str, ids: &str) { zh: "有几份草稿都叫[{name}]：{ids}", en: "several drafts are called '{name}': {ids}" }
    /// What to do then.
    ambiguous_hint() { zh: "请用编号指明是哪一份。", en: "Name the one you mean by its id." }
    /// A newer program wrote it.
    newer(path: &str, format: u32) { zh: "{path} 是更新版本的程序写的（格式{format}），只能看不能改", en: "{path} was written by a newer program (format {format}); it can be read, not changed" }
    /// What to do then.
    newer_hint() { zh: "请升级 pouxi，或者用写它的那个版本打开。", en: "Upgrade pouxi, or open it with the version that wrote it." }
    /// Another window.
    busy(terminal: &str, since: &str) { zh: "这份草稿正在另一个窗口里打开（{terminal}，{since}）", en: "the draft is open in another window ({terminal}, since {since})" }
    /// What to do then.
    busy_hint() { zh: "先在那个窗口退出，或者用 pouxi resume 打开后选接着写。", en: "Leave it there first, or open it with 'pouxi resume' and choose to take over." }
    /// It was taken over.
    taken_over() { zh: "另一个窗口接着写了这份草稿，这里只能看", en: "another window has taken the draft over; it can only be read here" }
    /// What to do then.
    taken_over_hint() { zh: "回到那个窗口继续写。", en: "Go on writing in that window." }
    /// The folder is gone.
    gone(path: &str) { zh: "草稿的文件夹不在了（{path}）", en: "the draft's folder is gone ({path})" }
    /// What to do then.
    gone_hint() { zh: "写的内容还在，可以接着写；请把文件夹放回原处，或者在菜单里换个地方保存。", en: "Nothing written is lost and you can go on; put the folder back, or save elsewhere from the menu." }
    /// Another program's file.
    replaced(path: &str) { zh: "别的程序换掉了草稿的文件（{path}）", en: "another program replaced a file of the draft ({path})" }
    /// What to do then.
    replaced_hint() { zh: "写的内容还在，会自动再存；如果是同步软件，请先让它停下。", en: "Nothing written is lost and saving is tried again; if a sync program did it, pause it." }
    /// The disk is full.
    full() { zh: "磁盘满了", en: "the disk is full" }
    /// What to do then.
    full_hint() { zh: "请先腾出一些空间，写的内容还在，会自动再试。", en: "Free some space; nothing written is lost and saving is tried again." }
    /// No permission.
    denied() { zh: "没有权限", en: "permission denied" }
    /// What to do then.
    denied_hint() { zh: "请检查这个位置的权限，或者用 --home 换一个位置。", en: "Check the permissions of that place, or choose another with --home." }
    /// It is not there.
    missing() { zh: "没有这个文件或文件夹", en: "there is no such file or folder" }
    /// What to do then.
    missing_hint() { zh: "请检查路径是否写对。", en: "Check the path." }
    /// A folder stands where a file should.
    is_folder() { zh: "这是文件夹，不是文件", en: "it is a folder and no file" }
    /// What to do then.
    is_folder_hint() { zh: "请写出里面某个文件的路径。", en: "Give the path of a file in it." }
    /// A file stands where a folder should.
    no_folder() { zh: "路径里有一段是文件，不是文件夹", en: "a part of the path is a file and no folder" }
    /// It is there already.
    exists() { zh: "已经有同名的文件", en: "there is a file of that name already" }
    /// What to do then.
    exists_hint() { zh: "换一个名字，或者加 --force 覆盖。", en: "Choose another name, or overwrite it with --force." }
    /// The disk cannot be written.
    read_only() { zh: "这个位置只能读", en: "the place is read-only" }
    /// A file longer than it may be.
    too_long() { zh: "文件太大", en: "the file is too large" }
    /// What to do then.
    too_long_hint() { zh: "请检查是不是给错了文件。", en: "Check that it is the file you meant." }
    /// A link where a file or folder of ours should be.
    link() { zh: "这是一个链接，数据文件夹里的链接不会跟着走", en: "it is a link, and links in the data folder are not followed" }
    /// What to do then.
    link_hint() { zh: "请把链接换成文件或文件夹本身；要换个位置存放，用 --home。", en: "Put the file or folder itself in its place; to keep everything elsewhere, use --home." }
    /// Any other refusal.
    other_hint() { zh: "请检查这个位置能不能读写，再试一次。", en: "Check that the place can be read and written, then try again." }
}

/// Returns what happened, with its place and reason, and what to do next. Neither ends in a line break.
pub fn describe(lang: Lang, error: &StoreError) -> (String, String) {
    match error {
        StoreError::Io {
            doing,
            path,
            source,
        } => {
            let what = doing_words(lang, *doing);
            let (why, hint) = reason(lang, source);
            (io(lang, &what, &path.display().to_string(), &why), hint)
        }
        StoreError::NotFound { name } => (not_found(lang, name), not_found_hint(lang)),
        StoreError::Ambiguous { name, ids } => {
            (ambiguous(lang, name, &ids.join(" ")), ambiguous_hint(lang))
        }
        StoreError::Newer { path, format } => (
            newer(lang, &path.display().to_string(), *format),
            newer_hint(lang),
        ),
        StoreError::Busy { owner } => (busy(lang, &owner.place(), &owner.since), busy_hint(lang)),
        StoreError::TakenOver => (taken_over(lang), taken_over_hint(lang)),
        StoreError::Gone { path } => (gone(lang, &path.display().to_string()), gone_hint(lang)),
        StoreError::Replaced { path } => (
            replaced(lang, &path.display().to_string()),
            replaced_hint(lang),
        ),
    }
}

fn doing_words(lang: Lang, doing: Doing) -> String {
    match doing {
        Doing::CreateFolder => create_folder(lang),
        Doing::Read => read(lang),
        Doing::Append => append(lang),
        Doing::Replace => replace(lang),
        Doing::Sync => sync(lang),
        Doing::Move => relocate(lang),
        Doing::Remove => remove(lang),
        Doing::Protect => protect(lang),
        Doing::Lock => lock(lang),
    }
}

/// Returns why the system refused, and what to do next.
pub fn reason(lang: Lang, source: &std::io::Error) -> (String, String) {
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (full(lang), full_hint(lang)),
        ErrorKind::PermissionDenied => (denied(lang), denied_hint(lang)),
        ErrorKind::ReadOnlyFilesystem => (read_only(lang), denied_hint(lang)),
        ErrorKind::IsADirectory => (is_folder(lang), is_folder_hint(lang)),
        ErrorKind::NotADirectory => (no_folder(lang), missing_hint(lang)),
        ErrorKind::NotFound => (missing(lang), missing_hint(lang)),
        ErrorKind::AlreadyExists => (exists(lang), exists_hint(lang)),
        ErrorKind::FileTooLarge => (too_long(lang), too_long_hint(lang)),
        _ if is_link(source) => (link(lang), link_hint(lang)),
        _ => (source.to_string(), other_hint(lang)),
    }
}

/// Tells whether the system refused to follow a link.
#[cfg(unix)]
fn is_link(source: &std::io::Error) -> bool {
    source.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
fn is_link(_: &std::io::Error) -> bool {
    false
}
