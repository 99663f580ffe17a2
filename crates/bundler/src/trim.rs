//! Takes out of glue and module what wasm-bindgen leaves in for others: classes that nobody can make, functions that
//! the optimised module no longer asks for, and names with a hash in them, which no compression makes small.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::Result;

use crate::bind::Bound;
use crate::module::{self, Fate};

/// The name under which the module imports its glue.
const GLUE: &str = "./app_bg.js";

/// Before the optimiser: takes out classes that JavaScript cannot construct and that the module does not hand out
/// either. What their methods call is then unused, and the optimiser removes it.
pub fn classes(bound: &Bound) -> Result<()> {
    let glue = fs::read_to_string(bound.glue())?;
    let dead = dead_classes(&glue);
    let is_of_dead = |export: &str| {
        let export = export.trim_start_matches("__wbg_");
        dead.iter()
            .any(|class| export.strip_prefix(&class.to_lowercase()).is_some_and(|rest| rest.starts_with('_')))
    };
    let wasm = fs::read(bound.module())?;
    let export = |name: &str| if is_of_dead(name) { Fate::Drop } else { Fate::Keep };
    fs::write(bound.module(), module::rename(&wasm, GLUE, |_| Fate::Keep, export)?)?;
    let glue = dead.iter().fold(glue, |glue, class| without_class(&glue, class));
    Ok(fs::write(bound.glue(), glue)?)
}

/// After the optimiser: takes out of the glue what the module no longer imports, and gives short names to the rest.
pub fn names(bound: &Bound) -> Result<()> {
    let wasm = fs::read(bound.module())?;
    let wanted = module::imports(&wasm, GLUE)?;
    let glue = without_unwanted(&fs::read_to_string(bound.glue())?, &wanted.iter().cloned().collect());

    let hashed = module::exports(&wasm)?.into_iter().filter(|name| name.starts_with("_ZN"));
    let long: BTreeSet<String> = wanted.into_iter().chain(hashed).collect();
    let short: BTreeMap<String, String> =
        long.into_iter().zip((0..).map(|index| format!("_{index}"))).collect();
    let fate = |name: &str| short.get(name).map_or(Fate::Keep, |name| Fate::Rename(name.clone()));
    fs::write(bound.module(), module::rename(&wasm, GLUE, fate, fate)?)?;
    Ok(fs::write(bound.glue(), with_short_names(&glue, &short))?)
}

/// Classes of the glue without a constructor and without `__wrap`, by which the module hands out an instance.
fn dead_classes(glue: &str) -> Vec<String> {
    let classes = glue.split("\nexport class ").skip(1);
    classes
        .filter_map(|class| {
            let body = class.split("\n}").next()?;
            let can_be_made = body.contains("static __wrap(") || body.contains("constructor(");
            (!can_be_made).then(|| identifier(class).to_owned())
        })
        .collect()
}

fn identifier(text: &str) -> &str {
    &text[..text.find(|letter: char| !is_part_of_name(letter)).unwrap_or(text.len())]
}

fn is_part_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// The glue without a class, the line that makes it disposable, and its registry of what is to be freed.
fn without_class(glue: &str, class: &str) -> String {
    let begins = [
        (format!("export class {class} {{"), "}"),
        (format!("if (Symbol.dispose) {class}.prototype"), ";"),
        (format!("const {class}Finalization = "), ";"),
    ];
    let mut out = String::new();
    let mut until = None;
    for line in glue.lines() {
        if until.is_none() {
            until = begins.iter().find(|(begin, _)| line.starts_with(begin)).map(|(_, end)| *end);
            if until.is_none() {
                out.push_str(line);
                out.push('\n');
                continue;
            }
        }
        // The last line of a class is its brace at the margin, that of a statement ends with a semicolon.
        let is_last = until.is_some_and(|end| if end == "}" { line == "}" } else { line.ends_with(end) });
        if is_last {
            until = None;
        }
    }
    out
}

/// The glue without the functions that the module does not import. They are the entries of one object.
fn without_unwanted(glue: &str, wanted: &BTreeSet<String>) -> String {
    let mut out = String::new();
    let (mut in_imports, mut in_unwanted) = (false, false);
    for line in glue.lines() {
        if line == "    const import0 = {" {
            in_imports = true;
        } else if in_imports && line == "    };" {
            (in_imports, in_unwanted) = (false, false);
        } else if in_imports && line.starts_with("        ") && !line.starts_with("         ") {
            let name = identifier(line.trim_start());
            if !name.is_empty() {
                in_unwanted = name != "__proto__" && !wanted.contains(name);
            }
        }
        if !in_unwanted {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

fn with_short_names(glue: &str, short: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(first) = rest.chars().next() {
        let name = identifier(rest);
        let part = if name.is_empty() { &rest[..first.len_utf8()] } else { name };
        out.push_str(short.get(part).map_or(part, String::as_str));
        rest = &rest[part.len()..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
import * as x from 'x';

export class Dead {
    free() {
        wasm.__wbg_dead_free(ptr, 0);
    }
}
if (Symbol.dispose) Dead.prototype[Symbol.dispose] = Dead.prototype.free;

export class Alive {
    static __wrap(ptr) {
    }
}
const DeadFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_dead_free(ptr, 1));
function imports() {
    const import0 = {
        __proto__: null,
        __wbg_one_ab: function(arg0) {
            return 1;
        },
        __wbg_two_cd: function() { return handleError(function (arg0) {
            return wasm._ZNabc(2);
        }, arguments); },
    };
}
";

    #[test]
    fn a_class_that_nobody_can_make_is_found_and_leaves_no_trace() {
        assert_eq!(dead_classes(GLUE), ["Dead"]);
        let glue = without_class(GLUE, "Dead");
        assert!(!glue.contains("Dead") && !glue.contains("dead"), "{glue}");
        assert!(glue.contains("class Alive") && glue.contains("function imports()"), "{glue}");
    }

    #[test]
    fn a_function_that_the_module_does_not_import_is_left_out_whole() {
        let keep = |name: &str| without_unwanted(GLUE, &BTreeSet::from([name.to_owned()]));
        assert!(
            keep("__wbg_two_cd").contains("}, arguments); },") && !keep("__wbg_two_cd").contains("return 1")
        );
        assert!(
            !keep("__wbg_one_ab").contains("arguments")
                && keep("__wbg_one_ab").contains("return 1;\n        },\n    };")
        );
        assert!(keep("__wbg_one_ab").contains("__proto__: null"));
    }

    #[test]
    fn whole_names_are_shortened_and_parts_of_names_are_not() {
        let short = BTreeMap::from([("_ZNabc".to_owned(), "_1".to_owned())]);
        assert_eq!(with_short_names("wasm._ZNabc(_ZNabcd, x_ZNabc)", &short), "wasm._1(_ZNabcd, x_ZNabc)");
    }
}
