//! A journal file that holds anything.
//!
//! Bytes alone would hardly ever match a checksum. So each line of the input is one line of the journal: one that begins
//! with `+` is put under its right checksum, any other stands as it is; a `\` at the very end leaves the last line without
//! its end. Replay never fails, and what it gives is what its records lead to; opening the draft for writing and a
//! snapshot keep it, and a second reading gives the same; nothing that was there is gone.

#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;
use pouxi::desk;
use pouxi::draft::Draft;
use pouxi::store::{DraftFolder, Opened, recover};
use pouxi_fuzz::{folder, me, use_draft};

fn journal(input: &[u8]) -> Vec<u8> {
    let (input, is_torn) = match input.strip_suffix(b"\\") {
        Some(it) => (it, true),
        None => (input, false),
    };
    let mut file = Vec::new();
    for line in input.split(|it| *it == b'\n') {
        if let Some(json) = line.strip_prefix(b"+") {
            file.extend_from_slice(format!("{:08x} ", crc32fast::hash(json)).as_bytes());
            file.extend_from_slice(json);
        } else {
            file.extend_from_slice(line);
        }
        file.push(b'\n');
    }
    if is_torn {
        file.pop();
    }
    file
}

fuzz_target!(|input: &[u8]| {
    let folder = folder();
    let path = folder.path().join("draft");
    fs::create_dir(&path).expect("the folder is ours");
    let file = path.join("journal-000000000000.jsonl");
    let bytes = journal(input);
    fs::write(&file, &bytes).expect("the folder is ours");

    let read = recover(&path).expect("replay never fails");
    assert_eq!(fs::read(&file).expect("it is still there"), bytes, "reading changes nothing");
    let mut replayed = Draft::default();
    for record in &read.tail {
        if let Some(change) = &record.change {
            replayed.apply(change).expect("the tail is what led to the draft");
        }
    }
    assert!(replayed.same_content(&read.draft));
    use_draft(&read.draft);
    if read.newer.is_some() {
        assert!(DraftFolder::open(&path, &me()).is_err(), "what a newer program wrote is not written");
        return;
    }

    let Opened { mut folder, recovered } = DraftFolder::open(&path, &me()).expect("nothing hinders it");
    assert!(recovered.draft.same_content(&read.draft));
    let _history = folder.history().expect("nothing hinders it");
    let summary = desk::summary(&recovered.draft, None);
    let time = jiff::Timestamp::UNIX_EPOCH;
    folder.snapshot(&recovered.draft, None, summary, time).expect("nothing hinders it");
    drop(folder);
    let again = recover(&path).expect("replay never fails");
    assert!(again.draft.same_content(&read.draft), "what was saved is read again");
    assert!(again.tail.is_empty() && again.damaged_snapshot.is_none());
    let is_kept = |it: &fs::DirEntry| fs::read(it.path()).is_ok_and(|it| it.starts_with(&bytes));
    let kept = fs::read_dir(&path).expect("the folder is ours").flatten().any(|it| is_kept(&it));
    assert!(kept, "the file is there, under whatever name");
});
