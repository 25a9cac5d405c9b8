//! What is said of foreign files, in both languages.

crate::messages! {
    /// [`Noticed::EncodingGuessed`](super::Noticed::EncodingGuessed).
    encoding_guessed(encoding: &str) {
        zh: "文件没有写明编码，是按 {encoding} 读的；如果字不对，请另存为UTF-8再导入",
        en: "the file does not say its encoding and was read as {encoding}; if the words look wrong, save it as UTF-8 and import it again",
    }
    /// [`Noticed::Mojibake`](super::Noticed::Mojibake).
    mojibake() {
        zh: "文件里像是乱码：以前用错编码打开后又存过；请找没有乱码的原件",
        en: "the text looks garbled, as if it had once been opened in a wrong encoding and saved; look for the original",
    }
    /// [`Noticed::BrokenCharacters`](super::Noticed::BrokenCharacters).
    broken_characters(count: usize) {
        zh: "有{count}个字在文件里已经丢失，原处显示为替代符，请补上",
        en: "{count} characters were lost in the file; a sign stands in their place, please fill them in",
    }
    /// [`Noticed::ControlsDropped`](super::Noticed::ControlsDropped).
    controls_dropped(count: usize) {
        zh: "从这里起有{count}个看不见的控制字符，已略去",
        en: "from here on, {count} invisible control characters were left out",
    }

    /// [`Noticed::Deleted`](super::Noticed::Deleted).
    deleted(words: &str) { zh: "修订里删掉的文字没有带入：{words}", en: "words deleted in tracked changes were left out: {words}" }
    /// [`Noticed::MovedAway`](super::Noticed::MovedAway).
    moved_away(words: &str) { zh: "修订里移走的文字，放在移到的地方：{words}", en: "words moved in tracked changes are where they went: {words}" }
    /// [`Noticed::Hidden`](super::Noticed::Hidden).
    hidden(words: &str) { zh: "隐藏的文字没有带入：{words}", en: "hidden words were left out: {words}" }
    /// [`Noticed::Ruby`](super::Noticed::Ruby).
    ruby(words: &str) { zh: "注音没有带入：{words}", en: "phonetic guides were left out: {words}" }
    /// [`Noticed::FieldCode`](super::Noticed::FieldCode).
    field_code(words: &str) { zh: "域代码里的文字没有带入：{words}", en: "words in the code of a field were left out: {words}" }
    /// [`Noticed::Footnote`](super::Noticed::Footnote).
    footnote(words: &str) { zh: "脚注或尾注没有放进正文：{words}", en: "a footnote or endnote was kept apart from the text: {words}" }
    /// [`Noticed::Comment`](super::Noticed::Comment).
    comment(words: &str) { zh: "批注没有带入：{words}", en: "a comment was left out: {words}" }
    /// As above, with who wrote it.
    comment_by(author: &str, words: &str) { zh: "{author}的批注没有带入：{words}", en: "a comment by {author} was left out: {words}" }
    /// [`Noticed::Margin`](super::Noticed::Margin).
    margin(words: &str) { zh: "页眉页脚没有带入：{words}", en: "a header or footer was left out: {words}" }
    /// [`Noticed::HtmlComment`](super::Noticed::HtmlComment).
    html_comment(words: &str) { zh: "注释没有带入：{words}", en: "a comment was left out: {words}" }
    /// [`Noticed::LinkGoal`](super::Noticed::LinkGoal).
    link_goal(url: &str) { zh: "链接的文字带入了，地址没有：{url}", en: "the words of a link were read, its address was left out: {url}" }
    /// [`Noticed::PictureAt`](super::Noticed::PictureAt).
    picture_at(url: &str) { zh: "图片没有带入：{url}", en: "a picture was left out: {url}" }
    /// [`Noticed::MarkdownAside`](super::Noticed::MarkdownAside).
    markdown_aside() { zh: "脚注和文件头没有放进正文", en: "footnotes and the head of the file were kept apart from the text" }
    /// [`Noticed::Contents`](super::Noticed::Contents).
    contents() { zh: "目录没有放进正文", en: "the table of contents was kept apart from the text" }
    /// [`Noticed::TextBox`](super::Noticed::TextBox).
    text_box() { zh: "文本框里的文字读在这里，请看位置对不对", en: "the words of a text box were read here; please check their place" }
    /// [`Noticed::Picture`](super::Noticed::Picture).
    picture_left_out() { zh: "这里的图片或图形没有带入，里面如果有字请补上", en: "a picture or drawing was left out here; if there are words in it, add them" }
    /// [`Noticed::Formula`](super::Noticed::Formula).
    formula() { zh: "这里的公式只带入了其中的字", en: "only the letters of a formula were read here" }
    /// [`Noticed::Embedded`](super::Noticed::Embedded).
    embedded() { zh: "嵌在这里的另一个文件没有带入", en: "another document that stands in this place was left out" }
    /// [`Noticed::Symbol`](super::Noticed::Symbol).
    symbol(font: &str, code: &str) {
        zh: "这里有一个读不出的符号（字体 {font}，编码 {code}），暂用方框代替",
        en: "a symbol here could not be read (font {font}, code {code}); a box stands in its place",
    }
    /// [`Noticed::UnknownNumbers`](super::Noticed::UnknownNumbers).
    unknown_numbers(format: &str) {
        zh: "不认识这里的自动编号格式（{format}），按1、2、3写的",
        en: "the format of the automatic numbering here ({format}) is not known; it was written as 1, 2, 3",
    }
    /// [`Noticed::DamagedPart`](super::Noticed::DamagedPart).
    damaged_part_left_out(part: &str, why: &str) {
        zh: "文件里的 {part} 已损坏，没有用上：{why}",
        en: "the part {part} of the file is damaged and was done without: {why}",
    }
    /// [`Noticed::BrokenOff`](super::Noticed::BrokenOff).
    broken_off(why: &str) {
        zh: "文件从这里起已损坏，只读到这里，请核对后面缺什么：{why}",
        en: "the file is damaged from here on and was read only so far; please check what is missing: {why}",
    }

    /// [`Unreadable::Locked`](super::Unreadable::Locked).
    locked() { zh: "文件加了密码，读不了", en: "the file is under a password and cannot be read" }
    /// What to do then.
    locked_hint() {
        zh: "请用Word或WPS打开，去掉密码，另存为 .docx 再导入。",
        en: "Open it in Word or WPS, take the password off, save it as .docx and import that.",
    }
    /// [`Unreadable::Damaged`](super::Unreadable::Damaged).
    damaged(why: &str) { zh: "文件已损坏，读不了：{why}", en: "the file is damaged and cannot be read: {why}" }
    /// As above, for a part of the file.
    damaged_part(part: &str, why: &str) {
        zh: "文件已损坏，其中的 {part} 读不了：{why}",
        en: "the file is damaged, its part {part} cannot be read: {why}",
    }
    /// What to do then.
    damaged_hint() {
        zh: "请用Word或WPS打开，另存一份再导入；打不开就找备份，或把文字复制到文本文件里。",
        en: "Open it in Word or WPS, save a copy and import that; if it does not open, take a backup, or copy the words into a text file.",
    }
    /// [`Unreadable::TooLarge`](super::Unreadable::TooLarge).
    too_large(limit: u64) {
        zh: "文件（展开后）超过{limit}MB，不像是一份材料",
        en: "the file is larger than {limit} MB, or unpacks to more, which no report does",
    }
    /// [`Unreadable::TooLong`](super::Unreadable::TooLong).
    too_long(lines: usize) {
        zh: "文件里超过{lines}行，不像是一份材料",
        en: "the file has more than {lines} lines, which no report has",
    }
    /// What to do.
    too_long_hint() {
        zh: "请只把要导入的那一篇复制到一个新文件里，再导入它。",
        en: "Copy only the report you mean into a file of its own, and import that.",
    }
    /// [`Unreadable::TooManyParts`](super::Unreadable::TooManyParts).
    too_many_parts() {
        zh: "文件里打包的东西太多，不像是一份材料",
        en: "the file is packed of more parts than any document",
    }

    /// [`Unreadable::Empty`](super::Unreadable::Empty).
    empty() { zh: "文件里没有文字", en: "there is not a word in the file" }
    /// What to do then.
    empty_hint() {
        zh: "请看是不是选错了文件；文字如果在图片里，要先转成文字。",
        en: "See whether it is the right file; words in pictures must be turned into text first.",
    }
    /// [`Foreign::OldWord`](super::Foreign::OldWord).
    old_word() { zh: "这是旧格式的Word或WPS文件（.doc、.wps），这里读不了", en: "this is a file in the old format of Word or WPS (.doc, .wps), which cannot be read here" }
    /// [`Foreign::RichText`](super::Foreign::RichText).
    rich_text() { zh: "这是RTF文件，这里读不了", en: "this is an RTF file, which cannot be read here" }
    /// [`Foreign::OpenDocument`](super::Foreign::OpenDocument).
    open_document() { zh: "这是 .odt 文件，这里读不了", en: "this is an OpenDocument file (.odt), which cannot be read here" }
    /// [`Foreign::FlatXml`](super::Foreign::FlatXml).
    flat_xml() { zh: "这是Word的XML文件，这里读不了", en: "this is a Word file in plain XML, which cannot be read here" }
    /// [`Foreign::Pdf`](super::Foreign::Pdf).
    pdf() { zh: "这是PDF文件，这里读不了", en: "this is a PDF file, which cannot be read here" }
    /// [`Foreign::WebPage`](super::Foreign::WebPage).
    web_page() { zh: "这是网页文件，这里读不了", en: "this is a web page, which cannot be read here" }
    /// [`Foreign::Sheets`](super::Foreign::Sheets).
    sheets() { zh: "这是表格文件，这里读不了", en: "this is a spreadsheet, which cannot be read here" }
    /// [`Foreign::Slides`](super::Foreign::Slides).
    slides() { zh: "这是演示文稿，这里读不了", en: "these are slides, which cannot be read here" }
    /// [`Foreign::Picture`](super::Foreign::Picture).
    picture() { zh: "这是图片，里面的字读不出来", en: "this is a picture; words in it cannot be read" }
    /// What to do then.
    picture_hint() {
        zh: "请先用能识别文字的软件转成文字，核对后再导入。",
        en: "Turn it into text with a program that recognises writing, check it, then import that.",
    }
    /// [`Foreign::Archive`](super::Foreign::Archive).
    archive() { zh: "这是压缩包", en: "this is a packed folder" }
    /// What to do then.
    archive_hint() { zh: "请先解压，再导入里面的文件。", en: "Unpack it first, then import the file in it." }
    /// [`Foreign::Binary`](super::Foreign::Binary).
    binary() { zh: "这个文件里不是文字，这里读不了", en: "this file holds no text and cannot be read here" }
    /// What to do instead.
    save_as() {
        zh: "请用Word或WPS打开，另存为 .docx 再导入；也可以把文字复制到文本文件里。",
        en: "Open it in Word or WPS, save it as .docx and import that; or copy the words into a text file.",
    }
    /// What to do instead.
    copy_out() {
        zh: "请打开它，把文字复制到文本文件里，再导入那个文件。",
        en: "Open it, copy the words into a text file, and import that file.",
    }
}
