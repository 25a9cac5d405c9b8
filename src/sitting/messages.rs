//! What the full screen says, in both languages. No signs of ambiguous width: names are set off by `[ ]` or 《》.

use crate::locale::Lang;
use crate::paste::Fix;

crate::messages! {
    /// Where the words are kept, on the first screen.
    stays_here() { zh: "文字只存在这台电脑上", en: "your words stay on this computer" }
    /// The program, on the first screen.
    welcome() { zh: "剖析  帮你一步一步写完自我剖析材料", en: "pouxi  walks you through a self-review" }
    /// Continue the last draft.
    continue_last(title: &str) { zh: "继续上次：{title}", en: "Continue: {title}" }
    /// Where the writer was, and how far the last draft is.
    was_at(name: &str, characters: &str, when: &str) { zh: "上次写到[{name}]，全文{characters}字，{when}。", en: "Last time you were at [{name}]: {characters} characters, {when}." }
    /// How far the last draft is.
    was_left(characters: &str, when: &str) { zh: "上次的材料有{characters}字，{when}。", en: "Your last draft has {characters} characters, {when}." }
    /// Begin a new one.
    new_report() { zh: "新写一份", en: "Start a new report" }
    /// Open another.
    other_drafts(n: usize) { zh: "打开别的草稿（共{n}份）", en: "Open another draft ({n} in all)" }
    /// Change the language.
    change_language() { zh: "语言 / Language：中文", en: "Language / 语言: English" }
    /// Leave the program.
    leave() { zh: "退出", en: "Leave" }
    /// Which kind of report.
    which_kind() { zh: "写哪种材料？", en: "Which kind of report?" }
    /// The line that takes a notice, and the title of its screen.
    from_notice() { zh: "按通知来写：粘贴今年的通知", en: "Paste a notice (in Chinese) and write to it" }
    /// On the screen that takes a notice.
    paste_notice() {
        zh: "把通知的文字粘贴到这里；读到了什么，先给你看。",
        en: "Paste the text of the notice here; you see what was read before anything is kept.",
    }
    /// Over what was read in a notice.
    notice_was_read() {
        zh: "读到这些，请和通知对照；选中一条再回车，就是不要它。",
        en: "This was read: compare it with the notice. Enter on a line takes it out. ",
    }
    /// The line that begins a report to a notice.
    write_to_notice() { zh: "就按这个写", en: "Write to this" }
    /// The line that takes a notice from a file.
    notice_from_file() { zh: "从文件读通知", en: "Read the notice from a file" }
    /// Asked for the file of a notice.
    which_notice_file() { zh: "通知的文件在哪里？写出路径，或把文件拖到这里；Word、文本都行。", en: "Where is the file of the notice? Type its path or drop it here; Word or plain text." }
    /// A file could not be read.
    cannot_read(path: &str, why: &str) { zh: "读不了 {path}：{why}", en: "Cannot read {path}: {why}" }
    /// The line of a notice something stands on.
    on_line(line: usize) { zh: "第{line}行", en: "line {line}" }
    /// A line of a notice in which nothing was read.
    nothing_read(text: &str) { zh: "没有读懂：{text}", en: "not understood: {text}" }
    /// Something was taken out of what was read.
    taken_out() { zh: "去掉了；要找回来，再粘贴一次。", en: "Taken out; to get it back, paste again." }
    /// The line of the outline that changes the template, and the title of its screens.
    change_kind() { zh: "换一种材料", en: "Make it another kind of report" }
    /// Over what becomes of every part under another template.
    what_becomes() {
        zh: "左边现在的，右边换了以后的；选中一条再回车，换一个去处。写好的字一个不少，换了可以撤销。",
        en: "Left what is, right what it becomes; Enter on a line gives it another place. No word is lost; undo takes it back.",
    }
    /// The line that does it.
    change_kind_now() { zh: "就这样换", en: "Change it so" }
    /// A part that stays as it is.
    part_stays() { zh: "照原样留着", en: "stays as it is" }
    /// A part that goes because nothing is written in it.
    part_goes() { zh: "空的，去掉", en: "empty, goes" }
    /// The template was changed.
    kind_changed(name: &str) { zh: "已换成：{name}。要回去就撤销。", en: "Changed to: {name}. Undo takes it back." }
    /// The list of kinds of earlier years.
    earlier_kinds() { zh: "往年的会议材料", en: "Kinds of earlier years" }
    /// The list of kinds in the other language.
    other_kinds() { zh: "英文材料", en: "Reports in Chinese" }
    /// How many kinds a list has.
    n_kinds(n: usize) { zh: "{n}种", en: "{n} kinds" }
    /// A template of the writer's own, in the list of kinds.
    own_kind() { zh: "自己的", en: "own" }
    /// Own templates that could not be read, behind the question which kind.
    unread_kinds(n: usize) {
        zh: "（自己的模板有{n}个文件读不了，用 pouxi template list 看哪里不对。）",
        en: " ({n} of your own template files cannot be read: see pouxi template list.)",
    }
    /// A pack whose dimensions are not confirmed.
    unconfirmed() { zh: "方面未经核实，请对照通知", en: "dimensions not confirmed" }
    /// A new report of this kind.
    new_report_of(kind: &str) { zh: "新写一份：{kind}", en: "New: {kind}" }
    /// Which year.
    which_year() { zh: "哪一年？直接回车就是下面这一年。", en: "Which year? Enter takes the one below." }
    /// Not a year.
    not_a_year() { zh: "请写四位数的年份，例如 2026。", en: "Please give the year with four digits, such as 2026." }
    /// Who writes.
    who_writes() { zh: "单位、职务和姓名？可以空着，以后再填。", en: "Who writes it: unit, post and name? May stay empty for now." }
    /// Which draft.
    which_draft() { zh: "打开哪一份？", en: "Which draft?" }
    /// A draft that cannot be described.
    unreadable() { zh: "（上次没有存完，打开后会恢复）", en: "(not saved to the end; opening it recovers it)" }
    /// Delete a draft.
    delete_draft() { zh: "删掉（放进回收站）", en: "Delete (into the trash)" }
    /// Sure?
    sure_to_delete(title: &str) { zh: "把《{title}》放进回收站？用 pouxi restore 可以取回。", en: "Move '{title}' to the trash? 'pouxi restore' brings it back." }
    /// The trash, on the first screen.
    trash_entry(n: usize) { zh: "回收站（{n}份）", en: "Trash ({n})" }
    /// The trash.
    trash() { zh: "回收站", en: "Trash" }
    /// Take it back.
    restore() { zh: "取回", en: "Take it back" }
    /// Remove it for good.
    destroy() { zh: "永久删除，不能再取回", en: "Remove for good: it cannot be taken back" }
    /// Remove all of them for good.
    empty_trash(n: usize) { zh: "清空回收站（{n}份）", en: "Empty the trash ({n})" }
    /// Sure?
    sure_to_destroy(title: &str) { zh: "永久删除《{title}》和它的历史？以后再也取不回来。", en: "Remove '{title}' and its history for good? Nothing brings it back." }
    /// Sure?
    sure_to_empty(n: usize) { zh: "永久删除回收站里的{n}份草稿？以后再也取不回来。", en: "Remove the {n} drafts in the trash for good? Nothing brings them back." }
    /// It was taken back.
    restored() { zh: "已取回，在草稿里。", en: "Taken back; it is among the drafts." }
    /// They are gone.
    destroyed(n: usize) { zh: "已永久删除{n}份。", en: "{n} removed for good." }
    /// Open it.
    open_it() { zh: "打开", en: "Open" }
    /// No.
    no_back() { zh: "不，回去", en: "No, back" }
    /// It was deleted.
    deleted() { zh: "已放进回收站。", en: "Moved to the trash." }
    /// Menu.
    menu() { zh: "菜单", en: "Menu" }
    /// Go on writing.
    go_on() { zh: "继续写", en: "Go on writing" }
    /// Outline.
    outline_entry() { zh: "目录（去别的方面）", en: "Outline (go to another part)" }
    /// Result.
    result_entry() { zh: "成文：看全文、存文件、复制", en: "Finish: read it, save it, copy it" }
    /// Undo.
    undo() { zh: "撤销", en: "Undo" }
    /// Menu: undo and what lies behind it.
    past_entry() { zh: "撤销、重做、选择、复制、以前的版本", en: "Undo, redo, select, copy, earlier versions" }
    /// The versions.
    versions_entry() { zh: "以前的版本：看、比较、恢复", en: "Earlier versions: read, compare, restore" }
    /// The list of versions.
    versions() { zh: "以前的版本", en: "Earlier versions" }
    /// Over the list of versions.
    which_version() { zh: "回到哪一版？先看再恢复，恢复了也能撤销。", en: "Which version? Look first; restoring can be undone." }
    /// What was changed since.
    since() { zh: "看看后来改了什么", en: "See what was changed since" }
    /// What it changed.
    changed_in() { zh: "看看这一版比前一版改了什么", en: "See what it changed against the one before" }
    /// Over what was changed since a version.
    since_version(name: &str) { zh: "后来改了什么：从[{name}]到现在", en: "Changed since: {name}" }
    /// Over what a version changed.
    changed_in_version(name: &str) { zh: "比前一版改了什么：{name}", en: "Changed against the version before: {name}" }
    /// Make it the draft again.
    restore_version() { zh: "恢复成这一版（可以撤销）", en: "Make it the draft again (can be undone)" }
    /// It was restored.
    version_restored(name: &str) { zh: "已恢复成：{name}。Ctrl+Z 撤销，菜单里也有。", en: "Restored: {name}. Ctrl+Z takes it back; so does the menu." }
    /// It cannot be.
    version_is_the_same() { zh: "这一版和现在一样，没有改动。", en: "That version is what is here; nothing was changed." }
    /// Make the past unreadable.
    forget_entry() { zh: "彻底清除删掉的文字和以前的版本", en: "Erase deleted words and earlier versions for good" }
    /// Sure?
    sure_to_forget() { zh: "现在的文字留着；删掉过的文字、以前的版本、数据文件夹里为它存的文件都会清除，以后不能撤销，也取不回来。", en: "What is written now stays. Deleted words, earlier versions and the files kept of it in the data folder go for good: no undo, nothing brings them back." }
    /// Yes.
    forget_yes() { zh: "彻底清除", en: "Erase them for good" }
    /// It was done.
    forgotten(n: usize) { zh: "已彻底清除，删了{n}个旧文件。现在的文字没有动。", en: "Erased for good, old files removed: {n}. What is written now is untouched." }
    /// Files of other programs are still there.
    forgotten_but(n: usize, names: &str) { zh: "已清除，删了{n}个旧文件；这些不是剖析写的，没有动，请自己看看：{names}", en: "Erased, old files removed: {n}. These were not written by pouxi and are left; please look: {names}" }
    /// Redo.
    redo() { zh: "重做", en: "Redo" }
    /// This question.
    here_entry() { zh: "这一项：例子、不写、挪动、删除", en: "This one: example, leave out, move, delete" }
    /// Settings.
    settings_entry() { zh: "设置：语言、字宽、换一份草稿", en: "Settings: language, width of signs, another draft" }
    /// Go on line by line.
    by_lines() { zh: "换成逐行方式（朗读、很小的窗口）", en: "Go on line by line (screen readers, tiny windows)" }
    /// Put away and go to the first screen.
    put_away() { zh: "放下这份，回到开始：换一份或新写", en: "Put it away, back to the start: another report, or a new one" }
    /// Leave, everything saved.
    leave_saved() { zh: "退出（已经保存）", en: "Leave (everything is saved)" }
    /// Unfold the example.
    show_example() { zh: "看例子", en: "Show an example" }
    /// Fold it.
    hide_example() { zh: "收起例子", en: "Hide the example" }
    /// An example, not a text.
    example(text: &str) { zh: "例子：{text}", en: "Example: {text}" }
    /// Leave this out.
    leave_out(what: &str) { zh: "不写{what}（写过的会留着）", en: "Leave out {what} (what is written stays)" }
    /// Take it up again.
    take_up(what: &str) { zh: "还是要写{what}", en: "Write {what} after all" }
    /// Names for the two above.
    this_part() { zh: "这一部分", en: "this part" }
    /// As above.
    this_problem() { zh: "这个问题", en: "this problem" }
    /// As above.
    the_examples() { zh: "事例", en: "examples" }
    /// As above.
    the_causes() { zh: "原因", en: "causes" }
    /// As above.
    the_measures() { zh: "措施", en: "measures" }
    /// As above.
    the_count() { zh: "清单小结", en: "the count of the list" }
    /// Why it is left out.
    why_left_out() { zh: "为什么不写？可以空着。", en: "Why is it left out? May stay empty." }
    /// Move.
    move_earlier(what: &str) { zh: "{what}往前挪", en: "Move {what} up" }
    /// Move.
    move_later(what: &str) { zh: "{what}往后挪", en: "Move {what} down" }
    /// Delete.
    remove(what: &str) { zh: "删掉{what}", en: "Delete {what}" }
    /// Objects of moving and deleting.
    this_passage() { zh: "这一段", en: "this passage" }
    /// As above.
    this_cause() { zh: "这条原因", en: "this cause" }
    /// As above.
    this_measure() { zh: "这条措施", en: "this measure" }
    /// As above.
    this_dimension() { zh: "这个方面", en: "this dimension" }
    /// As above.
    this_follow_up() { zh: "这一条", en: "this item" }
    /// As above.
    this_byline() { zh: "这行署名", en: "this line" }
    /// As above.
    this_text() { zh: "这段留存的文字", en: "this kept text" }
    /// Passage kind.
    is_example() { zh: "这一段是事例", en: "This passage is an example" }
    /// Passage kind.
    is_detail() { zh: "这一段是表现，不是事例", en: "This passage is detail, not an example" }
    /// More about a cause or a measure.
    further_detail() { zh: "再写一段说明", en: "Write a further passage" }
    /// A measure that is linked.
    is_linked(headline: &str) { zh: "（已选）{headline}", en: "(chosen) {headline}" }
    /// Unlink.
    unlink() { zh: "和这个问题脱开（不删）", en: "Part it from this problem (not deleted)" }
    /// Rename.
    rename_section() { zh: "改这一部分的标题", en: "Change this heading" }
    /// Rename.
    rename_dimension() { zh: "改方面的名称", en: "Change the dimension's name" }
    /// Say that it was removed.
    removed() { zh: "已删掉，Ctrl+Z 撤销（菜单里也有）。", en: "Deleted. Ctrl+Z brings it back (also in the menu)." }
    /// A big deletion.
    erased(n: usize) { zh: "已删除{n}字，Ctrl+Z 撤销（菜单里也有）。", en: "{n} characters erased. Ctrl+Z brings them back (also in the menu)." }
    /// Outline.
    outline() { zh: "目录", en: "Outline" }
    /// What an unfinished dimension has.
    tally(problems: usize, examples: usize, causes: usize, measures: usize) { zh: "问题{problems} 事例{examples} 原因{causes} 措施{measures}", en: "problems {problems}, examples {examples}" }
    /// Why it is left out.
    reason(why: &str) { zh: "理由：{why}。内容保留", en: "because: {why}; kept" }
    /// It is left out without a reason.
    kept() { zh: "内容保留", en: "kept" }
    /// How many.
    characters(n: &str) { zh: "{n}字", en: "{n} characters" }
    /// The same of a report that is counted in words.
    words(n: &str) { zh: "{n}词", en: "{n} words" }
    /// How many, short.
    n_characters(n: &str) { zh: "{n}字", en: "{n}" }
    /// Items of a list.
    n_items(n: usize) { zh: "{n}条", en: "{n} items" }
    /// Add a dimension.
    add_dimension() { zh: "加一个方面", en: "Add a dimension" }
    /// Add a statement.
    add_statement() { zh: "加一个说明事项", en: "Add a statement" }
    /// Move, rename, leave out or delete a part.
    arrange() { zh: "挪动、改名、不写、删掉某一部分", en: "Move, rename, leave out or delete a part" }
    /// Go there.
    go_there() { zh: "去写", en: "Go there and write" }
    /// Back to writing.
    back_to_writing() { zh: "回去接着写", en: "Back to writing" }
    /// Back.
    back() { zh: "返回", en: "Back" }
    /// Title and byline.
    front() { zh: "题目和署名", en: "Title and byline" }
    /// Texts set aside.
    set_aside() { zh: "暂不使用的内容", en: "Kept, not used" }
    /// Nothing missing.
    complete(length: &str) { zh: "各部分都写了，全文{length}。", en: "Every part is written, {length}." }
    /// Something missing.
    incomplete(missing: usize, length: &str) { zh: "还有{missing}处没写（看目录），全文{length}。不写完也可以存。", en: "{missing} answers are missing (see the outline), {length}. It can be saved all the same." }
    /// Preview.
    preview() { zh: "看一遍全文（按页排好）", en: "Read it through, on its pages" }
    /// An earlier version.
    read_version() { zh: "看一遍全文", en: "Read it through" }
    /// Save.
    save_markdown() { zh: "存成 Markdown 文件", en: "Save as Markdown" }
    /// Save.
    save_docx() { zh: "存成 Word 文件（公文格式）", en: "Save as Word (official layout)" }
    /// Save.
    save_text() { zh: "存成纯文本文件", en: "Save as plain text" }
    /// Save.
    save_other() { zh: "整改台账，或别的格式", en: "The ledger, or another format" }
    /// Which format.
    which_format() { zh: "存成什么？台账里改了状态、时限，可以再导入回来。", en: "Save as what? What is changed in a ledger can be imported again." }
    /// Save.
    save_ledger_xlsx() { zh: "整改台账，电子表格", en: "The ledger as a spreadsheet (XLSX)" }
    /// Save.
    save_ledger_docx() { zh: "整改台账，Word 表格", en: "The ledger as Word (DOCX)" }
    /// Save.
    save_ledger_csv() { zh: "整改台账，逗号分隔的表格", en: "The ledger as CSV" }
    /// Save.
    save_ledger_md() { zh: "整改台账，Markdown", en: "The ledger as Markdown" }
    /// Save.
    save_html() { zh: "网页，可以直接打印", en: "A web page to print (HTML)" }
    /// Save.
    save_answers() { zh: "各部分的答案，给别的程序用", en: "The answers, for other programs (JSON)" }
    /// Copy.
    copy_all() { zh: "复制全文（Markdown）", en: "Copy all of it as Markdown" }
    /// Copy.
    copy_all_text() { zh: "复制全文（纯文本，贴进办公系统）", en: "Copy all of it as plain text" }
    /// Copy.
    copy_part() { zh: "复制一部分，或一个清单", en: "Copy one part, or a list" }
    /// Which part.
    which_part() { zh: "复制哪一部分，哪个清单？", en: "Copy which part, or which list?" }
    /// Saved.
    saved_to(path: &str) { zh: "已存成 {path}", en: "Saved as {path}" }
    /// Behind where it was saved: what no file takes.
    signs_left_out(n: usize) { zh: "，有{n}个看不见的控制字符没有写进去", en: "; control characters left out: {n}" }
    /// It exists.
    exists(path: &str) { zh: "{path} 已经有了。", en: "{path} exists already." }
    /// Save beside it.
    save_beside() { zh: "换个名字存，原来的不动", en: "Save under another name, leave it alone" }
    /// Save over it.
    save_over() { zh: "盖掉原来的", en: "Replace it" }
    /// Width of signs.
    signs_narrow() { zh: "引号、破折号占一格（现在）；改成两格", en: "Curly quotes take one cell (now); make it two" }
    /// Width of signs.
    signs_wide() { zh: "引号、破折号占两格（现在）；改成一格", en: "Curly quotes take two cells (now); make it one" }
    /// Colours.
    colours_are_on() { zh: "颜色：用（现在）；改成不用", en: "Colours are used (now); use none" }
    /// Colours.
    colours_are_off() { zh: "颜色：不用（现在）；改成用", en: "No colours are used (now); use them" }
    /// Colours, as something nearer than the settings says.
    colours_are_told_off() { zh: "颜色：不用（启动时就这样定的）；下次的设置改一改", en: "No colours: so said at the start; change what is set for later" }
    /// Colours, as something nearer than the settings says.
    colours_are_told_on() { zh: "颜色：用（启动时就这样定的）；下次的设置改一改", en: "Colours: so said at the start; change what is set for later" }
    /// The theme.
    theme(now: &str, next: &str) { zh: "配色：{now}（现在）；改成{next}", en: "Theme: {now} (now); {next}" }
    /// A theme.
    theme_auto() { zh: "自动", en: "automatic" }
    /// A theme.
    theme_light() { zh: "浅色底用的", en: "for a light ground" }
    /// A theme.
    theme_dark() { zh: "深色底用的", en: "for a dark ground" }
    /// A theme.
    theme_contrast() { zh: "不上色，只用粗体、反白、下划线", en: "bold, reverse and underlined alone" }
    /// A theme that waits until there are colours.
    theme_waits(name: &str) { zh: "{name}，用颜色时才看得出", en: "{name}, once colours are used" }
    /// Which theme was taken by itself.
    theme_found(name: &str) { zh: "自动，取{name}", en: "automatic, {name}" }
    /// None was.
    theme_not_known() { zh: "自动，认不出底色就不上色", en: "automatic, ground unknown" }
    /// The keys of commands.
    own_keys() { zh: "按键：给命令换一个键", en: "Keys: give a command another one" }
    /// The settings file.
    make_settings() { zh: "设置文件：写一份带说明的，可以自己改", en: "Make the settings file, with a word on each" }
    /// Above the commands.
    which_command() { zh: "给哪个命令换键？ Tab、回车、Esc、方向键和数字不能换，够做所有的事。", en: "Which command gets another key? Tab, Enter, Esc, arrows and digits stay: they are enough for everything." }
    /// A command and its key.
    command_and_key(what: &str, key: &str) { zh: "{what}：{key}", en: "{what}: {key}" }
    /// Beside a command whose key was changed.
    usually(key: &str) { zh: "通常是 {key}", en: "usually {key}" }
    /// All keys as usual.
    usual_keys() { zh: "全部用回通常的键", en: "All of them as usual again" }
    /// The title over the keys of a command.
    key_for(what: &str) { zh: "换键：{what}", en: "Another key: {what}" }
    /// Above the keys of a command.
    which_key(now: &str) { zh: "现在是 {now}。按一下新键就行；没反应，是终端或输入法拦了，从下面选。", en: "Now {now}. Press the new key; where nothing happens, the terminal has it: choose one below." }
    /// The key of a command as usual.
    usual_key(key: &str) { zh: "用回通常的 {key}", en: "{key} again, as usual" }
    /// A key that another command has.
    key_of_another(key: &str, what: &str) { zh: "{key}，现在是[{what}]", en: "{key}, now [{what}]" }
    /// A command has another key.
    key_given(what: &str, key: &str) { zh: "好了，[{what}]现在是 {key}。", en: "Done: [{what}] is {key} now." }
    /// All commands have their usual keys.
    keys_are_usual() { zh: "好了，都是通常的键了。", en: "Done: all keys are as usual." }
    /// Another command has the key.
    key_taken(key: &str, what: &str) { zh: "{key} 现在是[{what}]的键，先给它换一个，再来选。", en: "{key} is the key of [{what}]; give that another one first." }
    /// A key cannot be given.
    key_not_given(key: &str, why: &str) { zh: "{key} 用不了：{why}。换一个，或者从上面选。", en: "Not {key}: {why}. Press another, or choose above." }
    /// How 字 are counted.
    counts_marks() { zh: "字数：连标点都算（现在）；改成不算标点", en: "Count: all characters (now); leave punctuation out" }
    /// How 字 are counted.
    counts_without_punctuation() { zh: "字数：不算标点（现在）；改成和 Word 一样", en: "Count: without punctuation (now); as Word does" }
    /// How 字 are counted.
    counts_as_word() { zh: "字数：和 Word 一样（现在）；改成连标点都算", en: "Count: as Word does (now); all characters" }
    /// The mouse.
    mouse_is_on() { zh: "鼠标：开（现在）；关掉", en: "Mouse: on (now); switch it off" }
    /// The mouse.
    mouse_is_off() { zh: "鼠标：关（现在）；打开（终端自己的选择要按住 Shift）", en: "Mouse: off (now); on (the terminal then selects with Shift)" }
    /// Probing questions.
    probes_are_on() { zh: "再问一层：开（现在）；不再问", en: "Further questions: on (now); ask none" }
    /// Probing questions.
    probes_are_off() { zh: "再问一层：关（现在）；写了一句就再问一层", en: "Further questions: off (now); ask once a sentence is written" }
    /// Probing questions, switched on.
    asks_further() { zh: "写了一句以后，会再问一层。", en: "Once a sentence is written, one more question is asked." }
    /// Probing questions, switched off.
    asks_no_further() { zh: "不再问了。设置里可以再打开。", en: "No further questions. The settings bring them back." }
    /// A question that goes one layer deeper.
    probe(ask: &str) { zh: "再问一层：{ask}", en: "Ask further: {ask}" }
    /// Length of this part.
    part_total(length: &str) { zh: "本部分{length}", en: "part {length}" }
    /// Repaint.
    repaint() { zh: "重画屏幕", en: "Repaint the screen" }
    /// Suspend.
    suspend() { zh: "暂停，回到命令行（输入 fg 回来）", en: "Suspend (come back with fg)" }
    /// Neither variable names an editor.
    no_editor() { zh: "没有指定编辑器。请先设好环境变量 VISUAL 或 EDITOR，例如 export EDITOR=nano，再打开剖析。", en: "No editor is named. Set VISUAL or EDITOR first, such as export EDITOR=nano, and start pouxi again." }
    /// The variable cannot be read.
    unreadable_editor(value: &str) { zh: "环境变量里的编辑器看不懂，引号要成对：{value}", en: "The editor in the environment cannot be read; quotes must match: {value}" }
    /// It could not be started, or its file not read.
    editor_not_run(why: &str, path: &str) { zh: "编辑器没有用成：{why}。草稿没有改，文件在 {path}", en: "The editor could not be used: {why}. The draft is unchanged; the file is {path}" }
    /// It failed.
    editor_failed(how: &str, path: &str) { zh: "编辑器没有正常结束（{how}），草稿没有改。它的文件留在 {path}", en: "The editor did not end well ({how}); the draft is unchanged. Its file is kept: {path}" }
    /// How it ended.
    exit_code(code: i32) { zh: "退出码 {code}", en: "exit code {code}" }
    /// How it ended.
    by_signal(signal: i32) { zh: "信号 {signal}", en: "signal {signal}" }
    /// It left nothing.
    editor_emptied(path: &str) { zh: "编辑器留下的文件是空的，草稿没有改。要清空请在这里删。文件是 {path}", en: "The editor left nothing, and the draft is unchanged. To erase, do it here. The file is {path}" }
    /// It changed nothing.
    editor_untouched() { zh: "编辑器没有改动文件。如果它的窗口还开着，请换成会等待的写法，例如 EDITOR='code --wait'。", en: "The editor left the file as it was. If its window is still open, make it wait, such as EDITOR='code --wait'." }
    /// What it left cannot be read.
    edited_file_kept(what: &str, hint: &str, path: &str) { zh: "{what}。{hint}文件留在 {path}", en: "{what}. {hint} The file is kept: {path}" }
    /// Keys.
    keys() { zh: "按键说明", en: "Keys" }
    /// Below the keys: how a tidied paste comes back.
    help_on_pastes() { zh: "粘贴：整理过什么，下面会说。一次 Ctrl+Z 恢复粘贴来的原样，再按一次整段撤销。", en: "Pasting: what was tidied is told below. One Ctrl+Z brings back the text as it was pasted, a second one takes it away." }
    /// What a key does elsewhere.
    on_lists(what: &str) { zh: "列表和按钮上：{what}", en: "on lists and buttons: {what}" }
    /// Recovery.
    recovery(found: &str, more: &str) { zh: "上次没有正常退出。已找回{found}字（{more}）。", en: "The last session did not end well. {found} characters were recovered ({more})." }
    /// Compared with the snapshot.
    more_than_saved(n: usize) { zh: "比存盘多{n}字", en: "{n} more than saved" }
    /// Compared with the snapshot.
    fewer_than_saved(n: usize) { zh: "比存盘少{n}字", en: "{n} fewer than saved" }
    /// Compared with the snapshot.
    as_many_as_saved() { zh: "字数和存盘一样", en: "as many as saved" }
    /// Use it.
    use_found() { zh: "用找回的", en: "Use what was recovered" }
    /// Compare.
    show_differences() { zh: "看看差别", en: "See the differences" }
    /// Use the snapshot.
    use_saved() { zh: "用上次存盘的（找回的另存一份）", en: "Use what was saved (keep the recovered as a draft of its own)" }
    /// Title of the draft kept aside.
    kept_aside_title(title: &str) { zh: "{title}（找回）", en: "{title} (recovered)" }
    /// It was kept aside.
    kept_aside(title: &str) { zh: "已用上次存盘的；找回的另存为《{title}》。", en: "Back to what was saved; the recovered text is kept as '{title}'." }
    /// Differences.
    differences() { zh: "找回的和存盘的差别", en: "Recovered and saved compared" }
    /// Busy.
    busy(terminal: &str, since: &str) { zh: "这份草稿正在另一个窗口里打开（{terminal}，{since}）。", en: "This draft is open in another window ({terminal}, since {since})." }
    /// Read only.
    only_read() { zh: "只看", en: "Only read it" }
    /// Take over.
    take_over() { zh: "在这里接着写（那边会变成只看）", en: "Write here (the other window turns read-only)" }
    /// It is read only.
    is_read_only() { zh: "这里只能看，不能改。", en: "This can only be read here." }
    /// It was taken over.
    was_taken_over() { zh: "另一个窗口接着写了，这里变成只看。", en: "Another window took over; here it can only be read." }
    /// Buttons.
    button_next_dimension() { zh: "下一个方面", en: "Next dimension" }
    /// As above.
    button_next_problem() { zh: "下一个问题", en: "Next problem" }
    /// As above.
    button_next_part() { zh: "下一部分", en: "Next part" }
    /// As above.
    button_finish() { zh: "成文", en: "Finish" }
    /// As above.
    button_new_problem() { zh: "再写问题", en: "+Problem" }
    /// As above.
    button_new_detail() { zh: "再写表现", en: "+Detail" }
    /// As above.
    button_new_example() { zh: "再写事例", en: "+Example" }
    /// As above.
    button_new_cause() { zh: "再加原因", en: "+Cause" }
    /// As above.
    button_new_measure() { zh: "再加措施", en: "+Measure" }
    /// As above.
    button_new_follow_up() { zh: "再写一条", en: "+Item" }
    /// As above.
    button_new_byline() { zh: "再加一行", en: "+Line" }
    /// Nothing written.
    not_written() { zh: "还没写", en: "not yet" }
    /// Nothing chosen.
    not_chosen() { zh: "还没选", en: "not yet" }
    /// Nothing written, and need not be.
    may_stay_empty() { zh: "可以不写", en: "may stay empty" }
    /// More questions.
    more_above(n: usize) { zh: "上面还有{n}项", en: "{n} more above" }
    /// More questions.
    more_below(n: usize) { zh: "下面还有{n}项", en: "{n} more below" }
    /// A measure that a problem has through one of its causes.
    through_a_cause(headline: &str) { zh: "（随原因）{headline}", en: "(through a cause) {headline}" }
    /// A new cause or measure.
    write_new() { zh: "写一条新的", en: "Write a new one" }
    /// Part it was decided not to write.
    left_out() { zh: "不写", en: "left out" }
    /// How to do it.
    guide(text: &str) { zh: "怎么写：{text}", en: "How: {text}" }
    /// Saved all the time.
    autosave() { zh: "自动保存", en: "autosaved" }
    /// It may only be read.
    read_only() { zh: "只看", en: "read only" }
    /// Saving fails.
    failing() { zh: "没有存上", en: "NOT SAVED" }
    /// Place in the report.
    dimension_of(n: usize, of: usize) { zh: "第{n}/{of}个方面", en: "dimension {n}/{of}" }
    /// Place in the dimension.
    problem_of(n: usize, of: usize) { zh: "问题{n}/{of}", en: "problem {n}/{of}" }
    /// Length of the report.
    total(n: &str) { zh: "全文{n}字", en: "{n} chars" }
    /// The same in words.
    total_words(n: &str) { zh: "全文{n}词", en: "{n} words" }
    /// Length against the range of the notice.
    total_of(n: &str, min: &str, max: &str) { zh: "全文{n}/{min}-{max}字", en: "{n}/{min}-{max} chars" }
    /// Length against the least the notice wants.
    total_at_least(n: &str, min: &str) { zh: "全文{n}字，不少于{min}", en: "{n} chars of at least {min}" }
    /// Length against the most the notice allows.
    total_at_most(n: &str, max: &str) { zh: "全文{n}/{max}字", en: "{n}/{max} chars" }
    /// Saving never stops.
    always_saved() { zh: "一直在自动保存，不用按。", en: "It is saved all the time; no need to press that." }
    /// Ctrl+C once.
    press_again() { zh: "已保存。再按一次 Ctrl+C 退出。", en: "Saved. Ctrl+C again leaves." }
    /// Ctrl+D.
    how_to_leave() { zh: "退出请用菜单（Esc 或 Tab 到[菜单]）。", en: "To leave, use the menu (Esc, or Tab to [Menu])." }
    /// Letters on a button of the writing screen.
    not_in_a_text() { zh: "现在在按钮上，字没有写进去。Tab 到要写的那一项再写。", en: "This is a button, so nothing was written. Tab goes to the texts." }
    /// Letters on a list.
    use_arrows() { zh: "请用上下键和回车，或者数字。", en: "Please use the arrows and Enter, or digits." }
    /// Paste on a list.
    no_paste_here() { zh: "这里不能粘贴，请先到要写的那一项。", en: "Nothing can be pasted here; go to a text first." }
    /// A selection was begun in the menu.
    selecting() { zh: "移动光标来选；选好后在菜单里复制、剪切，或直接打字替换。", en: "Move the caret to select; then copy or cut in the menu, or type to replace." }
    /// Nothing is selected.
    nothing_selected() { zh: "还没有选中文字：Shift+方向键，或菜单里的[选择、复制、粘贴]。", en: "Nothing is selected: Shift+arrows, or [Select, copy, paste] in the menu." }
    /// Nothing was cut yet.
    nothing_to_put_back() { zh: "还没有剪切、复制或整段删掉过文字。", en: "Nothing was cut, copied or erased yet." }
    /// An editor's work was taken in.
    editor_done() { zh: "外部编辑器改的已经收下，Ctrl+Z 可以整个撤销。", en: "Taken in from your editor; Ctrl+Z takes all of it back." }
    /// Menu.
    edit_here() { zh: "用自己的编辑器写这一项", en: "Write this one in your own editor" }
    /// Menu.
    edit_all() { zh: "用自己的编辑器改整份（一个 Markdown 文件）", en: "Edit all of it in your own editor (one Markdown file)" }
    /// Menu.
    find_entry() { zh: "查找和替换（也认拼音首字母）", en: "Find and replace" }
    /// What to look for.
    what_to_find() { zh: "找什么？可以只打拼音首字母，例如 llxx。", en: "Find what? Pinyin initials will do, such as llxx." }
    /// What to put in its place.
    what_instead() { zh: "换成什么？下一步先看替换后的样子。", en: "Replace it with what? You will see it first." }
    /// Nothing was found.
    not_found(query: &str) { zh: "没有找到[{query}]。", en: "'{query}' was not found." }
    /// Something was found.
    found(n: usize, query: &str) { zh: "找到{n}处[{query}]", en: "{n} places with '{query}'" }
    /// Replace.
    replace_entry() { zh: "替换成别的（先看再换）", en: "Replace it (look first)" }
    /// Look for something else.
    find_other() { zh: "找别的", en: "Find something else" }
    /// Replace all.
    replace_all(n: usize) { zh: "这{n}处全部替换（一步可以撤销）", en: "Replace all {n} (one step of undo)" }
    /// What stood there.
    instead_of(words: &str) { zh: "原来是[{words}]", en: "was '{words}'" }
    /// Replaced.
    replaced(n: usize) { zh: "已替换{n}处，Ctrl+Z 撤销。", en: "{n} replaced; Ctrl+Z takes it back." }
    /// Button: back to what was found.
    button_back_to_found() { zh: "回到查找结果", en: "Back to results" }
    /// Menu.
    edit_entry() { zh: "选择、复制、放回、删整句整段", en: "Select, copy, put back, delete a sentence" }
    /// Menu of editing.
    begin_selection() { zh: "从这里开始选（再移动光标）", en: "Begin to select here (then move)" }
    /// As above.
    end_selection() { zh: "不选了", en: "Select nothing" }
    /// As above.
    select_all() { zh: "全选这一项", en: "Select all of this" }
    /// As above.
    copy_selection() { zh: "复制选中的", en: "Copy the selection" }
    /// As above.
    cut_selection() { zh: "剪切选中的", en: "Cut the selection" }
    /// As above.
    put_back() { zh: "放回刚剪切、复制或删掉的", en: "Put back what was cut, copied or erased" }
    /// As above.
    delete_sentence() { zh: "删到句首", en: "Delete to the start of the sentence" }
    /// As above.
    delete_paragraph() { zh: "删到段首", en: "Delete to the start of the paragraph" }
    /// Nothing to undo.
    nothing_to_undo() { zh: "没有可以撤销的了。", en: "Nothing left to undo." }
    /// Nothing to redo.
    nothing_to_redo() { zh: "没有可以重做的。", en: "Nothing to redo." }
    /// A paste.
    pasted(n: usize) { zh: "已粘贴{n}字，Ctrl+Z 可以整段撤销。", en: "{n} characters pasted; Ctrl+Z takes them back in one step." }
    /// A paste that was cleaned of what no text holds.
    pasted_cleaned(n: usize, places: usize, what: &str) { zh: "已粘贴{n}字，已整理{places}处（{what}），Ctrl+Z 可以整段撤销。", en: "{n} characters pasted, {places} places tidied ({what}); Ctrl+Z takes it back in one step." }
    /// A paste that was tidied.
    pasted_tidied(n: usize, places: usize, what: &str) { zh: "已粘贴{n}字，已整理{places}处（{what}），Ctrl+Z 恢复原样，再按一次撤销粘贴。", en: "{n} characters pasted, {places} places tidied ({what}); Ctrl+Z brings back what was pasted, a second one takes it back." }
    /// Between the parts of a list.
    comma() { zh: "、", en: ", " }
    /// [`Fix::LineEnds`].
    fix_line_ends() { zh: "换行符", en: "line ends" }
    /// [`Fix::Controls`].
    fix_controls() { zh: "控制字符", en: "control characters" }
    /// [`Fix::Flattened`].
    fix_flattened() { zh: "换行", en: "line ends" }
    /// [`Fix::Tabs`].
    fix_tabs() { zh: "制表符", en: "tabs" }
    /// [`Fix::Spaces`].
    fix_spaces() { zh: "特殊空格", en: "odd spaces" }
    /// [`Fix::TrailingBlanks`].
    fix_trailing_blanks() { zh: "行末空格", en: "blanks at line ends" }
    /// [`Fix::Wraps`].
    fix_wraps() { zh: "断开的行", en: "cut lines" }
    /// [`Fix::Pinyin`].
    fix_pinyin() { zh: "括号里的拼音", en: "pinyin in brackets" }
    /// [`Fix::Gaps`].
    fix_gaps() { zh: "字间空格", en: "blanks between characters" }
    /// Hints of a list.
    list_hint() { zh: "上下键选择，回车确定，数字也可以。Esc 返回", en: "Up and Down choose, Enter confirms, digits too. Esc goes back" }
    /// Hints of a list that has more lines than digits.
    list_hint_long() { zh: "上下键选择，回车确定，数字也可以，0 看后面几行。Esc 返回", en: "Up, Down and Enter choose, digits too (0: the next nine). Esc goes back" }
    /// Hints of the first list: nothing is behind it.
    list_hint_first() { zh: "上下键选择，回车确定，数字也可以。", en: "Up and Down choose, Enter confirms, digits too." }
    /// Hints of a list in little room.
    list_hint_short() { zh: "上下键 回车 数字 Esc", en: "arrows, Enter, digits, Esc" }
    /// Hints of a one-line question.
    ask_hint() { zh: "写好按回车。Esc 返回", en: "Enter when done. Esc goes back" }
    /// Hints of a text to read.
    read_hint() { zh: "上下键、PgUp、PgDn 翻看。Esc 或回车返回", en: "Arrows, PgUp, PgDn scroll. Esc or Enter goes back" }
    /// The same in little room.
    read_hint_short() { zh: "上下键 Esc", en: "arrows, Esc" }
    /// Hints where there is hardly room.
    tiny_hint() { zh: "Tab/回车", en: "Tab/Enter" }
    /// Hints where there is less room than the full screen needs: the way to the line mode.
    small_hint() { zh: "Esc 8 9 逐行方式", en: "Esc 8 9 line mode" }
    /// The line left on the normal screen.
    farewell(title: &str, characters: &str) { zh: "已保存：{title}，{characters}字。继续写：pouxi", en: "Saved: {title}, {characters} characters. To go on: pouxi" }
    /// A draft without a title.
    untitled() { zh: "未命名", en: "untitled" }
    /// Damage was found.
    damage_found(names: &str, characters: &str) { zh: "有文件损坏，都留着：{names}。找回{characters}字，没有发现缺的。", en: "Damaged files are kept: {names}. {characters} characters were recovered; none are known to be missing." }
    /// As above, where something is missing.
    damage_costs(names: &str, characters: &str, n: u64) { zh: "有文件损坏，都留着：{names}。找回{characters}字，有{n}处改动没能找回。", en: "Damaged files are kept: {names}. {characters} characters were recovered; {n} changes could not be." }
    /// When, today.
    today_at(time: &str) { zh: "今天{time}", en: "today {time}" }
    /// When, yesterday.
    yesterday_at(time: &str) { zh: "昨天{time}", en: "yesterday {time}" }
    /// Saving failed.
    not_saved(why: &str) { zh: "没有存上：{why}。可以接着写，会自动再存；也可以在菜单里换个地方保存。", en: "NOT SAVED: {why}. You can go on; saving is tried again. The menu offers to save elsewhere." }
    /// Why, and where.
    why_at(why: &str, path: &str) { zh: "{why}（{path}）", en: "{why} ({path})" }
    /// The snapshot failed and nothing else.
    only_snapshot_failed(why: &str) { zh: "写的都在，只是没能整理存盘：{why}。", en: "Everything written is kept, but it could not be saved in its final form: {why}." }
    /// A draft that can be read but not written.
    opened_to_read(why: &str) { zh: "只能看：{why}。要改，请在菜单里换个地方保存。", en: "It can only be read: {why}. To change it, save it elsewhere from the menu." }
    /// Another program's files.
    set_aside_other(names: &str) { zh: "别的程序换过草稿的文件。它的另存为 {names}，这里写的都在。", en: "Another program replaced files of this draft. Its own are kept as {names}; everything written here is there." }
    /// Menu: another data folder.
    save_elsewhere() { zh: "换个地方保存，在那里接着写", en: "Save elsewhere and go on there" }
    /// Which folder.
    which_folder() { zh: "存到哪个文件夹？没有就新建一个，例如U盘上的。", en: "Into which folder? It is made if there is none; one on a memory stick will do." }
    /// No folder was given.
    no_folder() { zh: "请写文件夹的路径，例如 /media/u/pouxi。", en: "Please give the path of a folder, such as /media/u/pouxi." }
    /// It was saved there.
    moved_to(path: &str) { zh: "已存到 {path}，接下来写的也存在那里。以后打开：pouxi --home '{path}'", en: "Saved in {path}; what you write now is saved there too. To open it: pouxi --home '{path}'" }
    /// Not everything is saved, and the writer wants to leave.
    still_unsaved() { zh: "还有内容没有存上，现在退出就会丢掉。", en: "Something is not saved and would be lost by leaving now." }
    /// Try again.
    try_again() { zh: "再试一次，存上就退出", en: "Try again, and leave if it is saved" }
    /// Leave all the same.
    leave_unsaved() { zh: "不存了，退出（没存上的会丢掉）", en: "Leave without saving (what is not saved is lost)" }
    /// Another window took over while saving failed.
    taken_over_kept(title: &str) { zh: "另一个窗口接着写了，这里变成只看；没存上的内容另存为《{title}》。", en: "Another window took over. What was not saved here is kept as '{title}'." }
    /// The line left on the normal screen, where not everything was saved.
    farewell_unsaved(title: &str) { zh: "没有全部存上：{title}。", en: "NOT everything was saved: {title}." }
    /// The same, of a draft that was moved.
    farewell_elsewhere(title: &str, characters: &str, path: &str) { zh: "已保存：{title}，{characters}字。继续写：pouxi --home '{path}'", en: "Saved: {title}, {characters} characters. To go on: pouxi --home '{path}'" }
    /// Saving works again.
    saved_again() { zh: "又能存了，刚才的都存上了。", en: "Saving works again; everything is saved." }
    /// The program starts in line mode each time.
    always_by_lines() { zh: "每次都用逐行方式（朗读）：是（现在）；改成不是", en: "Line mode at every start: yes (now); not always" }
    /// The program starts in line mode where it is asked for only.
    not_always_by_lines() { zh: "每次都用逐行方式（朗读）：不是（现在）；改成是", en: "Line mode at every start: no (now); always" }
    /// Selected words were moved.
    carried() { zh: "已挪过去，Ctrl+Z 撤销。", en: "Moved; Ctrl+Z takes it back." }
    /// There is no way back to what the writer came from.
    nowhere_to_return() { zh: "没有可回去的地方：还没有从检查、查找或预览过来。", en: "There is nothing to return to: you did not come from the review, the search or the preview." }
    /// The panic was caught.
    crashed(note: &str) { zh: "程序出错了，写的内容已经保存。重新运行 pouxi 就能接着写。出错记录：{note}", en: "The program failed; what you wrote is saved. Run pouxi again to go on. Crash note: {note}" }
    /// How far a measure has come, chosen.
    status_set(word: &str) { zh: "已改为：{word}", en: "Set to: {word}" }
}

/// Returns the name of what was tidied in a paste.
pub fn fix(lang: Lang, fix: Fix) -> String {
    match fix {
        Fix::LineEnds => fix_line_ends(lang),
        Fix::Controls => fix_controls(lang),
        Fix::Flattened => fix_flattened(lang),
        Fix::Tabs => fix_tabs(lang),
        Fix::Spaces => fix_spaces(lang),
        Fix::TrailingBlanks => fix_trailing_blanks(lang),
        Fix::Wraps => fix_wraps(lang),
        Fix::Pinyin => fix_pinyin(lang),
        Fix::Gaps => fix_gaps(lang),
    }
}

/// Returns a number with commas between groups of three digits.
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
