//! An order with all that its own page shows.

use crate::{
    address::Address,
    date::Date,
    decimal::Number,
    ids::OrderId,
    money::Money,
    odata::Query,
    order::{OrderSummary, money},
    status::{OrderState, OrderStatus},
};
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::value::RawValue;

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
        let mut summary: OrderSummary = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
        let details: OrderDetails = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
        summary.status = summary.status.with_state(details.state);
        Ok(Self { summary, details })
    }
}

/// What an order's own page shows beyond [`OrderSummary`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct OrderDetails {
    /// Where Dataverse has the order; it can say what the status does not.
    #[serde(rename = "statecode", default)]
    pub state: OrderState,
    /// The day on which the supplier has confirmed that it leaves.
    #[serde(rename = "msdyn_confirmedshippingdate", default)]
    pub confirmed_shipping: Option<Date>,
    /// The customer.
    #[serde(rename = "_customerid_value@OData.Community.Display.V1.FormattedValue", default)]
    pub customer: Option<String>,
    /// Who gets the invoice.
    #[serde(rename = "_msdyn_invoicecustomerid_value@OData.Community.Display.V1.FormattedValue", default)]
    pub invoice_customer: Option<String>,
    /// How it is delivered.
    #[serde(rename = "_msdyn_deliverymode_value@OData.Community.Display.V1.FormattedValue", default)]
    pub delivery_mode: Option<String>,
    /// Who bears what of the delivery.
    #[serde(rename = "_msdyn_deliveryterms_value@OData.Community.Display.V1.FormattedValue", default)]
    pub delivery_terms: Option<String>,
    /// When it is to be paid.
    #[serde(rename = "_msdyn_paymentterms_value@OData.Community.Display.V1.FormattedValue", default)]
    pub payment_terms: Option<String>,
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
    state_or_province: Option<String>,
    #[serde(rename = "shipto_postalcode", default)]
    postal_code: Option<String>,
    #[serde(rename = "shipto_country", default)]
    country: Option<String>,
    #[serde(rename = "billto_line1", default)]
    invoice_street: Option<String>,
    #[serde(rename = "billto_city", default)]
    invoice_city: Option<String>,
    #[serde(rename = "billto_stateorprovince", default)]
    invoice_state: Option<String>,
    #[serde(rename = "billto_postalcode", default)]
    invoice_postal_code: Option<String>,
    #[serde(rename = "billto_country", default)]
    invoice_country: Option<String>,
}

/// What is asked for beyond [`OrderSummary::SELECT`].
const SELECT: &str = "statecode,msdyn_confirmedshippingdate,_customerid_value,_msdyn_invoicecustomerid_value,\
    _msdyn_deliverymode_value,_msdyn_deliveryterms_value,_msdyn_paymentterms_value,totallineitemamount,discountamount,\
    freightamount,totaltax,shipto_line1,shipto_stateorprovince,shipto_postalcode,shipto_country,billto_line1,\
    billto_city,billto_stateorprovince,billto_postalcode,billto_country";

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
        Query::of(&format!("{}({id})", OrderSummary::SET))
            .with("$select", &format!("{},{SELECT}", OrderSummary::SELECT))
            .with("$expand", OrderSummary::EXPAND)
            .into_text()
    }

    /// How far it is.
    pub fn status(&self) -> OrderStatus {
        self.summary.status
    }

    /// Whether goods are still to come. An order of which a part is invoiced can be one of which a part is not
    /// delivered: then Dataverse still has it as active.
    pub fn awaits_goods(&self) -> bool {
        match self.status() {
            OrderStatus::PartlyInvoiced => self.details.state == OrderState::Active,
            status => !status.is_settled(),
        }
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
        let details = &self.details;
        Address {
            name: text(&self.summary.ship_to_name),
            street: text(&details.street),
            city: text(&self.summary.ship_to_city),
            state: text(&details.state_or_province),
            postal_code: text(&details.postal_code),
            country: text(&details.country),
        }
    }

    /// Where the invoice goes; only a name where the ERP has sent no address.
    pub fn invoice_address(&self) -> Address {
        let details = &self.details;
        Address {
            name: text(&details.invoice_customer),
            street: text(&details.invoice_street),
            city: text(&details.invoice_city),
            state: text(&details.invoice_state),
            postal_code: text(&details.invoice_postal_code),
            country: text(&details.invoice_country),
        }
    }

    /// How many days after the requested day the confirmed receipt is; none if either is unknown, negative if earlier.
    pub fn days_late(&self) -> Option<i32> {
        Some(self.summary.confirmed_receipt?.days_after(self.summary.requested?))
    }
}

fn text(part: &Option<String>) -> String {
    part.clone().unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    const ANSWER: &str = r#"{"@odata.etag":"W/\"7\"","salesorderid":"dee96ee1-9d08-544d-b74b-81d438617040",
        "msdyn_salesordernumber":"SO-10248","msdyn_processingstatus":192350005,"createdon":"2024-07-04T00:00:00Z",
        "msdyn_requestedreceiptdate":"2024-08-01T00:00:00Z","msdyn_confirmedreceiptdate":"2024-08-08",
        "totalamount":472.3800,"freightamount":32.38,"totaltax":null,"shipto_name":"Vins et alcools Chevalier",
        "shipto_city":"Reims","shipto_postalcode":"51100","transactioncurrencyid":{"isocurrencycode":"USD"},
        "_customerid_value@OData.Community.Display.V1.FormattedValue":"Vins et alcools Chevalier"}"#;

    /// An order with these members besides its key and its day.
    pub(crate) fn order(members: &str) -> Order {
        serde_json::from_str(&format!(
            r#"{{"salesorderid":"dee96ee1-9d08-544d-b74b-81d438617040","createdon":"2024-07-04T00:00:00Z"{members}}}"#
        ))
        .unwrap()
    }

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
        let order = order(r#","totalamount":null"#);
        assert_eq!(order.status(), OrderStatus::Received);
        assert_eq!((order.summary.number.as_deref(), order.summary.total()), (None, None));
        assert_eq!((order.totals().tax, order.days_late()), (None, None));
    }

    #[test]
    fn what_only_the_state_tells_is_believed() {
        assert_eq!(
            order(r#","statecode":2,"msdyn_processingstatus":192350001"#).status(),
            OrderStatus::Canceled
        );
        assert_eq!(order(r#","statecode":4"#).status(), OrderStatus::Invoiced);
    }

    #[test]
    fn a_part_that_is_invoiced_does_not_mean_that_all_is_delivered() {
        assert!(order(r#","statecode":0,"msdyn_processingstatus":192350006"#).awaits_goods());
        assert!(!order(r#","statecode":3,"msdyn_processingstatus":192350006"#).awaits_goods());
        assert!(!order(r#","statecode":3,"msdyn_processingstatus":192350008"#).awaits_goods());
    }
}
