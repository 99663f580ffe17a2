//! The cursor over tokens that all options are read with.

use crate::Error;
use crate::lexer::{Token, TokenKind, tokens};

/// How many columns one list can have; no table has as many.
const MOST_LISTED: usize = 250;

/// Tokens of one option and the place in them.
pub(crate) struct Parser {
    pub(crate) option: &'static str,
    tokens: Vec<Token>,
    at: usize,
    /// Conditions read so far, over all filters of the option.
    pub(crate) conditions: usize,
    /// Columns of related rows named so far; each costs a look into another table.
    pub(crate) related: usize,
}

impl Parser {
    /// Begins to read `text`, the value of `option`.
    pub(crate) fn new(option: &'static str, text: &str) -> Result<Self, Error> {
        Ok(Self { option, tokens: tokens(option, text)?, at: 0, conditions: 0, related: 0 })
    }

    /// The next token, which stays. Past the end it is the end.
    pub(crate) fn peek(&self) -> &TokenKind {
        self.tokens.get(self.at).map_or(&TokenKind::End, |token| &token.kind)
    }

    /// The next token, which is passed.
    pub(crate) fn next(&mut self) -> TokenKind {
        let kind = self.peek().clone();
        self.at += 1;
        kind
    }

    /// Passes `kind` if it is next.
    pub(crate) fn accept(&mut self, kind: &TokenKind) -> bool {
        let there = self.peek() == kind;
        if there {
            self.at += 1;
        }
        there
    }

    /// Passes `kind`, or says that it was expected.
    pub(crate) fn expect(&mut self, kind: &TokenKind, expected: &'static str) -> Result<(), Error> {
        if self.accept(kind) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    /// Passes the word `word` if it is next. Words are case-sensitive.
    pub(crate) fn accept_word(&mut self, word: &str) -> bool {
        let there = matches!(self.peek(), TokenKind::Word(next) if next == word);
        if there {
            self.at += 1;
        }
        there
    }

    /// Passes the word `word`, or says that it was expected.
    pub(crate) fn expect_word(&mut self, word: &'static str) -> Result<(), Error> {
        if self.accept_word(word) { Ok(()) } else { Err(self.unexpected(word)) }
    }

    /// Passes a name: a word without `$`, `@` or `.`.
    pub(crate) fn name(&mut self, expected: &'static str) -> Result<String, Error> {
        match self.peek() {
            TokenKind::Word(word) if !word.contains(['$', '@', '.']) => {
                let name = word.clone();
                self.at += 1;
                Ok(name)
            }
            _ => Err(self.unexpected(expected)),
        }
    }

    /// Reads one thing or several with commas between.
    pub(crate) fn list<T>(
        &mut self,
        mut one: impl FnMut(&mut Self) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut all = vec![one(self)?];
        while self.accept(&TokenKind::Comma) {
            if all.len() == MOST_LISTED {
                return Err(Error::TooMany { option: self.option, most: MOST_LISTED, what: "entries" });
            }
            all.push(one(self)?);
        }
        Ok(all)
    }

    /// Says that nothing may follow.
    pub(crate) fn end(&self) -> Result<(), Error> {
        if *self.peek() == TokenKind::End { Ok(()) } else { Err(self.unexpected("the end")) }
    }

    /// The error that `expected` should stand here.
    pub(crate) fn unexpected(&self, expected: &'static str) -> Error {
        let position = self.tokens.get(self.at).or(self.tokens.last()).map_or(1, |token| token.position);
        Error::Syntax { option: self.option, position, expected, found: self.peek().describe() }
    }
}

/// Reads `*` or names with commas between, as in `$select`.
pub(crate) fn select(parser: &mut Parser) -> Result<Vec<String>, Error> {
    parser.list(
        |parser| {
            if parser.accept(&TokenKind::Star) { Ok("*".to_owned()) } else { parser.name("a column") }
        },
    )
}
