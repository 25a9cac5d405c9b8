//! What holds for every template, every fault and every text.

mod built_in;
mod docs;
mod faults;
mod probes;
mod properties;

/// A template with nothing in it but what must be there; `$` stands for a line of its own.
pub(in crate::template) const SMALL: &str = r#"
id = "small"
language = "zh-CN"
name = "小样"
title = "{year}年小样"
$

[[sections]]
role = "dimensions"
title = "存在的主要问题"

[[dimensions]]
title = "理论学习方面"
"#;
