//! What is said of a text that was read, in both languages.

crate::messages! {
    /// Labels of the account.
    label_title() { zh: "题目", en: "Title" }
    /// As above.
    label_template() { zh: "种类", en: "Kind" }
    /// As above.
    label_characters() { zh: "字数", en: "Characters" }
    /// As above.
    label_sections() { zh: "部分", en: "Sections" }
    /// As above.
    label_dimensions() { zh: "方面", en: "Dimensions" }
    /// As above.
    label_follow_ups() { zh: "上年问题", en: "Last year" }
    /// As above.
    label_causes() { zh: "原因", en: "Causes" }
    /// As above.
    label_measures() { zh: "措施", en: "Measures" }
    /// As above.
    label_set_aside() { zh: "暂不使用", en: "Not used" }

    /// A text without a title.
    untitled() { zh: "（没有找到题目）", en: "(no title was found)" }
    /// Problems that stand under no heading of a dimension.
    no_heading() { zh: "（没有标题）", en: "(without a heading)" }
    /// The template that was taken.
    template(name: &str, id: &str) { zh: "{name}（{id}）", en: "{name} ({id})" }
    /// Where the characters went.
    all_placed(source: usize) { zh: "{source}字，全部放好", en: "{source}, all of them placed" }
    /// As above.
    characters(source: usize, placed: usize, unplaced: usize) {
        zh: "{source}字，其中放好{placed}字，暂不使用{unplaced}字",
        en: "{source}: {placed} placed, {unplaced} kept and not used",
    }
    /// Between the names of sections.
    comma() { zh: "、", en: ", " }
    /// A dimension.
    dimension(title: &str, n_problems: usize, n_examples: usize) {
        zh: "{title}：{n_problems}个问题，{n_examples}个事例",
        en: "{title}: problems {n_problems}, examples {n_examples}",
    }
    /// A dimension that is a statement.
    statement(title: &str) { zh: "{title}：说明", en: "{title}: a statement" }
    /// A number of causes or measures.
    items(n: usize) { zh: "{n}条", en: "{n}" }
    /// What has no place.
    set_aside(n: usize, n_characters: usize) {
        zh: "{n}处，共{n_characters}字，放在草稿的暂不使用的内容里",
        en: "{n_characters} characters in {n} places, kept in the draft under Kept, not used",
    }
}
