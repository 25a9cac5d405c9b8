//! What is said about settings and their file, in both languages.

crate::messages! {
    /// The first comment of a fresh file.
    about_file() {
        zh: "pouxi 的设置。可以用文本编辑器改，注释和顺序都会保留；等号左边的名字不要改。",
        en: "Settings of pouxi. Change them with any text editor; comments and order are kept. Leave the names as they are.",
    }
    /// What `language` is.
    about_language() {
        zh: "界面语言：\"auto\" 随系统，\"zh\" 中文，\"en\" 英文",
        en: "Language of the interface: \"auto\" as the system has it, \"zh\" Chinese, \"en\" English",
    }
    /// What `ambiguous_width` is.
    about_width() {
        zh: "引号、破折号、省略号这类符号在这个终端里占几格：1 或 2",
        en: "Cells that quotation marks, dashes and ellipses take in this terminal: 1 or 2",
    }
    /// What `counting` is.
    about_counting() {
        zh: "字数怎么算：\"marks\" 连标点，\"without_punctuation\" 不计标点，\"as_word\" 和 Word 相近",
        en: "What is counted: \"marks\" every sign, \"without_punctuation\", \"as_word\" close to Word",
    }
    /// What `mouse` is.
    about_mouse() {
        zh: "用不用鼠标点选：true 用，false 不用（终端自己的选字就不必按 Shift）",
        en: "Whether the mouse is used: true, or false, so that the terminal's own selection needs no Shift",
    }
    /// What `colours` is.
    about_colours() {
        zh: "用不用颜色（终端自己的16色）：true 用，false 只用粗体和反白；环境变量 NO_COLOR 也能关",
        en: "Whether colours are used, of the terminal's own 16: true, or false for bold and reverse alone, as NO_COLOR does",
    }
    /// What `theme` is.
    about_theme() {
        zh: "配色：\"auto\" 认得出底色就按底色，认不出就不上色，\"light\" 浅色底，\"dark\" 深色底，\"contrast\" 不上色，只用粗体、反白和下划线",
        en: "Theme: \"auto\" as the ground is where that is known, else none, \"light\", \"dark\", \"contrast\" bold, reverse and underlined alone",
    }
    /// Whether questions go one layer deeper.
    about_probes() {
        zh: "写了一句以后，要不要再问一层（什么时候、多少次、为什么）：true 问，false 不问",
        en: "Whether one more question is asked once a sentence is written (when, how often, why): true, or false",
    }
    /// What `line_mode` is.
    about_lines() {
        zh: "每次都用逐行方式（给读屏软件）：true 是，false 不是；POUXI_PLAIN=0 这一次不用",
        en: "Whether to start in line mode each time, for screen readers: true or false; POUXI_PLAIN=0 does without once",
    }
    /// What `guide` is.
    about_guide() {
        zh: "还没写过东西时，开始先看三屏入门说明：true 看，false 不看（看过一次就改成 false）",
        en: "Whether the guide is shown at the start while nothing was written yet: true, or false, which it becomes once seen",
    }
    /// The place and what is wrong there.
    at(line: usize, column: usize, what: &str) {
        zh: "第{line}行第{column}列：{what}",
        en: "line {line}, column {column}: {what}",
    }
    /// The place, the name and what is wrong there.
    at_key(line: usize, column: usize, key: &str, what: &str) {
        zh: "第{line}行第{column}列，{key}：{what}",
        en: "line {line}, column {column}, {key}: {what}",
    }
    /// Between names of a list.
    between() { zh: "、", en: ", " }
    /// [`Fault::UnknownKey`](super::Fault::UnknownKey) with a name to propose.
    unknown_key_near(nearest: &str) {
        zh: "没有这项设置，大概是 {nearest}",
        en: "there is no such setting; it is probably meant to be {nearest}",
    }
    /// [`Fault::UnknownKey`](super::Fault::UnknownKey) with nothing like it.
    unknown_key(known: &str) {
        zh: "没有这项设置，请删去这一行，或者用：{known}",
        en: "there is no such setting; remove the line, or use one of: {known}",
    }
    /// [`Fault::UnknownValue`](super::Fault::UnknownValue) with a value to propose.
    unknown_value_near(nearest: &str) {
        zh: "不能这样设，大概是 \"{nearest}\"",
        en: "this is not known; it is probably meant to be \"{nearest}\"",
    }
    /// [`Fault::UnknownValue`](super::Fault::UnknownValue) with nothing like it.
    unknown_value(known: &str) {
        zh: "只能写成：{known}",
        en: "write one of: {known}",
    }
    /// [`Fault::UnknownCommand`](super::Fault::UnknownCommand) with a name to propose.
    unknown_command_near(nearest: &str) {
        zh: "没有这个命令，大概是 {nearest}",
        en: "there is no such command; it is probably meant to be {nearest}",
    }
    /// [`Fault::UnknownCommand`](super::Fault::UnknownCommand) with nothing like it.
    unknown_command(known: &str) {
        zh: "没有这个命令，请删去这一行，或者用：{known}",
        en: "there is no such command; remove the line, or use one of: {known}",
    }
    /// [`Fault::TakenKey`](super::Fault::TakenKey).
    taken_key(by: &str) {
        zh: "这个键已经是 {by} 的，先给 {by} 换一个键",
        en: "this is the key of {by}; give {by} another key first",
    }
    /// [`NotGiven`](super::NotGiven), with what can be used.
    key_use(why: &str, letters: &str) {
        zh: "{why}；请用 Ctrl+ 加 {letters} 之一，或 F1 到 F9",
        en: "{why}; use Ctrl+ with one of {letters}, or F1 to F9",
    }
    /// [`NotGiven::AnotherKey`](super::NotGiven::AnotherKey).
    key_is_another() {
        zh: "在终端里这就是退格、Tab 或回车",
        en: "for a terminal this is Backspace, Tab or Enter",
    }
    /// [`NotGiven::Fixed`](super::NotGiven::Fixed).
    key_is_fixed() {
        zh: "这个键的用处是固定的（复制和退出、换行）",
        en: "this key always means the same",
    }
    /// [`NotGiven::Elsewhere`](super::NotGiven::Elsewhere).
    key_is_elsewhere() {
        zh: "这个键归终端、浏览器或输入法用",
        en: "this key belongs to terminals, browsers or input methods",
    }
    /// [`NotGiven::Enough`](super::NotGiven::Enough).
    key_is_enough() {
        zh: "这个键一直要照原样用",
        en: "this key is always needed as it is",
    }
    /// [`NotGiven::Unknown`](super::NotGiven::Unknown).
    key_is_unknown() {
        zh: "这个键不能给命令用",
        en: "this key cannot be given",
    }
    /// [`NotKept::Taken`](super::NotKept::Taken).
    taken_meanwhile(key: &str) {
        zh: "另一个窗口把 {key} 给了别的命令，请重新打开再改。",
        en: "Another window gave {key} to another command; start anew and change it then.",
    }
    /// The keys.
    about_keys() {
        zh: "按键：给命令换一个键，去掉行首的 # 再改引号里的键。Tab、Enter、Esc、方向键和数字不能换",
        en: "Keys: to give a command another one, take the # away and change what stands in quotes. Tab, Enter, Esc, arrows and digits stay",
    }
    /// [`Fault::NotUtf8`](super::Fault::NotUtf8).
    not_utf8() {
        zh: "这里不是 UTF-8 文字，请用文本编辑器另存为 UTF-8",
        en: "this is not UTF-8; save the file as UTF-8 in a text editor",
    }
    /// [`Fault::Syntax`](super::Fault::Syntax) without a better word.
    not_toml() {
        zh: "这一行不合写法，请写成：名字 = 内容",
        en: "this line is not understood; write: name = value",
    }
    /// [`Trouble::Errors`](super::Trouble::Errors), one of them.
    wrong(path: &str, what: &str) {
        zh: "设置文件有一处不对，这一处按默认的来，文件没有动。{path} {what}",
        en: "One thing in the settings file is wrong: the default is used for it, the file is left as it is. {path} {what}",
    }
    /// [`Trouble::Errors`](super::Trouble::Errors), several.
    several_wrong(path: &str, n: usize, what: &str) {
        zh: "设置文件有{n}处不对，这些地方按默认的来，文件没有动。第一处：{path} {what}",
        en: "{n} things in the settings file are wrong: defaults are used for them, the file is left as it is. The first: {path} {what}",
    }
    /// [`Trouble::Newer`](super::Trouble::Newer).
    newer(path: &str, format: u32) {
        zh: "设置文件是更新版本的程序写的（格式{format}）：认得的照用，文件不改。{path}",
        en: "The settings file was written by a newer program (format {format}): what is understood is used, the file is not changed. {path}",
    }
    /// [`Trouble::Unreadable`](super::Trouble::Unreadable).
    unreadable(what: &str) {
        zh: "设置文件读不了，先按默认的来，文件没有动。{what}",
        en: "The settings file cannot be read: defaults are used, the file is left as it is. {what}",
    }
    /// [`Made::New`](super::Made::New).
    made(path: &str) {
        zh: "设置文件写好了，每一项都有说明，可以用文本编辑器改：{path}",
        en: "The settings file is made, with a word on each setting; change it with any text editor: {path}",
    }
    /// [`Made::There`](super::Made::There).
    is_there(path: &str) {
        zh: "设置文件已经有了，没有动：{path}",
        en: "The settings file is there already and was left as it is: {path}",
    }
    /// [`Kept::Aside`](super::Kept::Aside).
    kept_aside(path: &str) {
        zh: "设置已记下，写在新的文件里；原来的文件有看不懂的地方，留在 {path}",
        en: "The setting is kept, in a new file; the old one could not be understood and is kept as {path}",
    }
    /// A setting that could not be written down, and why.
    for_this_session(why: &str) {
        zh: "设置这一次有效，但没能记下。{why}",
        en: "The setting holds for this session but could not be kept. {why}",
    }
}
