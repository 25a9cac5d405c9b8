//! What is said of a ledger that was read, in both languages.

crate::messages! {
    /// [`FieldOfMeasure::Owner`](super::FieldOfMeasure::Owner).
    owner() { zh: "责任人", en: "owner" }
    /// [`FieldOfMeasure::Due`](super::FieldOfMeasure::Due).
    due() { zh: "完成时限", en: "due" }
    /// [`FieldOfMeasure::Status`](super::FieldOfMeasure::Status).
    status() { zh: "状态", en: "status" }
    /// [`FieldOfMeasure::Evidence`](super::FieldOfMeasure::Evidence).
    evidence() { zh: "佐证", en: "evidence" }
    /// [`LedgerNotice::NoMeasure`](super::LedgerNotice::NoMeasure).
    no_measure(words: &str) { zh: "草稿里没有这条措施，没有读：{words}", en: "the draft has no such measure, and the row was not read: {words}" }
    /// [`LedgerNotice::SeveralMeasures`](super::LedgerNotice::SeveralMeasures).
    several_measures() { zh: "草稿里有几条一样的措施，看不出是哪一条，没有读", en: "several measures of the draft have these words, and nothing tells which is meant; the row was not read" }
    /// [`LedgerNotice::KeyElsewhere`](super::LedgerNotice::KeyElsewhere).
    key_elsewhere() { zh: "编号和措施对不上，按措施的文字来读", en: "the key is that of another measure; the words of the measure were gone by" }
    /// [`LedgerNotice::WordsDiffer`](super::LedgerNotice::WordsDiffer).
    words_differ() { zh: "措施的文字和草稿里不同，文字没有读回来", en: "the words of the measure differ from the draft's; the words were not read" }
    /// [`LedgerNotice::NoStatus`](super::LedgerNotice::NoStatus).
    no_status(words: &str) {
        zh: "[{words}]不是状态，没有读；可以写未启动、进行中、长期坚持、已完成、已销号、未完成",
        en: "'{words}' is no status and was not read; write not started, in progress, ongoing, done, closed or not done",
    }
    /// [`LedgerNotice::Disagree`](super::LedgerNotice::Disagree).
    disagree(field: &str) { zh: "同一条措施的几行{field}不一样，草稿没有改", en: "the rows of this measure say different things ({field}); the draft was left as it is" }
    /// [`LedgerNotice::Emptied`](super::LedgerNotice::Emptied).
    emptied(field: &str) { zh: "{field}空了，草稿里的保留着", en: "the cell is empty ({field}); the draft keeps what it has" }
    /// [`LedgerNotice::ControlsDropped`](super::LedgerNotice::ControlsDropped).
    controls_dropped(count: usize) { zh: "有{count}个看不见的控制字符，已略去", en: "invisible control characters left out: {count}" }
}
