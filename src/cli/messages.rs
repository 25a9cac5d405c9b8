//! What the command line says, in both languages.

crate::messages! {
    /// A file was named where a draft is followed.
    earlier_imported(id: &str) { zh: "旧材料已导入为草稿 {id}，新的一份接着它写。", en: "The earlier report was imported as draft {id}; the new one follows it." }
    /// Before what went wrong.
    error() { zh: "错误：", en: "error: " }
    /// Before what to do next.
    hint() { zh: "提示：", en: "hint: " }

    /// Measures of a ledger that answer no problem.
    loose_measures(n: usize) {
        zh: "有{n}条措施没有对应的问题，排在台账最后；在检查画面的问题、原因、措施对应表里可以连上。",
        en: "measures without a problem: {n}. They stand at the end of the ledger; the table of problems, causes and measures on the check screen joins them.",
    }

    /// A row of a ledger.
    at_row(name: &str, line: usize, what: &str) { zh: "{name} 第{line}行：{what}", en: "{name}, row {line}: {what}" }
    /// Something that a ledger changes.
    ledger_changed(measure: &str, field: &str, was: &str, now: &str) {
        zh: "{measure}：{field}由[{was}]改成[{now}]",
        en: "{measure}: {field} from '{was}' to '{now}'",
    }
    /// Nothing is changed.
    ledger_same(rows: usize, matched: usize) {
        zh: "读了{rows}行，{matched}行是这份草稿的措施，没有改动。",
        en: "Rows read: {rows}, of measures of this draft: {matched}; nothing is changed.",
    }
    /// What was changed.
    ledger_read(rows: usize, matched: usize, n: usize) {
        zh: "读了{rows}行，{matched}行是这份草稿的措施；改了{n}处，可以撤销。",
        en: "Rows read: {rows}, of measures of this draft: {matched}; changes made: {n}. Undo takes them back.",
    }
    /// What would be changed.
    ledger_would(rows: usize, matched: usize, n: usize) {
        zh: "读了{rows}行，{matched}行是这份草稿的措施；会改{n}处，现在没有改。",
        en: "Rows read: {rows}, of measures of this draft: {matched}; changes it would make: {n}. Nothing was changed.",
    }
    /// A file that should be a text.
    no_words(name: &str) { zh: "{name} 里不是文字", en: "{name} holds no text" }
    /// A name that is neither a draft's nor a file's.
    no_draft_no_file(name: &str) { zh: "没有叫 {name} 的草稿，也没有这个文件", en: "there is no draft '{name}', and no such file" }
    /// A folder where a draft or a file is wanted.
    folder_for_one(name: &str) { zh: "{name} 是文件夹，这里要一份草稿或一个文件", en: "{name} is a folder; a draft or a file is wanted here" }
    /// What to do then.
    folder_for_one_hint(name: &str) { zh: "一次看整个文件夹：pouxi review {name}", en: "To see all of a folder: pouxi review {name}" }
    /// A file where a folder is wanted.
    file_for_folder(name: &str) { zh: "{name} 是文件，这里要一个文件夹", en: "{name} is a file, and review takes a folder" }
    /// What to do then.
    file_for_folder_hint(name: &str) { zh: "看一份材料：pouxi check {name}", en: "To check one report: pouxi check {name}" }
    /// A file without the heads of a ledger.
    no_ledger(name: &str) { zh: "{name} 不是台账：没有找到整改措施和状态这样的表头", en: "{name} is no ledger: there is no row with heads such as Measure and Status" }
    /// What to do about it.
    no_ledger_hint() {
        zh: "用 pouxi export --format ledger-xlsx 存出来的表，留着第一行再改。",
        en: "Take a table made by 'pouxi export --format ledger-xlsx' and keep its first row.",
    }
    /// A draft that cannot be read.
    due_unread(id: &str) { zh: "草稿 {id} 读不出来，没有算在内；用 pouxi doctor 看看。", en: "Draft {id} cannot be read and is left out; see 'pouxi doctor'." }
    /// No measure is due.
    nothing_due() { zh: "没有到期或未完成的措施。", en: "No measure is due." }
    /// The last day is over.
    days_over(days: i64) { zh: "过期{days}天", en: "{days} days over" }
    /// There is time.
    days_left(days: i64) { zh: "还有{days}天", en: "{days} days left" }
    /// It is the last day.
    due_today() { zh: "今天到期", en: "today" }
    /// Words that are no date.
    no_date(words: &str) { zh: "--before 不能写成 {words}", en: "{words} is no date for --before" }
    /// What to write.
    no_date_hint() { zh: "写成 2026-06-30 这样。", en: "Write it like 2026-06-30." }

    /// Another place for a file.
    save_elsewhere(folder: &str) { zh: "可以存到别的文件夹，例如 -o {folder}；或者用 -o - 输出。", en: "Save it in another folder, such as -o {folder}, or write it out with -o -." }

    /// Headings of a page of help.
    usage() { zh: "用法：", en: "Usage:" }
    /// As above.
    commands() { zh: "命令：", en: "Commands:" }
    /// As above.
    arguments() { zh: "参数：", en: "Arguments:" }
    /// As above.
    options() { zh: "选项：", en: "Options:" }
    /// As above.
    examples() { zh: "例子：", en: "Examples:" }
    /// A heading of a manual page.
    man_name() { zh: "名称", en: "NAME" }
    /// As above.
    man_usage() { zh: "用法", en: "SYNOPSIS" }
    /// As above.
    man_description() { zh: "说明", en: "DESCRIPTION" }
    /// As above.
    man_commands() { zh: "命令", en: "COMMANDS" }
    /// As above.
    man_arguments() { zh: "参数", en: "ARGUMENTS" }
    /// As above.
    man_options() { zh: "选项", en: "OPTIONS" }
    /// As above.
    man_examples() { zh: "例子", en: "EXAMPLES" }
    /// In the line that shows how a command is used.
    options_word() { zh: "选项", en: "options" }
    /// Under the options of a command.
    general_options() {
        zh: "--home、--lang、--color、--plain、--encoding、--no-input、--verbose、--help 每个命令都能用，见 pouxi --help。",
        en: "Every command takes --home, --lang, --color, --plain, --encoding, --verbose and --help, and --no-input: see pouxi --help.",
    }

    /// With `--verbose`.
    data_folder(path: &str) { zh: "数据文件夹：{path}", en: "data folder: {path}" }
    /// With `--verbose`.
    draft_read(id: &str, seq: u64, n_tail: usize) {
        zh: "草稿 {id}：读到第{seq}条记录，其中{n_tail}条在快照之后",
        en: "draft {id}: read up to record {seq}, {n_tail} of them behind the snapshot",
    }
    /// With `--verbose`.
    export_not_noted() { zh: "这次导出没有记进版本历史", en: "this export is not noted in the history" }
    /// A draft was found damaged, and read as far as it goes.
    damaged_snapshot(path: &str) {
        zh: "注意：{path} 已损坏，原样留着没有动；下面的内容来自日志，请核对是否齐全",
        en: "warning: {path} is damaged and left as it is; what follows comes from the journal, please check that it is complete",
    }
    /// As above.
    damaged_journal(path: &str) {
        zh: "注意：{path} 的末尾不完整，只读到能读的地方，最后写的几个字可能不在内",
        en: "warning: {path} is not whole at its end and was read as far as it goes; the last words typed may be missing",
    }
    /// Nothing can be read of it.
    damaged(path: &str) { zh: "草稿的文件已损坏，读不出内容：{path}", en: "the files of the draft are damaged, nothing can be read: {path}" }
    /// What to do then.
    damaged_hint() {
        zh: "文件原样留着没有动；如果有备份，把备份放回这个文件夹。",
        en: "The files are left as they are; if you have a backup, put it back into that folder.",
    }

    /// A remark about a line of a file.
    at_line(name: &str, line: usize, what: &str) { zh: "{name} 第{line}行：{what}", en: "{name}, line {line}: {what}" }
    /// What standard input is called.
    standard_input() { zh: "标准输入", en: "standard input" }

    /// The system has no data folder.
    no_home() { zh: "不知道草稿该放在哪里：系统没有给出用户的数据文件夹", en: "there is no place for the drafts: the system names no data folder" }
    /// What to do then.
    no_home_hint() { zh: "用 --home 文件夹 指定，或者设置环境变量 POUXI_HOME。", en: "Name one with --home FOLDER, or set POUXI_HOME." }
    /// The full screen without a terminal.
    no_terminal() {
        zh: "这里没有终端，打不开界面；不用界面可以写 pouxi new --answers 答案.json --no-ui，一行一行地写用 --plain",
        en: "there is no terminal here to open the screen in; without one, use pouxi new --answers FILE --no-ui, or --plain to write line by line",
    }
    /// The full screen with `--no-input`.
    no_input() {
        zh: "写了 --no-input 就什么都不问，打不开界面；不用界面可以写 pouxi new --answers 答案.json --no-ui",
        en: "--no-input asks nothing, so no screen opens; without one, use pouxi new --answers FILE --no-ui",
    }
    /// Signs that an encoding has not.
    signs_missing(name: &str) { zh: "有的字在 {name} 编码里没有，写成了编号；草稿里的字是对的。", en: "some signs do not exist in {name} and were written as numbers; the draft has them right" }
    /// The terminal would not.
    screen(why: &str) { zh: "终端出错：{why}", en: "the terminal failed: {why}" }
    /// What to do then.
    screen_hint() { zh: "写的内容都已存下，用 pouxi resume 接着写。", en: "What was written is kept; go on with pouxi resume." }

    /// A rubric has faults.
    bad_rubric(name: &str) { zh: "评分表写得不对：{name}", en: "there is something wrong in the rubric {name}" }
    /// What to do then.
    bad_rubric_hint() { zh: "写法和例子见 docs/rubrics.md。", en: "See docs/rubrics.md for how to write one, with an example." }
    /// The writer's own word lists have faults.
    bad_words() { zh: "自己的词表写得不对，没有检查", en: "there is something wrong in your own word lists; nothing was checked" }
    /// What to do then.
    bad_words_hint() { zh: "改好以后再查；写法见 docs/words.md。", en: "Mend them and check again; see docs/words.md." }
    /// Something is wrong in the settings file.
    bad_settings(path: &str) { zh: "设置文件有不对的地方，这些地方按默认的来，文件没有动：{path}", en: "something in the settings file is wrong; defaults are used for it, the file is left as it is: {path}" }
    /// What to do then.
    bad_settings_hint() { zh: "用文本编辑器改好这几处；写法见 docs/settings.md。", en: "Put these right in a text editor; docs/settings.md says what may be set." }
    /// No rule is called that.
    no_rule(name: &str) { zh: "没有叫[{name}]的规则", en: "there is no rule called {name}" }
    /// What to do then.
    no_rule_near(nearest: &str) { zh: "是不是 {nearest}？", en: "Did you mean {nearest}?" }
    /// As above.
    no_rule_hint() { zh: "pouxi rules 列出全部规则。", en: "pouxi rules lists them all." }
    /// The first line of a rule's page.
    rule_line(name: &str, severity: &str) { zh: "{name}（{severity}）", en: "{name} ({severity})" }
    /// A rule that is not asked unless a template wants it.
    rule_off() { zh: "默认不查", en: "off" }
    /// Where a finding is, and by which rule.
    finding(place: &str, rule: &str) { zh: "  {place}  [{rule}]", en: "  {place}  [{rule}]" }
    /// Where in a file a finding is.
    on_line(line: usize, place: &str) { zh: "第{line}行  {place}", en: "line {line}  {place}" }
    /// Files are not changed.
    fix_needs_draft() { zh: "--fix 只改草稿，不改文件", en: "--fix mends drafts, not files" }
    /// What to do then.
    fix_needs_draft_hint() { zh: "先用 pouxi import 把文件做成草稿，再改草稿。", en: "Make a draft of the file with pouxi import, then check that with --fix." }
    /// Nothing to find.
    no_findings() { zh: "没有查出问题。", en: "Nothing was found." }
    /// How many findings.
    finding_counts(error: usize, warn: usize, info: usize) {
        zh: "必须看{error}处，建议看{warn}处，供参考{info}处。为什么查：pouxi explain 规则名",
        en: "{error} must be looked at, {warn} worth a look, {info} worth knowing. Why: pouxi explain RULE",
    }
    /// Findings left out because the writer chose so.
    silenced(n: usize) { zh: "另有{n}处，你选了不再提醒。", en: "{n} more left out: you chose not to be told again." }
    /// Below every list of findings.
    cannot_judge() {
        zh: "电脑只能查格式和前后对应，查不出深不深、真不真。",
        en: "A program sees form and gaps; it cannot judge depth or sincerity.",
    }
    /// While many reports are read.
    reading() { zh: "读材料", en: "reading" }
    /// While they are compared.
    comparing() { zh: "比对", en: "comparing" }
    /// A folder without reports.
    nothing_to_review() { zh: "没有能读的材料。", en: "There is no report to review." }
    /// More pairs than are shown.
    more_pairs(n: usize) { zh: "另有{n}对，加 --html 文件 或 --json 看全部。", en: "{n} more pairs; --html FILE or --json has them all." }
    /// The page of a review was kept.
    page_kept(path: &str) { zh: "网页存在 {path}，用浏览器打开。", en: "The page is in {path}: open it in a browser." }
    /// Findings were mended.
    mended(n_mended: usize) { zh: "改好了{n_mended}处。", en: "{n_mended} findings were mended." }

    /// Before a draft is deleted.
    ask_delete(title: &str, id: &str) {
        zh: "把[{title}]（{id}）移到回收站吗？（y 是，n 否）",
        en: "Move \"{title}\" ({id}) to the trash?",
    }
    /// Nobody can be asked.
    needs_yes(id: &str) {
        zh: "删除草稿 {id} 要先问一声，可是这里没法问",
        en: "deleting draft {id} needs a yes, and nobody can be asked here",
    }
    /// What to do then.
    needs_yes_hint() { zh: "确定要删就加上 --yes。", en: "Add --yes if you are sure." }
    /// The answer was no.
    not_deleted() { zh: "没有删除。", en: "Not deleted." }
    /// Before the trash is emptied.
    ask_empty(n: usize) { zh: "永久删除回收站里的{n}份草稿吗？以后取不回来。（y 是，n 否）", en: "Remove the {n} drafts in the trash for good? Nothing brings them back." }
    /// Nobody can be asked.
    empty_needs_yes() { zh: "清空回收站要先问一声，可是这里没法问", en: "emptying the trash needs a yes, and nobody can be asked here" }
    /// It was emptied.
    emptied(n: usize) { zh: "已永久删除{n}份。", en: "{n} removed for good." }
    /// Before the past is made unreadable.
    ask_forget(title: &str, id: &str) {
        zh: "彻底清除[{title}]（{id}）删掉过的文字、以前的版本、数据文件夹里为它存的文件吗？现在的文字留着；以后不能撤销，也取不回来。（y 是，n 否）",
        en: "Erase the deleted words and earlier versions of \"{title}\" ({id}), and the files kept of it in the data folder, for good? What is written now stays; nothing brings the rest back.",
    }
    /// Nobody can be asked.
    forget_needs_yes(id: &str) { zh: "清除草稿 {id} 的历史要先问一声，可是这里没法问", en: "erasing the history of draft {id} needs a yes, and nobody can be asked here" }
    /// The answer was no.
    not_forgotten() { zh: "没有清除。", en: "Nothing was erased." }
    /// It was done.
    forgotten(title: &str, id: &str, n: usize) { zh: "已彻底清除：{title}（{id}），删了{n}个旧文件。现在的文字没有动。", en: "Erased for good: {title} ({id}); old files removed: {n}. What is written now is untouched." }
    /// Files of other programs are still there.
    forget_left(path: &str) { zh: "注意：{path} 不是剖析写的，没有动，里面可能还有旧的文字", en: "warning: {path} was not written by pouxi and is left; old words may still be in it" }
    /// An earlier version was restored.
    version_restored(rev: u64, title: &str, id: &str) { zh: "已恢复成版本{rev}：{title}（{id}）。打开后可以撤销。", en: "Version {rev} is the draft again: {title} ({id}). It can be undone after opening it." }
    /// It is the same.
    version_is_the_same(rev: u64) { zh: "版本{rev}和现在一样，没有改动。", en: "Version {rev} is what is there; nothing was changed." }
    /// No such version.
    no_version(rev: u64) { zh: "没有版本{rev}", en: "there is no version {rev}" }
    /// What to do then.
    no_version_hint() { zh: "用 pouxi history 草稿 看有哪些版本。", en: "See pouxi history DRAFT." }
    /// As below.
    head_rev() { zh: "版本", en: "VERSION" }
    /// As below.
    head_time() { zh: "时间", en: "TIME" }
    /// As below.
    head_moments() { zh: "是什么时候的", en: "WHAT" }
    /// It was moved to the trash.
    deleted(title: &str, id: &str) {
        zh: "已移到回收站：{title}。用 pouxi restore {id} 可以取回。",
        en: "Moved to the trash: {title}. pouxi restore {id} takes it back.",
    }
    /// It was taken back.
    restored(title: &str, id: &str) { zh: "已取回：{title}（{id}）", en: "Taken back: {title} ({id})" }
    /// It is in the archive.
    archived(title: &str, id: &str) { zh: "已归档：{title}（{id}）。用 pouxi archive --undo 放回列表。", en: "In the archive: {title} ({id}). 'pouxi archive --undo' takes it out." }
    /// It is out of the archive.
    unarchived(title: &str, id: &str) { zh: "已放回列表：{title}（{id}）", en: "Out of the archive: {title} ({id})" }
    /// It was not in the archive.
    was_not_archived(title: &str, id: &str) { zh: "没有归档过：{title}（{id}）", en: "Was not in the archive: {title} ({id})" }
    /// Nothing is in the archive.
    none_archived() { zh: "没有归档的草稿。", en: "Nothing is in the archive." }
    /// It has another title.
    renamed(title: &str, id: &str) { zh: "题目已改为：{title}（{id}）", en: "The title is now: {title} ({id})" }
    /// The title was taken away.
    title_taken(id: &str) { zh: "题目已经去掉（{id}）", en: "The draft has no title any more ({id})" }
    /// A draft without title.
    untitled() { zh: "（没有题目）", en: "(untitled)" }

    /// There are no drafts.
    no_drafts() { zh: "还没有草稿，用 pouxi new 新写一份。", en: "There are no drafts yet; begin one with pouxi new." }
    /// There is nothing in the trash.
    empty_trash() { zh: "回收站是空的。", en: "The trash is empty." }
    /// Heads of the list.
    head_id() { zh: "编号", en: "ID" }
    /// As above.
    head_answered() { zh: "已答", en: "ANSWERED" }
    /// As above.
    head_characters() { zh: "字数", en: "CHARACTERS" }
    /// As above.
    head_updated() { zh: "上次写", en: "LAST USED" }
    /// As above.
    head_title() { zh: "题目", en: "TITLE" }
    /// As above.
    head_name() { zh: "名称", en: "NAME" }
    /// A draft that nothing could be read of.
    unreadable_entry() { zh: "（读不出来，用 pouxi show 看原因）", en: "(cannot be read; pouxi show tells why)" }

    /// Lines of `show`.
    line_id(id: &str) { zh: "编号　　{id}", en: "ID          {id}" }
    /// As above.
    line_template(name: &str, id: &str) { zh: "模板　　{name}（{id}）", en: "Template    {name} ({id})" }
    /// As above.
    line_characters(n: usize) { zh: "字数　　{n}", en: "Characters  {n}" }
    /// As above.
    line_answered(answered: usize, questions: usize) { zh: "已答　　{answered}/{questions}", en: "Answered    {answered} of {questions}" }
    /// As above.
    line_updated(time: &str) { zh: "上次写　{time}", en: "Last used   {time}" }
    /// As above.
    line_folder(path: &str) { zh: "文件夹　{path}", en: "Folder      {path}" }

    /// A line of `doctor`.
    doctor_line(state: &str, path: &str, what: &str) { zh: "{state}  {path}：{what}", en: "{state}  {path}: {what}" }
    /// Before it: it should be seen to.
    state_fault() { zh: "要修", en: "fault " }
    /// As above: it was mended.
    state_repaired() { zh: "已修", en: "mended" }
    /// As above: it needs nothing.
    state_note() { zh: "注意", en: "note  " }
    /// A finding of `doctor`.
    found_damaged_snapshot() { zh: "快照损坏；日志里有的都能恢复", en: "the snapshot is damaged; what the journal has can be recovered" }
    /// As above.
    found_torn() { zh: "日志最后一行只写了一半（程序中断时留下的）", en: "the last line of the journal is half a line, as a crash leaves it" }
    /// As above.
    found_damaged_journal() { zh: "日志有一行损坏，只能读到那里", en: "a line of the journal is damaged; it is read as far as that" }
    /// As above.
    found_gap() { zh: "日志中间缺了记录，只能读到那里", en: "records are missing in the journal; it is read as far as that" }
    /// As above.
    found_empty() { zh: "读不出任何内容，修不了；有备份就把备份放回这个文件夹", en: "nothing can be read and nothing mended; if you have a backup, put it back into that folder" }
    /// As above.
    found_newer(format: u32) { zh: "是更新版本的程序写的（格式{format}），不能修；请升级 pouxi", en: "a newer program wrote it (format {format}); it is not mended, please upgrade pouxi" }
    /// As above.
    found_unreadable(why: &str) { zh: "系统不让读：{why}", en: "the system does not let it be read: {why}" }
    /// As above.
    found_open(mode: &str) { zh: "别的用户也能读写（权限{mode}）", en: "other users may read or write it (mode {mode})" }
    /// As above.
    found_link() { zh: "是指向别处的链接，不会跟过去；请自己看看", en: "it is a link that leads elsewhere and is not followed; please look at it" }
    /// As above.
    found_unfinished() { zh: "没有写完的临时文件", en: "a temporary file that was never finished" }
    /// As above.
    found_stale_lock() { zh: "锁的主人已经不在了", en: "a lock whose owner is gone" }
    /// As above.
    found_damaged_history() { zh: "旧日志有损坏；现在的内容是全的，撤销和以前的版本只到那里", en: "an old journal is damaged; the draft is whole, undo and versions end there" }
    /// As above.
    found_kept_aside() { zh: "以前损坏或让给别的窗口时另存的，确认不要可以删", en: "kept aside when it was damaged or left to another window; delete it if you do not need it" }
    /// As above.
    found_foreign() { zh: "不是剖析写的文件", en: "not a file of pouxi's" }
    /// As above.
    found_busy(owner: &str) { zh: "正在另一个窗口里打开（{owner}），这份没有修", en: "open in another window ({owner}); not mended now" }
    /// A repair was refused.
    not_repaired(path: &str, why: &str) { zh: "没有修 {path}：{why}", en: "not mended: {path}: {why}" }
    /// Where the files are as they were.
    copy_kept(path: &str) { zh: "修之前的文件留在 {path}", en: "the files as they were are kept in {path}" }
    /// All is well.
    nothing_wrong(drafts: usize, trash: usize) { zh: "检查了{drafts}份草稿、回收站{trash}份：没有要修的。", en: "Drafts looked at: {drafts}; in the trash: {trash}. There is nothing to mend." }
    /// Not all is well.
    something_wrong(drafts: usize, trash: usize, n: usize) { zh: "检查了{drafts}份草稿、回收站{trash}份：{n}处要修。", en: "Drafts looked at: {drafts}; in the trash: {trash}. To mend: {n}." }
    /// What to do then.
    doctor_hint() { zh: "提示：用 pouxi doctor --repair 修好能修的，修之前先留副本。", en: "hint: pouxi doctor --repair mends what can be mended and keeps a copy first." }

    /// Before the questions about the terminal.
    terminal_intro(name: &str) { zh: "终端 {name}：下面显示几样东西，看见什么就答 1 或 2，回车跳过。不向终端发任何询问。", en: "Terminal {name}: some things are shown below. Answer 1 or 2 by what you see; Enter alone passes on. The terminal itself is asked nothing." }
    /// What is not shown where the terminal calls itself simple.
    terminal_simple() { zh: "这个终端自称不会移动光标（TERM=dumb），光标和颜色就不看了；在这里写，一行一问。", en: "This terminal says that it cannot move its cursor (TERM=dumb): cursor and colours are passed over; pouxi writes line by line here." }
    /// Its name, where it has none.
    terminal_unnamed() { zh: "（没有名字）", en: "(without a name)" }
    /// A question about it.
    terminal_words() { zh: "上面的字看得清吗？ 1 看得清  2 是乱码：", en: "Can you read the words above?  1 yes  2 they are garbled:" }
    /// What to do.
    terminal_words_wrong() { zh: "编码：终端或远程登录的客户端要设成 UTF-8，再设 LANG=zh_CN.UTF-8；改不了的话，用 pouxi --encoding gb18030。", en: "Encoding: set the terminal or the SSH client to UTF-8, and LANG to a UTF-8 locale; where that cannot be, use pouxi --encoding gb18030." }
    /// A question about it.
    terminal_rare() { zh: "上面三个字都显示出来了吗？ 1 都有  2 有方框或问号：", en: "Are the three characters above all shown?  1 yes  2 there are boxes or question marks:" }
    /// What to do.
    terminal_rare_wrong() { zh: "字体：缺生僻字。装一种字全的字体（例如思源宋体、花园明朝）；文字本身不受影响，存出的文件是对的。", en: "Fonts: rare characters are missing. Install a font that has them, such as Noto Serif CJK or HanaMin; the text itself is not harmed, and saved files are right." }
    /// A question about it.
    terminal_width() { zh: "竖线对着下面哪个字母？ 1 对着第一个字母  2 对着第二个字母：", en: "Over which letter does the bar stand?  1 over A  2 over B:" }
    /// What was kept.
    terminal_width_kept() { zh: "字宽：已存进设置。", en: "Width: kept in the settings." }
    /// A question about it; the words stand in the row below it, with the cursor on one of them.
    terminal_cursor() { zh: "下一行的光标停在字母C上吗？ 1 是  2 停在别处，或者看不见：", en: "Is the cursor in the row below on the letter C?  1 yes  2 it is elsewhere, or not to be seen:" }
    /// What to do.
    terminal_cursor_wrong() { zh: "光标：这个终端里光标和字对不上，输入法的候选框会跟着错。换一个终端，或者用 pouxi --plain 一行一行写。", en: "Cursor: it does not stand where the words are, and an input method will be off with it. Take another terminal, or write line by line with pouxi --plain." }
    /// Words to show, one for each style.
    terminal_samples() { zh: "粗体 反白 要问的 例子", en: "bold reverse question example" }
    /// A question about it.
    terminal_colours() { zh: "哪一行每个词都看得清？ 1 第一行（深色底用的）  2 第二行（浅色底用的）  3 都看不清，不要颜色：", en: "In which line can you read every word?  1 the first (for dark grounds)  2 the second (for light ones)  3 in none; no colours:" }
    /// What was kept.
    terminal_colours_kept() { zh: "颜色：已存进设置。", en: "Colours: kept in the settings." }
    /// A question about it.
    terminal_clipboard() { zh: "到别的程序里粘贴一下，贴出来了吗？ 1 贴出来了  2 没有：", en: "Paste into another program. Did it come?  1 yes  2 no:" }
    /// What to do.
    terminal_clipboard_wrong(via: &str) { zh: "剪贴板：这样复制贴不出来（{via}）。以后在这个终端里，有别的方式就先用别的；没有就用存成的文件。", en: "Clipboard: a copy made this way ({via}) does not arrive. In this terminal other ways are tried first from now on; where there is none, use the saved file." }
    /// A question about it.
    terminal_paste() { zh: "现在把刚复制的（或别的什么字）粘贴到这里，再回车；贴不进来就答 2：", en: "Now paste here what was copied, or any other words, and press Enter; answer 2 if nothing comes:" }
    /// What that means.
    terminal_paste_unmarked() { zh: "粘贴：这个终端贴进来的字没有起止标记，和敲进来的一样。pouxi 看快慢：一口气来的几行当作一次粘贴，里面的换行不当作回车；很长的文字存成文件，用 pouxi import 读进来更稳。", en: "Paste: pasted words come without marks here, as if they were typed. pouxi goes by the pace: lines that come in one burst are one paste, and their line ends choose nothing; a long text is safer in a file, read in with pouxi import." }
    /// What to do.
    terminal_paste_wrong() { zh: "粘贴：这个终端贴不进来。把文字存成文件，用 pouxi import 读进来。", en: "Paste: nothing can be pasted into this terminal. Save the text as a file and read it in with pouxi import." }
    /// At the end.
    terminal_done() { zh: "看完了。输入法：在 pouxi 里候选框应该跟着光标走，不跟就看 docs/input-methods.md。", en: "Done. Input method: in pouxi the candidate box should follow the cursor; if it does not, see docs/input-methods.md." }
    /// The answers are kept.
    terminal_kept(path: &str) { zh: "答案记在 {path}，用 pouxi doctor 看；再看一遍就改过来。", en: "The answers are kept in {path} and shown by pouxi doctor; look again to change them." }
    /// They are not.
    terminal_not_kept(why: &str) { zh: "答案没能记下。{why}", en: "The answers could not be kept. {why}" }
    /// The file is of a newer program.
    looks_newer(path: &str, format: u32) { zh: "{path} 是更新版本的程序写的（格式{format}），没有动。", en: "{path} was written by a newer program (format {format}) and is left alone." }
    /// The file cannot be understood.
    looks_damaged() { zh: "看终端的答案读不懂，当作没有看过；用 pouxi doctor --terminal 再看一遍", en: "what was seen of terminals cannot be understood and counts for nothing; look again with pouxi doctor --terminal" }
    /// There is no terminal to look at.
    no_terminal_to_see() { zh: "这里没有终端可看：输入或者输出接着管道或文件", en: "there is no terminal here to look at: standard input or output is a pipe or a file" }
    /// What to do then.
    no_terminal_to_see_hint() { zh: "直接在那个终端里输入 pouxi doctor --terminal；以前看到的：pouxi doctor --json", en: "run pouxi doctor --terminal in the terminal itself; what was seen before: pouxi doctor --json" }

    /// What was seen of a terminal, in a line of `doctor`.
    look_line(name: &str, day: &str, what: &str) { zh: "终端  {name}（{day}看的）：{what}", en: "terminal  {name} (seen {day}): {what}" }
    /// As above, the one this is seen in.
    look_line_here(name: &str, day: &str, what: &str) { zh: "终端  {name}（就是这个，{day}看的）：{what}", en: "terminal  {name} (this one, seen {day}): {what}" }
    /// A part of such a line.
    look_encoding_right() { zh: "编码正确", en: "encoding right" }
    /// As above.
    look_encoding_garbled() { zh: "文字是乱码", en: "words garbled" }
    /// As above.
    look_fonts_all() { zh: "生僻字都有", en: "rare characters shown" }
    /// As above.
    look_fonts_missing() { zh: "缺生僻字", en: "rare characters missing" }
    /// As above.
    look_width(cells: u8) { zh: "引号占{cells}格", en: "quotation marks {cells} wide" }
    /// As above.
    look_cursor_right() { zh: "光标对得上", en: "cursor where it should be" }
    /// As above.
    look_cursor_elsewhere() { zh: "光标对不上", en: "cursor elsewhere" }
    /// As above.
    look_colours_clear() { zh: "颜色看得清", en: "colours clear" }
    /// As above.
    look_colours_hard() { zh: "颜色看不清", en: "colours hard to read" }
    /// As above.
    look_copied(via: &str) { zh: "复制贴得出来（{via}）", en: "copies arrive ({via})" }
    /// As above.
    look_lost(via: &str) { zh: "复制贴不出来（{via}）", en: "copies do not arrive ({via})" }
    /// As above.
    look_paste_marked() { zh: "粘贴有标记", en: "pastes marked" }
    /// As above.
    look_paste_unmarked() { zh: "粘贴没有标记", en: "pastes unmarked" }
    /// As above.
    look_paste_nothing() { zh: "贴不进来", en: "nothing can be pasted" }
    /// Between them.
    look_and() { zh: "，", en: ", " }

    /// No such template.
    no_template(id: &str) { zh: "没有叫 {id} 的模板", en: "there is no template {id}" }
    /// What to do then.
    no_template_near(nearest: &str) { zh: "大概是 {nearest}；用 pouxi template list 看有哪些。", en: "It is probably meant to be {nearest}; see pouxi template list." }
    /// What to do then.
    no_template_hint() { zh: "用 pouxi template list 看有哪些。", en: "See pouxi template list." }
    /// A layout that is not there.
    no_layout(id: &str) { zh: "没有叫 {id} 的版面，也没有这个文件", en: "there is no layout {id}, and no such file" }
    /// What to do then.
    no_layout_near(nearest: &str) { zh: "大概是 {nearest}。", en: "It is probably meant to be {nearest}." }
    /// What to do then.
    no_layout_hint(known: &str) { zh: "自带的版面有：{known}；自己的版面写文件的路径。", en: "Built in are {known}; for one of your own give the path of its file." }
    /// A layout file with faults.
    bad_layout(name: &str) { zh: "这个版面文件有问题：{name}", en: "there is something wrong with the layout file {name}" }
    /// What to do about it.
    bad_layout_hint() { zh: "改好以后再来一次；写法见 docs/layout.md。", en: "Mend it and try again; docs/layout.md tells how it is written." }
    /// A layout for a format that has none.
    layout_not_used(format: &str) { zh: "{format} 没有版面，--layout 只用于 Word 文件", en: "{format} has no layout; --layout is for Word documents (--format docx)" }
    /// What to do about it.
    layout_not_used_hint() { zh: "存成 Word 文件，或者去掉 --layout。", en: "Add --format docx, or leave --layout out." }
    /// Characters that no file takes, left out of an export.
    left_out(n: usize) { zh: "有{n}个看不见的控制字符没有写进文件", en: "control characters left out of the file: {n}" }
    /// A template file with faults.
    bad_template(name: &str) { zh: "这个模板文件有问题：{name}", en: "there is something wrong with the template file {name}" }
    /// What to do about it.
    bad_template_hint() { zh: "改好以后再来一次；写法见 docs/templates.md。", en: "Mend it and try again; docs/templates.md tells how it is written." }
    /// An own template with the id of a built-in one.
    id_built_in(id: &str) { zh: "{id} 是自带模板的编号", en: "{id} is the id of a built-in template" }
    /// What to do about it.
    id_built_in_hint(id: &str) { zh: "请换一个编号，例如 {id}-own。", en: "Give it another id, such as {id}-own." }
    /// A notice without dimensions is not kept.
    no_dimensions(name: &str) { zh: "通知里没有读到要从哪些方面查摆，没有存：{name}", en: "no list of dimensions was found in the notice, so nothing was kept: {name}" }
    /// What to do about it.
    no_dimensions_hint() { zh: "把写着这些方面的那一段也放进来；或者用 pouxi template new 照一个模板自己改。", en: "Put in the passage that names them; or start from another template with pouxi template new." }
    /// A line of what was read in a notice.
    read_in_notice(line: usize) { zh: "第{line}行", en: "line {line}" }
    /// Before the lines of a notice in which nothing was read.
    nothing_read() { zh: "这些行没有读懂：", en: "These lines were not understood:" }
    /// Before what is open or doubtful.
    to_compare() { zh: "请核对：", en: "Please compare:" }
    /// Said where a notice is to be pasted into a terminal.
    paste_notice() { zh: "把通知粘贴进来，另起一行按 Ctrl+D。", en: "Paste the notice, then press Ctrl+D on a new line." }
    /// Asked on a terminal once the reading was shown.
    ask_keep(id: &str) { zh: "存成模板 {id}？", en: "Keep it as template {id}?" }
    /// The reading was not kept.
    not_kept() { zh: "没有存。", en: "Nothing was kept." }
    /// How to keep what was read, where nobody is asked.
    how_to_keep() { zh: "没有存；加 --keep 就存成模板。", en: "Nothing was kept; with --keep it becomes a template." }
    /// How to write to a template just kept.
    how_to_write(id: &str) { zh: "开始写：pouxi new --template {id}", en: "Begin: pouxi new --template {id}" }
    /// A template was kept.
    template_kept(id: &str, path: &str) { zh: "已存为模板 {id}：{path}", en: "kept as template {id}: {path}" }
    /// A template of the writer's own, in a list.
    own_template() { zh: "自己的", en: "own" }
    /// A template the wording of which is not confirmed.
    unconfirmed() { zh: "用前请对照通知核对", en: "compare with your notice before use" }
    /// A template file without faults.
    template_is_good(name: &str) { zh: "没有问题：{name}", en: "nothing wrong: {name}" }

    /// No such section.
    no_section(number: usize) { zh: "没有第{number}部分，有文字的部分是：", en: "there is no section {number}; those with words are:" }
    /// What to do then.
    no_section_hint() { zh: "按上面的序号写 --section 1、--section 2 等。", en: "Use their numbers: --section 1, --section 2 and so on." }

    /// The file to save is there already.
    exists(path: &str) { zh: "已经有这个文件，没有覆盖：{path}", en: "the file is there already and was not overwritten: {path}" }
    /// An answer file with faults.
    answers(name: &str) { zh: "答案文件 {name} 里有写得不对的地方，没有建草稿：", en: "something is wrong in the answer file {name}; no draft was made:" }
    /// What to do then.
    answers_hint() { zh: "格式见 docs/answers.schema.json，样例见 docs/answers.example.json。", en: "docs/answers.schema.json describes the file, docs/answers.example.json is one to copy." }
    /// A file that cannot be imported.
    unimportable(name: &str, why: &str) { zh: "{name}：{why}", en: "{name}: {why}" }
    /// A file with several texts in it.
    several_texts(name: &str, n: usize) { zh: "{name} 里有{n}篇文章，没有说明要哪一篇：", en: "{name} holds {n} texts, and it is not said which one is meant:" }
    /// What to do then.
    several_texts_hint() { zh: "按上面的序号写 --text 1、--text 2 等。", en: "Use their numbers: --text 1, --text 2 and so on." }
    /// There is no text of that number.
    no_text(name: &str, number: usize) { zh: "{name} 里没有第{number}篇，只有：", en: "{name} has no text {number}, only:" }
    /// A text in a list.
    text_at(number: usize, title: &str) { zh: "{number}  {title}", en: "{number}  {title}" }
    /// Which of several texts.
    ask_text(n: usize) { zh: "文件里有{n}篇文章，要哪一篇？", en: "The file holds {n} texts. Which one?" }
    /// After an import.
    go_on(id: &str) { zh: "已建成草稿，原文件没有动。用 pouxi resume {id} 接着写。", en: "The draft is made, the file is untouched. Go on with pouxi resume {id}." }
    /// Remarks that are not shown.
    more_remarks(n: usize) { zh: "另有{n}条说明，加上 --json 可以全看。", en: "There are {n} more remarks; --json has all of them." }

    /// Standard output would not.
    output(why: &str) { zh: "写不到标准输出：{why}", en: "cannot write to standard output: {why}" }
    /// A title that cannot be one.
    bad_title() { zh: "题目只能写一行，不能有控制字符", en: "a title is one line without control characters" }
    /// What to do then.
    bad_title_hint() { zh: "请去掉换行和看不见的字符。", en: "Take out the line breaks and invisible characters." }

    /// Wrong words on the command line.
    unknown_command(word: &str) { zh: "没有 {word} 这个命令", en: "there is no command {word}" }
    /// As above.
    unknown_argument(word: &str) { zh: "不认识 {word}", en: "{word} is not understood here" }
    /// As above.
    bad_value(word: &str, argument: &str) { zh: "{argument} 不能写成 {word}", en: "{argument} cannot be {word}" }
    /// As above.
    no_value(argument: &str) { zh: "{argument} 后面要写内容", en: "{argument} needs a value" }
    /// As above.
    missing(arguments: &str) { zh: "还缺：{arguments}", en: "missing: {arguments}" }
    /// As above.
    conflict(argument: &str, other: &str) { zh: "{argument} 不能和 {other} 一起写", en: "{argument} cannot stand together with {other}" }
    /// As above.
    too_many(argument: &str) { zh: "{argument} 只能写一次", en: "{argument} can be given only once" }
    /// As above.
    no_command(known: &str) { zh: "还要写命令：{known}", en: "a command is missing: {known}" }
    /// As above.
    not_utf8() { zh: "命令里有不是UTF-8编码的字", en: "the command line holds something that is not UTF-8" }
    /// As above.
    other_words() { zh: "命令写得不对", en: "the command line is wrong" }
    /// What to do then.
    probably(word: &str) { zh: "大概是 {word}。", en: "It is probably meant to be {word}." }
    /// What to do then.
    one_of(known: &str) { zh: "能写的有：{known}。", en: "Use one of: {known}." }
    /// What to do then.
    see_help(command: &str) { zh: "用法见 {command} --help。", en: "See {command} --help." }
}
