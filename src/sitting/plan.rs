//! Where things stand on the writing screen. Pure arithmetic; `update` and `view` both ask it.

use ratatui::layout::Rect;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Everything is shown.
    Full,
    /// Below 60 columns or 16 rows: short header, no guide.
    Compact,
    /// Below 20 columns or 5 rows: the text, and one line of keys if there are two.
    Tiny,
}

/// The areas of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How much room there is.
    pub room: Room,
    /// The outline at the left, from 110 columns on.
    pub pane: Option<Rect>,
    /// The band at the top; no rows where there is no room.
    pub band: Rect,
    /// The heading under it.
    pub heading: Rect,
    /// Everything between heading and guide.
    pub body: Rect,
    /// Guide or notice.
    pub guide: Rect,
    /// The keys.
    pub hints: Rect,
    /// Cells left of the text in the body.
    pub indent: u16,
    /// Columns of the text.
    pub columns: u16,
}

/// Columns of the outline at the left.
const PANE: u16 = 34;

/// Tells whether a terminal of this size has less room than the full screen needs: 20 columns and 5 rows.
pub fn is_too_small((columns, rows): (u16, u16)) -> bool {
    columns < 20 || rows < 5
}

/// Returns the areas of a screen of this size, in cells.
pub fn plan((width, height): (u16, u16)) -> Plan {
    let room = if width < 20 || height < 5 {
        Room::Tiny
    } else if width < 60 || height < 16 {
        Room::Compact
    } else {
        Room::Full
    };
    let has_pane = room == Room::Full && width >= 110;
    let left = if has_pane { PANE } else { 0 };
    let (band, heading, guide, hints) = match room {
        Room::Full => (1, 2, 2, 1),
        Room::Compact => (1, 1, u16::from(height >= 9), 1),
        Room::Tiny => (0, 0, 0, u16::from(height >= 3)),
    };
    let (indent, right) = match room {
        Room::Full => (3, 2),
        Room::Compact => (1, 1),
        Room::Tiny => (0, 0),
    };
    let main = width - left;
    let body = height.saturating_sub(band + heading + guide + hints);
    let area = |y: u16, height: u16| Rect {
        x: left,
        y,
        width: main,
        height,
    };
    Plan {
        room,
        pane: has_pane.then_some(Rect {
            x: 0,
            y: band,
            width: PANE - 2,
            height: height - band - hints,
        }),
        band: Rect {
            x: 0,
            y: 0,
            width,
            height: band,
        },
        heading: area(band, heading),
        body: area(band + heading, body),
        guide: area(band + heading + body, guide),
        hints: Rect {
            x: 0,
            y: height.saturating_sub(hints),
            width,
            height: hints,
        },
        indent,
        columns: main.saturating_sub(indent + right).max(1),
    }
}

/// How the rows of the body are shared out: closed questions, the open one, buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Closed questions shown above the open one, the nearest.
    pub above: usize,
    /// Whether a line says that there are more above.
    pub more_above: bool,
    /// Rows of the open text, or of the choices.
    pub open: usize,
    /// Closed questions shown below, the nearest.
    pub below: usize,
    /// Whether a line says that there are more below.
    pub more_below: bool,
}

/// Shares `rows` out among `above` and `below` closed questions and an open one that wants `wanted` rows. The
/// open one gets at least three where there are three, then what it wants while a third is left for the others.
pub fn share(rows: usize, above: usize, below: usize, wanted: usize) -> Shares {
    let closed = above + below;
    let kept = closed.min(rows / 3);
    let open = wanted.max(3).min(rows - kept).max(rows.min(1));
    let left = rows - open;
    if closed <= left {
        return Shares {
            above,
            more_above: false,
            open,
            below,
            more_below: false,
        };
    }
    // What comes next matters more than what was just answered.
    let for_below = below.min(left.div_ceil(2).max(left.saturating_sub(above)));
    let for_above = above.min(left - for_below);
    let (more_above, more_below) = (
        above > for_above && for_above > 0,
        below > for_below && for_below > 0,
    );
    Shares {
        above: for_above - usize::from(more_above),
        more_above,
        open,
        below: for_below - usize::from(more_below),
        more_below,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_never_overlap_nor_leave_the_screen() {
        for width in 1..200 {
            for height in 1..60 {
                let plan = plan((width, height));
                let rows =
                    plan.band.height + plan.heading.height + plan.body.height + plan.guide.height;
                assert!(rows + plan.hints.height <= height, "{width}x{height}");
                assert!(plan.body.height >= 1, "{width}x{height}");
                assert!(plan.body.right() <= width, "{width}x{height}");
                assert!(
                    plan.columns + plan.indent <= plan.body.width.max(1),
                    "{width}x{height}"
                );
            }
        }
    }

    #[test]
    fn shares_add_up() {
        for rows in 0..30 {
            for above in 0..12 {
                for below in 0..12 {
                    for wanted in 0..40 {
                        let it = share(rows, above, below, wanted);
                        let used = it.above
                            + it.below
                            + it.open
                            + usize::from(it.more_above)
                            + usize::from(it.more_below);
                        assert!(used <= rows, "{rows} {above} {below} {wanted}: {it:?}");
                        assert!(
                            it.open >= rows.min(1),
                            "{rows} {above} {below} {wanted}: {it:?}"
                        );
                        assert!(it.more_above == (it.above < above) || it.above == 0);
                    }
                }
            }
        }
    }
}
