//! A failure made on purpose, so that a test can see what one leaves behind. Only builds for developing can be told to
//! fail; a release has no way to light a fuse.

/// Where the program is to fail, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fuse {
    /// In the thread that draws, after so many steps: two for each time around the loop.
    Screen(u32),
    /// In the thread that reads the keys, after so many reads.
    Keys(u32),
}

impl Fuse {
    /// Reads `screen 40` or `keys 3`.
    pub fn parse(text: &str) -> Option<Self> {
        let (place, steps) = text.split_once(' ')?;
        let steps = steps.parse().ok()?;
        match place {
            "screen" => Some(Self::Screen(steps)),
            "keys" => Some(Self::Keys(steps)),
            _ => None,
        }
    }
}

/// Goes one step in the thread that draws.
pub(super) fn burn_screen(fuse: &mut Option<Fuse>) {
    if let Some(Fuse::Screen(left)) = fuse {
        burn(left);
    }
}

/// Goes one step in the thread that reads the keys.
pub(super) fn burn_keys(fuse: &mut Option<Fuse>) {
    if let Some(Fuse::Keys(left)) = fuse {
        burn(left);
    }
}

fn burn(left: &mut u32) {
    assert!(*left > 0, "a failure was asked for");
    *left -= 1;
}
