//! Currencies.

use crate::schema::column::{choice, decimal, integer, key, text};
use crate::schema::{DefaultValue, Table};

use super::choices::ACTIVE_OR_INACTIVE;

/// `transactioncurrency`: a currency that amounts are in.
pub(super) static TABLE: Table = Table {
    name: "transactioncurrency",
    set: "transactioncurrencies",
    key: "transactioncurrencyid",
    primary_name: "currencyname",
    columns: &[
        key("transactioncurrencyid"),
        text("isocurrencycode", 5).required(),
        text("currencyname", 100).required(),
        text("currencysymbol", 13),
        integer("currencyprecision").required().default(DefaultValue::Integer(2)),
        decimal("exchangerate", 10),
        choice("statecode", ACTIVE_OR_INACTIVE).required().default(DefaultValue::Integer(0)),
    ],
    collections: &[],
    made_by_name: false,
};
