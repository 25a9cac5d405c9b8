//! From lines to a report.

use super::{Account, Imported, TemplateChoice};
use crate::draft::Outline;
use crate::import::messages::line_number;
use crate::import::{Aside, Line, Notice, Remark};
use crate::locale::Lang;

/// Reads the lines of one text. Never fails, and takes time in proportion to the length.
///
/// `lang` is the language of the words that say where a text set aside came from.
pub fn understand(lines: &[Line], choice: &TemplateChoice<'_>, lang: Lang) -> Imported {
    let template = match choice {
        TemplateChoice::Given(it) => Some(*it),
        TemplateChoice::Best(all) => all.first().copied(),
    };
    let mut outline = Outline {
        template: template.map(|it| it.id.clone()).unwrap_or_default(),
        ..Outline::default()
    };
    let mut remarks = Vec::new();
    for line in lines.iter().filter(|it| it.characters() > 0) {
        let origin = line_number(lang, line.number);
        outline.set_aside.push((origin, line.text.clone()));
        let why = Aside::NoPlace;
        let notice = Notice::SetAside { why };
        remarks.push(Remark {
            line: line.number,
            notice,
        });
    }
    let source = lines.iter().map(Line::characters).sum();
    let account = Account {
        source,
        placed: 0,
        unplaced: source,
    };
    Imported {
        outline,
        account,
        remarks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_place_is_set_aside_and_named() {
        let lines = [Line {
            number: 7,
            text: "甲 乙".to_owned(),
            ..Line::default()
        }];
        let read = understand(&lines, &TemplateChoice::Best(Vec::new()), Lang::En);
        assert_eq!(
            read.outline.set_aside,
            [("line 7".to_owned(), "甲 乙".to_owned())]
        );
        let whole = Account {
            source: 2,
            placed: 0,
            unplaced: 2,
        };
        assert_eq!(read.account, whole);
        assert_eq!(read.remarks.first().map(|it| it.line), Some(7));
    }
}
