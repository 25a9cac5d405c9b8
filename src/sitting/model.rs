//! What the full screen knows. Plain data: drawing reads it, `update` changes it, nothing here acts.

use crate::clipboard::Via;
use crate::desk::words::Lists;
use crate::desk::{self, Paper, Version};
use crate::draft::{Draft, ItemId, Part, Place, Session, Spot};
use crate::find::Match;
use crate::locale::Lang;
use crate::settings::{Ground, Keys, Settings, ThemeName};
use crate::store::{Entry, Owner, Past};
use crate::template::Template;
use crate::template::notice;
use crate::typeset::{Ambiguous, Count, Counting};
use crate::wizard::rekind::Mapping;
use crate::wizard::{self, Page, Question, Recalled, Stop, questions};

use super::intake::Intake;
use super::keymap::{BINDINGS, Binding, bindings};
use super::lists::Act;
use super::messages as say;
use super::preview::Proof;
use super::reviewer::Checked;
use super::sheet::Sheet;
use super::tally::Tally;

/// Everything on the screen and behind it.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own: settings and what the last key did"
)]
pub struct Model {
    /// Language of the interface.
    pub lang: Lang,
    /// Size of the terminal in cells: columns, rows.
    pub size: (u16, u16),
    /// Width of the ambiguous signs.
    pub ambiguous: Ambiguous,
    /// Whether the mouse is on.
    pub mouse: bool,
    /// Whether questions go one layer deeper once something is written.
    pub probes: bool,
    /// Which 字 are counted.
    pub counting: Counting,
    /// How copies leave.
    pub via: Via,
    /// The year on the calendar, for new reports.
    pub year: i16,
    /// The writer's time zone, for times in lists.
    pub zone: jiff::tz::TimeZone,
    /// The drafts there are, the last used first.
    pub drafts: Vec<Entry>,
    /// The writer's own kinds of report; [`Model::kinds`] has the built-in ones too.
    pub own_kinds: Vec<&'static Template>,
    /// The word lists the reviewer goes by: those of the data folder the program was started with.
    pub lists: Lists,
    /// How many files of the writer's own templates could not be read.
    pub unread_kinds: usize,
    /// The text that comes in, until a draft is made of it.
    pub intake: Option<Intake>,
    /// The draft that the new report follows.
    pub follows: Option<String>,
    /// The draft being worked on.
    pub work: Option<Work>,
    /// What was read in a notice, and its text, until it is kept.
    pub read_notice: Option<ReadNotice>,
    /// The template to change to, and what becomes of every part, until it is done.
    pub rekind: Option<Rekind>,
    /// The deleted drafts, the last used first.
    pub trash: Vec<Entry>,
    /// What is shown.
    pub screen: Screen,
    /// The data folder that is proposed where the draft must be saved elsewhere.
    pub elsewhere: std::path::PathBuf,
    /// The data folder the draft was moved to, because it could not be saved in its own.
    pub moved_to: Option<std::path::PathBuf>,
    /// One sentence, shown until the next key.
    pub notice: Option<String>,
    /// What was cut, copied or erased in one piece last: it can be put back.
    pub kept: String,
    /// Whether the writer has set that colours are used.
    pub colours: bool,
    /// Whether the command line or the environment say that they are used, whatever is set.
    pub colours_told: Option<bool>,
    /// Which theme the writer has set.
    pub theme: ThemeName,
    /// What the environment says of the terminal's ground.
    pub ground: Option<Ground>,
    /// Whether the program always starts in line mode.
    pub lines: bool,
    /// Which commands have other keys than usual.
    pub keys: Keys,
    /// The keys as the writer has them.
    pub bindings: Vec<Binding>,
    /// Whether the guide is shown to a newcomer by itself.
    pub shows_guide: bool,
    /// Where help was asked for, and where it leads back to.
    pub help_of: Screen,
    /// Whether Ctrl+C was the last key: a second one leaves.
    pub is_leaving: bool,
    /// When the last key came, in milliseconds of the program's clock.
    pub last_key: u64,
    /// What that key did if it was an Enter: its repetition must not run through the form.
    pub last_enter: LastEnter,
}

/// A notice that was put in, and what was read in it.
#[derive(Clone, Debug)]
pub struct ReadNotice {
    /// The text, as far as it came.
    pub text: String,
    /// What was read in it; less what the writer took out.
    pub reading: notice::Reading,
}

/// Another template for the draft on the desk, before it is done.
#[derive(Clone, Debug)]
pub struct Rekind {
    /// The template.
    pub template: &'static Template,
    /// What becomes of every part.
    pub mapping: Mapping,
}

/// What the last key did, if it was an Enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastEnter {
    /// It was another key.
    No,
    /// It stayed where it was: a new line, or nothing.
    Stayed,
    /// It moved on, or pressed a button.
    Moved,
    /// It was taken for the repetition of one that moved on.
    Swallowed,
}

/// A draft on the desk.
#[derive(Debug)]
pub struct Work {
    /// Its id.
    pub id: String,
    /// The draft and its history.
    pub session: Session,
    /// Whether `session` knows the whole history, or only what happened since the draft was opened.
    pub knows_history: bool,
    /// What is asked.
    pub template: &'static Template,
    /// Where the writer stands.
    pub writer: Writer,
    /// How safe the words are.
    pub saving: Saving,
    /// 字 of the report and of each text.
    pub tally: Tally,
    /// What was found behind the snapshot when the draft was opened.
    pub found: Option<Found>,
    /// What was looked for, until something else is.
    pub search: Option<Search>,
    /// The report that this one follows.
    pub earlier: Option<desk::earlier::Found>,
    /// What the draft was, read when its versions were last asked for.
    pub versions: Option<Versions>,
    /// The comparison that was last asked for.
    pub compared: Paper,
    /// What the reviewer found.
    pub checked: Checked,
    /// The report on its pages.
    pub proof: Proof,
}

/// The versions of the open draft.
#[derive(Debug)]
pub struct Versions {
    /// The states they are states of.
    pub past: Past,
    /// The versions, the last first.
    pub list: Vec<Version>,
}

/// How safe the words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Everything is on the disk.
    Synced,
    /// Everything is written down; the last changes are not on the disk yet.
    Unsynced,
    /// The last change could not be written down and waits in memory.
    Failing,
    /// The draft may only be read here.
    ReadOnly,
}

/// What was looked for, and where it was found.
#[derive(Debug)]
pub struct Search {
    /// What was looked for.
    pub query: String,
    /// Where it was found.
    pub matches: Vec<Match>,
    /// What is to stand there instead.
    pub with: Option<String>,
    /// Whether the writer went to a match and may want to come back.
    pub is_away: bool,
}

/// Changes found behind the snapshot, on the recovery screen.
#[derive(Debug)]
pub struct Found {
    /// The draft as the snapshot has it.
    pub saved: Draft,
    /// 字 of the snapshot.
    pub saved_characters: usize,
    /// The change that leads back to the snapshot.
    pub back: crate::draft::Change,
}

/// Where the writer stands, and how it looks there.
#[derive(Debug)]
pub struct Writer {
    /// The page.
    pub page: Page,
    /// What has the focus.
    pub focus: Focus,
    /// The caret in the open text, in bytes.
    pub caret: usize,
    /// The other end of the selection, in bytes.
    pub anchor: Option<usize>,
    /// Whether motions without Shift extend the selection too: it was begun in the menu.
    pub selects: bool,
    /// The column that moving up and down aims at, in cells.
    pub goal: Option<usize>,
    /// Where the caret stood in texts left before.
    pub carets: Vec<(Spot, usize)>,
    /// The line chosen where the open question is answered by choosing.
    pub pick: usize,
    /// Whether the example of the open question is unfolded.
    pub shows_example: bool,
    /// The open text, set in rows.
    pub sheet: Sheet,
}

/// What has the focus on the writing screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// A question.
    Stop(Stop),
    /// A button of the row below, from 0.
    Button(usize),
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The writing screen of the open draft.
    Write,
    /// A list to choose from, and the line chosen.
    List(List, usize),
    /// A question answered in one line.
    Ask(Ask),
    /// Something to read, and the first row shown.
    Read(Reading, usize),
}

/// A list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// What to do: the first screen.
    Start,
    /// Which kind of report.
    Kinds,
    /// A notice to put in, then what was read in it.
    Notice,
    /// Which other template for the draft on the desk.
    Rekinds,
    /// What becomes of every part under it.
    Mapping,
    /// Which kind that follows the notice of an earlier year.
    EarlierKinds,
    /// Which kind in the other language.
    OtherKinds,
    /// Which draft.
    Drafts,
    /// The drafts whose title has these words, or sounds that begin with these letters.
    DraftsLike(String),
    /// The drafts in the archive.
    Archive,
    /// What to do with one draft of the list.
    DraftMenu(String),
    /// Whether to delete it.
    ConfirmDelete(String),
    /// The deleted drafts.
    Trash,
    /// What to do with one of them.
    TrashMenu(String),
    /// Whether to remove it for good; all of them without a name.
    ConfirmDestroy(Option<String>),
    /// Undo, redo, versions.
    Past,
    /// The versions of the draft.
    Versions,
    /// What to do with the version of this number.
    Version(u64),
    /// Whether to make its past unreadable.
    ConfirmForget,
    /// The menu of the writing screen.
    Menu,
    /// Selecting, copying, putting back.
    Edit,
    /// What was found.
    Found,
    /// What a replacement would change.
    Replace,
    /// What can be done with the open question.
    Here,
    /// All parts of the report.
    Outline,
    /// All parts, to move, rename, leave out or delete one.
    Arrange,
    /// What can be done with one part.
    Part(Page),
    /// What to do with the report.
    Result,
    /// In which other format to save it.
    Formats,
    /// Which part or list to copy.
    CopyPart,
    /// What to do with the place in this row of the proof.
    Printed(usize),
    /// Which part of the proof to go to, from this row.
    PrintedParts(usize),
    /// The file exists: what then.
    Exists {
        /// Name of the format.
        format: &'static str,
        /// The file.
        path: std::path::PathBuf,
    },
    /// What the reviewer found.
    Check,
    /// What can be done with a finding, from 0.
    Finding(usize),
    /// What the writer does not want to be told.
    Silenced,
    /// Something must be looked at: whether to hand the report out all the same, and how.
    HandOut(Box<Act>),
    /// The chain of problem, cause and measure.
    Chain,
    /// What an item of the chain belongs with.
    Links(ItemId),
    /// Whether a new report follows an earlier one.
    From,
    /// The texts of a file that holds several.
    IntakeTexts,
    /// What to do with a text that comes in.
    Intake,
    /// Which kind of report it is.
    IntakeKinds,
    /// The texts set aside.
    Tray,
    /// What to do with one of them.
    TrayItem(ItemId),
    /// Where it goes.
    Place(ItemId),
    /// Where it goes within a dimension.
    PlaceIn(ItemId, ItemId),
    /// Settings.
    Settings,
    /// The commands whose keys can be changed.
    Keys,
    /// Which key the command of this number gets.
    KeyOf(usize),
    /// More was found than was saved.
    Recovery,
    /// Something is not saved: what now.
    Unsaved,
    /// Another window has the draft.
    Busy {
        /// The draft.
        id: String,
        /// Who has it.
        owner: Owner,
    },
}

/// A question answered in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is asked.
    pub about: About,
    /// The answer so far.
    pub text: String,
    /// The caret, in bytes.
    pub caret: usize,
}

/// What a one-line question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The year of a new report of this template.
    Year(String),
    /// Name and unit for a new report of this template and year.
    Name(String, i16),
    /// The file of a notice.
    NoticeFile,
    /// Why a part is not written.
    Reason(Part),
    /// Why a rule is not to tell what it finds about an item, or about the report.
    Silence(&'static str, Option<ItemId>),
    /// The path of a file to import, or its text.
    Import,
    /// The path of a file to hold the draft against, or its text.
    Against,
    /// Words of the title of a draft.
    Draft,
    /// What to look for.
    Find,
    /// What to put in its place.
    With,
    /// The data folder to go on in.
    Elsewhere,
}

/// Something to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The report as it will be printed, on its pages; the row that is looked at takes the place of the first row.
    Preview,
    /// What the recovered draft has that the saved one has not.
    Differences,
    /// What was changed since the version of this number.
    Since(u64),
    /// What the version of this number changed against the one before it.
    ChangedIn(u64),
    /// The report as it was in the version of this number.
    Version(u64),
    /// The page of the rule of this name.
    Rule(&'static str),
    /// Sentences beside those they resemble, that of this finding first.
    Twins(usize),
    /// Help for the place it was asked for in.
    Help,
    /// A screen of the guide for newcomers, from 0.
    Guide(usize),
    /// What the earlier report said where the writer stands.
    Earlier,
    /// A text set aside, whole.
    SetAside(ItemId),
    /// What was understood of a text that comes in.
    Intake,
}

impl Model {
    /// Whether the open report is counted in words.
    pub fn counts_words(&self) -> bool {
        self.work.as_ref().is_some_and(Work::counts_words)
    }

    /// Returns how long something of the open report is, in the way it is counted.
    pub fn length(&self, count: Count) -> usize {
        if self.counts_words() {
            Counting::AsWord.of(count)
        } else {
            self.counting.of(count)
        }
    }

    /// Says how long something of the open report is.
    pub fn say_length(&self, count: Count) -> String {
        let n = say::grouped(self.length(count));
        if self.counts_words() {
            say::words(self.lang, &n)
        } else {
            say::characters(self.lang, &n)
        }
    }

    /// Returns the first screen, without a draft on the desk.
    pub fn new(lang: Lang, size: (u16, u16), year: i16) -> Self {
        Self {
            lang,
            size,
            ambiguous: Ambiguous::Narrow,
            mouse: false,
            probes: true,
            counting: Counting::default(),
            via: Via::Auto,
            year,
            zone: jiff::tz::TimeZone::UTC,
            drafts: Vec::new(),
            trash: Vec::new(),
            own_kinds: Vec::new(),
            lists: Lists::default(),
            unread_kinds: 0,
            intake: None,
            follows: None,
            read_notice: None,
            rekind: None,
            work: None,
            screen: Screen::List(List::Start, 0),
            elsewhere: std::path::PathBuf::new(),
            moved_to: None,
            notice: None,
            kept: String::new(),
            colours: true,
            colours_told: None,
            theme: ThemeName::default(),
            ground: None,
            lines: false,
            keys: Keys::default(),
            bindings: BINDINGS.to_vec(),
            shows_guide: false,
            help_of: Screen::List(List::Start, 0),
            is_leaving: false,
            last_key: 0,
            last_enter: LastEnter::No,
        }
    }
}

impl Model {
    /// Returns the open draft to be changed. Where it may only be read, there is none, and the writer is told.
    pub(super) fn work_to_change(&mut self) -> Option<&mut Work> {
        if self.work.as_ref()?.saving == Saving::ReadOnly {
            self.notice = Some(say::is_read_only(self.lang));
            return None;
        }
        self.work.as_mut()
    }

    /// Returns every kind of report: the writer's own first. Reads the built-in ones where nobody did before.
    pub fn kinds(&self) -> Vec<&'static Template> {
        let built_in = crate::template::built_in().iter();
        self.own_kinds.iter().chain(built_in).copied().collect()
    }

    /// Tells whether colours are used.
    pub fn has_colours(&self) -> bool {
        self.colours_told.unwrap_or(self.colours)
    }

    /// Returns what may be asked one layer deeper about this answer, where the writer wants to be asked.
    pub fn probe<'t>(&self, question: &Question<'t>, answer: &str) -> Option<&'t str> {
        question.prompt.probe(answer).filter(|_| self.probes)
    }

    /// Takes over what the writer has set. The language is told apart: more than the settings decide it.
    pub fn take(&mut self, settings: Settings) {
        self.ambiguous = settings.ambiguous;
        self.counting = settings.counting;
        self.mouse = settings.mouse;
        self.probes = !settings.unprobed;
        self.colours = !settings.colourless;
        self.theme = settings.theme;
        self.lines = settings.lines;
        self.take_keys(settings.keys);
    }

    /// Takes over which commands have other keys than usual: what is pressed and what is shown go by it from now on.
    pub(super) fn take_keys(&mut self, keys: Keys) {
        self.keys = keys;
        self.bindings = bindings(&keys);
    }

    /// Tells whether keys are what is shown is about: there they are called by what they are, whatever they do.
    pub fn is_about_keys(&self) -> bool {
        matches!(self.screen, Screen::List(List::Keys | List::KeyOf(_), _))
    }
}

impl Work {
    /// Whether the report is counted in words: one in English is, unless its kind sets a length, which is always one of
    /// characters.
    pub fn counts_words(&self) -> bool {
        self.template.lang() == Lang::En && self.template.length.is_none()
    }

    /// Returns the draft.
    pub fn draft(&self) -> &Draft {
        self.session.draft()
    }

    /// Returns the questions of the page the writer is on.
    pub fn questions(&self) -> Vec<Question<'static>> {
        let here = match self.writer.focus {
            Focus::Stop(stop) => Some(stop),
            Focus::Button(_) => None,
        };
        questions(self.template, self.draft(), self.writer.page, here)
    }

    /// Returns the open question.
    pub fn open_question(&self) -> Option<Question<'static>> {
        let Focus::Stop(stop) = self.writer.focus else {
            return None;
        };
        self.questions().into_iter().find(|it| it.stop == stop)
    }

    /// Returns what the earlier report said about what is open here, the nearest first.
    pub fn recalled(&self) -> Vec<Recalled> {
        let Some(earlier) = self.earlier.as_ref().and_then(|it| it.draft()) else {
            return Vec::new();
        };
        let stop = match self.writer.focus {
            Focus::Stop(stop) => Some(stop),
            Focus::Button(_) => None,
        };
        wizard::recall(self.draft(), earlier, self.writer.page, stop)
    }

    /// Returns the spot the caret is in; `None` on buttons and choices.
    pub fn spot(&self) -> Option<Spot> {
        match self.writer.focus {
            Focus::Stop(Stop::Text(spot)) => Some(spot),
            Focus::Stop(Stop::Choose(_)) | Focus::Button(_) => None,
        }
    }

    /// Returns the open text; empty on buttons and choices.
    pub fn text(&self) -> &str {
        self.spot()
            .and_then(|it| self.draft().text_at(it))
            .unwrap_or_default()
    }

    /// Returns where the writer stands, to come back to.
    pub fn place(&self) -> Option<Place> {
        let spot = self.spot()?;
        let within = match self.writer.page {
            Page::Problem(crate::draft::ProblemAt::Known(problem)) => Some(problem),
            _ => None,
        };
        Some(Place {
            spot,
            caret: self.writer.caret,
            within,
        })
    }

    /// Returns the problem of the page.
    pub fn problem(&self) -> Option<ItemId> {
        match self.writer.page {
            Page::Problem(crate::draft::ProblemAt::Known(problem)) => Some(problem),
            _ => None,
        }
    }
}
