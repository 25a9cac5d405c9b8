//! What happened: keys, pastes, signals, and answers from the world.

use std::ops::Range;

use crossterm::event::KeyEvent;

use crate::desk::import::Source;
use crate::desk::{self, kinds::Kinds};
use crate::draft::{Change, Draft, History, Place, Session};
use crate::store::{Entry, Owner, Past, Record};
use crate::wizard::Stop;

use super::lists::Act;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key, and when it came in milliseconds of the program's clock.
    Key(KeyEvent, u64),
    /// Letters that came together: typing, or an input-method commit.
    Typed(String, u64),
    /// A bracketed paste.
    Paste(String),
    /// The line of what is shown was chosen, from 0: of a list, of a choice, or a button.
    Chosen(usize),
    /// The question of one line was answered.
    Answered(String),
    /// One level back; on the writing page, to the question before.
    Back,
    /// On to the next question.
    Next,
    /// What menus offer is wanted, wherever the writer is.
    Wanted(Box<Act>),
    /// Words for the open text.
    Written(Writing),
    /// The writer means this paragraph of the open text, from 0.
    Stood(usize),
    /// The writer means this passage of the open text, in bytes; an empty one is a place.
    Marked(Range<usize>),
    /// The selected words are wanted at this place of the open text, in bytes.
    Carried(usize),
    /// Back to where the writer came from: the proof, what the reviewer found, or what was found.
    Returned,
    /// The mouse, where the writer switched it on: the cell, and what was done there.
    Mouse(u16, u16, Gesture),
    /// The same, with what the cell shows.
    Pointed(Pointed, Gesture),
    /// The terminal has another size: columns, rows.
    Resize(u16, u16),
    /// Nothing happened for half a second after a change.
    Idle,
    /// The program is to stop until it is continued.
    Stop,
    /// The program was continued after a stop: everything must be drawn again.
    Continued,
    /// The program is to end: by a signal of this number, or because the terminal is gone.
    Terminate(u8),
    /// A draft was opened.
    Opened(Box<OpenedDraft>),
    /// Another window has the draft.
    Busy(String, Owner),
    /// The whole history was read; then undo or redo.
    Remembered(History, Step),
    /// The change of the last effect was written down.
    WrittenDown,
    /// It was not; it waits in memory.
    NotWrittenDown(String),
    /// The disk refused what was handed to it: a sentence why. What is on it is in doubt.
    DiskRefused(std::io::Error),
    /// Another window took the draft over.
    TakenOver,
    /// The draft goes on under this id in this data folder.
    Moved(String, std::path::PathBuf),
    /// What could be saved was saved before the program ends with this exit code.
    PutAway(u8),
    /// The writer's editor left this change, and a sentence about it.
    Edited(Change, String),
    /// What there is was listed: the drafts, and the deleted ones.
    Listed(Vec<Entry>, Vec<Entry>),
    /// The versions of the open draft were read.
    Versions(Box<Past>),
    /// The past of the open draft is unreadable now; a sentence about it.
    Forgotten(String),
    /// A template was kept: its id.
    Kept(String),
    /// The text of a notice was read from a file.
    NoticeText(String),
    /// The kinds of report were read.
    Kinds(Kinds),
    /// A foreign file was read: what to call it, and what is in it.
    Foreign(String, Box<Source>),
    /// Something worked, or did not: a sentence for the writer.
    Said(String),
    /// The file of this format exists already.
    Exists(&'static str, std::path::PathBuf),
}

/// What is written into a text, where there are no keys. A paragraph is a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writing {
    /// A further paragraph.
    Paragraph(String),
    /// Further paragraphs that came in one piece.
    Pasted(String),
    /// The text, in place of what is there.
    Instead(String),
    /// A paragraph, from 0, in place of what it is; without words it is taken out.
    Of(usize, String),
    /// Words in place of the selected ones, or where the caret is.
    Here(String),
}

/// What the mouse does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The left button goes down.
    Press,
    /// It moves while down.
    Drag,
    /// The wheel turns up.
    WheelUp,
    /// The wheel turns down.
    WheelDown,
}

/// What the mouse points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// The open text, at a row and a column of its layout.
    Text {
        /// The row.
        row: usize,
        /// The column, in cells.
        column: usize,
    },
    /// A closed question.
    Stop(Stop),
    /// A line of the open choice.
    Choice(usize),
    /// A button.
    Button(usize),
    /// A line of a list.
    Line(usize),
    /// Nothing in particular.
    Nothing,
}

/// A step through the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Back.
    Undo,
    /// Forth.
    Redo,
}

/// A draft just opened.
#[derive(Debug)]
pub struct OpenedDraft {
    /// Its id.
    pub id: String,
    /// The draft.
    pub session: Session,
    /// Where the caret stood.
    pub place: Option<Place>,
    /// Whether it may only be read.
    pub read_only: bool,
    /// The draft as the snapshot has it, and the records behind it, where there are any.
    pub found: Option<(Draft, Vec<Record>)>,
    /// A sentence about damage found, if any.
    pub remark: Option<String>,
    /// The report that it follows.
    pub earlier: Option<desk::earlier::Found>,
}
