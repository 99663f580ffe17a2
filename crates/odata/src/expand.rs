//! `$expand`: related rows inside a row, one level deep.

use crate::lexer::TokenKind;
use crate::parser::{Parser, select};
use crate::{Error, Expr, Order};

/// How many navigation properties a request can expand (Dataverse).
const MOST: usize = 15;

/// A navigation property to expand, with its own options.
#[derive(Clone, Debug, PartialEq)]
pub struct Expand {
    /// The navigation property.
    pub navigation: String,
    /// The columns, if any were named.
    pub select: Option<Vec<String>>,
    /// Which of the related rows.
    pub filter: Option<Expr>,
    /// Their sequence.
    pub order_by: Vec<Order>,
    /// How many at most.
    pub top: Option<u64>,
}

impl Parser {
    /// Reads navigation properties with their options in parentheses.
    pub(crate) fn expands(&mut self) -> Result<Vec<Expand>, Error> {
        let all = self.list(Self::expand)?;
        if all.len() > MOST {
            return Err(Error::NotSupported(format!("Expanding more than {MOST} navigation properties")));
        }
        Ok(all)
    }

    fn expand(&mut self) -> Result<Expand, Error> {
        let navigation = self.name("a navigation property")?;
        if *self.peek() == TokenKind::Slash {
            return Err(Error::NotSupported("Expanding more than one level".to_owned()));
        }
        let mut expand = Expand { navigation, select: None, filter: None, order_by: Vec::new(), top: None };
        if self.accept(&TokenKind::Open) {
            self.expand_option(&mut expand)?;
            while self.accept(&TokenKind::Semicolon) {
                self.expand_option(&mut expand)?;
            }
            self.expect(&TokenKind::Close, "';' or ')'")?;
        }
        Ok(expand)
    }

    fn expand_option(&mut self, expand: &mut Expand) -> Result<(), Error> {
        let TokenKind::Word(name) = self.peek().clone() else {
            return Err(self.unexpected("a query option"));
        };
        if !name.starts_with('$') {
            return Err(self.unexpected("a query option"));
        }
        self.next();
        self.expect(&TokenKind::Equals, "'='")?;
        match name.as_str() {
            "$select" => once(&mut expand.select, select(self)?, "$select")?,
            "$filter" => once(&mut expand.filter, self.condition(0)?, "$filter")?,
            "$top" => {
                let top = self.whole_number()?;
                once(&mut expand.top, top, "$top")?;
            }
            "$orderby" if expand.order_by.is_empty() => expand.order_by = self.order_by()?,
            "$orderby" => return Err(Error::Repeated("$orderby")),
            _ => return Err(Error::NotSupported(format!("The query option '{name}' inside $expand"))),
        }
        Ok(())
    }

    fn whole_number(&mut self) -> Result<u64, Error> {
        let number = match self.peek() {
            TokenKind::Number(digits) => digits.parse().ok(),
            _ => None,
        };
        let number = number.ok_or_else(|| self.unexpected("a whole number"))?;
        self.next();
        Ok(number)
    }
}

fn once<T>(place: &mut Option<T>, value: T, option: &'static str) -> Result<(), Error> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(Error::Repeated(option)),
    }
}
