//! The doctor: what is wrong is told, nothing is touched without `--repair`, what is mended is kept as it was.
//!
//! Noticed: a look that makes `lock.guard`; a repair without a copy; a copy that others may read.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests damage files behind the program's back"
)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use super::{open, retitle_and_die};
use crate::harness::Bench;

/// Returns every file with its bytes and its mode.
fn everything(bench: &Bench) -> BTreeMap<PathBuf, (u32, Vec<u8>)> {
    let state = |path: PathBuf| {
        let it = fs::symlink_metadata(&path).expect("it is there");
        let bytes = if it.is_file() {
            fs::read(&path).expect("it is ours")
        } else {
            Vec::new()
        };
        (path, (it.permissions().mode(), bytes))
    };
    bench.everything().into_iter().map(state).collect()
}

/// Looks without touching; returns the exit code and what was found: kind, whether it is a fault.
fn found(bench: &Bench) -> (Option<i32>, Vec<(String, bool)>) {
    let before = everything(bench);
    let run = bench.run(["doctor", "--json"]);
    assert_eq!(everything(bench), before, "a look touches nothing");
    let report: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    let findings = report["findings"].as_array().expect("a list").iter();
    let findings = findings.map(|it| {
        assert_eq!(it["repaired"], false);
        let kind = it["kind"].as_str().expect("a kind").to_owned();
        (kind, it["fault"].as_bool().expect("yes or no"))
    });
    (run.code, findings.collect())
}

fn folder(bench: &Bench, id: &str) -> PathBuf {
    bench.home().join("drafts").join(id)
}

fn journal(folder: &Path) -> PathBuf {
    folder.join("journal-000000000000.jsonl")
}

/// Breaks a draft, looks, mends, looks again. Returns what the repair said.
#[track_caller]
fn check(break_it: impl FnOnce(&Bench, &str, &Path), kinds: &[&str], is_copied: bool) -> String {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\", \"opening\": \"开头\"}");
    retitle_and_die(&bench, &id, "乙");
    let folder = folder(&bench, &id);
    break_it(&bench, &id, &folder);
    let before = everything(&bench);
    let expected = kinds.iter().map(|it| ((*it).to_owned(), true)).collect();
    assert_eq!(found(&bench), (Some(1), expected));
    let mended = bench.run(["doctor", "--repair"]);
    assert_eq!(
        (mended.code, mended.err.as_str()),
        (Some(0), ""),
        "{mended:?}"
    );
    let (code, left) = found(&bench);
    assert_eq!(code, Some(0), "{left:?}");
    assert!(left.iter().all(|(_, is_fault)| !is_fault), "{left:?}");
    let copy = bench.home().join("repaired").join(format!("{id}-1"));
    assert_eq!(copy.exists(), is_copied);
    if is_copied {
        for (path, (_, bytes)) in before.iter().filter(|(it, _)| it.parent() == Some(&folder)) {
            let name = path.file_name().expect("a file has a name");
            if !name.to_string_lossy().starts_with("lock") {
                let kept = fs::read(copy.join(name)).expect("it was copied");
                assert_eq!(kept, *bytes, "{}", path.display());
            }
        }
    }
    let _shown = bench.run(["show", &id]).done();
    mended.out
}

#[test]
fn a_sound_folder_is_fine() {
    let bench = Bench::new();
    assert_eq!(
        bench.run(["doctor"]).done(),
        "检查了0份草稿、回收站0份：没有要修的。\n"
    );
    let id = bench.draft("{\"title\": \"甲\"}");
    let _second = bench.draft("{\"title\": \"乙\"}");
    let _said = bench.run(["delete", &id, "--yes"]).done();
    let _copied = bench.run(["copy", "last"]).failed(5);
    // A lock outlives its window where the folder was moved away from under it: whoever comes next takes it.
    let left = vec![("stale_lock".to_owned(), false)];
    assert_eq!(found(&bench), (Some(0), left));
    let said = bench.run(["doctor", "--repair"]).done();
    assert!(
        said.ends_with("检查了1份草稿、回收站1份：没有要修的。\n"),
        "{said}"
    );
    assert!(said.starts_with("已修  "), "{said}");
    assert_eq!(found(&bench), (Some(0), Vec::new()));
    assert!(!bench.home().join("repaired").exists());
}

#[test]
fn a_damaged_snapshot_is_put_aside_and_the_journal_saved() {
    let said = check(
        |_, _, folder| {
            let path = folder.join("draft.json");
            let text = fs::read_to_string(&path).expect("it is ours");
            fs::write(path, text.replace("开头", "开尾")).expect("it is ours");
        },
        &["damaged_snapshot"],
        true,
    );
    assert!(said.starts_with("已修  "), "{said}");
    assert!(
        said.contains("draft.json：快照损坏；日志里有的都能恢复\n"),
        "{said}"
    );
    assert!(said.contains("修之前的文件留在 "), "{said}");
}

#[test]
fn a_journal_is_mended_where_it_is_damaged() {
    let cut = |folder: &Path, n: usize| {
        let path = journal(folder);
        let bytes = fs::read(&path).expect("it is ours");
        fs::write(&path, &bytes[..bytes.len() - n]).expect("it is ours");
    };
    let torn = |_: &Bench, _: &str, folder: &Path| cut(folder, 3);
    let _said = check(torn, &["torn_journal"], true);
    let damaged = |_: &Bench, _: &str, folder: &Path| {
        let path = journal(folder);
        let text = fs::read_to_string(&path).expect("it is ours");
        fs::write(
            &path,
            text.replace("\"inserted\":\"乙\"", "\"inserted\":\"丙\""),
        )
        .expect("it is ours");
    };
    let _said = check(damaged, &["damaged_journal"], true);
}

#[test]
fn modes_locks_and_leftovers_are_mended() {
    let open_up = |_: &Bench, _: &str, folder: &Path| {
        let set = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
        };
        set(folder, 0o755);
        set(&folder.join("draft.json"), 0o644);
    };
    let said = check(open_up, &["open_to_others", "open_to_others"], false);
    assert!(said.contains("别的用户也能读写（权限0755）"), "{said}");
    let unfinished = |_: &Bench, _: &str, folder: &Path| {
        fs::write(folder.join(".new-abc"), "半").expect("it is ours");
        let private = fs::Permissions::from_mode(0o600);
        fs::set_permissions(folder.join(".new-abc"), private).expect("it is ours");
    };
    let _said = check(unfinished, &["unfinished"], true);
}

#[test]
fn what_cannot_be_mended_stays_as_it_is() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\"}");
    let path = folder(&bench, &id);
    // Nothing readable is left; a draft of the future; a link out of the folder.
    fs::write(path.join("draft.json"), "坏").expect("it is ours");
    fs::remove_file(journal(&path)).expect("it is ours");
    let future = bench.draft("{\"title\": \"乙\"}");
    let snapshot = folder(&bench, &future).join("draft.json");
    let text = fs::read_to_string(&snapshot).expect("it is ours");
    fs::write(&snapshot, text.replace("{\"format\":1", "{\"format\":2")).expect("it is ours");
    symlink(
        "/etc/hostname",
        folder(&bench, &future).join("journal-000000000009.jsonl"),
    )
    .expect("the folder is ours");
    let (code, kinds) = found(&bench);
    let mut kinds: Vec<String> = kinds.into_iter().map(|(it, _)| it).collect();
    kinds.sort();
    assert_eq!(code, Some(1));
    assert!(
        ["damaged_snapshot", "empty", "link"]
            .iter()
            .all(|it| kinds.iter().any(|kind| kind == it)),
        "{kinds:?}"
    );
    let before = everything(&bench);
    let run = bench.run(["doctor", "--repair"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert_eq!(everything(&bench), before);
}

#[test]
fn settings_and_own_templates_are_looked_at_and_never_mended() {
    let bench = Bench::new();
    let _id = bench.draft("{\"title\": \"甲\"}");
    fs::write(bench.home().join("settings.toml"), "language = 7\n").expect("the folder is ours");
    let templates = bench.home().join("templates");
    fs::create_dir(&templates).expect("the folder is ours");
    fs::write(templates.join("own.toml"), "x = 1\n").expect("the folder is ours");
    let (code, kinds) = found(&bench);
    assert_eq!(code, Some(1));
    for kind in ["settings", "template"] {
        assert!(kinds.contains(&(kind.to_owned(), true)), "{kinds:?}");
    }
    let before = everything(&bench);
    let run = bench.run(["doctor", "--repair"]);
    assert_eq!((run.code, everything(&bench)), (Some(1), before));
}

#[test]
fn a_draft_open_elsewhere_is_left_alone() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\"}");
    let opened = open(&bench, &id);
    fs::write(folder(&bench, &id).join(".new-abc"), "半").expect("it is ours");
    let private = fs::Permissions::from_mode(0o600);
    fs::set_permissions(folder(&bench, &id).join(".new-abc"), private).expect("it is ours");
    let expected = vec![("unfinished".to_owned(), true), ("busy".to_owned(), false)];
    assert_eq!(found(&bench), (Some(1), expected));
    let before = everything(&bench);
    let run = bench.run(["doctor", "--repair"]);
    assert_eq!((run.code, everything(&bench)), (Some(1), before));
    assert!(
        run.out.contains("正在另一个窗口里打开（别处 pts/9 4711）"),
        "{run:?}"
    );
    drop(opened);
    let run = bench.run(["doctor", "--repair"]);
    assert_eq!(run.code, Some(0), "{run:?}");
}

#[test]
fn a_repaired_copy_is_private_and_is_forgotten_with_the_rest() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\", \"opening\": \"不想留的话\"}");
    let snapshot = folder(&bench, &id).join("draft.json");
    fs::write(&snapshot, "坏").expect("it is ours");
    let run = bench.shell("umask 0; \"$POUXI\" doctor --repair");
    assert_eq!(run.code, Some(0), "{run:?}");
    for path in bench.everything() {
        let mode = path.metadata().expect("it is there").permissions().mode() & 0o077;
        assert_eq!(mode, 0, "{}", path.display());
    }
    assert!(
        bench
            .home()
            .join("repaired")
            .join(format!("{id}-1"))
            .exists()
    );
    let _said = bench.run(["history", "forget", &id, "--yes"]).done();
    assert!(
        !bench
            .home()
            .join("repaired")
            .join(format!("{id}-1"))
            .exists()
    );
}
