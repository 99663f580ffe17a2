//! `$filter`: conditions on columns and on columns of one related row.

use uuid::Uuid;

use crate::Error;
use crate::lexer::TokenKind;
use crate::parser::Parser;

/// How many conditions a filter can have (Dataverse).
pub(crate) const MOST_CONDITIONS: usize = 500;

/// How many parentheses and `not`s can be inside one another; far more than anybody writes, and far less than
/// the stack holds.
pub(crate) const DEEPEST: usize = 64;

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
    /// A row of a collection fulfils a condition, or there is a row at all.
    Any {
        /// The navigation property to the rows.
        navigation: String,
        /// What a row must fulfil; its paths begin at that row.
        condition: Option<Box<Self>>,
    },
    /// No row of a collection fails a condition.
    All {
        /// The navigation property to the rows.
        navigation: String,
        /// What the rows must fulfil; its paths begin at each row.
        condition: Box<Self>,
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
    /// A value without a type of its own, as FetchXML writes all: what it is follows from its column.
    Untyped(String),
    /// The last moment of a day, `YYYY-MM-DD`, for a column with time; otherwise the day.
    EndOf(String),
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
    /// It is the whole text, but for its wildcards (FetchXML, `like`).
    Whole,
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
        if self.is_lambda() {
            return self.lambda(depth);
        }
        let condition = self.comparison_or_match()?;
        self.related.condition(self.option, self.range.is_some(), &condition)?;
        Ok(condition)
    }

    fn comparison_or_match(&mut self) -> Result<Expr, Error> {
        if let (TokenKind::Word(name), TokenKind::Open) = (self.peek(), self.peek_at(1)) {
            let name = name.clone();
            return self.function(&name);
        }
        let left = self.operand()?;
        let comparison = self.comparison()?;
        let right = self.operand()?;
        if matches!((&left, &right), (Operand::Literal(_), Operand::Literal(_))) {
            return Err(self.unexpected("a column on one side of the comparison"));
        }
        Ok(Expr::Compare { left, comparison, right })
    }

    fn function(&mut self, name: &str) -> Result<Expr, Error> {
        let kind = match name {
            "contains" => MatchKind::Contains,
            "startswith" => MatchKind::StartsWith,
            "endswith" => MatchKind::EndsWith,
            _ => return Err(Error::NotSupported(format!("The function '{name}'"))),
        };
        self.next();
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
        self.range_variable()?;
        let first = self.name("a column")?;
        if !self.accept(&TokenKind::Slash) {
            return Ok(Path { navigation: None, column: first });
        }
        let column = self.name("a column")?;
        if *self.peek() == TokenKind::Slash {
            return Err(Error::NotSupported("A path over more than one navigation property".to_owned()));
        }
        if *self.peek() == TokenKind::Open {
            return Err(Error::NotSupported(format!("'{column}' at the end of this path")));
        }
        Ok(Path { navigation: Some(first), column })
    }
}

/// One condition as it is, several joined.
pub(crate) fn one_or(mut parts: Vec<Expr>, several: fn(Vec<Expr>) -> Expr) -> Expr {
    match parts.len() {
        1 => parts.remove(0),
        _ => several(parts),
    }
}
