//! Numbers as people write them, with the signs of their language.

use crate::decimal::Decimal;

/// The signs with which a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Between the whole and the fraction.
    pub decimal: char,
    /// Between groups of three digits; none if the language has none.
    pub group: Option<char>,
}

/// Amounts have at most so many decimals (Dataverse, precision of money).
const MOST_DECIMALS: usize = 4;

/// The largest amount (Dataverse, range of money).
const MOST: i64 = 922_337_203_685_477;

/// Reads an amount. Groups must be groups of three, so that `10.50` is not taken for `1050` where the point groups: what
/// is not certain cannot be read. Blanks and apostrophes group in every language.
pub fn read_amount(text: &str, signs: Signs) -> Option<Decimal> {
    let text = text.trim();
    let (is_negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let (whole, fraction) = text.split_once(signs.decimal).unwrap_or((text, ""));
    let is_fraction = fraction.len() <= MOST_DECIMALS && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let whole = ungrouped(whole, signs)?;
    if !is_fraction || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let digits = ["0", whole.as_str(), ".", fraction, "0"].concat();
    let amount: Decimal = digits.parse().ok()?;
    let amount = amount.normalize();
    (amount <= Decimal::from(MOST)).then_some(if is_negative { -amount } else { amount })
}

/// Writes an amount into a field: with the language's decimal sign, without groups.
pub fn write_amount(amount: Decimal, signs: Signs) -> String {
    amount.to_string().replace('.', &signs.decimal.to_string())
}

/// The digits without the signs between their groups; none if they are something else than digits in groups of three.
fn ungrouped(whole: &str, signs: Signs) -> Option<String> {
    let is_group_sign =
        |sign: char| Some(sign) == signs.group || sign.is_whitespace() || matches!(sign, '\'' | '’');
    let groups: Vec<&str> = whole.split(is_group_sign).collect();
    let is_digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let is_in_threes = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3),
        [] => false,
    };
    (is_in_threes && groups.iter().all(is_digits)).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENGLISH: Signs = Signs { decimal: '.', group: Some(',') };
    const GERMAN: Signs = Signs { decimal: ',', group: Some('.') };

    fn read(text: &str, signs: Signs) -> Option<String> {
        read_amount(text, signs).map(|amount| amount.to_string())
    }

    #[test]
    fn amounts_are_read_as_the_language_writes_them() {
        for (text, signs, amount) in [
            ("1234.5", ENGLISH, "1234.5"),
            ("1,234.50", ENGLISH, "1234.5"),
            (" 1234,50 ", GERMAN, "1234.5"),
            ("1.234.567,8", GERMAN, "1234567.8"),
            ("1 234,5", GERMAN, "1234.5"),
            ("1\u{202f}234", GERMAN, "1234"),
            ("1’234.5", ENGLISH, "1234.5"),
            (".5", ENGLISH, "0.5"),
            ("5.", ENGLISH, "5"),
            ("0", GERMAN, "0"),
            ("-20", ENGLISH, "-20"),
            ("− 20", ENGLISH, "-20"),
        ] {
            assert_eq!(read(text, signs).as_deref(), Some(amount), "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_cannot_be_read() {
        for (text, signs) in [
            ("10,50", ENGLISH),
            ("10.50", GERMAN),
            ("1.5.2", ENGLISH),
            ("1,23,456", ENGLISH),
            (",234", ENGLISH),
            ("12,", ENGLISH),
            ("", ENGLISH),
            (".", ENGLISH),
            ("-", ENGLISH),
            ("EUR 5", ENGLISH),
            ("1e3", ENGLISH),
            ("1.23456", ENGLISH),
            ("922337203685478", ENGLISH),
            ("9".repeat(60).as_str(), ENGLISH),
        ] {
            assert_eq!(read(text, signs), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_is_read_as_it_was_written(units in -9_000_000_000_i64..9_000_000_000, scale in 0u32..=4) {
            let amount = Decimal::new(units, scale);
            for signs in [ENGLISH, GERMAN] {
                prop_assert_eq!(read_amount(&write_amount(amount, signs), signs), Some(amount));
            }
        }

        #[test]
        fn reading_any_text_never_fails_badly(text in ".{0,40}") {
            let _ = read_amount(&text, GERMAN);
        }
    }
}
