//! Price lists.

use crate::schema::column::{choice, date, key, lookup, text, to};
use crate::schema::{Collection, DefaultValue, Table};

use super::choices::ACTIVE_OR_INACTIVE;

/// `pricelevel`: a price list in one currency.
pub(super) static TABLE: Table = Table {
    name: "pricelevel",
    set: "pricelevels",
    key: "pricelevelid",
    primary_name: "name",
    columns: &[
        key("pricelevelid"),
        text("name", 100).required(),
        date("begindate"),
        date("enddate"),
        lookup("transactioncurrencyid", &[to("transactioncurrency", "transactioncurrencyid")]).required(),
        choice("statecode", ACTIVE_OR_INACTIVE).required().default(DefaultValue::Integer(0)),
        choice("statuscode", &[(100_001, "Active"), (100_002, "Inactive")]),
    ],
    collections: &[Collection {
        navigation: "price_level_product_price_levels",
        table: "productpricelevel",
        lookup: "pricelevelid",
    }],
    made_by_name: false,
};
