//! What is said: lists, questions and texts, line by line.

use crate::draft::Spot;
use crate::locale::Lang;
use crate::sitting::asks::asked;
use crate::sitting::labels::{button_label, choices, counts, is_left_out};
use crate::sitting::lists::part_name;
use crate::sitting::messages as words;
use crate::sitting::model::{About, Ask, List, Model, Reading, Saving, Screen, Work};
use crate::typeset;
use crate::wizard::{Choice, Page, Question, Stop, messages as names};

use crate::plain::commands::{self, COMMANDS};
use crate::plain::messages as say;
use crate::plain::spoken;

use super::{AT_ONCE, Doing, Face, Hint, question_of};

impl Face {
    /// Returns what is to be said before the next line.
    pub fn present(&mut self, model: &Model) -> Vec<String> {
        if !std::mem::take(&mut self.is_due) {
            return Vec::new();
        }
        if let Doing::Naming(what) = self.doing.clone() {
            return self.sentences(model, &what);
        }
        if let Doing::WhichFace(columns, rows) = self.doing {
            let lang = model.lang;
            return vec![
                say::too_small(lang, columns, rows),
                say::numbered(lang, 1, &say::go_on_by_lines(lang)),
                say::numbered(lang, 2, &say::go_on_full(lang)),
            ];
        }
        let asked = match &model.screen {
            Screen::Ask(ask) => Some(ask.about.clone()),
            Screen::Write | Screen::List(..) | Screen::Read(..) => None,
        };
        let was_asked = std::mem::replace(&mut self.asked, asked);
        let lang = model.lang;
        match (&model.screen, &model.work) {
            (Screen::List(list, _), _) => self.list(model, list),
            (Screen::Ask(ask), _) if was_asked.as_ref() == Some(&ask.about) => Vec::new(),
            (Screen::Ask(ask), _) => Self::ask(model, ask),
            (Screen::Read(Reading::Help, _), _) => help(model.lang),
            (Screen::Read(Reading::Preview, row), Some(work)) => spoken::proof(lang, work, *row),
            (Screen::Read(reading, _), _) => spoken::reading(model, *reading),
            (Screen::Write, Some(work)) => self.question(model, work),
            (Screen::Write, None) => Vec::new(),
        }
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
        if self.confirms && question_of(model, list).is_some() {
            // The last sentence is the question itself.
            said.pop();
            return said;
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
        if matches!(ask.about, About::Import | About::Against) {
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
        let page = page_line(lang, work);
        if self.page.as_ref() != Some(&page) {
            said.push(page.clone());
            self.page = Some(page);
            if is_left_out(work.draft(), work.writer.page) {
                said.push(say::part_left_out(lang));
            }
            said.extend(counts(model, work));
        }
        if work.comes_from_elsewhere() && self.hints(Hint::Returning) {
            said.push(say::how_to_return(lang));
        }
        let Some(question) = work.open_question() else {
            said.push(say::what_next(lang));
            let buttons = work.buttons();
            let next = work.next();
            let labels = buttons.iter().map(|it| button_label(lang, *it, next));
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
            let length = model.say_length(typeset::count(text));
            said.push(say::so_far(lang, &length, &spoken::excerpt(text)));
            let question = work.open_question();
            let probe = question.as_ref().and_then(|it| model.probe(it, text));
            said.extend(probe.map(|it| words::probe(lang, it)));
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
}

/// Every command, with its number.
pub(super) fn help(lang: Lang) -> Vec<String> {
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

fn question_line(lang: Lang, work: &Work, question: &Question<'_>) -> String {
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
    if question.is_optional && question.subject != crate::wizard::Subject::Branch {
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
    if !matches!(choice, Choice::Status(_) | Choice::Branch(_)) {
        lines.push(say::choose_nothing(lang));
    }
    (lines.iter().enumerate())
        .map(|(n, it)| say::numbered(lang, n + 1, it))
        .collect()
}
