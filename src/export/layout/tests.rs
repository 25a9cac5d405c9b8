use super::parse::{TABLES, TOP};
use super::{Align, IDS, LAYOUTS, Place, built_in, official, parse, read};
use crate::locale::Lang;

#[track_caller]
fn check(text: &str, said: &[&str]) {
    let errors = parse(text).err().unwrap_or_default();
    let sentences: Vec<String> = errors.iter().map(|it| it.say(Lang::En)).collect();
    assert_eq!(sentences, said, "{text}");
}

#[test]
fn every_built_in_layout_says_everything() {
    for ((id, text), known) in LAYOUTS.iter().zip(IDS) {
        assert_eq!(id, known);
        // The official one is also written down without its file.
        assert_eq!(built_in(id), Some(&read(text).unwrap()), "{id}");
        let file: toml::Table = text.parse().unwrap();
        for key in TOP.iter().filter(|it| **it != "like") {
            assert!(file.contains_key(*key), "{id}: {key}");
        }
        for (table, keys) in TABLES {
            let written: Vec<&str> = file[*table]
                .as_table()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            for key in *keys {
                assert!(written.contains(key), "{id}: {table}.{key}");
            }
        }
    }
}

#[test]
fn the_official_layout_is_that_of_the_standard() {
    // GB/T 9704-2012, 5.2: 天头37 mm, 订口28 mm, 版心156 mm × 225 mm; 7.3: 每面排22行，每行排28个字.
    let layout = official();
    let page = layout.page;
    assert_eq!((page.width, page.height), (11906, 16838));
    assert_eq!((page.top, page.bottom), (2098, 1984));
    assert_eq!((page.left, page.right), (1587, 1474));
    assert_eq!(layout.text.pitch, 579);
    assert_eq!(
        (layout.lines_per_page(), layout.characters_per_line()),
        (22, 28)
    );
    let sizes = [
        layout.title.style.size,
        layout.section.style.size,
        layout.dimension.style.size,
        layout.text.size,
        layout.page_number.as_ref().map_or(0, |it| it.size),
    ];
    assert_eq!(sizes, [44, 32, 32, 32, 28]);
    assert!(!layout.is_lead_bold && !layout.title.style.is_bold);
}

#[test]
fn a_file_changes_what_it_names_and_nothing_else() {
    let changed = parse(
        "[page]\nleft = 30\n[lead]\nbold = true\n[text]\nsize = 15.5\nfont = '宋体， SimSun'\n[page_number]\nplace = 'center'\n",
    )
    .unwrap();
    let mut wanted = official().clone();
    wanted.page.left = 1701;
    wanted.is_lead_bold = true;
    wanted.text.size = 31;
    wanted.text.font.name = "宋体".to_owned();
    wanted.text.font.otherwise = vec!["SimSun".to_owned()];
    wanted.page_number.as_mut().unwrap().place = Place::Center;
    assert_eq!(changed, wanted);

    let changed = parse("like = 'ordinary'\n[title]\nalign = 'left'\n").unwrap();
    let mut wanted = built_in("ordinary").unwrap().clone();
    wanted.title.style.align = Align::Left;
    assert_eq!(changed, wanted);
    assert_eq!(parse("").unwrap(), *official());
    assert_eq!(
        parse("[page_number]\nshown = false").unwrap().page_number,
        None
    );
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_what_was_probably_meant() {
    check(
        "[page]\nlefft = 30\n",
        &["line 2, column 1, page.lefft: there is no such key; it is probably meant to be left"],
    );
    check(
        "[text]\nsize = '3号'\n",
        &[
            "line 2, column 8, text.size: there is no such word; use one of: 初号, 小初, 一号, 小一, 二号, 小二, 三号, 小三, 四号, 小四, 五号, 小五, 六号, 小六",
        ],
    );
    check(
        "like = 'offical'\n[page_number]\nplace = 'outsid'\n",
        &[
            "line 1, column 8, like: there is no such word; it is probably meant to be official",
            "line 3, column 9, page_number.place: there is no such word; it is probably meant to be outside",
        ],
    );
    check(
        "[text]\npitch = 4.9\nbold = 1\n[title]\nfont = ' , '\nbold = 1\n",
        &[
            "line 2, column 9, text.pitch: write a number from 5 to 200",
            "line 3, column 1, text.bold: there is no such key; remove it, or use one of: font, latin, size, pitch, scale, indent, hanging_punctuation, curly_quotes, run_in, keep_headings",
            "line 5, column 8, title.font: it must not be empty; write something",
            "line 6, column 8, title.bold: this takes true or false, not a whole number; write it anew",
        ],
    );
    check(
        "[page]\nleft = 100\nright = 100\n",
        &["line 1, column 1, page: the margins leave no room for the text; make them smaller"],
    );
    check(
        "format = 2\n",
        &["line 1, column 10, format: write a whole number from 1 to 1"],
    );
    assert_eq!(parse("[text\n").unwrap_err().len(), 1);
}

#[test]
fn the_document_names_every_key_and_its_example_is_right() {
    let document = include_str!("../../../docs/layout.md");
    let rows: String = document.lines().filter(|it| it.starts_with('|')).collect();
    for key in TOP
        .iter()
        .filter(|it| !TABLES.iter().any(|(table, _)| table == *it))
    {
        assert!(rows.contains(&format!("| `{key}` |")), "{key}");
    }
    for (table, keys) in TABLES {
        for key in *keys {
            let (whole, short) = (format!("`{table}.{key}`"), format!("`.{key}`"));
            let is_there = |it: &str| {
                it.contains(&whole)
                    || it.starts_with(&format!("| `{table}.")) && it.contains(&short)
            };
            assert!(document.lines().any(is_there), "{table}.{key}");
        }
    }
    let example = document
        .split("```toml\n")
        .nth(1)
        .and_then(|it| it.split("```").next())
        .unwrap();
    let layout = parse(example).unwrap();
    assert!(layout.is_lead_bold && layout.page.left == 1701, "{example}");
}
