//! Joins the style sheets into one file, so that a visitor asks for one and not for thirty.
//!
//! `style/main.css` stays what the browser reads during development; what is joined here must mean the same. The theme
//! is left out: it is the one sheet that may be edited after the build, so it stays a file of its own and comes last.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The sheet that designers own.
pub const THEME: &str = "theme.css";

/// One `@import` of the table of contents.
#[derive(Debug, PartialEq, Eq)]
struct Import<'a> {
    file: &'a str,
    layer: Option<&'a str>,
}

/// Reads `main.css` of a folder and everything it imports, except the theme, as one text.
pub fn join(folder: &Path) -> Result<String> {
    let contents = read(folder, "main.css")?;
    let mut joined = String::new();
    for statement in without_comments(&contents).split_inclusive(';') {
        let statement = statement.trim();
        match import(statement) {
            Some(Import { file: THEME, .. }) => {}
            Some(Import { file, layer }) => {
                let sheet = lean(&read(folder, file)?);
                if sheet.contains("url(") && file.contains('/') {
                    bail!(
                        "style/{file} uses url(), whose meaning changes when the sheets are joined; write it in base.css"
                    );
                }
                joined.push_str(&match layer {
                    Some(layer) => format!("@layer {layer}{{{sheet}}}\n"),
                    None => sheet + "\n",
                });
            }
            None if statement.starts_with("@import") => bail!("style/main.css: cannot read `{statement}`"),
            None if statement.is_empty() => {}
            None => joined.push_str(&(lean(statement) + "\n")),
        }
    }
    Ok(joined)
}

fn read(folder: &Path, file: &str) -> Result<String> {
    fs::read_to_string(folder.join(file)).with_context(|| format!("style/{file} cannot be read"))
}

/// Reads `@import url("file") layer(name);`, where the layer may be absent.
fn import(statement: &str) -> Option<Import<'_>> {
    let rest = statement.strip_prefix("@import")?.trim_start();
    let rest = rest.strip_prefix("url(")?.strip_prefix('"')?;
    let (file, rest) = rest.split_once("\")")?;
    let layer = rest
        .trim()
        .trim_end_matches(';')
        .trim()
        .strip_prefix("layer(")
        .and_then(|name| name.strip_suffix(')'));
    Some(Import { file, layer })
}

/// The same sheet without comments, line breaks and doubled spaces. Spaces that mean something stay.
pub fn lean(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut quote = None;
    for letter in without_comments(sheet).chars() {
        match quote {
            Some(open) => {
                out.push(letter);
                if letter == open {
                    quote = None;
                }
            }
            None if letter.is_whitespace() => {
                if !out.ends_with([' ', '{', '}', ';', ',']) {
                    out.push(' ');
                }
            }
            None => {
                if matches!(letter, '"' | '\'') {
                    quote = Some(letter);
                }
                if matches!(letter, '{' | '}' | ';') && out.ends_with(' ') {
                    out.pop();
                }
                if letter == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(letter);
            }
        }
    }
    out.trim().to_owned()
}

/// Cuts out `/* … */`, but not inside a string.
fn without_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut quote = None;
    let mut letters = sheet.chars().peekable();
    while let Some(letter) = letters.next() {
        match quote {
            Some(open) if letter == open => quote = None,
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            None if letter == '/' && letters.peek() == Some(&'*') => {
                letters.next();
                let mut before = ' ';
                for inner in letters.by_ref() {
                    if before == '*' && inner == '/' {
                        break;
                    }
                    before = inner;
                }
                continue;
            }
            _ => {}
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_is_read_with_and_without_a_layer() {
        let layered = import("@import url(\"tokens/a.css\") layer(tokens);");
        assert_eq!(layered, Some(Import { file: "tokens/a.css", layer: Some("tokens") }));
        assert_eq!(import("@import url(\"theme.css\");"), Some(Import { file: "theme.css", layer: None }));
        assert_eq!(import("@layer a, b;"), None);
    }

    #[test]
    fn a_lean_sheet_says_the_same_with_fewer_letters() {
        let sheet = "/* why */\n.a  .b,\n.c :hover {\n  color: red; /* x */\n  margin: 0 auto;\n}\n";
        assert_eq!(lean(sheet), ".a .b,.c :hover{color: red;margin: 0 auto}");
    }

    #[test]
    fn strings_and_arithmetic_are_left_alone() {
        assert_eq!(
            lean("a::before { content: \"/*  ; \"; width: calc(1px  + 2px); }"),
            "a::before{content: \"/*  ; \";width: calc(1px + 2px)}"
        );
    }

    #[test]
    fn sheets_are_joined_in_their_layers_and_the_theme_stays_outside() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("sheets-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(
            folder.join("main.css"),
            "@layer a, b;\n@import url(\"x.css\") layer(b);\n@import url(\"theme.css\");\n",
        )?;
        fs::write(folder.join("x.css"), ".x { top: 0; }\n")?;
        let joined = join(&folder)?;
        fs::remove_dir_all(&folder)?;
        assert_eq!(joined, "@layer a,b;\n@layer b{.x{top: 0}}\n");
        Ok(())
    }
}
