//! What the editing file says, and what is said about it, in both languages.

crate::messages! {
    /// The first lines of the file.
    head() {
        zh: "<!--\n改好以后存盘，关掉编辑器，就回到剖析。直接关掉，或者不存盘，就什么也不改。\n每段文字上面那一行带方括号的注释，是它的地址：请整行留着，在它下面改字。\n井号开头的行只是路标，改了不起作用。文字前后的空行不算。\n在这里不能新增、删除、挪动条目：要加问题、事例、原因、措施，请回到剖析里加。\n-->",
        en: "<!--\nSave, close the editor, and you are back in pouxi. Without saving, nothing is changed.\nThe comment with brackets above each text is its address: leave the line whole and write below it.\nLines that begin with # only show the way; they cannot be changed here. Blank lines around a text do not count.\nProblems, examples, causes and measures cannot be added, taken out or moved here: do that in pouxi.\n-->",
    }
    /// Behind the last text.
    end() { zh: "到此为止，这一行也请留着", en: "the end; please leave this line too" }
    /// Heading over title and bylines.
    front() { zh: "题目和署名", en: "Title and byline" }
    /// Heading over the texts set aside.
    set_aside() { zh: "暂不使用的内容", en: "Kept, not used" }
    /// Heading of a dimension, behind its ordinal.
    dimension() { zh: "方面", en: "Dimension" }
    /// Name of a promise of last year.
    item(number: usize) { zh: "第{number}条", en: "Item {number}" }
    /// Name of a problem, a cause or a measure.
    numbered(name: &str, number: usize) { zh: "{name}{number}", en: "{name} {number}" }
    /// Behind a heading: what was decided about the part.
    remark(words: &str) { zh: "（{words}）", en: " ({words})" }

    /// [`EditFault::Empty`](super::EditFault::Empty).
    empty() { zh: "编辑器留下的文件是空的，草稿没有改", en: "the editor left an empty file; the draft is unchanged" }
    /// What to do then.
    empty_hint() { zh: "要清空一段文字，请在剖析里删。", en: "To erase a text, do it in pouxi." }
    /// [`EditFault::NotUtf8`](super::EditFault::NotUtf8).
    not_utf8(line: usize) { zh: "文件从第{line}行起不是 UTF-8 编码，草稿没有改", en: "from line {line} on the file is not UTF-8; the draft is unchanged" }
    /// What to do then.
    not_utf8_hint() { zh: "请用 UTF-8 编码另存这个文件。", en: "Save the file as UTF-8." }
    /// [`EditFault::Homeless`](super::EditFault::Homeless).
    homeless(line: usize) { zh: "第{line}行的字上面没有地址行，不知道该放到哪里，草稿没有改", en: "the words in line {line} stand below no address, so they have no place; the draft is unchanged" }
    /// What to do then.
    homeless_hint() { zh: "请把它们移到所属那一项的地址行下面。", en: "Move them below the address of the text they belong to." }
    /// [`EditFault::Changed`](super::EditFault::Changed).
    changed(line: usize) { zh: "第{line}行是地址或路标，被改动了，草稿没有改", en: "line {line} is an address or a signpost and was changed; the draft is unchanged" }
    /// What to do then.
    changed_hint() { zh: "请把这一行恢复原样；如果它是正文，请在方括号前加一个反斜杠。", en: "Restore the line; if it is text, put a backslash before its bracket." }
    /// [`EditFault::Unknown`](super::EditFault::Unknown).
    unknown(line: usize) { zh: "第{line}行的地址在草稿里没有，草稿没有改", en: "the address in line {line} is not in the draft; the draft is unchanged" }
    /// What to do then.
    unknown_hint() { zh: "在这里不能新增条目。请把下面的字移到已有的一项里，再删掉这一行。", en: "Nothing can be added here. Move the words below it to another text and delete the line." }
    /// [`EditFault::Doubled`](super::EditFault::Doubled).
    doubled(line: usize, first: usize) { zh: "第{line}行的地址和第{first}行一样，草稿没有改", en: "the address in line {line} stands in line {first} already; the draft is unchanged" }
    /// What to do then.
    doubled_hint() { zh: "请把两处的字合到一处，删掉多出的地址行。", en: "Join the words of both and delete the second address." }
    /// [`EditFault::Missing`](super::EditFault::Missing).
    missing() { zh: "文件里少了一行地址，草稿没有改", en: "an address is missing; the draft is unchanged" }
    /// What to do then.
    put_back(wanted: &str) { zh: "请把这一行放回原处：{wanted}", en: "Put this line back in its place: {wanted}" }
    /// [`EditFault::Gone`](super::EditFault::Gone).
    gone() { zh: "这一项已经不在草稿里了", en: "this text is no longer in the draft" }
    /// What to do then.
    gone_hint() { zh: "改过的字还在文件里，可以从那里取。", en: "The edited words are still in the file." }
}
