//! What a person reads about an answer file, in both languages: what is wrong and what to do.

crate::messages! {
    /// [`Fault::NotUtf8`](super::Fault::NotUtf8).
    not_utf8() {
        zh: "从这里起不是UTF-8编码，请把文件另存为UTF-8再试",
        en: "this is not UTF-8 from here on; save the file as UTF-8 and try again",
    }
    /// [`Fault::DoubledKey`](super::Fault::DoubledKey).
    doubled_key(first: usize) {
        zh: "这个名字在第{first}行已经写过，请删去一个",
        en: "this key stands on line {first} already; remove one of the two",
    }
    /// [`Fault::WrongKind`](super::Fault::WrongKind).
    wrong_kind(wanted: &str, found: &str) {
        zh: "要写的是{wanted}，现在是{found}，请改写",
        en: "this takes {wanted}, not {found}; write it anew",
    }
    /// [`Fault::NotOneLine`](super::Fault::NotOneLine).
    not_one_line() {
        zh: "只能写一行，请去掉里面的 \\n",
        en: "it must be one line; take out the \\n",
    }
    /// [`Fault::UnknownWord`](super::Fault::UnknownWord) with a word to propose.
    unknown_word_near(nearest: &str, known: &str) {
        zh: "没有这个选项，大概是 {nearest}；能写的有：{known}",
        en: "there is no such choice; it is probably meant to be {nearest}, out of: {known}",
    }
    /// [`Fault::UnknownWord`](super::Fault::UnknownWord) with nothing like it.
    unknown_word(known: &str) {
        zh: "没有这个选项，请从这些里选：{known}",
        en: "there is no such choice; use one of: {known}",
    }
    /// [`Fault::UnknownLink`](super::Fault::UnknownLink) with a key to propose.
    unknown_link_near(among: &str, nearest: &str) {
        zh: "{among} 里没有这个 key，大概是 {nearest}，请改过来",
        en: "nothing in {among} has this key; it is probably meant to be {nearest}",
    }
    /// [`Fault::UnknownLink`](super::Fault::UnknownLink) with nothing like it.
    unknown_link(among: &str) {
        zh: "{among} 里没有这个 key，请删去，或者给要连的那一条写上 \"key\"",
        en: "nothing in {among} has this key; remove it, or give the one you mean a \"key\"",
    }
    /// [`Fault::LinkTwice`](super::Fault::LinkTwice).
    link_twice() {
        zh: "这个 key 在同一个列表里写了两次，请删去一个",
        en: "this key stands twice in the list; remove one of the two",
    }
    /// [`Fault::EmptyKey`](super::Fault::EmptyKey).
    empty_key() {
        zh: "key 不能是空的，请写一个简短的名字，例如 c1",
        en: "a key must not be empty; write a short name, such as c1",
    }
    /// [`Fault::KeyTaken`](super::Fault::KeyTaken).
    key_taken(first: usize) {
        zh: "第{first}行已经用了这个 key，请换一个",
        en: "the one on line {first} has this key already; choose another",
    }
    /// [`Fault::SectionTwice`](super::Fault::SectionTwice).
    section_twice() {
        zh: "已经有一个这样的部分，除了 text 每种只能有一个，请删去一个",
        en: "there is a section of this role already, and only text may stand more than once; remove one",
    }
    /// [`Fault::NoRole`](super::Fault::NoRole).
    no_role() {
        zh: "没有写 \"role\"，请补上这个部分是什么，例如 \"role\": \"text\"",
        en: "\"role\" is not there and must be; say what the section is for, such as \"role\": \"text\"",
    }
    /// [`Fault::BesideSections`](super::Fault::BesideSections).
    beside_sections() {
        zh: "写了 sections，标题和文字就写在它里面，请把这里的移过去",
        en: "where sections is given, titles and texts stand in it; move this there",
    }
    /// [`Fault::BesideBody`](super::Fault::BesideBody).
    beside_body() {
        zh: "已经写了 body，不能再写 detail 和 examples，请并到 body 里",
        en: "where body is given, detail and examples are not; move this into body",
    }
    /// [`Fault::BesideStatement`](super::Fault::BesideStatement).
    beside_statement() {
        zh: "写了 statement 就是说明事项，没有引语和问题，请删去一样",
        en: "with statement this is a statement item, which has no lead-in and no problems; remove one of them",
    }
    /// [`Fault::NotOnePassage`](super::Fault::NotOnePassage).
    not_one_passage() {
        zh: "一对花括号里写一段：或者 \"detail\"，或者 \"example\"",
        en: "one pair of braces holds one passage: either \"detail\" or \"example\"",
    }
    /// [`Fault::More`](super::Fault::More).
    more() {
        zh: "后面还有错，先改好上面这些再试",
        en: "there is more; mend the above first and try again",
    }
    /// [`Syntax::Nothing`](super::Syntax::Nothing).
    nothing() {
        zh: "文件是空的，至少要写 {{}}",
        en: "the file is empty; write at least {{}}",
    }
    /// [`Syntax::ChineseSign`](super::Syntax::ChineseSign).
    chinese_sign() {
        zh: "这里用了中文标点，请换成英文输入法打的引号、逗号、冒号、括号或空格",
        en: "a Chinese quotation mark, comma, colon, bracket or blank stands here; type the plain ASCII one",
    }
    /// [`Syntax::NoValue`](super::Syntax::NoValue).
    no_value() {
        zh: "这里要写内容：文字加英文引号，列表用方括号，一组名字和内容用花括号",
        en: "a value is missing here: a text in quotation marks, a list in brackets, or keys and values in braces",
    }
    /// [`Syntax::NoKey`](super::Syntax::NoKey).
    no_key() {
        zh: "这里要写加英文引号的名字，例如 \"title\"",
        en: "a key in quotation marks is missing here, such as \"title\"",
    }
    /// [`Syntax::NoColon`](super::Syntax::NoColon).
    no_colon() {
        zh: "名字后面缺英文冒号，请补上",
        en: "a colon is missing behind the key; add it",
    }
    /// [`Syntax::NoComma`](super::Syntax::NoComma).
    no_comma() {
        zh: "这里缺英文逗号或右括号，请补上；文字里面的英文引号前要加反斜杠",
        en: "a comma or the closing bracket is missing here; inside a text, put a backslash before a quotation mark",
    }
    /// [`Syntax::CommaTooMany`](super::Syntax::CommaTooMany).
    comma_too_many() {
        zh: "最后一项后面不写逗号，请删去",
        en: "there is no comma behind the last item; remove it",
    }
    /// [`Syntax::OpenText`](super::Syntax::OpenText).
    open_text() {
        zh: "从这里开始的文字没有结束，请在末尾补上英文引号",
        en: "the text that begins here does not end; close it with a quotation mark",
    }
    /// [`Syntax::OpenBracket`](super::Syntax::OpenBracket).
    open_bracket() {
        zh: "从这里开始的括号没有配成对，请补上右括号",
        en: "the bracket that opens here is never closed; add the closing one",
    }
    /// [`Syntax::LineBreak`](super::Syntax::LineBreak).
    line_break() {
        zh: "文字里面不能直接换行，请写成 \\n；也可能是前面少了英文引号",
        en: "a text cannot run over the end of a line; write \\n, or close it with a quotation mark",
    }
    /// [`Syntax::ControlSign`](super::Syntax::ControlSign).
    control_sign() {
        zh: "文字里面有看不见的控制字符，请删去后重写这一行",
        en: "there is an invisible control character in the text; type the line anew",
    }
    /// [`Syntax::BadEscape`](super::Syntax::BadEscape).
    bad_escape() {
        zh: "反斜杠后面的字不对，要写反斜杠本身请写两个",
        en: "this cannot follow a backslash; write two backslashes for one",
    }
    /// [`Syntax::Trailing`](super::Syntax::Trailing).
    trailing() {
        zh: "内容到这里已经结束，请删去后面多出来的",
        en: "the file should end here; remove what follows",
    }
    /// [`Syntax::TooDeep`](super::Syntax::TooDeep).
    too_deep() {
        zh: "括号套得太深，答案文件用不着这么多层，请对照 docs/answers.example.json 改写",
        en: "brackets stand in brackets too deep for an answer file; compare it with docs/answers.example.json",
    }
    /// [`Kind::Text`](super::Kind::Text).
    kind_text() { zh: "引号里的文字", en: "a text in quotation marks" }
    /// [`Kind::List`](super::Kind::List).
    kind_list() { zh: "方括号里的列表", en: "a list in square brackets" }
    /// [`Kind::Object`](super::Kind::Object).
    kind_object() { zh: "花括号里的一组名字和内容", en: "keys and values in braces" }
    /// [`Kind::Number`](super::Kind::Number).
    kind_number() { zh: "数字", en: "a number" }
    /// [`Kind::Choice`](super::Kind::Choice).
    kind_choice() { zh: "true 或 false", en: "true or false" }
    /// [`Kind::Null`](super::Kind::Null).
    kind_null() { zh: "null（没有内容就不写这个名字）", en: "null (leave the key out where there is nothing)" }
}
