//! The lines of an order.

use uuid::Uuid;

use super::dice::Dice;
use super::masters::Masters;
use super::products::Product;
use super::row::{Row, cents, moment, units};
use super::stages::Stage;
use crate::sql::Value;

/// How many lines an order has at most.
pub(super) const MOST: u64 = 5;

/// What lines have from their order. Times are seconds since 1970.
pub(super) struct Head {
    pub(super) order: Uuid,
    /// Which of the currencies amounts are in.
    pub(super) currency: usize,
    pub(super) stage: Stage,
    pub(super) created: i64,
    pub(super) requested: i64,
}

/// A line. Amounts are cents.
pub(super) struct Line<'a> {
    product: &'a Product,
    boxed: bool,
    quantity: i64,
    price: i64,
    /// What is taken off the whole line.
    pub(super) discount: i64,
}

/// Thinks up the lines of an order.
pub(super) fn think_up<'a>(masters: &'a Masters, currency: usize, dice: &mut Dice) -> Vec<Line<'a>> {
    let lines = 0..dice.between(1, MOST);
    lines
        .map(|_| {
            let product = dice.pick(&masters.products);
            let boxed = dice.percent(25);
            let quantity = i64::try_from(dice.between(1, if boxed { 10 } else { 40 })).unwrap_or(1);
            let price = product.price(currency, boxed);
            let percent = if dice.percent(15) { *dice.pick(&[5, 10]) } else { 0 };
            Line { product, boxed, quantity, price, discount: price * quantity * percent / 100 }
        })
        .collect()
}

impl Line<'_> {
    /// What the line costs, less its discount.
    pub(super) fn extended(&self) -> i64 {
        self.price * self.quantity - self.discount
    }

    /// The row of the line with this number, from 1.
    pub(super) fn row(&self, masters: &Masters, head: &Head, key: Uuid, number: u64) -> Row {
        let number = Value::Integer(i64::try_from(number).unwrap_or(0));
        vec![
            ("salesorderdetailid", key.into()),
            ("salesorderid", head.order.into()),
            ("lineitemnumber", number),
            ("productid", self.product.key.into()),
            ("isproductoverridden", Value::Integer(0)),
            ("productname", Value::Text(self.product.name.clone())),
            ("salesorderdetailname", Value::Text(self.product.name.clone())),
            ("quantity", units(self.quantity)),
            ("uomid", masters.units[usize::from(self.boxed)].into()),
            ("priceperunit", cents(self.price)),
            ("manualdiscountamount", cents(self.discount)),
            ("baseamount", cents(self.price * self.quantity)),
            ("extendedamount", cents(self.extended())),
            ("quantityshipped", units(self.quantity * head.stage.shipped / 100)),
            ("msdyn_linestatus", Value::Integer(head.stage.line)),
            ("producttypecode", Value::Integer(1)),
            ("msdyn_requestedreceiptdate", moment(head.requested)),
            ("msdyn_isreadytosync", Value::Integer(1)),
            ("transactioncurrencyid", masters.currencies[head.currency].into()),
            ("createdon", moment(head.created)),
            ("modifiedon", moment(head.created)),
        ]
    }
}
