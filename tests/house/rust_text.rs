//! Just enough reading of Rust: comments, strings, and the paths that a file uses.

/// The program without its comments and without what stands in its strings.
pub fn code(source: &str) -> String {
    parts(source)
        .into_iter()
        .filter_map(|part| if let Part::Code(text) = part { Some(text) } else { None })
        .collect()
}

/// What stands in the strings of a program, without its own test modules.
pub fn strings(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    parts(source)
        .into_iter()
        .filter_map(|part| if let Part::Text(text) = part { Some(text) } else { None })
        .collect()
}

enum Part {
    Code(String),
    Text(String),
}

fn parts(source: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut code = String::new();
    let mut rest = source;
    while let Some(letter) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if let Some(hashes) = raw_string(rest) {
            let close = format!("\"{}", "#".repeat(hashes));
            let inner = &rest[hashes + 2..];
            let end = inner.find(&close).unwrap_or(inner.len());
            code.push_str("\"\"");
            parts.push(Part::Code(std::mem::take(&mut code)));
            parts.push(Part::Text(inner[..end].to_owned()));
            rest = inner.get(end + close.len()..).unwrap_or_default();
        } else if letter == '"' {
            let inner = &rest[1..];
            let end = end_of_string(inner);
            code.push_str("\"\"");
            parts.push(Part::Code(std::mem::take(&mut code)));
            parts.push(Part::Text(inner[..end].to_owned()));
            rest = inner.get(end + 1..).unwrap_or_default();
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest = &rest[rest[1..].find('\'').map_or(rest.len(), |end| end + 2)..];
        } else {
            code.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    parts.push(Part::Code(code));
    parts
}

/// The number of `#` if a raw string begins here.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn end_of_string(inner: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in inner.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    inner.len()
}

/// The first argument of each call of a function, where it is a string: `t("a")` and `t("b")` give `a` and `b`.
pub fn first_arguments(source: &str, function: &str) -> Vec<String> {
    let call = format!("{function}(\"");
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find(&call) {
        let is_whole_name = !rest[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
        rest = &rest[at + call.len()..];
        if is_whole_name {
            found.push(rest[..end_of_string(rest)].to_owned());
        }
    }
    found
}

/// Every path that a program uses, spelled out from `crate`, `super` or the name of a crate: the tree
/// `use crate::{api::ApiError, pages::{home, order}}` gives three.
pub fn paths(source: &str) -> Vec<String> {
    let code = code(source);
    let mut found = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let rest = &code[at..];
        let name = identifier(rest);
        if !name.is_empty() && rest[name.len()..].starts_with("::") {
            at += tree(rest, "", &mut found);
        } else {
            at += name.len().max(rest.chars().next().map_or(1, char::len_utf8));
        }
    }
    found
}

fn identifier(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len())]
}

/// Reads one tree of paths and answers how long it is.
fn tree(text: &str, before: &str, found: &mut Vec<String>) -> usize {
    let mut at = text.len() - text.trim_start().len();
    let name = identifier(&text[at..]);
    let path = match (before, name) {
        (_, "" | "self") => before.to_owned(),
        ("", _) => name.to_owned(),
        _ => format!("{before}::{name}"),
    };
    at += name.len();
    let Some(after) = text[at..].strip_prefix("::") else {
        found.push(path);
        return at;
    };
    at += 2;
    if !after.starts_with('{') {
        return at + tree(after, &path, found);
    }
    at += 1;
    loop {
        at += tree(&text[at..], &path, found);
        let gap = text[at..].len()
            - text[at..].trim_start_matches(|letter: char| letter.is_whitespace() || letter == '*').len();
        at += gap;
        match text[at..].chars().next() {
            Some(',') => at += 1,
            Some('}') => return at + 1,
            _ => return at,
        }
        if text[at..].trim_start().starts_with('}') {
            return at + text[at..].find('}').map_or(0, |end| end + 1);
        }
    }
}

#[test]
fn comments_and_strings_are_told_from_code() {
    let source = "let a = \"in /* text\"; // let b\nlet c = r#\"raw \"x\" \"#; let d = '\"';";
    assert_eq!(code(source), "let a = \"\"; \nlet c = \"\"; let d = ;");
    assert_eq!(strings(source), ["in /* text", "raw \"x\" "]);
}

#[test]
fn arguments_are_those_of_the_function_itself() {
    assert_eq!(first_arguments("t(\"a.b\") + fmt(\"c\") + t_of(\"d\", x)", "t"), ["a.b"]);
}

#[test]
fn trees_of_paths_are_spelled_out() {
    let source = "use crate::{api::ApiError, pages::{home::HomePage, order::{self, Lines}}};\nuse leptos::prelude::*;\ncrate::x::y();";
    let expected = [
        "crate::api::ApiError",
        "crate::pages::home::HomePage",
        "crate::pages::order",
        "crate::pages::order::Lines",
        "leptos::prelude",
        "crate::x::y",
    ];
    assert_eq!(paths(source), expected);
}
