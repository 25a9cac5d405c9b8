//! What is said of a rubric and of the points it gave, in both languages.

crate::messages! {
    /// The rule is not one of those known.
    unknown_rule_near(nearest: &str) {
        zh: "没有这条规则，大概是 {nearest}，请改过来",
        en: "there is no rule of this name; it is probably meant to be {nearest}",
    }
    /// As above, with nothing like it.
    unknown_rule() {
        zh: "没有这条规则，全部规则见 pouxi rules",
        en: "there is no rule of this name; pouxi rules lists them all",
    }
    /// Nothing of that name is counted.
    unknown_count_near(nearest: &str) {
        zh: "不能数这个，大概是 {nearest}，请改过来",
        en: "this is not counted; it is probably meant to be {nearest}",
    }
    /// As above, with nothing like it.
    unknown_count(known: &str) {
        zh: "不能数这个，请从这些里选：{known}",
        en: "this is not counted; use one of: {known}",
    }
    /// Two criteria of one name.
    criterion_twice(first: usize) {
        zh: "和第{first}行的一项同名，请删去一个或改名",
        en: "the criterion on line {first} has the same name; remove one, or rename it",
    }
    /// A person gives more points than there are.
    person_above_weight(weight: u32) {
        zh: "由人评的分数不能超过这一项的总分{weight}",
        en: "a person cannot give more than the {weight} points of the criterion",
    }
    /// Nothing takes points off.
    nothing_taken(weight: u32) {
        zh: "没有写怎么扣分：请加 [[criteria.deductions]]，或者写 person = {weight} 全部由人评",
        en: "nothing takes points off: add [[criteria.deductions]], or write person = {weight} to leave it all to a person",
    }
    /// Deductions from points a program does not give.
    all_by_person() {
        zh: "这一项全部由人评，不能扣分；请删去扣分，或者把 person 写小",
        en: "a person gives all points here, so nothing can be taken off; remove the deductions, or make person smaller",
    }
    /// Which of these is measured.
    one_measure(keys: &str) {
        zh: "要写、而且只写这里面的一个：{keys}",
        en: "give one of these, and one only: {keys}",
    }
    /// Which keys go with a measure.
    takes_each() {
        zh: "要写 each（每处扣几分），或者 at_most 和 per（最多扣几分、按什么折算）",
        en: "give each (points for each one), or at_most and per (points at most, and what they are a part of)",
    }
    /// As above.
    takes_off() {
        zh: "要写 off（扣几分）",
        en: "give off (points taken)",
    }
    /// A key that does not go with this measure.
    not_with(measure: &str) {
        zh: "不能和 {measure} 一起用，请删去",
        en: "it does not go with {measure}; remove it",
    }
    /// No bound.
    no_bounds() {
        zh: "要写 least（最少）或者 most（最多）",
        en: "give least or most",
    }
    /// The bounds are the wrong way round.
    bounds_reversed() {
        zh: "most 比 least 还小，请把两个数对调",
        en: "most is less than least; swap the two numbers",
    }

    /// Over the points.
    heading(name: &str) { zh: "评分：{name}", en: "Score: {name}" }
    /// Behind a rubric nobody has compared with the office's.
    unconfirmed() { zh: "（未经核实，只作参考）", en: " (unconfirmed, for information only)" }
    /// The points of a criterion.
    criterion(name: &str, points: &str, of: &str) { zh: "{name}：{points} / {of}", en: "{name}: {points} / {of}" }
    /// The points a person is to give, behind that.
    and_person(person: &str) { zh: "，另有{person}分由人评", en: ", {person} more for a person to give" }
    /// A criterion that only a person can judge.
    by_person(name: &str, person: &str) { zh: "{name}：{person}分由人评", en: "{name}: {person}, for a person to give" }
    /// What took points.
    taken(what: &str, points: &str) { zh: "{what}，扣{points}分", en: "{what}, {points} off" }
    /// Findings that took points.
    findings(rules: &str, n: usize) { zh: "{rules} {n}处", en: "{rules}: {n} found" }
    /// Sections that are not there.
    missing(n: usize, names: &str) { zh: "缺{n}个部分（要有{names}）", en: "{n} missing (of {names})" }
    /// A share out of bounds.
    share(names: &str, percent: usize) { zh: "{names}占{percent}%", en: "{names}: {percent}%" }
    /// A number out of bounds.
    count(what: &str, n: usize) { zh: "{what}{n}", en: "{n} {what}" }
    /// Rules that could find nothing.
    unasked(rules: &str) {
        zh: "查不了，没有扣分：{rules}",
        en: "could not be looked for, nothing taken off: {rules}",
    }
    /// All points.
    total(points: &str, of: &str, person: &str) {
        zh: "电脑能算的部分：{points} / {of}；由人评的：{person}分",
        en: "What a program can count: {points} / {of}; for a person to give: {person}",
    }
    /// What makes it unfit.
    hard(what: &str) { zh: "硬伤：{what}", en: "Unfit as it stands: {what}" }
    /// Between names.
    comma() { zh: "、", en: ", " }
    /// A column of a table.
    head_score() { zh: "得分", en: "Score" }
    /// What is counted.
    characters() { zh: "字数", en: "characters" }
    /// As above.
    dimensions() { zh: "方面", en: "dimensions" }
    /// As above.
    statements() { zh: "说明事项", en: "statements" }
    /// As above.
    problems() { zh: "问题", en: "problems" }
    /// As above.
    examples() { zh: "事例", en: "examples" }
    /// As above.
    causes() { zh: "原因", en: "causes" }
    /// As above.
    measures() { zh: "措施", en: "measures" }
}
