//! `$filter`: conditions on columns and on columns of one related row.

use uuid::Uuid;

use crate::Error;
use crate::lexer::TokenKind;
use crate::parser::Parser;

/// How many columns of related rows a filter can name.
const MOST_RELATED: usize = 20;

/// How many conditions a filter can have (Dataverse).
const MOST_CONDITIONS: usize = 500;

/// How many parentheses and `not`s can be inside one another; far more than anybody writes, and far less than
/// the stack holds.
const DEEPEST: usize = 64;

/// A condition on a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// All of them hold; there are at least two.
    And(Vec<Self>),
    /// One of them holds; there are at least two.
    Or(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// Two values compared.
    Compare {
        /// The value before the operator.
        left: Operand,
        /// The operator.
        comparison: Comparison,
        /// The value after the operator.
        right: Operand,
    },
    /// A text column compared with a part of it; `%` and `_` in the part are wildcards.
    Match {
        /// Where the part must stand.
        kind: MatchKind,
        /// The column.
        path: Path,
        /// The part.
        text: String,
    },
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// The value of a column.
    Path(Path),
    /// A value as written.
    Literal(Literal),
}

/// A column of the row itself, or of the one row that a navigation property leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The navigation property, if there is one.
    pub navigation: Option<String>,
    /// The column, as named in requests.
    pub column: String,
}

/// A value as written; numbers and dates are kept as text, so that nothing is lost.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// No value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Digits, perhaps with a minus and a point.
    Number(String),
    /// A text, without its quotes.
    Text(String),
    /// A GUID.
    Guid(Uuid),
    /// Something of the shape `YYYY-MM-DD`.
    Date(String),
    /// Something that begins like `YYYY-MM-DDT`.
    DateTime(String),
}

/// An operator between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `eq`
    Equal,
    /// `ne`
    NotEqual,
    /// `gt`
    Greater,
    /// `ge`
    GreaterOrEqual,
    /// `lt`
    Less,
    /// `le`
    LessOrEqual,
}

/// Where a part must stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchKind {
    /// Anywhere.
    Contains,
    /// At the beginning.
    StartsWith,
    /// At the end.
    EndsWith,
}

impl Parser {
    /// Reads a condition; `depth` is how many parentheses and `not`s it is in.
    pub(crate) fn condition(&mut self, depth: usize) -> Result<Expr, Error> {
        let mut any = vec![self.conjunction(depth)?];
        while self.accept_word("or") {
            any.push(self.conjunction(depth)?);
        }
        Ok(one_or(any, Expr::Or))
    }

    fn conjunction(&mut self, depth: usize) -> Result<Expr, Error> {
        let mut all = vec![self.term(depth)?];
        while self.accept_word("and") {
            all.push(self.term(depth)?);
        }
        Ok(one_or(all, Expr::And))
    }

    fn term(&mut self, depth: usize) -> Result<Expr, Error> {
        if depth > DEEPEST {
            return Err(Error::TooDeep(self.option));
        }
        if self.accept_word("not") {
            return Ok(Expr::Not(Box::new(self.term(depth + 1)?)));
        }
        if self.accept(&TokenKind::Open) {
            let inner = self.condition(depth + 1)?;
            self.expect(&TokenKind::Close, "')'")?;
            return Ok(inner);
        }
        self.conditions += 1;
        if self.conditions > MOST_CONDITIONS {
            return Err(Error::TooManyConditions);
        }
        self.comparison_or_match()
    }

    fn comparison_or_match(&mut self) -> Result<Expr, Error> {
        let left = match self.operand()? {
            Operand::Path(path) if *self.peek() == TokenKind::Open => return self.function(path),
            operand => operand,
        };
        let comparison = self.comparison()?;
        let right = self.operand()?;
        if matches!((&left, &right), (Operand::Literal(_), Operand::Literal(_))) {
            return Err(self.unexpected("a column on one side of the comparison"));
        }
        Ok(Expr::Compare { left, comparison, right })
    }

    fn function(&mut self, name: Path) -> Result<Expr, Error> {
        let kind = match (name.navigation.as_deref(), name.column.as_str()) {
            (None, "contains") => MatchKind::Contains,
            (None, "startswith") => MatchKind::StartsWith,
            (None, "endswith") => MatchKind::EndsWith,
            (_, name) => return Err(Error::NotSupported(format!("The function '{name}'"))),
        };
        self.expect(&TokenKind::Open, "'('")?;
        let Operand::Path(path) = self.operand()? else {
            return Err(self.unexpected("a column before the text"));
        };
        self.expect(&TokenKind::Comma, "','")?;
        let TokenKind::Text(text) = self.peek().clone() else {
            return Err(self.unexpected("a text in quotes"));
        };
        self.next();
        self.expect(&TokenKind::Close, "')'")?;
        Ok(Expr::Match { kind, path, text })
    }

    fn comparison(&mut self) -> Result<Comparison, Error> {
        let TokenKind::Word(word) = self.peek() else {
            return Err(self.unexpected("an operator (eq, ne, gt, ge, lt, le)"));
        };
        let comparison = match word.as_str() {
            "eq" => Comparison::Equal,
            "ne" => Comparison::NotEqual,
            "gt" => Comparison::Greater,
            "ge" => Comparison::GreaterOrEqual,
            "lt" => Comparison::Less,
            "le" => Comparison::LessOrEqual,
            "in" | "has" | "add" | "sub" | "mul" | "div" | "mod" => {
                return Err(Error::NotSupported(format!("The operator '{word}'")));
            }
            _ => return Err(self.unexpected("an operator (eq, ne, gt, ge, lt, le)")),
        };
        self.next();
        Ok(comparison)
    }

    fn operand(&mut self) -> Result<Operand, Error> {
        let literal = match self.peek().clone() {
            TokenKind::Word(word) => match word.as_str() {
                "null" => Literal::Null,
                "true" => Literal::Bool(true),
                "false" => Literal::Bool(false),
                _ => return self.path().map(Operand::Path),
            },
            TokenKind::Text(text) => Literal::Text(text),
            TokenKind::Number(number) => Literal::Number(number),
            TokenKind::Guid(guid) => Literal::Guid(guid),
            TokenKind::Date(date) => Literal::Date(date),
            TokenKind::DateTime(time) => Literal::DateTime(time),
            _ => return Err(self.unexpected("a column or a value")),
        };
        self.next();
        Ok(Operand::Literal(literal))
    }

    fn path(&mut self) -> Result<Path, Error> {
        if let TokenKind::Word(word) = self.peek()
            && word.contains(['.', '$', '@'])
        {
            return Err(Error::NotSupported(format!("'{word}' in {}", self.option)));
        }
        let first = self.name("a column")?;
        if !self.accept(&TokenKind::Slash) {
            return Ok(Path { navigation: None, column: first });
        }
        let column = self.name("a column")?;
        if *self.peek() == TokenKind::Slash {
            return Err(Error::NotSupported("A path over more than one navigation property".to_owned()));
        }
        self.related += 1;
        if self.related > MOST_RELATED {
            return Err(Error::TooMany {
                option: self.option,
                most: MOST_RELATED,
                what: "columns of related rows",
            });
        }
        Ok(Path { navigation: Some(first), column })
    }
}

fn one_or(mut parts: Vec<Expr>, several: fn(Vec<Expr>) -> Expr) -> Expr {
    match parts.len() {
        1 => parts.remove(0),
        _ => several(parts),
    }
}
