//! The text of a query: what is typed by people is quoted here, once, and percent-encoded here, once.

use std::fmt::Write as _;

/// A string literal of OData: in single quotes, quotes inside doubled.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Builds `set?$option=value&…` with every value percent-encoded.
#[derive(Clone, Debug)]
pub struct Query {
    text: String,
    has_options: bool,
}

impl Query {
    /// Begins with the resource, for example `salesorders` or `salesorders(<id>)`.
    pub fn of(resource: &str) -> Self {
        Self { text: resource.to_owned(), has_options: false }
    }

    /// Adds an option; an empty value adds nothing.
    pub fn with(mut self, option: &str, value: &str) -> Self {
        if value.is_empty() {
            return self;
        }
        self.text.push(if self.has_options { '&' } else { '?' });
        self.has_options = true;
        self.text.push_str(option);
        self.text.push('=');
        encode(value, &mut self.text);
        self
    }

    /// The finished text.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Percent-encodes what may not stand in the value of an option (RFC 3986, query).
fn encode(value: &str, out: &mut String) {
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'~' | b'$' | b'(' | b')' | b',' | b'\'' | b'*' | b':' | b'@' | b'/'
            | b';' | b'=' => {
                out.push(char::from(byte));
            }
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_doubled() {
        assert_eq!(quoted("O'Hara"), "'O''Hara'");
    }

    #[test]
    fn values_are_encoded_and_empty_ones_left_out() {
        let query = Query::of("salesorders")
            .with("$select", "a,b")
            .with("$filter", "")
            .with("$orderby", "a desc&x#+ü");
        assert_eq!(query.into_text(), "salesorders?$select=a,b&$orderby=a%20desc%26x%23%2B%C3%BC");
    }
}
