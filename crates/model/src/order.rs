//! Sales orders and their lines, as the endpoint tells them.
//!
//! A list shows [`OrderSummary`], a page of its own shows [`Order`]; they are two types so that a list cannot pretend to
//! know more than it asked for. What the ERP has not sent yet is `None` and shown as pending, never as 0.

use crate::{
    address::Address,
    date::Date,
    decimal::Number,
    ids::{LineId, OrderId, ProductId},
    money::{Currency, Money},
    odata::Query,
    status::{LineStatus, OrderStatus},
};
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::value::RawValue;

/// An order as a list shows it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct OrderSummary {
    /// The key.
    #[serde(rename = "salesorderid")]
    pub id: OrderId,
    /// The ERP's number; none until the ERP has taken the order.
    #[serde(rename = "msdyn_salesordernumber", default)]
    pub number: Option<String>,
    /// How far it is.
    #[serde(rename = "msdyn_processingstatus", default)]
    pub status: OrderStatus,
    /// When it was placed, as an ISO 8601 instant.
    #[serde(rename = "createdon")]
    pub placed: String,
    /// The day on which the customer wants to have it.
    #[serde(rename = "msdyn_requestedreceiptdate", default)]
    pub requested: Option<Date>,
    /// The customer's own number for it.
    #[serde(rename = "msdyn_customerrequisitionnumber", default)]
    pub requisition: Option<String>,
    /// Who receives it.
    #[serde(rename = "shipto_name", default)]
    pub ship_to_name: Option<String>,
    /// Where it goes.
    #[serde(rename = "shipto_city", default)]
    pub ship_to_city: Option<String>,
    #[serde(rename = "totalamount", default)]
    total: Option<Number>,
    #[serde(rename = "transactioncurrencyid", default)]
    currency: Option<Currency>,
}

impl OrderSummary {
    /// The entity set.
    pub const SET: &str = "salesorders";
    /// The columns that this type reads.
    pub const SELECT: &str = "salesorderid,msdyn_salesordernumber,msdyn_processingstatus,createdon,\
        msdyn_requestedreceiptdate,msdyn_customerrequisitionnumber,shipto_name,shipto_city,totalamount";
    /// The rows that this type reads along.
    pub const EXPAND: &str = "transactioncurrencyid($select=isocurrencycode)";

    /// What it costs in all; none until the ERP has priced it.
    pub fn total(&self) -> Option<Money> {
        money(self.total.as_ref(), self.currency.as_ref())
    }
}

/// An order with all that its page shows, but for its lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// What a list shows too.
    pub summary: OrderSummary,
    /// What only its own page shows.
    pub details: OrderDetails,
}

impl<'de> Deserialize<'de> for Order {
    /// Reads the same JSON object twice. Serde's `flatten` would be shorter, but it buffers numbers as floats.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        let summary = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
        let details = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
        Ok(Self { summary, details })
    }
}

/// What an order's own page shows beyond [`OrderSummary`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct OrderDetails {
    /// The day on which the supplier has confirmed that it arrives.
    #[serde(rename = "msdyn_confirmedreceiptdate", default)]
    pub confirmed_receipt: Option<Date>,
    /// The day on which the supplier has confirmed that it leaves.
    #[serde(rename = "msdyn_confirmedshippingdate", default)]
    pub confirmed_shipping: Option<Date>,
    /// The customer's free reference.
    #[serde(rename = "msdyn_customersorderreference", default)]
    pub reference: Option<String>,
    /// Who placed it.
    #[serde(rename = "_msdyn_contactperson_value@OData.Community.Display.V1.FormattedValue", default)]
    pub placed_by: Option<String>,
    /// The customer.
    #[serde(rename = "_customerid_value@OData.Community.Display.V1.FormattedValue", default)]
    pub customer: Option<String>,
    /// How it is delivered.
    #[serde(rename = "_msdyn_deliverymode_value@OData.Community.Display.V1.FormattedValue", default)]
    pub delivery_mode: Option<String>,
    #[serde(rename = "totallineitemamount", default)]
    lines: Option<Number>,
    #[serde(rename = "discountamount", default)]
    discount: Option<Number>,
    #[serde(rename = "freightamount", default)]
    charges: Option<Number>,
    #[serde(rename = "totaltax", default)]
    tax: Option<Number>,
    #[serde(rename = "shipto_line1", default)]
    street: Option<String>,
    #[serde(rename = "shipto_stateorprovince", default)]
    state: Option<String>,
    #[serde(rename = "shipto_postalcode", default)]
    postal_code: Option<String>,
    #[serde(rename = "shipto_country", default)]
    country: Option<String>,
}

/// The sums of an order; each is none until the ERP has sent it.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// All lines together.
    pub lines: Option<Money>,
    /// What is taken off the whole order.
    pub discount: Option<Money>,
    /// Freight and other charges.
    pub charges: Option<Money>,
    /// Taxes.
    pub tax: Option<Money>,
    /// All of it.
    pub total: Option<Money>,
}

impl Order {
    /// The request for one order.
    pub fn query(id: OrderId) -> String {
        let select = format!(
            "{},msdyn_confirmedreceiptdate,msdyn_confirmedshippingdate,msdyn_customersorderreference,\
             _msdyn_contactperson_value,_customerid_value,_msdyn_deliverymode_value,totallineitemamount,discountamount,\
             freightamount,totaltax,shipto_line1,shipto_stateorprovince,shipto_postalcode,shipto_country",
            OrderSummary::SELECT
        );
        Query::of(&format!("{}({id})", OrderSummary::SET))
            .with("$select", &select)
            .with("$expand", OrderSummary::EXPAND)
            .into_text()
    }

    /// The sums.
    pub fn totals(&self) -> Totals {
        let currency = self.summary.currency.as_ref();
        Totals {
            lines: money(self.details.lines.as_ref(), currency),
            discount: money(self.details.discount.as_ref(), currency),
            charges: money(self.details.charges.as_ref(), currency),
            tax: money(self.details.tax.as_ref(), currency),
            total: self.summary.total(),
        }
    }

    /// An amount in this order's currency.
    pub fn in_its_currency(&self, amount: Option<&Number>) -> Option<Money> {
        money(amount, self.summary.currency.as_ref())
    }

    /// Where it goes.
    pub fn delivery_address(&self) -> Address {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        Address {
            name: text(&self.summary.ship_to_name),
            street: text(&self.details.street),
            city: text(&self.summary.ship_to_city),
            state: text(&self.details.state),
            postal_code: text(&self.details.postal_code),
            country: text(&self.details.country),
        }
    }

    /// How many days after the requested day the confirmed receipt is; none if either is unknown, negative if earlier.
    pub fn days_late(&self) -> Option<i32> {
        Some(self.details.confirmed_receipt?.days_after(self.summary.requested?))
    }
}

/// How many orders have a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct StatusCount {
    /// The status.
    #[serde(rename = "msdyn_processingstatus", default)]
    pub status: OrderStatus,
    /// How many.
    pub count: u32,
}

impl StatusCount {
    /// The request for all counts at once. A site fails on more than one aggregate in a request, so there is one
    /// (Power Pages, `$apply`).
    pub fn query() -> String {
        Query::of(OrderSummary::SET)
            .with("$apply", "groupby((msdyn_processingstatus),aggregate($count as count))")
            .into_text()
    }
}

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
    /// The unit of the quantity.
    #[serde(rename = "_uomid_value@OData.Community.Display.V1.FormattedValue", default)]
    pub unit: Option<String>,
    /// What one unit costs, in the order's currency.
    #[serde(rename = "priceperunit", default)]
    pub price: Option<Number>,
    /// What the line costs, in the order's currency.
    #[serde(rename = "extendedamount", default)]
    pub amount: Option<Number>,
    /// How far it is.
    #[serde(rename = "msdyn_linestatus", default)]
    pub status: LineStatus,
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

impl OrderLine {
    /// The request for all lines of an order, in their order.
    ///
    /// Lines are asked for by themselves and not by `$expand`: sites with several levels of permissions refuse that
    /// (Power Pages, read operations, known issue).
    pub fn query(order: OrderId) -> String {
        Query::of("salesorderdetails")
            .with(
                "$select",
                "salesorderdetailid,lineitemnumber,description,quantity,quantityshipped,_uomid_value,priceperunit,\
                 extendedamount,msdyn_linestatus,msdyn_confirmedshippingdate",
            )
            .with("$expand", "productid($select=productid,msdyn_productnumber,name)")
            .with("$filter", &format!("_salesorderid_value eq {order}"))
            .with("$orderby", "lineitemnumber asc,salesorderdetailid asc")
            .into_text()
    }
}

fn money(amount: Option<&Number>, currency: Option<&Currency>) -> Option<Money> {
    let currency = currency.map(|currency| currency.code.clone()).unwrap_or_default();
    Some(Money { amount: amount?.clone(), currency })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &str = r#"{"@odata.etag":"W/\"7\"","salesorderid":"dee96ee1-9d08-544d-b74b-81d438617040",
        "msdyn_salesordernumber":"SO-10248","msdyn_processingstatus":192350005,"createdon":"2024-07-04T00:00:00Z",
        "msdyn_requestedreceiptdate":"2024-08-01T00:00:00Z","msdyn_confirmedreceiptdate":"2024-08-08",
        "totalamount":472.3800,"freightamount":32.38,"totaltax":null,"shipto_name":"Vins et alcools Chevalier",
        "shipto_city":"Reims","shipto_postalcode":"51100","transactioncurrencyid":{"isocurrencycode":"USD"},
        "_customerid_value@OData.Community.Display.V1.FormattedValue":"Vins et alcools Chevalier"}"#;

    #[test]
    fn an_order_is_read_from_an_answer() {
        let order: Order = serde_json::from_str(ANSWER).unwrap();
        assert_eq!(order.summary.number.as_deref(), Some("SO-10248"));
        assert_eq!(order.summary.total().unwrap().amount.to_string(), "472.3800");
        assert_eq!(order.totals().charges.as_ref().unwrap().currency, "USD");
        assert_eq!(order.delivery_address().lines(), ["Vins et alcools Chevalier", "51100 Reims"]);
        assert_eq!(order.days_late(), Some(7));
    }

    #[test]
    fn what_the_erp_has_not_sent_is_none_and_never_zero() {
        let order: Order = serde_json::from_str(
            r#"{"salesorderid":"dee96ee1-9d08-544d-b74b-81d438617040","createdon":"2024-07-04T00:00:00Z","totalamount":null}"#,
        )
        .unwrap();
        assert_eq!(order.summary.status, OrderStatus::Received);
        assert_eq!((order.summary.number.as_deref(), order.summary.total()), (None, None));
        assert_eq!((order.totals().tax, order.days_late()), (None, None));
    }
}
