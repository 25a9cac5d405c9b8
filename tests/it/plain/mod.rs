//! The line mode: on the stage, through a pipe, and on terminals.

mod both;
mod encodings;
mod ends;
mod passages;
mod seed;
mod starts;
mod stream;
mod whims;

use pouxi::draft::Outline;
use pouxi::plain::face::{Face, Prompt};
use pouxi::sitting::msg::Msg;

use crate::stage::{Stage, place};

/// The line mode on the stage: what it says, and what was said to it.
pub(crate) struct Lines {
    pub(crate) stage: Stage,
    face: Face,
    /// Everything that was said.
    pub(crate) said: Vec<String>,
    /// What was said since the last line.
    heard: Vec<String>,
    /// Every line.
    pub(crate) given: Vec<String>,
}

impl Lines {
    /// Begins at the first list, with these drafts.
    pub(crate) fn new(drafts: Vec<Outline>) -> Self {
        Self::on(Stage::new(drafts))
    }

    /// Begins where a report just opened stands.
    pub(crate) fn writing(outline: Outline) -> Self {
        Self::on(Stage::writing(outline))
    }

    pub(crate) fn on(stage: Stage) -> Self {
        let mut face = Face::new();
        face.has_full_screen = true;
        let mut lines = Self {
            stage,
            face,
            said: Vec::new(),
            heard: Vec::new(),
            given: Vec::new(),
        };
        lines.present();
        lines
    }

    fn say(&mut self, said: Vec<String>) {
        self.said.extend(said.iter().cloned());
        self.heard.extend(said);
    }

    fn present(&mut self) {
        let said = self.face.present(&self.stage.model);
        self.say(said);
    }

    /// Returns how the next line is asked for.
    pub(crate) fn prompt(&mut self) -> Prompt {
        self.face.prompt(&self.stage.model)
    }

    /// Gives a line.
    #[track_caller]
    pub(crate) fn line(&mut self, line: &str) -> &mut Self {
        if self.stage.ended.is_some() {
            return self;
        }
        self.given.push(line.to_owned());
        self.heard.clear();
        let _prompt = self.prompt();
        let heard = self.face.hear(&self.stage.model, line);
        self.say(heard.said);
        for msg in heard.msgs {
            self.tell(msg);
        }
        if self.stage.ended.is_none() {
            self.tell(Msg::Idle);
        }
        let said = self.face.after(&mut self.stage.model);
        self.say(said);
        if self.stage.ended.is_none() {
            self.stage.check_sound();
        }
        self.present();
        self
    }

    fn tell(&mut self, msg: Msg) {
        if self.stage.ended.is_none() {
            self.stage.happen(msg);
        }
    }

    /// Chooses the numbered line that was said last with these words in it.
    #[track_caller]
    pub(crate) fn choose(&mut self, words: &str) -> &mut Self {
        let number = self.number_of(words);
        self.line(&number.to_string())
    }

    /// Returns the number of the line that was said last with these words in it.
    #[track_caller]
    pub(crate) fn number_of(&self, words: &str) -> usize {
        let number = self.heard.iter().rev().find_map(|it| {
            let (number, rest) = it.split_once(' ')?;
            rest.contains(words)
                .then(|| number.parse::<usize>().ok())
                .flatten()
        });
        number.unwrap_or_else(|| panic!("no {words} in {:#?}", self.heard))
    }

    /// Gives a script: `>words` chooses, `@place` goes to a place by the outline and from question to question; see
    /// [`place`].
    #[track_caller]
    pub(crate) fn script(&mut self, lines: &[&str]) -> &mut Self {
        for line in lines {
            match (line.strip_prefix('>'), line.strip_prefix('@')) {
                (Some(words), _) => self.choose(words),
                (_, Some(start)) => self.go(start),
                _ => self.line(line),
            };
        }
        self
    }

    #[track_caller]
    fn go(&mut self, start: &str) -> &mut Self {
        self.line("：目录").choose("题目和署名");
        let mut seen = Vec::new();
        while !place(&self.stage.model).starts_with(start) {
            seen.push(place(&self.stage.model));
            assert!(seen.len() < 100, "no {start} on the way: {seen:#?}");
            self.line("：跳过");
        }
        self
    }

    /// Tells whether these words were said since the last line.
    pub(crate) fn was_told(&self, words: &str) -> bool {
        self.heard.iter().any(|it| it.contains(words))
    }
}

#[test]
fn a_finished_text_is_asked_further_once_and_only_where_it_is_wanted() {
    let mut lines = Lines::writing(crate::update::report());
    lines.script(&["@乙+", "新问题", "表现", "。", "我没有去。", "。"]);
    let probe = "再问一层：是哪一天、在什么地方？";
    let told = |lines: &Lines| lines.said.iter().filter(|it| it.contains(probe)).count();
    assert_eq!(told(&lines), 1, "{:#?}", lines.said);
    // It is asked again where the text is read out again, and no longer once it was switched off.
    lines.line("：上一步");
    assert_eq!(told(&lines), 2, "{:#?}", lines.said);
    lines.line("：设置").choose("再问一层");
    lines.line("：返回").line("：重复");
    assert_eq!(told(&lines), 2, "{:#?}", lines.said);
}
