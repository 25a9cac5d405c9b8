//! A failure made on purpose, so that a test can see what one leaves behind. Only builds for developing can be told to
//! fail; a release has no way to light a fuse.

/// Where the program is to fail, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fuse {
    /// In the loop, after so many steps: two for each time around it.
    Screen(u32),
    /// Where the keys are taken apart, after so many reads.
    Keys(u32),
    /// In the line mode, after so many lines.
    Lines(u32),
}

impl Fuse {
    /// Reads `screen 40`, `keys 3` or `lines 2`.
    pub fn parse(text: &str) -> Option<Self> {
        let (place, steps) = text.split_once(' ')?;
        let steps = steps.parse().ok()?;
        match place {
            "screen" => Some(Self::Screen(steps)),
            "keys" => Some(Self::Keys(steps)),
            "lines" => Some(Self::Lines(steps)),
            _ => None,
        }
    }
}

/// Goes one step in the loop of the full screen.
pub fn burn_screen(fuse: &mut Option<Fuse>) {
    if let Some(Fuse::Screen(left)) = fuse {
        burn(left);
    }
}

/// Goes one step where keys are taken apart.
pub fn burn_keys(fuse: &mut Option<Fuse>) {
    if let Some(Fuse::Keys(left)) = fuse {
        burn(left);
    }
}

/// Goes one step in the line mode: a line.
pub fn burn_lines(fuse: &mut Option<Fuse>) {
    if let Some(Fuse::Lines(left)) = fuse {
        burn(left);
    }
}

fn burn(left: &mut u32) {
    assert!(*left > 0, "a failure was asked for");
    *left -= 1;
}
