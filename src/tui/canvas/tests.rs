//! What is laid and compared in a few columns against whole rows, over random frames of strokes that overlap.

use proptest::prelude::*;
use ratatui::style::{Color, Modifier};

use super::*;

const SIZE: (u16, u16) = (12, 2);

/// What is put into a frame: the row, the column and the one it ends before, and what.
type Put = (u16, (u16, u16), Thing);

#[derive(Clone, Debug)]
enum Thing {
    Text(String, usize),
    Blank,
    Band(usize),
    Redraw,
}

fn style(n: usize) -> Style {
    let red = Style::new().fg(Color::Red);
    let behind = Style::new().bg(Color::Blue);
    [Style::new(), red, behind.add_modifier(Modifier::REVERSED)][n % 3]
}

/// Texts of signs that join, that are wide, that are painted as others, and that no two terminals give the same width.
fn words() -> impl Strategy<Value = String> {
    let signs = [
        "a", "b", "1", "2", ",", " ", "学", "习", "题", "，", "“", "\u{301}", "\u{FE0F}", "❤",
        "👨", "\u{200D}", "🇨", "\n", "\t", "\u{7}",
    ];
    let words = prop::collection::vec(prop::sample::select(signs.to_vec()), 0..7);
    words.prop_map(|it| it.concat())
}

fn put() -> impl Strategy<Value = Put> {
    let thing = prop_oneof![
        6 => (words(), 0..3_usize).prop_map(|(it, style)| Thing::Text(it, style)),
        1 => Just(Thing::Blank),
        1 => (0..3_usize).prop_map(Thing::Band),
        1 => Just(Thing::Redraw),
    ];
    let columns = (0..SIZE.0, 0..=SIZE.0).prop_map(|(a, b)| (a.min(b), a.max(b)));
    (0..SIZE.1, columns, thing)
}

/// Frames that have much in common with those before them, as frames have: one thing is put in, left out or changed.
fn frames() -> impl Strategy<Value = Vec<Vec<Put>>> {
    let first = prop::collection::vec(put(), 0..5);
    let change = (any::<prop::sample::Index>(), 0..4_u8, put(), words());
    (first, prop::collection::vec(change, 1..8)).prop_map(|(first, changes)| {
        let mut frames = vec![first];
        for (at, how, put, words) in changes {
            let mut next = frames.last().cloned().unwrap_or_default();
            let at = if next.is_empty() {
                0
            } else {
                at.index(next.len())
            };
            match (how, next.get_mut(at)) {
                (0, Some(_)) => drop(next.remove(at)),
                (1, Some(it)) => *it = put,
                // A text goes on, as one that is being written.
                (2, Some((.., Thing::Text(text, _)))) => text.push_str(&words),
                _ => next.insert(at, put),
            }
            frames.push(next);
        }
        frames
    })
}

fn draw(canvas: &mut Canvas, frame: &[Put]) {
    for (y, (x, right), thing) in frame {
        let area = Rect::new(*x, *y, right - x, 1);
        match thing {
            Thing::Text(text, n) => {
                canvas.text(text, *y, (*x, *right), style(*n), Ambiguous::Narrow);
            }
            Thing::Blank => canvas.blank(area),
            Thing::Band(n) => canvas.band(area, style(*n)),
            Thing::Redraw => canvas.redraw(area),
        }
    }
}

proptest! {
    #[test]
    fn a_few_columns_say_what_whole_rows_would(frames in frames()) {
        let mut canvas = Canvas::new(SIZE);
        for frame in &frames {
            let before = canvas.shown();
            canvas.begin();
            draw(&mut canvas, frame);
            let mut told = Vec::new();
            canvas.end(|at, cell| told.push((at, cell.clone())));
            let mut anew = Canvas::new(SIZE);
            draw(&mut anew, frame);
            let after = anew.cells();
            prop_assert_eq!(&canvas.cells(), &after);
            prop_assert_eq!(&canvas.shown(), &after);
            // Row by row, since the library lets signs run on into the next one.
            for y in 0..SIZE.1 {
                let row = Rect::new(0, y, SIZE.0, 1);
                let of_row = |all: &Buffer| {
                    let mut one = Buffer::empty(row);
                    one.content.clone_from_slice(
                        &all.content[usize::from(y * SIZE.0)..usize::from((y + 1) * SIZE.0)],
                    );
                    one
                };
                for (x, y, cell) in of_row(&before).diff_iter(&of_row(&after)) {
                    let is_told = told.contains(&(Position { x, y }, cell.clone()));
                    prop_assert!(is_told, "{x},{y} {cell:?} in {told:?}");
                }
            }
        }
    }
}
