//! A snapshot that holds anything.
//!
//! An input that begins with `+` is the part behind the checksum, and gets the beginning and the checksum that belong
//! to it: it is what somebody would write who wants it to be read. Any other input is the file as it is. Reading never
//! panics; what is read can be used in every way, is written as it is, and is read again the same.

#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;
use pouxi::desk;
use pouxi::store::{DraftFolder, Home, recover};
use pouxi_fuzz::{folder, me, use_draft};

fuzz_target!(|input: &[u8]| {
    let root = folder();
    let home = Home::new(root.path().to_owned());
    let id = home.create().expect("there is room for a draft");
    let path = home.folder(&id);
    let file = path.join("draft.json");
    let bytes = match input.strip_prefix(b"+") {
        Some(content) => {
            let beginning = format!("{{\"format\":1,\"sum\":\"{:08x}", crc32fast::hash(content));
            [beginning.as_bytes(), content].concat()
        }
        None => input.to_vec(),
    };
    fs::write(&file, &bytes).expect("the folder is ours");

    let _listed = desk::drafts(&home).expect("a list is always given");
    let Ok(read) = recover(&path) else {
        // Of a newer format that is not understood.
        assert!(DraftFolder::open(&path, &me()).is_err());
        assert_eq!(fs::read(&file).expect("it is still there"), bytes);
        return;
    };
    use_draft(&read.draft);
    if read.newer.is_some() {
        assert!(DraftFolder::open(&path, &me()).is_err(), "what a newer program wrote is not written");
        return;
    }
    let mut opened = DraftFolder::open(&path, &me()).expect("nothing hinders it");
    if read.damaged_snapshot.is_some() {
        let aside = fs::read(path.join("draft.json.damaged-1")).expect("it is kept under another name");
        assert_eq!(aside, bytes);
    }
    let draft = opened.recovered.draft;
    assert!(draft.same_content(&read.draft));
    let summary = desk::summary(&draft, None);
    let time = jiff::Timestamp::UNIX_EPOCH;
    opened.folder.snapshot(&draft, read.place, summary, time).expect("nothing hinders it");
    let again = recover(&path).expect("it is sound now");
    assert!(again.damaged_snapshot.is_none() && again.draft.same_content(&draft));
    assert_eq!(again.seq, read.seq);
});
