//! A list to choose from, with the sentence above it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::draft::Field;
use crate::store::Entry;
use crate::tui::arrivals;
use crate::tui::lists::{Item, items, last_time, title_of, version_name, when};
use crate::tui::messages as say;
use crate::tui::model::{List, Model};
use crate::tui::plan::{Plan, Room, plan};
use crate::tui::preview::messages as proof;
use crate::tui::reviewer::messages as reviewer;
use crate::tui::theme::Theme;
use crate::typeset::{self, Ambiguous};

use super::paint::Pen;
use super::{Scroll, Target};

/// ```text
/// 剖析  帮你一步一步写完自我剖析材料            文字只存在这台电脑上
///
///  上次写到[固本培元、增强党性方面]，全文1,240字，1月20日21:05。
///
///  > 1 继续上次：2025年度组织生活会个人对照检查材料
///    2 新写一份
///
///  上下键选择，回车确定，数字也可以。
/// ```
pub(super) fn list(
    model: &Model,
    list: &List,
    cursor: usize,
    scroll: &mut Scroll,
    theme: Theme,
    frame: &mut Frame<'_>,
) {
    let lang = model.lang;
    let plan = plan(model.size);
    let area = frame.area();
    let mut pen = Pen {
        buffer: frame.buffer_mut(),
        ambiguous: model.ambiguous,
    };
    let (title, aside, sentence) = head(model, list);
    let mut y = 0;
    if plan.band.height > 0 {
        pen.band(plan.band, theme.band());
        let right = pen.put_right(
            area.x + 20,
            0,
            area.right().saturating_sub(1),
            &aside,
            theme.band(),
        );
        pen.put(
            1,
            0,
            right.saturating_sub(1),
            &title,
            theme.band().patch(theme.heading()),
        );
        y = if plan.room == Room::Full { 2 } else { 1 };
    }
    let bottom = area
        .bottom()
        .saturating_sub(plan.hints.height + plan.guide.height.min(1));
    if !sentence.is_empty() && y < bottom {
        let room = Rect {
            x: 1,
            y,
            width: area.width.saturating_sub(2),
            height: ((bottom - y) / 2).clamp(1, 4),
        };
        y += pen.paragraph(room, &sentence, theme.heading());
        y += u16::from(plan.room == Room::Full);
    }
    let items = items(model, list);
    let columns = Columns::of(&items, area.width, model.ambiguous);
    let n_rows = usize::from(bottom.saturating_sub(y)).max(1);
    let top = (cursor + 1)
        .saturating_sub(n_rows)
        .min(items.len().saturating_sub(n_rows));
    for ((at, item), y) in items.iter().enumerate().skip(top).take(n_rows).zip(y..) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        scroll.drawn(row, Target::Line(at));
        line(&mut pen, row, (at, item), columns, at == cursor, theme);
    }
    let whole = if *list == List::Start {
        say::list_hint_first(lang)
    } else {
        say::list_hint(lang)
    };
    let hints = [whole, say::list_hint_short(lang)];
    super::write::foot(model, &mut pen, &plan, &hints, theme);
}

/// The band at the top: what is shown, and the report. Returns the first row below it.
pub(super) fn band(plan: &Plan, title: &str, report: &str, pen: &mut Pen<'_>, theme: Theme) -> u16 {
    if plan.band.height == 0 {
        return 0;
    }
    let end = plan.band.right().saturating_sub(1);
    pen.band(plan.band, theme.band());
    let right = pen.put_right(plan.band.x + 20, 0, end, report, theme.band());
    let style = theme.band().patch(theme.heading());
    pen.put(1, 0, right.saturating_sub(1), title, style);
    plan.band.height
}

/// Cells of the columns at the right of a list: what has a state has it below those of the others.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    state: u16,
    detail: u16,
}

impl Columns {
    /// A detail takes a third of the row at most, where there are states; half of it, where there are none.
    pub(super) fn of(items: &[Item], row: u16, ambiguous: Ambiguous) -> Self {
        let widest = |of: fn(&Item) -> &str| {
            let widths = items
                .iter()
                .map(|it| typeset::text_width(of(it), ambiguous));
            u16::try_from(widths.max().unwrap_or_default()).unwrap_or(u16::MAX)
        };
        let state = widest(|it| &it.state);
        let most = if state > 0 { row / 3 } else { row / 2 };
        Self {
            state,
            detail: widest(|it| &it.detail).min(most),
        }
    }
}

pub(super) fn line(
    pen: &mut Pen<'_>,
    row: Rect,
    (at, item): (usize, &Item),
    columns: Columns,
    has_focus: bool,
    theme: Theme,
) {
    let style = if has_focus {
        theme.focus()
    } else {
        theme.plain()
    };
    let digit = if at < 9 {
        format!("{}", at + 1)
    } else {
        " ".to_owned()
    };
    let mark = if has_focus { ">" } else { " " };
    let right = row.right().saturating_sub(1);
    let narrow = row.width < 60;
    let says_more = !item.state.is_empty() || !item.detail.is_empty();
    let mut limit = right;
    if says_more && !narrow {
        let detail = typeset::truncate(&item.detail, columns.detail.into(), pen.ambiguous);
        if item.state.is_empty() {
            limit = pen.put_right(row.x, row.y, right, detail, theme.plain());
        } else {
            let x = right.saturating_sub(columns.detail);
            pen.put(x, row.y, right, detail, theme.plain());
            limit = x.saturating_sub(columns.state + 2);
            pen.put(limit, row.y, x, &item.state, theme.plain());
        }
        limit = limit.saturating_sub(1);
    }
    let label = format!("{mark} {digit} {}", item.label);
    pen.put(row.x + u16::from(!narrow), row.y, limit, &label, style);
}

/// The band's title, what stands at its right, and the sentence under it.
fn head(model: &Model, list: &List) -> (String, String, String) {
    let lang = model.lang;
    let none = String::new;
    let report = || {
        model
            .work
            .as_ref()
            .map_or(String::new(), |it| it.draft().title.clone())
    };
    match list {
        List::Start => (say::welcome(lang), say::stays_here(lang), last_time(model)),
        List::Notice => (say::from_notice(lang), none(), notice(model)),
        List::Rekinds => (say::change_kind(lang), report(), say::which_kind(lang)),
        List::Mapping => (say::change_kind(lang), report(), say::what_becomes(lang)),
        List::Kinds | List::EarlierKinds | List::OtherKinds => {
            (say::new_report(lang), none(), which_kind(model))
        }
        List::Drafts => (say::which_draft(lang), none(), none()),
        List::DraftMenu(id) => (draft_title(model, id), none(), none()),
        List::ConfirmDelete(id) => (
            say::delete_draft(lang),
            none(),
            say::sure_to_delete(lang, &draft_title(model, id)),
        ),
        List::Trash => (say::trash(lang), none(), none()),
        List::TrashMenu(id) => (deleted_title(model, id), none(), none()),
        List::ConfirmDestroy(id) => (
            say::trash(lang),
            none(),
            match id {
                Some(id) => say::sure_to_destroy(lang, &deleted_title(model, id)),
                None => say::sure_to_empty(lang, model.trash.len()),
            },
        ),
        List::Menu => (say::menu(lang), report(), none()),
        List::Past => (say::past_entry(lang), report(), none()),
        List::Versions => (say::versions(lang), report(), say::which_version(lang)),
        List::Version(rev) => (say::versions(lang), report(), version(model, *rev)),
        List::ConfirmForget => (say::forget_entry(lang), report(), say::sure_to_forget(lang)),
        List::Found | List::Replace => (say::find_entry(lang), report(), search(model)),
        List::Edit => (say::edit_entry(lang), report(), none()),
        List::Here => (
            model
                .work
                .as_ref()
                .map_or(String::new(), |it| super::write::open_label(lang, it)),
            report(),
            none(),
        ),
        List::Outline => (say::outline(lang), report(), other_year(model)),
        List::Arrange => (say::outline(lang), report(), say::arrange(lang)),
        List::Part(page) => {
            let name = model.work.as_ref().map_or(String::new(), |it| {
                crate::tui::lists::part_name(lang, it.draft(), *page)
            });
            (say::outline(lang), report(), name)
        }
        List::Result => (say::result_entry(lang), report(), account(model)),
        List::CopyPart => (say::copy_part(lang), report(), say::which_part(lang)),
        List::Printed(_) => (proof::title(lang), report(), proof::estimate(lang)),
        List::PrintedParts(_) => (proof::title(lang), report(), none()),
        List::Exists { path, .. } => (
            say::result_entry(lang),
            report(),
            say::exists(lang, &path.display().to_string()),
        ),
        List::Check
        | List::Finding(_)
        | List::Silenced
        | List::HandOut(_)
        | List::Chain
        | List::Links(_) => {
            let (title, sentence) = super::check::head(model, list);
            (title, report(), sentence)
        }
        List::From => (say::new_report(lang), none(), arrivals::from_which(lang)),
        List::IntakeTexts => {
            let n = model.intake.as_ref().map_or(0, |it| it.titles.len());
            (intake_title(lang), none(), arrivals::which_text(lang, n))
        }
        List::Intake => {
            let name = model.intake.as_ref().map_or("", |it| it.name.as_str());
            (intake_title(lang), none(), arrivals::what_now(lang, name))
        }
        List::IntakeKinds => (intake_title(lang), none(), say::which_kind(lang)),
        List::Tray => (say::set_aside(lang), report(), none()),
        List::TrayItem(id) | List::Place(id) | List::PlaceIn(id, _) => {
            (say::set_aside(lang), report(), kept_text(model, list, *id))
        }
        List::Settings => (say::settings_entry(lang), none(), none()),
        List::Recovery => (report(), none(), recovery(model)),
        List::Unsaved => (report(), none(), say::still_unsaved(lang)),
        List::Busy { id, owner } => (
            draft_title(model, id),
            none(),
            say::busy(lang, &owner.place(), &when(model, &owner.since)),
        ),
    }
}

/// The beginning of a text set aside, or the question where it goes.
fn kept_text(model: &Model, list: &List, id: crate::draft::ItemId) -> String {
    let field = Field::SetAside(id);
    let text = (model.work.as_ref())
        .and_then(|it| it.draft().text(field))
        .unwrap_or_default();
    match list {
        List::TrayItem(_) => text.chars().take(200).collect(),
        _ => arrivals::where_to(model.lang),
    }
}

fn version(model: &Model, rev: u64) -> String {
    let versions = model.work.as_ref().and_then(|it| it.versions.as_ref());
    let found = versions.and_then(|it| it.list.iter().find(|it| it.rev == rev));
    found.map_or_else(String::new, |it| {
        let characters = say::characters(model.lang, &say::grouped(it.characters));
        format!("{}  {characters}", version_name(model, it))
    })
}

/// Asks for the kind; tells of own templates that could not be read.
fn which_kind(model: &Model) -> String {
    let question = say::which_kind(model.lang);
    match model.unread_kinds {
        0 => question,
        n => format!("{question}{}", say::unread_kinds(model.lang, n)),
    }
}

fn intake_title(lang: crate::locale::Lang) -> String {
    arrivals::import_entry(lang)
}

fn draft_title(model: &Model, id: &str) -> String {
    title_among(model, &model.drafts, id)
}

fn deleted_title(model: &Model, id: &str) -> String {
    title_among(model, &model.trash, id)
}

fn title_among(model: &Model, entries: &[Entry], id: &str) -> String {
    entries
        .iter()
        .find(|it| it.id == id)
        .map_or(String::new(), |it| title_of(model.lang, it))
}

/// How to put a notice in; once it is read, what is doubtful about it.
fn notice(model: &Model) -> String {
    let lang = model.lang;
    let Some(it) = &model.read_notice else {
        return say::paste_notice(lang);
    };
    let doubts = crate::template::notice::messages::doubts(lang, &it.reading).join("");
    if it.reading.is_usable() {
        format!("{}{doubts}", say::notice_was_read(lang))
    } else {
        doubts
    }
}

/// Tells quietly that the dimensions are those of another year than the title says.
fn other_year(model: &Model) -> String {
    let work = model.work.as_ref();
    work.and_then(|it| crate::desk::other_year(model.lang, it.draft()))
        .unwrap_or_default()
}

fn search(model: &Model) -> String {
    let search = model.work.as_ref().and_then(|it| it.search.as_ref());
    search.map_or(String::new(), |it| {
        say::found(model.lang, it.matches.len(), &it.query)
    })
}

fn account(model: &Model) -> String {
    let Some(work) = &model.work else {
        return String::new();
    };
    let account = crate::wizard::account(work.template, work.draft());
    let characters = say::grouped(model.counting.of(work.tally.report()));
    let account = if account.is_finished() {
        say::complete(model.lang, &characters)
    } else {
        say::incomplete(
            model.lang,
            account.questions - account.answered,
            &characters,
        )
    };
    let account = match work.proof.preview.pages.pages.len() {
        0 => account,
        1 => format!("{account}{}", proof::about_one_page(model.lang)),
        n => format!("{account}{}", proof::about_pages(model.lang, n)),
    };
    match work.checked.counts().error {
        0 => account,
        n => format!("{account}\n{}", reviewer::open_findings(model.lang, n)),
    }
}

fn recovery(model: &Model) -> String {
    let lang = model.lang;
    let Some((work, found)) = model
        .work
        .as_ref()
        .and_then(|it| Some((it, it.found.as_ref()?)))
    else {
        return String::new();
    };
    let characters = work.tally.report().marks;
    let more = match characters.cmp(&found.saved_characters) {
        std::cmp::Ordering::Greater => {
            say::more_than_saved(lang, characters - found.saved_characters)
        }
        std::cmp::Ordering::Less => {
            say::fewer_than_saved(lang, found.saved_characters - characters)
        }
        std::cmp::Ordering::Equal => say::as_many_as_saved(lang),
    };
    say::recovery(lang, &say::grouped(characters), &more)
}
