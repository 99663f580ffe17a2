//! Text found in text: without regard to case in any alphabet, with `%` for any characters and `_` for one.
//!
//! SQLite's `LIKE` and `NOCASE` fold only ASCII letters. A text with other letters is therefore looked for with
//! `GLOB`, in which `[üÜ]` is either letter.

use portal_odata::MatchKind;

use super::Scope;
use super::path::{Found, push};
use crate::StoreError;
use crate::sql::{Sql, Value};

/// More than this many `%` in one text are refused: each multiplies the time that a search can take.
const MOST_WILDCARDS: usize = 8;

/// The longest pattern SQLite takes, in bytes.
const LONGEST: usize = 50_000;

/// Adds the condition that a text column holds `text` where `kind` says.
pub(super) fn part(
    sql: &mut Sql,
    scope: Scope<'_>,
    found: Found,
    kind: MatchKind,
    text: &str,
) -> Result<(), StoreError> {
    let refused = |problem: &str| StoreError::invalid(&found.column.property(), problem);
    if !found.column.is_text() {
        return Err(refused("is not a text, and cannot be searched for a part."));
    }
    if text.matches('%').count() > MOST_WILDCARDS {
        return Err(refused("cannot be searched with so many wildcards."));
    }
    let (before, after) = match kind {
        MatchKind::Contains => ("%", "%"),
        MatchKind::StartsWith => ("", "%"),
        MatchKind::EndsWith => ("%", ""),
    };
    let wildcards = format!("{before}{text}{after}");
    let (operator, pattern) =
        if text.is_ascii() { (" LIKE ", wildcards) } else { (" GLOB ", glob(&wildcards, true)) };
    if pattern.len() > LONGEST {
        return Err(refused("cannot be searched for so long a text."));
    }
    push(sql, scope, found);
    sql.push(operator).bind(Value::Text(pattern));
    Ok(())
}

/// Adds the condition that a text column is, or is not, `text`.
pub(super) fn whole(sql: &mut Sql, scope: Scope<'_>, found: Found, equal: bool, text: &str) {
    let (operator, value) = match text.is_ascii() {
        true if equal => (" COLLATE NOCASE = ", text.to_owned()),
        true => (" COLLATE NOCASE IS DISTINCT FROM ", text.to_owned()),
        false => (" GLOB ", glob(text, false)),
    };
    // A pattern that SQLite would refuse is longer than any column.
    if value.len() > LONGEST {
        sql.push(if equal { "FALSE" } else { "TRUE" });
        return;
    }
    sql.push("(");
    push(sql, scope, found);
    sql.push(operator).bind(Value::Text(value)).push(")");
    if operator == " GLOB " && !equal {
        sql.push(" IS NOT TRUE");
    }
}

/// Writes a text as a `GLOB` pattern that takes either case of every letter.
fn glob(text: &str, wildcards: bool) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        match c {
            '%' if wildcards => pattern.push('*'),
            '_' if wildcards => pattern.push('?'),
            '*' | '?' | '[' => pattern.extend(['[', c, ']']),
            _ if c.is_alphabetic() => {
                pattern.push('[');
                pattern.push(c);
                pattern.extend(single(c.to_lowercase()).into_iter().chain(single(c.to_uppercase())));
                pattern.push(']');
            }
            _ => pattern.push(c),
        }
    }
    pattern
}

/// A letter whose other case is several letters (`ß`) has only itself.
fn single(mut letters: impl Iterator<Item = char>) -> Option<char> {
    let letter = letters.next();
    if letters.next().is_some() { None } else { letter }
}

#[cfg(test)]
mod tests {
    use super::glob;

    #[test]
    fn a_pattern_takes_either_case_and_only_the_wildcards_of_the_dialect() {
        assert_eq!(glob("%ü_", true), "*[üüÜ]?");
        assert_eq!(glob("a*[?", false), "[aaA][*][[][?]");
        assert_eq!(glob("ß%", false), "[ßß]%");
    }
}
