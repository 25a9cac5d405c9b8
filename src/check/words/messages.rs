//! What is said of a word list of the writer's own, in both languages.

crate::messages! {
    /// A sign that cannot be seen.
    control_sign() {
        zh: "里面有看不见的控制字符，请删去后重写这一行",
        en: "there is an invisible control character in it; type the line anew",
    }
    /// Longer than any phrase.
    too_long(longest: usize) {
        zh: "一条最多{longest}个字，请写短一些",
        en: "an entry has {longest} characters at most; write a shorter one",
    }
    /// Words are missing.
    nothing() { zh: "少了词语，请补上或者删去这一行", en: "words are missing; add them, or remove the line" }
    /// A list of replacements.
    no_replacement() {
        zh: "这个词表要写成：错的写法 => 对的写法",
        en: "this list takes: as it stands => as it should be",
    }
    /// A list without replacements.
    replacement() {
        zh: "这个词表一行只写一个词语，不写 =>",
        en: "this list takes words alone, without =>",
    }
    /// Nothing would change.
    same() { zh: "箭头两边一样，请改掉一边", en: "both sides of the arrow are alike; change one" }
    /// Nothing to take out.
    not_there() {
        zh: "词表里没有这个词语，没有可去掉的；词表见 pouxi rules --words",
        en: "there is no such entry to take out; pouxi rules --words shows the lists",
    }
    /// As above, with the entry that was probably meant.
    not_there_near(nearest: &str) {
        zh: "词表里没有这个词语，大概是 -{nearest}",
        en: "there is no such entry to take out; it is probably meant to be -{nearest}",
    }
}
