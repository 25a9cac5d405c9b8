//! What is heard: numbers, answers and paragraphs.

use crate::draft::Spot;
use crate::locale::Lang;
use crate::sitting::labels::{choices, open_label};
use crate::sitting::lists::Act;
use crate::sitting::model::{About, Focus, List, Model, Reading, Screen, Work};
use crate::sitting::msg::{Msg, Writing};
use crate::sitting::passage::sentences;
use crate::wizard::{Choice, Stop};

use crate::plain::commands::{self, Line};
use crate::plain::messages as say;
use crate::plain::number;
use crate::plain::spoken;

use super::{Doing, Face, Heard, Hint, is_one_line, is_read_only_text, is_text};

/// No command has more characters than this.
const COMMAND: usize = 12;

impl Face {
    /// Takes a line.
    pub fn hear(&mut self, model: &Model, line: &str) -> Heard {
        // What came in one piece is text, not commands.
        if line.contains('\n') {
            return self.hear_piece(model, line);
        }
        match commands::read(line) {
            Line::NoCommand(word) => {
                // A mistyped command is short; a long line was meant to be text.
                if self.takes_words(model) && line.chars().count() > COMMAND {
                    self.offer = Some(line.to_owned());
                }
                Heard::say(say::error(model.lang, &say::no_command(model.lang, &word)))
            }
            Line::Command(wish, behind) => self.obey(model, wish, &behind),
            Line::Words(words) => self.take(model, &words),
        }
    }

    /// Takes the part of a line that was typed when the program was told to end. `None` where it means nothing.
    pub fn hear_half(&mut self, model: &Model, line: &str) -> Option<Msg> {
        if line.trim().is_empty() || commands::read(line) != Line::Words(line.to_owned()) {
            return None;
        }
        match self.doing {
            Doing::Writing { instead, has_begun } => {
                let writing = if (instead && !has_begun) || is_one_line(model) {
                    Writing::Instead
                } else {
                    Writing::Paragraph
                };
                Some(Msg::Written(writing(line.to_owned())))
            }
            Doing::Anew(n) => Some(Msg::Written(Writing::Of(n, line.to_owned()))),
            Doing::Instead(_) => Some(Msg::Written(Writing::Here(line.to_owned()))),
            _ => None,
        }
    }

    fn takes_words(&self, model: &Model) -> bool {
        matches!(
            self.doing,
            Doing::Writing { .. }
                | Doing::Anew(_)
                | Doing::Instead(_)
                | Doing::Naming(_)
                | Doing::Gathering(_)
        ) || matches!(model.screen, Screen::Ask(_))
    }

    fn hear_piece(&mut self, model: &Model, piece: &str) -> Heard {
        match (&mut self.doing, &model.screen) {
            (Doing::Writing { instead, has_begun }, _) => {
                let mut msgs = Vec::new();
                if *instead && !*has_begun {
                    msgs.push(Msg::Written(Writing::Instead(String::new())));
                }
                *has_begun = true;
                msgs.push(Msg::Written(Writing::Pasted(piece.to_owned())));
                if is_one_line(model) {
                    msgs.push(Msg::Next);
                    self.leave();
                }
                Heard::tell(msgs)
            }
            (Doing::Gathering(text), _) => {
                text.push_str(piece.trim_end_matches('\n'));
                text.push('\n');
                Heard::default()
            }
            (_, Screen::Ask(_)) => {
                self.leave();
                Heard::tell(vec![Msg::Answered(piece.to_owned())])
            }
            (_, Screen::List(List::Notice | List::Kinds, _)) => {
                self.leave();
                Heard::tell(vec![Msg::Paste(piece.to_owned())])
            }
            _ => Heard::say(say::error(
                model.lang,
                &say::not_a_number(model.lang, self.n_choices(model)),
            )),
        }
    }

    /// Takes words or a number.
    fn take(&mut self, model: &Model, line: &str) -> Heard {
        let lang = model.lang;
        match self.doing.clone() {
            Doing::Writing { instead, has_begun } => {
                self.take_text(model, line, instead, has_begun)
            }
            Doing::Gathering(text) if is_end(line) => {
                self.leave();
                Heard::tell(match &model.screen {
                    _ if text.trim().is_empty() => Vec::new(),
                    // Whatever its length: it is no path.
                    Screen::Ask(_) => vec![Msg::Answered(format!("{text}\n"))],
                    _ => vec![Msg::Paste(text)],
                })
            }
            Doing::Gathering(mut text) => {
                text.push_str(line);
                text.push('\n');
                self.doing = Doing::Gathering(text);
                Heard::default()
            }
            Doing::Anew(n) => {
                self.leave();
                if line.trim().is_empty() {
                    Heard::default()
                } else {
                    let text = model.work.as_ref().map_or("", Work::text);
                    let with = |(at, it)| if at == n { line } else { it };
                    let whole: Vec<&str> = text.split('\n').enumerate().map(with).collect();
                    self.finish(model, Some(&whole.join("\n")));
                    Heard::tell(vec![Msg::Written(Writing::Of(n, line.to_owned()))])
                }
            }
            Doing::WhichParagraph => {
                let text = model.work.as_ref().map_or("", Work::text);
                let most = text.split('\n').count();
                let n = if line.trim().is_empty() {
                    Some(most)
                } else {
                    number(line)
                };
                match n.filter(|it| (1..=most).contains(it)) {
                    Some(n) => {
                        self.doing = Doing::Paragraph(n - 1);
                        let words = text.split('\n').nth(n - 1).unwrap_or_default();
                        Heard {
                            said: vec![
                                say::paragraph(lang, n, words),
                                say::paragraph_choices(lang),
                            ],
                            msgs: Vec::new(),
                        }
                    }
                    None => wrong_number(lang, most),
                }
            }
            Doing::Paragraph(n) => self.take_paragraph(model, line, n),
            Doing::WhichFace(..) => match number(line) {
                _ if line.trim().is_empty() => {
                    self.leave();
                    Heard::default()
                }
                Some(1) => {
                    self.leave();
                    Heard::default()
                }
                Some(2) => {
                    self.leave();
                    Heard::want(Act::OtherFace)
                }
                _ => wrong_number(lang, 2),
            },
            Doing::Naming(_) => self.take_name(model, line),
            Doing::WhichOf(several, what) => self.take_which(model, line, &several, &what),
            Doing::Passage(passage) => self.take_deed(model, line, passage),
            Doing::Instead(passage) => self.take_instead(model, line, passage),
            Doing::Screen => self.take_answer(model, line),
        }
    }

    fn take_text(&mut self, model: &Model, line: &str, instead: bool, has_begun: bool) -> Heard {
        let lang = model.lang;
        let is_blank = line.trim().is_empty();
        let Some(work) = &model.work else {
            return Heard::default();
        };
        if is_end(line) || (is_blank && !has_begun) {
            self.leave();
            if has_begun {
                self.finish(model, None);
            } else if !work.text().is_empty() {
                let label = open_label(lang, work);
                return Heard {
                    said: vec![say::unchanged(lang, &label)],
                    msgs: vec![Msg::Next],
                };
            }
            return Heard::tell(vec![Msg::Next]);
        }
        if is_blank {
            // Between paragraphs; a line is one already.
            return Heard::default();
        }
        if is_one_line(model) {
            self.leave();
            self.finish(model, Some(line));
            return Heard::tell(vec![
                Msg::Written(Writing::Instead(line.to_owned())),
                Msg::Next,
            ]);
        }
        self.doing = Doing::Writing {
            instead,
            has_begun: true,
        };
        let writing = if instead && !has_begun {
            Writing::Instead
        } else {
            Writing::Paragraph
        };
        Heard::tell(vec![Msg::Written(writing(line.to_owned()))])
    }

    fn take_paragraph(&mut self, model: &Model, line: &str, n: usize) -> Heard {
        let choice = if line.trim().is_empty() {
            Some(4)
        } else {
            number(line)
        };
        match choice {
            Some(1) => {
                self.doing = Doing::Anew(n);
                Heard::default()
            }
            Some(2) => {
                self.leave();
                Heard::tell(vec![Msg::Written(Writing::Of(n, String::new()))])
            }
            Some(3) => {
                self.leave();
                Heard::tell(vec![Msg::Stood(n), Msg::Wanted(Box::new(Act::SetAside))])
            }
            Some(4) => {
                self.leave();
                Heard::default()
            }
            _ => wrong_number(model.lang, 4),
        }
    }

    /// Takes the answer to what is shown.
    fn take_answer(&mut self, model: &Model, line: &str) -> Heard {
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
                    let own = usize::from(!matches!(choice, Choice::Status(_)));
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

/// Tells whether a line ends a text.
fn is_end(line: &str) -> bool {
    matches!(line.trim(), "。" | "." | "．")
}
