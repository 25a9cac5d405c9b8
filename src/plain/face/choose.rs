//! What is chosen: the answer to a screen, by number or in words, and what a number stands for.

use crate::draft::Spot;
use crate::locale::Lang;
use crate::sitting::labels::choices;
use crate::sitting::lists::Act;
use crate::sitting::model::{About, Focus, List, Model, Reading, Screen, Work};
use crate::sitting::msg::{Msg, Writing};
use crate::sitting::passage::sentences;
use crate::wizard::{Choice, Stop};

use crate::plain::messages as say;
use crate::plain::number;
use crate::plain::spoken;

use super::hear::is_end;
use super::{Doing, Face, Heard, Hint, is_read_only_text, is_text};

impl Face {
    /// Takes the answer to what is shown.
    pub(super) fn take_answer(&mut self, model: &Model, line: &str) -> Heard {
        let lang = model.lang;
        match &model.screen {
            Screen::Ask(ask)
                if matches!(ask.about, About::Import | About::Against) && is_end(line) =>
            {
                self.doing = Doing::Gathering(String::new());
                Heard::say(say::gather(lang))
            }
            Screen::Ask(ask) => {
                self.leave();
                let is_default = line.trim().is_empty() && !ask.text.is_empty();
                let answer = if is_default { &ask.text } else { line };
                Heard::tell(vec![Msg::Answered(answer.to_owned())])
            }
            Screen::Read(Reading::Preview, _) => self.take_paragraph_of_proof(model, line),
            Screen::Read(..) => {
                self.leave();
                Heard::tell(vec![Msg::Back])
            }
            Screen::Write if is_read_only_text(model) => {
                self.leave();
                Heard::tell(vec![Msg::Next])
            }
            // A key by its name.
            Screen::List(List::KeyOf(_), _)
                if !line.trim().is_empty() && number(line).is_none() =>
            {
                self.leave();
                Heard::tell(vec![Msg::Answered(line.to_owned())])
            }
            Screen::List(..) | Screen::Write => {
                let most = self.n_choices(model);
                let n = if line.trim().is_empty() {
                    Some(self.default_of(model))
                } else {
                    number(line)
                };
                match n.filter(|it| (1..=most).contains(it)) {
                    Some(n) => self.choose(model, n),
                    None if number(line).is_none() && is_text(model) => {
                        self.offer = Some(line.to_owned());
                        Heard::say(say::error(lang, &say::choose_first(lang, most)))
                    }
                    None => wrong_number(lang, most),
                }
            }
        }
    }

    /// Takes the number of a paragraph of the report: what can be done with that place is shown.
    fn take_paragraph_of_proof(&mut self, model: &Model, line: &str) -> Heard {
        let all = model
            .work
            .as_ref()
            .map_or_else(Vec::new, spoken::paragraphs);
        if line.trim().is_empty() {
            self.leave();
            let returns = std::mem::take(&mut self.reads_aside);
            return if returns {
                Heard::want(Act::Write)
            } else {
                Heard::tell(vec![Msg::Back])
            };
        }
        let chosen = number(line).and_then(|n| all.get(n.checked_sub(1)?));
        match chosen {
            Some((row, _)) => {
                self.leave();
                Heard::want(Act::Show(List::Printed(*row)))
            }
            None => wrong_number(model.lang, all.len()),
        }
    }

    /// Returns how many lines can be chosen.
    pub(super) fn n_choices(&self, model: &Model) -> usize {
        if let Doing::Naming(_) = self.doing {
            return sentences(model.work.as_ref().map_or("", Work::text)).len();
        }
        match (&model.screen, &model.work) {
            (Screen::List(list, _), _) => {
                let own = usize::from(*list == List::Notice);
                spoken::lines(model, list, self.has_editor).len() + own
            }
            (Screen::Write, Some(work)) => match work.writer.focus {
                Focus::Button(_) => work.buttons().len(),
                Focus::Stop(Stop::Choose(choice)) => {
                    let own = usize::from(!matches!(choice, Choice::Status(_) | Choice::Branch(_)));
                    choices(model.lang, work.draft(), choice).len() + own
                }
                Focus::Stop(Stop::Text(spot)) if spot.is_single_line() => 2,
                Focus::Stop(Stop::Text(_)) => 5,
            },
            _ => 0,
        }
    }

    /// Does what the number `n`, from 1, stands for.
    fn choose(&mut self, model: &Model, n: usize) -> Heard {
        let lang = model.lang;
        match (&model.screen, &model.work) {
            (Screen::List(list, _), _) => {
                let all = spoken::lines(model, list, self.has_editor);
                match all.get(n - 1) {
                    Some((_, item)) if matches!(item.act, Act::Edit(_)) && !self.has_editor => {
                        Heard::say(say::error(lang, &say::no_terminal_for_editor(lang)))
                    }
                    Some((at, _)) => {
                        self.leave();
                        Heard::tell(vec![Msg::Chosen(*at)])
                    }
                    None => {
                        self.doing = Doing::Gathering(String::new());
                        Heard::say(say::gather(lang))
                    }
                }
            }
            (Screen::Write, Some(work)) => match work.writer.focus {
                Focus::Stop(Stop::Text(spot)) => self.choose_for_text(model, work, spot, n),
                Focus::Stop(Stop::Choose(choice))
                    if n > choices(lang, work.draft(), choice).len() =>
                {
                    self.leave();
                    Heard::tell(vec![Msg::Next])
                }
                Focus::Stop(Stop::Choose(_)) | Focus::Button(_) => {
                    self.leave();
                    Heard::tell(vec![Msg::Chosen(n - 1)])
                }
            },
            _ => Heard::default(),
        }
    }

    fn choose_for_text(&mut self, model: &Model, work: &Work, spot: Spot, n: usize) -> Heard {
        let lang = model.lang;
        let writing = |instead| Doing::Writing {
            instead,
            has_begun: false,
        };
        match (spot.is_single_line(), n) {
            (true, 1) => {
                self.doing = writing(true);
                Heard::default()
            }
            (false, 1 | 2) => {
                self.doing = writing(n == 2);
                if self.hints(Hint::Writing) {
                    Heard::say(say::how_to_write(lang))
                } else {
                    Heard::default()
                }
            }
            (false, 3) => {
                self.leave();
                let last = work.text().split('\n').count() - 1;
                Heard::tell(vec![Msg::Written(Writing::Of(last, String::new()))])
            }
            (false, 5) => {
                self.doing = Doing::WhichParagraph;
                let paragraphs: Vec<&str> = work.text().split('\n').collect();
                let mut said = vec![say::which_paragraph(lang, paragraphs.len())];
                let line =
                    |(n, it): (usize, &&str)| say::paragraph(lang, n + 1, &spoken::excerpt(it));
                said.extend(paragraphs.iter().enumerate().map(line));
                Heard {
                    said,
                    msgs: Vec::new(),
                }
            }
            _ => {
                self.leave();
                Heard::tell(vec![Msg::Next])
            }
        }
    }
}

pub(super) fn wrong_number(lang: Lang, most: usize) -> Heard {
    Heard::say(say::error(lang, &say::not_a_number(lang, most)))
}
