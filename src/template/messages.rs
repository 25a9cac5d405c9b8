//! What a person reads about a template file, in both languages.

crate::messages! {
    /// The place and what is wrong there.
    at(line: usize, column: usize, what: &str) {
        zh: "第{line}行第{column}列：{what}",
        en: "line {line}, column {column}: {what}",
    }
    /// The place, the key and what is wrong there.
    at_key(line: usize, column: usize, key: &str, what: &str) {
        zh: "第{line}行第{column}列，{key}：{what}",
        en: "line {line}, column {column}, {key}: {what}",
    }
    /// The key and what is wrong there, behind the place.
    of_key(key: &str, what: &str) {
        zh: "{key}：{what}",
        en: "{key}: {what}",
    }
    /// [`Fault::UnknownKey`](super::Fault::UnknownKey) with a name to propose.
    unknown_key_near(nearest: &str) {
        zh: "没有这个名字，大概是 {nearest}，请改过来",
        en: "there is no such key; it is probably meant to be {nearest}",
    }
    /// [`Fault::UnknownKey`](super::Fault::UnknownKey) with nothing like it.
    unknown_key(known: &str) {
        zh: "没有这个名字，请删去或改成这里能用的名字：{known}",
        en: "there is no such key; remove it, or use one of: {known}",
    }
    /// [`Fault::Missing`](super::Fault::Missing).
    missing() {
        zh: "没有写，请补上这一行",
        en: "it is not there and must be; add it",
    }
    /// [`Fault::WrongShape`](super::Fault::WrongShape).
    wrong_shape(wanted: &str, found: &str) {
        zh: "要写的是{wanted}，现在是{found}，请改写",
        en: "this takes {wanted}, not {found}; write it anew",
    }
    /// [`Fault::OutOfBounds`](super::Fault::OutOfBounds).
    out_of_bounds(min: u32, max: u32) {
        zh: "要写一个{min}到{max}的数，可以有小数",
        en: "write a number from {min} to {max}",
    }
    /// [`Shape::Decimal`](super::Shape::Decimal).
    shape_decimal() { zh: "一个数", en: "a number" }
    /// [`Fault::OutOfRange`](super::Fault::OutOfRange).
    out_of_range(min: u32, max: u32) {
        zh: "要写{min}到{max}之间的整数",
        en: "write a whole number from {min} to {max}",
    }
    /// [`Fault::Empty`](super::Fault::Empty).
    empty() {
        zh: "不能是空的，请写上内容",
        en: "it must not be empty; write something",
    }
    /// [`Fault::NotOneLine`](super::Fault::NotOneLine).
    not_one_line() {
        zh: "只能写一行，请去掉换行",
        en: "it must be one line; take out the line breaks",
    }
    /// [`Fault::ControlSign`](super::Fault::ControlSign).
    control_sign() {
        zh: "里面有看不见的控制字符，请删去后重写这一行",
        en: "there is an invisible control character in it; type the line anew",
    }
    /// [`Fault::BadId`](super::Fault::BadId).
    bad_id() {
        zh: "只能用小写字母、数字和连字符，例如 my-office-2026",
        en: "use small letters, digits and hyphens only, such as my-office-2026",
    }
    /// [`Fault::UnknownLanguage`](super::Fault::UnknownLanguage).
    unknown_language(known: &str) {
        zh: "没有这种语言，请从这些里选：{known}",
        en: "this language is not known; use one of: {known}",
    }
    /// [`Fault::UnknownSet`](super::Fault::UnknownSet) with a name to propose.
    unknown_set_near(nearest: &str) {
        zh: "没有这套问题，大概是 {nearest}，请改过来",
        en: "there is no question set of this name; it is probably meant to be {nearest}",
    }
    /// [`Fault::UnknownSet`](super::Fault::UnknownSet) with nothing like it.
    unknown_set(known: &str) {
        zh: "没有这套问题，请删去这一行，或者从这些里选：{known}",
        en: "there is no question set of this name; remove the line, or use one of: {known}",
    }
    /// [`Fault::UnknownRole`](super::Fault::UnknownRole) with a name to propose.
    unknown_role_near(nearest: &str) {
        zh: "没有这种部分，大概是 {nearest}，请改过来",
        en: "there is no role of this name; it is probably meant to be {nearest}",
    }
    /// [`Fault::UnknownRole`](super::Fault::UnknownRole) with nothing like it.
    unknown_role(known: &str) {
        zh: "没有这种部分，请从这些里选：{known}",
        en: "there is no role of this name; use one of: {known}",
    }
    /// [`Fault::UnknownBlank`](super::Fault::UnknownBlank).
    unknown_blank() {
        zh: "花括号只能写成 {{year}}，它会换成年份，请改写",
        en: "braces stand only in {{year}}, which becomes the year; write it anew",
    }
    /// [`Fault::LengthReversed`](super::Fault::LengthReversed).
    length_reversed() {
        zh: "最多的字数比最少的还小，请把两个数对调",
        en: "the most is less than the least; swap the two numbers",
    }
    /// [`Fault::LengthOpen`](super::Fault::LengthOpen).
    length_open() {
        zh: "最少和最多的字数至少写一个，不限字数就删去这张表",
        en: "give the least or the most; remove the table if there is no limit",
    }
    /// [`Fault::UnknownLevel`](super::Fault::UnknownLevel) with a name to propose.
    unknown_level_near(nearest: &str) {
        zh: "没有这种写法，大概是 {nearest}，请改过来",
        en: "there is no such level; it is probably meant to be {nearest}",
    }
    /// [`Fault::UnknownLevel`](super::Fault::UnknownLevel) with nothing like it.
    unknown_level() {
        zh: "没有这种写法，请从这些里选：off, on, info, warn, error",
        en: "there is no such level; use one of: off, on, info, warn, error",
    }
    /// [`Fault::UnknownWord`](super::Fault::UnknownWord) with one to propose.
    unknown_word_near(nearest: &str) {
        zh: "没有这种写法，大概是 {nearest}，请改过来",
        en: "there is no such word; it is probably meant to be {nearest}",
    }
    /// [`Fault::UnknownWord`](super::Fault::UnknownWord) with nothing like it.
    unknown_word(known: &str) {
        zh: "没有这种写法，请从这些里选：{known}",
        en: "there is no such word; use one of: {known}",
    }
    /// [`Fault::NoRoom`](super::Fault::NoRoom).
    no_room() {
        zh: "页边距太大，排不下正文，请改小",
        en: "the margins leave no room for the text; make them smaller",
    }
    /// [`Fault::RoleTwice`](super::Fault::RoleTwice).
    role_twice(role: &str, first: usize) {
        zh: "第{first}行已经有一个 {role}，只能有一个；请删去一个，或者改成 text",
        en: "line {first} has a section of role {role} already; remove one, or make it a text",
    }
    /// [`Fault::DimensionTwice`](super::Fault::DimensionTwice).
    dimension_twice(first: usize) {
        zh: "和第{first}行的方面同名，请删去一个或改名",
        en: "the dimension on line {first} has the same title; remove one, or rename it",
    }
    /// [`Fault::BranchTwice`](super::Fault::BranchTwice).
    branch_twice(first: usize) {
        zh: "和第{first}行的有无题用了同一个 key，请改一个",
        en: "the question on line {first} has the same key; change one of them",
    }
    /// [`Fault::UnknownBranch`](super::Fault::UnknownBranch) where there are others.
    unknown_branch(known: &str) {
        zh: "没有这个 key 的有无题，请从这些里选：{known}",
        en: "no question under [[branches]] has this key; use one of: {known}",
    }
    /// [`Fault::UnknownBranch`](super::Fault::UnknownBranch) where there is none.
    no_branches() {
        zh: "没有这个 key 的有无题，请加一个 [[branches]]",
        en: "no question has this key; add one under [[branches]]",
    }
    /// Why a part that an answer closed is not written, where the template does not say it.
    does_not_apply() { zh: "没有这种情况", en: "Does not apply" }
    /// [`Fault::NoDimensionsSection`](super::Fault::NoDimensionsSection).
    no_dimensions_section() {
        zh: "写了方面，却没有放它们的部分；请加一个 role = \"dimensions\" 的 [[sections]]",
        en: "there are dimensions, but no section for them; add a [[sections]] with role = \"dimensions\"",
    }
    /// [`Fault::OpeningNotFirst`](super::Fault::OpeningNotFirst).
    opening_not_first() {
        zh: "开头必须是第一个部分，请移到最前面",
        en: "the opening must be the first section; move it to the front",
    }
    /// [`Fault::ClosingNotLast`](super::Fault::ClosingNotLast).
    closing_not_last() {
        zh: "结尾必须是最后一个部分，请移到最后面",
        en: "the closing must be the last section; move it to the end",
    }
    /// [`Fault::TitleNotWanted`](super::Fault::TitleNotWanted).
    title_not_wanted(role: &str) {
        zh: "{role} 前面没有标题；请删去标题，或者把 role 改成 text",
        en: "a section of role {role} stands without a title; remove the title, or make the role text",
    }
    /// [`Syntax::ChineseSigns`](super::Syntax::ChineseSigns).
    chinese_signs() {
        zh: "这里用了中文标点，请换成英文输入法打的引号、等号、方括号和井号",
        en: "a Chinese quotation mark, equals sign, bracket or hash stands here; type the plain ASCII one",
    }
    /// [`Syntax::BadString`](super::Syntax::BadString).
    bad_string() {
        zh: "英文引号没有配成对，请在文字的末尾补上",
        en: "the quotation marks do not match; close the text with the mark it opens with",
    }
    /// [`Syntax::BadValue`](super::Syntax::BadValue).
    bad_value() {
        zh: "等号右边写得不对：文字要加英文引号，数字只写数字，是和否写成 true 和 false",
        en: "this is no value: a text takes quotation marks, a number digits only, yes and no are true and false",
    }
    /// [`Syntax::TooLargeNumber`](super::Syntax::TooLargeNumber).
    too_large_number() {
        zh: "这个数太大了，请写小一些",
        en: "this number is too large; write a smaller one",
    }
    /// [`Syntax::BadKey`](super::Syntax::BadKey).
    bad_key() {
        zh: "等号左边的名字只用英文字母、数字和下划线，请改写",
        en: "names left of the equals sign take letters, digits and underscores only; write it anew",
    }
    /// [`Syntax::BadEscape`](super::Syntax::BadEscape).
    bad_escape() {
        zh: "反斜杠后面的字不对，要写反斜杠本身请写两个",
        en: "this cannot follow a backslash; write two backslashes for one",
    }
    /// [`Syntax::NoValue`](super::Syntax::NoValue).
    no_value() {
        zh: "缺了等号或等号后面的内容，请写成：名字 = 内容",
        en: "the equals sign or the value is missing; write: key = value",
    }
    /// [`Syntax::Twice`](super::Syntax::Twice).
    twice() {
        zh: "这个名字前面已经写过，请删去一个",
        en: "this key was given before; remove one of the two",
    }
    /// [`Syntax::Bracket`](super::Syntax::Bracket).
    bracket() {
        zh: "括号没有配成对，或者缺了逗号，请补上",
        en: "a bracket or a comma is missing; add it",
    }
    /// [`Syntax::Trailing`](super::Syntax::Trailing).
    trailing() {
        zh: "这一行到这里就该结束了；文字里面的英文引号前要加反斜杠，一行只写一个名字",
        en: "the line should end here; put a backslash before a quotation mark inside a text, and one key on a line",
    }
    /// [`Syntax::Other`](super::Syntax::Other); the reader's own words are English only.
    not_toml(message: &str) {
        zh: "这一行不合 TOML 的写法，请对照 docs/templates.md 里的例子改写",
        en: "this is not TOML ({message}); compare it with the example in docs/templates.md",
    }
    /// [`Shape::Text`](super::Shape::Text).
    shape_text() { zh: "引号里的文字", en: "a text in quotation marks" }
    /// [`Shape::Number`](super::Shape::Number).
    shape_number() { zh: "整数", en: "a whole number" }
    /// [`Shape::Choice`](super::Shape::Choice).
    shape_choice() { zh: "不加引号的 true 或 false", en: "true or false" }
    /// [`Shape::Table`](super::Shape::Table).
    shape_table() { zh: "一张表", en: "a table" }
    /// [`Shape::Tables`](super::Shape::Tables).
    shape_tables() { zh: "用双方括号开头的一组表", en: "tables in double brackets" }
    /// [`Shape::Texts`](super::Shape::Texts).
    shape_texts() { zh: "方括号里的一列文字", en: "a list of texts in brackets" }
    /// [`Shape::Other`](super::Shape::Other).
    shape_other() { zh: "别的内容", en: "something else" }
}
