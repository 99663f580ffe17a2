//! Quantities, as people write them.

use super::Rule;
use crate::decimal::Decimal;

/// A quantity that may be ordered: more than zero, no more decimals than its product allows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity(Decimal);

impl Quantity {
    /// How much.
    pub fn value(self) -> Decimal {
        self.0
    }
}

/// Dataverse keeps quantities up to 100 billion (decimal columns, range).
const MOST: i64 = 100_000_000_000;

/// Reads a quantity with at most `decimals` decimals. A point and a comma are both decimal signs, blanks are skipped:
/// `12`, `1,5`, `1.5`, `1 200`. Two signs in one text are refused rather than guessed.
pub fn parse_quantity(text: &str, decimals: u32) -> Result<Quantity, Rule> {
    let digits: String =
        text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    if digits.is_empty() {
        return Err(Rule::Required);
    }
    let plain =
        digits.strip_prefix('-').unwrap_or(&digits).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value: Decimal = plain.then(|| digits.parse().ok()).flatten().ok_or(Rule::NotANumber)?;
    let value = value.normalize();
    if value <= Decimal::ZERO {
        return Err(Rule::NotPositive);
    }
    if value.scale() > decimals {
        return Err(Rule::TooPrecise(decimals));
    }
    if value > Decimal::from(MOST) {
        return Err(Rule::TooMany(MOST as usize));
    }
    Ok(Quantity(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_read_as_people_write_them() {
        let cases: [(&str, u32, Result<&str, Rule>); 11] = [
            ("12", 0, Ok("12")),
            (" 1 200 ", 0, Ok("1200")),
            ("1,5", 1, Ok("1.5")),
            ("1.50", 1, Ok("1.5")),
            ("2.0", 0, Ok("2")),
            ("", 0, Err(Rule::Required)),
            ("-3", 0, Err(Rule::NotPositive)),
            ("0", 0, Err(Rule::NotPositive)),
            ("1.5", 0, Err(Rule::TooPrecise(0))),
            ("1.200,5", 2, Err(Rule::NotANumber)),
            ("1e9", 0, Err(Rule::NotANumber)),
        ];
        for (text, decimals, expected) in cases {
            let read = parse_quantity(text, decimals).map(|quantity| quantity.value().to_string());
            assert_eq!(read, expected.map(str::to_owned), "{text}");
        }
    }
}
