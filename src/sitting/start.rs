//! Where a sitting begins, and the line that is left of it.

use std::path::PathBuf;

use crate::clipboard::Surroundings;
use crate::desk::words::Lists;
use crate::draft::ChangeCause;
use crate::locale::Lang;
use crate::settings::{Ground, Settings};
use crate::store::{Home, Owner};
use crate::template;
use crate::wizard::{outline_of, year_of};

use super::effect::{Access, Effect};
use super::messages as say;
use super::model::{List, Model, Reading, Saving, Screen};
use super::post::Post;
use super::world::{Lifeline, World};

/// Where a sitting begins.
#[derive(Debug)]
pub enum Start {
    /// At the first screen.
    Screen,
    /// At a new report: the kind and the title, where they were given.
    New {
        /// Id of the template.
        template: Option<String>,
        /// Title of the report.
        title: Option<String>,
    },
    /// At the place where this draft was left.
    Draft(String),
}

/// What a sitting is begun with, whichever face it has.
#[derive(Debug)]
pub struct Beginning {
    /// The data folder.
    pub home: Home,
    /// Who writes, for locks.
    pub owner: Owner,
    /// Language of the interface: the settings' own, unless something nearer to the writer says otherwise.
    pub lang: Lang,
    /// What the writer has set.
    pub settings: Settings,
    /// Whether colours are used, where the command line or the environment say so.
    pub colours: Option<bool>,
    /// What the environment says of the terminal's ground.
    pub ground: Option<Ground>,
    /// The word lists the reviewer goes by.
    pub lists: Lists,
    /// What copies can leave by.
    pub surroundings: Surroundings,
    /// The writer's own editors: `VISUAL` and `EDITOR`.
    pub editors: [Option<String>; 2],
    /// Where to begin.
    pub start: Start,
    /// What was cut or copied with the other face.
    pub kept: String,
    /// The year on the calendar.
    pub year: i16,
    /// The writer's time zone.
    pub zone: jiff::tz::TimeZone,
}

impl Beginning {
    /// Returns the model before anything was done, in a window of so many columns and rows, and what the face itself
    /// goes on with: where to begin, and the writer's editors.
    pub fn sit_down(
        self,
        size: (u16, u16),
        post: impl Into<Post>,
        lifeline: Lifeline,
    ) -> (Model, World, Start, [Option<String>; 2]) {
        let world = World::new(self.home, self.owner, self.surroundings, post, lifeline);
        let mut model = Model::new(self.lang, size, self.year);
        model.zone = self.zone;
        model.kept = self.kept;
        model.lists = self.lists;
        model.elsewhere = world.started_in().join("pouxi");
        model.colours_told = self.colours;
        model.ground = self.ground;
        model.take(self.settings);
        (model, world, self.start, self.editors)
    }
}

/// How a face was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// With this exit code.
    Left(u8),
    /// To go on with the other face: at this draft, and in this data folder if it was moved to one.
    OtherFace {
        /// Id of the draft.
        draft: Option<String>,
        /// The other data folder.
        home: Option<PathBuf>,
        /// What was cut or copied, to be put back there.
        kept: String,
    },
}

/// Returns how a sitting goes on with the other face.
pub fn other_face(model: &Model) -> Ended {
    Ended::OtherFace {
        draft: model.work.as_ref().map(|it| it.id.clone()),
        home: model.moved_to.clone(),
        kept: model.kept.clone(),
    }
}

/// Goes where the writer wants to begin. Returns what the world must do for it.
pub fn begin(model: &mut Model, start: Start) -> Vec<Effect> {
    match start {
        Start::Screen => Vec::new(),
        Start::Draft(id) => vec![Effect::Open(id, Access::Write)],
        Start::New { template, title } => {
            let Some(template) = template.as_deref().and_then(template::find) else {
                model.screen = Screen::List(List::Kinds, 0);
                return Vec::new();
            };
            let year = year_of(template, model.year);
            let mut outline = outline_of(template, year, Vec::new());
            outline.title = title.unwrap_or(outline.title);
            vec![Effect::Create(Box::new(outline), ChangeCause::Template)]
        }
    }
}

/// Shows the guide to who has written nothing yet and has not seen it. What there is must have been looked at.
pub fn welcome(model: &mut Model) {
    model.shows_guide &= model.drafts.is_empty() && model.trash.is_empty();
    if model.shows_guide {
        model.screen = Screen::Read(Reading::Guide(0), 0);
    }
}

/// Returns the line that is left of a sitting; `None` without a draft.
pub fn farewell(model: &Model) -> Option<String> {
    let work = model.work.as_ref()?;
    let (lang, title) = (model.lang, &work.draft().title);
    let characters = say::grouped(work.tally.report().marks);
    Some(match (&model.moved_to, work.saving) {
        (_, Saving::Failing) => say::farewell_unsaved(lang, title),
        (Some(path), _) => {
            say::farewell_elsewhere(lang, title, &characters, &path.display().to_string())
        }
        (None, _) => say::farewell(lang, title, &characters),
    })
}
