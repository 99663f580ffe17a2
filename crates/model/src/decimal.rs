//! Decimals on the wire: JSON numbers, read and written by their digits and never through a binary float.
//!
//! Dataverse writes money with trailing zeros (`20000.0000`) and warns not to rely on the text of a number
//! (Dataverse Web API, value forms), so we keep the value exactly and the scale as it comes.

pub use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _, ser::Error as _};
use serde_json::value::RawValue;

/// Reads a decimal from the digits of a number, with or without an exponent, as JSON writes them.
pub fn parse(text: &str) -> Option<Decimal> {
    match text.contains(['e', 'E']) {
        true => Decimal::from_scientific(text).ok(),
        false => text.parse().ok(),
    }
}

/// For serde's `with`: a decimal as a JSON number.
pub mod number {
    use super::*;

    /// Reads a JSON number by its digits.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        parse(raw.get()).ok_or_else(|| D::Error::custom("a decimal number was expected"))
    }

    /// Writes the digits as a JSON number.
    pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        let raw = RawValue::from_string(value.to_string()).map_err(S::Error::custom)?;
        raw.serialize(serializer)
    }
}

/// For serde's `with`: a decimal that may be null, because the ERP has not sent it yet.
pub mod optional {
    use super::*;

    /// Reads a JSON number or null.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        match Option::<&RawValue>::deserialize(deserializer)? {
            None => Ok(None),
            Some(raw) => {
                parse(raw.get()).map(Some).ok_or_else(|| D::Error::custom("a decimal number was expected"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Deserialize)]
    struct Row {
        #[serde(with = "optional", default)]
        amount: Option<Decimal>,
    }

    fn read(json: &str) -> Option<Option<String>> {
        serde_json::from_str::<Row>(json).ok().map(|row| row.amount.map(|amount| amount.to_string()))
    }

    #[test]
    fn digits_survive_where_a_float_would_lose_them() {
        assert_eq!(read(r#"{"amount": 9007199254740993.01}"#), Some(Some("9007199254740993.01".into())));
        assert_eq!(read(r#"{"amount": 0.1000}"#), Some(Some("0.1000".into())));
        assert_eq!(read(r#"{"amount": 1.5e3}"#), Some(Some("1500".into())));
    }

    #[test]
    fn null_and_absent_mean_not_sent_yet_and_text_is_refused() {
        assert_eq!(read(r#"{"amount": null}"#), Some(None));
        assert_eq!(read("{}"), Some(None));
        assert_eq!(read(r#"{"amount": "12"}"#), None);
    }

    proptest! {
        #[test]
        fn a_decimal_is_read_as_it_was_written(units in any::<i64>(), scale in 0u32..=10) {
            #[derive(Serialize, Deserialize)]
            struct Whole(#[serde(with = "number")] Decimal);
            let value = Decimal::new(units, scale);
            let text = serde_json::to_string(&Whole(value)).unwrap();
            prop_assert_eq!(serde_json::from_str::<Whole>(&text).unwrap().0, value);
        }
    }
}
