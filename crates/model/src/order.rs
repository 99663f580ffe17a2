//! Sales orders and their lines, as the endpoint tells them.
//!
//! A list shows [`OrderSummary`], a page of its own shows [`Order`]; they are two types so that a list cannot pretend to
//! know more than it asked for. What the ERP has not sent yet is `None` and shown as pending, never as 0.

pub use crate::order_details::{Order, OrderDetails, Totals};
pub use crate::order_line::{Fulfilment, LineProduct, OrderLine};
pub use crate::order_progress::{Stage, StageDay, StageState, Step};
pub use crate::order_promise::{Delivery, Promise, Slip, Tally, expected_deliveries};
use crate::{
    date::Date,
    decimal::Number,
    ids::{CurrencyId, OrderId},
    money::{Currency, Money},
    status::OrderStatus,
};
use serde::Deserialize;

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
    /// The day on which the supplier has confirmed that it arrives.
    #[serde(rename = "msdyn_confirmedreceiptdate", default)]
    pub confirmed_receipt: Option<Date>,
    /// The customer's own number for it.
    #[serde(rename = "msdyn_customerrequisitionnumber", default)]
    pub requisition: Option<String>,
    /// The customer's free reference.
    #[serde(rename = "msdyn_customersorderreference", default)]
    pub reference: Option<String>,
    /// Who placed it.
    #[serde(rename = "_msdyn_contactperson_value@OData.Community.Display.V1.FormattedValue", default)]
    pub placed_by: Option<String>,
    /// When it was last changed, as an ISO 8601 instant.
    #[serde(rename = "modifiedon", default)]
    pub modified: String,
    /// Who receives it.
    #[serde(rename = "shipto_name", default)]
    pub ship_to_name: Option<String>,
    /// Where it goes.
    #[serde(rename = "shipto_city", default)]
    pub ship_to_city: Option<String>,
    #[serde(rename = "totalamount", default)]
    total: Option<Number>,
    #[serde(rename = "transactioncurrencyid", default)]
    pub(crate) currency: Option<Currency>,
}

impl OrderSummary {
    /// The entity set.
    pub const SET: &str = "salesorders";
    /// The columns that this type reads.
    pub const SELECT: &str = "salesorderid,msdyn_salesordernumber,msdyn_processingstatus,createdon,\
        modifiedon,msdyn_requestedreceiptdate,msdyn_confirmedreceiptdate,msdyn_customerrequisitionnumber,\
        msdyn_customersorderreference,_msdyn_contactperson_value,shipto_name,shipto_city,totalamount";
    /// The rows that this type reads along.
    pub const EXPAND: &str = "transactioncurrencyid($select=isocurrencycode)";

    /// What it costs in all; none until the ERP has priced it.
    pub fn total(&self) -> Option<Money> {
        money(self.total.as_ref(), self.currency.as_ref())
    }
}

/// A figure about the orders that have a status, in one currency if it is an amount.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct StatusFigure {
    /// The status.
    #[serde(rename = "msdyn_processingstatus", default)]
    pub status: OrderStatus,
    /// The key of the currency, where the figure is an amount.
    #[serde(rename = "_transactioncurrencyid_value", default)]
    pub currency: Option<CurrencyId>,
    /// How many, or how much; none where no order has an amount.
    #[serde(default)]
    pub figure: Option<Number>,
}

/// An amount in a currency, if there is one.
pub(crate) fn money(amount: Option<&Number>, currency: Option<&Currency>) -> Option<Money> {
    let currency = currency.map(|currency| currency.code.clone()).unwrap_or_default();
    Some(Money { amount: amount?.clone(), currency })
}
