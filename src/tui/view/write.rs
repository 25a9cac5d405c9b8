//! The writing screen: one open question, its neighbours in sight.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::layout::Rect;

use crate::draft::Spot;
use crate::locale::Lang;
use crate::settings::Keys;
use crate::sitting::digits::digit_of;
use crate::sitting::keymap::{Command, Scope, renamed, shown};
use crate::sitting::labels::{answer, button_label, choices, counts, is_left_out};
use crate::sitting::lists::part_name;
use crate::sitting::messages as say;
use crate::sitting::model::{Focus, Model, Saving, Screen, Work};
use crate::sitting::plan::{Plan, Room, Shares, is_too_small, plan, share};
use crate::tui::canvas::Canvas;
use crate::tui::theme::Theme;
use crate::typeset;
use crate::wizard::{Choice, Question, Stop, messages as names};

use super::paint::Pen;
use super::{Scroll, Target};

/// ```text
///  2025年度组织生活会对照检查材料    第2/5个方面 问题1/2 全文1,240字 自动保存
///  （二）固本培元、增强党性方面
///
///    问题   学习不系统，一忙就把学习往后放。                           22字
///  > 事例                                                              58字
///    什么时候、什么事、结果怎样？
///
///    去年9月创建工作最忙的那三周，我两次请假没有参加支部学习，█
///
///    原因   还没写
///    [下一个方面] [再写问题] [菜单]
///
///  怎么写：写一件真事，有日期、地点或数字。
///  Tab 下一项   Shift+Tab 上一项   Esc 菜单
/// ```
pub(super) fn write(
    model: &Model,
    work: &Work,
    scroll: &mut Scroll,
    theme: Theme,
    canvas: &mut Canvas,
) {
    let mut plan = plan(model.size);
    make_room(&mut plan, work.checked.quiet.rows());
    let cursor = {
        let mut pen = Pen {
            canvas,
            ambiguous: model.ambiguous,
        };
        band(model, work, &plan, &mut pen, theme);
        if let Some(pane) = plan.pane {
            super::outline::pane(model, work, pane, &mut pen, theme);
        }
        if plan.heading.height > 0 {
            heading(model, work, plan.heading, &mut pen, theme);
        }
        let cursor = body(model, work, &plan, scroll, &mut pen, theme);
        let hints = hints(model, work, plan.room);
        foot(model, &mut pen, &plan, hints, theme);
        if model.notice.is_none() && plan.room == Room::Full {
            guide(model, work, &plan, &mut pen, theme);
        }
        cursor
    };
    if let Some((x, y)) = cursor {
        canvas.set_cursor((x, y));
    }
}

/// Notice and keys at the bottom of every screen. A notice takes the rows it needs, because a path cut off is of no
/// use, but never those of the open text: below it stand at least as many as it may take.
///
/// Of the `keys`, longer and shorter ways to name them, the first that fits is shown.
pub(super) fn foot(
    model: &Model,
    pen: &mut Pen<'_>,
    plan: &Plan,
    keys: impl IntoIterator<Item = String>,
    theme: Theme,
) {
    let hints = plan.hints;
    let indent = u16::from(plan.room != Room::Tiny);
    // Where there is no row for it, the notice takes the row of the keys.
    let has_own_row = plan.guide.height > 0;
    let rows_for_notice = match plan.room {
        Room::Full => plan.guide.height + 3,
        Room::Compact if has_own_row => plan.guide.height + 1,
        Room::Compact | Room::Tiny => 1,
    };
    if let Some(notice) = &model.notice {
        let notice = &named_as_they_are(model, notice);
        let width = plan.guide.width.max(1).saturating_sub(2 * indent);
        let rows = typeset::Layout::new(notice, width.max(1), model.ambiguous).n_rows();
        let height = u16::try_from(rows).unwrap_or(u16::MAX).min(rows_for_notice);
        let bottom = if has_own_row { hints.y } else { hints.bottom() };
        let area = Rect {
            x: plan.guide.x,
            y: bottom.saturating_sub(height),
            width: plan.guide.width,
            height,
        };
        pen.clear(area);
        pen.paragraph(
            Rect {
                x: area.x + indent,
                width,
                ..area
            },
            notice,
            theme.notice(),
        );
        if !has_own_row {
            return;
        }
    }
    if hints.height > 0 {
        let room = usize::from(hints.width.saturating_sub(2 * indent));
        let fits = |it: &String| {
            plan.room != Room::Tiny && typeset::text_width(it, model.ambiguous) <= room
        };
        let shortest = || {
            if is_too_small(model.size) && model.screen == Screen::Write {
                say::small_hint(model.lang)
            } else {
                say::tiny_hint(model.lang)
            }
        };
        let hint = keys.into_iter().find(fits).unwrap_or_else(shortest);
        pen.put(
            hints.x + indent,
            hints.y,
            hints.right(),
            &hint,
            theme.plain(),
        );
    }
}

/// A sentence that names keys, with those the writer gave. Where keys are what it is about, it names them itself.
fn named_as_they_are<'n>(model: &Model, notice: &'n str) -> Cow<'n, str> {
    if model.keys == Keys::default() || model.is_about_keys() {
        return Cow::Borrowed(notice);
    }
    Cow::Owned(renamed(&model.keys, notice))
}

fn band(model: &Model, work: &Work, plan: &Plan, pen: &mut Pen<'_>, theme: Theme) {
    if plan.band.height == 0 {
        return;
    }
    pen.band(plan.band, theme.band());
    let status = status(model, work, plan.room);
    let left = if plan.room == Room::Full { 20 } else { 0 };
    let right = pen.put_right(
        left,
        0,
        plan.band.right().saturating_sub(1),
        &status,
        theme.band(),
    );
    let right = right.saturating_sub(2);
    let style = theme.band().patch(theme.heading());
    let title = &work.draft().title;
    match plan.room {
        Room::Full => {
            pen.put(1, 0, right, title, style);
        }
        // With less than that a title says nothing.
        Room::Compact | Room::Tiny if right > 12 => {
            pen.put_shortened(1, 0, right, title, style);
        }
        Room::Compact | Room::Tiny => {}
    }
}

/// The name of the part, and its length where there is room.
fn heading(model: &Model, work: &Work, area: Rect, pen: &mut Pen<'_>, theme: Theme) {
    let draft = work.draft();
    let page = work.writer.page;
    let mut title = part_name(model.lang, draft, page);
    if is_left_out(draft, page) {
        title = format!("{title}  {}", say::left_out(model.lang));
    }
    let part = work
        .tally
        .part(work.draft(), work.writer.page, &work.questions());
    let count = say::part_total(model.lang, &short_length(model, model.length(part)));
    // Two cells are left free at the right, as everywhere on this screen.
    let right = area.right().saturating_sub(2);
    let end = pen.put_shortened(area.x + 1, area.y, right, &title, theme.heading());
    pen.put_right(
        end + 1,
        area.y,
        area.right().saturating_sub(2),
        &count,
        theme.plain(),
    );
    if area.height > 1
        && let Some(counts) = counts(model, work)
    {
        pen.put(area.x + 1, area.y + 1, area.right(), &counts, theme.plain());
    }
}

/// A length beside a text, with as little as says what is counted.
fn short_length(model: &Model, n: usize) -> String {
    let n = say::grouped(n);
    match (model.counts_words(), model.lang) {
        (true, Lang::Zh) => say::words(model.lang, &n),
        (true, Lang::En) | (false, _) => say::n_characters(model.lang, &n),
    }
}

/// Where the writer is and how much there is, in words; never a percentage.
fn status(model: &Model, work: &Work, room: Room) -> String {
    let lang = model.lang;
    let draft = work.draft();
    let mut words = Vec::new();
    let dimensions: Vec<_> = draft
        .dimensions
        .iter()
        .filter(|it| it.kind.has_problems())
        .collect();
    let here = work.writer.page.dimension(draft);
    if let Some(n) = here.and_then(|id| dimensions.iter().position(|it| it.id == id)) {
        words.push(match room {
            Room::Full => say::dimension_of(lang, n + 1, dimensions.len()),
            Room::Compact | Room::Tiny => format!("{}/{}", n + 1, dimensions.len()),
        });
        let problems: Vec<_> = dimensions.get(n).map_or(Vec::new(), |it| {
            it.problems.iter().map(|it| it.id).collect()
        });
        let (at, of) = match work
            .problem()
            .and_then(|id| problems.iter().position(|it| *it == id))
        {
            Some(at) => (at + 1, problems.len()),
            None => (problems.len() + 1, problems.len() + 1),
        };
        words.push(say::problem_of(lang, at, of));
    }
    let total = say::grouped(model.length(work.tally.report()));
    let bounds = work.template.length.map(|it| (it.min, it.max));
    words.push(match (bounds, room) {
        (Some((Some(min), Some(max))), Room::Full) => say::total_of(
            lang,
            &total,
            &say::grouped(min as usize),
            &say::grouped(max as usize),
        ),
        (Some((Some(min), None)), Room::Full) => {
            say::total_at_least(lang, &total, &say::grouped(min as usize))
        }
        (Some((None, Some(max))), Room::Full) => {
            say::total_at_most(lang, &total, &say::grouped(max as usize))
        }
        (Some((None, None)) | None, Room::Full) if model.counts_words() => {
            say::total_words(lang, &total)
        }
        (Some((None, None)) | None, Room::Full) => say::total(lang, &total),
        (_, Room::Compact | Room::Tiny) if model.counts_words() => say::words(lang, &total),
        (_, Room::Compact | Room::Tiny) => say::n_characters(lang, &total),
    });
    if work.saving == Saving::ReadOnly {
        words.push(say::read_only(lang));
    } else if work.saving == Saving::Failing {
        words.push(say::failing(lang));
    } else if room == Room::Full {
        words.push(say::autosave(lang));
    }
    words.join(" ")
}

/// Takes rows of the body for what is said under the guide; the blank row above the guide is the first of them.
fn make_room(plan: &mut Plan, rows: u16) {
    let taken = rows.saturating_sub(1);
    if plan.room == Room::Full && taken > 0 {
        plan.body.height = plan.body.height.saturating_sub(taken);
        plan.guide.y = plan.guide.y.saturating_sub(taken);
        plan.guide.height += taken;
    }
}

/// How to write it, and under it what the reviewer found in it before the caret came back.
fn guide(model: &Model, work: &Work, plan: &Plan, pen: &mut Pen<'_>, theme: Theme) {
    let quiet = &work.checked.quiet;
    let first = plan.hints.y.saturating_sub(quiet.rows());
    for (words, y) in quiet.lines().iter().zip(first..) {
        let x = plan.guide.x + 1;
        pen.put(x, y, plan.guide.right(), words, theme.missing());
    }
    let Some(question) = work.open_question() else {
        return;
    };
    let text = match model.probe(&question, work.text()) {
        Some(ask) => say::probe(model.lang, ask),
        None if question.prompt.guide.is_empty() => String::new(),
        None => say::guide(model.lang, &question.prompt.guide),
    };
    if !text.is_empty() {
        let y = plan.hints.y.saturating_sub(1 + work.checked.quiet.rows());
        pen.put(
            plan.guide.x + 1,
            y,
            plan.guide.right(),
            &text,
            theme.plain(),
        );
    }
}

/// At most four keys, always in the same place, from the table of keys; fewer where there is less room.
fn hints(model: &Model, work: &Work, room: Room) -> impl Iterator<Item = String> {
    const ALL: &[Command] = &[
        Command::Next,
        Command::Previous,
        Command::Enter,
        Command::Menu,
    ];
    const WITHOUT_BACK: &[Command] = &[Command::Next, Command::Enter, Command::Menu];
    const FEWEST: &[Command] = &[Command::Next, Command::Menu];
    let scope = if work.spot().is_some() {
        Scope::Text
    } else {
        Scope::List
    };
    let lang = model.lang;
    let does = move |command: Command| {
        shown(&model.bindings, scope, command).map(|it| (it.key, it.words(lang)))
    };
    let words = move |command: Command| {
        let (key, mut words) = does(command)?;
        // In a text of one line Enter is as good as Tab.
        if command == Command::Enter && work.spot().is_some_and(Spot::is_single_line) {
            words = does(Command::Next)?.1;
        }
        Some(format!("{key} {words}"))
    };
    let choices: &[&[Command]] = match room {
        Room::Full => &[ALL, WITHOUT_BACK, FEWEST],
        Room::Compact | Room::Tiny => &[FEWEST],
    };
    let line = move |commands: &&[Command]| {
        let keys: Vec<String> = commands.iter().filter_map(|it| words(*it)).collect();
        keys.join("   ")
    };
    choices.iter().map(line)
}

/// Draws the questions and buttons. Returns the cell of the caret.
fn body(
    model: &Model,
    work: &Work,
    plan: &Plan,
    scroll: &mut Scroll,
    pen: &mut Pen<'_>,
    theme: Theme,
) -> Option<(u16, u16)> {
    let questions = work.questions();
    let open = match work.writer.focus {
        Focus::Stop(stop) => questions.iter().position(|it| it.stop == stop),
        Focus::Button(_) => None,
    };
    let mut lines = Lines {
        model,
        work,
        plan,
        theme,
        y: plan.body.y,
        bottom: plan.body.bottom(),
        targets: Vec::new(),
    };
    let cursor = match (plan.room, open) {
        (Room::Tiny, Some(at)) => lines.open(questions.get(at)?, 0, plan.body.height, scroll, pen),
        (Room::Tiny, None) => {
            lines.buttons(pen);
            None
        }
        (Room::Compact, Some(at)) => {
            let question = questions.get(at)?;
            lines.label(question, pen);
            let n_others = u16::from(questions.len() > 1);
            let free = lines.bottom.saturating_sub(lines.y + n_others + 1);
            let rows = free.max(1);
            let cursor = lines.open(question, plan.indent, rows, scroll, pen);
            lines.y = lines.bottom.saturating_sub(n_others + 1).max(lines.y);
            lines.others(&questions, at, pen);
            lines.buttons(pen);
            cursor
        }
        (Room::Full, Some(at)) => lines.accordion(&questions, at, scroll, pen),
        (Room::Full | Room::Compact, None) => {
            let n_rows = usize::from(lines.bottom.saturating_sub(lines.y + 2));
            for question in questions
                .iter()
                .skip(questions.len().saturating_sub(n_rows))
            {
                lines.closed(question, pen);
            }
            lines.y += u16::from(plan.room == Room::Full);
            lines.buttons(pen);
            None
        }
    };
    scroll.targets.append(&mut lines.targets);
    cursor
}

/// Cells for the name of a closed question.
const LABEL_WIDTH: u16 = 10;

/// Draws line by line, from the top of the body down.
struct Lines<'a> {
    model: &'a Model,
    work: &'a Work,
    plan: &'a Plan,
    theme: Theme,
    y: u16,
    bottom: u16,
    /// What was drawn where.
    targets: Vec<(Rect, Target)>,
}

impl Lines<'_> {
    fn left(&self) -> u16 {
        self.plan.body.x + self.plan.indent
    }

    fn right(&self) -> u16 {
        self.left() + self.plan.columns
    }

    fn accordion(
        &mut self,
        questions: &[Question],
        at: usize,
        scroll: &mut Scroll,
        pen: &mut Pen<'_>,
    ) -> Option<(u16, u16)> {
        let question = questions.get(at)?;
        let (n_above, n_below) = (at, questions.len() - at - 1);
        let example = if self.work.writer.shows_example {
            self.example_rows(question)
        } else {
            0
        };
        // Label, question, two blank lines around the text, one before the buttons, the buttons.
        let fixed = 6 + usize::from(example);
        let rows = usize::from(self.plan.body.height).saturating_sub(fixed);
        let shares = share(rows, n_above, n_below, self.wanted(question));
        let Shares {
            above,
            more_above,
            open,
            below,
            more_below,
        } = shares;
        if more_above {
            self.line(&say::more_above(self.model.lang, n_above - above), pen);
        }
        for question in questions.iter().take(at).skip(n_above - above) {
            self.closed(question, pen);
        }
        self.label(question, pen);
        self.ask(question, pen);
        self.example(question, example, pen);
        self.y += 1;
        let open_rows = u16::try_from(open).unwrap_or(1);
        let cursor = self.open(question, self.plan.indent, open_rows, scroll, pen);
        self.y += 1;
        for question in questions.iter().skip(at + 1).take(below) {
            self.closed(question, pen);
        }
        if more_below {
            self.line(&say::more_below(self.model.lang, n_below - below), pen);
        }
        self.y += 1;
        self.buttons(pen);
        cursor
    }

    /// Rows the open question would like: its text and one more, or its choices.
    fn wanted(&self, question: &Question) -> usize {
        match question.stop {
            Stop::Text(_) => self.work.writer.sheet.layout().n_rows() + 1,
            Stop::Choose(choice) => choices(self.model.lang, self.work.draft(), choice).len(),
        }
    }

    fn line(&mut self, text: &str, pen: &mut Pen<'_>) {
        if self.y < self.bottom {
            pen.put(self.left(), self.y, self.right(), text, self.theme.plain());
        }
        self.y += 1;
    }

    /// A closed question: its name, the beginning of the answer, its length.
    fn closed(&mut self, question: &Question, pen: &mut Pen<'_>) {
        if self.y < self.bottom {
            let row = Rect {
                x: self.plan.body.x,
                y: self.y,
                width: self.plan.body.width,
                height: 1,
            };
            self.targets.push((row, Target::Stop(question.stop)));
            let lang = self.model.lang;
            let x = self.left();
            let label = names::label(lang, question.subject);
            pen.put(x, self.y, self.right(), label, self.theme.plain());
            let x = x + LABEL_WIDTH;
            let (answer, is_missing) = answer(self.model.lang, self.work, question);
            let style = if is_missing {
                self.theme.missing()
            } else {
                self.theme.plain()
            };
            let mut right = self.right();
            let n_characters = self.count(question);
            if n_characters > 0 {
                let count = short_length(self.model, n_characters);
                right = pen
                    .put_right(x, self.y, right, &count, self.theme.plain())
                    .saturating_sub(2);
            }
            pen.put(x, self.y, right, &answer, style);
        }
        self.y += 1;
    }

    /// 字 of an answer, in the way the writer has chosen.
    fn count(&self, question: &Question) -> usize {
        self.model.length(self.work.tally.answer(question.stop))
    }

    /// The name of the open question, and the length of its answer.
    fn label(&mut self, question: &Question, pen: &mut Pen<'_>) {
        if self.y < self.bottom {
            let lang = self.model.lang;
            let style = self.theme.heading();
            let x = self.left();
            let label = names::label(lang, question.subject);
            let is_full = self.plan.room == Room::Full;
            pen.put(
                x.saturating_sub(if is_full { 2 } else { 1 }),
                self.y,
                x,
                ">",
                style,
            );
            let mut x = pen.put(x, self.y, self.right(), label, style);
            let count = short_length(self.model, self.count(question));
            let right = match question.stop {
                Stop::Text(_) => {
                    pen.put_right(x + 1, self.y, self.right(), &count, self.theme.plain())
                }
                Stop::Choose(_) => self.right(),
            };
            if !is_full {
                x += 1;
                pen.put(
                    x,
                    self.y,
                    right.saturating_sub(1),
                    &question.prompt.ask,
                    self.theme.question(),
                );
            }
        }
        self.y += 1;
    }

    fn ask(&mut self, question: &Question, pen: &mut Pen<'_>) {
        if self.y < self.bottom {
            pen.put(
                self.left(),
                self.y,
                self.right(),
                &question.prompt.ask,
                self.theme.question(),
            );
        }
        self.y += 1;
    }

    fn example_rows(&self, question: &Question) -> u16 {
        let text = say::example(self.model.lang, &question.prompt.example);
        let rows = typeset::Layout::new(&text, self.plan.columns, self.model.ambiguous).n_rows();
        u16::try_from(rows)
            .unwrap_or(u16::MAX)
            .min(self.plan.body.height / 3)
    }

    fn example(&mut self, question: &Question, rows: u16, pen: &mut Pen<'_>) {
        let text = say::example(self.model.lang, &question.prompt.example);
        let area = Rect {
            x: self.left(),
            y: self.y,
            width: self.plan.columns,
            height: rows,
        };
        if rows > 0 {
            pen.paragraph(area, &text, self.theme.example());
        }
        self.y += rows;
    }

    /// The open text or the choices, in `rows` rows. Returns the cell of the caret.
    fn open(
        &mut self,
        question: &Question,
        indent: u16,
        rows: u16,
        scroll: &mut Scroll,
        pen: &mut Pen<'_>,
    ) -> Option<(u16, u16)> {
        let area = Rect {
            x: self.plan.body.x + indent,
            y: self.y,
            width: self.plan.columns,
            height: rows,
        };
        let area = area.intersection(self.plan.body);
        self.y += rows;
        match question.stop {
            Stop::Text(spot) => Some(open_text(self.work, spot, area, scroll, pen, self.theme)),
            Stop::Choose(choice) => {
                self.open_choice(choice, area, pen);
                None
            }
        }
    }

    fn open_choice(&mut self, choice: Choice, area: Rect, pen: &mut Pen<'_>) {
        let pick = self.work.writer.pick;
        let n_rows = usize::from(area.height).max(1);
        let top = (pick + 1).saturating_sub(n_rows);
        let choices = choices(self.model.lang, self.work.draft(), choice);
        for ((at, label), y) in choices
            .iter()
            .enumerate()
            .skip(top)
            .zip(area.y..area.bottom())
        {
            let has_focus = at == pick;
            let style = if has_focus {
                self.theme.focus()
            } else {
                self.theme.plain()
            };
            let mark = if has_focus { ">" } else { " " };
            let digit = digit_of(at, pick, choices.len());
            self.targets.push((
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                Target::Choice(at),
            ));
            pen.put(
                area.x,
                y,
                area.right(),
                &format!("{mark} {digit} {label}"),
                style,
            );
        }
    }

    /// The other questions in one row, as many as fit: `原因:还没写 措施:还没写`.
    fn others(&mut self, questions: &[Question], at: usize, pen: &mut Pen<'_>) {
        /// Cells of the beginning of an answer.
        const BEGINNING: usize = 12;
        let lang = self.model.lang;
        let ambiguous = self.model.ambiguous;
        let behind = questions
            .iter()
            .skip(at + 1)
            .chain(questions.iter().take(at));
        let mut row = String::new();
        for question in behind {
            let (answer, _) = answer(self.model.lang, self.work, question);
            let label = names::label(lang, question.subject);
            let answer = if self.count(question) > 0 {
                typeset::truncate(&answer, BEGINNING, ambiguous)
            } else {
                &answer
            };
            let blank = if row.is_empty() { "" } else { " " };
            let more = format!("{row}{blank}{label}:{answer}");
            if typeset::text_width(&more, ambiguous) > usize::from(self.plan.columns) {
                break;
            }
            row = more;
        }
        if questions.len() > 1 {
            self.line(&row, pen);
        }
    }

    fn buttons(&mut self, pen: &mut Pen<'_>) {
        if self.y >= self.bottom {
            return;
        }
        let buttons = self.work.buttons();
        let focus = match self.work.writer.focus {
            Focus::Button(n) => Some(n),
            Focus::Stop(_) => None,
        };
        let labels: Vec<String> = buttons
            .iter()
            .map(|it| format!("[{}]", button_label(self.model.lang, self.work, *it)))
            .collect();
        let width = |from: usize, to: usize| -> usize {
            labels
                .iter()
                .take(to + 1)
                .skip(from)
                .map(|it| typeset::text_width(it, self.model.ambiguous) + 1)
                .sum()
        };
        // Where they do not all fit, the first ones make room for the one with the focus.
        let mut first = 0;
        while focus
            .is_some_and(|it| first < it && width(first, it) > usize::from(self.plan.columns))
        {
            first += 1;
        }
        let mut x = self.left();
        for (at, label) in labels.iter().enumerate().skip(first) {
            let has_focus = focus == Some(at);
            let style = if has_focus {
                self.theme.focus()
            } else {
                self.theme.plain()
            };
            pen.put(
                x.saturating_sub(1),
                self.y,
                x,
                if has_focus { ">" } else { " " },
                self.theme.heading(),
            );
            let end = x + u16::try_from(typeset::text_width(label, self.model.ambiguous))
                .unwrap_or(u16::MAX);
            if end > self.right() && at > first {
                break;
            }
            let cells = Rect {
                x,
                y: self.y,
                width: end.saturating_sub(x),
                height: 1,
            };
            self.targets.push((cells, Target::Button(at)));
            x = pen.put(x, self.y, self.right(), label, style) + 1;
        }
        self.y += 1;
    }
}

/// The rows of the open text around the caret. Nothing is drawn at their right.
fn open_text(
    work: &Work,
    spot: Spot,
    area: Rect,
    scroll: &mut Scroll,
    pen: &mut Pen<'_>,
    theme: Theme,
) -> (u16, u16) {
    let text = work.draft().text_at(spot).unwrap_or_default();
    let layout = work.writer.sheet.layout();
    let cell = layout.caret(text, work.writer.caret);
    let n_rows = usize::from(area.height).max(1);
    let selection = work.selection();
    if scroll.spot != Some(spot) {
        scroll.spot = Some(spot);
        scroll.top = 0;
    }
    scroll.top = scroll
        .top
        .min(cell.row)
        .max((cell.row + 1).saturating_sub(n_rows));
    let numbers = layout.numbers();
    scroll.top = scroll.top.min(numbers.end.saturating_sub(n_rows));
    scroll.top = scroll.top.max(numbers.start);
    scroll.drawn(area, Target::Text(scroll.top));
    for (index, y) in (scroll.top..numbers.end).zip(area.y..area.bottom()) {
        let row = layout.row(index);
        let mut end = area.x;
        for (piece, is_selected) in pieces(row.start..row.end, selection.as_ref()) {
            let style = if is_selected {
                theme.selected()
            } else {
                theme.plain()
            };
            end = pen.put(
                end,
                y,
                area.right(),
                text.get(piece).unwrap_or_default(),
                style,
            );
        }
        if index == cell.row {
            pen.redraw(area.x + u16::try_from(cell.column).unwrap_or(0), y, end);
        }
    }
    let x = area.x + u16::try_from(cell.column).unwrap_or(0);
    let y = area.y + u16::try_from(cell.row - scroll.top).unwrap_or(0);
    (
        x.min(area.right().saturating_sub(1)),
        y.min(area.bottom().saturating_sub(1)),
    )
}

/// A row in pieces: before, within and behind the selection.
fn pieces(row: Range<usize>, selection: Option<&Range<usize>>) -> [(Range<usize>, bool); 3] {
    let (start, end) = match selection {
        Some(it) => (
            it.start.clamp(row.start, row.end),
            it.end.clamp(row.start, row.end),
        ),
        None => (row.end, row.end),
    };
    [
        (row.start..start, false),
        (start..end, true),
        (end..row.end, false),
    ]
}
