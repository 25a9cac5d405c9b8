//! The face: says what the sitting shows, and makes messages of the lines that answer. Pure; prints and reads nothing.

use crate::draft::{Attr, Part, Spot};
use crate::locale::Lang;
use crate::sitting::asks::asked;
use crate::sitting::labels::{button_label, choices, counts, is_left_out, open_label};
use crate::sitting::lists::{Act, part_name};
use crate::sitting::messages as words;
use crate::sitting::model::{About, Ask, Focus, List, Model, Reading, Saving, Screen, Work};
use crate::sitting::msg::{Msg, Step, Writing};
use crate::typeset;
use crate::wizard::{
    Choice, Page, PartState, Question, Stop, Subject, messages as names, page_state,
};

use super::commands::{self, COMMANDS, Line, Wish};
use super::messages as say;
use super::number;
use super::spoken;

/// Lines of a list that are read at once.
const AT_ONCE: usize = 30;

/// What the line mode remembers from line to line.
#[derive(Debug, Default)]
pub struct Face {
    doing: Doing,
    /// Whether what is shown is to be said before the next line.
    is_due: bool,
    /// The page that was named last.
    page: Option<Page>,
    /// The lines of a list that were read, from 0.
    from: usize,
    /// Hints that were given.
    hinted: Vec<Hint>,
    /// The question of one line that was said last: it is not said again because its answer was no good.
    asked: Option<About>,
    /// Words that were refused, to be offered again.
    offer: Option<String>,
    /// A text that was just finished: its name and its length.
    finished: Option<(String, usize)>,
    /// Whether the writer's own editor can be run.
    pub has_editor: bool,
    /// Whether the full screen can be opened.
    pub has_full_screen: bool,
}

/// What the next line is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Doing {
    /// The answer to what is shown.
    #[default]
    Screen,
    /// A paragraph of the open text.
    Writing {
        /// Whether it takes the place of what is there.
        instead: bool,
        /// Whether a paragraph was written.
        has_begun: bool,
    },
    /// Which paragraph is to be changed.
    WhichParagraph,
    /// What is to become of a paragraph, from 0.
    Paragraph(usize),
    /// A paragraph anew.
    Anew(usize),
    /// A line of a notice, or of a text to import.
    Gathering(String),
}

/// A hint that is given once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    Help,
    Writing,
    OneLine,
    Guide(Subject),
}

/// How the next line is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// The words before it.
    pub words: String,
    /// What stands in it already, to be changed.
    pub initial: String,
    /// A question of yes or no instead, where it can be asked: the answers are the lines 1, no, and 2, yes.
    pub confirm: Option<String>,
}

/// What came of a line.
#[derive(Debug, Default)]
pub struct Heard {
    /// What is said at once.
    pub said: Vec<String>,
    /// What the sitting is told.
    pub msgs: Vec<Msg>,
}

impl Heard {
    fn say(line: String) -> Self {
        Self {
            said: vec![line],
            msgs: Vec::new(),
        }
    }

    fn tell(msgs: Vec<Msg>) -> Self {
        Self {
            said: Vec::new(),
            msgs,
        }
    }

    fn want(act: Act) -> Self {
        Self::tell(vec![Msg::Wanted(Box::new(act))])
    }
}

impl Face {
    /// Returns a face that has said nothing yet.
    pub fn new() -> Self {
        Self {
            is_due: true,
            ..Self::default()
        }
    }

    // ---- What is said

    /// Returns what is to be said before the next line.
    pub fn present(&mut self, model: &Model) -> Vec<String> {
        if !std::mem::take(&mut self.is_due) {
            return Vec::new();
        }
        let asked = match &model.screen {
            Screen::Ask(ask) => Some(ask.about.clone()),
            Screen::Write | Screen::List(..) | Screen::Read(..) => None,
        };
        let was_asked = std::mem::replace(&mut self.asked, asked);
        match (&model.screen, &model.work) {
            (Screen::List(list, _), _) => self.list(model, list),
            (Screen::Ask(ask), _) if was_asked.as_ref() == Some(&ask.about) => Vec::new(),
            (Screen::Ask(ask), _) => Self::ask(model, ask),
            (Screen::Read(Reading::Help, _), _) => help(model.lang),
            (Screen::Read(reading, _), _) => spoken::reading(model, *reading),
            (Screen::Write, Some(work)) => self.question(model, work),
            (Screen::Write, None) => Vec::new(),
        }
    }

    /// Returns whether a hint was not given yet; from now on it was.
    fn hints(&mut self, hint: Hint) -> bool {
        let is_new = !self.hinted.contains(&hint);
        if is_new {
            self.hinted.push(hint);
        }
        is_new
    }

    fn list(&mut self, model: &Model, list: &List) -> Vec<String> {
        let lang = model.lang;
        let mut said = Vec::new();
        if self.hints(Hint::Help) {
            said.extend([say::welcome(lang), say::how_to_help(lang)]);
        }
        if self.from == 0 {
            said.extend(spoken::before(model, list));
        }
        let all = spoken::lines(model, list, self.has_editor);
        for (n, (at, item)) in all.iter().enumerate().skip(self.from).take(AT_ONCE) {
            said.extend(spoken::heading(model, list, *at));
            said.push(say::numbered(
                lang,
                n + 1,
                &spoken::line(model, list, *at, item),
            ));
        }
        if *list == List::Notice {
            let own = say::put_notice_in(lang);
            said.push(say::numbered(lang, all.len() + 1, &own));
        }
        let rest = all.len().saturating_sub(self.from + AT_ONCE);
        if rest > 0 {
            said.push(say::more_lines(lang, rest));
        }
        said
    }

    fn ask(model: &Model, ask: &Ask) -> Vec<String> {
        let lang = model.lang;
        let (title, question) = asked(model, &ask.about);
        let mut said = vec![title, spoken::without_keys(lang, &question)];
        if ask.about == About::Import {
            said.push(say::or_paste(lang));
        }
        said
    }

    /// The open question, with what is written and what can be done.
    fn question(&mut self, model: &Model, work: &Work) -> Vec<String> {
        let lang = model.lang;
        let mut said = Vec::new();
        if self.hints(Hint::Help) {
            said.push(say::how_to_help(lang));
        }
        if self.page != Some(work.writer.page) {
            self.page = Some(work.writer.page);
            said.push(page_line(lang, work));
            if is_left_out(work.draft(), work.writer.page) {
                said.push(say::part_left_out(lang));
            }
            said.extend(counts(model, work));
        }
        let Some(question) = work.open_question() else {
            said.push(say::what_next(lang));
            let buttons = work.buttons();
            let labels = buttons.iter().map(|it| button_label(lang, work, *it));
            said.extend(
                labels
                    .enumerate()
                    .map(|(n, it)| say::numbered(lang, n + 1, &it)),
            );
            return said;
        };
        said.push(question_line(lang, work, &question));
        if !question.prompt.guide.is_empty() && self.hints(Hint::Guide(question.subject)) {
            said.push(words::guide(lang, &question.prompt.guide));
        }
        match question.stop {
            Stop::Choose(choice) => said.extend(choice_lines(lang, work, choice)),
            Stop::Text(spot) => said.extend(self.text(model, work, spot)),
        }
        said
    }

    fn text(&mut self, model: &Model, work: &Work, spot: Spot) -> Vec<String> {
        let lang = model.lang;
        let is_one_line = spot.is_single_line();
        let (hint, how) = if is_one_line {
            (Hint::OneLine, say::how_to_write_one(lang))
        } else {
            (Hint::Writing, say::how_to_write(lang))
        };
        let text = work.text();
        let mut said = Vec::new();
        if !text.is_empty() {
            let n = model.counting.of(typeset::count(text));
            said.push(say::so_far(
                lang,
                &words::grouped(n),
                &spoken::excerpt(text),
            ));
            said.extend(work.checked.quiet.lines().iter().cloned());
        }
        match (&self.doing, work.saving) {
            (_, Saving::ReadOnly) => said.push(words::is_read_only(lang)),
            (Doing::Screen, _) if text.is_empty() => {
                self.doing = Doing::Writing {
                    instead: false,
                    has_begun: false,
                };
                if self.hints(hint) {
                    said.push(how);
                }
            }
            (Doing::Screen, _) if is_one_line => said.push(say::line_choices(lang)),
            (Doing::Screen, _) => said.push(say::text_choices(lang)),
            _ => {}
        }
        said
    }

    /// Returns how the next line is asked for.
    pub fn prompt(&mut self, model: &Model) -> Prompt {
        let lang = model.lang;
        let text = model.work.as_ref().map_or("", Work::text);
        let offer = self.offer.take().unwrap_or_default();
        let prompt = |words: String| Prompt {
            words,
            ..Prompt::default()
        };
        match &self.doing {
            Doing::Writing { instead, has_begun } => {
                // A text of one line is changed where it stands.
                let is_one_line = is_one_line(model);
                let initial = if *instead && is_one_line && !has_begun && offer.is_empty() {
                    text.to_owned()
                } else {
                    offer
                };
                Prompt {
                    initial,
                    ..prompt(say::line(lang))
                }
            }
            Doing::Gathering(_) => Prompt {
                initial: offer,
                ..prompt(say::line(lang))
            },
            Doing::Anew(n) => Prompt {
                initial: text.split('\n').nth(*n).unwrap_or_default().to_owned(),
                ..prompt(say::write_anew(lang))
            },
            Doing::WhichParagraph => prompt(say::which_number(lang, text.split('\n').count())),
            Doing::Paragraph(_) => prompt(say::which_number(lang, 4)),
            Doing::Screen => match &model.screen {
                Screen::Ask(ask) if ask.text.is_empty() => prompt(say::answer(lang)),
                Screen::Ask(ask) => prompt(say::answer_or(lang, &ask.text)),
                Screen::Read(..) => prompt(say::go_on(lang)),
                Screen::List(list, _) => Prompt {
                    confirm: question_of(model, list),
                    ..prompt(say::which_number(lang, self.default_of(model)))
                },
                Screen::Write if is_read_only_text(model) => prompt(say::go_on(lang)),
                Screen::Write => prompt(say::which_number(lang, self.default_of(model))),
            },
        }
    }

    /// The number that Enter alone stands for.
    fn default_of(&self, model: &Model) -> usize {
        match (&model.screen, &model.work) {
            (Screen::List(list, cursor), _) => {
                let all = spoken::lines(model, list, self.has_editor);
                let at = all.iter().position(|(at, _)| at >= cursor);
                at.unwrap_or_default() + 1
            }
            (Screen::Write, Some(work)) => match work.writer.focus {
                Focus::Button(_) => 1,
                Focus::Stop(Stop::Choose(Choice::Status(_))) => work.writer.pick + 1,
                Focus::Stop(Stop::Choose(choice)) => {
                    choices(model.lang, work.draft(), choice).len() + 1
                }
                Focus::Stop(Stop::Text(spot)) if spot.is_single_line() => 2,
                Focus::Stop(Stop::Text(_)) => 4,
            },
            _ => 1,
        }
    }

    // ---- What is heard

    /// Takes a line.
    pub fn hear(&mut self, model: &Model, line: &str) -> Heard {
        // What came in one piece is text, not commands.
        if line.contains('\n') {
            return self.hear_piece(model, line);
        }
        match commands::read(line) {
            Line::NoCommand(word) => {
                if self.takes_words(model) {
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
            _ => None,
        }
    }

    fn takes_words(&self, model: &Model) -> bool {
        matches!(
            self.doing,
            Doing::Writing { .. } | Doing::Anew(_) | Doing::Gathering(_)
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

    /// What is done now is over: what is shown next is said.
    fn leave(&mut self) {
        self.doing = Doing::Screen;
        self.is_due = true;
        self.from = 0;
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
                    self.finish(model, None);
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

    /// Remembers what was finished, to be said once it is written down. `text` is what it will be.
    fn finish(&mut self, model: &Model, text: Option<&str>) {
        if let Some(work) = &model.work {
            let text = text.unwrap_or(work.text());
            let n = model.counting.of(typeset::count(text));
            self.finished = Some((open_label(model.lang, work), n));
        }
    }

    /// Returns what is said after the sitting was told: of what was finished, that it is kept; and the notice.
    pub fn after(&mut self, model: &mut Model) -> Vec<String> {
        let lang = model.lang;
        let mut said = Vec::new();
        let is_kept = (model.work.as_ref())
            .is_some_and(|it| !matches!(it.saving, Saving::Failing | Saving::ReadOnly));
        if let Some((label, n)) = self.finished.take()
            && is_kept
        {
            said.push(say::kept(lang, &label, &words::grouped(n)));
        }
        let notice = model.notice.take().filter(|it| !it.trim().is_empty());
        said.extend(notice.map(|it| spoken::without_keys(lang, &it)));
        // The ground may have gone: another window, an undo that took the text away.
        let writes = model.screen == Screen::Write
            && (model.work.as_ref())
                .is_some_and(|it| it.spot().is_some() && it.saving != Saving::ReadOnly);
        let stands = match self.doing {
            Doing::Screen => true,
            Doing::Gathering(_) => !matches!(model.screen, Screen::Write),
            Doing::Writing { .. }
            | Doing::WhichParagraph
            | Doing::Paragraph(_)
            | Doing::Anew(_) => writes,
        };
        if !stands {
            self.leave();
        }
        said
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
            Screen::Ask(ask) if ask.about == About::Import && is_end(line) => {
                self.doing = Doing::Gathering(String::new());
                Heard::say(say::gather(lang))
            }
            Screen::Ask(ask) => {
                self.leave();
                let is_default = line.trim().is_empty() && !ask.text.is_empty();
                let answer = if is_default { &ask.text } else { line };
                Heard::tell(vec![Msg::Answered(answer.to_owned())])
            }
            Screen::Read(..) => {
                self.leave();
                Heard::tell(vec![Msg::Back])
            }
            Screen::Write if is_read_only_text(model) => {
                self.leave();
                Heard::tell(vec![Msg::Next])
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

    /// Returns how many lines can be chosen.
    fn n_choices(&self, model: &Model) -> usize {
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

    // ---- Commands

    fn obey(&mut self, model: &Model, wish: Wish, behind: &str) -> Heard {
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
            Wish::ReadAll => {
                return Heard {
                    said: spoken::reading(model, Reading::Preview),
                    msgs: Vec::new(),
                };
            }
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
        self.leave();
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
            Wish::Finish => Heard::want(Act::Show(List::Result)),
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
            Wish::Help | Wish::Read | Wish::ReadAll | Wish::Example | Wish::Where | Wish::More => {
                Heard::default()
            }
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
        let n = words::grouped(model.counting.of(typeset::count(text)));
        let lines = text.lines().map(str::to_owned);
        Heard {
            said: std::iter::once(say::whole(lang, &label, &n))
                .chain(lines)
                .collect(),
            msgs: Vec::new(),
        }
    }
}

/// Tells whether a line ends a text.
fn is_end(line: &str) -> bool {
    matches!(line.trim(), "。" | "." | "．")
}

fn wrong_number(lang: Lang, most: usize) -> Heard {
    Heard::say(say::error(lang, &say::not_a_number(lang, most)))
}

/// Tells whether the open question is a text.
fn is_text(model: &Model) -> bool {
    model.screen == Screen::Write && model.work.as_ref().is_some_and(|it| it.spot().is_some())
}

fn is_one_line(model: &Model) -> bool {
    let spot = model.work.as_ref().and_then(Work::spot);
    spot.is_some_and(Spot::is_single_line)
}

fn is_read_only_text(model: &Model) -> bool {
    let is_read_only = model
        .work
        .as_ref()
        .is_some_and(|it| it.saving == Saving::ReadOnly);
    is_text(model) && is_read_only
}

/// The question of a list that is answered by yes or no.
fn question_of(model: &Model, list: &List) -> Option<String> {
    let is_one = matches!(
        list,
        List::ConfirmDelete(_) | List::ConfirmDestroy(_) | List::ConfirmForget
    );
    is_one.then(|| crate::sitting::heads::head(model, list).2)
}

/// Every command, with its number.
fn help(lang: Lang) -> Vec<String> {
    let mut said = vec![say::help_title(lang)];
    let line = |(n, it): (usize, &commands::Command)| {
        say::help_line(lang, n + 1, it.word(lang), &(it.does)(lang))
    };
    said.extend(COMMANDS.iter().enumerate().map(line));
    said.push(say::help_on_colons(lang));
    said
}

/// Where the writer is.
fn page_line(lang: Lang, work: &Work) -> String {
    let draft = work.draft();
    let reviewed: Vec<_> = (draft.dimensions.iter())
        .filter(|it| it.kind.has_problems())
        .collect();
    let here = work.writer.page.dimension(draft);
    match here.and_then(|id| reviewed.iter().position(|it| it.id == id)) {
        Some(n) => {
            let name = reviewed.get(n).map_or("", |it| it.title.as_str());
            say::dimension(lang, n + 1, reviewed.len(), name)
        }
        None => say::part(lang, &part_name(lang, draft, work.writer.page)),
    }
}

fn place(model: &Model) -> String {
    let lang = model.lang;
    let Some(work) = &model.work else {
        return String::new();
    };
    let total = words::grouped(model.counting.of(work.tally.report()));
    let state = page_state(work.template, work.draft(), work.writer.page);
    let mut part = part_name(lang, work.draft(), work.writer.page);
    if state != PartState::Begun {
        part = format!("{part}{}{}", say::comma(lang), names::state(lang, state));
    }
    say::place(lang, &part, &words::total(lang, &total))
}

fn question_line(lang: Lang, work: &Work, question: &Question) -> String {
    let label = names::label(lang, question.subject);
    let ask = &question.prompt.ask;
    let at = match work.writer.page {
        Page::Problem(_) => problem_number(work),
        _ => None,
    };
    let line = match at {
        Some(n) => say::of_problem(lang, n, label, ask),
        None => say::question(lang, label, ask),
    };
    if question.is_optional {
        say::optional(lang, &line)
    } else {
        line
    }
}

/// The number of the problem among those of its dimension, from 1.
fn problem_number(work: &Work) -> Option<usize> {
    let draft = work.draft();
    let dimension = draft.dimension(work.writer.page.dimension(draft)?)?;
    let at = work
        .problem()
        .and_then(|id| dimension.problems.iter().position(|it| it.id == id));
    Some(at.unwrap_or(dimension.problems.len()) + 1)
}

fn choice_lines(lang: Lang, work: &Work, choice: Choice) -> Vec<String> {
    let mut lines = choices(lang, work.draft(), choice);
    if !matches!(choice, Choice::Status(_)) {
        lines.push(say::choose_nothing(lang));
    }
    (lines.iter().enumerate())
        .map(|(n, it)| say::numbered(lang, n + 1, it))
        .collect()
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
