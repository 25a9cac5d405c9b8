//! Templates of the writer's own: made, shared, broken, missing.

#![expect(
    clippy::disallowed_methods,
    reason = "the test looks at the files of the data folder"
)]

use std::fs;

use serde_json::Value;

use crate::harness::Bench;

/// Makes an own template and returns its file.
fn make(bench: &Bench, id: &str) -> std::path::PathBuf {
    let said = bench
        .run(["template", "new", id, "--from", "mzsh-2025", "--json"])
        .json();
    assert_eq!(said["template"], id);
    said["path"].as_str().expect("a path").into()
}

#[test]
fn a_template_of_ones_own_is_made_changed_and_written_to() {
    let bench = Bench::new();
    let path = make(&bench, "river-2026");
    assert_eq!(path, bench.home().join("templates/river-2026.toml"));
    let text = fs::read_to_string(&path).expect("it is there");
    let text = text
        .replace("带头固本培元、增强党性方面", "防汛值守方面")
        .replace("2025年度民主生活会个人对照检查材料", "河道管理所的材料");
    fs::write(&path, text).expect("the folder is ours");
    let list = bench.run(["template", "list"]).done();
    assert!(
        list.lines()
            .nth(1)
            .is_some_and(|it| it.starts_with("river-2026") && it.ends_with("自己的")),
        "{list}"
    );
    let items = bench.run(["template", "list", "--json"]).json();
    assert_eq!(
        (&items[0]["id"], &items[0]["own"], &items[1]["own"]),
        (&"river-2026".into(), &true.into(), &false.into())
    );
    let id = bench
        .run(["new", "--no-ui", "--template", "river-2026"])
        .done();
    let shown = bench.run(["show", id.trim(), "--json"]).json();
    assert_eq!(shown["draft"]["template"], "river-2026");
    assert_eq!(shown["draft"]["dimensions"][1]["title"], "防汛值守方面");
    let said = bench
        .run(["new", "--no-ui", "--template", "rivr-2026"])
        .failed(3);
    assert!(said.contains("大概是 river-2026"), "{said}");
}

#[cfg(unix)]
#[test]
fn own_templates_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    let path = make(&bench, "mine");
    let mode = |path: &std::path::Path| {
        fs::metadata(path)
            .expect("it is there")
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().expect("it lies in a folder")), 0o700);
}

#[test]
fn a_template_is_handed_from_colleague_to_colleague() {
    let bench = Bench::new();
    make(&bench, "shared");
    let file = bench.run(["template", "show", "shared"]).done();
    let other = Bench::new();
    let said = other
        .run_with(["template", "add", "-"], file.as_bytes())
        .done();
    assert!(said.starts_with("已存为模板 shared："), "{said}");
    assert_eq!(other.run(["template", "show", "shared"]).done(), file);
    // A second time only if told to, and a built-in one never.
    let said = other
        .run_with(["template", "add", "-"], file.as_bytes())
        .failed(4);
    assert!(said.contains("shared.toml"), "{said}");
    let newer = file.replace("version = 1", "version = 2");
    let _kept = other
        .run_with(["template", "add", "-", "--force"], newer.as_bytes())
        .done();
    assert_eq!(other.run(["template", "show", "shared"]).done(), newer);
    let built_in = other.run(["template", "show", "mzsh-2025"]).done();
    let said = other
        .run_with(["template", "add", "-", "--force"], built_in.as_bytes())
        .failed(4);
    assert_eq!(
        said,
        "错误：mzsh-2025 是自带模板的编号\n提示：请换一个编号，例如 mzsh-2025-own。\n"
    );
    let said = other
        .run_with(["template", "add", "-"], "id = \"甲\"\n".as_bytes())
        .failed(4);
    assert!(said.contains("第1行第6列，id："), "{said}");
    assert!(!other.home().join("templates/甲.toml").exists());
    // What came from the command line is read as a file's would be.
    let said = other.run(["template", "new", "../out"]).failed(4);
    assert!(said.contains("只能用小写字母"), "{said}");
    assert!(!other.home().join("out.toml").exists());
}

#[test]
fn a_broken_file_is_told_of_and_stops_nothing() {
    let bench = Bench::new();
    make(&bench, "good");
    let folder = bench.home().join("templates");
    fs::write(
        folder.join("broken.toml"),
        "id = \"broken\"\nlangage = \"en\"\n",
    )
    .expect("ours");
    fs::write(folder.join("binary.toml"), [0xff, 0xfe, 0, 1]).expect("ours");
    let built_in = bench.run(["template", "show", "mzsh-2024"]).done();
    fs::write(folder.join("twin.toml"), built_in).expect("ours");
    fs::create_dir(folder.join("folder.toml")).expect("ours");
    fs::write(folder.join("notes.txt"), "not a template").expect("ours");
    let listed = bench.run(["template", "list"]);
    assert_eq!(listed.code, Some(0));
    assert!(listed.out.contains("good "), "{}", listed.out);
    let broken = folder.join("broken.toml").display().to_string();
    assert!(
        listed.err.contains(&format!(
            "{broken}:2:1: langage：没有这个名字，大概是 language"
        )),
        "{}",
        listed.err
    );
    assert!(
        listed
            .err
            .contains("twin.toml: 编号 mzsh-2024 是自带模板的编号"),
        "{}",
        listed.err
    );
    for name in ["binary.toml", "folder.toml"] {
        assert!(listed.err.contains(name), "{}", listed.err);
    }
    assert!(!listed.err.contains("notes.txt"), "{}", listed.err);
    let json = bench.run(["template", "list", "--json"]);
    let json: Value = serde_json::from_str(&json.out).expect("the list is still JSON");
    assert_eq!(json[0]["id"], "good");
    let _made = bench.run(["new", "--no-ui", "--template", "good"]).done();
    let _listed = bench.run(["list"]).done();
}

#[test]
fn a_draft_outlives_its_template() {
    let bench = Bench::new();
    let path = make(&bench, "gone");
    let answers = r#"{"template": "mzsh-2025", "title": "甲", "opening": "我写的开头。"}"#;
    let earlier = bench.draft(answers);
    let words = ["new", "--no-ui", "--template", "gone", "--from", &earlier];
    let id = bench.run(words).done();
    let before = bench.run(["show", id.trim(), "--json"]).json();
    let printed = bench.run(["export", id.trim(), "-o", "-"]).done();
    // A template of which other dimensions were made, then none at all.
    let text = fs::read_to_string(&path).expect("it is there");
    fs::write(&path, text.replace("带头", "牵头")).expect("ours");
    let changed = bench.run(["show", id.trim(), "--json"]).json();
    assert_eq!(changed["draft"], before["draft"]);
    fs::remove_file(&path).expect("ours");
    let missing = bench.run(["show", id.trim(), "--json"]).json();
    assert_eq!(missing["draft"], before["draft"]);
    assert_eq!(bench.run(["export", id.trim(), "-o", "-"]).done(), printed);
    let shown = bench.run(["show", id.trim()]).done();
    assert!(
        shown.contains("找不到这份材料的模板 gone，先用通用的问题来问"),
        "{shown}"
    );
}
