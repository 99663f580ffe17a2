//! `filter` and `condition`.

use crate::filter::{DEEPEST, MOST_CONDITIONS, one_or};
use crate::options::invalid;
use crate::{Comparison, Error, Expr, Literal, MatchKind, Operand, Path};

use super::element::{Element, shown};
use super::{OPTION, Reading};

/// Where conditions stand, and so what their columns are of.
#[derive(Clone, Default)]
pub(super) struct Place {
    /// The link to one row that they stand in.
    pub(super) link: Option<String>,
    /// The link over many rows that they stand in.
    pub(super) inside: Option<String>,
}

impl Reading {
    /// Reads a filter; one without conditions is none.
    pub(super) fn filter(
        &mut self,
        filter: Element<'_>,
        place: &Place,
        depth: usize,
    ) -> Result<Option<Expr>, Error> {
        if depth > DEEPEST {
            return Err(Error::TooDeep(OPTION));
        }
        filter.only(&["type"])?;
        let join = match filter.get("type") {
            None | Some("and") => Expr::And,
            Some("or") => Expr::Or,
            Some(other) => return Err(invalid(OPTION, other)),
        };
        let mut parts = Vec::new();
        for child in filter.children()? {
            match child.name() {
                "condition" => parts.push(self.condition(child, place)?),
                "filter" => parts.extend(self.filter(child, place, depth + 1)?),
                "link-entity" if place.link.is_none() && place.inside.is_none() => {
                    parts.push(self.many(child)?);
                }
                _ => return Err(child.unknown()),
            }
        }
        Ok((!parts.is_empty()).then(|| one_or(parts, join)))
    }

    fn condition(&mut self, condition: Element<'_>, place: &Place) -> Result<Expr, Error> {
        condition.only(&["attribute", "entityname", "operator", "value", "valueof"])?;
        let path = path(condition, place)?;
        let operator = condition.need("operator", "condition", "an operator")?;
        if matches!(operator.as_str(), "in" | "not-in") {
            return self.among(condition, place, &path, operator == "in");
        }
        condition.empty()?;
        let (value, other) = (condition.get("value"), condition.get("valueof"));
        let expr = match (operator.as_str(), value, other) {
            (_, Some(value), Some(_))
            | ("null" | "not-null", Some(value), _)
            | ("null" | "not-null", _, Some(value)) => {
                return Err(invalid(OPTION, value));
            }
            ("null", ..) => compare(path, Comparison::Equal, Operand::Literal(Literal::Null)),
            ("not-null", ..) => compare(path, Comparison::NotEqual, Operand::Literal(Literal::Null)),
            (operator, None, Some(other)) => {
                let right = Path { navigation: path.navigation.clone(), column: other.to_owned() };
                let comparison = comparison(operator).ok_or_else(|| unknown(operator))?;
                compare(path, comparison, Operand::Path(right))
            }
            (operator, Some(value), None) => with_value(path, operator, without_zero(value)?)?,
            (_, None, None) => return Err(NO_VALUE),
        };
        self.count(place, &expr)?;
        Ok(expr)
    }

    /// Reads the values of `in` and `not-in`, each of which counts as a condition.
    fn among(
        &mut self,
        condition: Element<'_>,
        place: &Place,
        path: &Path,
        equal: bool,
    ) -> Result<Expr, Error> {
        if let Some(value) = condition.get("value").or(condition.get("valueof")) {
            return Err(invalid(OPTION, value));
        }
        let (comparison, join): (_, fn(Vec<Expr>) -> Expr) = match equal {
            true => (Comparison::Equal, Expr::Or),
            false => (Comparison::NotEqual, Expr::And),
        };
        let mut parts = Vec::new();
        for value in condition.children()? {
            if value.name() != "value" {
                return Err(value.unknown());
            }
            value.only(&[])?;
            let value = Literal::Untyped(without_zero(&value.text()?)?.to_owned());
            let part = compare(path.clone(), comparison, Operand::Literal(value));
            self.count(place, &part)?;
            parts.push(part);
        }
        if parts.is_empty() { Err(NO_VALUE) } else { Ok(one_or(parts, join)) }
    }

    /// Counts a single condition.
    fn count(&mut self, place: &Place, condition: &Expr) -> Result<(), Error> {
        self.conditions += 1;
        if self.conditions > MOST_CONDITIONS {
            return Err(Error::TooManyConditions);
        }
        let condition = if let Expr::Not(inner) = condition { inner } else { condition };
        self.related.condition(OPTION, place.inside.is_some(), condition)
    }
}

/// The column that a condition is about.
fn path(condition: Element<'_>, place: &Place) -> Result<Path, Error> {
    let column = condition.need("attribute", "condition", "an attribute")?;
    let navigation = match condition.get("entityname") {
        Some(alias) if place.link.is_none() => Some(alias.to_owned()),
        Some(alias) => return Err(invalid(OPTION, alias)),
        None => place.link.clone(),
    };
    Ok(Path { navigation, column })
}

const NO_VALUE: Error = Error::Incomplete { element: "condition", needs: "a value for its operator" };

/// A condition whose operator has one value.
fn with_value(path: Path, operator: &str, value: &str) -> Result<Expr, Error> {
    let literal = |value: Literal| Operand::Literal(value);
    if let Some(comparison) = comparison(operator) {
        return Ok(compare(path, comparison, literal(Literal::Untyped(value.to_owned()))));
    }
    // These two are about the whole day, whatever time the value has.
    let day = || value.get(..10).unwrap_or(value).to_owned();
    Ok(match operator {
        "on-or-after" => compare(path, Comparison::GreaterOrEqual, literal(Literal::Untyped(day()))),
        "on-or-before" => compare(path, Comparison::LessOrEqual, literal(Literal::EndOf(day()))),
        // In brackets stands a set of characters.
        "like" | "not-like" if value.contains('[') => {
            return Err(Error::NotSupported("'[' in a pattern in fetchXml".to_owned()));
        }
        "like" => Expr::Match { kind: MatchKind::Whole, path, text: value.to_owned() },
        "not-like" => Expr::Not(Box::new(with_value(path, "like", value)?)),
        _ => return Err(unknown(operator)),
    })
}

fn comparison(operator: &str) -> Option<Comparison> {
    Some(match operator {
        "eq" => Comparison::Equal,
        "ne" => Comparison::NotEqual,
        "gt" => Comparison::Greater,
        "ge" => Comparison::GreaterOrEqual,
        "lt" => Comparison::Less,
        "le" => Comparison::LessOrEqual,
        _ => return None,
    })
}

fn compare(path: Path, comparison: Comparison, right: Operand) -> Expr {
    Expr::Compare { left: Operand::Path(path), comparison, right }
}

fn unknown(operator: &str) -> Error {
    Error::NotSupported(format!("The operator '{}' in fetchXml", shown(operator)))
}

/// XML cannot hold the character 0, so this only states what the options of OData state as well.
fn without_zero(value: &str) -> Result<&str, Error> {
    if value.contains('\0') { Err(Error::ZeroCharacter(OPTION)) } else { Ok(value) }
}
