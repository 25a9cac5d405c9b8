//! Pasting: what gets into the text, what is said about it, and how it is taken back.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use pouxi::draft::{Draft, Field, Outline, Place, Session, Spot};
use pouxi::locale::Lang;
use pouxi::sitting::effect::Effect;
use pouxi::sitting::model::Model;
use pouxi::sitting::msg::{Msg, OpenedDraft};
use pouxi::sitting::update::update;
use pouxi::{draft::ChangeCause, template, wizard};

/// A writer whose caret stands in a text that reads `甲乙`, between the two.
struct Desk {
    model: Model,
    field: Field,
    n_journalled: usize,
}

impl Desk {
    fn new(pick: fn(&Draft) -> Field) -> Self {
        let template = template::find("mzsh-2025").unwrap();
        let outline = wizard::outline_of(template, 2025, Vec::new());
        let mut session = Session::new(Draft::default());
        let change = Outline::into_change(outline, session.draft(), ChangeCause::Template);
        let _committed = session.commit(change).unwrap();
        let field = pick(session.draft());
        let spot = Spot::Text(field);
        let place = Some(Place {
            spot,
            caret: 0,
            within: None,
        });
        let opened = OpenedDraft {
            id: String::new(),
            session,
            place,
            read_only: false,
            found: None,
            remark: None,
            earlier: None,
        };
        let mut model = Model::new(Lang::Zh, (80, 24), 2026);
        update(&mut model, Msg::Opened(Box::new(opened)));
        let n_journalled = 0;
        let mut desk = Self {
            model,
            field,
            n_journalled,
        };
        while !desk.text().is_empty() {
            desk.press(KeyCode::Delete, KeyModifiers::NONE);
        }
        desk.tell(Msg::Typed("甲乙".to_owned(), 0));
        desk.press(KeyCode::Left, KeyModifiers::NONE);
        desk.n_journalled = 0;
        desk
    }

    fn tell(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        let is_change = |it: &&Effect| matches!(it, Effect::Append(_));
        self.n_journalled += effects.iter().filter(is_change).count();
    }

    fn press(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.tell(Msg::Key(KeyEvent::new(code, modifiers), 1000));
    }

    fn paste(&mut self, text: &str) {
        self.tell(Msg::Paste(text.to_owned()));
    }

    fn undo(&mut self) {
        self.press(KeyCode::Char('z'), KeyModifiers::CONTROL);
    }

    fn redo(&mut self) {
        self.press(KeyCode::Char('y'), KeyModifiers::CONTROL);
    }

    fn text(&self) -> &str {
        let work = self.model.work.as_ref().unwrap();
        work.draft().text(self.field).unwrap()
    }

    /// The text with the caret drawn into it.
    #[track_caller]
    fn check(&self, expected: &str) {
        let caret = self.model.work.as_ref().unwrap().writer.caret;
        let (before, behind) = self.text().split_at(caret);
        assert_eq!(format!("{before}▏{behind}"), expected);
    }

    fn notice(&self) -> &str {
        self.model.notice.as_deref().unwrap_or_default()
    }
}

fn opening(draft: &Draft) -> Field {
    Field::SectionText(draft.sections.first().unwrap().id)
}

#[test]
fn a_clean_paste_is_one_step() {
    let mut desk = Desk::new(opening);
    // What terminals make of line ends.
    desk.paste("第一\r第二");
    desk.check("甲第一\n第二▏乙");
    assert_eq!(desk.notice(), "已粘贴4字，Ctrl+Z 可以整段撤销。");
    assert_eq!(desk.n_journalled, 1);
    desk.undo();
    desk.check("甲▏乙");
}

#[test]
fn what_was_tidied_comes_back_before_the_paste_goes() {
    let mut desk = Desk::new(opening);
    desk.paste("学（xué）习\t不够 \n");
    desk.check("甲学习  不够\n▏乙");
    assert_eq!(
        desk.notice(),
        "已粘贴4字，已整理3处（制表符、行末空格、括号里的拼音），Ctrl+Z 恢复原样，再按一次撤销粘贴。"
    );
    desk.undo();
    desk.check("甲学（xué）习\t不够 \n▏乙");
    desk.undo();
    desk.check("甲▏乙");
    desk.redo();
    desk.redo();
    desk.check("甲学习  不够\n▏乙");
}

#[test]
fn what_no_text_holds_does_not_come_back() {
    let mut desk = Desk::new(opening);
    desk.paste("\u{feff}学习\u{1b}[0m");
    desk.check("甲学习[0m▏乙");
    assert_eq!(
        desk.notice(),
        "已粘贴5字，已整理2处（控制字符），Ctrl+Z 可以整段撤销。"
    );
    desk.undo();
    desk.check("甲▏乙");
}

#[test]
fn a_text_of_one_line_stays_one() {
    let mut desk = Desk::new(|_| Field::Title);
    desk.paste("自我剖析\r\n材料\r\n");
    desk.check("甲自我剖析 材料▏乙");
    desk.undo();
    desk.check("甲▏乙");
}

#[test]
fn a_paste_of_nothing_erases_nothing() {
    let mut desk = Desk::new(opening);
    desk.press(KeyCode::Left, KeyModifiers::SHIFT);
    desk.paste("\u{200b}");
    assert_eq!(desk.text(), "甲乙");
    desk.paste("学\u{a0}习");
    desk.check("学 习▏乙");
    desk.undo();
    desk.undo();
    assert_eq!(desk.text(), "甲乙");
}

#[test]
fn two_hundred_thousand_characters_are_two_changes() {
    let line = "根据市委、县委有关文件要求，会前本人深入学习了规定的所学内容。为";
    let raw = format!("{line}\r\n").repeat(6500);
    let mut desk = Desk::new(opening);
    desk.paste(&raw);
    assert_eq!(desk.n_journalled, 2);
    assert!(
        desk.notice().contains("已整理6499处（断开的行）"),
        "{}",
        desk.notice()
    );
    desk.undo();
    assert_eq!(desk.text(), format!("甲{}乙", raw.replace('\r', "")));
    desk.undo();
    desk.check("甲▏乙");
}
