//! What every command is run with: the language, the data folder, and the way to speak.

use std::io::{self, IsTerminal};

use super::args::{ColourChoice, Global};
use super::environment;
use super::failure::Failure;
use super::messages as say;
use super::talk::{complain, remark};
use crate::check::Words;
use crate::desk;
use crate::desk::kinds::{self, Kinds};
use crate::desk::words::OwnWords;
use crate::draft::{Change, Draft, Session};
use crate::locale::Lang;
use crate::settings::{Loaded, Settings, Trouble};
use crate::store::{DraftFolder, Entry, Home, Mark, Opened, Recovered, pick, recover};

/// The surroundings of one run.
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each switch of the command line"
)]
pub(super) struct Cx {
    /// The language of the interface.
    pub(super) lang: Lang,
    /// The data folder.
    pub(super) home: Home,
    /// The kinds of report that can be written with it.
    pub(super) kinds: Kinds,
    /// Whether the writer may be asked anything.
    pub(super) may_ask: bool,
    /// Whether the line mode was asked for on the command line.
    pub(super) wants_lines: bool,
    /// What the command line says of the encoding of the streams.
    pub(super) encoding: Option<&'static encoding_rs::Encoding>,
    colour: ColourChoice,
    is_verbose: bool,
    /// What the writer has set.
    pub(super) settings: Settings,
    /// What the writer should know about the settings file.
    pub(super) settings_remark: Option<String>,
    has_faulty_settings: bool,
}

/// A draft read without being opened for writing.
pub(super) struct Found {
    /// Its id.
    pub(super) id: String,
    /// What its files gave.
    pub(super) recovered: Recovered,
}

impl Cx {
    /// Makes the surroundings of a run; fails where there is no data folder.
    pub(super) fn new(lang: Lang, global: Global, loaded: Loaded) -> Result<Self, Failure> {
        let root = environment::data_folder(global.home);
        let home = Home::new(root.ok_or(Failure::NoHome)?);
        let cx = Self {
            lang,
            // Before any draft is read: its questions are found by the id of its template.
            kinds: kinds::read(&home),
            home,
            may_ask: !global.no_input,
            wants_lines: global.plain,
            encoding: global.encoding,
            colour: global.color,
            is_verbose: global.verbose,
            settings: loaded.settings,
            has_faulty_settings: loaded.trouble.as_ref().is_some_and(Trouble::is_fault),
            settings_remark: loaded.trouble.map(|it| it.say(lang)),
        };
        cx.detail(|lang| say::data_folder(lang, &cx.home.root().display().to_string()));
        Ok(cx)
    }

    /// Says a line on standard error if the writer wants to know how things are done.
    pub(super) fn detail(&self, line: impl FnOnce(Lang) -> String) {
        if self.is_verbose {
            remark(&line(self.lang));
        }
    }

    /// Returns the word lists of the data folder. What is wrong in them is refused: who checks by their own lists must
    /// know whether they are in force.
    pub(super) fn words(&self) -> Result<&'static Words, Failure> {
        let OwnWords { lists, troubles } = desk::words::read(&self.home);
        if troubles.is_empty() {
            return Ok(lists.words());
        }
        let lines = troubles.iter().map(|it| it.say(self.lang));
        Err(Failure::WordFaults(lines.collect()))
    }

    /// Says what is wrong with the settings file, for commands without a screen to say it on.
    pub(super) fn warn_of_settings(&self) {
        if let Some(line) = &self.settings_remark
            && self.has_faulty_settings
        {
            remark(line);
        }
    }

    /// Says what went wrong and what to do.
    pub(super) fn complain(&self, failure: &Failure) {
        complain(self.lang, failure, self.colours(&io::stderr()));
        if self.is_verbose
            && let Some(detail) = failure.detail()
        {
            remark(&detail);
        }
    }

    /// Tells whether colours may be used on a stream.
    pub(super) fn colours(&self, stream: &impl IsTerminal) -> bool {
        let told = self.colours_told(stream);
        told.unwrap_or(!self.settings.colourless)
    }

    /// Tells whether colours are used on a stream, where the command line, the environment or the stream say so;
    /// else the settings do.
    pub(super) fn colours_told(&self, stream: &impl IsTerminal) -> Option<bool> {
        match self.colour {
            ColourChoice::Always => Some(true),
            ColourChoice::Never => Some(false),
            ColourChoice::Auto if environment::wants_no_colour() => Some(false),
            ColourChoice::Auto if environment::forces_colour() => Some(true),
            ColourChoice::Auto => (!stream.is_terminal()).then_some(false),
        }
    }

    /// Finds a draft by its name and reads it, without locking it. Warns of damage.
    pub(super) fn read(&self, name: &str) -> Result<Found, Failure> {
        let id = self.find(name)?;
        let recovered = recover(&self.home.folder(&id))?;
        self.warn_of_damage(&recovered);
        if recovered.damaged_snapshot.is_some() && recovered.seq == 0 {
            let path = self.home.folder(&id);
            return Err(Failure::Damaged { path });
        }
        self.detail(|lang| say::draft_read(lang, &id, recovered.seq, recovered.tail.len()));
        Ok(Found { id, recovered })
    }

    /// Opens a draft for writing, makes the change that `make` wants of it, if any, and returns it as it is then.
    pub(super) fn change(
        &self,
        id: &str,
        make: impl FnOnce(&Draft) -> Option<Change>,
    ) -> Result<Draft, Failure> {
        let folder = self.home.folder(id);
        let Opened {
            mut folder,
            recovered,
        } = DraftFolder::open(&folder, &environment::owner())?;
        self.warn_of_damage(&recovered);
        let place = recovered.place;
        let mut session = Session::new(recovered.draft);
        if let Some(change) = make(session.draft()) {
            let committed = session
                .commit(change)
                .expect("a change made from this draft applies to it");
            let time = environment::now();
            folder.append(time, &committed)?;
            let summary = desk::summary(session.draft(), place);
            folder.snapshot(session.draft(), place, summary, time)?;
        }
        Ok(session.draft().clone())
    }

    /// Notes in the history of a draft that it was handed out, if nobody else writes it and nothing is wrong with its
    /// files. It is handed out whether or not that can be noted.
    pub(super) fn note_export(&self, found: &Found, format: &str) {
        let it = &found.recovered;
        let is_sound = it.damaged_snapshot.is_none() && it.damaged_journals.is_empty();
        if !is_sound || it.newer.is_some() {
            return;
        }
        let path = self.home.folder(&found.id);
        let noted = DraftFolder::open_as_read(&path, &environment::owner(), it).and_then(|open| {
            // Another window may have written since the draft was read.
            if let Some(mut folder) = open {
                let mark = Mark::Exported(format.to_owned());
                folder.mark(environment::now(), mark)?;
            }
            Ok(())
        });
        if noted.is_err() {
            self.detail(say::export_not_noted);
        }
    }

    /// Finds the id of a draft.
    pub(super) fn find(&self, name: &str) -> Result<String, Failure> {
        if name == "last"
            && let Some(id) = self.home.last()?
        {
            return Ok(id);
        }
        Ok(pick(name, &self.drafts()?)?)
    }

    /// Returns the drafts as they are.
    pub(super) fn drafts(&self) -> Result<Vec<Entry>, Failure> {
        Ok(desk::drafts(&self.home)?)
    }

    /// Warns of files that could not be read to their end.
    pub(super) fn warn_of_damage(&self, recovered: &Recovered) {
        if let Some(path) = &recovered.damaged_snapshot {
            let path = path.display().to_string();
            remark(&say::damaged_snapshot(self.lang, &path));
        }
        for (path, _) in &recovered.damaged_journals {
            let path = path.display().to_string();
            remark(&say::damaged_journal(self.lang, &path));
        }
    }
}
