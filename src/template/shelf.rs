//! The kinds of report known to this run: the built-in ones, and the writer's own once they were put on the shelf.
//!
//! A template is interned: put here once, it lives as long as the program and never changes, so that everybody may
//! hold a `&'static Template`. A draft is asked by whichever template its id finds here. *Which* kinds a list offers
//! is not looked up here but handed round as `desk::Kinds` of one data folder.

use std::sync::PoisonError;
use std::sync::RwLock;

use crate::locale::Lang;
use crate::template::model::Template;
use crate::template::packs;

/// A template of the writer's own and the file it was read from.
struct Own {
    template: Template,
    text: String,
}

/// The writer's own templates. Invariant: no id twice, none of a built-in template.
static OWN: RwLock<Vec<&'static Own>> = RwLock::new(Vec::new());

/// Puts a template on the shelf, in place of one of the same id, and returns it. The text is that of its file.
///
/// `None` if the id is that of a built-in template: those are never replaced.
pub fn put(template: Template, text: &str) -> Option<&'static Template> {
    if packs::find(&template.id).is_some() {
        return None;
    }
    let mut own = OWN.write().unwrap_or_else(PoisonError::into_inner);
    let known = own.iter().position(|it| it.template.id == template.id);
    if let Some(it) = known.and_then(|idx| own.get(idx))
        && it.template == template
        && it.text == text
    {
        return Some(&it.template);
    }
    let text = text.to_owned();
    let interned: &'static Own = Box::leak(Box::new(Own { template, text }));
    match known {
        Some(idx) => own[idx] = interned,
        None => own.push(interned),
    }
    Some(&interned.template)
}

/// Returns the template of this id: a built-in one, or one put on the shelf.
pub fn find(id: &str) -> Option<&'static Template> {
    packs::find(id).or_else(|| own(id).map(|it| &it.template))
}

/// Returns the language of the reports of the template of this id; much sooner than [`find`] where nothing else is
/// asked of templates.
pub fn language_of(id: &str) -> Option<Lang> {
    packs::language_of(id).or_else(|| own(id).map(|it| it.template.lang()))
}

/// Returns the file of the template of this id, comments included.
pub fn source_text(id: &str) -> Option<&'static str> {
    packs::source_text(id).or_else(|| own(id).map(|it| it.text.as_str()))
}

fn own(id: &str) -> Option<&'static Own> {
    let own = OWN.read().unwrap_or_else(PoisonError::into_inner);
    own.iter().copied().find(|it| it.template.id == id)
}

#[cfg(test)]
mod tests {
    use super::find;
    use super::put;
    use super::source_text;
    use crate::template::parse;
    use crate::template::tests::SMALL;

    #[test]
    fn a_template_put_on_the_shelf_is_found_and_replaced() {
        let text = SMALL.replace("\"small\"", "\"on-the-shelf\"");
        let first = parse(&text.replace('$', "")).expect("it is right");
        assert_eq!(find("on-the-shelf"), None);
        let put_there = put(first.clone(), &text).expect("the id is free");
        assert_eq!(find("on-the-shelf"), Some(put_there));
        assert_eq!(source_text("on-the-shelf"), Some(text.as_str()));
        // The same again is the same: nothing is interned twice.
        assert!(std::ptr::eq(
            put_there,
            put(first.clone(), &text).expect("the id is its own")
        ));
        let mut second = first.clone();
        second.name = "另一个".to_owned();
        put(second.clone(), &text).expect("the id is its own");
        assert_eq!(find("on-the-shelf"), Some(&second));
        assert_eq!(put_there, &first, "who holds the old one keeps it");
    }

    #[test]
    fn a_built_in_template_is_never_replaced() {
        let text = SMALL.replace("\"small\"", "\"mzsh-2025\"").replace('$', "");
        let template = parse(&text).expect("it is right");
        assert_eq!(put(template, &text), None);
        assert_eq!(
            find("mzsh-2025").map(|it| it.name.as_str()),
            Some("2025年度民主生活会个人对照检查材料")
        );
    }
}
