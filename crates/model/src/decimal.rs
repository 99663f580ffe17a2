//! Decimals on the wire: JSON numbers, read and written by their digits and never through a binary float.
//!
//! Dataverse writes money with trailing zeros (`20000.0000`) and warns not to rely on the text of a number
//! (Dataverse Web API, value forms), so the value is kept exactly and the scale as it comes.

pub use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _, ser::Error as _};
use serde_json::value::RawValue;
use std::fmt;

/// A decimal number by its digits, as the endpoint wrote them. What is only shown is never computed with, so it stays
/// text until somebody asks for its [`Number::value`]: most pages need no decimal arithmetic at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// The number for computing; none beyond 28 digits, which no column of Dataverse holds.
    pub fn value(&self) -> Option<Decimal> {
        match self.0.contains(['e', 'E']) {
            true => Decimal::from_scientific(&self.0).ok(),
            false => self.0.parse().ok(),
        }
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self(value.to_string())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?.get();
        // What JSON lets stand here is a number exactly if it begins like one.
        match raw.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
            true => Ok(Self(raw.to_owned())),
            false => Err(D::Error::custom("a decimal number was expected")),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.0.clone()).map_err(S::Error::custom)?.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Deserialize)]
    struct Row {
        #[serde(default)]
        amount: Option<Number>,
    }

    fn read(json: &str) -> Option<Option<String>> {
        serde_json::from_str::<Row>(json).ok().map(|row| row.amount.map(|amount| amount.to_string()))
    }

    #[test]
    fn digits_survive_where_a_float_would_lose_them() {
        assert_eq!(read(r#"{"amount": 9007199254740993.01}"#), Some(Some("9007199254740993.01".into())));
        assert_eq!(read(r#"{"amount": 0.1000}"#), Some(Some("0.1000".into())));
        assert_eq!(Number("1.5e3".into()).value(), Some(Decimal::new(1500, 0)));
    }

    #[test]
    fn null_and_absent_mean_not_sent_yet_and_text_is_refused() {
        assert_eq!(read(r#"{"amount": null}"#), Some(None));
        assert_eq!(read("{}"), Some(None));
        assert_eq!(read(r#"{"amount": "12"}"#), None);
        assert_eq!(read(r#"{"amount": true}"#), None);
    }

    proptest! {
        #[test]
        fn a_decimal_is_read_as_it_was_written(units in any::<i64>(), scale in 0u32..=10) {
            let value = Decimal::new(units, scale);
            let text = serde_json::to_string(&Number::from(value)).unwrap();
            prop_assert_eq!(serde_json::from_str::<Number>(&text).unwrap().value(), Some(value));
        }
    }
}
