//! The world: carries out effects with the store, the clipboard and files. Answers in messages; decides nothing.
#![expect(
    clippy::disallowed_methods,
    reason = "this is where a sitting meets clock and folders"
)]

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::clipboard::{self, Surroundings};
use crate::desk;
use crate::desk::import::{LIMIT, Source};
use crate::draft::{ChangeCause, Committed, Draft, Outline, Session, Spot};
use crate::export::Parentheses;
use crate::import::container::Unreadable;
use crate::locale::Lang;
use crate::settings;
use crate::store::{
    self, DraftFolder, Home, Mark, Opened, Owner, Past, Recovered, Standing, Stop, StoreError,
    recover,
};
use crate::template::{Template, to_toml};

use super::arrivals;
use super::editor;
use super::effect::{Access, Effect, Target};
use super::here::here;
use super::messages as say;
use super::model::{Model, Saving};
use super::msg::{Msg, OpenedDraft, Step};
use super::post::Post;

/// What the signal thread needs to leave without the others: brings the journal to the disk.
pub type Lifeline = Arc<Mutex<Option<std::fs::File>>>;

/// What a sitting holds of the world.
#[derive(Debug)]
pub struct World {
    home: Home,
    owner: Owner,
    surroundings: Surroundings,
    folder: Option<DraftFolder>,
    lifeline: Lifeline,
    /// When the draft was last seen to be ours.
    seen: Option<Instant>,
    post: Post,
    /// Journals on their way to the disk, once there was one.
    to_sync: Option<Sender<File>>,
    /// Where the program was started.
    started_in: PathBuf,
}

impl World {
    /// Takes hold of the data folder.
    pub fn new(
        home: Home,
        owner: Owner,
        surroundings: Surroundings,
        post: impl Into<Post>,
        lifeline: Lifeline,
    ) -> Self {
        let started_in = std::env::current_dir().unwrap_or_default();
        Self {
            home,
            owner,
            surroundings,
            folder: None,
            lifeline,
            seen: None,
            post: post.into(),
            to_sync: None,
            started_in,
        }
    }

    /// Returns the folder where the program was started.
    pub(super) fn started_in(&self) -> &Path {
        &self.started_in
    }

    /// Brings the journal to the disk in a thread of its own, which begins with the first time.
    fn sync(&mut self) {
        let Some(Ok(journal)) = self.folder.as_mut().map(|it| it.journal().handle()) else {
            return;
        };
        let post = &self.post;
        let to_sync = self.to_sync.get_or_insert_with(|| {
            let (to_sync, journals) = mpsc::channel::<File>();
            let post = post.clone();
            let sync = move || {
                for journal in journals {
                    if let Err(error) = journal.sync_data()
                        && !post.send(Msg::DiskRefused(error))
                    {
                        return;
                    }
                }
            };
            // Without the thread, journals reach the disk when the draft is put away.
            let _thread = thread::Builder::new().name("disk".into()).spawn(sync);
            to_sync
        });
        let _sent = to_sync.send(journal);
    }

    /// Tells whether another window took the open draft over.
    pub fn lost_the_draft(&mut self, model: &Model) -> Option<Msg> {
        let work = model.work.as_ref()?;
        let folder = self.folder.as_ref()?;
        if work.saving == Saving::ReadOnly {
            return None;
        }
        let standing = folder.standing();
        self.seen = matches!(standing, Standing::Mine).then(Instant::now);
        matches!(standing, Standing::Lost).then_some(Msg::TakenOver)
    }

    /// Tells whether the draft was seen to be ours a moment ago: with this very key. So one look a key is enough. A look
    /// serves one line, and grows old whatever happened since.
    fn was_just_seen(&mut self) -> bool {
        const MOMENT: Duration = Duration::from_millis(1);
        self.seen.take().is_some_and(|it| it.elapsed() < MOMENT)
    }

    /// Carries out an effect. Returns what came of it.
    pub fn perform(&mut self, effect: Effect, model: &Model) -> Vec<Msg> {
        let lang = model.lang;
        let now = Timestamp::now();
        match effect {
            Effect::Append(committed) => self.append(model, &committed, now),
            Effect::Note(place) => {
                let Some(folder) = &mut self.folder else {
                    return Vec::new();
                };
                let result = folder.note(now, place);
                self.written(model, result, now)
            }
            Effect::Mark(mark) => {
                let Some(folder) = &mut self.folder else {
                    return Vec::new();
                };
                vec![told(lang, folder.mark(now, mark))]
            }
            Effect::Versions => self.versions(model),
            Effect::Forget => self.forget(model, now),
            Effect::Archive(id, into) => self.archive(lang, &id, into),
            Effect::Restore(id) => match self.home.restore(&id) {
                Ok(()) => vec![Msg::Said(say::restored(lang))],
                Err(error) => vec![said(lang, &error)],
            },
            Effect::Destroy(ids) => self.destroy(lang, &ids),
            Effect::Sync => {
                self.sync();
                Vec::new()
            }
            Effect::Snapshot => self.snapshot(model, now),
            Effect::Retry => self.retry(model, now),
            Effect::Doubt => {
                if let Some(folder) = &mut self.folder {
                    folder.journal().doubt();
                }
                Vec::new()
            }
            Effect::Elsewhere(path) => self.elsewhere(model, &self.started_in.join(path), now),
            Effect::Rescue => self.rescue(model, now),
            Effect::Leave(code) => vec![Msg::PutAway(code)],
            Effect::List => self.list(lang),
            Effect::Glance => match desk::glance(&self.home) {
                Ok((drafts, trash)) => vec![Msg::Listed(drafts, trash)],
                Err(error) => vec![said(lang, &error)],
            },
            Effect::KeepTemplate(template) => self.keep_template(lang, *template),
            Effect::ReadNotice(typed) => vec![read_notice(lang, &typed)],
            Effect::ReadKinds => vec![Msg::Kinds(desk::kinds::read(&self.home))],
            Effect::Open(id, access) => self.open(lang, id, access),
            Effect::Create(outline, cause) => self.create(lang, *outline, cause, now),
            Effect::Follow(outline, id) => match recover(&self.home.folder(&id)) {
                Ok(earlier) => {
                    let outline = crate::wizard::follow(*outline, &id, &earlier.draft);
                    self.create(lang, outline, ChangeCause::Template, now)
                }
                Err(error) => vec![said(lang, &error)],
            },
            Effect::ReadForeign(typed) => vec![read_foreign(lang, &typed)],
            Effect::KeepAside(draft, title) => self.keep_aside(lang, &draft, title, now),
            Effect::Close => {
                self.let_go();
                Vec::new()
            }
            Effect::Delete(id) => match self.home.delete(&id, &self.owner) {
                Ok(()) => vec![Msg::Said(say::deleted(lang))],
                Err(error) => vec![said(lang, &error)],
            },
            Effect::Remember(step) => self.remember(lang, step),
            Effect::Export(format, target) => self.export(model, format, target),
            Effect::Copy(format, section) => self.copy(model, format, section),
            Effect::CopyText(text) => self.copy_text(model, &text),
            Effect::Keep(setting) => kept(lang, settings::keep(self.home.root(), setting)),
            Effect::KeepKeys(keys) => kept(lang, settings::keep_keys(self.home.root(), &keys)),
            Effect::MakeSettings => vec![match settings::make(self.home.root()) {
                Ok(made) => Msg::Said(made.say(lang)),
                Err(error) => said(lang, &error),
            }],
            // The loop's own.
            Effect::OtherFace
            | Effect::Repaint
            | Effect::Suspend
            | Effect::TakeTerminal
            | Effect::Mouse(_)
            | Effect::Edit(_)
            | Effect::Quit(_) => Vec::new(),
        }
    }

    fn append(&mut self, model: &Model, committed: &Committed, now: Timestamp) -> Vec<Msg> {
        let was_seen = self.was_just_seen();
        let Some(folder) = &mut self.folder else {
            return Vec::new();
        };
        let result = if was_seen {
            folder.append_just_seen(now, committed)
        } else {
            folder.append(now, committed)
        };
        self.written(model, result, now)
    }

    fn snapshot(&mut self, model: &Model, now: Timestamp) -> Vec<Msg> {
        let (Some(folder), Some(work)) = (&mut self.folder, &model.work) else {
            return Vec::new();
        };
        let place = work.place();
        let summary = desk::summary(work.draft(), place);
        let result = folder.snapshot(work.draft(), place, summary, now);
        match result {
            // The journal has every word: there is nothing to wait for.
            Err(error @ StoreError::Io { .. }) if folder.is_whole() => {
                let why = why(model.lang, &error);
                vec![Msg::Said(say::only_snapshot_failed(model.lang, &why))]
            }
            other => self.written(model, other, now),
        }
    }

    /// Says what came of writing. What another program spoiled is written anew at once.
    fn written(
        &mut self,
        model: &Model,
        result: Result<(), StoreError>,
        now: Timestamp,
    ) -> Vec<Msg> {
        let is_whole = self.folder.as_ref().is_none_or(DraftFolder::is_whole);
        match result {
            Err(StoreError::Replaced { .. }) => self.retry(model, now),
            Ok(()) if !is_whole => self.retry(model, now),
            other => {
                let mut msgs = vec![told(model.lang, other)];
                msgs.extend(self.set_aside(model.lang));
                msgs
            }
        }
    }

    fn retry(&mut self, model: &Model, now: Timestamp) -> Vec<Msg> {
        let (Some(folder), Some(work)) = (&mut self.folder, &model.work) else {
            return Vec::new();
        };
        let place = work.place();
        let summary = desk::summary(work.draft(), place);
        let mut msgs = vec![told(
            model.lang,
            folder.retry(work.draft(), place, summary, now),
        )];
        if let Ok(mut lifeline) = self.lifeline.lock() {
            *lifeline = folder.journal().handle().ok();
        }
        msgs.extend(self.set_aside(model.lang));
        msgs
    }

    /// Says which files of other programs were given other names.
    fn set_aside(&mut self, lang: Lang) -> Option<Msg> {
        let others = self.folder.as_mut()?.take_set_aside();
        let names: Vec<_> = (others.iter().filter_map(|it| it.file_name()))
            .map(std::ffi::OsStr::to_string_lossy)
            .collect();
        (!names.is_empty()).then(|| Msg::Said(say::set_aside_other(lang, &names.join(" "))))
    }

    fn elsewhere(&mut self, model: &Model, path: &Path, now: Timestamp) -> Vec<Msg> {
        let Some(work) = &model.work else {
            return Vec::new();
        };
        let home = Home::new(path.to_owned());
        match desk::move_to(&home, &self.owner, work.draft(), work.place(), now) {
            Ok((id, folder)) => {
                self.hold(folder);
                vec![Msg::Moved(id, path.to_owned())]
            }
            Err(error) => vec![said(model.lang, &error)],
        }
    }

    /// Saves the draft as another one, in the first data folder that takes it.
    fn rescue(&mut self, model: &Model, now: Timestamp) -> Vec<Msg> {
        let own = self.home.root().to_owned();
        let places = [Some(own), Home::default_root()].into_iter().flatten();
        let mut msgs = Vec::new();
        for path in places {
            msgs = self.elsewhere(model, &path, now);
            if let [Msg::Moved(..)] = msgs.as_slice() {
                break;
            }
        }
        msgs
    }

    fn archive(&self, lang: Lang, id: &str, into: bool) -> Vec<Msg> {
        let done = if into {
            self.home.archive(id).map(|()| say::archived(lang))
        } else {
            self.home.unarchive(id).map(|_| say::unarchived(lang))
        };
        vec![done.map_or_else(|it| said(lang, &it), Msg::Said)]
    }

    fn list(&self, lang: Lang) -> Vec<Msg> {
        // Drafts can be written whatever is wrong with the trash.
        let trash = desk::trash(&self.home).unwrap_or_default();
        match desk::drafts(&self.home) {
            Ok(drafts) => vec![Msg::Listed(drafts, trash)],
            Err(error) => vec![said(lang, &error)],
        }
    }

    fn open(&mut self, lang: Lang, id: String, access: Access) -> Vec<Msg> {
        self.let_go();
        let path = self.home.folder(&id);
        let opened = match access {
            Access::Write => DraftFolder::open(&path, &self.owner),
            Access::TakeOver => DraftFolder::take_over(&path, &self.owner),
            Access::Read => {
                return match recover(&path) {
                    Ok(recovered) => vec![self.opened_draft(lang, id, recovered, access)],
                    Err(error) => vec![said(lang, &error)],
                };
            }
        };
        match opened {
            Ok(Opened { folder, recovered }) => {
                self.hold(folder);
                // Who writes a draft wants it in the lists; if that fails, it is still open.
                let _was_archived = self.home.unarchive(&id);
                vec![self.opened_draft(lang, id, recovered, access)]
            }
            Err(StoreError::Busy { owner }) => vec![Msg::Busy(id, owner)],
            // A full disk, a folder that may only be read: the words can still be looked at.
            Err(error @ (StoreError::Newer { .. } | StoreError::Io { .. })) => match recover(&path)
            {
                Ok(recovered) => {
                    let told = match &error {
                        StoreError::Io { .. } => {
                            Msg::Said(say::opened_to_read(lang, &why(lang, &error)))
                        }
                        other => said(lang, other),
                    };
                    vec![self.opened_draft(lang, id, recovered, Access::Read), told]
                }
                Err(_) => vec![said(lang, &error)],
            },
            Err(error) => vec![said(lang, &error)],
        }
    }

    fn create(
        &mut self,
        lang: Lang,
        outline: Outline,
        cause: ChangeCause,
        now: Timestamp,
    ) -> Vec<Msg> {
        self.let_go();
        match desk::create(&self.home, &self.owner, outline, cause, now) {
            Ok((id, session, folder)) => {
                self.hold(folder);
                let earlier = self.earlier(session.draft());
                let opened = OpenedDraft {
                    id,
                    session,
                    place: None,
                    read_only: false,
                    found: None,
                    remark: None,
                    earlier,
                };
                vec![Msg::Opened(Box::new(opened))]
            }
            Err(error) => vec![said(lang, &error)],
        }
    }

    fn keep_template(&self, lang: Lang, template: Template) -> Vec<Msg> {
        let kinds = desk::kinds::read(&self.home);
        let template = Template {
            id: desk::kinds::free_id(&kinds, &template.id),
            ..template
        };
        let (id, text) = (template.id.clone(), to_toml(&template));
        match desk::kinds::keep(&self.home, template, &text, false) {
            Ok(_) => vec![Msg::Kinds(desk::kinds::read(&self.home)), Msg::Kept(id)],
            Err(error) => vec![said(lang, &error)],
        }
    }

    fn keep_aside(&self, lang: Lang, draft: &Draft, title: String, now: Timestamp) -> Vec<Msg> {
        let outline = Outline {
            title,
            ..Outline::of(draft)
        };
        match desk::create(&self.home, &self.owner, outline, ChangeCause::Import, now) {
            Ok(_) => Vec::new(),
            Err(error) => vec![said(lang, &error)],
        }
    }

    fn versions(&mut self, model: &Model) -> Vec<Msg> {
        let Some(work) = &model.work else {
            return Vec::new();
        };
        if let Some(folder) = &mut self.folder {
            // What waits in memory is not among the versions before it is written.
            let _synced = folder.sync();
        }
        match Past::read(&self.home.folder(&work.id)) {
            Ok(past) => vec![Msg::Versions(Box::new(past))],
            Err(error) => vec![said(model.lang, &error)],
        }
    }

    fn forget(&mut self, model: &Model, now: Timestamp) -> Vec<Msg> {
        let (Some(folder), Some(work)) = (&mut self.folder, &model.work) else {
            return Vec::new();
        };
        let lang = model.lang;
        let forgotten = desk::forget(folder, &self.home, work.draft(), work.place(), now);
        if let Ok(mut lifeline) = self.lifeline.lock() {
            // The journal may be another file now.
            *lifeline = folder.journal().handle().ok();
        }
        match forgotten {
            Ok(it) if it.left.is_empty() => vec![Msg::Forgotten(say::forgotten(lang, it.removed))],
            Ok(it) => {
                let left: Vec<String> = it.left.iter().map(|it| name_of(it)).collect();
                let sentence = say::forgotten_but(lang, it.removed, &left.join(" "));
                vec![Msg::Forgotten(sentence)]
            }
            Err(StoreError::TakenOver) => vec![Msg::TakenOver],
            Err(error) => vec![said(lang, &error)],
        }
    }

    fn destroy(&self, lang: Lang, ids: &[String]) -> Vec<Msg> {
        for id in ids {
            if let Err(error) = self.home.destroy(id, &self.owner) {
                return vec![said(lang, &error)];
            }
        }
        vec![Msg::Said(say::destroyed(lang, ids.len()))]
    }

    /// Notes in the history that the report was handed out, and says so.
    fn handed_out(&mut self, lang: Lang, format: &str, sentence: String) -> Vec<Msg> {
        let mark = Mark::Exported(format.to_owned());
        let folder = self.folder.as_mut();
        let noted = folder.map(|it| told(lang, it.mark(Timestamp::now(), mark)));
        noted.into_iter().chain([Msg::Said(sentence)]).collect()
    }

    fn remember(&self, lang: Lang, step: Step) -> Vec<Msg> {
        let Some(folder) = &self.folder else {
            return Vec::new();
        };
        match folder.history() {
            Ok(history) => vec![Msg::Remembered(history, step)],
            Err(error) => vec![said(lang, &error)],
        }
    }

    fn export(&mut self, model: &Model, format: &'static str, target: Target) -> Vec<Msg> {
        let Some(work) = &model.work else {
            return Vec::new();
        };
        let draft = work.draft();
        let Some(bytes) = desk::hand_out(draft, &work.id, format, Parentheses::Full) else {
            return Vec::new();
        };
        let (path, overwrite) = match target {
            Target::Usual => {
                let name = desk::proposed_name(draft, &say::untitled(model.lang), format);
                (self.started_in.join(name), false)
            }
            Target::Over(path) => (path, true),
            Target::Beside(path) => (free_name(&path), false),
        };
        match store::atomic::deliver(&path, &bytes, overwrite) {
            Ok(()) => {
                let mut sentence = say::saved_to(model.lang, &path.display().to_string());
                let n_left_out = desk::n_left_out(work.draft());
                if n_left_out > 0 {
                    sentence.push_str(&say::signs_left_out(model.lang, n_left_out));
                }
                self.handed_out(model.lang, format, sentence)
            }
            Err(StoreError::Io { source, .. })
                if source.kind() == std::io::ErrorKind::AlreadyExists =>
            {
                vec![Msg::Exists(format, path)]
            }
            Err(error) => self.export_at_home(model, format, &bytes, &error),
        }
    }

    /// Where the program was started cannot be written to: the data folder can.
    fn export_at_home(
        &mut self,
        model: &Model,
        format: &str,
        bytes: &[u8],
        error: &StoreError,
    ) -> Vec<Msg> {
        match self.write_at_home(model, format, bytes) {
            Ok(path) => {
                let why = store::messages::describe(model.lang, error).0;
                let saved = say::saved_to(model.lang, &path.display().to_string());
                self.handed_out(model.lang, format, format!("{why} {saved}"))
            }
            Err(_) => vec![said(model.lang, error)],
        }
    }

    fn write_at_home(
        &self,
        model: &Model,
        format: &str,
        bytes: &[u8],
    ) -> Result<PathBuf, StoreError> {
        let work = model.work.as_ref();
        let title = work.map_or("", |it| it.draft().title.as_str());
        let id = work.map_or("", |it| it.id.as_str());
        let folder = self.home.make("exports")?;
        let untitled = say::untitled(model.lang);
        let extension = desk::extension_of(format);
        let part = if extension == format { "" } else { "-ledger" };
        let path = folder.join(desk::export_name(title, &untitled, id, part, extension));
        store::atomic::replace(&path, bytes)?;
        Ok(path)
    }

    /// The file is always written first: a clipboard may be deaf, a file is there.
    fn copy(&mut self, model: &Model, format: &'static str, section: Option<usize>) -> Vec<Msg> {
        let Some(work) = &model.work else {
            return Vec::new();
        };
        let Some(printed) = desk::print(work.draft(), format, section, Parentheses::Full) else {
            return Vec::new();
        };
        let path = match self.write_at_home(model, format, &printed.bytes) {
            Ok(path) => path,
            Err(error) => return vec![said(model.lang, &error)],
        };
        let text = String::from_utf8_lossy(&printed.bytes);
        let sentence = self.hand_over(model, &text, printed.characters, &path);
        self.handed_out(model.lang, format, sentence)
    }

    fn copy_text(&self, model: &Model, text: &str) -> Vec<Msg> {
        let path = match self.write_at_home(model, "txt", text.as_bytes()) {
            Ok(path) => path,
            Err(error) => return vec![said(model.lang, &error)],
        };
        let characters = crate::typeset::count(text).marks;
        vec![Msg::Said(self.hand_over(model, text, characters, &path))]
    }

    /// Hands a text that lies in a file to the clipboard, by the ways that are known to work here first.
    fn hand_over(&self, model: &Model, text: &str, characters: usize, path: &Path) -> String {
        let here = here(self.home.root(), &self.surroundings);
        let outcome = clipboard::copy(text, model.via, &here, None, &mut std::io::stdout());
        clipboard::messages::sentence_here(model.lang, &outcome, characters, path, &here)
    }

    /// Writes a text, or the whole draft, into a private file for the writer's editor. Returns its path, or a
    /// sentence why not; nothing without an open draft.
    pub fn file_to_edit(
        &mut self,
        model: &Model,
        spot: Option<Spot>,
    ) -> Option<Result<PathBuf, String>> {
        let work = model.work.as_ref()?;
        if let Some(folder) = &mut self.folder {
            let _synced = folder.sync();
        }
        let text = match spot {
            Some(spot) => desk::editing::field_to_text(work.draft(), spot),
            None => desk::editing::to_text(model.lang, work.draft()),
        };
        let put = editor::put(self.home.root(), &work.id, &text);
        Some(put.map_err(|error| store::messages::describe(model.lang, &error).0))
    }

    /// Reads what the editor left. Only a file that was understood is removed.
    pub fn edited(
        &self,
        model: &Model,
        spot: Option<Spot>,
        file: &Path,
        outcome: std::io::Result<editor::Outcome>,
    ) -> Msg {
        let lang = model.lang;
        if let Some(sentence) = editor::trouble(lang, &outcome, file) {
            if matches!(outcome, Ok(editor::Outcome::Untouched)) {
                editor::discard(file);
            }
            return Msg::Said(sentence);
        }
        let (Ok(editor::Outcome::Done(bytes)), Some(work)) = (outcome, &model.work) else {
            return Msg::Said(String::new());
        };
        let change = desk::editing::decode(&bytes).and_then(|text| match spot {
            Some(spot) => desk::editing::field_from_text(work.draft(), spot, text),
            None => desk::editing::from_text(lang, work.draft(), text),
        });
        if self.folder.as_ref().is_some_and(DraftFolder::is_lost) {
            // What was edited can be taken in nowhere now: its file is the only copy.
            let path = file.display().to_string();
            return Msg::Said(say::edited_file_kept(
                lang,
                &say::was_taken_over(lang),
                "",
                &path,
            ));
        }
        match change {
            Ok(change) => {
                editor::discard(file);
                match change {
                    Some(change) => Msg::Edited(change, say::editor_done(lang)),
                    None => Msg::Said(say::editor_untouched(lang)),
                }
            }
            Err(fault) => Msg::Said(editor::refused(lang, &fault, file)),
        }
    }

    fn hold(&mut self, mut folder: DraftFolder) {
        self.seen = None;
        if let Ok(mut lifeline) = self.lifeline.lock() {
            *lifeline = folder.journal().handle().ok();
        }
        self.folder = Some(folder);
    }

    /// Finds the report that a draft follows.
    fn earlier(&self, draft: &Draft) -> Option<desk::earlier::Found> {
        let earlier = draft.earlier.as_ref()?;
        Some(desk::earlier::find(&self.home, earlier))
    }

    fn opened_draft(
        &self,
        lang: Lang,
        id: String,
        mut recovered: Recovered,
        access: Access,
    ) -> Msg {
        let remark = damage(lang, &recovered);
        let has_unsaved = recovered.has_unsaved_changes() && recovered.damaged_snapshot.is_none();
        // What a living window wrote was not lost: it is just not in the snapshot yet.
        let was_lost = has_unsaved && access == Access::Write;
        let tail = std::mem::take(&mut recovered.tail);
        let found = was_lost.then(|| (recovered.saved().clone(), tail));
        let earlier = self.earlier(&recovered.draft);
        let session = Session::new(recovered.draft);
        Msg::Opened(Box::new(OpenedDraft {
            id,
            session,
            place: recovered.place,
            read_only: access == Access::Read,
            found,
            remark,
            earlier,
        }))
    }

    fn let_go(&mut self) {
        if let Ok(mut lifeline) = self.lifeline.lock() {
            *lifeline = None;
        }
        self.folder = None;
    }
}

/// A line cut short at the very end of a journal is what a crash leaves; only more than that is told.
fn damage(lang: Lang, recovered: &Recovered) -> Option<String> {
    let is_damage = |it: &&(PathBuf, Stop)| !matches!(it.1, Stop::Torn { .. });
    let journals = (recovered.damaged_journals.iter().filter(is_damage)).map(|(it, _)| it);
    let names: Vec<String> = (recovered.damaged_snapshot.iter().chain(journals))
        .map(|it| name_of(it))
        .collect();
    (!names.is_empty()).then(|| {
        let names = names.join(" ");
        let characters = say::grouped(desk::characters(&recovered.draft));
        match recovered.n_missing {
            0 => say::damage_found(lang, &names, &characters),
            n => say::damage_costs(lang, &names, &characters, n),
        }
    })
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Reads a notice by the path the writer gave.
fn read_notice(lang: Lang, typed: &str) -> Msg {
    let path = desk::typed_path(typed, std::env::home_dir().as_deref());
    let name = name_of(&path);
    let read = foreign_bytes(lang, &path)
        .and_then(|it| desk::kinds::notice_of(&it, &name).map_err(|it| refused(lang, &it)));
    match read {
        Ok(text) => Msg::NoticeText(text),
        Err(why) => Msg::Said(say::cannot_read(lang, &path.display().to_string(), &why)),
    }
}

/// Reads a foreign file by the path the writer gave.
fn read_foreign(lang: Lang, typed: &str) -> Msg {
    let path = desk::typed_path(typed, std::env::home_dir().as_deref());
    let name = name_of(&path);
    let read = foreign_bytes(lang, &path)
        .and_then(|it| Source::read(&it, &name).map_err(|it| refused(lang, &it)));
    match read {
        Ok(source) => Msg::Foreign(name, Box::new(source)),
        Err(why) => Msg::Said(arrivals::unread(lang, &path.display().to_string(), &why)),
    }
}

/// Returns why a foreign file is not read, and what to do.
fn refused(lang: Lang, why: &Unreadable) -> String {
    let (what, hint) = why.say(lang);
    arrivals::and_then(lang, &what, &hint)
}

/// Returns the bytes of a foreign file, or why there are none.
fn foreign_bytes(lang: Lang, path: &Path) -> Result<Vec<u8>, String> {
    let read = || -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let kind = std::fs::metadata(path)?;
        if kind.is_dir() {
            return Err(std::io::ErrorKind::IsADirectory.into());
        }
        // A pipe that nobody writes into would keep the writer waiting for ever.
        if !kind.is_file() {
            return Err(std::io::Error::other(arrivals::no_file(lang)));
        }
        // One byte more than is taken tells that there is more.
        File::open(path)?.take(LIMIT + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().map_err(|it| store::messages::reason(lang, &it).0)?;
    if bytes.len() as u64 > LIMIT {
        let limit = LIMIT >> 20;
        return Err(refused(lang, &Unreadable::TooLarge { limit }));
    }
    Ok(bytes)
}

/// Says what is to be known of how a setting was kept; usually nothing.
fn kept(lang: Lang, kept: Result<settings::Kept, settings::NotKept>) -> Vec<Msg> {
    let said = match kept {
        Ok(kept) => kept.say(lang),
        Err(not_kept) => Some(not_kept.say(lang)),
    };
    said.into_iter().map(Msg::Said).collect()
}

fn told(lang: Lang, result: Result<(), StoreError>) -> Msg {
    match result {
        Ok(()) => Msg::WrittenDown,
        Err(StoreError::TakenOver) => Msg::TakenOver,
        Err(error) => Msg::NotWrittenDown(why(lang, &error)),
    }
}

/// Returns why something was not saved: for the system's reasons the reason first, and the folder.
fn why(lang: Lang, error: &StoreError) -> String {
    match error {
        StoreError::Io { path, source, .. } => {
            let folder = path.parent().unwrap_or(path).display().to_string();
            say::why_at(lang, &store::messages::reason(lang, source).0, &folder)
        }
        other => store::messages::describe(lang, other).0,
    }
}

fn said(lang: Lang, error: &StoreError) -> Msg {
    let (what, hint) = store::messages::describe(lang, error);
    Msg::Said(match lang {
        Lang::Zh => format!("{what}。{hint}"),
        Lang::En => format!("{what}. {hint}"),
    })
}

/// Returns a name beside `path` that no file has: `name (2).md`.
fn free_name(path: &Path) -> PathBuf {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let extension = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    (2..10_000)
        .map(|n| path.with_file_name(format!("{stem} ({n}).{extension}")))
        .find(|it| !it.exists())
        .unwrap_or_else(|| path.to_owned())
}
