//! The sentences of help and guide.

crate::messages! {
    /// The title of help.
    help() { zh: "说明", en: "Help" }
    /// The title of help on a place.
    help_on(place: &str) { zh: "说明：{place}", en: "Help: {place}" }
    /// Menu of the open question.
    help_entry() { zh: "这里怎么用（说明和按键）", en: "How this works (help and keys)" }
    /// A heading.
    keys_here() { zh: "这里的按键", en: "Keys here" }
    /// A heading.
    example() { zh: "例子（只供看，不会写进材料）", en: "An example (to look at; it is never put into the report)" }
    /// A heading.
    found_here() { zh: "检查在这里发现", en: "What the check found here" }
    /// The keys 1 to 9.
    digits() { zh: "1 到 9", en: "1 to 9" }
    /// What they do.
    digits_choose() { zh: "直接选这一行", en: "choose that line at once" }
    /// The key 0.
    nought() { zh: "0", en: "0" }
    /// What it does.
    nought_leads_on() { zh: "行多时到后九行，1 到 9 就在那里", en: "in a long list, the next nine lines get 1 to 9" }
    /// How to see the guide again.
    guide_again() { zh: "入门说明可以再看：开始界面和[设置]里都有。", en: "The guide can be seen again, from the first screen or from the settings." }

    /// Where a text is written.
    on_text() { zh: "在这里写这一项。写的每个字当时就存下。", en: "Here you write this answer. Every character is kept at once." }
    /// Where something is chosen.
    on_choice() { zh: "从下面选一个，选了还能改。", en: "Choose one of the lines; it can be changed later." }
    /// On a button.
    on_button() { zh: "这一页的按钮：左右键移动，回车按下。", en: "The buttons of this page: Left and Right move, Enter presses." }
    /// A question of one line.
    on_ask() { zh: "写一行，按回车。不想答就按 Esc 返回。", en: "Write one line and press Enter. Esc goes back without an answer." }
    /// Something to read.
    on_reading() { zh: "这里只看，改不了什么。", en: "This is to read; nothing can be changed here." }
    /// The first screen.
    on_start() { zh: "从这里开始：接着上次写，新写一份，或者把现成的材料读进来。", en: "Begin here: go on with the last report, begin a new one, or read in one that exists." }
    /// Which kind.
    on_kinds() { zh: "选哪种材料，问题就按哪种来。选错了以后也能换，写的不会丢。", en: "The kind decides what is asked. It can be changed later; nothing written is lost." }
    /// A notice.
    on_notice() { zh: "把通知粘贴进来，按通知里的方面来问。读到了什么，先给你看，再照着写。", en: "Paste a notice, and its points become the questions. What was read is shown before anything is kept." }
    /// Another kind.
    on_mapping() { zh: "换成另一种材料：先看每一部分去哪里，再换。一步可以撤销。", en: "Another kind of report: see where every part goes, then change. One step takes it back." }
    /// The drafts.
    on_drafts() { zh: "所有的草稿，最近写的在前。删掉的在回收站里，还能拿回来。", en: "All drafts, the last used first. What is deleted lies in the trash and can be taken back." }
    /// The trash.
    on_trash() { zh: "删掉的草稿。[彻底删除]以后就找不回来了。", en: "Deleted drafts. What is removed for good cannot be brought back." }
    /// The menu.
    on_menu() { zh: "所有能做的事都在这里。Esc 回去接着写。", en: "All that can be done is here. Esc goes back to writing." }
    /// Undo and versions.
    on_past() { zh: "撤销没有次数限制，关掉再开也行。以前的版本可以看、比较、恢复。", en: "Undo has no limit and outlives a restart. Earlier versions can be read, compared and restored." }
    /// Editing.
    on_edit() { zh: "选择、复制、剪切、放回，不用 Ctrl 键也能做。", en: "Select, copy, cut and put back, without any Ctrl key." }
    /// What was found.
    on_found() { zh: "找到的每一处。回车去那里，写完可以从按钮回来。", en: "Every place that was found. Enter goes there; a button leads back." }
    /// The outline.
    on_outline() { zh: "材料的各部分，写了多少。回车去那里写，先写哪一部分都行。", en: "The parts of the report and how far each has come. Enter goes there; any order will do." }
    /// The result.
    on_result() { zh: "看全文、存成文件、复制。没写完也能存，检查的结果不拦着。", en: "Read it, save it, copy it. An unfinished report can be saved too; no finding stands in the way." }
    /// The proof.
    on_proof() { zh: "材料印出来的样子：公文格式，每页22行，每行28字。分行分页是估计，以 Word 为准。", en: "The report as it will be printed in the official layout, 22 lines of 28 characters a page. Lines and pages are an estimate; Word has the last word." }
    /// The check.
    on_check() { zh: "检查发现的，要紧的在前。回车去那里；右键看这一条能怎么办。检查只提醒，不拦着。", en: "What was found, the gravest first. Enter goes there; Right shows what can be done. Findings advise; they never hold you." }
    /// The chain.
    on_chain() { zh: "问题、原因、措施谁对应谁。没有对应上的会标出来，回车改。", en: "Which problem, cause and measure belong together. What has no partner is marked; Enter changes it." }
    /// A text that comes in.
    on_intake() { zh: "读进来的材料：先看读成了什么，再做成草稿。原文件不动。", en: "A report that comes in: see what was understood, then make a draft of it. The file is left alone." }
    /// Texts set aside.
    on_tray() { zh: "暂不使用的内容。留在草稿里，不印出来，可以放回任何一项。", en: "Texts set aside: kept in the draft, not printed, to be put back anywhere." }
    /// Settings.
    on_settings() { zh: "改了就生效，下次还在。也可以直接改 settings.toml，说明写在文件里。", en: "A change holds at once and at the next start. The file settings.toml can be edited too; it explains itself." }
    /// Keys of commands.
    on_keys() { zh: "每个命令的键都可以换。先选命令，再按一下新的键，或者从列表里选。换了马上生效，记在 settings.toml 里。", en: "Every command can get another key: choose the command, then press its new key, or choose one of the list. It holds at once and is kept in settings.toml." }
    /// Recovery.
    on_recovery() { zh: "上次没有正常退出。两个选择都不会丢东西：没用的那一份会另存。", en: "The last session did not end as usual. Neither choice loses anything: what is not used is kept aside." }
    /// Not everything is saved.
    on_unsaved() { zh: "有内容没能存到磁盘上。可以换个地方存，或者再试一次。", en: "Something could not be saved to the disk. Save it elsewhere, or try again." }
    /// Another window.
    on_busy() { zh: "这份草稿开在另一个窗口里。只看不会影响那边；接过来写，那边会变成只看。", en: "This draft is open in another window. Reading it does no harm there; taking it over makes the other one read-only." }

    /// A heading.
    rules() { zh: "查些什么", en: "What is looked for" }
    /// A key of a list.
    line_before() { zh: "上一行", en: "line above" }
    /// As above.
    line_behind() { zh: "下一行", en: "line below" }
    /// As above.
    first_line() { zh: "第一行", en: "first line" }
    /// As above.
    last_line() { zh: "最后一行", en: "last line" }
    /// As above.
    menu_of_finding() { zh: "看这一条能怎么办", en: "what can be done about this finding" }
    /// A key of the proof.
    next_part() { zh: "下一部分", en: "next part" }
    /// As above.
    previous_part() { zh: "上一部分", en: "previous part" }
    /// As above.
    change_or_copy() { zh: "改这一处、复制、去别的部分", en: "change this place, copy, go elsewhere" }
    /// As above.
    page_before() { zh: "上一页", en: "previous page" }
    /// As above.
    page_behind() { zh: "下一页", en: "next page" }
    /// As above.
    first_row() { zh: "全文开头", en: "start of the report" }
    /// As above.
    last_row() { zh: "全文末尾", en: "end of the report" }

    /// The title of the guide.
    guide_title(n: usize, of: usize) { zh: "入门说明 {n}/{of}", en: "Guide {n}/{of}" }
    /// Where it can be called.
    guide_entry() { zh: "怎么用（三屏说明）", en: "How to use it (three screens)" }
    /// Hints.
    guide_hint() { zh: "回车看下一屏，Shift+Tab 看上一屏。Esc 跳过", en: "Enter: next screen. Shift+Tab: the one before. Esc skips the guide" }
    /// Hints of the last screen.
    guide_hint_last() { zh: "回车开始，Shift+Tab 看上一屏", en: "Enter: begin. Shift+Tab: the screen before" }
    /// The same in little room.
    guide_hint_last_short() { zh: "回车开始", en: "Enter begins" }
    /// The hints of the other screens in little room.
    guide_hint_short() { zh: "回车下一屏 Esc跳过", en: "Enter next, Esc skip" }
    /// First screen: heading.
    guide_write() { zh: "一次只答一个问题", en: "One question at a time" }
    /// As above.
    guide_just_type() { zh: "开着的那一项，直接打字就行。写的每个字当时就存下，不用按保存；随时可以关窗口，下次从原处接着写。", en: "Type into the open answer. Every character is kept at once, so there is nothing to save; close the window whenever you like and go on from the same place." }
    /// As above.
    guide_next(next: &str, previous: &str) { zh: "{next} 到下一项，{previous} 回上一项。", en: "{next} goes to the next item, {previous} to the one before." }
    /// As above.
    guide_enter(enter: &str) { zh: "{enter} 换行；在空行上再按一次，就到下一项。", en: "{enter} makes a new line; on an empty line it goes on to the next item." }
    /// As above.
    guide_empty() { zh: "哪一项都可以先空着，先写哪一部分都行。", en: "Any answer may stay empty, and any order will do." }
    /// Second screen: heading.
    guide_menu() { zh: "别的都在菜单里", en: "Everything else is in the menu" }
    /// As above.
    guide_what_is_there(menu: &str) { zh: "{menu} 打开菜单，再按一次回来。目录、检查、成文、撤销、查找、设置都在里面；文字下面的[菜单]按钮也能打开。", en: "{menu} opens the menu and closes it: outline, check, finish, undo, find, settings. The button [Menu] below the text opens it too." }
    /// As above.
    guide_four_keys() { zh: "会用 Tab、回车、方向键和数字就够了，开着输入法也行。", en: "Tab, Enter, arrows and digits are enough, also with an input method on." }
    /// As above.
    guide_help(help: &str) { zh: "{help} 随时看所在位置的说明。", en: "{help} explains the place you are in." }
    /// As above.
    guide_undo(undo: &str) { zh: "{undo} 撤销，想撤多少步都行，关掉再开也行。", en: "{undo} takes back, as many steps as you like, also after a restart." }
    /// Third screen: heading.
    guide_finish() { zh: "写完以后", en: "When it is written" }
    /// As above.
    guide_result() { zh: "菜单里的[成文]：按页看全文，存成文件，整份或一部分复制走。", en: "[Finish] in the menu: read it on its pages, save it, copy all of it or a part." }
    /// As above.
    guide_checks() { zh: "[检查]找出漏写、前后对不上、常被退改的地方，只提醒，不拦着；程序从不替你写一个字。", en: "[Check] finds what is missing, what does not agree, what is often sent back. It advises and never holds you; the program writes no word of its own." }
    /// As above.
    guide_private() { zh: "文字只存在这台电脑上，程序不联网。涉密的内容不要在这里写。", en: "The text stays on this machine; there is no network code. What is classified does not belong here." }
}
