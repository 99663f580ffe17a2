//! Ordering again what was ordered before: the lines of old orders become lines of a draft.

use super::{Draft, DraftLine, parse_quantity};
use crate::{
    decimal::Decimal,
    ids::{LineId, ProductId, UnitId},
    order::OrderLine,
    product::{ListPrice, Product},
};
use std::collections::HashMap;

/// What is ordered again: as many of a product in a unit, summed over all lines that have them.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    product: ProductId,
    unit: Option<UnitId>,
    unit_name: String,
    name: String,
    quantity: Decimal,
}

/// The lines of old orders, to be ordered again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reorder {
    wanted: Vec<Wanted>,
    /// What cannot be ordered again, by name: lines of words, which name no product.
    left_out: Vec<String>,
}

/// The lines that are taken over, and what is not, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenOver {
    /// The lines for a draft.
    pub lines: Vec<DraftLine>,
    /// What cannot be ordered any more.
    pub left_out: Vec<String>,
}

impl Reorder {
    /// Sums the lines of old orders by product and unit, in the order in which they first come.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a OrderLine>) -> Self {
        let mut reorder = Self::default();
        for line in lines {
            let Some(product) = &line.product else {
                reorder.left_out.push(line.name().to_owned());
                continue;
            };
            let quantity = line.quantity.value().unwrap_or_default();
            let is_same = |wanted: &&mut Wanted| wanted.product == product.id && wanted.unit == line.unit_id;
            match reorder.wanted.iter_mut().find(is_same) {
                Some(wanted) => wanted.quantity = wanted.quantity.saturating_add(quantity),
                None => reorder.wanted.push(Wanted {
                    product: product.id,
                    unit: line.unit_id,
                    unit_name: line.unit.clone().unwrap_or_default(),
                    name: line.name().to_owned(),
                    quantity,
                }),
            }
        }
        reorder
    }

    /// The products to ask for, each once.
    pub fn products(&self) -> Vec<ProductId> {
        let mut products: Vec<_> = self.wanted.iter().map(|wanted| wanted.product).collect();
        let mut known = std::collections::HashSet::new();
        products.retain(|product| known.insert(*product));
        products
    }

    /// What can be ordered again of the products that are still sold, at the prices of today. `key` makes a key for
    /// each line.
    pub fn resolve(self, products: &[Product], prices: &[ListPrice], key: impl Fn() -> LineId) -> TakenOver {
        let sold: HashMap<ProductId, &Product> =
            products.iter().map(|product| (product.id, product)).collect();
        let mut taken = TakenOver { lines: Vec::new(), left_out: self.left_out };
        for wanted in self.wanted {
            let product = sold.get(&wanted.product);
            match product.and_then(|product| wanted.line(product, prices, key())) {
                Some(line) => taken.lines.push(line),
                None => taken.left_out.push(wanted.name),
            }
        }
        taken
    }
}

impl Wanted {
    /// The line for a product that is still sold; none if it has no unit to be sold in.
    fn line(&self, product: &Product, prices: &[ListPrice], id: LineId) -> Option<DraftLine> {
        let unit = self.unit.or(product.unit)?;
        let listed = prices.iter().find(|price| price.product == product.id && price.unit == unit);
        let own = (product.unit == Some(unit)).then_some(product.price.as_ref()).flatten();
        let price = listed.map(|price| &price.amount).or(own);
        let unit_name = match self.unit {
            Some(_) => Some(self.unit_name.clone()),
            None => product.unit_name.clone(),
        };
        Some(DraftLine {
            id,
            product: product.id,
            number: product.number.clone().unwrap_or_default(),
            name: product.name.clone(),
            quantity: self.quantity.normalize().to_string(),
            quantity_decimals: product.quantity_decimals.unwrap_or(0),
            unit,
            unit_name: unit_name.unwrap_or_default(),
            price: price.map(ToString::to_string).unwrap_or_default(),
        })
    }
}

impl Draft {
    /// Adds lines. A line of the same product and unit that holds a quantity takes the new one in.
    pub fn take_over(&mut self, lines: Vec<DraftLine>) {
        for line in lines {
            let own = self.lines.iter_mut().find(|own| own.product == line.product && own.unit == line.unit);
            let sum = own.as_ref().and_then(|own| {
                let quantity = |line: &DraftLine| parse_quantity(&line.quantity, line.quantity_decimals).ok();
                quantity(own)?.value().checked_add(quantity(&line)?.value())
            });
            match (own, sum) {
                (Some(own), Some(sum)) => own.quantity = sum.normalize().to_string(),
                _ => self.lines.push(line),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::draft::tests::{draft, id},
        *,
    };

    fn line(product: u8, unit: u8, quantity: &str) -> OrderLine {
        let key = |last: u8| format!("00000000-0000-0000-0000-0000000000{last:02x}");
        serde_json::from_str(&format!(
            r#"{{"salesorderdetailid":"{}","quantity":{quantity},"_uomid_value":"{}",
                "_uomid_value@OData.Community.Display.V1.FormattedValue":"Unit",
                "productid":{{"productid":"{}","name":"Product {product}"}}}}"#,
            key(99),
            key(unit),
            key(product),
        ))
        .unwrap()
    }

    /// Reads a row from its text, as every answer is: digits of a number are only there in a text.
    fn read<T: serde::de::DeserializeOwned>(row: serde_json::Value) -> T {
        serde_json::from_str(&row.to_string()).unwrap()
    }

    fn product(last: u8) -> Product {
        let name = format!("Product {last}");
        read(serde_json::json!({
            "productid": id::<ProductId>(last), "name": name, "_defaultuomid_value": id::<UnitId>(50), "price": 7.5,
        }))
    }

    fn quantities(taken: &TakenOver) -> Vec<(&str, &str, &str)> {
        let lines = taken.lines.iter();
        lines.map(|line| (line.name.as_str(), line.quantity.as_str(), line.price.as_str())).collect()
    }

    #[test]
    fn the_same_product_in_the_same_unit_is_summed_and_in_another_is_not() {
        let lines = [line(40, 50, "10.00000"), line(41, 50, "1"), line(40, 50, "2.5"), line(40, 51, "3")];
        let reorder = Reorder::of(&lines);
        assert_eq!(reorder.products(), [id::<ProductId>(40), id(41)]);
        let taken = reorder.resolve(&[product(40), product(41)], &[], || id(1));
        assert_eq!(
            quantities(&taken),
            [("Product 40", "12.5", "7.5"), ("Product 41", "1", "7.5"), ("Product 40", "3", "")],
            "the product's own price is that of its default unit"
        );
    }

    #[test]
    fn what_is_not_sold_any_more_is_named() {
        let words: OrderLine = serde_json::from_str(
            r#"{"salesorderdetailid":"00000000-0000-0000-0000-000000000001","quantity":1,"description":"Packing"}"#,
        )
        .unwrap();
        let lines = [line(40, 50, "1"), line(41, 50, "1"), words];
        let taken = Reorder::of(&lines).resolve(&[product(40)], &[], || id(1));
        assert_eq!(
            (taken.lines.len(), taken.left_out),
            (1, vec!["Packing".to_owned(), "Product 41".to_owned()])
        );
    }

    #[test]
    fn the_price_is_that_of_the_list_today() {
        let price: ListPrice = read(serde_json::json!({
            "_productid_value": id::<ProductId>(40), "_uomid_value": id::<UnitId>(50), "amount": 9.25,
        }));
        let taken = Reorder::of(&[line(40, 50, "1")]).resolve(&[product(40)], &[price], || id(1));
        assert_eq!(quantities(&taken), [("Product 40", "1", "9.25")]);
    }

    #[test]
    fn a_draft_takes_quantities_in_and_keeps_what_it_cannot_read() {
        let mut draft = draft();
        draft.lines[1].product = id(41);
        draft.lines[1].quantity = "two".into();
        let taken = Reorder::of(&[line(40, 50, "7"), line(41, 50, "5")]).resolve(
            &[product(40), product(41)],
            &[],
            || id(1),
        );
        draft.take_over(taken.lines);
        let quantities: Vec<_> = draft.lines.iter().map(|line| line.quantity.as_str()).collect();
        assert_eq!(quantities, ["10", "two", "5"]);
    }
}
