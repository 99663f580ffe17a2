//! `$orderby`: the sequence of rows.

use crate::Error;
use crate::lexer::TokenKind;
use crate::parser::Parser;

/// How many columns rows can be ordered by.
const MOST_COLUMNS: usize = 16;

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
        let mut all = self.list(|parser| {
            let column = parser.name("a column")?;
            if *parser.peek() == TokenKind::Slash {
                return Err(Error::NotSupported("Ordering by a column of a related row".to_owned()));
            }
            let descending = parser.accept_word("desc");
            if !descending {
                parser.accept_word("asc");
            }
            Ok(Order { column, descending })
        })?;
        // Ordering by a column once more changes nothing.
        let mut seen = Vec::new();
        all.retain(|order: &Order| {
            let is_new = !seen.contains(&order.column);
            if is_new {
                seen.push(order.column.clone());
            }
            is_new
        });
        match all.len() > MOST_COLUMNS {
            true => Err(Error::TooMany { option: self.option, most: MOST_COLUMNS, what: "columns" }),
            false => Ok(all),
        }
    }
}
