//! Passages of the open text: naming one, what can be done with it, and where it goes.

use std::ops::Range;

use crate::sitting::labels::open_label;
use crate::sitting::lists::Act;
use crate::sitting::messages as words;
use crate::sitting::model::{Model, Work};
use crate::sitting::msg::{Msg, Writing};
use crate::sitting::passage::{named, places_behind, sentences};
use crate::typeset;

use crate::plain::messages as say;
use crate::plain::number;
use crate::plain::spoken;

use super::choose::wrong_number;
use super::{AT_ONCE, Doing, Face, Heard, Hint, is_text};

/// What a passage or a place is named for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// To do something with it.
    Choosing,
    /// Where this passage goes.
    Carrying(Range<usize>),
    /// Where what was cut or copied goes.
    PuttingBack,
}

/// How many things can be done with a passage.
pub(super) const N_DEEDS: usize = 7;

impl Face {
    /// The command that selects: with words behind it at once, else what there is to select is said first.
    pub(super) fn select(&mut self, model: &Model, behind: &str) -> Heard {
        self.name(model, For::Choosing, behind)
    }

    /// The command that puts back what was cut, copied or erased.
    pub(super) fn put_back(&mut self, model: &Model, behind: &str) -> Heard {
        if model.kept.is_empty() && is_text(model) {
            return Heard::say(say::error(
                model.lang,
                &words::nothing_to_put_back(model.lang),
            ));
        }
        self.name(model, For::PuttingBack, behind)
    }

    fn name(&mut self, model: &Model, what: For, behind: &str) -> Heard {
        let lang = model.lang;
        let text = model.work.as_ref().map_or("", Work::text);
        if !is_text(model) {
            return Heard::say(say::error(lang, &say::no_text_here(lang)));
        }
        if text.trim().is_empty() {
            return match what {
                // There is only one place.
                For::PuttingBack => self.put(model, &what, 0..0),
                For::Choosing | For::Carrying(_) => {
                    let label = model
                        .work
                        .as_ref()
                        .map_or_else(String::new, |it| open_label(lang, it));
                    Heard::say(say::error(lang, &say::nothing_yet(lang, &label)))
                }
            };
        }
        self.doing = Doing::Naming(what);
        if behind.is_empty() {
            self.is_due = true;
            self.from = 0;
            return Heard::default();
        }
        self.take_name(model, behind)
    }

    /// The sentences with their numbers, as far as they are read at once, and how one is named.
    pub(super) fn sentences(&mut self, model: &Model, what: &For) -> Vec<String> {
        let lang = model.lang;
        let text = model.work.as_ref().map_or("", Work::text);
        let all = sentences(text);
        let mut said = Vec::new();
        if self.from == 0 {
            said.push(match what {
                For::Choosing => say::n_sentences(lang, all.len()),
                For::Carrying(_) => say::where_does_it_go(lang, all.len()),
                For::PuttingBack => {
                    let n = typeset::count(&model.kept).marks;
                    say::where_is_it_put(lang, &spoken::excerpt(&model.kept), n, all.len())
                }
            });
        }
        for (n, it) in all.iter().enumerate().skip(self.from).take(AT_ONCE) {
            let sentence = text.get(it.clone()).unwrap_or_default();
            said.push(say::numbered(lang, n + 1, &spoken::excerpt(sentence)));
        }
        let rest = all.len().saturating_sub(self.from + AT_ONCE);
        if rest > 0 {
            said.push(say::more_lines(lang, rest));
        }
        let (hint, how) = match what {
            For::Choosing => (Hint::Naming, say::how_to_name(lang)),
            For::Carrying(_) | For::PuttingBack => (Hint::Placing, say::how_to_place(lang)),
        };
        if self.hints(hint) {
            said.push(how);
        }
        said
    }

    /// Takes the name of a passage or of a place.
    pub(super) fn take_name(&mut self, model: &Model, line: &str) -> Heard {
        let lang = model.lang;
        let Doing::Naming(what) = self.doing.clone() else {
            return Heard::default();
        };
        let text = model.work.as_ref().map_or("", Work::text);
        if line.trim().is_empty() && what == For::Choosing {
            self.leave();
            return Heard::say(say::nothing_selected(lang));
        }
        let found = match &what {
            For::Choosing => named(text, line),
            For::Carrying(_) | For::PuttingBack => places_behind(text, line),
        };
        match found.as_slice() {
            [] => Heard::say(say::error(
                lang,
                &say::no_such_passage(lang, line.trim(), sentences(text).len()),
            )),
            [one] => self.put(model, &what, one.clone()),
            several => {
                let mut said = vec![say::several_passages(lang, line.trim(), several.len())];
                let around = |it: &Range<usize>| spoken::around(text, it);
                said.extend(
                    (several.iter().enumerate())
                        .map(|(n, it)| say::numbered(lang, n + 1, &around(it))),
                );
                self.doing = Doing::WhichOf(several.to_vec(), what);
                self.is_due = false;
                Heard {
                    said,
                    msgs: Vec::new(),
                }
            }
        }
    }

    /// Takes the number of one of several passages or places.
    pub(super) fn take_which(
        &mut self,
        model: &Model,
        line: &str,
        several: &[Range<usize>],
        what: &For,
    ) -> Heard {
        let n = if line.trim().is_empty() {
            Some(1)
        } else {
            number(line)
        };
        match n.and_then(|n| several.get(n.checked_sub(1)?)) {
            Some(one) => self.put(model, what, one.clone()),
            None => wrong_number(model.lang, several.len()),
        }
    }

    /// A passage or a place is known.
    fn put(&mut self, model: &Model, what: &For, one: Range<usize>) -> Heard {
        let lang = model.lang;
        let text = model.work.as_ref().map_or("", Work::text);
        match what {
            For::Choosing => {
                let passage = text.get(one.clone()).unwrap_or_default();
                let n = typeset::count(passage).marks;
                let said = vec![say::selected(lang, n, passage.trim()), say::deeds(lang)];
                self.doing = Doing::Passage(one.clone());
                // What can be done was just said; the question comes again behind it.
                self.is_due = false;
                Heard {
                    said,
                    msgs: vec![Msg::Marked(one)],
                }
            }
            For::Carrying(passage) => {
                self.leave();
                if (passage.start..=passage.end).contains(&one.start) {
                    return Heard::say(say::carried_nowhere(lang));
                }
                Heard::tell(vec![Msg::Marked(passage.clone()), Msg::Carried(one.start)])
            }
            For::PuttingBack => {
                self.leave();
                // How long the text will be: what is put back joins it as it is.
                let mut whole = text.to_owned();
                whole.push_str(&model.kept);
                self.finish(model, Some(&whole));
                Heard::tell(vec![Msg::Marked(one), Msg::Wanted(Box::new(Act::PutBack))])
            }
        }
    }

    /// Takes what is to be done with the selected passage.
    pub(super) fn take_deed(&mut self, model: &Model, line: &str, passage: Range<usize>) -> Heard {
        let lang = model.lang;
        let deed = if line.trim().is_empty() {
            Some(N_DEEDS)
        } else {
            number(line)
        };
        let mark = Msg::Marked(passage.clone());
        let want = |act| vec![Msg::Marked(passage.clone()), Msg::Wanted(Box::new(act))];
        match deed {
            Some(1) => {
                self.leave();
                Heard::tell(want(Act::CopySelection))
            }
            Some(2) => {
                self.leave();
                let mut heard = Heard::tell(want(Act::CutSelection));
                heard.said.push(say::taken_out(lang));
                if self.hints(Hint::PuttingBack) {
                    heard.said.push(say::how_to_put_back(lang));
                }
                heard
            }
            Some(3) => {
                self.doing = Doing::Naming(For::Carrying(passage));
                self.is_due = true;
                self.from = 0;
                Heard::default()
            }
            Some(4) => {
                self.doing = Doing::Instead(passage);
                Heard::default()
            }
            Some(5) => {
                self.leave();
                Heard {
                    said: vec![say::taken_out(lang)],
                    msgs: vec![mark, Msg::Written(Writing::Here(String::new()))],
                }
            }
            Some(6) => {
                self.leave();
                Heard::tell(want(Act::SetAside))
            }
            Some(N_DEEDS) => {
                self.leave();
                let at = passage.end;
                Heard {
                    said: vec![say::nothing_selected(lang)],
                    msgs: vec![Msg::Marked(at..at)],
                }
            }
            _ => wrong_number(lang, N_DEEDS),
        }
    }

    /// Takes the words that stand in place of the selected ones.
    pub(super) fn take_instead(
        &mut self,
        model: &Model,
        line: &str,
        passage: Range<usize>,
    ) -> Heard {
        self.leave();
        if line.trim().is_empty() {
            return Heard::say(say::nothing_changed(model.lang));
        }
        let mut whole = model.work.as_ref().map_or("", Work::text).to_owned();
        whole.replace_range(passage.clone(), line);
        self.finish(model, Some(&whole));
        Heard::tell(vec![
            Msg::Marked(passage),
            Msg::Written(Writing::Here(line.to_owned())),
        ])
    }
}
