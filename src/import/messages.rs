//! What is remarked about a file that was taken, in both languages.

crate::messages! {
    /// [`Notice::ControlsDropped`](super::Notice::ControlsDropped).
    controls_dropped(path: &str, count: usize) {
        zh: "{path} 里有{count}个看不见的控制字符，已略去",
        en: "{path} held {count} invisible control characters, which were left out",
    }
    /// [`Notice::SectionAdded`](super::Notice::SectionAdded).
    section_added(title: &str) {
        zh: "模板里没有这个部分，已加上：{title}",
        en: "the template has no such section; it was added: {title}",
    }
}
