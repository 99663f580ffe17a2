//! Conditions on the row that a lookup points to. Those of one lookup that stand side by side are one question to that
//! row, however many they are.

use portal_odata::{Comparison, Expr, Literal, Operand, Path};

use super::path::{Looking, leads, step};
use super::{Scope, filter};
use crate::StoreError;
use crate::schema::{Kind, Table};
use crate::sql::Sql;

/// Whether rows are found by a condition on the row that they point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// By an exact value; with anything vaguer, they are walked through in their own sequence.
    Exact,
    /// By every one.
    All,
    /// They are found otherwise.
    None,
}

/// One of several conditions side by side.
pub(super) enum Part<'a> {
    /// As it stands.
    Own(&'a Expr),
    /// On the row behind a navigation property, with paths that begin there.
    Related(&'a str, Expr),
}

/// Takes the conditions on one related row together.
pub(super) fn together(parts: &[Expr], join: fn(Vec<Expr>) -> Expr) -> Vec<Part<'_>> {
    let mut joined: Vec<Part<'_>> = Vec::new();
    for part in parts {
        let Some((navigation, inner)) = asked(part) else {
            joined.push(Part::Own(part));
            continue;
        };
        let known = joined.iter_mut().find_map(|part| match part {
            Part::Related(name, Expr::And(inners) | Expr::Or(inners)) if *name == navigation => Some(inners),
            _ => None,
        });
        match known {
            None => joined.push(Part::Related(navigation, join(vec![inner]))),
            Some(inners) => inners.push(inner),
        }
    }
    joined
}

/// The navigation property and the condition on the row behind it, if that row must be there for the condition to hold.
pub(super) fn asked(expr: &Expr) -> Option<(&str, Expr)> {
    let own = |path: &Path| Path { navigation: None, column: path.column.clone() };
    match expr {
        Expr::Match { kind, path, text } => {
            let inner = Expr::Match { kind: *kind, path: own(path), text: text.clone() };
            Some((path.navigation.as_deref()?, inner))
        }
        Expr::Compare { left, comparison, right } if *comparison != Comparison::NotEqual => {
            let (path, left, right) = match (left, right) {
                (_, Operand::Literal(Literal::Null)) | (Operand::Literal(Literal::Null), _) => return None,
                (Operand::Path(path), value @ Operand::Literal(_)) => {
                    (path, Operand::Path(own(path)), value.clone())
                }
                (value @ Operand::Literal(_), Operand::Path(path)) => {
                    (path, value.clone(), Operand::Path(own(path)))
                }
                _ => return None,
            };
            Some((path.navigation.as_deref()?, Expr::Compare { left, comparison: *comparison, right }))
        }
        _ => None,
    }
}

/// Adds the condition `inner` on the row behind a navigation property.
pub(super) fn push(
    sql: &mut Sql,
    scope: Scope<'_>,
    finding: Finding,
    navigation: &str,
    inner: &Expr,
) -> Result<(), StoreError> {
    let via = step(scope.table, navigation)?;
    let looking = match (identifies(via.table, inner), finding) {
        (None, _) => Looking::Each,
        (Some(true), Finding::Exact) | (Some(_), Finding::All) => Looking::ByThem,
        (Some(_), _) => Looking::First,
    };
    leads(sql, scope, via, looking, |sql, scope| filter::push(sql, scope, finding, inner))
}

/// Whether a condition is about texts or keys, of which few rows have the same: exactly (true) or in part (false). Such
/// rows are a short list even where those that point to them are millions.
fn identifies(table: &'static Table, inner: &Expr) -> Option<bool> {
    match inner {
        Expr::And(parts) | Expr::Or(parts) => {
            parts.iter().try_fold(true, |exact, part| Some(identifies(table, part)? && exact))
        }
        Expr::Match { .. } => Some(false),
        Expr::Compare { left, comparison: Comparison::Equal, right } => {
            let path = [left, right].into_iter().find_map(|side| match side {
                Operand::Path(path) => Some(path),
                Operand::Literal(_) => None,
            });
            let column = path.and_then(|path| table.property(&path.column))?;
            (column.is_text() || column.kind == Kind::Guid).then_some(true)
        }
        _ => None,
    }
}
