//! What is heard: commands, words that are written, and the rest, which [`choose`](super::choose) takes.

use crate::sitting::labels::open_label;
use crate::sitting::lists::Act;
use crate::sitting::model::{List, Model, Screen, Work};
use crate::sitting::msg::{Msg, Writing};

use crate::plain::commands::{self, Line};
use crate::plain::messages as say;
use crate::plain::number;

use super::choose::wrong_number;
use super::{Doing, Face, Heard, is_one_line};

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
}

/// Tells whether a line ends a text.
pub(super) fn is_end(line: &str) -> bool {
    matches!(line.trim(), "。" | "." | "．")
}
