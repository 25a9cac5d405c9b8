//! What the world must do. The only way `update` reaches it.

use std::path::PathBuf;

use crate::draft::{ChangeCause, Committed, Draft, Outline, Place, Spot};
use crate::settings::{Key, Setting};
use crate::store::Mark;

use super::msg::Step;
use crate::template::Template;

/// An order to the world.
#[derive(Debug)]
pub enum Effect {
    /// Write a change down, before the next frame.
    Append(Committed),
    /// Write down what moment it is.
    Mark(Mark),
    /// Read the versions of the open draft.
    Versions,
    /// Make the past of the open draft unreadable.
    Forget,
    /// Put a draft into the archive, or take it out.
    Archive(String, bool),
    /// Take a draft out of the trash.
    Restore(String),
    /// Remove deleted drafts for good.
    Destroy(Vec<String>),
    /// Write down where the caret stands.
    Note(Place),
    /// Bring what was written down to the disk, in the background.
    Sync,
    /// Take a snapshot.
    Snapshot,
    /// Try again to write down what failed.
    Retry,
    /// Take note that the disk refused what was handed to it.
    Doubt,
    /// Go on with the open draft in another data folder, where it is saved whole.
    Elsewhere(PathBuf),
    /// Save the open draft wherever there is room, because the program must end.
    Rescue,
    /// Leave with this exit code once everything is saved.
    Leave(u8),
    /// List the drafts as far as the first screen shows them: the list follows behind its first frame.
    Glance,
    /// List the drafts.
    List,
    /// Keep a template as the writer's own, under an id that is free.
    KeepTemplate(Box<Template>),
    /// Read the text of a notice from a file.
    ReadNotice(String),
    /// Read the writer's own templates.
    ReadKinds,
    /// Open a draft.
    Open(String, Access),
    /// Make a draft of this content and open it.
    Create(Box<Outline>, ChangeCause),
    /// Make a draft of this content that follows the draft of this id, and open it.
    Follow(Box<Outline>, String),
    /// Read a foreign file, its path as the writer gave it.
    ReadForeign(String),
    /// Keep this content as a draft of its own, with this title, without opening it.
    KeepAside(Box<Draft>, String),
    /// Put the open draft away.
    Close,
    /// Move a draft to the trash.
    Delete(String),
    /// Read the whole history, then take this step.
    Remember(Step),
    /// Write the report to a file.
    Export(&'static str, Target),
    /// Copy the report in this format, or one of its sections from 0, to the clipboard; a file of it first.
    Copy(&'static str, Option<usize>),
    /// Copy these words to the clipboard; a file of them first.
    CopyText(String),
    /// Go on with the other face of the program.
    OtherFace,
    /// Draw everything anew.
    Repaint,
    /// Give a text, or the whole draft, to the writer's own editor.
    Edit(Option<Spot>),
    /// Keep a setting for the next start.
    Keep(Setting),
    /// Keep the keys of these commands, by their numbers, for the next start.
    KeepKeys(Vec<(usize, Key)>),
    /// Make the settings file, if there is none.
    MakeSettings,
    /// Switch the mouse on or off.
    Mouse(bool),
    /// Stop the program until it is continued.
    Suspend,
    /// Take the terminal again and draw everything: the program was stopped and continued from outside.
    TakeTerminal,
    /// Leave, with this exit code.
    Quit(u8),
}

/// How a draft is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To write, unless another window does.
    Write,
    /// To write, whoever else does.
    TakeOver,
    /// To read.
    Read,
}

/// Where a file goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Where the program was started, under the report's title; ask if it exists.
    Usual,
    /// Here, in place of what is there.
    Over(PathBuf),
    /// Beside this file, under a name that is free.
    Beside(PathBuf),
}
