//! The report, section by section. Each part claims its words; what is left over is set aside by the claims.

use std::collections::BTreeMap;
use std::ops::Range;

use super::claims::Claims;
use super::known::Known;
use super::piece::Piece;
use super::roles::Roles;
use super::sections::{Heading, Section};
use super::sentence::{Dates, headline_end, passages};
use super::source::Source;
use crate::draft::{Outline, OutlineSection, PassageKind, Role};
use crate::import::{Notice, Remark};

/// A report being read.
pub(super) struct Reading<'a> {
    pub(super) source: &'a Source,
    pub(super) known: &'a Known,
    pub(super) claims: Claims,
    pub(super) outline: Outline,
    pub(super) remarks: Vec<Remark>,
    /// Where the first section of each role stands.
    pub(super) places: BTreeMap<Role, usize>,
    /// How many headings over the problems as a whole stand in each other at the moment.
    pub(super) depth: usize,
    /// The line the title stands in; 0 if there is none.
    pub(super) title_line: usize,
}

impl Reading<'_> {
    /// Reads the sections in order.
    pub(super) fn sections(&mut self, mut sections: Vec<Section>) {
        let closing = sections.last_mut().and_then(|it| self.closing_of(it));
        for section in sections {
            self.section(section);
        }
        if let Some(pieces) = closing {
            self.text(Role::Closing, None, &pieces);
        }
    }

    fn section(&mut self, section: Section) {
        let Section {
            heading,
            roles,
            pieces,
        } = section;
        let role = roles.first().unwrap_or(Role::Text);
        let is_taken = role != Role::Text && self.places.contains_key(&role);
        if is_taken && role == Role::Dimensions && heading.is_none() {
            self.dimensions(&pieces, roles);
            return;
        }
        if is_taken {
            let line = self.line_of(heading.as_ref(), &pieces);
            self.remark(line, Notice::RoleAgain);
            self.text(Role::Text, heading, &pieces);
            return;
        }
        match role {
            Role::FollowUp => {
                self.open(role, heading);
                self.follow_ups(&pieces);
            }
            Role::Dimensions => {
                self.open(role, heading);
                self.dimensions(&pieces, roles);
            }
            Role::Causes | Role::Measures => {
                self.open(role, heading);
                self.chain(role, roles, &pieces);
            }
            Role::Case | Role::Closing | Role::Opening | Role::Text => {
                self.text(role, heading, &pieces);
            }
        }
    }

    /// Adds a section without its text, and returns its place.
    pub(super) fn open(&mut self, role: Role, heading: Option<Heading>) -> usize {
        let mut title = String::new();
        if let Some(it) = heading {
            self.claims.mark(it.ordinal);
            self.claims.words(self.source, &it.title, &mut title);
        }
        let place = self.outline.sections.len();
        self.places.entry(role).or_insert(place);
        self.outline.sections.push(OutlineSection {
            role,
            title,
            text: String::new(),
            not_written: None,
        });
        place
    }

    /// Adds a section that is a heading and a text.
    pub(super) fn text(&mut self, role: Role, heading: Option<Heading>, pieces: &[Piece]) {
        let at = self.open(role, heading);
        self.add_text(at, pieces);
    }

    /// Adds words to the own text of a section.
    pub(super) fn add_text(&mut self, section: usize, pieces: &[Piece]) {
        if let Some(range) = span(pieces) {
            self.add_words(section, &range);
        }
    }

    /// Adds the words of a range to the own text of a section.
    pub(super) fn add_words(&mut self, section: usize, range: &Range<usize>) {
        if let Some(section) = self.outline.sections.get_mut(section) {
            self.claims.words(self.source, range, &mut section.text);
        }
    }

    /// Adds words to the own text of the section of a role.
    pub(super) fn add_text_of(&mut self, role: Role, pieces: &[Piece]) {
        if let Some(at) = self.places.get(&role).copied() {
            self.add_text(at, pieces);
        }
    }

    /// Returns the headline and the body of an item: the words of its first piece behind the ordinal, then the rest.
    pub(super) fn item(
        &mut self,
        pieces: &[Piece],
        dates: Dates,
    ) -> (String, Vec<(PassageKind, String)>) {
        let Some((first, rest)) = pieces.split_first() else {
            return (String::new(), Vec::new());
        };
        self.claims.mark(first.range.start..first.words().start);
        let words = self.source.trimmed(&first.words());
        let text = self.source.fold(&words);
        let end = if first.heading.is_some() {
            words.len()
        } else if first.is_led() {
            led_end(text, first.strong_end.saturating_sub(words.start))
        } else {
            headline_end(text)
        };
        let headline = words.start..words.start + end;
        let until = rest.last().map_or(words.end, |it| it.range.end);
        let mut headline_words = String::new();
        self.claims
            .words(self.source, &headline, &mut headline_words);
        (headline_words, self.body(headline.end..until, dates))
    }

    /// Returns the passages of a range.
    pub(super) fn body(&mut self, range: Range<usize>, dates: Dates) -> Vec<(PassageKind, String)> {
        let range = self.source.trimmed(&range);
        let source = self.source;
        let mut body = Vec::new();
        for (kind, start, end) in passages(source.fold(&range), dates) {
            let part = range.start + start..range.start + end;
            self.claims.passage(source, &part, kind, &mut body);
        }
        body
    }

    pub(super) fn fold(&self, range: &Range<usize>) -> &str {
        self.source.fold(range)
    }

    pub(super) fn remark(&mut self, line: usize, notice: Notice) {
        self.remarks.push(Remark { line, notice });
    }

    /// Remarks on numbers that do not follow each other: a print counts anew.
    pub(super) fn remark_gaps(&mut self, heads: &[&Piece]) {
        let mut last = 0;
        for head in heads {
            let Some(ordinal) = head.ordinal.filter(|it| it.number > 0) else {
                last += 1;
                continue;
            };
            if ordinal.number != last + 1 {
                let words = self.source.whole.get(head.range.start..head.words().start);
                let ordinal = words.unwrap_or_default().trim().to_owned();
                let line = self.source.line_at(head.range.start);
                self.remark(line, Notice::OutOfOrder { ordinal });
            }
            last = ordinal.number;
        }
    }

    pub(super) fn line_of(&self, heading: Option<&Heading>, pieces: &[Piece]) -> usize {
        let at = heading.map(|it| it.ordinal.start);
        let at = at.or_else(|| pieces.first().map(|it| it.range.start));
        at.map_or(0, |it| self.source.line_at(it))
    }

    /// Takes last words out of the last section: from a sentence that closes, or a signature and a date, to the end.
    fn closing_of(&self, section: &mut Section) -> Option<Vec<Piece>> {
        if section.roles.closing {
            return None;
        }
        let first_of_tail = (section.pieces.iter())
            .rposition(|it| it.ordinal.is_some() || it.heading.is_some())
            .map_or(0, |it| it + 1);
        let tail = section.pieces.get(first_of_tail..).unwrap_or_default();
        let sentence = tail.iter().position(|it| closes(self.fold(&it.range)));
        let at = sentence.or_else(|| self.signature(tail))?;
        Some(section.pieces.split_off(first_of_tail + at))
    }

    /// Returns where a signature with a date begins, at the end of the pieces.
    fn signature(&self, pieces: &[Piece]) -> Option<usize> {
        let is_short = |it: &Piece| {
            let text = self.fold(&it.range);
            text.chars().take(31).count() <= 30
                && !text.contains(['。', '；', '，', '：', '.', ','])
        };
        let date = pieces.last().filter(|it| is_date(self.fold(&it.range)))?;
        let n_lines = pieces
            .iter()
            .rev()
            .take(4)
            .take_while(|it| is_short(it))
            .count();
        is_short(date).then(|| pieces.len() - n_lines)
    }
}

/// Returns the end of a headline in bold: its final mark may stand behind the bold.
fn led_end(text: &str, strong: usize) -> usize {
    let rest = text.get(strong..).unwrap_or_default();
    let marks = rest.trim_start_matches(|it: char| "。：；！？，.:;!?,".contains(it));
    text.len() - marks.len()
}

/// Returns the range from the first to the last of some pieces.
pub(super) fn span(pieces: &[Piece]) -> Option<Range<usize>> {
    Some(pieces.first()?.range.start..pieces.last()?.range.end)
}

/// Tells whether a folded paragraph begins the last words of a report.
fn closes(text: &str) -> bool {
    let is_about_text = |rest: &str| {
        [
            "是", "就是", "报告", "汇报", "材料", "发言", "剖析", "检查", "对照", "情况", "不妥",
            "，请", "为",
        ]
        .iter()
        .any(|it| rest.starts_with(it))
    };
    if let Some(rest) = text.strip_prefix("以上") {
        return is_about_text(rest);
    }
    let begins = [
        "综上",
        "总之",
        "最后，",
        "恳请",
        "敬请",
        "请批评",
        "请各位",
        "请领导",
        "请组织",
        "请同志们",
        "请予",
        "不妥之处",
        "不当之处",
        "特此",
        "此致",
        "我的发言完",
        "发言完毕",
        "汇报完毕",
        "谢谢",
    ];
    // 特此说明 ends the statement it stands in, not the report.
    if text.starts_with("特此说明") {
        return false;
    }
    begins.iter().any(|it| text.starts_with(it)) || text.contains("批评指正") && text.len() < 400
}

/// `2026年1月15日`, `（二〇二六年一月）`, `XX年X月X日`
pub(super) fn is_date(text: &str) -> bool {
    let inner = text.trim_matches(|it: char| it.is_whitespace() || "（）()。".contains(it));
    let is_number = |it: char| {
        it.is_ascii_digit() || it.is_whitespace() || "一二三四五六七八九十〇○零xX×*＊".contains(it)
    };
    let rest: String = inner.chars().filter(|it| !is_number(*it)).collect();
    matches!(rest.as_str(), "年月" | "年月日" | "--" | ".." | "//")
}

impl Roles {
    /// Tells whether the heading names a part of the chain problem, cause, measure.
    pub(super) fn is_chain(self) -> bool {
        self.problems || self.causes || self.measures
    }

    /// Tells whether the heading is about causes or measures alone.
    pub(super) fn is_chain_end(self) -> bool {
        (self.causes || self.measures) && !self.problems
    }
}
