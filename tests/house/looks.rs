//! The style sheets: colours in one place, no variable that nobody defines, no class that nobody draws or uses.

use std::collections::BTreeSet;

use crate::rust_text::strings;
use crate::tree::{File, assert_none, files, read};

/// Where colours may be written: the palette, and the theme, which is the designer's.
fn may_hold_colours(path: &str) -> bool {
    path == "style/tokens/palette.css" || path.starts_with("style/theme")
}

/// A sheet without its comments.
fn bare(sheet: &str) -> String {
    let mut out = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    &text[..text.find(|letter| !is_name(letter)).unwrap_or(text.len())]
}

fn raw_colours(path: &str, sheet: &str) -> Vec<String> {
    const FUNCTIONS: [&str; 8] = ["rgb(", "rgba(", "hsl(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    let mut found = Vec::new();
    for declaration in bare(sheet).split([';', '{', '}']) {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let mut words = value.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '('));
        let hexadecimal = words.clone().any(|word| {
            let digits = word.strip_prefix('#').map(|digits| digits.trim_end_matches([')', ';']));
            digits.is_some_and(|digits| {
                matches!(digits.len(), 3 | 4 | 6 | 8) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
            })
        });
        let function = FUNCTIONS.iter().any(|function| {
            value.match_indices(function).any(|(at, _)| {
                !value[..at].ends_with(is_name) && !value[at + function.len()..].starts_with("from ")
            })
        });
        let named = words.any(|word| {
            matches!(
                word.trim_end_matches(')'),
                "white" | "black" | "red" | "green" | "blue" | "gray" | "grey"
            )
        });
        if hexadecimal || function || named {
            found.push(format!("{path}: a colour in `{}:{}`", property.trim(), value.trim_end()));
        }
    }
    found
}

/// Variables that are used without a fallback and defined nowhere, neither in a sheet nor by a view.
fn undefined_variables(sheets: &[File], views: &[File]) -> Vec<String> {
    let mut defined = BTreeSet::new();
    for sheet in sheets {
        for part in bare(&sheet.text).split("--").skip(1) {
            let (variable, rest) = (name(part), part[name(part).len()..].trim_start());
            if rest.starts_with([':', '{']) {
                defined.insert(variable.to_owned());
            }
        }
    }
    for view in views {
        defined.extend(view.text.split("--").skip(1).map(|part| name(part).to_owned()));
    }
    let mut wrong = Vec::new();
    for sheet in sheets {
        for part in bare(&sheet.text).split("var(--").skip(1) {
            let variable = name(part);
            if part[variable.len()..].trim_start().starts_with(')') && !defined.contains(variable) {
                wrong.push(format!("{}: nobody defines --{variable}", sheet.path));
            }
        }
    }
    wrong
}

/// The classes that a sheet draws.
fn drawn(sheet: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut selector = String::new();
    for letter in bare(sheet).chars() {
        match letter {
            '{' => {
                if !selector.trim_start().starts_with("@layer")
                    && !selector.trim_start().starts_with("@import")
                {
                    found.extend(classes_of(&selector));
                }
                selector.clear();
            }
            '}' | ';' => selector.clear(),
            _ => selector.push(letter),
        }
    }
    found
}

fn classes_of(selector: &str) -> Vec<String> {
    let starts = selector.split('.').skip(1);
    starts
        .map(name)
        .filter(|class| class.starts_with(|first: char| first.is_ascii_alphabetic()))
        .map(str::to_owned)
        .collect()
}

/// The classes that a view or a page gives: `class="a b"`, `class=("a", …)` and `class:a=…`.
fn given(view: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for start in ["class=\"", "class=(\"", "className = \""] {
        for part in view.split(start).skip(1) {
            let words = part.split('"').next().unwrap_or_default();
            found.extend(words.split_whitespace().map(str::to_owned));
        }
    }
    found.extend(
        view.split(" class:").skip(1).map(|part| name(part).to_owned()).filter(|class| !class.is_empty()),
    );
    found
}

fn views() -> Vec<File> {
    let mut views = files("src", ".rs");
    views.extend(files("public", ".html"));
    // The designers' preview shows every component without the program.
    views.extend(files("style", ".html"));
    views
}

#[test]
fn colours_are_written_only_in_the_palette_and_in_themes() {
    let sheets = files("style", ".css");
    let others = sheets.iter().filter(|sheet| !may_hold_colours(&sheet.path));
    assert_none(others.flat_map(|sheet| raw_colours(&sheet.path, &sheet.text)).collect());
}

#[test]
fn every_variable_is_defined() {
    assert_none(undefined_variables(&files("style", ".css"), &files("src", ".rs")));
}

#[test]
fn every_sheet_is_imported() {
    let mut main = read("style/main.css");
    main.extend(
        files("style", ".html")
            .into_iter()
            .map(|page| page.text.replace("href=", "url(").replace(".css\"", ".css\")")),
    );
    let sheets = files("style", ".css").into_iter().filter(|sheet| sheet.path != "style/main.css");
    let forgotten = sheets
        .filter(|sheet| !main.contains(&format!("url(\"{}\")", sheet.path.trim_start_matches("style/"))));
    assert_none(forgotten.map(|sheet| format!("{} is not imported by style/main.css", sheet.path)).collect());
}

#[test]
fn every_class_of_a_view_is_drawn() {
    let drawn: BTreeSet<String> =
        files("style", ".css").iter().flat_map(|sheet| drawn(&sheet.text)).collect();
    let mut wrong = Vec::new();
    for view in views() {
        wrong.extend(
            given(&view.text).difference(&drawn).map(|class| format!("{}: no rule for .{class}", view.path)),
        );
    }
    assert_none(wrong);
}

#[test]
fn every_class_that_is_drawn_is_used() {
    let mut used: BTreeSet<String> = views().iter().flat_map(|view| given(&view.text)).collect();
    // A class may also be chosen in the program, or by boot.js.
    for file in files("src", ".rs").iter().chain(&files("public", ".js")) {
        let words = strings(&file.text);
        used.extend(words.iter().flat_map(|text| text.split_whitespace().map(str::to_owned)));
    }
    let mut wrong = Vec::new();
    for sheet in files("style", ".css") {
        wrong.extend(
            drawn(&sheet.text).difference(&used).map(|class| format!("{}: nobody uses .{class}", sheet.path)),
        );
    }
    assert_none(wrong);
}

#[test]
fn a_raw_colour_is_noticed_in_every_form() {
    let count = |sheet: &str| raw_colours("a", sheet).len();
    assert_eq!(
        count(".a { color: #fff; border: 1px solid rgb(0 0 0 / 10%); fill: oklch(50% 0 0); top: 0 }"),
        3
    );
    assert_eq!(count(".a { color: white; background: linear-gradient(black, var(--b)) }"), 2);
    assert_eq!(count("#id .a:hover { color: color-mix(in oklch, var(--a), transparent); /* #fff */ }"), 0);
    assert_eq!(count(".a { color: oklch(from var(--a) l c h) }"), 0);
}

#[cfg(test)]
fn file(text: &str) -> Vec<File> {
    vec![File { path: "a".into(), text: text.into() }]
}

#[test]
fn an_undefined_variable_is_noticed_and_a_fallback_or_a_view_is_enough() {
    let sheet =
        ":root { --a: 1px } .x { top: var(--a); left: var(--b); right: var(--c, 0); bottom: var(--d) }";
    assert_eq!(undefined_variables(&file(sheet), &file("style:--d=width")), ["a: nobody defines --b"]);
}

#[test]
fn classes_are_read_from_sheets_and_views() {
    let classes =
        drawn("@media (width < 5.5rem) { .a.b:hover > .c--d[data-x=\"1\"] { top: .5em } } /* .no */");
    assert_eq!(classes.into_iter().collect::<Vec<_>>(), ["a", "b", "c--d"]);
    let classes = given("<p class=\"a b\" class=(\"c\", x) class:d=y>");
    assert_eq!(classes.into_iter().collect::<Vec<_>>(), ["a", "b", "c", "d"]);
}
