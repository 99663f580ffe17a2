//! Numbers by their digits. Only a workbook makes a binary number of them, at the very last step.

use portal_model::decimal::Number;

/// A number as files have it: no grouping, a full stop before the decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    text: String,
}

/// So many digits survive the way through a binary number of 64 bits and back.
const SAFE: usize = 15;

impl Digits {
    /// An amount has at least so many decimals, as people write amounts.
    pub const OF_MONEY: usize = 2;

    /// The number with at least so many decimals, and without zeros at the end beyond them.
    pub fn of(number: &Number, least_decimals: usize) -> Self {
        // What is too long to be computed with stays as the endpoint wrote it.
        let mut text =
            number.value().map_or_else(|| number.to_string(), |value| value.normalize().to_string());
        if least_decimals > 0 && !text.contains(['e', 'E']) {
            let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            if decimals == 0 {
                text.push('.');
            }
            text.extend(std::iter::repeat_n('0', least_decimals.saturating_sub(decimals)));
        }
        Self { text }
    }

    /// How many decimals it has.
    pub fn decimals(&self) -> usize {
        self.text.split_once('.').map_or(0, |(_, decimals)| decimals.len())
    }

    /// The digits with this sign before the decimals.
    pub fn with_sign(&self, sign: char) -> String {
        match sign {
            '.' => self.text.clone(),
            sign => self.text.replace('.', sign.encode_utf8(&mut [0; 4])),
        }
    }

    /// The nearest binary number, if that gives all digits back.
    pub fn binary(&self) -> Option<f64> {
        let digits = self.text.split(['e', 'E']).next().unwrap_or_default();
        let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_start_matches('0');
        // Zeros at the end count unless they are decimals: the number may be one that is as long as that.
        let digits = if self.text.contains('.') { digits.trim_end_matches('0') } else { digits };
        (digits.len() <= SAFE).then(|| self.text.parse().ok()).flatten()
    }
}

impl From<i32> for Digits {
    fn from(number: i32) -> Self {
        Self { text: number.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(json: &str, least_decimals: usize) -> Digits {
        Digits::of(&serde_json::from_str(json).unwrap(), least_decimals)
    }

    #[test]
    fn amounts_have_two_decimals_or_as_many_as_they_need() {
        let cases = [
            ("472.3800", "472.38"),
            ("0", "0.00"),
            ("-5", "-5.00"),
            ("0.12345", "0.12345"),
            ("1.5e3", "1500.00"),
            ("20000.0000", "20000.00"),
        ];
        for (json, text) in cases {
            assert_eq!(digits(json, Digits::OF_MONEY).with_sign('.'), text);
        }
    }

    #[test]
    fn quantities_have_the_decimals_that_they_need() {
        for (json, text) in [("12.00000", "12"), ("0.5", "0,5"), ("-1234567.25", "-1234567,25")] {
            assert_eq!(digits(json, 0).with_sign(','), text);
        }
    }

    #[test]
    fn only_numbers_that_come_back_as_they_were_become_binary() {
        assert_eq!(digits("-472.38", 2).binary(), Some(-472.38));
        assert_eq!(digits("999999999999999", 0).binary(), Some(999_999_999_999_999.0));
        assert_eq!(digits("9007199254740993.01", 2).binary(), None);
        assert_eq!(digits("0.00000000000000012345", 0).binary(), Some(1.2345e-16));
    }

    #[test]
    fn a_number_that_is_too_long_to_compute_with_keeps_its_digits() {
        let long = "123456789012345678901234567890123456789";
        assert_eq!(digits(long, 0).with_sign(','), long);
        assert_eq!(digits(long, 0).binary(), None);
    }
}
