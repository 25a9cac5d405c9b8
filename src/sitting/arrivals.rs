//! What the full screen says about texts that come in from elsewhere, from last year, and from the texts set aside.

crate::messages! {
    /// Import, on the first screen.
    import_entry() { zh: "从已有文字导入（Word、文本文件，或者粘贴）", en: "Import a text (Word, plain text, or pasted)" }
    /// Which file.
    which_file() { zh: "文件在哪里？写出路径，或把文件拖到这里；也可以直接粘贴全文。", en: "Where is the file? Type its path or drop it here; or paste the text itself." }
    /// No path was given.
    no_path() { zh: "请写文件的路径，或者粘贴全文。", en: "Please give a path, or paste the text." }
    /// It cannot be read.
    unread(path: &str, why: &str) { zh: "读不了 {path}：{why}", en: "{path} cannot be read: {why}" }
    /// A folder, a pipe, a device.
    no_file() { zh: "这不是一个文件", en: "it is no file" }
    /// What is wrong, and what to do.
    and_then(what: &str, hint: &str) { zh: "{what}。{hint}", en: "{what}. {hint}" }
    /// What was pasted, as a name.
    pasted_text() { zh: "粘贴的文字", en: "the pasted text" }
    /// Several texts.
    which_text(n: usize) { zh: "里面像是有{n}篇，导入哪一篇？", en: "There seem to be {n} texts in it. Which one?" }
    /// What to do.
    what_now(name: &str) { zh: "{name}：先看看读懂了什么，再决定。现在还没有建草稿。", en: "{name}: see what was understood, then decide. No draft has been made yet." }
    /// Look.
    look() { zh: "看看读懂了什么", en: "See what was understood" }
    /// Make the draft.
    make_it() { zh: "就这样建成草稿", en: "Make a draft of it" }
    /// The kind.
    kind_found(name: &str) { zh: "材料种类：自动（{name}）", en: "Kind: found by itself ({name})" }
    /// The kind.
    kind_given(name: &str) { zh: "材料种类：{name}", en: "Kind: {name}" }
    /// Which kind.
    find_kind() { zh: "自动", en: "Find it" }
    /// Another text of the file.
    other_text() { zh: "导入里面的另一篇", en: "Another text of this file" }
    /// Another file.
    other_file() { zh: "换一个文件", en: "Another file" }
    /// Title of the preview.
    understood() { zh: "读懂了什么（按回车接着选）", en: "What was understood (Enter goes on)" }
    /// A remark.
    remark_is(line: usize, what: &str) { zh: "第{line}行：{what}", en: "Line {line}: {what}" }
    /// No remarks.
    no_remarks() { zh: "没有要提醒的。", en: "Nothing to remark." }
    /// It was made, and all of it has a place.
    imported_whole(placed: &str) { zh: "已建成草稿，{placed}字全都有了位置。", en: "A draft was made: all {placed} characters have a place." }
    /// It was made.
    imported(placed: &str, unplaced: &str) { zh: "已建成草稿：{placed}字有了位置，{unplaced}字在[暂不使用的内容]里。", en: "A draft was made: {placed} characters have a place, {unplaced} are kept aside." }

    /// Whether to begin from an earlier report.
    from_which() { zh: "要接着哪一份写吗？接着写，会把那一份的措施变成要交代的清单，原文可以随时对照。", en: "Does it follow an earlier report? Its measures become the promises to answer for, and its words stay at hand." }
    /// No.
    from_none() { zh: "不，从头写", en: "No, begin afresh" }
    /// Show last year's words.
    see_earlier() { zh: "看上次的原文（这一项）", en: "See what last year's report said here" }
    /// Title of that.
    earlier_title(title: &str) { zh: "上次的原文：{title}", en: "Last year: {title}" }
    /// Nothing there.
    nothing_earlier() { zh: "上次没有和这一项相近的内容。", en: "Last year's report has nothing like this." }
    /// It is in the trash.
    earlier_deleted(title: &str) { zh: "上次的草稿《{title}》在回收站里，原文还能看。", en: "The earlier draft '{title}' is in the trash; its words can still be read." }
    /// It is gone.
    earlier_gone(title: &str) { zh: "上次的草稿《{title}》已经不在了，原文看不到；清单不受影响。", en: "The earlier draft '{title}' is gone, and its words with it; the list stays." }
    /// The name of the pane.
    pane() { zh: "上次的原文", en: "Last year" }
    /// More than the pane shows.
    pane_more() { zh: "下面还有：菜单 7", en: "more: menu 7" }

    /// The texts set aside.
    tray_entry(n: usize) { zh: "暂不使用的内容（{n}段）", en: "Kept, not used ({n})" }
    /// What to do with one.
    read_whole() { zh: "读全文", en: "Read all of it" }
    /// As above.
    put_into() { zh: "放回正文里的某处", en: "Put it back into the report" }
    /// As above.
    write_on() { zh: "就在这里改", en: "Edit it here" }
    /// As above.
    copy_it() { zh: "复制", en: "Copy it" }
    /// As above.
    delete_it() { zh: "删掉（可以撤销）", en: "Delete it (can be undone)" }
    /// Where it came from.
    came_from(origin: &str, text: &str) { zh: "[{origin}] {text}", en: "[{origin}] {text}" }
    /// Where to.
    where_to() { zh: "放到哪里？", en: "Where to?" }
    /// Behind a text.
    behind(what: &str) { zh: "接在后面：{what}", en: "Behind: {what}" }
    /// A new one.
    new_problem_in(what: &str) { zh: "新的问题：{what}", en: "A new problem: {what}" }
    /// As above.
    example_of(what: &str) { zh: "新的事例：{what}", en: "A new example: {what}" }
    /// As above.
    detail_of(what: &str) { zh: "新的表现：{what}", en: "A new detail: {what}" }
    /// As above.
    new_cause() { zh: "新的原因", en: "A new cause" }
    /// As above.
    new_measure() { zh: "新的措施", en: "A new measure" }
    /// A dimension.
    into_dimension(what: &str) { zh: "放进方面：{what}", en: "Into the dimension: {what}" }
    /// It was put back.
    put_back_done() { zh: "已放到这里，Ctrl+Z 撤销。", en: "Put here; Ctrl+Z takes it back." }
    /// Set a paragraph aside.
    set_paragraph_aside() { zh: "这一段先放着（放进暂不使用的内容）", en: "Set this paragraph aside (kept, not used)" }
    /// Set the selection aside.
    set_selection_aside() { zh: "选中的先放着（放进暂不使用的内容）", en: "Set the selection aside (kept, not used)" }
    /// It was.
    was_set_aside() { zh: "已放进[暂不使用的内容]，Ctrl+Z 撤销。", en: "Kept aside; Ctrl+Z takes it back." }

    /// The count of the list is printed.
    counted(counts: &str) { zh: "清单现有{counts}", en: "The list has {counts}" }
    /// The text says other numbers.
    miscounted(said: &str, counts: &str) { zh: "文中写的是{said}，清单里是{counts}", en: "The text says {said}, the list has {counts}" }
    /// Counts.
    kinds_and_items(kinds: usize, items: usize) { zh: "{kinds}类{items}条", en: "{items} items of {kinds} kinds" }
    /// Counts.
    items_only(items: usize) { zh: "{items}条", en: "{items} items" }
    /// Counts.
    kinds_only(kinds: usize) { zh: "{kinds}类", en: "{kinds} kinds" }
    /// Correct the text.
    correct_counts(counts: &str) { zh: "把文中的数改成{counts}", en: "Make the text say {counts}" }
}
