//! An order as it is sent: one deep insert of the header with its lines, so that it arrives whole or not at all
//! (Power Pages Web API, deep insert).

use super::{NewLine, NewOrder};
use crate::decimal::Number;
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::fmt::Display;

/// The names under which rows are bound. Their upper and lower case differs between environments, so they are
/// configuration; the defaults are those of a current dual-write solution.
#[derive(Clone, Debug, PartialEq)]
pub struct Bindings {
    /// The customer of an order.
    pub customer: String,
    /// The customer that is invoiced.
    pub invoice_customer: String,
    /// The legal entity.
    pub company: String,
    /// The person who orders.
    pub contact_person: String,
    /// The price list.
    pub price_list: String,
    /// The currency.
    pub currency: String,
    /// The lines of an order.
    pub lines: String,
    /// The product of a line.
    pub product: String,
    /// The unit of a line.
    pub unit: String,
}

impl Bindings {
    /// The names that `set` knows by their names in the configuration, and the usual ones for the rest.
    pub fn read(set: impl Fn(&str) -> Option<String>) -> Self {
        let name = |key, usual: &str| set(key).unwrap_or_else(|| usual.to_owned());
        Self {
            customer: name("customer", "customerid_account"),
            invoice_customer: name("invoiceCustomer", "msdyn_InvoiceCustomerId_account"),
            company: name("company", "msdyn_Company"),
            contact_person: name("contactPerson", "msdyn_ContactPerson"),
            price_list: name("priceList", "pricelevelid"),
            currency: name("currency", "transactioncurrencyid"),
            lines: name("lines", "order_details"),
            product: name("product", "productid"),
            unit: name("unit", "uomid"),
        }
    }
}

impl Default for Bindings {
    fn default() -> Self {
        Self::read(|_| None)
    }
}

/// The order type that dual-write takes: item based.
const ITEM_BASED: i32 = 192_350_000;

/// What Microsoft's template writes where dual-write needs a text and nobody is asked for one.
const NAME: &str = "sales order";
const ADDRESS_DESCRIPTION: &str = "delivery address description";

impl NewOrder {
    /// The body of the request that creates it, as JSON.
    pub fn to_wire(&self, names: &Bindings) -> Result<String, serde_json::Error> {
        serde_json::to_string(&Header { order: self, names })
    }

    fn texts(&self) -> [(&'static str, &str); 8] {
        let to = &self.deliver_to;
        [
            ("msdyn_customerrequisitionnumber", &self.requisition),
            ("msdyn_customersorderreference", &self.reference),
            ("shipto_name", &to.name),
            ("shipto_line1", &to.street),
            ("shipto_city", &to.city),
            ("shipto_stateorprovince", &to.state),
            ("shipto_postalcode", &to.postal_code),
            ("shipto_country", &to.country),
        ]
    }
}

struct Header<'a> {
    order: &'a NewOrder,
    names: &'a Bindings,
}

impl Serialize for Header<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { order, names } = self;
        let terms = &order.terms;
        let mut body = serializer.serialize_map(None)?;
        body.serialize_entry("salesorderid", &order.id)?;
        body.serialize_entry("name", NAME)?;
        body.serialize_entry("msdyn_ordertype", &ITEM_BASED)?;
        body.serialize_entry("msdyn_requestedreceiptdate", &order.requested.to_wire())?;
        body.serialize_entry("msdyn_deliveryaddressdescription", ADDRESS_DESCRIPTION)?;
        if let Some(language) = terms.language {
            body.serialize_entry("msdyn_language", &language)?;
        }
        bind(&mut body, &names.customer, "accounts", &terms.customer)?;
        bind(&mut body, &names.invoice_customer, "accounts", &terms.invoice_customer)?;
        bind(&mut body, &names.company, "cdm_companies", &terms.company)?;
        bind(&mut body, &names.contact_person, "contacts", &terms.contact)?;
        bind(&mut body, &names.price_list, "pricelevels", &terms.pricing.list)?;
        bind(&mut body, &names.currency, "transactioncurrencies", &terms.pricing.currency)?;
        for (column, text) in order.texts().iter().filter(|(_, text)| !text.is_empty()) {
            body.serialize_entry(column, text)?;
        }
        let country = &order.deliver_to.country;
        let lines: Vec<_> = order
            .lines
            .iter()
            .zip(1..)
            .map(|(line, position)| Line { line, position, country, names })
            .collect();
        body.serialize_entry(&names.lines, &lines)?;
        body.end()
    }
}

struct Line<'a> {
    line: &'a NewLine,
    position: u32,
    country: &'a str,
    names: &'a Bindings,
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { line, position, country, names } = self;
        let mut body = serializer.serialize_map(None)?;
        body.serialize_entry("salesorderdetailid", &line.id)?;
        body.serialize_entry("lineitemnumber", position)?;
        body.serialize_entry("quantity", &Number::from(line.quantity.value()))?;
        // Dual-write needs country and description on the line as well as on the header.
        body.serialize_entry("shipto_country", country)?;
        body.serialize_entry("msdyn_deliveryaddressdescription", ADDRESS_DESCRIPTION)?;
        bind(&mut body, &names.product, "products", &line.product)?;
        bind(&mut body, &names.unit, "uoms", &line.unit)?;
        body.end()
    }
}

fn bind<M: SerializeMap>(body: &mut M, name: &str, set: &str, id: &impl Display) -> Result<(), M::Error> {
    body.serialize_entry(&format!("{name}@odata.bind"), &format!("/{set}({id})"))
}

#[cfg(test)]
mod tests {
    use super::super::draft::tests::{draft, terms, today};
    use super::*;
    use serde_json::Value;

    #[test]
    fn an_order_is_one_body_with_its_lines_inside() {
        let order = draft().parse(terms(), today()).unwrap();
        let text = order.to_wire(&Bindings::default()).unwrap();
        let body: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(body["salesorderid"], order.id().to_string());
        assert_eq!(body["msdyn_requestedreceiptdate"], "2026-12-01T00:00:00Z");
        assert_eq!(body["customerid_account@odata.bind"], format!("/accounts({})", terms().customer));
        assert_eq!(body["order_details"].as_array().unwrap().len(), 2);
        assert_eq!(body["order_details"][1]["lineitemnumber"], 2);
        assert!(text.contains(r#""quantity":3,"#), "a quantity is a number, by its digits: {text}");
        assert_eq!(body.get("msdyn_customersorderreference"), None, "what was left empty is not sent");
    }

    #[test]
    fn names_of_another_environment_are_used() {
        let names = Bindings { company: "msdyn_company".into(), ..Bindings::default() };
        let body = draft().parse(terms(), today()).unwrap().to_wire(&names).unwrap();
        assert!(body.contains(r#""msdyn_company@odata.bind":"/cdm_companies("#));
    }
}
