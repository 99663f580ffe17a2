//! Money: a decimal amount in a currency.

use crate::decimal::Number;
use serde::Deserialize;

/// An amount in the currency with this ISO 4217 code.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// How much, exactly.
    pub amount: Number,
    /// The ISO 4217 code, for example `EUR`; empty if the endpoint did not tell it.
    pub currency: String,
}

/// The currency that a row is expanded with (`transactioncurrencyid`).
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Currency {
    /// The ISO 4217 code.
    #[serde(rename = "isocurrencycode", default)]
    pub code: String,
}
