//! The face: says what the sitting shows, and makes messages of the lines that answer. Pure; prints and reads nothing.

mod choose;
mod hear;
mod obey;
mod passage;
mod present;

use std::ops::Range;

use crate::draft::Spot;
use crate::sitting::labels::{choices, open_label};
use crate::sitting::lists::Act;
use crate::sitting::model::{About, Focus, List, Model, Reading, Saving, Screen, Work};
use crate::sitting::msg::Msg;
use crate::typeset;
use crate::wizard::{Choice, Stop, Subject};

use crate::plain::messages as say;
use crate::plain::spoken;

use passage::{For, N_DEEDS};

/// Lines of a list that are read at once.
const AT_ONCE: usize = 30;

/// What the line mode remembers from line to line.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what this terminal can do, one by one"
)]
#[derive(Debug, Default)]
pub struct Face {
    doing: Doing,
    /// Whether what is shown is to be said before the next line.
    is_due: bool,
    /// Where the writer was said to be last.
    page: Option<String>,
    /// The lines of a list that were read, from 0.
    from: usize,
    /// Hints that were given.
    hinted: Vec<Hint>,
    /// The question of one line that was said last: it is not said again because its answer was no good.
    asked: Option<About>,
    /// Words that were refused, to be offered again.
    offer: Option<String>,
    /// A text that was just finished, to be told once it is written down.
    finished: Option<Finished>,
    /// Whether the report is read from where the writer was, to come back there.
    reads_aside: bool,
    /// Whether questions of yes or no are asked as such, not as lists of two lines.
    pub confirms: bool,
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
    /// Which face to begin with: the window, of so many columns and rows, is too small for the full screen.
    WhichFace(u16, u16),
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
    /// Which passage of the open text is meant, or which place in it.
    Naming(For),
    /// Which of several passages or places.
    WhichOf(Vec<Range<usize>>, For),
    /// What is to become of the selected passage.
    Passage(Range<usize>),
    /// Words in place of it.
    Instead(Range<usize>),
    /// A line of a notice, or of a text to import.
    Gathering(String),
}

/// A text that was finished.
#[derive(Clone, Debug)]
struct Finished {
    /// Its name.
    label: String,
    /// Its length, and in what it is counted.
    length: String,
    /// What may be asked further about it.
    probe: Option<String>,
}

/// A hint that is given once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    Help,
    Writing,
    OneLine,
    Guide(Subject),
    Naming,
    Placing,
    PuttingBack,
    Returning,
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

    /// Returns a face that first asks whether to go on with it, in a window of so many columns and rows.
    pub fn offered((columns, rows): (u16, u16)) -> Self {
        Self {
            doing: Doing::WhichFace(columns, rows),
            ..Self::new()
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
            Doing::WhichFace(..) | Doing::WhichOf(..) => prompt(say::which_number(lang, 1)),
            Doing::Naming(For::Choosing) => prompt(say::which_passage(lang)),
            Doing::Naming(_) => prompt(say::which_place(lang)),
            Doing::Passage(_) => prompt(say::which_number(lang, N_DEEDS)),
            Doing::Instead(passage) => Prompt {
                initial: text.get(passage.clone()).unwrap_or_default().to_owned(),
                ..prompt(say::write_instead(lang))
            },
            Doing::Screen => match &model.screen {
                Screen::Ask(ask) if ask.text.is_empty() => prompt(say::answer(lang)),
                Screen::Ask(ask) => prompt(say::answer_or(lang, &ask.text)),
                Screen::Read(Reading::Preview, _) => prompt(say::which_place_of_proof(lang)),
                Screen::Read(..) => prompt(say::go_on(lang)),
                Screen::List(list, _) => Prompt {
                    confirm: question_of(model, list).filter(|_| self.confirms),
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
                Focus::Stop(Stop::Choose(Choice::Status(_) | Choice::Branch(_))) => {
                    work.writer.pick + 1
                }
                Focus::Stop(Stop::Choose(choice)) => {
                    choices(model.lang, work.draft(), choice).len() + 1
                }
                Focus::Stop(Stop::Text(spot)) if spot.is_single_line() => 2,
                Focus::Stop(Stop::Text(_)) => 4,
            },
            _ => 1,
        }
    }

    /// Returns how much was typed in that nothing was done with yet.
    pub fn gathered(&self) -> Option<usize> {
        match &self.doing {
            Doing::Gathering(text) if !text.trim().is_empty() => Some(typeset::count(text).marks),
            _ => None,
        }
    }

    /// What is done now is over: what is shown next is said.
    fn leave(&mut self) {
        self.doing = Doing::Screen;
        self.is_due = true;
        self.from = 0;
    }

    /// Remembers what was finished, to be said once it is written down. `text` is what it will be.
    fn finish(&mut self, model: &Model, text: Option<&str>) {
        if let Some(work) = &model.work {
            let text = text.unwrap_or(work.text());
            let length = model.say_length(typeset::count(text));
            let question = work.open_question();
            self.finished = Some(Finished {
                label: open_label(model.lang, work),
                length,
                probe: question.and_then(|it| model.probe(&it, text).map(str::to_owned)),
            });
        }
    }

    /// Returns what is said after the sitting was told: of what was finished, that it is kept; and the notice.
    pub fn after(&mut self, model: &mut Model) -> Vec<String> {
        let lang = model.lang;
        let mut said = Vec::new();
        let is_kept = (model.work.as_ref())
            .is_some_and(|it| !matches!(it.saving, Saving::Failing | Saving::ReadOnly));
        if let Some(it) = self.finished.take()
            && is_kept
        {
            said.push(say::kept(lang, &it.label, &it.length));
            said.extend(it.probe.map(|ask| say::probe_behind(lang, &ask)));
        }
        let notice = model.notice.take().filter(|it| !it.trim().is_empty());
        said.extend(notice.map(|it| spoken::heard(model, &it)));
        // The ground may have gone: another window, an undo that took the text away.
        let writes = model.screen == Screen::Write
            && (model.work.as_ref())
                .is_some_and(|it| it.spot().is_some() && it.saving != Saving::ReadOnly);
        let stands = match self.doing {
            Doing::Screen | Doing::WhichFace(..) => true,
            Doing::Gathering(_) => !matches!(model.screen, Screen::Write),
            Doing::Writing { .. }
            | Doing::WhichParagraph
            | Doing::Paragraph(_)
            | Doing::Anew(_)
            | Doing::Instead(_) => writes,
            // What may only be read can be copied.
            Doing::Naming(_) | Doing::WhichOf(..) | Doing::Passage(_) => is_text(model),
        };
        if !stands {
            self.leave();
        }
        said
    }
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
