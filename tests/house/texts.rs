//! The sentences: each that the app asks for exists, each that exists is asked for, and all languages have the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust_text::{first_arguments, strings};
use crate::tree::{File, assert_none, files, read};

type Texts = BTreeMap<String, String>;

const PLURALS: [&str; 6] = ["_zero", "_one", "_two", "_few", "_many", "_other"];

/// The key without the category of its plural, if it has one.
fn base(key: &str) -> &str {
    PLURALS.iter().find_map(|plural| key.strip_suffix(plural)).unwrap_or(key)
}

fn parse(path: &str, text: &str) -> Texts {
    serde_json::from_str(text)
        .unwrap_or_else(|problem| panic!("{path} must be one object of texts: {problem}"))
}

fn english() -> Texts {
    parse("public/locales/en.json", &read("public/locales/en.json"))
}

fn missing(sources: &[File], texts: &Texts) -> Vec<String> {
    let mut missing = Vec::new();
    for File { path, text } in sources {
        let source = text.split("#[cfg(test)]").next().unwrap_or_default();
        let plain = ["t", "t_with"].iter().flat_map(|function| first_arguments(source, function));
        missing.extend(
            plain.filter(|key| !texts.contains_key(key)).map(|key| format!("{path}: there is no text {key}")),
        );
        let counts = first_arguments(source, "t_count").into_iter();
        missing.extend(
            counts
                .filter(|key| !texts.contains_key(&format!("{key}_other")))
                .map(|key| format!("{path}: there is no text {key}_other")),
        );
        let families = first_arguments(source, "t_of").into_iter();
        let is_empty = |family: &String| !texts.keys().any(|key| key.starts_with(&format!("{family}.")));
        missing.extend(
            families
                .filter(is_empty)
                .map(|family| format!("{path}: there is no text that begins with {family}.")),
        );
    }
    missing
}

/// A text is used where its key stands in a string of the program, or where its family is asked for. The keys that
/// begin with `boot.` belong to boot.js.
fn unused(sources: &[File], texts: &Texts) -> Vec<String> {
    let words: BTreeSet<String> = sources.iter().flat_map(|file| strings(&file.text)).collect();
    let families: BTreeSet<String> =
        sources.iter().flat_map(|file| first_arguments(&file.text, "t_of")).collect();
    let is_used = |key: &str| {
        let family = key.rsplit_once('.').map_or("", |(family, _)| family);
        words.contains(base(key))
            || words.contains(key)
            || families.contains(family)
            || key.starts_with("boot.")
    };
    texts.keys().filter(|key| !is_used(key)).map(|key| format!("public/locales: nobody uses {key}")).collect()
}

/// The names in braces of a text.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

/// Compares a language with English: the same keys, whatever plurals it needs, and the same placeholders.
fn differences(path: &str, english: &Texts, other: &Texts) -> Vec<String> {
    let keys = |texts: &Texts| texts.keys().map(|key| base(key).to_owned()).collect::<BTreeSet<_>>();
    let (ours, theirs) = (keys(english), keys(other));
    let mut found: Vec<String> =
        ours.difference(&theirs).map(|key| format!("{path}: {key} is missing")).collect();
    found.extend(theirs.difference(&ours).map(|key| format!("{path}: {key} is not in English")));
    for (key, text) in other {
        let original = english.get(key).or_else(|| english.get(&format!("{}_other", base(key))));
        // "One line" may do without the number that "{count} lines" shows.
        let is_plural = base(key) != key;
        if let Some(original) = original
            && !is_plural
            && placeholders(original) != placeholders(text)
        {
            found.push(format!("{path}: {key} has other placeholders than in English"));
        }
    }
    found
}

#[test]
fn every_text_that_the_app_asks_for_exists() {
    assert_none(missing(&files("src", ".rs"), &english()));
}

#[test]
fn every_text_is_used() {
    assert_none(unused(&files("src", ".rs"), &english()));
}

#[test]
fn all_languages_have_the_same_texts() {
    let english = english();
    let languages = files("public/locales", ".json");
    assert_none(
        languages
            .iter()
            .flat_map(|file| differences(&file.path, &english, &parse(&file.path, &file.text)))
            .collect(),
    );
}

#[test]
fn every_language_of_the_configuration_has_its_file() {
    let config: serde_json::Value =
        serde_json::from_str(&read("public/portal.json")).expect("portal.json is JSON");
    let languages = config["languages"].as_array().expect("portal.json lists languages");
    let codes: Vec<&str> = languages.iter().filter_map(|language| language["code"].as_str()).collect();
    assert!(!codes.is_empty());
    for code in codes {
        read(&format!("public/locales/{code}.json"));
    }
}

#[cfg(test)]
fn source(text: &str) -> Vec<File> {
    vec![File { path: "a.rs".into(), text: text.into() }]
}

#[cfg(test)]
fn texts(pairs: &[(&str, &str)]) -> Texts {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_missing_and_an_unused_text_are_noticed() {
    let texts =
        texts(&[("a", ""), ("lines_one", ""), ("lines_other", ""), ("status.open", ""), ("lonely", "")]);
    let used = source("t(\"a\"); t_count(\"lines\", 2); t_of(\"status\", slug);");
    assert!(missing(&used, &texts).is_empty());
    assert_eq!(unused(&used, &texts), ["public/locales: nobody uses lonely"]);
    assert_eq!(missing(&source("t(\"b\"); t_count(\"a\", 1); t_of(\"a\", x);"), &texts).len(), 3);
}

#[test]
fn a_language_that_differs_is_noticed() {
    let english = texts(&[("a", "{name}"), ("n_one", "one"), ("n_other", "{count}")]);
    assert!(
        differences(
            "x",
            &english,
            &texts(&[("a", "hei {name}"), ("n_few", "{count}"), ("n_other", "{count}")])
        )
        .is_empty()
    );
    assert_eq!(differences("x", &english, &texts(&[("a", "hei {nam}"), ("n_other", "{count}")])).len(), 1);
    assert_eq!(differences("x", &english, &texts(&[("b", ""), ("n_other", "")])).len(), 2);
}
