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
        zh: "文件展开后超过{limit}MB，不像是一份材料",
        en: "the file unpacks to more than {limit} MB, which no report does",
    }

    /// [`Foreign::OldWord`](super::Foreign::OldWord).
    old_word() { zh: "这是旧格式的Word或WPS文件（.doc、.wps），这里读不了", en: "this is a file in the old format of Word or WPS (.doc, .wps), which cannot be read here" }
    /// [`Foreign::RichText`](super::Foreign::RichText).
    rich_text() { zh: "这是RTF文件，这里读不了", en: "this is an RTF file, which cannot be read here" }
    /// [`Foreign::OpenDocument`](super::Foreign::OpenDocument).
    open_document() { zh: "这是OpenDocument文件（.odt），这里读不了", en: "this is an OpenDocument file (.odt), which cannot be read here" }
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
