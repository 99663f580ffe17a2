//! What an order costs. Exact decimals; every amount is rounded to the smallest coin of the currency.

use rust_decimal::{Decimal, RoundingStrategy};

/// A line before it has amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What one unit costs.
    pub price: Decimal,
    /// How many units.
    pub quantity: Decimal,
    /// What is taken off the line.
    pub discount: Decimal,
}

/// The amounts of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineAmounts {
    /// Price times quantity.
    pub base: Decimal,
    /// What is taken off; never more than the base.
    pub discount: Decimal,
    /// What is to be paid: base less discount.
    pub extended: Decimal,
}

/// The amounts of an order, without charges and taxes: the stand-in asks none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// The sum of the lines' extended amounts.
    pub lines: Decimal,
    /// The sum of what was taken off the lines.
    pub discounts: Decimal,
}

/// Prices a line. None if the amounts are too large for a decimal.
pub fn price_line(line: Line, precision: u32) -> Option<LineAmounts> {
    let coins =
        |amount: Decimal| amount.round_dp_with_strategy(precision, RoundingStrategy::MidpointAwayFromZero);
    let base = coins(line.price.checked_mul(line.quantity)?);
    let discount = coins(line.discount).clamp(Decimal::ZERO, base.max(Decimal::ZERO));
    Some(LineAmounts { base, discount, extended: base.checked_sub(discount)? })
}

/// Adds lines up. None if the sums are too large for a decimal.
pub fn totals<'a>(lines: impl IntoIterator<Item = &'a LineAmounts>) -> Option<Totals> {
    lines.into_iter().try_fold(Totals::default(), |sum, line| {
        Some(Totals {
            lines: sum.lines.checked_add(line.extended)?,
            discounts: sum.discounts.checked_add(line.discount)?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(price: &str, quantity: &str, discount: &str) -> Line {
        let number = |text: &str| Decimal::from_str_exact(text).unwrap();
        Line { price: number(price), quantity: number(quantity), discount: number(discount) }
    }

    #[test]
    fn amounts_are_rounded_to_coins_away_from_zero() {
        let cases = [
            (line("14.00", "12", "0"), 2, ("168.00", "168.00")),
            (line("0.125", "1", "0"), 2, ("0.13", "0.13")),
            (line("0.3333", "3", "0.005"), 2, ("1.00", "0.99")),
            (line("19.90", "2.5", "10"), 0, ("50", "40")),
            (line("1.0005", "1", "0"), 3, ("1.001", "1.001")),
            (line("5", "1", "7"), 2, ("5", "0")),
        ];
        for (line, precision, (base, extended)) in cases {
            let amounts = price_line(line, precision).unwrap();
            assert_eq!(amounts.base, Decimal::from_str_exact(base).unwrap(), "{line:?}");
            assert_eq!(amounts.extended, Decimal::from_str_exact(extended).unwrap(), "{line:?}");
        }
    }

    #[test]
    fn totals_are_the_sums_of_rounded_lines() {
        let lines = ["0.333", "0.333", "0.333"].map(|price| price_line(line(price, "1", "0"), 2).unwrap());
        assert_eq!(totals(&lines).unwrap().lines, Decimal::new(99, 2));
        assert_eq!(totals(&[]), Some(Totals::default()));
    }

    #[test]
    fn what_is_too_large_has_no_amount() {
        let line = Line { price: Decimal::MAX, quantity: Decimal::TEN, discount: Decimal::ZERO };
        assert_eq!(price_line(line, 2), None);
    }
}
