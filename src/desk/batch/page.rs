//! The review of a batch as one page for a browser: no scripts, nothing loaded from elsewhere.

use std::fmt::Write as _;

use super::messages as say;
use super::{Reviewed, Row};
use crate::check::rubric::{Rubric, messages as rubric_say};
use crate::desk::scoring;
use crate::locale::Lang;
use crate::wizard::messages::section_label;

/// How the page looks, on a screen and on paper.
const STYLE: &str = "body{font-family:sans-serif;line-height:1.6;margin:2em auto;max-width:75em;padding:0 1em;color:#222;background:#fff}\
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}\
th{border-bottom:2px solid #666}.n{text-align:right}.bad{font-weight:bold;color:#a00}td{overflow-wrap:anywhere}\
.side td{width:50%}p{color:#555}";

/// Returns the page.
pub fn page(lang: Lang, reviewed: &Reviewed, rubric: Option<&Rubric>) -> String {
    let tag = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let heading = escaped(&say::heading(lang, reviewed.rows.len()));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{heading}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{heading}</h1>\n"
    );
    table(lang, reviewed, rubric.is_some(), &mut out);
    if let Some(it) = rubric {
        let words = say::scored_by(lang, &it.name, &scoring::mark(lang, it));
        line(&mut out, "p", &words);
    }
    pairs(lang, reviewed, &mut out);
    skipped(lang, reviewed, &mut out);
    line(&mut out, "p", &say::cannot_judge(lang));
    out.push_str("</body>\n</html>\n");
    out
}

impl Row {
    /// Says which parts are missing, in words.
    pub fn say_parts(&self, lang: Lang) -> String {
        let names: Vec<&str> = (self.missing.iter())
            .map(|it| section_label(lang, *it))
            .collect();
        if names.is_empty() {
            say::all_parts(lang)
        } else {
            say::missing(lang, &names.join(&say::comma(lang)))
        }
    }

    /// Returns its title, or what is said in its place.
    pub fn say_title(&self, lang: Lang) -> String {
        match self.title.trim() {
            "" => say::untitled(lang),
            title => title.to_owned(),
        }
    }
}

fn table(lang: Lang, reviewed: &Reviewed, is_scored: bool, out: &mut String) {
    out.push_str("<table>\n<tr>");
    for it in [
        say::head_name(lang),
        say::head_title(lang),
        say::head_characters(lang),
        say::head_parts(lang),
        say::head_error(lang),
        say::head_warn(lang),
        say::head_info(lang),
        say::head_nearest(lang),
    ] {
        cell(out, "th", "", &it);
    }
    if is_scored {
        cell(out, "th", "", &rubric_say::head_score(lang));
    }
    out.push_str("</tr>\n");
    for row in &reviewed.rows {
        out.push_str("<tr>");
        let bad = |is_bad: bool| if is_bad { "bad" } else { "" };
        cell(out, "td", "", &row.name);
        cell(out, "td", "", &row.say_title(lang));
        cell(out, "td", "n", &row.characters.to_string());
        cell(
            out,
            "td",
            bad(!row.missing.is_empty()),
            &row.say_parts(lang),
        );
        cell(
            out,
            "td",
            bad(row.counts.error > 0),
            &row.counts.error.to_string(),
        );
        cell(out, "td", "", &row.counts.warn.to_string());
        cell(out, "td", "", &row.counts.info.to_string());
        let nearest = row.nearest.and_then(|it| {
            let name = &reviewed.rows.get(it.row)?.name;
            Some(format!("{}% {name}", it.percent))
        });
        cell(out, "td", "", &nearest.unwrap_or_default());
        if let Some(it) = &row.score {
            cell(out, "td", bad(!it.hard.is_empty()), &scoring::brief(it));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

fn pairs(lang: Lang, reviewed: &Reviewed, out: &mut String) {
    if reviewed.pairs.is_empty() {
        return;
    }
    line(out, "h2", &say::pairs_heading(lang, reviewed.pairs.len()));
    line(out, "p", &say::pairs_note(lang));
    let name = |row: usize| reviewed.rows.get(row).map_or("", |it| it.name.as_str());
    for it in &reviewed.pairs {
        let (one, other) = (name(it.one), name(it.other));
        line(out, "h3", &say::pair(lang, one, other, it.percent));
        if it.sentences.is_empty() {
            continue;
        }
        out.push_str("<table class=\"side\">\n<tr>");
        cell(out, "th", "", one);
        cell(out, "th", "", other);
        out.push_str("</tr>\n");
        for sentence in &it.sentences {
            out.push_str("<tr>");
            cell(out, "td", "", &sentence.one);
            cell(out, "td", "", &sentence.other);
            out.push_str("</tr>\n");
        }
        out.push_str("</table>\n");
    }
}

fn skipped(lang: Lang, reviewed: &Reviewed, out: &mut String) {
    if reviewed.skipped.is_empty() {
        return;
    }
    line(
        out,
        "h2",
        &say::skipped_heading(lang, reviewed.skipped.len()),
    );
    out.push_str("<ul>\n");
    for it in &reviewed.skipped {
        line(out, "li", &say::skipped(lang, &it.name, &it.reason));
    }
    out.push_str("</ul>\n");
}

fn cell(out: &mut String, tag: &str, class: &str, words: &str) {
    let class = match class {
        "" => String::new(),
        it => format!(" class=\"{it}\""),
    };
    let _written = write!(out, "<{tag}{class}>{}</{tag}>", escaped(words));
}

fn line(out: &mut String, tag: &str, words: &str) {
    let _written = writeln!(out, "<{tag}>{}</{tag}>", escaped(words));
}

/// Returns words as a page may hold them: no markup, no control characters, nothing that turns the reading direction.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            it if it.is_control() => {}
            it => out.push(it),
        }
    }
    out
}
