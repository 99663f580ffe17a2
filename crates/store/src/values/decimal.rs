//! Decimal numbers stored as whole numbers of their last place: exact, and summed by the database exactly.

use rust_decimal::Decimal;

/// Reads digits with an optional minus and point as a whole number of the smallest of `places`.
pub(crate) fn parse_scaled(text: &str, places: u32) -> Result<i64, String> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
    let number = Decimal::from_str_exact(text).ok().filter(|_| plain);
    let mut number = number.ok_or("must be a number.")?.normalize();
    if number.scale() > places {
        return Err(format!("must have at most {places} decimals."));
    }
    number.rescale(places);
    let fits = (number.scale() == places).then(|| i64::try_from(number.mantissa()).ok()).flatten();
    fits.ok_or_else(|| "is too large.".to_owned())
}

/// Writes a stored number with all its places: 4723800 in ten-thousandths is `472.3800`.
pub(crate) fn format_scaled(scaled: i64, places: u32) -> String {
    Decimal::new(scaled, places).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_come_back_as_they_went_in() {
        let cases = [("472.38", 4_723_800, "472.3800"), ("-0.5", -5000, "-0.5000"), ("0", 0, "0.0000")];
        for (text, scaled, shown) in cases {
            assert_eq!(parse_scaled(text, 4), Ok(scaled));
            assert_eq!(format_scaled(scaled, 4), shown);
        }
        assert_eq!(parse_scaled("168.0000000000", 4), Ok(1_680_000), "zeros at the end are no decimals");
    }

    #[test]
    fn what_would_lose_something_is_refused() {
        for text in
            ["1.00001", "1e5", "", "-", "+1", "1_000", "one", "99999999999999999999", "922337203685477.5808"]
        {
            assert!(parse_scaled(text, 4).is_err(), "{text}");
        }
    }
}
