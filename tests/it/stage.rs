//! A writer at the full screen, without a terminal and without a disk: keys go in as a script, effects are
//! carried out by a world in memory, and what is on the screen comes out as text.
//!
//! A script is what the writer types; commands stand in `<…>` (`理论学习<enter><s-tab><c-z>`), see [`strokes`].

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use pouxi::desk;
use pouxi::desk::earlier::Found;
use pouxi::desk::import::Source;
use pouxi::draft::{ChangeCause, Committed, Draft, Field, History, Outline, Place, Session, Spot};
use pouxi::locale::Lang;
use pouxi::sitting::effect::{Access, Effect, Target};
use pouxi::sitting::lists::part_name;
use pouxi::sitting::messages as say;
use pouxi::sitting::model::{Focus, Model, Saving, Screen, Work};
use pouxi::sitting::msg::{Gesture, Msg, OpenedDraft, Pointed};
use pouxi::sitting::update::update;
use pouxi::store::{Entry, Mark, Owner, Past, Record};
use pouxi::tui::canvas::Canvas;
use pouxi::tui::theme::Theme;
use pouxi::tui::view::{Scroll, view};
use pouxi::typeset::{self, Ambiguous, Layout};
use pouxi::wizard::{Page, Question, Stop, messages as names};
use ratatui::buffer::{Buffer, CellWidth};

/// Milliseconds between two strokes: long enough for an Enter to be meant.
const UNHURRIED: u64 = 400;
/// Milliseconds between the strokes of a key that is held down.
const HELD: u64 = 30;

/// The full screen, the world around it, and what was asked of the world.
pub(crate) struct Stage {
    pub(crate) model: Model,
    pub(crate) world: World,
    /// Every effect but those of each stroke (a change written down, the place noted, the journal synced), in words.
    pub(crate) asked: Vec<String>,
    /// The code the program ended with.
    pub(crate) ended: Option<u8>,
    scroll: Scroll,
    clock: u64,
}

/// What is kept of drafts, in memory.
#[derive(Default)]
pub(crate) struct World {
    /// The drafts, the last used first.
    pub(crate) drafts: Vec<Kept>,
    /// The deleted drafts.
    pub(crate) trash: Vec<Kept>,
    /// The draft that is open, by its id.
    open: Option<String>,
    /// Whether writing down fails.
    is_full: bool,
    /// Files that exist.
    files: Vec<&'static str>,
}

/// A draft in the world: where it began, and every change that was written down.
pub(crate) struct Kept {
    id: String,
    pub(crate) initial: Draft,
    pub(crate) log: Vec<Committed>,
    place: Option<Place>,
    /// The window that has it open, if another one does.
    pub(crate) owner: Option<Owner>,
    /// How many changes of the log the snapshot holds; `None` if all.
    pub(crate) saved: Option<usize>,
    /// Moments that were noted, each before the change of this place in the log.
    pub(crate) marks: Vec<(usize, Mark)>,
    /// Whether it is in the archive.
    pub(crate) is_archived: bool,
}

impl Kept {
    /// Returns the draft as the journal has it.
    #[track_caller]
    pub(crate) fn draft(&self) -> Draft {
        self.after(self.log.len())
    }

    /// Begins the journal behind the draft as it is; returns how many changes are gone.
    fn forget(&mut self) -> usize {
        self.initial = self.draft();
        self.marks.clear();
        self.log.drain(..).count()
    }

    /// Returns the draft as it was made: there is nothing before that to go back to.
    pub(crate) fn made(&self) -> Draft {
        let makes = |it: &Committed| {
            matches!(
                it.change().cause,
                ChangeCause::Template | ChangeCause::Import
            )
        };
        self.after(usize::from(self.log.first().is_some_and(makes)))
    }

    /// Returns what the draft was: a change a minute, from nine in the morning on.
    #[track_caller]
    fn past(&self) -> Past {
        let mut records: Vec<Record> = Vec::new();
        let mut add = |change: Option<&Committed>, mark: Option<&Mark>| {
            let seq = records.len() as u64 + 1;
            records.push(Record {
                seq,
                time: 1_768_899_600_000 + i64::try_from(seq).expect("not so many") * 60_000,
                change: change.map(|it| it.change().clone()),
                joined: change.is_some_and(Committed::joined),
                place: None,
                mark: mark.cloned(),
            });
        };
        for n in 0..=self.log.len() {
            for (_, mark) in self.marks.iter().filter(|(at, _)| *at == n) {
                add(None, Some(mark));
            }
            if let Some(committed) = self.log.get(n) {
                add(Some(committed), None);
            }
        }
        Past::of(self.draft(), records)
    }

    #[track_caller]
    fn after(&self, n: usize) -> Draft {
        let mut draft = self.initial.clone();
        for committed in self.log.iter().take(n) {
            draft
                .apply(committed.change())
                .expect("a change written down applies to the draft before it");
        }
        draft
    }
}

impl Stage {
    /// Begins with the first screen and these drafts, 80 columns by 24 rows, in Chinese.
    pub(crate) fn new(drafts: Vec<Outline>) -> Self {
        let mut world = World::default();
        for (n, outline) in drafts.into_iter().enumerate() {
            world.drafts.push(Kept {
                id: format!("d{n}"),
                initial: draft_of(outline),
                log: Vec::new(),
                place: None,
                owner: None,
                saved: None,
                marks: Vec::new(),
                is_archived: false,
            });
        }
        let mut stage = Self {
            model: Model::new(Lang::Zh, (80, 24), 2026),
            world,
            asked: Vec::new(),
            ended: None,
            scroll: Scroll::default(),
            clock: 0,
        };
        stage.perform(vec![Effect::List]);
        stage.asked.clear();
        stage
    }

    /// Begins with this report open, where a report just opened stands.
    pub(crate) fn writing(outline: Outline) -> Self {
        let mut stage = Self::new(vec![outline]);
        stage.perform(vec![Effect::Open("d0".to_owned(), Access::Write)]);
        stage.asked.clear();
        stage
    }

    pub(crate) fn in_english(mut self) -> Self {
        self.model.lang = Lang::En;
        self
    }

    /// Presses the keys of a script, one after the other. Stops where the program ends.
    #[track_caller]
    pub(crate) fn press(&mut self, script: &str) -> &mut Self {
        self.press_and_look(script, |_| {});
        self
    }

    /// Presses the keys of a script, and looks before and after each.
    #[track_caller]
    pub(crate) fn press_and_look(&mut self, script: &str, mut look: impl FnMut(&mut Self)) {
        look(self);
        for stroke in strokes(script) {
            match &stroke {
                Stroke::Pick(name) => self.pick(name),
                Stroke::Go(start) => self.go(start),
                _ => self.step(&stroke),
            }
            if self.ended.is_some() {
                break;
            }
            look(self);
        }
    }

    #[track_caller]
    fn step(&mut self, stroke: &Stroke) {
        self.stroke(stroke);
        self.check_sound();
    }

    /// Goes to the line of a list that holds these words, or to the button of this name, and presses Enter.
    #[track_caller]
    fn pick(&mut self, name: &str) {
        let keys = if let Screen::List(list, cursor) = &self.model.screen {
            let items = pouxi::sitting::lists::items(&self.model, list);
            let at = items.iter().position(|it| it.label.contains(name));
            let at = at.unwrap_or_else(|| panic!("no {name} in {list:?}: {items:#?}"));
            let up = vec![key("up"); cursor.saturating_sub(at)];
            [up, vec![key("down"); at.saturating_sub(*cursor)]].concat()
        } else {
            let work = self.work();
            let buttons = work.buttons();
            let at = buttons.iter().position(|it| format!("{it:?}") == name);
            let at = at.unwrap_or_else(|| panic!("no {name} among {buttons:?}"));
            let stops = work.questions();
            let is_here = |it: &Question<'_>| Focus::Stop(it.stop) == work.writer.focus;
            let here = stops.iter().position(is_here).unwrap_or(stops.len());
            vec![key("tab"); stops.len() - here + at]
        };
        for key in keys.into_iter().chain([key("enter")]) {
            self.step(&Stroke::Key(key));
        }
    }

    /// Goes through the report from its first text on until the place begins with these words, see [`place`].
    #[track_caller]
    fn go(&mut self, start: &str) {
        let first = Spot::Text(Field::Title);
        self.model
            .work
            .as_mut()
            .expect("a report is open")
            .go_to(first);
        pouxi::sitting::update::resize(&mut self.model);
        let mut seen = vec![place(&self.model)];
        while !place(&self.model).starts_with(start) {
            let is_over = matches!(self.model.screen, Screen::List(..));
            assert!(!is_over, "no {start} on the way: {seen:#?}");
            self.step(&Stroke::Key(key("tab")));
            seen.push(place(&self.model));
        }
    }

    /// Lets one thing happen.
    pub(crate) fn stroke(&mut self, stroke: &Stroke) {
        let msg = match stroke {
            Stroke::Key(key) => {
                self.clock += UNHURRIED;
                Msg::Key(*key, self.clock)
            }
            Stroke::HeldKey(key) => {
                self.clock += HELD;
                Msg::Key(*key, self.clock)
            }
            Stroke::BurstKey(key) => Msg::Key(*key, self.clock),
            Stroke::Letters(letters) => {
                self.clock += UNHURRIED;
                Msg::Typed(letters.clone(), self.clock)
            }
            Stroke::Paste(text) => Msg::Paste(text.clone()),
            Stroke::Size(columns, rows) => Msg::Resize(*columns, *rows),
            Stroke::Pause => Msg::Idle,
            Stroke::Wait => {
                self.clock += 1000;
                return;
            }
            Stroke::DiskFull => {
                self.world.is_full = true;
                return;
            }
            Stroke::DiskFree => {
                self.world.is_full = false;
                return;
            }
            Stroke::TakenOver => Msg::TakenOver,
            Stroke::Mouse(x, y, gesture) => {
                self.model.mouse = true;
                let _drawn = self.draw();
                let at = self.scroll.pointed_at(*x, *y).unwrap_or(Pointed::Nothing);
                Msg::Pointed(at, *gesture)
            }
            Stroke::Pick(_) | Stroke::Go(_) => unreachable!("made of other strokes"),
        };
        self.happen(msg);
    }

    /// Lets a message come, and carries out what follows from it.
    pub(crate) fn happen(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.perform(effects);
    }

    pub(crate) fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue = std::collections::VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            self.asked.extend(in_words(&effect));
            if let Effect::Quit(code) = effect {
                self.ended = Some(code);
                return;
            }
            for msg in self.world.perform(effect, &self.model) {
                queue.extend(update(&mut self.model, msg));
            }
        }
    }

    pub(crate) fn work(&self) -> &Work {
        self.model.work.as_ref().expect("a report is open")
    }

    pub(crate) fn draft(&self) -> &Draft {
        self.work().draft()
    }

    /// Returns the draft in the world that is open.
    pub(crate) fn kept(&self) -> &Kept {
        let id = &self.work().id;
        (self.world.drafts.iter())
            .find(|it| it.id == *id)
            .expect("an open draft is kept")
    }

    /// Checks what must hold after everything that can happen.
    #[track_caller]
    pub(crate) fn check_sound(&self) {
        check_sound(&self.model);
        if let Some(work) = &self.model.work
            && work.saving != Saving::ReadOnly
        {
            assert!(
                self.kept().draft().same_content(work.draft()),
                "what was written down is not what is on the screen"
            );
        }
    }

    /// Draws the screen. Returns its cells, and the cell of the cursor unless it is hidden.
    pub(crate) fn draw(&mut self) -> (Buffer, Option<(u16, u16)>) {
        self.draw_in(Theme::Dark)
    }

    /// Draws the screen in a theme.
    pub(crate) fn draw_in(&mut self, theme: Theme) -> (Buffer, Option<(u16, u16)>) {
        let mut canvas = Canvas::new(self.model.size);
        view(&self.model, &mut self.scroll, theme, &mut canvas);
        (canvas.cells(), canvas.cursor().map(Into::into))
    }

    /// Draws the screen as [`Stage::draw`] does, worded from nothing.
    pub(crate) fn draw_anew(&self) -> (Buffer, Option<(u16, u16)>) {
        let mut scroll = self.scroll.clone();
        scroll.forget_words();
        let mut canvas = Canvas::new(self.model.size);
        view(&self.model, &mut scroll, Theme::Dark, &mut canvas);
        (canvas.cells(), canvas.cursor().map(Into::into))
    }

    /// Draws the next frame of a screen.
    pub(crate) fn draw_on<W: std::io::Write>(
        &mut self,
        screen: &mut pouxi::tui::screen::Screen<W>,
    ) {
        let (model, scroll) = (&self.model, &mut self.scroll);
        let draw = |canvas: &mut Canvas| view(model, scroll, Theme::Dark, canvas);
        screen.draw(model.size, draw).expect("a string takes all");
    }

    /// Returns the rows of the window that the open text was drawn in, as it was drawn last.
    pub(crate) fn rows_of_text(&self) -> Vec<u16> {
        let (columns, rows) = self.model.size;
        let is_text = |y: &u16| {
            let mut row = (0..columns).filter_map(|x| self.scroll.pointed_at(x, *y));
            row.any(|it| matches!(it, Pointed::Text { .. }))
        };
        (0..rows).filter(is_text).collect()
    }

    /// Returns the screen as text: every sign once, whatever its width; `▏` stands before the cell of the cursor.
    pub(crate) fn screen(&mut self) -> String {
        let (cells, cursor) = self.draw();
        text_of(&cells, cursor)
    }
}

/// Checks what must hold of a model after every message.
#[track_caller]
pub(crate) fn check_sound(model: &Model) {
    if let Screen::Ask(ask) = &model.screen {
        let caret = typeset::floor_boundary(&ask.text, ask.caret);
        assert_eq!(caret, ask.caret, "in {ask:?}");
    }
    if let Screen::List(list, cursor) = &model.screen {
        let n_items = pouxi::sitting::lists::items(model, list).len();
        assert!(
            *cursor < n_items.max(1),
            "{cursor} of {n_items} in {list:?}"
        );
    }
    let Some(work) = &model.work else {
        let needs_work = matches!(model.screen, Screen::Write);
        assert!(!needs_work, "a writing screen without a report");
        return;
    };
    let writer = &work.writer;
    assert!(writer.page.exists(work.draft()), "{:?}", writer.page);
    match writer.focus {
        Focus::Button(n) => assert!(n < work.buttons().len(), "button {n}"),
        Focus::Stop(stop) => {
            let n_asked = work.questions().iter().filter(|it| it.stop == stop).count();
            assert_eq!(n_asked, 1, "{stop:?} on {:?}", writer.page);
        }
    }
    let text = work.text();
    let caret = writer.caret;
    assert_eq!(
        typeset::floor_boundary(text, caret),
        caret,
        "{caret} in {text:?}"
    );
    let columns = pouxi::sitting::plan::plan(model.size).columns;
    let whole = Layout::new(text, columns, model.ambiguous);
    let set = writer.sheet.layout();
    // Of a long text, those around the caret.
    let first = whole.row_of(set.row(set.numbers().start).start);
    let n_set = set.n_rows();
    let rows = whole.rows().skip(first).take(n_set);
    assert!(set.rows().eq(rows), "{text:?}");
    let (above, below) = (first, whole.n_rows() - first - n_set);
    let at = whole.row_of(caret) - first;
    let n_shown = usize::from(model.size.1);
    assert!(above == 0 || at >= n_shown, "{at} of {n_set} in {text:?}");
    assert!(
        below == 0 || at + n_shown < n_set,
        "{at} of {n_set} in {text:?}"
    );
    assert_eq!(set.columns(), whole.columns());
}

impl World {
    /// Makes a report that follows an earlier one, and opens it.
    fn follow(&mut self, outline: Outline, earlier: &str) -> Msg {
        let kept = self.drafts.iter().find(|it| it.id == earlier);
        let before = kept.expect("it was listed").draft();
        let outline = pouxi::wizard::follow(outline, earlier, &before);
        let id = format!("d{}", self.drafts.len());
        self.keep(&id, outline, ChangeCause::Template);
        self.open(&id, Access::Write)
    }

    /// Takes a draft out of the trash.
    fn restore(&mut self, id: &str) {
        let (back, kept) = self.trash.drain(..).partition(|it| it.id == id);
        self.trash = kept;
        self.drafts = [back, std::mem::take(&mut self.drafts)]
            .into_iter()
            .flatten()
            .collect();
    }

    fn perform(&mut self, effect: Effect, model: &Model) -> Vec<Msg> {
        let lang = model.lang;
        match effect {
            Effect::Append(committed) => {
                self.held().log.push(committed);
                vec![self.told()]
            }
            Effect::Note(place) => {
                self.held().place = Some(place);
                vec![self.told()]
            }
            Effect::Snapshot | Effect::Retry => vec![self.told()],
            Effect::Elsewhere(path) => vec![self.move_out(model, path)],
            Effect::Rescue => vec![self.move_out(model, "rescued".into())],
            Effect::Leave(code) => vec![Msg::PutAway(code)],
            Effect::List | Effect::Glance => vec![self.list()],
            Effect::Open(id, access) => vec![self.open(&id, access)],
            Effect::Follow(outline, earlier) => vec![self.follow(*outline, &earlier)],
            Effect::ReadForeign(path) => vec![read_foreign(lang, &path)],
            Effect::Create(outline, cause) => {
                let id = format!("d{}", self.drafts.len());
                self.keep(&id, *outline, cause);
                vec![self.open(&id, Access::Write)]
            }
            Effect::KeepAside(draft, title) => {
                let id = format!("d{}", self.drafts.len());
                let outline = Outline {
                    title,
                    ..Outline::of(&draft)
                };
                self.keep(&id, outline, ChangeCause::Import);
                Vec::new()
            }
            Effect::Delete(id) => {
                let (gone, kept) = self.drafts.drain(..).partition(|it| it.id == id);
                (self.trash, self.drafts) = (gone, kept);
                vec![Msg::Said(say::deleted(lang))]
            }
            Effect::Archive(id, into) => {
                for it in self.drafts.iter_mut().filter(|it| it.id == id) {
                    it.is_archived = into;
                }
                let said = if into { say::archived } else { say::unarchived };
                vec![Msg::Said(said(lang))]
            }
            Effect::Restore(id) => {
                self.restore(&id);
                vec![Msg::Said(say::restored(lang))]
            }
            Effect::Destroy(ids) => {
                self.trash.retain(|it| !ids.contains(&it.id));
                vec![Msg::Said(say::destroyed(lang, ids.len()))]
            }
            Effect::Mark(mark) => {
                let held = self.held();
                held.marks.push((held.log.len(), mark));
                vec![self.told()]
            }
            Effect::Versions => vec![Msg::Versions(Box::new(self.held().past()))],
            Effect::Forget => vec![Msg::Forgotten(say::forgotten(lang, self.held().forget()))],
            Effect::Remember(step) => {
                let log = self.held().log.iter();
                let changes = log.map(|it| (it.change().clone(), it.joined()));
                vec![Msg::Remembered(History::rebuild(changes), step)]
            }
            Effect::Export(format, target) => {
                let said = self.export(lang, format, &target);
                if matches!(said, Msg::Said(_)) {
                    let held = self.held();
                    held.marks
                        .push((held.log.len(), Mark::Exported(format.to_owned())));
                }
                vec![said]
            }
            Effect::Copy(..) | Effect::CopyText(_) => vec![Msg::Said("(copied)".to_owned())],
            Effect::Close => {
                self.open = None;
                Vec::new()
            }
            Effect::KeepTemplate(template) => {
                let (id, text) = (template.id.clone(), pouxi::template::to_toml(&template));
                pouxi::template::shelf::put(*template, &text).expect("no built-in template");
                vec![Msg::Kept(id)]
            }
            Effect::ReadKinds
            | Effect::ReadNotice(_)
            | Effect::Sync
            | Effect::Doubt
            | Effect::Repaint
            | Effect::Suspend
            | Effect::TakeTerminal
            | Effect::Edit(_)
            | Effect::Keep(_)
            | Effect::KeepKeys(_)
            | Effect::MakeSettings
            | Effect::Mouse(_)
            | Effect::OtherFace
            | Effect::Quit(_) => Vec::new(),
        }
    }

    /// Saves the open draft as another, where there is room.
    fn move_out(&mut self, model: &Model, path: std::path::PathBuf) -> Msg {
        let work = model.work.as_ref().expect("a draft is open");
        let id = format!("d{}", self.drafts.len());
        self.drafts.push(Kept {
            id: id.clone(),
            initial: work.draft().clone(),
            log: Vec::new(),
            place: work.place(),
            owner: None,
            marks: Vec::new(),
            is_archived: false,
            saved: None,
        });
        self.open = Some(id.clone());
        self.is_full = false;
        Msg::Moved(id, path)
    }

    /// The draft that is open: nothing is written where none is.
    fn held(&mut self) -> &mut Kept {
        let id = self.open.as_deref().expect("a draft is open");
        (self.drafts.iter_mut())
            .find(|it| it.id == id)
            .expect("an open draft is kept")
    }

    fn told(&self) -> Msg {
        if self.is_full {
            Msg::NotWrittenDown("磁盘满了".to_owned())
        } else {
            Msg::WrittenDown
        }
    }

    fn keep(&mut self, id: &str, outline: Outline, cause: ChangeCause) {
        let mut session = Session::default();
        let change = outline.into_change(session.draft(), cause);
        let committed = session.commit(change).expect("made for this draft");
        self.drafts.push(Kept {
            id: id.to_owned(),
            initial: Draft::default(),
            log: vec![committed],
            place: None,
            owner: None,
            saved: None,
            marks: Vec::new(),
            is_archived: false,
        });
    }

    fn open(&mut self, id: &str, access: Access) -> Msg {
        let kept = (self.drafts.iter())
            .find(|it| it.id == id)
            .expect("only what is listed is opened");
        if let (Access::Write, Some(owner)) = (access, &kept.owner) {
            return Msg::Busy(id.to_owned(), owner.clone());
        }
        let found = kept.saved.map(|n| {
            let record = |(seq, it): (u64, &Committed)| Record {
                seq,
                time: 0,
                change: Some(it.change().clone()),
                joined: it.joined(),
                place: None,
                mark: None,
            };
            (
                kept.after(n),
                (0..).zip(&kept.log).skip(n).map(record).collect(),
            )
        });
        let opened = OpenedDraft {
            id: id.to_owned(),
            session: Session::new(kept.draft()),
            place: kept.place,
            read_only: access == Access::Read,
            found,
            remark: None,
            earlier: kept.draft().earlier.map(|it| self.find(&it.draft)),
        };
        self.open = Some(id.to_owned());
        Msg::Opened(Box::new(opened))
    }

    /// Finds the report another one follows, as the desk does.
    fn find(&self, id: &str) -> Found {
        let draft = |all: &[Kept]| {
            let kept = all.iter().find(|it| it.id == id);
            kept.map(|it| Box::new(it.draft()))
        };
        match (draft(&self.drafts), draft(&self.trash)) {
            (Some(draft), _) => Found::Kept(draft),
            (None, Some(draft)) => Found::Deleted(draft),
            (None, None) => Found::Gone,
        }
    }

    fn list(&self) -> Msg {
        let entry = |(n, it): (usize, &Kept)| Entry {
            id: it.id.clone(),
            updated: format!("2026-01-{:02}T09:05:00Z", 20 - n.min(19)),
            summary: desk::summary(&it.draft(), it.place),
            is_behind: false,
            is_archived: it.is_archived,
        };
        let entries = |all: &[Kept]| {
            let mut all: Vec<Entry> = all.iter().enumerate().map(entry).collect();
            all.sort_by_key(|it| it.is_archived);
            all
        };
        Msg::Listed(entries(&self.drafts), entries(&self.trash))
    }

    fn export(&mut self, lang: Lang, format: &'static str, target: &Target) -> Msg {
        let path = match target {
            Target::Usual => format!("/home/lin/报告.{format}"),
            Target::Over(path) => path.display().to_string(),
            Target::Beside(_) => format!("/home/lin/报告 (2).{format}"),
        };
        if *target == Target::Usual && self.files.contains(&format) {
            return Msg::Exists(format, path.into());
        }
        self.files.push(format);
        Msg::Said(say::saved_to(lang, &path))
    }
}

/// Returns an effect in words; nothing for those that come with every stroke.
fn in_words(effect: &Effect) -> Option<String> {
    Some(match effect {
        Effect::Append(_)
        | Effect::Note(_)
        | Effect::Sync
        | Effect::List
        | Effect::Glance
        | Effect::ReadKinds
        | Effect::Leave(_) => {
            return None;
        }
        Effect::Mark(mark) => format!("mark {mark:?}"),
        Effect::Versions => "versions".to_owned(),
        Effect::Forget => "forget".to_owned(),
        Effect::Archive(id, into) => format!("archive {id} {into}"),
        Effect::Restore(id) => format!("restore {id}"),
        Effect::Destroy(ids) => format!("destroy {}", ids.join(" ")),
        Effect::Retry => "retry".to_owned(),
        Effect::Doubt => "doubt".to_owned(),
        Effect::Elsewhere(path) => format!("elsewhere {}", path.display()),
        Effect::Rescue => "rescue".to_owned(),
        Effect::Create(outline, _) => format!("create {}", outline.title),
        Effect::Follow(outline, id) => format!("create {} after {id}", outline.title),
        Effect::ReadForeign(path) => format!("read {path}"),
        Effect::KeepTemplate(template) => format!("keep template {}", template.name),
        Effect::ReadNotice(path) => format!("read notice {path}"),
        Effect::KeepAside(_, title) => format!("keep aside {title}"),
        Effect::Open(id, access) => format!("open {id} {access:?}"),
        Effect::Delete(id) => format!("delete {id}"),
        Effect::Export(format, target) => format!("export {format} {target:?}"),
        Effect::Copy(format, section) => format!("copy {format} {section:?}"),
        Effect::CopyText(text) => format!("copy {text}"),
        Effect::Quit(code) => format!("quit {code}"),
        Effect::Remember(step) => format!("remember {step:?}"),
        Effect::Snapshot => "snapshot".to_owned(),
        Effect::Close => "close".to_owned(),
        Effect::Repaint => "repaint".to_owned(),
        Effect::Suspend => "suspend".to_owned(),
        Effect::TakeTerminal => "take terminal".to_owned(),
        Effect::Edit(None) => "edit all".to_owned(),
        Effect::Edit(Some(_)) => "edit a text".to_owned(),
        Effect::Keep(setting) => format!("keep {setting:?}"),
        Effect::KeepKeys(keys) => format!("keep keys {keys:?}"),
        Effect::MakeSettings => "make settings".to_owned(),
        Effect::Mouse(is_on) => format!("mouse {is_on}"),
        Effect::OtherFace => "other face".to_owned(),
    })
}

/// Returns the draft that holds this content and nothing else.
pub(crate) fn draft_of(outline: Outline) -> Draft {
    let mut draft = Draft::default();
    let change = outline.into_change(&draft, ChangeCause::Import);
    draft.apply(&change).expect("made for this draft");
    draft
}

/// Returns cells as text, row by row, without the blanks at the ends.
pub(crate) fn text_of(cells: &Buffer, cursor: Option<(u16, u16)>) -> String {
    let mut text = String::new();
    for y in 0..cells.area.height {
        let mut row = String::new();
        let mut x = 0;
        while x < cells.area.width {
            let cell = cells.cell((x, y)).expect("within the area");
            if cursor == Some((x, y)) {
                row.push('▏');
            }
            row.push_str(cell.symbol());
            x += cell.cell_width().max(1);
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

/// One thing that happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stroke {
    Key(KeyEvent),
    /// A key that is held down: it comes right behind the one before.
    HeldKey(KeyEvent),
    /// A key within a burst, as of a paste that is not marked as one.
    BurstKey(KeyEvent),
    /// Letters that come together: one sign, or what an input method commits.
    Letters(String),
    Paste(String),
    Size(u16, u16),
    /// Half a second without a key.
    Pause,
    /// A second passes that nothing is told of.
    Wait,
    DiskFull,
    DiskFree,
    /// Another window takes the draft over.
    TakenOver,
    /// The mouse does something at a cell.
    Mouse(u16, u16, Gesture),
    /// Chooses a line or presses a button by its name.
    Pick(String),
    /// Tab until the place begins with these words.
    Go(String),
}

/// Reads a script. Letters are typed one sign at a time; in `<…>` stand
///
/// - keys: `tab`, `enter`, `esc`, `bs`, `del`, `left`, `home`, `pgup`, `f1` …, with `c-`, `s-` or `a-` before
///   them (`c-z`, `s-tab`); `+enter` comes right behind the stroke before and `!enter` with it; `tab*3` comes three times;
/// - `ime:…` and `paste:…`: letters that come at once;
/// - `pick:…` and `go:…`, see [`Stage::pick`] and [`Stage::go`];
/// - `press:3,7`, `drag:3,7`, `wheel-up:3,7`, `wheel-down:3,7`: the mouse at a column and a row;
/// - `size:40x10`, `pause`, `wait`, and what the world does: `disk-full`, `disk-free`, `taken-over`;
/// - `lt`, the sign itself.
pub(crate) fn strokes(script: &str) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut rest = script;
    while !rest.is_empty() {
        let (plain, behind) = rest.split_once('<').unwrap_or((rest, ""));
        let signs = typeset::graphemes(plain);
        strokes.extend(signs.map(|(_, it)| Stroke::Letters(it.to_owned())));
        let (tag, after) = behind.split_once('>').unwrap_or((behind, ""));
        if !tag.is_empty() {
            let (name, n) = match tag.rsplit_once('*') {
                Some((name, n)) if !tag.contains(':') => (name, n.parse().expect("a number")),
                _ => (tag, 1),
            };
            strokes.extend(vec![stroke(name); n]);
        }
        rest = after;
    }
    strokes
}

fn stroke(name: &str) -> Stroke {
    match name.split_once(':') {
        Some(("paste", text)) => Stroke::Paste(text.to_owned()),
        Some(("ime", text)) => Stroke::Letters(text.to_owned()),
        Some(("pick", name)) => Stroke::Pick(name.to_owned()),
        Some(("go", start)) => Stroke::Go(start.to_owned()),
        Some(("size", size)) => {
            let (columns, rows) = size.split_once('x').expect("columns x rows");
            let cells = |it: &str| it.parse().expect("a number of cells");
            Stroke::Size(cells(columns), cells(rows))
        }
        Some((gesture, cell)) => {
            let (x, y) = cell.split_once(',').expect("column, row");
            let cell = |it: &str| it.parse().expect("a cell");
            let gesture = match gesture {
                "press" => Gesture::Press,
                "drag" => Gesture::Drag,
                "wheel-up" => Gesture::WheelUp,
                "wheel-down" => Gesture::WheelDown,
                _ => panic!("no such stroke: <{name}>"),
            };
            Stroke::Mouse(cell(x), cell(y), gesture)
        }
        None => match name {
            "pause" => Stroke::Pause,
            "wait" => Stroke::Wait,
            "disk-full" => Stroke::DiskFull,
            "disk-free" => Stroke::DiskFree,
            "taken-over" => Stroke::TakenOver,
            "lt" => Stroke::Letters("<".to_owned()),
            _ => match name.split_at(1) {
                ("+", name) => Stroke::HeldKey(key(name)),
                ("!", name) => Stroke::BurstKey(key(name)),
                _ => Stroke::Key(key(name)),
            },
        },
    }
}

fn key(name: &str) -> KeyEvent {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = name;
    while let Some((letter, behind)) = rest.split_once('-') {
        modifiers |= match letter {
            "c" => KeyModifiers::CONTROL,
            "s" => KeyModifiers::SHIFT,
            "a" => KeyModifiers::ALT,
            _ => panic!("no such key: <{name}>"),
        };
        rest = behind;
    }
    let mut letters = rest.chars();
    let code = match rest {
        "tab" if modifiers == KeyModifiers::SHIFT => KeyCode::BackTab,
        "tab" => KeyCode::Tab,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "f5" => KeyCode::F(5),
        "f4" => KeyCode::F(4),
        _ => match (letters.next(), letters.next()) {
            (Some(letter), None) => KeyCode::Char(letter),
            _ => panic!("no such key: <{name}>"),
        },
    };
    KeyEvent::new(code, modifiers)
}

/// Opens a report with the caret at the end of a text, as a writer who went there.
pub(crate) fn standing_at(outline: Outline, spot: Spot, caret: usize) -> Stage {
    let mut stage = Stage::writing(outline);
    let work = stage.model.work.as_mut().expect("a report is open");
    work.go_to(spot);
    work.writer.caret = caret;
    pouxi::sitting::update::resize(&mut stage.model);
    stage
}

/// Sets the width of the ambiguous signs as the settings do.
pub(crate) fn with_wide_signs(mut stage: Stage) -> Stage {
    stage.model.ambiguous = Ambiguous::Wide;
    pouxi::sitting::update::resize(&mut stage.model);
    stage
}

/// Returns where the writer is, in words: `甲2 原因：文字▏`, `甲2 措施 > 1`, `甲2 [Menu]`, `Menu > 3`.
pub(crate) fn place(model: &Model) -> String {
    match &model.screen {
        Screen::List(list, cursor) => {
            let name = format!("{list:?}");
            let name = name.split([' ', '(']).next().unwrap_or_default();
            format!("{name} > {}", cursor + 1)
        }
        Screen::Ask(ask) => format!("? {}", drawn(&ask.text, ask.caret)),
        Screen::Read(reading, top) => format!("{reading:?} from {top}"),
        Screen::Write => {
            let work = model.work.as_ref().expect("a report is open");
            let page = page_name(model);
            match (work.writer.focus, work.open_question()) {
                (Focus::Button(n), _) => format!("{page} [{:?}]", work.buttons()[n]),
                (Focus::Stop(stop), question) => {
                    let subject = question.expect("what is open is asked").subject;
                    let label = names::label(Lang::Zh, subject);
                    let writer = &work.writer;
                    match stop {
                        Stop::Text(_) => {
                            format!("{page} {label}：{}", drawn(work.text(), writer.caret))
                        }
                        Stop::Choose(_) => format!("{page} {label} > {}", writer.pick + 1),
                    }
                }
            }
        }
    }
}

/// The name of the part; of a problem's page the dimension and which of its problems, `+` for one still to be made.
fn page_name(model: &Model) -> String {
    let work = model.work.as_ref().expect("a report is open");
    let draft = work.draft();
    let page = work.writer.page;
    let dimension = page.dimension(draft).and_then(|it| draft.dimension(it));
    match (page, dimension) {
        (Page::Problem(_), Some(dimension)) => {
            let problems = &dimension.problems;
            let at = problems.iter().position(|it| Some(it.id) == work.problem());
            let n = at.map_or("+".to_owned(), |it| (it + 1).to_string());
            format!("{}{n}", dimension.title)
        }
        _ => part_name(Lang::Zh, draft, page),
    }
}

/// Returns a text with its caret.
pub(crate) fn drawn(text: &str, caret: usize) -> String {
    let (before, behind) = text.split_at(caret);
    format!("{before}▏{behind}")
}

/// The files of this world: the seed, two texts in one, and no other.
fn read_foreign(lang: Lang, path: &str) -> Msg {
    let text = match path {
        "seed.txt" => include_str!("../fixtures/seed/self-analysis-2021.txt").to_owned(),
        "several.txt" => several(),
        _ => {
            return Msg::Said(pouxi::sitting::arrivals::unread(lang, path, "No such file"));
        }
    };
    let source = Source::read(text.as_bytes(), path).expect("it is a text");
    Msg::Foreign(path.to_owned(), Box::new(source))
}

/// Two reports in one file.
fn several() -> String {
    let one = |year: &str| {
        format!(
            "{year}年度民主生活会个人对照检查材料\n\n一、存在的主要问题\n（一）带头增强党性方面。\n\
             一是学习不够。我学得少。\n二是调研不够。我去得少。\n二、原因剖析\n（一）思想松懈。\n\
             三、整改措施\n（一）每周学习两小时。\n\n"
        )
    };
    one("2023") + &one("2024")
}
