//! Short lists of which only the name matters. An export may write the name where the key belongs; the import
//! then finds or makes the row.

use crate::schema::Table;
use crate::schema::column::{key, text};

/// `msdyn_shipvia`: modes of delivery.
pub(super) static SHIP_VIA: Table = Table {
    name: "msdyn_shipvia",
    set: "msdyn_shipvias",
    key: "msdyn_shipviaid",
    primary_name: "msdyn_name",
    columns: &[key("msdyn_shipviaid"), text("msdyn_name", 100).required()],
    collections: &[],
    made_by_name: true,
};

/// `msdyn_termsofdelivery`: who bears the cost and the risk of transport.
pub(super) static TERMS_OF_DELIVERY: Table = Table {
    name: "msdyn_termsofdelivery",
    set: "msdyn_termsofdeliveries",
    key: "msdyn_termsofdeliveryid",
    primary_name: "msdyn_termscode",
    columns: &[key("msdyn_termsofdeliveryid"), text("msdyn_termscode", 100).required()],
    collections: &[],
    made_by_name: true,
};

/// `msdyn_paymentterm`: when an invoice is due.
pub(super) static PAYMENT_TERM: Table = Table {
    name: "msdyn_paymentterm",
    set: "msdyn_paymentterms",
    key: "msdyn_paymenttermid",
    primary_name: "msdyn_name",
    columns: &[key("msdyn_paymenttermid"), text("msdyn_name", 100).required()],
    collections: &[],
    made_by_name: true,
};
