//! Every command as a script runs it: results, exit codes, files.

mod check;
mod damage;
mod docs;
mod doctor;
mod drafts;
mod history;
mod import;
mod languages;
mod ledger;
mod look;
mod look_at_terminal;
mod new;
mod outcome;
mod own_words;
mod review;
mod rubric;
mod rules;
mod scripts;
mod templates;
mod words;
mod wrong_files;

use jiff::Timestamp;
use pouxi::draft::{Change, ChangeCause, Edit, Field, Session};
use pouxi::store::{DraftFolder, Home, Opened, Owner};

use crate::harness::{Bench, Output};

const SEED: &str = include_str!("../../fixtures/seed.answers.json");
const SEED_TEXT: &str = include_str!("../../fixtures/seed.txt");
const EXAMPLE: &str = include_str!("../../../docs/answers.example.json");

/// Opens a draft for writing, as another window would.
fn open(bench: &Bench, id: &str) -> Opened {
    let me = Owner {
        pid: 4711,
        host: "别处".to_owned(),
        terminal: "pts/9".to_owned(),
        since: "2026-11-23T08:00:00Z".to_owned(),
    };
    let folder = Home::new(bench.home()).folder(id);
    DraftFolder::open(&folder, &me).expect("nobody else writes it")
}

/// Gives a draft another title as a window does that is killed before its next snapshot.
fn retitle_and_die(bench: &Bench, id: &str, title: &str) {
    let Opened {
        mut folder,
        recovered,
    } = open(bench, id);
    let mut session = Session::new(recovered.draft);
    let edit = Edit::set_text(session.draft(), Field::Title, title).expect("another title");
    let change = Change {
        cause: ChangeCause::Typing,
        edits: vec![edit],
    };
    let committed = session.commit(change).expect("made for it");
    folder
        .append(Timestamp::UNIX_EPOCH, &committed)
        .expect("the folder is ours");
}

/// Returns the titles of a list, in its order.
fn titles(list: Output) -> Vec<String> {
    let list = list.json();
    let items = list.as_array().expect("a list").iter();
    items
        .map(|it| it["title"].as_str().expect("a title").to_owned())
        .collect()
}

fn keys(value: &serde_json::Value) -> Vec<&str> {
    let object = value.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}
