//! The lines of an order, and how much of each has come.

use crate::{
    date::Date,
    decimal::{Decimal, Number},
    ids::{LineId, OrderId, ProductId, UnitId},
    odata::Query,
    status::LineStatus,
};
use serde::Deserialize;

/// A line of an order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct OrderLine {
    /// The key.
    #[serde(rename = "salesorderdetailid")]
    pub id: LineId,
    /// Its place in the order, from 1.
    #[serde(rename = "lineitemnumber", default)]
    pub position: Option<u32>,
    /// The product, if the line names one and not just a text.
    #[serde(rename = "productid", default)]
    pub product: Option<LineProduct>,
    /// The words for what is ordered.
    #[serde(rename = "description", default)]
    pub description: Option<String>,
    /// How much was ordered.
    #[serde(rename = "quantity")]
    pub quantity: Number,
    /// How much has been shipped, if the ERP tells.
    #[serde(rename = "quantityshipped", default)]
    pub shipped: Option<Number>,
    /// How much of it was canceled, if the ERP tells.
    #[serde(rename = "quantitycancelled", default)]
    pub canceled: Option<Number>,
    /// The unit of the quantity, by its key.
    #[serde(rename = "_uomid_value", default)]
    pub unit_id: Option<UnitId>,
    /// The unit of the quantity.
    #[serde(rename = "_uomid_value@OData.Community.Display.V1.FormattedValue", default)]
    pub unit: Option<String>,
    /// What one unit costs, in the order's currency.
    #[serde(rename = "priceperunit", default)]
    pub price: Option<Number>,
    /// What is taken off the line, in the order's currency.
    #[serde(rename = "manualdiscountamount", default)]
    pub discount: Option<Number>,
    /// What the line costs, in the order's currency.
    #[serde(rename = "extendedamount", default)]
    pub amount: Option<Number>,
    /// The tax on the line, in the order's currency.
    #[serde(rename = "tax", default)]
    pub tax: Option<Number>,
    /// How far it is.
    #[serde(rename = "msdyn_linestatus", default)]
    pub status: LineStatus,
    /// The day on which the customer wants to have it, where it is not that of the order.
    #[serde(rename = "msdyn_requestedreceiptdate", default)]
    pub requested: Option<Date>,
    /// The day on which it is confirmed to arrive.
    #[serde(rename = "msdyn_confirmedreceiptdate", default)]
    pub confirmed_receipt: Option<Date>,
    /// The day on which it is confirmed to leave.
    #[serde(rename = "msdyn_confirmedshippingdate", default)]
    pub confirmed_shipping: Option<Date>,
}

/// The product of a line, as far as a line shows it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct LineProduct {
    /// The key.
    #[serde(rename = "productid")]
    pub id: ProductId,
    /// Its number, as people know it.
    #[serde(rename = "msdyn_productnumber", default)]
    pub number: Option<String>,
    /// Its name.
    #[serde(rename = "name", default)]
    pub name: Option<String>,
}

/// How much of a line has come and how much is still to come, in the line's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fulfilment {
    /// What was ordered.
    pub ordered: Decimal,
    /// What has been shipped; none if the ERP does not tell.
    pub shipped: Option<Decimal>,
    /// What will not come any more.
    pub canceled: Decimal,
}

impl Fulfilment {
    /// What is still to come; none if the ERP does not tell what has.
    pub fn open(&self) -> Option<Decimal> {
        let left = self.ordered.checked_sub(self.shipped?)?.checked_sub(self.canceled)?;
        Some(left.max(Decimal::ZERO))
    }

    /// Whether a part has come and a part is still to come.
    pub fn is_partial(&self) -> bool {
        self.shipped.is_some_and(|shipped| shipped > Decimal::ZERO)
            && self.open().is_some_and(|open| open > Decimal::ZERO)
    }

    /// The share of what was ordered, in thousandths, that a part of it is: from 0 to 1,000.
    pub fn share(&self, part: Decimal) -> u32 {
        let share = part.checked_mul(Decimal::from(1_000)).and_then(|part| part.checked_div(self.ordered));
        let share = share.unwrap_or_default().clamp(Decimal::ZERO, Decimal::from(1_000));
        share.trunc().try_into().unwrap_or_default()
    }
}

impl OrderLine {
    /// The request for all lines of an order, in their order.
    ///
    /// Lines are asked for by themselves and not by `$expand`: sites with several levels of permissions refuse that
    /// (Power Pages, read operations, known issue).
    pub fn query(order: OrderId) -> String {
        Query::of("salesorderdetails")
            .with(
                "$select",
                "salesorderdetailid,lineitemnumber,description,quantity,quantityshipped,quantitycancelled,_uomid_value,\
                 priceperunit,manualdiscountamount,extendedamount,tax,msdyn_linestatus,msdyn_requestedreceiptdate,\
                 msdyn_confirmedreceiptdate,msdyn_confirmedshippingdate",
            )
            .with("$expand", "productid($select=productid,msdyn_productnumber,name)")
            .with("$filter", &format!("_salesorderid_value eq {order}"))
            .with("$orderby", "lineitemnumber asc,salesorderdetailid asc")
            .into_text()
    }

    /// What is ordered, in words: the product's name, else the line's own words, else nothing.
    pub fn name(&self) -> &str {
        let product = self.product.as_ref().and_then(|product| product.name.as_deref());
        product.or(self.description.as_deref()).unwrap_or_default()
    }

    /// The product's number; empty for a line of words.
    pub fn product_number(&self) -> &str {
        self.product.as_ref().and_then(|product| product.number.as_deref()).unwrap_or_default()
    }

    /// How much has come and how much is still to come. A line that the ERP calls delivered or invoiced has come in
    /// full where the ERP tells no quantity, and of a canceled line nothing more comes.
    pub fn fulfilment(&self) -> Fulfilment {
        let value = |number: &Option<Number>| number.as_ref().and_then(Number::value);
        let ordered = self.quantity.value().unwrap_or_default();
        let told = value(&self.shipped);
        let shipped = match self.status {
            LineStatus::Delivered | LineStatus::Invoiced => told.or(Some(ordered)),
            LineStatus::Canceled => told.or(Some(Decimal::ZERO)),
            LineStatus::Open | LineStatus::None => told,
        };
        let canceled = match self.status {
            LineStatus::Canceled => {
                ordered.checked_sub(shipped.unwrap_or_default()).unwrap_or_default().max(Decimal::ZERO)
            }
            _ => value(&self.canceled).unwrap_or_default(),
        };
        Fulfilment { ordered, shipped, canceled }
    }

    /// Whether goods are still to come, as far as is known.
    pub fn awaits_goods(&self) -> bool {
        !matches!(self.status, LineStatus::Delivered | LineStatus::Invoiced | LineStatus::Canceled)
            && self.fulfilment().open().is_none_or(|open| open > Decimal::ZERO)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A line of 30 with these members; `last` makes its key.
    pub(crate) fn line(last: u8, members: &str) -> OrderLine {
        serde_json::from_str(&format!(
            r#"{{"salesorderdetailid":"00000000-0000-4000-8000-0000000000{last:02x}","quantity":30.00000{members}}}"#
        ))
        .unwrap()
    }

    fn numbers(members: &str) -> (Option<String>, Option<String>) {
        let fulfilment = line(1, members).fulfilment();
        let text = |value: Decimal| value.normalize().to_string();
        (fulfilment.shipped.map(text), fulfilment.open().map(text))
    }

    #[test]
    fn what_is_open_is_what_was_neither_shipped_nor_canceled() {
        let pair = |shipped: &str, open: &str| (Some(shipped.to_owned()), Some(open.to_owned()));
        assert_eq!(numbers(r#","quantityshipped":10"#), pair("10", "20"));
        assert_eq!(numbers(r#","quantityshipped":10,"quantitycancelled":5"#), pair("10", "15"));
        assert_eq!(
            numbers(r#","quantityshipped":31"#),
            pair("31", "0"),
            "more than ordered leaves nothing open"
        );
        assert_eq!(numbers(r#","quantityshipped":10,"msdyn_linestatus":192350004"#), pair("10", "0"));
        assert_eq!(numbers(r#","msdyn_linestatus":192350003"#), pair("30", "0"));
    }

    #[test]
    fn what_the_erp_does_not_tell_is_unknown_and_not_zero() {
        assert_eq!(numbers(""), (None, None));
        assert!(line(1, "").awaits_goods());
    }

    #[test]
    fn a_share_is_in_thousandths_and_never_more_than_all() {
        let fulfilment = line(1, r#","quantityshipped":10"#).fulfilment();
        assert_eq!(fulfilment.share(Decimal::from(10)), 333);
        assert_eq!(fulfilment.share(Decimal::from(99)), 1_000);
        assert!(fulfilment.is_partial());
        let nothing = Fulfilment { ordered: Decimal::ZERO, ..fulfilment };
        assert_eq!(nothing.share(Decimal::ONE), 0, "a line of nothing has no shares");
    }
}
