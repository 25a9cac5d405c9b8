//! What the line mode says beside what the sitting says. Every line must be understood on its own, when it is heard.

crate::messages! {
    /// The first line.
    welcome() { zh: "剖析，帮你一步一步写完自我剖析材料。文字只存在这台电脑上。", en: "pouxi walks you through a self-review. Your words stay on this computer." }
    /// The second line: how to be helped.
    how_to_help() { zh: "逐行方式：一行一问，一行一答。随时可以输入[：帮助]。", en: "Line mode: a line asks, a line answers. Type ':help' at any time." }
    /// Over what cannot be read in this encoding.
    some_signs_missing(name: &str) { zh: "有的字在 {name} 编码里没有，这里写成编号；草稿里的字是对的。", en: "Some signs do not exist in {name} and are written as numbers here; the draft has them right." }
    /// The prompt for a number.
    which_number(default: usize) { zh: "选几？[{default}] ", en: "Which number? [{default}] " }
    /// The prompt of a one-line answer without a default.
    answer() { zh: "请回答> ", en: "Answer> " }
    /// The prompt of a one-line answer with a default.
    answer_or(default: &str) { zh: "请回答，直接回车就是[{default}]> ", en: "Answer, or Enter for [{default}]> " }
    /// The prompt for a line of text.
    line() { zh: "> ", en: "> " }
    /// The prompt where there is nothing to choose.
    go_on() { zh: "按回车继续> ", en: "Enter goes on> " }
    /// A line of a list: its number and words.
    numbered(n: usize, words: &str) { zh: "{n} {words}", en: "{n} {words}" }
    /// Between the parts of a line.
    comma() { zh: "，", en: ", " }
    /// Between whole thoughts of a line.
    semicolon() { zh: "；", en: "; " }
    /// More lines of a list than are read at once.
    more_lines(n: usize) { zh: "后面还有{n}条，输入[：更多]接着听。它们的号码现在就能选。", en: "{n} more; ':more' reads on. Their numbers can be chosen now." }
    /// What is wrong, first of all.
    error(what: &str) { zh: "错误：{what}", en: "Error: {what}" }
    /// No such number.
    not_a_number(most: usize) { zh: "请输入1到{most}的数字。", en: "please give a number from 1 to {most}." }
    /// Words where a number is wanted, and the way to write them.
    choose_first(most: usize) { zh: "请输入1到{most}的数字。要写文字，先选1，再写。", en: "please give a number from 1 to {most}. To write words, choose 1 first." }
    /// No such command.
    no_command(word: &str) { zh: "没有[：{word}]这个命令，输入[：帮助]看有哪些。要把这一行当文字写，开头多打一个冒号。", en: "there is no command ':{word}'; ':help' lists them. To write this line as text, begin it with two colons." }
    /// A command that needs a draft.
    no_draft() { zh: "还没有打开材料，先选一份或新写一份。", en: "no report is open; choose one or start one first." }
    /// Nothing to read here.
    no_text_here() { zh: "这里不是写文字的地方，没有可读的。", en: "there is no text to read here." }
    /// A question one layer deeper about the text just finished.
    probe_behind(ask: &str) { zh: "再问一层：{ask}要补上，输入[：上一步]。", en: "Ask further: {ask} To add it, type [:back]." }
    /// No example.
    no_example() { zh: "这一项没有例子。", en: "This question has no example." }
    /// Nothing to leave out.
    nothing_to_leave_out() { zh: "这里没有可以不写的部分。", en: "there is nothing to leave out here." }
    /// The full screen cannot be.
    no_full_screen() { zh: "这里开不了全屏：要一个真正的终端，能移动光标，用万国码显示。", en: "the full screen needs a real terminal that moves its cursor and shows UTF-8." }
    /// The editor needs a terminal.
    no_terminal_for_editor() { zh: "这里没有终端，不能打开编辑器。", en: "there is no terminal for an editor here." }
    /// Place: dimension.
    dimension(n: usize, of: usize, name: &str) { zh: "第{n}个方面，共{of}个：{name}。", en: "Dimension {n} of {of}: {name}." }
    /// Place: another part.
    part(name: &str) { zh: "现在写：{name}。", en: "Now: {name}." }
    /// The part is left out.
    part_left_out() { zh: "这一部分已经决定不写，写过的都留着。", en: "It was decided to leave this part out; what is written is kept." }
    /// A question of a problem.
    of_problem(n: usize, label: &str, ask: &str) { zh: "问题{n}，{label}。{ask}", en: "Problem {n}, {label}. {ask}" }
    /// A question.
    question(label: &str, ask: &str) { zh: "{label}。{ask}", en: "{label}. {ask}" }
    /// It may stay empty.
    optional(question: &str) { zh: "{question}（可以不写）", en: "{question} (may stay empty)" }
    /// What is there.
    so_far(length: &str, words: &str) { zh: "已有{length}：{words}", en: "So far {length}: {words}" }
    /// What is there, whole.
    whole(label: &str, length: &str) { zh: "{label}，全文{length}：", en: "{label}, all {length}:" }
    /// Nothing is there.
    nothing_yet(label: &str) { zh: "{label}还没有写。", en: "{label}: nothing written yet." }
    /// How to write a text, once.
    how_to_write() { zh: "写下去，一行就是一段；写完后单独一行输入句号[。]或[.]。直接回车就是不写，到下一项。", en: "Write on, a line is a paragraph; a line with nothing but '.' ends it. Enter alone writes nothing and goes on." }
    /// How to write a text of one line, once.
    how_to_write_one() { zh: "这一项只写一行，回车就存下。直接回车就是不写，到下一项。", en: "One line, kept by Enter. Enter alone writes nothing and goes on." }
    /// What can be done with a text.
    text_choices() { zh: "1 接着写；2 重写；3 删掉最后一段；4 不改，下一项；5 改某一段", en: "1 write on; 2 write anew; 3 delete the last paragraph; 4 leave it, next; 5 change a paragraph" }
    /// What can be done with a text of one line.
    line_choices() { zh: "1 改写；2 不改，下一项", en: "1 write anew; 2 leave it, next" }
    /// Which paragraph.
    which_paragraph(n: usize) { zh: "改第几段？共{n}段。", en: "Which paragraph, of {n}?" }
    /// A paragraph, to choose it.
    paragraph(n: usize, words: &str) { zh: "第{n}段：{words}", en: "Paragraph {n}: {words}" }
    /// What can be done with a paragraph.
    paragraph_choices() { zh: "1 改写；2 删掉；3 先放着，不用在正文里；4 不改", en: "1 write anew; 2 delete; 3 set aside, not used; 4 leave it" }
    /// A line is written anew.
    write_anew() { zh: "请写新的这一段，回车存下；直接回车就是不改> ", en: "The paragraph anew; Enter keeps it, Enter alone leaves it> " }
    /// A text is kept.
    kept(label: &str, length: &str) { zh: "好。{label}共{length}，已保存。", en: "Good. {label}: {length}, saved." }
    /// Nothing was changed.
    unchanged(label: &str) { zh: "{label}没有改。", en: "{label}: unchanged." }
    /// Which passage: how many sentences there are.
    n_sentences(n: usize) { zh: "选哪些？这一项有{n}句：", en: "Which words? There are {n} sentences:" }
    /// How a passage is named, once.
    how_to_name() { zh: "输入句子的号码，例如[2]或[2-4]；或写出原文的字；长的写[开头几个字...最后几个字]；[全部]就是整项。直接回车就不选。", en: "Give the number of a sentence, such as '2' or '2-4'; or the words themselves; for long ones 'first words...last words'; 'all' is all of it. Enter alone selects nothing." }
    /// The prompt for a passage.
    which_passage() { zh: "选哪些> ", en: "Which words> " }
    /// No such passage.
    no_such_passage(words: &str, n: usize) { zh: "这里没有[{words}]，一共{n}句。", en: "'{words}' is not here; there are {n} sentences." }
    /// Words that stand in several places.
    several_passages(words: &str, n: usize) { zh: "[{words}]有{n}处，是哪一处？", en: "'{words}' stands in {n} places. Which one?" }
    /// What was selected.
    selected(n: usize, words: &str) { zh: "选中了{n}字：{words}", en: "Selected, {n} characters: {words}" }
    /// What can be done with it.
    deeds() { zh: "1 复制；2 剪切；3 挪到这一项的别处；4 换成别的字；5 删掉；6 先放着，不用在正文里；7 不选了", en: "1 copy; 2 cut; 3 move it within this text; 4 put other words in its place; 5 delete; 6 set aside, not used; 7 leave it" }
    /// Nothing is selected.
    nothing_selected() { zh: "没有选。", en: "Nothing is selected." }
    /// It was taken out.
    taken_out() { zh: "已从这一项里拿掉，输入[：撤销]可以取回。", en: "Taken out of this text; ':undo' brings it back." }
    /// How it is put back, once.
    how_to_put_back() { zh: "到要放的那一项去，输入[：放回]。", en: "Go to the text where it belongs and type ':paste'." }
    /// Where a passage goes.
    where_does_it_go(n: usize) { zh: "挪到哪里？这一项有{n}句：", en: "Where to? There are {n} sentences:" }
    /// Where something is put.
    where_is_it_put(words: &str, characters: usize, n: usize) { zh: "放到哪里？这一项有{n}句。要放的{characters}字：{words}", en: "Where to? There are {n} sentences here. To be put, {characters} characters: {words}" }
    /// How a place is named, once.
    how_to_place() { zh: "输入号码，就放在那一句后面；[0]放在最前面；或写出前面的几个字；直接回车放在最后。", en: "A number puts it behind that sentence, '0' before everything; or give the words before it. Enter alone puts it at the end." }
    /// The prompt for a place.
    which_place() { zh: "放在哪里> ", en: "Where> " }
    /// It stays where it is.
    carried_nowhere() { zh: "它就在那里，没有挪。", en: "It is there already; nothing moved." }
    /// The prompt for words in place of others.
    write_instead() { zh: "换成什么？直接回车就是不改> ", en: "Instead? Enter alone leaves it> " }
    /// Nothing was changed.
    nothing_changed() { zh: "没有改。", en: "Unchanged." }
    /// Over the report, read paragraph by paragraph.
    n_paragraphs(n: usize) { zh: "从头读，共{n}段，每段前面是段号：", en: "From the beginning, {n} paragraphs, each behind its number:" }
    /// The same from further on.
    from_paragraph(from: usize, n: usize) { zh: "从第{from}段接着读，共{n}段：", en: "From paragraph {from} on, of {n}:" }
    /// The prompt behind the report, once with what a number does.
    which_place_of_proof() { zh: "要改或复制哪一段，输入段号；直接回车返回> ", en: "A number goes to that paragraph; Enter goes back> " }
    /// There is a way back.
    how_to_return() { zh: "输入[：回去]，回到刚才那里。", en: "':return' goes back to where you were." }
    /// Written in, and not used.
    gathered_lost(characters: usize) { zh: "刚才写进来的{characters}字没有用上：要先单独一行输入句号。", en: "The {characters} characters just typed in were not used: a line with nothing but '.' comes first." }
    /// One more line: nothing is linked.
    choose_nothing() { zh: "不选，下一项", en: "Choose nothing, next" }
    /// What next.
    what_next() { zh: "这一部分问完了，接下来做什么？", en: "That is all of this part. What next?" }
    /// Take in a pasted notice.
    put_notice_in() { zh: "在这里写入或粘贴通知的文字", en: "Type or paste the notice here" }
    /// How a notice is put in.
    notice_how() { zh: "这里读通知：从文件读，或者把文字一行一行写进来；读到了什么，先给你听。", en: "A notice is read here, from a file or line by line; you hear what was read before anything is kept." }
    /// How a key is given.
    key_how(now: &str) { zh: "现在是 {now}。输入键名，例如 Ctrl+R 或 F5，或者选号码。", en: "Now {now}. Type the name of a key, such as Ctrl+R or F5, or choose a number." }
    /// How several lines are put in.
    gather() { zh: "请把全文一行一行写进来或粘贴进来，最后单独一行输入句号[。]或[.]。", en: "Type or paste all of it; a line with nothing but '.' ends it." }
    /// Where a file is asked for.
    or_paste() { zh: "要把全文写进来或粘贴进来，输入句号[。]或[.]。", en: "To type or paste the text itself, answer '.'." }
    /// How the help is read.
    help_title() { zh: "命令以冒号开头，单独一行；也可以只输入它的号码，例如[：3]。", en: "Commands begin with a colon, on a line of their own; their numbers do too, such as ':3'." }
    /// A command.
    help_line(n: usize, words: &str, what: &str) { zh: "{n} ：{words}，{what}", en: "{n} :{words}, {what}" }
    /// Texts that begin with a colon.
    help_on_colons() { zh: "文字要以冒号开头，就打两个冒号。输入结束（按住 Ctrl 再按 D）会保存并退出。", en: "A text that begins with a colon begins with two. The end of the input (Ctrl+D) saves and leaves." }
    /// Where the writer is.
    place(part: &str, total: &str) { zh: "在[{part}]，{total}。", en: "At [{part}], {total}." }
    /// The input ended.
    input_ended() { zh: "输入结束，都存好了。", en: "The input ended; everything is saved." }
    /// It was interrupted.
    interrupted() { zh: "已中断，都存好了。", en: "Interrupted; everything is saved." }
    /// A signal came, and half a line was kept.
    half_kept(characters: usize) { zh: "程序被要求退出。正在写的这一行（{characters}字）也存下了。", en: "The program was told to end. The line being written ({characters} characters) was kept too." }
    /// A signal came, and half a line was not kept.
    half_lost() { zh: "程序被要求退出。回车确认过的都存下了，正在输入的这一行没有。", en: "The program was told to end. Every confirmed line is saved; the one being typed is not." }
    /// The window is too small for the full screen: which face?
    too_small(columns: u16, rows: u16) { zh: "窗口只有{columns}列{rows}行，全屏放不下。怎么写？", en: "The window has only {columns} columns and {rows} rows, too few for the full screen. How do you want to go on?" }
    /// An answer.
    go_on_by_lines() { zh: "逐行方式：一行一问，一行一答", en: "Line mode: a line asks, a line answers" }
    /// The other answer.
    go_on_full() { zh: "还是全屏，窗口我来放大", en: "The full screen all the same; I make the window larger" }
    /// Back in the line mode.
    now_by_lines() { zh: "现在是逐行方式，输入[：全屏]换回去。", en: "This is line mode; ':full' changes back." }

    /// Command.
    does_help() { zh: "听这张单子", en: "hear this list" }
    /// Command.
    does_back() { zh: "回上一项，或上一级", en: "to the question before, or one level up" }
    /// Command.
    does_next() { zh: "不写这一项，到下一项", en: "past this question to the next" }
    /// Command.
    does_read() { zh: "读这一项写了什么", en: "read what is written here" }
    /// Command.
    does_read_all() { zh: "从头读整份材料，输入段号就去那里改", en: "read the whole report; a number goes to that paragraph" }
    /// Command.
    does_example() { zh: "读一个例子", en: "read an example" }
    /// Command.
    does_again() { zh: "把这里再说一遍", en: "say again what is asked here" }
    /// Command.
    does_where() { zh: "写到哪里了，有多少字", en: "where you are, and how much there is" }
    /// Command.
    does_undo() { zh: "撤销上一步", en: "undo the last step" }
    /// Command.
    does_redo() { zh: "重做", en: "redo" }
    /// Command.
    does_outline() { zh: "去别的部分；加、挪、改名方面；换材料种类；对照问题和措施", en: "go to another part; add, move, rename dimensions; change the kind of report; the chain of measures" }
    /// Command.
    does_leave_out() { zh: "决定不写，或还是要写", en: "decide to leave it out, or to write it after all" }
    /// Command.
    does_here() { zh: "这一项还能做什么：挪动、删除、放着、上年的原文", en: "what else can be done here: move, delete, set aside, last year's words" }
    /// Command.
    does_check() { zh: "检查全文，改、不提醒", en: "review the report; mend, silence" }
    /// Command.
    does_find() { zh: "查找和替换；后面可以直接跟要找的字", en: "find and replace; words may follow" }
    /// Command.
    does_finish() { zh: "成文：看、存成文件、复制", en: "finish: read, save as a file, copy" }
    /// Command.
    does_return() { zh: "回到检查、查找或全文里刚才的地方", en: "back to the place in the review, the search or the report" }
    /// Command.
    does_select() { zh: "选一句或几个字：复制、剪切、挪动、替换；后面可以直接跟号码或原文", en: "select sentences or words: copy, cut, move, replace; a number or words may follow" }
    /// Command.
    does_put_back() { zh: "放回刚剪切、复制的；后面可以直接跟放在哪里", en: "put back what was cut or copied; where to may follow" }
    /// Command.
    does_copy() { zh: "复制这一项", en: "copy what is written here" }
    /// Command.
    does_versions() { zh: "以前的版本：看、比较、恢复", en: "earlier versions: read, compare, restore" }
    /// Command.
    does_menu() { zh: "所有功能的菜单", en: "the menu of everything" }
    /// Command.
    does_settings() { zh: "设置，或换一份材料", en: "settings, or another report" }
    /// Command.
    does_more() { zh: "接着听长单子", en: "the rest of a long list" }
    /// Command.
    does_full() { zh: "换成全屏", en: "change to the full screen" }
    /// Command.
    does_leave() { zh: "保存并退出", en: "save and leave" }
}
