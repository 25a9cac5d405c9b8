//! What a person reads about kinds of report, in both languages.

crate::messages! {
    /// A file of the folder of templates that is none.
    template_too_long() {
        zh: "不是模板文件，没有读；请把它移走",
        en: "this is no template file and was not read; move it elsewhere",
    }
    /// An own template with the id of a built-in one.
    template_id_built_in(id: &str) {
        zh: "编号 {id} 是自带模板的编号，请换一个，例如 {id}-own",
        en: "id: {id} is that of a built-in template; use another, such as {id}-own",
    }
    /// Two own templates of one id.
    template_id_taken(id: &str, by: &str) {
        zh: "{by} 已经用了编号 {id}，请换一个",
        en: "id: {by} has the id {id} already; use another",
    }
    /// The draft's template is not known here.
    template_missing(id: &str) {
        zh: "找不到这份材料的模板 {id}，先用通用的问题来问；写好的都在。",
        en: "Its template {id} is not here: the general questions are asked. All you wrote is here.",
    }
    /// Which problem of a dimension.
    nth_problem(number: usize) { zh: "问题{number}", en: "problem {number}" }
    /// A remark that stands as a sentence of its own.
    sentence(words: &str) { zh: "{words}。", en: "{words}." }
}
