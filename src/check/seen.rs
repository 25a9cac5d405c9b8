//! [`Seen`]: a paragraph as the rules see it, looked through once for all of them; and [`Marks`]: what is remembered of
//! it for the rules over the report, so that words that have not changed are not read again.

use std::cell::OnceCell;
use std::ops::{Deref, Range};

use crate::draft::Field;

use super::paragraph::{Kind, Paragraph};
use super::phrases::Group;
use super::resemblance::{Printed, printed};
use super::sentence::{Sentence, sentences};
use super::signs::{is_common_han, is_date, is_specific};
use super::words::{Hit, Hits};
use super::{WordList, Words};

/// A paragraph, its characters, its sentences, and the phrases that stand in it.
#[derive(Debug)]
pub struct Seen<'a> {
    paragraph: &'a Paragraph<'a>,
    /// Every character, and the byte where it stands.
    pub(super) signs: Vec<(usize, char)>,
    /// The sentences, in order.
    pub(super) sentences: Vec<Sentence>,
    /// The phrases of lists and rules.
    pub(super) hits: Hits,
    /// The sentences that can resemble others, once they are asked for.
    printed: OnceCell<Vec<Printed>>,
}

impl<'a> Deref for Seen<'a> {
    type Target = Paragraph<'a>;

    fn deref(&self) -> &Self::Target {
        self.paragraph
    }
}

impl<'a> Seen<'a> {
    /// Looks through a paragraph.
    pub(super) fn of(words: &Words, paragraph: &'a Paragraph<'a>) -> Self {
        let text = paragraph.text.as_ref();
        let mut signs = Vec::with_capacity(text.len() / 3 + 8);
        signs.extend(text.char_indices());
        Self {
            paragraph,
            sentences: sentences(&signs, text.len()),
            hits: words.hits(text),
            printed: OnceCell::new(),
            signs,
        }
    }

    /// Returns the sentences that can resemble others, with their prints.
    pub(super) fn printed(&self) -> &[Printed] {
        self.printed.get_or_init(|| {
            let set = self.hits.of(Group::List(WordList::SetPhrases));
            let ranges = self.sentences.iter().map(|it| it.range.clone());
            printed(&self.signs, ranges, set.map(Hit::range))
        })
    }

    /// Returns what the rules over the report want to know of it.
    pub(super) fn marks(self, with_prints: bool) -> Marks {
        let hits = &self.hits;
        let has = |it| Sign::bit(it);
        let mut signs = 0;
        let mut note = |is_so: bool, sign: Sign| {
            if is_so {
                signs |= has(sign);
            }
        };
        let me = hits.all(Group::Me);
        // 我国 is nobody, and neither is 自我.
        note(me.len() > hits.all(Group::NotMe).len(), Sign::Me);
        note(hits.has(Group::Named), Sign::Named);
        note(hits.has(Group::Rhythm), Sign::Time);
        note(hits.has(Group::List(WordList::Slogans)), Sign::Slogan);
        note(
            hits.has(Group::List(WordList::Circumstances)),
            Sign::Circumstance,
        );
        note(hits.has(Group::List(WordList::OwnCauses)), Sign::OwnCause);
        note(hits.has(Group::Confession), Sign::Confession);
        let is_me_named = hits
            .all(Group::Named)
            .iter()
            .any(|it| self.text.get(it.range()) == Some("本人"));
        note(is_me_named, Sign::Me);
        let (specific, has_date) = self.specific();
        note(has_date, Sign::Time);
        note(!specific.is_empty(), Sign::Specific);
        Marks {
            signs,
            specific,
            me: me.iter().map(|it| it.start).collect(),
            occasions: [Group::Democratic, Group::Organisational].map(|it| hits.all(it).len()),
            terms: hits.of(Group::List(WordList::Terms)).copied().collect(),
            quoted: (hits.all(Group::Quoted).iter())
                .map(|it| QuotedTerm::of(&self.text, it))
                .collect(),
            prints: if with_prints && self.kind.is_prose() {
                let _printed = self.printed();
                self.printed.into_inner().unwrap_or_default()
            } else {
                Vec::new()
            },
        }
    }

    /// Returns the texts in which something could be looked up, and whether a date stands in any.
    fn specific(&self) -> (Vec<Field>, bool) {
        // Headings and prose of other parts are not asked.
        if !matches!(self.kind, Kind::Headline(_) | Kind::Body(_)) {
            return (Vec::new(), false);
        }
        let mut fields: Vec<Field> = Vec::new();
        let mut push = |at: usize| {
            let field = self.paragraph.field_at(at);
            if fields.last() != Some(&field) {
                fields.push(field);
            }
        };
        let (mut before, mut has_date) = (None, false);
        for &(at, sign) in &self.signs {
            // Of the Han characters only those that count something matter, and those behind a numeral alone.
            if !is_common_han(sign) || before.is_some_and(super::signs::is_numeral) {
                if is_specific(before, sign) {
                    push(at);
                }
                has_date |= is_date(before, sign);
            }
            before = Some(sign);
        }
        for hit in self.hits.all(Group::Time) {
            push(hit.start);
        }
        (fields, has_date)
    }
}

/// Something that a paragraph shows, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Sign {
    /// The writer.
    Me,
    /// Somebody who answers for it.
    Named,
    /// When, by when or how often.
    Time,
    /// Something that could be looked up.
    Specific,
    /// Words of resolve.
    Slogan,
    /// Circumstances.
    Circumstance,
    /// A cause within oneself.
    OwnCause,
    /// That one made excuses.
    Confession,
}

impl Sign {
    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// What is remembered of a paragraph.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// The signs it shows, a bit each.
    signs: u8,
    /// The texts in it that hold something that could be looked up.
    pub(super) specific: Vec<Field>,
    /// Where 我 stands, in bytes.
    pub(super) me: Vec<usize>,
    /// How often each meeting is named: 民主生活会, 组织生活会.
    pub(super) occasions: [usize; 2],
    /// Set terms in wrong words.
    pub(super) terms: Vec<Hit>,
    /// Set terms that may want quotes.
    pub(super) quoted: Vec<QuotedTerm>,
    /// The sentences that can resemble others, with their prints.
    pub(super) prints: Vec<Printed>,
}

impl Marks {
    /// Tells whether it shows something.
    pub(super) fn shows(&self, sign: Sign) -> bool {
        self.signs & sign.bit() != 0
    }
}

/// A set term that may want quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QuotedTerm {
    /// Which, by its place in the list of the rule.
    pub(super) term: usize,
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// Whether quotes stand right around it.
    pub(super) is_quoted: bool,
    /// Whether it stands within quotes, perhaps with other words.
    pub(super) is_inside: bool,
}

impl QuotedTerm {
    fn of(text: &str, hit: &Hit) -> Self {
        let range = hit.range();
        let before = text.get(..range.start).unwrap_or_default();
        let after = text.get(range.end..).unwrap_or_default();
        Self {
            term: hit.entry as usize,
            is_quoted: before.ends_with('“') && after.starts_with('”'),
            is_inside: is_inside_quotes(before),
            range,
        }
    }
}

/// Tells whether a quote that opens in this text is not closed in it.
fn is_inside_quotes(before: &str) -> bool {
    let last = before
        .char_indices()
        .rev()
        .find(|it| matches!(it.1, '“' | '”'));
    last.is_some_and(|it| it.1 == '“')
}
