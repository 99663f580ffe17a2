//! `$orderby`: the sequence of rows.

use crate::Error;
use crate::lexer::TokenKind;
use crate::parser::Parser;

/// A column that rows are ordered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column, as named in requests.
    pub column: String,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Parser {
    /// Reads columns, each with `asc` or `desc` or neither.
    pub(crate) fn order_by(&mut self) -> Result<Vec<Order>, Error> {
        self.list(|parser| {
            let column = parser.name("a column")?;
            if *parser.peek() == TokenKind::Slash {
                return Err(Error::NotSupported("Ordering by a column of a related row".to_owned()));
            }
            let descending = parser.accept_word("desc");
            if !descending {
                parser.accept_word("asc");
            }
            Ok(Order { column, descending })
        })
    }
}
