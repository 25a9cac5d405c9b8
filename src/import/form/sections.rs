//! Where the sections of a text begin, and what each is for.

use std::ops::Range;

use super::known::Known;
use super::ordinal::Style;
use super::piece::Piece;
use super::roles::{LONGEST, Roles, ends_like_title, is_fault};
use super::sentence::{headline_end, start_of};
use super::source::Source;

/// A section of a text.
#[derive(Debug)]
pub(super) struct Section {
    /// Its heading: the ordinal and the title; `None` where the text has none for it.
    pub(super) heading: Option<Heading>,
    /// What it is for.
    pub(super) roles: Roles,
    /// What stands under the heading, what runs in behind it first.
    pub(super) pieces: Vec<Piece>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Where its ordinal stands.
    pub(super) ordinal: Range<usize>,
    /// Where its title stands.
    pub(super) title: Range<usize>,
}

/// How the sections of a text are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Top {
    /// By the level of heading their markup gives them.
    Level(u8),
    /// By their ordinals.
    Style(Style),
    /// By lines that hold a heading and nothing else.
    Bare,
    /// There are none.
    None,
}

/// What a heading at the top is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Role(Roles),
    /// A dimension without a section around it.
    Dimension,
    Other,
}

/// Parts a text into what stands before the first section, and the sections.
pub(super) fn part(
    source: &Source,
    known: &Known,
    pieces: Vec<Piece>,
) -> (Vec<Piece>, Vec<Section>) {
    let look = Look { source, known };
    let kinds = look.kinds(&pieces);
    let mut front = Vec::new();
    let mut sections: Vec<Section> = Vec::new();
    let mut is_loose = false;
    for (piece, kind) in pieces.into_iter().zip(kinds) {
        match kind {
            Some(Kind::Dimension) => {
                if !is_loose {
                    sections.push(Section {
                        heading: None,
                        roles: Roles {
                            problems: true,
                            ..Roles::default()
                        },
                        pieces: Vec::new(),
                    });
                }
                is_loose = true;
                if let Some(last) = sections.last_mut() {
                    last.pieces.push(piece);
                }
            }
            Some(Kind::Role(_) | Kind::Other) => {
                is_loose = false;
                let (heading, rest) = look.split(&piece);
                sections.push(Section {
                    heading: Some(heading),
                    roles: match kind {
                        Some(Kind::Role(roles)) => roles,
                        Some(Kind::Dimension | Kind::Other) | None => Roles::default(),
                    },
                    pieces: rest.into_iter().collect(),
                });
            }
            None => match sections.last_mut() {
                Some(last) => last.pieces.push(piece),
                None => front.push(piece),
            },
        }
    }
    (front, sections)
}

struct Look<'a> {
    source: &'a Source,
    known: &'a Known,
}

impl Look<'_> {
    /// Returns for each piece what heading at the top it begins, if it does.
    fn kinds(&self, pieces: &[Piece]) -> Vec<Option<Kind>> {
        let roles: Vec<Roles> = pieces.iter().map(|it| self.roles(it)).collect();
        let top = self.top(pieces, &roles);
        let is_any_first = |style| {
            pieces
                .iter()
                .any(|it| it.style() == Some(style) && it.is_first)
        };
        let is_first_style = match top {
            Top::Style(style) => is_any_first(style),
            Top::Level(_) | Top::Bare | Top::None => true,
        };
        let level_style = match top {
            Top::Level(level) => pieces
                .iter()
                .find(|it| it.heading == Some(level))
                .and_then(Piece::style),
            Top::Style(_) | Top::Bare | Top::None => None,
        };
        let mut last = 0;
        let mut kinds = Vec::new();
        for (piece, roles) in pieces.iter().zip(&roles) {
            let is_head = match top {
                Top::Level(level) => {
                    piece.heading.is_some_and(|it| it <= level)
                        || piece.heading.is_none()
                            && piece.is_first
                            && roles.is_any()
                            && level_style.is_some()
                            && piece.style() == level_style
                }
                Top::Style(style) if piece.style() == Some(style) => {
                    (piece.is_first || roles.is_any() || !is_first_style)
                        && (roles.is_any() || piece.number() > last)
                }
                Top::Style(style) => {
                    matches!(style, Style::HanComma | Style::Part)
                        && self.is_bare(piece)
                        && roles.is_any()
                }
                Top::Bare => self.is_bare(piece) && roles.is_any(),
                Top::None => false,
            };
            if is_head && piece.ordinal.is_some() {
                last = piece.number();
            }
            kinds.push(is_head.then(|| self.kind(piece, *roles)));
        }
        self.spare_title(&mut kinds, pieces, top);
        self.settle(&mut kinds, pieces);
        kinds
    }

    /// The title of the text is a heading too.
    fn spare_title(&self, kinds: &mut [Option<Kind>], pieces: &[Piece], top: Top) {
        let Top::Level(level) = top else { return };
        let first = pieces.iter().position(|it| it.heading.is_some());
        let Some((piece, kind)) = first.and_then(|it| Some((pieces.get(it)?, kinds.get_mut(it)?)))
        else {
            return;
        };
        let is_above = piece.heading.is_some_and(|it| it < level);
        let is_title =
            *kind == Some(Kind::Other) && ends_like_title(self.source.fold(&piece.range));
        if is_above || is_title {
            *kind = None;
        }
    }

    /// Several sections that each name a part of the problems are dimensions; so are those that name a fault, where
    /// no section is for the problems as a whole.
    fn settle(&self, kinds: &mut [Option<Kind>], pieces: &[Piece]) {
        let title = |piece: &Piece| self.source.fold(&self.heading(piece).title);
        let is_problem = |kind: &Option<Kind>| matches!(kind, Some(Kind::Role(it)) if it.problems && !it.is_merged());
        let is_part =
            |kind: &Option<Kind>, piece: &Piece| is_problem(kind) && !is_whole(title(piece));
        let heads = || kinds.iter().zip(pieces).filter(|(kind, _)| kind.is_some());
        let n_parts = heads()
            .filter(|(kind, piece)| **kind == Some(Kind::Dimension) || is_part(kind, piece))
            .count();
        let is_for_whole = heads().any(|(kind, piece)| match kind {
            Some(Kind::Role(it)) => it.is_merged() || it.problems && !is_part(kind, piece),
            Some(Kind::Dimension | Kind::Other) | None => false,
        });
        for (kind, piece) in kinds.iter_mut().zip(pieces) {
            let is_dimension = n_parts > 1 && is_part(kind, piece)
                || !is_for_whole && *kind == Some(Kind::Other) && is_fault(title(piece));
            if is_dimension {
                *kind = Some(Kind::Dimension);
            }
        }
    }

    fn kind(&self, piece: &Piece, roles: Roles) -> Kind {
        let title = self.heading(piece).title;
        let title = self.source.fold(&title);
        if roles.is_any() {
            Kind::Role(roles)
        } else if self.known.is_dimension(title) {
            Kind::Dimension
        } else {
            Kind::Other
        }
    }

    fn top(&self, pieces: &[Piece], roles: &[Roles]) -> Top {
        let with_role = || (pieces.iter().zip(roles)).filter(|(_, roles)| roles.is_any());
        if let Some(level) = with_role().filter_map(|(it, _)| it.heading).min() {
            return Top::Level(level);
        }
        for style in [Style::Part, Style::HanComma] {
            if with_role().any(|(it, _)| it.style() == Some(style)) {
                return Top::Style(style);
            }
        }
        let numbered = with_role().find_map(|(it, _)| it.style().filter(|it| it.is_heading()));
        if let Some(style) = numbered {
            // Problems, causes and measures under each dimension are no sections of the report.
            let of_style = || with_role().filter(|(it, _)| it.style() == Some(style));
            let is_repeated = of_style().filter(|(_, it)| it.problems).count() > 1
                || of_style().filter(|(_, it)| it.causes).count() > 1
                || of_style().filter(|(_, it)| it.measures).count() > 1;
            let is_nested = pieces
                .iter()
                .any(|it| it.style().is_some_and(|it| it != style && it.is_heading()));
            return if is_repeated && is_nested {
                Top::None
            } else {
                Top::Style(style)
            };
        }
        let is_bare = with_role().any(|(it, _)| self.is_bare(it));
        if is_bare { Top::Bare } else { Top::None }
    }

    fn roles(&self, piece: &Piece) -> Roles {
        let may_be =
            piece.heading.is_some() || piece.style().map_or(self.is_bare(piece), Style::is_heading);
        if !may_be {
            return Roles::default();
        }
        let title = self.heading(piece).title;
        self.known.roles(self.source.fold(&title).trim())
    }

    /// Tells whether the piece is a line that can only be a heading.
    fn is_bare(&self, piece: &Piece) -> bool {
        let text = self.source.fold(&piece.range);
        piece.ordinal.is_none()
            && piece.is_first
            && text.chars().take(26).count() < 26
            && !text.ends_with(['。', '；', '，', '！', '？', '、', ';', ',', '.'])
            && !text.contains(['。', '；'])
            && !text.trim_end_matches(['：', ':']).contains(['：', ':'])
    }

    /// Returns the heading a piece begins with.
    fn heading(&self, piece: &Piece) -> Heading {
        self.split(piece).0
    }

    /// Parts a piece into its heading and what runs in behind it.
    fn split(&self, piece: &Piece) -> (Heading, Option<Piece>) {
        let words = self.source.trimmed(&piece.words());
        let text = self.source.fold(&words);
        let end = if piece.heading.is_some() {
            text.len()
        } else {
            self.title_len(text)
        };
        let title = words.start..words.start + end;
        let rest = self.source.trimmed(&(title.end..words.end));
        let heading = Heading {
            ordinal: piece.range.start..piece.words().start,
            title: self.source.trimmed(&title),
        };
        let rest = (!rest.is_empty()).then(|| Piece::behind_heading(rest));
        (heading, rest)
    }

    /// Returns the bytes of a title that text may run in behind. Where line ends were lost, a blank may be all that
    /// parts them.
    fn title_len(&self, text: &str) -> usize {
        let end = headline_end(start_of(text, 2000));
        let sentence = text.get(..end).unwrap_or_default();
        if sentence.chars().take(LONGEST + 1).count() <= LONGEST {
            return end;
        }
        let blanks = sentence.match_indices(char::is_whitespace).take(8);
        for (at, _) in blanks {
            let before = sentence.get(..at).unwrap_or_default();
            if self.known.roles(before).is_any() {
                return at;
            }
        }
        end
    }
}

/// Tells whether a folded heading is for the problems as a whole.
fn is_whole(title: &str) -> bool {
    let names_part = ["方面", "上的", "中的"].iter().any(|it| title.contains(it));
    !names_part
}
