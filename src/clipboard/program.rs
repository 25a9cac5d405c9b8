//! The helper programs of the desktops: their arguments and the form they take text in.

use crate::clipboard::outcome::Why;
use crate::clipboard::process::{self, Call};
use crate::clipboard::surroundings::{Os, Surroundings};

/// A program that fills the clipboard of the desktop this computer shows, and keeps it filled when we leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// `wl-copy` of wl-clipboard, for Wayland.
    WlCopy,
    /// `xclip`, for X11.
    Xclip,
    /// `xsel`, for X11.
    Xsel,
    /// `pbcopy`, a part of macOS.
    Pbcopy,
    /// `clip.exe`, a part of Windows; WSL can start it too.
    Clip,
}

impl Program {
    /// The programs for these surroundings, best first. Without a display those that look for one themselves.
    pub fn of(surroundings: &Surroundings) -> Vec<Self> {
        let wayland = surroundings.wayland.is_some();
        let x11 = surroundings.x11.is_some();
        let mut programs = match surroundings.os {
            Os::MacOs => return vec![Self::Pbcopy],
            Os::Windows => return vec![Self::Clip],
            Os::Wsl => vec![Self::Clip],
            Os::Unix if !wayland && !x11 => return vec![Self::WlCopy, Self::Xclip, Self::Xsel],
            Os::Unix => Vec::new(),
        };
        if wayland {
            programs.push(Self::WlCopy);
        }
        if x11 {
            programs.extend([Self::Xclip, Self::Xsel]);
        }
        programs
    }

    /// The name of its file.
    pub fn name(self) -> &'static str {
        match self {
            Self::WlCopy => "wl-copy",
            Self::Xclip => "xclip",
            Self::Xsel => "xsel",
            Self::Pbcopy => "pbcopy",
            Self::Clip => "clip.exe",
        }
    }

    /// Gives it the text and waits until it says that it has it.
    ///
    /// Invariant: over SSH no program is started, since the clipboard it fills is not the writer's.
    pub(super) fn take(self, text: &str, surroundings: &Surroundings) -> Result<(), Why> {
        if surroundings.ssh {
            return Err(Why::OtherMachine);
        }
        process::feed(&self.call(surroundings), self.encode(text), surroundings)
    }

    fn call(self, surroundings: &Surroundings) -> Call<'static> {
        let args: &[&str] = match self {
            // Left to itself it guesses the kind of content, and a guess may not be text.
            Self::WlCopy => &["--type", "text/plain"],
            Self::Xclip => &["-selection", "clipboard", "-in"],
            Self::Xsel => &["--clipboard", "--input"],
            Self::Pbcopy | Self::Clip => &[],
        };
        let displays = [
            ("WAYLAND_DISPLAY", &surroundings.wayland),
            ("DISPLAY", &surroundings.x11),
        ];
        let mut vars: Vec<_> = displays
            .into_iter()
            .map(|(name, value)| (name, value.clone()))
            .collect();
        if self == Self::Pbcopy {
            // It reads its input in the encoding of the locale: in `C` Chinese arrives as MacRoman
            // (https://github.com/earendil-works/pi/issues/9684; not tried by us).
            vars.push(("LC_ALL", Some("en_US.UTF-8".to_owned())));
        }
        Call {
            program: self.name(),
            args: args.to_vec(),
            vars,
        }
    }

    fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::WlCopy | Self::Xclip | Self::Xsel | Self::Pbcopy => text.as_bytes().to_vec(),
            // Without the mark it reads in the code page of the console
            // (https://github.com/futuregene/future-os/pull/133; not tried by us).
            Self::Clip => "\u{feff}"
                .encode_utf16()
                .chain(text.encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_gets_utf_16_with_a_mark() {
        assert_eq!(
            Program::Clip.encode("a中𠮷"),
            b"\xff\xfea\0\x2d\x4e\x42\xd8\xb7\xdf"
        );
        assert_eq!(Program::Xclip.encode("中"), "中".as_bytes());
    }
}
