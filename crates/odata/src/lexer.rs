//! Cuts the text of an option into tokens.

use uuid::Uuid;

use crate::Error;

/// A token and where it begins, in characters from 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) position: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TokenKind {
    /// A name or a keyword: letters, digits, `_`, `.`; also with a leading `$` or `@`.
    Word(String),
    Text(String),
    Number(String),
    Guid(Uuid),
    Date(String),
    DateTime(String),
    Open,
    Close,
    Comma,
    Slash,
    Semicolon,
    Equals,
    Colon,
    Star,
    End,
}

impl TokenKind {
    /// The token as the end of an error message.
    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Word(text) | Self::Number(text) | Self::Date(text) | Self::DateTime(text) => {
                format!("'{}'", shorten(text))
            }
            Self::Text(_) => "a text".to_owned(),
            Self::Guid(guid) => format!("'{guid}'"),
            Self::Open => "'('".to_owned(),
            Self::Close => "')'".to_owned(),
            Self::Comma => "','".to_owned(),
            Self::Slash => "'/'".to_owned(),
            Self::Semicolon => "';'".to_owned(),
            Self::Equals => "'='".to_owned(),
            Self::Colon => "':'".to_owned(),
            Self::Star => "'*'".to_owned(),
            Self::End => "the end".to_owned(),
        }
    }
}

/// Cuts `text`, the value of `option`, into tokens; the last is always [`TokenKind::End`].
pub(crate) fn tokens(option: &'static str, text: &str) -> Result<Vec<Token>, Error> {
    if text.contains('\0') {
        return Err(Error::ZeroCharacter(option));
    }
    let mut lexer = Lexer { option, chars: text.chars().collect(), at: 0 };
    let mut tokens = Vec::new();
    loop {
        let token = lexer.next()?;
        let end = token.kind == TokenKind::End;
        tokens.push(token);
        if end {
            return Ok(tokens);
        }
    }
}

struct Lexer {
    option: &'static str,
    chars: Vec<char>,
    at: usize,
}

impl Lexer {
    fn next(&mut self) -> Result<Token, Error> {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
        let position = self.at + 1;
        let Some(first) = self.peek() else {
            return Ok(Token { kind: TokenKind::End, position });
        };
        let kind = match punctuation(first) {
            Some(kind) => {
                self.at += 1;
                kind
            }
            None if first == '\'' => self.text()?,
            None => self.guid().map_or_else(|| self.word_or_number(first), Ok)?,
        };
        Ok(Token { kind, position })
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// A text in single quotes; a quote inside is doubled.
    fn text(&mut self) -> Result<TokenKind, Error> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        while let Some(c) = self.peek() {
            self.at += 1;
            if c != '\'' {
                text.push(c);
            } else if self.peek() == Some('\'') {
                self.at += 1;
                text.push(c);
            } else {
                return Ok(TokenKind::Text(text));
            }
        }
        Err(self.error(start, "a closing quote", "the end".to_owned()))
    }

    /// A GUID can begin with a letter, so it is looked for before names and numbers.
    fn guid(&mut self) -> Option<TokenKind> {
        const LENGTH: usize = 36;
        let end = self.at + LENGTH;
        let slice = self.chars.get(self.at..end)?;
        if slice.get(8) != Some(&'-') || self.chars.get(end).is_some_and(|c| is_word(*c)) {
            return None;
        }
        let guid = Uuid::try_parse(&slice.iter().collect::<String>()).ok()?;
        self.at = end;
        Some(TokenKind::Guid(guid))
    }

    fn word_or_number(&mut self, first: char) -> Result<TokenKind, Error> {
        let start = self.at;
        if first.is_ascii_digit() || first == '-' {
            let text = self.take(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.' | ':'));
            return number_or_date(text).map_err(|found| self.error(start, "a value", format!("'{found}'")));
        }
        if matches!(first, '$' | '@') {
            self.at += 1;
            return Ok(TokenKind::Word(format!("{first}{}", self.take(is_word))));
        }
        if first.is_alphabetic() || first == '_' {
            return Ok(TokenKind::Word(self.take(|c| is_word(c) || c == '.')));
        }
        Err(self.error(start, "a name or a value", format!("'{first}'")))
    }

    fn take(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let word: String = rest.iter().copied().take_while(|c| belongs(*c)).collect();
        self.at += word.chars().count();
        word
    }

    fn error(&self, at: usize, expected: &'static str, found: String) -> Error {
        Error::Syntax { option: self.option, position: at + 1, expected, found }
    }
}

fn punctuation(c: char) -> Option<TokenKind> {
    Some(match c {
        '(' => TokenKind::Open,
        ')' => TokenKind::Close,
        ',' => TokenKind::Comma,
        '/' => TokenKind::Slash,
        ';' => TokenKind::Semicolon,
        '=' => TokenKind::Equals,
        ':' => TokenKind::Colon,
        '*' => TokenKind::Star,
        _ => return None,
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Tells by its shape what a word that begins like a number is; whether a date exists is for the reader to say.
fn number_or_date(text: String) -> Result<TokenKind, String> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(&text);
    let number = match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    };
    if number {
        return Ok(TokenKind::Number(text));
    }
    let day = text.get(..10).is_some_and(|day| {
        day.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
    });
    match text.get(10..11) {
        None if day && text.len() == 10 => Ok(TokenKind::Date(text)),
        Some("T") if day => Ok(TokenKind::DateTime(text)),
        _ => Err(shorten(&text)),
    }
}

fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        text.to_owned()
    } else {
        text.chars().take(MOST).chain(['…']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<TokenKind> {
        tokens("$filter", text).unwrap().into_iter().map(|token| token.kind).collect()
    }

    #[test]
    fn values_are_told_apart_by_their_shape() {
        let guid = "dee96ee1-9d08-544d-b74b-81d438617040";
        let cases = [
            ("12", TokenKind::Number("12".into())),
            ("-12.50", TokenKind::Number("-12.50".into())),
            ("2024-07-04", TokenKind::Date("2024-07-04".into())),
            ("2024-07-04T00:00:00Z", TokenKind::DateTime("2024-07-04T00:00:00Z".into())),
            (guid, TokenKind::Guid(guid.parse().unwrap())),
            ("'O''Hara'", TokenKind::Text("O'Hara".into())),
            ("_customerid_value", TokenKind::Word("_customerid_value".into())),
            ("$count", TokenKind::Word("$count".into())),
        ];
        for (text, kind) in cases {
            assert_eq!(kinds(text), [kind, TokenKind::End], "{text}");
        }
    }

    #[test]
    fn what_is_no_token_is_refused_where_it_stands() {
        for (text, position) in
            [("a eq 'x", 6), ("a eq 1.2.3", 6), ("a eq #", 6), ("1e5", 1), ("2024-7-4", 1)]
        {
            let error = tokens("$filter", text).unwrap_err();
            assert!(matches!(error, Error::Syntax { position: at, .. } if at == position), "{text}: {error}");
        }
    }
}
