//! Released products.

use crate::schema::column::{
    bool, choice, date, date_time, decimal, foreign_key, integer, key, lookup, memo, money, text, to,
};
use crate::schema::{Collection, DefaultValue, Table};

use super::choices::{FIELD_SERVICE_TYPE, PRODUCT_STATE, PRODUCT_STATUS, PRODUCT_STRUCTURE, PRODUCT_TYPE};

/// `product`: what can be ordered. The cost columns are kept for the ERP's sake and never offered.
pub(super) static TABLE: Table = Table {
    name: "product",
    set: "products",
    key: "productid",
    primary_name: "name",
    columns: &[
        key("productid"),
        text("productnumber", 100).required(),
        text("msdyn_productnumber", 70),
        text("msdyn_itemnumber", 20),
        text("name", 100).required(),
        memo("description", 2000),
        lookup("transactioncurrencyid", &[to("transactioncurrency", "transactioncurrencyid")]),
        lookup("defaultuomid", &[to("uom", "defaultuomid")]),
        foreign_key("defaultuomscheduleid", "uomschedule"),
        lookup("pricelevelid", &[to("pricelevel", "pricelevelid")]),
        money("price"),
        money("currentcost").hidden(),
        money("standardcost").hidden(),
        integer("quantitydecimal").required().default(DefaultValue::Integer(0)),
        decimal("quantityonhand", 5),
        decimal("stockweight", 5),
        decimal("stockvolume", 5),
        choice("producttypecode", PRODUCT_TYPE),
        choice("productstructure", PRODUCT_STRUCTURE),
        choice("msdyn_fieldserviceproducttype", FIELD_SERVICE_TYPE),
        bool("msdyn_iscatchweight"),
        bool("msdyn_isstockedproduct"),
        date("validfromdate"),
        date("validtodate"),
        choice("statecode", PRODUCT_STATE).required().default(DefaultValue::Integer(0)),
        choice("statuscode", PRODUCT_STATUS),
        date_time("createdon").required().default(DefaultValue::Now),
        date_time("modifiedon").required().default(DefaultValue::Now),
    ],
    collections: &[Collection {
        navigation: "product_price_levels",
        table: "productpricelevel",
        lookup: "productid",
    }],
    made_by_name: false,
};
