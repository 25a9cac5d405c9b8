//! The JSON reader: slips named where they are, and agreement with serde on everything else.

use proptest::prelude::*;

use crate::import::answers::json::{DEPTH, Node, Syntax, Value, parse};

fn fault(text: &str) -> (usize, Syntax) {
    let malformed = parse(text).unwrap_err();
    (malformed.at, malformed.syntax)
}

#[test]
fn a_slip_is_named_where_it_is() {
    for (text, at, syntax) in [
        ("", 0, Syntax::Nothing),
        (" \n", 2, Syntax::Nothing),
        (r#"{“title”: "甲"}"#, 1, Syntax::ChineseSign),
        (r#"{"title"："甲"}"#, 8, Syntax::ChineseSign),
        (r#"["甲"，"乙"]"#, 6, Syntax::ChineseSign),
        (r#"{title: "甲"}"#, 1, Syntax::NoKey),
        (r#"{"title" "甲"}"#, 9, Syntax::NoColon),
        (r#"{"title": 甲}"#, 10, Syntax::NoValue),
        (r#"{"a": "甲" "b": "乙"}"#, 12, Syntax::NoComma),
        (r#"["甲",]"#, 6, Syntax::CommaTooMany),
        (r#"{"a": "甲",}"#, 11, Syntax::CommaTooMany),
        (r#"{"a": "甲}"#, 6, Syntax::OpenText),
        (r#"{"a": ["甲"}"#, 12, Syntax::NoComma),
        (r#"{"a": ["甲""#, 6, Syntax::OpenBracket),
        (r#"{"a": ["甲","#, 6, Syntax::OpenBracket),
        (r#"{"a": "#, 6, Syntax::NoValue),
        (r#"{"a""#, 0, Syntax::OpenBracket),
        ("{\"a\": \"甲\n乙\"}", 10, Syntax::LineBreak),
        ("{\"a\": \"甲\u{1b}乙\"}", 10, Syntax::ControlSign),
        (r#""\x""#, 1, Syntax::BadEscape),
        (r#""\ud800""#, 1, Syntax::BadEscape),
        ("{} {}", 3, Syntax::Trailing),
        ("01", 1, Syntax::Trailing),
        ("-", 0, Syntax::NoValue),
        ("1.", 0, Syntax::NoValue),
        (&"[".repeat(1000), DEPTH, Syntax::TooDeep),
    ] {
        assert_eq!(fault(text), (at, syntax), "{text}");
    }
}

/// Tells whether a value is the one serde reads.
fn same(node: &Node, other: &serde_json::Value) -> bool {
    match (&node.value, other) {
        (Value::Null, serde_json::Value::Null)
        | (Value::Choice(_), serde_json::Value::Bool(_))
        | (Value::Number, serde_json::Value::Number(_)) => true,
        (Value::Text(it), serde_json::Value::String(other)) => it == other,
        (Value::List(it), serde_json::Value::Array(other)) => {
            it.len() == other.len() && it.iter().zip(other).all(|(a, b)| same(a, b))
        }
        // The last of equal keys is the one serde keeps.
        (Value::Object(it), serde_json::Value::Object(other)) => other.iter().all(|(key, b)| {
            let a = it.iter().rev().find(|it| it.key == *key);
            a.is_some_and(|it| same(&it.node, b))
        }),
        _ => false,
    }
}

/// JSON, written in every way there is.
fn json() -> impl Strategy<Value = String> {
    let blank = || prop::sample::select(vec!["", "", "", " ", "\n\t\r "]);
    let number = "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?([eE][+-]?[0-9])?";
    let text = prop::sample::select(vec![
        "",
        "键",
        "\\\"",
        "\\u58a8",
        "\\ud83d\\ude00",
        "\\n\\/",
        "😀",
        "\u{7f}",
    ]);
    let text = prop::collection::vec(text, 0..3).prop_map(|it| format!("\"{}\"", it.concat()));
    let word = prop::sample::select(vec!["true", "false", "null"]).prop_map(str::to_owned);
    let leaf = prop_oneof![number, text.clone(), word];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let item = (blank(), inner, blank()).prop_map(|(a, it, b)| format!("{a}{it}{b}"));
        let entry = (blank(), text.clone(), blank(), item.clone());
        let entry = entry.prop_map(|(a, key, b, it)| format!("{a}{key}{b}:{it}"));
        prop_oneof![
            prop::collection::vec(item, 0..4).prop_map(|it| format!("[{}]", it.join(","))),
            prop::collection::vec(entry, 0..4).prop_map(|it| format!("{{{}}}", it.join(","))),
        ]
    })
}

/// JSON with a slip: something left out, or put in where it does not belong.
fn nearly_json() -> impl Strategy<Value = String> {
    let signs = vec![
        "", "", "\"", "\\", "{", "]", ",", ":", "-", "0", ".", "e", "字", "，", "\u{7}", "\\ud83d",
    ];
    (
        json(),
        any::<prop::sample::Index>(),
        0..2_usize,
        prop::sample::select(signs),
    )
        .prop_map(|(json, at, n_out, sign)| {
            let at = at.index(json.chars().count() + 1);
            let before: String = json.chars().take(at).collect();
            let after: String = json.chars().skip(at + n_out).collect();
            format!("{before}{sign}{after}")
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn it_reads_what_serde_reads(text in prop_oneof![json(), nearly_json(), any::<String>()]) {
        match (parse(&text), serde_json::from_str::<serde_json::Value>(&text)) {
            (Ok(node), Ok(other)) => prop_assert!(same(&node, &other)),
            (Err(malformed), Err(_)) => prop_assert!(text.is_char_boundary(malformed.at)),
            (ours, serdes) => {
                // A number may be too large for serde: `1e999`.
                let is_number = serdes.as_ref().is_err_and(|it| it.to_string().starts_with("number out of range"));
                prop_assert!(is_number, "{ours:?} {serdes:?}");
            }
        }
    }
}
