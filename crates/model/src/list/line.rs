//! A line of any order, as the list of all lines shows it.

use super::{Cell, Column};
use crate::{
    date::Date,
    decimal::{Decimal, Number},
    ids::{LineId, OrderId},
    money::{Currency, Money},
    order::LineProduct,
    status::{LineStatus, OrderStatus},
};
use serde::Deserialize;

/// A line with what the list tells of its order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct LineRow {
    /// The key.
    #[serde(rename = "salesorderdetailid")]
    pub id: LineId,
    /// When it was last changed, as an ISO 8601 instant.
    #[serde(rename = "modifiedon", default)]
    pub modified: String,
    /// The order.
    #[serde(rename = "salesorderid")]
    pub order: LineOrder,
    #[serde(rename = "productid", default)]
    product: Option<LineProduct>,
    #[serde(rename = "description", default)]
    description: Option<String>,
    #[serde(rename = "quantity")]
    quantity: Number,
    #[serde(rename = "quantityshipped", default)]
    shipped: Option<Number>,
    #[serde(rename = "_uomid_value@OData.Community.Display.V1.FormattedValue", default)]
    unit: Option<String>,
    #[serde(rename = "priceperunit", default)]
    price: Option<Number>,
    #[serde(rename = "manualdiscountamount", default)]
    discount: Option<Number>,
    #[serde(rename = "tax", default)]
    tax: Option<Number>,
    #[serde(rename = "extendedamount", default)]
    amount: Option<Number>,
    #[serde(rename = "msdyn_linestatus", default)]
    status: LineStatus,
    #[serde(rename = "msdyn_requestedreceiptdate", default)]
    requested: Option<Date>,
    #[serde(rename = "msdyn_confirmedreceiptdate", default)]
    confirmed: Option<Date>,
    #[serde(rename = "transactioncurrencyid", default)]
    currency: Option<Currency>,
}

/// What a line tells of its order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct LineOrder {
    /// The key.
    #[serde(rename = "salesorderid")]
    pub id: OrderId,
    /// The ERP's number.
    #[serde(rename = "msdyn_salesordernumber", default)]
    pub number: Option<String>,
    /// How far it is.
    #[serde(rename = "msdyn_processingstatus", default)]
    pub status: OrderStatus,
    #[serde(rename = "msdyn_customerrequisitionnumber", default)]
    requisition: Option<String>,
    #[serde(rename = "shipto_name", default)]
    ship_to: Option<String>,
    /// When it was placed, as an ISO 8601 instant.
    #[serde(rename = "createdon", default)]
    pub placed: String,
    #[serde(rename = "msdyn_requestedreceiptdate", default)]
    requested: Option<Date>,
    #[serde(rename = "msdyn_confirmedreceiptdate", default)]
    confirmed: Option<Date>,
}

impl LineRow {
    /// The entity set.
    pub(super) const SET: &str = "salesorderdetails";
    /// The columns that this type reads.
    pub(super) const SELECT: &str = "salesorderdetailid,modifiedon,description,quantity,quantityshipped,_uomid_value,\
        priceperunit,manualdiscountamount,tax,extendedamount,msdyn_linestatus,msdyn_requestedreceiptdate,msdyn_confirmedreceiptdate";
    /// The rows that this type reads along.
    pub(super) const EXPAND: &str = "salesorderid($select=salesorderid,msdyn_salesordernumber,msdyn_processingstatus,\
        msdyn_customerrequisitionnumber,shipto_name,createdon,msdyn_requestedreceiptdate,msdyn_confirmedreceiptdate),\
        productid($select=productid,msdyn_productnumber,name),transactioncurrencyid($select=isocurrencycode)";

    /// The day on which it is wanted: its own, else the order's.
    pub fn requested(&self) -> Option<Date> {
        self.requested.or(self.order.requested)
    }

    /// The day on which it is confirmed to arrive: its own, else the order's.
    pub fn confirmed(&self) -> Option<Date> {
        self.confirmed.or(self.order.confirmed)
    }

    /// How much is still to come; none if that cannot be told.
    pub fn open(&self) -> Option<Number> {
        let is_over =
            matches!(self.status, LineStatus::Delivered | LineStatus::Invoiced | LineStatus::Canceled);
        if is_over || self.order.status.is_settled() {
            return Some(Decimal::ZERO.into());
        }
        let shipped = self.shipped.as_ref().map_or(Some(Decimal::ZERO), Number::value)?;
        Some((self.quantity.value()? - shipped).max(Decimal::ZERO).into())
    }

    /// The product's number, or the line's text where there is no product.
    pub fn name(&self) -> Option<&str> {
        let number = self.product.as_ref().and_then(|product| product.number.as_deref());
        number.or_else(|| self.text())
    }

    fn text(&self) -> Option<&str> {
        let name = self.product.as_ref().and_then(|product| product.name.as_deref());
        name.or(self.description.as_deref())
    }

    fn money(&self, amount: Option<&Number>) -> Cell {
        let currency = self.currency.as_ref().map(|currency| currency.code.clone()).unwrap_or_default();
        let money = amount.map(|amount| Money { amount: amount.clone(), currency });
        Cell::money(money, self.order.status.is_settled())
    }

    /// The value in a column.
    pub(super) fn cell(&self, column: Column) -> Cell {
        match column {
            Column::ProductNumber => Cell::text(self.name()),
            Column::Product => Cell::text(self.text()),
            Column::Ordered => Cell::Number(self.quantity.clone()),
            Column::Shipped => Cell::number(self.shipped.as_ref()),
            Column::Open => Cell::number(self.open().as_ref()),
            Column::Unit => Cell::text(self.unit.as_deref()),
            Column::Requested => Cell::date(self.requested()),
            Column::Confirmed => Cell::date(self.confirmed()),
            Column::Slip => super::row::slip(self.requested(), self.confirmed()),
            Column::Status => Cell::Status(self.order.status),
            Column::LineStatus if self.status == LineStatus::None => Cell::Empty,
            Column::LineStatus => Cell::LineStatus(self.status),
            Column::Number => Cell::text(self.order.number.as_deref()),
            Column::Requisition => Cell::text(self.order.requisition.as_deref()),
            Column::ShipTo => Cell::text(self.order.ship_to.as_deref()),
            Column::Placed => Cell::date(self.order.placed.parse().ok()),
            Column::Price => self.money(self.price.as_ref()),
            Column::Discount => self.money(self.discount.as_ref()),
            Column::Tax => self.money(self.tax.as_ref()),
            Column::Amount => self.money(self.amount.as_ref()),
            _ => Cell::Empty,
        }
    }
}
