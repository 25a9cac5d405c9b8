//! The phrases that rules look for, all in one table: they are found in one pass over a paragraph, whatever rule asks.

use super::WordList;
use super::rules::phrases as of;

/// What a phrase is looked for as: an entry of a word list, or one of the phrases of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// An entry of a word list.
    List(WordList),
    /// How praise begins.
    Praise,
    /// The writer, and groups with that sign in them.
    Me,
    /// 我 where it is no person.
    NotMe,
    /// Words that name a gap.
    Gap,
    /// Words that say when.
    Time,
    /// Words that say how often or by when.
    Rhythm,
    /// How somebody is named who answers for something.
    Named,
    /// Set terms that stand in quotes.
    Quoted,
    /// A confession, not an excuse.
    Confession,
    /// 民主生活会.
    Democratic,
    /// 组织生活会.
    Organisational,
    /// A pause between quoted words or titles.
    Pause,
}

/// The phrases of the rules.
pub(super) const PHRASES: &[(Group, &[&str])] = &[
    (Group::Praise, of::PRAISE),
    (Group::Me, of::ME),
    (Group::NotMe, of::NOT_ME),
    (Group::Gap, of::GAPS),
    (Group::Time, super::signs::TIMES),
    (Group::Rhythm, super::signs::RHYTHMS),
    (Group::Named, of::NAMED),
    (Group::Quoted, of::QUOTED),
    (Group::Confession, of::CONFESSIONS),
    (Group::Democratic, of::DEMOCRATIC),
    (Group::Organisational, of::ORGANISATIONAL),
    (Group::Pause, of::PAUSES),
];
