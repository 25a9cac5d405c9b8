//! The words of the ledger: its name and its heads. The statuses are those of the report.

crate::messages! {
    /// What the table is called.
    name() { zh: "整改台账", en: "Ledger" }
    /// [`Column::Number`](super::Column::Number).
    number() { zh: "序号", en: "No." }
    /// [`Column::Dimension`](super::Column::Dimension).
    dimension() { zh: "方面", en: "Dimension" }
    /// [`Column::Problem`](super::Column::Problem).
    problem() { zh: "问题", en: "Problem" }
    /// [`Column::Details`](super::Column::Details).
    details() { zh: "具体表现", en: "How it shows" }
    /// [`Column::Cause`](super::Column::Cause).
    cause() { zh: "原因", en: "Cause" }
    /// [`Column::Measure`](super::Column::Measure).
    measure() { zh: "整改措施", en: "Measure" }
    /// [`Column::Owner`](super::Column::Owner).
    owner() { zh: "责任人", en: "Owner" }
    /// [`Column::Due`](super::Column::Due).
    due() { zh: "完成时限", en: "Due" }
    /// [`Column::Status`](super::Column::Status).
    status() { zh: "状态", en: "Status" }
    /// [`Column::Evidence`](super::Column::Evidence).
    evidence() { zh: "佐证", en: "Evidence" }
    /// Above the keys.
    key() { zh: "编号（请勿改动）", en: "Key (do not change)" }
    /// The title above the table.
    title(report: &str) { zh: "{report}整改台账", en: "{report}: ledger" }
    /// What is said of a word that is no status.
    choose_status() { zh: "请从下拉列表里选一个状态。", en: "Choose a status from the list." }
}
