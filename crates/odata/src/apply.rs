//! `$apply`: rows taken together, `[filter(..)/]groupby((columns),aggregate(one))` or `aggregate(one)`.

use crate::lexer::TokenKind;
use crate::parser::Parser;
use crate::{Error, Expr};

/// How many columns can make a group.
const MOST_GROUPS: usize = 16;

/// A question about many rows at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Apply {
    /// Which rows.
    pub filter: Option<Expr>,
    /// The columns whose values make a group; none for all rows in one.
    pub group_by: Vec<String>,
    /// The figure for each group; none for the groups alone.
    pub aggregate: Option<Aggregate>,
}

/// A figure over the rows of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aggregate {
    /// How it is made.
    pub method: Method,
    /// Its name in the answer.
    pub alias: String,
}

/// How a figure is made from many rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Method {
    /// How many rows.
    Count,
    /// The sum of a column.
    Sum(String),
    /// The mean of a column.
    Average(String),
    /// The smallest value of a column.
    Min(String),
    /// The largest value of a column.
    Max(String),
}

impl Parser {
    /// Reads the whole value of `$apply`.
    pub(crate) fn apply(&mut self) -> Result<Apply, Error> {
        let mut filter = None;
        if self.accept_word("filter") {
            self.expect(&TokenKind::Open, "'('")?;
            filter = Some(self.condition(0)?);
            self.expect(&TokenKind::Close, "')'")?;
            self.expect(&TokenKind::Slash, "'/'")?;
        }
        let apply = if self.accept_word("groupby") {
            self.group_by(filter)?
        } else if self.accept_word("aggregate") {
            Apply { filter, group_by: Vec::new(), aggregate: Some(self.aggregate()?) }
        } else {
            return Err(self.unexpected("filter, groupby or aggregate"));
        };
        if *self.peek() == TokenKind::Slash {
            return Err(Error::NotSupported(
                "A transformation after groupby or aggregate in $apply".to_owned(),
            ));
        }
        Ok(apply)
    }

    fn group_by(&mut self, filter: Option<Expr>) -> Result<Apply, Error> {
        self.expect(&TokenKind::Open, "'('")?;
        self.expect(&TokenKind::Open, "'('")?;
        let mut group_by = self.list(|parser| parser.name("a column"))?;
        group_by.sort();
        group_by.dedup();
        if group_by.len() > MOST_GROUPS {
            return Err(Error::TooMany { option: self.option, most: MOST_GROUPS, what: "columns" });
        }
        if *self.peek() == TokenKind::Slash {
            return Err(Error::NotSupported("Grouping by a column of a related row".to_owned()));
        }
        self.expect(&TokenKind::Close, "')'")?;
        let mut aggregate = None;
        if self.accept(&TokenKind::Comma) {
            self.expect_word("aggregate")?;
            aggregate = Some(self.aggregate()?);
        }
        self.expect(&TokenKind::Close, "')'")?;
        match &aggregate {
            Some(Aggregate { alias, .. }) if group_by.contains(alias) => {
                Err(Error::Value { option: self.option, value: alias.clone() })
            }
            _ => Ok(Apply { filter, group_by, aggregate }),
        }
    }

    /// Reads `(column with method as alias)` or `($count as alias)`.
    fn aggregate(&mut self) -> Result<Aggregate, Error> {
        self.expect(&TokenKind::Open, "'('")?;
        let method = if self.accept_word("$count") {
            Method::Count
        } else {
            let column = self.name("a column or $count")?;
            self.expect_word("with")?;
            self.method(column)?
        };
        self.expect_word("as")?;
        let alias = self.name("a name for the figure")?;
        if *self.peek() == TokenKind::Comma {
            return Err(Error::NotSupported("More than one aggregate in $apply".to_owned()));
        }
        self.expect(&TokenKind::Close, "')'")?;
        Ok(Aggregate { method, alias })
    }

    fn method(&mut self, column: String) -> Result<Method, Error> {
        let make: fn(String) -> Method = match self.peek() {
            TokenKind::Word(word) => match word.as_str() {
                "sum" => Method::Sum,
                "average" => Method::Average,
                "min" => Method::Min,
                "max" => Method::Max,
                "countdistinct" => {
                    return Err(Error::NotSupported("The aggregate 'countdistinct'".to_owned()));
                }
                _ => return Err(self.unexpected("sum, average, min or max")),
            },
            _ => return Err(self.unexpected("sum, average, min or max")),
        };
        self.next();
        Ok(make(column))
    }
}
