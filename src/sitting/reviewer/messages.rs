//! What the check screen and the chain say, in both languages.

use crate::check::Severity;
use crate::locale::Lang;

crate::messages! {
    /// The check screen, in the menu.
    check_entry() { zh: "检查：格式、前后对应", en: "Check: form, and what belongs together" }
    /// The check screen.
    check() { zh: "检查", en: "Check" }
    /// What is found, and how many.
    so_many(words: &str, n: usize) { zh: "{words}（{n}处）", en: "{words} ({n})" }
    /// Many findings of one rule behind one line.
    folded(words: &str) { zh: "[+] {words}", en: "[+] {words}" }
    /// The same, with the findings below it.
    opened(words: &str) { zh: "[-] {words}", en: "[-] {words}" }
    /// How many they are.
    so_many_of_it(n: usize) { zh: "{n}处", en: "{n} times" }
    /// What Enter does there.
    fold_hint() { zh: "回车展开或收起这些结果。", en: "Enter opens or closes the list of these." }
    /// Nothing found.
    nothing_found() { zh: "没有查出问题。", en: "Nothing was found." }
    /// How many were found.
    counted(error: usize, warn: usize, info: usize) {
        zh: "必须看{error}处，建议看{warn}处，供参考{info}处。",
        en: "{error} must be looked at, {warn} worth a look, {info} worth knowing.",
    }
    /// What no program sees.
    cannot_judge() { zh: "电脑只能查格式和前后对应，查不出深不深、真不真。", en: "A program sees form and gaps; it cannot judge depth or sincerity." }
    /// The same in little room.
    cannot_judge_short() { zh: "只查格式和对应，不查深浅真假。", en: "Form and gaps only, not depth." }
    /// Keys of the check screen.
    check_hint() { zh: "回车去那里   右方向键 改、为什么、不提醒   Esc 返回", en: "Enter goes there   Right mends, explains, silences   Esc back" }
    /// The same in little room.
    check_hint_short() { zh: "回车去 右方向键更多 Esc", en: "Enter go, Right more, Esc" }
    /// Mend all that can be mended.
    mend_all() { zh: "能直接改的都改掉", en: "Mend all that can be mended" }
    /// The silenced ones.
    silenced_entry(n: usize) { zh: "不再提醒的（{n}条）", en: "Silenced ({n})" }
    /// The silenced ones.
    silenced() { zh: "不再提醒的", en: "Silenced" }
    /// What choosing one does.
    which_silenced() { zh: "选一条，就重新提醒。", en: "Choose one to be told again." }
    /// It is told again.
    told_again() { zh: "这一条会重新提醒。", en: "It is told again." }
    /// Go to a finding.
    go_there() { zh: "去那里", en: "Go there" }
    /// Mend it.
    mend() { zh: "直接改", en: "Mend it" }
    /// Mend all of its kind.
    mend_kind(n: usize) { zh: "这一类能直接改的都改掉（{n}处）", en: "Mend all of this kind ({n})" }
    /// Why.
    why() { zh: "为什么查这个", en: "Why this is checked" }
    /// Do not tell it again.
    silence() { zh: "这条不用提醒", en: "Do not tell me this again" }
    /// Why not.
    why_silenced() { zh: "为什么不用提醒？一句话，可以空着。", en: "Why not? One line, may stay empty." }
    /// It is silenced.
    is_silenced() { zh: "不再提醒了，在检查结果最后可以恢复。", en: "Silenced. At the end of the check screen it can be told again." }
    /// It was mended.
    mended(n: usize) { zh: "改好了{n}处。Ctrl+Z 撤销。", en: "Mended: {n}. Ctrl+Z takes it back." }
    /// Nothing could be mended.
    not_mended() { zh: "没有能直接改的。", en: "Nothing can be mended by itself." }
    /// Back to the check screen.
    button_back() { zh: "回到检查结果", en: "Back to the check" }
    /// Back to the check screen, on a list.
    back() { zh: "回到检查结果", en: "Back to the check" }
    /// Something found in the open text.
    quiet(what: &str) { zh: "检查：{what}", en: "Check: {what}" }
    /// The last that is said of several.
    quiet_and_more(what: &str, n: usize) { zh: "检查：{what}（还有{n}条）", en: "Check: {what} ({n} more)" }
    /// What must be looked at, on the result screen.
    open_findings(n: usize) { zh: "检查里还有{n}处必须看。", en: "The check has {n} that must be looked at." }
    /// Before the report leaves.
    sure_to_hand_out(n: usize) { zh: "检查里还有{n}处必须看（空着的地方、没写完的句子之类）。", en: "The check has {n} that must be looked at: blanks, unfinished sentences and the like." }
    /// Look first.
    look_first() { zh: "先去看看", en: "Look first" }
    /// Hand it out all the same.
    hand_out() { zh: "照样导出", en: "Export it all the same" }
    /// A rule without a finding at the moment.
    rule_named(rule: &str) { zh: "规则 {rule}", en: "Rule {rule}" }
    /// Why it is not told.
    reason(place: &str, why: &str) { zh: "{place}：{why}", en: "{place}: {why}" }

    /// The chain.
    chain() { zh: "问题、原因、措施对照", en: "Problems, causes, measures" }
    /// A problem of the chain.
    problem(n: usize) { zh: "题{n}", en: "P{n}" }
    /// A cause of the chain.
    cause(n: usize) { zh: "因{n}", en: "C{n}" }
    /// A measure of the chain.
    measure(n: usize) { zh: "措{n}", en: "M{n}" }
    /// Nothing written there.
    without_words() { zh: "（还没写）", en: "(not written)" }
    /// What is missing.
    no_cause() { zh: "缺原因", en: "no cause" }
    /// What is missing.
    no_measure() { zh: "缺措施", en: "no measure" }
    /// What is missing.
    lacks_both() { zh: "缺原因、缺措施", en: "lacks both" }
    /// What is missing.
    no_problem() { zh: "没有对应", en: "unlinked" }
    /// Nothing is missing.
    complete() { zh: "齐", en: "complete" }
    /// It was decided not to write it.
    left_out() { zh: "不写", en: "left out" }
    /// Linked, in a cell.
    cell_linked() { zh: "连", en: "x" }
    /// Linked through a cause, in a cell.
    cell_through() { zh: "经", en: "~" }
    /// Columns for which there is no room.
    more_columns(n: usize) { zh: "+{n}", en: "+{n}" }
    /// What the signs mean.
    legend() { zh: "连：已连上。经：经过原因连上。回车去连、去断。", en: "x: linked. ~: through a cause. Enter links and cuts." }
    /// What the causes of a problem are.
    its_causes(what: &str) { zh: "原因：{what}", en: "Causes: {what}" }
    /// What the measures of a problem or a cause are.
    its_measures(what: &str) { zh: "措施：{what}", en: "Measures: {what}" }
    /// What the problems of a cause or a measure are.
    its_problems(what: &str) { zh: "问题：{what}", en: "Problems: {what}" }
    /// None.
    none() { zh: "还没有", en: "none yet" }
    /// Between names in a row.
    between() { zh: "；", en: "; " }
    /// A line that is linked.
    is_linked(what: &str) { zh: "[连] {what}", en: "[x] {what}" }
    /// A line that is linked through a cause.
    is_through(what: &str) { zh: "[经] {what}", en: "[~] {what}" }
    /// A line that is not linked.
    is_unlinked(what: &str) { zh: "[  ] {what}", en: "[ ] {what}" }
    /// Go to write it.
    go_write() { zh: "去写这一条", en: "Go there and write" }
    /// A new cause for a problem.
    new_cause() { zh: "写一条新的原因", en: "Write a new cause" }
    /// A new measure.
    new_measure() { zh: "写一条新的措施", en: "Write a new measure" }
    /// Back to the chain.
    back_to_chain() { zh: "回到对照", en: "Back to the chain" }
    /// What choosing a line does.
    which_link(name: &str) { zh: "[{name}] 和哪些连？回车连上，再按断开。", en: "[{name}] belongs with what? Enter links, again cuts." }
    /// A link was made.
    linked() { zh: "连上了。", en: "Linked." }
    /// A link was cut.
    cut() { zh: "断开了。", en: "Cut." }
    /// Sentences beside those they resemble, for all there are.
    twins_entry(n: usize) { zh: "左右对照相似的句子（{n}处）", en: "Sentences that are alike, side by side ({n})" }
    /// The same, for one finding.
    twin_entry() { zh: "左右对照", en: "See both side by side" }
    /// The screen of these.
    twins() { zh: "相似的句子", en: "Sentences that are alike" }
    /// Where the sentence stands, and how much is in both.
    alike(place: &str, percent: usize) { zh: "{place}  {percent}%", en: "{place}  {percent}%" }
    /// Over the words of this report.
    this_report() { zh: "这一份", en: "This report" }
    /// Over the words of another.
    other_report(name: &str) { zh: "《{name}》", en: "{name}" }
    /// Over words further up in the same report.
    further_up() { zh: "这一份的前面", en: "Further up in it" }
    /// There are none any more.
    no_twins() { zh: "没有相似的句子了。", en: "No sentences are alike any more." }
    /// Hold the draft against another text.
    against_entry() { zh: "和另一份材料对照（文件，或粘贴全文）", en: "Hold it against another report (a file, or its text pasted)" }
    /// Which one.
    against_which() { zh: "和哪一份对照？写出路径，或把文件拖到这里；也可以直接粘贴全文。它不会变成草稿。", en: "Against which? Type its path or drop it here; or paste its text. No draft is made of it." }
    /// It is held against it.
    held_against(name: &str, n: usize) { zh: "已和{name}对照：相似的句子{n}处。", en: "Held against {name}: {n} sentences are alike." }
    /// Nothing to link.
    chain_is_empty() { zh: "还没有问题、原因、措施。", en: "No problems, causes or measures yet." }
}

/// Returns the heading over the findings of a severity.
pub fn severity(lang: Lang, severity: Severity, n: usize) -> String {
    let words = severity.say(lang);
    let mut letters = words.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    so_many(lang, &(first.unwrap_or_default() + letters.as_str()), n)
}
