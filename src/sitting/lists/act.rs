//! What choosing a line does: one variant for each thing there is to do.

use crate::draft::{Attr, Destination, DimensionKind, Field, ItemId, Link, Part, Spot};
use crate::export::lists::Kind;
use crate::settings::Key;
use crate::sitting::effect::{Access, Target};
use crate::sitting::keymap::Motion;
use crate::sitting::model::{List, Reading};
use crate::sitting::msg::Step;
use crate::wizard::Page;

/// What choosing a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Show another list.
    Show(List),
    /// Show something to read.
    Read(Reading),
    /// Ask for the year of a new report.
    AskYear(String),
    /// Ask for the file of a notice.
    AskNoticeFile,
    /// Take something out of what was read in a notice.
    DropRead(usize),
    /// Keep what was read in a notice, and write to it.
    KeepNotice,
    /// Show what becomes of every part under another template.
    Propose(String),
    /// Give a part the next place under the other template.
    Turn(usize),
    /// Give the draft the other template.
    Rekind,
    /// Open a draft.
    Open(String, Access),
    /// Move a draft to the trash.
    Delete(String),
    /// Make this passage and those behind it a problem of their own.
    DivideProblem(ItemId),
    /// Join a passage or a problem with the one before it.
    Merge(ItemId),
    /// Put a draft into the archive, or take it out.
    Archive(String, bool),
    /// Ask which of the drafts.
    AskDraft,
    /// Take a draft out of the trash.
    Restore(String),
    /// Remove a deleted draft for good; all of them without a name.
    Destroy(Option<String>),
    /// Read the versions of the draft and show them.
    Versions,
    /// Make the draft what it was in the version of this number.
    RestoreVersion(u64),
    /// Make the draft's past unreadable.
    Forget,
    /// Back to the writing screen.
    Write,
    /// To a page of the report.
    Go(Page),
    /// To a text of the report.
    GoTo(Spot),
    /// A step through the history.
    Step(Step),
    /// Fold or unfold the example.
    ToggleExample,
    /// Ask why a part is not written.
    LeaveOut(Part),
    /// Make a choice in the draft.
    Set(Attr),
    /// Move an item by one place; later if told so.
    Shift(ItemId, bool),
    /// Take an item out.
    Remove(ItemId),
    /// Part two items.
    Unlink(Link),
    /// Add a dimension.
    AddDimension(DimensionKind),
    /// Write the report to a file.
    Export(&'static str, Target),
    /// Copy the report or a section of it.
    Copy(&'static str, Option<usize>),
    /// Copy a list of the report by itself.
    CopyList(Kind),
    /// Show help for the place the menu was opened from.
    Help,
    /// Show the guide for newcomers.
    Guide,
    /// Look at this row of the proof.
    ReadPrinted(usize),
    /// Look at the open text in the proof.
    PrintedHere,
    /// Go to the text that a row of the proof shows.
    ChangePrinted(usize),
    /// Use the other language.
    OtherLanguage,
    /// Ask one layer deeper, or no longer.
    ToggleProbes,
    /// Switch the mouse on or off.
    ToggleMouse,
    /// Use colours, or none.
    ToggleColours,
    /// Use the next theme.
    NextTheme,
    /// Give the command of this number a key.
    GiveKey(usize, Key),
    /// Give every command its usual key again.
    UsualKeys,
    /// Make the settings file, if there is none.
    MakeSettings,
    /// Always start in line mode, or not.
    ToggleLines,
    /// Count 字 in the next of the three ways.
    NextCounting,
    /// Use the other width for ambiguous signs.
    OtherWidth,
    /// Give a text, or the whole draft, to the writer's own editor.
    Edit(Option<Spot>),
    /// Ask what to look for.
    AskFind,
    /// Ask what to put in the place of the matches.
    AskWith,
    /// Go to a match, from 0.
    GoToMatch(usize),
    /// Replace a match, from 0, or all.
    Replace(Option<usize>),
    /// Begin a selection at the caret, or give it up.
    Selecting,
    /// Select the whole open text.
    SelectAll,
    /// Copy the selection.
    CopySelection,
    /// Cut the selection.
    CutSelection,
    /// Put back what was cut, copied or erased.
    PutBack,
    /// Erase from the caret as far as a motion leads.
    Kill(Motion),
    /// Look at the draft and show what was found.
    Check,
    /// Go to a finding, from 0.
    GoToFinding(usize),
    /// Mend a finding, from 0.
    Mend(usize),
    /// Mend all findings of a rule that can be mended.
    MendKind(&'static str),
    /// Mend all findings that can be mended.
    MendAll,
    /// Shows the findings of a rule one by one, or behind one line again.
    Fold(&'static str),
    /// Asks for a text to hold the draft against.
    AskAgainst,
    /// Ask why a rule is not to tell what it finds about an item, or about the report.
    AskSilence(&'static str, Option<ItemId>),
    /// Tell it again.
    Unsilence(String, Option<ItemId>),
    /// Do it although something must be looked at.
    Anyway(Box<Self>),
    /// Link two items of the chain, or cut the link; the list of links of the first stays.
    Join(ItemId, Link),
    /// Ask for a file to import.
    AskImport,
    /// Import this text of the file, from 0.
    IntakeText(usize),
    /// Import it as a report of this kind, or of the one found.
    IntakeKind(Option<String>),
    /// Make a draft of what comes in.
    MakeOfIntake,
    /// Begin a report that follows this one, or none.
    Follow(Option<String>),
    /// Put a text set aside into a place.
    PutInto(ItemId, Destination),
    /// Copy a text as it is.
    CopyTextOf(Field),
    /// Set the selection aside, or the paragraph of the caret.
    SetAside,
    /// Make the account of last year say the counts of its list.
    CorrectCounts,
    /// Go on with the other face of the program.
    OtherFace,
    /// Repaint.
    Repaint,
    /// Suspend the program.
    Suspend,
    /// Ask for another data folder to go on in.
    AskElsewhere,
    /// Leave though not everything is saved.
    GiveUp,
    /// Use what was recovered.
    UseFound,
    /// Use what was saved.
    UseSaved,
    /// Put the draft away.
    PutAway,
    /// Leave the program.
    Leave,
}
