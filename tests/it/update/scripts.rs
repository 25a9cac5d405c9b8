//! What must hold whatever a writer does, shown on random scripts: every key of the table, letters, pastes, the
//! mouse, other sizes, a full disk, another window. [`check_sound`](crate::stage::check_sound) is asked after each
//! stroke: the caret between two signs, the rows those of the text, the focus on something that is asked, and what
//! was written down the same as what is on the screen.
//!
//! Each property was seen to fail when the code was broken on purpose.

use crossterm::event::KeyEvent;
use pouxi::sitting::keymap::BINDINGS;
use pouxi::sitting::messages as say;
use pouxi::sitting::model::{Saving, Screen};
use pouxi::sitting::msg::{Gesture, Msg, Pointed};
use pouxi::tui::screen;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::report;
use crate::stage::{Stage, Stroke, strokes};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        max_shrink_iters: 2000,
        ..ProptestConfig::default()
    }
}

/// Words with everything that makes carets interesting, and what no text may hold.
fn words(most: usize) -> impl Strategy<Value = String> {
    let tokens = vec![
        "问题",
        "甲",
        "例",
        "一",
        "学",
        "𠮷",
        "👨‍👩‍👧",
        "👨",
        "\u{200d}",
        "🇨",
        "e",
        "\u{301}",
        "é",
        "ab",
        " ",
        "，",
        "。",
        "、",
        "“",
        "…",
        "1",
        "2",
        "３",
        "\n",
        "\r\n",
        "\t",
        "\u{1b}",
        "\u{7f}",
        "\u{9b}",
        "\u{202e}",
        "\u{feff}",
    ];
    vec(select(tokens), 1..=most).prop_map(|it| it.concat())
}

fn stroke() -> impl Strategy<Value = Stroke> {
    let key = || select(BINDINGS).prop_map(|it| KeyEvent::new(it.code, it.modifiers));
    let simple = || {
        select(vec![
            "<tab>", "<s-tab>", "<enter>", "<esc>", "<down>", "<bs>", "<c-f>", "<c-z>", "<c-y>",
        ])
    };
    let digit = (1..10_u32).prop_map(|it| Stroke::Letters(it.to_string()));
    let gestures = vec![
        Gesture::Press,
        Gesture::Press,
        Gesture::Drag,
        Gesture::WheelUp,
        Gesture::WheelDown,
    ];
    prop_oneof![
        12 => key().prop_map(Stroke::Key),
        12 => simple().prop_map(|it| strokes(it).remove(0)),
        2 => key().prop_map(Stroke::HeldKey),
        12 => words(2).prop_map(Stroke::Letters),
        8 => digit,
        3 => words(6).prop_map(Stroke::Paste),
        2 => (1..200_u16, 1..60_u16).prop_map(|(columns, rows)| Stroke::Size(columns, rows)),
        2 => (1..24_u16, 1..16_u16).prop_map(|(columns, rows)| Stroke::Size(columns, rows)),
        4 => (0..90_u16, 0..30_u16, select(gestures)).prop_map(|(x, y, it)| Stroke::Mouse(x, y, it)),
        2 => Just(Stroke::Pause),
        1 => select(vec![Stroke::DiskFull, Stroke::DiskFree, Stroke::DiskFree]),
    ]
}

fn script(most: usize) -> impl Strategy<Value = Vec<Stroke>> {
    vec(stroke(), 0..most)
}

/// Where a script begins: at the first screen, in a report, in one that may only be read, or in one that was
/// found ahead of its snapshot.
fn stage() -> impl Strategy<Value = &'static str> {
    select(vec![
        "start",
        "report",
        "report",
        "report",
        "read only",
        "recovered",
    ])
}

fn set(beginning: &str) -> Stage {
    match beginning {
        "start" => Stage::new(vec![report(), report()]),
        "recovered" => {
            let mut stage = Stage::writing(report());
            stage.press("一，二<go:乙+>三<esc><pick:设置><pick:放下>");
            stage.world.drafts[0].saved = Some(2);
            stage.press("<pick:继续上次>");
            stage
        }
        "read only" => {
            let mut stage = Stage::writing(report());
            stage.press("一<taken-over>");
            stage
        }
        _ => Stage::writing(report()),
    }
}

#[track_caller]
fn play(stage: &mut Stage, script: &[Stroke]) {
    for stroke in script {
        stage.stroke(stroke);
        if stage.ended.is_some() {
            return;
        }
        stage.check_sound();
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn whatever_is_pressed_all_is_sound(beginning in stage(), script in script(50)) {
        play(&mut set(beginning), &script);
    }

    #[test]
    fn undoing_everything_leads_to_where_it_began(script in script(40)) {
        let mut stage = set("report");
        play(&mut stage, &script);
        let is_over = stage.ended.is_some() || stage.model.work.is_none();
        if !is_over && stage.work().saving != Saving::ReadOnly {
            for _ in 0..4 {
                if stage.model.screen != Screen::Write {
                    stage.press("<esc>");
                }
            }
            let here = stage.draft().clone();
            let mut n_undone = 0;
            let mut is_done = false;
            while !is_done {
                stage.press("<c-z>");
                is_done = stage.model.notice == Some(say::nothing_to_undo(stage.model.lang));
                n_undone += usize::from(!is_done);
                prop_assert!(n_undone < 1000);
            }
            prop_assert!(stage.draft().same_content(&stage.kept().made()));
            for _ in 0..n_undone {
                stage.press("<c-y>");
                prop_assert_ne!(&stage.model.notice, &Some(say::nothing_to_redo(stage.model.lang)));
            }
            prop_assert!(stage.draft().same_content(&here));
        }
    }

    #[test]
    fn whatever_is_shown_is_inside_the_screen_and_harmless(
        beginning in stage(),
        script in script(25),
        sizes in vec((1..200_u16, 1..60_u16), 3),
    ) {
        let mut stage = set(beginning);
        play(&mut stage, &script);
        let sizes = [(1, 1), (19, 4), (40, 10), (80, 24)].into_iter().chain(sizes);
        for (columns, rows) in sizes {
            stage.stroke(&Stroke::Size(columns, rows));
            let (cells, cursor) = stage.draw();
            prop_assert_eq!((cells.area.width, cells.area.height), (columns, rows));
            if let Some((x, y)) = cursor {
                prop_assert!(x < columns && y < rows, "{x},{y} in {columns}x{rows}");
            }
            for cell in cells.content() {
                let is_harmless = |it: char| !it.is_control() && !matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
                prop_assert!(cell.symbol().chars().all(is_harmless), "{:?}", cell.symbol());
            }
        }
    }

    /// Rows that stay are not drawn again, and words that stay are not worded again: what the terminal was told, frame by
    /// frame, is what a frame worded and drawn from nothing tells it.
    #[test]
    fn what_is_not_drawn_again_is_there(beginning in stage(), script in script(30)) {
        let mut stage = set(beginning);
        let mut screen = screen::Screen::new(std::io::sink(), stage.model.size);
        stage.draw_on(&mut screen);
        for stroke in &script {
            play(&mut stage, std::slice::from_ref(stroke));
            if stage.ended.is_some() {
                break;
            }
            stage.draw_on(&mut screen);
            let (cells, cursor) = stage.draw_anew();
            prop_assert_eq!(screen.canvas().shown(), cells);
            prop_assert_eq!(screen.canvas().cursor().map(Into::into), cursor);
        }
    }

    /// Messages that come late: the mouse on what was drawn before, answers of the world to what was asked before.
    #[test]
    fn what_comes_late_does_no_harm(script in script(12), late in 0..12_u32, n in 0..12_usize) {
        let mut stage = set("report");
        let stop = stage.work().questions()[0].stop;
        play(&mut stage, &script);
        if stage.ended.is_none() {
            let msg = match late {
                0 => Msg::Pointed(Pointed::Text { row: n, column: n }, Gesture::Press),
                1 => Msg::Pointed(Pointed::Text { row: n, column: n }, Gesture::Drag),
                2 => Msg::Pointed(Pointed::Stop(stop), Gesture::Press),
                3 => Msg::Pointed(Pointed::Choice(n), Gesture::Press),
                4 => Msg::Pointed(Pointed::Button(n), Gesture::Press),
                5 => Msg::Pointed(Pointed::Line(n), Gesture::Press),
                6 => Msg::NotWrittenDown("late".to_owned()),
                7 => Msg::WrittenDown,
                8 => Msg::TakenOver,
                9 => Msg::Said("late".to_owned()),
                10 => Msg::Exists("md", "late.md".into()),
                _ => Msg::Continued,
            };
            stage.model.mouse = true;
            stage.happen(msg);
            stage.check_sound();
            play(&mut stage, &script);
        }
    }
}
