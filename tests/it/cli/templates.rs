//! Templates of the writer's own: made, shared, broken, missing.

#![expect(
    clippy::disallowed_methods,
    reason = "the test looks at the files of the data folder"
)]

use std::fs;

use portable_pty::CommandBuilder;
use serde_json::Value;

use crate::harness::{Bench, Output, POUXI};
use crate::terminal::Terminal;

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
    // What came from the command line is read as a file's would be; wrong words, not a wrong file.
    let said = other.run(["template", "new", "../out"]).failed(2);
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

const NOTICE: &str = include_str!("../../fixtures/notices/02-numbered-is.txt");

#[test]
fn a_notice_is_shown_as_it_was_read_and_kept_when_told_to() {
    let bench = Bench::new();
    let shown = bench.run_with(["template", "from-notice"], NOTICE.as_bytes());
    assert_eq!(shown.code, Some(0));
    assert_eq!(
        shown.out,
        "第1行     年度       2024\n\
         第1行     会议       组织生活会\n\
         第3行     材料       个人对照检查材料\n\
         第3行     字数       不少于1500字\n\
         第3行     方面       学习贯彻党的创新理论方面\n\
         \u{20}                    重点看学了多少、用了多少\n\
         第3行     方面       党性修养提高方面\n\
         \u{20}                    重点看组织生活是否经常\n\
         第3行     方面       联系服务群众方面\n\
         第3行     方面       发挥先锋模范作用方面\n\
         \n\
         这些行没有读懂：\n\
         第2行     各党支部：\n\
         第4行     会前支部书记要与党员谈心谈话。\n\
         \n\
         请核对：\n\
         通知没有提到原因、措施：按通常的写法列上，可以不写。\n"
    );
    assert_eq!(shown.err, "没有存；加 --keep 就存成模板。\n");
    assert!(!bench.home().join("templates").exists(), "nothing was kept");

    let words = ["template", "from-notice", "-", "--keep"];
    let kept = bench.run_with(words, NOTICE.as_bytes()).done();
    let path = bench.home().join("templates/zzsh-2024-own.toml");
    let last = format!(
        "已存为模板 zzsh-2024-own：{}\n开始写：pouxi new --template zzsh-2024-own\n",
        path.display()
    );
    assert!(kept.ends_with(&last), "{kept}");
    // A second notice of the year gets a name of its own; one that was asked for is not given twice.
    let kept = bench.run_with(words, NOTICE.as_bytes()).done();
    assert!(kept.contains("zzsh-2024-own-2.toml"), "{kept}");
    let words = [
        "template",
        "from-notice",
        "-",
        "--keep",
        "--id",
        "zzsh-2024-own",
    ];
    let said = bench.run_with(words, NOTICE.as_bytes());
    assert_eq!(said.code, Some(4));
    assert!(said.err.contains("zzsh-2024-own.toml"), "{}", said.err);

    let id = bench
        .run(["new", "--no-ui", "--template", "zzsh-2024-own"])
        .done();
    let shown = bench.run(["show", id.trim(), "--json"]).json();
    assert_eq!(
        shown["draft"]["title"],
        "2024年度组织生活会个人对照检查材料"
    );
    assert_eq!(
        shown["draft"]["dimensions"][3]["title"],
        "发挥先锋模范作用方面"
    );
}

/// Returns what a run gave that did what it was asked and remarked on it.
fn out(output: Output) -> String {
    assert_eq!(output.code, Some(0), "{}", output.err);
    output.out
}

#[test]
fn at_a_terminal_it_is_asked_whether_to_keep_a_notice() {
    let bench = Bench::new();
    let notice = bench.write("n.txt", NOTICE);
    let kept = bench.home().join("templates/zzsh-2024-own.toml");
    for (key, is_kept) in [("n", false), ("\u{1b}", false), ("y", true)] {
        let mut command = CommandBuilder::new(POUXI);
        command.args(["template", "from-notice"]);
        command.arg(&notice);
        command.env("POUXI_HOME", bench.home());
        command.env("LANG", "zh_CN.UTF-8");
        let mut terminal = Terminal::start(command, 80, 24);
        terminal.wait_text("存成模板 zzsh-2024-own？");
        assert!(
            terminal.text().contains("联系服务群众方面"),
            "shown before it is kept"
        );
        terminal.send(key);
        let code = terminal.wait_exit().exit_code();
        assert_eq!((code, kept.exists()), (0, is_kept), "{key:?}");
    }
}

#[test]
fn a_notice_in_the_encoding_of_an_office_is_read_alike() {
    let bench = Bench::new();
    let words = ["template", "from-notice", "n.txt"];
    bench.write("n.txt", NOTICE);
    let plain = out(bench.run(words));
    let (gbk, _, _) = encoding_rs::GB18030.encode(NOTICE);
    bench.write("n.txt", gbk);
    assert_eq!(out(bench.run(words)), plain);
    let wide: Vec<u8> = std::iter::once(0xfeff)
        .chain(NOTICE.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    bench.write("n.txt", wide);
    assert_eq!(out(bench.run(words)), plain);
}

#[test]
fn a_notice_without_dimensions_makes_no_template() {
    let bench = Bench::new();
    let notice = include_bytes!("../../fixtures/notices/10-no-dimensions.txt");
    let shown = bench.run_with(["template", "from-notice"], notice);
    assert_eq!(shown.code, Some(1));
    assert!(
        shown.out.contains("没有读到要从哪些方面查摆"),
        "{}",
        shown.out
    );
    let kept = bench.run_with(["template", "from-notice", "-", "--keep"], notice);
    assert_eq!(kept.code, Some(4));
    assert!(kept.err.contains("没有存：标准输入"), "{}", kept.err);
    assert!(!bench.home().join("templates").exists());
    let nothing = bench.run_with(["template", "from-notice", "--lang", "en"], b"");
    assert_eq!(nothing.code, Some(1));
    assert!(
        nothing.out.contains("No list of dimensions"),
        "{}",
        nothing.out
    );
}

#[test]
fn dimensions_of_another_year_are_told_of() {
    let bench = Bench::new();
    let id = bench.draft(include_str!("../../fixtures/seed.answers.json"));
    let told = "题目写的是2021年，5个方面里有5个是2020年民主生活会的，请对照通知核对。";
    let shown = bench.run(["show", &id]).done();
    assert!(shown.contains(told), "{shown}");
    let shown = bench.run(["show", &id, "--lang", "en"]).done();
    assert!(shown.contains("The title says 2021, but 5 of 5"), "{shown}");
    // An import says so before anything is made, at the line of the title.
    let seed = include_bytes!("../../fixtures/seed.txt");
    let account = bench
        .run_with(["import", "-", "--dry-run", "--json"], seed)
        .json();
    let remarks = account["remarks"].as_array().unwrap();
    let words = told.trim_end_matches('。');
    let here: Vec<_> = remarks.iter().filter(|it| it["message"] == words).collect();
    assert_eq!(here.len(), 1, "{account}");
    assert_eq!(here[0]["line"], 3);
    let _renamed = bench.run(["rename", &id, "2020年度民主生活会材料"]).done();
    let shown = bench.run(["show", &id]).done();
    assert!(!shown.contains("请对照通知核对"), "{shown}");
}
