//! JSON Schema, as much of it as our schemas use, and which of their properties documents have made use of.
//!
//! A keyword that is not known here fails the test: none is passed over in silence.

use std::collections::BTreeSet;

use serde_json::Value;

/// A schema and the properties and choices met in what was checked so far.
pub(crate) struct Schema {
    root: Value,
    met: BTreeSet<String>,
}

/// Keywords that say nothing about what is valid.
const NOTES: &[&str] = &[
    "$schema",
    "$id",
    "$defs",
    "title",
    "description",
    "examples",
];

impl Schema {
    /// Takes up a schema.
    pub(crate) fn new(text: &str) -> Self {
        Self {
            root: serde_json::from_str(text).expect("the schema is JSON"),
            met: BTreeSet::new(),
        }
    }

    /// Returns what is wrong with a document; nothing if it is valid.
    pub(crate) fn faults(&mut self, document: &Value) -> Vec<String> {
        let mut check = Check {
            root: &self.root,
            met: BTreeSet::new(),
            faults: Vec::new(),
        };
        check.check(&self.root, "#", document, "");
        let (met, faults) = (check.met, check.faults);
        self.met.extend(met);
        faults
    }

    /// Returns the properties and choices that no document has had.
    pub(crate) fn unmet(&self) -> Vec<String> {
        let mut all = BTreeSet::new();
        collect(&self.root, "#", &mut all);
        all.difference(&self.met).cloned().collect()
    }
}

/// Collects the places of all properties and choices.
fn collect(schema: &Value, place: &str, all: &mut BTreeSet<String>) {
    let Some(object) = schema.as_object() else {
        return;
    };
    for (keyword, value) in object {
        match (keyword.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                // What must not be there is met by nothing.
                for (name, schema) in properties.iter().filter(|(_, it)| it.is_object()) {
                    let place = format!("{place}/properties/{name}");
                    all.insert(place.clone());
                    collect(schema, &place, all);
                }
            }
            ("$defs", Value::Object(definitions)) => {
                for (name, schema) in definitions {
                    collect(schema, &format!("{place}/$defs/{name}"), all);
                }
            }
            ("oneOf" | "prefixItems", Value::Array(choices)) => {
                for (idx, schema) in choices.iter().enumerate() {
                    let place = format!("{place}/{keyword}/{idx}");
                    all.insert(place.clone());
                    collect(schema, &place, all);
                }
            }
            ("enum", Value::Array(words)) => {
                all.extend(words.iter().map(|it| format!("{place}/enum/{it}")));
            }
            ("items", schema) => collect(schema, &format!("{place}/items"), all),
            _ => {}
        }
    }
}

struct Check<'s> {
    root: &'s Value,
    met: BTreeSet<String>,
    faults: Vec<String>,
}

impl<'s> Check<'s> {
    fn check(&mut self, schema: &'s Value, place: &str, document: &Value, path: &str) {
        match schema {
            Value::Bool(true) => {}
            Value::Bool(false) => self.fault(path, "must not be there"),
            Value::Object(keywords) => {
                for (keyword, value) in keywords {
                    self.keyword(keywords, keyword, value, place, document, path);
                }
            }
            _ => panic!("{place} is no schema"),
        }
    }

    fn keyword(
        &mut self,
        keywords: &'s serde_json::Map<String, Value>,
        keyword: &str,
        value: &'s Value,
        place: &str,
        document: &Value,
        path: &str,
    ) {
        match keyword {
            _ if NOTES.contains(&keyword) => {}
            "$ref" => {
                let target = value.as_str().expect("a reference is a text");
                let pointer = target
                    .strip_prefix('#')
                    .expect("a reference within the schema");
                let schema = self.root.pointer(pointer);
                let schema = schema.unwrap_or_else(|| panic!("{target} is not there"));
                self.check(schema, target, document, path);
            }
            "type" => self.kind(value, document, path),
            "const" => self.demand(document == value, path, "is another value"),
            "enum" => {
                let words = value.as_array().expect("a list of words");
                if words.contains(document) {
                    self.met.insert(format!("{place}/enum/{document}"));
                } else {
                    self.fault(path, "is none of the words");
                }
            }
            "properties"
            | "additionalProperties"
            | "required"
            | "minProperties"
            | "maxProperties"
            | "dependentSchemas" => {
                self.object(keywords, keyword, value, place, document, path);
            }
            "items" | "prefixItems" | "minItems" | "maxItems" | "uniqueItems" => {
                self.list(keyword, value, place, document, path);
            }
            "minLength" => {
                let is_short = document
                    .as_str()
                    .is_some_and(|it| it.chars().count() < number(value));
                self.demand(!is_short, path, "is too short");
            }
            "minimum" => {
                let is_small = document
                    .as_i64()
                    .zip(value.as_i64())
                    .is_some_and(|(it, min)| it < min);
                self.demand(!is_small, path, "is too small");
            }
            "oneOf" => self.one_of(value, place, document, path),
            _ => panic!("{place}: the keyword {keyword} is not known here"),
        }
    }

    fn kind(&mut self, kinds: &Value, document: &Value, path: &str) {
        let fits = |kind: &Value| match kind.as_str() {
            Some("object") => document.is_object(),
            Some("array") => document.is_array(),
            Some("string") => document.is_string(),
            Some("integer") => document.is_i64() || document.is_u64(),
            Some("boolean") => document.is_boolean(),
            Some("null") => document.is_null(),
            _ => panic!("{kind} is no type of ours"),
        };
        let fits = kinds
            .as_array()
            .map_or_else(|| fits(kinds), |it| it.iter().any(fits));
        self.demand(fits, path, "is of another type");
    }

    fn object(
        &mut self,
        keywords: &'s serde_json::Map<String, Value>,
        keyword: &str,
        value: &'s Value,
        place: &str,
        document: &Value,
        path: &str,
    ) {
        let Some(object) = document.as_object() else {
            return;
        };
        match keyword {
            "properties" => {
                for (name, schema) in value.as_object().expect("an object of schemas") {
                    if let Some(document) = object.get(name) {
                        let place = format!("{place}/properties/{name}");
                        self.met.insert(place.clone());
                        self.check(schema, &place, document, &format!("{path}/{name}"));
                    }
                }
            }
            "additionalProperties" => {
                let known = keywords.get("properties").and_then(Value::as_object);
                let is_known = |name: &str| known.is_some_and(|it| it.contains_key(name));
                for (name, document) in object.iter().filter(|(name, _)| !is_known(name)) {
                    let path = format!("{path}/{name}");
                    if value == &Value::Bool(false) {
                        self.demand(false, &path, "is not known");
                    } else {
                        self.check(
                            value,
                            &format!("{place}/additionalProperties"),
                            document,
                            &path,
                        );
                    }
                }
            }
            "required" => {
                for name in value
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                {
                    self.demand(
                        object.contains_key(name),
                        &format!("{path}/{name}"),
                        "is missing",
                    );
                }
            }
            "dependentSchemas" => {
                for (name, schema) in value.as_object().expect("an object of schemas") {
                    if object.contains_key(name) {
                        let place = format!("{place}/dependentSchemas/{name}");
                        self.check(schema, &place, document, path);
                    }
                }
            }
            "minProperties" => self.demand(object.len() >= number(value), path, "has too few keys"),
            _ => self.demand(object.len() <= number(value), path, "has too many keys"),
        }
    }

    fn list(&mut self, keyword: &str, value: &'s Value, place: &str, document: &Value, path: &str) {
        let Some(list) = document.as_array() else {
            return;
        };
        match keyword {
            "items" => {
                for (idx, document) in list.iter().enumerate() {
                    self.check(
                        value,
                        &format!("{place}/items"),
                        document,
                        &format!("{path}/{idx}"),
                    );
                }
            }
            "prefixItems" => {
                let schemas = value.as_array().expect("a list of schemas");
                for (idx, (schema, document)) in schemas.iter().zip(list).enumerate() {
                    let place = format!("{place}/prefixItems/{idx}");
                    self.met.insert(place.clone());
                    self.check(schema, &place, document, &format!("{path}/{idx}"));
                }
            }
            "minItems" => self.demand(list.len() >= number(value), path, "is too short"),
            "maxItems" => self.demand(list.len() <= number(value), path, "is too long"),
            _ => {
                let is_twice = |(idx, it)| list.iter().skip(idx + 1).any(|other| other == it);
                self.demand(
                    !list.iter().enumerate().any(is_twice),
                    path,
                    "holds something twice",
                );
            }
        }
    }

    fn one_of(&mut self, choices: &'s Value, place: &str, document: &Value, path: &str) {
        let mut fitting = Vec::new();
        for (idx, schema) in choices
            .as_array()
            .expect("a list of schemas")
            .iter()
            .enumerate()
        {
            let place = format!("{place}/oneOf/{idx}");
            let mut check = Check {
                root: self.root,
                met: BTreeSet::from([place.clone()]),
                faults: Vec::new(),
            };
            check.check(schema, &place, document, path);
            if check.faults.is_empty() {
                fitting.push(check.met);
            }
        }
        self.demand(
            fitting.len() == 1,
            path,
            "fits none of the choices, or several",
        );
        self.met.extend(fitting.into_iter().flatten());
    }

    fn demand(&mut self, is_so: bool, path: &str, what: &str) {
        if !is_so {
            self.fault(path, what);
        }
    }

    fn fault(&mut self, path: &str, what: &str) {
        self.faults.push(format!("{path} {what}"));
    }
}

fn number(value: &Value) -> usize {
    let number = value.as_u64().and_then(|it| usize::try_from(it).ok());
    number.expect("a whole number")
}

#[test]
fn what_is_wrong_is_found() {
    let schema = r##"{
        "type": "object", "additionalProperties": false, "required": ["a"],
        "properties": {
            "a": { "type": "integer", "minimum": 1 },
            "b": { "oneOf": [{ "type": "string", "minLength": 1 }, { "$ref": "#/$defs/pair" }] },
            "c": { "enum": ["x", "y"] }
        },
        "dependentSchemas": { "c": { "properties": { "b": false } } },
        "$defs": { "pair": { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "null" } } }
    }"##;
    for (document, faults) in [
        (r#"{"a": 1}"#, vec![]),
        (r#"{"a": 1, "b": [null, null]}"#, vec![]),
        (r#"{"a": 0}"#, vec!["/a is too small"]),
        (r#"{"a": "1"}"#, vec!["/a is of another type"]),
        ("{}", vec!["/a is missing"]),
        (r#"{"a": 1, "d": 1}"#, vec!["/d is not known"]),
        (
            r#"{"a": 1, "b": ""}"#,
            vec!["/b fits none of the choices, or several"],
        ),
        (
            r#"{"a": 1, "b": [null]}"#,
            vec!["/b fits none of the choices, or several"],
        ),
        (r#"{"a": 1, "c": "z"}"#, vec!["/c is none of the words"]),
        (
            r#"{"a": 1, "b": "x", "c": "x"}"#,
            vec!["/b must not be there"],
        ),
    ] {
        let document = serde_json::from_str(document).expect("JSON");
        assert_eq!(Schema::new(schema).faults(&document), faults, "{document}");
    }
    let mut schema = Schema::new(schema);
    let document = serde_json::json!({"a": 1, "b": "x"});
    assert_eq!(schema.faults(&document), Vec::<String>::new());
    let unmet = schema.unmet();
    assert_eq!(
        unmet,
        [
            "#/properties/b/oneOf/1",
            "#/properties/c",
            "#/properties/c/enum/\"x\"",
            "#/properties/c/enum/\"y\""
        ]
    );
}
