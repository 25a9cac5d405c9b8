//! The section of the problems: its dimensions, and the causes and measures it may hold as well.

use std::ops::Range;

use super::items::{By, cut, told_by};
use super::piece::Piece;
use super::read::{Reading, span};
use super::roles::{Roles, is_fault};
use super::sentence::{headline_end, start_of, title_end};
use crate::draft::{DimensionKind, OutlineDimension, Role};

/// The longest line without an ordinal that is the title of a dimension, in characters.
const LONGEST_BARE: usize = 100;
/// The longest heading that stands over others, in characters.
const LONGEST_OVER: usize = 60;
/// The longest heading that changes what is listed, in characters.
const LONGEST_SWITCH: usize = 30;
/// How deep headings over the problems as a whole may stand in each other.
const DEEPEST: usize = 3;
/// The longest sentence that leads to a list of causes or measures, in characters.
const LONGEST_LEAD: usize = 80;

impl Reading<'_> {
    /// Reads the section of the problems.
    pub(super) fn dimensions(&mut self, pieces: &[Piece], roles: Roles) {
        let (pieces, lists) = self.lists_behind(pieces);
        self.part_of_problems(pieces, roles);
        for (role, list) in lists {
            let section = self.section_of(role);
            let (lead, items) = list.split_at(1.min(list.len()));
            self.add_text(section, lead);
            self.chain(role, Roles::of(role), items);
        }
    }

    /// Cuts off the lists of causes and measures that a sentence begins instead of a heading:
    /// `产生上述问题的原因主要有：` and then 一是 again.
    fn lists_behind<'p>(&self, pieces: &'p [Piece]) -> (&'p [Piece], Vec<(Role, &'p [Piece])>) {
        let mut starts = Vec::new();
        for (idx, pair) in pieces.windows(2).enumerate() {
            let [lead, next] = pair else { continue };
            let is_lead = lead.ordinal.is_none() && lead.is_first && next.number() == 1;
            if is_lead && let Some(role) = leads_to(self.fold(&lead.range)) {
                starts.push((idx, role));
            }
        }
        let first = starts.first().map_or(pieces.len(), |it| it.0);
        let ends = starts.iter().skip(1).map(|it| it.0).chain([pieces.len()]);
        let lists = (starts.iter().zip(ends))
            .filter_map(|((from, role), to)| Some((*role, pieces.get(*from..to)?)))
            .collect();
        (pieces.get(..first).unwrap_or_default(), lists)
    }

    fn part_of_problems(&mut self, pieces: &[Piece], roles: Roles) {
        let Some(heads) = self.heads_of_dimensions(pieces) else {
            return self.without_dimensions(pieces, roles);
        };
        let first = heads.first().copied().unwrap_or(pieces.len());
        self.add_text_of(Role::Dimensions, pieces.get(..first).unwrap_or_default());
        let ends = heads.iter().skip(1).copied().chain([pieces.len()]);
        let mut numbered = Vec::new();
        for (from, to) in heads.iter().zip(ends) {
            let Some((head, rest)) = pieces.get(*from..to).and_then(<[Piece]>::split_first) else {
                continue;
            };
            if head.ordinal.is_some() {
                numbered.push(head);
            }
            if !self.is_part_of_chain(head, rest, roles) {
                self.dimension(head, rest, roles);
            }
        }
        self.remark_gaps(&numbered);
    }

    /// Reads a heading over causes, over measures, or over the problems as a whole, with what stands under it.
    fn is_part_of_chain(&mut self, head: &Piece, rest: &[Piece], roles: Roles) -> bool {
        let Some((title, said)) = self.switch_at(head).filter(|_| self.depth < DEEPEST) else {
            return false;
        };
        let under = self.under(head, title.end, rest);
        let role = match said.first() {
            Some(role @ (Role::Causes | Role::Measures)) if said.is_chain_end() => role,
            Some(Role::Dimensions) => Role::Dimensions,
            _ => return false,
        };
        let has_inner = self.heads_of_dimensions(&under).is_some();
        if role == Role::Dimensions && !has_inner && !roles.is_merged() && self.is_untitled(role) {
            return false;
        }
        self.claims.mark(head.range.start..head.words().start);
        self.title_of(role, &title);
        match role {
            Role::Dimensions => {
                self.depth += 1;
                self.part_of_problems(&under, roles);
                self.depth -= 1;
            }
            _ => self.chain(role, Roles::of(role), &under),
        }
        true
    }

    /// Returns the title of a short heading that names a part of the chain, and what it promises.
    fn switch_at(&self, head: &Piece) -> Option<(Range<usize>, Roles)> {
        let is_heading =
            head.heading.is_some() || head.style().is_some_and(super::ordinal::Style::is_heading);
        let words = self.source.trimmed(&head.words());
        let text = start_of(self.fold(&words), 4 * LONGEST_OVER);
        let len = headline_end(text);
        let title = text.get(..len)?;
        let is_short = title.chars().count() <= LONGEST_SWITCH;
        let said = self.known.roles(title);
        // `在廉洁自律方面存在的问题` is a dimension all the same.
        let is_dimension = !said.is_chain_end() && self.known.is_dimension(title);
        (is_heading && is_short && said.is_any() && !is_dimension)
            .then(|| (words.start..words.start + len, said))
    }

    /// Returns the pieces under a heading: what runs in behind its title first.
    fn under(&self, head: &Piece, title_end: usize, rest: &[Piece]) -> Vec<Piece> {
        let behind = self.source.trimmed(&(title_end..head.range.end));
        let behind = (!behind.is_empty()).then(|| Piece::behind_heading(behind));
        behind.into_iter().chain(rest.iter().cloned()).collect()
    }

    /// Returns which pieces are heads of dimensions; `None` if the section has problems right in it.
    fn heads_of_dimensions(&self, pieces: &[Piece]) -> Option<Vec<usize>> {
        let by = told_by(pieces);
        if let Some(By::Level(level)) = by {
            let is_head = |it: &Piece| it.heading.is_some_and(|it| it <= level);
            return Some(places(pieces, is_head));
        }
        let numbered = by.and_then(|by| self.numbered_dimensions(pieces, by));
        let bare = places(pieces, |it| self.is_bare_dimension(it));
        match numbered {
            Some(heads) => Some(heads),
            None if bare.is_empty() => None,
            None => Some(bare),
        }
    }

    fn numbered_dimensions(&self, pieces: &[Piece], by: By) -> Option<Vec<usize>> {
        let By::Style(style) = by else { return None };
        if !style.is_heading() {
            return None;
        }
        let list = cut(pieces, by);
        let heads: Vec<&[Piece]> = list.items;
        let n_aspects = heads
            .iter()
            .filter(|it| it.first().is_some_and(|it| self.names_aspect(it)))
            .count();
        let n_over = heads.iter().filter(|it| self.stands_over(it)).count();
        let is_over_aspects = n_aspects * 2 >= heads.len() && n_aspects > 0;
        let is_over_items = n_over * 2 >= heads.len() && n_over > 0;
        if !is_over_aspects && !is_over_items {
            return None;
        }
        let starts: Vec<usize> = heads
            .iter()
            .filter_map(|it| it.first())
            .map(|it| it.range.start)
            .collect();
        Some(places(pieces, |it| {
            starts.binary_search(&it.range.start).is_ok()
        }))
    }

    /// Tells whether a numbered heading is a dimension by its words, or a part of the chain.
    fn names_aspect(&self, head: &Piece) -> bool {
        let words = self.source.trimmed(&head.words());
        let text = start_of(self.fold(&words), 600);
        let title = text.get(..title_end(text)).unwrap_or_default();
        let is_fault = is_fault(title) && !title.contains("方面");
        !is_fault && self.known.is_dimension(title) || self.switch_at(head).is_some()
    }

    /// Tells whether a heading stands alone over items of another style.
    fn stands_over(&self, item: &[Piece]) -> bool {
        let [head, next, ..] = item else { return false };
        let words = self.source.trimmed(&head.words());
        let text = self.fold(&words);
        let is_alone = words.len() < 4 * LONGEST_OVER
            && text.chars().count() <= LONGEST_OVER
            && headline_end(text) == text.len();
        is_alone && next.ordinal.is_some() && next.style() != head.style()
    }

    fn is_bare_dimension(&self, piece: &Piece) -> bool {
        let text = self.fold(&piece.range);
        if piece.ordinal.is_some() || !piece.is_first || text.len() > 4 * LONGEST_BARE {
            return false;
        }
        let words = text.trim_end_matches(|it: char| !it.is_alphanumeric());
        let is_one_sentence = headline_end(text) == text.len();
        is_one_sentence
            && text.chars().count() <= LONGEST_BARE
            && (words.ends_with("方面") || self.known.has_dimension(text))
    }

    fn dimension(&mut self, head: &Piece, rest: &[Piece], roles: Roles) {
        self.claims.mark(head.range.start..head.words().start);
        let words = self.source.trimmed(&head.words());
        let len = if head.heading.is_some() {
            words.len()
        } else {
            title_end(self.fold(&words))
        };
        let title = words.start..words.start + len;
        let is_statement = self.known.is_statement(self.fold(&title).trim());
        let under = self.under(head, title.end, rest);
        let at = self.open_dimension();
        if let Some(dimension) = self.outline.dimensions.get_mut(at) {
            (self.claims).words(self.source, &title, &mut dimension.title);
            if is_statement {
                dimension.kind = DimensionKind::Statement;
                if let Some(said) = span(&under) {
                    (self.claims).words(self.source, &said, &mut dimension.statement);
                }
                return;
            }
        }
        self.chain_under(at, &under, roles);
    }

    /// Reads a dimension that holds the whole chain under headings of its own: 存在问题, 原因分析, 整改措施. What is
    /// said there explains and answers the problems of this dimension.
    fn chain_under(&mut self, at: usize, pieces: &[Piece], roles: Roles) {
        let heads = places(pieces, |it| {
            self.switch_at(it).is_some_and(|(_, said)| said.is_chain())
        });
        let is_chain = heads.iter().filter_map(|it| pieces.get(*it)).any(|it| {
            self.switch_at(it)
                .is_some_and(|(_, said)| said.is_chain_end())
        });
        if !is_chain {
            return self.problems(at, pieces, roles);
        }
        let (n_causes, n_measures) = (self.outline.causes.len(), self.outline.measures.len());
        let first = heads.first().copied().unwrap_or(pieces.len());
        self.problems(at, pieces.get(..first).unwrap_or_default(), roles);
        let ends = heads.iter().skip(1).copied().chain([pieces.len()]);
        for (from, to) in heads.iter().zip(ends) {
            let Some((head, rest)) = pieces.get(*from..to).and_then(<[Piece]>::split_first) else {
                continue;
            };
            let Some((title, said)) = self.switch_at(head) else {
                continue;
            };
            let under = self.under(head, title.end, rest);
            self.claims.mark(head.range.start..head.words().start);
            if let Some(role @ (Role::Causes | Role::Measures)) = said.first() {
                self.title_of(role, &title);
                self.chain(role, Roles::of(role), &under);
            } else {
                self.title_of(Role::Dimensions, &title);
                self.problems(at, &under, roles);
            }
        }
        let causes = n_causes..self.outline.causes.len();
        let measures = n_measures..self.outline.measures.len();
        if let Some(dimension) = self.outline.dimensions.get_mut(at) {
            for problem in &mut dimension.problems {
                problem.causes.extend(causes.clone());
                problem.measures.extend(measures.clone());
            }
        }
    }

    pub(super) fn open_dimension(&mut self) -> usize {
        self.outline.dimensions.push(OutlineDimension {
            kind: DimensionKind::Review,
            title: String::new(),
            lead_in: String::new(),
            statement: String::new(),
            problems: Vec::new(),
            not_written: None,
        });
        self.outline.dimensions.len() - 1
    }

    /// Reads problems that stand right in the section: they get a dimension without a title.
    fn without_dimensions(&mut self, pieces: &[Piece], roles: Roles) {
        if pieces.is_empty() {
            return;
        }
        let mut pieces = pieces;
        if let Some(by) = told_by(pieces) {
            let before = cut(pieces, by).before.len();
            let (bridge, rest) = pieces.split_at(before);
            if bridge.iter().all(|it| self.leads_in(&it.range)) {
                self.add_text_of(Role::Dimensions, bridge);
                pieces = rest;
            }
        }
        let at = self.open_dimension();
        self.problems(at, pieces, roles);
    }
}

fn places(pieces: &[Piece], is_head: impl Fn(&Piece) -> bool) -> Vec<usize> {
    let heads = pieces.iter().enumerate().filter(|(_, it)| is_head(it));
    heads.map(|(idx, _)| idx).collect()
}

/// Returns what kind of list a folded sentence leads to.
fn leads_to(text: &str) -> Option<Role> {
    if text.chars().take(LONGEST_LEAD + 1).count() > LONGEST_LEAD {
        return None;
    }
    let begins = |words: &[&str]| words.iter().any(|it| text.starts_with(it));
    if text.contains("原因")
        && begins(&[
            "产生",
            "造成",
            "存在",
            "究其",
            "以上",
            "上述",
            "剖析",
            "分析",
            "出现",
            "反思",
            "之所以",
        ])
    {
        return Some(Role::Causes);
    }
    let is_plan = ["措施", "努力", "改进", "整改", "做好", "打算"]
        .iter()
        .any(|it| text.contains(it));
    let is_next = begins(&["针对", "今后", "下一步", "下步", "为此", "在今后"]);
    (is_plan && is_next && text.ends_with(['：', ':', '。'])).then_some(Role::Measures)
}
