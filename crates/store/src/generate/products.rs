//! Products and their prices.

use uuid::Uuid;

use super::dice::Dice;
use super::masters::Masters;
use super::row::{Row, cents, moment, units};
use super::terms::{BOX, CURRENCIES};
use super::{FIRST_DAY, Kind, key, words};
use crate::sql::Value;

/// How many products there are.
const PRODUCTS: u64 = 500;

/// A product and what it costs.
pub(super) struct Product {
    pub(super) key: Uuid,
    pub(super) name: String,
    /// Cents for a piece, in dollars.
    price: i64,
}

impl Product {
    /// Cents for a piece or a box, in the currency with this number. A box is a little cheaper than its pieces.
    pub(super) fn price(&self, currency: usize, boxed: bool) -> i64 {
        let piece = self.price * CURRENCIES.get(currency).map_or(100, |currency| currency.rate) / 100;
        if boxed { piece * BOX * 95 / 100 } else { piece }
    }
}

/// Thinks up all products.
pub(super) fn think_up(seed: u64) -> Vec<Product> {
    (0..PRODUCTS).map(|number| product(seed, number)).collect()
}

fn product(seed: u64, number: u64) -> Product {
    let looks = words::LOOKS.len() as u64;
    let word = |words: &[&'static str], n: u64| words[usize::try_from(n).unwrap_or(0) % words.len()];
    let mut dice = Dice::new(seed, Kind::Product, number);
    Product {
        key: key(seed, Kind::Product, number),
        // Every pair of words is used once.
        name: format!("{} {}", word(&words::LOOKS, number % looks), word(&words::THINGS, number / looks)),
        price: i64::try_from(dice.between(2, 400)).unwrap_or(2) * 100 - 5 * i64::from(dice.percent(70)),
    }
}

impl Masters {
    /// A product.
    pub(super) fn product_row(&self, product: &Product, number: i64) -> Row {
        let mut dice = Dice::new(self.seed, Kind::Stock, number.unsigned_abs());
        // One in forty is not sold any more.
        let retired = i64::from(number % 40 == 0);
        vec![
            ("productid", product.key.into()),
            ("productnumber", Value::Text(format!("P-{number:05}"))),
            ("name", Value::Text(product.name.clone())),
            ("defaultuomid", self.units[0].into()),
            ("defaultuomscheduleid", key(self.seed, Kind::UnitGroup, 0).into()),
            ("transactioncurrencyid", self.currencies[1].into()),
            ("pricelevelid", self.price_lists[1].into()),
            ("price", cents(product.price)),
            ("quantitydecimal", Value::Integer(0)),
            ("quantityonhand", units(i64::try_from(dice.below(2000)).unwrap_or(0))),
            ("statecode", Value::Integer(retired)),
            ("statuscode", Value::Integer(1 + retired)),
            ("createdon", moment(FIRST_DAY)),
            ("modifiedon", moment(FIRST_DAY)),
        ]
    }

    /// A price of every product on every list for every unit.
    pub(super) fn price_rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for (product, number) in self.products.iter().zip(1_u64..) {
            for (currency, list) in self.price_lists.iter().enumerate() {
                for (unit, boxed) in self.units.into_iter().zip([false, true]) {
                    let place = rows.len() as u64;
                    rows.push(vec![
                        ("productpricelevelid", key(self.seed, Kind::Price, place).into()),
                        ("productid", product.key.into()),
                        ("pricelevelid", (*list).into()),
                        ("uomid", unit.into()),
                        ("amount", cents(product.price(currency, boxed))),
                        ("transactioncurrencyid", self.currencies[currency].into()),
                        ("productidname", Value::Text(product.name.clone())),
                        ("productnumber", Value::Text(format!("P-{number:05}"))),
                    ]);
                }
            }
        }
        rows
    }
}
