//! A condition on rows, written for the endpoint in either of its two languages: OData's `$filter` and FetchXML.

use crate::{date::Date, odata::quoted};
use std::fmt::Write as _;
use uuid::Uuid;

/// A condition on a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// All of them hold.
    All(Vec<Self>),
    /// One of them holds.
    Any(Vec<Self>),
    /// A column compared with a value.
    Is(&'static str, Relation, Value),
    /// A column compared with another one of the same row.
    Columns(&'static str, Relation, &'static str),
    /// A text column that holds this text, in upper or lower case.
    Contains(&'static str, String),
    /// One of the order's lines fulfils it.
    SomeLine(Box<Self>),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They are equal.
    Equal,
    /// They are not equal.
    NotEqual,
    /// The first is greater.
    Greater,
    /// The first is greater or equal.
    AtLeast,
    /// The first is less.
    Less,
    /// The first is less or equal.
    AtMost,
}

/// A value to compare with.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// None.
    Null,
    /// A value of a choice column.
    Code(i32),
    /// A number, by its digits.
    Number(String),
    /// A text.
    Text(String),
    /// A key.
    Id(Uuid),
    /// The beginning of a day, in UTC.
    Day(Date),
    /// An ISO 8601 instant.
    Instant(String),
}

impl Relation {
    /// The word in both languages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Equal => "eq",
            Self::NotEqual => "ne",
            Self::Greater => "gt",
            Self::AtLeast => "ge",
            Self::Less => "lt",
            Self::AtMost => "le",
        }
    }
}

impl Condition {
    /// Whether it holds for every row.
    pub fn is_always(&self) -> bool {
        matches!(self, Self::All(parts) if parts.iter().all(Self::is_always))
    }

    /// The part that says it all, if there is only one.
    fn simple(&self) -> &Self {
        let (Self::All(parts) | Self::Any(parts)) = self else { return self };
        let mut parts = parts.iter().filter(|part| !part.is_always());
        match (parts.next(), parts.next()) {
            (Some(only), None) => only.simple(),
            _ => self,
        }
    }

    /// Written for `$filter`; empty if it holds for every row.
    pub fn to_odata(&self) -> String {
        let mut text = String::new();
        self.write("", &mut text);
        text
    }

    /// `row` is what the columns stand behind: nothing, or the name of a line in a lambda.
    fn write(&self, row: &str, out: &mut String) {
        // Writing to a String cannot fail.
        let _ = match self {
            Self::All(parts) => return several(parts, " and ", row, out),
            Self::Any(parts) => return several(parts, " or ", row, out),
            Self::Is(column, relation, value) => {
                write!(out, "{row}{column} {} {}", relation.word(), value.to_odata())
            }
            Self::Columns(column, relation, other) => {
                write!(out, "{row}{column} {} {row}{other}", relation.word())
            }
            Self::Contains(column, text) => write!(out, "contains({row}{column},{})", quoted(text)),
            Self::SomeLine(line) => {
                out.push_str("order_details/any(l:");
                line.write("l/", out);
                out.push(')');
                Ok(())
            }
        };
    }
}

/// Parts with a word between them; a part that is several itself stands in parentheses.
fn several(parts: &[Condition], word: &str, row: &str, out: &mut String) {
    let parts: Vec<_> = parts.iter().filter(|part| !part.is_always()).map(Condition::simple).collect();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push_str(word);
        }
        let is_several = parts.len() > 1 && matches!(part, Condition::All(_) | Condition::Any(_));
        if is_several {
            out.push('(');
        }
        part.write(row, out);
        if is_several {
            out.push(')');
        }
    }
}

impl Value {
    fn to_odata(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Code(code) => code.to_string(),
            Self::Number(text) | Self::Instant(text) => text.clone(),
            Self::Text(text) => quoted(text),
            Self::Id(id) => id.to_string(),
            Self::Day(date) => date.to_wire(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(column: &'static str, code: i32) -> Condition {
        Condition::Is(column, Relation::Equal, Value::Code(code))
    }

    #[test]
    fn parts_are_joined_and_bracketed_where_it_matters() {
        let condition = Condition::All(vec![
            Condition::All(Vec::new()),
            Condition::Any(vec![is("a", 1), is("a", 2)]),
            Condition::Any(vec![is("b", 3)]),
        ]);
        assert_eq!(condition.to_odata(), "(a eq 1 or a eq 2) and b eq 3");
        assert_eq!(Condition::All(Vec::new()).to_odata(), "");
    }

    #[test]
    fn what_is_typed_is_quoted() {
        let condition = Condition::Contains("shipto_city", "O'Hara".into());
        assert_eq!(condition.to_odata(), "contains(shipto_city,'O''Hara')");
    }

    #[test]
    fn a_line_is_spoken_of_by_its_name() {
        let condition = Condition::SomeLine(Box::new(Condition::Any(vec![
            Condition::Contains("productid/name", "chai".into()),
            is("x", 1),
        ])));
        assert_eq!(
            condition.to_odata(),
            "order_details/any(l:contains(l/productid/name,'chai') or l/x eq 1)"
        );
    }
}
