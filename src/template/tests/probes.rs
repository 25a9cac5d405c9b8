//! What is asked one layer deeper, and when nothing is.

use std::sync::Arc;

use crate::template::Prompt;
use crate::template::packs::QUESTION_SETS;
use crate::template::parse;
use crate::template::questions::Probe;

use super::SMALL;

fn asked() -> Prompt {
    let probe = |ask: &str, unless: &[&str]| Probe {
        ask: ask.to_owned(),
        unless: unless.iter().map(|it| (*it).to_owned()).collect(),
    };
    Prompt {
        probes: Arc::from([
            probe("哪一天？", &["月", "March"]),
            probe("后来呢？", &["结果"]),
        ]),
        ..Prompt::blank()
    }
}

#[test]
fn the_first_that_no_word_answers_is_asked() {
    let prompt = asked();
    assert_eq!(prompt.probe("我没有去。"), Some("哪一天？"));
    assert_eq!(prompt.probe("3月我没有去。"), Some("后来呢？"));
    assert_eq!(prompt.probe("结果没有去成。"), Some("哪一天？"));
    assert_eq!(prompt.probe("3月没有去，结果误了事。"), None);
    assert_eq!(
        prompt.probe("In march I stayed away."),
        Some("后来呢？"),
        "of any case"
    );
}

#[test]
fn nobody_is_asked_before_a_sentence_is_finished_or_where_much_is_written() {
    let prompt = asked();
    assert_eq!(prompt.probe(""), None);
    assert_eq!(prompt.probe("我没有"), None);
    assert_eq!(prompt.probe(&"我没有去。".repeat(401)), None, "6,015 bytes");
    assert_eq!(prompt.probe(&"我没有去。".repeat(400)), Some("哪一天？"));
    assert_eq!(Prompt::blank().probe("我没有去。"), None);
}

/// A writer who did as well as the example is asked no further: or the words are too few.
#[test]
fn the_example_of_a_question_answers_its_probes() {
    let mut n = 0;
    for set in &QUESTION_SETS {
        for (name, prompt) in set.questions().iter() {
            n += prompt.probes.len();
            assert_eq!(prompt.probe(&prompt.example), None, "{} {name}", set.name);
        }
    }
    assert!(n > 10, "{n}");
}

#[test]
fn a_template_asks_its_own() {
    let own = "[questions.example]\nprobes = [{ ask = \"在哪个河段？\" }]\n[questions.detail]\nprobes = []";
    let template = parse(&format!("{}\n{own}", SMALL.replace('$', ""))).unwrap();
    let asks = template.questions.example.probe("我没有去。");
    assert_eq!(asks, Some("在哪个河段？"));
    assert_eq!(template.questions.detail.probe("我没有去。"), None);
}
