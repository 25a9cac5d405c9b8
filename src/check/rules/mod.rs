//! The rules, one file each, with its page beside it.

mod cause_without_measure;
mod claim_without_list;
mod comma_between_quoted;
mod de_confusion;
mod doubled_word;
mod empty_section;
mod external_cause_only;
mod foreign_unit;
mod group_subject;
mod half_width_punctuation;
mod heading_style;
mod inconsistent_term;
mod length;
mod long_sentence;
mod measure_without_cause;
mod measure_without_deadline;
mod measure_without_owner;
mod missing_dimension;
mod no_first_person;
mod numbering;
mod occasion_mismatch;
mod person_name;
mod placeholder;
mod praise_then_but;
mod problem_without_cause;
mod problem_without_example;
mod repeated_passage;
mod section_share;
mod similar_to_earlier;
mod slogan_measure;
mod stock_phrase;
mod unfinished_sentence;
mod vague_example;
mod wrong_year;

use super::Rule;
use crate::template::CHECKS;

/// What the rules look for in words, for the table of all phrases.
pub(super) mod phrases {
    pub(in crate::check) use super::comma_between_quoted::PATTERNS as PAUSES;
    pub(in crate::check) use super::external_cause_only::CONFESSIONS;
    pub(in crate::check) use super::inconsistent_term::QUOTED;
    pub(in crate::check) use super::measure_without_owner::NAMED;
    pub(in crate::check) use super::no_first_person::{ME, NOT_ME};
    pub(in crate::check) use super::occasion_mismatch::{DEMOCRATIC, ORGANISATIONAL};
    pub(in crate::check) use super::placeholder::WORDS as GAPS;
    pub(in crate::check) use super::praise_then_but::PRAISE;
}

/// Every rule, by name.
pub const RULES: &[Rule] = &[
    cause_without_measure::RULE,
    claim_without_list::RULE,
    comma_between_quoted::RULE,
    de_confusion::RULE,
    doubled_word::RULE,
    empty_section::RULE,
    external_cause_only::RULE,
    foreign_unit::RULE,
    group_subject::RULE,
    half_width_punctuation::RULE,
    heading_style::RULE,
    inconsistent_term::RULE,
    length::RULE,
    long_sentence::RULE,
    measure_without_cause::RULE,
    measure_without_deadline::RULE,
    measure_without_owner::RULE,
    missing_dimension::RULE,
    no_first_person::RULE,
    numbering::RULE,
    occasion_mismatch::RULE,
    person_name::RULE,
    placeholder::RULE,
    praise_then_but::RULE,
    problem_without_cause::RULE,
    problem_without_example::RULE,
    repeated_passage::RULE,
    section_share::RULE,
    similar_to_earlier::RULE,
    slogan_measure::RULE,
    stock_phrase::RULE,
    unfinished_sentence::RULE,
    vague_example::RULE,
    wrong_year::RULE,
];

/// A rule that templates may not name, or a name without a rule, does not compile.
const _: () = {
    assert!(
        RULES.len() == CHECKS.len(),
        "RULES and CHECKS are not as long"
    );
    let mut idx = 0;
    while idx < RULES.len() {
        assert!(
            is_in_checks(RULES[idx].name),
            "a rule is not in template::CHECKS"
        );
        idx += 1;
    }
};

const fn is_in_checks(name: &str) -> bool {
    let mut idx = 0;
    while idx < CHECKS.len() {
        if is_same(CHECKS[idx].as_bytes(), name.as_bytes()) {
            return true;
        }
        idx += 1;
    }
    false
}

const fn is_same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut idx = 0;
    while idx < left.len() {
        if left[idx] != right[idx] {
            return false;
        }
        idx += 1;
    }
    true
}
