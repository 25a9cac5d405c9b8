//! What is made of the answer to a question of one line.

use crate::draft::{Attr, ChangeCause};
use crate::sitting::digits::number;
use crate::sitting::effect::Effect;
use crate::sitting::lists::Act;
use crate::sitting::messages as say;
use crate::sitting::model::{About, Ask, List, Model, Screen};
use crate::wizard::outline_of;

use super::act::{act, change};
use super::{check, intake, search, trouble};

/// A one-line question was answered.
pub(super) fn answered(model: &mut Model, ask: &Ask) -> Vec<Effect> {
    match &ask.about {
        About::Year(template) => {
            match number(&ask.text).and_then(|it| i16::try_from(it).ok()) {
                Some(year) if (1900..=2999).contains(&year) => {
                    let about = About::Name(template.clone(), year);
                    model.screen = Screen::Ask(Ask {
                        about,
                        text: String::new(),
                        caret: 0,
                    });
                }
                _ => model.notice = Some(say::not_a_year(model.lang)),
            }
            Vec::new()
        }
        About::Name(template, year) => {
            let Some(template) = crate::template::find(template) else {
                return Vec::new();
            };
            let name = ask.text.trim();
            let bylines = if name.is_empty() {
                Vec::new()
            } else {
                vec![name.to_owned()]
            };
            let outline = Box::new(outline_of(template, *year, bylines));
            vec![match model.follows.take() {
                Some(earlier) => Effect::Follow(outline, earlier),
                None => Effect::Create(outline, ChangeCause::Template),
            }]
        }
        About::Import | About::Against => intake::path(model, &ask.text),
        About::NoticeFile => vec![Effect::ReadNotice(ask.text.trim().to_owned())],
        About::Find => search::look_for(model, &ask.text),
        About::Draft => {
            let words = ask.text.trim().to_owned();
            let list = if words.is_empty() {
                List::Drafts
            } else {
                List::DraftsLike(words)
            };
            model.screen = Screen::List(list, 0);
            Vec::new()
        }
        About::Elsewhere => trouble::answered(model, &ask.text),
        About::With => search::preview(model, &ask.text),
        About::Silence(rule, item) => check::silence(model, rule, *item, &ask.text),
        About::Reason(part) => {
            let now = Attr::NotWritten(*part, Some(ask.text.trim().to_owned()));
            model.screen = Screen::Write;
            change(model, |work| work.draft().choice(now))
        }
    }
}

/// A template made of a notice was kept: the report is begun with it.
pub(super) fn kept(model: &mut Model, id: &str) -> Vec<Effect> {
    model.read_notice = None;
    let year = crate::template::find(id).and_then(|it| it.year);
    match year.and_then(|it| i16::try_from(it).ok()) {
        Some(year) => {
            model.screen = Screen::Ask(Ask {
                about: About::Name(id.to_owned(), year),
                text: String::new(),
                caret: 0,
            });
            Vec::new()
        }
        None => act(model, Act::AskYear(id.to_owned())),
    }
}
