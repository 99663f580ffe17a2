//! Text with separators, for any program (RFC 4180): UTF-8 with a byte order mark, by which Excel knows it, and CRLF.
//!
//! Texts always stand in quotes and numbers never do, so that a program that cares can tell 00123 from 123. That is why
//! no library writes this: they quote what needs it and know no kinds.

use crate::defuse::defused;
use crate::layout::Field;

/// A file that grows.
pub struct Csv {
    text: String,
    delimiter: char,
    decimal_sign: char,
}

impl Csv {
    /// Begins a file with its titles. Where decimals have a comma, fields are separated by semicolons.
    pub fn begin(decimal_comma: bool, titles: &[String]) -> Self {
        let (delimiter, decimal_sign) = if decimal_comma { (';', ',') } else { (',', '.') };
        let mut file = Self { text: "\u{feff}".to_owned(), delimiter, decimal_sign };
        file.line(titles, |file, title| file.quote(title));
        file
    }

    /// Adds a row.
    pub fn add(&mut self, fields: &[Field]) {
        self.line(fields, Self::field);
    }

    /// The bytes of the file.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn line<T>(&mut self, fields: &[T], write: fn(&mut Self, &T)) {
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.text.push(self.delimiter);
            }
            write(self, field);
        }
        self.text.push_str("\r\n");
    }

    fn field(&mut self, field: &Field) {
        match field {
            Field::Empty => {}
            Field::Text(words) => self.quote(words),
            Field::Number(digits) => self.text.push_str(&digits.with_sign(self.decimal_sign)),
            Field::Date(date) => self.text.push_str(&date.to_string()),
            Field::Moment(moment) => self.text.push_str(&moment.to_string()),
        }
    }

    fn quote(&mut self, words: &(impl AsRef<str> + ?Sized)) {
        self.text.push('"');
        self.text.push_str(&defused(words.as_ref()).replace('"', "\"\""));
        self.text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digits::Digits;

    fn number(json: &str) -> Field {
        Field::Number(Digits::of(&serde_json::from_str(json).unwrap(), 0))
    }

    fn written(decimal_comma: bool, fields: &[Field]) -> String {
        let mut file = Csv::begin(decimal_comma, &["A".to_owned(), "B".to_owned()]);
        file.add(fields);
        String::from_utf8(file.finish()).unwrap()
    }

    #[test]
    fn texts_are_quoted_and_numbers_are_not() {
        let fields = [Field::Text("00123".into()), number("-5.5"), Field::Text("say \"=1\"; or, no".into())];
        assert_eq!(
            written(false, &fields),
            "\u{feff}\"A\",\"B\"\r\n\"00123\",-5.5,\"say \"\"=1\"\"; or, no\"\r\n"
        );
    }

    #[test]
    fn a_comma_in_numbers_leaves_the_semicolon_between_fields() {
        assert_eq!(written(true, &[number("-5.5"), Field::Empty]), "\u{feff}\"A\";\"B\"\r\n-5,5;\r\n");
    }

    #[test]
    fn days_are_iso() {
        let fields = [Field::Date("2024-08-01".parse().unwrap())];
        assert!(written(true, &fields).ends_with("\r\n2024-08-01\r\n"));
    }
}
