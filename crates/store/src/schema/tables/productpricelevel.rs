//! Prices of products on price lists.

use crate::schema::Table;
use crate::schema::column::{choice, decimal, foreign_key, key, lookup, money, text, to};

use super::choices::{PRICING_METHOD, QUANTITY_SELLING, ROUNDING_OPTION, ROUNDING_POLICY};

/// `productpricelevel`: what a product costs in one unit on one price list.
pub(super) static TABLE: Table = Table {
    name: "productpricelevel",
    set: "productpricelevels",
    key: "productpricelevelid",
    primary_name: "productidname",
    columns: &[
        key("productpricelevelid"),
        lookup("productid", &[to("product", "productid")]).required(),
        lookup("pricelevelid", &[to("pricelevel", "pricelevelid")]).required(),
        lookup("uomid", &[to("uom", "uomid")]).required(),
        foreign_key("uomscheduleid", "uomschedule"),
        money("amount"),
        decimal("percentage", 5),
        choice("pricingmethodcode", PRICING_METHOD),
        choice("quantitysellingcode", QUANTITY_SELLING),
        choice("roundingpolicycode", ROUNDING_POLICY),
        choice("roundingoptioncode", ROUNDING_OPTION),
        money("roundingoptionamount"),
        lookup("transactioncurrencyid", &[to("transactioncurrency", "transactioncurrencyid")]),
        text("productidname", 100).read_only(),
        text("productnumber", 100).read_only(),
    ],
    collections: &[],
    made_by_name: false,
};
