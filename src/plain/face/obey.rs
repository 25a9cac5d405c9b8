//! Commands: what begins with a colon.

use crate::draft::{Attr, Part};
use crate::sitting::labels::open_label;
use crate::sitting::lists::{Act, part_name};
use crate::sitting::messages as words;
use crate::sitting::model::{List, Model, Reading, Work};
use crate::sitting::msg::{Msg, Step};
use crate::typeset;
use crate::wizard::{PartState, Subject, messages as names, page_state};

use crate::plain::commands::{self, Wish};
use crate::plain::messages as say;
use crate::plain::spoken;

use super::present::help;
use super::{AT_ONCE, Doing, Face, Heard};

impl Face {
    pub(super) fn obey(&mut self, model: &Model, wish: Wish, behind: &str) -> Heard {
        let lang = model.lang;
        if commands::of(wish).needs_draft && model.work.is_none() {
            return Heard::say(say::error(lang, &say::no_draft(lang)));
        }
        // These answer and leave everything as it is.
        match wish {
            Wish::Help => {
                return Heard {
                    said: help(lang),
                    msgs: Vec::new(),
                };
            }
            Wish::Read => return Self::read(model),
            Wish::Example => return example(model),
            Wish::Where => return Heard::say(place(model)),
            Wish::Full if !self.has_full_screen => {
                return Heard::say(say::error(lang, &say::no_full_screen(lang)));
            }
            Wish::More => {
                self.from += AT_ONCE;
                let n = self.n_choices(model);
                if self.from >= n {
                    self.from = 0;
                }
                self.is_due = true;
                return Heard::default();
            }
            _ => {}
        }
        self.finish_if_begun(model);
        let lost = self.gathered().map(|it| say::gathered_lost(lang, it));
        let was_asked = self.doing == Doing::Screen && !self.is_due;
        self.leave();
        let mut heard = self.obey_here(model, wish, behind);
        // What could not be done changes nothing: a long list is not said once more for that.
        if was_asked && self.doing == Doing::Screen && heard.msgs.is_empty() && wish != Wish::Again
        {
            self.is_due = false;
        }
        heard.said.splice(0..0, lost);
        heard
    }

    fn obey_here(&mut self, model: &Model, wish: Wish, behind: &str) -> Heard {
        let lang = model.lang;
        self.reads_aside = matches!(wish, Wish::ReadAll | Wish::Return);
        match wish {
            Wish::Again => {
                self.page = None;
                self.asked = None;
                Heard::default()
            }
            Wish::Back => Heard::tell(vec![Msg::Back]),
            Wish::Next => Heard::tell(vec![Msg::Next]),
            Wish::Undo => Heard::want(Act::Step(Step::Undo)),
            Wish::Redo => Heard::want(Act::Step(Step::Redo)),
            Wish::Outline => Heard::want(Act::Show(List::Outline)),
            Wish::Here => Heard::want(Act::Show(List::Here)),
            Wish::Check => Heard::want(Act::Check),
            Wish::Find if behind.is_empty() => Heard::want(Act::AskFind),
            Wish::Find => Heard::tell(vec![
                Msg::Wanted(Box::new(Act::AskFind)),
                Msg::Answered(behind.to_owned()),
            ]),
            Wish::ReadAll => Heard::want(Act::Read(Reading::Preview)),
            Wish::Return if model.work.as_ref().is_some_and(Work::comes_from_elsewhere) => {
                Heard::tell(vec![Msg::Returned])
            }
            Wish::Return => Heard::say(say::error(lang, &words::nowhere_to_return(lang))),
            Wish::Finish => Heard::want(Act::Show(List::Result)),
            Wish::Select => self.select(model, behind),
            Wish::PutBack => self.put_back(model, behind),
            Wish::Versions => Heard::want(Act::Versions),
            Wish::Menu => Heard::want(Act::Show(List::Menu)),
            Wish::Settings => Heard::want(Act::Show(List::Settings)),
            Wish::Full => Heard::want(Act::OtherFace),
            Wish::Leave => Heard::want(Act::Leave),
            Wish::Copy => match model.work.as_ref().and_then(spoken::open_field) {
                Some(field) => Heard::want(Act::CopyTextOf(field)),
                None => Heard::say(say::error(lang, &say::no_text_here(lang))),
            },
            Wish::LeaveOut => leave_out(model),
            // Answered above.
            Wish::Help | Wish::Read | Wish::Example | Wish::Where | Wish::More => Heard::default(),
        }
    }

    fn finish_if_begun(&mut self, model: &Model) {
        if let Doing::Writing {
            has_begun: true, ..
        } = self.doing
        {
            self.finish(model, None);
        }
    }

    /// The open text, whole.
    fn read(model: &Model) -> Heard {
        let lang = model.lang;
        let Some(work) = (model.work.as_ref()).filter(|it| it.spot().is_some()) else {
            return Heard::say(say::error(lang, &say::no_text_here(lang)));
        };
        let label = open_label(lang, work);
        let text = work.text();
        if text.trim().is_empty() {
            return Heard::say(say::nothing_yet(lang, &label));
        }
        let n = model.say_length(typeset::count(text));
        let lines = text.lines().map(str::to_owned);
        Heard {
            said: std::iter::once(say::whole(lang, &label, &n))
                .chain(lines)
                .collect(),
            msgs: Vec::new(),
        }
    }
}

fn place(model: &Model) -> String {
    let lang = model.lang;
    let Some(work) = &model.work else {
        return String::new();
    };
    let total = words::grouped(model.length(work.tally.report()));
    let total = if model.counts_words() {
        words::total_words(lang, &total)
    } else {
        words::total(lang, &total)
    };
    let state = page_state(work.template, work.draft(), work.writer.page);
    let mut part = part_name(lang, work.draft(), work.writer.page);
    if state != PartState::Begun {
        part = format!("{part}{}{}", say::comma(lang), names::state(lang, state));
    }
    say::place(lang, &part, &total)
}

fn example(model: &Model) -> Heard {
    let lang = model.lang;
    let question = model.work.as_ref().and_then(Work::open_question);
    Heard::say(match question.filter(|it| !it.prompt.example.is_empty()) {
        Some(it) => words::example(lang, &it.prompt.example),
        None => say::no_example(lang),
    })
}

/// Leaves out what is asked for, or takes it up again.
fn leave_out(model: &Model) -> Heard {
    let lang = model.lang;
    let part = model.work.as_ref().and_then(|work| {
        let subject = work.open_question().map(|it| it.subject);
        let of_problem = work.problem().and_then(|id| match subject {
            Some(Subject::Example) => Some(Part::Examples(id)),
            Some(Subject::Cause) => Some(Part::Causes(id)),
            Some(Subject::Measure) => Some(Part::Measures(id)),
            _ => None,
        });
        let part = of_problem.or_else(|| work.writer.page.part(work.draft()))?;
        Some((part, work.draft().reason_not_written(part).is_some()))
    });
    match part {
        Some((part, true)) => Heard::want(Act::Set(Attr::NotWritten(part, None))),
        Some((part, false)) => Heard::want(Act::LeaveOut(part)),
        None => Heard::say(say::error(lang, &say::nothing_to_leave_out(lang))),
    }
}
