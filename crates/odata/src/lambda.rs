//! `any` and `all` in `$filter`: conditions on the rows of a collection, `lines/any(l:l/quantity gt 1)`.

use crate::lexer::TokenKind;
use crate::parser::Parser;
use crate::{Error, Expr};

impl Parser {
    /// Whether `collection/any(` or `collection/all(` is next.
    pub(crate) fn is_lambda(&self) -> bool {
        matches!(self.peek(), TokenKind::Word(_))
            && *self.peek_at(1) == TokenKind::Slash
            && matches!(self.peek_at(2), TokenKind::Word(word) if matches!(word.as_str(), "any" | "all"))
            && *self.peek_at(3) == TokenKind::Open
    }

    /// Reads a condition on a collection; `depth` is how many parentheses and `not`s it is in.
    pub(crate) fn lambda(&mut self, depth: usize) -> Result<Expr, Error> {
        if self.range.is_some() {
            return Err(Error::NotSupported("'any' or 'all' inside another".to_owned()));
        }
        self.related.look(self.option)?;
        let navigation = self.name("a navigation property")?;
        self.expect(&TokenKind::Slash, "'/'")?;
        let any = self.accept_word("any");
        if !any {
            self.expect_word("all")?;
        }
        self.expect(&TokenKind::Open, "'('")?;
        if any && self.accept(&TokenKind::Close) {
            return Ok(Expr::Any { navigation, condition: None });
        }
        let variable = self.name("a name for the row")?;
        self.expect(&TokenKind::Colon, "':'")?;
        self.range = Some(variable);
        let condition = Box::new(self.condition(depth + 1)?);
        self.range = None;
        self.expect(&TokenKind::Close, "')'")?;
        Ok(match any {
            true => Expr::Any { navigation, condition: Some(condition) },
            false => Expr::All { navigation, condition },
        })
    }

    /// Inside `any` and `all`, passes the name of the row that every path begins with. Without it a path would mean
    /// the row outside, which the dialect does not offer.
    pub(crate) fn range_variable(&mut self) -> Result<(), Error> {
        let Some(variable) = self.range.clone() else { return Ok(()) };
        match self.peek() {
            TokenKind::Word(word) if *word == variable => {
                self.next();
                self.expect(&TokenKind::Slash, "'/'")
            }
            TokenKind::Word(word) => {
                Err(Error::NotSupported(format!("'{word}' without '{variable}/' inside 'any' or 'all'")))
            }
            _ => Err(self.unexpected("a column")),
        }
    }
}
