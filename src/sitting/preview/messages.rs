//! The sentences of the proof.

crate::messages! {
    /// The title of the proof.
    title() { zh: "成文预览", en: "Preview of the print" }
    /// Which page, of how many.
    page_of(n: usize, of: usize) { zh: "第{n}/{of}页", en: "page {n}/{of}" }
    /// The same, with what it is worth.
    page_of_about(n: usize, of: usize) { zh: "第{n}/{of}页（估计）", en: "page {n}/{of} (estimate)" }
    /// About how many pages.
    about_pages(n: usize) { zh: "按公文格式约{n}页（估计）。", en: " About {n} pages in the official layout, by estimate." }
    /// About how many pages.
    about_one_page() { zh: "按公文格式约1页（估计）。", en: " About 1 page in the official layout, by estimate." }
    /// What the proof is worth.
    estimate() { zh: "按每页22行、每行28字排的，是估计；实际分行分页以 Word 为准。", en: "An estimate, at 22 lines of 28 characters a page; Word has the last word on lines and pages." }
    /// Nothing to show.
    nothing() { zh: "还没有可以印出来的内容。", en: "There is nothing to print yet." }
    /// Hints.
    hint() { zh: "上下键看，左右键翻页，Tab 到下一部分。回车：改这里、复制。Esc 返回", en: "Up, Down; Left, Right turn pages; Tab: next part. Enter: change, copy. Esc: back" }
    /// The same in little room.
    hint_short() { zh: "上下左右 Tab 回车 Esc", en: "arrows, Tab, Enter, Esc" }
    /// Menu of a place.
    change_here(name: &str) { zh: "改这一处：{name}", en: "Change this place: {name}" }
    /// As above.
    copy_this_part(name: &str) { zh: "复制这一部分：{name}", en: "Copy this part: {name}" }
    /// As above.
    copy_other() { zh: "复制别的部分，或一个清单", en: "Copy another part, or a list" }
    /// As above.
    other_part() { zh: "去别的部分", en: "Go to another part" }
    /// As above.
    back_to_proof() { zh: "接着看预览", en: "Go on reading" }
    /// Back.
    back_to_result() { zh: "返回成文", en: "Back to saving and copying" }
    /// On which page a part begins.
    on_page(n: usize) { zh: "第{n}页", en: "page {n}" }
    /// Menu of the open question.
    show_in_print() { zh: "看这一项印出来的样子", en: "See where this stands in the print" }
    /// Button.
    button_back() { zh: "回到预览", en: "Back to preview" }
    /// A list to copy.
    list_of_follow_ups(n: usize) { zh: "清单：上年度整改（{n}条）", en: "List: measures of last year ({n})" }
    /// A list to copy.
    list_of_problems(n: usize) { zh: "清单：问题（{n}条）", en: "List: problems ({n})" }
    /// A list to copy.
    list_of_causes(n: usize) { zh: "清单：原因（{n}条）", en: "List: causes ({n})" }
    /// A list to copy.
    list_of_measures(n: usize) { zh: "清单：整改措施（{n}条，带责任人和时限）", en: "List: measures ({n}), with owners and dates" }
}
