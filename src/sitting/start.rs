//! Where a sitting begins, and the line that is left of it.

use crate::draft::ChangeCause;
use crate::template;
use crate::wizard::{outline_of, year_of};

use super::effect::{Access, Effect};
use super::messages as say;
use super::model::{List, Model, Reading, Saving, Screen};

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
